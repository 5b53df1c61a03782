"""The report as a document: its head, whom it goes to, who signs, and what it cites."""

import datetime as dt
import enum
from typing import Annotated

import attrs

from mttq._declared.types import KEY, Label, checked
from mttq.model.statements import Source
from mttq.values import DocumentRef

__all__ = ["Citation", "Header", "Signature", "SigningAuthority"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Header:
    """The head of a report as printed; a missing part is None.

    Nghị định 30/2020/NĐ-CP, Điều 8: issuer, number and symbol, place and date.

    >>> Header(symbol="05/BC-MTTQ-BTT", date=dt.date(2025, 1, 10)).place is None
    True
    """

    issuer: Annotated[str | None, Label("Cơ quan ban hành")] = None
    superior: Annotated[str | None, Label("Cơ quan chủ quản trực tiếp")] = None
    symbol: Annotated[str | None, Label("Số, ký hiệu")] = None
    place: Annotated[str | None, Label("Địa danh")] = None
    date: Annotated[dt.date | None, Label("Ngày ban hành")] = None
    addressee: Annotated[str | None, Label("Kính gửi")] = None


class SigningAuthority(enum.StrEnum):
    """In what capacity a report is signed (Nghị định 30/2020/NĐ-CP, Điều 13).

    >>> SigningAuthority("TM.").name
    'COLLECTIVE'
    """

    COLLECTIVE = "TM."
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    BY_AUTHORISATION = "TUQ."
    ACTING = "Q."


@attrs.frozen(kw_only=True, field_transformer=checked)
class Signature:
    """Who signs: a body and an office; the name is optional and of no use to the rules.

    >>> body = "Ban Thường trực Ủy ban MTTQ Việt Nam xã Mẫu"
    >>> Signature(body=body, position="Chủ tịch", authority=SigningAuthority.COLLECTIVE).authority.value
    'TM.'
    """

    body: Annotated[str, Label("Ký thay mặt")]
    position: Annotated[str, Label("Chức vụ")]
    authority: Annotated[SigningAuthority | None, Label("Thẩm quyền ký")] = None
    name: Annotated[str | None, Label("Họ và tên")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Citation:
    """One mention of a document; every mention is kept, so that one symbol with two dates can be seen.

    >>> from mttq.vi import parse_document
    >>> Citation(document=parse_document("Kết luận số 62-KL/TW ngày 08/12/2009")).document.symbol
    '62-KL/TW'
    """

    document: Annotated[DocumentRef, Label("Văn bản"), KEY]
    source: Annotated[Source | None, Label("Vị trí")] = None
