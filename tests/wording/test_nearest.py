"""One place finds what a mistyped name was meant to be."""

import pytest

from mttq.wording._nearest import meant, nearest

CODES = ("CRI", "CRI001", "CRI002", "ORG", "ORG001")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("CRI00", "CRI001"),  # the first of those that are equally near
        ("cri002", "CRI002"),
        ("CR", "CRI"),
        ("XYZ", None),
        ("", None),
        (7, None),
        (None, None),
        ("CRI001" * 100, None),
    ],
)
def test_the_nearest_name(name: object, near: str | None) -> None:
    assert nearest(name, CODES) == nearest(name, iter(CODES)) == near


def test_a_text_of_more_than_a_hundred_letters_is_no_name() -> None:
    assert [nearest("a" * length, ["a" * 90]) is None for length in (100, 101)] == [False, True]


def test_of_no_names_none_is_near() -> None:
    assert nearest("CRI001", ()) is None


def test_what_a_message_says_of_a_name_that_is_not_known() -> None:
    assert meant("cri", CODES) == meant("cri", CODES, "xem") == "; có phải “CRI”?"
    assert (meant("XYZ", CODES), meant("XYZ", CODES, "xem: mttq rules")) == ("", "; xem: mttq rules")
