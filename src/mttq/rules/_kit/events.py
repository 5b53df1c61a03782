"""Which supervisions stand in several records of many reports."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mttq.rules._kit.digests import Digest

__all__ = ["Led", "led_again"]

_AT_ONCE: Final = 2**17  # records that are looked through together, in some 20 MB
_PARTS: Final = 16  # at most, since each looks at all reports


class Led(NamedTuple):
    """A record of a supervision.

    Args:
        place: the report, by its position.
        number: the record, by its position there.
        joined: whether another body than the reporter led it.
    """

    place: int
    number: int
    joined: bool


def led_again(digests: Sequence[Digest]) -> Iterator[list[Led]]:
    """Return the records of each supervision that stands in several, in their order.

    They are those whose leading body, day, form and subject are the same.
    """
    parts = min(_PARTS, 1 + sum(len(item.led) for item in digests) // _AT_ONCE)
    found = [records for part in range(parts) for records in _of_a_part(digests, part, parts)]
    for records in sorted(found):
        yield [Led(record >> 32, (record & 0xFFFFFFFF) >> 1, bool(record & 1)) for record in records]


def _of_a_part(digests: Sequence[Digest], part: int, parts: int) -> Iterator[list[int]]:
    """Return records as numbers, of report, position and the least bit, of a part of all supervisions."""
    first: dict[int, int] = {}
    more = defaultdict[int, list[int]](list)
    for place, item in enumerate(digests):
        for number, led in enumerate(item.led):
            event = led >> 1
            if led and event % parts == part:
                record = place << 32 | number << 1 | led & 1
                known = first.setdefault(event, record)
                if known != record:
                    more[event].append(record)
    return ([first[event], *records] for event, records in more.items())
