"""Finders take time in proportion to the text, whatever it is made of."""

import time
from collections.abc import Callable

import pytest

from mttq import vi

Finder = Callable[[str], object]
FINDERS: list[Finder] = [getattr(vi, name) for name in vi.__all__ if name.startswith("find_")]
PIECES = [
    "Trong năm 2024, quý I, II và ngày 4/10, 5/10/2023 xã Bình Sơn tổ chức hội nghị. ",
    "Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND xã, Luật Thanh niên năm 2020; ",
    *(
        "năm 2023, ",
        "ngày 4, ",
        "xã Bình Sơn, ",
        "các xã ",
        "Luật ",
        "Quyết định 217, ",
        "mùng 1 ",
        "của Sở ",
    ),
    *("12/", "từ ", "Bình ", "\n"),
]


def _least(finder: Finder, text: str) -> float:
    """Return the least time of three, so that other work of the machine does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        finder(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.share(3)
@pytest.mark.share(5)
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_four_times_the_text_takes_about_four_times_as_long(finder: Finder, piece: str) -> None:
    size = 1500 // len(piece)
    finder(piece)
    assert _least(finder, piece * (4 * size)) < 10 * max(_least(finder, piece * size), 0.001)
