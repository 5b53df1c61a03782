"""Figures drawn from relations fit together, and each of them that is changed is found by a rule."""

import datetime as dt
import enum
import types
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import islice
from typing import Any, Union, get_args, get_origin

import attrs
import pytest

from mttq._declared.relations import Shape
from mttq._declared.types import unwrap
from mttq._samples._filling import fill_in
from mttq.checking import check
from mttq.errors import ArgumentError, ConstraintError, FieldError, PathError
from mttq.forms import form, row
from mttq.forms._form import SHIPPED
from mttq.forms.core import CoreIndicators
from mttq.model import (
    Election,
    FundKind,
    FundLedger,
    Header,
    PopulationProfile,
    ReportPeriod,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.repairs._equations import equations_in
from mttq.repairs._figures import numbers_in
from mttq.report import Report
from mttq.rules import Severity
from mttq.rules._kit.cells import amount
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.places import readings_of
from mttq.testing import draw_report, make_report
from mttq.values import PartialDate, Period, Quantity, Share

LEVELS = {"commune": UnitKind.COMMUNE, "district": UnitKind.DISTRICT, "province": UnitKind.PROVINCE}
YEARS = (2018, 2024, 2026)
SECTIONS = ("population", "economy", "organisation", "membership", "campaigns", "funds", "supervision")


def base(kind: UnitKind, year: int) -> Report:
    """Return a report of a unit of some level on some year, with its people."""
    return Report(
        unit=Unit(kind=kind, name="Mẫu"),
        title="Báo cáo",
        as_of=PartialDate(year=year, month=12),
        header=Header(issuer="a", superior="b", symbol="12/BC", place="Mẫu", date=dt.date(year + 1, 1, 15)),
        recipients=("Lưu: VT",),
        population=PopulationProfile(villages=9, households=12_000, persons=48_000),
    )


def bases() -> Iterator[Any]:
    for level, kind in LEVELS.items():
        for year in YEARS:
            if (level, year) != ("district", 2026):
                yield pytest.param(base(kind, year), id=f"{level}-{year}")


def kinds_in(annotation: Any) -> list[Any]:
    bare, _ = unwrap(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        return [kind for part in get_args(bare) for kind in kinds_in(part)]
    return [bare]


def is_record(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and not kind.__module__.startswith("mttq.values")


def is_choice(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def record_of(record: type, year: int, number: int = 0) -> Any:
    """Return a record without figures: words, years and members of enumerations, another for each number."""
    found = {
        field.name: value
        for field in attrs.fields(attrs.resolve_types(record))
        for kind in kinds_in(field.type)
        if (value := value_of(kind, year, number, is_needed=field.default is attrs.NOTHING)) is not None
    }
    return record(**found)


def value_of(kind: Any, year: int, number: int, *, is_needed: bool) -> object:
    if get_origin(kind) is tuple:
        (item, *_) = get_args(kind)
        if is_record(item):
            return tuple(record_of(item, year, place) for place in range(most_choices(item)))
        return ("Mục 1", "Mục 2") if item is str else None
    if is_record(kind):
        return record_of(kind, year, number)
    if is_choice(kind):
        return list(kind)[number % len(kind)]
    if kind is Period:
        return Period.of_year(year)
    plain = {int: 3, str: f"Mục {number + 1}", dt.date: dt.date(year, 3, 1) + dt.timedelta(number)}
    return plain.get(kind) if is_needed else None


def most_choices(record: Any) -> int:
    """Return how many records have each member of each enumeration once, but of long ones the first."""
    fields = attrs.fields(attrs.resolve_types(record))
    found = [len(kind) for field in fields for kind in kinds_in(field.type) if is_choice(kind)]
    return min(max(found, default=1), 12)


def lasting(report: Report) -> list[str]:
    """Return the errors and warnings, those aside that no relation is about."""
    apart = ("ORG007", "ORG010", "UNI005")  # rules in code, on cells of Phụ lục 1
    return [
        finding.explain()
        for finding in check(report)
        if finding.severity > Severity.INFO and finding.code not in apart
    ]


def broken(report: Report, every: int = 1) -> Iterator[tuple[str, frozenset[str], str, object]]:
    """Return each figure of each relation with another that breaks it.

    These are the relation, the paths of its figures, that of the figure, and what to write there.
    """
    for equation in islice(equations_in(report), 0, None, every):
        for path in equation.paths:
            other = next(
                (one for one in others(report.value_at(path)) if not equation.allows({path: one})), None
            )
            if other is not None:
                yield f"{equation.line} {equation.shape}", frozenset(equation.paths), path, other
    for place in relations_of(report).places:
        for bound in (item for item in place.bounds if item.relation.shape is Shape.NEEDED):
            for numbers, values in readings_of(report, place):
                path = bound.figure.path.format(*numbers)
                if all(amount(one.value) != 0 for term in bound.terms for one in term.read(values, numbers)):
                    yield f"{bound.line} needed", frozenset((path,)), path, None


def others(figure: Any) -> Iterator[Any]:
    """Return other figures, the nearest first."""
    if isinstance(figure, dt.date):
        yield from (figure + dt.timedelta(days) for days in (-1, 1, -30, 30, -400, 400, -9000, 9000))
    elif figure is not None:
        for off in (1, -1, 10, -10, 10**3, 10**6, 10**9):
            for number, make in numbers_in(figure):
                if number + off >= 0:
                    with suppress(ConstraintError):  # one end of a range beyond the other
                        yield make(number + off)


def finds(before: set[str], report: Report, paths: frozenset[str]) -> bool:
    """Return whether a finding that was not there before is at one of some figures."""
    return any(finding.path in paths for finding in check(report) if finding.explain() not in before)


def with_records(report: Report) -> Report:
    """Return a report with records of all kinds and the forms that they are compared with, all filled in.

    The unit is one that was merged, and its text states a figure beside that of the year before.
    """
    year = report.as_of.year if report.as_of else None
    assert year is not None
    former = tuple(UnitRef(kind=report.unit.kind, name=name) for name in "AB")
    said = Statement(
        indicator="population.households", unit="A", value=quantity(1200), previous=quantity(1100)
    )
    report = attrs.evolve(
        report,
        unit=attrs.evolve(report.unit, predecessors=former),
        periods=(ReportPeriod(subject="review", period=Period.of_year(year)),),
        elections=(record_of(Election, year),),
        statements=(said,),
        **{name: record_of(type(report.value_at(name)), year) for name in SECTIONS},
    )
    report = report.with_value("population.villages", 9)
    return fill_in(report, *SECTIONS, "elections", "statements", "kl62-pl1", "kl62-pl2", "core", seed=3)


def quantity(number: int) -> Quantity:
    return Quantity(value=Decimal(number))


BASES = list(bases())
NEVER_DRAWN = {
    "core.houses.money.total same_as",  # of both works in one figure, told in place of each
    "kl62-pl1.cadres.reorganised.communes same_as",  # a commune alone was merged of communes
    "kl62-pl1.cadres.trained.district at_most",  # columns of levels that the reporter has not
    "kl62-pl1.cadres.trained.province at_most",
}
"""Relations that a drawn report does not meet with a slip that breaks them."""


def drawn_with_core() -> Report:
    """Return a drawn report that tells all that records have a place for, with the core indicators."""
    drawn = draw_report(2)
    core = drawn.tally(CoreIndicators)
    return fill_in(attrs.evolve(drawn, appendices=(*drawn.appendices, core)), "core", seed=3)


@pytest.mark.share(37)
@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize("report", BASES)
def test_each_form_can_be_filled_in_so_that_no_rule_speaks_and_each_slip_in_it_is_found(
    report: Report, code: str
) -> None:
    filled = fill_in(report, code, seed=5)
    assert lasting(filled) == []
    assert missed(filled) == []


@pytest.mark.sweep
@pytest.mark.parametrize("report", BASES)
def test_each_slip_in_a_figure_of_a_record_to_which_others_are_linked_is_found(report: Report) -> None:
    assert missed(with_records(report)) == []


def test_some_slips_in_records_are_found() -> None:
    assert missed(with_records(base(UnitKind.COMMUNE, 2024)), every=60) == []


@pytest.mark.sweep
def test_each_slip_in_a_figure_of_a_drawn_report_is_found() -> None:
    assert missed(drawn_with_core()) == []


def missed(report: Report, every: int = 1) -> list[tuple[str, str]]:
    """Return each figure that a relation names and that may be another without a finding."""
    before = {finding.explain() for finding in check(report)}
    cases = dict.fromkeys(broken(report, every))
    assert cases
    return [
        (relation, path)
        for relation, paths, path, other in cases
        if not finds(before, report.with_value(path, other), paths)
    ]


@pytest.mark.sweep
@pytest.mark.parametrize("level", LEVELS)
def test_every_relation_of_mttq_is_met_by_a_slip(level: str) -> None:
    report = base(LEVELS[level], 2024)
    later = base(LEVELS["commune"], 2026)  # some norms hold since then
    filled = (fill_in(report, code, seed=5) for code in SHIPPED)
    reports = [drawn_with_core(), with_records(report), with_records(later), *filled]
    declared = {
        f"{bound.line} {bound.relation.shape}"
        for one in reports
        for place in relations_of(one).places
        for bound in place.bounds
    }
    met = {relation for one in reports for relation, *_ in broken(one)}
    assert declared - met - NEVER_DRAWN == set()


@form("filling-test", title="Thử")
@attrs.frozen(kw_only=True)
class Loans:
    households: int | None = row("1", "Số hộ vay", at_most="/population.households")
    groups: int | None = row("2", "Số tổ")
    members: int | None = row("3", "Số tổ viên", same_as="groups * size", at_most="households")
    size: int | None = row("4", "Số người mỗi tổ", between=(5, 7))
    poor: int | None = row("5", "Hộ nghèo")
    others: int | None = row("6", "Hộ khác")
    share: Share | None = row("7", "Tỷ lệ", share_of=(("poor", "others"), "households"))
    free: Share | None = row("8", "Tỷ lệ")
    note: str | None = row("9", "Ghi chú")
    goods: Quantity | None = row("10", "Hàng hóa")


def test_a_form_of_ones_own_is_filled_in_as_its_relations_say() -> None:
    report = fill_in(make_report(), "filling-test", seed=1)
    loans = report.appendix(Loans)
    assert loans is not None
    assert loans.members == (loans.groups or 0) * (loans.size or 0)
    assert 5 <= (loans.size or 0) <= 7
    assert loans.share is not None
    assert loans.share.admits((loans.poor or 0) + (loans.others or 0), loans.households or 0)
    assert (loans.free, loans.note) == (None, None)
    assert isinstance(loans.goods, Quantity)
    assert report == fill_in(make_report(), "filling-test", seed=1)
    assert report != fill_in(make_report(), "filling-test", seed=2)


def test_what_a_report_says_is_kept_and_bounds_what_is_drawn() -> None:
    kept = make_report().with_values({"filling-test.groups": 3, "filling-test.households": 16})
    loans = fill_in(kept, "filling-test").appendix(Loans)
    assert loans is not None
    assert (loans.groups, loans.households, loans.size, loans.members) == (3, 16, 5, 15)


def test_records_are_filled_in_where_they_stand() -> None:
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=Period.of_year(2024))
    report = make_report().with_value("funds.ledgers", (ledger,))
    (filled,) = fill_in(report, "funds.ledgers").funds.ledgers
    assert isinstance(filled.spent, int)
    assert isinstance(filled.opening, int)
    assert isinstance(filled.raised, int)
    assert filled.spent <= filled.opening + filled.raised
    assert (filled.period, filled.fund) == (ledger.period, ledger.fund)


def test_what_contradicts_itself_is_named() -> None:
    report = make_report().with_values({"filling-test.groups": 3, "filling-test.households": 14})
    with pytest.raises(ArgumentError, match=r"^không điền được “filling-test\.size”"):
        fill_in(report, "filling-test")


@form("filling-parity", title="Thử")
@attrs.frozen(kw_only=True)
class Parity:
    """Of a sum of two figures and their difference both are odd, or both even."""

    all_of_them: int | None = row("1", "Tổng", total_of=("one", "other"))
    difference: int | None = row("2", "Chênh lệch", between=(0, 100))
    one: int | None = row("3", "Một", total_of=("difference", "other"))
    other: int | None = row("4", "Hai")


def test_what_does_not_fit_is_drawn_anew() -> None:
    for seed in range(5):
        report = fill_in(
            make_report().with_values({"filling-parity.all_of_them": 71}), "filling-parity", seed=seed
        )
        parity = report.appendix(Parity)
        assert parity is not None
        assert (parity.one or 0) + (parity.other or 0) == 71
        assert (parity.one or 0) - (parity.other or 0) == parity.difference


def test_paths_and_seeds_that_are_none_are_refused() -> None:
    with pytest.raises(PathError):
        fill_in(make_report(), "population.housholds")
    with pytest.raises(FieldError, match=r"^seed"):
        fill_in(make_report(), "filling-test", seed="1")  # type: ignore[arg-type]
