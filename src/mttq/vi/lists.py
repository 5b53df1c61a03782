"""Lists in a sentence, "a, b và c", joined by Babel's locale data."""

from collections.abc import Iterable
from typing import Literal

from mttq.wording import Lang

__all__ = ["format_list"]


def format_list(items: Iterable[str], *, style: Literal["and", "or"] = "and", lang: Lang = "vi") -> str:
    """Join texts as a sentence does.

    Args:
        items: the texts; without any, the result is empty.
        style: whether all are meant, or one of them.
        lang: the language of the sentence around them.

    >>> format_list(["0", "00", "không"]), format_list(["0", "00"], style="or")
    ('0, 00 và không', '0 hoặc 00')
    >>> format_list(["0", "00"], lang="en")
    '0 and 00'
    """
    from babel.lists import format_list as join

    return join(list(items), style="standard" if style == "and" else "or", locale=lang)
