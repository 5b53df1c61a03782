import json
import unicodedata
from decimal import Decimal

import pytest

from mttq.codec import _parsing
from mttq.codec._faults import Repeated
from mttq.codec._parsing import json_values, parse
from mttq.errors import LoadError

DEEP = 100_000


@pytest.mark.parametrize("before", ["", "\ufeff", " \n"])
def test_the_version_is_removed_and_a_byte_order_mark_is_ignored(before: str) -> None:
    text = before + '{"schema_version": 1, "a": [1, "b"]}'
    assert parse(text) == parse(text.encode()) == {"a": [1, "b"]}


@pytest.mark.parametrize("spelling", ["Thuỷ", unicodedata.normalize("NFD", "Thuỷ"), "Thu\\u0079\\u0309"])
def test_texts_and_keys_are_brought_to_nfc(spelling: str) -> None:
    nfc = "Thuỷ"
    text = f'{{"schema_version": 1, "{spelling}": ["{spelling}", {{"a": "{spelling}"}}, 5, null]}}'
    assert parse(text) == {nfc: [nfc, {"a": nfc}, 5, None]}


def test_an_escape_before_a_combining_mark_stays_an_escape() -> None:
    assert parse('{"schema_version": 1, "a": "\\n\u0301"}') == {"a": "\n\u0301"}


def test_a_repeated_key_keeps_its_place_and_its_value() -> None:
    tree = parse('{"schema_version": 1, "a": 1, "b": 2, "a": 3}')
    assert list(tree.items()) == [("a", 1), ("b", 2), (Repeated("a"), 3)]


def test_a_key_repeated_in_another_unicode_form_is_repeated() -> None:
    composed, decomposed = "số", unicodedata.normalize("NFD", "số")
    tree = parse(json.dumps({"schema_version": 1, composed: 1, decomposed: 2}, ensure_ascii=False))
    assert tree == {composed: 1, Repeated(composed): 2}


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        (" \n", "$", "tệp trống"),
        (
            '{"a": "b',
            "$",
            "sai cú pháp JSON ở dòng 1, cột 7: chuỗi chưa có dấu nháy đóng; tệp có thể bị thiếu phần cuối",
        ),
        (
            '{"a": [1,',
            "$",
            "sai cú pháp JSON ở dòng 1, cột 10: cần một giá trị; tệp có thể bị thiếu phần cuối",
        ),
        ('{\n"a": x}', "$", "sai cú pháp JSON ở dòng 2, cột 6: cần một giá trị"),
        ("{a: 1}", "$", "sai cú pháp JSON ở dòng 1, cột 2: cần tên khóa trong dấu nháy kép"),
        ('{"a" 1}', "$", "sai cú pháp JSON ở dòng 1, cột 6: cần dấu hai chấm"),
        ('{"a": 1 2}', "$", "sai cú pháp JSON ở dòng 1, cột 9: cần dấu phẩy, hoặc dấu đóng"),
        ("{} 2", "$", "sai cú pháp JSON ở dòng 1, cột 4: thừa nội dung sau dấu đóng cuối cùng"),
        (
            '["a\nb"]',
            "$",
            "sai cú pháp JSON ở dòng 1, cột 4: trong chuỗi có dấu xuống dòng hoặc ký tự điều khiển",
        ),
        (
            r'["C:\xa"]',
            "$",
            r"sai cú pháp JSON ở dòng 1, cột 5: trong chuỗi, dấu \ phải viết hai lần",
        ),
        ("[]", "$", "cần đối tượng {…}, mỗi tệp một báo cáo; trong tệp là danh sách 0 phần tử"),
        (
            "null",
            "$",
            "cần đối tượng {…}, mỗi tệp một báo cáo; trong tệp là null",
        ),
        ("{}", "$.schema_version", 'thiếu số phiên bản của tệp; thêm "schema_version": 1'),
        (
            '{"schema_version": "1.0"}',
            "$.schema_version",
            'thiếu số phiên bản của tệp; thêm "schema_version": 1',
        ),
        (
            '{"schema_version": true}',
            "$.schema_version",
            'thiếu số phiên bản của tệp; thêm "schema_version": 1',
        ),
        ('{"schema_version": 0}', "$.schema_version", 'thiếu số phiên bản của tệp; thêm "schema_version": 1'),
        (
            '{"schema_version": 2}',
            "$.schema_version",
            "tệp theo phiên bản 2; mttq đang cài đọc được đến phiên bản 1; cần cập nhật mttq",
        ),
    ],
)
def test_what_is_wrong_before_any_field_is_the_only_fault(text: str | bytes, path: str, message: str) -> None:
    with pytest.raises(LoadError) as caught:
        parse(text)
    assert [(fault.path, fault.message) for fault in caught.value.faults] == [(path, message)]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        (b'{"a": "\xff"}', "tệp không phải UTF-8 (từ byte thứ 8); cần lưu lại với mã UTF-8"),
        ("{}".encode("utf-16"), "tệp không phải UTF-8 (có thể là UTF-16); cần lưu lại với mã UTF-8"),
        ('{"a": "\ud800"}', r"tệp không phải UTF-8: \ud800 chỉ là nửa ký tự"),
        ('{"schema_version": 1, "a": "\\ud800"}', r"tệp không phải UTF-8: \ud800 chỉ là nửa ký tự"),
        ("[" * DEEP, "danh sách, đối tượng lồng nhau quá nhiều cấp"),
        ('["\\u00e9",' + "[" * 5000 + "]" * 5000 + "]", "danh sách, đối tượng lồng nhau quá nhiều cấp"),
    ],
    ids=[
        "bytes",
        "UTF-16",
        "half a character",
        "half a character escaped",
        "deep",
        "deep with escapes",
    ],
)
def test_what_python_cannot_hold_is_a_fault_of_the_file(text: str | bytes, beginning: str) -> None:
    with pytest.raises(LoadError) as caught:
        parse(text)
    assert [fault.message.startswith(beginning) for fault in caught.value.faults] == [True]


def test_a_number_longer_than_python_reads_is_a_fault_of_its_place() -> None:
    assert parse(f'{{"schema_version": 1, "a": [{"9" * 5000}, -7]}}') == {"a": [Decimal("9" * 5000), -7]}
    with pytest.raises(LoadError) as caught:
        parse(f'{{"schema_version": {"9" * 4000}}}')
    assert str(caught.value).startswith(
        "Báo cáo: chưa đọc được, có 1 chỗ chưa đúng\n"
        "  $.schema_version: tệp theo phiên bản 99999999999999999999… (4000 chữ số); "
    )


def test_a_long_run_of_marks_is_brought_to_nfc() -> None:
    text = "e" + "\u0301\u0323" * 100
    (key,) = json_values(json.dumps({text: ""}, ensure_ascii=False))
    assert key == unicodedata.normalize("NFC", text)


def test_an_older_file_is_brought_up_version_by_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parsing, "SCHEMA_VERSION", 3)
    monkeypatch.setitem(_parsing._UPGRADES, 1, lambda tree: {**tree, "steps": ["1→2"]})
    monkeypatch.setitem(_parsing._UPGRADES, 2, lambda tree: {**tree, "steps": [*tree["steps"], "2→3"]})
    assert parse('{"schema_version": 1}') == {"steps": ["1→2", "2→3"]}
