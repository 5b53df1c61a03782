"""Verified figures is said by rule, and what nothing verifies is not praised."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from mttq.checking import Profile
from mttq.errors import FieldError
from mttq.model import PovertyFigure, Statement
from mttq.rendering import render
from mttq.repairs import assure
from mttq.repairs._figures import figures_of
from mttq.report import Report
from mttq.rules import PASSED, Breach, Judgement, Severity, rule
from mttq.testing import draw_report, make_report
from mttq.values import Pair, Qualifier, Quantity, Share

REPORT = make_report()
SESSIONS = [
    f"kl62-pl2.criticism.{name}.commune" for name in ("sessions", "conferences", "written", "dialogues")
]


def test_every_figure_is_verified_questioned_or_neither() -> None:
    found = assure(REPORT)
    assert found.questioned == ()
    assert sorted((*found.verified, *found.unverified)) == sorted(figures_of(REPORT))
    assert found.share == Fraction(len(found.verified), len(figures_of(REPORT)))


def test_the_figures_of_an_equation_verify_each_other() -> None:
    found = assure(REPORT)
    assert found.agreed["CRI001"] == tuple(SESSIONS)
    assert set(SESSIONS) <= set(found.verified)
    classes = ("population.poor.households", "population.poor.share")
    assert found.agreed["UNI008"] == (*classes, *(name.replace("poor", "near_poor") for name in classes))


def test_a_plausible_figure_is_not_verified() -> None:
    """4,1 persons a household are usual, and so are 4,2."""
    found = assure(REPORT)
    assert "population.persons" in found.unverified
    assert not {"UNI009", "TRD005", "APP001", "APP006"} & set(found.agreed)


def test_a_figure_is_verified_only_if_no_other_in_its_last_digit_would_do() -> None:
    """Of 4.000 households 348 are 8,7%, and so are 349; of 1.000 only 87 are."""
    shares = [f"population.poor.{name}" for name in ("households", "share")]
    assert set(shares) <= set(assure(REPORT).verified)
    of_more = REPORT.with_value("population.households", 4000).with_value(shares[0], 348)
    assert not {"population.households", shares[0]} & set(assure(of_more, select="UNI008").verified)
    hedged = Quantity(value=Decimal(5_500), qualifier=Qualifier.MORE_THAN)
    said = Statement(indicator="population.persons", value=hedged)
    told = attrs.evolve(REPORT.with_value("population.persons", 5_510), statements=(said,))
    assert "statements.0.value" in assure(told, select="CAM002").unverified


def test_a_figure_in_a_finding_is_questioned_even_if_others_agree_with_it() -> None:
    found = assure(REPORT.with_value("population.near_poor.share", Share(Decimal("7.5"))))
    questioned = ("population.households", "population.near_poor.households", "population.near_poor.share")
    assert found.questioned == questioned
    assert not set(questioned) & {*found.verified, *found.unverified}


@pytest.mark.parametrize("code", ["MEM002", "UNI007", "SUP001", "CRI004", "UNI010"])
def test_a_rule_that_holds_a_figure_from_one_side_verifies_nothing(code: str) -> None:
    for report in (REPORT, draw_report(1)):
        found = assure(report, profile=Profile(select=(code,)))
        assert (dict(found.agreed), found.verified) == ({}, ())


def test_a_zero_is_verified_by_a_sum_and_not_by_a_bound() -> None:
    none_of_it = "kl62-pl1.allowances.villages.not_received"
    assert REPORT.value_at(none_of_it) == 0
    assert none_of_it in assure(REPORT).verified
    no_poor = REPORT.with_value("population.poor", PovertyFigure(households=0))
    assert "population.poor.households" in assure(no_poor).unverified


def test_a_sum_that_cannot_be_judged_verifies_nothing() -> None:
    blank = REPORT.with_value(SESSIONS[1], None)
    found = assure(blank, profile=Profile(select=("CRI001",)))
    assert (dict(found.agreed), found.verified, found.share) == ({}, (), Fraction(0))


def test_no_figures_are_all_verified() -> None:
    bare = type(REPORT)(unit=REPORT.unit, title="Báo cáo")
    assert assure(bare).share == 1
    assert "Tất cả số liệu đã được kiểm chứng." in render(assure(bare))


def test_rendering_names_places_and_figures() -> None:
    few = assure(REPORT, profile=Profile(select=("UNI005",)))
    assert render(few, fmt="markdown").startswith("## Mức độ kiểm chứng")
    shown = [table.rows for table in few.tables()]
    assert shown[0] == (
        ("Tổng số", "70", "100%"),
        ("Đã khớp với số liệu khác", "2", "2,86%"),
        ("Có phát hiện", "0", "0%"),
        ("Chưa được kiểm chứng", "68", "97,14%"),
    )
    ((code, _, places),) = shown[1]
    assert (code, places.split("\n")[0]) == ("UNI005", "Dân số, Số thôn, tổ dân phố: 6")
    assert ("Dân số, Số nhân khẩu", "4.100") in shown[2]
    assert few.tables(lang="en")[0].rows[3][0] == "Not verified"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_report_has_the_same_assurance(lang: str) -> None:
    assert render(assure(REPORT), lang=lang) == render(assure(make_report()), lang=lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("halves", [1, 2])
def test_a_pair_is_verified_if_both_halves_are(halves: int) -> None:
    path, stated = "kl62-pl1.movements.commended", (14, 63)
    assert REPORT.value_at(path) == Pair(*stated)

    @rule("TST001", Severity.WARNING, level=1, title="Số khen thưởng", message="Sai")
    def some_halves_are_known(report: Report) -> Iterator[Judgement]:
        """Some halves of the pair are stated elsewhere."""
        pair = report.value_at(path)
        assert isinstance(pair, Pair)
        for stated_half, half in list(zip(stated, pair, strict=True))[:halves]:
            yield PASSED if half == stated_half else Breach(path=path)

    found = assure(REPORT, rules=[some_halves_are_known])
    assert dict(found.agreed) == {"TST001": (path,)}
    assert found.verified == ((path,) if halves == 2 else ())


def test_only_a_report_can_be_assured() -> None:
    with pytest.raises(FieldError, match=r"report: cần Report; đã nhận 3 \(int\)"):
        assure(3)  # type: ignore[arg-type]


def test_an_accepted_breach_calls_no_figure_into_question() -> None:
    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    waivers = {"CRI001": "xã đã giải trình"}
    before, after = assure(wrong, select="CRI001"), assure(wrong, select="CRI001", waivers=waivers)
    assert "kl62-pl2.criticism.sessions.commune" in before.questioned
    assert (after.questioned, set(after.verified)) == ((), set(before.verified))
