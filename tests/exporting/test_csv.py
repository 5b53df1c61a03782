import csv
import io
import re
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.checking import Findings, check
from mttq.exporting import to_csv, to_tsv
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rules import Breach, Severity, rule

HEAD = [
    "report", "code", "severity", "title", "message", "unit", "path", "place", "expected", "actual",
    "arithmetic", "suggestions", "related", "waived", "fingerprint", "basis",
]  # fmt: skip


def test_csv_opens_in_a_spreadsheet_as_it_is_meant(findings: Findings) -> None:
    text = to_csv({"=xa.json": findings, "broken.json": "không đọc được"}, lang="en")

    assert text.startswith('\ufeff"report";"code";')
    head, first, second, *waived = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    assert head == HEAD
    assert first == [
        "'=xa.json", "TST001", "error", "Sum is right", "Sum is right: 3", "xã Mẫu", "population.households",
        "Population, Households", "4", "3", "3 (hộ) ≠ 4 (nghèo), off by 1", "Population, Households: 3 → 4",
        "Population, Poor households, Households; Population, Poor households, Households", "",
        findings[0].fingerprint, "Arithmetic",
    ]  # fmt: skip
    assert second[3:5] == ["'@cmd", '\'@cmd: a;b "c" <&>\ufffd']
    assert [(row[1], row[6], row[13]) for row in waived] == [
        ("TST005", "title", "'=đã giải trình"),
        ("TST005", "subject", "'=đã giải trình"),
    ]


def test_tsv_is_separated_by_tabs_and_has_no_byte_order_mark(findings: Findings) -> None:
    rows = list(csv.reader(io.StringIO(to_tsv(findings)), delimiter="\t"))

    assert rows[0] == HEAD
    assert [row[:3] for row in rows[1:]] == [
        ["", "TST001", "error"],
        ["", "TST002", "warning"],
        ["", "TST005", "error"],
        ["", "TST005", "error"],
    ]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *((cell, f"'{cell}") for cell in ("=A1", "+A1", "-A1", "-1+2", "@A1", "＝A1", "-", "--1")),
        ("-2 +cmd|x", "'-2 '+cmd|x"),
        ("A,=1+1", "A,'=1+1"),
        ("A; =1+1|@x\t+1", "A; '=1+1|'@x\t'+1"),
        ('A,"=1+1', "A,\"'=1+1"),
        ("\tA1\r=A2\r\n \n=A3", "\tA1\n'=A2\n \n'=A3"),
        ("thu =A1 và +84 912", "thu '=A1 và '+84 912"),
        ("A,-5+cmd", "A,'-5+cmd"),
        ("-1,=", "'-1,'="),
        ("x -1,=", "x '-1,'="),
        ("x\x1b[2J\u202ey", "x\ufffd[2J\ufffdy"),
    ],
)
def test_no_part_of_a_cell_is_a_formula(cell: str, written: str) -> None:
    assert _written(cell) == written


@pytest.mark.parametrize(
    "cell",
    [
        *("-5", "-1.234,5", "-51,59%", "51,59%", "05", "169/1.169", "— → 25", "", "'=A1", "15 ≠ 10 + -5 = 5"),
        *("10 - 5, -6; -7", "a@b.vn", "2021-2025", "(-5)", "- 5 hộ\n"[2:]),
    ],
)
def test_figures_and_texts_are_left_as_they_are(cell: str) -> None:
    assert _written(cell) == cell


FORMULA = re.compile(r"""[=+@＝＋－＠].|-(?![0-9][0-9.,]*%?(?:[";\s|]|\Z))""")


@settings(max_examples=300)
@given(
    st.lists(st.text("=+-@A1,;|\t\n \"'\r", max_size=8), min_size=1, max_size=2),
    st.sampled_from(",;|\t "),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_NONE]),
)
def test_no_cell_is_a_formula_with_any_separator(texts: list[str], mark: str, quoting: Literal[0, 3]) -> None:
    """A table is opened with another mark between cells, and with or without heed to the quotes."""
    table = to_csv({text: _waived(text) for text in texts}).removeprefix("\ufeff")
    lines = table.split("\n") if quoting else io.StringIO(table, newline="")
    for row in csv.reader(lines, delimiter=mark, quoting=quoting):
        for cell in row:
            bare = cell.lstrip(' "')
            assert not FORMULA.match(bare) or bare == "-"  # parted by spaces, a dash stands alone


def _waived(text: str) -> Findings:
    @rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử {text}")
    def shows_a_text(_report: Report) -> list[Breach]:
        """Any text."""
        return [Breach(path="title", args={"text": text}, actual=text)]

    report = Report(unit=Unit(kind=UnitKind.COMMUNE, name=f"A{text}"), title="Báo cáo")
    return check(report, rules=[shows_a_text])


def _written(cell: str) -> str:
    """Write a table whose first cell is the name of a report, and read it again."""
    _, row = csv.reader(io.StringIO(to_csv({cell: _waived("x")}), newline=""), delimiter=";")
    return row[0]


def test_rows_are_flat_and_waived_ones_come_last(findings: Findings) -> None:
    rows = findings.rows(lang="en")

    assert [(row["code"], row["waived"]) for row in rows] == [
        ("TST001", None),
        ("TST002", None),
        ("TST005", "=đã giải trình"),
        ("TST005", "=đã giải trình"),
    ]
    assert rows[0] == findings[0].as_dict(lang="en") | {
        "suggestions": "Population, Households: 3 → 4",
        "related": "Population, Poor households, Households; Population, Poor households, Households",
    }
