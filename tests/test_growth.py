"""Whatever reads, judges and prints takes four times as long for four times as much, not sixteen times.

Measured is the time of the processor, the least of several: only the ratio of two measures is judged, so that
a slow or busy machine does not matter.
"""

import json
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import attrs
import pytest

from mttq import vi
from mttq.checking import Findings, Profile, check
from mttq.codec import dumps, loads
from mttq.errors import LoadError
from mttq.exporting import to_csv, to_junit, to_sarif
from mttq.model import FundKind, FundLedger, Funds
from mttq.rendering import render
from mttq.report import Report
from mttq.rules import RULES, Scope
from mttq.tables import Column, Table
from mttq.testing import make_report
from mttq.values import PartialDate, Period

TIMES, SQUARED = 4, 16
MARKS = "\u0323\u0301"  # in any order but this one they stand right already
SHAPES = {
    "blank lines": "\n",
    "blank lines with spaces": " \r\n\t",
    "paragraphs": "Đoạn văn kết thúc ở đây.\n",
    "broken paragraphs": "tổ chức Lễ ra\n\nmắt mô hình\n\n",
    "wrong numbers": "diện tích 7,296.66 ha\n",
    "slips": "Trường ban công tác\n",
    "telephones": "gọi 0914 222 333\n",
    "marks": MARKS,
    "one word": "a",
    "capitals": "BAN NH ",
    "old letters": "nh©n d©n x· Hång Kim ",
    "dots": ".",
    "digits": "7",
    "groups": ".000",
    "money": "5 tỷ ",
    "hedges": "hơn ",
    "ranges": "từ 5 đến ",
    "citations": "Quyết định số 12/QĐ-UBND ngày 05/12/2023 ",
    "symbols": "12/QĐ-",
    "days": "ngày 05/12/",
    "slashes": "1/",
    "units": "thôn 5 xã Trung Sơn, ",
    "invisible": "\u200b",
}


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def growth(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    """Return how many times longer it takes for four times as much; what is quick is measured on more."""
    while (least := min(map(seconds, [prepare(size)] * 2))) < 0.002:
        size *= TIMES
    large = prepare(TIMES * size)
    ratios = (seconds(large) / least for _ in range(5))
    return next((ratio for ratio in ratios if ratio < SQUARED / 2), SQUARED)


def text_of(shape: str) -> Callable[[int], str]:
    return lambda size: SHAPES[shape] * (size // len(SHAPES[shape]))


_FRESH = count()
READERS = [
    vi.normalize,
    vi.fold,
    vi.sort_key,
    vi.detect_legacy,
    vi.find_documents,
    vi.find_dates,
    vi.find_look_alikes,
]


@pytest.mark.share(4)
@pytest.mark.parametrize("shape", ["marks", "capitals", "citations", "one word", "invisible"])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_texts_are_read(reader: Callable[[str], object], shape: str) -> None:
    text = text_of(shape)

    def prepare(size: int) -> Callable[[], object]:
        given = text(size)
        return lambda: reader(f"{given} {next(_FRESH)}")  # what was read of the last text may be kept

    assert growth(prepare, 4000) < SQUARED / 2


def reports(shape: str, size: int) -> Report:
    return attrs.evolve(make_report(), narrative=f"Báo cáo {text_of(shape)(size)} (hết)")


@pytest.mark.share(5)
@pytest.mark.parametrize("shape", SHAPES)
def test_narratives_are_judged_by_every_rule(shape: str) -> None:
    rules = [
        rule for rule in RULES if rule.scope is Scope.REPORT and rule.family in ("TXT", "PER", "DOC", "XRP")
    ]

    def prepare(size: int) -> Callable[[], object]:
        report = reports(shape, size)
        return lambda: [list(rule.judge(report)) for rule in rules]

    assert growth(prepare, 1000) < SQUARED / 2


@pytest.mark.share(2)
@pytest.mark.parametrize("shape", ["broken paragraphs", "wrong numbers", "slips", "telephones"])
def test_reports_with_very_many_findings_are_checked(shape: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        report = reports(shape, size)
        assert len(check(report)) > size // 50
        return lambda: check(report)

    assert growth(prepare, 4000) < SQUARED / 2


def test_every_line_and_every_record_has_a_place() -> None:
    def prepare(size: int) -> Callable[[], object]:
        base = make_report()
        report = attrs.evolve(reports("paragraphs", 30 * size), statements=base.statements[:1] * size)
        places = [f"narrative.{line}" for line in range(1, size)]
        places += [f"statements.{place}.value" for place in range(size)]
        return lambda: [report.place_of(place) for place in places]

    assert growth(prepare, 5000) < SQUARED / 2  # more places than are kept from one call to the next


PRINTERS: dict[str, Callable[[Findings], object]] = {
    "csv": to_csv,
    "junit": to_junit,
    "sarif": to_sarif,
    "json": Findings.to_json,
    "text": render,
    "markdown": lambda findings: render(findings, fmt="markdown"),
    "html": lambda findings: render(findings, fmt="html"),
    "compare": lambda findings: findings.compare(findings),
}


@pytest.mark.share(2)
@pytest.mark.share(4)
@pytest.mark.parametrize("name", PRINTERS)
def test_findings_are_printed(name: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        findings = check(reports("wrong numbers", 22 * size))
        return lambda: PRINTERS[name](findings)

    assert growth(prepare, 250) < SQUARED / 2


@pytest.mark.parametrize("shape", ["one word", "hedges", "blank lines", "marks"])
def test_a_long_cell_is_printed(shape: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        table = Table(title="", columns=(Column("A"), Column("B")), rows=((text_of(shape)(size), "5"),))
        return lambda: [table.render(fmt=fmt) for fmt in ("text", "markdown", "html")]

    assert growth(prepare, 1000) < SQUARED / 2


def damaged(size: int) -> Iterator[dict[str, Any]]:
    yield {"recipients": [5] * size}
    yield {"statements": [{"indicator": "x", "value": {"value": "5", "qualifer": "exact"}}] * size}
    yield {"population": {f"key{place}": place for place in range(size)}}
    yield {"appendices": [{"form": "?"}] * size}
    yield {"title": "e" + MARKS * size}


@pytest.mark.share(3)
@pytest.mark.parametrize("kind", range(5))
def test_files_are_read_and_all_their_faults_listed(kind: int) -> None:
    def read(text: str) -> object:
        try:
            return dumps(loads(text))
        except LoadError as error:
            return str(error)

    def prepare(size: int) -> Callable[[], object]:
        fields = list(damaged(size))[kind]
        unit = {"kind": "xã", "name": "Mẫu"}
        text = json.dumps({"schema_version": 1, "unit": unit, "title": "B", **fields}, ensure_ascii=False)
        return lambda: read(text)

    assert growth(prepare, 100) < SQUARED / 2


def test_very_many_sums_of_one_fund_are_compared() -> None:
    fund, period = FundKind.FUND_FOR_THE_POOR, Period.interval(PartialDate(year=2019), PartialDate(year=2023))

    def prepare(size: int) -> Callable[[], object]:
        ledgers = [
            FundLedger(
                fund=fund,
                period=period,
                each_year=number % 2 == 1,
                raised=vi.parse_quantity(f"hơn {number + 1} triệu đồng") if number % 3 else 10**6 * number,
            )
            for number in range(size)
        ]
        report = make_report().with_value("funds", Funds(ledgers=tuple(ledgers)))
        return lambda: check(report, profile=Profile(select=("FND", "PER")))

    assert growth(prepare, 100) < SQUARED / 2
