"""Lists in a sentence, "a, b và c", as the Unicode CLDR joins them."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from mttq._declared.types import not_among, unfit
from mttq.vi.text import require_text
from mttq.wording import Lang

__all__ = ["format_list"]

Style = Literal["and", "or"]

_CONJUNCTIONS: Final[dict[Style, str]] = {"and": "và", "or": "hoặc"}


def format_list(items: Iterable[str], *, style: Style = "and", lang: Lang = "vi") -> str:
    """Join texts as a sentence does.

    Vietnamese needs no data file, so that a check works from a zip archive too; other languages are joined by
    Babel.

    Args:
        items: the texts; without any, the result is empty.
        style: whether all are meant, or one of them.
        lang: the language of the sentence around them.

    Raises:
        FieldError: an item is no text, or one text was given instead of several.
        ValueError: there is no such style or language.

    >>> format_list(["0", "00", "không"]), format_list(["0", "00"], style="or")
    ('0, 00 và không', '0 hoặc 00')
    >>> format_list(["0", "00", "none"], lang="en")
    '0, 00, and none'
    """
    if style not in _CONJUNCTIONS:
        raise not_among("style", _CONJUNCTIONS, style)
    if lang not in get_args(Lang):
        raise not_among("lang", get_args(Lang), lang)
    if isinstance(items, str) or not isinstance(items, Iterable):
        raise unfit("format_list", tuple[str, ...], items)
    texts = tuple(items)
    for text in texts:
        require_text(text)
    if lang != "vi":
        from babel.lists import format_list as join

        return join(texts, style="standard" if style == "and" else "or", locale=lang)
    *first, last = texts or ("",)
    return f"{', '.join(first)} {_CONJUNCTIONS[style]} {last}" if first else last
