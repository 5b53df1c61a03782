import csv
import io

import pytest

from mttq.checking import check
from mttq.exporting import to_csv, to_tsv
from mttq.findings import Findings
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rules import Breach, Severity, rule

HEAD = [
    "report", "code", "severity", "title", "message", "unit", "path", "place", "expected", "actual",
    "arithmetic", "suggestions", "related", "waived", "fingerprint", "basis",
]  # fmt: skip


def test_csv_opens_in_a_spreadsheet_as_it_is_meant(findings: Findings) -> None:
    text = to_csv({"=xa.json": findings, "broken.json": "không đọc được"}, "en")

    assert text.startswith("\ufeffreport;code;")
    head, first, second, *waived = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert head == HEAD
    assert first == [
        "'=xa.json", "TST001", "error", "Sum is right", "Sum is right: 3", "xã Mẫu", "population.households",
        "Population, Households", "4", "3", "3 ≟ 4, off by 1", "Population, Households: 3 → 4",
        "Population, Poor households, Households; Population, Poor households, Households", "",
        findings[0].fingerprint, "Arithmetic",
    ]  # fmt: skip
    assert second[3:5] == ["'@cmd", '\'@cmd: a;b\t"c"\n<&>\x00']
    assert [(row[1], row[6], row[13]) for row in waived] == [
        ("TST005", "title", "'=đã giải trình"),
        ("TST005", "subject", "'=đã giải trình"),
    ]


def test_tsv_is_parted_by_tabs_and_has_no_byte_order_mark(findings: Findings) -> None:
    rows = list(csv.reader(io.StringIO(to_tsv(findings)), delimiter="\t"))

    assert rows[0] == HEAD
    assert [row[:3] for row in rows[1:]] == [
        ["", "TST001", "error"],
        ["", "TST002", "warning"],
        ["", "TST005", "error"],
        ["", "TST005", "error"],
    ]


@pytest.mark.parametrize(
    "cell", ["=A1", "+A1", "-A1", "-1+2", "@A1", "\tA1", "\rA1", "\n=A1", "＝A1", "\r\n=A1", "-", "--1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert _written(cell) == "'" + cell.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    "cell", ["-5", "-1.234,5", "-51,59%", "51,59%", "05", "169/1.169", "— → 25", "", "'=A1"]
)
def test_figures_and_texts_are_left_as_they_are(cell: str) -> None:
    assert _written(cell) == cell


def _written(cell: str) -> str:
    @rule("TST001", Severity.ERROR, level=1, wording={"vi": ("Thử", "Thử")})
    def shows_a_cell(_report: Report) -> list[Breach]:
        """Any text."""
        return [Breach(path="title", actual=cell)]

    report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"), title="Báo cáo")
    text = to_csv(check(report, rules=[shows_a_cell]))
    _, row = csv.reader(io.StringIO(text), delimiter=";")
    return row[HEAD.index("actual")]


def test_rows_are_flat_and_waived_ones_come_last(findings: Findings) -> None:
    rows = findings.rows("en")

    assert [(row["code"], row["waived"]) for row in rows] == [
        ("TST001", None),
        ("TST002", None),
        ("TST005", "=đã giải trình"),
        ("TST005", "=đã giải trình"),
    ]
    assert rows[0] == findings[0].as_dict("en") | {
        "suggestions": "Population, Households: 3 → 4",
        "related": "Population, Poor households, Households; Population, Poor households, Households",
    }
