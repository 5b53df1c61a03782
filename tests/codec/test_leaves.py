import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, Any

import pytest

from mttq._declared.types import AtMost, Count, Money, NotBlank
from mttq.codec._leaves import leaf_of, shown
from mttq.values import Pair, PartialDate, Share, Tier, Triple


@pytest.mark.parametrize(
    ("annotation", "json", "value"),
    [
        (str, "", ""),
        (str, "Ban Thường trực", "Ban Thường trực"),
        (bool, True, True),
        (Count, 0, 0),
        (Count, 10**30 - 1, 10**30 - 1),
        (Money, -500_000, -500_000),
        (Decimal, "51.59", Decimal("51.59")),
        (Decimal, "-0.50", Decimal("-0.50")),
        (Share, "100", Share(Decimal(100))),
        (dt.date, "2019-12-17", dt.date(2019, 12, 17)),
        (PartialDate, "2023", PartialDate(year=2023)),
        (PartialDate, "2023-12", PartialDate(year=2023, month=12)),
        (PartialDate, "2023-12-05", PartialDate(year=2023, month=12, day=5)),
        (PartialDate, "--12", PartialDate(month=12)),
        (PartialDate, "--02-29", PartialDate(month=2, day=29)),
        (Pair, [169, 1169], Pair(169, 1169)),
        (Triple, [3, 91, 3], Triple(3, 91, 3)),
        (Tier, "commune", Tier.COMMUNE),
    ],
)
def test_reading_and_writing_a_leaf_are_inverse(annotation: Any, json: Any, value: Any) -> None:
    leaf = leaf_of(annotation)
    assert leaf is not None
    read = leaf.read(json, annotation)
    assert (read, type(read)) == (value, type(value))
    written = leaf.write(value)
    assert (written, type(written)) == (json, leaf.json)
    assert type(json) is leaf.json


@pytest.mark.parametrize(
    ("value", "json"),
    [(Decimal("1E+3"), "1000"), (Decimal("1E-7"), "0.0000001"), (Decimal("5.10"), "5.10")],
)
def test_a_decimal_is_written_without_exponent_and_with_its_scale(value: Decimal, json: str) -> None:
    leaf = leaf_of(Decimal)
    assert leaf is not None
    assert leaf.write(value) == json


NUMBER = "cần số nguyên, không đặt trong dấu nháy (ví dụ 45)"
COUNT = "cần số nguyên không âm, không đặt trong dấu nháy (ví dụ 45)"
DECIMAL = 'cần số thập phân đặt trong dấu nháy, dùng dấu chấm trước phần thập phân (ví dụ "51.59")'
LONG = "cần số không quá 30 chữ số (số dài hơn không còn ý nghĩa)"
DATE = 'cần ngày dạng "2019-12-17"'
POINT = 'cần thời điểm, dạng "2023", "2023-12", "2023-12-05", "--12", "--12-05"'
KNOWN = 'giá trị dùng được: "nhỏ", "lớn", "lớn hơn tất cả những gì đã từng được thấy"'


class Size(enum.StrEnum):
    SMALL = "nhỏ"
    LARGE = "lớn"
    LONGER_THAN_A_SHOWN_VALUE = "lớn hơn tất cả những gì đã từng được thấy"


@pytest.mark.parametrize(
    ("annotation", "json", "message"),
    [
        (str, None, "cần chữ đặt trong dấu nháy; trong tệp là null; nếu để trống thì bỏ khóa này khỏi tệp"),
        (str, 12, "cần chữ đặt trong dấu nháy; trong tệp là 12"),
        (bool, 1, "cần true hoặc false; trong tệp là 1"),
        (Count, "05", f'{COUNT}; trong tệp là "05"'),
        (Count, 3.7, f"{COUNT}; trong tệp là 3.7"),
        (Count, 3.0, f"{COUNT}; trong tệp là 3.0"),
        (Count, True, f"{COUNT}; trong tệp là true"),
        (Count, -1, f"{COUNT}; trong tệp là -1"),
        (Count, float("nan"), f"{COUNT}; trong tệp là NaN"),
        (Count, 10**30, f"{LONG}; trong tệp là 10000000000000000000… (31 chữ số)"),
        (Money, -(10**30), f"{LONG}; trong tệp là -10000000000000000000… (31 chữ số)"),
        (Count, Decimal("7" * 5000), f"{LONG}; trong tệp là 77777777777777777777… (5000 chữ số)"),
        (
            Annotated[Count, AtMost(30)],
            31,
            "cần số nguyên từ 0 đến 30, không đặt trong dấu nháy (ví dụ 30); trong tệp là 31",
        ),
        (
            Annotated[str, NotBlank()],
            " \t",
            'cần chữ đặt trong dấu nháy, không để trống; trong tệp là " \\t"',
        ),
        (Decimal, "1" + "0" * 30, f'{LONG}; trong tệp là "1000000000000000000000000000000"'),
        (Decimal, "0." + "1" * 31, f'{LONG}; trong tệp là "0.1111111111111111111111111111111"'),
        (Decimal, "٣" * 31, f'{DECIMAL}; trong tệp là "{"٣" * 31}"'),
        (Pair, [1, 10**30], f"{LONG}; trong tệp là danh sách 2 phần tử"),
        (Money, 0.5, f"{NUMBER}; trong tệp là 0.5"),
        (Decimal, 0.1, f"{DECIMAL}; trong tệp là 0.1"),
        (Decimal, 5, f"{DECIMAL}; trong tệp là 5"),
        (Decimal, "NaN", f'{DECIMAL}; trong tệp là "NaN"'),
        (Decimal, "1e3", f'{DECIMAL}; trong tệp là "1e3"'),
        (Decimal, "51,59", f'{DECIMAL}; trong tệp là "51,59"'),
        (Decimal, "05", f'{DECIMAL}; trong tệp là "05"'),
        (Decimal, "1_000", f'{DECIMAL}; trong tệp là "1_000"'),
        (Decimal, "٣", f'{DECIMAL}; trong tệp là "٣"'),
        (Decimal, "5\n", f'{DECIMAL}; trong tệp là "5\\n"'),
        (Share, "51.59%", f'{DECIMAL}; trong tệp là "51.59%"'),
        (dt.date, "05/03/2020", f'{DATE}; trong tệp là "05/03/2020"'),
        (dt.date, "20200305", f'{DATE}; trong tệp là "20200305"'),
        (dt.date, "2020-02-31", 'không có ngày "2020-02-31"'),
        (dt.date, 0, f"{DATE}; trong tệp là 0"),
        (PartialDate, "12/2023", f'{POINT}; trong tệp là "12/2023"'),
        (PartialDate, 2023, f"{POINT}; trong tệp là 2023"),
        (PartialDate, "2023-02-29", 'không có ngày "2023-02-29"'),
        (PartialDate, "0000", 'không có ngày "0000"'),
        (
            Pair,
            [1],
            "cần danh sách 2 số nguyên không âm (ví dụ [169, 1169]); trong tệp là danh sách 1 phần tử",
        ),
        (
            Pair,
            [1, True],
            "cần danh sách 2 số nguyên không âm (ví dụ [169, 1169]); trong tệp là danh sách 2 phần tử",
        ),
        (
            Triple,
            "3/91/3",
            'cần danh sách 3 số nguyên không âm (ví dụ [169, 1169, 3]); trong tệp là "3/91/3"',
        ),
        (Size, "nho", f'trong tệp là "nho"; có phải "nhỏ"?; {KNOWN}'),
        (Size, "vừa", f'trong tệp là "vừa"; {KNOWN}'),
        (Size, ["nhỏ"], f"cần chữ đặt trong dấu nháy; {KNOWN}; trong tệp là danh sách 1 phần tử"),
    ],
)
def test_a_leaf_refuses_anything_else_and_says_what_belongs_there(
    annotation: Any, json: Any, message: str
) -> None:
    leaf = leaf_of(annotation)
    assert leaf is not None
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        leaf.read(json, annotation)
    assert str(caught.value) == message


def test_records_lists_and_choices_are_no_leaves() -> None:
    assert [leaf_of(it) for it in (tuple[str, ...], int | None, float, object)] == [None] * 4


def test_a_long_value_is_shown_short() -> None:
    assert shown("a" * 50) == '"' + "a" * 38 + "…"
