"""Phụ lục 2 computed from records: cases, and the laws that any way of counting must keep."""

import datetime as dt
from itertools import pairwise
from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.forms.kl62_pl2 import FeedbackTable, ParticipationAppendix, SocialCriticismTable, SupervisionTable
from mttq.model import (
    CriticismForm,
    Dialogue,
    DialogueHost,
    Feedback,
    SocialCriticism,
    Supervision,
    SupervisionForm,
    SupervisionKind,
    SupervisionRecords,
    UnitKind,
    UnitRef,
    VoterMeeting,
)
from mttq.values import Pair, PartialDate, Period, Tier, Tiered

DAY = dt.date(2023, 5, 10)
YEAR = Period.of_year(2023)


def test_the_table_of_supervision_has_a_line_for_two_of_the_four_forms() -> None:
    records = [
        Supervision(form=form, date=DAY, subject="Y tế", supervised_count=3) for form in SupervisionForm
    ]
    assert SupervisionTable.tally(iter(records), period=YEAR, tier=Tier.COMMUNE) == SupervisionTable(
        document_studies=Tiered(commune=Pair(1, 3)), delegations=Tiered(commune=Pair(1, 3))
    )


def test_where_the_number_of_units_is_unknown_the_cell_holds_the_supervisions_alone() -> None:
    records = [Supervision(form=SupervisionForm.DELEGATION, date=DAY, subject="Y tế")]
    table = SupervisionTable.tally(records, period=YEAR, tier=Tier.PROVINCE)
    assert table == SupervisionTable(
        document_studies=Tiered(province=Pair(0, 0)), delegations=Tiered(province=1)
    )


def criticism(form: CriticismForm, opinions: int | None, subject: str = "Nghị quyết") -> SocialCriticism:
    return SocialCriticism(form=form, date=DAY, subject=subject, opinions=opinions)


@pytest.mark.parametrize(("opinions", "total"), [((4, 5), 9), ((4, None), None), ((0, 0), 0)])
def test_sessions_add_up_and_opinions_do_where_all_are_known(
    opinions: tuple[int | None, int | None], total: int | None
) -> None:
    forms = (CriticismForm.CONFERENCE, CriticismForm.WRITTEN)
    records = [criticism(form, number) for form, number in zip(forms, opinions, strict=True)]
    assert SocialCriticismTable.tally(records, period=YEAR, tier=Tier.COMMUNE) == SocialCriticismTable(
        sessions=Tiered(commune=2),
        conferences=Tiered(commune=1),
        written=Tiered(commune=1),
        dialogues=Tiered(commune=0),
        opinions=Tiered(commune=total),
    )


@pytest.mark.parametrize(("told", "total"), [((4, None), 4), ((4, 4), 4), ((4, 5), None)])
def test_the_records_of_a_joint_session_agree_on_its_opinions_or_leave_them_unknown(
    told: tuple[int | None, int | None], total: int | None
) -> None:
    records = [criticism(CriticismForm.WRITTEN, number) for number in told]
    table = SocialCriticismTable.tally(records, period=YEAR, tier=Tier.COMMUNE)
    assert (table.sessions.commune, table.opinions.commune) == (1, total)


def test_dialogues_count_by_host_and_two_of_one_day_differ_by_subject() -> None:
    party, government = DialogueHost
    records = [
        Dialogue(host=party, date=DAY),
        Dialogue(host=party, date=DAY),
        Dialogue(host=government, date=DAY, subject="Đất đai"),
        Dialogue(host=government, date=DAY, subject="Y tế"),
    ]
    assert FeedbackTable.tally(records, period=YEAR, tier=Tier.DISTRICT) == FeedbackTable(
        party_dialogues=Tiered(district=1), government_dialogues=Tiered(district=2)
    )


def test_no_record_means_none_was_held_and_requests_are_not_recorded() -> None:
    others = SupervisionRecords(
        feedback=(Feedback(date=DAY, subject="Góp ý"),), voter_meetings=(VoterMeeting(date=DAY),)
    )
    zero: Tiered[int] = Tiered(commune=0)
    none: Tiered[Pair | int] = Tiered(commune=Pair(0, 0))
    assert ParticipationAppendix.tally(others, period=YEAR, tier=Tier.COMMUNE) == ParticipationAppendix(
        supervision=SupervisionTable(document_studies=none, delegations=none),
        criticism=SocialCriticismTable(
            sessions=zero, conferences=zero, written=zero, dialogues=zero, opinions=zero
        ),
        feedback=FeedbackTable(party_dialogues=zero, government_dialogues=zero),
    )


def test_the_centre_has_no_column_even_without_records() -> None:
    with pytest.raises(ValueError, match="không có cột cho cấp centre"):
        ParticipationAppendix.tally(SupervisionRecords(), period=YEAR, tier=Tier.CENTRE)


_DAYS = st.dates(dt.date(2021, 12, 1), dt.date(2024, 1, 31))
_TIERS = st.sampled_from([None, Tier.COMMUNE, Tier.DISTRICT])
_SUBJECTS = st.sampled_from(["Thủy lợi", "THUỶ LỢI", "Y tế"])
_UNITS = st.lists(st.sampled_from([UnitRef(kind=UnitKind.COMMUNE, name=name) for name in "ABC"]), max_size=3)
_NUMBERS = st.none() | st.integers(0, 9)
_RECORDS = st.builds(
    SupervisionRecords,
    supervisions=st.lists(
        st.builds(
            Supervision,
            form=st.sampled_from(SupervisionForm),
            date=_DAYS,
            subject=_SUBJECTS,
            tier=_TIERS,
            supervised=_UNITS.map(tuple),
            supervised_count=_NUMBERS,
        ),
        max_size=12,
    ).map(tuple),
    criticisms=st.lists(
        st.builds(
            SocialCriticism,
            form=st.sampled_from(CriticismForm),
            date=_DAYS,
            subject=_SUBJECTS,
            tier=_TIERS,
            opinions=_NUMBERS,
        ),
        max_size=12,
    ).map(tuple),
    dialogues=st.lists(
        st.builds(
            Dialogue,
            host=st.sampled_from(DialogueHost),
            date=_DAYS,
            subject=st.none() | _SUBJECTS,
            tier=_TIERS,
        ),
        max_size=12,
    ).map(tuple),
)


def tally(records: SupervisionRecords, period: Period = YEAR) -> ParticipationAppendix:
    return ParticipationAppendix.tally(records, period=period, tier=Tier.COMMUNE)


def counts(appendix: ParticipationAppendix) -> list[int]:
    """Return the numbers of activities, without units and opinions, which do not add up over periods."""
    studies, delegations = appendix.supervision.document_studies, appendix.supervision.delegations
    held = [cell.first if isinstance(cell, Pair) else cell for cell in (studies.commune, delegations.commune)]
    table, feedback = appendix.criticism, appendix.feedback
    lines = (
        table.sessions,
        table.conferences,
        table.written,
        table.dialogues,
        feedback.party_dialogues,
        feedback.government_dialogues,
    )
    return [number for number in (*held, *(line.commune for line in lines)) if number is not None]


@settings(max_examples=100)
@given(_RECORDS, st.sets(st.dates(dt.date(2023, 1, 2), dt.date(2023, 12, 31)), max_size=4))
def test_counts_add_up_over_the_parts_of_a_period(records: SupervisionRecords, cuts: set[dt.date]) -> None:
    starts = [dt.date(2023, 1, 1), *sorted(cuts), dt.date(2024, 1, 1)]
    parts = [
        Period.interval(PartialDate.of(first), PartialDate.of(following - dt.timedelta(1)))
        for first, following in pairwise(starts)
    ]
    by_part = [counts(tally(records, part)) for part in parts]
    assert [sum(numbers) for numbers in zip(*by_part, strict=True)] == counts(tally(records))


@settings(max_examples=100)
@given(_RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(records: SupervisionRecords, random: Random) -> None:
    lists = attrs.asdict(records, recurse=False)
    for name, items in lists.items():
        mixed = list(items)
        random.shuffle(mixed)
        lists[name] = tuple(mixed)
    assert tally(SupervisionRecords(**lists)) == tally(records)


@settings(max_examples=100)
@given(_RECORDS)
def test_the_records_of_a_second_body_change_nothing(records: SupervisionRecords) -> None:
    lists = attrs.asdict(records, recurse=False)
    twice = SupervisionRecords(**{name: (*items, *items) for name, items in lists.items()})
    assert tally(twice) == tally(records)


@settings(max_examples=100)
@given(_RECORDS)
def test_a_tally_is_what_counting_one_by_one_gives(records: SupervisionRecords) -> None:
    same = {"Thủy lợi": 0, "THUỶ LỢI": 0, "Y tế": 1, None: 2}
    own = (None, Tier.COMMUNE)
    held = [
        *((item.form, item.date, item.subject, item.tier) for item in records.supervisions),
        *((item.form, item.date, item.subject, item.tier) for item in records.criticisms),
        *((item.host, item.date, item.subject, item.tier) for item in records.dialogues),
    ]
    keys = {
        (form, day, same[subject])
        for form, day, subject, tier in held
        if tier in own and day and day.year == 2023
    }
    forms = [form for form, _, _ in keys]
    assert counts(tally(records)) == [
        forms.count(SupervisionForm.DOCUMENT_STUDY),
        forms.count(SupervisionForm.DELEGATION),
        sum(isinstance(form, CriticismForm) for form in forms),
        forms.count(CriticismForm.CONFERENCE),
        forms.count(CriticismForm.WRITTEN),
        forms.count(CriticismForm.DIRECT_DIALOGUE),
        forms.count(DialogueHost.PARTY_HEAD),
        forms.count(DialogueHost.GOVERNMENT_HEAD),
    ]


def test_records_of_no_form_are_counted_only_where_no_form_is_asked_for() -> None:
    told = SupervisionRecords(
        supervisions=(Supervision(count=12, supervised_count=13),),
        criticisms=(SocialCriticism(count=5, opinions=20), SocialCriticism(form=CriticismForm.WRITTEN)),
        dialogues=(Dialogue(count=3),),
    )
    assert tally(told) == ParticipationAppendix(
        supervision=SupervisionTable(), criticism=SocialCriticismTable(sessions=Tiered(commune=6))
    )


def test_inspections_are_no_supervisions() -> None:
    delegation = SupervisionForm.DELEGATION
    told = SupervisionRecords(
        supervisions=(
            Supervision(form=delegation, kind=SupervisionKind.INSPECTION, count=7),
            Supervision(form=delegation, kind=SupervisionKind.SUPERVISION, count=4, supervised_count=5),
        )
    )
    assert tally(told).supervision.delegations.commune == Pair(4, 5)
