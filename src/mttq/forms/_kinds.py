"""What stands in the cells of a line or of a column, as their annotation says."""

import enum
import types
from decimal import Decimal
from typing import Any, Final, Union, get_args, get_origin

from mttq._declared.types import Label, unwrap
from mttq.values import Pair, Quantity, Triple

__all__ = ["Kind", "choice_of", "is_added", "is_text", "kind_of"]


class Kind(enum.StrEnum):
    """What stands in the cells of a line.

    >>> from mttq.forms import ParticipationAppendix, form_of
    >>> sorted({Kind(line.kind).name for line in form_of(ParticipationAppendix).rows})
    ['COUNT', 'HEADING', 'PAIR']
    """

    HEADING = "heading"
    COUNT = "count"
    MONEY = "money"
    PAIR = "pair"
    TRIPLE = "triple"
    OTHER = "other"
    COLUMNS = "columns"  # a cell for each column of a class
    REGISTER = "register"  # records, each a line of such cells


_ADDED: Final = (int, Decimal, Quantity)


def kind_of(annotation: Any) -> Kind:
    """Return what an annotation lets stand in a cell.

    >>> kind_of(Pair | None), kind_of(str | None)
    (<Kind.PAIR: 'pair'>, <Kind.OTHER: 'other'>)
    """
    bares = [unwrap(member) for member in _members(annotation)]
    if any(kind is Pair for kind, _ in bares):
        return Kind.PAIR
    if any(kind is Triple for kind, _ in bares):
        return Kind.TRIPLE
    if any(kind is int and Label("đồng") in extra for kind, extra in bares):
        return Kind.MONEY
    return Kind.COUNT if any(kind is int for kind, _ in bares) else Kind.OTHER


def is_added(annotation: Any) -> bool:
    """Return whether what stands there can be added up, line by line: counts, money, measures."""
    return any(unwrap(member)[0] in _ADDED for member in _members(annotation))


def is_text(annotation: Any) -> bool:
    """Return whether words stand there."""
    return any(unwrap(member)[0] is str for member in _members(annotation))


def choice_of(annotation: Any) -> type[enum.Enum] | None:
    """Return the words among which a cell chooses, one or (`frozenset`) several; None of another cell."""
    for member in _members(annotation):
        bare, _ = unwrap(member)
        kind = get_args(bare)[0] if get_origin(bare) is frozenset else bare
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return kind
    return None


def _members(annotation: Any) -> tuple[Any, ...]:
    bare, _ = unwrap(annotation)
    return get_args(bare) if get_origin(bare) in (Union, types.UnionType) else (annotation,)
