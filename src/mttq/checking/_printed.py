"""How mttq 0.1 printed the figures of a finding, which the waivers of its time hold a hash of."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from mttq import vi
from mttq.rules import Figure
from mttq.rules._kit.judgements import shown
from mttq.values import PartialDate, Period

__all__ = ["printed_hash"]

_RANGE: Final = frozenset({"mean", "least", "greatest", "low", "high"})
_NAMED_SINCE: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("CAM003", "FND005", "SUP004", "UNI009"), _RANGE),
    **dict.fromkeys(("ORG005", "ORG011", "UNI005"), frozenset({"areas"})),
    **dict.fromkeys(("CRI012", "SUP013", "SUP014", "SUP015"), frozenset({"other"})),
    "FND007": frozenset({"source"}),
    "PER001": frozenset({"period", "years", "months"}),
    **dict.fromkeys(("CAM002", "CAM007"), frozenset({"where"})),
}
"""By rule, the figures that its message has come to name since."""

Args = Mapping[str, Figure | tuple[Figure, ...]]


def printed_hash(code: str, args: Args, figures: Iterable[Figure | None], terms: Iterable[Figure]) -> str:
    """Return the hash that a waiver of mttq 0.1 holds.

    Args:
        code: the rule.
        args: the figures of the message.
        figures: the values found and expected, blanks included.
        terms: the terms of the arithmetic.

    >>> printed_hash("X1", {"day": dt.date(2016, 5, 5)}, (None,), ())
    'd0a73c6320478320'
    """
    later = _NAMED_SINCE.get(code, frozenset())
    shown_then = [value for name, value in args.items() if name not in later]
    computed = tuple(terms)
    if code == "PER001":  # which named the length of the period as one number
        shown_then.append(computed[-1])
    printed = map(_printed, (*figures, *shown_then, *computed))
    return hashlib.sha256("\n".join(printed).encode()).hexdigest()[:16]


def _printed(figure: Figure | tuple[Figure, ...] | None) -> str:
    match figure:
        case None:
            return ""
        case Period() | PartialDate():
            return vi.format_period(figure)
        case dt.date():
            return vi.format_date(figure, style="slash")
        case _:
            return shown(figure)
