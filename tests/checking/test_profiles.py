"""Profiles choose rules by code and level, and are found by their names."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from mttq.checking import DEFAULT, FORM_ONLY, PROFILES, Profile, check
from mttq.checking._profiles import profile_of
from mttq.errors import CodeError
from mttq.report import Report
from mttq.rules import PASSED, RETIRED, RULES, Basis, Confidence, Judgement, Severity, rule
from mttq.testing import make_report

HEARSAY = Basis(text="Nghe nói", confidence=Confidence.UNCONFIRMED)


@rule("TST001", Severity.INFO, level=0, basis=HEARSAY, title="Nghe nói", message="Nghe nói")
def unsure(report: Report, *, times: int = 1) -> Iterator[Judgement]:
    """Perhaps.

    Wrong: no.
    Right: yes.
    """
    yield from [PASSED] * times


def test_a_profile_is_unaffected_by_later_changes_to_its_arguments() -> None:
    parameters = {"TST001": {"times": 2}}
    profile = Profile(parameters=parameters)
    parameters["TST001"]["times"] = 3
    assert profile.parameters == {"TST001": {"times": 2}}
    with pytest.raises(TypeError):
        PROFILES["default"] = profile  # type: ignore[index]


def test_named_profiles() -> None:
    assert PROFILES == {"default": DEFAULT, "form-only": FORM_ONLY}
    assert [profile_of(given) for given in (None, "default", FORM_ONLY)] == [DEFAULT, DEFAULT, FORM_ONLY]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("lax", "không có bộ quy tắc 'lax'; chọn một trong: default, form-only"),
        ("strict", "không có bộ quy tắc 'strict'; chọn một trong: default, form-only"),
        ("form_only", "không có bộ quy tắc 'form_only'; có phải “form-only”?"),
    ],
)
def test_an_unknown_profile_is_refused(name: str, told: str) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(told)}$"):
        check(make_report(), profile=name)


@pytest.mark.parametrize(
    ("profile", "taken"), [("default", False), (Profile(select=("TST",)), True), ("form-only", False)]
)
def test_rules_on_an_unconfirmed_basis_run_if_they_are_selected(profile: Profile | str, taken: bool) -> None:
    assert ("TST001" in check(make_report(), rules=[unsure], profile=profile).counts) == taken


def test_a_profile_takes_rules_by_level() -> None:
    assert {item.level for item in FORM_ONLY.choose(RULES)} == {0}
    assert {item.level for item in DEFAULT.choose(RULES)} > {0, 1}
    assert Profile(levels=(0, 1), select=("TST",)).choose([unsure]) == (unsure,)
    with pytest.raises(ValueError, match=r"^Profile default: cấp của quy tắc là 0 đến 4, không phải 7$"):
        Profile(levels=(0, 7))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"select": ("CR1",)}, "'CR1'; có phải “CRI”?"),
        ({"select": ("TXT", "ORG0O1")}, "'ORG0O1'; có phải “ORG001”?"),
        ({"select": ("XYZ",)}, "'XYZ'"),
        ({"ignore": ("TXTT",)}, "'TXTT'; có phải “TXT”?"),
        ({"parameters": {"UNI09": {"least": 3}}}, "'UNI09'; có phải “UNI009”?"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest_one(fields: dict[str, Any], told: str) -> None:
    message = rf"^không có quy tắc nào mã {re.escape(told)}$"
    with pytest.raises(CodeError, match=message):
        Profile(**fields).choose(RULES)
    with pytest.raises(ValueError, match=message):
        check(make_report(), profile=Profile(**fields))


def test_rules_of_mttq_may_be_ignored_among_any_others() -> None:
    profile = Profile(select=("TST",), ignore=("TXT", "CRI001", "MTQ"))
    assert profile.choose([unsure]) == (unsure,)


def test_an_unknown_parameter_is_refused_with_those_of_the_rule() -> None:
    profile = Profile(select=("TST",), parameters={"TST001": {"time": 2, "unknown": 1}})
    with pytest.raises(
        TypeError, match=r"^Profile default: TST001 không có time, unknown; có phải “times”\?$"
    ):
        profile.choose([unsure])
    with pytest.raises(TypeError, match=r"APP\w+ không có x; không có tham số nào$"):
        Profile(parameters={"APP007": {"x": 1}}).choose(RULES)
    with pytest.raises(TypeError, match=r"^Profile default: TST001 không có x; có: times$"):
        Profile(parameters={"TST001": {"x": 1}}).choose([unsure])
    assert Profile(select=("TST",), parameters={"TST001": {"times": 3}}).choose([unsure]) == (unsure,)


@pytest.mark.parametrize("code", RETIRED)
@pytest.mark.parametrize(
    "fields",
    [
        lambda code: {"ignore": (code, "TXT")},
        lambda code: {"select": (code, "CRI")},
        lambda code: {"parameters": {code: {"least": 3}}},
    ],
)
def test_a_retired_code_is_reported_and_changes_nothing(code: str, fields: Any) -> None:
    """Scripts of before go on."""
    with pytest.warns(FutureWarning, match=f"^quy tắc {code} đã thôi dùng, bỏ mã này được: ") as caught:
        profile = Profile(**fields(code))
    assert [item.filename for item in caught] == [__file__]
    select, ignore = (tuple(set(names) - {code}) for names in (profile.select, profile.ignore))
    assert profile.choose(RULES) == Profile(select=select, ignore=ignore).choose(RULES)
    assert not check(make_report(), profile=profile)[code]


@pytest.mark.parametrize("code", RETIRED)
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_check_with_retired_rules_only_is_refused(code: str) -> None:
    message = f"^không có quy tắc nào mã '{code}'; đã thôi dùng: {RETIRED[code]}$"
    with pytest.raises(CodeError, match=message):
        Profile(select=(code,)).choose(RULES)
