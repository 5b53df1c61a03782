"""Rules are chosen in one way wherever they are chosen, and what chooses none is refused in one way."""

from collections.abc import Callable
from typing import Any

import pytest

from mttq.checking import Profile, check, check_all
from mttq.errors import CodeError, FieldError
from mttq.repairs import assure, localise
from mttq.testing import assert_consistent, make_report

WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
CHOOSE: dict[str, Callable[..., Any]] = {
    "check": check,
    "check_all": lambda report, **options: check_all([report], **options),
    "localise": localise,
    "assure": assure,
    "assert_consistent": assert_consistent,
    "profile": lambda report, **options: check(report, profile=Profile(**options)),
    "narrowed": lambda report, **options: check(report, profile=Profile().narrowed(**options)),
    "where": lambda report, **options: check(report).where(**options),
}
every_way = pytest.mark.parametrize("choose", CHOOSE.values(), ids=CHOOSE)


def codes(result: Any) -> set[str]:
    """Return the codes that took part or settle something."""
    names = getattr(result, "rules", getattr(result, "counts", None))
    return {code for repair in result for code in repair.fixes} if names is None else set(names)


@pytest.mark.share(3)
@every_way
@pytest.mark.parametrize("select", ["CRI001", "cri001, ", ["CRI001"], ("CRI00", "MEM"), {"CRI", "ORG"}])
def test_codes_families_and_beginnings_choose_rules_everywhere(
    choose: Callable[..., Any], select: Any
) -> None:
    if choose is CHOOSE["assert_consistent"]:
        with pytest.raises(AssertionError, match=r"^xã Mẫu: 1 phát hiện\n\nCRI001 "):
            choose(WRONG, select=select)
        return
    chosen = codes(choose(WRONG, select=select))
    assert "CRI001" in chosen
    assert {code[:3] for code in chosen} <= {"CRI", "MEM", "ORG"}
    assert "CRI001" not in codes(choose(WRONG, select=select, ignore="CRI001,TXT"))


@every_way
@pytest.mark.parametrize("name", ["select", "ignore"])
def test_a_choice_of_no_rule_is_refused_with_the_nearest_everywhere(
    choose: Callable[..., Any], name: str
) -> None:
    with pytest.raises(CodeError, match=r"^không có quy tắc nào mã 'CRI9'; có phải “CRI”\?$"):
        choose(WRONG, **{name: "ORG,CRI9"})
    with pytest.raises(FieldError, match=rf"^{name} phải gồm các mã quy tắc, không phải \[5\]$"):
        choose(WRONG, **{name: [5]})


@every_way
def test_an_empty_choice_leaves_all_rules(choose: Callable[..., Any]) -> None:
    report = make_report()
    assert (
        codes(choose(report, select="", ignore=[]))
        == codes(choose(report))
        == codes(choose(report, select=None, ignore=None))
    )
