"""Vietnamese notation beside other libraries: `python benchmarks/notation.py` prints a Markdown table.

Each case has one right answer, or must be refused (`None`): what could mean two things, is no such day.
A wrong answer without a word is the worst fault; an exception or no answer counts as refused.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib.metadata import version
from typing import Any

import dateparser
import num2words
from babel import dates as babel_dates
from babel import numbers as babel_numbers
from vietnam_number import n2w, w2n

from mttq import vi

TO_WORDS = {
    0: "không", 4: "bốn", 10: "mười", 15: "mười lăm", 21: "hai mươi mốt", 24: "hai mươi tư",
    35: "ba mươi lăm", 101: "một trăm linh một", 110: "một trăm mười", 404: "bốn trăm linh bốn",
    1_005: "một nghìn không trăm linh năm", 1_015: "một nghìn không trăm mười lăm",
    2_025: "hai nghìn không trăm hai mươi lăm", 10_000: "mười nghìn", 105_000: "một trăm linh năm nghìn",
    215_910_000: "hai trăm mười lăm triệu chín trăm mười nghìn",
    1_000_001: "một triệu không trăm linh một|một triệu không nghìn không trăm linh một",
    4_500_000_000: "bốn tỷ năm trăm triệu", 10**12: "một nghìn tỷ", 10**15: "một triệu tỷ",
    1_230_000_000_000: "một nghìn hai trăm ba mươi tỷ", -21: "âm hai mươi mốt", -5: "âm năm",
}  # fmt: skip
FROM_WORDS: dict[str, int | None] = {
    "hai mươi mốt": 21, "một trăm lẻ một": 101, "một ngàn không trăm lẻ năm": 1005, "năm mươi lăm": 55,
    "bốn tỉ năm trăm triệu": 4_500_000_000, "một nghìn tỷ": 10**12, "âm hai mươi mốt": -21,
    "ba trăm sáu mươi hai": 362, "hai nghìn không trăm hai mươi lăm": 2025, "mười lăm": 15,
    "hai triệu": 2_000_000, "một trăm bốn mươi tư nghìn bốn trăm linh bảy": 144_407,
    "một một hai": None, "abc": None, "năm mươi tư phần trăm": None, "": None,
}  # fmt: skip
NUMBERS: dict[str, Decimal | None] = {
    "1.555": Decimal(1555), "7.296,66": Decimal("7296.66"), "51,59": Decimal("51.59"), "05": Decimal(5),
    "215.910.000": Decimal(215_910_000), "-5": Decimal(-5), "\N{MINUS SIGN}5": Decimal(-5),
    "1.555\N{ZERO WIDTH SPACE}": Decimal(1555), "1.5": None, "12.34": None, "7,296.66": None,
    "2.15.910": None,
    "1..5": None, "519,": None, ",15": None, "1e3": None, "1_000": None, "NaN": None, "٣": None, "": None,
}  # fmt: skip
WRITTEN = {
    ("number", "7296.66"): "7.296,66", ("number", "12.3456"): "12,3456", ("number", "0.0000001"): "0,0000001",
    ("number", "12345678901234567890123456789.5"): "12.345.678.901.234.567.890.123.456.789,5",
    ("percent", "0.5159"): "51,59%", ("percent", "1"): "100%", ("percent", "0.1617"): "16,17%",
    ("money", "215910000"): "215.910.000 đồng", ("money", "0"): "0 đồng",
    ("scaled", "4500000000"): "4,5 tỷ đồng", ("scaled", "21500000"): "21,5 triệu đồng",
    ("scaled", "999999999"): "999.999.999 đồng", ("scaled", "4500000000000"): "4.500 tỷ đồng",
    ("date", "2020-03-05"): "ngày 05 tháng 3 năm 2020", ("date", "2009-02-08"): "ngày 08 tháng 02 năm 2009",
    ("date", "2024-10-10"): "ngày 10 tháng 10 năm 2024",
}  # fmt: skip
DATES: dict[str, str | None] = {
    "17/12/2019": "2019-12-17", "5/5/2016": "2016-05-05", "08/12/2009": "2009-12-08",
    "17-12-2019": "2019-12-17",
    "17.12.2019": "2019-12-17", "Ngày 05 tháng 3 năm 2020": "2020-03-05",
    "Hà Nội, ngày 01 tháng 01 năm 2024": "2024-01-01", "tháng 12/2023": "2023-12", "12/2013": "2013-12",
    "27/7": "--07-27", "29/2": "--02-29", "năm 2019": "2019", "quý IV/2023": "2023-Q4",
    "quý 4 năm 2023": "2023-Q4", "6 tháng đầu năm 2024": "2024-H1", "giai đoạn 2021-2025": "2021/2025",
    "nhiệm kỳ 2025 - 2030": "2025/2030", "từ ngày 17/10 đến ngày 18/11/2019": "2019-10-17/2019-11-18",
    "rằm tháng 8": None, "31/02/2020": None, "12/17/2019": None, "29/02/2023": None, "20 năm": None,
    "05": None, "2030 - 2025": None,
}  # fmt: skip
TEXTS: dict[str, list[str]] = {
    "Ngày 18/11/2003, Mặt trận mở ngày hội.": ["2003-11-18"],
    "Kết luận 62-KL/TW, ngày 08/12/2009 về 5/10 thôn.": ["2009-12-08"],
    "Năm 2019 có 12 hội nghị; quý I năm 2020 có 3.": ["2019", "2020-Q1"],
    "Từ năm 2003 đến năm 2023, xã có 946 hộ.": ["2003/2023"],
    "Trao 15 suất quà cho 20 hộ, mỗi suất 500.000 đồng.": [],
    "Họp ngày 4/10 và 5/10 năm 2023 tại xã.": ["2023-10-04", "2023-10-05"],
    "Đến ngày 30/6/2025, thu 2,5 tỷ đồng trong 9 tháng đầu năm.": ["../2025-06-30", "--01/--09"],
    "Nhiệm kỳ 2025 - 2030, khóa XII, Điều 5.": ["2025/2030"],
}  # fmt: skip


def canonical(words: str) -> str:
    """Make spellings of the North and the South one, for both are right."""
    for one, other in (
        ("lẻ", "linh"),
        ("ngàn", "nghìn"),
        ("tỉ", "tỷ"),
        ("mươi bốn", "mươi tư"),
        ("linh bốn", "linh tư"),
    ):
        words = words.replace(one, other)
    return " ".join(words.lower().split())


def written_by_mttq(kind: str, value: str) -> str:
    if kind == "date":
        return vi.format_date(dt.date.fromisoformat(value))
    number = Decimal(value)
    match kind:
        case "number":
            return vi.format_number(number)
        case "percent":
            return vi.format_percent(number, 1)
        case "money":
            return vi.format_money(int(number))
        case _:
            return vi.format_money(int(number), "auto")


def written_by_babel(kind: str, value: str) -> str:
    if kind == "date":
        return babel_dates.format_date(dt.date.fromisoformat(value), "long", locale="vi")
    number = Decimal(value)
    match kind:
        case "number":
            return babel_numbers.format_decimal(number, locale="vi")
        case "percent":
            return babel_numbers.format_percent(number, locale="vi")
        case "money":
            return babel_numbers.format_currency(number, "VND", locale="vi")
        case _:
            return babel_numbers.format_compact_currency(number, "VND", locale="vi", fraction_digits=1)


def dated(text: str, **options: Any) -> str | None:
    found = dateparser.parse(text, languages=["vi"], **options)
    return found and found.date().isoformat()


def dates_found(text: str) -> list[str]:
    from dateparser.search import search_dates

    return [found.date().isoformat() for _, found in search_dates(text, languages=["vi"]) or ()]


STRICT = {"settings": {"STRICT_PARSING": True}}
TASKS: dict[str, tuple[dict[Any, Any], dict[str, Callable[..., Any]]]] = {
    "number to words": (
        TO_WORDS,
        {
            "mttq": vi.number_to_words,
            "num2words": lambda number: num2words.num2words(number, lang="vi"),
            "vietnam-number": lambda number: n2w(str(number)),
        },
    ),
    "words to number": (FROM_WORDS, {"mttq": vi.words_to_number, "vietnam-number": w2n}),
    "reading numbers": (
        NUMBERS,
        {
            "mttq": vi.parse_number,
            "Babel": lambda text: babel_numbers.parse_decimal(text, locale="vi"),
            "Babel, strict": lambda text: babel_numbers.parse_decimal(text, locale="vi", strict=True),
        },
    ),
    "writing numbers, money, dates": (WRITTEN, {"mttq": written_by_mttq, "Babel": written_by_babel}),
    "reading dates and periods": (
        DATES,
        {
            "mttq": lambda text: vi.parse_period(text).iso,
            "dateparser": dated,
            "dateparser, strict": lambda text: dated(text, **STRICT),
            "Babel": lambda text: babel_dates.parse_date(text, locale="vi").isoformat(),
        },
    ),
    "dates in running text": (
        TEXTS,
        {"mttq": lambda text: [found.iso for found, _ in vi.find_dates(text)], "dateparser": dates_found},
    ),
}


def is_right(expected: Any, given: Any) -> bool:
    if isinstance(expected, str) and isinstance(given, str):
        return canonical(given) in map(canonical, expected.split("|"))
    return bool(given == expected)


def judged(call: Callable[..., Any], case: Any, expected: Any) -> str:
    """Say how a library answers a case: right, wrong or refused."""
    try:
        given = call(*case) if isinstance(case, tuple) else call(case)
    except Exception:
        given = None
    if given in (None, [], ()) and expected != []:
        return "right" if expected is None else "refused"
    return "right" if is_right(expected, given) else "wrong"


def rows() -> Iterator[tuple[str, str, int, Counter[str]]]:
    for task, (cases, libraries) in TASKS.items():
        for library, call in libraries.items():
            counts = Counter(judged(call, case, expected) for case, expected in cases.items())
            yield task, library, len(cases), counts


def main() -> None:
    peers = ("num2words", "vietnam-number", "babel", "dateparser")
    print(", ".join(f"{name} {version(name)}" for name in peers), end="\n\n")
    print("| | | cases | right | silently wrong | refused |\n|---|---|---:|---:|---:|---:|")
    shown = ""
    for task, library, cases, counts in rows():
        said = "" if task == shown else task
        shown = task
        print(
            f"| {said} | {library} | {cases} | {counts['right']} | {counts['wrong']} | {counts['refused']} |"
        )


if __name__ == "__main__":
    main()
