"""Days in order, some of which are left blank."""

import datetime as dt
from typing import Annotated

import attrs

from mttq._declared.relations import During, at_least, at_most
from mttq.rules._kit.orders import relations_over_blanks


@attrs.frozen
class Work:
    """Something that is announced, begun, ended and paid for, each on a day."""

    announced: Annotated[dt.date | None, at_most("begun"), at_most("checked")] = None
    begun: dt.date | None = None
    checked: Annotated[
        dt.date | None, at_most("ended", during=During("begun", since=dt.date(2020, 1, 1)))
    ] = None
    ended: Annotated[dt.date | None, at_least("begun")] = None
    paid: Annotated[dt.date | None, at_least("ended"), at_least("/as_of.last_day")] = None
    people: Annotated[int | None, at_most("houses")] = None
    houses: int | None = None


def test_a_day_comes_before_what_follows_on_a_blank_one() -> None:
    said = [
        f"{name} {relation.shape} {relation.terms[0].path} {' '.join(map(str, relation.where))}"
        for name, relations in relations_over_blanks(Work).items()
        for relation in relations
    ]
    assert said == [
        "ended at_least announced begun=None",
        "paid at_least begun ended=None",
        "paid at_least announced begun=None ended=None",
    ]


@attrs.frozen
class Ring:
    """Days that cannot all be told."""

    first: Annotated[dt.date | None, at_most("second")] = None
    second: Annotated[dt.date | None, at_most("third")] = None
    third: Annotated[dt.date | None, at_most("first")] = None


def test_an_order_that_leads_back_ends() -> None:
    found = relations_over_blanks(Ring)
    assert {name: [str(one.terms[0].path) for one in more] for name, more in found.items()} == {
        "first": ["third"],
        "second": ["first"],
        "third": ["second"],
    }
