"""What agrees is said by rule, and what nothing verifies is not praised."""

from fractions import Fraction

import pytest

from mttq.assuring import assure
from mttq.checking import Profile
from mttq.errors import FieldError
from mttq.figures import figures_of
from mttq.rendering import render
from mttq.testing import make_report
from mttq.values import Pair

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
    assert found.agreed["UNI008"] == (
        "population.households",
        "population.poor.households",
        "population.poor.share",
        "population.near_poor.households",
        "population.near_poor.share",
    )


def test_a_plausible_figure_is_not_verified() -> None:
    """4,1 persons a household are usual, and so are 4,2."""
    found = assure(REPORT)
    assert "population.persons" in found.unverified
    assert not {"UNI009", "TRD005", "APP001", "APP006"} & set(found.agreed)


def test_what_a_finding_takes_notice_of_is_questioned_whatever_else_agrees() -> None:
    wrong = REPORT.with_value(SESSIONS[0], 12)
    found = assure(wrong)
    assert found.questioned == tuple(SESSIONS)
    assert SESSIONS[0] in found.agreed["CRI004"]
    assert not set(SESSIONS) & {*found.verified, *found.unverified}


def test_a_sum_that_cannot_be_judged_verifies_nothing() -> None:
    blank = REPORT.with_value(SESSIONS[1], None)
    found = assure(blank, profile=Profile(select=("CRI001",)))
    assert (dict(found.agreed), found.verified, found.share) == ({}, (), Fraction(0))


def test_no_figures_are_all_verified() -> None:
    bare = type(REPORT)(unit=REPORT.unit, title="Báo cáo")
    assert assure(bare).share == 1
    assert "Mọi số liệu đều được kiểm chứng." in render(assure(bare))


def test_rendering_names_places_and_figures() -> None:
    few = assure(REPORT, profile=Profile(select=("UNI007",)))
    assert render(few, "markdown").startswith("## Mức kiểm chứng")
    shown = [table.rows for table in few.tables()]
    assert shown[0] == (
        ("Tất cả", "70", "100%"),
        ("Đã khớp với số liệu khác", "3", "4,29%"),
        ("Đang có phát hiện", "0", "0%"),
        ("Chưa có gì kiểm chứng", "67", "95,71%"),
    )
    assert shown[1] == (
        (
            "UNI007",
            "Hộ nghèo và cận nghèo không nhiều hơn tổng số hộ",
            "Dân số, Số hộ: 1.000\nDân số, Hộ nghèo, Số hộ: 87\nDân số, Hộ cận nghèo, Số hộ: 65",
        ),
    )
    assert ("Dân số, Số nhân khẩu", "4.100") in shown[2]
    assert few.tables("en")[0].rows[3][0] == "Verified by nothing"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_report_gives_the_same_assurance(lang: str) -> None:
    assert render(assure(REPORT), lang=lang) == render(assure(make_report()), lang=lang)  # type: ignore[arg-type]


def test_a_pair_is_verified_if_both_halves_are() -> None:
    path = "kl62-pl1.membership.nominated_to_party"
    assert path in assure(REPORT, profile=Profile(select=("MEM002",))).verified
    slack = REPORT.with_value(path, Pair(50, 17))  # 29 of 67: that 17 are 0 would not be noticed
    assert path not in assure(slack, profile=Profile(select=("MEM002",))).verified


def test_only_a_report_can_be_assured() -> None:
    with pytest.raises(FieldError, match="report phải là Report, không phải 3"):
        assure(3)  # type: ignore[arg-type]
