"""Kinds: what an abbreviation may stand for, and who decides."""

from pathlib import Path

import pytest

from mttq.values.citations import DocumentKind
from mttq.vi.documents import parse_document
from mttq.vi.documents._kinds import ISSUERS, JOINT, KIND_CODES, LEGISLATORS, is_party, kinds_of

K = DocumentKind


@pytest.mark.parametrize(
    "code", [*KIND_CODES, *LEGISLATORS, *(code for name in ISSUERS for code in name.split("-"))]
)
def test_every_abbreviation_is_one_that_a_symbol_can_hold(code: str) -> None:
    """A code that the grammar does not read would be a dead line of the table."""
    ref = parse_document(f"Văn bản số 12/2020/{code}-{code}15")
    assert ref.symbol == f"12/2020/{code}-{code}15"


def test_the_abbreviations_are_those_of_the_decree() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III; papers such as "Giấy giới thiệu" are no documents of a report."""
    kinds = {
        "NQ": K.RESOLUTION, "QĐ": K.DECISION, "CT": K.DIRECTIVE, "QC": K.STATUTE, "QyĐ": K.REGULATION,
        "TC": K.COMMUNIQUE, "TB": K.NOTICE, "HD": K.GUIDANCE, "CTr": K.PROGRAMME, "KH": K.PLAN,
        "PA": K.OPTION, "ĐA": K.SCHEME, "DA": K.PROJECT, "BC": K.REPORT, "BB": K.MINUTES, "GM": K.INVITATION,
        "TTr": K.SUBMISSION, "HĐ": K.CONTRACT, "CĐ": K.URGENT_DISPATCH, "BTT": K.AGREEMENT,
    }  # fmt: skip
    assert {code: KIND_CODES[code][0] for code in kinds} == kinds


def kept(name: str) -> dict[str, str]:
    """Read a table of abbreviations: they stand in files, so none may come to mean something else."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    parts = (line.partition("\t") for line in lines)
    return {code: meaning for code, _, meaning in parts}


def test_the_abbreviations_of_kinds_are_kept() -> None:
    kinds = {code: ", ".join(meant) for code, meant in (KIND_CODES | LEGISLATORS).items()}
    assert kinds == kept("kind_codes.tsv")


def test_the_abbreviations_of_issuers_are_kept_and_name_them() -> None:
    issuers = kept("issuers.tsv")
    assert issuers == ISSUERS
    read = {code: parse_document(f"Báo cáo số 12/2020/BC-{code}").issuer for code in issuers if code != "QH"}
    assert read == {code: name for code, name in issuers.items() if code != "QH"}


def test_every_kind_of_a_joint_document_has_its_own_abbreviation() -> None:
    assert set(JOINT) <= {kind for kinds in KIND_CODES.values() for kind in kinds}


def test_no_code_is_a_kind_and_an_issuer() -> None:
    assert KIND_CODES.keys().isdisjoint(ISSUERS)


def test_only_the_party_has_two_kinds_under_one_abbreviation() -> None:
    assert {len(kinds_of("QĐ", issuer)) for issuer in ISSUERS if is_party(issuer)} == {2}
    assert {len(kinds_of("QĐ", issuer)) for issuer in ISSUERS if not is_party(issuer)} == {1}


@pytest.mark.parametrize(
    ("text", "kind", "candidates"),
    [
        ("số 217-QĐ/TW", None, (K.DECISION, K.REGULATION)),
        ("văn bản số 217-QĐ/TW", None, (K.DECISION, K.REGULATION)),
        ("Quyết định 217-QĐ/TW", K.DECISION, ()),
        ("Thông báo kết luận số 160-TB/TW", K.NOTICE, ()),
        ("Thông báo kết luận số 160 của Bộ Chính trị", K.NOTICE, ()),
        ("Thông tri số 06/TTr-MTTW-BTT", K.PARTY_CIRCULAR, ()),
        ("Tờ trình số 06/TTr-MTTQ-BTT", K.SUBMISSION, ()),
        ("số 06/TTr-MTTQ-BTT", K.SUBMISSION, ()),
        ("số 06/TTr-MTTW-BTT", None, (K.SUBMISSION, K.PARTY_CIRCULAR)),
        ("Chương trình phối hợp số 04/CTrPH-MTTQ-CA", K.PROGRAMME, ()),
        ("Quy định số 66-QĐ/TW", K.REGULATION, ()),
        ("90/QĐ-TTg", K.DECISION, ()),
        ("QĐ số 90 của Thủ tướng Chính phủ", K.DECISION, ()),
        ("QĐ số 90 của Bộ Chính trị", None, (K.DECISION, K.REGULATION)),
        ("12/TT-BNV", K.CIRCULAR, ()),
        ("17/TT-MTTW-BTT", K.PARTY_CIRCULAR, ()),
        ("12-TT/TU", K.PARTY_CIRCULAR, ()),
        ("12/TT-XYZ", None, (K.CIRCULAR, K.PARTY_CIRCULAR)),
        ("12/TT-XYZ của Bộ Nội vụ", K.CIRCULAR, ()),
        ("12/BTT-MTTQ", None, (K.AGREEMENT, K.OFFICIAL_LETTER)),
        ("Bản thỏa thuận 12/BTT-MTTQ", K.AGREEMENT, ()),
        ("công văn số 12/MTTQ-BTT", K.OFFICIAL_LETTER, ()),
        ("văn bản số 238/UBND-KGVX", K.OFFICIAL_LETTER, ()),
        ("văn bản số 238/XYZ-UBND", None, ()),
        ("75/2015/QH13", None, (K.LAW, K.CODE, K.RESOLUTION)),
        ("NQ 18-NQ/TW", K.RESOLUTION, ()),
        ("Chương trình hành động số 12-CTr/TU", K.ACTION_PROGRAMME, ()),
        ("Chương trình số 12-CTr/TU", K.PROGRAMME, ()),
        # the symbol names the issuers, so it knows better whether the document is joint
        ("Nghị quyết liên tịch số 101/2025/UBTVQH15", K.RESOLUTION, ()),
        ("Thông tư số 08/2005/TTLT-BNV-BTC", K.JOINT_CIRCULAR, ()),
    ],
)
def test_an_ambiguous_kind_stays_open_unless_word_or_issuer_decide(
    text: str, kind: DocumentKind | None, candidates: tuple[DocumentKind, ...]
) -> None:
    ref = parse_document(text)
    assert (ref.kind, ref.candidates) == (kind, candidates)
