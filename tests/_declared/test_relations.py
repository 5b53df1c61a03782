"""Relations are written by paths and sums; what cannot be one is refused where it is written."""

import datetime as dt
from collections.abc import Callable
from typing import Annotated

import attrs
import pytest

from mttq._declared.relations import (
    Condition,
    During,
    Path,
    Relation,
    Shape,
    Term,
    at_least,
    at_most,
    condition_of,
    each,
    needed,
    path_of,
    same_as,
    share_of,
    total_of,
)
from mttq._declared.types import Count, Label, checked
from mttq.errors import DeclarationError


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("built", Path("", ("built",))),
        ("poor.households", Path("", ("poor", "households"))),
        ("^households", Path("^", ("households",))),
        ("^^x", Path("^^", ("x",))),
        ("~houses.built", Path("~", ("houses", "built"))),
        ("/kl62-pl1.cadres.full_time.commune", Path("/", ("kl62-pl1", "cadres", "full_time", "commune"))),
        ("transfers.*.amount", Path("", ("transfers",), ("amount",))),
        (
            "receipts.*[state=RECEIVED].amount",
            Path("", ("receipts",), ("amount",), (Condition(("state",), "RECEIVED"),)),
        ),
        (
            "/membership.organisations.*[organisation.has_union_members=True].closing",
            Path(
                "/",
                ("membership", "organisations"),
                ("closing",),
                (Condition(("organisation", "has_union_members"), "True"),),
            ),
        ),
        ("#supervised", Path("", ("supervised",), counts=True)),
        ("#/unit.predecessors", Path("/", ("unit", "predecessors"), counts=True)),
    ],
)
def test_a_path_is_taken_apart_and_shown_as_it_was_written(written: str, path: Path) -> None:
    assert path_of(written) == path
    assert str(path) == written


@pytest.mark.parametrize(
    "written", ["", "a b", "a..b", "/", "sum:x", "a.*", "a.*[b].c", "<<x", "a.0.b", "#", "a.*.b.*.c"]
)
def test_anything_but_a_path_is_refused(written: str) -> None:
    with pytest.raises(DeclarationError, match="không phải đường dẫn của quan hệ"):
        path_of(written)


def test_a_sum_has_signs_and_may_be_open() -> None:
    assert total_of("opening", "-spent", ...) == Relation(
        shape=Shape.TOTAL_OF,
        terms=(Term(path_of("opening")), Term(path_of("spent"), minus=True)),
        is_open=True,
    )
    assert [str(term) for term in total_of("a", "-^b").terms] == ["a", "-^b"]


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("count * support_each", Term(path_of("count"), times=path_of("support_each"))),
        ("-count * each", Term(path_of("count"), minus=True, times=path_of("each"))),
        ("4 * /population.villages", Term(path_of("/population.villages"), number=4)),
        ("sent + 15 days", Term(path_of("sent"), days=15)),
        ("^date - 1 days", Term(path_of("^date"), days=-1)),
        ("<closing", Term(path_of("<closing"))),
    ],
)
def test_a_term_may_be_a_product_or_a_day_some_days_off(written: str, term: Term) -> None:
    assert at_most(written).terms == (term,)
    assert str(term) == written


@pytest.mark.parametrize("written", ["a * b * c", "4 *", "* a", "a + b"])
def test_what_is_no_term_is_refused(written: str) -> None:
    with pytest.raises(DeclarationError, match="không phải đường dẫn của quan hệ"):
        at_most(written)


def test_items_are_those_that_fulfil_all_conditions_also_by_what_another_figure_is() -> None:
    path = path_of("/funds.houses.*[work=BUILT][period=^period].count")
    assert path.conditions == (Condition(("work",), "BUILT"), Condition(("period",), "^period"))
    assert [condition.other for condition in path.conditions] == ["", "^period"]
    assert str(path) == "/funds.houses.*[work=BUILT][period=^period].count"


def test_each_function_makes_its_relation() -> None:
    assert at_most("a") == Relation(shape=Shape.AT_MOST, terms=(Term(path_of("a")),))
    assert at_least("a", "b").shape is Shape.AT_LEAST
    assert same_as("/a.b", tiers=("commune",)).tiers == ("commune",)
    ratio = each(("a", "b"), 2, None, where="c=True")
    assert (len(ratio.terms), ratio.low, ratio.high, ratio.where) == (2, 2, None, (condition_of("c=True"),))
    share = share_of("a", ("b", "c"))
    assert (len(share.terms), len(share.whole)) == (1, 2)
    assert [str(term) for term in needed("members").terms] == ["members"]
    since = During("b", since=dt.date(2021, 12, 11))
    assert at_most("a", during=since).during == at_least("a", during=since).during == since
    assert list(at_most("a", during=since).names) == ["a", "b"]


def test_a_time_has_two_ends_that_lie_in_it() -> None:
    days = [dt.date(2021, 12, day) for day in (9, 10, 11, 12)]
    assert [During("a", since=days[2]).holds_on(day) for day in days] == [False, False, True, True]
    assert [During("a", until=days[1]).holds_on(day) for day in days] == [True, True, False, False]
    assert [During("a").holds_on(day) for day in (None, days[0])] == [False, True]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (total_of, "total_of: cần ít nhất một đường dẫn"),
        (lambda: total_of(...), "total_of: cần ít nhất một đường dẫn"),
        (lambda: total_of("a", ..., "b"), "dấu … chỉ đứng cuối một tổng"),
        (lambda: total_of(5), "quan hệ: 5 không phải đường dẫn"),  # type: ignore[arg-type]
        (lambda: at_most("a", where="b"), "“b” không phải điều kiện"),
        (lambda: each("a", None, None), "cần ít nhất một giới hạn"),
        (lambda: each("a", 3, 2), "giới hạn dưới lớn hơn giới hạn trên"),
    ],
)
def test_an_empty_relation_is_refused(make: Callable[[], object], told: str) -> None:
    with pytest.raises(DeclarationError, match=told):
        make()


def test_a_record_refuses_unknown_names() -> None:
    with pytest.raises(DeclarationError, match=r"^Fund\.closing: không có “openin”; có phải “opening”\?$"):

        @attrs.frozen(kw_only=True, field_transformer=checked)
        class Fund:
            opening: Annotated[Count | None, Label("Đầu kỳ")] = None
            closing: Annotated[Count | None, Label("Cuối kỳ"), total_of("openin", "^raised")] = None

    with pytest.raises(DeclarationError, match=r"^Group\.members: không có “kind”$"):

        @attrs.frozen(kw_only=True, field_transformer=checked)
        class Group:
            members: Annotated[Count | None, at_most("/population.persons", where="kind=CADRE")] = None
