"""Phụ lục 1 of Kết luận 62-KL/TW, line for line as printed."""

import re
from pathlib import Path

import attrs
import pytest

from mttq.forms import ImplementationAppendix, Kind, form_of
from mttq.forms.kl62_pl1 import Allowance, Cadres, Movements, PoliticalTheory
from mttq.values import Pair, Tier, Triple
from mttq.vi import fold

FORM = form_of(ImplementationAppendix)
PRINTED = next((Path(__file__).parents[3] / "shared" / "seed").glob("*.txt"), None)
ALLOWANCES = [f"IV.{number}{part}" for number in (1, 2, 3) for part in ("", ".a", ".b", ".c", ".d")]
NUMBERS = [
    *("I", *(f"I.{section}{part}" for section in (1, 2, 3) for part in ("", ".a", ".b", ".c"))),
    *("II", "II.1", "II.2", "II.3"),
    *("III", "III.1", "III.1.a", "III.1.b", "III.2", "III.2.a", "III.2.b", "III.2.c"),
    *("III.3", *(f"III.3.{tier}{part}" for tier in (1, 2, 3) for part in ("", ".a", ".b", ".c"))),
    *("III.4", *(f"III.4.{tier}{part}" for tier in (1, 2, 3) for part in ("", ".a"))),
    *(
        "III.5",
        "III.5.1",
        "III.5.1.a",
        "III.5.2",
        "III.5.2.a",
        "III.5.3",
        "III.5.3.a",
        "III.5.3.b",
        "III.5.3.c",
    ),
    *("III.6", "III.6.a", "III.6.b", "III.6.c", "III.7", "III.8"),
    *("IIIb", "IIIb.1", "IIIb.2", "IIIb.3", "IIIb.4"),
    *("IV", *ALLOWANCES),
]


def test_the_81_lines_are_numbered_uniquely_in_printed_order() -> None:
    assert len(NUMBERS) == 81
    assert [row.number for row in FORM.rows] == NUMBERS


def test_section_iii_is_printed_twice_as_on_the_form() -> None:
    assert [row.printed for row in FORM.rows if not row.sections] == ["I", "II", "III", "III", "IV"]


@pytest.mark.skipif(PRINTED is None, reason="the printed report lies beside the checkout")
def test_every_line_reads_as_printed() -> None:
    """Number and words of each line against a real report (headings in <i>, bullets "-")."""
    assert PRINTED is not None
    text = PRINTED.read_text(encoding="utf-8")
    appendix = text[text.index("PHỤ LỤC 1") : text.index("PHỤ LỤC 2")]
    lines = [line.split("\t") for line in appendix.splitlines() if line.count("\t") == 2]
    assert lines[0] == ["STT", "Nội dung", "Số lượng"]
    printed = [(number, _words(label)) for number, label, _ in lines[1:]]
    assert [("" if row.is_bullet else row.printed, _words(row.label)) for row in FORM.rows] == printed


def _words(label: str) -> str:
    plain = re.sub(r"</?i>|^- ", "", label)
    return fold(re.sub(r" *\(", " (", plain))


def test_bullets_are_where_the_form_prints_them() -> None:
    bullets = {row.number: row.printed for row in FORM.rows if row.is_bullet}
    assert {number for number, mark in bullets.items() if mark == ""} == {
        number for number in ALLOWANCES if number.count(".") == 2
    }
    assert set(bullets.values()) == {"-", ""}


def test_one_column_without_tiers() -> None:
    assert not FORM.tiers
    assert [row.number for row in FORM.rows if row.kind is Kind.HEADING] == [
        *("I", "I.1", "I.2", "I.3", "II", "III"),
        *("III.3", "III.3.1", "III.3.2", "III.3.3", "III.4", "III.4.1", "III.4.2", "III.4.3"),
        *("III.5.1", "III.5.2", "III.5.3", "IIIb", "IV"),
    ]


def test_sums_are_declared_where_the_form_has_totals() -> None:
    sums = {
        row.number: [next(part.number for part in FORM.rows if part.path == path) for path in row.total_of]
        for row in FORM.rows
        if row.total_of
    }
    assert sums == {
        "III.1": ["III.1.a", "III.1.b"],
        "III.2": ["III.2.a", "III.2.b", "III.2.c"],
        "III.5": ["III.5.1.a", "III.5.2.a", "III.5.3.a", "III.5.3.b", "III.5.3.c"],
        "III.6": ["III.6.a", "III.6.b", "III.6.c"],
        **{f"IV.{number}": [f"IV.{number}.{part}" for part in "abcd"] for number in (1, 2, 3)},
    }


def test_lines_with_several_figures_name_them() -> None:
    assert {row.number: row.parts for row in FORM.rows if row.parts} == {
        "II.3": ("tập thể", "cá nhân"),
        **{f"III.4.{tier}.a": ("Cao cấp, cử nhân", "Trung cấp", "Sơ cấp") for tier in (1, 2, 3)},
        **{f"III.5.{tier}.a": ("Cơ quan Đảng", "Cơ quan chính quyền", "Cơ quan đoàn thể") for tier in (1, 2)},
        "III.7": ("ban", "thành viên"),
        "III.8": ("ban", "thành viên"),
        **{f"IIIb.{number}": ("đoàn viên", "hội viên") for number in (1, 2, 3)},
    }


@pytest.mark.parametrize(
    ("number", "tier"),
    [
        ("I.1.a", None),
        ("I.2.a", Tier.PROVINCE),
        ("I.3.c", Tier.COMMUNE),
        ("III.1", None),
        ("III.1.b", Tier.PROVINCE),
        ("III.3.2.b", Tier.DISTRICT),
        ("III.4.3.a", Tier.COMMUNE),
        ("III.5.3.c", Tier.COMMUNE),
        ("III.8", None),
    ],
)
def test_a_line_counts_the_level_that_it_or_its_heading_names(number: str, tier: Tier | None) -> None:
    assert next(row.tier for row in FORM.rows if row.number == number) is tier


def test_a_line_for_several_figures_also_takes_the_one_that_was_given() -> None:
    movements = Movements(commended=150)
    assert attrs.evolve(movements, commended=Pair(100, 50)).commended == Pair(100, 50)
    assert Cadres(peoples_inspection=7).peoples_inspection == 7
    assert [PoliticalTheory(levels=value).levels for value in (3, Triple(1, 2, 0))] == [3, Triple(1, 2, 0)]


def test_a_section_with_a_line_of_its_own_prints_no_heading_above_it() -> None:
    appendix = attrs.evolve(ImplementationAppendix().allowances, communes=Allowance(total=1, at_norm=1))
    cells = FORM.cells(ImplementationAppendix(allowances=appendix))
    assert [(cell.row.printed, cell.place, cell.value) for cell in cells if cell.value is not None] == [
        ("1", "Phụ lục 1, mục IV, dòng 1", 1),
        ("", "Phụ lục 1, mục IV.1, dòng “Được hưởng theo định mức”", 1),
    ]
