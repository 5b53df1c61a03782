"""Appendices are printed line for line as their office prints them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq._declared.types import Count, Money
from mttq.errors import DeclarationError
from mttq.forms import (
    ImplementationAppendix,
    ParticipationAppendix,
    form,
    form_of,
    print_form,
    row,
    section,
    tables_of,
)
from mttq.forms import kl62_pl1 as pl1
from mttq.forms import kl62_pl2 as pl2
from mttq.tables import Column, Table
from mttq.values import Pair, Share, Tiered
from mttq.vi import format_figure

PARTICIPATION = ParticipationAppendix(
    supervision=pl2.SupervisionTable(document_studies=Tiered(commune=Pair(45, 1045))),
    criticism=pl2.SocialCriticismTable(
        requested=Tiered(province=1555, district=0, commune=10), conferences=Tiered(commune=10)
    ),
)
TIERS = (
    Column("STT"),
    Column("Nội dung"),
    *(Column(f"Cấp {name}", "right") for name in ("tỉnh", "huyện", "cơ sở")),
)


@attrs.frozen(kw_only=True)
class Houses:
    """Rows with tier columns and one without."""

    total: Tiered[Count] = row("1", "Tổng số nhà", total_of=("built",))
    built: Tiered[Count] = row("1a", "Xây mới", printed="-")
    raised: Money | None = row("2", "Số tiền (đồng)")


@form("test-houses", title="Nhà Đại đoàn kết")
@attrs.frozen(kw_only=True)
class HousesForm:
    """A user's own form."""

    houses: Houses = section("I", "Nhà ở")


@form("test-mixed", name="Biểu 1", title="Nhà Đại đoàn kết")
@attrs.frozen(kw_only=True)
class MixedForm:
    """A user's own form with a section and a line beside it."""

    houses: Houses = section("I", "Nhà ở")
    share: Share | None = row("II", "Tỷ lệ")


def of_2023(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Leave out the lines that have come since."""
    later = {row.label for row in form_of(ParticipationAppendix).rows if row.since}
    return tuple(
        attrs.evolve(table, rows=tuple(row for row in table.rows if row[1] not in later)) for table in tables
    )


def test_a_form_of_headed_tier_sections_is_a_table_for_each() -> None:
    assert of_2023(tables_of(PARTICIPATION)) == (
        Table(
            title="1. Công tác giám sát",
            columns=TIERS,
            rows=(
                (
                    "1",
                    "Số cuộc giám sát bằng hình thức nghiên cứu, xem xét văn bản/Số đơn vị được giám sát",
                    "",
                    "",
                    "45/1.045",
                ),
                (
                    "2",
                    "Số đoàn giám sát bằng hình thức thành lập đoàn giám sát/Số đơn vị được giám sát",
                    "",
                    "",
                    "",
                ),
            ),
        ),
        Table(
            title="2. Công tác phản biện xã hội",
            columns=TIERS,
            rows=(
                ("1", "Số văn bản được yêu cầu phản biện xã hội", "1.555", "0", "10"),
                ("2", "Số cuộc phản biện xã hội", "", "", ""),
                ("", "+ Tổ chức hội nghị", "", "", "10"),
                ("", "+ Gửi văn bản dự thảo", "", "", ""),
                ("", "+ Phản biện xã hội bằng hình thức đối thoại trực tiếp", "", "", ""),
                ("3", "Tổng số ý kiến tham gia phản biện xã hội", "", "", ""),
            ),
        ),
        Table(
            title="3. Tham gia góp ý xây dựng Đảng, xây dựng chính quyền",
            columns=TIERS,
            rows=(
                ("1", "Số cuộc tổ chức đối thoại giữa người đứng đầu cấp ủy với nhân dân", "", "", ""),
                ("2", "Số cuộc tổ chức đối thoại giữa người đứng đầu chính quyền với nhân dân", "", "", ""),
            ),
        ),
    )


def test_heads_and_labels_are_english_on_request() -> None:
    table = tables_of(PARTICIPATION, lang="en")[0]

    heads = ["No.", "Item", "Provincial level", "District level", "Commune level"]
    assert [column.head for column in table.columns] == heads
    assert table.title == "1. Supervision"
    labels = [
        "Supervisions by study of documents/Units supervised",
        "Supervisions by delegations/Units supervised",
    ]
    assert [row[1] for row in table.rows[:2]] == labels
    assert [row[2:] for row in table.rows] == [row[2:] for row in tables_of(PARTICIPATION)[0].rows]


def test_any_other_form_is_one_table_without_a_title() -> None:
    """Lines without tiers have their figure in a column of their own, before the tier columns."""
    filled = MixedForm(
        houses=Houses(total=Tiered(province=12, commune=0), raised=418_500_000),
        share=Share(percent=Decimal("51.50")),
    )

    assert tables_of(filled) == (
        Table(
            title="",
            columns=(*TIERS[:2], Column("Số lượng", "right"), *TIERS[2:]),
            rows=(
                ("I", "Nhà ở", "", "", "", ""),
                ("1", "Tổng số nhà", "", "12", "", "0"),
                ("", "- Xây mới", "", "", "", ""),
                ("2", "Số tiền (đồng)", "418.500.000", "", "", ""),
                ("II", "Tỷ lệ", "51,50%", "", "", ""),
            ),
        ),
    )


def test_a_form_without_a_name_is_headed_by_its_title() -> None:
    assert print_form(HousesForm()).startswith("Nhà Đại đoàn kết\n\nI. Nhà ở\n\nSTT  Nội dung")
    assert print_form(MixedForm(), fmt="markdown", level=2).startswith("## Biểu 1. Nhà Đại đoàn kết\n\n| STT")


def test_anything_but_a_form_is_refused() -> None:
    with pytest.raises(DeclarationError, match="Houses chưa được khai báo bằng @form"):
        tables_of(Houses())


def test_notebooks_show_a_form_as_html() -> None:
    shown = HousesForm(houses=Houses(total=Tiered(commune=5)))._repr_html_()  # type: ignore[attr-defined]

    assert shown == print_form(HousesForm(houses=Houses(total=Tiered(commune=5))), fmt="html")
    assert shown.startswith("<h1>Nhà Đại đoàn kết</h1>\n<table>\n<caption>I. Nhà ở</caption>")


def test_a_form_may_show_itself_in_its_own_way() -> None:
    @form("test-own-html", title="Nhà Đại đoàn kết")
    @attrs.frozen(kw_only=True)
    class Own:
        built: Count | None = row("1", "Xây mới")

        def _repr_html_(self) -> str:
            return "nhà"

    assert Own()._repr_html_() == "nhà"


def filled(record: Any, figures: Iterator[int]) -> Any:
    """Fill every count of a form with the next figure."""
    values = {}
    for field in attrs.fields(record):
        blank = getattr(record(), field.name)
        if attrs.has(type(blank)) and not isinstance(blank, Tiered):
            values[field.name] = filled(type(blank), figures)
        else:
            tiers = {"province": next(figures), "district": next(figures), "commune": next(figures)}
            values[field.name] = Tiered(**tiers) if isinstance(blank, Tiered) else tiers["commune"]
    return record(**values)


@settings(max_examples=25)
@given(st.sampled_from([ImplementationAppendix, ParticipationAppendix]), st.integers(0, 10**9))
def test_every_figure_is_printed_on_its_line(record: type, start: int) -> None:
    """However many figures: each is printed once, in the order of the form, in Vietnamese notation."""
    instance = filled(record, count(start))
    figures = [format_figure(cell.value) for cell in form_of(record).cells(instance)]

    cells = [cell for table in tables_of(instance) for line in table.rows for cell in line[2:] if cell]

    assert cells == figures


def test_appendix_1_is_printed_as_its_office_prints_it() -> None:
    """The whole page, for a reader to look at: tests/forms/kl62-pl1.txt."""
    instance = ImplementationAppendix(
        dissemination=pl1.Dissemination(
            conferences=pl1.Conferences(separate=12, integrated=0, people_reached=1234)
        ),
        cadres=pl1.Cadres(reorganised=pl1.Reorganised(total=3, communes=2, subordinate=1)),
        membership=pl1.Membership(members=Pair(210, 2345)),
        allowances=pl1.Allowances(villages=pl1.Allowance(total=8, at_norm=8, above_norm=0)),
    )

    assert print_form(instance) + "\n" == Path(__file__).with_name("kl62-pl1.txt").read_text("utf-8")


def test_a_sum_of_money_says_its_unit_unless_the_form_does() -> None:
    @form("test-money", title="Tiền")
    @attrs.frozen(kw_only=True)
    class Sums:
        plain: Money | None = row("1", "Ban Giám sát đầu tư của cộng đồng thu hồi")
        told: Money | None = row("2", "Tổng dư nợ (đồng)")
        scaled: Money | None = row("3", "Vận động", shown_in="triệu đồng")
        both: Money | None = row("4", "Vận động, triệu đồng", shown_in="triệu đồng")
        persons: Count | None = row("5", "Người đóng góp (đồng bào)")

    (table,) = tables_of(Sums(plain=1500, told=1500, scaled=215_910_000, both=215_910_000, persons=5))
    assert [line[2] for line in table.rows] == ["1.500 đồng", "1.500", "215,91 triệu đồng", "215,91", "5"]
    (blank,) = tables_of(Sums())
    assert {line[2] for line in blank.rows} == {""}
