"""Faults that show in several reports together, or in how a check goes."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

import attrs

from mttq._samples._cases import Case
from mttq._samples._faults import Fault, cut_short, less, more, of_every_count, poor_that_round_up
from mttq.checking import Waiver
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    Houses,
    HouseWork,
    Membership,
    OutgoingTransfer,
    ReportPeriod,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import PASSED, Judgement, Severity, rule
from mttq.values import Period, Quantity, Share

__all__ = ["TOGETHER"]

_COUNTS: Final = ("villages", "households", "persons", "poor.households", "near_poor.households")
_ADDED: Final = " (phần quỹ)"
_LOWER: Final = of_every_count(lambda count, _report: max(0, count - 7))
_MEMBERS: Final = ("union_members", "association_members")
_FORMER: Final = ("Mẫu Thượng", "Mẫu Hạ")
_DAY: Final = dt.date(2020, 1, 1)


def _renamed(report: Report, name: str) -> Report:
    """Return the report of a neighbour with the same figures."""
    return attrs.evolve(report, unit=attrs.evolve(report.unit, name=name))


def _of_the_district(report: Report) -> Report:
    """Return a report of the parent unit: without appendices, it counts the people alone."""
    ref: Any = report.unit.parent
    unit = Unit(kind=ref.kind, name=ref.name)
    header = attrs.evolve(report.header, issuer=report.header.superior)
    return attrs.evolve(report, unit=unit, header=header, appendices=())


def _doubled(report: Report) -> Report:
    """Count twice the people; percentages stay."""
    for name in _COUNTS:
        number: Any = report.value_at(f"population.{name}")
        report = report.with_value(f"population.{name}", 2 * number)
    return attrs.evolve(report, appendices=())


def _two_communes(report: Report) -> Case:
    """Put the report of a district before those of its communes."""
    communes = (report, _renamed(report, "Mẫu"))
    return Case(reports=(_doubled(_of_the_district(report)), *communes))


def _all_communes(report: Report) -> Case:
    """Put the catalogue of units beside the same."""
    case = _two_communes(report)
    return attrs.evolve(case, units=tuple(item.unit for item in case.reports[1:]))


def _communes_alone(report: Report) -> Case:
    """Put the catalogue of units beside the communes, without the report of their district."""
    case = _all_communes(report)
    return attrs.evolve(case, reports=case.reports[1:])


def _with_rounded_percentages(report: Report) -> Case:
    """Put the same reports together, with a percentage that is not the same when it is cut."""
    poor = poor_that_round_up(report.population.poor, 1, report)
    return _all_communes(report.with_value("population.poor", poor))


def _supervising_apart(report: Report) -> Case:
    """Let one commune lead two supervisions on a day, and another one a supervision of the same kind."""
    led = attrs.evolve(report.supervision.supervisions[0], led_by=report.header.issuer)
    apart = attrs.evolve(led, led_by=_NEIGHBOUR)
    other = _renamed(report, "Mẫu").with_value("header.issuer", _NEIGHBOUR)
    given = ((report, (led, led)), (other, (apart,)))
    return Case(
        reports=tuple(item.with_value("supervision.supervisions", records) for item, records in given)
    )


def _after_a_merger(report: Report) -> Case:
    former = tuple(UnitRef(kind=report.unit.kind, name=name) for name in _FORMER)
    merged = attrs.evolve(_doubled(report), unit=attrs.evolve(report.unit, predecessors=former))
    return Case(reports=(merged,), previous=tuple(_renamed(report, name) for name in _FORMER))


def _two_versions(report: Report) -> Case:
    return Case(reports=(report,), previous=(report,))


def _two_sources(report: Report) -> Case:
    income = Quantity(value=Decimal(62_000_000), unit="VND/person/year")
    report = report.with_value("economy.income_per_person", income)
    other = report.with_value("header.issuer", f"Ủy ban nhân dân {report.unit.full_name}")
    return Case(reports=(report, attrs.evolve(other, appendices=())))


def _other_figures(report: Report) -> Case:
    neighbour = _renamed(report, "Mẫu")
    changed = of_every_count(lambda count, _report: count + 7)(report.appendices, 1, report)
    return Case(reports=(report.with_value("appendices", changed), neighbour))


def _with_a_text(report: Report) -> Case:
    told = report.with_value("narrative", f"Nhân dân {report.unit.full_name} tích cực hưởng ứng.")
    return Case(reports=(told, _renamed(report, "Mẫu").with_value("narrative", None)))


def _the_year_before(report: Report) -> Report:
    """Return the report on one year less, with the same figures."""
    periods = tuple(attrs.evolve(item, period=_less_a_year(item.period)) for item in report.periods)
    return attrs.evolve(report, periods=periods)


def _less_a_year(period: Any) -> Period:
    return Period.interval(period.start, attrs.evolve(period.end, year=period.end.year - 1))


def _two_years(report: Report) -> Case:
    return Case(reports=(report,), previous=(_the_year_before(report),))


def _the_next_year_of_a_fund(report: Report) -> Case:
    """Let a report on 2024 follow one on 2023, which left the fund some money."""
    fund, money = FundKind.FUND_FOR_THE_POOR, 20_000_000
    left = FundLedger(fund=fund, period=Period.of_year(2023), closing=money)
    begun = FundLedger(fund=fund, period=Period.of_year(2024), opening=money)
    before = _the_year_before(report).with_value("funds.ledgers", (left,))
    return Case(reports=(report.with_value("funds.ledgers", (begun,)),), previous=(before,))


def _halves_of_a_year(report: Report) -> Case:
    """Let a report on 2024 follow those on its halves, which raised some money each."""
    fund, money, year = FundKind.FUND_FOR_THE_POOR, 20_000_000, Period.of_year(2024)

    def told(period: Period, raised: int) -> Report:
        ledger = FundLedger(fund=fund, period=period, raised=raised)
        reviewed = attrs.evolve(report, periods=(ReportPeriod(subject="review", period=period),))
        bare = reviewed.with_value("appendices", ()).with_value("as_of", period.end)
        return bare.with_values({"membership": Membership(), "funds": Funds(ledgers=(ledger,))})

    halves = tuple(told(Period.half_year(2024, half), money) for half in (1, 2))
    return Case(reports=(told(year, 2 * money),), previous=halves)


def _members_of_the_district(report: Report) -> Case:
    """Put the members of a district before those of its communes."""
    case = _all_communes(report)
    members: Any = report.membership
    totals = {name: 2 * getattr(members, name) for name in _MEMBERS}
    of_all = Membership(period=members.period, **totals)
    district, *communes = case.reports
    return attrs.evolve(case, reports=(district.with_value("membership", of_all), *communes))


def _houses_of_the_district(report: Report) -> Case:
    """Put the houses of a district before those of its communes."""
    built = Houses(work=HouseWork.BUILT, period=Period.of_year(2023), count=9)
    return _with_funds_of(report, "houses", built, attrs.evolve(built, count=18))


def _fund_of_the_district(report: Report) -> Case:
    """Put a fund that is told for all of a district before those of its communes."""
    money = 20_000_000
    raised = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, period=Period.of_year(2023), raised=money)
    return _with_funds_of(report, "ledgers", raised, attrs.evolve(raised, raised=2 * money))


def _with_funds_of(report: Report, name: str, of_one: object, of_all: object) -> Case:
    case = _all_communes(report)
    district, *communes = (item.with_value("funds", Funds()) for item in case.reports)
    told = (item.with_value(f"funds.{name}", (of_one,)) for item in communes)
    return attrs.evolve(case, reports=(district.with_value(f"funds.{name}", (of_all,)), *told))


def _other_counts(report: Report) -> Case:
    """Put the counts of a year before, all of them lower, behind those of a report."""
    lower = _LOWER(report.appendices, 1, report)
    return Case(reports=(report,), previous=(_the_year_before(report).with_value("appendices", lower),))


def _two_titles(report: Report) -> Case:
    """Put a report on another matter before one of the same body."""
    return Case(reports=(report.with_value("title", f"{report.title}{_ADDED}"), report))


def _two_codes(report: Report) -> Case:
    """Put a report with a code of its own before one on another unit, which has one too."""
    other = _renamed(report, "Mẫu").with_value("unit.code", "26740")
    return Case(reports=(report.with_value("unit.code", "26741"), other))


def _two_years_of_five(report: Report) -> Case:
    reports = (report, *(_renamed(report, f"Mẫu {number}") for number in range(1, 5)))
    return Case(reports=reports, previous=tuple(map(_the_year_before, reports)))


def _handing_down(report: Report) -> Case:
    """Let the district state what it handed down to the fund of the commune."""
    report = report.with_value("funds.ledgers", report.funds.ledgers[:1])
    amount: Any = report.value_at(_TRANSFER)
    told = Statement(
        indicator="funds.transfers",
        value=Quantity(value=Decimal(amount), unit="VND"),
        unit=report.unit.full_name,
    )
    return Case(reports=(report, attrs.evolve(_of_the_district(report), statements=(told,))))


def _handing_on(report: Report) -> Case:
    """Let the ledger of the district name the commune to whose fund it handed something on."""
    (ledger,) = report.funds.ledgers[:1]
    report = report.with_value("funds.ledgers", (ledger,))
    amount: Any = report.value_at(_TRANSFER)
    sent = OutgoingTransfer(to=report.unit.full_name, amount=amount)
    above = attrs.evolve(ledger, transfers=(), handed_on=(sent,))
    return Case(reports=(_of_the_district(report).with_value("funds.ledgers", (above,)), report))


def _in_the_catalogue(report: Report) -> Case:
    return Case(reports=(report,), units=(report.unit,))


def _a_code_used_again(report: Report) -> Case:
    """Let a unit have a code that another one has since."""
    report = report.with_value("unit.code", "26740")
    own = attrs.evolve(report.unit, valid_until=dt.date(2025, 6, 30))
    other = Unit(kind=UnitKind.WARD, name="Mẫu", code="26740", valid_from=dt.date(2025, 7, 1))
    return Case(reports=(report,), units=(own, other))


def _waived(*waivers: Waiver) -> Callable[[Report], Case]:
    """Return a report with a sum that is wrong and accepted."""
    return lambda report: Case(reports=(report.with_value(_SUM, 60),), waivers=waivers)


@rule("HUE001", Severity.WARNING, level=1, title="Số người mỗi hộ", message="Số người mỗi hộ bất thường")
def people_are_divided_by_households(report: Report) -> Iterator[Judgement]:
    """Break down where there are no households: a custom rule with a mistake."""
    people: Any = report.population
    if people.persons // people.households:
        yield PASSED


_NEIGHBOUR: Final = "Ủy ban MTTQ Việt Nam xã Mẫu"
_TRANSFER: Final = "funds.ledgers.0.transfers.0.amount"
_SUM: Final = "organisation.committee.members"
_ACCEPTED: Final = Waiver(code="ORG001", reason="đã giải trình bằng văn bản", expires=dt.date(2026, 1, 1))
_EXPIRED: Final = attrs.evolve(_ACCEPTED, expires=_DAY)

# fmt: off
TOGETHER: Final = (
    Fault("AGG001", "more people than in the communes", "population.persons", more, _all_communes),
    Fault("AGG002", "fewer people than in two communes", "population.persons", less, _two_communes),
    Fault("AGG003", "a percentage that is none of the sums", "population.poor.share",
          lambda old, size, _report: Share(old.percent + size), _all_communes),
    Fault("AGG004", "one supervision in two reports", "supervision.supervisions.0.led_by", _NEIGHBOUR,
          _supervising_apart),
    Fault("AGG005", "more people than before the merger", "population.persons", more, _after_a_merger),
    Fault("AGG006", "a commune without a report", "units",
          lambda old, _size, _report: (*old, attrs.evolve(old[0], name="Mẫu Cao")), _all_communes),
    Fault("AGG007", "a percentage cut instead of rounded", "population.poor.share", cut_short,
          _with_rounded_percentages),
    Fault("AGG008", "more members than in the communes", "membership.association_members", more,
          _members_of_the_district),
    Fault("AGG009", "fewer houses than in the communes", "funds.houses.0.count", less,
          _houses_of_the_district),
    Fault("AGG010", "less money than in the communes", "funds.ledgers.0.raised", less, _fund_of_the_district),
    Fault("AGG011", "the people of one former commune", "population.persons",
          lambda old, _size, _report: old // 2, _after_a_merger),
    Fault("AGG012", "more people than in the reports", "population.persons", more, _two_communes),
    Fault("AGG013", "a commune of a known district without a report", "units",
          lambda old, _size, _report: (*old, attrs.evolve(old[0], name="Mẫu Cao")), _communes_alone),
    Fault("FND009", "money lost on its way", _TRANSFER, less, _handing_down),
    Fault("FND019", "money handed to another unit", "funds.ledgers.0.handed_on.0.to", "xã Mẫu", _handing_on),
    Fault("MTQ900", "a waiver of old", "waivers", (_EXPIRED,), _waived(_ACCEPTED)),
    Fault("MTQ901", "a waiver of a sum that was set right", _SUM,
          lambda _old, _size, report: sum(item.members for item in report.organisation.committee.composition),
          _waived(_ACCEPTED)),
    Fault("MTQ999", "a division by nothing", "population.households", 0,
          lambda report: Case(reports=(report,), rules=(people_are_divided_by_households,))),
    Fault("TRD001", "fewer conferences than a year ago", "kl62-pl1.dissemination.conferences.separate", less,
          _two_years),
    Fault("TRD002", "many more conferences than elsewhere", "kl62-pl1.dissemination.conferences.integrated",
          lambda old, size, _report: old * (10 + size), _two_years_of_five),
    Fault("TRD006", "people in thousands", "population.persons",
          lambda old, _size, _report: old // 1000, _two_years),
    Fault("TRD008", "a fund that begins with other money than was left", "funds.ledgers.0.opening", more,
          _the_next_year_of_a_fund),
    Fault("TRD010", "the figures of the year before", "appendices", _LOWER, _other_counts),
    Fault("TRD011", "more money in a year than in its halves", "funds.ledgers.0.raised", more,
          _halves_of_a_year),
    Fault("TRD012", "a third fewer households", "population.households",
          lambda old, _size, _report: old * 2 // 3, _two_years),
    Fault("UNI001", "a commune that nobody knows", "unit.name", "Mẫu", _in_the_catalogue),
    Fault("UNI004", "the name of another unit", "unit.name", "Mẫu", _a_code_used_again),
    Fault("XRP001", "a figure changed without a word", "population.poor.households", more, _two_versions),
    Fault("XRP002", "two figures of one thing", "population.poor.households", more, _two_sources),
    Fault("XRP003", "the figures of a neighbour", "appendices",
          of_every_count(lambda count, _report: count - 7), _other_figures),
    Fault("XRP004", "the name of a neighbour", "narrative", "Nhân dân xã Mẫu tích cực hưởng ứng.",
          _with_a_text),
    Fault("XRP006", "a report handed in twice", "title",
          lambda old, _size, _report: old.removesuffix(_ADDED), _two_titles),
    Fault("XRP007", "the code of another unit", "unit.code", "26740", _two_codes),
    Fault("XRP008", "a letter too many in the name", "unit.name",
          lambda old, _size, _report: f"{old}h", _two_years),
)
# fmt: on
"""One fault at least for each rule on several reports or on a check, in the order of the codes."""
