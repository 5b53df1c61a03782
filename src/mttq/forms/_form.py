"""What rendering, rules, files and roll-up work on: a `Form`, its lines as printed and its cells."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import attrs

from mttq._declared.paths import add_later_root, add_root
from mttq._declared.relations import Relation
from mttq.errors import DeclarationError, PathError
from mttq.forms._columns import Column
from mttq.forms._kinds import Kind
from mttq.forms._rows import TIER_COLUMNS, Row
from mttq.values import Tier
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = [
    "SHIPPED",
    "Cell",
    "Form",
    "form_of",
    "form_with",
    "is_form",
    "is_form_code",
    "keep",
    "registered_forms",
]


@attrs.frozen
class Cell:
    """One figure of a form.

    Args:
        form: the form.
        row: the line.
        tier: the level it counts: its column, or what the line says; None if neither says so.
        path: its address in a report, "kl62-pl2.criticism.sessions.commune".
        position: its place among all cells of the form, from 0; a register has one, all of its records
            together.
        value: the figure; None is a blank.
        column: its column, of a line that has several.
        record: of a register: which of its records, from 0.

    >>> from mttq.forms import ParticipationAppendix
    >>> cell = form_of(ParticipationAppendix).blank[0]
    >>> cell.path, cell.value
    ('kl62-pl2.supervision.document_studies.province', None)
    """

    form: "Form"
    row: Row
    tier: Tier | None
    path: str
    position: int
    value: Any = None
    column: Column | None = None
    record: int | None = None

    @property
    def line(self) -> str:
        """The address of its line, "kl62-pl2.criticism.sessions"."""
        return _line(self.form, self.row)

    @property
    def place(self) -> Phrase:
        """Where it stands, "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"."""
        return Phrase("{}, {}", Phrase(self.form.name), self.row.place(self.tier, self.column, self.record))

    @property
    def label(self) -> str:
        """What it is called: by its line, and by its column if there are several."""
        if self.column is None:
            return self.row.label
        return (
            Phrase("{}, {}", Phrase(self.row.label), self.column.label)
            if self.row.label
            else self.column.label
        )

    @property
    def kind(self) -> Kind:
        """What stands in it."""
        return self.row.kind if self.column is None else self.column.kind

    @property
    def unit(self) -> str | None:
        """What it counts, where the form says so."""
        return (self.column and self.column.unit) or self.row.unit

    @property
    def stock(self) -> bool:
        """Whether it is a state, not a flow."""
        return self.row.stock or (self.column is not None and self.column.stock)

    @property
    def is_running(self) -> bool:
        """Whether it runs on from one period to the next, so that its figures are not added over time."""
        return self.stock or self.form.cumulative or (self.column is not None and self.column.cumulative)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What it is to other figures, as of `Row` and `Column`."""
        return self.row.relations if self.column is None else self.column.relations

    @property
    def times(self) -> Iterator[tuple[dt.date | None, dt.date | None]]:
        """The first and the last day of its line, and of its column."""
        yield self.row.since, self.row.until
        if self.column is not None:
            yield self.column.since, self.column.until


@attrs.frozen(kw_only=True, eq=False)
class Form:
    """An official or a user's own form, derived from its class.

    Args:
        code: its code in files and paths ("kl62-pl2").
        name: its name in a report ("Phụ lục 2").
        title: its title.
        record: the class it was derived from.
        rows: its lines in printed order.
        cumulative: whether all of its figures run on from one period to the next.

    >>> from mttq.forms import TIER_COLUMNS, ParticipationAppendix
    >>> form = form_of(ParticipationAppendix)
    >>> form.code, form.tiers, tuple(TIER_COLUMNS.values())
    ('kl62-pl2', True, ('Cấp tỉnh', 'Cấp huyện', 'Cấp cơ sở'))
    """

    code: str
    name: str
    title: str
    record: type
    rows: tuple[Row, ...]
    cumulative: bool = False

    @property
    def tiers(self) -> bool:
        """Whether any line has tier columns."""
        return any(row.tiered for row in self.rows)

    @property
    def blank(self) -> tuple[Cell, ...]:
        """Its cells in printed order, all of them blank; of a register one, for all of its records."""
        return _blank(self)

    def values(self, instance: object) -> tuple[Any, ...]:
        """Return the values of the cells of a filled-in form, by their positions.

        >>> from mttq.forms import ParticipationAppendix
        >>> filled = ParticipationAppendix()
        >>> derived = form_of(ParticipationAppendix)
        >>> len(derived.values(filled)) == len(derived.blank), set(derived.values(filled))
        (True, {None})
        """
        return _reader(self)(instance)

    def cells(self, instance: object) -> Iterator[Cell]:
        """Return every cell of a filled-in form in printed order, blanks and records included."""
        for cell, value in zip(self.blank, self.values(instance), strict=True):
            yield from _filled(cell, value)

    def row_cells(self, instance: object, row: Row) -> Iterator[Cell]:
        """Return the cells of one line: none for a heading, else one for each column, and for each record."""
        for cell in _cells_of_lines(self).get(row.path, ()):
            inner = cell.path.removeprefix(f"{cell.line}").lstrip(".")
            value = row.value_in(instance)
            yield from _filled(cell, attrgetter(inner)(value) if inner else value)

    def locate(self, path: str) -> tuple[Row, Tier | None]:
        """Find the line, and the tier column if one is named, at a path inside the form.

        Raises:
            PathError: the form has no such line; a `KeyError`.
        """
        cell = self.cell_at(path)
        return cell.row, cell.tier if cell.row.tiered else None

    def cell_at(self, path: str) -> Cell:
        """Return the cell at a path inside the form, blank; of a line with several columns that of the line.

        Raises:
            PathError: the form has no such line, or column; a `KeyError`.

        >>> from mttq.forms import ParticipationAppendix
        >>> str(form_of(ParticipationAppendix).cell_at("criticism.sessions.commune").place)
        'Phụ lục 2, mục 2, dòng 2, cấp cơ sở'
        """
        known = _lines(self)
        found = known.get(path) or _in_record(known, path)
        if found is None:
            raise PathError(Phrase("không có “{}”{}", path, meant(path, known)))
        return found


def _in_record(known: Mapping[str, Cell], path: str) -> Cell | None:
    """Return the cell of a record of a register, or the record as one that has no column; None if none."""
    taken = re.fullmatch(r"(.+?)\.(0|[1-9][0-9]*)(?:\.(.+))?", path)
    register = known.get(taken[1]) if taken else None
    if taken is None or register is None or register.row.kind is not Kind.REGISTER:
        return None
    cell = attrs.evolve(register, path=f"{register.form.code}.{path}", value=None, record=int(taken[2]))
    if taken[3] is None:
        return cell
    columns = (item for item in register.row.columns if ".".join(item.path) == taken[3])
    return next((attrs.evolve(cell, column=column) for column in columns), None)


def _line(form: Form, row: Row) -> str:
    return ".".join((form.code, *row.path))


@cache
def _blank(form: Form) -> tuple[Cell, ...]:
    return tuple(attrs.evolve(cell, position=position) for position, cell in enumerate(_all_blank(form)))


def _all_blank(form: Form) -> Iterator[Cell]:
    for row in form.rows:
        line = _line(form, row)
        if row.kind is Kind.COLUMNS:
            for column in row.columns:
                yield Cell(form, row, row.tier, ".".join((line, *column.path)), 0, column=column)
        elif row.tiered:
            for tier in TIER_COLUMNS:
                yield Cell(form, row, tier, f"{line}.{tier}", 0)
        elif row.kind is not Kind.HEADING:
            yield Cell(form, row, row.tier, line, 0, () if row.kind is Kind.REGISTER else None)


def _filled(cell: Cell, value: Any) -> Iterator[Cell]:
    """Return a cell with its value; of a register those of its records."""
    if cell.row.kind is not Kind.REGISTER:
        yield attrs.evolve(cell, value=value)
        return
    for number, record in enumerate(value):
        for column in cell.row.columns:
            yield attrs.evolve(
                cell,
                path=".".join((cell.path, str(number), *column.path)),
                value=column.value_in(record),
                column=column,
                record=number,
            )


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
def _lines(form: Form) -> dict[str, Cell]:
    """Return the cells of a form by the paths inside it, and each line as one that has no column."""
    found: dict[str, Cell] = {}
    for row in form.rows:
        found[".".join(row.path)] = Cell(form, row, row.tier if not row.tiered else None, _line(form, row), 0)
    return found | {cell.path.partition(".")[2]: cell for cell in form.blank}


SHIPPED: Final = (
    "kl62-pl1",
    "kl62-pl2",
    "core",
    "qcdc-2-ban-quyet-dinh",
    "qcdc-3-bieu-quyet",
    "qcdc-4-tham-gia-y-kien",
    "qcdc-6-giam-sat",
    "qcdc-7-ttnd",
    "qcdc-8-gsdtcd",
    "qcdc-9-don-thu",
    "qcdc-10-hop-thon",
    "easup-quy-vnn-cong-khai",
    "easup-y-kien-cu-tri",
    "vegiang-bc-thang",
    "nghean-pbxh-so",
    "nghean-nha-dai-doan-ket",
    "baucu-phan-bo-xa",
    "nq101-bbkp-06",
    "hdbc-23",
    "hdbc-28-1",
    "hdbc-28-2",
)
"""The codes of mttq's own forms, each declared in the module of its name, imported when it is asked for."""

_FORMS: Final[dict[str, Form]] = {}
_BY_RECORD: Final[dict[type, Form]] = {}


def form_with(code: str) -> Form | None:
    """Return the form of a code, one of mttq's own or one declared so far; None if there is none.

    >>> form_with("kl62-pl2").name, form_with("kl62")
    ('Phụ lục 2', None)
    """
    if code in SHIPPED and code not in _FORMS:
        import_module(f"mttq.forms.{code.replace('-', '_')}")
    return _FORMS.get(code)


def is_form_code(code: str) -> bool:
    """Return whether there is a form of a code; one of mttq's own is not imported for that.

    >>> is_form_code("kl62-pl2"), is_form_code("kl62")
    (True, False)
    """
    return code in SHIPPED or code in _FORMS


def registered_forms() -> dict[str, Form]:
    """Return all forms by code: mttq's own, in an order of theirs, and those declared so far.

    >>> list(registered_forms())[:3]
    ['kl62-pl1', 'kl62-pl2', 'core']
    """
    own = {code: form for code in SHIPPED if (form := form_with(code)) is not None}
    return own | _FORMS


def is_form(record: type) -> bool:
    """Return whether a class is a form.

    >>> from mttq.forms import ParticipationAppendix
    >>> is_form(ParticipationAppendix), is_form(int)
    (True, False)
    """
    return record in _BY_RECORD


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


for _code in SHIPPED:
    add_later_root(_code, partial(form_with, _code))
