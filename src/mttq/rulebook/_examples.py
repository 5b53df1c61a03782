"""The example of a rule: a fault planted in a report that is in order, shown right and wrong."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Final

import attrs

from mttq import vi
from mttq.forms import form_of
from mttq.model import Dialogue, PrintedFigure, Unit, UnitRef
from mttq.report import Report
from mttq.rules import Rule
from mttq.tables import Lang
from mttq.testing._cases import Case
from mttq.testing._drawn import draw_report
from mttq.testing._faults import FAULTS
from mttq.testing._together import TOGETHER
from mttq.values import DocumentRef
from mttq.waivers import Waiver

__all__ = ["Example", "example_of"]

_SAMPLE: Final = 1  # the report of this seed lets nearly all rules judge
_FIRST: Final = 8
_WORDS: Final[dict[str, dict[str, str]]] = {
    "vi": {
        "right": "Đúng (quy tắc đạt)",
        "wrong": "Sai",
        "nothing": "không có",
        "reports": "Các báo cáo",
        "previous": "Báo cáo trước",
        "units": "Danh mục đơn vị",
        "waivers": "Quyết định chấp nhận",
        "rules": "Quy tắc tự viết",
    },
    "en": {
        "right": "Right (the rule passes)",
        "wrong": "Wrong",
        "nothing": "none",
        "reports": "Reports",
        "previous": "Earlier reports",
        "units": "Catalogue of units",
        "waivers": "Waivers",
        "rules": "A rule of one's own",
    },
}
_NAMES: Final[dict[type, Callable[[Any], str]]] = {
    Dialogue: lambda record: vi.format_figure(record.date),
    DocumentRef: lambda document: document.raw,
    PrintedFigure: lambda printed: printed.text,
    Report: lambda report: report.unit.full_name,
    Rule: lambda rule: f"{rule.code}, {rule.title}",
    Unit: lambda unit: unit.full_name,
    UnitRef: lambda unit: unit.full_name,
    Waiver: lambda waiver: f"{waiver.code}, {waiver.reason}, đến {vi.format_figure(waiver.expires)}",
    str: lambda text: re.sub(r"\s*\n\s*", " ¶ ", text),
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
        words = _WORDS[lang]
        place = words.get(self.path) or self.right.reports[0].place_of(self.path)
        values = [case.value_at(self.path) for case in (self.right, self.wrong)]
        old, new = map(_shown, values)
        right, wrong = (old, new) if old != new else map(_counts, values)
        name = f"{self.name}. " if lang == "en" else ""
        yield [
            *self._given(words),
            f"{words['right']}: {place}: {right or words['nothing']}",
            f"{words['wrong']}: {name}{place}: {wrong or words['nothing']}",
        ]
        for finding in self.wrong.judged_by(rule)[rule.code][:1]:
            yield finding.explain(lang).splitlines()

    def _given(self, words: dict[str, str]) -> Iterator[str]:
        """Name what is given besides one report."""
        for field in attrs.fields(Case):
            value = getattr(self.right, field.name)
            least = 1 if field.name == "reports" else 0
            if len(value) > least and field.name != self.path:
                yield f"{words[field.name]}: {_shown(value)}"


def example_of(code: str) -> Example | None:
    """Give the example of a rule, if there is one."""
    fault = next((fault for fault in (*FAULTS, *TOGETHER) if fault.code == code), None)
    if fault is None:
        return None
    return Example(fault.name, fault.path, fault.right(_sample()), fault.wrong(_sample()))


@cache
def _sample() -> Report:
    return draw_report(_SAMPLE)


def _shown(value: Any) -> str:
    """Write a figure, or the name of a thing; nothing for a blank."""
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if type(value) in _NAMES:
        return _NAMES[type(value)](value)
    try:
        return vi.format_figure(value)
    except TypeError:
        return form_of(type(value)).name


def _counts(appendices: Any) -> str:
    """Write the first counts of appendices that differ in their figures alone."""
    cells = (cell for item in appendices for cell in form_of(type(item)).cells(item))
    counts = (vi.format_figure(cell.value) for cell in cells if isinstance(cell.value, int))
    return "; ".join((*islice(counts, _FIRST), "…"))
