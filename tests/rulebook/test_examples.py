"""Each rule has an example that is run: it passes what is right and finds the fault in what is wrong."""

import pytest

from mttq._samples._cases import Case
from mttq.rulebook import tell
from mttq.rulebook._examples import Example, example_of
from mttq.rules import RULES, Scope

CODES = [rule.code for rule in RULES]
ELSEWHERE = {  # where the finding is, if not at the figure that was changed
    "AGG006": "unit",
    "AGG013": "unit.parent",
    "FND019": "funds.ledgers.0.transfers.0.amount",
    "APP007": "kl62-pl1.allowances.communes.above_norm",
    "APP011": "periods.2",
    "CAM002": "population.households",
    "CAM007": "population.households",
    "CAM005": "campaigns.festivals.1.share_holding",
    "CRI003": "kl62-pl2.criticism.sessions.commune",
    "MTQ900": "ORG001",
    "MTQ901": "ORG001",
    "MTQ999": "HUE001",
    "ORG002": "organisation.standing_board.members",
    "UNI004": "unit.code",
    "UNI006": "kl62-pl1.cadres.reorganised.communes",
    "UNI007": "population.households",
    "UNI008": "population.poor.share",
    "XRP005": "population.households",
}


def example(code: str) -> Example:
    found = example_of(code)
    assert found is not None, code
    return found


def judged(code: str, case: Case) -> tuple[int, list[str]]:
    """Return how often a rule passes, and where its findings are."""
    findings = case.judged_by(RULES[code])
    passed = findings.counts[code].passed if code in findings.counts else 0
    return passed, [finding.path for finding in findings[code]]


@pytest.mark.parametrize("code", CODES)
def test_a_rule_passes_what_is_right(code: str) -> None:
    """Rules on the check itself are not counted: they have nothing to say."""
    passed, found = judged(code, example(code).right)

    assert (passed > 0, found) == (RULES[code].scope is not Scope.RUN, [])


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_what_is_wrong_where_it_is_and_nothing_else(code: str) -> None:
    _, found = judged(code, example(code).wrong)

    path = ELSEWHERE.get(code, example(code).path)
    inside = [
        place
        for place in found
        if place == path or place.startswith(f"{path}.") or path.startswith(f"{place}.")
    ]
    assert (len(found), inside) == (1, found)


@pytest.mark.share(3)
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", CODES)
def test_the_page_shows_what_is_right_what_is_wrong_and_what_the_rule_says(code: str, lang: str) -> None:
    words = {"vi": ("Đúng (quy tắc đạt): ", "Sai: "), "en": ("Right: ", "Wrong: ")}[lang]
    told = tell(RULES[code], fmt="markdown", lang=lang).partition("\n## ")[2]  # type: ignore[arg-type]
    lines = [line.removesuffix("  ") for line in told.splitlines()]

    right, wrong = (next(line for line in lines if line.startswith(word)) for word in words)
    assert right.removeprefix(words[0]) != wrong.removeprefix(words[1])
    assert any(line.startswith(f"{code} · ") for line in lines)


def test_what_else_is_given_is_named() -> None:
    told = tell(RULES["MTQ901"]).partition("Ví dụ\n\n")[2]
    assert told.startswith(
        "Giải trình đã chấp nhận: ORG001, đã giải trình bằng văn bản, đến 01/01/2026\nĐúng"
    )


def test_a_custom_rule_has_no_example() -> None:
    assert example_of("HUE001") is None
