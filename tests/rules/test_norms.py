"""Norms hold from their first day to their last, and ask of several boards what they ask of each."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from mttq.rules import ARITHMETIC, BOARD_NORMS, COMMITTEE_NORMS, POVERTY_CLASSES, Basis, BoardNorm, BoardOf
from mttq.rules._norms import in_force
from mttq.values import Qualifier, Quantity

NORMS = (*(norm.basis for norm in (*COMMITTEE_NORMS, *BOARD_NORMS)), *POVERTY_CLASSES)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("basis", NORMS, ids=str)
def test_a_norm_holds_on_its_first_and_last_day_and_not_beside_them(basis: Basis) -> None:
    first, last = basis.valid_from, basis.valid_until
    assert first is not None
    assert (in_force(basis, first - DAY), in_force(basis, first)) == (False, True)
    if last is not None:
        assert (in_force(basis, last), in_force(basis, last + DAY)) == (True, False)


def test_without_dates_a_text_holds_always_but_on_an_unknown_day_nothing_does() -> None:
    assert in_force(ARITHMETIC, dt.date.min)
    assert in_force(ARITHMETIC, dt.date.max)
    assert not in_force(ARITHMETIC, None)


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
        ({"least": 5, "by_villages": True}, 1, 7, people(7, Qualifier.EXACT)),
        ({"least": 5, "by_villages": True}, 1, 4, people(5, Qualifier.EXACT)),
        ({"least": 5, "by_villages": True}, 2, 14, people(14, Qualifier.AT_LEAST)),
        ({"least": 5, "by_villages": True}, 1, None, people(5, Qualifier.AT_LEAST)),
    ],
)
def test_a_norm_asks_for_people(norm: Any, boards: int, villages: int | None, asked: Quantity) -> None:
    board = BoardNorm(board=BoardOf.INSPECTION, basis=ARITHMETIC, **norm)
    assert board.asks(boards, villages) == asked
