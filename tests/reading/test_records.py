"""Records in our own documents: read back equal, and as the document shows them where a user changed it."""

from pathlib import Path
from typing import Any

import attrs
import docx
import pytest

from mttq.model import FundKind, FundLedger, Funds, PopulationProfile, PrintedFigure, Unit, UnitKind
from mttq.reading import Reading, Reason, read
from mttq.rendering._reports import RECORDS
from mttq.report import Report
from mttq.testing import draw_report
from mttq.writing import word

UNIT = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
REPORT = Report(
    unit=UNIT,
    title="Báo cáo năm",
    population=PopulationProfile(villages=5, households=946, ethnic_group_names=("Pa Cô", "Kinh")),
    funds=Funds(ledgers=(FundLedger(fund=FundKind.FUND_FOR_THE_POOR, each_year=True, raised=215_910_000),)),
    printed=(PrintedFigure(path="population.villages", text="05"),),
)


@pytest.mark.share(60)
@pytest.mark.parametrize("seed", range(2, 62))
def test_records_of_drawn_reports_are_read_back(seed: int, tmp_path: Path) -> None:
    report = draw_report(seed)
    path = tmp_path / "drawn.docx"
    word(report, path)
    told = read(path).report(unit=report.unit)

    for name in (*RECORDS, "appendices", "printed"):
        assert getattr(told, name) == getattr(report, name), name


def changed(tmp_path: Path, *texts: tuple[int, int, str], at: int = 1) -> tuple[Reading, Any]:
    """Write a report, let a user type into the cells of one of its tables of records, and read it."""
    path = tmp_path / "report.docx"
    word(REPORT, path)
    document = docx.Document(str(path))
    table = document.tables[at]
    for row, column, text in texts:
        runs = table.cell(row, column).paragraphs[0].runs
        runs[0].text = text
    document.save(str(path))
    reading = read(path)
    return reading, reading.report(unit=UNIT)


def test_each_figure_has_its_place_and_its_spelling(tmp_path: Path) -> None:
    reading, report = changed(tmp_path)

    assert report == attrs.evolve(REPORT, printed=report.printed)
    assert report.printed[0] == REPORT.printed[0]
    assert [(figure.path, figure.text, figure.source.place) for figure in reading.figures] == [
        ("population.villages", "05", "bảng 2, dòng 3, cột 3"),
        ("population.households", "946", "bảng 2, dòng 4, cột 3"),
        ("funds.ledgers.0.raised", "215.910.000 đồng", "bảng 3, dòng 5, cột 3"),
    ]
    assert reading.unread == ()


def test_what_a_user_typed_over_a_figure_holds(tmp_path: Path) -> None:
    reading, report = changed(tmp_path, (2, 2, "07"), (3, 2, "1.024"))
    assert (report.population.villages, report.population.households) == (7, 1024)
    assert PrintedFigure(path="population.villages", text="07") in report.printed
    assert reading.unread == ()


def test_money_that_a_user_typed_is_read_in_dong(tmp_path: Path) -> None:
    reading, report = changed(tmp_path, (4, 2, "70 triệu đồng"), at=2)
    assert (report.funds.ledgers[0].raised, reading.unread) == (70_000_000, ())


def test_what_is_no_count_is_handed_back_and_the_old_figure_does_not_stay(tmp_path: Path) -> None:
    reading, report = changed(tmp_path, (2, 2, "O7"), (3, 1, "Số hộ mới"))
    assert (report.population.villages, report.population.households) == (None, None)
    assert [(item.text, item.reason, item.suggestion) for item in reading.unread] == [
        ("O7", Reason.NOT_A_FIGURE, "07"),
        ("946", Reason.NO_LINE, None),
    ]


def test_a_record_that_cannot_be_without_what_was_struck_out_is_handed_back(tmp_path: Path) -> None:
    reading, report = changed(tmp_path, (4, 2, "1,5"))
    assert report.population == PopulationProfile()
    assert [item.text for item in reading.unread] == ["05", "946", "1,5"]


def test_a_record_whose_hidden_letters_are_damaged_is_handed_back(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    word(REPORT, path)
    document = docx.Document(str(path))
    for run in document.tables[1].cell(0, 0).paragraphs[0].runs:
        run.text = run.text.replace('"villages": 5', '"villages": "05"')
    document.save(str(path))
    reading = read(path)
    assert reading.report(unit=UNIT).population == PopulationProfile()
    assert [(item.text, item.reason) for item in reading.unread] == [
        ("05", Reason.NO_LINE),
        ("946", Reason.NO_LINE),
    ]


def test_two_tables_of_one_record_are_handed_back(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    word(REPORT, path)
    document: Any = docx.Document(str(path))
    document.element.body.append(document.tables[1]._tbl.__copy__())
    document.save(str(path))
    reading = read(path)
    assert reading.report(unit=UNIT).population == PopulationProfile()
    assert len(reading.unread) == 4


def test_a_figure_beside_the_lines_is_handed_back(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    word(REPORT, path)
    document: Any = docx.Document(str(path))
    document.tables[1].add_row().cells[2].text = "12"
    document.save(str(path))
    assert [(item.text, item.reason) for item in read(path).unread] == [("12", Reason.NO_LINE)]
