"""Supervisions of many reports are looked through in parts, with the same result."""

from array import array

import attrs
import pytest

from mttq import digest
from mttq.rules._kit import events
from mttq.rules._kit.events import Led, led_again
from mttq.testing import make_report


def test_records_of_one_event_stand_together_in_their_order_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = digest(make_report())
    led = ([0, 6 << 1, 7 << 1 | 1, 5 << 1], [7 << 1, 8 << 1], [6 << 1 | 1, 7 << 1])
    digests = [attrs.evolve(given, led=array("Q", each)) for each in led]
    found = [
        [Led(0, 1, joined=False), Led(2, 0, joined=True)],
        [Led(0, 2, joined=True), Led(1, 0, joined=False), Led(2, 1, joined=False)],
    ]
    assert list(led_again(digests)) == found
    monkeypatch.setattr(events, "_AT_ONCE", 3)
    assert list(led_again(digests)) == found
