"""Finds the figures that relations name, once for all reports that have the same forms, level and lines."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

import attrs

from mttq._declared.relations import (
    Condition,
    During,
    Number,
    Path,
    Relation,
    Shape,
    Term,
    path_of,
)
from mttq._declared.types import KEY, choices, relations_on, unwrap
from mttq.errors import DeclarationError
from mttq.forms import Cell, Form, Kind, label_of
from mttq.forms._form import is_form_code
from mttq.forms._labels import ColumnSpec, spec_of
from mttq.forms._rows import PARTS
from mttq.report import Report
from mttq.rules._kit.cells import absent_cells, filled
from mttq.rules._kit.fields import (
    cells_of,
    fields_of,
    is_figure,
    is_list,
    is_stock,
    item_of,
    kind_of,
    lines_by_level,
    members_of,
    record_of,
    steps_of,
    types_in,
    unit_of_cell,
    unit_of_field,
)
from mttq.rules._kit.once import once
from mttq.rules._kit.orders import relations_over_blanks
from mttq.rules._kit.passing import never, passing
from mttq.rules._kit.places import (
    DAY,
    OF_ONE_UNIT,
    Bound,
    Carried,
    Choice,
    Holds,
    Items,
    Operand,
    Place,
    Reading,
    Values,
)
from mttq.rules._kit.sums import tier_of
from mttq.values import PartialDate, Period, Quantity, Tier
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["Compiled", "Declared", "compile_declared", "compile_relations", "relations_of"]


@attrs.frozen(eq=False)
class Compiled:
    """All places that hold figures with relations."""

    places: tuple[Place, ...]
    carried: tuple[Carried, ...] = ()
    _chosen: dict[object, list[tuple[Place, list[Bound]]]] = attrs.field(factory=dict)

    def choose(self, key: object, wanted: Callable[[Bound], bool]) -> list[tuple[Place, list[Bound]]]:
        """Return the places with wanted relations, and these; what is wanted is asked once for a key."""
        if key not in self._chosen:
            pairs = ((place, [bound for bound in place.bounds if wanted(bound)]) for place in self.places)
            self._chosen[key] = [(place, bounds) for place, bounds in pairs if bounds]
        return self._chosen[key]


@once
def relations_of(report: Report) -> Compiled:
    """Return the relations of a report: those of its level, its forms, and the lines that it has."""
    forms = tuple((form, absent_cells(report, form)) for form, _ in filled(report))
    return compile_relations(tier_of(report), forms)


@lru_cache(maxsize=128)
def compile_relations(own: Tier, forms: tuple[tuple[Form, frozenset[int]], ...]) -> Compiled:
    """Find all figures that relations name.

    Args:
        own: the level of the reporter.
        forms: the forms of the report, each with the positions of cells that the reporter does not have.

    Raises:
        DeclarationError: a path leads nowhere, or to what is no figure; figures of different units or times
            are added up; or a figure is a sum of itself.
    """
    return _Search(own, dict(forms)).compiled()


@attrs.frozen
class Declared:
    """A relation that stands in no class: in a file of rules.

    Args:
        left: the figure, from the report; that of each item, if it leads through a list.
        relation: what is said of it, in paths from the class in which the figure stands.
        numbers: what is added to the other side.
        said: how it is written, for errors.
    """

    left: Path
    relation: Relation
    numbers: tuple[Number, ...]
    said: str


@lru_cache(maxsize=1024)
def compile_declared(
    own: Tier, forms: tuple[tuple[Form, frozenset[int]], ...], declared: Declared
) -> Compiled:
    """Find the figures of a relation that stands in no class, as `compile_relations` does; none may be there.

    Raises:
        DeclarationError: as for `compile_relations`.
    """
    return _Search(own, dict(forms)).compiled_alone(declared)


@attrs.frozen(eq=False)
class _Constant(Operand):
    """A number in a sum, which stands nowhere."""

    value: Number = 0

    def read(self, values: Values, numbers: tuple[int, ...]) -> list[Reading]:
        """Return the number."""
        del values, numbers
        return [Reading("", self.label, abs(self.value))]


@attrs.frozen
class _Spot:
    """Where a relation is declared: the class inside a place, and of a cell the column."""

    place: Place
    base: tuple[str, ...]
    said: str
    column: Tier | None = None

    def refuse(self, told: Phrase) -> DeclarationError:
        return DeclarationError(Phrase("{}: {}", self.said, told))


class _Search:
    """The search for the figures of all relations."""

    def __init__(self, own: Tier, forms: dict[Form, frozenset[int]], root: type = Report) -> None:
        self.own, self.root = own, root
        self.report = Place("")
        self.lists: dict[str, Place] = {}
        self.filled = {
            form.code: Place(form.code, self.report, form, absent=gone) for form, gone in forms.items()
        }
        self.sums: list[tuple[Place, tuple[str, ...]]] = []  # those that are being resolved

    def compiled(self) -> Compiled:
        """Find the figures of all relations."""
        self._bind_record(self.report, self.root, ())
        for place in self.filled.values():
            self._bind_form(place)
        places = (self.report, *self.lists.values(), *self.filled.values())
        carried = tuple(item for place in places for item in place.carried)
        for place in places:
            if place.bounds or place.carried:
                place.reach()
        return Compiled(tuple(place for place in places if place.bounds), carried)

    def compiled_alone(self, declared: Declared) -> Compiled:
        """Find the figures of one relation."""
        left = declared.left
        if left.root not in ("", "/") or left.counts:
            raise DeclarationError(Phrase("“{}”: phải là đường dẫn từ báo cáo", declared.said))
        in_form = is_form_code(left.steps[0])
        place = self.filled.get(left.steps[0]) if in_form else self.report
        if place is not None:
            steps = left.steps[1:] if in_form else left.steps
            place, steps = (
                (place, steps) if left.inner is None else (self._items_at(place, declared), left.inner)
            )
            behind = 2 if steps[-1] in PARTS else 1  # half of a cell stands beside the cells
            for column in self._columns(place, steps):
                spot = _Spot(place, steps[:-behind], declared.said, column)
                self._bind(spot, declared.relation, Path("", steps[-behind:]), None)
            place.bounds[:] = [_with_numbers(bound, declared.numbers) for bound in place.bounds]
            place.reach()
        return Compiled((place,) if place is not None and place.bounds else ())

    def _items_at(self, place: Place, declared: Declared) -> Place:
        """Return the place of the items of a list of records."""
        way = declared.left.steps if place.form is None else declared.left.steps[1:]
        spot = _Spot(place, (), declared.said)
        if place.form is None:
            _, field = self._walk(spot, self.root, way, declared.left)
            if item_of(field.type) is None:
                raise spot.refuse(Phrase("“{}” không phải danh sách", ".".join(way)))
            return self._list_in(place, way)
        self._cell(spot, place, way, attrs.evolve(declared.left, conditions=()))
        return self._list_in(place, way)

    def _columns(self, place: Place, steps: tuple[str, ...]) -> tuple[Tier | None, ...]:
        """Return the columns of levels that a line of a form has; None alone of all else."""
        columns = cells_of(place.form).get(".".join(steps), {}) if place.form else {}
        return tuple(columns) or (None,)

    def _bind_record(self, place: Place, record: type, base: tuple[str, ...]) -> None:
        """Find the figures of relations on the fields of a record, and of the records inside it."""
        for name, field in fields_of(record).items():
            spot = _Spot(place, base, f"{record.__name__}.{name}")
            for relation in (*relations_on(field.type), *relations_over_blanks(record).get(name, ())):
                self._bind(spot, relation, Path("", (name,)), None)
            inner = item_of(field.type)
            if inner is not None:
                self._bind_record(self._list_in(place, (*base, name)), inner, ())
            elif (inner := record_of(field.type)) is not None:
                self._bind_record(place, inner, (*base, name))

    def _list_in(self, place: Place, way: tuple[str, ...]) -> Place:
        """Return the place of the items of a list in a record."""
        path = ".".join(filter(None, (place.path, *way, "{}")))
        return self.lists.setdefault(path, Place(path, place, way=way))

    def _bind_form(self, place: Place) -> None:
        """Find the figures of relations on the lines of a form, for each of its cells."""
        for cell in place.form.blank if place.form else ():
            column = cell.tier if cell.row.tiered else None
            said = Phrase("{}: dòng {}", cell.form.code, cell.row.number)
            spot = _Spot(place, (), said, column)
            for relation in cell.relations:
                self._bind(spot, relation, Path("~", steps_of(cell)), cell)
            if cell.kind is Kind.REGISTER:
                self._bind_records(place, cell, said)

    def _bind_records(self, place: Place, register: Cell, said: str) -> None:
        """Find the figures of relations on the columns of a register, for each of its records."""
        path = f"{register.path}.{{}}"
        records = self.lists.setdefault(path, Place(path, place, way=register.row.path))
        for column in register.row.columns:
            for relation in column.relations:
                self._bind(_Spot(records, (), said), relation, Path("", column.path), None)

    def _bind(self, spot: _Spot, relation: Relation, path: Path, cell: Cell | None) -> None:
        if relation.tiers and self.own not in relation.tiers:
            return
        figure = self._operand(spot, Term(path))
        terms = [self._operand(spot, term) for term in relation.terms]
        whole = [self._operand(spot, term) for term in relation.whole]
        if figure is None or None in terms or None in whole:
            return  # of a form that the report does not have, or of another level
        found = [*filter(None, terms)]
        if relation.shape in OF_ONE_UNIT:
            _refuse_other_units(spot, relation, figure, found)
        if relation.shape is Shape.TOTAL_OF:
            _refuse_sums_of_states(spot, figure, found)
        of_days = DAY in (figure.unit, *(term.unit for term in found)) and relation.shape is not Shape.NEEDED
        if of_days or relation.shape is Shape.DEADLINE:
            _refuse_odd_days(spot, relation, figure, found)
        if relation.shape is not Shape.SAME_AS:
            figure = attrs.evolve(figure, parts=())  # a blank is not called into question
        line = cell.line if cell and cell.column is None else figure.path.replace("{}", "*")
        where = tuple(self._where(spot, condition) for condition in relation.where)
        dated = None if relation.during is None else self._day(spot, relation.during)
        if relation.during is not None and dated is not None:
            where += (_holding(relation.during, dated),)
        whole_ = tuple(filter(None, whole))
        holds = passing(relation, figure, found)
        counted = any(term.items and term.items.counted for term in found)
        elsewhere = relation.terms and all(term.path.root == "/" for term in relation.terms)
        may_be_blank = cell is None and (
            relation.optional or (not counted and (relation.shape is Shape.SAME_AS or bool(elsewhere)))
        )
        bound = Bound(relation, figure, line, tuple(found), whole_, where, holds, dated, may_be_blank)
        if any(term.path.root == "<" for term in relation.terms):
            spot.place.carried.append(self._carried(spot, bound, path))
        else:
            spot.place.bounds.append(bound)

    def _carried(self, spot: _Spot, bound: Bound, path: Path) -> Carried:
        """Return a relation to the time before, with what tells records and their times apart."""
        place = spot.place
        if bound.relation.shape is not Shape.SAME_AS or spot.column is not None:
            raise spot.refuse(Phrase("“<…” chỉ viết được trong same_as"))
        outer = place if place.form is not None else place.outer
        form = outer.form if outer is not None else None
        if form is not None:
            register = next((row for row in form.rows if row.path == place.way), None)
            if register is not None and not register.key:
                raise spot.refuse(Phrase("“<…” cần bảng có key= để biết dòng nào là của ai"))
            key = tuple(place.position_of(name) for name in register.key) if register else ()
            return Carried(place, bound, key, None, form.code)
        keys, periods = [], []
        for name, field in fields_of(self._record(place) if not spot.base else self._holder(spot)).items():
            dotted = ".".join((*spot.base, name))
            if Period in choices(field.type):
                periods.append(place.position_of(dotted))
            elif KEY in unwrap(field.type)[1]:
                keys.append(place.position_of(dotted))
        if not periods and place.way:
            above, base = self._above(spot, "^", str(path))
            holder = self._holder(_Spot(above, base, spot.said)) if base else self._record(above)
            periods = [
                place.position_from(above, above.position_of(".".join((*base, name))))
                for name, field in fields_of(holder).items()
                if Period in choices(field.type)
            ]
        return Carried(place, bound, tuple(keys), next(iter(periods), None))

    def _holder(self, spot: _Spot) -> type:
        """Return the class inside the record of a place in which a relation stands."""
        _, field = self._walk(spot, self._record(spot.place), spot.base, Path("", spot.base))
        found: type = record_of(field.type)
        return found

    def _operand(self, spot: _Spot, term: Term) -> Operand | None:
        """Return where a term is found; None if the report has no such form, or no such column."""
        path = term.path
        target, steps = self._start(spot, path)
        if target is None:
            return None
        if target.form is not None:
            found = self._cell(spot, target, steps, path)
        elif spot.column in (None, self.own):  # a figure of a record is one of the reporter's own level
            found = self._field(spot, target, steps, path)
        else:
            found = None
        if found is None:
            return None
        times = self._operand(spot, Term(term.times)) if term.times else None
        seen = _seen_from(spot.place, target, found)
        return attrs.evolve(seen, minus=term.minus, number=term.number, times=times, days=term.days)

    def _start(self, spot: _Spot, path: Path) -> tuple[Place | None, tuple[str, ...]]:
        """Return the place in which a path goes on, with the names that lead on from there."""
        place = spot.place
        if path.root == "/":
            if is_form_code(path.steps[0]):
                return self.filled.get(path.steps[0]), path.steps[1:]
            return self.report, path.steps
        if path.root == "~":
            while place.form is None and place.outer is not None:
                place = place.outer
            if place.form is None:
                raise spot.refuse(Phrase("“{}” chỉ viết được trong biểu", str(path)))
            return place, path.steps
        place, base = self._above(spot, path.root, str(path))
        return place, (*base, *path.steps)

    def _above(self, spot: _Spot, root: str, written: str) -> tuple[Place, tuple[str, ...]]:
        """Return where the class stands that is as many records up as there are "^" in a root."""
        place, base = spot.place, spot.base
        for _ in root.replace("<", ""):
            if base:
                base = base[:-1]
            elif place.outer is not None and place.way:
                place, base = place.outer, place.way[:-1]
            else:
                raise spot.refuse(Phrase("“{}”: trên đó không còn gì", written))
        return place, base

    def _cell(self, spot: _Spot, place: Place, steps: tuple[str, ...], path: Path) -> Operand | None:
        cells, (dotted, part) = cells_of(place.form), (".".join(steps), "")
        levels = lines_by_level(place.form, dotted) if path.root == "/" else {}
        if dotted not in cells and not levels and steps[-1] in PARTS:
            dotted, part = ".".join(steps[:-1]), steps[-1]
            levels = lines_by_level(place.form, dotted) if path.root == "/" else {}
        if dotted not in cells and levels:
            if self.own not in levels:
                return None
            dotted = levels[self.own]
        is_list = any(item.kind is Kind.REGISTER for item in cells.get(dotted, {}).values())
        if dotted not in cells or (path.inner is not None or path.counts) is not is_list:
            raise spot.refuse(Phrase("không có “{}”{}", str(path), meant(str(path), _like(path, cells))))
        columns = cells[dotted]
        cell = columns.get(None) or columns.get(spot.column or self.own)
        if cell is None:
            return None
        if is_list:
            return self._records(spot, place, cell, path)
        inner = _Spot(place, (), spot.said, cell.tier if cell.row.tiered else None)
        sums = next((item for item in cell.relations if item.shape is Shape.TOTAL_OF), None)
        return Operand(
            position=cell.position,
            path=cell.path,
            label=cell.label,
            unit=unit_of_cell(cell),
            stock=cell.stock,
            part=part,
            several=not part and cell.kind in (Kind.PAIR, Kind.TRIPLE),
            parts=self._parts(inner, cell.path, sums) if sums and not part else (),
            is_total=sums is not None,
            hedged=Quantity in types_in(cell),
            exists=cell.position not in place.absent,
        )

    def _records(self, spot: _Spot, place: Place, register: Cell, path: Path) -> Operand:
        """Return a figure of the records of a register, or their number, whatever they count."""
        exists = register.position not in place.absent
        if path.inner is None:
            items = Items(counted=True)
            return Operand(register.position, register.path, register.label, items=items, exists=exists)
        items, _ = self._items(spot, self._record(Place("", place, way=register.row.path)), path)
        column = next(item for item in register.row.columns if item.path == path.inner)
        cell = attrs.evolve(register, column=column)
        return Operand(
            position=cell.position,
            path=cell.path,
            label=cell.label,
            unit=unit_of_cell(cell),
            stock=cell.stock,
            items=attrs.evolve(items, key=next(iter(register.row.key), "")),
            exists=exists,
        )

    def _field(self, spot: _Spot, place: Place, steps: tuple[str, ...], path: Path) -> Operand:
        if steps[-1] in _ENDS and (time := self._end_of_a_time(spot, place, steps, path)):
            return time
        holder, field = self._walk(spot, self._record(place), steps, path)
        dotted, items = ".".join(steps), None
        label, relation = label_of(holder, field.name), None
        if path.counts or path.inner is not None:
            record = item_of(field.type)
            if record is None and not (path.counts and is_list(field.type)):
                raise spot.refuse(Phrase("“{}” không phải danh sách", str(path)))
            items = Items(counted=path.counts)
            if record is not None and path.inner is not None:
                items, field = self._items(spot, record, path)
        else:
            sums = (one for one in relations_on(field.type) if one.shape is Shape.TOTAL_OF)
            relation = next((one for one in sums if not one.where), None)
        if not path.counts and not is_figure(field.type):
            raise spot.refuse(Phrase("“{}” không phải số liệu", str(path)))
        full = ".".join(filter(None, (place.path, dotted)))
        inner, spec = _Spot(place, steps[:-1], spot.said), spec_of(field)
        return Operand(
            position=place.position_of(dotted),
            path=full,
            label=label,
            unit=unit_of_field(field.type) or (spec.unit if isinstance(spec, ColumnSpec) else None),
            stock=spec.stock if isinstance(spec, ColumnSpec) else is_stock(field.type),
            items=items,
            parts=self._parts(inner, full, relation) if relation else (),
            hedged=Quantity in choices(field.type),
        )

    def _end_of_a_time(self, spot: _Spot, place: Place, steps: tuple[str, ...], path: Path) -> Operand | None:
        """Return the day with which a time begins or ends; None if there is no time."""
        *way, end = steps
        if not way or path.inner is not None:
            return None
        holder, field = self._walk(spot, self._record(place), tuple(way), path)
        if not {Period, PartialDate} & {*choices(field.type)}:
            return None
        dotted = ".".join(way)
        return Operand(
            position=place.position_of(f"{dotted}.{end}"),
            path=".".join(filter(None, (place.path, dotted))),
            label=label_of(holder, field.name),
            unit=DAY,
        )

    def _items(self, spot: _Spot, record: type, path: Path) -> tuple[Items, "attrs.Attribute[Any]"]:
        """Return what is meant of the items of a list, and the field that is read in each."""
        inner = path.inner or ()
        _, field = self._walk(spot, record, inner, path)
        return Items(inner, tuple(self._choice(spot, record, item) for item in path.conditions)), field

    def _choice(self, spot: _Spot, record: type, condition: Condition) -> Choice:
        read = _reader(condition.steps)
        if not condition.other:
            return Choice(read, self._member(spot, record, condition))
        self._walk(spot, record, condition.steps, Path("", condition.steps))
        return Choice(read, position=self._position(spot, path_of(condition.other)))

    def _position(self, spot: _Spot, path: Path) -> int:
        """Return where a field stands among the values of a place, whatever it holds."""
        target, steps = self._start(spot, path)
        assert target is not None  # noqa: S101 - a condition names fields of records
        if str(path) != "/period":  # of the report itself, no field of it
            self._walk(spot, self._record(target), steps, path)
        return spot.place.position_from(target, target.position_of(".".join(steps)))

    def _where(self, spot: _Spot, condition: Condition) -> Callable[[Values], bool]:
        if spot.place.form is not None:
            raise spot.refuse(Phrase("điều kiện chỉ viết được ở bản ghi"))
        place, base = self._above(spot, condition.root, str(condition))
        steps = (*base, *condition.steps)
        position = spot.place.position_from(place, place.position_of(".".join(steps)))
        if condition.other:
            self._walk(spot, self._record(place), steps, Path("", steps))
            wanted = self._position(spot, path_of(condition.other))
            return lambda values: values[wanted] is not None and bool(values[position] == values[wanted])
        member = self._member(spot, self._record(place), Condition(steps, condition.member))
        return lambda values: bool(values[position] == member)

    def _day(self, spot: _Spot, during: During) -> int:
        """Return where the day stands that says whether a text was in force."""
        day = self._operand(spot, Term(path_of(during.day)))
        if day is None or day.unit != DAY:
            raise spot.refuse(Phrase("“{}” không phải ngày", during.day))
        return day.position

    def _member(self, spot: _Spot, record: type, condition: Condition) -> object:
        """Return what a field must hold, or a property of it."""
        *most, last = condition.steps
        holder: Any = record
        if most:
            _, field = self._walk(spot, record, tuple(most), Path("", condition.steps))
            holder = kind_of(field.type)
        known: dict[str, object] = dict(members_of(bool))
        if not isinstance(getattr(holder, last, None), property):
            _, field = self._walk(spot, holder, (last,), Path("", condition.steps))
            kinds = choices(field.type)
            known = {name: member for kind in kinds for name, member in members_of(kind)}
        if condition.member not in known:
            raise spot.refuse(Phrase("không có “{}”{}", condition.member, meant(condition.member, known)))
        return known[condition.member]

    def _walk(
        self, spot: _Spot, record: Any, steps: tuple[str, ...], path: Path
    ) -> tuple[Any, "attrs.Attribute[Any]"]:
        """Return the class that holds what a path leads to, and the field."""
        holder, field = record, None
        for name in steps:
            holder = record if field is None else record_of(field.type)
            known = fields_of(holder) if holder is not None else {}
            if name not in known:
                near = meant(name, known) or self._meant_from_the_report(path, name)
                raise spot.refuse(Phrase("không có “{}”{}", str(path), near))
            field = known[name]
        assert field is not None  # noqa: S101 - a path has a name
        return holder, field

    def _meant_from_the_report(self, path: Path, name: str) -> Phrase | str:
        """Return what a path would be that begins at the report, if one does."""
        first, whole = path.steps[0], f"/{path}"
        is_there = first in fields_of(self.root) or is_form_code(first)
        return meant(whole, [whole]) if is_there and name == first and not path.root else ""

    def _record(self, place: Place) -> type:
        """Return the class whose figures a place holds."""
        if place.form is not None:
            return place.form.record
        if place.outer is None:
            return self.root
        _, field = self._walk(
            _Spot(place, (), place.path), self._record(place.outer), place.way, Path("", place.way)
        )
        found: type = item_of(field.type)
        return found

    def _parts(self, spot: _Spot, path: str, relation: Relation) -> tuple[Operand, ...]:
        """Return the terms of a sum, by which it is known where it is blank and should have been told."""
        key = spot.place, (path,)
        if key in self.sums:
            raise spot.refuse(Phrase("“{}” là tổng của chính nó", path))
        self.sums.append(key)
        found = [self._operand(spot, term) for term in relation.terms]
        self.sums.pop()
        is_unknown = relation.is_open or relation.optional or None in found
        return () if is_unknown else tuple(filter(None, found))


def _holding(during: During, dated: int) -> Holds:
    """Return what says of the values of a place whether they are of a time."""
    return lambda values: during.holds_on(values[dated])


def _with_numbers(bound: Bound, numbers: tuple[Number, ...]) -> Bound:
    """Add numbers to the other side of a relation."""
    if not numbers:
        return bound
    there = bound.figure.position
    added = (
        _Constant(position=there, path="", label="quy định", minus=number < 0, value=number)
        for number in numbers
    )
    return attrs.evolve(bound, terms=(*bound.terms, *added), holds=never)


def _seen_from(place: Place, target: Place, operand: Operand) -> Operand:
    """Return an operand of another place as one of this place."""
    if target is place:
        return operand
    return attrs.evolve(
        operand,
        position=place.position_from(target, operand.position),
        parts=tuple(_moved(place, target, part) for part in operand.parts),
    )


def _moved(place: Place, target: Place, part: Operand) -> Operand:
    """Return a term of a sum of another place as one of this place, with all that it names."""
    seen = _seen_from(place, target, part)
    times = part.times and _moved(place, target, part.times)
    items = part.items
    if items is not None:
        moved = (
            item
            if item.position is None
            else attrs.evolve(item, position=place.position_from(target, item.position))
            for item in items.choices
        )
        items = attrs.evolve(items, choices=tuple(moved))
    return attrs.evolve(seen, times=times, items=items)


def _refuse_other_units(spot: _Spot, relation: Relation, figure: Operand, terms: Iterable[Operand]) -> None:
    """Refuse a figure that is added up from, or compared with, what is counted in another unit.

    Raises:
        DeclarationError: it is such.
    """
    for term in terms:
        counted = None if term.times is not None or term.number != 1 else term.unit  # a product is neither
        if None not in (counted, figure.unit) and counted != figure.unit:
            is_sum = relation.shape is Shape.TOTAL_OF
            said = "không cộng được “{}” ({})" if is_sum else "không so được với “{}” ({})"
            told = Phrase(said, term.path, str(counted))
            raise spot.refuse(Phrase("{} {}", str(figure.unit), told))


def _refuse_sums_of_states(spot: _Spot, figure: Operand, terms: Iterable[Operand]) -> None:
    """Refuse a flow that is a sum of states.

    Raises:
        DeclarationError: it is such.
    """
    for term in terms:
        if term.stock and not figure.stock and not term.minus:
            raise spot.refuse(Phrase("số phát sinh không thể là tổng của “{}” là số dư", term.path))


def _refuse_odd_days(spot: _Spot, relation: Relation, figure: Operand, terms: list[Operand]) -> None:
    """Refuse days that are added up, or compared with what is no day.

    Raises:
        DeclarationError: there are such.
    """
    shapes = (Shape.AT_MOST, Shape.AT_LEAST, Shape.SAME_AS, Shape.DEADLINE)
    compared = relation.shape in shapes and len(terms) == 1
    if not compared or figure.unit != DAY or terms[0].unit != DAY or terms[0].items:
        raise spot.refuse(Phrase("ngày chỉ so được với một ngày khác"))


def _like(path: Path, cells: Iterable[str]) -> list[str]:
    """Return the lines of a form as a path would name them."""
    head = f"{path.root}{path.steps[0]}." if path.root == "/" else path.root
    return [head + dotted for dotted in cells]


def _reader(steps: tuple[str, ...]) -> Callable[[Any], Any]:
    """Return what reads a field, or a property of what a field holds; None of what has no such property."""
    if len(steps) == 1:
        return attrgetter(*steps)

    def read(item: Any) -> Any:
        for name in steps:
            item = getattr(item, name, None)
        return item

    return read


_ENDS: Final = ("first_day", "last_day")
"""What a path may read of a time."""
