"""The same thing has the same argument in all that is public: name, type, default, and by keyword alone."""

import inspect
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from mttq import model
from mttq.exporting import to_csv
from mttq.forms import label_of, registered_forms
from mttq.forms._form import SHIPPED
from mttq.model import Unit
from mttq.rendering import render
from mttq.testing import make_report
from mttq.vi import format_date, parse_date

SAME: Final = {
    "lang": {"vi", None},  # None in tests: that of the variable MTTQ_LANG
    "fmt": {"text"},
    "rules": {None},
    "profile": {None, "nd30"},  # of a check; of a document
    "select": {None},
    "ignore": {None},
    "waivers": {()},
    "previous": {None},
    "units": {None},
    "fail_on": {"error"},
    "least": {None},
    "limit": {200},
}
"""By name of a common argument, its default."""
BY_KEYWORD: Final = SAME.keys() | {"style", "level", "period", "tier"}
OTHERWISE: Final = {"language", "locale", "format", "mode", "codes", "include", "exclude", "waiver", "waived"}
"""Other names of the same things."""
OWN: Final = {"Row.place": "the column is what its place is asked for"}
STABILITY: Final = Path(__file__).parents[1] / "docs" / "stability.md"


LISTED: Final = STABILITY.read_text("utf-8").split("\n\n")[1]
MODULES: Final = [import_module(name) for name in re.findall(r"`(mttq(?:\.[a-z]+)*)(?:\.__all__)?`", LISTED)]


def public() -> dict[str, Callable[..., Any]]:
    """Return the functions and methods of the modules that are promised, and of what `mttq` has of others."""
    items = (getattr(module, name) for module in MODULES for name in module.__all__ if name[0] != "_")
    return dict(sorted(pair for item in items for pair in _callables(item)))


def _callables(item: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    if inspect.isfunction(item) and "<locals>" not in item.__qualname__:  # as hypothesis makes strategies
        yield item.__qualname__, item
    elif isinstance(item, type) and item.__module__.startswith("mttq."):
        for name, member in vars(item).items():
            function = getattr(member, "__func__", member)
            if inspect.isfunction(function) and name[0] != "_":
                yield function.__qualname__, function


PUBLIC = public()


def arguments() -> Iterator[tuple[str, inspect.Parameter]]:
    for name, function in PUBLIC.items():
        for parameter in inspect.signature(function).parameters.values():
            if name not in OWN:
                yield f"{name}({parameter.name})", parameter


def test_functions_and_methods_are_walked() -> None:
    assert {
        "check",
        "assert_consistent",
        "Finding.explain",
        "to_sarif",
        "format_date",
        "Report.place_of",
    } <= PUBLIC.keys()
    assert len(PUBLIC) > 120
    assert OWN.keys() <= PUBLIC.keys()


def test_common_arguments_are_given_by_keyword() -> None:
    assert [
        where
        for where, argument in arguments()
        if argument.name in BY_KEYWORD
        and argument.kind is not argument.KEYWORD_ONLY
        and argument.default is not argument.empty
    ] == []


def test_common_arguments_have_one_default() -> None:
    found: defaultdict[str, set[object]] = defaultdict(set)
    for _, argument in arguments():
        if argument.name in SAME and argument.kind is argument.KEYWORD_ONLY:
            found[argument.name].add(argument.default)
    assert found == SAME


def test_names_are_spelled_in_one_english() -> None:
    """In British English, but for names of the field that other programs use."""
    american = re.compile("[lnr]iz(e|ation|ing)|color|labor|neighbor|center|catalog(?!ue)|program(?!me)")
    names = {name for module in MODULES for name in module.__all__} | {where for where, _ in arguments()}
    kinds = [getattr(module, name) for module in MODULES for name in module.__all__]
    names |= {name for kind in kinds if isinstance(kind, type) for name in vars(kind) if name[0] != "_"}
    found = {name for name in names if american.search(name.lower())}
    assert found == {
        "MEMBER_ORGANIZATION",
        "MemberOrganization",
        "SocioPoliticalOrganization",
        "normalize",
        "normalize(text)",
    }


def test_common_arguments_have_one_name() -> None:
    assert [where for where, argument in arguments() if argument.name in OTHERWISE] == []


@pytest.mark.parametrize(
    ("call", "given"),
    [
        (partial(render, make_report()), {"fmt": "html", "lang": "en"}),
        (partial(make_report().place_of, "population.households"), {"lang": "en"}),
        (partial(label_of, Unit, "name"), {"lang": "en"}),
        (partial(to_csv, {}), {"lang": "en"}),
        (partial(format_date, parse_date("05/3/2020")), {"style": "padded"}),
    ],
    ids=["render", "place_of", "label_of", "to_csv", "format_date"],
)
def test_arguments_by_position_work_on_and_warn(call: Callable[..., object], given: dict[str, str]) -> None:
    with pytest.warns(DeprecationWarning) as caught:  # noqa: PT030 - each is looked at
        assert call(*given.values()) == call(**given)
    for item, name in zip(caught, given, strict=True):
        assert str(item.message).endswith(f"({name}=…)")


def test_records_and_forms_are_made_by_keyword() -> None:
    """A field more may then stand wherever it belongs."""
    forms = [import_module(registered_forms()[code].record.__module__) for code in SHIPPED]
    public_ones = (getattr(module, name) for module in (model, *forms) for name in module.__all__)
    records = [item for item in public_ones if item.__module__.startswith(("mttq.model.", "mttq.forms."))]
    fields = [(item, field) for item in filter(attrs.has, records) for field in attrs.fields(item)]
    assert len(fields) > 500
    assert [f"{item.__name__}.{field.name}" for item, field in fields if not field.kw_only] == []
