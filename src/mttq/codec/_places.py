"""Where in a report a fault of its file is, in the words of the form and of the records."""

from typing import Any, Final

from mttq._names.regex import regex
from mttq.errors import Fault
from mttq.forms import form_with
from mttq.report import BARE_REPORT, place_in
from mttq.wording import NOTHING

__all__ = ["placed"]

_STEP: Final = regex(r"\.(\w+)|\[([0-9]+)\]")


def placed(fault: Fault, tree: Any) -> Fault:
    """Return a fault with its place: of what is in no form and no record, that of what is around it.

    Args:
        fault: the fault.
        tree: the values of the file in which it is.

    >>> tree = {"appendices": [{"form": "kl62-pl2", "criticism": {"sessions": "7"}}]}
    >>> placed(Fault("$.appendices[0].criticism.sessions", "…", "7"), tree).place
    'Phụ lục 2, mục 2, dòng 2'
    >>> placed(Fault("$.population.housholds", "…", 7), tree).place
    'Dân số'
    """
    path = _path_in_report(fault.path, tree)
    for end in range(len(path), 0, -1):
        place = place_in(BARE_REPORT, ".".join(path[:end]))
        if place is not None:
            return Fault(*fault, place)
    return Fault(*fault, NOTHING)


def _path_in_report(path: str, tree: Any) -> list[str]:
    """Return the steps of a path in a file as those in a report, which names an appendix by its form."""
    steps = [name or number for name, number in _STEP.findall(path)]
    if steps[:1] == ["appendices"] and len(steps) > 1:
        match tree["appendices"][int(steps[1])]:
            case {"form": str(code)} if form_with(code):
                return [code, *steps[2:]]
    return steps
