"""A small program that uses every public name, as a typed program of a user would: no cast, no `Any`.

mypy --strict and pyright read it with the other tests and hold each `assert_type`; here it is run as well.
"""

import ast
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import attrs
import pytest

import mttq
from mttq.forms import ParticipationAppendix


@mttq.form("test-typing", title="Biểu của một chương trình có kiểu")
@attrs.frozen(kw_only=True)
class Houses:
    total: mttq.Count | None = mttq.row("1", "Tổng số nhà", total_of=("built", "repaired"))
    built: mttq.Count | None = mttq.row("1a", "Xây mới")
    repaired: mttq.Count | None = mttq.row("1b", "Sửa chữa")


@attrs.frozen(kw_only=True)
class Part:
    opened: mttq.Tiered[mttq.Count] = mttq.row("1", "Số cuộc")


@mttq.form("test-typing-parts", title="Biểu có phần")
@attrs.frozen(kw_only=True)
class Parts:
    part: Part = mttq.section("I", "Phần một")


@mttq.columns
@attrs.frozen(kw_only=True)
class Village:
    name: str | None = mttq.column("Thôn")
    households: mttq.Count | None = mttq.column("Số hộ", unit="households")
    day: date | None = mttq.column("Ngày")


@mttq.form("test-typing-register", title="Biểu có các dòng lặp lại")
@attrs.frozen(kw_only=True)
class Villages:
    villages: tuple[Village, ...] = mttq.table(key="name")
    total: Village = mttq.row("T", "Cộng", total_of="villages")


@mttq.rule(
    "TYP001",
    mttq.Severity.WARNING,
    level=1,
    title="Tên xã không quá ngắn",
    message="Tên xã có {size} chữ",
)
def name_is_long(report: mttq.Report) -> Iterator[mttq.rules.Judgement]:
    """A name has many letters."""
    yield mttq.rules.Breach(path="unit.name", args={"size": len(report.unit.name)})


def test_values() -> None:
    quantity = assert_type(
        mttq.Quantity.of(5500, "households", qualifier=mttq.Qualifier.MORE_THAN), mttq.Quantity
    )
    assert_type(quantity.low, Decimal | None)
    assert_type(quantity.surely_above(5000), bool)
    assert_type(quantity.admits(Fraction(5501)), bool)
    assert_type(mttq.Share.of(61, 812).percent, Decimal)
    assert_type(mttq.Pair(169, 1169) + mttq.Pair(1, 31), mttq.Pair)
    assert_type(mttq.Triple(3, 91, 3) + mttq.Triple(1, 1, 1), mttq.Triple)
    assert_type(mttq.Tiered(province=2, commune=45).sum(mttq.Tier.COMMUNE), int | None)
    assert_type(mttq.Tiered(commune=mttq.Pair(1, 2))[mttq.Tier.COMMUNE], mttq.Pair | None)
    assert_type(mttq.Period.quarter(2023, 4).kind, mttq.PeriodKind)
    assert_type(mttq.PartialDate.of(date(2020, 3, 5)).year, int | None)
    assert_type(mttq.DocumentRef(raw="217-QĐ/TW").kind, mttq.DocumentKind | None)
    assert_type(str(quantity), str)
    money: mttq.Money = 215_910_000
    assert_type(mttq.vi.format_money(money), str)
    assert_type(mttq.vi.parse_quantity("hơn 4,5 tỷ đồng"), mttq.Quantity)
    assert_type(mttq.values.UnitKind.COMMUNE.tier, mttq.Tier)


def test_reports(tmp_path: Path) -> None:
    summed = assert_type(mttq.roll_up([], mttq.testing.make_report().unit), mttq.RollUp)
    assert_type(summed.report, mttq.Report)
    assert_type(summed.coverage("population.households").missing, tuple[str, ...])
    assert_type(next(iter(summed.figures()), None), mttq.rollup.RolledFigure | None)
    share = mttq.share_of("population.poor.households", "population.households")
    table = assert_type(
        mttq.summary([mttq.testing.make_report()], {"A": "population.households", "B": share}), mttq.Summary
    )
    assert len(table.rows()) == len(mttq.to_columns([mttq.testing.make_report()], wide=True)["unit"]) == 1
    assert_type(next(mttq.testing.make_report().figures()).path, str)
    assert_type(mttq.testing.make_report().with_values({"population.households": 5}), mttq.Report)
    units = assert_type(mttq.testing.make_units(), mttq.Units)
    assert_type(units.successions, tuple[mttq.Succession, ...])
    assert_type(units.at(date(2025, 7, 1)), mttq.units.UnitsOn)
    assert_type(units.at(date(2025, 7, 1))["20056"], mttq.Unit)
    report = assert_type(mttq.testing.make_report(), mttq.Report)
    assert_type(report.unit, mttq.Unit)
    assert_type(report.value_at("population.households"), object)
    households = assert_type(report.value_at("population.households", int), int | None)
    appendix = assert_type(report.value_at("kl62-pl2", ParticipationAppendix), ParticipationAppendix | None)
    assert_type(report.appendix(ParticipationAppendix), ParticipationAppendix | None)
    figure = assert_type(report.figure_at("population.poor.share"), mttq.values.Printed | Decimal | None)
    assert households
    assert appendix
    assert isinstance(figure, mttq.Share)
    assert_type(mttq.loads(mttq.dumps(report)), mttq.Report)
    mttq.dump(report, tmp_path / "report.json")
    assert_type(mttq.load(tmp_path / "report.json"), mttq.Report)
    assert_type(list(mttq.load_many([mttq.dumps(report, indent=None)])), list[mttq.Report])
    assert_type(mttq.json_schema(), dict[str, object])
    assert_type(mttq.forms.form_of(Houses).code, str)
    assert_type(mttq.model.PopulationProfile().households, int | None)
    assert Parts(part=Part(opened=mttq.Tiered(commune=1))).part.opened.commune == 1


def test_registers() -> None:
    filled = Villages(villages=(Village(name="Pa Ling", households=95),), total=Village(households=95))
    assert_type(filled.villages, tuple[Village, ...])
    assert_type(filled.villages[0].households, int | None)
    assert_type(filled.total.day, date | None)
    wrong: list[object] = []
    with pytest.raises(mttq.FieldError):
        wrong += [Village(households="95")]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError):
        wrong += [Village(houses=95)]  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(mttq.FieldError):
        wrong += [Villages(total=filled)]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(AttributeError):
        wrong += [filled.total.houses]  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        filled.total.households = 5  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    assert wrong == []


def test_documents() -> None:
    report = mttq.testing.make_report()
    assert_type(mttq.document(["# Kết quả", "{population.households} hộ"], of=report), mttq.Document)


def test_findings(tmp_path: Path) -> None:
    report = mttq.testing.make_report()
    findings = assert_type(mttq.check(report, rules=[*mttq.RULES, name_is_long]), mttq.Findings)
    finding = assert_type(findings["TYP001"][0], mttq.Finding)
    assert_type(finding.severity, mttq.Severity)
    assert_type(findings.compare(mttq.check_all([report])), mttq.Comparison)
    digest = assert_type(mttq.digest(report), mttq.Digest)
    assert_type(mttq.check_all([report, digest], previous=digest), mttq.Findings)
    assert_type(mttq.load_many([], each=mttq.digest).errors, list[mttq.LoadError])
    waiver = assert_type(finding.waive("đã đối chiếu"), mttq.Waiver)
    mttq.dump_waivers([waiver], tmp_path / "waivers.toml")
    assert_type(mttq.load_waivers(tmp_path / "waivers.toml"), tuple[mttq.Waiver, ...])
    (tmp_path / "rules.toml").write_text("", encoding="utf-8")
    assert_type(mttq.load_rules(tmp_path / "rules.toml"), tuple[mttq.rules.Rule, ...])
    assert_type(mttq.installed_rules(), mttq.rules.RuleSet)
    assert_type([*mttq.PROFILES.values(), mttq.Profile(name="x")], list[mttq.Profile])
    assurance = assert_type(mttq.assure(report), mttq.Assurance)
    assert_type(assurance.share, Fraction)
    repairs = assert_type(mttq.localise(report), mttq.Repairs)
    assert_type([change for repair in repairs for change in repair.changes], list[mttq.Change])
    assert_type(repairs[:1], tuple[mttq.Repair, ...])
    assert_type(mttq.render(findings, fmt="markdown", lang="en"), str)
    assert_type(mttq.tables.Column("Xã").head, str)
    assert_type(mttq.reading.read(b"x").report(title="Báo cáo", unit=report.unit), mttq.Report)
    mttq.writing.review(findings, tmp_path / "review.xlsx")
    assert_type(mttq.exporting.to_csv(findings), str)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda: mttq.vi.parse_number("1.5"), mttq.NumberFormatError),
        (lambda: mttq.vi.parse_date("x"), mttq.DateFormatError),
        (lambda: mttq.vi.parse_document("x"), mttq.DocumentFormatError),
        (lambda: mttq.vi.parse_unit("x 5"), mttq.UnitFormatError),
        (lambda: mttq.Units([mttq.Unit(kind=mttq.values.UnitKind.WARD, name="A")]), mttq.UnitsError),
        (lambda: mttq.loads("{}"), mttq.LoadError),
        (lambda: mttq.load("x.json"), mttq.errors.FileMissingError),
        (lambda: mttq.document(["{population.houses}"]), mttq.DocumentError),
        (lambda: mttq.Pair(-1, 2), mttq.FieldError),
        (lambda: mttq.form("test-typing", title="")(Part), mttq.DeclarationError),
    ],
)
def test_errors(wrong: object, error: type[mttq.MttqError]) -> None:
    assert callable(wrong)
    with pytest.raises(error):
        wrong()
    assert issubclass(mttq.NumberFormatError, mttq.NotationError)
    assert issubclass(mttq.DocumentError, mttq.MttqError)


def test_every_public_name_is_used() -> None:
    tree = ast.parse(Path(__file__).read_text("utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "mttq"
    }
    assert {*dir(mttq)} - {"__version__"} <= used
