"""Which rules a user means: by codes ("CRI001"), families ("CRI") and other beginnings of codes."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final
from warnings import warn

from mttq._declared.types import clipped
from mttq.errors import CodeError, FieldError
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = [
    "RETIRED",
    "Selection",
    "chosen_by",
    "codes_in",
    "family_of",
    "names_of",
    "no_rule",
    "say_if_retired",
    "see_that_rules_begin_so",
]

RETIRED: Final[Mapping[str, str]] = MappingProxyType(
    {"APP005": Phrase("mẫu chính thức tự in hai mục III nên báo cáo điền đúng mẫu không có lỗi")}
)
"""By code, why a rule was given up; such a code is never used again, and naming it warns."""


def say_if_retired(codes: Iterable[str], stacklevel: int) -> None:
    """Warn of codes whose rules were given up: what names them goes on, and can be written shorter.

    Args:
        codes: the codes that are named.
        stacklevel: how far above this function they are written.
    """
    for code in codes:
        if code in RETIRED:
            said = Phrase("quy tắc {} đã thôi dùng, bỏ mã này được: {}", code, RETIRED[code])
            warn(said, FutureWarning, stacklevel + 1)


def family_of(code: str) -> str:
    """Return the letters of a code."""
    return code.rstrip("0123456789")


def names_of(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes and their families, by which rules are chosen."""
    return tuple(dict.fromkeys(name for code in codes for name in (family_of(code), code)))


Selection = str | Iterable[str] | None
"""Rules as users choose them: "ORG,CRI001", or a list of codes and families; None and "" choose nothing."""


def codes_in(name: str, selection: Selection) -> tuple[str, ...]:
    """Return the codes that an argument of that name selects, in capitals.

    Raises:
        FieldError: it is no text and no list of texts.

    >>> codes_in("select", "org, cri001,"), codes_in("select", ["ORG"]), codes_in("ignore", None)
    (('ORG', 'CRI001'), ('ORG',), ())
    """
    parts: object = (
        selection.split(",") if isinstance(selection, str) else () if selection is None else selection
    )
    listed = tuple(parts) if isinstance(parts, Iterable) else (parts,)
    if not all(isinstance(part, str) for part in listed):
        raise FieldError(Phrase("{} phải gồm các mã quy tắc, không phải {}", name, clipped(selection)))
    return tuple(code for part in listed if (code := part.strip().upper()))


def chosen_by(names: Iterable[str], known: Iterable[str]) -> Callable[[str], bool]:
    """Return what says of a code whether names choose it: as its code, its family, or its beginning.

    The name of a known rule means that rule alone.

    >>> [code for code in ("HUE1", "HUE10", "CRI001") if chosen_by(["HUE1", "CR"], ["HUE1"])(code)]
    ['HUE1', 'CRI001']
    """
    codes = frozenset(known)
    whole = frozenset(names)
    beginnings = tuple(whole - codes)
    return lambda code: code in whole or family_of(code) in whole or code.startswith(beginnings)


def see_that_rules_begin_so(codes: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a code with which no known one begins: a choice of nothing would pass for a good result.

    Raises:
        CodeError: there is such; the message has the nearest one.
    """
    names = tuple(known)
    for code in codes:
        if not any(name.startswith(code) for name in names):
            raise no_rule(code, names)


def no_rule(code: str, known: Iterable[str]) -> CodeError:
    """Say that no rule has a code, and which one was probably meant."""
    told = Phrase("; đã thôi dùng: {}", RETIRED[code]) if code in RETIRED else meant(code, known)
    return CodeError(Phrase("không có quy tắc nào mã {}{}", clipped(code), told))
