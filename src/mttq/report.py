"""A report: the unit it is about, its periods, head and signature, what it says, and its appendices."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter
from typing import Annotated, Any, Final, NamedTuple, Protocol, TypeVar, get_args, get_origin, overload

import attrs

from mttq._declared.paths import add_root, complaint
from mttq._declared.relations import Condition, Path, Shape
from mttq._declared.types import AsRead, Label, NotBlank, checked, clipped, counted_in
from mttq._names.former import former_arguments
from mttq.errors import ConstraintError, FieldError, PathError
from mttq.forms import Form, form_of, form_with, label_of
from mttq.model import (
    Campaigns,
    Citation,
    Compiled,
    EconomyProfile,
    Election,
    Funds,
    Header,
    Heading,
    Membership,
    Organisation,
    PopulationProfile,
    PrintedFigure,
    ReportPeriod,
    Signature,
    Source,
    Statement,
    SupervisionRecords,
    Unit,
    UnitKind,
)
from mttq.model.statements import NAMES
from mttq.tables import Shown
from mttq.values import DocumentRef, PartialDate, Period, Printed, Tier, Tiered
from mttq.wording import Lang, Phrase, label

__all__ = ["Figure", "Report"]

A = TypeVar("A")
_MISSING: Final = object()


class Figure(NamedTuple):
    """A figure of a report.

    Args:
        path: where it stands, as for `Report.value_at`.
        label: what it is, in Vietnamese.
        place: where it stands in words, in Vietnamese.
        unit: what it counts, as a unit code of `mttq.vi`; None if that is not said.
        value: the figure.
    """

    path: str
    label: str
    place: str
    unit: str | None
    value: Printed | Decimal


class _Printer(Protocol):
    """What prints values for IPython and hypothesis."""

    def text(self, text: str) -> None:
        """Print a text."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class Report(Shown):
    """A report on a unit, as reported: slips included.

    Figures are addressed by paths: "population.households" for a field of a record,
    "kl62-pl2.criticism.sessions.commune" for a cell of an appendix, "narrative.83" for a line of the text.

    >>> from mttq.forms import ParticipationAppendix
    >>> from mttq.model import UnitKind
    >>> report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo")
    >>> report.appendix(ParticipationAppendix) is None
    True
    >>> report.place_of("population.poor.households")
    'Dân số, Hộ nghèo, Số hộ'
    """

    unit: Annotated[Unit, Label("Đơn vị")]
    title: Annotated[str, Label("Tên báo cáo"), NotBlank()]
    subject: Annotated[str | None, Label("Báo cáo về")] = None
    reviewed: Annotated[DocumentRef | None, Label("Văn bản được tổng kết")] = None
    as_of: Annotated[PartialDate | None, Label("Thời điểm số liệu")] = None
    header: Annotated[Header, Label("Phần đầu")] = Header()
    periods: Annotated[tuple[ReportPeriod, ...], Label("Kỳ số liệu")] = ()
    compiled: Annotated[Compiled | None, Label("Tổng hợp từ báo cáo cấp dưới")] = None
    population: Annotated[PopulationProfile, Label("Dân số")] = PopulationProfile()
    economy: Annotated[EconomyProfile, Label("Kinh tế")] = EconomyProfile()
    organisation: Annotated[Organisation, Label("Tổ chức")] = Organisation()
    membership: Annotated[Membership, Label("Đoàn viên, hội viên")] = Membership()
    campaigns: Annotated[Campaigns, Label("Cuộc vận động, phong trào")] = Campaigns()
    funds: Annotated[Funds, Label("Quỹ, cứu trợ")] = Funds()
    supervision: Annotated[SupervisionRecords, Label("Giám sát, phản biện")] = SupervisionRecords()
    elections: Annotated[tuple[Election, ...], Label("Bầu cử")] = ()
    statements: Annotated[tuple[Statement, ...], Label("Số liệu phần lời")] = ()
    citations: Annotated[tuple[Citation, ...], Label("Văn bản viện dẫn")] = ()
    outline: Annotated[tuple[Heading, ...], Label("Đề mục")] = ()
    narrative: Annotated[str | None, Label("Phần lời")] = None
    appendices: Annotated[tuple[object, ...], Label("Phụ lục")] = ()
    printed: Annotated[tuple[PrintedFigure, ...], Label("Cách ghi số")] = ()
    recipients: Annotated[tuple[str, ...], Label("Nơi nhận")] = ()
    signature: Annotated[Signature | None, Label("Chữ ký")] = None

    def __attrs_post_init__(self) -> None:
        codes = [form_of(type(appendix)).code for appendix in self.appendices]
        first = {code: place for place, code in reversed(list(enumerate(codes)))}
        again = [place for place, code in enumerate(codes) if first[code] != place]
        if again:
            twice = ", ".join(dict.fromkeys(codes[place] for place in again))
            said = Phrase("Report: một biểu chỉ có một lần, ở đây có nhiều lần {}", twice)
            raise ConstraintError(said, *(f"appendices[{place}].form" for place in again))

    def __repr__(self) -> str:
        return f"<Report {self.unit.full_name}: {' '.join(self.title.split())}>"

    def _repr_pretty_(self, printer: _Printer, cycle: bool) -> None:  # noqa: FBT001 - so IPython wants it
        """Print in one line where hypothesis shows a value, too: all of a report takes 800 lines."""
        del cycle
        printer.text(repr(self))

    @property
    def period(self) -> Period | None:
        """The one period that the report names for all that it names one for; None if there are several.

        >>> from mttq.testing import make_report
        >>> make_report().period
        Period(kind=<PeriodKind.INTERVAL: 'interval'>, start=..., end=...)
        """
        named = {item.period for item in self.periods}
        return named.pop() if len(named) == 1 else None

    def appendix(self, record: type[A]) -> A | None:
        """Return the appendix of a form class, or None if the report has none."""
        for item in self.appendices:
            if isinstance(item, record):
                return item
        return None

    @overload
    def value_at(self, path: str) -> object: ...
    @overload
    def value_at(self, path: str, kind: type[A]) -> A | None: ...
    def value_at(self, path: str, kind: type[object] | None = None) -> object:
        """Return the value at a path; None for a blank, the reporter's own column of a tiered row.

        Args:
            path: the path; a "/" before it, as in relations, may be left out.
            kind: of what class it must be; a type checker then knows what is returned.

        Raises:
            PathError: nothing can stand at such a path, or the report lacks that appendix; a `KeyError`.
            FieldError: the value is of another class; a `TypeError`.

        >>> from mttq.testing import make_report
        >>> households = make_report().value_at("population.households", int)
        """
        value = self._value_at(path)
        if kind is None or value is None:
            return value
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _of_another_class(path, value, kind.__name__)
        return value

    def figure_at(self, path: str) -> Printed | Decimal | None:
        """Return the figure at a path; None for a blank, the reporter's own column of a tiered row.

        Raises:
            PathError: nothing can stand at such a path, or the report lacks that appendix; a `KeyError`.
            FieldError: the value is not a figure; a `TypeError`.

        >>> from mttq.testing import make_report
        >>> make_report().figure_at("unit.name")
        Traceback (most recent call last):
        mttq.errors.FieldError: “unit.name” là str ('Mẫu'), không phải số liệu
        """
        value = self._value_at(path)
        if isinstance(value, Printed | Decimal | None) and not isinstance(value, bool):
            return value
        raise _of_another_class(path, value, Phrase("số liệu"))

    def _value_at(self, path: str) -> object:
        head, *rest = path.removeprefix("/").split(".")
        start = self._by_code(head)
        value = _step(self, head) if start is None else start
        for name in rest:
            value = _step(value, name)
        if isinstance(value, Tiered):
            value = _step(value, self.unit.tier)
        if value is _MISSING:
            raise _nothing_at(path)
        return value

    def with_value(self, path: str, value: object) -> "Report":
        """Return a copy of the report with another value at a path; this one is not changed.

        A figure given for a tiered row goes into the reporter's own column, from which `value_at` takes it.

        Raises:
            PathError: nothing can stand at such a path, or the report lacks that appendix; a `KeyError`.
            FieldError: the value is of a type that is not allowed there.

        >>> from mttq.testing import make_report
        >>> report = make_report()
        >>> path = "kl62-pl2.criticism.sessions"
        >>> report.with_value(path, report.value_at(path)) == report
        True
        """
        head, *rest = path.removeprefix("/").split(".")
        start = self._by_code(head)
        try:
            if start is None:
                changed: Report = _replaced(self, [head, *rest], value, self.unit.tier)
                return changed
            appendix = _replaced(start, rest, value, self.unit.tier)
        except PathError:
            raise _nothing_at(path) from None
        return attrs.evolve(
            self, appendices=tuple(appendix if item is start else item for item in self.appendices)
        )

    def with_values(self, values: Mapping[str, object]) -> "Report":
        """Return a copy of the report with other values at paths; this one is not changed.

        A form that the report lacks is begun, as far as a path leads into it.

        Raises:
            PathError: nothing can stand at some of the paths; a `KeyError`.  The message names all.
            FieldError: values are of types that cannot stand there; the message names all.

        >>> from mttq.model import Unit, UnitKind
        >>> bare = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo")
        >>> filled = bare.with_values({"population.households": 946, "kl62-pl2.criticism.sessions": 25})
        >>> filled.population.households, filled.value_at("kl62-pl2.criticism.sessions.commune")
        (946, 25)
        """
        report, lost, unfitting = self, list[str](), list[str]()
        for path, value in values.items():
            try:
                report = report._with_form_for(path).with_value(path, value)
            except PathError as error:
                lost.append(error.message)
            except FieldError as error:
                unfitting.append(error.message)
        if lost:
            raise PathError(Phrase.joined("\n", [*lost, *unfitting]))
        if unfitting:
            raise FieldError(Phrase.joined("\n", unfitting))
        return report

    def tally(self, record: type[A]) -> A:
        """Return a form with what the report tells elsewhere, line by line.

        A register is entered from its records, if the form says how.  A line is filled in if it is declared
        to be one fact (`same_as`) with a figure of a record or of another form; one that is told nowhere, by
        several records, or not exactly stays blank.

        Args:
            record: the class of the form.

        Raises:
            DeclarationError: the class is no form.

        >>> from mttq.forms.core import CoreIndicators
        >>> from mttq.testing import make_report
        >>> core = make_report().tally(CoreIndicators)
        >>> core.population.households, core.watching.criticisms, core.voters.meetings
        (1000, 13, None)
        """
        entered_from = getattr(record, "entered_from", None)
        begun = record.tally(self._value_at(entered_from)) if entered_from else record()  # type: ignore[attr-defined]
        blank = attrs.evolve(self, appendices=(begun,))
        for cell in form_of(record).blank:
            same = (one.terms[0].path for one in cell.relations if one.shape is Shape.SAME_AS)
            told = {value for path in same if (value := self._told_at(path)) is not None}
            if len(told) == 1:
                with suppress(FieldError):  # a hedged figure, where a line takes an exact one
                    blank = blank.with_value(cell.path, told.pop())
        (filled,) = blank.appendices
        return filled  # type: ignore[return-value]

    def _told_at(self, path: Path) -> object:
        """Return the figure at a path from the report; None if it is blank, or told of several items."""
        if path.root != "/" or path.counts:
            return None
        try:
            found = self._value_at(".".join(path.steps))
        except PathError:  # the report lacks the form
            return None
        if path.inner is None:
            return found
        items = [item for item in found if all(self._holds(one, item) for one in path.conditions)]  # type: ignore[attr-defined]
        return attrgetter(".".join(path.inner))(items[0]) if len(items) == 1 else None

    def _holds(self, condition: Condition, item: object) -> bool:
        """Return whether an item of a list is meant by a condition."""
        value = attrgetter(".".join(condition.steps))(item)
        if condition.other:
            held = self.period if condition.other == "/period" else None
            return held is not None and value == held
        return getattr(value, "name", str(value)) == condition.member

    def _with_form_for(self, path: str) -> "Report":
        """Return the report with the form into which a path leads, a blank one if it lacks it."""
        form = form_with(path.removeprefix("/").partition(".")[0])
        if form is None or self._by_code(form.code) is not None:
            return self
        return attrs.evolve(self, appendices=(*self.appendices, form.record()))

    def figures(self) -> Iterator[Figure]:
        """Return every figure of its records, statements and appendices; blanks are left out.

        >>> from mttq.testing import make_report
        >>> found = {figure.path: figure for figure in make_report().figures()}
        >>> figure = found["kl62-pl2.criticism.sessions.commune"]
        >>> figure.label, figure.place, figure.value
        ('Số cuộc phản biện xã hội', 'Phụ lục 2, mục 2, dòng 2, cấp cơ sở', 13)
        """
        for path, what, unit, value in bare_figures(self):
            yield Figure(path, what, place_in(self, path) or path, unit, value)

    def _by_code(self, code: str) -> object | None:
        return next((item for item in self.appendices if form_of(type(item)).code == code), None)

    @former_arguments("0.2", "lang")
    def place_of(self, path: str, *, lang: Lang = "vi") -> str:
        """Say where a path stands: "Phụ lục 2, mục 2, dòng 2, cấp cơ sở".

        A custom name, tied to no field, is returned as it is.

        Raises:
            PathError: the path begins like one and leads nowhere; a `KeyError`.

        >>> from mttq.testing import make_report
        >>> make_report().place_of("population.housholds")
        Traceback (most recent call last):
        mttq.errors.PathError: không có “population.housholds”; có phải “population.households”?
        """
        place = place_in(self, path)
        if place is None and type(path) is not AsRead and complaint(path):
            raise PathError(complaint(path))
        return path if place is None else label(place, lang)


BARE_REPORT: Final = Report(unit=Unit(kind=UnitKind.COMMUNE, name="…"), title="…")
"""A report without figures: any path has the same place in it as in any other."""


def place_in(report: Report, path: str) -> Phrase | None:
    """Return the place of a path in a report, in words; None if it leads nowhere."""
    return place_by(path, *_met_along(report, path))


def place_by(path: str, line: int | None, source: Source | None) -> Phrase | None:
    """Return the place of a path in words, of what is met along it; None if it leads nowhere.

    Args:
        path: the path.
        line: the step that counts the lines of a text; None if none does.
        source: where the text tells of the last record on the way that says so.
    """
    head, _, rest = path.partition(".")
    form = form_with(head)
    if form is not None:
        return _place_in_form(form, rest) if rest else Phrase(form.name)
    place = _labels_along(path, line)
    return place if place is None or source is None else Phrase("{} ({})", place, source.place)


for _field in attrs.fields(Report):
    add_root(_field.name, _field.type)
for _name in NAMES:
    add_root(_name, None)


_COUNTED: Final = (
    "population",
    "economy",
    "organisation",
    "membership",
    "campaigns",
    "funds",
    "supervision",
    "elections",
    "statements",
)
"""The fields of a report that hold figures, besides its appendices."""

Bare = tuple[str, str, str | None, Any]


def bare_figures(report: Report) -> Iterator[Bare]:
    """Return the figures of a report without their places in words, which take long to find."""
    for name in _COUNTED:
        yield from _figures_in(getattr(report, name), name)
    for appendix in report.appendices:
        for cell in form_of(type(appendix)).cells(appendix):
            if _is_figure(cell.value):
                yield cell.path, cell.label, cell.unit, cell.value


def _figures_in(record: Any, path: str) -> Iterator[Bare]:
    """Return the figures of a record, or of those of a list."""
    if isinstance(record, tuple):
        for number, item in enumerate(record):
            if not isinstance(item, str):
                yield from _figures_in(item, f"{path}.{number}")
        return
    for name, what, unit in _fields_of(record.__class__):
        value = getattr(record, name)
        if _is_figure(value):
            yield f"{path}.{name}", what, unit, value
        elif isinstance(value, tuple) or _is_record(value.__class__):
            yield from _figures_in(value, f"{path}.{name}")


def _is_figure(value: object) -> bool:
    return isinstance(value, Printed | Decimal) and not isinstance(value, bool)


@cache
def _is_record(kind: Any) -> bool:
    """Return whether it is a class whose fields tell figures: no value, and no place in the text."""
    return attrs.has(kind) and kind is not Source and not kind.__module__.startswith("mttq.values")


@cache
def _fields_of(record: Any) -> tuple[tuple[str, str, str | None], ...]:
    """Return the fields of a record, each with its label and what it counts."""
    return tuple(
        (field.name, label_of(record, field.name), counted_in(field.type) or None)
        for field in attrs.fields(attrs.resolve_types(record))
    )


def _step(value: object, name: str) -> object:
    if isinstance(value, str):  # lines are numbered from 1, as `Source.line` does
        value = (_MISSING, *value.split("\n"))
    if isinstance(value, tuple):
        number = _number(name)
        return _MISSING if number is None or number >= len(value) else value[number]
    record: Any = type(value)
    return getattr(value, name) if name in _names_in(record) else _MISSING


def _number(name: str) -> int | None:
    """Read the part of a path that says which item or line; None if it names a field."""
    return int(name) if re.fullmatch("0|[1-9][0-9]{0,8}", name) else None


@cache
def _names_in(record: Any) -> frozenset[str]:
    return frozenset(attrs.fields_dict(record) if attrs.has(record) else ())


def _replaced(record: Any, path: list[str], value: object, tier: Tier) -> Any:
    if not path:
        if isinstance(record, Tiered) and not isinstance(value, Tiered):
            return _replaced(record, [tier], value, tier)
        return value
    name, *rest = path
    inner = _step(record, name)
    if inner is _MISSING:
        raise _nothing_at(name)
    new = _replaced(inner, rest, value, tier)
    if isinstance(record, tuple):
        return (*record[: int(name)], new, *record[int(name) + 1 :])
    if isinstance(record, str):
        if not isinstance(new, str) or "\n" in new:
            raise FieldError(
                Phrase("một dòng phải là chuỗi (str) không xuống dòng, không phải {}", clipped(new))
            )
        lines = record.split("\n")
        return "\n".join((*lines[: int(name) - 1], new, *lines[int(name) :]))
    return attrs.evolve(record, **{name: new})


def _of_another_class(path: str, value: object, wanted: str) -> FieldError:
    found = type(value).__name__
    return FieldError(Phrase("“{}” là {} ({}), không phải {}", path, found, clipped(value), wanted))


def _nothing_at(path: str) -> PathError:
    return PathError(complaint(path) or Phrase("báo cáo không có gì ở “{}”", path))


def _met_along(report: Report, path: str) -> tuple[int | None, Source | None]:
    """Return the step of a path that counts the lines of a text, and the last source on the way."""
    value: object = report
    last = None
    for number, name in enumerate(path.split(".")):
        if isinstance(value, str):
            return number, last
        value = _step(value, name)
        source = getattr(value, "source", None)  # of a receipt, a text
        last = source if isinstance(source, Source) else last
    return None, last


@lru_cache(maxsize=4096)  # reports are wrong in the same places
def _labels_along(path: str, line: int | None) -> Phrase | None:
    """Join the labels along a path; `line` is the step that counts the lines of a text."""
    places: list[Phrase] = []
    record: Any = Report
    for at, name in enumerate(path.split(".")):
        number = _number(name)
        if at == line and number is not None:
            places.append(Phrase("dòng {}", name))
        elif number is not None and places:
            places[-1] = Phrase("{} thứ {}", places[-1], number + 1)
        elif name in _names_in(record):
            place, record = _field_of(record, name)
            places.append(place)
        else:
            return None
    return Phrase.joined(", ", places)


@lru_cache(maxsize=4096)
def _place_in_form(form: Form, path: str) -> Phrase | None:
    try:
        return form.cell_at(path).place
    except KeyError:
        return None


@cache
def _field_of(record: Any, name: str) -> tuple[Phrase, Any]:
    """Return the label of a field, and the record class inside it."""
    return Phrase(label_of(record, name)), _record_in(attrs.fields_dict(record)[name].type)


def _record_in(annotation: Any) -> Any:
    """Find the record class inside `Annotated[tuple[X, ...] | None, …]`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return annotation
    found = [_record_in(arg) for arg in get_args(annotation)]
    return next((item for item in found if isinstance(item, type) and attrs.has(item)), None)
