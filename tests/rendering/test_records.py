"""Records as tables: all that is filled in is said, money in đồng, ledgers as balances."""

import datetime as dt
import enum
import html
import types
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any, Union, get_args, get_origin

import attrs
import pytest

from mttq import model
from mttq._declared.types import unwrap
from mttq.forms import label_of
from mttq.model import (
    Compiled,
    ContributionForm,
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    Gap,
    Gifts,
    Heading,
    PopulationProfile,
    PovertyFigure,
    Receipt,
    ReliefAction,
    Spending,
    SpendingPurpose,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.model.statements import NAMES
from mttq.rendering import render
from mttq.rendering._records import said
from mttq.report import BARE_REPORT, Report, place_in
from mttq.testing import draw_report, make_report
from mttq.values import (
    DocumentRef,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    Share,
    Tier,
    Tiered,
)
from mttq.vi import format_figure
from mttq.wording import name_of

RECORDS: list[Any] = [kind for name in model.__all__ if attrs.has(kind := getattr(model, name))]
FORMATS: tuple[Any, ...] = ("text", "markdown", "html")


def filled(annotation: Any, number: Iterator[int]) -> Any:
    """Fill a field with something that stands nowhere else, a record and a list as far as they go."""
    bare, _ = unwrap(annotation)
    if get_origin(bare) in (Union, types.UnionType):
        return filled(get_args(bare)[-2 if get_args(bare)[-1] is type(None) else -1], number)
    if get_origin(bare) is tuple:
        item = get_args(bare)[0]
        return () if item is object else tuple(filled(item, number) for _ in range(2))
    n = next(number)
    values: dict[Any, Any] = {
        str: f"chữ{n}",
        int: n,
        bool: True,
        dt.date: dt.date(1900, 1, 1) + dt.timedelta(n),
        Quantity: Quantity.of(n),
        Share: Share(Decimal(f"0.{n}")),
        Period: Period.of_year(n),
        PartialDate: PartialDate(year=n),
        DocumentRef: DocumentRef(raw=f"Luật {n}/2015/QH13"),
    }
    if bare in values:
        return values[bare]
    if issubclass(bare, enum.Enum):
        return next(iter(bare))
    given = {field.name: filled(field.type, number) for field in attrs.fields(bare)}
    if bare in (Unit, UnitRef):  # whose kind is a listed one, which needs no other word
        given["called"] = None
    return bare(**given)


def leaves(value: Any) -> Iterator[Any]:
    """Return all that is filled in somewhere in a record; whose figures miss is said by name."""
    if isinstance(value, Gap):
        yield value.path
    elif isinstance(value, Heading):  # its level is said by how far it is indented
        yield from filter(None, (value.number, value.title, value.line))
    elif attrs.has(type(value)) and not type(value).__module__.startswith("mttq.values"):
        for field in attrs.fields(type(value)):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, Tiered):
        yield from leaves(tuple(getattr(value, field.name) for field in attrs.fields(Tiered)))
    elif type(value) is tuple:
        for item in value:
            yield from leaves(item)
    elif not (value is None or isinstance(value, bool)):
        yield value


def words_of(page: str) -> set[str]:
    """Return the words of a page, whatever stands around them."""
    for mark in ("<br>", "&nbsp;", "<td>", "</td>", "\\", "(", ")", ";", ",", ">", "<"):
        page = page.replace(mark, " ")
    return set(html.unescape(page).split())


def missing(value: Any, page: str) -> list[str]:
    """Return what of a record a page does not say; of paths the places are said."""
    told = {part for word in words_of(page) for part in (word, word.rstrip("."))}
    texts = [
        name_of(leaf) if isinstance(leaf, enum.Enum) else format_figure(leaf)
        for leaf in leaves(value)
        if not (isinstance(leaf, str) and (leaf in NAMES or place_in(BARE_REPORT, leaf)))
    ]
    return [text for text in texts if not words_of(text) <= told]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_filled_field_of_a_record_is_printed(record: Any) -> None:
    value = filled(record, count(1000))
    assert [missing(value, render(value, fmt=fmt)) for fmt in FORMATS] == [[], [], []]


HEADS = (
    *("Kỳ số liệu", "Đề mục", "Phần lời", "Dân số", "Quỹ, cứu trợ", "Số liệu phần lời", "Văn bản viện dẫn"),
    *("Nơi nhận", "Chữ ký", "Cách ghi số"),
)


def test_every_field_of_a_report_is_printed_in_the_order_of_reports() -> None:
    report = filled(Report, count(1000))
    page = render(report)
    assert missing(report, page) == []
    lines = page.splitlines()
    assert [line for line in lines if line in HEADS] == list(HEADS)


@pytest.mark.parametrize(("seed", "size"), [(0, 1), (2, 1), (1, 3)])
def test_every_filled_field_of_a_drawn_report_is_printed(seed: int, size: int) -> None:
    report = draw_report(seed, size=size)
    for fmt in FORMATS:
        assert missing(report, render(report, fmt=fmt)) == []


def test_headings_are_printed_one_below_the_other() -> None:
    headings = (
        Heading(number="Phần thứ nhất", level=1, title="Tình hình", line=3),
        Heading(number="1", level=2, title="Thuận lợi"),
        Heading(number="1.1", level=3, line=1204),
        Heading(number="sâu", level=99),
    )
    report = Report(unit=Unit(kind=UnitKind.COMMUNE, name="Mẫu"), title="Báo cáo", outline=headings)
    lines = render(report).split("Đề mục\n\n")[1].splitlines()
    assert lines == [
        "Phần thứ nhất. Tình hình (dòng 3)",
        "  1. Thuận lợi",
        "    1.1 (dòng 1.204)",
        "            sâu",
    ]
    assert "<br>\n&nbsp;&nbsp;1. Thuận lợi<br>" in render(report, fmt="html")
    assert "(line 3)" in render(report, lang="en")


def test_a_report_in_english_has_english_labels() -> None:
    report = attrs.evolve(filled(Report, count(1000)), narrative=None)
    vietnamese = {label_of(record, field.name) for record in RECORDS for field in attrs.fields(record)}
    cells = {cell for line in render(report, lang="en").splitlines() for cell in line.strip().split("  ")}
    assert cells & vietnamese == set()
    assert "Fund for the Poor" in render(FundLedger(fund=FundKind.FUND_FOR_THE_POOR, opening=5), lang="en")


LEDGER = FundLedger(
    fund=FundKind.FUND_FOR_THE_POOR,
    period=Period.of_year(2023),
    opening=12_500_000,
    raised=Quantity.of(215_000_000, "VND", qualifier=Qualifier.MORE_THAN),
    receipts=(
        Receipt(amount=200_000_000, source="Thôn 1"),
        Receipt(amount=15_910_000, form=ContributionForm.CASH),
    ),
    transfers=(
        FundTransfer(from_tier=Tier.DISTRICT, amount=50_000_000),
        FundTransfer(from_tier=Tier.PROVINCE),
    ),
    spent=180_000_000,
    spending=(Spending(purpose=SpendingPurpose.BUILD_HOUSE, count=3, amount=180_000_000),),
    closing=98_410_000,
)


def test_a_ledger_is_a_balance_in_dong() -> None:
    page = """\
Sổ quỹ: Quỹ Vì người nghèo, năm 2023

Nội dung                                 Số liệu
--------------------------  --------------------
Số dư đầu kỳ                     12.500.000 đồng
Tổng số tiền vận động được  hơn 215.000.000 đồng
Khoản thu
  tiếp nhận, Thôn 1             200.000.000 đồng
  tiếp nhận, tiền                15.910.000 đồng
Khoản cấp trên chuyển
  cấp huyện                      50.000.000 đồng
  cấp tỉnh
Tổng chi                        180.000.000 đồng
Khoản chi
  xây nhà (Số lượng: 3)         180.000.000 đồng
Số dư cuối kỳ                    98.410.000 đồng"""
    assert render(Funds(ledgers=(LEDGER,))) == page


def test_relief_is_a_balance_with_its_gifts() -> None:
    gifts = Gifts(occasion="Sau bão", count=Quantity.of(40, "gifts"), value=20_000_000)
    relief = ReliefAction(receipts=(Receipt(amount=5_000_000),), gifts=gifts)
    page = """\
Đợt cứu trợ

Nội dung                Số liệu
--------------  ---------------
Khoản đóng góp
  tiếp nhận      5.000.000 đồng
Quà: Sau bão
  Số suất quà       40 suất quà
  Trị giá       20.000.000 đồng"""
    assert render(Funds(relief=(relief,))) == page


def test_records_inside_a_record_stand_below_their_label() -> None:
    people = PopulationProfile(
        households=946, poor=PovertyFigure(households=51, share=Share(Decimal("5.39")))
    )
    page = """\
Nội dung  Số liệu
--------  -------
Số hộ         946
Hộ nghèo
  Số hộ        51
  Tỷ lệ     5,39%"""
    assert render(people) == page


def test_a_list_is_a_table_and_names_in_it_stand_in_a_cell() -> None:
    units = (
        UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn", code="19759"),
        UnitRef(kind=UnitKind.WARD, name="Mẫu"),
    )
    held = Supervision(
        form=SupervisionForm.DELEGATION, date=dt.date(2023, 5, 5), subject="Thu, chi", supervised=units
    )
    page = """\
Cuộc giám sát

Hình thức              Ngày       Nội dung  Đơn vị được giám sát
---------------------  ---------  --------  -------------------------------------------
tổ chức đoàn giám sát  05/5/2023  Thu, chi  xã Trung Sơn (Mã đơn vị: 19759); phường Mẫu"""
    assert render(SupervisionRecords(supervisions=(held,))) == page


def test_what_a_name_says_already_is_not_said_again() -> None:
    commune = UnitRef(kind=UnitKind.COMMUNE, name="Trung Sơn", code="19759")
    area = attrs.evolve(Unit.area("điểm dân cư", "số 7"), valid_from=dt.date(2020, 1, 1))
    assert said(area) == "điểm dân cư số 7 (Có hiệu lực từ: 01/01/2020)"
    known = said(attrs.evolve(area, parent=commune))
    assert "Đơn vị cấp trên trực tiếp: xã Trung Sơn (Mã đơn vị: 19759)" in known


def test_who_has_not_told_a_figure_of_a_sum_is_named() -> None:
    compiled = Compiled(
        tier=Tier.COMMUNE,
        reported=2,
        expected=3,
        units=("xã A", "xã B"),
        gaps=(
            Gap(path="population.households", missing=(1,)),
            Gap(path="population.persons", missing=(0, 1, 9)),
        ),
    )
    page = """\
Nội dung                  Giá trị
------------------------  ----------
Cấp báo cáo               cấp xã
Số đơn vị đã báo cáo      2
Số đơn vị phải báo cáo    3
Đơn vị còn thiếu số liệu  xã A; xã B

Số liệu chưa đủ

Chỉ tiêu              Còn thiếu
--------------------  ----------
Dân số, Số hộ         xã B
Dân số, Số nhân khẩu  xã A; xã B"""
    assert render(compiled) == page


def test_what_a_period_is_of_is_said_in_words() -> None:
    names = ("review", "kl62-pl2", "population.households", "số hội nghị")
    told = [said(name, is_path=True) for name in names]
    assert told == ["Kỳ tổng kết", "Phụ lục 2", "Dân số, Số hộ", "số hội nghị"]
    assert said("review", is_path=True, lang="en") == "Period of the review"


def test_a_blank_record_prints_nothing() -> None:
    assert render(Funds()) == ""
    assert "Quỹ" not in render(make_report())
