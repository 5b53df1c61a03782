"""Forms of supervision and of social criticism, as the law names them."""

import pytest

from mttq import check
from mttq.errors import FieldError
from mttq.model import (
    ActivityState,
    CriticismForm,
    Supervision,
    SupervisionForm,
    SupervisionRecords,
    VoterMeeting,
)
from mttq.testing import make_report


def test_the_law_names_four_forms_of_supervision_and_three_of_criticism() -> None:
    """Luật MTTQ Việt Nam 75/2015/QH13, Điều 27 and Điều 34."""
    assert (len(SupervisionForm), len(CriticismForm)) == (4, 3)


def test_a_supervision_names_its_day_and_its_form() -> None:
    with pytest.raises(FieldError) as caught:
        Supervision(form="giám sát", date="12/2023", subject="Đất đai", answered=-1)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Supervision.form: cần SupervisionForm (DOCUMENT_STUDY, DELEGATION, GRASSROOTS_BOARDS, JOINED) "
        "hoặc None; đã nhận 'giám sát' (str)\n"
        "Supervision.date: cần ngày (date) hoặc None; đã nhận '12/2023' (str)\n"
        "Supervision.answered: cần số nguyên không âm hoặc None; đã nhận -1 (int)"
    )


@pytest.mark.parametrize(
    ("state", "count", "held"),
    [
        (None, None, 1),
        (None, 12, 12),
        (ActivityState.DONE, None, 1),
        (ActivityState.UNDER_WAY, None, 0),
        (ActivityState.SUSPENDED, 3, 0),
    ],
)
def test_what_is_planned_or_under_way_was_not_held(
    state: ActivityState | None, count: int | None, held: int
) -> None:
    assert VoterMeeting(state=state, count=count).held == held


@pytest.mark.parametrize(("carried_over", "fits"), [(12, False), (0, True), (None, True)])
def test_opinions_are_answered_or_still_open(carried_over: int | None, fits: bool) -> None:
    """Of 165 opinions 120 were answered, 30 are being dealt with, 15 wait."""
    meetings = VoterMeeting(
        count=4, carried_over=carried_over, opinions=165, answered=120, pending=30, waiting=15
    )
    report = make_report(supervision=SupervisionRecords(voter_meetings=(meetings,)), appendices=())
    paths = [item.path for item in check(report).errors if item.path.startswith("supervision")]
    assert paths == ([] if fits else ["supervision.voter_meetings.0.carried_over"])
