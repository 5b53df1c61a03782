"""Documents as reports cite them."""

import datetime as dt
import enum
from typing import Annotated

import attrs

from mttq._declared.types import KEY, Count, Label, checked
from mttq.values._written import Written

__all__ = ["DocumentFlag", "DocumentKind", "DocumentRef"]


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


class DocumentFlag(enum.StrEnum):
    """What is irregular about a citation, or about what was read from it.

    >>> from mttq.vi import parse_document
    >>> DocumentFlag.SEPARATORS_SWAPPED in parse_document("Kết luận 62/KL-TW").flags
    True
    """

    NO_SYMBOL = "no_symbol"  # a short citation: "Kết luận 62", "Luật Thanh tra"
    SEPARATORS_SWAPPED = "separators_swapped"  # 62/KL-TW, corrected, as the next nine are
    SEPARATOR_VARIANT = "separator_variant"  # 62/KL/TW, 12/QĐ.MTTQ
    MISSING_DASH = "missing_dash"  # 62 KL/TW
    SPACES_IN_CODE = "spaces_in_code"  # 62 - KL/TW
    PARTS_GLUED = "parts_glued"  # 60/2021/NĐCP
    PARTS_SWAPPED = "parts_swapped"  # 27/KH-BTT-MTTQ
    CENTRE_VARIANT = "centre_variant"  # 18-CT/TƯ
    LEADING_ZERO_DROPPED = "leading_zero_dropped"  # 4/2020/TT-BNV
    CODE_MIXES_TWO_STYLES = "code_mixes_two_styles"  # 412/2017/NQ-UBTVQH14, kept: the right form is not known
    YEAR_MISSING_IN_CODE = "year_missing_in_code"  # 30/NĐ-CP
    TYPE_MISSING_IN_CODE = "type_missing_in_code"  # "Tờ trình 126/SKHĐT"
    CODE_TRUNCATED = "code_truncated"  # 102/2025/NQLT
    TYPE_CODE_MISMATCH = "type_code_mismatch"  # "Kế hoạch 62-KL/TW": the word decides
    SELF_NUMBER = "self_number"  # the number line of a document: "Số: 14/KH-UBND"
    LOWER_CASE_TYPE = "lower_case_type"  # "nghị quyết"
    COLON_AFTER_SO = "colon_after_so"  # "số: 62"
    DOUBLED_WORD = "doubled_word"  # "số số 62"
    WORD_ORDER = "word_order"  # "Thông tư số liên tịch"
    MISSING_SPACE_BEFORE = "missing_space_before"  # "vàNghị quyết"
    SAID_OF_A_LIST = "said_of_a_list"  # 217, 218-QĐ/TW ngày …: symbol, day or issuer stand after the last
    DATE_INVALID = "date_invalid"  # the day does not exist, so `date` is None


@attrs.frozen(kw_only=True, field_transformer=checked)
class DocumentRef(Written):
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
        flags: what is irregular about the citation: `DocumentFlag`; a file may hold other words.

    >>> DocumentRef(raw="Luật 75/2015/QH13", kind=DocumentKind.LAW, number="75", year=2015).kind
    <DocumentKind.LAW: 'Luật'>
    """

    raw: Annotated[str, Label("Nguyên văn"), KEY]
    kind: Annotated[DocumentKind | None, Label("Loại văn bản")] = None
    title: Annotated[str | None, Label("Tên gọi")] = None
    number: Annotated[str | None, Label("Số văn bản")] = None
    year: Annotated[Count | None, Label("Năm ban hành")] = None
    symbol: Annotated[str | None, Label("Số, ký hiệu"), KEY] = None
    issuer: Annotated[str | None, Label("Cơ quan ban hành")] = None
    term: Annotated[str | None, Label("Nhiệm kỳ")] = None
    date: Annotated[dt.date | None, Label("Ngày ban hành")] = None
    candidates: Annotated[tuple[DocumentKind, ...], Label("Các loại có thể là")] = ()
    flags: Annotated[tuple[str, ...], Label("Chỗ chưa đúng thể thức")] = ()
