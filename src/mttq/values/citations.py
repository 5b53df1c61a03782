"""Documents as reports cite them."""

import datetime as dt
import enum

import attrs

from mttq.typed import Count, checked

__all__ = ["DocumentKind", "DocumentRef"]


class DocumentKind(enum.StrEnum):
    """The kinds of documents that Front reports cite, each by its Vietnamese name.

    Sources: Nghị định 30/2020/NĐ-CP, Phụ lục III (State); Quy định 399-QĐ/TW (Party); Luật Ban hành văn bản
    quy phạm pháp luật (normative kinds).
    """

    CONSTITUTION = "Hiến pháp"
    CODE = "Bộ luật"
    LAW = "Luật"
    ORDINANCE = "Pháp lệnh"
    DECREE = "Nghị định"
    CIRCULAR = "Thông tư"
    JOINT_CIRCULAR = "Thông tư liên tịch"
    RESOLUTION = "Nghị quyết"
    JOINT_RESOLUTION = "Nghị quyết liên tịch"
    DECISION = "Quyết định"
    DIRECTIVE = "Chỉ thị"
    CONCLUSION = "Kết luận"
    REGULATION = "Quy định"
    STATUTE = "Quy chế"
    CHARTER = "Điều lệ"
    GUIDANCE = "Hướng dẫn"
    NOTICE = "Thông báo"
    PARTY_CIRCULAR = "Thông tri"
    PLAN = "Kế hoạch"
    PROGRAMME = "Chương trình"
    ACTION_PROGRAMME = "Chương trình hành động"
    SCHEME = "Đề án"
    PROJECT = "Dự án"
    OPTION = "Phương án"
    REPORT = "Báo cáo"
    SUBMISSION = "Tờ trình"
    MINUTES = "Biên bản"
    OFFICIAL_LETTER = "Công văn"
    URGENT_DISPATCH = "Công điện"
    INVITATION = "Giấy mời"
    CONTRACT = "Hợp đồng"
    AGREEMENT = "Bản thỏa thuận"
    PROCEDURE = "Quy trình"
    COMMUNIQUE = "Thông cáo"
    APPEAL = "Lời kêu gọi"


@attrs.frozen(kw_only=True, field_transformer=checked)
class DocumentRef:
    """A document as a text cites it.

    Args:
        raw: the citation as it was written.
        kind: what the document is; None where the abbreviation stays ambiguous and no word says it.
        title: the name that a law or a resolution is cited by ("Luật Thanh tra"), its kind included.
        number: the number as printed, its zero kept ("05").
        year: the year inside the symbol, else of the date, else after the title ("Luật Thanh tra năm 2022").
        symbol: number and abbreviations in the right form ("62-KL/TW"); None for a short citation.
        issuer: who issued it, from the text or else from the symbol where that is certain.
        term: the term of office of the issuer ("XII"); Party documents are numbered anew in each.
        date: the day it was issued.
        candidates: the kinds that the abbreviation allows, where there is more than one.
        flags: what is irregular about the citation ("separators_swapped", "spaces_in_code" …).

    >>> DocumentRef(raw="Luật 75/2015/QH13", kind=DocumentKind.LAW, number="75", year=2015).kind
    <DocumentKind.LAW: 'Luật'>
    """

    raw: str
    kind: DocumentKind | None = None
    title: str | None = None
    number: str | None = None
    year: Count | None = None
    symbol: str | None = None
    issuer: str | None = None
    term: str | None = None
    date: dt.date | None = None
    candidates: tuple[DocumentKind, ...] = ()
    flags: tuple[str, ...] = ()
