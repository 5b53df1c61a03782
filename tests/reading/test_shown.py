"""A reading as a reader sees it: what was read, what was not and why, and findings with their cells."""

from pathlib import Path
from runpy import run_path

import mttq
from mttq.model import Unit, UnitKind
from mttq.reading import Source, read
from mttq.rendering import render

MADE = run_path(str(Path(__file__).with_name("office.py")))
READING = read(MADE["word"](MADE["members"]("5/7", "9l7", "", "6"), **{"word/vbaProject.bin": b"x"}))


def test_all_that_is_known_is_shown_in_tables() -> None:
    figures, unread, notes = READING.tables()

    assert figures.title == "Số liệu đã đọc · 2"
    assert figures.rows[0] == ("Phụ lục 1, mục III, dòng 1", "5/7", "bảng 1, dòng 2, cột 3")
    assert [row[:2] + row[3:] for row in unread.rows] == [
        ("9l7", "không đọc được thành số liệu", "917", "bảng 1, dòng 3, cột 3")
    ]
    assert notes.rows == (("tệp có macro; macro không được chạy",),)
    assert "table 1, line 2, column 3" in render(READING, lang="en")


def test_places_of_several_units_name_them() -> None:
    lines = "Tên xã\tSố cuộc phản biện xã hội\tTổ chức hội nghị\nXã Sơn Hạ\t5\t4\nXã Sơn\t-\tO5\n"
    figures, unread = read(lines.encode()).tables()

    assert figures.rows[0][0] == "Xã Sơn Hạ: Phụ lục 2, mục 2, dòng 2, cấp cơ sở"
    assert [row[:2] for row in unread.rows] == [
        ("-", "dấu gạch, không phải số 0"),
        ("O5", "không đọc được thành số liệu"),
    ]


def test_blank_cells_and_headings_have_a_place() -> None:
    place = Source(table=1, row=4, column=3)
    assert READING.source("kl62-pl1.membership.nominated_to_party") == place
    assert READING.source("kl62-pl1.cadres.full_time.total") is None


def test_words_of_a_line_are_shown_up_to_80_letters() -> None:
    lines = ["Nội dung\tSố lượng", "Số cuộc phản biện xã hội\t5", f"{'á' * 80}\t6", f"{'á' * 81}\t7"]
    _, unread = read("\n".join(lines).encode()).tables()
    assert [row[2] for row in unread.rows if row[0] in "67"] == ["á" * 80, "á" * 80 + "…"]


def test_findings_have_their_cells_those_waived_too() -> None:
    lines = ["Nội dung\tCấp cơ sở", "Số cuộc phản biện xã hội\t9", "+ Tổ chức hội nghị\t5"]
    lines += ["+ Gửi văn bản dự thảo\t2", "+ Phản biện xã hội bằng hình thức đối thoại trực tiếp\t1"]
    reading = read("\n".join(lines).encode())
    report = reading.report(unit=Unit(kind=UnitKind.COMMUNE, name="Sơn Hạ"), title="Biểu")
    findings = mttq.check(report, waivers={"CRI001": "đang bổ sung"})

    located = reading.located(findings)

    assert [finding.fingerprint for finding in located] == [finding.fingerprint for finding in findings]
    assert [finding.place for finding in located.waived] == [
        "Phụ lục 2, mục 2, dòng 2, cấp cơ sở (dòng 2, cột 2)"
    ]
