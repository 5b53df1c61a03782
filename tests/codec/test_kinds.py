"""Files that are no reports are named by their kind."""

import io
import zipfile

import pytest

from mttq.codec import dumps, loads
from mttq.codec._kinds import _KINDS, kind_of
from mttq.errors import LoadError
from mttq.testing import make_report


def packed(*names: str, first: str = "") -> bytes:
    """A zip archive, as office programs write one: names as they are, content compressed."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, compress_type=zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, "<x/>" * 100)
    return written.getvalue()


ODF = "application/vnd.oasis.opendocument."


def old_office(name: str) -> bytes:
    """What an old office program, or one that sets a password, writes: names in two bytes for a letter."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64 + name.encode("utf-16-le")


SAMPLES = [
    (packed("[Content_Types].xml", "word/document.xml"), "tệp Word (.docx)"),
    (packed("[Content_Types].xml", "xl/workbook.xml"), "tệp Excel (.xlsx)"),
    (packed("[Content_Types].xml", "xl/workbook.bin"), "tệp Excel (.xlsb)"),
    (packed("[Content_Types].xml", "ppt/presentation.xml"), "tệp PowerPoint (.pptx)"),
    (packed("content.xml", first=f"{ODF}text"), "tệp văn bản OpenDocument (.odt)"),
    (packed("content.xml", first=f"{ODF}spreadsheet"), "bảng tính OpenDocument (.ods)"),
    (packed("xã.json"), "tệp nén (.zip)"),
    (old_office("EncryptedPackage"), "tệp Office có mật khẩu"),
    (old_office("WordDocument"), "tệp Word đời cũ (.doc)"),
    (old_office("Workbook"), "tệp Excel đời cũ (.xls)"),
    (old_office("Book"), "tệp Excel đời cũ (.xls)"),
    (old_office("PowerPoint Document"), "tệp Office đời cũ"),
    (b"%PDF-1.7", "tệp PDF"),
    (b"{\\rtf1 a}", "tệp văn bản RTF"),
    (b"Rar!\x1a\x07\x01\0", "tệp nén (.rar)"),
    (b"7z\xbc\xaf\x27\x1c\0", "tệp nén (.7z)"),
    (b"\x1f\x8b\x08", "tệp nén (.gz)"),
    (b"\x89PNG\r\n\x1a\n", "ảnh PNG"),
    (b"\xff\xd8\xff\xe0", "ảnh JPEG"),
    (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><table>", "trang web (HTML)"),
    (b"<HTML>", "trang web (HTML)"),
    (b"<?xml version='1.0'?>", "tệp XML"),
]


@pytest.mark.parametrize(("data", "kind"), [*SAMPLES, (b'{"title": "<html>"}', ""), (b"", "")])
def test_the_kind_of_a_file_is_recognised_by_its_content(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_every_kind_has_a_sample() -> None:
    assert [kind for _, kind in SAMPLES] == [kind.name for kind in _KINDS]


def test_a_file_that_is_not_json_is_named_by_its_kind_with_advice() -> None:
    with pytest.raises(LoadError) as caught:
        loads(packed("xl/workbook.xml"))
    (fault,) = caught.value.faults
    assert (fault.path, fault.value) == ("$", None)
    assert fault.message == (
        "đây là tệp Excel (.xlsx), không phải báo cáo dạng JSON; cần tệp JSON như lệnh mttq schema mô tả"
    )


def test_a_report_is_not_mistaken_for_another_kind_by_its_texts() -> None:
    report = make_report(title="PK xl/workbook.xml %PDF- <?xml")
    assert loads(dumps(report).encode()) == report
