"""What kind of file was given instead of a report, by its content, since a name may be wrong."""

from typing import Final, NamedTuple

from mttq.wording import NOTHING, Phrase

__all__ = ["kind_of"]


class _Kind(NamedTuple):
    """A kind of file: how it begins, and what else stands in it."""

    name: Phrase
    beginning: bytes
    mark: bytes = b""


_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODF: Final = b"mimetypeapplication/vnd.oasis.opendocument."
_KINDS: Final = (
    _Kind(Phrase("tệp Word (.docx)"), _ZIP, b"word/document.xml"),
    _Kind(Phrase("tệp Excel (.xlsx)"), _ZIP, b"xl/workbook.xml"),
    _Kind(Phrase("tệp Excel (.xlsb)"), _ZIP, b"xl/workbook.bin"),
    _Kind(Phrase("tệp PowerPoint (.pptx)"), _ZIP, b"ppt/presentation.xml"),
    _Kind(Phrase("tệp văn bản OpenDocument (.odt)"), _ZIP, _ODF + b"text"),
    _Kind(Phrase("bảng tính OpenDocument (.ods)"), _ZIP, _ODF + b"spreadsheet"),
    _Kind(Phrase("tệp nén (.zip)"), _ZIP),
    _Kind(Phrase("tệp Office có mật khẩu"), _OLE, "EncryptedPackage".encode("utf-16-le")),
    _Kind(Phrase("tệp Word đời cũ (.doc)"), _OLE, "WordDocument".encode("utf-16-le")),
    _Kind(Phrase("tệp Excel đời cũ (.xls)"), _OLE, "Workbook".encode("utf-16-le")),
    _Kind(Phrase("tệp Excel đời cũ (.xls)"), _OLE, "Book".encode("utf-16-le")),
    _Kind(Phrase("tệp Office đời cũ"), _OLE),
    _Kind(Phrase("tệp PDF"), b"%PDF-"),
    _Kind(Phrase("tệp văn bản RTF"), b"{\\rtf"),
    _Kind(Phrase("tệp nén (.rar)"), b"Rar!\x1a\x07"),
    _Kind(Phrase("tệp nén (.7z)"), b"7z\xbc\xaf\x27\x1c"),
    _Kind(Phrase("tệp nén (.gz)"), b"\x1f\x8b"),
    _Kind(Phrase("ảnh PNG"), b"\x89PNG\r\n\x1a\n"),
    _Kind(Phrase("ảnh JPEG"), b"\xff\xd8\xff"),
    _Kind(Phrase("trang web (HTML)"), b"<!doctype html"),
    _Kind(Phrase("trang web (HTML)"), b"<html"),
    _Kind(Phrase("tệp XML"), b"<?xml"),
)
"""The first that fits; names of what is in an archive or an old Office file stand in it as they are."""


def kind_of(data: bytes) -> Phrase:
    """Say of what kind a file is that is no JSON; nothing if that is not known.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"{}")
    ('tệp PDF', '')
    """
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for kind in _KINDS:
        if (
            data.startswith(kind.beginning) or start.lower().startswith(kind.beginning)
        ) and kind.mark in data:
            return kind.name
    return NOTHING
