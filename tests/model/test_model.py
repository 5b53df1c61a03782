"""What holds for every record of the model: checked, frozen, labelled; and one word for one thing."""

import copy
import datetime as dt
import enum
import inspect
import pickle
import types
import unicodedata
from collections import defaultdict
from decimal import Decimal
from typing import Any, Union, get_args, get_origin

import attrs
import pytest

from mttq import model, values
from mttq._declared.types import unwrap
from mttq.errors import FieldError
from mttq.forms import Kind, form_of, label_of, registered_forms
from mttq.report import Report
from mttq.values import (
    DocumentRef,
    Extent,
    MergerPart,
    PartialDate,
    Period,
    Quantity,
    Share,
    Tiered,
    UnitKind,
    UnitName,
)


class Whole:
    """A whole number of another library, as those of numpy."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


NAMES = {name: getattr(model, name) for name in model.__all__}
VALUES = [item for name in values.__all__ if attrs.has(item := getattr(values, name)) and item is not Tiered]
RECORDS: list[Any] = [*(item for item in NAMES.values() if attrs.has(item)), Report]
ENUMS = [item for item in NAMES.values() if isinstance(item, type) and issubclass(item, enum.Enum)]
FIELDS = [(record, field) for record in RECORDS for field in attrs.fields(record)]
OFFICIAL = [form for form in registered_forms().values() if form.record.__module__.startswith("mttq.forms.")]

SAMPLES: dict[Any, Any] = {
    str: "Tên",
    int: 5,
    bool: True,
    object: None,
    dt.date: dt.date(2023, 12, 5),
    Quantity: Quantity(value=Decimal(5)),
    Share: Share(Decimal("51.59")),
    Period: Period.of_year(2023),
    PartialDate: PartialDate(year=2023, month=12),
    DocumentRef: DocumentRef(raw="Luật 75/2015/QH13"),
    UnitName: UnitName(kind=UnitKind.COMMUNE, name="Huế", parents=(UnitName(kind=None, name="Huế"),)),
    MergerPart: MergerPart(UnitName(kind=None, name="Huế"), Extent.WHOLE),
}


def sample(annotation: Any) -> Any:
    """Make something that may stand in a field; a record is filled as far as its fields go."""
    bare, _ = unwrap(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        return sample(get_args(bare)[0])
    if get_origin(bare) is tuple:
        items = (sample(get_args(bare)[0]),)
        return tuple(item for item in items if item is not None)
    if bare in SAMPLES:
        return SAMPLES[bare]
    if issubclass(bare, enum.Enum):
        return next(iter(bare))
    return bare(**{field.name: sample(field.type) for field in attrs.fields(bare)})


@pytest.mark.parametrize("record", [*RECORDS, *VALUES])
def test_lists_are_kept_as_tuples_and_whole_numbers_as_ints(record: Any) -> None:
    filled = sample(record)
    for field in attrs.fields(record):
        value = getattr(filled, field.name)
        given = list(value) if type(value) is tuple else Whole(value) if type(value) is int else value
        made = attrs.evolve(filled, **{field.name: given})
        assert made == filled
        assert hash(made) == hash(filled)
        assert type(getattr(made, field.name)) is type(value)
        if type(value) is int:
            with pytest.raises(FieldError):
                attrs.evolve(filled, **{field.name: bool(value)})


@pytest.mark.parametrize("record", RECORDS)
class TestEveryRecord:
    def test_is_a_value(self, record: Any) -> None:
        """Frozen, slotted, hashable, and the same after pickling, copying and evolving."""
        filled = sample(record)
        for again in (pickle.loads(pickle.dumps(filled)), copy.copy(filled), copy.deepcopy(filled)):
            assert again == filled
            assert hash(again) == hash(filled)
        assert attrs.evolve(filled) == filled
        assert not hasattr(filled, "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(filled, attrs.fields(record)[0].name, None)

    def test_names_each_wrong_field_in_a_line(self, record: Any) -> None:
        wrong = {field.name: 1.5 for field in attrs.fields(record)}
        with pytest.raises(FieldError) as caught:
            record(**wrong)
        message = str(caught.value)
        fields = [line.partition(": cần ")[0] for line in message.splitlines()]
        assert fields == [f"{record.__name__}.{name}" for name in wrong]
        assert message.count("; đã nhận 1.5 (float)") == len(wrong)

    def test_is_blank_where_nothing_is_said(self, record: Any) -> None:
        """A field that need not be given is blank, never 0."""
        fields = attrs.fields(record)
        required = {field.name: sample(field.type) for field in fields if field.default is attrs.NOTHING}
        given = record(**required)
        for field in fields:
            value = getattr(given, field.name)
            if field.name not in required and not isinstance(value, enum.Enum):
                blank = value is None or value == () or value is False or value == type(value)()
                assert blank, field.name
                assert type(value) is not int, field.name

    def test_takes_keyword_arguments_only(self, record: Any) -> None:
        kinds = {parameter.kind for parameter in inspect.signature(record).parameters.values()}
        assert kinds == {inspect.Parameter.KEYWORD_ONLY}


def test_every_record_of_the_model_is_public_and_nothing_else_is() -> None:
    inside = f"{model.__name__}."
    modules = (
        item for item in vars(model).values() if inspect.ismodule(item) and item.__name__.startswith(inside)
    )
    written = {name for module in modules for name in module.__all__}
    assert sorted(model.__all__) == model.__all__
    assert set(model.__all__) == written


@pytest.mark.parametrize(("record", "field"), FIELDS, ids=lambda item: getattr(item, "name", str(item)))
def test_every_field_has_a_label(record: Any, field: "attrs.Attribute[Any]") -> None:
    label = label_of(record, field.name)
    assert label != field.name
    assert label == unicodedata.normalize("NFC", label).strip() != ""
    assert label[0] == label[0].upper()


@pytest.mark.parametrize("kind", ENUMS)
def test_words_of_a_choice_are_unique_and_nfc(kind: type[enum.Enum]) -> None:
    words = [member.value for member in kind.__members__.values()]
    assert len(set(words)) == len(kind.__members__)
    assert [word for word in words if unicodedata.normalize("NFC", word).strip() != word or not word] == []


def test_labels_within_one_record_are_unique() -> None:
    for record in RECORDS:
        labels = [label_of(record, field.name) for field in attrs.fields(record)]
        assert len(set(labels)) == len(labels), record


SEVERAL_NAMES = {
    "Chỉ tiêu": [
        "indicator",
        "path",
    ],  # a statement may name a figure of the caller's own, a spelling may not
}
"""The words that stand for more than one attribute, each with the reason."""


def test_one_label_means_one_attribute() -> None:
    """In the records and the two appendices, and in each other form: what reads alike is called alike."""
    names: dict[str, set[str]] = defaultdict(set)
    for record, field in FIELDS:
        names[label_of(record, field.name)].add(field.name)
    for form in OFFICIAL:
        of_form = names if form.code.startswith("kl62") else defaultdict[str, set[str]](set)
        for row in form.rows:
            *outer, name = row.path
            of_form[row.label].add(outer[-1] if name == "total" and outer else name)
        assert of_form is names or [found for found in of_form.values() if len(found) > 1] == [], form.code
    assert {label: sorted(found) for label, found in names.items() if len(found) > 1} == SEVERAL_NAMES


@pytest.mark.parametrize("form", OFFICIAL, ids=lambda form: form.code)
def test_the_lines_of_official_forms_are_well_declared(form: Any) -> None:
    numbers = [row.number for row in form.rows]
    paths = [row.path for row in form.rows]
    assert len(set(numbers)) == len(numbers)
    assert len(set(paths)) == len(paths)
    assert {part for row in form.rows for part in row.total_of} <= set(paths)
    for row in form.rows:
        assert row.label == unicodedata.normalize("NFC", row.label).strip()
        assert row.label != "" or row.kind is Kind.REGISTER
        assert row.number != ""
    assert form_of(form.record) is form
