"""Forms of supervision and of social criticism, as the law names them."""

import pytest

from mttq.errors import FieldError
from mttq.model import CriticismForm, Supervision, SupervisionForm


def test_the_law_names_four_forms_of_supervision_and_three_of_criticism() -> None:
    """Luật MTTQ Việt Nam 75/2015/QH13, Điều 27 and Điều 34."""
    assert (len(SupervisionForm), len(CriticismForm)) == (4, 3)


def test_a_supervision_is_dated() -> None:
    with pytest.raises(FieldError) as caught:
        Supervision(form="giám sát", date="12/2023", subject="Đất đai", answered=-1)  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Supervision.form: cần SupervisionForm (DOCUMENT_STUDY, DELEGATION, GRASSROOTS_BOARDS, JOINED); "
        "đã nhận 'giám sát' (str)\n"
        "Supervision.date: cần ngày (date); đã nhận '12/2023' (str)\n"
        "Supervision.answered: cần số nguyên không âm hoặc None; đã nhận -1 (int)"
    )
