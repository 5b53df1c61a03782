"""Plain texts, Markdown and CSV."""

import codecs
from pathlib import Path
from runpy import run_path

import pytest

from mttq.reading import Limits, ReadError, Reason, read
from mttq.values import Pair

MADE = run_path(str(Path(__file__).with_name("office.py")))
figures, handed_back = MADE["figures"], MADE["handed_back"]
LABELS = [label for _, label, _ in MADE["MEMBERS"]]
OLD = (
    "B¸o c¸o\nSTT\tNéi dung\tSè l\xadîng\n1\tTæng sè ®oµn viªn/héi viªn\t5\n"
    "2\tTæng sè ®oµn viªn/héi viªn kÕt n¹p míi\t6"
)


def lines(*cells: str, mark: str = "\t") -> str:
    rows = [("STT", "Nội dung", "Số lượng")]
    rows += [
        (str(number), label, said) for number, (label, said) in enumerate(zip(LABELS, cells, strict=False), 1)
    ]
    return "\n".join(mark.join(row) for row in rows)


def test_lines_with_tabs_are_a_table_and_blank_lines_do_not_end_it() -> None:
    text = lines("169/1.169", "<i>05</i>", "O5").replace("\n2", "\n\n2")
    reading = read(f"PHỤ LỤC 1\n{text}\n".encode())

    assert figures(reading) == {"members": Pair(169, 1169), "admitted": 5}
    assert [figure.source.place for figure in reading.figures] == ["dòng 3, cột 3", "dòng 5, cột 3"]
    assert [(item.text, item.reason, item.suggestion) for item in reading.unread] == [
        ("O5", Reason.NOT_A_FIGURE, "05")
    ]


def test_figures_alone_in_a_line_are_handed_back() -> None:
    """So a program writes the cells of a table into a text."""
    reading = read("STT\nNội dung\nSố lượng\n1\nTổng số hội viên\n65.937\n12 hội nghị\n-\n".encode())

    assert [(item.text, item.reason, item.source.line) for item in reading.unread] == [
        ("12 hội nghị", Reason.NARRATIVE, 7),
        ("1", Reason.NO_LINE, 4),
        ("65.937", Reason.NO_LINE, 6),
    ]


def test_markdown_is_read_without_its_marks() -> None:
    text = f"## PHỤ LỤC 1\n\n| STT | Nội dung | Số lượng |\n|--|:-:|--:|\n| 1 | *{LABELS[0]}* | **5**\\/7 |"
    reading = read(text.encode())

    assert figures(reading)["members"] == Pair(5, 7)
    assert reading.figures[0].source.line == 5


def test_tables_drawn_with_blanks_are_read() -> None:
    width = max(map(len, LABELS))
    rows = [
        ("STT", "Nội dung", "Số lượng"),
        ("1", LABELS[0], "169/1.169"),
        ("2", LABELS[1], "5"),
        ("", LABELS[3], "7"),
    ]
    text = "\n".join(f"{number:3}  {label:{width}}   {said}" for number, label, said in rows)
    reading = read(f"Số liệu  năm\n\nxã\n{text}\nhết".encode())

    assert figures(reading) == {"members": Pair(169, 1169), "admitted": 5, "admitted_to_party": 7}
    assert reading.narrative == "Số liệu  năm\n\nxã"


@pytest.mark.parametrize(
    "data",
    [
        lines("5", "6").encode("utf-16"),
        codecs.BOM_UTF16_BE + lines("5", "6").encode("utf-16-be"),
        lines("5", "6").encode("utf-8-sig"),
        lines("5", "6").encode("utf-32"),
        OLD.encode("latin-1"),
        OLD.encode(),
    ],
)
def test_every_usual_encoding_is_read(data: bytes) -> None:
    assert figures(read(data)) == {"members": 5, "admitted": 6}


def test_windows_vietnamese_is_read() -> None:
    text = "Nô\u0323i dung\tSô\u0301 lươ\u0323ng\n".encode("cp1258")
    assert read(text + b"x\t1\n").unread[0].head == "Số lượng"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_is_read_with_any_separator(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "so lieu.csv"
    path.write_text(lines("5", "6", "", mark=mark).replace(LABELS[2], '"a\nb"') + "\n", "utf-8")
    reading = read(path)

    assert figures(reading) == {"members": 5, "admitted": 6}
    assert reading.figures[1].source.line == 3
    assert reading.figures[0].source.file == "so lieu.csv"


def test_one_column_is_no_table_and_a_broken_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\nb\n", "utf-8")
    assert read(path).unread == ()
    path.write_text("a,b\n" + "x" * 200_000 + ",\n", "utf-8")
    with pytest.raises(ReadError, match="tệp hỏng"):
        read(path)


def test_texts_larger_than_any_report_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(lines("5", "6"), "utf-8")
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(path, limits=Limits(cells=3))
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(lines("5", "6").encode(), limits=Limits(cells=3))
    with pytest.raises(ReadError, match="quá lớn"):
        read(lines("5", "6").encode(), limits=Limits(total=3))


@pytest.mark.parametrize("data", [b"a\0b", b"\xff\xfea", b"\xc3\0", "a\0".encode("utf-16")])
def test_anything_but_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="không phải văn bản"):
        read(data)


def test_personal_data_that_comes_along_is_noted() -> None:
    text = "Gia đình bà N., CCCD 046123456789, được hỗ trợ.\n".encode()
    assert [str(note) for note in read(text).notes] == [
        "phần lời có dữ liệu cá nhân (TXT007); không cần phần lời thì đọc với narrative=False"
    ]
    assert read(text, narrative=False).notes == ()
