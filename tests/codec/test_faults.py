import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from mttq._declared.types import Count, Money
from mttq.codec import loads
from mttq.codec._faults import faults_in
from mttq.errors import ConstraintError, Fault, LoadError
from mttq.forms import registered_forms
from mttq.values import Pair, Period, Quantity, Tiered

BLANK = "; nếu để trống thì bỏ khóa này khỏi tệp"


def faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(LoadError) as caught:
        loads(text)
    return [(fault.path, fault.message) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"title": None}, "$.title", "khóa bắt buộc, không được để null"),
        (
            {"population": {"poor": {"households": "05"}}},
            "$.population.poor.households",
            'cần số nguyên không âm, không đặt trong dấu nháy (ví dụ 45); trong tệp là "05"',
        ),
        ({"population": None}, "$.population", f"cần đối tượng {{…}}; trong tệp là null{BLANK}"),
        ({"population": [946]}, "$.population", "cần đối tượng {…}; trong tệp là danh sách 1 phần tử"),
        ({"recipients": "Lưu: VT"}, "$.recipients", 'cần danh sách […]; trong tệp là "Lưu: VT"'),
        ({"recipients": ["Lưu", 5]}, "$.recipients[1]", "cần chữ đặt trong dấu nháy; trong tệp là 5"),
        (
            {"population": {"hoseholds": 946}},
            "$.population.hoseholds",
            'không có khóa "hoseholds"; có phải “households”?',
        ),
        (
            {"signature": {"body": "A", "position": "B", "số 1": 1}},
            '$.signature["số 1"]',
            'không có khóa "số 1"; các khóa dùng được: body, position, authority, name',
        ),
        ({"signature": {"body": "A"}}, "$.signature.position", "thiếu khóa bắt buộc"),
        (
            {"as_of": "2023-02-31"},
            "$.as_of",
            'không có ngày "2023-02-31"',
        ),
        (
            {"membership": {"period": {"kind": "interval", "start": "2023", "end": "2009"}}},
            "$.membership.period",
            "đầu kỳ 2023 sau cuối kỳ 2009",
        ),
        (
            {"appendices": [{"form": "kl62-pl2"}, {"form": "kl62-pl2"}]},
            "$.appendices[1].form",
            "Report: một biểu chỉ có một lần, ở đây có nhiều lần kl62-pl2",
        ),
        (
            {"appendices": [{"form": "kl62-pl2", "criticism": {"sessions": {"commune": 1.5}}}]},
            "$.appendices[0].criticism.sessions.commune",
            "cần số nguyên không âm, không đặt trong dấu nháy (ví dụ 45); trong tệp là 1.5",
        ),
        ({"appendices": ["kl62-pl2"]}, "$.appendices[0]", 'cần đối tượng {…}; trong tệp là "kl62-pl2"'),
    ],
)
def test_each_fault_has_its_path_and_a_message_with_a_hint(
    with_fields: Callable[..., str], fields: dict[str, Any], path: str, message: str
) -> None:
    assert faults(with_fields(**fields)) == [(path, message)]


@pytest.mark.parametrize(
    ("appendix", "hint"),
    [
        ({"form": "kl62pl2"}, '"kl62pl2"; có phải “kl62-pl2”?'),
        ({"form": 2}, "2"),
        ({"form": []}, "danh sách 0 phần tử"),
        ({}, "null"),
    ],
)
def test_an_unknown_form_is_refused_with_a_list_of_the_known(
    with_fields: Callable[..., str], appendix: dict[str, Any], hint: str
) -> None:
    known = ", ".join(registered_forms())
    assert faults(with_fields(appendices=[appendix])) == [
        ("$.appendices[0].form", f"không có mã biểu {hint}; các mã dùng được: {known}")
    ]


def test_all_faults_are_listed_in_the_order_of_the_file() -> None:
    text = """{
      "title": 5, "title": "Báo cáo", "recipients": [null, "a", 7], "schema_version": 1,
      "appendices": [{"x": 1, "form": "kl62-pl1"}, {"form": "?"}], "unit": {"kind": "tổng"}, "new": NaN
    }"""
    assert [path for path, _ in faults(text)] == [
        "$.title",
        "$.title",
        "$.recipients[0]",
        "$.recipients[2]",
        "$.appendices[0].x",
        "$.appendices[1].form",
        "$.unit.kind",
        "$.unit.name",
        "$.new",
    ]


def test_a_repeated_key_is_a_fault_even_if_both_values_are_the_same(with_fields: Callable[..., str]) -> None:
    text = with_fields().replace('"title"', '"title": "Báo cáo", "title"')
    assert faults(text) == [("$.title", "khóa ghi hai lần trong cùng một đối tượng")]


@pytest.mark.parametrize(
    ("annotation", "value", "message"),
    [
        (Pair | Count | None, "169/1169", 'cần danh sách […] hoặc số nguyên; trong tệp là "169/1169"'),
        (Money | Quantity, None, f"cần số nguyên hoặc đối tượng {{…}}; trong tệp là null{BLANK}"),
        (
            Quantity | None,
            {"value": "1", "upper": "2"},
            "Quantity: upper đi với qualifier=RANGE và chỉ với nó",
        ),
        (Period, {"kind": "year"}, "cần đầu kỳ hoặc cuối kỳ"),
    ],
)
def test_a_choice_lists_what_is_allowed_and_constructors_report_their_own_faults(
    annotation: Any, value: Any, message: str
) -> None:
    assert list(faults_in(value, annotation)) == [Fault("$", message, value)]


def test_the_value_is_kept_with_its_fault() -> None:
    assert list(faults_in({"commune": [1, -2], "huyện": 7}, Tiered[Pair | Count])) == [
        Fault(
            "$.commune",
            "cần danh sách 2 số nguyên không âm (ví dụ [169, 1169]); trong tệp là danh sách 2 phần tử",
            [1, -2],
        ),
        Fault("$.huyện", 'không có khóa "huyện"; các khóa dùng được: province, district, commune', 7),
    ]


@attrs.frozen(kw_only=True)
class Span:
    """A class of a user's, with checks of its own."""

    first: int
    last: int
    note: str = attrs.field(default="", validator=attrs.validators.max_len(3))
    unread: tuple[int, ...] = attrs.field(factory=tuple)
    alias: str = attrs.field(default=attrs.Factory(lambda self: self.note, takes_self=True))

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise ConstraintError("Span: bị ngược", "last")
        if self.last > 99:
            raise TypeError("lớn quá")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"first": 2, "last": 1}, ["$.last"]),
        ({"first": 2, "last": 1, "note": "dài quá"}, ["$.note", "$.last"]),
        ({"first": 2, "last": 1, "note": "dài quá", "lạ": 1}, ["$.lạ", "$.note", "$.last"]),
        ({"first": 2, "last": "1", "note": "dài quá"}, ["$.last", "$.note"]),  # an order of what is unread
        ({"last": 1}, ["$.first"]),
        ({"first": 2, "last": 1, "unread": [1, "2"]}, ["$.unread[1]", "$.last"]),
        ({"first": 2, "last": 100}, ["$"]),
        ({"first": 2, "last": 100, "lạ": 1}, ["$.lạ"]),
    ],
)
def test_faults_found_by_a_class_are_listed_with_all_others(
    value: dict[str, Any], expected: list[str]
) -> None:
    assert [fault.path for fault in faults_in(value, Span)] == expected


def test_all_missing_keys_are_listed_at_once_and_in_their_place(with_fields: Callable[..., str]) -> None:
    text = with_fields(
        unit={"kind": "xã", "name": " ", "parent": {"kind": "huyện", "name": ""}},
        title="\t",
        subject=5,
        population={"poor": {"households": 10**30}},
        membership={"period": {"kind": "interval", "start": "2023", "end": "2009", "new": 1}},
        statements=[
            {"indicator": "x", "value": {"value": "5", "upper": "4", "qualifier": "range", "pad": "3"}},
            {"indicator": "x", "value": {"value": "5", "upper": "4", "qualifier": "rnage"}},
        ],
        appendices=[
            {"form": "kl62-pl2", "criticism": {"sessions": {"commune": "05"}}},
            *([{"form": "kl62-pl2"}, {"form": "kl62-pl1"}] * 2),
        ],
    )
    assert [path for path, _ in faults(text)] == [
        "$.unit.name",
        "$.unit.parent.name",
        "$.title",
        "$.subject",
        "$.population.poor.households",
        "$.membership.period.new",
        "$.membership.period",
        "$.statements[0].value.pad",
        "$.statements[0].value",
        "$.statements[1].value.qualifier",
        "$.appendices[0].criticism.sessions.commune",
        "$.appendices[1].form",
        "$.appendices[3].form",
        "$.appendices[4].form",
    ]


@pytest.mark.parametrize("appendix", [{"form": "?"}, {}, "kl62-pl2"])
def test_forms_are_told_apart_only_where_all_are_known(
    with_fields: Callable[..., str], appendix: object
) -> None:
    appendices = [{"form": "kl62-pl2"}, appendix, {"form": "kl62-pl2"}]
    assert [path for path, _ in faults(with_fields(appendices=appendices))] in (
        ["$.appendices[1].form"],
        ["$.appendices[1]"],
    )


def test_a_choice_is_read_in_part() -> None:
    value = {"a": {"first": 3, "last": 1, "lạ": 1}, "b": [1, {"first": "x"}], "c": 1.5, "d": None, "e": 1}

    @attrs.frozen
    class Spans:
        a: Span | None
        b: tuple[Span | int, ...]
        c: int | None
        d: Span | None = None

    assert [fault.path for fault in faults_in(value, Spans)] == [
        "$.a.lạ",
        "$.a.last",
        "$.b[1].first",
        "$.b[1].last",
        "$.c",
        "$.e",
    ]


def test_of_very_many_faults_a_thousand_are_listed_and_the_others_counted(
    with_fields: Callable[..., str],
) -> None:
    with pytest.raises(LoadError) as caught:
        loads(with_fields(recipients=[5] * 20_000, new=1))
    error = caught.value
    assert [fault.path for fault in error.faults] == [f"$.recipients[{place}]" for place in range(1000)]
    assert error.more == 19_001
    lines = str(error).split("\n")
    assert (lines[0], lines[-1], len(lines)) == (
        "Báo cáo: chưa đọc được, có 20001 chỗ chưa đúng",
        "  … và 19901 chỗ nữa",
        102,
    )
    assert pickle.loads(pickle.dumps(error)).more == 19_001


def test_a_value_that_can_be_read_has_no_fault() -> None:
    assert list(faults_in([{"commune": None}, {}], tuple[Tiered[Count], ...])) == []


@pytest.mark.parametrize("tag", ["[]", "{}", "null", "5"])
def test_a_form_code_that_is_not_a_text_is_one_fault_among_others(tag: str) -> None:
    unit = '{"kind": "xã", "name": "A"}'
    appendices = f'[{{"form": {tag}}}]'
    found = faults(f'{{"schema_version": 1, "unit": {unit}, "title": " ", "appendices": {appendices}}}')
    assert [path for path, _ in found] == ["$.title", "$.appendices[0].form"]
