"""The candidates for a repair: what a figure may have been, not yet checked."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from mttq.model import Statement
from mttq.repairs import Change
from mttq.repairs._changes import applied, balanced, carried, solving_steps, steps_of
from mttq.repairs._figures import figures_of
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Breach, Evidence, Suggestion, Term
from mttq.testing import make_report
from mttq.values import Pair, Printed, Qualifier, Quantity, Share

SESSIONS = "kl62-pl2.criticism.sessions.commune"
WRITTEN = "kl62-pl2.criticism.written.commune"
PERSONS = "population.persons"
REPORT = make_report()
SHORT = Quantity(value=Decimal("4.1"), decimals=1)
MONEY = Quantity(value=Decimal(4_500_000_000), unit="VND", scale=10**9, decimals=1)


def saying(figure: Quantity) -> Report:
    return attrs.evolve(REPORT, statements=(Statement(indicator="a", value=figure),))


def found(report: Report, breach: Breach, path: str) -> dict[Printed | None, tuple[Slip, int]]:
    steps = steps_of(report, figures_of(report), breach, path)
    return {step[0].new: (step[0].kind, step[0].distance) for step in steps if len(step) == 1}


def equal(left: Term, *right: Term) -> Breach:
    return Breach(path=left.path, evidence=Evidence((left,), "=", right))


@pytest.mark.parametrize(
    ("figure", "meant", "slip"),
    [
        (MONEY, attrs.evolve(MONEY, value=Decimal(5_400_000_000)), (Slip.SWAPPED, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(45_000_000_000), decimals=0), (Slip.COMMA, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(450_000_000), decimals=2), (Slip.COMMA, 1)),
        (MONEY, attrs.evolve(MONEY, value=Decimal(4_500_000), scale=10**6), (Slip.SCALE, 2)),
        (SHORT, attrs.evolve(SHORT, value=Decimal(4100), scale=1000), (Slip.SCALE, 2)),
        (Quantity(value=Decimal(200)), Quantity(value=Decimal(200_000)), (Slip.SCALE, 2)),
    ],
)
def test_a_sum_may_lack_its_word_or_have_its_comma_elsewhere(
    figure: Quantity, meant: Quantity, slip: tuple[Slip, int]
) -> None:
    path = "statements.0.value"
    assert found(saying(figure), equal(Term("a", 1, path), Term("b", 2)), path)[meant] == slip


def test_both_ends_of_a_range_may_be_wrong_but_not_the_wrong_way_round() -> None:
    thousands = Quantity(value=Decimal(7000), upper=Decimal(9000), qualifier=Qualifier.RANGE, scale=1000)
    path = "statements.0.value"
    meant = found(saying(thousands), equal(Term("a", 1, path), Term("b", 2)), path)
    ends = {(int(figure.value), int(figure.upper or 0)) for figure in meant if isinstance(figure, Quantity)}
    assert {(8000, 9000), (7000, 8000), (700, 900), (7, 9)} <= ends
    assert all(low <= high for low, high in ends)


def test_a_percentage_may_lack_its_comma() -> None:
    share = "population.poor.share"
    report = REPORT.with_value(share, Share(Decimal(87)))
    meant = found(report, equal(Term("a", 87, share), Term("b", Fraction(87, 10))), share)
    assert meant[Share(Decimal("8.7"))] == (Slip.COMMA, 1)
    assert meant[Share(Decimal(8))] == (Slip.ADDED, 1)
    assert Share(Decimal(8700)) not in meant


def test_what_follows_from_the_others_is_printed_like_the_figure() -> None:
    path = "statements.0.value"
    breach = equal(Term("a", 4_500_000_000, path), Term("b", 1_234_567_890))
    assert found(saying(MONEY), breach, path)[attrs.evolve(MONEY, value=Decimal(1_200_000_000))] == (
        Slip.OTHER,
        2,
    )


def test_a_count_follows_only_from_whole_numbers_that_are_not_negative() -> None:
    for number in (Fraction(1, 2), -5_000):
        meant = found(REPORT, equal(Term("a", 4100, PERSONS), Term("b", number)), PERSONS)
        assert Slip.OTHER not in {slip for slip, _ in meant.values()}


def test_two_numbers_in_a_cell_do_not_follow_from_their_sum() -> None:
    path = "kl62-pl1.membership.members"
    meant = found(REPORT, equal(Term("a", 2158, path), Term("b", 9999)), path)
    assert Slip.OTHER not in {slip for slip, _ in meant.values()}
    assert meant[Pair(312, 1864)] == (Slip.SWAPPED, 1)


def test_a_figure_is_no_candidate_for_itself() -> None:
    breach = Breach(path=PERSONS, expected=9, suggestions=(Suggestion(path=PERSONS, old=None, new=4100),))
    assert 4100 not in found(REPORT, breach, PERSONS)


def test_a_blank_is_filled_with_what_is_expected() -> None:
    report = REPORT.with_value(SESSIONS, None)
    assert found(report, Breach(path=SESSIONS, expected=13), SESSIONS) == {13: (Slip.LEFT_OUT, 2)}
    assert found(report, Breach(path=SESSIONS, expected=Fraction(1, 2)), SESSIONS) == {}


def test_without_arithmetic_a_figure_can_only_move_or_be_exchanged() -> None:
    steps = list(steps_of(REPORT, figures_of(REPORT), Breach(path=WRITTEN), WRITTEN))
    assert {(step[0].kind, step[1].path.removeprefix("kl62-pl2.criticism.")) for step in steps} == {
        (Slip.EXCHANGED, "conferences.commune"),
        (Slip.EXCHANGED, "dialogues.commune"),
        (Slip.MOVED, "written.province"),
        (Slip.MOVED, "written.district"),
        (Slip.MOVED, "dialogues.province"),
    }


def test_both_sides_of_an_arithmetic_can_be_made_equal() -> None:
    breach = Breach(
        path=SESSIONS,
        evidence=Evidence(
            (Term("a", 9, "x"),), "≤", (Term("b", 3, "y"), Term("c", 4, ""), Term("d", 1, "z"))
        ),
    )
    assert list(balanced(REPORT, breach)) == [("x", Fraction(8)), ("y", Fraction(4)), ("z", Fraction(2))]
    assert list(balanced(REPORT, Breach(path=SESSIONS))) == []


class TestSolvingSteps:
    def meant(self, breach: Breach) -> list[tuple[str, Printed | None, Slip]]:
        return [(step[0].path, step[0].new, step[0].kind) for step in solving_steps(REPORT, breach)]

    def test_are_the_slips_that_make_an_equation_true(self) -> None:
        breach = equal(Term("a", 13, SESSIONS), Term("b", 22), Term("c", 9, WRITTEN))
        assert self.meant(breach) == [(SESSIONS, 31, Slip.SWAPPED)]  # -9 is no count

    def test_may_fill_a_blank_or_a_cell_that_is_none(self) -> None:
        """`applied` says that the cell cannot hold it."""
        breach = equal(Term("a", 13, "nowhere"), Term("b", 9, "nowhere.else"))
        assert self.meant(breach) == [("nowhere", 9, Slip.LEFT_OUT), ("nowhere.else", 13, Slip.LEFT_OUT)]

    def test_are_what_a_rule_suggests_if_that_is_a_slip(self) -> None:
        suggestions = (
            Suggestion(path=PERSONS, old=4100, new=1400),
            Suggestion(path=SESSIONS, old=13, new=99),
            Suggestion(path=WRITTEN, old=9, new=None),
        )
        assert self.meant(Breach(path=PERSONS, suggestions=suggestions)) == [(PERSONS, 1400, Slip.SWAPPED)]

    def test_are_none_for_a_bound(self) -> None:
        breach = Breach(path=SESSIONS, evidence=Evidence((Term("a", 13, SESSIONS),), "≤", (Term("b", 3),)))
        assert self.meant(breach) == []


def test_steps_are_applied_together_and_none_where_no_such_figure_can_stand() -> None:
    one, two, no = (
        Change(path=path, old=None, new=new, kind=Slip.OTHER, distance=1)
        for path, new in ((SESSIONS, 5), (WRITTEN, 6), ("nowhere", 7))
    )
    changed = applied(REPORT, [(one,), (two,)])
    assert changed == REPORT.with_value(SESSIONS, 5).with_value(WRITTEN, 6)
    assert applied(REPORT, [(one, no)]) is None


def test_breaches_go_with_a_figure_that_moves_and_with_no_other() -> None:
    one = Change(path="a", old=1, new=None, kind=Slip.MOVED, distance=1)
    two = attrs.evolve(one, path="b", old=None, new=1)
    assert carried(Counter(a=2, c=1), [(one, two)]) == Counter(a=2, b=2, c=1)
    assert carried(Counter(a=2), [(attrs.evolve(one, kind=Slip.OTHER),)]) == Counter(a=2)
