"""What may be a slip, and what may have been meant; text is made last."""

import enum
from collections.abc import Iterator
from typing import Final, overload

import attrs

from mttq import vi
from mttq.figures import Printed
from mttq.slips import Slip
from mttq.tables import Column, Lang, Table

__all__ = ["Repair", "Repairs", "Support"]


class Support(enum.StrEnum):
    """What speaks for a repair beside the rules that it sets right."""

    NARRATIVE = "narrative"  # a statement agrees with the new figure and not with the old one
    PERCENTAGE = "percentage"  # a printed percentage admits the new figure alone
    SIBLINGS = "siblings"  # a rule that could not tell before now agrees
    PREVIOUS = "previous"  # an earlier report has the new figure


_WORDS: Final[dict[str, dict[str, str]]] = {
    "vi": {
        Slip.CHANGED: "nhầm một chữ số",
        Slip.SWAPPED: "đảo hai chữ số",
        Slip.LOST: "thiếu một chữ số",
        Slip.ADDED: "thừa một chữ số",
        Slip.SCALE: "nhầm “nghìn”, “triệu”",
        Slip.MOVED: "ghi nhầm ô",
        Slip.LEFT_OUT: "chưa ghi",
        Slip.OTHER: "tính từ các số còn lại",
        Support.NARRATIVE: "phần lời ủng hộ",
        Support.PERCENTAGE: "tỷ lệ chỉ nhận số này",
        Support.SIBLINGS: "các số liên quan ủng hộ",
        Support.PREVIOUS: "báo cáo trước ghi số này",
        "fixes": "hết",
        "title": "Số liệu có thể ghi nhầm",
        "place": "Vị trí",
        "change": "Đang ghi → có thể là",
        "reasons": "Lý do",
        "none": "Chưa tìm được cách sửa nào thỏa mọi đối chiếu.",
        "cut": "Còn khả năng chưa xét, vì có quá nhiều",
    },
    "en": {
        Slip.CHANGED: "one digit changed",
        Slip.SWAPPED: "two digits swapped",
        Slip.LOST: "one digit missing",
        Slip.ADDED: "one digit too many",
        Slip.SCALE: "“nghìn” or “triệu” lost or added",
        Slip.MOVED: "written in another cell",
        Slip.LEFT_OUT: "not filled in",
        Slip.OTHER: "follows from the other figures",
        Support.NARRATIVE: "the narrative agrees",
        Support.PERCENTAGE: "the percentage admits this figure alone",
        Support.SIBLINGS: "related figures agree",
        Support.PREVIOUS: "the earlier report has this figure",
        "fixes": "settles",
        "title": "Figures that may be slips",
        "place": "Place",
        "change": "Written → may be",
        "reasons": "Reasons",
        "none": "No single repair satisfies all rules.",
        "cut": "Some repairs were not tried, for there are too many",
    },
}


@attrs.frozen(kw_only=True)
class Repair:
    """One figure that may be a slip, and what it may have been (khả năng ghi nhầm); shown, never applied.

    Args:
        path: where the figure stands.
        place: the same in Vietnamese.
        old: what stands there; None is a blank.
        new: what may have been meant; None if the figure belongs into another cell.
        kind: the slip that would have made the old figure of the new one.
        distance: digits to change, add, leave out or swap; 2 for a scale word, or a figure in the wrong cell.
        support: what else speaks for it.
        fixes: the codes of the rules that it sets right.
        target: for a figure in the wrong cell, the path of its own; else empty.
        target_place: the same in Vietnamese.
    """

    path: str
    place: str
    old: Printed | None
    new: Printed | None
    kind: Slip
    distance: int
    support: tuple[Support, ...] = ()
    fixes: tuple[str, ...] = ()
    target: str = ""
    target_place: str = ""

    @property
    def change(self) -> str:
        """Old and new figure: "10 → 0"."""
        old, new = ("—" if figure is None else vi.format_figure(figure) for figure in (self.old, self.new))
        return f"{old} → {self.target_place}" if self.target else f"{old} → {new}"

    def reasons(self, lang: Lang = "vi") -> str:
        """Say what speaks for it: "thừa một chữ số; phần lời ủng hộ; hết CRI001, CRI002"."""
        words = _WORDS[lang]
        fixes = f"{words['fixes']} {', '.join(self.fixes)}"
        return "; ".join((words[self.kind], *(words[item] for item in self.support), fixes))

    def render(self, lang: Lang = "vi") -> str:
        """Say it in one line."""
        return f"{self.place}: {self.change} ({self.reasons(lang)})"

    def as_dict(self, lang: Lang = "vi") -> dict[str, object]:
        """Give the repair as JSON-ready data; figures are in Vietnamese notation."""
        old, new = (None if figure is None else vi.format_figure(figure) for figure in (self.old, self.new))
        return {
            "path": self.path,
            "place": self.place,
            "old": old,
            "new": new,
            "kind": self.kind.value,
            "distance": self.distance,
            "support": [item.value for item in self.support],
            "fixes": list(self.fixes),
            "target": self.target or None,
            "text": self.render(lang),
        }


@attrs.frozen(kw_only=True)
class Repairs:
    """What may be slips, the likeliest first; empty is false.

    Args:
        found: the repairs.
        complete: whether all were tried; false if there were too many.
    """

    found: tuple[Repair, ...] = ()
    complete: bool = True

    def __iter__(self) -> Iterator[Repair]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, key: int) -> Repair: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Repair, ...]: ...
    def __getitem__(self, key: int | slice) -> Repair | tuple[Repair, ...]:
        """Give the repair at a position, or a stretch of them."""
        return self.found[key]

    def of(self, path: str) -> tuple[Repair, ...]:
        """Give the repairs of one figure."""
        return tuple(repair for repair in self.found if repair.path == path)

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Give the repairs as one table: place, change, reasons."""
        words = _WORDS[lang]
        rows = tuple((repair.place, repair.change, repair.reasons(lang)) for repair in self.found)
        if not self.complete:
            rows += ((words["cut"], "…", ""),)
        columns = tuple(Column(words[key]) for key in ("place", "change", "reasons"))
        return (Table(title=words["title"], columns=columns, rows=rows, empty=words["none"]),)
