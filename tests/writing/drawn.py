"""Filled-in forms with drawn figures of each kind."""

import random
from decimal import Decimal
from pathlib import Path
from runpy import run_path
from typing import Any

import mttq
from mttq import Pair, Share
from mttq.forms import Form, Kind
from mttq.reading._placing import _with

LAWS = run_path(str(Path(__file__).parents[1] / "reading" / "test_laws.py"))


def drawn(derived: Form, draw: random.Random, share: float = 0.7) -> Any:
    """Return an instance with drawn figures of each kind."""
    instance = derived.record()
    for cell in derived.blank:
        number = draw.choice([0, draw.randrange(100), draw.randrange(10**6), draw.randrange(10**18)])
        value: object = number
        if cell.row.kind is Kind.PAIR and draw.random() < 0.7:
            value = Pair(number, draw.randrange(2000))
        elif cell.row.kind is Kind.TRIPLE and draw.random() < 0.7:
            value = mttq.Triple(number, draw.randrange(90), draw.randrange(9))
        elif cell.row.kind is Kind.OTHER:
            hundredths = Decimal(draw.randrange(10001)) / 100
            value = Share(hundredths) if cell.row.label.startswith("Tỷ lệ") else hundredths
        if draw.random() < share:
            instance = _with(instance, cell.path.split(".")[1:], value)
    return instance
