"""mttq.vi.lists: lists in a sentence."""

from typing import Any, Literal

import pytest
from babel.lists import format_list as joined_by_babel

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


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("style", ["and", "or"])
@pytest.mark.parametrize("length", range(5))
def test_agrees_with_the_locale_data_of_babel(
    length: int, style: Literal["and", "or"], lang: Literal["vi", "en"]
) -> None:
    items = ["0", "00", "không", "{0}"][:length]
    theirs = joined_by_babel(items, style="standard" if style == "and" else "or", locale=lang)
    assert format_list(iter(items), style=style, lang=lang) == theirs


@pytest.mark.parametrize("wrong", [{"style": "xor"}, {"lang": "xx"}])
def test_another_style_or_language_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="cần một trong"):
        format_list(["xã"], **wrong)
