"""Days in order, some of which are left blank: what comes before a blank day comes before those after it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.relations import Condition, Path, Relation, Shape, Term
from mttq._declared.types import relations_on
from mttq.rules._kit.fields import fields_of, unit_of_field
from mttq.rules._kit.places import DAY

__all__ = ["relations_over_blanks"]


class _Step(NamedTuple):
    """That one day of a record is not after another.

    Args:
        early: the name of the one.
        late: the name of the other.
        relation: what says so.
        between: the names of the days between both.
    """

    early: str
    late: str
    relation: Relation
    between: tuple[str, ...] = ()


@cache
def relations_over_blanks(record: Any) -> Mapping[str, list[Relation]]:
    """Return by fields what days of a record are to each other where those between them are blank.

    >>> from mttq.model import Election
    >>> for relation in relations_over_blanks(Election)["first_consultation"]:
    ...     print(*(term.path for term in relation.terms), *relation.where)
    third_consultation second_consultation=None
    day second_consultation=None third_consultation=None
    """
    declared = list(_declared(record))
    steps, found = list(declared), defaultdict[str, list[Relation]](list)
    known = {(step.early, step.late) for step in declared}
    for early, middle, _, between in steps:  # which grow, the shortest first
        for step in declared:
            if step.early == middle and step.late != early and (early, step.late) not in known:
                known.add((early, step.late))
                steps.append(_Step(early, step.late, step.relation, (*between, middle)))
    for early, late, relation, between in steps[len(declared) :]:
        figure, other = (late, early) if relation.shape is Shape.AT_LEAST else (early, late)
        where = tuple(Condition((name,), "None") for name in between)
        found[figure].append(attrs.evolve(relation, terms=(Term(Path("", (other,))),), where=where))
    return found


def _declared(record: Any) -> Iterator[_Step]:
    """Return which days of a record are said to follow on which, whatever else it holds."""
    fields = fields_of(record)
    days = [name for name, field in fields.items() if unit_of_field(field.type) == DAY]
    for name in days:
        for relation in relations_on(fields[name].type):
            others = [term.path for term in relation.terms]
            if relation.shape not in _ORDERS or relation.where or relation.during is not None:
                continue
            if len(others) == 1 and not others[0].root and others[0].steps[0] in days:
                ends = name, others[0].steps[0]
                early, late = ends if relation.shape is Shape.AT_MOST else ends[::-1]
                yield _Step(early, late, relation)


_ORDERS: Final = (Shape.AT_MOST, Shape.AT_LEAST)
