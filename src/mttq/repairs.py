"""What may be a slip, and what may have been meant; text is made last."""

import enum
from collections.abc import Iterator
from typing import overload

import attrs

from mttq import vi
from mttq.figures import Printed
from mttq.slips import Slip
from mttq.tables import Column, Lang, Table
from mttq.wording import label, name_of, words

__all__ = ["Repair", "Repairs", "Support"]


class Support(enum.StrEnum):
    """What speaks for a repair beside the rules that it sets right."""

    NARRATIVE = "narrative"  # a statement agrees with the new figure and not with the old one
    PERCENTAGE = "percentage"  # a printed percentage admits the new figure alone
    SIBLINGS = "siblings"  # a rule that could not tell before now agrees
    PREVIOUS = "previous"  # an earlier report has the new figure


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
        return self._change("vi")

    def _change(self, lang: Lang) -> str:
        old, new = _shown(self.old, lang) or "—", _shown(self.new, lang) or "—"
        return f"{old} → {label(self.target_place, lang) if self.target else new}"

    def reasons(self, lang: Lang = "vi") -> str:
        """Say what speaks for it: "thừa một chữ số; phần lời ủng hộ; hết CRI001, CRI002"."""
        fixes = f"{words(lang)['repairs.fixes']} {', '.join(self.fixes)}"
        return "; ".join((*(name_of(item, lang) for item in (self.kind, *self.support)), fixes))

    def render(self, lang: Lang = "vi") -> str:
        """Say it in one line."""
        return f"{label(self.place, lang)}: {self._change(lang)} ({self.reasons(lang)})"

    def as_dict(self, lang: Lang = "vi") -> dict[str, object]:
        """Give the repair as JSON-ready data; figures are in Vietnamese notation."""
        return {
            "path": self.path,
            "place": label(self.place, lang),
            "old": _shown(self.old, lang),
            "new": _shown(self.new, lang),
            "kind": self.kind.value,
            "distance": self.distance,
            "support": [item.value for item in self.support],
            "fixes": list(self.fixes),
            "target": self.target or None,
            "text": self.render(lang),
        }


def _shown(figure: Printed | None, lang: Lang) -> str | None:
    return None if figure is None else vi.format_figure(figure, lang)


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
        said = words(lang)
        rows = tuple(
            (label(item.place, lang), item._change(lang), item.reasons(lang))  # noqa: SLF001
            for item in self.found
        )
        if not self.complete:
            rows += ((said["repairs.cut"], "…", ""),)
        columns = tuple(Column(said[key]) for key in ("place", "repairs.change", "repairs.reasons"))
        return (Table(title=said["repairs"], columns=columns, rows=rows, empty=said["repairs.none"]),)
