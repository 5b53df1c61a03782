"""From the bytes of a file to a document, whatever kind of file it is; every fault of it is one error."""

import re
from pathlib import PurePath
from typing import Final

from mttq.errors import ReadError
from mttq.reading._blocks import Document
from mttq.reading._error import refused
from mttq.reading._html import read_html
from mttq.reading._legacy import OLD_FONT, in_unicode, whole_encoding
from mttq.reading._limits import Limits
from mttq.reading._odf import read_odf
from mttq.reading._package import Package
from mttq.reading._pdf import read_pdf
from mttq.reading._sheet import read_sheets
from mttq.reading._text import decoded, read_csv, read_text
from mttq.reading._word import read_word
from mttq.wording import Phrase

__all__ = ["opened"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS: Final = ((b"{\\rtf", Phrase("tệp .rtf không đọc được; đề nghị lưu thành .docx")),)
_PACKED: Final = (".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".doc", ".xls")
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|table|meta|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def opened(data: bytes, name: str, limits: Limits) -> Document:
    """Return what a file holds.

    Raises:
        ReadError: it cannot be read, whatever is wrong with it.
    """
    try:
        document = _document(data, PurePath(name).suffix.lower(), limits)
    except ReadError as error:
        raise error.of(name) from None
    except Exception as error:  # damage shows in a hundred ways, and a user is helped by one
        raise refused(Phrase("tệp hỏng ({})", f"{type(error).__name__}: {error}")).of(name) from error
    encoding = whole_encoding("\n".join(document.texts()))
    if encoding:
        document.change_texts(lambda text: in_unicode(text, encoding))
        document.add_note(OLD_FONT)
    return document


def _document(data: bytes, suffix: str, limits: Limits) -> Document:
    if len(data) > limits.total:
        raise refused(Phrase("tệp quá lớn so với một báo cáo"))
    if data.startswith(b"PK"):
        return _packed(data, limits)
    if data.startswith(_OLE):
        raise refused(_why_old(data))
    if data.startswith(b"%PDF"):
        return read_pdf(data, limits)
    for mark, why in _OTHER_KINDS:
        if data.startswith(mark):
            raise refused(why)
    text = decoded(data)
    if _HTML.match(text):
        return read_html(text, limits)
    if suffix in _PACKED:
        raise refused(
            Phrase("tệp có đuôi {} nhưng không phải tệp ấy; đề nghị lưu lại từ Word hay Excel", suffix)
        )
    return read_csv(text, limits) if suffix == ".csv" else read_text(text, limits)


def _why_old(data: bytes) -> Phrase:
    """Say what to do with a file of the kind that Office wrote until 2007, and now of one with a password."""
    if _utf16("EncryptedPackage") in data:
        return Phrase("tệp được đặt mật khẩu; đề nghị bỏ mật khẩu rồi lưu lại")
    if _utf16("WordDocument") in data:
        return Phrase("tệp .doc kiểu cũ; đề nghị mở bằng Word hoặc LibreOffice rồi lưu thành .docx")
    return Phrase("tệp .xls kiểu cũ; đề nghị mở bằng Excel hoặc LibreOffice rồi lưu thành .xlsx")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _packed(data: bytes, limits: Limits) -> Document:
    package = Package(data, limits)
    main = package.related("", "officeDocument")
    if main is None and "content.xml" in package.names:
        return read_odf(package)
    if main is None:
        raise refused(Phrase("tệp nén này không phải tệp Word, Excel hay OpenDocument"))
    document = read_word(package, main) if main.startswith("word/") else read_sheets(package, main)
    kinds = sorted({kind for name in package.names for kind in package.outside(name)})
    if kinds:
        outside = Phrase("tệp liên kết ra ngoài ({}); không liên kết nào được mở", ", ".join(kinds))
        document.add_note(outside)
    if any(name.endswith("vbaProject.bin") for name in package.names):
        document.add_note(Phrase("tệp có macro; macro không được chạy"))
    return document
