"""The example of a rule: a fault planted in a report that is in order, shown right and wrong."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Final

import attrs

from mttq import vi
from mttq._samples._cases import Case
from mttq._samples._drawn import draw_report
from mttq._samples._faults import FAULTS
from mttq._samples._together import TOGETHER
from mttq.checking import Waiver
from mttq.forms import form_of
from mttq.model import Dialogue, PrintedFigure, Unit, UnitRef
from mttq.report import Report
from mttq.rules import Rule
from mttq.tables import Lang
from mttq.values import DocumentRef
from mttq.wording import label, words

__all__ = ["Example", "example_of"]

_SAMPLE: Final = 1  # the report of this seed lets nearly all rules judge
_FIRST: Final = 8
_NAMES: Final[dict[type, Callable[[Any, Lang], str]]] = {
    Dialogue: lambda record, lang: vi.format_figure(record.date, lang=lang),
    DocumentRef: lambda document, _: document.raw,
    PrintedFigure: lambda printed, _: printed.text,
    Report: lambda report, _: report.unit.full_name,
    Rule: lambda rule, lang: f"{rule.code}, {rule.words(lang)[0]}",
    Unit: lambda unit, _: unit.full_name,
    UnitRef: lambda unit, _: unit.full_name,
    Waiver: lambda waiver, lang: (
        f"{waiver.code}, {waiver.reason}, "
        f"{words(lang)['rule.until']} {vi.format_figure(waiver.expires, lang=lang)}"
    ),
    str: lambda text, _: re.sub(r"\s*\n\s*", " ¶ ", text),
}


@attrs.frozen
class Example:
    """A case in which a rule finds nothing, and the same with a fault that it finds.

    Args:
        name: the fault in a few English words.
        path: the figure or record that differs.
        right: the case without it.
        wrong: the case with it.
    """

    name: str
    path: str
    right: Case
    wrong: Case

    def lines(self, rule: Rule, lang: Lang) -> Iterator[list[str]]:
        """Show what is given, what is right, what is wrong, and what the rule says of it; by paragraphs."""
        said = words(lang)
        place = said.get(f"example.{self.path}") or self.right.reports[0].place_of(self.path, lang=lang)
        values = [case.value_at(self.path) for case in (self.right, self.wrong)]
        old, new = (_shown(value, lang) for value in values)
        right, wrong = (old, new) if old != new else map(_counts, values)
        name = f"{self.name}. " if lang == "en" else ""
        yield [
            *self._given(lang),
            f"{said['example.right']}: {place}: {right or said['example.nothing']}",
            f"{said['example.wrong']}: {name}{place}: {wrong or said['example.nothing']}",
        ]
        for finding in self.wrong.judged_by(rule)[rule.code][:1]:
            yield finding.explain(lang=lang).splitlines()

    def _given(self, lang: Lang) -> Iterator[str]:
        """Name what is given besides one report."""
        for field in attrs.fields(Case):
            value = getattr(self.right, field.name)
            least = 1 if field.name == "reports" else 0
            if len(value) > least and field.name != self.path:
                yield f"{words(lang)[f'example.{field.name}']}: {_shown(value, lang)}"


def example_of(code: str) -> Example | None:
    """Return the example of a rule, if there is one."""
    fault = next((fault for fault in (*FAULTS, *TOGETHER) if fault.code == code), None)
    if fault is None:
        return None
    return Example(fault.name, fault.path, fault.right(_sample()), fault.wrong(_sample()))


@cache
def _sample() -> Report:
    return draw_report(_SAMPLE)


def _shown(value: Any, lang: Lang) -> str:
    """Write a figure, or the name of a thing; nothing for a blank."""
    if isinstance(value, tuple):
        return "; ".join(_shown(item, lang) for item in value)
    if type(value) in _NAMES:
        return _NAMES[type(value)](value, lang)
    try:
        return vi.format_figure(value, lang=lang)
    except TypeError:
        return label(form_of(type(value)).name, lang)


def _counts(appendices: Any) -> str:
    """Write the first counts of appendices that differ in their figures alone."""
    cells = (cell for item in appendices for cell in form_of(type(item)).cells(item))
    counts = (vi.format_figure(cell.value) for cell in cells if isinstance(cell.value, int))
    return "; ".join((*islice(counts, _FIRST), "…"))
