"""Laws of repairs, on reports of several forms, levels and years with slips that are drawn."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from mttq.checking import check
from mttq.errors import MttqError
from mttq.model import Header, PopulationProfile, Unit, UnitKind
from mttq.repairs import assure, localise
from mttq.repairs._figures import figures_of, numbers_in
from mttq.repairs._slips import Slip, slips, slips_of
from mttq.report import Report
from mttq.rules import RULES, Confidence, Severity
from mttq.rules._kit.cells import absent_cells, filled
from mttq.testing import draw_report, fill_in
from mttq.values import PartialDate

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
