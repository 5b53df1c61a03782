"""A report: the value at a path, its place in words, and a report with another value there."""

import copy
import pickle
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq._declared.types import Count
from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.errors import DeclarationError, FieldError, PathError
from mttq.forms import ImplementationAppendix, ParticipationAppendix, form, form_of, row, same_as
from mttq.model import (
    Campaigns,
    FundKind,
    FundLedger,
    Funds,
    GreatUnityFestival,
    Heading,
    PopulationProfile,
    PovertyFigure,
    PrintedFigure,
    Receipt,
    ReportPeriod,
    Source,
    Statement,
    Unit,
    UnitKind,
)
from mttq.report import Report
from mttq.testing import make_report
from mttq.values import Pair, Period, Qualifier, Quantity, Share, Tiered

REPORT = make_report()
CELLS = [
    cell
    for appendix in REPORT.appendices
    for cell in form_of(type(appendix)).cells(appendix)
    if cell.value is not None
]


def minimal(**fields: Any) -> Report:
    return Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo", **fields)


def test_a_report_is_a_value() -> None:
    for again in (pickle.loads(pickle.dumps(REPORT)), copy.copy(REPORT), copy.deepcopy(REPORT)):
        assert again == REPORT
        assert hash(again) == hash(REPORT)
    assert not hasattr(REPORT, "__dict__")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        REPORT.title = ""  # type: ignore[misc]


def test_a_value_is_of_the_class_that_is_asked_for() -> None:
    report = make_report().with_value("unit.code", None)
    assert report.value_at("population.households", int) == report.value_at("population.households")
    assert report.value_at("population.poor.share", Share) == report.figure_at("population.poor.share")
    assert report.value_at("kl62-pl2", ParticipationAppendix) is report.appendix(ParticipationAppendix)
    assert report.value_at("unit.code", str) is None
    assert report.figure_at("unit.code") is None
    assert report.figure_at("kl62-pl2.criticism.sessions") == report.value_at("kl62-pl2.criticism.sessions")
    share = report.value_at("population.poor.share", Share)
    assert share
    assert report.figure_at("population.poor.share.percent") == share.percent


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda report: report.value_at("unit.name", int), "“unit.name” là str ('Mẫu'), không phải int"),
        (lambda report: report.figure_at("unit.name"), "“unit.name” là str ('Mẫu'), không phải số liệu"),
        (
            lambda report: report.value_at("statements.0.each_year", int),
            "“statements.0.each_year” là bool (False), không phải int",
        ),
        (
            lambda report: report.figure_at("statements.0.each_year"),
            "“statements.0.each_year” là bool (False), không phải số liệu",
        ),
    ],
)
def test_a_value_of_another_class_is_reported(read: Callable[[Report], object], said: str) -> None:
    statement = Statement(indicator="population.villages", value=Quantity.of(5, "villages"))
    report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"), title="Báo cáo", statements=(statement,))
    with pytest.raises(FieldError) as caught:
        read(report)
    assert str(caught.value) == said
    with pytest.raises(PathError):
        report.figure_at("kl62-pl2.criticism.sessions")


def test_all_wrong_fields_are_named_at_once_those_of_the_appendices_too() -> None:
    with pytest.raises(FieldError) as caught:
        Report(unit="Trung Sơn", title=None, appendices=5)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Report.unit: cần Unit; đã nhận 'Trung Sơn' (str)\n"
        "Report.title: cần chuỗi (str); đã nhận None (NoneType)\n"
        "Report.appendices: cần danh sách các object; đã nhận 5 (int)"
    )


# Appendices


def test_an_appendix_is_found_by_its_class() -> None:
    assert REPORT.appendix(ParticipationAppendix) is REPORT.appendices[1]
    assert minimal().appendix(ParticipationAppendix) is None
    assert minimal(appendices=(ImplementationAppendix(),)).appendix(ParticipationAppendix) is None


def test_a_report_holds_each_form_once() -> None:
    with pytest.raises(ValueError, match=r"^Report: một biểu chỉ có một lần, ở đây có nhiều lần kl62-pl2$"):
        minimal(appendices=(ParticipationAppendix(), ParticipationAppendix()))


@pytest.mark.parametrize(
    ("item", "name"), [(Pair(1, 2), "Pair"), (ParticipationAppendix, "type"), ("kl62-pl2", "str")]
)
def test_only_filled_in_forms_are_appendices(item: object, name: str) -> None:
    with pytest.raises(DeclarationError, match=rf"^{name} chưa được khai báo bằng @form$"):
        minimal(appendices=(item,))


def test_a_custom_form_is_an_appendix() -> None:
    @form("test-report", title="Biểu riêng")
    @attrs.frozen(kw_only=True)
    class Own:
        held: Tiered[Count] = row("1", "Số cuộc")

    report = minimal(appendices=(Own(held=Tiered(commune=5)),))
    assert report.appendix(Own) == Own(held=Tiered(commune=5))
    assert report.value_at("test-report.held") == 5
    assert report.place_of("test-report.held.commune") == "Biểu riêng, dòng 1, cấp cơ sở"
    assert report.with_value("test-report.held.commune", 6).value_at("test-report.held") == 6


# Values by path


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", REPORT.title),
        ("unit.name", "Mẫu"),
        ("unit.parent.kind", UnitKind.DISTRICT),
        ("population", REPORT.population),
        ("population.poor.households", 87),
        ("population.ethnic_groups", None),
        ("periods.0.subject", "review"),
        ("periods.2.stated_years", None),
        ("recipients.1", "Lưu: VT"),
        ("appendices.1", REPORT.appendices[1]),
        ("appendices.1.criticism.opinions.commune", 47),
        ("kl62-pl2", REPORT.appendices[1]),
        ("kl62-pl2.criticism.opinions.commune", 47),
        ("kl62-pl2.criticism.opinions.province", None),
        ("kl62-pl2.criticism.opinions", 47),  # the reporter's own column
        ("kl62-pl2.supervision.document_studies", Pair(17, 23)),
        ("kl62-pl2.supervision.document_studies.commune.second", 23),
        ("kl62-pl1.cadres.full_time.total", 6),
        ("kl62-pl1.cadres.education.province.university", None),
    ],
)
def test_a_path_leads_to_its_value(path: str, value: object) -> None:
    assert REPORT.value_at(path) == value


@pytest.mark.parametrize(
    "path",
    [
        *("", ".", "nothing", "population.", "population..households", "population.nothing", "title.upper"),
        *(
            "appendix",
            "value_at",
            "__class__",
            "unit.tier",
            "population.households.real",
            "unit.parent.parent",
        ),
        *("periods.3", "periods.-1", "periods.x", "periods.00", "periods.٠", "periods.²", "population.0"),
        *("test-nowhere.a", "kl62-pl2.nothing", "kl62-pl2.criticism.opinions.centre"),
        *(
            "kl62-pl2.criticism.opinions.items",
            "kl62-pl2.criticism.opinions.commune.first",
            "signature.name.x",
        ),
    ],
)
def test_no_other_path_has_a_value(path: str) -> None:
    with pytest.raises(KeyError):
        REPORT.value_at(path)
    with pytest.raises(KeyError):
        REPORT.with_value(path, 5)


def test_an_appendix_that_is_not_there_has_no_values() -> None:
    with pytest.raises(KeyError, match=r"kl62-pl2\.criticism\.opinions"):
        minimal().value_at("kl62-pl2.criticism.opinions")


@pytest.mark.parametrize(
    ("kind", "value"), [(UnitKind.PROVINCE, 1), (UnitKind.TOWN, None), (UnitKind.WARD, 0)]
)
def test_a_tiered_line_is_read_in_the_reporters_own_column(kind: UnitKind, value: int | None) -> None:
    report = REPORT.with_value("unit.kind", kind)
    report = report.with_value("kl62-pl2.criticism.opinions", Tiered(province=1, commune=0))
    assert report.value_at("kl62-pl2.criticism.opinions") == value


def test_the_centre_has_no_column_of_its_own() -> None:
    with pytest.raises(KeyError, match=r"kl62-pl2\.criticism\.opinions"):
        REPORT.with_value("unit.kind", UnitKind.COUNTRY).value_at("kl62-pl2.criticism.opinions")


# Changes


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.path)
def test_every_figure_is_found_at_its_path_and_can_be_replaced(cell: Any) -> None:
    assert REPORT.value_at(cell.path) == cell.value
    assert REPORT.with_value(cell.path, cell.value) == REPORT
    blank = REPORT.with_value(cell.path, None)
    assert blank.value_at(cell.path) is None
    assert blank.with_value(cell.path, cell.value) == REPORT


@given(st.sampled_from(CELLS), st.sampled_from(CELLS))
@settings(max_examples=50)
def test_changes_of_different_figures_commute(one: Any, other: Any) -> None:
    there = REPORT.with_value(one.path, None).with_value(other.path, None)
    assert there == REPORT.with_value(other.path, None).with_value(one.path, None)


def test_a_change_leaves_the_report_as_it_was() -> None:
    before = copy.deepcopy(REPORT)
    changed = REPORT.with_value("population.poor", PovertyFigure(households=1))
    assert changed.population.poor == PovertyFigure(households=1)
    assert before == REPORT


def test_an_item_of_a_list_or_a_whole_appendix_can_be_replaced() -> None:
    changed = REPORT.with_value("periods.1.period", Period.of_year(2024))
    assert changed.periods == (
        REPORT.periods[0],
        ReportPeriod(subject="kl62-pl1", period=Period.of_year(2024)),
        REPORT.periods[2],
    )
    changed = REPORT.with_value("kl62-pl2", ParticipationAppendix())
    assert changed.appendices == (REPORT.appendices[0], ParticipationAppendix())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("population.households", "1.000"),
        ("population.poor.share", 8.7),
        ("kl62-pl2.criticism.opinions.commune", -1),
        ("kl62-pl2.criticism.opinions", "47"),
        ("title.1", 5),
        ("title.1", "a\nb"),
        ("kl62-pl1.dissemination.conferences.separate", True),
        ("periods.0", None),
    ],
)
def test_what_cannot_stand_there_is_refused(path: str, value: object) -> None:
    with pytest.raises(FieldError):
        REPORT.with_value(path, value)


# Places


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("title", "Tên báo cáo"),
        ("population.poor.households", "Dân số, Hộ nghèo, Số hộ"),
        ("organisation.committee.composition.2.members", "Tổ chức, Ủy ban MTTQ, Thành phần thứ 3, Số vị"),
        ("signature.position", "Chữ ký, Chức vụ"),
        ("recipients.0", "Nơi nhận thứ 1"),
        ("kl62-pl2", "Phụ lục 2"),
        ("kl62-pl2.criticism", "Phụ lục 2, dòng 2"),
        ("kl62-pl2.criticism.sessions", "Phụ lục 2, mục 2, dòng 2"),
        ("kl62-pl2.criticism.sessions.commune", "Phụ lục 2, mục 2, dòng 2, cấp cơ sở"),
        ("kl62-pl2.criticism.written.province", "Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp tỉnh"),
        ("kl62-pl1.cadres.full_time.total", "Phụ lục 1, mục III, dòng 2"),
        ("kl62-pl1.cadres.education.commune.university", "Phụ lục 1, mục III.3.3, dòng “Đại học”"),
        ("kl62-pl1.membership.members", "Phụ lục 1, mục III, dòng 1"),
        ("recipients.99", "Nơi nhận thứ 100"),  # a place may be told of what is not there
        # a name of the caller's own
        ("0", "0"),
        ("số hội nghị", "số hội nghị"),
        ("appendices.0.nothing", "appendices.0.nothing"),
        ("", ""),
    ],
)
def test_a_path_is_described_as_a_place(path: str, place: str) -> None:
    assert REPORT.place_of(path) == place
    assert minimal().place_of(path) == place  # whether or not the appendix is there


def test_a_place_names_the_line_of_the_text_if_it_is_known() -> None:
    figure = Quantity(value=Decimal(5))
    report = minimal(
        statements=(
            Statement(indicator="số hội nghị", value=figure, source=Source(heading="II.1", line=96)),
            Statement(indicator="số hội nghị", value=figure),
        ),
        outline=(Heading(number="II", level=1, line=7),),
    )
    assert [
        report.place_of(path)
        for path in ("statements.0.value", "statements.1", "outline.0", "outline.0.title")
    ] == [
        "Số liệu phần lời thứ 1, Giá trị (II.1, dòng 96)",
        "Số liệu phần lời thứ 2",
        "Đề mục thứ 1 (mục II, dòng 7)",
        "Đề mục thứ 1, Tên mục (mục II, dòng 7)",
    ]


def test_a_line_of_the_narrative_has_an_address() -> None:
    report = minimal(narrative="BÁO CÁO\n\n1. Tình hình")
    assert report.value_at("narrative.3") == "1. Tình hình"
    assert report.place_of("narrative.3") == "Phần lời, dòng 3"
    assert report.place_of("narrative.4") == "Phần lời, dòng 4"


@pytest.mark.parametrize("path", ["narrative.0", "narrative.4", "narrative.1.1.2", "narrative.x"])
def test_a_narrative_has_no_other_lines(path: str) -> None:
    with pytest.raises(KeyError):
        minimal(narrative="BÁO CÁO\n\n1. Tình hình").value_at(path)


def test_a_narrative_is_replaced_as_a_whole_or_line_by_line() -> None:
    report = minimal(narrative="BÁO CÁO\n\n1. Tình hình")
    assert report.with_value("narrative", None) == minimal()
    changed = report.with_value("narrative.1", "KẾ HOẠCH").with_value("narrative.3", "")
    assert changed.narrative == "KẾ HOẠCH\n\n"
    with pytest.raises(KeyError):
        report.with_value("narrative.4", "KẾ HOẠCH")


# Mistyped paths


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("population.housholds", "không có “population.housholds”; có phải “population.households”?"),
        ("populaton.housholds", "không có “populaton.housholds”; có phải “population.households”?"),
        ("population.nothing", "không có “population.nothing”"),
        ("title.nothing", "không có “title.nothing”"),
        ("kl62-pl2.nothing", "không có “kl62-pl2.nothing”"),
        (
            "kl62-pl2.criticism.sesions.comune",
            "không có “kl62-pl2.criticism.sesions.comune”; có phải “kl62-pl2.criticism.sessions.commune”?",
        ),
        ("kl62-p2.criticism", "không có “kl62-p2.criticism”; có phải “kl62-pl2.criticism”?"),
        ("Unit.name", "không có “Unit.name”; có phải “unit.name”?"),
        ("population.households.", "không có “population.households.”"),
        ("narative", "không có “narative”; có phải “narrative”?"),
        ("reviw", "không có “reviw”; có phải “review”?"),
    ],
)
def test_a_mistyped_path_is_refused_with_the_nearest(path: str, told: str) -> None:
    """By whatever is asked for it, and where a statement, a period or a printed figure is made."""
    figure = Quantity(value=Decimal(5))
    for ask in (REPORT.place_of, REPORT.value_at, lambda path: REPORT.with_value(path, 5)):
        with pytest.raises(KeyError) as caught:
            ask(path)
        assert str(caught.value) == told
    for make in (
        lambda: Statement(indicator=path, value=figure),
        lambda: ReportPeriod(subject=path),
        lambda: PrintedFigure(path=path, text="05"),
    ):
        with pytest.raises((TypeError, ValueError), match=re.escape(told)):
            make()


@pytest.mark.parametrize(
    "name",
    [
        "số hội nghị",
        "review",
        "unit.children",
        "funds.transfers",
        "school.pupils",
        "test-nowhere.a",
        "BÁO CÁO",
    ],
)
def test_a_custom_name_is_not_a_path(name: str) -> None:
    assert REPORT.place_of(name) == name
    assert ReportPeriod(subject=name).subject == name
    with pytest.raises(KeyError, match=re.escape(f"báo cáo không có gì ở “{name}”")):
        REPORT.value_at(name)


@pytest.mark.parametrize("path", sorted({cell.path.removesuffix(".commune") for cell in CELLS}))
def test_replacing_a_value_by_itself_changes_nothing(path: str) -> None:
    """Also where the path is that of a tiered row, which is read in the reporter's own column."""
    assert REPORT.with_value(path, REPORT.value_at(path)) == REPORT


def test_a_figure_of_a_tiered_row_goes_into_the_reporters_own_column() -> None:
    path = "kl62-pl2.criticism.opinions"
    changed = REPORT.with_value(path, 5)
    assert changed == REPORT.with_value(f"{path}.commune", 5)
    assert REPORT.with_value(path, None).value_at(path) is None
    with pytest.raises(KeyError, match=re.escape(path)):
        REPORT.with_value("unit.kind", UnitKind.COUNTRY).with_value(path, 5)


def test_files_with_a_mistyped_name_are_read_changed_and_written_for_ever() -> None:
    text = dumps(
        minimal(
            statements=(
                Statement(
                    indicator="population.households", value=Quantity(value=Decimal(5), unit="households")
                ),
            ),
            periods=(ReportPeriod(subject="kl62-pl2"),),
        )
    )
    text = text.replace("population.households", "population.housholds").replace(
        '"households"', '"housholds"'
    )
    text = text.replace("kl62-pl2", "kl62-pl")
    report = loads(text)
    assert report.statements[0].indicator == "population.housholds"
    assert report.statements[0].value.unit == "housholds"
    changed = report.with_value("statements.0.value.value", Decimal(6)).with_value(
        "periods.0.stated_years", 2
    )
    assert (
        changed.with_value("statements.0.value.value", Decimal(5)).with_value("periods.0.stated_years", None)
        == report
    )
    assert dumps(report) == text
    assert not check(changed)["MTQ999"]
    assert pickle.loads(pickle.dumps(report)) == report
    with pytest.raises((TypeError, ValueError), match=r"có phải “population\.households”"):
        changed.with_value("statements.0.indicator", "population.housholds")


def test_the_source_of_money_is_no_place_in_the_text() -> None:
    receipt = Receipt(amount=5, source="Hội đồng hương")
    ledger = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, receipts=(receipt,))
    report = minimal(funds=Funds(ledgers=(ledger,)))
    assert report.place_of("funds.ledgers.0.receipts.0.amount") == (
        "Quỹ, cứu trợ, Sổ quỹ thứ 1, Khoản thu thứ 1, Số tiền"
    )


def test_a_report_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Report.title: không được để trống$"):
        attrs.evolve(make_report(), title=" ")


def test_with_values_changes_several_and_begins_forms() -> None:
    bare = Report(unit=make_report().unit, title="Báo cáo")
    filled = bare.with_values(
        {
            "kl62-pl2.criticism.sessions": 25,
            "kl62-pl2.criticism.written.commune": 15,
            "population.households": 7,
        }
    )
    assert filled.value_at("kl62-pl2.criticism.sessions.commune") == 25
    assert filled.value_at("kl62-pl2.criticism.written") == 15
    assert (len(filled.appendices), filled.population.households) == (1, 7)
    assert bare.with_values({}) is bare
    figures = {
        figure.path: figure.value for figure in make_report().figures() if "statements" not in figure.path
    }
    assert make_report().with_values(figures) == make_report()


def test_with_values_says_all_that_is_wrong() -> None:
    with pytest.raises(PathError) as lost:
        make_report().with_values({"population.housholds": 1, "population.persons": "x", "kl62-pl2.x": 3})
    assert len(lost.value.message.splitlines()) == 3
    with pytest.raises(FieldError) as unfitting:
        make_report().with_values({"population.persons": "x", "population.villages": -1})
    assert len(unfitting.value.message.splitlines()) == 2


def test_names_in_a_list_are_no_figures() -> None:
    """And the figures that follow them are found."""
    report = make_report().with_value("population.ethnic_group_names", ("Kinh", "Tày"))
    assert not [figure for figure in report.figures() if "ethnic_group_names" in figure.path]


def test_a_form_is_filled_with_what_the_report_tells_elsewhere() -> None:
    """Once, exactly, and at the time of the report; all else stays blank."""

    @form("test-told", title="Đã nêu ở nơi khác")
    @attrs.frozen(kw_only=True)
    class Told:
        households: Count | None = row("1", "Số hộ", same_as="/population.households")
        doubtful: Count | None = row("2", "Số nhân khẩu", same_as="/population.persons")
        raised: Count | None = row("3", "Tiền vận động", same_as="/funds.ledgers.*[fund=OTHER].raised")
        now: Count | None = row("4", "Số dư", same_as="/funds.ledgers.*[period=/period].closing")
        above: Count | None = row("5", "Số đơn vị", same_as="/kl62-pl1.cadres.reorganised.communes")
        neighbour: Count | None = row("6", "Số hộ cũ", same_as="households")
        twice: Count | None = row(
            "7",
            "Số thôn",
            relations=(same_as("/population.villages"), same_as("/campaigns.festivals.*.areas")),
        )
        places: int | None = row("8", "Số sổ quỹ", same_as="#/funds.ledgers")

    year = Period.of_year(2023)
    ledgers = (
        FundLedger(
            fund=FundKind.OTHER, raised=Quantity.of(5, "VND", qualifier=Qualifier.MORE_THAN), closing=7
        ),
        FundLedger(fund=FundKind.RELIEF_FUND, period=year, raised=6, closing=8),
    )
    report = minimal(
        periods=(ReportPeriod(subject="review", period=year),),
        population=PopulationProfile(households=946, villages=5),
        campaigns=Campaigns(festivals=(GreatUnityFestival(areas=6),)),
        funds=Funds(ledgers=ledgers),
    )
    assert report.tally(Told) == Told(households=946, now=8)
    assert attrs.evolve(report, periods=()).tally(Told) == Told(households=946)
    assert attrs.evolve(report, funds=Funds(ledgers=ledgers[1:] * 2)).tally(Told) == Told(households=946)
    with pytest.raises(DeclarationError):
        report.tally(PopulationProfile)


def test_the_period_of_a_report_is_the_one_that_it_names() -> None:
    year, other = (ReportPeriod(subject=name, period=Period.of_year(2023)) for name in ("review", "core"))
    assert minimal().period is None
    assert minimal(periods=(year, other)).period == Period.of_year(2023)
    assert minimal(periods=(year, attrs.evolve(other, period=Period.of_year(2022)))).period is None


def test_a_path_may_begin_as_in_relations() -> None:
    report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"), title="Báo cáo")
    paths = {"/population.households": 5, "/kl62-pl2.criticism.sessions.commune": 3}
    filled = report.with_values(paths)
    assert {path: filled.value_at(path) for path in paths} == paths
    assert filled == report.with_values({path[1:]: value for path, value in paths.items()})
