"""By what a thing is known again: in another version of a report, in another order, in another spelling.

A path such as "citations.4" says where a thing stands, which changes with everything before it.  What a thing
*is* stays: a unit by its name, kind and parents, a record by the facts that its class marks as `KEY`, a cell
of a form by its path, a line of the narrative by its words, and a slip in it by its own and the nearest ones.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.types import Key, unwrap
from mttq.forms import form_of
from mttq.model import Source
from mttq.report import Report, place_by
from mttq.rules._kit.bases import Basis
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Tiered, Triple
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "Identity",
    "Spot",
    "canonical",
    "digest",
    "is_in_list",
    "joined",
    "key_fields",
    "key_of",
    "spot_at",
    "thing_at",
]

_POSITION: Final = re.compile(r"\.[0-9]+(?:\.|\Z)")
_NUMBER: Final = re.compile("0|[1-9][0-9]{0,8}")
_TEXT: Final = "narrative"  # identified by its words
_NEAR: Final = 3  # words on either side


@attrs.frozen(kw_only=True)
class Identity:
    """What a finding is recognised by, besides the rule.

    Args:
        unit: the unit by its kind, folded name and parents, as `key_of` has it; "" for that of several.
        thing: what it is about, as `thing_at` has it.
        code: the code of the unit, which distinguishes two units of one name.
        has_namesake: whether another unit of that name was checked at the same time.
        nth: which of several things that nothing distinguishes.
    """

    unit: str = ""
    thing: str
    code: str | None = None
    has_namesake: bool = False
    nth: int = 1

    def fingerprint(self, rule: str, *, with_code: bool = False) -> str:
        """Name the finding of a rule; with the code of the unit where its name is not enough."""
        code = self.code if with_code or self.has_namesake else None
        return digest([rule, self.unit, code, self.thing, self.nth])


def digest(parts: object) -> str:
    """Return a short name of texts and numbers: 16 hexadecimal digits of SHA-256."""
    return hashlib.sha256(_encode(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def key_fields(record: Any) -> tuple[tuple[str, Key], ...]:
    """Return the fields of a class that distinguish its records, as their annotations mark them (`KEY`).

    >>> from mttq.model import Conference
    >>> [name for name, _ in key_fields(Conference)]
    ['subject', 'form', 'period']
    """
    return tuple(
        (field.name, extra)
        for field in attrs.fields(record)
        for extra in unwrap(field.type)[1]
        if isinstance(extra, Key)
    )


def key_of(record: Any, report: Report | None = None) -> str:
    """Return the facts that distinguish a record from its neighbours, regardless of spelling, as one text.

    A record whose class marks no field is known by all of them.  With the report, a field that holds the path
    of a figure names the figure and not its position.

    >>> from mttq.model import Gifts, UnitKind, UnitRef
    >>> key_of(UnitRef(kind=UnitKind.DISTRICT, name="A  LƯỚI", code="470"))
    '["huyện", "a lưới"]'
    >>> key_of(Gifts(occasion="Tết", value=5_000_000))
    '["tết", ""]'
    """
    return _key(_facts_of(record, report))


class _Facts(tuple[object, ...]):
    """The facts that distinguish a record from its neighbours."""

    __slots__ = ()


def _facts_of(record: Any, report: Report | None) -> _Facts:
    kind: Any = type(record)
    marked = key_fields(kind)
    if not marked:
        return _Facts(getattr(record, field.name) for field in attrs.fields(kind))
    facts: list[object] = []
    for name, key in marked:
        value = getattr(record, name)
        if key.later and value is None:
            continue
        facts.append(thing_at(report, value) if key.path and report else value)
    return _Facts(facts)


def _key(item: object) -> str:
    return joined(map(canonical, item)) if isinstance(item, _Facts) else canonical(item)


_encode: Final = json.JSONEncoder(ensure_ascii=False).encode


def joined(texts: Iterable[str]) -> str:
    """Join texts so that none can be taken for several."""
    return _encode(list(texts))


def canonical(value: object) -> str:
    """Return a value in the one form that no notation, wording or order of a list changes.

    Words of ours (`Phrase`) leave only what they hold; quoted ones are folded.

    >>> from mttq.values import PartialDate, Qualifier
    >>> canonical(dt.date(2024, 3, 5)), canonical(Decimal("12.50")), canonical(Share(Decimal("12.50")))
    ('2024-03-05', '25/2', '12.50%')
    >>> canonical(Quantity(value=Decimal(4_500_000_000), unit="VND", scale=10**9, decimals=1))
    '4500000000 ±100000000 VND'
    >>> canonical(("b", "A")), canonical(Phrase("{} ban", 16)), canonical(Period.quarter(2023, 4))
    ('["a", "b"]', '16', 'quarter 2023-Q4')
    """
    kind: Any = type(value)
    if value is None:
        return ""
    if kind is int:
        return str(value)
    write = _writer_of(kind)
    if write is not None:
        return write(value)
    return key_of(value) if _names_in(kind) else fold(str(value))


@cache
def _writer_of(kind: Any) -> Callable[[Any], str] | None:
    return next((_FORMS[known] for known in kind.__mro__ if known in _FORMS), None)


def _quantity(value: Quantity) -> str:
    """Return what a quantity says: its hedge, its figure, what its last digit is worth; not its zeros."""
    figure = canonical(value.value) if value.upper is None else f"{value.value:f}..{value.upper:f}"
    hedge = "" if value.qualifier == "exact" else str(value.qualifier)
    step = f"±{canonical(value.step)}" if value.is_rounded else ""
    return " ".join(filter(None, (hedge, figure, step, value.unit)))


_FORMS: Final[dict[type, Callable[[Any], str]]] = {
    Basis: lambda _: "",  # words of ours: by what something is judged is no figure
    Phrase: lambda value: " ".join(map(canonical, value.parts)),
    str: fold,
    Decimal: lambda value: str(Fraction(value)),
    Fraction: str,
    dt.date: dt.date.isoformat,
    tuple: lambda value: joined(sorted(map(canonical, value))),
    Pair: lambda value: "/".join(map(str, value)),
    Triple: lambda value: "/".join(map(str, value)),
    Share: lambda value: f"{value.percent}%",
    PartialDate: lambda value: value.iso,
    Period: lambda value: f"{value.kind} {value.iso}",
    Quantity: _quantity,
}


@lru_cache(maxsize=4096)  # reports are wrong in the same places
def is_in_list(path: str) -> bool:
    """Return whether a path leads through a position in a list or a text."""
    return _POSITION.search(path) is not None


class Spot(NamedTuple):
    """What a path leads to in a report, kept without the report: what it is and where is said when asked.

    Args:
        path: the path.
        figure: the figure there; None for a blank or no figure.
        items: by their steps of the path the items of lists on the way: values, or `_Facts` of records.
        line: the step that counts the lines of a text; None if none does.
        source: where the text tells of the last item on the way that says so.
        known: what it is, where that is known already.
    """

    path: str
    figure: object
    items: Mapping[int, object] = MappingProxyType({})
    line: int | None = None
    source: Source | None = None
    known: str = ""

    @property
    def place(self) -> str:
        """The place in words; the path itself, if it is a name that a file holds."""
        return place_by(self.path, self.line, self.source) or self.path

    def thing(self, words: str = "") -> str:
        """Name what is there; see `thing_at`."""
        if self.known or not self.items:
            return self.known or self.path
        if words and self.path.startswith(_TEXT):
            passage = _passage(self.items.get(self.line or 0), fold(words))
            if passage:
                return f"{_TEXT}[{passage}]"
        head, *names = self.path.split(".")
        steps = (
            f"[{_key(self.items[step])}]" if step in self.items else f".{name}"
            for step, name in enumerate(names, start=1)
        )
        return "".join((head, *steps))


def thing_at(report: Report, path: str, words: str = "") -> str:
    """Name what a path leads to: a position in a list becomes the key of the record at it.

    What is no path of the report stays as it is.  In a line of the narrative, `words` are what is meant: they
    and the nearest three on either side identify it, so that the rest of a long paragraph may change.

    >>> from mttq.model import Campaign, Campaigns, Unit, UnitKind
    >>> unit, known = Unit(kind=UnitKind.COMMUNE, name="A"), Campaigns(campaigns=(Campaign(name="A"),))
    >>> report = Report(unit=unit, title="Báo cáo", campaigns=known, narrative="I.  Đặc điểm của xã A")
    >>> thing_at(report, "campaigns.campaigns.0.name"), thing_at(report, "narrative.1")
    ('campaigns.campaigns[["a"]].name', 'narrative[i. đặc điểm của xã a]')
    >>> thing_at(report, "narrative.1", "Đặc")
    'narrative[i. đặc điểm của xã]'
    """
    return spot_at(report, path).thing(words) if is_in_list(path) else path


def _passage(line: object, words: str) -> str:
    """Return words of a line with the nearest ones; "" if they do not occur there."""
    before, found, after = fold(str(line)).partition(words)
    return " ".join([*before.split()[-_NEAR:], found, *after.split()[:_NEAR]]) if found else ""


def spot_at(report: Report, path: str) -> Spot:
    """Return what a path leads to."""
    if is_in_list(path):
        return _spot_in_lists(report, path)
    head, _, rest = path.partition(".")
    value = _start(report, head)
    if rest:
        with suppress(AttributeError):
            value = _getter(rest)(value)
    return Spot(path, _figure(report, path, value))


def _spot_in_lists(report: Report, path: str) -> Spot:
    head, steps = _steps_of(path)
    value, line, source = _start(report, head), None, None
    items: dict[int, object] = {}
    for step, name, position in steps:
        within, at = value, position
        if isinstance(value, str):
            within, at, line = _lines_of(value), at - 1, line or step  # lines begin with 1
        if isinstance(within, tuple) and 0 <= at < len(within):
            value = within[at]
            kind: Any = type(value)
            is_record = _names_in(kind) and not _writer_of(kind)
            items[step] = _facts_of(value, report) if is_record else value
            told = getattr(value, "source", None)  # of a receipt, a text
            source = told if isinstance(told, Source) else source
        else:
            value = _field(value, name)
    return Spot(path, _figure(report, path, value), items, line, source)


@lru_cache(maxsize=4096)
def _steps_of(path: str) -> tuple[str, tuple[tuple[int, str, int], ...]]:
    """Return the first name of a path, and the others by their steps, each with the position it is, or -1."""
    head, *names = path.split(".")
    return head, tuple(
        (step, name, int(name) if _NUMBER.fullmatch(name) else -1) for step, name in enumerate(names, start=1)
    )


def _figure(report: Report, path: str, value: object) -> object:
    """Return what is a figure, of a tiered one that of the reporter; None of anything else, and of a text."""
    if path.startswith(_TEXT):
        return None
    if isinstance(value, Tiered):
        value = dict(value.items()).get(report.unit.tier)
    kind: Any = type(value)
    return value if kind is int or (_writer_of(kind) is not None and kind is not tuple) else None


_getter: Final = lru_cache(maxsize=4096)(attrgetter)


def _start(report: Report, head: str) -> Any:
    """Return what the first step of a path means: a field of the report, or the form of a code."""
    if head in _names_in(Report):
        return getattr(report, head)
    for item in report.appendices:
        if form_of(type(item)).code == head:
            return item
    return None


def _field(record: Any, name: str) -> Any:
    kind: Any = type(record)
    return getattr(record, name) if name in _names_in(kind) else None


@cache
def _names_in(record: Any) -> frozenset[str]:
    return frozenset(attrs.fields_dict(record) if attrs.has(record) else ())


@lru_cache(maxsize=1)  # a narrative is asked for its lines again and again, one finding after the other
def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))
