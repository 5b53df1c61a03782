"""Office files in: Word, Excel, OpenDocument and texts become figures with their places, and reports."""

from mttq.errors import ReadError
from mttq.reading._answers import waivers
from mttq.reading._hints import Hints
from mttq.reading._limits import Limits
from mttq.reading._read import read
from mttq.reading._reading import Figure, Reading, Unread
from mttq.reading._source import Reason, Source

__all__ = [
    "Figure",
    "Hints",
    "Limits",
    "ReadError",
    "Reading",
    "Reason",
    "Source",
    "Unread",
    "read",
    "waivers",
]
