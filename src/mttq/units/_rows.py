"""Units and successions as rows of texts, and as CSV files."""

import csv
import datetime as dt
import enum
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Final, TypeVar

import attrs

from mttq._declared.types import BLANK, unfit
from mttq._files.opening import content_of
from mttq._files.saving import save
from mttq.errors import Fault, MttqError, UnitsError
from mttq.model import Unit, UnitKind, UnitRef, UnitTrait
from mttq.units._succession import Succession, beginning_of, end_of
from mttq.values import DocumentRef, Extent, ResidentialKind
from mttq.vi import normalize, parse_date, parse_document
from mttq.wording import Phrase
from mttq.wording._nearest import meant, nearest

__all__ = ["read_rows", "rows_in", "save_rows"]

Row = Mapping[str, str | None]
M = TypeVar("M", bound=enum.StrEnum)
T = TypeVar("T")
Kind = UnitKind | ResidentialKind

_UNIT: Final = ("code", "kind", "name", "parent", "valid_from", "valid_until", "established_by", "traits")
_EDGE: Final = ("on", "before", "after", "extent", "document", "clause")
_CALLED: Final = "called"  # a column of lists with areas of a kind that is not listed
_COLUMNS: Final = frozenset((*_UNIT, _CALLED, *_EDGE))
_LIST: Final = Phrase("Danh mục đơn vị")
_BETWEEN: Final = ", "  # traits of one cell


def rows_in(path: str | PathLike[str]) -> list[dict[str, str | None]]:
    """Return the rows of a CSV file whose first line names the columns.

    Raises:
        FileError: it cannot be read.
        UnitsError: it is not in UTF-8.
    """
    try:
        text = content_of(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = Phrase("tệp không phải UTF-8; trong Excel lưu thành “CSV UTF-8”")
        raise UnitsError((Fault("$", told, error.object[error.start :][:9]),), str(path)) from None
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


class _Cells:
    """One row, whose cells are read one by one; what is wrong with them is gathered."""

    def __init__(self, name: str, number: int, row: Row, faults: list[Fault]) -> None:
        self._name, self._number, self._faults = name, number, faults
        self._row = {key: normalize(value or "").strip() for key, value in row.items() if key in _COLUMNS}

    def fault(self, column: str, message: Phrase, value: object) -> None:
        self._faults.append(Fault(f"{self._name}[{self._number}].{column}", message, value))

    def text(self, column: str) -> str | None:
        return self._row.get(column) or None

    def needed(self, column: str) -> str:
        found = self.text(column)
        if found is None:
            self.fault(column, BLANK, None)
        return found or "?"

    def read(self, column: str, reader: Callable[[str], T]) -> T | None:
        found = self.text(column)
        if found is None:
            return None
        try:
            return reader(found)
        except MttqError as error:
            self.fault(column, Phrase("{}", error.message), found)
            return None

    def member(self, column: str, text: str, members: Iterable[M], default: M) -> M:
        """Return the member of enumerations that a text names."""
        named = {item.value: item for item in members}
        found = named.get(text.lower())
        if found is None and text != "?":
            self.fault(column, Phrase("không rõ “{}”{}", text, meant(text, named)), text)
        return found or default


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return parse_date(text)


def read_rows(units: Iterable[Row], successions: Iterable[Row]) -> tuple[list[Unit], list[Succession]]:
    """Return units and successions of rows.

    Raises:
        FieldError: no rows are given.
        UnitsError: a cell cannot be read, or one that is needed is blank; all such cells are listed.
    """
    for name, rows in (("units", units), ("successions", successions)):
        if not isinstance(rows, Iterable):
            raise unfit(name, tuple[dict[str, str], ...], rows)
    units, successions = list(units), list(successions)
    faults = [*_odd("units", units, (*_UNIT, _CALLED)), *_odd("successions", successions, _EDGE)]
    if faults:
        raise UnitsError(tuple(faults), _LIST)
    read = [_Cells("units", number, row, faults) for number, row in enumerate(units, start=1)]
    kinds = [cells.member("kind", cells.needed("kind"), _KINDS, UnitKind.COMMUNE) for cells in read]
    found = [_unit(cells, kind) for cells, kind in zip(read, kinds, strict=True)]
    edges = [
        _edge(_Cells("successions", number, row, faults)) for number, row in enumerate(successions, start=1)
    ]
    if faults:
        raise UnitsError(tuple(faults), _LIST)
    return _with_parents(found), [edge for edge in edges if edge is not None]


def _odd(name: str, rows: Sequence[Any], known: Sequence[str]) -> Iterator[Fault]:
    """Return what cannot be read as rows: no row, no text, cells without a column, a mistyped column.

    A column is mistyped if it is like one that no row has; others are the caller's own.
    """
    given = dict.fromkeys(key for row in rows if isinstance(row, Mapping) for key in row)
    for key in given:
        near = None if key in known else nearest(key, known)
        if near is not None and near not in given:
            yield Fault(f"{name}.{key}", Phrase("không có cột này; có phải “{}”?", near), key)
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            yield Fault(f"{name}[{number}]", Phrase("cần một dòng gồm tên cột và chữ"), row)
            continue
        for key, value in row.items():
            if key is None:
                yield Fault(f"{name}[{number}]", Phrase("dòng có nhiều ô hơn số cột"), value)
            elif key in known and not isinstance(value, str | None):
                yield Fault(f"{name}[{number}].{key}", Phrase("cần viết dạng chữ"), value)


_KINDS: Final[tuple[Kind, ...]] = (*UnitKind, *ResidentialKind)


def _unit(cells: _Cells, kind: Kind) -> Unit:
    parent = cells.text("parent")
    traits = (cells.text("traits") or "").split(_BETWEEN)
    return Unit(
        code=cells.needed("code"),
        kind=kind,
        name=cells.needed("name"),
        called=cells.needed(_CALLED) if kind is ResidentialKind.OTHER else cells.text(_CALLED),
        parent=UnitRef(kind=UnitKind.PROVINCE, name="?", code=parent) if parent else None,  # named below
        valid_from=cells.read("valid_from", _day),
        valid_until=cells.read("valid_until", _day),
        established_by=cells.read("established_by", parse_document),
        traits=tuple(cells.member("traits", text, UnitTrait, UnitTrait.BORDER) for text in traits if text),
    )


def _edge(cells: _Cells) -> Succession | None:
    cells.needed("on")
    on, before = cells.read("on", _day), cells.needed("before")
    extent = cells.member("extent", cells.text("extent") or Extent.WHOLE.value, Extent, Extent.WHOLE)
    if on is None:
        return None
    return Succession(
        on=on,
        before=before,
        after=cells.text("after"),
        whole=extent is Extent.WHOLE,
        document=cells.text("document"),
        clause=cells.text("clause"),
    )


def _with_parents(units: Sequence[Unit]) -> list[Unit]:
    """Name the parents, of which rows tell the codes: as they were called when the unit began."""
    known: dict[str, list[Unit]] = {}
    for unit in units:
        known.setdefault(unit.code or "", []).append(unit)
    named = []
    for unit in units:
        code, ref = unit.parent.code if unit.parent else None, unit.parent
        first, last = beginning_of(unit.valid_from), end_of(unit.valid_until)
        above = [
            one
            for one in known.get(code or "", ())
            if beginning_of(one.valid_from) <= last and first <= end_of(one.valid_until)
        ]
        if above and code:
            one = min(above, key=lambda one: beginning_of(one.valid_from))
            ref = UnitRef(kind=one.kind, name=one.name, code=code)
        named.append(attrs.evolve(unit, parent=ref) if ref is not unit.parent else unit)
    return named


def save_rows(
    units: Sequence[Unit],
    successions: Sequence[Succession],
    path: str | PathLike[str],
    other: str | PathLike[str],
) -> None:
    """Write units to a CSV file and successions to another.

    Raises:
        FileError: a file cannot be written.
        UnitsError: a unit holds what such a file cannot.
    """
    faults = [fault for unit in units for fault in _unwritable(unit)]
    if faults:
        raise UnitsError(tuple(faults), _LIST)
    columns = (*_UNIT, _CALLED) if any(unit.called for unit in units) else _UNIT
    save(_written(columns, map(_row_of, units)), path)
    save(_written(_EDGE, map(_row_of_edge, successions)), other)


def _unwritable(unit: Unit) -> Iterator[Fault]:
    where = f"{unit.code} {unit.valid_from or ''}".strip()
    if unit.predecessors:
        told = Phrase("đơn vị cũ không ghi ở danh mục, hãy ghi thành thay đổi (Succession)")
        yield Fault(where, told, unit.predecessors)
    if unit.established_by is not None and not _is_its_text(unit.established_by):
        yield Fault(where, Phrase("văn bản thành lập có nhiều hơn phần chữ của nó"), unit.established_by)


def _is_its_text(document: DocumentRef) -> bool:
    try:
        return parse_document(document.raw) == document
    except MttqError:
        return False


def _written(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _row_of(unit: Unit) -> dict[str, object]:
    return {
        "code": unit.code,
        "kind": unit.kind.value,
        "name": unit.name,
        "parent": unit.parent.code if unit.parent else None,
        "valid_from": unit.valid_from,
        "valid_until": unit.valid_until,
        "established_by": unit.established_by.raw if unit.established_by else None,
        "traits": _BETWEEN.join(trait.value for trait in unit.traits),
        _CALLED: unit.called,
    }


def _row_of_edge(edge: Succession) -> dict[str, object]:
    return {
        "on": edge.on,
        "before": edge.before,
        "after": edge.after,
        "extent": (Extent.WHOLE if edge.whole else Extent.PART).value,
        "document": edge.document,
        "clause": edge.clause,
    }
