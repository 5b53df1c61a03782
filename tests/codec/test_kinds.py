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


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "tệp Word (.docx)"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "tệp Excel (.xlsx)"),
        (packed("content.xml", first=f"{ODF}text"), "tệp văn bản OpenDocument (.odt)"),
        (packed("content.xml", first=f"{ODF}spreadsheet"), "bảng tính OpenDocument (.ods)"),
        (packed("xã.json"), "tệp nén (.zip)"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML><table>", "trang web (HTML)"),
        (b'{"title": "<html>"}', ""),
        (b"", ""),
    ],
)
def test_the_kind_of_a_file_is_recognised_by_its_content(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_found_before_a_vaguer_one(kind: object) -> None:
    assert kind_of(kind.beginning + b"\0" * 64 + kind.mark) == kind.name  # type: ignore[attr-defined]


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
