"""Lists in a sentence, "a, b và c", as the Unicode CLDR joins them."""

from collections.abc import Iterable
from typing import Final, Literal

from mttq.wording import Lang

__all__ = ["format_list"]

_CONJUNCTIONS: Final = {
    ("and", "vi"): "và",
    ("or", "vi"): "hoặc",
    ("and", "en"): "and",
    ("or", "en"): "or",
}


def format_list(items: Iterable[str], *, style: Literal["and", "or"] = "and", lang: Lang = "vi") -> str:
    """Join texts as a sentence does.

    Args:
        items: the texts; without any, the result is empty.
        style: whether all are meant, or one of them.
        lang: the language of the sentence around them.

    Raises:
        ValueError: there is no such style or language.

    >>> format_list(["0", "00", "không"]), format_list(["0", "00"], style="or")
    ('0, 00 và không', '0 hoặc 00')
    >>> format_list(["0", "00", "none"], lang="en")
    '0, 00, and none'
    """
    if (style, lang) not in _CONJUNCTIONS:
        raise ValueError(
            f"format_list: style là and hoặc or, lang là vi hoặc en, không phải {style!r}, {lang!r}"
        )
    *first, last = tuple(items) or ("",)
    if not first:
        return last
    comma = "," if lang == "en" and len(first) > 1 else ""
    return f"{', '.join(first)}{comma} {_CONJUNCTIONS[style, lang]} {last}"
