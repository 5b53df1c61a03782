"""Everything that can be shown, in three formats and two languages."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import mttq
from mttq import checking, repairs, tables
from mttq._declared.types import Count
from mttq.checking import Findings, Waiver, check
from mttq.forms import ParticipationAppendix, form, print_form, row
from mttq.forms.kl62_pl2 import SocialCriticismTable
from mttq.model import Header, Unit, UnitKind, UnitRef
from mttq.rendering import render
from mttq.report import Report
from mttq.rules import PASSED, Breach, Judgement, RuleSet, Severity, Unverifiable, rule
from mttq.tables import Column, Lang, Shown, Table
from mttq.values import PartialDate, Tiered

REPORT = Report(
    unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu", parent=UnitRef(kind=UnitKind.DISTRICT, name="Thí Dụ")),
    title="Báo cáo <thử>",
    subject="Mặt trận xã Mẫu",
    as_of=PartialDate(year=2023, month=12),
    header=Header(symbol="05/BC-MTTQ", date=dt.date(2024, 3, 5)),
    appendices=(ParticipationAppendix(criticism=SocialCriticismTable(sessions=Tiered(commune=1555))),),
)
WORDING: dict[str, Any] = {
    "title": "Tên xã không quá ngắn",
    "message": "Tên xã có {size} chữ",
    "english": ("The name of a commune is not too short", "The name has {size} letters"),
}


@rule("TST001", Severity.WARNING, level=1, **WORDING)
def name_is_long(report: Report) -> Iterator[Judgement]:
    """A name has ten letters."""
    yield Breach(path="unit.name", args={"size": len(report.unit.name)})
    yield PASSED
    yield PASSED


@rule("TST002", Severity.INFO, level=1, **WORDING)
def code_is_known(report: Report) -> Iterator[Judgement]:
    """A unit has a code."""
    yield Unverifiable("unit.code")


@rule("TST003", Severity.INFO, level=1, **WORDING)
def nothing_applies(report: Report) -> Iterator[Judgement]:
    """This never applies."""
    yield from ()


RULES = (name_is_long, code_is_known, nothing_applies)


def test_a_report_is_its_head_and_its_appendices() -> None:
    head = """\
Báo cáo <thử>

Số, ký hiệu: 05/BC-MTTQ
Ngày ban hành: 05/3/2024
Đơn vị: xã Mẫu, huyện Thí Dụ
Báo cáo về: Mặt trận xã Mẫu
Thời điểm số liệu: tháng 12/2023

"""
    assert render(REPORT) == head + print_form(REPORT.appendices[0])


def test_a_report_is_headed_in_english_in_markdown() -> None:
    facts = [
        "Number and symbol: 05/BC-MTTQ",
        "Date of issue: 5 March 2024",
        "Unit: xã Mẫu, huyện Thí Dụ",
        "Report on: Mặt trận xã Mẫu",
        "Figures as of: December 2023",
    ]
    appendix = print_form(REPORT.appendices[0], fmt="markdown", lang="en", level=2)

    page = "\n\n".join([r"# Báo cáo \<thử>", "  \n".join(facts), appendix])
    assert render(REPORT, fmt="markdown", lang="en") == page


def test_every_part_of_a_head_has_an_english_word() -> None:
    full = {field.name: "x" for field in attrs.fields(Header)} | {"date": dt.date(2024, 3, 5)}
    report = attrs.evolve(REPORT, header=Header(**full), appendices=())  # type: ignore[arg-type]

    assert len(render(report, lang="en").splitlines()) == 2 + len(full) + 3


def test_a_report_with_only_a_title_is_short() -> None:
    assert render(Report(unit=Unit(kind=UnitKind.WARD, name="Mẫu"), title="Báo cáo"), fmt="html") == (
        "<h1>Báo cáo</h1>\n<p>Đơn vị: phường Mẫu</p>"
    )


def test_findings_are_a_table_with_what_was_judged() -> None:
    assert (
        render(check(REPORT, rules=RULES))
        == """\
Kết quả đối chiếu · 1 phát hiện: 1 cảnh báo

Mã      Mức độ    Vị trí              Nội dung
------  --------  ------------------  ---------------
TST001  Cảnh báo  Đơn vị, Tên đơn vị  Tên xã có 3 chữ

Đã đối chiếu 3 lần: 2 đạt, 1 không đạt. Chưa đủ số liệu: 1. Không áp dụng: 1."""
    )


def test_waived_findings_are_shown_with_their_reasons() -> None:
    waiver = Waiver(code="TST001", reason="Tên cổ")

    assert (
        render(check(REPORT, rules=RULES, waivers=[waiver]), lang="en")
        == """\
Results of the check

No findings.

Waived: TST001, Unit, Name of the unit (Tên cổ)
Checks made: 3 (2 passed, 1 failed). Not verifiable: 1. Not applicable: 1."""
    )


def test_findings_of_nothing_say_nothing_more() -> None:
    assert render(Findings(), fmt="html") == "<h2>Kết quả đối chiếu</h2>\n<p>Không có phát hiện.</p>"


def test_a_finding_is_explained() -> None:
    (finding,) = check(REPORT, rules=RULES)

    assert render(finding) == finding.explain()
    assert render(finding, fmt="markdown", lang="en") == "  \n".join(finding.explain(lang="en").splitlines())


def test_a_custom_form_is_printed_without_more_code() -> None:
    """In English it keeps what the catalogue does not know."""

    @form("test-rendering", title="Lều bạt")
    @attrs.frozen(kw_only=True)
    class Tents:
        pitched: Count | None = row("1", "Dựng mới")
        mended: Count | None = row("2", "Sửa chữa")

    assert (
        render(Tents(pitched=1555), lang="en")
        == """\
Lều bạt

No.  Item      Count
---  --------  -----
1    Dựng mới  1.555
2    Repaired"""
    )


def test_anything_with_tables_is_printed() -> None:
    class Twice:
        def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
            table = Table(title=lang, columns=(Column("x"),), rows=(("1",),))
            return (table, table)

    assert render(Twice(), lang="en") == "en\n\nx\n-\n1\n\nen\n\nx\n-\n1"


def test_a_table_is_printed_as_it_is() -> None:
    table = Table(title="Xã", columns=(Column("x"),), rows=(("05",),))

    assert render(table, fmt="html") == table.render(fmt="html")


@pytest.mark.parametrize("thing", [None, 5, "báo cáo", SocialCriticismTable()])
def test_anything_else_is_refused_by_name(thing: object) -> None:
    with pytest.raises(TypeError, match=f"không in được {type(thing).__name__}; cần biểu, Report"):
        render(thing)


def test_unknown_formats_and_languages_are_refused() -> None:
    with pytest.raises(ValueError, match=r"fmt: cần một trong: .*; đã nhận 'docx'"):
        render(REPORT, fmt="docx")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="không có ngôn ngữ 'xx'"):
        render(REPORT, lang="xx")  # type: ignore[arg-type]


FOUND = check(REPORT, rules=RULES)
ACCEPTED = check(REPORT, rules=RULES, waivers=[Waiver(code="TST001", reason="đã đối chiếu")])
TABLE = Table(title="Số hộ", columns=(Column("Thôn"), Column("Số hộ", "right")), rows=(("A", "05"),))
EVERYTHING: list[tuple[Any, str]] = [
    (mttq.document(["# Báo cáo", "Một dòng"]), "<Document “Báo cáo”: 2 phần>"),
    (REPORT, "<Report xã Mẫu: Báo cáo <thử>>"),
    (attrs.evolve(REPORT, title="Báo cáo\n  năm"), "<Report xã Mẫu: Báo cáo năm>"),
    (TABLE, "<Table “Số hộ”: 1 dòng, 2 cột>"),
    (FOUND, "<Findings 1 phát hiện: 1 cảnh báo>"),
    (ACCEPTED, "<Findings 0 phát hiện; Đã chấp nhận giải trình: 1>"),
    (FOUND[0], "<Finding TST001, Cảnh báo, Đơn vị, Tên đơn vị: Tên xã có 3 chữ>"),
    (
        FOUND.compare(Findings()),
        "<Comparison phát hiện mới so với bản trước: 1; phát hiện đã có ở bản trước: 0; "
        "phát hiện đã khắc phục: 0; phát hiện chưa được đối chiếu lại: 0>",
    ),
    (mttq.localise(REPORT, rules=RULES), "<Repairs số liệu có thể ghi nhầm: 0>"),
    (
        mttq.assure(REPORT, rules=RULES),
        "<Assurance tổng số: 1; đã khớp với số liệu khác: 0; có phát hiện: 0; chưa được kiểm chứng: 1>",
    ),
    (mttq.reading.read(b""), "<Reading số liệu đã đọc: 0; số liệu chưa đọc: 0>"),
    (mttq.roll_up([REPORT], REPORT.unit), "<RollUp xã Mẫu: 1 báo cáo>"),
    (mttq.summary([REPORT], {"Số hộ": "population.households"}), "<Summary “”: 1 dòng, 1 cột>"),
]


@pytest.mark.parametrize(("shown", "line"), EVERYTHING, ids=lambda item: type(item).__name__)
def test_what_can_be_rendered_is_a_line_a_text_and_a_page(shown: Any, line: str) -> None:
    assert repr(shown) == line
    assert str(shown) == f"{shown}" == render(shown)
    assert shown._repr_html_() == render(shown, fmt="html")


def test_every_public_class_that_has_tables_shows_itself() -> None:
    modules = (mttq, tables, checking, repairs, mttq.reading)
    public = [getattr(module, name) for module in modules for name in module.__all__]
    with_tables = {item for item in public if isinstance(item, type) and hasattr(item, "tables")}
    assert with_tables == {
        Findings,
        mttq.Comparison,
        mttq.Repairs,
        mttq.Assurance,
        mttq.reading.Reading,
        mttq.RollUp,
        mttq.Summary,
    }
    assert all(issubclass(item, Shown) for item in with_tables)
    shown = {type(item).__name__ for item, _ in EVERYTHING}  # attrs may leave a class without slots behind
    assert shown == {item.__name__ for item in _heirs(Shown)}


def _heirs(kind: type) -> set[type]:
    """Return the public classes that inherit from a class."""
    below: set[type] = set(kind.__subclasses__())
    heirs = below.union(*map(_heirs, below))
    return {item for item in heirs if not item.__name__.startswith("_")}


def test_a_form_shows_itself_in_a_notebook_as_it_is_rendered() -> None:
    appendix: Any = REPORT.appendices[0]
    assert appendix._repr_html_() == render(appendix, fmt="html")


def test_rules_are_named_in_one_line() -> None:
    assert repr(RuleSet(RULES)) == "<RuleSet 3 quy tắc: TST001 … TST003>"
    assert repr(RuleSet(())) == "<RuleSet 0 quy tắc>"
    assert repr(name_is_long) == "<Rule TST001, Cảnh báo: Tên xã không quá ngắn>"
