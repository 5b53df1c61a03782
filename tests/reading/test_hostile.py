"""A file that cannot be read is a ReadError, soon and with little memory, whatever the file."""

import io
import random
import resource
import sys
import time
import zipfile
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

from mttq.reading import Limits, ReadError, read

MADE = run_path(str(Path(__file__).with_name("office.py")))
word, sheet, odf, pack, unpack = (MADE[name] for name in ("word", "sheet", "odf", "pack", "unpack"))
CELL = "<table:table-cell><text:p>5</text:p></table:table-cell>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
GOOD = [
    word(f"<w:p>{MADE['run']('PHỤ LỤC 1')}</w:p>" + MADE["members"]("1", "2/3")),
    MADE["sheet_of_members"]('<c r="C2"><v>7</v></c>', '<c r="C3" s="1"><v>5</v></c>'),
    odf(
        f"<table:table table:name='A'><table:table-row>{CELL}</table:table-row></table:table>",
        "spreadsheet",
    ),
    b"<html><table><tr><td rowspan=2>a<td>5</table>",
    "STT\tNội dung\tSố lượng\n1\tTổng số đoàn viên/hội viên\t5/6\n".encode(),
    odf(f"<text:p>Xã A</text:p><table:table><table:table-row>{CELL}{CELL}</table:table-row></table:table>"),
    'Thôn;Số hộ\nA;5\n"B";6\n'.encode(),
    "| Nội dung | Số lượng |\n|---|---|\n| Tổng số đoàn viên/hội viên | 5/6 |\n".encode(),
]


def utf16(text: str) -> bytes:
    return OLE + text.encode("utf-16-le")


def twice() -> bytes:
    out = io.BytesIO(GOOD[0])
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


def without(data: bytes, name: str) -> Any:
    return pack({key: part for key, part in unpack(data).items() if key != name})


def with_part(data: bytes, name: str, part: str) -> Any:
    return pack(unpack(data) | {name: part.encode()})


def locked(data: bytes) -> bytes:
    """Set the mark of encryption on every part."""
    changed = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(mark, at + 1)
    return bytes(changed)


ENTITIES = '<!DOCTYPE a [<!ENTITY x "7777"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
BOMB = (
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + " " * 70_000_000
)
CELLS = "<sheetData>" + f"<row>{'<c><v>1</v></c>' * 1000}</row>" * 1000 + "</sheetData>"
NESTED = "<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000
LONG = "a million cells"
HOSTILE = {
    "empty": (b"", ""),
    "password": (utf16("EncryptedPackage"), "đặt mật khẩu"),
    "password of a part": (locked(GOOD[0]), "đặt mật khẩu"),
    ".doc": (utf16("WordDocument"), "lưu thành .docx"),
    ".xls": (utf16("Workbook"), "lưu thành .xlsx"),
    ".rtf": (b"{\\rtf1 a}", "tệp .rtf không đọc được"),
    "cut short": (GOOD[0][:-40], "bị cắt cụt"),
    "damaged": (GOOD[0].replace(GOOD[0][60:90], b"\0" * 30), "tệp hỏng"),
    "twice": (twice(), "hai phần cùng tên"),
    "no office file": (pack({"a.txt": "x"}), "không phải tệp Word"),
    "no main part": (without(GOOD[0], "word/document.xml"), "không phải tệp Word"),
    "no sheet": (without(GOOD[1], "xl/worksheets/sheet1.xml"), "thiếu phần xl/worksheets/sheet1.xml"),
    "entities": (with_part(GOOD[0], "word/document.xml", f"{ENTITIES}<a>&x;&y;</a>"), "khai báo DTD"),
    "no XML": (with_part(GOOD[0], "word/document.xml", "<a"), "không phải XML đúng"),
    "bomb": (with_part(GOOD[0], "word/document.xml", BOMB), "quá lớn"),
    LONG: (sheet(CELLS), "quá nhiều ô"),
    "3,000 nested tables": (word(NESTED), "quá sâu"),
    "unknown text": (sheet("<sheetData><row><c t='s'><v>9</v></c></row></sheetData>"), "tệp hỏng"),
}


def case(name: str) -> Any:
    return pytest.param(name, marks=[pytest.mark.sweep] if name == LONG else [])


@pytest.mark.parametrize("name", list(map(case, HOSTILE)))
def test_hostile_files_are_refused_soon(name: str) -> None:
    data, why = HOSTILE[name]
    began = time.process_time()
    if name == "empty":
        assert read(data).figures == ()
    else:
        with pytest.raises(ReadError, match=why):
            read(data)
    assert time.process_time() - began < (15 if sys.gettrace() is None else 150)  # coverage slows it down


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".doc"])
def test_a_text_named_like_an_office_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("xã Bình Long", "utf-8")
    with pytest.raises(ReadError, match=f"có đuôi {suffix} nhưng không phải") as caught:
        read(path)
    assert caught.value.source == str(path)
    said = f"the file is named {suffix} but is none; save it again from Word or Excel"
    assert caught.value.render(lang="en").endswith(said)


def test_a_page_named_like_an_old_sheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"<html><table><tr><td>5</table>")
    assert [item.text for item in read(path).unread] == ["5"]


def test_each_limit_is_held() -> None:
    with pytest.raises(ReadError, match="quá nhiều ô"):
        read(GOOD[0], limits=Limits(cells=3))
    with pytest.raises(ReadError, match="quá lớn"):
        read(GOOD[0], limits=Limits(part=100))
    with pytest.raises(ReadError, match="quá lớn"):
        read(GOOD[0], limits=Limits(nodes=3))


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"khong-co\.docx|No such"):
        read(tmp_path / "khong-co.docx")


def mutated(seed: int) -> Any:
    """Return a good file with something broken in it, mostly inside a part."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    data = GOOD[seed % len(GOOD)]
    parts = unpack(data) if data.startswith(b"PK") and draw.random() < 0.9 else {"": data}
    name = draw.choice(list(parts))
    broken = bytearray(parts[name])
    for _ in range(draw.randint(1, 5)):
        at = draw.randrange(len(broken) + 1)
        junk = draw.choice(
            [
                b"",
                b"<",
                b'"',
                b"9" * 12,
                b"-1",
                b"\xff",
                b"1e9",
                b"A1:XFD9",
                "²".encode(),
                b" x='",
                b"</w:tc>",
            ]
        )
        broken[at : at + draw.choice([0, 1, 8])] = junk or bytes(broken[at - 40 : at])
    parts[name] = bytes(broken)
    return pack(parts) if name else parts[""]


def spoilt(block: int) -> int:
    """Read a hundred broken files; return how many were refused.

    None may raise anything but a `ReadError`, take 5 s or 500 MB.
    """
    refused = 0
    for seed in range(block * 100, block * 100 + 100):
        data, began = mutated(seed), time.process_time()
        try:
            read(data)
        except ReadError:
            refused += 1
        assert time.process_time() - began < (5 if sys.gettrace() is None else 50), seed
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 500 * 1024 + BEFORE
    return refused


BEFORE = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
"""Kilobytes that the tests before this one took."""


@pytest.mark.share(250)
@pytest.mark.parametrize("block", range(1000))
def test_broken_files_raise_nothing_but_read_errors(block: int) -> None:
    assert 10 < spoilt(block) < 90
