"""Repairs say in one line where, what and why, in Vietnamese and in English."""

import pickle
from decimal import Decimal

import attrs

from mttq.rendering import render
from mttq.repairs import Change, Repair, Repairs
from mttq.repairs._repair import Support
from mttq.repairs._slips import Slip
from mttq.values import Share

CHANGED = Change(
    path="population.poor.households",
    place="Dân số, Hộ nghèo, Số hộ",
    old=1489,
    new=1488,
    kind=Slip.CHANGED,
    distance=1,
)
DIGIT = Repair(changes=(CHANGED,), support=(Support.PERCENTAGE, Support.PREVIOUS), fixes=("UNI007", "UNI008"))
MOVED = Repair(
    changes=(
        attrs.evolve(CHANGED, new=None, kind=Slip.MOVED),
        attrs.evolve(CHANGED, path="a.b", place="Phụ lục 1, dòng 2", old=None, new=1489, kind=Slip.MOVED),
    ),
    fixes=("APP004",),
)
FILLED = attrs.evolve(CHANGED, old=None, new=Share(Decimal("51.59")), kind=Slip.LEFT_OUT)


def test_one_line_in_vietnamese_and_in_english() -> None:
    assert DIGIT.render() == (
        "Dân số, Hộ nghèo, Số hộ: 1.489 → 1.488 "
        "(sai một chữ số; chỉ số này cho đúng tỷ lệ đã ghi; báo cáo trước ghi "
        "số này; khắc phục UNI007, UNI008)"
    )
    assert DIGIT.render(lang="en") == (
        "Dân số, Hộ nghèo, Số hộ: 1.489 → 1.488 (one digit wrong; the only "
        "figure that gives the printed percentage; "
        "the earlier report has this figure; resolves UNI007, UNI008)"
    )


def test_a_moved_figure_shows_both_cells_and_a_blank_is_a_dash() -> None:
    assert MOVED.render(lang="en") == (
        "Dân số, Hộ nghèo, Số hộ: 1.489 → —; Phụ lục 1, dòng 2: — → 1.489 "
        "(entered in another cell; resolves APP004)"
    )
    assert MOVED.distance == 2
    assert FILLED.render() == "— → 51,59%"


def test_every_word_is_there_in_both_languages() -> None:
    for kind in Slip:
        for support in Support:
            repair = Repair(changes=(attrs.evolve(CHANGED, kind=kind),), support=(support,))
            assert len({repair.reasons(lang="vi"), repair.reasons(lang="en"), DIGIT.reasons()}) == 3


def test_as_dict_is_ready_for_json() -> None:
    change = {
        "path": "population.poor.households",
        "place": "Dân số, Hộ nghèo, Số hộ",
        "old": "1.489",
        "new": "1.488",
        "kind": "changed",
        "distance": 1,
    }
    assert DIGIT.as_dict() == {
        "changes": [change],
        "distance": 1,
        "support": ["percentage", "previous"],
        "fixes": ["UNI007", "UNI008"],
        "text": DIGIT.render(),
    }
    assert MOVED.changes[0].as_dict()["new"] is None


def test_repairs_are_a_sequence_that_knows_its_figures() -> None:
    repairs = Repairs(found=(DIGIT, MOVED))
    assert (list(repairs), len(repairs), repairs[1], repairs[:1]) == ([DIGIT, MOVED], 2, MOVED, (DIGIT,))
    assert repairs.of(CHANGED.path) == (DIGIT, MOVED)
    assert repairs.of("a.b") == (MOVED,)
    assert repairs.of("title") == ()
    assert not Repairs()
    assert pickle.loads(pickle.dumps(repairs)) == repairs


def test_tables_show_each_change_and_how_much_was_not_tried() -> None:
    repairs = Repairs(found=(DIGIT, MOVED), left=1200)
    (table,) = repairs.tables(lang="en")
    assert table.title == "Figures that may be slips"
    assert table.rows == (
        (CHANGED.place, "1.489 → 1.488", DIGIT.reasons(lang="en")),
        (CHANGED.place, "1.489 → —", MOVED.reasons(lang="en")),
        ("and Phụ lục 1, dòng 2", "— → 1.489", ""),
        ("MTQ998: Candidates not tried (limit reached)", "1.200", ""),
    )
    assert (repairs.complete, Repairs().complete) == (False, True)
    assert render(Repairs()).splitlines()[-1] == "Chưa tìm được phương án sửa phù hợp với tất cả quy tắc."


def test_figures_that_one_may_have_been_for_the_same_reasons_share_a_line() -> None:
    alike = [Repair(changes=(attrs.evolve(CHANGED, new=new),)) for new in range(1480, 1487)]
    (table,) = Repairs(found=(*alike[:1], DIGIT, *alike[1:])).tables()
    assert [change for _, change, _ in table.rows] == [
        "1.489 → 1.480; 1.481; 1.482; 1.483; 1.484; … (+2)",
        "1.489 → 1.488",
    ]
