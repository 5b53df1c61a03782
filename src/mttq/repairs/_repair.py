"""What may be a slip, and what may have been meant; text is made last."""

import enum
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, overload

import attrs

from mttq import vi
from mttq._names.former import former_arguments
from mttq.repairs._figures import Written
from mttq.repairs._slips import Slip
from mttq.tables import Column, Lang, Shown, Table
from mttq.wording import label, name_of, words

__all__ = ["Change", "Repair", "Repairs", "Step", "Support"]

_LIMIT: Final = "MTQ998"  # the code of a search that was cut
_ALIKE: Final = 5  # so many figures are shown that one may have been for the same reasons


class Support(enum.StrEnum):
    """What supports a repair besides the rules that it satisfies."""

    NARRATIVE = "narrative"  # a statement agrees with the new figure and not with the old one
    PERCENTAGE = "percentage"  # a printed percentage admits the new figure alone
    SIBLINGS = "siblings"  # a rule that could not judge before now agrees
    PREVIOUS = "previous"  # an earlier report has the new figure


@attrs.frozen(kw_only=True)
class Change:
    """One figure, day or period that may be a slip, and what may have been meant.

    Args:
        path: where the figure stands.
        place: the same in Vietnamese.
        old: the value of the report; None is a blank.
        new: what may have been meant; None if the figure belongs into another cell; for a count a range, if
            the other figures leave that many numbers.
        kind: the slip that would have made the old figure of the new one.
        distance: digits to change, add, leave out or swap; 2 for a scale word; 1 for each of two cells where
            a figure stands in the wrong one.

    >>> from mttq import localise
    >>> from mttq.testing import make_report
    >>> wrong = make_report().with_value("population.poor.households", 78)
    >>> change = localise(wrong)[0].changes[0]
    >>> change.path, change.old, change.new
    ('population.poor.households', 78, 87)
    """

    path: str
    place: str = ""
    old: Written | None
    new: Written | None
    kind: Slip
    distance: int

    @former_arguments("0.2", "lang")
    def render(self, *, lang: Lang = "vi") -> str:
        """Return old and new figure: "10 → 0"."""
        return f"{_shown(self.old, lang) or '—'} → {_shown(self.new, lang) or '—'}"

    @former_arguments("0.2", "lang")
    def as_dict(self, *, lang: Lang = "vi") -> dict[str, str | int | None]:
        """Return the change as JSON-ready data; figures are in the notation of the language."""
        return {
            "path": self.path,
            "place": label(self.place, lang),
            "old": _shown(self.old, lang),
            "new": _shown(self.new, lang),
            "kind": self.kind.value,
            "distance": self.distance,
        }


Step = tuple[Change, ...]
"""One slip taken back: a figure is another, or several are, where figures stood in wrong cells."""


def _shown(figure: Written | None, lang: Lang) -> str | None:
    return None if figure is None else vi.format_figure(figure, lang=lang)


@attrs.frozen(kw_only=True)
class Repair:
    """Figures that may be slips, and what they may have been (khả năng ghi nhầm); shown, never applied.

    Args:
        changes: mostly one figure; two where a figure stands in the wrong cell, or two slips were made.
        support: what else supports it.
        fixes: the codes of the rules that it sets right.

    >>> from mttq import localise
    >>> from mttq.testing import make_report
    >>> repair = localise(make_report().with_value("population.poor.households", 78))[0]
    >>> repair.fixes
    ('UNI008',)
    """

    changes: tuple[Change, ...]
    support: tuple[Support, ...] = ()
    fixes: tuple[str, ...] = ()

    @property
    def distance(self) -> int:
        """How far the figures are off in all."""
        return sum(change.distance for change in self.changes)

    @former_arguments("0.2", "lang")
    def reasons(self, *, lang: Lang = "vi") -> str:
        """Say what supports it: "thừa một chữ số; khớp với phần lời; khắc phục CRI001, CRI002"."""
        kinds = dict.fromkeys(change.kind for change in self.changes)
        fixes = f"{words(lang)['repairs.fixes']} {', '.join(self.fixes)}"
        return "; ".join((*(name_of(item, lang) for item in (*kinds, *self.support)), fixes))

    @former_arguments("0.2", "lang")
    def render(self, *, lang: Lang = "vi") -> str:
        """Say it in one line."""
        changes = "; ".join(f"{label(item.place, lang)}: {item.render(lang=lang)}" for item in self.changes)
        return f"{changes} ({self.reasons(lang=lang)})"

    @former_arguments("0.2", "lang")
    def as_dict(self, *, lang: Lang = "vi") -> dict[str, object]:
        """Return the repair as JSON-ready data; figures are in the notation of the language."""
        return {
            "changes": [change.as_dict(lang=lang) for change in self.changes],
            "distance": self.distance,
            "support": [item.value for item in self.support],
            "fixes": list(self.fixes),
            "text": self.render(lang=lang),
        }


@attrs.frozen(kw_only=True)
class Repairs(Shown):
    """What may be slips, the likeliest first; empty is false.

    Args:
        found: the repairs.
        left: how many possibilities were not tried because a limit was reached (MTQ998).
        crashed: by code of a rule that broke down on the report, the error; it was not asked (MTQ999).

    >>> from mttq import localise
    >>> from mttq.testing import make_report
    >>> localise(make_report()) == Repairs()
    True
    """

    found: tuple[Repair, ...] = ()
    left: int = 0
    crashed: Mapping[str, str] = attrs.field(factory=dict, hash=False)

    def __repr__(self) -> str:
        return f"<Repairs {words('vi')['repairs'].lower()}: {len(self.found)}>"

    @property
    def complete(self) -> bool:
        """Whether all were tried."""
        return not self.left

    def __iter__(self) -> Iterator[Repair]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, key: int) -> Repair: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Repair, ...]: ...
    def __getitem__(self, key: int | slice) -> Repair | tuple[Repair, ...]:
        """Return the repair at a position, or a stretch of them."""
        return self.found[key]

    def of(self, path: str) -> tuple[Repair, ...]:
        """Return the repairs that change one figure."""
        return tuple(item for item in self.found if any(change.path == path for change in item.changes))

    @former_arguments("0.2", "lang")
    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the repairs as one table: place, change, reasons.

        Each change has a line, but several figures that one may have been, for the same reasons, share it.
        """
        said = words(lang)
        rows = list(chain.from_iterable(_rows(repairs, lang) for repairs in self._alike()))
        if self.left:
            rows.append((f"{_LIMIT}: {said['repairs.cut']}", vi.format_number(self.left), ""))
        rows += [(f"{said['crashed']}: {code}", error, "") for code, error in self.crashed.items()]
        columns = tuple(Column(said[key]) for key in ("place", "repairs.change", "repairs.reasons"))
        return (Table(title=said["repairs"], columns=columns, rows=tuple(rows), empty=said["repairs.none"]),)

    def _alike(self) -> Iterable[list[Repair]]:
        """Return the repairs of one figure for the same reasons together."""
        found: dict[tuple[object, ...], list[Repair]] = {}
        for repair in self.found:
            first, *others = repair.changes
            found.setdefault((first.path, repair.reasons(), *others), []).append(repair)
        return found.values()


def _rows(repairs: list[Repair], lang: Lang) -> Iterator[tuple[str, str, str]]:
    first, *others = repairs[0].changes
    alike = [_shown(repair.changes[0].new, lang) or "—" for repair in repairs[1:_ALIKE]]
    more = [f"… (+{len(repairs) - _ALIKE})"] if len(repairs) > _ALIKE else []
    yield (
        label(first.place, lang),
        "; ".join((first.render(lang=lang), *alike, *more)),
        repairs[0].reasons(lang=lang),
    )
    for change in others:
        yield f"{words(lang)['repairs.and']} {label(change.place, lang)}", change.render(lang=lang), ""
