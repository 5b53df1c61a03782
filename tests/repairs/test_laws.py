"""Laws of repairs, on reports of several forms, levels and years with slips that are drawn."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest

from mttq.checking import check
from mttq.errors import MttqError
from mttq.model import Header, PopulationProfile, Unit, UnitKind
from mttq.repairs import assure, localise
from mttq.repairs._figures import Written, figures_of, numbers_in
from mttq.repairs._layout import Layout
from mttq.repairs._slips import Slip, slips, slips_of
from mttq.report import Report
from mttq.rules import RULES, Confidence, Severity
from mttq.rules._kit.cells import absent_cells, filled
from mttq.testing import draw_report, fill_in
from mttq.values import Pair, PartialDate

KINDS = (UnitKind.COMMUNE, UnitKind.DISTRICT, UnitKind.PROVINCE)
YEARS = (2018, 2024, 2026)
FORMS = (
    ("kl62-pl1", "kl62-pl2"),
    ("core",),
    ("hdbc-28-1", "hdbc-23"),
    ("qcdc-7-ttnd", "qcdc-9-don-thu"),
    ("nghean-nha-dai-doan-ket", "easup-y-kien-cu-tri", "qcdc-6-giam-sat"),
)


def drawn(random: Random) -> Report:
    """Draw a consistent report."""
    if random.random() < 0.3:
        return draw_report(random.randrange(50), size=random.choice((1, 2, 3)))
    kind, year = random.choice(KINDS), random.choice(YEARS)
    report = Report(
        unit=Unit(kind=kind, name="Mẫu"),
        title="Báo cáo",
        as_of=PartialDate(year=year, month=12),
        header=Header(issuer="a", superior="b", symbol="12/BC", place="Mẫu", date=dt.date(year + 1, 1, 15)),
        population=PopulationProfile(villages=9, households=12_000, persons=48_000),
    )
    return fill_in(report, *random.choice(FORMS), seed=random.randrange(1000))


def with_slips(random: Random, report: Report) -> Report:
    """Make one slip in a report, or two."""
    figures = figures_of(report)
    for path in random.sample(sorted(figures), random.choice((1, 1, 1, 2))):
        slips = [new for new in slips_of(figures[path]) if can_stand(report, path, new)]
        if slips:
            report = report.with_value(path, random.choice(slips))
    return report


def can_stand(report: Report, path: str, figure: object) -> bool:
    try:
        report.with_value(path, figure)
    except MttqError:
        return False
    return True


def binding(report: Report) -> Counter[tuple[str, str]]:
    """Return the findings that a repair must not add to: arithmetic, and texts that were read."""
    found = Counter[tuple[str, str]]()
    for finding in check(report):
        basis = RULES[finding.code].basis_for(report)
        if finding.severity > Severity.INFO and basis and basis.confidence is Confidence.CONFIRMED:
            found[finding.code, finding.path] += 1
    return found


@pytest.mark.share(100)
@pytest.mark.parametrize("seed", range(400))
def test_a_repair_breaks_no_confirmed_rule_and_fills_no_absent_cell(
    seed: int,
) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    wrong = with_slips(random, drawn(random))
    absent = {form.blank[place].path for form, _ in filled(wrong) for place in absent_cells(wrong, form)}
    before = binding(wrong)
    for repair in localise(wrong):
        new = {change.path: change.new for change in repair.changes}
        assert not {path for path, figure in new.items() if figure is not None} & absent
        placed = {change.path for change in repair.changes if change.kind is Slip.MOVED}
        added = binding(wrong.with_values(new)) - before
        assert {key for key in added if key[1] not in placed} == set(), repair.render()
        assert repair.fixes


Cells = dict[str, Written | None]


def tenfold(_: Random, layout: Layout) -> list[Cells]:
    """Add a zero at the end of a count, or lose one."""
    counts = [
        (path, figure) for path, figure in layout.figures.items() if type(figure) is int and figure > 99
    ]
    others = [(path, 10 * figure) for path, figure in counts]
    others += [(path, figure // 10) for path, figure in counts if figure % 10 == 0]
    return [{path: figure} for path, figure in others]


def halves(_: Random, layout: Layout) -> list[Cells]:
    """Exchange the halves of "a/b"."""
    pairs = [(path, figure) for path, figure in layout.figures.items() if isinstance(figure, Pair)]
    return [{path: Pair(pair.second, pair.first)} for path, pair in pairs if pair.first != pair.second]


def exchanged(_: Random, layout: Layout) -> list[Cells]:
    """Exchange two figures that stand beside each other."""
    near = [(path, other) for path in layout.figures for other in layout.near(path) if path < other]
    cells: list[Cells] = [
        {path: layout.figures[other], other: layout.figures[path]}
        for path, other in near
        if other in layout.figures
    ]
    return [news for news in cells if len(set(map(type, news.values()))) == 1 < len(set(news.values()))]


def shifted(_: Random, layout: Layout) -> list[Cells]:
    """Write several lines of a column one too high."""
    runs = [run for path in layout.figures for run in layout.runs(path)]
    stated = [(run, [layout.figures[path] for path in run]) for run in runs]
    return [
        dict(zip(run, (*told[1:], told[0]), strict=True)) for run, told in stated if len({*told}) == len(told)
    ]


def two(random: Random, layout: Layout) -> list[Cells]:
    """Make slips in two figures that stand beside each other."""
    path = random.choice(list(layout.figures))
    near = [other for other in layout.near(path) if other in layout.figures]
    both = (path, random.choice(near)) if near else ()
    slips = {one: list(slips_of(layout.figures[one])) for one in both}
    return (
        [{one: random.choice(news) for one, news in slips.items()}] if slips and all(slips.values()) else []
    )


Hand = Callable[[Random, Layout], list[Cells]]


def place_of(hand: Hand, seed: int) -> int | None:
    """Return at which place is found what a hand did, -1 if it is not; None if no rule that binds sees it.

    Of two slips it is found, too, what takes back each of them.
    """
    random = Random(f"{hand.__name__} {seed}")  # noqa: S311 - no secret
    report = drawn(random)
    layout = Layout.of(report)
    ways = [news for news in hand(random, layout) if all(can_stand(report, *cell) for cell in news.items())]
    news = random.choice(ways) if ways else {}
    wrong = report.with_values(news)
    if not binding(wrong) - binding(report):
        return None
    true: Cells = {path: layout.figures[path] for path in news}
    found = [{change.path: change.new for change in repair.changes} for repair in localise(wrong)]
    if true in found:
        return found.index(true)
    apart: list[Cells] = [{path: figure} for path, figure in true.items()]
    return max(map(found.index, apart)) if all(one in found for one in apart) else -1


@pytest.mark.share(100)
@pytest.mark.parametrize("hand", [tenfold, halves])
@pytest.mark.parametrize("seed", range(200))
def test_a_zero_at_the_end_and_exchanged_halves_are_among_the_first_three(hand: Hand, seed: int) -> None:
    assert place_of(hand, seed) in (None, 0, 1, 2)


@pytest.mark.sweep
@pytest.mark.parametrize(("hand", "least"), [(exchanged, 90), (shifted, 65), (two, 60)])
def test_most_of_what_a_hand_does_to_several_figures_is_found(hand: Hand, least: int) -> None:
    """What is missed is mostly under a bound, which nearly any figure fits."""
    places = [place for seed in range(120) if (place := place_of(hand, seed)) is not None]
    assert len(places) > 60
    assert 100 * sum(place >= 0 for place in places) >= least * len(places)


def others_near(report: Report, path: str) -> Iterator[Report]:
    """Return the report with each other figure at a path that is one off, or differs in one digit."""
    for number, make in numbers_in(figures_of(report)[path]):
        digits = {new for new, kind in slips(number) if kind is Slip.CHANGED}
        for new in sorted({*digits, number + 1, max(number - 1, 0)} - {number}):
            if can_stand(report, path, make(new)):
                yield report.with_value(path, make(new))


@pytest.mark.share(30)
@pytest.mark.parametrize("seed", range(60))
def test_a_verified_figure_can_be_no_other_one_near_it(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    report = drawn(random)
    before, verified = binding(report), assure(report).verified
    for path in random.sample(verified, min(3, len(verified))):
        assert [other for other in others_near(report, path) if not binding(other) - before] == [], path
