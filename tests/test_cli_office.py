"""The command on files of Word and Excel: read, and wherever it takes reports."""

import json
from pathlib import Path
from runpy import run_path

import pytest

import mttq
from mttq.cli import main
from mttq.reading import Hints

MADE = run_path(str(Path(__file__).parent / "reading" / "office.py"))
HEAD = "".join(
    f"<w:p>{MADE['run'](text)}</w:p>"
    for text in ("ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LONG", "Số: 07/BC-MTTQ", "BÁO CÁO", "Tổng kết năm")
)
CRITICISM = MADE["table"](
    ("STT", "Nội dung", "Cấp tỉnh", "Cấp huyện", "Cấp cơ sở"),
    ("1", "Số văn bản được yêu cầu phản biện xã hội", "", "", "30"),
    ("2", "Số cuộc phản biện xã hội", "", "", "15"),
    ("", "+ Tổ chức hội nghị", "", "", "10"),
    ("", "+ Gửi văn bản dự thảo", "", "", "15"),
    ("", "+ Phản biện xã hội bằng hình thức đối thoại trực tiếp", "", "", "0"),
)
UNITS = """Tên xã\tSố cuộc phản biện xã hội\tTổ chức hội nghị\tGửi văn bản dự thảo
Xã Bình Long\t5\t4\t3
Xã Sơn Hạ\t7\t4\t3
"""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MTTQ_LANG", raising=False)
    Path("report.docx").write_bytes(MADE["word"](HEAD + CRITICISM))
    Path("table.docx").write_bytes(MADE["word"](CRITICISM))
    Path("own.docx").write_bytes(MADE["word"](HEAD + MADE["members"]("5/7", "9l7", "", "6")))
    Path("units.txt").write_text(UNITS, "utf-8")
    Path("old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_a_file_that_is_read_whole_is_shown_and_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "report.docx", "-o", "report.json"]) == 0

    told = capsys.readouterr()
    assert "Số liệu đã đọc · 5" in told.out
    assert "bảng 1, dòng 3, cột 5" in told.out
    report = mttq.load("report.json")
    assert (report.unit.full_name, report.title) == ("xã Bình Long", "Tổng kết năm")
    assert report.value_at("kl62-pl2.criticism.sessions.commune") == 15


def test_unread_figures_set_the_exit_code_and_go_into_the_hints(capsys: pytest.CaptureFixture[str]) -> None:
    Path("mine.csv").write_text("Nội dung;Năm 2022;Năm 2023\nĐoàn viên ta;5/6;7/8\n", "utf-8")

    assert main(["read", "own.docx", "mine.csv", "--write-hints", "hints.json"]) == 1

    assert "9l7" in capsys.readouterr().out
    assert Hints.load("hints.json").lines == {"Đoàn viên ta": ()}
    Path("hints.json").write_text(
        json.dumps(
            {
                "lines": {"Đoàn viên ta": "kl62-pl1.membership.members"},
                "columns": {"Năm 2023": "value", "Năm 2022": None},
            }
        ),
        "utf-8",
    )
    asked = ["--hints", "hints.json", "--unit", "xã Sơn Hạ, huyện Sơn Đông", "--title", "Biểu"]
    assert main(["read", "mine.csv", *asked, "-o", "-"]) == 1
    report = mttq.loads(capsys.readouterr().out)
    assert report.value_at("kl62-pl1.membership.members") == mttq.Pair(7, 8)
    assert report.unit.address == "xã Sơn Hạ, huyện Sơn Đông"


def test_the_report_of_each_unit_is_written_into_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("out").mkdir()
    assert main(["read", "units.txt", "--title", "Biểu", "-o", "out"]) == 0
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "units_Xã_Bình_Long.json",
        "units_Xã_Sơn_Hạ.json",
    ]
    capsys.readouterr()
    assert main(["read", "units.txt", "--title", "Biểu", "-o", "one.json"]) == 2
    assert "có 2 báo cáo, cần một thư mục" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "old.doc"], ".xls kiểu cũ"),
        (["check", "old.doc"], ".xls kiểu cũ"),
        (["read", "nowhere.docx"], "không có tệp này"),
        (["read", "table.docx", "-o", "x.json"], "ghi unit="),
        (["read", "table.docx", "-o", "x.json", "--unit", "xã A"], "ghi title="),
        (["read", "table.docx", "-o", "x.json", "--unit", "ông A"], "không"),
        (["read", "table.docx", "-o", "x.json", "--unit", "thành phố A"], "loại đơn vị"),
        (["read", "report.docx", "-o", "nowhere/x.json"], "nowhere/x.json"),
        (["read", "report.docx", "-o", ""], "để trống"),
        (["show", "units.txt"], "tệp có số liệu của 2 đơn vị"),
        (["show", "table.docx"], "ghi unit="),
        (["check", "table.docx", "--hints", "nowhere.json"], "không có tệp này"),
    ],
)
def test_unusable_input_is_reported(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_findings_name_the_cells_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "report.docx", "--select", "CRI001", "--format", "json"]) == 1

    (found,) = json.loads(capsys.readouterr().out)["report.docx"]["findings"]
    assert found["place"] == "Phụ lục 2, mục 2, dòng 2, cấp cơ sở (bảng 1, dòng 3, cột 5)"
    assert [place.rpartition(" (")[2] for place in found["related"]] == [
        "bảng 1, dòng 4, cột 5)",
        "bảng 1, dòng 5, cột 5)",
        "bảng 1, dòng 6, cột 5)",
    ]


def test_repairs_and_shown_reports_are_those_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "report.docx", "--repairs"]) == 1
    assert "Số liệu có thể ghi nhầm" in capsys.readouterr().out
    assert main(["show", "report.docx"]) == 0
    assert "Tổng kết năm" in capsys.readouterr().out
    assert main(["compare", "report.docx", "report.docx", "--select", "CRI001"]) == 0
    assert "Phát hiện đã có ở bản trước" in capsys.readouterr().out


def test_figures_of_a_file_that_names_no_unit_are_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "table.docx", "--format", "json"]) == 1

    told = capsys.readouterr()
    found = json.loads(told.out)["table.docx"]["findings"]
    assert "CRI001" in {item["code"] for item in found}
    assert [item for item in found if item["path"].startswith("unit.")] == []
    assert "đối chiếu như của một xã; ghi rõ bằng --unit" in told.err


def test_what_is_not_read_is_not_checked_and_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "own.docx"])
    assert "own.docx: 1 số liệu chưa đọc được nên không đối chiếu" in capsys.readouterr().err


def test_several_units_of_a_file_are_judged_one_by_one_and_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "units.txt", "--select", "CRI001", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {name: len(result["findings"]) for name, result in told.items()} == {
        "units.txt: Xã Bình Long": 1,
        "units.txt: Xã Sơn Hạ": 0,
    }
    assert main(["check", "units.txt", "--select", "CRI001", "--together"]) == 1
    assert "1 phát hiện" in capsys.readouterr().out
