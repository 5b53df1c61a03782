"""What is found of the drawn slips stays found: a small share always, all of them under the mark `sweep`.

When the set was drawn, on 30/11/2026, of 345 slips on one report 239 were found (69%), 193 in place
(56%), and of 230 whose right figure is told 122 repaired (53%); of 75 cases across reports 42 were
found (56%). There was no false alarm on 100 consistent reports, after those had been mended that broke
the law. Since the relations of records and forms are judged, 336 are found (97%), 306 in place (89%), 202
repaired (88%), and 71 cases (95%). Others of these kinds, drawn by a second seed when all that was written,
of which the kinds that were missed have been looked at since: 333 found (97%), 296 in place (86%), 199
repaired (87%), 73 cases (97%). By a third seed, 20271207, drawn once after that: 333 found (97%), 299 in
place (87%), 201 repaired (87%), 73 cases (97%). There is no false alarm on 100 consistent reports of either
of the first two seeds, since what a fund spends on one thing has no upper limit: the former one was too low
for a province.  `measure.py` says it by kinds; whoever improves a figure raises the one here.
"""

from pathlib import Path
from runpy import run_path
from typing import Any

import pytest

_MEASURE = run_path(str(Path(__file__).with_name("measure.py")))
_DRAWN = _MEASURE["_DRAWN"]


def shares(outcomes: list[Any]) -> tuple[float, float, float]:
    """Return the percentages found, found in place, and repaired of those whose right figure is known."""
    told = [item.repaired for item in outcomes if item.repaired is not None]
    columns = ([item.found for item in outcomes], [item.in_place for item in outcomes], told)
    found, in_place, repaired = (100 * sum(column) / len(column) for column in columns)
    return found, in_place, repaired


def test_the_drawing_knows_no_rule() -> None:
    for name in ("offices", "draw"):
        source = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
        assert not {"mttq.rules", "mttq.checking", "mttq.repairs"} & set(source.split())


def test_a_slip_changes_its_cells_and_nothing_is_drawn_twice() -> None:
    slips = list(_DRAWN["draw_slips"](1))
    assert [slip.kind for slip in slips] == list(_DRAWN["SLIPS"])
    assert [slip.clean.reports for slip in slips] == [slip.clean.reports for slip in _DRAWN["draw_slips"](1)]
    for slip in slips:
        clean, wrong = slip.clean.reports[0], slip.wrong.reports[0]
        assert _DRAWN["changed"](wrong, {path: clean.value_at(path) for path in slip.paths}) == clean


def test_some_slips() -> None:
    slips, cases = _MEASURE["measured"](each=1, every=6)
    assert sum(slip.found for slip in slips) >= 11
    assert sum(slip.in_place for slip in slips) >= 9
    assert sum(case.found for case in cases) >= 3


def test_some_consistent_reports() -> None:
    assert list(_MEASURE["false_alarms"](_DRAWN["clean_reports"](10))) == []


@pytest.mark.sweep
def test_all_slips() -> None:
    slips, cases = _MEASURE["measured"]()
    assert (len(slips), len(cases)) == (345, 75)
    found, in_place, repaired = shares(slips)
    assert (found >= 97, in_place >= 88, repaired >= 87) == (True, True, True)
    assert sum(case.found for case in cases) >= 71


@pytest.mark.sweep
def test_all_slips_of_the_second_seed() -> None:
    slips, cases = _MEASURE["measured"](seed=_DRAWN["SECOND"])
    found, in_place, repaired = shares(slips)
    assert (found >= 96, in_place >= 85, repaired >= 86) == (True, True, True)
    assert sum(case.found for case in cases) >= 73


@pytest.mark.sweep
@pytest.mark.parametrize("seed", [_DRAWN["SEED"], _DRAWN["SECOND"]])
def test_all_consistent_reports(seed: int) -> None:
    assert list(_MEASURE["false_alarms"](_DRAWN["clean_reports"](seed=seed))) == []
