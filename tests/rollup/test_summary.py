"""A table of figures over reports: figures, not texts; their sum, and who told it."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

import mttq
from mttq.errors import ArgumentError, DeclarationError, FieldError, PathError
from mttq.model import FundKind, FundLedger, Funds, PopulationProfile, PovertyFigure, Unit, UnitKind
from mttq.report import Report
from mttq.rollup import Summary, summary
from mttq.testing import draw_report, make_report
from mttq.values import Pair, Qualifier, Quantity, Share

POOR = mttq.share_of("population.poor.households", "population.households")


def report(name: str, households: int | None, poor: int | None = None, *amounts: int | None) -> Report:
    unit = Unit(kind=UnitKind.COMMUNE, name=name)
    people = PopulationProfile(households=households, poor=PovertyFigure(households=poor))
    ledgers = tuple(FundLedger(fund=FundKind.OTHER, raised=amount) for amount in amounts)
    return Report(unit=unit, title="Báo cáo", population=people, funds=Funds(ledgers=ledgers))


REPORTS = [report("Đông", 300, 15, 2, 3), report("An", 100, 30), report("Ân", None, 9, 4)]


def test_a_line_for_each_unit_in_vietnamese_order_and_the_sum() -> None:
    table = summary(REPORTS, {"Số hộ": "population.households", "Hộ nghèo": POOR}, title="Ba xã")
    assert table.rows() == [
        {"Đơn vị": "xã An", "Số hộ": 100, "Hộ nghèo": Decimal("30.00")},
        {"Đơn vị": "xã Ân", "Số hộ": None, "Hộ nghèo": None},
        {"Đơn vị": "xã Đông", "Số hộ": 300, "Hộ nghèo": Decimal("5.00")},
    ]
    assert (table.totals, table.reported) == ((400, Share(Decimal("11.25"))), (2, 2))
    last = mttq.render(table).splitlines()[-1].split("  ")
    assert [cell.strip() for cell in last if cell] == ["Cộng", "400 (2/3 xã)", "11,25% (2/3 xã)"]
    assert "Total" in mttq.render(table, lang="en")
    assert "| Cộng" in mttq.render(table, fmt="markdown")
    assert table._repr_html_() == mttq.render(table, fmt="html")
    assert repr(table) == "<Summary “Ba xã”: 3 dòng, 2 cột>"


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["An", "Ân", "Đông"]),
        (None, ["Đông", "An", "Ân"]),
        ("Số hộ", ["An", "Đông", "Ân"]),
        ("-Số hộ", ["Đông", "An", "Ân"]),
        ("-Tỷ lệ", ["An", "Đông", "Ân"]),
        ("Tên", ["An", "Ân", "Đông"]),
    ],
)
def test_lines_are_sorted(sort: str | None, names: list[str]) -> None:
    columns: dict[str, Any] = {
        "Số hộ": "population.households",
        "Tỷ lệ": POOR,
        "Tên": lambda one: one.unit.name,
    }
    assert [unit.name for unit in summary(REPORTS, columns, sort=sort).units] == names


def test_units_stand_in_the_order_of_the_dictionary_not_in_that_of_people() -> None:
    names = ["Bình An", "An Hòa", "Ân Phú", "An Bình"]
    found = summary([report(name, 1) for name in names], {"Số hộ": "population.households"})
    assert [unit.name for unit in found.units] == ["An Bình", "An Hòa", "Ân Phú", "Bình An"]


def test_figures_of_all_kinds_are_sorted() -> None:
    kinds = [Pair(3, 1), Decimal("1.5"), Quantity.of(2, "ha"), "một"]
    reports = [report(str(n), n) for n in range(4)]
    found = summary(reports, {"A": lambda one: kinds[one.population.households or 0]}, sort="A", total="")
    assert [value for (value,) in found.values] == [kinds[1], kinds[2], kinds[0], kinds[3]]
    assert "Cộng" not in mttq.render(found)


def test_a_path_may_lead_into_lists() -> None:
    columns = {
        "Thu": "funds.ledgers.*.raised",
        "Quỹ khác": "/funds.ledgers.*[fund=OTHER].raised",
        "Quỹ cứu trợ": "funds.ledgers.*[fund=RELIEF_FUND].raised",
        "Sổ": "#funds.ledgers",
    }
    table = summary(REPORTS, columns, sort=None)
    assert table.values == ((5, 5, None, 2), (None, None, None, None), (4, 4, None, 1))
    assert table.totals == (9, 9, None, 3)
    one_blank = summary([report("A", 1, 1, 2, None)], {"Thu": "funds.ledgers.*.raised"})
    assert one_blank.values == ((None,),)


def test_a_function_may_tell_anything() -> None:
    def codes(one: Report) -> str:
        return ", ".join(finding.code for finding in mttq.check(one).errors) or "không"

    table = summary(REPORTS, {"Lỗi": codes, "Số": lambda one: one.population.households})
    assert table.totals[0] is None
    assert table.totals[1] == 400


def test_pairs_and_hedged_figures_have_sums_too() -> None:
    def hedged(one: Report) -> Quantity:
        number = one.population.households or 0
        return Quantity.of(
            number, "households", qualifier=Qualifier.MORE_THAN if number == 100 else Qualifier.EXACT
        )

    columns: dict[str, Any] = {
        "Cặp": lambda one: Pair(1, one.population.households or 0),
        "Hơn": hedged,
        "Diện tích": lambda _: Decimal("1.5"),
        "Hộ": lambda _: Quantity.of(3, "ha"),
    }
    table = summary(REPORTS, columns)
    assert table.totals[0] == Pair(3, 400)
    assert mttq.vi.format_figure(table.totals[1]) == "hơn 400 hộ"
    assert table.totals[2] == Decimal("4.5")
    assert table.rows()[0] == {
        "Đơn vị": "xã An",
        "Cặp": Pair(1, 100),
        "Hơn": Quantity.of(100, "households", qualifier=Qualifier.MORE_THAN),
        "Diện tích": Decimal("1.5"),
        "Hộ": Decimal(3),
    }


def test_csv_opens_in_excel() -> None:
    table = summary(REPORTS[:2], {"Số hộ": "population.households", "=Tỷ lệ": POOR})
    assert table.to_csv().splitlines() == [
        '\ufeff"Đơn vị";"Số hộ";"\'=Tỷ lệ"',
        '"xã An";"100";"30,00%"',
        '"xã Đông";"300";"5,00%"',
        '"Cộng";"400";"11,25%"',
    ]
    assert summary([], {"Số hộ": "population.households"}, total="").to_csv() == '\ufeff"Đơn vị";"Số hộ"\n'


def test_units_of_several_kinds_are_units() -> None:
    ward = attrs.evolve(REPORTS[2], unit=Unit(kind=UnitKind.WARD, name="B"))
    table = summary([REPORTS[0], ward], {"Số hộ": "population.households"})
    assert "300 (1/2 đơn vị)" in mttq.render(table)
    assert mttq.render(summary([], {"Số hộ": "population.households"})).splitlines()[-1].split() == ["Cộng"]


def test_a_report_without_the_form_leaves_a_blank() -> None:
    path = "kl62-pl2.criticism.sessions"
    table = summary([make_report(), REPORTS[0]], {"Phản biện": path})
    assert table.values == ((None,), (13,))


def test_changes_against_an_earlier_report_are_sums_with_signs() -> None:
    """Of the unit itself; what one of both leaves blank has no change, and its total says so."""
    before = [report("Đông", 290, 20), report("An", 90, None), report("An", 95, 31), report("Nơi khác", 1, 1)]
    columns: dict[str, Any] = {
        "Năm trước": "<population.households",
        "Tăng, giảm": ("population.households", "-<population.households"),
        "So với năm trước": mttq.share_of("population.poor.households", "<population.poor.households"),
    }
    table = summary(REPORTS, columns, previous=before)
    assert table.values == (
        (95, 5, Share(Decimal("96.77"))),
        (None, None, None),
        (290, 10, Share(Decimal("75.00"))),
    )
    assert table.totals == (385, 15, Share(Decimal("88.24")))
    assert "15 (2/3 xã)" in mttq.render(table)
    assert summary(REPORTS, columns, previous=()).totals == (None, None, None)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_lines_go_straight_into_a_data_frame(library: str) -> None:
    """With `pip install --group peers`; counts stay whole, percentages exact, blanks missing."""
    frames = pytest.importorskip(library, reason="needs the group peers")
    table = summary(REPORTS, {"Số hộ": "population.households", "Hộ nghèo": POOR})
    frame = frames.DataFrame(table.rows())
    assert list(frame.columns) == ["Đơn vị", "Số hộ", "Hộ nghèo"]
    assert list(frame["Đơn vị"]) == ["xã An", "xã Ân", "xã Đông"]
    assert frame["Số hộ"].sum() == 400
    assert [frame["Hộ nghèo"][0], frame["Hộ nghèo"][2]] == [Decimal(30), Decimal(5)]
    assert list(frame["Số hộ"].is_null() if library == "polars" else frame["Số hộ"].isna()) == [0, 1, 0]
    long = frames.DataFrame(mttq.to_columns(REPORTS))
    assert len(long) == sum(1 for one in REPORTS for _ in one.figures())


def test_what_is_wrong_is_refused() -> None:
    with pytest.raises(PathError, match=r"population\.households"):
        summary(REPORTS, {"A": "population.housholds"})
    with pytest.raises(DeclarationError):
        summary(REPORTS, {"A": "dân số"})
    for path in ("^households", "<population.households", "funds.ledgers.*[opening=closing].raised"):
        with pytest.raises(PathError, match="không dẫn từ báo cáo"):
            summary(REPORTS, {"A": path})
    with pytest.raises(ArgumentError, match=r"sort: không có cột “Số hô”; có phải “Số hộ”\?"):
        summary(REPORTS, {"Số hộ": "population.households"}, sort="Số hô")
    with pytest.raises(FieldError):
        summary(REPORTS, {"A": 3})  # type: ignore[dict-item]
    with pytest.raises(FieldError):
        summary(REPORTS, {"A": mttq.forms.at_most("x")})
    with pytest.raises(FieldError):
        summary([1], {})  # type: ignore[list-item]
    with pytest.raises(FieldError, match="columns"):
        summary(REPORTS, 5)  # type: ignore[arg-type]
    assert isinstance(summary([draw_report(1)], {}), Summary)
