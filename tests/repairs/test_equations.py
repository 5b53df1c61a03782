"""What a figure may be by the others of a relation."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from mttq._declared.relations import Shape
from mttq.checking import check
from mttq.forms import form, row
from mttq.model import CommitteeCategory, CommitteeGroup, FundKind, FundLedger, Gifts, ReliefAction
from mttq.repairs import _equations
from mttq.repairs._equations import Addend, Equation, equations_in, told_by
from mttq.repairs._figures import Figure, figures_of
from mttq.repairs._intervals import ends_of
from mttq.report import Report
from mttq.rules import Breach, Evidence, Term
from mttq.testing import make_report
from mttq.values import Pair, Qualifier, Quantity, Share, Tier

REPORT = make_report()
SESSIONS, CONFERENCES = (f"kl62-pl2.criticism.{name}.commune" for name in ("sessions", "conferences"))
POOR, SHARE = "population.poor.households", "population.poor.share"


def equations_on(report: Report, path: str) -> list[Equation]:
    return list(_equations.equations_on(report, path, {}))


def intervals(report: Report, path: str, **news: Any) -> list[tuple[Any, Any]]:
    return [item.interval(path, news) for item in equations_on(report, path)]


def test_a_sum_leaves_each_of_its_figures_one_number() -> None:
    wrong = REPORT.with_value(SESSIONS, 15)
    (forms, *_) = equations_on(wrong, CONFERENCES)
    assert (forms.interval(CONFERENCES, {}), forms.allows({}), forms.allows({CONFERENCES: 5})) == (
        (5, 5),
        False,
        True,
    )
    assert (13, 13) in intervals(wrong, SESSIONS)


def test_a_blank_adds_any_number_and_without_it_is_seen_what_holds() -> None:
    (forms, *_) = equations_on(REPORT.with_value(CONFERENCES, None), SESSIONS)
    assert forms.interval(SESSIONS, {}) == (10, None)
    assert forms.allows({SESSIONS: 99})
    assert forms.known.interval(SESSIONS, {}) == (10, 10)


def test_a_bound_leaves_a_half_line_and_one_for_each_a_stretch() -> None:
    of_persons = [(2_000, None), (None, 7_000), (214, None)]  # 1.000 households, 214 members of the Party
    assert intervals(REPORT, "population.persons") == of_persons
    of_people = [
        item for item in equations_on(REPORT, "population.households") if item.shape is not Shape.SHARE_OF
    ]
    assert [item.interval("population.households", {}) for item in of_people] == [
        (None, Fraction(4100, 2)),
        (Fraction(4100, 7), None),
    ]


def test_a_percentage_leaves_part_whole_and_itself_what_is_printed_so() -> None:
    (found,) = [item for item in equations_on(REPORT, SHARE) if item.shape is Shape.SHARE_OF]
    assert found.interval(POOR, {}) == (Fraction("86.5"), Fraction("87.5"))
    assert found.interval("population.households", {}) == (
        Fraction(87) / Fraction("0.0875"),
        Fraction(87) / Fraction("0.0865"),
    )
    assert found.interval(SHARE, {}) == (Fraction("8.7"), Fraction("8.7"))
    assert (found.allows({}), found.allows({POOR: 88}), found.known) == (True, False, found)
    nothing: dict[str, Any] = {SHARE: None, POOR: None}
    assert found.allows(nothing)
    assert [found.interval(path, nothing) for path in (POOR, SHARE)] == [(0, None)] * 2
    assert found.interval("population.households", nothing) == (None, None)
    assert found.interval("population.households", {POOR: None})[0] == 0
    assert found.interval("population.households", {SHARE: Share(Decimal(0))})[1] is None


def test_what_a_list_holds_is_added_up_and_an_open_sum_may_have_more() -> None:
    group = CommitteeGroup(category=CommitteeCategory.CADRE, members=3, chairs=1, vice_chairs=1)
    report = REPORT.with_value("organisation.committee.composition", (group,))
    found = {
        item.paths: item for item in equations_on(report, "organisation.committee.composition.0.members")
    }
    whole, brackets = (
        found["organisation.committee.members", "organisation.committee.composition.0.members"],
        next(item for paths, item in found.items() if len(paths) == 3),
    )
    assert not whole.allows({})
    assert (brackets.allows({}), brackets.allows({brackets.paths[0]: 1})) == (True, False)


def test_only_those_of_the_record_count_that_fulfil_its_condition() -> None:
    heads, cadres = (
        CommitteeGroup(category=category, members=9)
        for category in (CommitteeCategory.WORKING_BOARD_HEAD, CommitteeCategory.CADRE)
    )
    report = REPORT.with_value("organisation.committee.composition", (heads, cadres))
    villages = [item.paths[0] for item in equations_on(report, "population.villages")]
    assert "organisation.committee.composition.0.members" in villages
    assert "organisation.committee.composition.1.members" not in villages


@form("equations-test", title="Thử")
@attrs.frozen(kw_only=True)
class Halves:
    first: int | None = row("1", "Một", same_as="both.second")
    both: Pair | None = row("2", "Cặp", parts=("một", "hai"))
    total: int | None = row("3", "Tổng", total_of=("part",))
    part: int | None = row("3a", "Phần", total_of=("piece",))
    piece: int | None = row("3b", "Mảnh")
    boards: int | None = row("4", "Ban")
    members: int | None = row("5", "Thành viên", each=("boards", 5, None))
    share: Share | None = row("6", "Tỷ lệ", share_of=(("boards", "piece"), "members"))


def test_half_a_cell_and_the_parts_of_a_blank_sum_are_figures() -> None:
    report = make_report(appendices=(Halves(first=3, both=Pair(1, 2), total=9, piece=4),))
    (same,) = equations_on(report, "equations-test.both")
    assert (same.allows({}), same.allows({"equations-test.both": Pair(9, 3)})) == (False, True)
    assert [item.paths for item in equations_on(report, "equations-test.piece")] == [
        ("equations-test.total", "equations-test.piece"),
        ("equations-test.part", "equations-test.piece"),
        *[tuple(f"equations-test.{name}" for name in ("members", "share", "boards", "piece"))],
    ]


def test_a_bound_on_one_side_is_one_and_a_percentage_of_a_sum_is_solved_for_each_of_its_figures() -> None:
    filled = Halves(boards=3, members=12, piece=4, share=Share(Decimal(50)))
    report = make_report(appendices=(filled,))
    assert intervals(report, "equations-test.members") == [
        (15, None),
        (None, 3 * 10**15),
        (700 / Fraction("50.5"), 700 / Fraction("49.5")),
    ]
    assert intervals(report, "equations-test.share") == [(Fraction(700, 12), Fraction(700, 12))]
    assert intervals(report, "equations-test.piece")[-1] == (
        Fraction("0.495") * 12 - 3,
        Fraction("0.505") * 12 - 3,
    )
    assert ends_of(Decimal("1.5")) == (Fraction(3, 2), Fraction(3, 2))


def test_hedged_figures_leave_what_they_admit_and_goods_are_no_money() -> None:
    value = Quantity(value=Decimal(12), unit="tonne")
    count = Quantity(value=Decimal(30), unit="gifts")
    report = REPORT.with_value("funds.gifts", (Gifts(count=count, value=value),))
    assert all(item.paths == ("funds.gifts.0.count",) for item in equations_on(report, "funds.gifts.0.count"))
    more = Quantity(value=Decimal(5), qualifier=Qualifier.MORE_THAN)
    equation = told_by(
        REPORT,
        Breach(path="a", evidence=Evidence((Term("a", 3),), "≥", (Term("b", 5),))),
    )
    assert equation is not None
    assert (equation.paths, equation.allows({}), equation.is_exact) == ((), False, False)
    assert all(item.allows({SESSIONS: more}) for item in equations_on(REPORT, SESSIONS) if item.is_exact)


class TestToldBy:
    def test_the_arithmetic_of_a_breach_knows_the_figures_at_its_paths(self) -> None:
        ledger = FundLedger(
            fund=FundKind.FUND_FOR_THE_POOR, opening=5, raised=Quantity(value=Decimal(7), unit="VND")
        )
        report = REPORT.with_value("funds.ledgers", (ledger,))
        paths = [f"funds.ledgers.0.{name}" for name in ("opening", "raised", "spent")]
        terms = tuple(Term("x", number, path) for number, path in zip((5, 7, 4), paths, strict=True))
        found = told_by(report, Breach(path=paths[0], evidence=Evidence(terms[:1], "=", terms[1:])))
        assert found is not None
        assert found.paths == (paths[0], paths[1])  # what is spent is no figure of the report
        assert found.interval(paths[0], {}) == (11, 11)

    def test_half_a_cell_is_meant_where_the_breach_is_about_one(self) -> None:
        cell = "kl62-pl2.supervision.delegations.commune"
        report = REPORT.with_value(cell, Pair(4, 9))
        for about, number, halves in (("", 4, Pair(5, 0)), ("second", 9, Pair(0, 10)), ("", 13, Pair(7, 7))):
            evidence = Evidence((Term("x", number, cell),), "≥", (Term("y", number + 1),))
            found = told_by(report, Breach(path=cell, about=about, evidence=evidence))
            assert found is not None
            assert (found.allows({}), found.allows({cell: halves})) == (False, True)

    def test_a_percentage_and_no_arithmetic(self) -> None:
        evidence = Evidence((Term("x", Decimal("8.7"), SHARE),), "=", (Term("y", 9),))
        found = told_by(REPORT, Breach(path=SHARE, evidence=evidence))
        assert found is not None
        assert found.interval(SHARE, {}) == (9, 9)
        assert told_by(REPORT, Breach(path=SHARE)) is None


def test_every_relation_of_a_consistent_report_holds() -> None:
    assert REPORT.unit.tier is Tier.COMMUNE
    assert not check(REPORT).errors
    found = [item for path in figures_of(REPORT) for item in equations_on(REPORT, path)]
    assert len(found) > 50
    assert all(item.allows({}) for item in found)


def test_of_a_product_each_factor_follows_from_the_other() -> None:
    boards, members, each = (
        f"organisation.working_boards.{name}" for name in ("boards", "members", "members_each")
    )
    nine = Quantity(value=Decimal(9), unit="persons")
    report = REPORT.with_value(boards, 6).with_value(members, 55).with_value(each, nine)
    asked = {
        path: [one for one in equations_on(report, path) if one.is_exact] for path in (boards, members, each)
    }
    assert {path: {one.interval(path, {}) for one in found} for path, found in asked.items()} == {
        boards: {(Fraction(55, 9), Fraction(55, 9))},
        members: {(54, 54)},
        each: {(Fraction(55, 6), Fraction(55, 6))},
    }
    for other, told in ((None, []), (Quantity(value=Decimal(0), unit="persons"), [(None, None)])):
        found = equations_on(report.with_value(each, other), boards)
        assert [one.interval(boards, {}) for one in found if one.is_exact] == told


def test_bounds_of_its_own_are_the_interval_of_a_figure() -> None:
    chairs = "organisation.standing_board.chairs"
    assert (0, 1) in intervals(REPORT.with_value(chairs, 11), chairs)


def test_a_day_is_no_later_than_the_next_step() -> None:
    elected, dated = "organisation.peoples_inspection.elected", "header.date"
    report = REPORT.with_values({elected: dt.date(2022, 3, 15), dated: dt.date(2025, 1, 7)})
    assert (None, dt.date(2025, 1, 7).toordinal()) in intervals(report, elected)
    assert (dt.date(2022, 3, 15).toordinal(), None) in intervals(report, dated)


def test_of_all_relations_a_day_is_so_many_days_after_another() -> None:
    action = ReliefAction(launched_on=dt.date(2023, 1, 5), received_until=dt.date(2023, 4, 5))
    report = REPORT.with_value("funds.relief", (action,))
    until, launched = "funds.relief.0.received_until", "funds.relief.0.launched_on"
    (latest,) = (
        one
        for one in equations_in(report)
        if until in one.paths and one.low is None and launched in one.paths
    )
    assert [(one.value, one.path, one.factor) for one in latest.addends] == [
        (action.received_until, until, 1),
        (90, "", -1),
        (action.launched_on, launched, -1),
    ]


MORE = Quantity(value=Decimal(20), qualifier=Qualifier.MORE_THAN)


@pytest.mark.parametrize(("hedged", "sign"), [(20, -1), (MORE, -1), (MORE, 1)])
def test_two_figures_of_a_sum_are_solved_together(hedged: Figure, sign: int) -> None:
    """Of 30 = 20 + 9; what stands in the middle may be hedged, and then leaves one side open."""
    one = Equation((Addend(30, "a"), Addend(hedged, "b", sign), Addend(9, "c", -1)), 0, 0)
    slips: dict[str, list[tuple[int, Figure]]] = {
        path: [(new, new) for new in news] for path, news in (("a", (3, 25, 31)), ("c", (5, 11, 90)))
    }
    right = [(a, c) for a, _ in slips["a"] for c, _ in slips["c"] if one.allows({"a": a, "c": c})]
    assert right
    assert sorted(one.balanced(slips)) == right


@form("equations-heads", title="Thử")
@attrs.frozen(kw_only=True)
class Heads:
    boards: int | None = row("1", "Số ban")
    heads: int | None = row("2", "Trưởng ban", each=("boards", None, 2))


def test_a_bound_may_have_one_end() -> None:
    report = make_report(appendices=(Heads(boards=3, heads=5),))
    assert intervals(report, "equations-heads.heads") == [(None, 6)]


def test_a_cell_may_count_by_one_figure_here_and_by_another_there() -> None:
    one = Equation((Addend(Pair(4, 9), "a", 1, "first"), Addend(Pair(4, 9), "a", -1, "second")), None, 0)
    admits = one.admitting("a", {})
    assert (one.allows({}), admits(Pair(9, 9)), admits(Pair(9, 4))) == (True, True, False)
