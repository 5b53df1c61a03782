import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, Any

import pytest

from mttq._typed import AtMost, Count, Money, NotBlank
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


NUMBER = "cần số nguyên, không dấu nháy (ví dụ 45)"
COUNT = "cần số nguyên ≥ 0, không dấu nháy (ví dụ 45)"
DECIMAL = 'cần số thập phân trong dấu nháy, dấu chấm trước phần lẻ (ví dụ "51.59")'
LONG = "cần số không quá 30 chữ số (số dài hơn không còn ý nghĩa)"
DATE = 'cần ngày dạng "2019-12-17"'
POINT = 'cần thời điểm dạng "2023", "2023-12", "2023-12-05", "--12" hoặc "--12-05"'
SIZE = 'cần một trong: "nhỏ", "lớn", "lớn hơn tất cả những gì đã từng được thấy"'


class Size(enum.StrEnum):
    SMALL = "nhỏ"
    LARGE = "lớn"
    LONGER_THAN_A_SHOWN_VALUE = "lớn hơn tất cả những gì đã từng được thấy"


@pytest.mark.parametrize(
    ("annotation", "json", "message"),
    [
        (str, None, "cần chữ trong dấu nháy, ở đây là null; chỗ để trống thì bỏ hẳn khóa này"),
        (str, 12, "cần chữ trong dấu nháy, ở đây là 12"),
        (bool, 1, "cần true hoặc false, ở đây là 1"),
        (Count, "05", f'{COUNT}, ở đây là "05"'),
        (Count, 3.7, f"{COUNT}, ở đây là 3.7"),
        (Count, 3.0, f"{COUNT}, ở đây là 3.0"),
        (Count, True, f"{COUNT}, ở đây là true"),
        (Count, -1, f"{COUNT}, ở đây là -1"),
        (Count, float("nan"), f"{COUNT}, ở đây là NaN"),
        (Count, 10**30, f"{LONG}, ở đây là 10000000000000000000… (31 chữ số)"),
        (Money, -(10**30), f"{LONG}, ở đây là -10000000000000000000… (31 chữ số)"),
        (Count, Decimal("7" * 5000), f"{LONG}, ở đây là 77777777777777777777… (5000 chữ số)"),
        (
            Annotated[Count, AtMost(30)],
            31,
            "cần số nguyên ≥ 0 và ≤ 30, không dấu nháy (ví dụ 30), ở đây là 31",
        ),
        (Annotated[str, NotBlank()], " \t", 'cần chữ trong dấu nháy, không để trống, ở đây là " \\t"'),
        (Decimal, "1" + "0" * 30, f'{LONG}, ở đây là "1000000000000000000000000000000"'),
        (Decimal, "0." + "1" * 31, f'{LONG}, ở đây là "0.1111111111111111111111111111111"'),
        (Decimal, "٣" * 31, f'{DECIMAL}, ở đây là "{"٣" * 31}"'),
        (Pair, [1, 10**30], f"{LONG}, ở đây là một danh sách 2 phần tử"),
        (Money, 0.5, f"{NUMBER}, ở đây là 0.5"),
        (Decimal, 0.1, f"{DECIMAL}, ở đây là 0.1"),
        (Decimal, 5, f"{DECIMAL}, ở đây là 5"),
        (Decimal, "NaN", f'{DECIMAL}, ở đây là "NaN"'),
        (Decimal, "1e3", f'{DECIMAL}, ở đây là "1e3"'),
        (Decimal, "51,59", f'{DECIMAL}, ở đây là "51,59"'),
        (Decimal, "05", f'{DECIMAL}, ở đây là "05"'),
        (Decimal, "1_000", f'{DECIMAL}, ở đây là "1_000"'),
        (Decimal, "٣", f'{DECIMAL}, ở đây là "٣"'),
        (Decimal, "5\n", f'{DECIMAL}, ở đây là "5\\n"'),
        (Share, "51.59%", f'{DECIMAL}, ở đây là "51.59%"'),
        (dt.date, "05/03/2020", f'{DATE}, ở đây là "05/03/2020"'),
        (dt.date, "20200305", f'{DATE}, ở đây là "20200305"'),
        (dt.date, "2020-02-31", 'không có ngày "2020-02-31"'),
        (dt.date, 0, f"{DATE}, ở đây là 0"),
        (PartialDate, "12/2023", f'{POINT}, ở đây là "12/2023"'),
        (PartialDate, 2023, f"{POINT}, ở đây là 2023"),
        (PartialDate, "2023-02-29", 'không có ngày "2023-02-29"'),
        (PartialDate, "0000", 'không có ngày "0000"'),
        (Pair, [1], "cần danh sách 2 số nguyên ≥ 0 (ví dụ [169, 1169]), ở đây là một danh sách 1 phần tử"),
        (
            Pair,
            [1, True],
            "cần danh sách 2 số nguyên ≥ 0 (ví dụ [169, 1169]), ở đây là một danh sách 2 phần tử",
        ),
        (Triple, "3/91/3", 'cần danh sách 3 số nguyên ≥ 0 (ví dụ [169, 1169, 3]), ở đây là "3/91/3"'),
        (Size, "nho", f'{SIZE}, ở đây là "nho"; có phải “nhỏ”?'),
        (Size, "vừa", f'{SIZE}, ở đây là "vừa"'),
        (Size, ["nhỏ"], f"{SIZE}, ở đây là một danh sách 1 phần tử"),
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
