"""Profiles choose rules by code and level, and are found by their names."""

from collections.abc import Iterator

import pytest

from mttq.checking import check
from mttq.profiles import DEFAULT, FORM_ONLY, PROFILES, STRICT, Profile, profile_of
from mttq.report import Report
from mttq.rules import PASSED, RULES, Basis, Confidence, Judgement, Severity, rule
from mttq.testing import make_report

HEARSAY = Basis(text="Nghe nói", confidence=Confidence.UNCONFIRMED)


@rule("TST001", Severity.INFO, level=0, basis=HEARSAY, wording={"vi": ("Nghe nói", "Nghe nói")})
def unsure(report: Report, *, times: int = 1) -> Iterator[Judgement]:
    """Perhaps.

    Wrong: no.
    Right: yes.
    """
    yield from [PASSED] * times


def test_what_a_caller_changes_later_changes_no_profile() -> None:
    parameters = {"TST001": {"times": 2}}
    profile = Profile(parameters=parameters)
    parameters["TST001"]["times"] = 3
    assert profile.parameters == {"TST001": {"times": 2}}
    with pytest.raises(TypeError):
        PROFILES["default"] = profile  # type: ignore[index]


def test_named_profiles() -> None:
    assert PROFILES == {"default": DEFAULT, "strict": STRICT, "form-only": FORM_ONLY}
    assert [profile_of(given) for given in (None, "default", "strict", FORM_ONLY)] == [
        DEFAULT,
        DEFAULT,
        STRICT,
        FORM_ONLY,
    ]
    with pytest.raises(ValueError, match=r"^không có bộ quy tắc 'lax'; chọn một trong default, strict, form"):
        check(make_report(), profile="lax")


@pytest.mark.parametrize(("name", "taken"), [("default", False), ("strict", True), ("form-only", False)])
def test_only_the_strict_profile_takes_rules_on_an_unconfirmed_basis(name: str, taken: bool) -> None:
    assert ("TST001" in check(make_report(), rules=[unsure], profile=name).counts) == taken


def test_a_profile_takes_rules_by_level() -> None:
    assert {item.level for item in FORM_ONLY.choose(RULES)} == {0}
    assert {item.level for item in STRICT.choose(RULES)} > {0, 1}
    assert Profile(levels=(0, 1), select=("TST",)).choose([unsure]) == (unsure,)


def test_a_parameter_that_a_rule_does_not_have_is_refused_with_those_it_has() -> None:
    profile = Profile(select=("TST",), parameters={"TST001": {"time": 2, "unknown": 1}})
    with pytest.raises(TypeError, match=r"^Profile default: TST001 không có time, unknown; có: times$"):
        profile.choose([unsure])
    with pytest.raises(TypeError, match=r"APP\w+ không có x; có: không có tham số nào$"):
        Profile(parameters={"APP007": {"x": 1}}).choose(RULES)
    with pytest.raises(ValueError, match=r"^Profile default: không có quy tắc nào mã 'UNI09'$"):
        Profile(parameters={"UNI09": {"least": 3}}).choose(RULES)
    assert Profile(select=("TST",), parameters={"TST001": {"times": 3}}).choose([unsure]) == (unsure,)
