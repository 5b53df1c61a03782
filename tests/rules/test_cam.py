from collections.abc import Callable
from decimal import Decimal

import pytest

from mttq.checking import Counts
from mttq.model import Campaign, Commendation, Conference, GreatUnityFestival, Statement
from mttq.rules import Rule, Verdict, cam
from mttq.testing import make_report
from mttq.values import PartialDate, Period, Qualifier, Quantity, Share

Judge = Callable[..., list[str | tuple[str, ...]]]

CONFERENCES = "kl62-pl1.dissemination.conferences"
REACHED = f"{CONFERENCES}.people_reached"
COMMENDED = "kl62-pl1.movements.commended"


def conference(held: int | None, attendances: int | None) -> Conference:
    def quantity(number: int | None, unit: str) -> Quantity | None:
        return None if number is None else Quantity(value=Decimal(number), unit=unit)

    return Conference(
        subject="Quán triệt",
        held=quantity(held, "conferences"),
        attendances=quantity(attendances, "person_visits"),
    )


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"]),
        ({"appendices": ()}, []),
        ({REACHED: 370}, ["passed"]),
        ({REACHED: 11100}, ["passed"]),
        ({REACHED: None}, [f"? {REACHED}"]),
        ({f"{CONFERENCES}.separate": None}, [f"? {REACHED}: {CONFERENCES}.separate"]),
        ({f"{CONFERENCES}.{name}": None for name in ("people_reached", "separate", "integrated")}, []),
        (
            {REACHED: 155500, f"{CONFERENCES}.separate": 29, f"{CONFERENCES}.integrated": 46},
            [
                (
                    REACHED,
                    "high=300; low=10; mean=6220/3; other=75 conferences; stated=155500 persons",
                    "6220/3 ≤ 300",
                )
            ],
        ),
        (
            {REACHED: 36},
            [
                (
                    REACHED,
                    "high=300; low=10; mean=36/37; other=37 conferences; stated=36 persons",
                    "36/37 ≥ 10",
                )
            ],
        ),
        (
            {"campaigns.conferences": (conference(2, 90), conference(2, 9), conference(2, None))},
            [
                "passed",
                (
                    "campaigns.conferences.1.attendances",
                    "high=300; low=10; mean=9/2; other=2 conferences; stated=9 person_visits",
                    "9/2 ≥ 10",
                ),
                "? campaigns.conferences.2.attendances",
                "passed",
            ],
        ),
        (
            {"campaigns.conferences": (conference(None, 9),), "appendices": ()},
            ["? campaigns.conferences.0.attendances: campaigns.conferences.0.held"],
        ),
    ],
)
def test_people_reached_fit_the_conferences(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cam.people_reached_fit_the_conferences, changes) == outcomes


def reward(collectives: int | None, individuals: int | None) -> dict[str, object]:
    return {"campaigns.commendations": (Commendation(collectives=collectives, individuals=individuals),)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({**reward(4, 11), "appendices": ()}, []),
        (reward(None, None), []),
        ({**reward(None, None), COMMENDED: 15}, []),
        (reward(14, 63), ["passed", "passed"]),
        (reward(None, 63), ["passed"]),
        (reward(14, None), ["passed"]),
        ({**reward(4, 11), COMMENDED: None}, [f"? {COMMENDED}"]),
        ({**reward(4, 11), COMMENDED: 15}, ["passed"]),
        (
            {**reward(4, 12), COMMENDED: 15},
            [
                (
                    "campaigns.commendations.0.collectives",
                    "appendix=15; text=16",
                    "16 ≤ 15",
                )
            ],
        ),
        (
            {**reward(None, 16), COMMENDED: 15},
            [
                (
                    "campaigns.commendations.0.individuals",
                    "appendix=15; text=16",
                    "16 ≤ 15",
                )
            ],
        ),
        (
            reward(15, 11),
            [
                (
                    "campaigns.commendations.0.collectives",
                    "appendix=14; text=15",
                    "15 ≤ 14",
                ),
                "passed",
            ],
        ),
    ],
)
def test_an_occasion_has_no_more_rewards_than_the_appendix(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """One number is compared with all rewards, a pair with each half by itself."""
    assert judge(cam.rewards_of_the_text_are_in_the_appendix, changes) == outcomes


def festivals(*items: GreatUnityFestival) -> dict[str, object]:
    return {"campaigns.festivals": items}


ALL = Share(Decimal(100))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (festivals(GreatUnityFestival()), []),
        (festivals(GreatUnityFestival(share_holding=ALL, areas=5, areas_holding=5)), ["passed"]),
        (
            festivals(GreatUnityFestival(share_holding=ALL, areas=5)),
            [("campaigns.festivals.0.share_holding", "share=100%", "")],
        ),
        (
            festivals(GreatUnityFestival(share_holding=ALL, areas_holding=5)),
            [("campaigns.festivals.0.share_holding", "share=100%", "")],
        ),
    ],
)
def test_a_share_shows_numerator_and_denominator(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cam.shares_show_their_base, changes) == outcomes


def years(number: int | None, period: Period | None) -> dict[str, object]:
    return festivals(GreatUnityFestival(stated_years=number, period=period))


def between(first: int, last: int) -> Period:
    return Period.interval(PartialDate(year=first), PartialDate(year=last))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (years(20, None), []),
        (years(None, between(2003, 2023)), []),
        (years(20, between(2003, 2023)), ["passed"]),
        (years(10, between(2011, 2020)), ["passed"]),
        (years(20, Period.until(PartialDate(year=2023))), ["? campaigns.festivals.0.period"]),
        (
            years(20, between(2003, 2013)),
            [
                (
                    "campaigns.festivals.0.stated_years",
                    "period=interval 2003/2013; years=20",
                    "20 = 10",
                )
            ],
        ),
    ],
)
def test_years_fit_the_period_beside_them(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    """2003 to 2023 are 20 years by difference, 2011 to 2020 are 10 by count: both are usual."""
    assert judge(cam.years_of_a_festival_fit_its_period, changes) == outcomes


def test_an_occasion_without_numbers_does_not_hide_the_next(judge: Judge) -> None:
    commendations = (Commendation(), Commendation(collectives=0, individuals=0))
    outcomes = judge(cam.rewards_of_the_text_are_in_the_appendix, {"campaigns.commendations": commendations})
    assert outcomes == ["passed", "passed"]


NEW_COUNTRYSIDE = "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"
CULTURE = "Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư"
MOVEMENT = "Toàn dân đoàn kết xây dựng đời sống văn hóa"


def campaign(name: str, period: Period | None = None) -> dict[str, object]:
    return {"campaigns.campaigns": (Campaign(name=name, period=period),)}


def misnamed(name: str, right: str) -> list[object]:
    path = "campaigns.campaigns.0.name"
    return [(path, f"name={name}; right={right}", "", f"{path}: {name} → {right}")]


def from_to(first: int, last: int) -> Period:
    return Period.interval(PartialDate(year=first), PartialDate(year=last))


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (campaign(NEW_COUNTRYSIDE), ["passed"]),
        (campaign("toàn dân đoàn kết xây dựng Nông thôn mới - Đô thị văn minh"), ["passed"]),
        (campaign("Ngày Chủ nhật xanh"), []),  # a local one
        (campaign(""), []),
        (
            campaign("Toàn dân đoàn kết xây dựng nông thôn mới"),
            misnamed("Toàn dân đoàn kết xây dựng nông thôn mới", NEW_COUNTRYSIDE),
        ),
        (
            campaign("Người Việt Nam dùng hàng Việt Nam"),
            misnamed("Người Việt Nam dùng hàng Việt Nam", "Người Việt Nam ưu tiên dùng hàng Việt Nam"),
        ),
        # Thông tư 121/2017/TT-BTC merged the money, not the names
        (campaign(CULTURE, from_to(2010, 2016)), ["passed"]),
        (campaign(CULTURE, from_to(2019, 2024)), ["passed"]),
        (campaign(MOVEMENT, from_to(2019, 2024)), ["passed"]),  # of the State
        (
            campaign(MOVEMENT[10:]),
            misnamed(MOVEMENT[10:], MOVEMENT),
        ),
    ],
)
def test_campaigns_have_their_names(judge: Judge, changes: dict[str, object], outcomes: list[object]) -> None:
    assert judge(cam.campaigns_have_their_names, changes) == outcomes


def test_a_profile_may_know_no_names(judge: Judge) -> None:
    assert judge(cam.campaigns_have_their_names, campaign(NEW_COUNTRYSIDE), names=()) == []


@pytest.mark.parametrize(
    ("rule", "counts"),
    [
        (cam.text_agrees_with_the_appendix, Counts(failed=1)),
        (cam.campaigns_have_their_names, Counts(passed=2, failed=1)),
        (cam.people_reached_fit_the_conferences, Counts(passed=1, not_verifiable=1)),
        (cam.rewards_of_the_text_are_in_the_appendix, Counts(passed=1)),
        (cam.shares_show_their_base, Counts(failed=1)),
        (cam.years_of_a_festival_fit_its_period, Counts(passed=1)),
    ],
)
def test_the_real_report(count: Callable[[Rule], Counts], rule: Rule, counts: Counts) -> None:
    assert count(rule) == counts


def test_a_profile_may_set_the_size_of_conferences(judge: Judge) -> None:
    hedged = Conference(
        subject="Quán triệt",
        held=Quantity(value=Decimal(2), unit="conferences"),
        attendances=Quantity(value=Decimal(900), unit="persons", qualifier=Qualifier.MORE_THAN),
    )
    changes = {"campaigns.conferences": (hedged,)}
    rule = cam.people_reached_fit_the_conferences
    assert judge(rule, changes, greatest=450) == ["passed", "passed"]


@pytest.mark.parametrize(
    ("held", "passed", "breaches"),
    [(45, 1, []), (450, 0, [f"{CONFERENCES}.separate"]), (None, 0, [])],
)
def test_a_hedged_number_of_the_text_is_near_the_figure(
    held: int | None, passed: int, breaches: list[str]
) -> None:
    """A hedged figure is cut after its last digit: "hơn 40" are 45 conferences, 450 would be "hơn 400"."""
    hedged = Quantity(value=Decimal(40), qualifier=Qualifier.MORE_THAN)
    report = make_report().with_value(f"{CONFERENCES}.separate", held)
    report = report.with_value("statements", (Statement(indicator=f"{CONFERENCES}.separate", value=hedged),))
    verdict = cam.hedged_figures_of_the_text_are_near.verdict(report)
    assert (verdict.passed, [breach.path for breach in verdict.breaches]) == (passed, breaches)


def test_a_goal_that_was_reached_is_not_a_truncated_figure() -> None:
    mark = Quantity(value=Decimal(95), unit="percent", qualifier=Qualifier.MORE_THAN)
    stated = Statement(indicator="population.households", value=mark)
    report = make_report().with_value("statements", (stated,))
    assert cam.hedged_figures_of_the_text_are_near.verdict(report) == Verdict()
