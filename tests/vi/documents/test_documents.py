"""Citations: what is read from them, what is corrected and flagged, and what is no citation at all."""

import collections
import datetime as dt
import json
import unicodedata
from pathlib import Path
from typing import TypedDict

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import DocumentFormatError, FieldError
from mttq.values.citations import DocumentKind, DocumentRef
from mttq.vi.documents import find_documents, format_document, parse_document
from mttq.vi.documents._kinds import ISSUERS
from mttq.vi.text import fold, normalize

K = DocumentKind
SHARED = Path(__file__).parents[3].parent / "shared"
CORPUS = SHARED / "corpus" / "docrefs.jsonl"
SEEDS = sorted((SHARED / "seed").glob("*.txt"))


def test_a_whole_citation() -> None:
    text = "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị"
    assert parse_document(text) == DocumentRef(
        raw=text,
        kind=K.CONCLUSION,
        number="62",
        year=2009,
        symbol="62-KL/TW",
        issuer="Bộ Chính trị",
        date=dt.date(2009, 12, 8),
    )


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("Kết luận 62", {"kind": K.CONCLUSION, "number": "62"}),
        (
            "Kết luận số 73 của Bộ Chính trị (khóa XI)",
            {"kind": K.CONCLUSION, "number": "73", "issuer": "Bộ Chính trị", "term": "XI"},
        ),
        (
            "Quyết định 90 của Thủ tướng chính phủ",
            {"kind": K.DECISION, "number": "90", "issuer": "Thủ tướng Chính phủ"},
        ),
        ("Nghị định 100", {"kind": K.DECREE, "number": "100"}),
        ("Nghị định 100/2019", {"kind": K.DECREE, "number": "100", "year": 2019}),
        (
            "Đề án 01 của Ủy ban Trung ương Mặt trận tổ quốc Việt Nam khoá VIII",
            {
                "kind": K.SCHEME,
                "number": "01",
                "issuer": "Ủy ban Trung ương Mặt trận tổ quốc Việt Nam",
                "term": "VIII",
            },
        ),
        (
            "Chỉ thị số 10 ngày 19/4/2023 của Thủ tướng Chính phủ",
            {
                "kind": K.DIRECTIVE,
                "number": "10",
                "year": 2023,
                "date": dt.date(2023, 4, 19),
                "issuer": "Thủ tướng Chính phủ",
            },
        ),
        (
            "Nghị quyết Trung ương 6 khóa XII",
            {
                "kind": K.RESOLUTION,
                "title": "Nghị quyết Trung ương 6",
                "issuer": "Ban Chấp hành Trung ương Đảng",
                "term": "XII",
            },
        ),
        (
            "Luật Mặt trận Tổ quốc Việt Nam năm 2015",
            {
                "kind": K.LAW,
                "title": "Luật Mặt trận Tổ quốc Việt Nam",
                "year": 2015,
                "issuer": "Quốc hội",
            },
        ),
        (
            "Hiến pháp năm 2013",
            {"kind": K.CONSTITUTION, "title": "Hiến pháp", "year": 2013, "issuer": "Quốc hội"},
        ),
        ("Điều lệ MTTQ VN", {"kind": K.CHARTER, "title": "Điều lệ MTTQ VN"}),
        (
            "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII",
            {"kind": K.RESOLUTION, "title": "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII"},
        ),
    ],
)
def test_a_short_citation_has_no_symbol(text: str, ref: dict[str, object]) -> None:
    said = attrs.asdict(parse_document(text), filter=lambda _, value: value not in (None, ()))
    assert said == {"raw": text, "flags": ("no_symbol",), **ref}


def test_parse_document_refuses_several_documents() -> None:
    with pytest.raises(DocumentFormatError, match="có 2 văn bản; dùng find_documents"):
        parse_document("Kết luận 62-KL/TW và Chỉ thị 05-CT/TW")


def test_spans_hold_for_decomposed_and_dirty_text() -> None:
    text = unicodedata.normalize("NFD", "Thực hiện Kết luận\xa0số 62\u2011KL/TW, ngày 08/12/2009 đạt")
    [(ref, (start, end))] = find_documents(text)
    assert normalize(text[start:end]) == "Kết luận số 62-KL/TW, ngày 08/12/2009"
    written = unicodedata.normalize("NFC", text[start:end])
    assert (ref.raw, ref.symbol, ref.flags) == (written, "62-KL/TW", ())


def test_a_citation_may_hold_wide_gaps_and_run_over_a_line_but_not_over_a_paragraph() -> None:
    wide = "Kết  luận   62-KL/TW,  ngày 08/12/2009 \n  của   Bộ  Chính trị"
    [(ref, (start, end))] = find_documents(f"\n \n  {wide} \n\n (khóa X)")
    assert (ref.raw, start, end) == (wide, 5, 5 + len(wide))
    assert (ref.issuer, ref.date, ref.term) == ("Bộ Chính trị", dt.date(2009, 12, 8), None)


@pytest.mark.parametrize(
    ("ref", "citation"),
    [
        (
            DocumentRef(raw="", kind=K.NOTICE, symbol="05-TB/TW", date=dt.date(2015, 6, 9)),
            "Thông báo số 05-TB/TW ngày 09/6/2015",
        ),
        (
            DocumentRef(raw="", kind=K.DECREE, number="30", date=dt.date(2020, 2, 1)),
            "Nghị định số 30 ngày 01/02/2020",
        ),
        (DocumentRef(raw="", kind=K.DECREE, number="100", year=2019), "Nghị định số 100/2019"),
        (DocumentRef(raw="", symbol="217-QĐ/TW"), "Văn bản số 217-QĐ/TW"),
        (
            DocumentRef(raw="", kind=K.LAW, title="Luật Thanh tra", symbol="11/2022/QH15", year=2022),
            "Luật Thanh tra số 11/2022/QH15",
        ),
        (DocumentRef(raw="", kind=K.LAW, title="Luật Thanh tra", year=2022), "Luật Thanh tra năm 2022"),
        (
            DocumentRef(raw="", title="Nghị quyết Trung ương 6", term="XII"),
            "Nghị quyết Trung ương 6 (khóa XII)",
        ),
    ],
)
def test_format_document(ref: DocumentRef, citation: str) -> None:
    assert format_document(ref) == citation


PLACES = ("tỉnh Quảng Ninh", "huyện A Lưới", "xã Trung Sơn", "thành phố Hồ Chí Minh", "xã A Lưới 3")
BODIES = (
    *ISSUERS.values(),
    "Bộ Chính trị",
    "Ban Bí thư",
    *(
        f"{body} {place}"
        for body in ("UBND", "Hội đồng nhân dân", "Ban Thường trực Ủy ban MTTQ Việt Nam", "Đảng ủy")
        for place in PLACES
    ),
)
NUMBERS = st.integers(1, 9999).map("{:02}".format)
YEARS = st.integers(1945, 2099)
SYMBOLS = st.one_of(
    st.tuples(
        st.sampled_from(
            [(K.CONCLUSION, "KL"), (K.DIRECTIVE, "CT"), (K.DECISION, "QĐ"), (K.REGULATION, "QĐ")]
        ),
        NUMBERS,
        st.sampled_from(["TW", "TU", "HU", "ĐU", "VPTW", "TWĐTN-VP"]),
    ).map(lambda it: (it[0][0], it[1], f"{it[1]}-{it[0][1]}/{it[2]}")),
    st.tuples(
        st.sampled_from(
            [(K.DECREE, "NĐ-CP"), (K.CIRCULAR, "TT-BTC"), (K.LAW, "QH15"), (K.DECISION, "QĐ-TTg")]
        ),
        NUMBERS,
        YEARS,
    ).map(lambda it: (it[0][0], it[1], f"{it[1]}/{it[2]}/{it[0][1]}")),
    st.tuples(
        st.sampled_from(
            [(K.PLAN, "KH-MTTQ-BTT"), (K.PARTY_CIRCULAR, "TT-MTTW-BTT"), (K.OFFICIAL_LETTER, "UBND-VX")]
        ),
        NUMBERS,
    ).map(lambda it: (it[0][0], it[1], f"{it[1]}/{it[0][1]}")),
    st.tuples(st.sampled_from([K.CONCLUSION, K.DECREE, K.SCHEME]), NUMBERS).map(lambda it: (*it, None)),
)


@given(
    document=SYMBOLS,
    issuer=st.sampled_from(BODIES),
    date=st.none() | st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31)),
    term=st.sampled_from([None, "X", "XIII"]),
)
@settings(max_examples=100)
def test_what_is_written_reads_back(
    document: tuple[DocumentKind, str, str | None], issuer: str, date: dt.date | None, term: str | None
) -> None:
    kind, number, symbol = document
    ref = DocumentRef(raw="", kind=kind, number=number, symbol=symbol, issuer=issuer, date=date, term=term)
    citation = format_document(ref)
    back = parse_document(citation)
    assert attrs.evolve(back, raw="", year=None) == attrs.evolve(ref, flags=() if symbol else ("no_symbol",))
    assert back.raw == citation
    assert format_document(back) == citation


@given(st.text(alphabet="sốKếtluậnNghịquyết 0123456789-/QĐTWKLNCP.,()\n\t\u0301ủa", max_size=60))
@settings(max_examples=100)
def test_any_text_is_searched_and_spans_are_in_order(text: str) -> None:
    spans = [
        place
        for ref, (start, end) in find_documents(text)
        if ref.raw == text[start:end]
        for place in (start, end)
    ]
    assert spans == sorted(spans)
    assert len(spans) == 2 * len(find_documents(text))


class Line(TypedDict):
    """One line of the corpus."""

    text: str
    type: str
    number: str
    year: str | None
    issuer: str
    issuer_source: str
    code: str
    date: str | None
    title: str | None
    context_fields: list[str]
    flags: list[str]


OUT_OF_SCOPE: dict[tuple[str, str], str] = {
    ("238/UBND-KGVX", "issuer"): "the symbol does not say of which place",
    ("13/HD-MTTQ-BTT", "issuer"): "the symbol does not say of which place",
    ("126/SKHĐT", "issuer"): "the symbol does not say of which province",
    ("41-NQ/ĐU", "issuer"): "a Party committee of a commune or of an office, the symbol does not say",
    ("02/2002/TTLT/BTC-MTTW", "issuer"): "MTTW is the Committee; only MTTW-BTT is its Standing Board",
    ("21/QĐ-TTg", "flags"): "whether a decision is normative and so needs a year is told by its content only",
    ("1659/NQ-UBTVQH15", "code"): "the right symbol is known from other documents only",
    ("1659/NQ-UBTVQH15", "flags"): "the right symbol is known from other documents only",
    ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "code"): "a truncated symbol is not made up for",
    ("653/2019/UBTVQH14", "flags"): "the kind is printed before it, so it is no bare number line",
    ("55/2007/QĐ-UBND", "code"): "the right kind is known from the heading of the page only",
    ("55/2007/QĐ-UBND", "flags"): "the right kind is known from the heading of the page only",
    ("217-QĐ/TW", "issuer"): "the source is wrong; a parser says what is printed",
    ("217-QĐ/TW", "flags"): "issuer_wrong_in_source is knowledge of the world",
    ("60-NQ/TW", "issuer"): "the source is wrong; a parser says what is printed",
    ("60-NQ/TW", "flags"): "issuer_wrong_in_source is knowledge of the world",
}


def corpus() -> list[Line]:
    if not CORPUS.exists():
        return []
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def plain_issuer(issuer: str | None) -> str:
    """An issuer without its term of office, which is a field of its own here, and with one list separator."""
    folded = fold(issuer or "").replace(" - ", ", ").replace("chính phủ và", "chính phủ,")
    return folded.partition(" khóa ")[0].partition(" (khóa ")[0]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the checkout")
@pytest.mark.parametrize("line", corpus(), ids=lambda line: line["text"])
def test_real_citations(line: Line) -> None:
    ref = parse_document(line["text"])
    said = {
        "type": ref.kind.value if ref.kind else None,
        "number": ref.number,
        "year": str(ref.year) if ref.year else None,
        "issuer": plain_issuer(ref.issuer),
        "code": ref.symbol,
        "date": ref.date.isoformat() if ref.date else None,
        "title": ref.title,
        "flags": sorted(ref.flags),
    }
    meant = {
        **line,
        "issuer": plain_issuer(line["issuer"]),
        "flags": sorted(flag.replace("space_in", "spaces_in") for flag in line["flags"]),
    }
    passed_over = {*line["context_fields"]} | {name for code, name in OUT_OF_SCOPE if code == line["code"]}
    if line["issuer_source"] == "context":
        passed_over.add("issuer")
    compared = said.keys() - passed_over
    assert {name: said[name] for name in compared} == {name: meant[name] for name in compared}


@pytest.mark.skipif(not SEEDS, reason="the seed report is not beside the checkout")
def test_the_citations_of_a_real_report() -> None:
    refs = [ref for ref, _ in find_documents(SEEDS[0].read_text(encoding="utf-8"))]
    assert collections.Counter(ref.symbol or ref.title or f"{ref.kind} {ref.number}" for ref in refs) == {
        "62-KL/TW": 14,
        "Kết luận 62": 4,
        "03-KH/TU": 2,
        "149-KH/TU": 1,
        "160-TB/TW": 1,
        "834/NQ-UBTVQH14": 1,
        "Quyết định 90": 1,
        "09-CT/TW": 1,
        "Luật giao thông": 1,
        "Luật phòng chống tác hại của bia rượu": 1,
        "Nghị định 100": 1,
        "Chỉ thị 10": 1,
        "114-KL/TW": 1,
        "16/CT-TTg": 1,
        "25-NQ/TW": 1,
        "217-QĐ/TW": 2,
        "218-QĐ/TW": 2,
        "Nghị quyết Trung ương 6": 1,
        "04-NQ/TW": 1,
        "05-CT/TW": 2,
        "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII": 1,
        "Đề án 01": 1,
        "Nghị quyết Trung ương 4": 1,
        "Kết luận 21": 1,
        "18-CT/TW": 1,
        "Kết luận 73": 1,
        "Nghị quyết Hội nghị lần thứ 6,7,8 BCH Trung ương Đảng": 1,
        "Điều lệ MTTQ VN": 1,
    }


def test_only_a_document_is_written_as_one() -> None:
    with pytest.raises(FieldError, match="cần DocumentRef; đã nhận '62-KL/TW'"):
        format_document("62-KL/TW")  # type: ignore[arg-type]
