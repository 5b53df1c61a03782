"""The narrative as far as it is computable."""

import pytest

from mttq.model import Heading, Source


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (Source(heading="mục II.1", line=96, page=3), "mục II.1, dòng 96, trang 3"),
        (Source(line=96), "dòng 96"),
        (Source(page=0), "trang 0"),
        (Source(), ""),
    ],
)
def test_a_source_names_as_much_of_its_place_as_is_known(source: Source, place: str) -> None:
    assert source.place == place


def test_the_source_of_a_heading_is_its_number_and_line() -> None:
    assert Heading(number="2.1", level=2, line=9).source == Source(heading="mục 2.1", line=9)
