"""What is refused is refused in one whole sentence: what was given, what is wrong, what would be right."""

import datetime as dt
import inspect
import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from mttq import vi
from mttq.errors import FieldError
from mttq.values import PartialDate, Period
from mttq.vi.money import format_amount
from mttq.vi.numbers import Amount
from mttq.vi.text import normalize

EARLY = Period.interval(PartialDate(month=1), PartialDate(year=2020, month=3))


@pytest.mark.parametrize(
    ("call", "given", "words"),
    [
        (vi.parse_date, "27/7", "không phải ngày đầy đủ; thiếu năm, dùng parse_period"),
        *(
            (vi.parse_date, text, f"không phải ngày đầy đủ; đây là {what}, dùng parse_period")
            for text, what in (
                ("tháng 12/2023", "tháng"),
                ("quý IV/2023", "quý"),
                ("năm 2023", "năm"),
                ("nhiệm kỳ 2020 - 2025", "nhiệm kỳ"),
                ("từ 2020 đến 2021", "một kỳ"),
            )
        ),
        (
            vi.parse_document,
            "không",
            "không tìm thấy văn bản nào; "
            "ví dụ cách ghi: “Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị”",
        ),
        (
            vi.parse_document,
            "Kết luận 62 và Chỉ thị 05.",
            "có 2 văn bản; dùng find_documents để đọc từng văn bản",
        ),
        (vi.parse_quantity, "dưới 5-7 hộ", "“dưới” không đi với một khoảng"),
        (vi.parse_quantity, "-5-7 m", "khoảng giá trị phải từ 0 trở lên"),
        (vi.parse_quantity, "1.319,652 người", "“người” chỉ đếm bằng số nguyên; có phải 1.319.652?"),
        (vi.parse_quantity, "1,5 người", "“người” chỉ đếm bằng số nguyên"),
        (vi.parse_quantity, "5 hộ 7 hộ", "có nhiều số; dùng parse_slashed hoặc find_quantities"),
        (vi.parse_quantity, "hộ", "không phải một số lượng"),
        (vi.convert_legacy, "Cộng hòa", "đã là tiếng Việt Unicode; không chuyển mã thêm lần nữa"),
        (
            vi.convert_legacy,
            "abc",
            'không nhận ra mã TCVN3 hay VNI; nếu biết rõ mã, ghi encoding="tcvn3", encoding="vni"',
        ),
        (vi.parse_number, "", "ô trống không phải là số; để trống nghĩa là chưa báo cáo, không phải 0"),
        (vi.parse_number, "--", "dấu gạch không phải là số; nếu là không có gì thì viết 0"),
        (
            vi.parse_number,
            "5 hộ",
            "không phải số viết theo cách của Việt Nam; có chữ đi kèm thì dùng parse_quantity",
        ),
        (vi.parse_number, "abc", "không phải số viết theo cách của Việt Nam"),
        (vi.parse_percent, "5", "không phải tỷ lệ phần trăm viết theo cách của Việt Nam; có phải 5%?"),
        (vi.parse_percent, "5.5%", "không phải tỷ lệ phần trăm viết theo cách của Việt Nam; có phải 5,5%?"),
        (vi.parse_period, "trước 1/3", "không biết ngày liền trước; ghi đủ năm ở mỗi đầu"),
        (vi.parse_period, "25 - 20/11/2025", "đầu kỳ 25 sau cuối kỳ 20/11; ghi đủ năm ở mỗi đầu"),
        (vi.parse_period, "2025 - 2020", "đầu kỳ 2025 sau cuối kỳ 2020; ghi đủ năm ở mỗi đầu"),
        (vi.parse_period, "31/2/2023", "không có ngày 31/2/2023; ghi theo thứ tự ngày/tháng/năm"),
        *(
            (vi.parse_period, text, f"không đọc được ngày hoặc kỳ; {hint}")
            for text, hint in (
                ("17/12/19", "viết năm đủ bốn chữ số"),
                ("2019-12-17", "ghi theo thứ tự ngày/tháng/năm"),
                ("5 Năm", "đây là một khoảng dài, không phải thời điểm"),
                ("5", "chỉ có một số: viết thêm tháng, năm"),
                ("x", "ví dụ: “tháng 12/2023”, “quý IV/2023”, “giai đoạn 2021 - 2025”"),
                ("17/12-19", "ví dụ: “tháng 12/2023”, “quý IV/2023”, “giai đoạn 2021 - 2025”"),
            )
        ),
        *(
            (vi.parse_pair, text, "cần hai số đếm cách nhau bằng dấu /; ví dụ: 169/1.169")
            for text in ("5", "5/6/7", "5/1,5", "5/-1")
        ),
        (vi.parse_pair, "5/x", "không phải số viết theo cách của Việt Nam"),
        (vi.parse_slashed, "5/x", "không phải một số lượng"),
        (
            vi.words_to_number,
            "một triệu hai",
            "không phải cách đọc đầy đủ của một số nguyên; "
            "viết đủ các hàng, ví dụ “một nghìn không trăm linh năm”",
        ),
    ],
)
def test_a_text_that_cannot_be_read(call: Callable[[str], object], given: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(f'{given!r}: {words}')}$"):
        call(given)


@pytest.mark.parametrize(
    ("call", "given", "error", "words"),
    [
        (
            vi.format_date,
            dt.datetime(2020, 1, 1),  # noqa: DTZ001
            TypeError,
            "format_date: cần ngày (date) hoặc PartialDate; "
            "đã nhận datetime.datetime(2020, 1, 1, 0, 0) (datetime); dùng .date()",
        ),
        (vi.format_document, "x", TypeError, "format_document: cần DocumentRef; đã nhận 'x' (str)"),
        (vi.format_quantity, "x", TypeError, "format_quantity: cần Quantity; đã nhận 'x' (str)"),
        (vi.format_period, "x", TypeError, "format_period: cần Period hoặc PartialDate; đã nhận 'x' (str)"),
        (
            vi.format_period,
            EARLY,
            ValueError,
            "--01/2020-03: chỉ có năm của ngày cuối, viết ra sẽ thành năm của cả hai",
        ),
        (
            lambda style: vi.format_period(Period.of_year(2020), style=style),
            "iso",
            ValueError,
            "style: cần một trong: 'nd30', 'short', 'slash', 'padded'; đã nhận 'iso'",
        ),
        (vi.format_money, 1.5, TypeError, "format_money: cần số nguyên; đã nhận 1.5 (float)"),
        (
            partial(vi.format_money, 5),
            "tạ",
            ValueError,
            "scale: cần một trong: None, 'auto', 'tỷ', 'triệu', 'nghìn'; đã nhận 'tạ'",
        ),
        (format_amount, Amount(Decimal(5), 7), ValueError, "không có từ chỉ bậc 7"),
        (
            vi.format_number,
            1.5,
            TypeError,
            "number: cần số nguyên hoặc số thập phân hữu hạn (Decimal); đã nhận 1.5 (float)",
        ),
        (
            vi.format_number,
            True,
            TypeError,
            "number: cần số nguyên hoặc số thập phân hữu hạn (Decimal); đã nhận True (bool)",
        ),
        (vi.format_number, Decimal("NaN"), ValueError, "NaN không phải là số để viết ra"),
        (partial(vi.format_number, 5), -1, ValueError, "decimals=-1, pad=0: cần từ 0 trở lên"),
        (partial(vi.format_number, 5, None), -1, ValueError, "decimals=None, pad=-1: cần từ 0 trở lên"),
        (vi.format_percent, 5, TypeError, "format_percent: cần một Share, hoặc tử số và mẫu số"),
        (partial(vi.format_percent, 5), 0, ValueError, "5/0: mẫu số bằng 0 thì không có tỷ lệ phần trăm"),
        (vi.money_to_words, 1.5, TypeError, "money_to_words: cần số nguyên; đã nhận 1.5 (float)"),
        (normalize, 5, TypeError, "text: cần chuỗi (str); đã nhận 5 (int)"),
    ],
)
def test_a_value_that_cannot_be_written(
    call: Callable[[Any], object], given: object, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=f"^{re.escape(words)}$"):
        call(given)


WRONG = (5.5, b"x", ["x"], [5], object(), True)
ENTRIES = [name for name in vi.__all__ if inspect.isfunction(getattr(vi, name))]


@pytest.mark.parametrize("name", ENTRIES)
def test_every_function_refuses_a_wrong_type_with_one_error(name: str) -> None:
    """None is what `format_figure` writes as a blank, and texts in a list are what `format_list` joins."""
    right = {"format_figure": (None,), "format_list": (["x"],)}.get(name, ())
    for value in (None, *WRONG):
        if value not in right:
            with pytest.raises(FieldError):
                getattr(vi, name)(value)


@pytest.mark.parametrize("name", [name for name in vi.__all__ if name.startswith("find_")])
def test_a_finder_finds_nothing_in_an_empty_text(name: str) -> None:
    assert getattr(vi, name)("") == []
