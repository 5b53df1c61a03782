"""Norms hold from their first day to their last, and ask of several boards what they ask of each."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from mttq.rules import (
    ARITHMETIC,
    BOARD_NORMS,
    COMMITTEE_NORMS,
    POVERTY_CLASSES,
    PRACTICE,
    Basis,
    BoardNorm,
    BoardOf,
    RunsOn,
)
from mttq.rules._data.norms import DIALOGUES, FORMAT, FRONT_BOARDS, PARTY_FORMAT, PRIVACY
from mttq.values import Qualifier, Quantity

NORMS = (
    *(norm.basis for norm in COMMITTEE_NORMS),
    *(norm.basis for norm in BOARD_NORMS),
    *POVERTY_CLASSES,
)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("basis", NORMS, ids=str)
def test_a_norm_holds_on_its_first_and_last_day_and_not_beside_them(basis: Basis) -> None:
    first, last = basis.valid_from, basis.valid_until
    assert first is not None
    assert (basis.holds_on(first - DAY), basis.holds_on(first), basis.holds_on(None)) == (False, True, False)
    if last is not None:
        assert (basis.holds_on(last), basis.holds_on(last + DAY)) == (True, False)


SERIES = (DIALOGUES, FORMAT, FRONT_BOARDS, PARTY_FORMAT, POVERTY_CLASSES, PRIVACY)


@pytest.mark.parametrize("series", SERIES, ids=lambda series: series[0].text)
def test_texts_that_follow_each_other_leave_no_day_out_and_share_none(series: tuple[Basis, ...]) -> None:
    """The newest comes first; each ends on the day before the next begins."""
    dated = [basis for basis in series if basis.valid_from]
    followed = [(basis.valid_until, basis.valid_from) for basis in dated]
    assert [last for last, _ in followed[1:]] == [first - DAY for _, first in followed[:-1] if first]
    assert set(series) - set(dated) <= {PRACTICE}
    assert PRACTICE not in series[:-1]


def people(number: int, qualifier: Qualifier, upper: int | None = None) -> Quantity:
    above = None if upper is None else Decimal(upper)
    return Quantity(value=Decimal(number), unit="persons", qualifier=qualifier, upper=above)


@pytest.mark.parametrize(
    ("norm", "boards", "villages", "asked"),
    [
        ({"least": 5, "greatest": 11}, 1, 20, people(5, Qualifier.RANGE, 11)),
        ({"least": 5, "greatest": 11}, 2, None, people(10, Qualifier.RANGE, 22)),
        ({"least": 5, "greatest": 5}, 2, None, people(10, Qualifier.EXACT)),
        ({"least": 0, "greatest": 2}, 3, None, people(6, Qualifier.AT_MOST)),
        ({"least": 5}, 2, 20, people(10, Qualifier.AT_LEAST)),
        ({"least": 0}, 1, None, people(0, Qualifier.AT_LEAST)),
        ({"least": 5, "by_villages": True}, 1, 5, people(5, Qualifier.AT_LEAST)),
        ({"least": 5, "by_villages": True}, 1, 7, people(7, Qualifier.AT_LEAST)),
        ({"least": 5, "by_villages": True}, 1, 4, people(5, Qualifier.EXACT)),
        ({"least": 5, "by_villages": True}, 2, 14, people(14, Qualifier.AT_LEAST)),
        ({"least": 5, "by_villages": True}, 1, None, people(5, Qualifier.AT_LEAST)),
    ],
)
def test_a_norm_asks_for_people(norm: Any, boards: int, villages: int | None, asked: Quantity) -> None:
    board = BoardNorm(board=BoardOf.INSPECTION, basis=ARITHMETIC, **norm)
    assert board.asks(boards, villages) == asked


NORM = BoardNorm(
    board=BoardOf.INSPECTION,
    least=5,
    greatest=11,
    runs_on=RunsOn(elected_before=dt.date(2023, 8, 15), until=dt.date(2025, 12, 31), numbers=(5, 7, 9, 11)),
    basis=ARITHMETIC,
)
BEFORE, AFTER = dt.date(2023, 8, 14), dt.date(2023, 8, 15)
LAST = dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("size", "elected", "day", "sits"),
    [
        ((9, 1, 12), BEFORE, LAST + DAY, True),  # it says so itself
        ((9, 1, 12), AFTER, LAST, False),
        ((9, 1, 12), None, LAST, None),
        ((9, 1, 12), None, LAST + DAY, False),
        ((9, 1, 12), None, None, False),
        ((12, 1, 12), BEFORE, LAST, False),  # no such board was ever right
        ((8, 1, 12), None, LAST, False),  # nor of this number, in the lowlands
        ((8, 1, 8), None, LAST, None),  # but in the highlands, one for each village
        ((5, 1, 3), None, LAST, None),
        ((6, 1, 3), None, LAST, False),
        ((6, 1, 3), BEFORE, LAST, True),
        ((7, 1, None), None, LAST, None),
        ((19, 2, 30), None, LAST, None),  # of several boards nobody knows how large each is
    ],
)
def test_a_board_may_have_been_elected_under_a_former_norm(
    size: tuple[int, int, int | None], elected: dt.date | None, day: dt.date | None, sits: bool | None
) -> None:
    """The size is that in people, of how many boards, in how many villages."""
    assert NORM.may_have_elected(*size, elected, day) is sits


def test_without_such_a_word_the_end_of_a_norm_ends_its_boards() -> None:
    norm = BoardNorm(board=BoardOf.INSPECTION, least=5, greatest=11, basis=ARITHMETIC)
    assert norm.may_have_elected(9, 1, 12, BEFORE, LAST) is False
