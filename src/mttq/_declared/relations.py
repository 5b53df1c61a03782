"""What figures mean to each other, in the one language for lines of forms and fields of records.

A relation stands where the figure stands that it calls into question.  It names the other figures by paths,
written from the class in which it is declared:

    x           a neighbour                    ^x   one record up, a list being no step
    a.b         inside a neighbour             ~x   from the root of the form
    list.*.x    of all items: their sum        /x   from the report; a form by its code
    list.*[field=MEMBER].x    of those that are so; [field=^other]: as another figure is
    #list       how many items there are       <x   the same at the time before
    time.last_day, time.first_day    the day with which a time ends or begins

A sum is the paths of its terms, "-x" one that is taken away, "a * b" and "4 * a" products; `...` at its end
says that it may have other terms that are not listed.  A day may be one some days off: "sent + 15 days".
"""

import datetime as dt
import enum
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import EllipsisType
from typing import Final

import attrs

from mttq.errors import DeclarationError
from mttq.wording import Phrase

__all__ = [
    "MERGED",
    "NO_SUM",
    "OPENING",
    "STOCK",
    "Condition",
    "Counts",
    "During",
    "Number",
    "Path",
    "Relation",
    "Shape",
    "Stock",
    "Sum",
    "at_least",
    "at_most",
    "between",
    "deadline",
    "each",
    "needed",
    "same_as",
    "share_of",
    "total_of",
]

Number = int | Decimal | Fraction
Sum = str | tuple[str | EllipsisType, ...]
"""One path, or those that are added up."""
Where = str | tuple[str, ...]
"""One condition, or several that all hold."""


class Shape(enum.StrEnum):
    """What a relation says of the figure on which it is declared."""

    TOTAL_OF = "total_of"  # it is the sum of others, with signs: a balance
    AT_MOST = "at_most"  # it is a part of them, or a step that follows them
    AT_LEAST = "at_least"  # it is no less than they are together
    SAME_AS = "same_as"  # it is one fact with another figure
    EACH = "each"  # it lies between so many and so many for each of something
    BETWEEN = "between"  # it lies between bounds
    DEADLINE = "deadline"  # it is a day no later than so many days from another, as the law asks
    SHARE_OF = "share_of"  # it is the percentage that one figure is of another
    NEEDED = "needed"  # it is reported, if others are
    WHOLE = "whole"  # each of its parts is told: what labels of lines say, "tập thể/cá nhân"


@attrs.frozen
class Condition:
    """What a field must hold: a member of an enumeration by its name, True or False, or what another holds.

    Args:
        steps: the names that lead to the field.
        member: the name of what it holds, or the path of the field that holds the same: "amount", "^period".
        root: "^" where the field stands one record up, or several.
    """

    steps: tuple[str, ...]
    member: str
    root: str = ""

    @property
    def other(self) -> str:
        """The path of the field that holds the same; empty if a member is named."""
        return "" if self.member[0].isupper() else self.member

    def __str__(self) -> str:
        return f"{self.root}{'.'.join(self.steps)}={self.member}"


@attrs.frozen
class During:
    """In which time a relation holds, as a text of law that is in force: by a day that the record tells.

    A record that does not tell the day is not judged by it.

    Args:
        day: the path of the day: "launched_on".
        since: the first day; None if there is none.
        until: the last day; None if there is none.
    """

    day: str
    since: dt.date | None = None
    until: dt.date | None = None

    def holds_on(self, day: dt.date | None) -> bool:
        """Return whether a day lies in it.

        >>> During("launched_on", since=dt.date(2021, 12, 11)).holds_on(dt.date(2021, 12, 10))
        False
        """
        if day is None:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@attrs.frozen
class Path:
    """A path of the grammar, taken apart.

    Args:
        root: from where it is written: "" the class of the declaration, "^" one record up or several, "~" the
            root of the form, "/" the report, "<" the class at the time before.
        steps: the names that lead to the figure, or to the list.
        inner: the names behind a list; None if there is no list.
        conditions: which items of the list are meant.
        counts: whether it is the number of items.
    """

    root: str
    steps: tuple[str, ...]
    inner: tuple[str, ...] | None = None
    conditions: tuple[Condition, ...] = ()
    counts: bool = False

    def __str__(self) -> str:
        chosen = "".join(f"[{condition}]" for condition in self.conditions)
        item = f".*{chosen}." if self.inner is not None else ""
        dotted = ".".join(self.steps) + item + ".".join(self.inner or ())
        return ("#" if self.counts else "") + self.root + dotted


_NAME: Final = r"[A-Za-z_][A-Za-z0-9_-]*"
_NAMES: Final = rf"{_NAME}(?:\.{_NAME})*"
_MEMBER: Final = rf"(?:\^+|/)?{_NAMES}"
_PATH: Final = re.compile(
    rf"(?P<count>#)?(?P<root>\^+|~|/|<)?(?P<steps>{_NAMES})"
    rf"(?P<list>\.\*(?P<chosen>(?:\[\^*{_NAMES}=(?:{_MEMBER})\])*)\.(?P<inner>{_NAMES}))?"
)


@lru_cache(maxsize=4096)
def path_of(written: str) -> Path:
    """Take a path apart.

    Raises:
        DeclarationError: it is none.

    >>> path_of("receipts.*[state=RECEIVED].amount").conditions
    (Condition(steps=('state',), member='RECEIVED', root=''),)
    >>> path_of("^households").root, path_of("#/unit.predecessors").counts
    ('^', True)
    """
    found = _PATH.fullmatch(written)
    if found is None:
        raise DeclarationError(Phrase("“{}” không phải đường dẫn của quan hệ", written))
    inner, chosen = found["inner"], found["chosen"]
    return Path(
        root=found["root"] or "",
        steps=tuple(found["steps"].split(".")),
        inner=tuple(inner.split(".")) if inner else None,
        conditions=tuple(map(condition_of, chosen[1:-1].split("]["))) if chosen else (),
        counts=bool(found["count"]),
    )


@lru_cache(maxsize=256)
def condition_of(written: str) -> Condition:
    """Take a condition apart.

    Raises:
        DeclarationError: it is none.

    >>> condition_of("category=WORKING_BOARD_HEAD")
    Condition(steps=('category',), member='WORKING_BOARD_HEAD', root='')
    >>> condition_of("period=^period").other
    '^period'
    """
    found = re.fullmatch(rf"(\^*)({_NAMES})=({_MEMBER})", written)
    if found is None:
        example = "category=WORKING_BOARD_HEAD"
        raise DeclarationError(Phrase("“{}” không phải điều kiện, như {}", written, example))
    root, field, member = found.groups()
    return Condition(tuple(field.split(".")), member, root)


@attrs.frozen
class Term:
    """A path in a sum, added or taken away.

    Args:
        path: the path.
        minus: whether it is taken away.
        number: how many times it is meant.
        times: the figure by which it is multiplied.
        days: how many days it is off, if it is a day.
    """

    path: Path
    minus: bool = False
    number: int = 1
    times: Path | None = None
    days: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether it is a path and no more, but for its sign."""
        return self.number == 1 and self.times is None and not self.days

    def __str__(self) -> str:
        factors = (str(self.number) if self.number != 1 else "", str(self.path), str(self.times or ""))
        off = f" {'+' if self.days > 0 else '-'} {abs(self.days)} days" if self.days else ""
        return ("-" if self.minus else "") + " * ".join(filter(None, factors)) + off


@attrs.frozen(kw_only=True)
class Relation:
    """What a figure is to others; made by `total_of`, `at_most` and the other functions of this module.

    Args:
        shape: what it says.
        terms: the sum to which the figure is held; of a share the part; none for bounds of its own.
        whole: of a share the whole.
        is_open: whether there may be terms that are not listed.
        low: the least, or the least for each; None if there is none.
        high: the most, or the most for each; None if there is none.
        where: of which records alone it holds.
        tiers: in the reports of which levels alone it holds; all if empty.
        optional: whether the figure need not be told where the others are.
        during: in which time alone it holds.

    >>> relation = total_of("first", "second")
    >>> [str(term.path) for term in relation.terms]
    ['first', 'second']
    """

    shape: Shape
    terms: tuple[Term, ...]
    whole: tuple[Term, ...] = ()
    is_open: bool = False
    low: Number | None = None
    high: Number | None = None
    where: tuple[Condition, ...] = ()
    tiers: tuple[str, ...] = ()
    optional: bool = False
    during: During | None = None

    @property
    def names(self) -> Iterable[str]:
        """The first names of the paths that stay in the class of the declaration."""
        for term in (*self.terms, *self.whole):
            for path in filter(None, (term.path, term.times)):
                if path.root in ("", "<"):
                    yield path.steps[0]
        for condition in self.where:
            if not condition.root:
                yield condition.steps[0]
        if self.during is not None and not (day := path_of(self.during.day)).root:
            yield day.steps[0]


@attrs.frozen
class Stock:
    """What marks a figure as a state, not a flow: it adds over units, never over time (`STOCK`).

    Args:
        opening: whether it is that of the first day of a time, and not of the last.
    """

    opening: bool = False


@attrs.frozen
class Counts:
    """Says what a field counts: `Annotated[Count | None, Label("Số hộ"), Counts("households")]`.

    Args:
        unit: a unit code of `mttq.vi`.
    """

    unit: str


STOCK: Final = Stock()
"""The mark of such a field: `Annotated[Count | None, Label("Cuối kỳ"), STOCK]`."""

OPENING: Final = Stock(opening=True)
"""The mark of a state on the first day: `Annotated[Count | None, Label("Đầu kỳ"), OPENING]`."""


@attrs.frozen
class Merged:
    """What marks a list whose records add up over units by their keys (`MERGED`)."""


MERGED: Final = Merged()
"""The mark of such a field: `Annotated[tuple[Houses, ...], Label("Nhà Đại đoàn kết"), MERGED]`."""


@attrs.frozen
class NoSum:
    """What marks a figure that adds up over nothing (`NO_SUM`).

    A mean or a norm, a number of different things, what a body says of itself.
    """


NO_SUM: Final = NoSum()
"""The mark of such a field: `Annotated[Count | None, Label("Số dân tộc"), NO_SUM]`."""


def total_of(
    *terms: str | EllipsisType, where: Where = (), tiers: tuple[str, ...] = (), optional: bool = False
) -> Relation:
    """Say that a figure is a sum: a balance, if "-x" is among its terms.

    Args:
        terms: what is added up, or taken away.
        where: of which records alone it holds.
        tiers: in the reports of which levels alone it holds.
        optional: whether the figure need not be told where its terms are.

    >>> str(total_of("opening", "admitted", "-left").terms[2])
    '-left'
    """
    return attrs.evolve(_relation(Shape.TOTAL_OF, terms, where, tiers), optional=optional)


def at_most(
    *terms: str | EllipsisType,
    where: Where = (),
    tiers: tuple[str, ...] = (),
    optional: bool = False,
    during: During | None = None,
) -> Relation:
    """Say that a figure is no more than others together.

    Args:
        terms: the others.
        where: of which records alone it holds.
        tiers: in the reports of which levels alone it holds.
        optional: whether the figure need not be told where the others are.
        during: in which time alone it holds.
    """
    made = _relation(Shape.AT_MOST, terms, where, tiers)
    return attrs.evolve(made, optional=optional, during=during)


def at_least(
    *terms: str | EllipsisType,
    where: Where = (),
    tiers: tuple[str, ...] = (),
    during: During | None = None,
) -> Relation:
    """Say that a figure is no less than others together, which need not make it up."""
    return attrs.evolve(_relation(Shape.AT_LEAST, terms, where, tiers), during=during)


def deadline(
    day: str, *, where: Where = (), tiers: tuple[str, ...] = (), during: During | None = None
) -> Relation:
    """Say that a day is no later than so many days after, or before, another one, as the law asks.

    Args:
        day: the last day: "launched_on + 90 days", "date - 15 days".
        where: of which records alone it holds.
        tiers: in the reports of which levels alone it holds.
        during: in which time alone it holds.

    >>> deadline("date - 15 days", where="form=DELEGATION").terms[0].days
    -15
    """
    return attrs.evolve(_relation(Shape.DEADLINE, (day,), where, tiers), during=during)


def same_as(path: str, *, where: Where = (), tiers: tuple[str, ...] = ()) -> Relation:
    """Say that a figure is one fact with another.

    >>> str(same_as("households").terms[0].path)
    'households'
    """
    return _relation(Shape.SAME_AS, (path,), where, tiers)


def each(
    per: Sum,
    low: Number | None,
    high: Number | None,
    *,
    where: Where = (),
    tiers: tuple[str, ...] = (),
    during: During | None = None,
) -> Relation:
    """Say how much or how many of a figure there is for each of something; both bounds may be reached.

    Raises:
        DeclarationError: there is no bound, or the lower one is the greater.
    """
    _see_that_they_bound(f"each({per!r}, {low}, {high})", low, high)
    made = _relation(Shape.EACH, _listed(per), where, tiers)
    return attrs.evolve(made, low=low, high=high, during=during)


def between(
    low: Number | None, high: Number | None, *, where: Where = (), tiers: tuple[str, ...] = ()
) -> Relation:
    """Say between what bounds a figure lies; both may be reached.

    Raises:
        DeclarationError: there is no bound, or the lower one is the greater.
    """
    _see_that_they_bound(f"between({low}, {high})", low, high)
    return Relation(shape=Shape.BETWEEN, terms=(), low=low, high=high, where=_where(where), tiers=tiers)


def _see_that_they_bound(said: str, low: Number | None, high: Number | None) -> None:
    if low is None and high is None:
        raise DeclarationError(Phrase("{}: cần ít nhất một giới hạn", said))
    if low is not None and high is not None and low > high:
        raise DeclarationError(Phrase("{}: giới hạn dưới lớn hơn giới hạn trên", said))


def share_of(part: Sum, whole: Sum, *, where: Where = (), tiers: tuple[str, ...] = ()) -> Relation:
    """Say of a printed percentage that it is a part of a whole, rounded."""
    made = _relation(Shape.SHARE_OF, _listed(part), where, tiers)
    return attrs.evolve(made, whole=_terms(_listed(whole)))


def needed(*others: str, where: Where = (), tiers: tuple[str, ...] = ()) -> Relation:
    """Say that a figure is reported where all of the others are reported and are not 0."""
    return _relation(Shape.NEEDED, others, where, tiers)


def _relation(
    shape: Shape, terms: tuple[str | EllipsisType, ...], where: Where, tiers: tuple[str, ...]
) -> Relation:
    is_open = bool(terms) and terms[-1] is ...
    listed = _terms(terms[:-1] if is_open else terms)
    if not listed:
        raise DeclarationError(Phrase("{}: cần ít nhất một đường dẫn", str(shape)))
    return Relation(shape=shape, terms=listed, is_open=is_open, where=_where(where), tiers=tiers)


def _listed(given: Sum) -> tuple[str | EllipsisType, ...]:
    return (given,) if isinstance(given, str) else given


def _terms(written: Iterable[object]) -> tuple[Term, ...]:
    found = []
    for item in written:
        if not isinstance(item, str):
            raise DeclarationError(
                Phrase("quan hệ: {} không phải đường dẫn; dấu … chỉ đứng cuối một tổng", repr(item))
            )
        found.append(term_of(item))
    return tuple(found)


_OFF: Final = re.compile(r"(.+) ([+-]) ([0-9]+) days?")


def term_of(written: str) -> Term:
    """Take a term of a sum apart.

    Raises:
        DeclarationError: it is none.

    >>> str(term_of("4 * /population.villages")), term_of("sent - 15 days").days
    ('4 * /population.villages', -15)
    """
    minus = written.startswith("-")
    off = _OFF.fullmatch(written)
    product = (off[1] if off else written)[minus:].strip()
    first, *others = product.split(" * ")
    number = int(first) if first.isdecimal() and others else 1
    paths = list(map(path_of, others if number != 1 else (first, *others)))
    if len(paths) > 2:  # noqa: PLR2004 - a path and what it is multiplied by
        raise DeclarationError(Phrase("“{}” không phải đường dẫn của quan hệ", written))
    return Term(
        paths[0],
        minus,
        number,
        paths[1] if len(paths) > 1 else None,
        int(off[2] + off[3]) if off else 0,
    )


def _where(written: Where) -> tuple[Condition, ...]:
    return tuple(map(condition_of, _listed(written))) if written else ()
