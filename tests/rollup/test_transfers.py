"""Money from fund to fund inside a sum: once where both sides tell it; what one tells alone stays."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mttq
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    OutgoingTransfer,
    ReportPeriod,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rollup import InnerTransfer, RollUp, roll_up
from mttq.units import Succession, Units
from mttq.values import Period, Quantity, Tier
from mttq.vi import parse_quantity

ABOVE = UnitRef(kind=UnitKind.PROVINCE, name="Mẫu", code="01")
PROVINCE = Unit(kind=UnitKind.PROVINCE, name="Mẫu", code="01")
YEAR = Period.of_year(2026)
FUND = FundKind.FUND_FOR_THE_POOR
Amount = int | Quantity | None


def report(unit: Unit, period: Period = YEAR, of: Period | None = None, **ledger: object) -> Report:
    """A report with one ledger, of its own period if no other is given."""
    told = FundLedger(fund=FUND, period=of or period, **ledger)  # type: ignore[arg-type]
    periods = (ReportPeriod(subject="review", period=period),)
    return Report(unit=unit, title="Báo cáo", periods=periods, funds=Funds(ledgers=(told,)))


def commune(name: str, had: Amount = None, *, code: str | None = None, **ledger: object) -> Report:
    """A commune, which received money from the province if an amount is given."""
    unit = Unit(kind=UnitKind.COMMUNE, name=name, code=code or name, parent=ABOVE)
    if had is not None:
        ledger["transfers"] = (FundTransfer(from_tier=Tier.PROVINCE, amount=had),)
    return report(unit, **ledger)  # type: ignore[arg-type]


def handed(amount: Amount, to: str | None = None, tier: Tier | None = Tier.COMMUNE) -> OutgoingTransfer:
    return OutgoingTransfer(to_tier=tier, to=to, amount=amount)


def province(*given: OutgoingTransfer, **ledger: object) -> Report:
    return report(PROVINCE, handed_on=given, **ledger)  # type: ignore[arg-type]


def sides(total: RollUp) -> list[tuple[Amount, Amount, Amount]]:
    return [(one.sent, one.received, one.taken_off) for one in total.inner_transfers]


def left(total: RollUp) -> tuple[list[Amount], list[Amount]]:
    """What the sum still says to have been handed on, and received."""
    (ledger,) = total.report.funds.ledgers
    return [one.amount for one in ledger.handed_on], [one.amount for one in ledger.transfers]


def test_what_both_sides_tell_counts_once_and_the_balance_stays_right() -> None:
    own = province(handed(60_000), opening=5_000, raised=100_000, spent=20_000, closing=25_000)
    total = roll_up(
        [
            own,
            commune("A", 30_000, opening=1_000, raised=10_000, spent=20_000, closing=21_000),
            commune("B", 30_000, opening=1_000, raised=10_000, spent=20_000, closing=21_000),
        ],
        PROVINCE,
    )
    communes = ("xã A, tỉnh Mẫu", "xã B, tỉnh Mẫu")
    assert total.inner_transfers == (InnerTransfer(FUND, ("tỉnh Mẫu",), communes, 60_000, 60_000, 60_000),)
    assert left(total) == ([0], [0])
    (ledger,) = total.report.funds.ledgers
    assert (ledger.opening, ledger.raised, ledger.spent, ledger.closing) == (7_000, 120_000, 60_000, 67_000)
    assert mttq.check(total.report).counts["FND002"].passed == 1
    assert not mttq.check(total.report)
    assert str(total.coverage("funds.ledgers.0.raised")) == "3/3"


def test_what_each_of_several_is_handed_comes_to_the_product() -> None:
    told = OutgoingTransfer(to_tier=Tier.COMMUNE, units=2, amount_each=30)
    total = roll_up([province(told), commune("A", 30), commune("B", 30)], into=PROVINCE)
    assert sides(total) == [(60, 60, 60)]


def test_of_amounts_that_differ_the_lesser_is_taken_off_and_the_rest_is_said() -> None:
    total = roll_up([province(handed(60)), commune("A", 30), commune("B", 25), commune("C")], PROVINCE)
    assert sides(total) == [(60, 55, 55)]
    assert left(total) == ([5], [0])
    more = roll_up([province(handed(40)), commune("A", 30), commune("B", 25)], PROVINCE)
    assert sides(more) == [(40, 55, 40)]
    assert left(more) == ([0], [15])


def test_a_named_unit_is_held_to_what_that_unit_has() -> None:
    given = (handed(10, "xã A, tỉnh Mẫu"), handed(20, "xã B", None), handed(7))
    total = roll_up([province(*given), commune("A", 8), commune("B"), commune("C", 7)], PROVINCE)
    assert sorted(sides(total), key=str) == [(10, 8, 8), (20, None, None), (7, 7, 7)]
    assert sum(one or 0 for one in left(total)[0] if isinstance(one, int)) == 2 + 20
    assert left(total)[1] == [0]


@pytest.mark.parametrize("name", ["xã Tân Lập", "các xã biên giới"])
def test_a_name_of_several_units_or_of_none_takes_nothing_off(name: str) -> None:
    communes = [commune("Tân Lập", 5, code=code) for code in ("11", "12")]
    total = roll_up([province(handed(10, name)), *communes], PROVINCE)
    assert sides(total) == [(10, None, None), (None, 10, None)]
    assert left(total) == ([10], [10])


def test_money_for_elsewhere_is_no_matter_of_the_sum() -> None:
    given = (handed(9), handed(5, "tỉnh Khác", Tier.PROVINCE), handed(3, "Trung ương", Tier.CENTRE))
    total = roll_up([province(*given), commune("A", 9)], PROVINCE)
    assert sides(total) == [(5, None, None), (9, 9, 9)] or sides(total) == [(9, 9, 9), (5, None, None)]
    below = roll_up([commune("A", 9)], PROVINCE)  # no ledger of the province: money from above
    assert (sides(below), left(below)) == ([], ([], [9]))


HEDGED = [
    ("hơn 18 tỷ đồng", "18,2 tỷ đồng", "hơn 18.000.000.000 đồng", "0", "0"),
    ("18.000.000.000 đồng", "hơn 20 tỷ đồng", "18000000000", "0", "hơn 2.000.000.000 đồng"),
    ("hơn 20 tỷ đồng", "gần 5 tỷ đồng", "None", "hơn 20.000.000.000 đồng", "dưới 5.000.000.000 đồng"),
    ("1.000 USD", "1.000 USD", "", "1.000 USD", "1.000 USD"),
]


@pytest.mark.parametrize(("sent", "had", "off", "sent_left", "had_left"), HEDGED)
def test_hedged_amounts_are_the_same_money_if_they_agree(
    sent: str, had: str, off: str, sent_left: str, had_left: str
) -> None:
    total = roll_up([province(handed(parse_quantity(sent))), commune("A", parse_quantity(had))], PROVINCE)
    assert [str(one.taken_off) for one in total.inner_transfers] == ([off] if off else [])
    assert [[str(one) for one in side] for side in left(total)] == [[sent_left], [had_left]]


def test_hedged_amounts_of_several_that_differ_stay() -> None:
    communes = [commune(name, parse_quantity("hơn 20 tỷ đồng")) for name in "AB"]
    total = roll_up([province(handed(10**9)), *communes], PROVINCE)
    assert [one.taken_off for one in total.inner_transfers] == [None]
    assert left(total)[0] == [10**9]


def test_units_of_one_level_are_matched_by_name_only() -> None:
    having = (FundTransfer(from_tier=Tier.COMMUNE, amount=4),)
    by_name = [commune("A", handed_on=(handed(4, "xã B"),)), commune("B", transfers=having)]
    assert sides(roll_up(by_name, PROVINCE)) == [(4, 4, 4)]
    unnamed = [commune("A", handed_on=(handed(4),)), commune("B", transfers=having)]
    total = roll_up(unnamed, PROVINCE)
    assert sides(total) == [(4, None, None), (None, 4, None)]
    assert left(total) == ([4], [4])
    assert [sides(roll_up([one], PROVINCE)) for one in unnamed] == [[(4, None, None)], [(None, 4, None)]]


def test_money_goes_up_too() -> None:
    own = report(PROVINCE, transfers=(FundTransfer(from_tier=Tier.COMMUNE, amount=6),))
    total = roll_up([own, commune("A", handed_on=(handed(6, None, Tier.PROVINCE),))], PROVINCE)
    assert (sides(total), left(total)) == ([(6, 6, 6)], ([0], [0]))


def test_a_ledger_of_the_unit_that_names_no_fund_below_may_be_a_sum_itself() -> None:
    total = roll_up([report(PROVINCE, raised=100), commune("A", raised=10)], PROVINCE)
    assert total.report.funds.ledgers[0].raised == 10
    assert total.coverage("funds.ledgers.0.raised") == (1, 1, (), ("tỉnh Mẫu",))


def test_months_below_are_held_to_the_year_above_and_the_last_of_another_time_counts() -> None:
    months = [
        commune("A", 10, period=Period.month(2026, month), of=None if month < 12 else YEAR)
        for month in (1, 2, 12)
    ]
    total = roll_up([province(handed(20)), *months], PROVINCE)
    assert sides(total) == [(20, 20, 20), (None, 10, None)] or sides(total) == [
        (None, 10, None),
        (20, 20, 20),
    ]


def test_a_unit_of_which_only_a_share_lies_in_the_sum_keeps_its_money() -> None:
    day = dt.date(2025, 7, 1)
    versions = [
        PROVINCE,
        *(
            Unit(
                kind=UnitKind.COMMUNE, name=name, code=code, parent=ABOVE, valid_from=since, valid_until=until
            )
            for name, code, since, until in (
                ("Cũ", "1", None, dt.date(2025, 6, 30)),
                ("Một", "2", day, None),
                ("Hai", "3", day, None),
            )
        ),
    ]
    edges = [Succession(on=day, before="1", after=after, whole=False) for after in ("2", "3")]
    units = Units(versions, edges)
    one = units.at(day)["2"]
    half: dict[tuple[str, dt.date | None], dict[str, Fraction]] = {
        ("1", None): {"2": Fraction(1, 2), "3": Fraction(1, 2)}
    }
    before = commune("Cũ", 10, code="1", period=Period.month(2025, 5))
    total = roll_up([before], one, units=units, as_of=day, allocation=half)
    assert total.inner_transfers == ()


def test_lineage_says_who_told_what_and_what_was_taken_off() -> None:
    total = roll_up([province(handed(60)), commune("A", 30), commune("B", 25)], PROVINCE)
    (transfer,) = total.inner_transfers
    told = total.lineage("funds.ledgers.0.transfers.0.amount")
    assert [(who.code, what) for who, what in told] == [
        ("A", 30),
        ("A", transfer),
        ("B", 25),
        ("B", transfer),
    ]


def test_transfers_are_shown_in_both_languages() -> None:
    total = roll_up([province(handed(60)), commune("A", 30), commune("B", 25)], PROVINCE)
    table = total.tables()[-1]
    assert (table.title, table.rows) == (
        "Khoản chuyển giữa các quỹ",
        (
            (
                "Quỹ Vì người nghèo",
                "tỉnh Mẫu",
                "xã A, tỉnh Mẫu; xã B, tỉnh Mẫu",
                "60 đồng",
                "55 đồng",
                "55 đồng",
            ),
        ),
    )
    alone = roll_up([commune("A", handed_on=(handed(4, "xã B"),)), commune("B")], PROVINCE)
    assert alone.tables(lang="en")[-1].rows == (
        ("Fund for the Poor", "xã A, tỉnh Mẫu", "…", "4 đồng", "…", "…"),
    )


MONEY = st.one_of(st.integers(0, 3), st.sampled_from([parse_quantity("hơn 2 đồng"), None]))
NAMES = "ABCDE"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(MONEY, st.sampled_from([None, *(f"xã {name}" for name in NAMES)])), max_size=4),
    st.lists(MONEY, min_size=5, max_size=5),
    st.permutations(range(6)),
    st.lists(st.integers(0, 6), max_size=3),
)
def test_sums_of_parts_are_the_sum_of_the_whole_and_balances_stay(
    given_: list[tuple[Amount, str | None]], had: list[Amount], order: list[int], cuts: list[int]
) -> None:
    own = province(*(handed(amount, to) for amount, to in given_), raised=50)
    reports = [own, *(commune(name, one, raised=1) for name, one in zip(NAMES, had, strict=True))]
    whole = roll_up(reports, PROVINCE)
    ends = [0, *sorted(cuts), len(order)]
    parts = [roll_up([reports[n] for n in order[a:b]], PROVINCE) for a, b in pairwise(ends)]
    combined = RollUp.combine(*parts)
    assert combined == whole
    assert combined.inner_transfers == whole.inner_transfers
    assert combined.report == whole.report
    if all(isinstance(one, int) for one in (*had, *(amount for amount, _ in given_))):
        told = [sum(one for one in side if isinstance(one, int)) for side in left(whole)]
        sent = sum(amount for amount, _ in given_ if isinstance(amount, int)) if given_ else 0
        assert told[1] - told[0] == sum(one for one in had if isinstance(one, int)) - sent
