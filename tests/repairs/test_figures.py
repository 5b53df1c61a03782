"""Every printed figure has a path that leads to it, and another number can stand in its place."""

from decimal import Decimal

import attrs
import pytest

from mttq.forms import Kind, form_of
from mttq.model import FundKind, FundLedger, Funds, Source, Statement
from mttq.repairs._figures import Figure, cell_path, figures_of, numbers_in
from mttq.testing import make_report
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Triple

REPORT = make_report()


def test_each_path_leads_to_its_figure() -> None:
    figures = figures_of(REPORT)
    assert figures == {path: REPORT.value_at(path) for path in figures}


def test_all_filled_cells_are_figures() -> None:
    cells = [cell for item in REPORT.appendices for cell in form_of(type(item)).cells(item)]
    filled = {cell.path for cell in cells if cell.value is not None and cell.row.kind is not Kind.HEADING}
    assert filled == {path for path in figures_of(REPORT) if path.startswith("kl62-")}


def test_blanks_dates_places_and_flags_are_no_figures() -> None:
    ledger = FundLedger(
        fund=FundKind.FUND_FOR_THE_POOR,
        period=Period.interval(PartialDate(year=2019), PartialDate(year=2023)),
        stated_years=5,
        each_year=True,
        spent=7,
    )
    found = figures_of(make_report(funds=Funds(ledgers=(ledger,))))
    assert {path: figure for path, figure in found.items() if path.startswith("funds")} == {
        "funds.ledgers.0.stated_years": 5,
        "funds.ledgers.0.spent": 7,
    }


def test_figures_of_the_narrative_are_figures() -> None:
    value = Quantity(value=Decimal(45))
    report = make_report(statements=(Statement(indicator="population.villages", value=value),))
    assert figures_of(report)["statements.0.value"] == value


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        ("kl62-pl2.criticism.sessions", "kl62-pl2.criticism.sessions.commune"),
        ("kl62-pl2.criticism.sessions.province", "kl62-pl2.criticism.sessions.province"),
        ("kl62-pl2.criticism", "kl62-pl2.criticism"),
        ("kl62-pl1.membership.admitted", "kl62-pl1.membership.admitted"),
        ("population.households", "population.households"),
    ],
)
def test_a_line_means_the_reporters_own_cell(path: str, cell: str) -> None:
    assert cell_path(REPORT, path) == cell


MILLIONS = Quantity(value=Decimal(4_500_000_000), unit="VND", scale=10**9, decimals=1)
RANGE = Quantity(value=Decimal(7), upper=Decimal(9), qualifier=Qualifier.RANGE)


@pytest.mark.parametrize(
    ("figure", "changed"),
    [
        (5, [(5, 7)]),
        (Pair(1, 2), [(1, Pair(7, 2)), (2, Pair(1, 7))]),
        (Triple(1, 2, 3), [(1, Triple(7, 2, 3)), (2, Triple(1, 7, 3)), (3, Triple(1, 2, 7))]),
        (Share(Decimal("51.59")), [(5159, Share(Decimal("0.07")))]),
        (Share(Decimal(8)), [(8, Share(Decimal(7)))]),
        (MILLIONS, [(45, attrs.evolve(MILLIONS, value=Decimal(700_000_000)))]),
        (RANGE, [(7, RANGE), (9, attrs.evolve(RANGE, upper=Decimal(7)))]),
        (Quantity(value=Decimal("0.5")), []),
        (Decimal("12.5"), [(125, Decimal("0.7"))]),
    ],
)
def test_each_number_in_a_figure_can_be_replaced(figure: Figure, changed: list[tuple[int, Figure]]) -> None:
    assert [(number, make(7)) for number, make in numbers_in(figure)] == changed
    assert all(make(number) == figure for number, make in numbers_in(figure))


def test_where_something_stands_in_the_text_is_no_figure() -> None:
    value = Quantity(value=Decimal(45))
    told = Statement(indicator="population.villages", value=value, source=Source(line=177, page=9))
    report = make_report(statements=(told,))
    assert [path for path in figures_of(report) if path.startswith("statements")] == ["statements.0.value"]
