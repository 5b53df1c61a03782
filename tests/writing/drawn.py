"""Filled-in forms with drawn values of each kind, registers and columns included."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from runpy import run_path
from typing import Any

import mttq
from mttq import Pair, PartialDate, Quantity, Share
from mttq.errors import FieldError
from mttq.forms import Cell, Form, Kind
from mttq.reading._filling import filled_in

LAWS = run_path(str(Path(__file__).parents[1] / "reading" / "test_laws.py"))


def drawn(derived: Form, draw: random.Random, share: float = 0.7) -> Any:
    """Return an instance with drawn values of each kind; what does not fit a cell is not put there."""
    instance = derived.record()
    for path, cell, choice, is_text in _cells(derived, draw):
        is_name = cell in [row.columns[0] for row in derived.rows if row.kind is Kind.REGISTER]
        if draw.random() >= share and not is_name:  # a record that says nothing is none
            continue
        for value in _values(cell, draw, choice, is_text=is_text):
            try:
                instance = filled_in(derived, instance, path, value)
                break
            except FieldError:
                continue
    return instance


def _cells(derived: Form, draw: random.Random) -> Iterator[tuple[list[str], Any, Any, bool]]:
    for cell in derived.blank:
        names = cell.path.split(".")[1:]
        if cell.row.kind is Kind.REGISTER:
            for at in range(draw.randrange(4)):
                for item in cell.row.columns:
                    yield [*names, str(at), *item.path], item, item.choice, item.is_text
        elif cell.column is None or cell.column.path not in _names(derived):
            said = cell.column or cell.row
            yield names, cell, said.choice, said.is_text


def _names(derived: Form) -> set[tuple[str, ...]]:
    """Return the columns that name records: a total over these prints its label there."""
    return {row.columns[0].path for row in derived.rows if row.kind is Kind.REGISTER}


def _values(cell: Cell, draw: random.Random, choice: Any, *, is_text: bool) -> Iterator[object]:
    number = draw.choice([0, draw.randrange(100), draw.randrange(10**6), draw.randrange(10**18)])
    if choice is not None:
        word = draw.choice([*choice])
        yield from (word, frozenset((word, draw.choice([*choice]))))
    elif is_text:
        yield f"Chữ số {number}"
    elif cell.kind is Kind.PAIR and draw.random() < 0.7:
        yield Pair(number, draw.randrange(2000))
    elif cell.kind is Kind.TRIPLE and draw.random() < 0.7:
        yield mttq.Triple(number, draw.randrange(90), draw.randrange(9))
    elif cell.kind is Kind.OTHER:
        hundredths = Decimal(draw.randrange(10001)) / 100
        yield from (Share(hundredths), hundredths, mttq.vi.parse_period("tháng 3/2023"))
        yield PartialDate(year=2023, month=draw.randrange(1, 13))
        yield from (Quantity(value=hundredths), number)
    yield number
