"""What the abbreviations in document symbols mean: the one table of kinds and issuers.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục III (kinds of State documents); Quy định 399-QĐ/TW (kinds of Party
documents); Hướng dẫn 91/HD-MTTW-BTT (Front documents); ministries as their
circulars are numbered.
"""

import re
from typing import Final

from mttq.values.citations import DocumentKind

__all__ = [
    "BOARDS",
    "ISSUERS",
    "JOINT",
    "KIND_CODES",
    "KIND_OF_WORD",
    "LAWS",
    "LEGISLATORS",
    "NORMATIVE",
    "centred",
    "is_front",
    "is_known",
    "is_party",
    "kinds_of",
    "numbers_as_party",
    "parted",
]

_K = DocumentKind

KIND_OF_WORD: Final = {
    **{kind.value: kind for kind in DocumentKind},
    "Thông báo kết luận": _K.NOTICE,
}
"""The words that name a kind: its own name, and what offices write for it."""

KIND_CODES: Final[dict[str, tuple[DocumentKind, ...]]] = {
    "BB": (_K.MINUTES,),
    "BC": (_K.REPORT,),
    "BTT": (_K.AGREEMENT, _K.OFFICIAL_LETTER),  # Bản thỏa thuận, or a letter of a Ban Thường trực
    "CT": (_K.DIRECTIVE,),
    "CTHĐ": (_K.ACTION_PROGRAMME,),
    "CTPH": (_K.PROGRAMME,),  # phối hợp: of several bodies
    "CTrPH": (_K.PROGRAMME,),
    "CTr": (_K.PROGRAMME, _K.ACTION_PROGRAMME),
    "CV": (_K.OFFICIAL_LETTER,),
    "CĐ": (_K.URGENT_DISPATCH,),
    "DA": (_K.PROJECT,),
    "GM": (_K.INVITATION,),
    "HD": (_K.GUIDANCE,),
    "HĐ": (_K.CONTRACT,),
    "KH": (_K.PLAN,),
    "KHPH": (_K.PLAN,),
    "KL": (_K.CONCLUSION,),
    "NQ": (_K.RESOLUTION,),
    "NQLT": (_K.JOINT_RESOLUTION,),
    "NĐ": (_K.DECREE,),
    "PA": (_K.OPTION,),
    "PL": (_K.ORDINANCE,),
    "QC": (_K.STATUTE,),
    "QCPH": (_K.STATUTE,),
    "QTr": (_K.PROCEDURE,),
    "QyĐ": (_K.REGULATION,),
    "QĐ": (_K.DECISION, _K.REGULATION),
    "QĐi": (_K.REGULATION,),
    "TB": (_K.NOTICE,),
    "TC": (_K.COMMUNIQUE,),
    "TT": (_K.CIRCULAR, _K.PARTY_CIRCULAR),
    "TTLT": (_K.JOINT_CIRCULAR,),
    "TTr": (_K.SUBMISSION,),
    "ĐA": (_K.SCHEME,),
}
"""What each abbreviation of a kind may stand for; `kinds_of` narrows it down by the issuer."""

LEGISLATORS: Final[dict[str, tuple[DocumentKind, ...]]] = {
    "QH": (_K.LAW, _K.CODE, _K.RESOLUTION),
    "UBTVQH": (_K.RESOLUTION,),
}
"""Issuers whose symbols carry a year and need no abbreviation of the kind (75/2015/QH13)."""

JOINT: Final = {_K.JOINT_CIRCULAR: _K.CIRCULAR, _K.JOINT_RESOLUTION: _K.RESOLUTION}
"""The kinds that several bodies issue together, each with the same kind of one body."""

LAWS: Final = frozenset({_K.CONSTITUTION, _K.CODE, _K.LAW, _K.ORDINANCE, _K.CHARTER})
"""The kinds that are called by a name with a year: Luật Thanh niên năm 2020."""

NORMATIVE: Final = frozenset({_K.DECREE, _K.CIRCULAR, *JOINT})
"""The kinds whose symbol always carries the year."""

ISSUERS: Final[dict[str, str]] = {
    "QH": "Quốc hội",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "TU": "Tỉnh ủy",
    "HU": "Huyện ủy",
    "ĐU": "Đảng ủy",
    "VPTW": "Văn phòng Trung ương Đảng",
    "BTCTW": "Ban Tổ chức Trung ương",
    "BTGTW": "Ban Tuyên giáo Trung ương",
    "BDVTW": "Ban Dân vận Trung ương",
    "BTGDVTW": "Ban Tuyên giáo và Dân vận Trung ương",
    "BNCTW": "Ban Nội chính Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
    "MTTW": "Ủy ban Trung ương MTTQ Việt Nam",
    "MTTW-UB": "Ủy ban Trung ương MTTQ Việt Nam",
    "MTTW-ĐCT": "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
    "MTTW-BTT": "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
    "MTTQTW": "Ủy ban Trung ương MTTQ Việt Nam",
    "UBTWMTTQVN": "Ủy ban Trung ương MTTQ Việt Nam",
    "UBTUMTTQVN": "Ủy ban Trung ương MTTQ Việt Nam",
    "ĐCTUBTWMTTQVN": "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
    "BCA": "Bộ Công an",
    "BCT": "Bộ Công Thương",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ Giao thông vận tải",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BNG": "Bộ Ngoại giao",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNV": "Bộ Nội vụ",
    "BQP": "Bộ Quốc phòng",
    "BTC": "Bộ Tài chính",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BTP": "Bộ Tư pháp",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BXD": "Bộ Xây dựng",
    "BYT": "Bộ Y tế",
    "KTNN": "Kiểm toán Nhà nước",
    "NHNN": "Ngân hàng Nhà nước Việt Nam",
    "TANDTC": "Tòa án nhân dân tối cao",
    "TTCP": "Thanh tra Chính phủ",
    "UBDT": "Ủy ban Dân tộc",
    "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
    "VPCP": "Văn phòng Chính phủ",
}
"""The bodies that a symbol names for certain: /TW does not say which Party body, -UBND not of which place."""


FRONT_CODES: Final = frozenset({"MTTQ", "MTTW", "UBMTTQ", "UBMTTQVN", "MTTQVN"})
BOARDS: Final = frozenset({"BTT", "ĐCT"})
"""The boards of a Front committee, which its symbols name after it: 16/KH-MTTQ-BTT."""

_CENTRE: Final = re.compile("(?:T\\.?[ƯưWw]|tw)$|^TƯ(?=Đ)")


def centred(issuer: str) -> str:
    """Return an abbreviation of a body of the centre (Trung ương) with the one spelling of that, TW.

    >>> [centred(code) for code in ("TƯ", "T.Ư", "tw", "BTGTƯ", "TƯĐTN", "TU", "UBTƯMTTQVN")]
    ['TW', 'TW', 'TW', 'BTGTW', 'TWĐTN', 'TU', 'UBTƯMTTQVN']
    """
    return _CENTRE.sub("TW", issuer)


def parted(code: str) -> tuple[str, ...]:
    """Return an abbreviation without a mark in its two parts, where these are surely known.

    >>> [parted(code) for code in ("NĐCP", "KLTW", "MTTQBTT", "BTTTT", "XYZ")]
    [('NĐ', 'CP'), ('KL', 'TW'), ('MTTQ', 'BTT'), ('BTTTT',), ('XYZ',)]
    """
    if code in KIND_CODES or code in ISSUERS or code in LEGISLATORS:
        return (code,)
    for end in range(len(code) - 1, 1, -1):
        first, last = code[:end], code[end:]
        if (first in KIND_CODES and first not in BOARDS and is_known(last)) or (
            first in FRONT_CODES and last in BOARDS
        ):
            return first, last
    return (code,)


def is_front(issuer: str) -> bool:
    """Return whether an abbreviation names a Front committee.

    >>> [is_front(code) for code in ("MTTQ", "MTTW", "UBTWMTTQVN", "BNNMT")]
    [True, True, True, False]
    """
    return "MTT" in issuer


def is_party(issuer: str) -> bool:
    """Return whether an abbreviation names a body of the Party or the Youth Union, which number `62-KL/TW`.

    >>> [is_party(code) for code in ("TW", "VPTW", "BTGTU", "ĐU", "TWĐTN", "MTTW", "UBND")]
    [True, True, True, True, True, False, False]
    """
    ends = ("TW", "TƯ", "TU", "HU", "QU", "ĐU")
    return not is_front(issuer) and (issuer.endswith(ends) or issuer.startswith("TWĐ"))


def is_known(issuer: str) -> bool:
    """Return whether an abbreviation surely names a body, and not a kind of document unknown here.

    >>> [is_known(code) for code in ("UBND", "TTg", "MTTQ", "ĐU", "XYZ")]
    [True, True, True, True, False]
    """
    return issuer in ISSUERS or issuer in ("UBND", "HĐND") or is_front(issuer) or is_party(issuer)


def numbers_as_party(issuer: str, *, printed: bool) -> bool:
    """Return whether a body numbers its documents `62-KL/TW`; of a body not known here, the print decides.

    >>> [numbers_as_party(issuer, printed=True) for issuer in ("BCĐ", "MTTW", "UBND")]
    [True, False, False]
    """
    return is_party(issuer) or (printed and not is_known(issuer))


def kinds_of(code: str, issuer: str) -> tuple[DocumentKind, ...]:
    """Return what an abbreviation stands for in the documents of an issuer; nothing where it is no kind.

    >>> [kinds_of("TT", issuer)[0].value for issuer in ("BTC", "MTTW")]
    ['Thông tư', 'Thông tri']
    >>> len(kinds_of("QĐ", "TW")), len(kinds_of("QĐ", "UBND"))
    (2, 1)
    """
    if code == "QĐ" and issuer and not is_party(issuer):
        return (_K.DECISION,)
    if code == "TT" and (is_party(issuer) or is_front(issuer)):
        return (_K.PARTY_CIRCULAR,)
    if code == "TTr" and issuer.startswith("MTTW"):  # 06/TTr-MTTW-BTT is a Thông tri
        return (_K.SUBMISSION, _K.PARTY_CIRCULAR)
    if code == "TT" and issuer in ISSUERS:
        return (_K.CIRCULAR,)
    return KIND_CODES.get(code, ())
