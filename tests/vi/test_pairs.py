"""The recorded pairs of input and expected output hold, row for row, where they are at hand."""

import ast
import csv
import datetime as dt
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from mttq import vi
from mttq.errors import NotationError
from mttq.values import Period

PAIRS = Path(__file__).parents[2].parent / "shared/reference/pairs_open.tsv"
ROWS = list(csv.DictReader(PAIRS.read_text("utf-8").splitlines(), delimiter="\t")) if PAIRS.exists() else []


def number(call: str, text: str) -> str:
    """F rows: format_number with what the call names."""
    decimals = int(call.split("dec=")[1][0]) if "dec=" in call else None
    pad = int(call.split("pad=")[1][0]) if "pad=" in call else 0
    return vi.format_number(Decimal(text), decimals, pad, keep_scale="keep=True" in call)


def percent(call: str, value: object) -> str:
    """P rows: format_percent of two numbers."""
    numerator, denominator = value if isinstance(value, tuple) else map(int, str(value).split("/"))
    return vi.format_percent(numerator, denominator)


def money(call: str, value: object) -> str:
    """M rows: format_money in the right scale."""
    assert isinstance(value, int)
    return vi.format_money(value, scale="auto")


def written_date(call: str, value: object) -> str:
    """D rows: dates, months and terms."""
    if isinstance(value, tuple):
        return vi.format_date(dt.date(*value), style="slash")
    parts = str(value).replace("..", "-").split("-")
    if call.startswith("term"):
        return vi.format_period(Period.term(int(parts[0]), int(parts[1])))
    if call.startswith("month"):
        return vi.format_period(Period.month(int(parts[0]), int(parts[1])))
    return vi.format_date(dt.date(*map(int, parts)))


def quantity(call: str, text: object) -> str:
    """Q rows: money and ranges."""
    if call == "money":
        return str(vi.parse_money(str(text)))
    read = vi.parse_quantity(str(text))
    return f"{read.value}..{read.upper}"


def sorted_names(call: str, text: object) -> str:
    """S rows: words in the order of the alphabet."""
    separator = "," if "," in str(text) else "|"
    return (" " if separator == "," else "|").join(sorted(str(text).split(separator), key=vi.sort_key))


FAMILIES: dict[str, Callable[[str, object], str]] = {
    "F": lambda call, value: number(call, str(value)),
    "P": percent,
    "M": money,
    "D": written_date,
    "N": lambda _call, value: str(vi.parse_number(str(value))),
    "Q": quantity,
    "E": lambda _call, value: vi.parse_period(str(value)).iso,
    "W": lambda _call, value: vi.number_to_words(Decimal(str(value))),
    "V": lambda _call, value: str(vi.words_to_number(str(value))),
    "S": sorted_names,
}
# U and T rows say what other libraries do: only what they ask of this one is judged.
OTHERS: dict[str, Callable[[str], str]] = {
    "U2": vi.normalize,
    "U5": lambda text: str(len(unicodedata.normalize("NFD", text))),
    "U9": vi.convert_legacy,
}


@pytest.mark.skipif(not ROWS, reason="the pairs lie outside the project")
@pytest.mark.parametrize("pair", ROWS, ids=lambda pair: pair["id"])
def test_a_pair_holds(pair: dict[str, str]) -> None:
    """ERR is an error of this library with a message; everything else is compared as text."""
    given = ast.literal_eval(pair["input_repr"])
    expected = ast.literal_eval(pair["expected_repr"])
    family = FAMILIES.get(pair["id"][0])
    if family is None and pair["id"] not in OTHERS:
        pytest.skip("says what another library does")

    def run() -> str:
        if family is not None:
            return family(pair["call"], given)
        return OTHERS[pair["id"]](given.encode().decode("unicode_escape") if "\\" in given else given)

    if expected == "ERR":
        with pytest.raises((NotationError, ValueError), match=r"\w"):
            run()
    else:
        assert run() == expected
