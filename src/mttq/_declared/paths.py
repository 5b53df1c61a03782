"""Paths: which names lead to something in a report, and what a mistyped path was probably meant to be.

A report and its forms say here where paths begin; records of the model, which know neither, ask here.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, get_args, get_origin

import attrs

from mttq._declared.types import choices
from mttq.wording import NOTHING, Phrase
from mttq.wording._nearest import ALIKE, meant, nearest

__all__ = ["add_root", "complaint", "corrected"]

_ROOTS: Final[dict[str, Any]] = {}
_IS_PATH: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*").fullmatch
_ALIKE_ALONE: Final = 0.85  # a single name of the caller's own may resemble one of ours
_LATER: Final[dict[str, Callable[[], object]]] = {}


def add_later_root(name: str, load: Callable[[], object]) -> None:
    """Let paths begin with a name; what adds it as a root is called when one does."""
    _ROOTS.setdefault(name, None)
    _LATER[name] = load


def add_root(name: str, annotation: Any) -> None:
    """Let paths begin with a name, and continue through the value there; None ends the path."""
    _LATER.pop(name, None)
    _ROOTS[name] = annotation
    corrected.cache_clear()


def complaint(path: str) -> Phrase:
    """Return what is wrong with a path, or nothing if it leads somewhere.

    A name of the caller's own, which neither is a path nor resembles one, is not wrong.

    >>> from mttq.report import Report
    >>> complaint("population.housholds")
    'không có “population.housholds”; có phải “population.households”?'
    >>> complaint("population.households"), complaint("số hội nghị"), complaint("school.pupils")
    ('', '', '')
    """
    fixed = corrected(path)
    if fixed == path:
        return NOTHING
    return Phrase("không có “{}”{}", path, meant(fixed, [fixed] if fixed else []))


@lru_cache(maxsize=4096)
def corrected(path: str) -> str | None:
    """Return the path that is meant by one: itself, unless it is mistyped; None if none is like it."""
    if path in _ROOTS or not path:
        return path
    head, *rest = path.split(".")
    if head in _ROOTS:
        return _corrected(head, rest)
    near = nearest(head, _ROOTS, ALIKE if rest else _ALIKE_ALONE) if _IS_PATH(path) else None
    fixed = _corrected(near, rest) if near else path
    return fixed or path  # so unlike one of ours that it is one of the caller's own


def _corrected(head: str, rest: list[str]) -> str | None:
    """Return a path with the nearest of the known names for each that is not known; None if there is none."""
    if head in _LATER:
        _LATER[head]()
    there, gone = _ROOTS[head], head
    for name in rest:
        leads = next(_behind(there, name), _NOWHERE) is not _NOWHERE
        known = name if leads else nearest(name, dict(_names(there)))
        if known is None:
            return None
        there, gone = next(_behind(there, known)), f"{gone}.{known}"
    return gone


_NOWHERE: Final = object()


def _behind(annotation: Any, name: str) -> Iterator[Any]:
    """Return what may follow a name, where anything can."""
    for bare in choices(annotation):
        if bare is object:  # an appendix by its position
            yield object
        elif name.isdecimal() and name.isascii() and (bare is str or get_origin(bare) is tuple):
            yield None if bare is str else get_args(bare)[0]  # a line of a text, an item of a list
    yield from (there for known, there in _names(annotation) if known == name)


def _names(annotation: Any) -> Iterator[tuple[str, Any]]:
    """Return the names that may follow, each with what may follow it."""
    for bare in choices(annotation):
        record = get_origin(bare) or bare
        if isinstance(record, type) and attrs.has(record):
            inner = get_args(bare)
            for field in attrs.fields(attrs.resolve_types(record)):
                yield field.name, inner[0] if inner else field.type
