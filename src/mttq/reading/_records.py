"""Tables of records that `mttq.writing` writes: each figure in words, and the record in hidden letters.

A figure is taken from the record where the table still shows it so; where a user has changed the table, what
it shows holds.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.types import counted_in, unwrap
from mttq.codec._converter import writer_of
from mttq.codec._faults import read_as
from mttq.errors import FieldError, LoadError, NumberFormatError, PathError
from mttq.model import Source as ModelSource
from mttq.reading._blocks import Cell, Grid
from mttq.reading._figures import looks_like_figure, suggestion_for
from mttq.reading._reading import Figure, Unread
from mttq.reading._source import Reason
from mttq.rendering._records import is_record, said
from mttq.rendering._reports import RECORDS
from mttq.report import BARE_REPORT, Report
from mttq.values import Pair, Quantity, Share, Triple
from mttq.vi import parse_money, parse_number

__all__ = ["RecordLine", "Records", "lines_of", "mark_of", "read_records", "record_in"]

_MARK: Final = re.compile(r"mttq 1 record (?P<name>\w+) (?P<said>\{.*\})", re.DOTALL)
_NUMBERS: Final = (int, Quantity, Share, Pair, Triple)
_NAME, _FIGURE = 2, 3  # columns
_DONG: Final = "VND"


class RecordLine(NamedTuple):
    """A line of a record: the path of a value, what it is, how it is printed, the value, what it counts."""

    path: str
    label: str
    text: str
    value: Any
    unit: str


def lines_of(record: Any, name: str, printed: Mapping[str, str], unit: str = "") -> Iterator[RecordLine]:
    """Return what is told of a record of a report, value by value.

    Args:
        record: the record.
        name: the field of the report in which it stands.
        printed: how figures are spelled, by their paths, where that is not the usual way.
        unit: what whole numbers there count.
    """
    if record is None or isinstance(record, ModelSource):
        return
    if isinstance(record, tuple):
        for number, item in enumerate(record):
            yield from lines_of(item, f"{name}.{number}", printed, unit)
    elif is_record(record):
        for field in attrs.fields(type(record)):
            counted = counted_in(field.type) or ""
            yield from lines_of(getattr(record, field.name), f"{name}.{field.name}", printed, counted)
    else:
        head, place = (BARE_REPORT.place_of(path) for path in (name.partition(".")[0], name))
        place = place.removeprefix(f"{head}, ")
        text = printed.get(name) or said(record, unit=unit)
        yield RecordLine(name, place[:1].upper() + place[1:], text, record, unit)


def mark_of(name: str, record: object, printed: Mapping[str, str]) -> str:
    """Return what the hidden letters of a table say of a record: all of it, and how it spells figures."""
    spelled = {path: text for path, text in printed.items() if path.partition(".")[0] == name}
    held = {"record": writer_of(_kind_of(name))(record), "printed": spelled}
    return f"mttq 1 record {name} {json.dumps(held, ensure_ascii=False)}"


def _kind_of(name: str) -> Any:
    """Return what stands in a field of a report: a record, or several of a class."""
    return unwrap(attrs.fields_dict(attrs.resolve_types(Report))[name].type)[0]


@attrs.define
class Records:
    """What tables of records say.

    Args:
        found: the records by the field of the report.
        figures: what was read of them.
        unread: what was not.
    """

    found: dict[str, object] = attrs.Factory(dict)
    figures: list[Figure] = attrs.Factory(list)
    unread: list[Unread] = attrs.Factory(list)


def record_in(grid: Grid) -> tuple[str, str] | None:
    """Return which record a table says that it holds, and its hidden letters; None if it says nothing."""
    marks = (_MARK.fullmatch(cell.text) for cell in grid.aside)
    return next(((mark["name"], mark["said"]) for mark in marks if mark and mark["name"] in RECORDS), None)


def read_records(grids: Mapping[Grid, tuple[str, str]]) -> Records:
    """Read tables of records; two of one record are handed back, and so is what a table shows otherwise."""
    records = Records()
    names = [name for name, _ in grids.values()]
    for grid, (name, hidden) in grids.items():
        _Table(grid, name).read(hidden if names.count(name) == 1 else "", records)
    return records


class _Table:
    """A table of a record, line by line."""

    def __init__(self, grid: Grid, name: str) -> None:
        self.grid = grid
        self.name = name
        self.shown = {
            cell.text: grid.cells.get((cell.row, _FIGURE))
            for cell in grid.cells.values()
            if cell.column == _NAME and (cell.row, 1) in grid.cells
        }

    def read(self, hidden: str, records: Records) -> None:
        """Read a table by what its hidden letters say; without them nothing of it is believed."""
        report, lines = self.believed(hidden)
        try:
            for line in lines:
                cell = self.shown.get(line.label)
                if cell is None or cell.text != line.text:
                    report = report.with_value(line.path, self.changed(line, cell))
        except (FieldError, PathError):  # it cannot be without a figure that is struck out
            report, lines = BARE_REPORT, []
        if lines:
            records.found[self.name] = getattr(report, self.name)
        by_label = {line.label: line for line in lines}
        for label, cell in self.shown.items():
            told = by_label.get(label)
            value = report.value_at(told.path) if told else None
            if cell and told and value is not None:
                self.place(told, cell, value, records)
            elif cell and looks_like_figure(cell.text):
                self.hand_back(told, cell, label, records)
        self.rest(records)

    def believed(self, hidden: str) -> tuple[Report, list[RecordLine]]:
        """Return a report with the record that hidden letters hold, and its lines."""
        try:
            held = json.loads(hidden)
            record, printed = read_as(held["record"], _kind_of(self.name), ""), dict(held["printed"])
        except (LoadError, KeyError, TypeError, ValueError):
            return BARE_REPORT, []
        lines = list(lines_of(record, self.name, printed))
        return attrs.evolve(BARE_REPORT, **{self.name: record}), lines

    @staticmethod
    def changed(line: RecordLine, cell: Cell | None) -> int | None:
        """Return the count that a user has typed over a figure, None if that is none or was struck out."""
        if cell is None or type(line.value) is not int:
            return None
        try:
            number = (parse_money if line.unit == _DONG else parse_number)(cell.text)
        except NumberFormatError:
            return None
        return int(number) if number == int(number) else None

    def place(self, line: RecordLine, cell: Cell, value: Any, records: Records) -> None:
        number = isinstance(value, _NUMBERS) and not isinstance(value, bool)
        if number or looks_like_figure(cell.text):
            told = value if number else cell.text
            source = self.grid.source(cell)
            records.figures.append(Figure(path=line.path, value=told, text=cell.text, source=source))

    def hand_back(self, line: RecordLine | None, cell: Cell, label: str, records: Records) -> None:
        records.unread.append(
            Unread(
                text=cell.text,
                reason=Reason.NOT_A_FIGURE if line else Reason.NO_LINE,
                source=self.grid.source(cell),
                label=label,
                candidates=(line.path,) if line else (),
                suggestion=suggestion_for(cell.text),
            )
        )

    def rest(self, records: Records) -> None:
        """Hand back figures that stand in no line."""
        known = {(cell.row, cell.column) for cell in self.shown.values() if cell}
        for key, cell in sorted(self.grid.cells.items()):
            if cell.column > _NAME and key not in known and looks_like_figure(cell.text):
                self.hand_back(None, cell, "", records)
