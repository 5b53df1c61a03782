"""Laws of the file format, over generated reports and over damaged files."""

import datetime as dt
import json
import re
import types
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from mttq._declared.types import AtLeast, AtMost, NotBlank
from mttq.codec import dumps, json_schema, loads
from mttq.codec._faults import faults_in
from mttq.codec._shapes import record_shape
from mttq.errors import ConstraintError, Fault, LoadError
from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.model import Signature, Statement
from mttq.report import Report
from mttq.testing import strategies
from mttq.values import PartialDate, Period, Quantity, Share

RICH = (Path(__file__).parents[1] / "compat" / "rich_v1.json").read_bytes()

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.text(
    "aăeêoơu\u0301\u0323\u0302\u031b", max_size=6
)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=10**12) | (
    st.builds(Decimal, st.tuples(st.integers(0, 1), st.just((1, 0)), st.integers(-30, 28)))
)
dates = st.dates(min_value=dt.date(1930, 1, 1), max_value=dt.date(2100, 1, 1))
points = dates.map(PartialDate.of) | st.builds(PartialDate, year=st.integers(1930, 2100), month=st.none())
LEAVES = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(-(10**12), 10**12),
    Decimal: decimals | st.integers(-5, 10**12).map(Decimal),
    dt.date: dates,
    PartialDate: points | st.builds(PartialDate, month=st.integers(1, 12), day=st.integers(1, 29)),
    Period: st.one_of(
        dates.map(Period.day),
        points.map(Period.until),
        st.builds(Period.quarter, st.none() | st.integers(1930, 2100), st.integers(1, 4)),
    ),
    object: st.deferred(lambda: values(ImplementationAppendix) | values(ParticipationAppendix)),
}


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Return the strategy of an annotation, from its attrs fields."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        least = next((limit.least for limit in args[1:] if isinstance(limit, AtLeast)), None)
        most = next((limit.most for limit in args[1:] if isinstance(limit, AtMost)), 10**30 - 1)
        if NotBlank() in args:
            return texts.filter(str.strip)
        return values(args[0]) if least is None else st.integers(least, most)
    if origin in (Union, types.UnionType):
        return st.one_of([values(arg) for arg in args])
    if origin is tuple:
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if annotation is types.NoneType:
        return st.none()
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return st.sampled_from(annotation)
    return LEAVES[annotation] if annotation in LEAVES else records(annotation)


@st.composite
def records(draw: st.DrawFn, annotation: Any) -> Any:
    """Draw a record in which some of the optional fields are filled in."""
    shape = record_shape(annotation)
    optional = sorted(shape.fields.keys() - {*shape.required})
    names = [*shape.required, *(draw(st.lists(st.sampled_from(optional), max_size=4)) if optional else [])]
    fields = {name: draw(values(shape.fields[name])) for name in names}
    try:
        return (get_origin(annotation) or annotation)(**fields)
    except ValueError:  # a range without its end, a form twice
        reject()


laws = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


@laws
@given(records(Report))
def test_a_report_read_back_from_its_text_is_equal(report: Report) -> None:
    assert loads(dumps(report)) == report
    assert dumps(loads(dumps(report))) == dumps(report)
    assert dumps(report, indent=None) == json.dumps(json.loads(dumps(report)), ensure_ascii=False)


@laws
@given(strategies.reports(), texts, decimals, decimals)
def test_a_consistent_report_with_strange_texts_and_decimals_is_read_as_it_was_written(
    report: Report, text: str, value: Decimal, percent: Decimal
) -> None:
    changed = attrs.evolve(
        report,
        title=f"{text}.",
        narrative=text,
        recipients=(text, f"x{text}"),
        unit=attrs.evolve(report.unit, name=f"A{text}"),
        statements=(*report.statements, Statement(indicator=text, value=Quantity(value=value), quote=text)),
        population=attrs.evolve(
            report.population,
            poor=attrs.evolve(report.population.poor, share=Share(percent)),
        ),
    )
    assert loads(dumps(changed)) == changed


@pytest.mark.parametrize("half", ["x\ud83d", "\ud83d\ude00"])
def test_what_no_file_can_hold_is_refused(half: str) -> None:
    with pytest.raises(ConstraintError, match=r"^Signature.body: có nửa ký tự \(surrogate\)"):
        Signature(body=half, position="")


VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@laws
@given(records(Report))
def test_the_schema_accepts_what_was_written(report: Report) -> None:
    VALIDATOR.validate(json.loads(dumps(report)))


CONSTRUCTOR = re.compile(".* không phải kỳ loại |đầu kỳ .* sau cuối kỳ |cần đầu kỳ hoặc |[A-Z][A-Za-z]+: ")
"""What a class says about its fields together, which no schema knows."""


def faults_of(text: str | bytes) -> list[Fault]:
    try:
        loads(text)
    except LoadError as error:
        return list(error.faults) or [Fault("$", "an error must list its faults", None)]
    return []


def test_both_passes_agree_on_a_file_without_faults() -> None:
    tree = json.loads(RICH)
    del tree["schema_version"]
    assert list(faults_in(tree, Report)) == []


scalars: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, -1, 3.7, "05", "1", "", "xã", "kl62-pl1", "2020-01-01", [], {}, [1, 2]]
)


def place_in(draw: st.DrawFn, outer: Any) -> tuple[Any, Any]:
    """Draw an object or a list somewhere in a tree, and a key of it."""
    key: Any = draw(st.sampled_from(range(len(outer)) if isinstance(outer, list) else sorted(outer)))
    inner = outer[key]
    return (
        place_in(draw, inner) if isinstance(inner, dict | list) and inner and draw(mostly) else (outer, key)
    )


mostly = st.integers(0, 3).map(bool)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """Draw the rich sample with one place replaced, removed or given a new key."""
    tree = json.loads(RICH)
    place, key = place_in(draw, tree)
    match draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            place[key] = draw(scalars)
        case "remove":
            del place[key]
        case _ if isinstance(place, dict):
            place[draw(st.sampled_from(["form", "value", "lạ"]))] = draw(scalars)
    return tree


@settings(laws, max_examples=100)
@given(damaged())
def test_what_the_schema_accepts_is_read_and_what_it_refuses_is_not(tree: dict[str, Any]) -> None:
    faults = faults_of(json.dumps(tree))
    beyond_types = [fault for fault in faults if CONSTRUCTOR.match(fault.message)]
    assert VALIDATOR.is_valid(tree) == (faults == beyond_types)


@settings(laws, max_examples=150)
@given(st.integers(0, len(RICH)), st.integers(0, 12), st.binary(max_size=4))
def test_damaged_bytes_raise_nothing_but_a_load_error(start: int, length: int, instead: bytes) -> None:
    text = RICH[:start] + instead + RICH[start + length :]
    assert isinstance(faults_of(text), list)


@pytest.mark.parametrize("cut", range(0, len(RICH), 97))
def test_a_truncated_file_is_one_fault(cut: int) -> None:
    with pytest.raises(LoadError) as caught:
        loads(RICH[:cut])
    assert [fault.path for fault in caught.value.faults] == ["$"]


def test_a_report_that_was_read_has_passed_every_check_of_its_classes() -> None:
    """Reading skips the check of types; rebuilding the report with the check returns the same."""

    def rebuilt(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(rebuilt(part) for part in value)
        if not attrs.has(type(value)):
            return value
        return type(value)(**{f.name: rebuilt(getattr(value, f.name)) for f in attrs.fields(type(value))})

    report = loads(RICH)
    assert rebuilt(report) == report
