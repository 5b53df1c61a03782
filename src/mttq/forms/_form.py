"""What rendering, rules, files and roll-up work on: a `Form`, its lines as printed and its cells."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

import attrs

from mttq._paths import add_root
from mttq.errors import DeclarationError
from mttq.forms._rows import TIER_COLUMNS, Kind, Row
from mttq.values import Tier
from mttq.wording import Phrase

__all__ = ["Cell", "Form", "form_of", "keep", "registered_forms"]


@attrs.frozen
class Cell:
    """One figure of a form.

    Args:
        form: the form.
        row: the line.
        tier: the level it counts: its column, or what the line says; None if neither tells.
        path: its address in a report, "kl62-pl2.criticism.sessions.commune".
        position: its place among all cells of the form, from 0.
        value: the figure; None is a blank.
    """

    form: "Form"
    row: Row
    tier: Tier | None
    path: str
    position: int
    value: Any = None

    @property
    def line(self) -> str:
        """The address of its line, "kl62-pl2.criticism.sessions"."""
        return _line(self.form, self.row)

    @property
    def place(self) -> Phrase:
        """Where it stands, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"."""
        return Phrase("{}, {}", Phrase(self.form.name), self.row.place(self.tier))


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """An official or a user's own form, derived from its class.

    Args:
        code: its code in files and paths ("kl62-pl2").
        name: its name in a report ("Phụ lục 2").
        title: its title.
        record: the class it was derived from.
        rows: its lines in printed order.
    """

    code: str
    name: str
    title: str
    record: type
    rows: tuple[Row, ...]

    @property
    def tiers(self) -> bool:
        """Whether any line has tier columns."""
        return any(row.tiered for row in self.rows)

    @property
    def blank(self) -> tuple[Cell, ...]:
        """Its cells in printed order, all of them blank."""
        return _blank(self)

    def values(self, instance: object) -> tuple[Any, ...]:
        """Return what stands in the cells of a filled-in form, by their positions.

        >>> from mttq.forms import ParticipationAppendix
        >>> filled = ParticipationAppendix()
        >>> derived = form_of(ParticipationAppendix)
        >>> len(derived.values(filled)) == len(derived.blank), set(derived.values(filled))
        (True, {None})
        """
        return _reader(self)(instance)

    def cells(self, instance: object) -> Iterator[Cell]:
        """Return every cell of a filled-in form in printed order, blanks included."""
        for cell, value in zip(self.blank, self.values(instance), strict=True):
            yield Cell(self, cell.row, cell.tier, cell.path, cell.position, value)

    def row_cells(self, instance: object, row: Row) -> Iterator[Cell]:
        """Return the cells of one line: none for a heading, else one, or one for each tier column."""
        found = _cells_of_lines(self).get(row.path, ())
        values = row.value_in(instance) if found else None
        for cell in found:
            value = getattr(values, str(cell.tier)) if row.tiered else values
            yield Cell(self, row, cell.tier, cell.path, cell.position, value)

    def locate(self, path: str) -> tuple[Row, Tier | None]:
        """Find the line, and the tier column if one is named, at a path inside the form.

        Raises:
            KeyError: the form has no such line.
        """
        return _lines(self)[path]


def _line(form: Form, row: Row) -> str:
    return ".".join((form.code, *row.path))


@cache
def _blank(form: Form) -> tuple[Cell, ...]:
    places = (
        (row, tier, f"{_line(form, row)}.{tier}" if row.tiered else _line(form, row))
        for row in form.rows
        if row.kind is not Kind.HEADING
        for tier in (TIER_COLUMNS if row.tiered else (row.tier,))
    )
    return tuple(Cell(form, *place, position) for position, place in enumerate(places))


@cache
def _cells_of_lines(form: Form) -> dict[tuple[str, ...], list[Cell]]:
    return {path: list(cells) for path, cells in groupby(_blank(form), lambda cell: cell.row.path)}


@cache
def _reader(form: Form) -> Callable[[object], tuple[Any, ...]]:
    """Return what reads all cells at once."""
    paths = [cell.path.partition(".")[2] for cell in _blank(form)]
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda instance: tuple(attrgetter(path)(instance) for path in paths)


@cache
def _lines(form: Form) -> dict[str, tuple[Row, Tier | None]]:
    """Return the lines of a form, and their tier columns, by the paths inside it."""
    found: dict[str, tuple[Row, Tier | None]] = {}
    for row in form.rows:
        path = ".".join(row.path)
        found[path] = row, None
        if row.tiered:
            found |= {f"{path}.{tier}": (row, tier) for tier in TIER_COLUMNS}
    return found


_FORMS: dict[str, Form] = {}
_BY_RECORD: dict[type, Form] = {}


def registered_forms() -> dict[str, Form]:
    """Return all forms declared so far by code."""
    return dict(_FORMS)


def form_of(record: type) -> Form:
    """Return the form that was derived from a class.

    Raises:
        DeclarationError: the class is no form.
    """
    try:
        return _BY_RECORD[record]
    except KeyError:
        raise DeclarationError(Phrase("{} chưa được khai báo bằng @form", record.__name__)) from None


def keep(form: Form) -> None:
    """Let a form be found by its code and its class, and paths begin with its code."""
    _FORMS[form.code] = _BY_RECORD[form.record] = form
    add_root(form.code, form.record)
