import datetime as dt
from collections.abc import Callable

import pytest

from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    SocialCriticism,
    UnitKind,
)
from mttq.rules import cri
from mttq.values import PartialDate, Period

Judge = Callable[..., list[str | tuple[str, ...]]]

WORKED = dt.date(2023, 5, 20)


def may(number: int) -> dt.date:
    return dt.date(2023, 5, number)


DRAFT = "supervision.criticisms.0"


def criticism(
    received: dt.date | None, submitted: dt.date | None, date: dt.date = WORKED
) -> dict[str, object]:
    record = SocialCriticism(
        form=CriticismForm.WRITTEN, date=date, subject="Nghị quyết", received=received, submitted=submitted
    )
    return {"supervision.criticisms": (record,)}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (criticism(may(1), may(2), date=dt.date(2015, 12, 31)), []),
        (criticism(may(1), may(16)), ["passed"]),
        (criticism(None, may(16)), [f"? {DRAFT}.received"]),
        (criticism(may(1), None), [f"? {DRAFT}.received: {DRAFT}.submitted"]),
        (criticism(None, None), []),
        (
            criticism(may(2), may(16)),
            [
                (
                    f"{DRAFT}.received",
                    "days=15; event=2023-05-16; other=2023-05-01; stated=2023-05-02",
                    "14 ≥ 15",
                )
            ],
        ),
    ],
)
def test_a_draft_is_received_15_days_before_it_is_submitted(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.drafts_are_received_in_time, changes) == outcomes


def held(*days: dt.date, host: DialogueHost = DialogueHost.GOVERNMENT_HEAD) -> dict[str, object]:
    return {"supervision.dialogues": tuple(Dialogue(host=host, date=day) for day in days)}


NONE_IN_2024 = (
    "supervision.dialogues",
    "held=0; year=year 2024",
    "0 ≥ 1",
)


def spread(
    period: Period | None, host: DialogueHost | None = DialogueHost.GOVERNMENT_HEAD
) -> dict[str, object]:
    return {"supervision.dialogues": (Dialogue(host=host, period=period, count=9),)}


UNTIL_2026 = {
    "periods.2.period": Period.interval(PartialDate(year=2013, month=12), PartialDate(year=2026, month=11)),
    "header.date": dt.date(2026, 12, 10),
}
UNTIL_2204 = {
    "periods.2.period": Period.interval(PartialDate(year=2013, month=12), PartialDate(year=2204, month=12))
}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (held(dt.date(2024, 12, 31)), ["passed"]),  # 2024 is the first full year of the law
        ({**held(dt.date(2023, 1, 1)), "unit.kind": UnitKind.PROVINCE}, []),
        ({**held(dt.date(2024, 1, 1)), "periods": (), "as_of": None}, ["? periods"]),
        ({**held(dt.date(2024, 1, 1)), "periods": ()}, ["passed"]),
        (held(dt.date(2023, 12, 31)), [NONE_IN_2024]),
        (held(dt.date(2024, 6, 1), host=DialogueHost.PARTY_HEAD), [NONE_IN_2024]),
        (spread(Period.quarter(2024, 3)), ["passed"]),
        (spread(Period.of_year(2023)), [NONE_IN_2024]),
        (
            spread(Period.interval(PartialDate(year=2020), PartialDate(year=2024))),
            ["? supervision.dialogues"],
        ),
        (spread(Period.interval(PartialDate(year=2020), PartialDate(year=2023))), [NONE_IN_2024]),
        (spread(Period.interval(PartialDate(year=2025), None)), [NONE_IN_2024]),
        (spread(None), ["? supervision.dialogues"]),  # in which year is not said
        (spread(None, DialogueHost.PARTY_HEAD), [NONE_IN_2024]),
        (spread(Period.of_year(2024), host=None), ["? supervision.dialogues"]),
        ({**held(dt.date(2025, 1, 1)), **UNTIL_2026}, [NONE_IN_2024, "passed"]),  # 2026 is not over
        ({**held(dt.date(2025, 1, 1)), **UNTIL_2204}, [NONE_IN_2024]),  # a slip, in a report of 10/01/2025
    ],
)
def test_the_government_of_a_commune_meets_the_people_in_each_full_year(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.the_government_meets_the_people_every_year, changes) == outcomes


def test_a_profile_may_ask_for_more_dialogues(judge: Judge) -> None:
    changes = held(dt.date(2024, 3, 1))
    outcomes = judge(cri.the_government_meets_the_people_every_year, changes, each_year=2)
    assert [outcome[2] for outcome in outcomes] == ["1 ≥ 2"]
