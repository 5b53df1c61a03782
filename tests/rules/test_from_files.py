"""Rules of a file judge as relations do; all that is wrong in a file is said with its line."""

import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from mttq._declared.types import Count
from mttq.checking import check
from mttq.errors import FileMissingError, LoadError
from mttq.forms import column, columns, form, row, table
from mttq.model import MassAssociation, OrganisationMembership, SocioPoliticalOrganization
from mttq.report import Report
from mttq.rules import RULES, Rule, Severity, load_rules
from mttq.testing import make_report
from mttq.values import Pair, Tier, UnitKind

REPORT = make_report()
EXAMPLE = Path(__file__).parents[2] / "examples" / "rules_of_hue.toml"
Load = Callable[[str], tuple[Rule, ...]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(text: str) -> tuple[Rule, ...]:
        file = tmp_path / "hue.toml"
        file.write_text(text, encoding="utf-8")
        return load_rules(file)

    return loaded


def one(left: str, relation: str, right: str, more: str = "") -> str:
    return (
        f'[[rule]]\ncode = "HUE001"\nleft = "{left}"\nrelation = "{relation}"\nright = {right}\n'
        f'title = "Thử"\n{more}'
    )


def between(left: str, bounds: str) -> str:
    return one(left, "between", "?", bounds).replace("right = ?\n", "")


def said(rules: tuple[Rule, ...], report: Report = REPORT) -> list[str]:
    return [f"{item.path}: {item.message}" for item in check(report, rules=rules)]


PERSONS = "population.persons: Báo cáo ghi 4.100"
SESSIONS = "kl62-pl2.criticism.sessions"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (one("population.persons", "≤", "4000"), [f"{PERSONS}; số liệu đối chiếu là 4.000"]),
        (one("population.persons", "<=", "4100"), []),
        (one("population.persons", "≥", "[4000, 101]"), [f"{PERSONS}; số liệu đối chiếu là 4.101"]),
        (one("population.persons", "≥", "[4200, -100]"), []),
        (one("population.persons", "=", "4000", "tolerance = 100"), []),
        (one("population.persons", "≤", '"4 * households"'), [f"{PERSONS}; số liệu đối chiếu là 4.000"]),
        (
            one("population.persons", "≤", '["4 * households", "-villages"]'),
            [f"{PERSONS}; số liệu đối chiếu là 3.994"],
        ),
        (one("population.persons", "≤", '"households * villages"'), []),
        (
            between("population.persons", "low = 3000\nhigh = 4000"),
            [f"{PERSONS} người; mức thường gặp từ 3.000 đến 4.000"],
        ),
        (between("population.persons", "high = 4100"), []),
        (one("population.poor.share", "share_of", '["households", "^households"]'), []),
        (
            one("population.poor.share", "share_of", '["^near_poor.households", "^households"]'),
            ["population.poor.share: 65/1.000 là 6,5%; báo cáo ghi 8,7%"],
        ),
        (one("organisation.peoples_inspection.elected", "≤", '"/header.date - 15 days"'), []),
        (
            one("population.persons", "=", "4000.5", "tolerance = 99.4"),
            [f"{PERSONS}; số liệu đối chiếu là 4.000,5"],
        ),
        (one("population.persons", "=", '["villages", "-villages", 4100]'), []),
        (one("/population.villages", "=", '"/kl62-pl1.allowances.villages.total"'), []),
        (one("population.villages", "needed", '"persons"'), []),
        (
            one(
                "header.date",
                "deadline",
                '"/as_of.last_day + 5 days"',
                'message = "{event}, {days}: {other}"',
            ),
            ["header.date: 31/12/2024, 5: 05/01/2025"],
        ),
        (one("header.date", "deadline", '"/as_of.last_day + 15 days"'), []),
        (
            one("/kl62-pl1.membership.members.second", "≤", "9"),
            ["kl62-pl1.membership.members: Báo cáo ghi 1.846; số liệu đối chiếu là 9"],
        ),
        (
            one(SESSIONS, "=", '["conferences", "written", 2]'),
            [f"{SESSIONS}.commune: Báo cáo ghi 13; số liệu đối chiếu là 14"],
        ),
        (one(SESSIONS, "≤", '"/population.villages"', 'tiers = ["DISTRICT"]'), []),
    ],
)
def test_a_rule_judges_a_relation(load: Load, text: str, found: list[str]) -> None:
    assert said(load(text)) == found


def test_each_is_a_band_and_names_the_mean(load: Load) -> None:
    text = one("population.persons", "each", '"households"', 'low = 5\nmessage = "{mean} < {low}, {high}"')
    assert said(load(text)) == ["population.persons: 4,1 < 5, không giới hạn"]


def test_each_item_of_a_list_is_judged_if_it_is_so(load: Load) -> None:
    bodies = tuple(
        OrganisationMembership(organisation=body, opening=10, admitted=2, left=1, closing=12)
        for body in (SocioPoliticalOrganization.WOMENS_UNION, SocioPoliticalOrganization.FARMERS)
    )
    report = REPORT.with_value("membership.organisations", bodies)
    right = '["opening", "admitted", "-left"]'
    told = "membership.organisations.{}.closing: Báo cáo ghi 12; số liệu đối chiếu là 11"
    items = "membership.organisations.*.closing"
    assert said(load(one(items, "=", right)), report) == [told.format(0), told.format(1)]
    where = load(one(items, "=", right, 'where = "organisation=FARMERS"'))
    assert said(where, report) == [told.format(1)]
    inner = "membership.organisations.*[organisation=FARMERS].closing"
    assert said(load(one(inner, "=", right)), report) == [told.format(1)]


def test_organisations_are_chosen_by_name_and_by_what_those_that_are_listed_are(load: Load) -> None:
    bodies = tuple(
        OrganisationMembership(organisation=body, opening=10, admitted=2, left=1, closing=12)
        for body in (MassAssociation.ELDERLY, SocioPoliticalOrganization.YOUTH_UNION, "Câu lạc bộ Hưu trí")
    )
    report = REPORT.with_value("membership.organisations", bodies)
    told = "membership.organisations.{}.closing: Báo cáo ghi 12; số liệu đối chiếu là 11"

    def chosen(where: str) -> list[str]:
        text = f"membership.organisations.*[{where}].closing"
        return said(load(one(text, "=", '["opening", "admitted", "-left"]')), report)

    assert chosen("organisation=ELDERLY") == [told.format(0)]
    assert chosen("organisation.has_union_members=True") == [told.format(1)]
    assert chosen("has_union_members=False") == [told.format(0), told.format(2)]
    assert chosen("is_socio_political=False") == [told.format(0), told.format(2)]


def test_a_blank_is_not_verifiable_and_beside_a_number_alone_not_applicable(load: Load) -> None:
    blank = REPORT.with_value("population.persons", None)
    beside, alone = (load(one("population.persons", "≤", right)) for right in ('"villages"', "9"))
    assert check(blank, rules=beside).counts["HUE001"].not_verifiable == 1
    assert check(blank, rules=alone).counts["HUE001"].not_applicable == 1
    nowhere = load(one(SESSIONS, "≤", "1"))
    assert check(make_report(appendices=()), rules=nowhere).counts["HUE001"].not_applicable == 1


@columns
@attrs.frozen(kw_only=True)
class Village:
    name: str | None = column("Thôn")
    households: Count | None = column("Số hộ")
    poor: Count | None = column("Hộ nghèo")


@form("tu-tep", title="Theo thôn")
@attrs.frozen(kw_only=True)
class Villages:
    all: Village = row("1", "Cộng")
    villages: tuple[Village, ...] = table("2", "Các thôn", key="name")


def test_registers_and_columns_of_a_form_are_judged(load: Load) -> None:
    listed = tuple(Village(name=name, households=9, poor=poor) for name, poor in (("A", 9), ("B", 10)))
    report = make_report(appendices=(Villages(all=Village(households=20, poor=19), villages=listed),))
    told = "Báo cáo ghi {}; số liệu đối chiếu là {}"
    assert said(load(one("/tu-tep.villages.*.poor", "≤", '"households"')), report) == [
        f"tu-tep.villages.1.poor: {told.format(10, 9)}"
    ]
    assert said(load(one("/tu-tep.all.households", "=", '"~villages.*.households"')), report) == [
        f"tu-tep.all.households: {told.format(20, 18)}"
    ]
    with pytest.raises(LoadError, match=r"không có “/tu-tep\.vilages"):
        load(one("/tu-tep.vilages.*.poor", "≤", "5"))


def test_columns_of_levels_are_judged_one_by_one(load: Load) -> None:
    district = REPORT.with_value("unit.kind", UnitKind.DISTRICT).with_value(f"{SESSIONS}.district", 7)
    assert district.unit.tier is Tier.DISTRICT
    assert said(load(one(SESSIONS, "≤", "5")), district) == [
        f"{SESSIONS}.{tier}: Báo cáo ghi {number}; số liệu đối chiếu là 5"
        for tier, number in (("district", 7), ("commune", 13))
    ]


def test_the_example_has_words_of_its_own_and_can_be_pickled() -> None:
    rules = load_rules(str(EXAMPLE))
    boards, opinions, poor, women = rules
    assert [item.code for item in pickle.loads(pickle.dumps(rules))] == [item.code for item in rules]
    assert boards.words("en") == (
        "Each village has a Front Working Board",
        "{stated} Front Working Boards, {other} villages",
    )
    assert (poor.severity, poor.reason(), str(poor.basis)) == (
        Severity.INFO,
        "Cho lệch 5 hộ, vì số rà soát cuối năm chưa chốt.",
        "Nghị quyết của Hội đồng nhân dân (ví dụ)",
    )
    assert (opinions.words("en")[1], women.words("en")[1]) == tuple(
        RULES[code].words("en")[1] for code in ("APP015", "APP013")
    )
    assert (str(women.basis), women.basis.render(lang="en"), women.severity, women.module) == (
        "Quy tắc trong tệp rules_of_hue.toml",
        "Rules of the file rules_of_hue.toml",
        Severity.WARNING,
        "rules_of_hue.toml",
    )


NEAR = "có phải “households”?"
TERMS = "dòng 5, right: cần đường dẫn, số, hoặc danh sách của chúng; trong tệp là"


def of_people(relation: str, right: str, more: str = "") -> str:
    return one("population.persons", relation, right, more)


def more(line: str) -> str:
    return of_people("=", "5", line)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[[rule]]\n", [f"dòng 1: thiếu “{key}”" for key in ("code", "left", "relation", "right", "title")]),
        ("rule = 3", ["rule: mỗi quy tắc là một bảng [[rule]]"]),
        ("rule = [3]", ["quy tắc thứ 1: mỗi quy tắc là một bảng [[rule]]"]),
        ("[[rules]]\n", ["rules: không có khóa “rules”; có phải “rule”?"]),
        ("a = ", ["cuối tệp: viết sai TOML: Invalid value (at end of document)"]),
        (
            "a = 1\nb",
            ["cuối tệp: viết sai TOML: Expected '=' after a key in a key/value pair (at end of document)"],
        ),
        ("a == 1", ["dòng 1: viết sai TOML: Invalid value (at line 1, column 4)"]),
        (
            one("population.housholds", "=", "1"),
            [f"dòng 3, left: population.housholds: không có “housholds”; {NEAR}"],
        ),
        (of_people("=", '"housholds"'), [f"dòng 5, right: population.persons: không có “housholds”; {NEAR}"]),
        (
            one("header.date", "deadline", '"as_of.last_day + 15 days"'),
            ["dòng 5, right: header.date: không có “as_of.last_day”; có phải “/as_of.last_day”?"],
        ),
        (of_people("=", '"last_day"'), ["dòng 5, right: population.persons: không có “last_day”"]),
        (
            of_people("=", '"/population.poor.last_day"'),
            ["dòng 5, right: population.persons: không có “/population.poor.last_day”"],
        ),
        (
            one("header.date", "deadline", '["/as_of.last_day", 5]'),
            ["dòng 5, right: deadline cần đường dẫn, không phải số"],
        ),
        (
            one("header.date", "deadline", '"/population.persons"'),
            ["dòng 5, right: header.date: ngày chỉ so được với một ngày khác"],
        ),
        (of_people("=", '"a b"'), ["dòng 5, right: “a b” không phải đường dẫn của quan hệ"]),
        (of_people("=", "true"), [f"{TERMS} True"]),
        (of_people("=", "[]"), [f"{TERMS} []"]),
        (of_people("=", "nan"), [f"{TERMS} Decimal('NaN')"]),
        (of_people("=", str(list(range(17)))), ["dòng 5, right: nhiều nhất 16 số hạng, không phải 17"]),
        (of_people("each", '"households"'), ["dòng 4, relation: each cần low hoặc high"]),
        (of_people("each", "5", "low = 1"), ["dòng 5, right: each cần đường dẫn, không phải số"]),
        (more("name = 1"), ["dòng 7, name: không có khóa “name”"]),
        (
            more("low = 1").replace("HUE001", "CRI001"),
            [
                "dòng 2, code: CRI là nhóm quy tắc của mttq; hãy đặt mã khác, như HUE001",
                "dòng 7, low: chỉ dùng với each, between",
            ],
        ),
        (
            one(SESSIONS, "≤", '"/population.villages"', 'tiers = ["CENTRE"]'),
            [f"dòng 3, left: “{SESSIONS}” không có ở cấp nào"],
        ),
        (more("low = 1"), ["dòng 7, low: chỉ dùng với each, between"]),
        (
            of_people("each", '"households"', "low = 3\nhigh = 2"),
            ["dòng 7, low: giới hạn dưới lớn hơn giới hạn trên"],
        ),
        (of_people("between", "5", "low = 1"), ["dòng 5, right: between không cần “right”"]),
        (between("population.persons", ""), ["dòng 4, relation: between cần low hoặc high"]),
        (
            of_people("share_of", '["households"]'),
            ["dòng 5, right: share_of cần hai đường dẫn: của phần và của toàn bộ"],
        ),
        (of_people("share_of", "[1, 2]"), ["dòng 5, right: share_of cần đường dẫn, không phải số"]),
        (of_people("=", '"a * b * c"'), ["dòng 5, right: “a * b * c” không phải đường dẫn của quan hệ"]),
        (
            of_people("needed", '"households"', "tolerance = 1"),
            ["dòng 7, tolerance: chỉ dùng với total_of, same_as, at_most, at_least"],
        ),
        (more("tolerance = -1"), ["dòng 7, tolerance: cần một số không âm; trong tệp là -1"]),
        (
            more('severity = "fatal"'),
            ["dòng 7, severity: cần một trong: info, warning, error; trong tệp là 'fatal'"],
        ),
        (
            more('tiers = ["VILLAGE"]'),
            [
                "dòng 7, tiers: cần một trong: CENTRE, PROVINCE, DISTRICT, COMMUNE, BASE; "
                "trong tệp là ['VILLAGE']"
            ],
        ),
        (
            more('message = "{stated.real}"'),
            ["dòng 7, message: không có {stated.real}; chỉ ghi {stated}, {other}"],
        ),
        (more("message = 5"), ["dòng 7, message: cần một chuỗi có chữ; trong tệp là 5"]),
        (more('message_en = "{"'), ["dòng 7, message_en: không có {; chỉ ghi {stated}, {other}"]),
        (more('where = "x"'), ["dòng 7, where: “x” không phải điều kiện, như category=WORKING_BOARD_HEAD"]),
        (one("#population", "=", "5"), ["dòng 3, left: “#population”: phải là đường dẫn từ báo cáo"]),
        (
            one("^population.persons", "=", "5"),
            ["dòng 3, left: “^population.persons”: phải là đường dẫn từ báo cáo"],
        ),
        (
            one("population.poor.*.share", "=", "5"),
            ["dòng 3, left: population.poor.*.share: “population.poor” không phải danh sách"],
        ),
        (one("unit.name", "=", "5"), ["dòng 3, left: unit.name: “name” không phải số liệu"]),
        (
            of_people("=", "5").replace("HUE001", "hue"),
            ["dòng 2, code: mã quy tắc phải là chữ hoa rồi chữ số, như HUE001, không phải 'hue'"],
        ),
        (of_people("=", "5") * 2, ["dòng 8, code: hai quy tắc cùng mã HUE001"]),
    ],
)
def test_what_is_wrong_is_said_with_its_line(load: Load, text: str, faults: list[str]) -> None:
    with pytest.raises(LoadError) as caught:
        load(text)
    assert [f"{where}: {told}" for where, told, _ in caught.value.faults] == faults


def test_a_file_in_another_encoding_and_one_with_too_many_rules(tmp_path: Path, load: Load) -> None:
    file = tmp_path / "hue.toml"
    file.write_bytes(b"# a\n\xe1")
    with pytest.raises(LoadError, match="dòng 2: không phải UTF-8; hãy lưu tệp với mã UTF-8"):
        load_rules(file)
    with pytest.raises(LoadError, match="nhiều nhất 1000 quy tắc trong một tệp, không phải 1001"):
        load("[[rule]]\n" * 1001)
    with pytest.raises(FileMissingError):
        load_rules(tmp_path / "none.toml")


def test_errors_can_be_said_in_english(load: Load) -> None:
    with pytest.raises(LoadError) as caught:
        load(one("population.persons", "==", "5"))
    assert "line 4, relation: expected one of: =" in caught.value.render(lang="en")


def test_a_text_that_looks_like_a_rule_costs_the_number_of_the_line(load: Load) -> None:
    reason = 'reason = """\n[[rule]]\n"""\n'
    with pytest.raises(LoadError) as caught:
        load(one("population.housholds", "=", "5", reason))
    assert str(caught.value.faults[0].path) == "quy tắc thứ 1, left"


def test_numbers_are_exact(load: Load) -> None:
    share = REPORT.with_value("kl62-pl1.membership.members", Pair(1, 2))
    (finding,) = check(share, rules=load(one("/kl62-pl1.membership.members.first", "≥", "1.1")))
    assert finding.evidence is not None
    assert finding.evidence.right[0].value == Decimal("1.1")
