import datetime as dt
from collections.abc import Callable

import pytest

from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    SocialCriticism,
)
from mttq.rules import cri
from mttq.testing import make_report
from mttq.values import DocumentRef, Tier

Judge = Callable[..., list[str | tuple[str, ...]]]

SUPERVISIONS, CRITICISMS, DIALOGUES = (
    f"supervision.{kind}" for kind in ("supervisions", "criticisms", "dialogues")
)


def day(number: int) -> dt.date:
    """Return a day in the period of the sample, 2015 to 2024."""
    return dt.date(2020, 1, 1) + dt.timedelta(number)


def criticised(number: int, form: CriticismForm, opinions: int | None = 1) -> tuple[SocialCriticism, ...]:
    return tuple(
        SocialCriticism(form=form, date=day(n), subject="Nghị quyết", opinions=opinions)
        for n in range(number)
    )


def met(host: DialogueHost, number: int) -> tuple[Dialogue, ...]:
    return tuple(Dialogue(host=host, date=day(n)) for n in range(number))


SESSIONS = (  # as many as the sample's 13 sessions; its opinions are 47
    *criticised(3, CriticismForm.CONFERENCE, 9),
    *criticised(9, CriticismForm.WRITTEN, 2),
    *criticised(1, CriticismForm.DIRECT_DIALOGUE, 2),
)
MEETINGS = (*met(DialogueHost.PARTY_HEAD, 11), *met(DialogueHost.GOVERNMENT_HEAD, 16))
BOTH: dict[str, object] = {CRITICISMS: SESSIONS, DIALOGUES: MEETINGS}


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        ({**BOTH, "appendices": ()}, []),
        ({**BOTH, "periods": ()}, ["? periods", "? periods"]),
        (BOTH, ["passed"] * 7),
        ({DIALOGUES: MEETINGS}, ["passed", "passed"]),
        (
            {CRITICISMS: criticised(4, CriticismForm.WRITTEN, None)},
            [*["passed"] * 4, f"? {CRITICISMS}"],
        ),
        (
            {CRITICISMS: criticised(4, CriticismForm.CONFERENCE)},
            [
                "passed",
                (
                    "kl62-pl2.criticism.conferences.commune",
                    "recorded=4; reported=3",
                    "3 ≥ 4",
                    "kl62-pl2.criticism.conferences.commune: 3 → 4",
                ),
                *["passed"] * 3,
            ],
        ),
    ],
)
def test_sessions_opinions_and_dialogues_that_are_recorded_are_all_reported(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.recorded_sessions_are_all_reported, changes) == outcomes


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, []),
        (BOTH, ["passed"] * 7),
        (
            {**BOTH, "kl62-pl2.criticism.opinions.commune": None},
            [*["passed"] * 4, "? kl62-pl2.criticism.opinions.commune", *["passed"] * 2],
        ),
        (
            {DIALOGUES: MEETINGS[:-1]},
            [
                "passed",
                (
                    "kl62-pl2.feedback.government_dialogues.commune",
                    "recorded=15; reported=16",
                    "16 ≤ 15",
                    "kl62-pl2.feedback.government_dialogues.commune: 16 → 15",
                ),
            ],
        ),
    ],
)
def test_no_more_sessions_opinions_and_dialogues_are_reported_than_recorded(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(cri.no_more_sessions_are_reported_than_recorded, changes) == outcomes


@pytest.mark.parametrize(
    ("issuer", "date", "tier", "outcome"),
    [
        ("Ủy ban nhân dân xã Trung Sơn", dt.date(2025, 8, 15), None, ["passed"]),
        ("UBND tỉnh Nghệ An", dt.date(2025, 8, 15), None, ["cấp xã"]),
        ("UBND thành phố Huế", dt.date(2025, 8, 15), None, ["cấp xã"]),
        ("UBND thành phố Huế", dt.date(2025, 8, 15), Tier.PROVINCE, ["passed"]),
        ("UBND thành phố Huế", dt.date(2025, 6, 15), None, []),
        ("Ban soạn thảo thôn Phú Thượng", dt.date(2025, 8, 15), None, []),
        ("Chính phủ", dt.date(2025, 8, 15), None, []),
        (None, dt.date(2025, 8, 15), None, []),
    ],
)
def test_drafts_are_of_the_same_level(
    issuer: str | None, date: dt.date, tier: Tier | None, outcome: list[str]
) -> None:
    """Districts are left aside: until July 2025 a city could be one."""
    draft = SocialCriticism(
        form=CriticismForm.WRITTEN,
        date=date,
        subject="Dự thảo kế hoạch",
        tier=tier,
        document=DocumentRef(raw="Dự thảo kế hoạch", issuer=issuer),
    )
    records = make_report().with_value("supervision.criticisms", (draft,))
    verdict = cri.drafts_are_of_the_same_level.verdict(records)
    assert ["passed"] * verdict.passed + [str(item.args["level"]) for item in verdict.breaches] == outcome
