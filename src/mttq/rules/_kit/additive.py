"""The figures that add up over units: those of the people, and the counts and sums of money of forms."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, Final
from zlib import crc32

import attrs

from mttq._declared.relations import Shape
from mttq.errors import ConstraintError
from mttq.forms import Cell, Form, Kind, form_with
from mttq.report import Report
from mttq.rules._kit.cells import figures, filled
from mttq.rules._kit.once import shared
from mttq.rules._kit.packed import Numbers, Packed, packed, unpacked
from mttq.values import Pair, Tier, Triple
from mttq.wording import Phrase

__all__ = ["PEOPLE", "POPULATION", "Cells", "Item", "as_printed", "cells_in", "items_of", "number_at"]

POPULATION: Final = "population"
"""The subject of the figures that a report gives of its people."""

PEOPLE: Final = ("population.households", "population.persons")
"""The figures that count all who live in a unit."""


@attrs.frozen
class Cells:
    """What stands in the cells of a report that add up.

    Args:
        subjects: of what they are (the code of a form, or "population"), each with the stamp of its lines.
        numbers: what all of them hold, one subject after the other (`packed`).
    """

    subjects: tuple[tuple[str, int], ...]
    numbers: Packed


@attrs.frozen(eq=False)
class Item:
    """A figure that can be added up over units.

    Args:
        subject: of what its period is: the form's code, or "population".
        path: its address.
        label: its words.
        tier: the level it counts; None if it counts all together.
        is_state: whether it is what there is at the end of its time, and not what came about in it.
        is_flow: whether it is what came about in its time, so that it adds up over times, too.
        is_of_people: whether it counts people or what they have, each in one child.
    """

    subject: str
    path: str
    label: str
    tier: Tier | None = None
    is_state: bool = False
    is_flow: bool = False
    is_of_people: bool = False

    @property
    def has_own_share(self) -> bool:
        """Whether a unit adds something of its own to what its children have: all but people do."""
        return not self.is_of_people and self.tier is None


@attrs.frozen(eq=False)
class _Layout:
    """The figures of a subject, in their order.

    Args:
        items: the figures.
        stamp: changes with their paths, so that no number is taken for another one.
        read: reads what stands in their cells.
        places: the positions of the figures by their paths.
    """

    items: tuple[Item, ...]
    stamp: int
    read: Callable[[Any], tuple[Any, ...]]
    places: Mapping[str, int]


def _layout(items: tuple[Item, ...], read: Callable[[Any], tuple[Any, ...]]) -> _Layout:
    places = {item.path: position for position, item in enumerate(items)}
    return _Layout(items, crc32("\n".join(places).encode()), read, places)


_PEOPLE: Final = {
    "villages": "Số thôn, tổ dân phố",
    "households": "Số hộ",
    "persons": "Số nhân khẩu",
    "poor.households": "Số hộ nghèo",
    "near_poor.households": "Số hộ cận nghèo",
}
_OF_PEOPLE: Final = _layout(
    tuple(
        Item(POPULATION, f"population.{name}", label, is_state=True, is_of_people=True)
        for name, label in _PEOPLE.items()
    ),
    attrgetter(*_PEOPLE),
)
_ADDITIVE: Final = {Kind.COUNT, Kind.MONEY, Kind.PAIR, Kind.TRIPLE}


@cache
def _layout_of(form: Form) -> _Layout:
    cells = tuple(cell for cell in form.blank if cell.kind in _ADDITIVE)
    items = tuple(
        Item(
            form.code,
            cell.path,
            cell.label,
            cell.tier,
            is_state=_is_left(cell),
            is_flow=not cell.is_running and not cell.row.asked,
            is_of_people=_is_told_of_people(cell),
        )
        for cell in cells
    )
    positions = [cell.position for cell in cells]
    return _layout(items, lambda values: tuple([values[position] for position in positions]))


def _is_left(cell: Cell) -> bool:
    """Return whether a cell tells a state at the end of its time, and not at its beginning."""
    named = (term.path for relation in cell.relations for term in relation.terms)
    return cell.stock and not any(path.root == "<" for path in named)


def _is_told_of_people(cell: Cell) -> bool:
    """Return whether a cell tells again what the report tells of its people."""
    told = (item for item in cell.relations if item.shape is Shape.SAME_AS)
    return any(str(term.path).startswith(f"/{POPULATION}.") for item in told for term in item.terms)


def cells_in(report: Report) -> Cells:
    """Return what stands in the cells of a report that add up, blanks among them."""
    read = [(POPULATION, _OF_PEOPLE, _OF_PEOPLE.read(report.population))]
    for form, values in filled(report):
        layout = _layout_of(form)
        read.append((form.code, layout, layout.read(values)))
    told = [item for item in read if any(value is not None for value in item[-1])]
    return Cells(
        shared(tuple((subject, layout.stamp) for subject, layout, _ in told)),
        packed(_numbers(value) for _, _, values in told for value in values),
    )


def _numbers(value: object) -> Numbers:
    return value if value is None or type(value) is int else figures(value) or None


def items_of(cells: Cells) -> Iterator[tuple[Item, Numbers]]:
    """Return the figures of all subjects with what stands in their cells.

    Raises:
        ConstraintError: a form is not known here, or has other lines.
    """
    items = chain.from_iterable(layout.items for layout in _layouts_of(cells))
    return zip(items, unpacked(cells.numbers), strict=True)


def number_at(cells: Cells, path: str) -> Numbers:
    """Return what stands in a cell; None if there is no such cell."""
    before = 0
    for layout in _layouts_of(cells):
        place = layout.places.get(path)
        if place is not None:
            found: Numbers = unpacked(cells.numbers)[before + place]
            return found
        before += len(layout.items)
    return None


def _layouts_of(cells: Cells) -> list[_Layout]:
    return [_layout_for(subject, stamp) for subject, stamp in cells.subjects]


def _layout_for(subject: str, stamp: int) -> _Layout:
    layout = _OF_PEOPLE if subject == POPULATION else _layout_with(subject)
    if layout.stamp != stamp:
        told = Phrase("Digest: biểu {} có dòng khác với biểu của báo cáo; lập lại Digest từ báo cáo", subject)
        raise ConstraintError(told, "cells")
    return layout


def _layout_with(code: str) -> _Layout:
    form = form_with(code)
    if form is None:
        raise ConstraintError(Phrase("Digest: chưa khai báo biểu {}; nạp mô-đun của biểu", code), "cells")
    return _layout_of(form)


def as_printed(numbers: Numbers) -> int | Pair | Triple | None:
    """Return what stands in a cell as the form has it.

    >>> as_printed(5), as_printed((169, 1169))
    (5, Pair(first=169, second=1169))
    """
    if isinstance(numbers, tuple):
        return Pair(*numbers) if len(numbers) == len(attrs.fields(Pair)) else Triple(*numbers)
    return numbers
