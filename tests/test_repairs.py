"""Repairs say in one line where, what and why, in Vietnamese and in English."""

import pickle
from decimal import Decimal

import attrs

from mttq.rendering import render
from mttq.repairs import Repair, Repairs, Support
from mttq.slips import Slip
from mttq.values import Share

DIGIT = Repair(
    path="population.poor.households",
    place="Dân số, Hộ nghèo, Số hộ",
    old=1489,
    new=1488,
    kind=Slip.CHANGED,
    distance=1,
    support=(Support.PERCENTAGE, Support.PREVIOUS),
    fixes=("UNI007", "UNI008"),
)
MOVED = attrs.evolve(
    DIGIT,
    new=None,
    kind=Slip.MOVED,
    support=(),
    fixes=("APP004",),
    target="a.b",
    target_place="Phụ lục 1, dòng 2",
)
FILLED = attrs.evolve(DIGIT, old=None, new=Share(Decimal("51.59")), kind=Slip.LEFT_OUT, support=())


def test_one_line_in_vietnamese_and_in_english() -> None:
    assert DIGIT.render() == (
        "Dân số, Hộ nghèo, Số hộ: 1.489 → 1.488 "
        "(nhầm một chữ số; tỷ lệ chỉ nhận số này; báo cáo trước ghi số này; hết UNI007, UNI008)"
    )
    assert DIGIT.render("en") == (
        "Dân số, Hộ nghèo, Số hộ: 1.489 → 1.488 (one digit changed; the percentage admits this figure alone; "
        "the earlier report has this figure; settles UNI007, UNI008)"
    )


def test_a_moved_figure_shows_its_cell_and_a_blank_is_a_dash() -> None:
    assert MOVED.change == "1.489 → Phụ lục 1, dòng 2"
    assert FILLED.change == "— → 51,59%"


def test_every_word_is_there_in_both_languages() -> None:
    for kind in Slip:
        for support in Support:
            repair = attrs.evolve(DIGIT, kind=kind, support=(support,))
            assert len({repair.reasons("vi"), repair.reasons("en"), DIGIT.reasons()}) == 3


def test_as_dict_is_ready_for_json() -> None:
    assert DIGIT.as_dict() == {
        "path": "population.poor.households",
        "place": "Dân số, Hộ nghèo, Số hộ",
        "old": "1.489",
        "new": "1.488",
        "kind": "changed",
        "distance": 1,
        "support": ["percentage", "previous"],
        "fixes": ["UNI007", "UNI008"],
        "target": None,
        "text": DIGIT.render(),
    }
    assert (MOVED.as_dict("en")["new"], MOVED.as_dict("en")["target"]) == (None, "a.b")


def test_repairs_are_a_sequence_that_knows_its_figures() -> None:
    repairs = Repairs(found=(DIGIT, MOVED))
    assert (list(repairs), len(repairs), repairs[1], repairs[:1]) == ([DIGIT, MOVED], 2, MOVED, (DIGIT,))
    assert repairs.of(DIGIT.path) == (DIGIT, MOVED)
    assert repairs.of("title") == ()
    assert not Repairs()
    assert pickle.loads(pickle.dumps(repairs)) == repairs


def test_tables_show_repairs_and_that_some_were_not_tried() -> None:
    (table,) = Repairs(found=(DIGIT,), complete=False).tables("en")
    assert table.title == "Figures that may be slips"
    assert table.rows == (
        (DIGIT.place, "1.489 → 1.488", DIGIT.reasons("en")),
        ("Some repairs were not tried, for there are too many", "…", ""),
    )
    assert render(Repairs()).splitlines()[-1] == "Chưa tìm được cách sửa nào thỏa mọi đối chiếu."
