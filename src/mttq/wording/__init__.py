"""All words that a reader sees, one catalogue for each language.

`words` holds the frame (heads of columns, names of levels, kinds of slips …) by keys.  A rule holds its
Vietnamese and its English reason; `words_of_rules` has the English of its title and message.  Labels of
lines, fields and terms stand in Vietnamese in the official form; `label` finds their English by the
Vietnamese, once for all places where they stand.  All but the Vietnamese of the frame is read when it is
first asked for.
"""

import enum
import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, Literal, Self, get_args

from mttq.wording._vi.frame import WORDS

__all__ = [
    "NOTHING",
    "Lang",
    "Phrase",
    "asked_lang",
    "label",
    "name_of",
    "words",
    "words_of_rules",
]

Lang = Literal["vi", "en"]
"""The languages in which mttq speaks; the words of each but Vietnamese are a package beside this file."""


class Phrase(str):
    """Vietnamese words of mttq, as opposed to quoted ones: a text with its English translation.

    Args:
        pattern: the words, with "{}" for each of the parts.
        parts: texts, which may be phrases themselves, and numbers.

    >>> place = Phrase("{}, {}", Phrase("Phụ lục 2"), Phrase("dòng {}", 7))
    >>> place, label(place, "en")
    ('Phụ lục 2, dòng 7', 'Appendix 2, line 7')
    """

    __slots__ = ("parts", "pattern")

    pattern: str
    parts: tuple[str | int, ...]

    def __new__(cls, pattern: str, *parts: str | int) -> Self:  # noqa: D102 - the class says it
        self = super().__new__(cls, pattern.format(*parts) if parts else pattern)
        self.pattern, self.parts = pattern, parts
        return self

    @classmethod
    def joined(cls, mark: str, parts: Iterable[str]) -> Self:
        """Join texts by a mark."""
        texts = tuple(parts)
        return cls(mark.join("{}" for _ in texts), *texts)

    def __getnewargs__(self) -> tuple[str | int, ...]:  # type: ignore[override]
        """Return what makes the phrase again, for pickle and copy."""
        return self.pattern, *self.parts


NOTHING: Final = Phrase("")
"""Said where nothing is wrong, or nothing helps."""


def label(text: str, lang: Lang = "vi") -> str:
    """Say a label, or a phrase; one that the catalogue lacks stays Vietnamese, as those of a user's own form.

    >>> label("Số hộ", "en"), label("số hộ", "en"), label("Số lều", "en")
    ('Households', 'households', 'Số lều')
    """
    if lang == "vi":
        return text
    words(lang)  # refuses an unknown language
    if not (isinstance(text, Phrase) and text.parts):
        return _said(text, lang)
    parts = (label(part, lang) if isinstance(part, Phrase) else part for part in text.parts)
    return _said(text.pattern, lang).format(*parts)


def _said(text: str, lang: Lang) -> str:
    """Find a label, whether its first letter is small or a capital."""
    known, other = _labels(lang), text[:1].swapcase() + text[1:]
    if text in known or other not in known:
        return known.get(text, text)
    first = known[other][:1]
    return (first.upper() if text[:1].isupper() else first.lower()) + known[other][1:]


@cache
def _labels(lang: Lang) -> Mapping[str, str]:
    """Return what each label is in a language, and each word of the frame that is used as one."""
    said = words(lang)
    labels: Mapping[str, str] = import_module(f"{__name__}._{lang}").LABELS
    return {WORDS[key]: said[key] for key in WORDS} | dict(labels)


def words(lang: Lang) -> Mapping[str, str]:
    """Return the words of the frame by their keys.

    Raises:
        ArgumentError: there is no such language.

    >>> words("vi")["basis"], words("en")["basis"]
    ('Căn cứ', 'Basis')
    """
    if lang == "vi":
        return WORDS
    if lang not in get_args(Lang):
        raise _no_language(lang)
    found: Mapping[str, str] = import_module(f"{__name__}._{lang}.frame").WORDS
    return found


def _no_language(lang: object) -> Exception:
    from mttq.errors import ArgumentError  # above this module: errors are said in its words

    known = ", ".join(get_args(Lang))
    return ArgumentError(Phrase("không có ngôn ngữ {}; chọn một trong: {}", repr(lang), known))


def asked_lang(given: str | None = None, otherwise: Lang | None = None) -> Lang:
    """Return the language of a command: the one given, else that of MTTQ_LANG, else another or Vietnamese.

    Args:
        given: the one that an argument names.
        otherwise: the one that a project file names.

    Raises:
        ArgumentError: there is no such language.

    >>> asked_lang("en")
    'en'
    """
    name: Any = given or os.environ.get("MTTQ_LANG") or otherwise or "vi"
    words(name)
    lang: Lang = name
    return lang


def name_of(member: enum.Enum, lang: Lang = "vi") -> str:
    """Name a member of an enumeration: by the words of the frame, or by its own, which are Vietnamese.

    >>> from mttq.repairs._slips import Slip
    >>> name_of(Slip.SWAPPED), name_of(Slip.SWAPPED, "en")
    ('đảo hai chữ số', 'two digits swapped')
    """
    own = f"{type(member).__name__}.{member.name}"
    return words(lang)[own] if own in WORDS else label(str(member.value), lang)


_NONE: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({})


def words_of_rules(lang: Lang) -> Mapping[str, tuple[str, str]]:
    """Return titles and messages of mttq's own rules by their codes; the Vietnamese ones stand in the rules.

    Raises:
        ArgumentError: there is no such language.

    >>> words_of_rules("en")["CRI001"][0]
    'Social criticism sessions must equal the sum of their forms'
    """
    words(lang)  # refuses an unknown language
    if lang == "vi":
        return _NONE
    found: Mapping[str, tuple[str, str]] = import_module(f"{__name__}._{lang}.rules").RULES
    return found


def _import_all() -> None:
    """Import all languages: who freezes a program (PyInstaller) looks for import statements."""
    import mttq.wording._en.frame
    import mttq.wording._en.rules  # noqa: F401
