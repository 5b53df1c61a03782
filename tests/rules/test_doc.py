import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from mttq.checking import Counts
from mttq.model import Citation, UnitKind, UnitRef
from mttq.report import Report
from mttq.rules import Breach, Confidence, Rule, doc
from mttq.rules._data.instruments import Instrument
from mttq.testing import make_report
from mttq.values import DocumentKind, DocumentRef, PartialDate
from mttq.vi import parse_document

Judge = Callable[..., list[str | tuple[str, ...]]]


REVIEWED = parse_document("Kết luận số 62-KL/TW ngày 08/12/2009")


def cite(*texts: str) -> dict[str, object]:
    cited = tuple(Citation(document=parse_document(text)) for text in texts)
    return {"reviewed": None, "citations": cited}


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Kết luận 62-KL/TW", ["passed"]),
        ("kết luận số: 62-KL/TW", ["passed"]),  # a small letter and a colon are style
        ("Kết luận số 62", []),
        (
            "Kết luận 62/KL-TW",
            [("citations.0", "raw=Kết luận 62/KL-TW; symbol=62-KL/TW", "")],
        ),
        (
            "Chỉ thị 05 - CT/TW",
            [("citations.0", "raw=Chỉ thị 05 - CT/TW; symbol=05-CT/TW", "")],
        ),
        (
            "Nghị quyết số 834/NQ-UBTVQH 14",
            [("citations.0", "raw=Nghị quyết số 834/NQ-UBTVQH 14; symbol=834/NQ-UBTVQH14", "")],
        ),
        (
            "Kết luận số 62 KL/TW",
            [("citations.0", "raw=Kết luận số 62 KL/TW; symbol=62-KL/TW", "")],
        ),
    ],
)
def test_malformed_symbols_are_distinguished_from_variants_of_style(
    judge: Judge, text: str, outcomes: list[object]
) -> None:
    assert judge(doc.symbols_are_well_formed, cite(text)) == outcomes


def test_a_profile_chooses_what_counts_as_malformed(judge: Judge) -> None:
    rule = doc.symbols_are_well_formed
    assert judge(rule, cite("Kết luận 62/KL-TW"), malformed=()) == ["passed"]
    assert judge(rule, cite("Chỉ thị số 9-CT/TW")) == ["passed"]
    assert judge(rule, cite("Chỉ thị số 9-CT/TW"), malformed=("leading_zero_dropped",)) == [
        ("citations.0", "raw=Chỉ thị số 9-CT/TW; symbol=09-CT/TW", "")
    ]


def two_dates(symbol: str, first: str, second: str) -> list[object]:
    return [("citations.1", f"first={first}; second={second}; symbol={symbol}", "")]


@pytest.mark.parametrize(
    ("texts", "outcomes"),
    [
        (("Chỉ thị 05-CT/TW ngày 15/5/2016",), []),
        (("Chỉ thị 05-CT/TW ngày 15/5/2016", "Chỉ thị 05-CT/TW"), []),
        (("Chỉ thị 05-CT/TW ngày 15/5/2016", "Chỉ thị 06-CT/TW ngày 5/5/2016"), []),
        (("Chỉ thị 05-CT/TW ngày 15/5/2016", "Chỉ thị số 05-CT/TW (15/5/2016)"), ["passed"]),
        (
            ("Chỉ thị 05-CT/TW ngày 5/5/2016", "Chỉ thị 05 - CT/TW ngày 15/5/2016 của Bộ Chính trị"),
            two_dates("05-CT/TW", "2016-05-05", "2016-05-15"),
        ),
        # the Party numbers anew in each term, the State in each year
        (("Nghị quyết 04-NQ/TW ngày 16/01/2012", "Nghị quyết 04-NQ/TW ngày 30/10/2016"), []),
        (("Nghị quyết 04-NQ/TW khóa XI ngày 10/01/2016", "Nghị quyết 04-NQ/TW khóa XII ngày 30/10/2016"), []),
        (("Chỉ thị 16/CT-TTg ngày 16/5/2018", "Chỉ thị 16/CT-TTg ngày 31/3/2020"), []),
        (
            ("Chỉ thị 16/CT-TTg ngày 16/5/2018", "Chỉ thị 16/CT-TTg ngày 31/3/2018"),
            two_dates("16/CT-TTg", "2018-05-16", "2018-03-31"),
        ),
        # a year inside the symbol leaves no doubt
        (
            ("Nghị định 30/2020/NĐ-CP ngày 05/3/2020", "Nghị định 30/2020/NĐ-CP ngày 05/3/2021"),
            two_dates("30/2020/NĐ-CP", "2020-03-05", "2021-03-05"),
        ),
        # plans of two communes may have one symbol; of one commune they may not
        (("Kế hoạch 12/KH-UBND ngày 02/02/2023", "Kế hoạch 12/KH-UBND ngày 03/3/2023"), []),
        (
            (
                "Kế hoạch 12/KH-UBND ngày 02/02/2023 của UBND xã Mẫu",
                "Kế hoạch 12/KH-UBND ngày 03/3/2023 của UBND huyện Mẫu",
            ),
            [],
        ),
        (
            (
                "Kế hoạch 12/KH-UBND ngày 04/4/2023 của UBND xã Mẫu",
                "Kế hoạch 12/KH-UBND ngày 05/5/2023 của UBND xã Mẫu",
            ),
            two_dates("12/KH-UBND", "2023-04-04", "2023-05-05"),
        ),
        # a symbol of one body in the country names one document, whatever body the text says
        (
            ("Chỉ thị 16/CT-TTg ngày 16/5/2018", "Chỉ thị 16/CT-TTg ngày 18/5/2018 của Chính phủ"),
            two_dates("16/CT-TTg", "2018-05-16", "2018-05-18"),
        ),
        (
            (
                "Kế hoạch 03-KH/TU ngày 04/4/2023 của Tỉnh ủy Thừa Thiên Huế",
                "Kế hoạch 03-KH/TU ngày 05/5/2023 của Tỉnh ủy Quảng Trị",
            ),
            [],
        ),
        (
            (
                "Kế hoạch 05/KH-BTC ngày 04/4/2023 của Ban Tổ chức Đại hội",
                "Kế hoạch 05/KH-BTC ngày 05/5/2023 của Ban Tổ chức Hội thi",
            ),
            [],
        ),
        # a symbol that holds its year names one document, whatever the years of the dates
        (
            ("Nghị định 59/2023/NĐ-CP ngày 14/8/2023", "Nghị định 59/2023/NĐ-CP ngày 14/8/2032"),
            two_dates("59/2023/NĐ-CP", "2023-08-14", "2032-08-14"),
        ),
    ],
)
def test_one_document_has_one_date(judge: Judge, texts: tuple[str, ...], outcomes: list[object]) -> None:
    assert judge(doc.one_document_has_one_date, cite(*texts)) == outcomes


def test_the_years_of_two_dates_distinguish_documents_cited_without_a_year(judge: Judge) -> None:
    citations = tuple(
        Citation(document=DocumentRef(raw="05-CT/TW", symbol="05-CT/TW", date=dt.date(year, 5, 5)))
        for year in (2011, 2016)
    )
    assert judge(doc.one_document_has_one_date, {"citations": citations}) == []


LATER = "Chỉ thị 48-CT/TW ngày 30/5/2025"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        (cite("Kết luận số 62"), []),
        (cite("Nghị định 30/2020/NĐ-CP"), ["passed"]),
        (cite("Luật Thanh tra năm 2025"), ["passed"]),  # of the year in which the report was signed
        (cite("Chỉ thị 05-CT/TW ngày 10/01/2025"), ["passed"]),
        (
            cite(LATER),
            [("citations.0", "document=48-CT/TW; signed=2025-01-10", "")],
        ),
        (
            cite("Luật Thanh tra năm 2026"),
            [("citations.0", "document=Luật Thanh tra năm 2026; signed=2025-01-10", "")],
        ),
        # without a date of its own a report may be younger than its figures
        ({**cite(LATER), "header.date": None}, ["? header.date"]),
        ({"header.date": None}, ["passed"]),
        ({"header.date": None, "as_of": None}, ["? header.date"]),
        ({"header.date": None, "as_of": PartialDate(month=12)}, ["? header.date"]),
    ],
)
def test_no_document_is_cited_before_it_was_issued(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.documents_come_before_the_report, {"reviewed": None, **changes}) == outcomes


def asked_for(name: str) -> tuple[str, str, str]:
    return ("citations.0", f"document={name}", "")


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({**cite("Kết luận số 62"), "reviewed": REVIEWED}, ["passed"]),
        ({**cite("Kết luận số 62"), "reviewed": None}, [asked_for("Kết luận số 62")]),
        (cite("Nghị định 100 của Chính phủ"), [asked_for("Nghị định 100 của Chính phủ")]),
        (cite("Nghị định 100/NĐ-CP"), [asked_for("Nghị định 100/NĐ-CP")]),
        (cite("Nghị định 100 của Chính phủ", "Nghị định số 100"), [asked_for("Nghị định 100 của Chính phủ")]),
        (cite("Nghị định 100 của Chính phủ", "Nghị định 100/2019/NĐ-CP"), ["passed", "passed"]),
        (cite("Chỉ thị số 5 của Bộ Chính trị", "Chỉ thị 05-CT/TW"), ["passed", "passed"]),
        (
            cite("Quyết định 100 của Chính phủ", "Nghị định 100/2019/NĐ-CP"),
            [asked_for("Quyết định 100 của Chính phủ"), "passed"],
        ),
        (cite("Chỉ thị số 10 ngày 19/4/2023 của Thủ tướng Chính phủ"), ["passed"]),
        (cite("Kết luận số 73 của Bộ Chính trị (khóa XI)"), ["passed"]),
        (cite("Luật Thanh tra"), []),
        (cite("Luật Thanh tra ngày 14/11/2022"), []),
        (
            cite("Nghị định 100 của Chính phủ", "Luật Thanh tra ngày 14/11/2022"),
            [asked_for("Nghị định 100 của Chính phủ")],
        ),
        (
            {
                **cite("Quyết định 90 của Thủ tướng Chính phủ"),
                "reviewed": DocumentRef(
                    raw="90-QĐ/TW",
                    number="90",
                    symbol="90-QĐ/TW",
                    candidates=(DocumentKind.DECISION, DocumentKind.REGULATION),
                ),
            },
            ["passed"],
        ),
    ],
)
def test_a_short_citation_refers_to_a_full_one_in_the_report(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.citations_can_be_found, changes) == outcomes


def by_register(symbol: str, cited: str, issuer: str, listed: str) -> list[object]:
    named = f"issuer={issuer}; " if issuer else ""
    return [("citations.0", f"cited={cited}; {named}listed={listed}; symbol={symbol}", "")]


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Quyết định 218-QĐ/TW ngày 12/12/2013", ["passed"]),
        ("Quyết định 218-QĐ/TW", []),
        ("Quyết định số 218", []),
        ("Quyết định 219-QĐ/TW ngày 12/12/2013", []),
        ("Quyết định 218-QĐ/TW ngày 02/01/2003", []),  # of another term
        (
            "Quyết định 218-QĐ/TW ngày 02/12/2013",
            by_register("218-QĐ/TW", "2013-12-02", "Bộ Chính trị", "2013-12-12"),
        ),
        (
            "Quyết định 218-QĐ/TW ngày 12/12/2003",
            by_register("218-QĐ/TW", "2003-12-12", "Bộ Chính trị", "2013-12-12"),
        ),
        (
            "Nghị định 59/2023/NĐ-CP ngày 15/6/2024",
            by_register("59/2023/NĐ-CP", "2024-06-15", "Chính phủ", "2023-08-14"),
        ),
        ("Chỉ thị số 16/CT-TTg ngày 16/5/2016", []),  # the register knows no day of it
        ("Chỉ thị 05-CT/TW ngày 15/5/2016", ["passed"]),
        (
            "Chỉ thị 05-CT/TW ngày 5/5/2016",
            by_register("05-CT/TW", "2016-05-05", "Bộ Chính trị", "2016-05-15"),
        ),
        # of two terms
        ("Nghị quyết 18-NQ/TW ngày 25/10/2017", ["passed"]),
        ("Nghị quyết 18-NQ/TW ngày 16/6/2022", ["passed"]),
        (
            "Nghị quyết 18-NQ/TW ngày 25/10/2022",
            by_register("18-NQ/TW", "2022-10-25", "Ban Chấp hành Trung ương Đảng", "2022-06-16"),
        ),
    ],
)
def test_documents_have_the_date_of_the_register(judge: Judge, text: str, outcomes: list[object]) -> None:
    assert judge(doc.documents_have_the_date_of_the_register, cite(text)) == outcomes


LAW, RESOLUTION = DocumentKind.LAW, DocumentKind.RESOLUTION
PRIME_MINISTER = "Thủ tướng Chính phủ"


def test_a_profile_may_ask_for_unconfirmed_entries_and_bring_a_register(judge: Judge) -> None:
    rule, text = (
        doc.documents_have_the_date_of_the_register,
        cite("Chỉ thị số 16/CT-TTg ngày 16/5/2016"),
    )
    told = Instrument("16/CT-TTg", dt.date(2016, 5, 17), PRIME_MINISTER, Confidence.UNCONFIRMED)
    found = by_register("16/CT-TTg", "2016-05-16", PRIME_MINISTER, "2016-05-17")
    assert judge(rule, text, register=(told,)) == []
    assert judge(rule, text, register=(told,), confidence=tuple(Confidence)) == found
    assert judge(rule, text, register=(attrs.evolve(told, kind=LAW, confidence=Confidence.CONFIRMED),)) == []
    assert judge(rule, text, register=(attrs.evolve(told, confidence=Confidence.CONFIRMED),)) == found


def dated(symbol: str, *days: dt.date | None, kind: DocumentKind = RESOLUTION) -> tuple[Instrument, ...]:
    return tuple(Instrument(symbol, day, "Quốc hội", kind=kind) for day in days)


@pytest.mark.parametrize(
    ("cited", "register", "nearest"),
    [
        ("Nghị quyết 25-NQ/TW ngày 3/6/2013", dated("25-NQ/TW", dt.date(2013, 6, 3)), "passed"),
        # two terms of one symbol: each date is right, and a slip of either is held against the nearest
        (
            "Nghị quyết 25-NQ/TW ngày 22/8/2026",
            dated("25-NQ/TW", dt.date(2013, 6, 3), dt.date(2026, 8, 22)),
            "passed",
        ),
        (
            "Nghị quyết 25-NQ/TW ngày 3/5/2013",
            dated("25-NQ/TW", dt.date(2013, 6, 3), dt.date(2026, 8, 22)),
            "2013-06-03",
        ),
        (
            "Nghị quyết 25-NQ/TW ngày 3/6/2026",
            dated("25-NQ/TW", dt.date(2013, 6, 3), dt.date(2026, 8, 22)),
            "2026-08-22",
        ),
        # of a third term, of which the register knows nothing
        (
            "Nghị quyết 25-NQ/TW ngày 8/6/2018",
            dated("25-NQ/TW", dt.date(2013, 6, 3), dt.date(2026, 8, 22)),
            None,
        ),
        # the symbol is that of a law too, which is another document
        (
            "Luật Bảo hiểm y tế 25/2008/QH12 ngày 15/11/2008",
            dated("25/2008/QH12", dt.date(2008, 11, 14)),
            None,
        ),
        (
            "Nghị quyết 25/2008/QH12 ngày 15/11/2008",
            dated("25/2008/QH12", dt.date(2008, 11, 14)),
            "2008-11-14",
        ),
        # a document whose day nobody knows contradicts none
        ("Nghị quyết 25-NQ/TW ngày 3/5/2013", dated("25-NQ/TW", None), None),
    ],
)
def test_a_date_is_held_against_all_documents_of_the_kind_and_the_symbol(
    judge: Judge, cited: str, register: tuple[Instrument, ...], nearest: str | None
) -> None:
    found = judge(doc.documents_have_the_date_of_the_register, cite(cited), register=register)
    symbol, day = register[0].symbol, str(parse_document(cited).date)
    said = by_register(symbol, day, "Quốc hội", nearest) if nearest and nearest != "passed" else []
    assert found == (["passed"] if nearest == "passed" else said)


def test_a_citation_without_a_kind_may_mean_any_document_of_the_symbol(judge: Judge) -> None:
    rule, register = (
        doc.documents_have_the_date_of_the_register,
        dated("25/2008/QH12", dt.date(2008, 11, 14)) + dated("25/2008/QH12", dt.date(2008, 11, 20), kind=LAW),
    )
    for day, outcome in ((14, "passed"), (20, "passed"), (15, "2008-11-14"), (19, "2008-11-20")):
        ref = DocumentRef(raw="25/2008/QH12", symbol="25/2008/QH12", date=dt.date(2008, 11, day))
        found = judge(rule, {"citations": (Citation(document=ref),)}, register=register)
        said = by_register("25/2008/QH12", f"2008-11-{day}", "Quốc hội", outcome)
        assert found == (["passed"] if outcome == "passed" else said)


def test_a_document_whose_issuer_is_not_known_is_named_all_the_same(judge: Judge) -> None:
    found = judge(
        doc.documents_have_the_date_of_the_register,
        cite("Quy định 124-QĐ/TW ngày 03/02/2018"),
    )
    assert found == by_register("124-QĐ/TW", "2018-02-03", "", "2018-02-02")


def titled(*titles: str | None, symbol: str = "11/2022/QH15", year: int | None = 2022) -> dict[str, object]:
    return {
        "citations": tuple(
            Citation(document=DocumentRef(raw=title or symbol, title=title, symbol=symbol, year=year))
            for title in titles
        )
    }


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (titled("Luật Thanh tra"), []),
        (titled("Luật Thanh tra", None), []),
        (titled("Luật Thanh tra", "luật  thanh tra"), ["passed"]),
        (
            titled("Luật Thanh tra", None, "Luật Thanh tra nhân dân"),
            [
                (
                    "citations.2",
                    "document=11/2022/QH15; first=Luật Thanh tra; second=Luật Thanh tra nhân dân",
                    "",
                )
            ],
        ),
        (
            {
                **titled("Tiếp tục đổi mới", symbol="62-KL/TW", year=None),
                "reviewed.title": "Đổi mới",
            },
            [("citations.0", "document=62-KL/TW; first=Đổi mới; second=Tiếp tục đổi mới", "")],
        ),
        ({**titled("Tiếp tục đổi mới", symbol="62-KL/TW", year=2017), "reviewed.title": "Đổi mới"}, []),
        ({**titled("Luật Thanh tra"), "reviewed": None}, []),
    ],
)
def test_a_document_keeps_the_title_of_its_first_mention(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.one_document_has_one_title, changes) == outcomes


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (doc.symbols_are_well_formed, ["834/NQ-UBTVQH14", "62-KL/TW", "05-CT/TW"]),
        (doc.one_document_has_one_date, ["05-CT/TW"]),
        (doc.documents_come_before_the_report, []),
        (doc.documents_have_the_date_of_the_register, ["05-CT/TW"]),  # cited of two days, one is right
        (doc.one_document_has_one_title, []),  # no citation is kept with its title
        (doc.citations_can_be_found, ["Quyết định 90", "Nghị định 100", "kết luận số 21"]),
    ],
)
def test_the_real_report(real_report: Report, rule: Rule, found: list[str]) -> None:
    breaches = [item for item in rule(real_report) if isinstance(item, Breach)]
    shown = [str(item.args.get("symbol", item.actual)) for item in breaches]
    assert [text[: len(start)] for text, start in zip(shown, found, strict=True)] == found


def test_the_two_dates_of_the_real_directive(real_report: Report) -> None:
    (breach,) = (i for i in doc.one_document_has_one_date(real_report) if isinstance(i, Breach))
    assert breach.args == {"symbol": "05-CT/TW", "first": dt.date(2016, 5, 5), "second": dt.date(2016, 5, 15)}


def test_no_real_citation_is_too_late(count: Callable[[Rule], Counts]) -> None:
    assert count(doc.documents_come_before_the_report) == Counts(passed=13)


WRONG_DAY = parse_document("Kết luận số 62-KL/TW ngày 12/8/2009")


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (doc.symbols_are_well_formed, {"reviewed": parse_document("Kết luận 62/KL-TW")}),
        (doc.documents_have_the_date_of_the_register, {"reviewed": WRONG_DAY}),
        (
            doc.documents_come_before_the_report,
            {"reviewed": parse_document("Chỉ thị 48-CT/TW ngày 12/3/2029")},
        ),
    ],
)
def test_the_document_under_review_is_judged_as_those_cited_are(
    judge: Judge, rule: Rule, changes: dict[str, object]
) -> None:
    (found,) = judge(rule, {"citations": (), **changes})
    assert found[0] == "reviewed"


def test_the_document_under_review_has_the_date_of_its_citations(judge: Judge) -> None:
    changes = {**cite("Kết luận số 62-KL/TW ngày 08/12/2009"), "reviewed": WRONG_DAY}
    assert judge(doc.one_document_has_one_date, changes) == [
        ("citations.0", "first=2009-08-12; second=2009-12-08; symbol=62-KL/TW", "")
    ]


@pytest.mark.parametrize(("number", "breaches"), [(1675, []), (1685, ["citations.0"])])
def test_the_resolution_on_the_communes_is_that_of_the_province(number: int, breaches: list[str]) -> None:
    hue = UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế")
    report = make_report().with_value("unit.parent", hue)
    for path, value in cite(f"Nghị quyết số {number}/NQ-UBTVQH15").items():
        report = report.with_value(path, value)
    verdict = doc.resolutions_on_communes_are_of_the_own_province.verdict(report)
    assert [breach.path for breach in verdict.breaches] == breaches
    assert verdict.passed == 1 - len(breaches)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"header.date": dt.date(2024, 12, 1)}, ["passed"]),
        (
            {"header.date": dt.date(2024, 11, 30)},
            [("header.date", "as_of=2024-12; signed=2024-11-30", "")],
        ),
        ({"as_of": PartialDate(year=2024), "header.date": dt.date(2024, 3, 1)}, ["passed"]),
        ({"as_of": None}, ["? as_of"]),
        ({"as_of": PartialDate(month=12)}, ["? as_of"]),
        ({"header.date": None}, ["? header.date"]),
        ({"header.date": None, "as_of": None}, []),
    ],
)
def test_a_report_is_dated_after_its_figures(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.reports_are_dated_after_their_figures, changes) == outcomes


OTHER = UnitRef(kind=UnitKind.COMMUNE, name="Cũ")
ABOVE = UnitRef(kind=UnitKind.DISTRICT, name="Cũ")
ELSEWHERE: dict[str, object] = {
    "subject": None,
    "header.issuer": None,
    "header.place": None,
    "signature": None,
}


BELOW = ("header.issuer", "named=xã Cũ; unit=huyện Mẫu", "", "header.issuer: UBND xã Cũ → UBND huyện Mẫu")


def of_another(path: str, named: str, before: str = "") -> tuple[str, str, str, str]:
    right = "Mẫu" if path == "header.place" else "xã Mẫu"
    return path, f"named={named}; unit=xã Mẫu", "", f"{path}: {before}{named} → {before}{right}"


def of_another_above(text: str) -> tuple[str, str, str, str]:
    right = text.replace("huyện Cũ", "huyện Mẫu")
    return "header.issuer", "named=huyện Cũ; unit=xã Mẫu", "", f"header.issuer: {text} → {right}"


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"] * 4),
        (ELSEWHERE, []),
        ({**ELSEWHERE, "header.issuer": "UBND xã Cũ"}, [of_another("header.issuer", "xã Cũ", "UBND ")]),
        (
            {**ELSEWHERE, "header.issuer": "UBND phường Cũ"},
            [of_another("header.issuer", "phường Cũ", "UBND ")],
        ),
        ({**ELSEWHERE, "subject": "MTTQ Việt Nam xã Cũ"}, [of_another("subject", "xã Cũ", "MTTQ Việt Nam ")]),
        ({**ELSEWHERE, "header.place": "Cũ"}, [of_another("header.place", "Cũ")]),
        ({**ELSEWHERE, "header.place": "Xã Mẫu"}, ["passed"]),
        ({**ELSEWHERE, "header.issuer": "ỦY BAN MTTQ VIỆT NAM XÃ MẪU"}, ["passed"]),
        ({**ELSEWHERE, "header.issuer": "UBND tỉnh Cũ"}, []),  # of the level above the next
        ({**ELSEWHERE, "header.issuer": "UBND huyện Cũ"}, [of_another_above("UBND huyện Cũ")]),
        ({**ELSEWHERE, "header.issuer": "Xã Mẫu, huyện Cũ"}, [of_another_above("Xã Mẫu, huyện Cũ")]),
        ({**ELSEWHERE, "header.issuer": "XÃ  MẪU, TỈNH CŨ"}, ["passed"]),
        ({**ELSEWHERE, "header.issuer": "UBND huyện Mẫu Cũ"}, ["passed"]),  # it may be a former name
        ({**ELSEWHERE, "header.issuer": "UBND huyện Cũ", "unit.parent": None}, []),
        ({**ELSEWHERE, "subject": "MTTQ Việt Nam huyện Cũ"}, []),
        ({**ELSEWHERE, "header.issuer": "UBND xã Cũ", "unit.kind": UnitKind.DISTRICT}, [BELOW]),
        ({**ELSEWHERE, "subject": "Tình hình xã Cũ", "unit.kind": UnitKind.DISTRICT}, []),
        ({**ELSEWHERE, "header.issuer": "UBND thành phố Cũ"}, []),  # of a level that is not said
        ({**ELSEWHERE, "header.issuer": "Ban Thường trực"}, []),
        ({**ELSEWHERE, "header.issuer": "UBND xã Cũ", "unit.predecessors": (OTHER,)}, ["passed"]),
        ({**ELSEWHERE, "header.place": "Cũ", "unit.parent": ABOVE}, ["passed"]),
        ({**ELSEWHERE, "header.place": "Cũ", "unit.parent": None}, [of_another("header.place", "Cũ")]),
        ({**ELSEWHERE, "header.place": "Cũ", "unit.kind": UnitKind.DISTRICT}, []),  # lies in a commune
        ({**ELSEWHERE, "header.superior": "MTTQ Việt Nam huyện Mẫu"}, ["passed"]),
        (
            {**ELSEWHERE, "header.superior": "MTTQ huyện Cũ"},
            [
                (
                    "header.superior",
                    "named=huyện Cũ; unit=xã Mẫu",
                    "",
                    "header.superior: MTTQ huyện Cũ → MTTQ huyện Mẫu",
                )
            ],
        ),
        ({**ELSEWHERE, "header.superior": "MTTQ huyện Mẫu Cũ"}, ["passed"]),  # it may be a former name
        ({**ELSEWHERE, "header.superior": "MTTQ tỉnh Cũ"}, []),  # of the level above that
        ({**ELSEWHERE, "header.superior": "MTTQ huyện Cũ", "unit.parent": None}, []),
    ],
)  # fmt: skip
def test_head_and_signature_name_the_unit(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(doc.head_and_signature_name_the_unit, changes) == outcomes


RAW = "Kế hoạch số 87/KH-UBND ngày 14 tháng 5 năm 2020 của Ủy ban nhân dân huyện"


@pytest.mark.parametrize(
    ("raw", "changes", "outcomes"),
    [
        (RAW, {}, ["passed", "passed"]),
        ("Kế hoạch số 087/KH-UBND ngày 14/05/2020", {}, ["passed", "passed"]),
        ("Kế hoạch số 87 ngày 14/5/2020", {}, ["passed", "passed"]),
        (
            RAW,
            {"date": dt.date(2021, 5, 14)},
            [
                "passed",
                ("citations.0.document.date", "told=2021-05-14; what=ngày; written=2020-05-14"),
            ],
        ),
        (
            RAW,
            {"number": "78", "symbol": "78/KH-UBND"},
            [
                ("citations.0.document.number", "told=78; what=số; written=87"),
                "passed",
            ],
        ),
        (RAW, {"number": "87a", "date": None}, []),
        ("Kế hoạch của huyện", {}, []),
        ("Kế hoạch số 87/KH-UBND, sửa đổi ngày 15/5/2020 và ngày 16/5/2020", {}, ["passed"]),
        ("Kế hoạch số 87/KH-UBND ngày mười bốn tháng năm năm 2020", {}, ["passed"]),
    ],
)
def test_words_and_parts_of_a_citation_agree(
    raw: str, changes: dict[str, Any], outcomes: list[object]
) -> None:
    ref = DocumentRef(raw=raw, number="87", symbol="87/KH-UBND", date=dt.date(2020, 5, 14))
    cited = Citation(document=attrs.evolve(ref, **changes))
    report = attrs.evolve(make_report(), reviewed=None, citations=(cited,))
    found = [
        (item.path, "; ".join(f"{name}={item.args[name]}" for name in ("told", "what", "written")))
        if isinstance(item, Breach)
        else "passed"
        for item in doc.cited_words_and_parts_agree(report)
    ]
    assert found == outcomes


def test_the_documents_of_the_unit_and_under_review_are_read_too() -> None:
    wrong = attrs.evolve(parse_document(RAW), date=dt.date(2021, 5, 14))
    report = attrs.evolve(make_report(), reviewed=wrong, citations=())
    report = attrs.evolve(report, unit=attrs.evolve(report.unit, established_by=wrong))
    found = [item for item in doc.cited_words_and_parts_agree(report) if isinstance(item, Breach)]
    assert [item.path for item in found] == ["reviewed.date", "unit.established_by.date"]
    assert [item.expected for item in found] == [dt.date(2020, 5, 14)] * 2


# DOC014


@pytest.mark.parametrize(
    ("title", "symbol", "outcomes"),
    [
        ("BÁO CÁO kết quả năm 2024", "05/BC-MTTQ-BTT", ["passed"]),
        ("Báo cáo kết quả năm 2024", "05-BC/MTTQ", ["passed"]),
        (
            "Báo cáo kết quả năm 2024",
            "05/KH-MTTQ-BTT",
            [("header.symbol", "symbol=05/KH-MTTQ-BTT", "")],
        ),
        ("Chương trình công tác năm 2024", "05/CT-MTTQ-BTT", []),
        ("Báo cáo kết quả năm 2024", "05/MTTQ-BTT", []),
        ("Báo cáo kết quả năm 2024", None, []),
    ],
)
def test_symbols_have_the_letters_of_the_kind(
    judge: Judge, title: str, symbol: str | None, outcomes: list[object]
) -> None:
    changes = {"title": title, "header.symbol": symbol}
    assert judge(doc.symbol_of_the_report_is_that_of_its_kind, changes) == outcomes


# DOC015


@pytest.mark.parametrize(
    ("cited", "outcomes"),
    [
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", ["passed"] * 2),
        ("Nghị định số 30/2020/NĐ-CP", ["passed"]),
        ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2021", [("date", "năm 2020", "2021-03-05"), "passed"]),
        ("Nghị định số 30/2020/NĐ-CP của Quốc hội", [("issuer", "Chính phủ", "Quốc hội")]),
        ("Thông tư số 02/2013/TT-BNV của Bộ trưởng Bộ Nội vụ", ["passed"]),
        ("Quyết định số 90/QĐ-TTg của Chính phủ", ["passed"]),
        ("Luật số 10/2022/QH15", ["passed"] * 2),
        ("Luật số 10/2020/QH15", [("symbol", "khóa 15 (2021 - 2026)", "năm 2020"), "passed"]),
        ("Luật số 10/2020/QH77", ["passed"]),
        ("Nghị quyết số 834/NQ-UBTVQH14 ngày 17/12/2019", ["passed"] * 2),
        (
            "Nghị quyết số 834/NQ-UBTVQH14 ngày 17/12/2022",
            [("date", "khóa 14 (2016 - 2021)", "năm 2022"), "passed"],
        ),
        ("Thông tư liên tịch số 01/2014/TTLT-BNV-BTC của Bộ Tài chính, Bộ Nội vụ", []),
        ("Chỉ thị số 22-CT/TU của Ban Thường vụ Thành ủy", []),
        ("Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị", ["passed"]),
        (
            "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Ban Bí thư",
            [("issuer", "Bộ Chính trị", "Ban Bí thư")],
        ),
        ("Quyết định số 217-QĐ/TW ngày 13/12/2013 của Ban Bí thư", []),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Bí thư", []),
        ("Luật Thanh tra", []),
    ],
)
def test_year_and_issuer_are_those_of_the_symbol(cited: str, outcomes: list[object]) -> None:
    report = make_report(reviewed=None, citations=(Citation(document=parse_document(cited)),))
    told: list[object] = [
        (found.path.rpartition(".")[2], *(str(found.args[name]) for name in ("meant", "told")))
        if isinstance(found, Breach)
        else "passed"
        for found in doc.symbols_fit_what_stands_beside_them(report)
    ]
    assert told == outcomes
