"""Records read without their constructor are what the constructor makes."""

import pickle
import weakref
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from mttq._declared.types import Count, checked, is_plain
from mttq.codec import dumps, loads
from mttq.codec._converter import reader_of
from mttq.codec._leaves import Leaf
from mttq.codec._shapes import record_shape, shape_of, without_null
from mttq.model import Heading, UnitRef
from mttq.testing import draw_report
from mttq.values import Pair, Period

LEVEL = {"number": "II", "level": 1}


@attrs.frozen(kw_only=True, field_transformer=checked)
class Village:
    name: str
    other: Pair | Count | None
    hamlets: Count | None = 3
    names: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.name == "":
            raise ValueError("thôn nào?")


def upper(name: str) -> str:
    return name.upper()


def even(_record: object, _field: object, value: int) -> None:
    if value % 2:
        raise ValueError("số lẻ")


@attrs.frozen(field_transformer=checked)
class Upper:
    """A record whose constructor does more than check types."""

    name: str = attrs.field(converter=upper)


@attrs.frozen(field_transformer=checked)
class Even:
    """A record that checks more than types."""

    number: int = attrs.field(validator=even)


@attrs.frozen(init=False)
class Doubled:
    """A record with a constructor of its own."""

    number: int

    def __init__(self, number: int) -> None:
        object.__setattr__(self, "number", 2 * number)


@attrs.frozen(cache_hash=True)
class Hashed:
    """A record whose constructor adds a field for what it will compute."""

    number: int


@attrs.frozen
class Listed:
    """A record whose defaults are made."""

    names: tuple[str, ...] = attrs.field(factory=tuple)
    size: int = attrs.field(default=attrs.Factory(lambda self: len(self.names), takes_self=True))


def read(record: type, fields: object) -> Any:
    return reader_of(record)(fields, None)


def records_in(value: object) -> Iterator[Any]:
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from records_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from records_in(part)


def test_all_records_of_a_report_are_those_that_constructors_make() -> None:
    report = draw_report(62, size=3)
    read_back = loads(dumps(report))
    assert [type(record) for record in records_in(read_back)] == [type(item) for item in records_in(report)]
    assert (read_back, hash(read_back), repr(read_back)) == (report, hash(report), repr(report))


def test_a_record_that_was_read_is_frozen_and_whole() -> None:
    heading = read(Heading, LEVEL)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        heading.level = 2
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del heading.level
    assert heading == Heading(number="II", level=1)
    assert (type(heading), weakref.ref(heading)()) == (Heading, heading)
    assert pickle.loads(pickle.dumps(heading)) == heading


def test_fields_left_out_have_their_defaults_and_nulls_are_blanks() -> None:
    assert read(Village, {"name": "A", "other": None}) == Village(name="A", other=None)
    assert read(Village, {"name": "A", "other": [1, 2], "hamlets": None}) == Village(
        name="A", other=Pair(1, 2), hamlets=None
    )
    assert read(Village, {"names": ["B"], "other": 0, "name": "A", "hamlets": 0}) == Village(
        name="A", other=0, hamlets=0, names=("B",)
    )


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ([1], r"cần đối tượng {…}; trong tệp là danh sách 1 phần tử"),
        ({"name": "A"}, "thiếu khóa, hoặc có khóa lạ"),
        ({"name": "A", "other": 1, "more": 1}, "thiếu khóa, hoặc có khóa lạ|không có khóa"),
        ({"name": "A", "other": -1}, r"cần số nguyên không âm"),
        ({"name": "A", "other": True}, r"cần danh sách \[…\] hoặc số nguyên"),
        ({"name": "A", "other": 1, "hamlets": 1.0}, r"cần số nguyên không âm"),
        ({"name": None, "other": 1}, r"cần chữ đặt trong dấu nháy"),
        ({"name": "A", "other": 1, "names": None}, r"cần danh sách"),
        ({"name": "", "other": 1}, r"thôn nào\?"),
    ],
)
def test_anything_but_such_a_record_is_refused(fields: object, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read(Village, fields)


def test_a_constructor_that_does_more_than_check_types_is_called() -> None:
    assert read(Upper, {"name": "a"}) == Upper("A")
    assert read(Doubled, {"number": 2}).number == 4
    assert hash(read(Hashed, {"number": 2})) == hash(Hashed(2))
    for fields, reason in (({"number": 3}, "số lẻ"), ({"size": 2}, "không có khóa"), ([2], "cần đối tượng")):
        with pytest.raises(ValueError, match=reason):
            read(Even, fields)


def test_defaults_made_by_factories_are_made() -> None:
    assert read(Listed, {}) == Listed()
    assert read(Listed, {"names": ["A", "B"]}) == Listed(("A", "B"), 2)


def test_all_records_of_a_report_are_plain() -> None:
    assert [record for record in (Upper, Even, Doubled, Hashed) if is_plain(record)] == []
    assert {type(item) for item in records_in(draw_report(62)) if not is_plain(type(item))} == set()


def test_records_of_texts_that_come_again_are_kept_once() -> None:
    fields = {"kind": "xã", "name": "Trung Sơn"}
    assert read(UnitRef, fields) is read(UnitRef, dict(fields))
    for record in (Period, UnitRef):  # of texts only: 1 would stand for true
        shapes = [shape_of(without_null(field)[0]) for field in record_shape(record).fields.values()]
        assert {shape.json for shape in shapes if isinstance(shape, Leaf)} == {str}
        assert all(isinstance(shape, Leaf) for shape in shapes)


@pytest.mark.parametrize("value", [[1], None, {"kind": ["month"]}, {"kind": "month", "start": {}}])
def test_what_is_no_such_record_is_refused_all_the_same(value: object) -> None:
    with pytest.raises(ValueError, match="cần"):
        read(Period, value)
