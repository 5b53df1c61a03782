"""From lines to figures: each cell is placed in a form or handed back, none is dropped."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from mttq.errors import FieldError
from mttq.forms import TIER_COLUMNS, Form, Kind, Row
from mttq.forms._columns import Column as Field
from mttq.reading._blocks import Cell, Document, Grid, Text
from mttq.reading._figures import figures_of, is_mark, looks_like_figure, suggestion_for
from mttq.reading._filling import field_by_heads, filled_in, is_figure, words_of
from mttq.reading._heads import Column, Role, says_money, tier_in, unit_head_of, unit_named
from mttq.reading._hints import Hints
from mttq.reading._lines import Item, Layout, Line, headings_over, lines_of
from mttq.reading._map import Map, map_of, read_mapped
from mttq.reading._matching import Match, Said, Target, Targets, align, likest
from mttq.reading._parts import Part, parts_of
from mttq.reading._reading import Figure, FigureValue, Unread
from mttq.reading._records import read_records, record_in
from mttq.reading._source import Reason, Source
from mttq.values import Tier
from mttq.vi import UnitHead

__all__ = ["Placed", "place"]

_MOST_CANDIDATES: Final = 3
_HEADING: Final = 150  # letters of a text that may head a table
_TEXTS_BEFORE: Final = 3
_EVIDENCE: Final = 0.34  # of the lines with figures of a table that must be lines of a form
_ENOUGH: Final = 3  # lines of a form that are evidence of it in any table
_OWN_TIER: Final = re.compile(r"cấp (?:tỉnh|huyện|xã|cơ sở)", re.IGNORECASE)
_PLAIN: Final = 0.9  # likeness of a line that is surely one of the form
_FORM_TWICE: Final = 3  # lines of a form that are said twice are those of two units
_FRACTION: Final = 3  # digits of a fraction that may be thousands


@attrs.define
class Placed:
    """What was placed, and what was not.

    Args:
        figures: what was placed.
        unread: what was not.
        instances: the filled-in forms by unit and code.
        grids: the tables in which a line of a form was found.
        places: where each cell and each heading of a form stands, blank ones too, by unit and path.
        unit: the unit that is written into sheets of mttq.
        records: the records that documents of mttq hold, by the field of the report.
    """

    figures: list[Figure] = attrs.Factory(list)
    unread: list[Unread] = attrs.Factory(list)
    instances: dict[str | None, dict[str, Any]] = attrs.Factory(dict)
    grids: set[Grid] = attrs.Factory(set)
    places: dict[tuple[str | None, str], Source] = attrs.Factory(dict)
    unit: str | None = None
    records: dict[str, object] = attrs.Factory(dict)


@attrs.define
class _Candidate:
    """A figure that is to be placed, if its place is taken by no other."""

    figure: Figure
    values: tuple[object, ...]  # that it may have, the likeliest first
    form: Form
    names: tuple[str, ...]
    label: str
    register: str = ""  # that it is a record of
    begun: Grid | None = None  # the table in which the records begin


def place(document: Document, forms: Sequence[Form], hints: Hints = Hints()) -> Placed:  # noqa: B008 - frozen
    """Place the figures of a document in forms."""
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    held = {grid: said for grid in grids if (said := record_in(grid))}
    maps = {grid: known for grid in grids if (known := map_of(grid))}
    written = {grid: unit for grid, known in maps.items() if (unit := known.unit(grid))}
    units = _units_of_sheets(grids, hints) if document.sheets else {}
    units = units or (written if len(set(written.values())) > 1 else {})
    placed = Placed(unit=None if units else next(iter(written.values()), None))
    found: list[_Candidate] = []
    parts = [Part(units.get(grid), [grid]) for grid in grids] if document.sheets else parts_of(document)
    for part in parts:
        of_part = units | ({grid: part.unit for grid in grids if grid in part.blocks} if part.unit else {})
        blocks = [block for block in part.blocks if block not in held]
        found += _Scope(blocks, forms, placed, hints, units=of_part, maps=maps).candidates()
    _settle(found, placed)
    records = read_records(held)
    placed.records = records.found
    placed.figures += records.figures
    placed.unread += records.unread
    placed.grids |= held.keys()
    return placed


def _units_of_sheets(grids: Iterable[Grid], hints: Hints) -> dict[Grid, str]:
    """Return the units of which sheets are: those that hints name, or several that sheets are named after."""
    filled = [(grid, grid.sheet) for grid in grids if grid.sheet and grid.cells]
    hinted = {grid: unit for grid, sheet in filled if (unit := hints.unit_of(sheet))}
    named = {grid: sheet for grid, sheet in filled if unit_named(sheet)}
    return (named if len(named) > 1 else {}) | hinted


def _settle(found: Sequence[_Candidate], placed: Placed) -> None:
    """Fill in the forms; where two figures claim one place, neither is believed."""
    claims = Counter((item.figure.unit, item.figure.path) for item in found)
    again = Counter((unit, path.partition(".")[0]) for (unit, path), times in claims.items() if times > 1)
    begun: dict[tuple[str | None, str], set[Grid | None]] = {}
    for item in found:
        begun.setdefault((item.figure.unit, item.register), set()).add(item.begun)
    for item in found:
        figure = item.figure
        lists = begun[figure.unit, item.register] if item.register else ()
        twice = again[figure.unit, item.form.code] >= _FORM_TWICE
        if twice or claims[figure.unit, figure.path] > 1 or len(lists) > 1:
            if is_figure(item.values[0]) or looks_like_figure(figure.text):
                placed.unread.append(_handed_back(item, Reason.TWICE))
            continue
        filled = placed.instances.get(figure.unit, {})
        instance = filled[item.form.code] if item.form.code in filled else item.form.record()
        for value in item.values:
            try:
                instance = filled_in(item.form, instance, item.names, value)
            except FieldError:
                continue
            placed.instances.setdefault(figure.unit, {})[item.form.code] = instance
            if is_figure(value) or looks_like_figure(figure.text):
                said: Any = value
                placed.figures.append(attrs.evolve(figure, value=said))
            break
        else:
            placed.unread.append(_handed_back(item, Reason.NOT_A_FIGURE))


def _handed_back(item: _Candidate, reason: Reason) -> Unread:
    figure = item.figure
    return Unread(
        text=figure.text,
        reason=reason,
        source=figure.source,
        label=item.label,
        candidates=(figure.path,),
        unit=figure.unit,
    )


class _Scope:
    """Grids and texts whose lines are matched together: a document, or one sheet."""

    def __init__(
        self,
        blocks: Sequence[Text | Grid],
        forms: Sequence[Form],
        placed: Placed,
        hints: Hints,
        *,
        units: Mapping[Grid, str],
        maps: Mapping[Grid, Map],
    ) -> None:
        self.hints = hints
        self.known: dict[int, str | None] = {}  # by line of a table with a map: the path that it says
        by_code = {form.code: form for form in forms}
        self.placed = placed
        self.units = units
        self.grids = [block for block in blocks if isinstance(block, Grid)]
        self.targets = Targets(forms)
        self.lines: list[Line] = []
        self.explained: dict[Grid, set[tuple[int, int]]] = {}
        self.notes: dict[Grid, list[str]] = {}  # texts before and in a grid
        self.over: dict[Grid, list[str]] = {}  # of these, what stands in no line with figures
        self.mapped: set[Grid] = set()  # grids that say themselves what is what
        self.above: list[tuple[str, ...]] = []  # by line the headings over it
        self.unclear: set[Grid] = set()  # grids in which some lines say in what money is counted
        layout: Layout | None = None
        texts: list[str] = []
        for block in blocks:
            if isinstance(block, Text):
                if block.text.strip():
                    texts.append(f"{block.number} {block.text}".strip())
                continue
            known = maps.get(block)
            if known and known.code in by_code:
                found = read_mapped(block, known, by_code[known.code])
                self.known |= {len(self.lines) + at: found.paths.get(at) for at in range(len(found.lines))}
                self.mapped.add(block)
                self.keep(block, found.lines, found.explained)
                texts = []
                continue
            heads = [text for text in texts if len(text) <= _HEADING][-_TEXTS_BEFORE:]
            self.notes[block] = heads + [
                cell.text for cell in block.cells.values() if len(cell.text) <= _HEADING
            ]
            self.lines += (Line(text) for text in heads)
            lines, explained, layout = lines_of(block, self.targets, layout, hints)
            begin = len(self.lines)
            self.known |= {begin + at: line.path for at, line in enumerate(lines) if line.settled}
            self.keep(block, lines, explained)
            self.over[block] += heads
            if any(says_money(line.label) for line in lines if line.has_figure):
                self.unclear.add(block)
            texts = []

    def keep(self, grid: Grid, lines: list[Line], explained: list[Cell]) -> None:
        """Take the lines of a grid, and note what stands in none of them: it may speak of all."""
        within = {item.cell.row for line in lines for item in line.items if looks_like_figure(item.cell.text)}
        self.over[grid] = [cell.text for cell in grid.cells.values() if cell.row not in within]
        self.lines += lines
        self.explained[grid] = {(cell.row, cell.column) for cell in explained}

    def candidates(self) -> Iterator[_Candidate]:
        """Return the figures that can be placed; those that cannot are handed back at once."""
        matched = self.matched()
        times = Counter(line.words for line in self.lines)
        for line, match, above in zip(self.lines, matched, self.above, strict=True):
            line.own = self.hints.is_own(line.label, above)
            line.section = above[0] if above and times[line.words] > 1 else ""
            if line.grid is None:
                continue
            if match and line.first and line.layout:
                self.note_places(line.grid, line, line.first, line.layout, self.targets[match.target])
            for item in line.items:
                self.explained[line.grid].add((item.cell.row, item.cell.column))
                yield from self.item(line, line.grid, item, match)
        for grid in self.grids:
            self.rest(grid)

    def matched(self) -> list[Match | None]:
        self.above = headings_over(self.lines)
        hinted = {
            place: self.hints.path_of(line.label, above)
            for place, (line, above) in enumerate(zip(self.lines, self.above, strict=True))
        } | self.known
        said_by_hints = {path.partition(".")[0] for path in hinted.values() if path}
        spoken = _in_order(self.lines, self.targets)
        forms = dict.fromkeys(target.form for target in self.targets if target.form.code in said_by_hints)
        self.targets = Targets(dict.fromkeys((*spoken, *forms)))
        said = [Said(line.words, line.number, line.has_figure) for line in self.lines]
        open_lines = [at for at in range(len(said)) if at not in self.known]
        found: list[Match | None] = [None] * len(said)
        for at, match in zip(open_lines, align([said[at] for at in open_lines], self.targets), strict=True):
            found[at] = match
        by_path = {
            ".".join((target.form.code, *target.row.path)): at for at, target in enumerate(self.targets)
        }
        twice = self.forms_twice()
        found = [None if self.form_of(match) in twice else match for match in found]
        for grid in self.grids:
            of_grid = [place for place, line in enumerate(self.lines) if line.grid is grid]
            filled = [place for place in of_grid if self.lines[place].has_figure]
            good = Counter(self.form_of(found[place]) for place in filled)
            for place in of_grid:
                if good[self.form_of(found[place])] < min(_EVIDENCE * len(filled), _ENOUGH):
                    found[place] = None
            for place in of_grid:
                path = hinted[place]
                if path in by_path:
                    found[place] = Match(by_path[path], 1.0, 1.0)
            if grid not in self.mapped:
                self.add_records(of_grid, found)
            if any(found[place] for place in of_grid):
                self.placed.grids.add(grid)
        return found

    def forms_twice(self) -> set[Form | None]:
        """Return the forms of which so many lines are said twice that figures of two units stand here."""
        said = Counter(
            self.targets[alike[0][1]].words
            for at, line in enumerate(self.lines)
            if at not in self.known and line.grid and (alike := likest(line.words, self.targets))
            if alike[0][0] >= _PLAIN
        )
        again = {words for words, times in said.items() if times > len(self.targets.places[words])}
        rows = Counter(target.form for target in self.targets if target.words in again)
        return {form for form, times in rows.items() if times >= _FORM_TWICE}

    def add_records(self, of_grid: Sequence[int], found: list[Match | None]) -> None:
        """Match the lines below one that names a register: numbered from 1, and no lines of the form."""
        for at, heading in enumerate(of_grid):
            match, below = found[heading], 0
            target = self.targets[match.target] if match else None
            if not target or target.row.kind is not Kind.REGISTER or self.lines[heading].settled:
                continue
            for place in of_grid[at + 1 :]:
                line = self.lines[place]
                named = self.words_cell(line)
                if found[place] or named is None or line.number != str(below + 1):
                    break
                names = (field for field in target.row.columns[:1] if field.is_text)
                line.items += (Item(named, Column(role=Role.VALUE, field=field)) for field in names)
                found[place], line.record, below = match, below, below + 1

    @staticmethod
    def words_cell(line: Line) -> Cell | None:
        """Return the cell in which the words of a line stand."""
        at = line.first.row if line.first else 0, line.layout.words if line.layout else 0
        return line.grid.cells.get(at) if line.grid else None

    def form_of(self, match: Match | None) -> Form | None:
        """Return the form that a line was matched to."""
        return self.targets[match.target].form if match else None

    def note_places(self, grid: Grid, line: Line, first: Cell, layout: Layout, target: Target) -> None:
        """Keep where the cells of a line stand, blank ones too, and the words of the line itself."""

        def note(unit: str | None, names: Sequence[str], column: int) -> None:
            place = grid.source(first._replace(column=column))
            self.placed.places.setdefault((unit, ".".join((target.form.code, *names))), place)

        for column, said in layout.columns.items():
            cells, certain = self.cells_of(target, said, grid, line)
            if certain:
                note(said.unit or self.units.get(grid), cells[0], column)
        if line.record is None:
            note(self.units.get(grid), target.row.path, layout.words)

    def item(self, line: Line, grid: Grid, item: Item, match: Match | None) -> Iterator[_Candidate]:
        """Return the figure of a cell, if it is certain; if not, hand it back."""
        cell, column = item
        target = self.targets[match.target] if match else None
        cells, certain = self.cells_of(target, column, grid, line) if target else ([], False)
        paths = tuple(".".join((target.form.code, *names)) for names in cells) if target else self.near(line)
        values = self.outcome(line, grid, item, target, certain=certain)
        unit = column.unit or self.units.get(grid)
        if isinstance(values, Reason):
            self.placed.unread.append(
                Unread(
                    text=cell.text,
                    reason=Reason.NEAR_TIE if values is Reason.NO_LINE and paths else values,
                    source=grid.source(cell),
                    label=line.label,
                    section=line.section,
                    head=column.said,
                    candidates=paths[:_MOST_CANDIDATES],
                    suggestion=cell.suggestion or suggestion_for(cell.text),
                    unit=unit,
                )
            )
        elif values and target and match:
            figure = Figure(
                path=f"{paths[0]}={column.word}" if column.word else paths[0],
                value=None,
                text=cell.text,
                source=grid.source(cell),
                unit=unit,
                likeness=round(match.likeness, 3),
                lead=round(match.lead, 3),
            )
            register, begun = "", None
            if line.record is not None:
                register = ".".join((target.form.code, *target.row.path))
                begun = line.layout.begun if line.layout and line.layout.begun else grid
            yield _Candidate(figure, values, target.form, cells[0], line.label, register, begun)

    def outcome(
        self, line: Line, grid: Grid, item: Item, target: Target | None, *, certain: bool
    ) -> tuple[object, ...] | Reason:
        """Return what a cell may say, nothing if it is no figure, or why it is not read."""
        cell, column = item
        if cell.doubt is not None:
            return cell.doubt
        field = _field_of(target.row, column, line) if target else None
        if target and certain and field:
            return self.value_in(line, grid, item, target, field)
        if target and certain and (target.row.is_text or target.row.choice):
            if grid not in self.mapped and is_mark(cell.text):
                return Reason.MARK
            return words_of(cell.text, target.row) or Reason.NOT_A_FIGURE
        if not looks_like_figure(cell.text):
            if target is None or not certain:
                return ()
            return Reason.MARK if is_mark(cell.text) else Reason.NOT_A_FIGURE
        if column.role is Role.TOTAL:
            return Reason.TOTAL
        if target is None:
            return Reason.OWN_LINE if line.own else Reason.NO_LINE
        if target.row.kind is Kind.HEADING:
            return Reason.HEADING
        return self.value(line, grid, cell, column, target.row) if certain else Reason.OTHER_COLUMN

    def value_in(
        self, line: Line, grid: Grid, item: Item, target: Target, field: Field
    ) -> tuple[object, ...] | Reason:
        """Return the values that a cell may have in one of several columns, or why it has none."""
        cell, column = item
        if field.choice is not None or field.is_text:
            return words_of(cell.text, field, column.word) or Reason.NOT_A_FIGURE
        if is_mark(cell.text):
            return Reason.MARK
        row = attrs.evolve(
            target.row,
            kind=field.kind,
            unit=field.unit or target.row.unit,
            shown_in=field.shown_in,
            parts=(),
        )
        return self.value(line, grid, cell, column, row)

    def near(self, line: Line) -> tuple[str, ...]:
        """Return the paths of the rows that a line is most like."""
        rows = (self.targets[place] for _, place in likest(line.words, self.targets))
        return tuple(
            ".".join((target.form.code, *target.row.path))
            for target in rows
            if target.row.kind is not Kind.HEADING
        )[:_MOST_CANDIDATES]

    def cells_of(
        self, target: Target, column: Column, grid: Grid, line: Line
    ) -> tuple[list[tuple[str, ...]], bool]:
        """Return the cells of a row that a column may mean, by their names, and whether it means them."""
        row = target.row
        field = _field_of(row, column, line)
        if field is not None:
            of_record = () if line.record is None else (str(line.record),)
            return [(*row.path, *of_record, *field.path)], True
        if row.kind in (Kind.HEADING, Kind.COLUMNS, Kind.REGISTER):
            return [], False
        if not row.tiered:
            return [row.path], column.role in (Role.VALUE, Role.UNIT)
        tier = column.tier if column.role is Role.TIER else None
        if column.role is Role.UNIT:
            tier = self.own_tier(column, grid)
        elif column.role is Role.VALUE:
            tier = self.hints.tier
        if tier in TIER_COLUMNS:
            return [(*row.path, str(tier))], True
        return [(*row.path, str(each)) for each in TIER_COLUMNS], False

    def own_tier(self, column: Column, grid: Grid) -> Tier | None:
        """Return the level of the figures of a unit: the one that a head names, otherwise its own."""
        said = {tier_in(found) for text in self.notes[grid] for found in _OWN_TIER.findall(text)} - {None}
        if len(said) == 1:
            return said.pop()
        return column.tier if column.tier is Tier.COMMUNE and not said else None

    def value(
        self, line: Line, grid: Grid, cell: Cell, column: Column, row: Row
    ) -> tuple[FigureValue, ...] | Reason:
        """Return the values that a cell may have in a row, or why it has none."""
        head = line.head or column.head or self.money_head(grid, row)
        if grid in self.mapped:
            head = unit_head_of(f"({row.shown_in})") if row.shown_in else line.head
        counts_others = row.kind is Kind.COUNT and row.unit and column.head and column.head.unit != row.unit
        if head is _UNCLEAR or counts_others:
            return Reason.OTHER_UNIT
        if cell.number is not None and cell.number != cell.number.to_integral_value():
            digits = cell.number.normalize().as_tuple().exponent
            if row.kind is not Kind.OTHER and (head is None or digits == -_FRACTION):
                return Reason.BECAME_FRACTION
        return figures_of(cell.text, row, head)

    def money_head(self, grid: Grid, row: Row) -> UnitHead | None:
        """Return the unit that the lines over a table say of its sums of money."""
        if row.kind is not Kind.MONEY:
            return None
        said = {unit_head_of(text) for text in self.over[grid] if len(text) <= _HEADING and says_money(text)}
        if len(said) > 1:
            return _UNCLEAR
        return said.pop() if said else _UNCLEAR if grid in self.unclear or row.shown_in else None

    def rest(self, grid: Grid) -> None:
        """Hand back what is outside all lines."""
        for key, cell in sorted(grid.cells.items()):
            if key not in self.explained[grid] and (looks_like_figure(cell.text) or cell.doubt is not None):
                reason = cell.doubt or Reason.NO_FORM
                self.placed.unread.append(Unread(text=cell.text, reason=reason, source=grid.source(cell)))
        for cell in grid.aside:
            if looks_like_figure(cell.text):
                reason = cell.doubt or Reason.HIDDEN
                self.placed.unread.append(Unread(text=cell.text, reason=reason, source=grid.source(cell)))


_UNCLEAR: Final = UnitHead("", 0)


def _field_of(row: Row, column: Column, line: Line) -> Field | None:
    """Return the column of a form that a cell of a line stands in, None if the line has but one."""
    if row.kind is Kind.REGISTER and line.record is None:
        return None
    by_heads = line.layout is None or line.layout.register is None  # which alone say what a register is
    return column.field or (field_by_heads(row, column.said) if by_heads else None)


def _in_order(lines: Sequence[Line], targets: Sequence[Target]) -> list[Form]:
    """Return the forms that lines speak of, in the order in which they do."""
    forms = list(dict.fromkeys(target.form for target in targets))
    of_form = {form: Targets([form]) for form in forms}
    places: dict[Form, list[float]] = {form: [] for form in forms}
    for place, line in enumerate(lines):
        best = {form: found[0][0] for form in forms if (found := likest(line.words, of_form[form]))}
        top = max(best.values(), default=0)
        for form in (form for form, value in best.items() if value == top):
            places[form].append(place)
    spoken = [form for form in forms if places[form]]
    return sorted(spoken, key=lambda form: sum(places[form]) / len(places[form]))
