"""mttq.vi.lists: lists in a sentence."""

import pytest

from mttq.vi import format_list


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        ([], ""),
        (["xã"], "xã"),
        (["xã", "phường"], "xã và phường"),
        (["xã", "phường", "đặc khu"], "xã, phường và đặc khu"),
    ],
)
def test_all_are_meant(items: list[str], joined: str) -> None:
    """The last two are joined by "và"."""
    assert joined == format_list(items)


def test_one_is_meant() -> None:
    """The last two are joined by "hoặc"."""
    assert format_list(("xã", "phường", "đặc khu"), style="or") == "xã, phường hoặc đặc khu"


def test_english_sentences_join_in_english() -> None:
    """Babel knows both languages."""
    assert format_list(["0", "00"], style="or", lang="en") == "0 or 00"
