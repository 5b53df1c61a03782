"""Phụ lục 2 of Kết luận 62-KL/TW: three tables with a column for each tier, as printed."""

import re
from pathlib import Path

import pytest

from mttq.errors import FieldError
from mttq.forms import Kind, ParticipationAppendix, form_of
from mttq.forms.kl62_pl2 import FeedbackTable, SocialCriticismTable, SupervisionTable
from mttq.values import Pair, Tiered
from mttq.vi import fold

FORM = form_of(ParticipationAppendix)
PRINTED = next((Path(__file__).parents[3] / "shared" / "seed").glob("*.txt"), None)


def test_three_tables_of_lines_numbered_uniquely_in_printed_order() -> None:
    printed = [row for row in FORM.rows if row.since is None]  # in 2023
    assert [(row.number, row.printed, row.kind, row.tiered) for row in printed] == [
        ("1", "1", Kind.HEADING, False),
        ("1.1", "1", Kind.PAIR, True),
        ("1.2", "2", Kind.PAIR, True),
        ("2", "2", Kind.HEADING, False),
        ("2.1", "1", Kind.COUNT, True),
        ("2.2", "2", Kind.COUNT, True),
        ("2.2a", "+", Kind.COUNT, True),
        ("2.2b", "+", Kind.COUNT, True),
        ("2.2c", "+", Kind.COUNT, True),
        ("2.3", "3", Kind.COUNT, True),
        ("3", "3", Kind.HEADING, False),
        ("3.1", "1", Kind.COUNT, True),
        ("3.2", "2", Kind.COUNT, True),
    ]


@pytest.mark.skipif(PRINTED is None, reason="the printed report lies beside the checkout")
def test_title_tables_columns_and_lines_read_as_printed() -> None:
    assert PRINTED is not None
    text = PRINTED.read_text(encoding="utf-8")
    appendix = text[text.index("PHỤ LỤC 2") :].splitlines()
    assert FORM.title == appendix[2]
    printed: list[tuple[str, str]] = []
    for line in appendix[4:]:
        cells = line.split("\t")
        if len(cells) == 5 and cells[0] == "STT":
            assert cells[1:] == ["Nội dung", "Cấp tỉnh", "Cấp huyện", "Cấp cơ sở"]
        elif len(cells) == 5 and cells[1].strip("-"):
            printed.append((cells[0].strip(" "), _words(cells[1])))
        elif heading := re.fullmatch(r"([0-9])\. (.+)", line):
            printed.append((heading[1], _words(heading[2])))
    assert [("" if row.is_bullet else row.printed, _words(row.label)) for row in FORM.rows] == printed


def _words(label: str) -> str:
    return fold(label.removeprefix("+ "))


def test_the_forms_of_criticism_add_up_to_its_sessions_and_nothing_else_is_a_sum() -> None:
    assert {row.number: row.total_of for row in FORM.rows if row.total_of} == {
        "2.2": tuple(("criticism", part) for part in ("conferences", "written", "dialogues"))
    }


def test_supervision_counts_sessions_and_those_supervised() -> None:
    assert [row.parts for row in FORM.rows if row.parts] == [
        ("cuộc", "đơn vị được giám sát"),
        ("đoàn", "đơn vị được giám sát"),
    ]
    assert SupervisionTable(delegations=Tiered(commune=Pair(30, 45))).delegations.commune == Pair(30, 45)


def test_every_line_starts_with_three_blank_columns() -> None:
    assert SupervisionTable().document_studies == Tiered()
    assert SocialCriticismTable().sessions == Tiered()
    assert FeedbackTable().party_dialogues == Tiered()
    assert len(list(FORM.cells(ParticipationAppendix()))) == 3 * sum(row.tiered for row in FORM.rows)


@pytest.mark.parametrize(
    "value", [15, None, Tiered(commune=Pair(1, 2)), Tiered(district=True), {"commune": 15}]
)
def test_a_line_takes_counts_by_tier_only(value: object) -> None:
    with pytest.raises(
        FieldError,
        match=r"^SocialCriticismTable\.sessions: cần Tiered các số nguyên không âm",
    ):
        SocialCriticismTable(sessions=value)  # type: ignore[arg-type]
