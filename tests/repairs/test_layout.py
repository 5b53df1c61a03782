"""Which cells stand beside a figure."""

from mttq.repairs._layout import Layout
from mttq.testing import draw_report, make_report

WRITTEN = "kl62-pl2.criticism.written.commune"
LAYOUT = Layout.of(make_report())


def test_the_cells_beside_a_cell_are_those_of_its_column_its_line_and_its_sum() -> None:
    near = LAYOUT.near(WRITTEN)
    assert [path.removeprefix("kl62-pl2.criticism.") for path in near] == [
        "conferences.commune",
        "dialogues.commune",
        "written.district",
        "dialogues.province",
        "written.province",
    ]


def test_the_figures_beside_one_of_a_record_are_its_others_and_the_same_of_the_record_beside_it() -> None:
    assert list(LAYOUT.near("population.poor.households")) == [
        "population.poor.share",
        "population.near_poor.households",
    ]


def test_lines_may_be_shifted_within_their_column() -> None:
    layout = Layout.of(draw_report(1))
    runs = list(layout.runs(WRITTEN))
    assert {len(run) for run in runs} == {3, 4, 5}
    assert all(WRITTEN in run and all(path.endswith(".commune") for path in run) for run in runs)
    assert list(layout.runs("population.persons")) == []
