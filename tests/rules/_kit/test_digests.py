"""Digests find what their reports find: in any order, in any parts, on any machine."""

import datetime as dt
import pickle
from collections.abc import Iterator
from random import Random
from weakref import ref

import attrs
import pytest

from mttq import digest
from mttq._samples._cases import Case
from mttq._samples._faults import Fault
from mttq._samples._together import TOGETHER
from mttq.checking import Counts, Findings, Missing, Profile, check_all
from mttq.errors import ConstraintError, FieldError
from mttq.forms import ParticipationAppendix
from mttq.model import FundKind, FundLedger, Funds, FundTransfer, Supervision, SupervisionForm
from mttq.report import Report
from mttq.rules import RULES, Batch, Breach, Digest, Judgement, Scope, Severity, rule
from mttq.rules._kit.additive import as_printed
from mttq.rules._kit.identity import spot_at
from mttq.testing import draw_report, make_report
from mttq.values import Tier, Triple

FAULTS = [fault for fault in TOGETHER if RULES[fault.code].scope is Scope.BATCH]
RULES_ON_SEVERAL = [item for item in RULES if item.scope is Scope.BATCH]


def told(findings: Findings) -> list[tuple[object, ...]]:
    """Return all that a reader learns of findings, in their order, and how they are known again."""
    return [(item.unit, item.place, item.explain(), item.fingerprint, item.figures) for item in findings]


def judged(case: Case) -> Findings:
    return check_all(case.reports, previous=case.previous, units=case.units, rules=RULES_ON_SEVERAL)


CASES = [fault.wrong(draw_report(1)) for fault in FAULTS]
ALL = Case(
    reports=tuple(report for case in CASES for report in case.reports),
    previous=tuple(report for case in CASES for report in case.previous),
    units=tuple(unit for case in CASES for unit in case.units),
)


@pytest.mark.share(2)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_digests_find_what_a_rule_on_reports_finds(fault: Fault) -> None:
    """A rule that is given the reports too names places and figures by them, not by their digests."""
    case = fault.wrong(draw_report(2))
    own = Batch(reports=case.reports, previous=case.previous, units=case.units)
    of_digests = check_all(
        map(digest, case.reports),
        previous=map(digest, case.previous),
        units=case.units,
        rules=[RULES[fault.code]],
    )

    @rule("TST001", Severity.INFO, level=1, title="Một", message="Một", scope=Scope.BATCH)
    def reads_reports(_batch: Batch) -> Iterator[Judgement]:
        """Make the check keep the reports."""
        return iter(())

    of_reports = check_all(
        case.reports,
        previous=case.previous,
        units=case.units,
        rules=[RULES[fault.code], reads_reports],
        profile=Profile(name="", select=(fault.code, "TST001")),
    )
    assert own.has_reports
    assert told(of_digests) == told(of_reports)
    assert of_digests.counts[fault.code] == of_reports.counts[fault.code]


@pytest.mark.share(3)
@pytest.mark.parametrize("seed", range(3))
def test_digests_combine_in_any_order_and_grouping(seed: int) -> None:
    whole = judged(ALL)
    assert len({item.code for item in whole}) > len(FAULTS) // 2
    between = Random(seed)  # noqa: S311 - no secret

    def in_parts(reports: tuple[Report, ...]) -> list[Digest]:
        """Cut into parts, make and pickle the digests of each apart, and put them together in any order."""
        given = between.sample(reports, len(reports))
        cuts = sorted(between.sample(range(len(given)), 3))
        parts = [given[start:end] for start, end in zip([0, *cuts], [*cuts, len(given)], strict=True)]
        pickled = [pickle.dumps(list(map(digest, part))) for part in parts]
        return [item for part in between.sample(pickled, len(pickled)) for item in pickle.loads(part)]

    found = check_all(
        in_parts(ALL.reports),
        previous=in_parts(ALL.previous),
        units=between.sample(ALL.units, len(ALL.units)),
        rules=RULES_ON_SEVERAL,
    )
    assert (told(found), found.counts) == (told(whole), whole.counts)


def test_reports_and_digests_that_are_given_twice_are_one_report_too_many_each() -> None:
    report = draw_report(1)
    twice: list[list[Report | Digest]] = [[report, report], [report, digest(report)], [digest(report)] * 2]
    for given in twice:
        assert [item.code for item in check_all(given, select="XRP")] == ["XRP006"]


def test_a_digest_is_small() -> None:
    given = [draw_report(seed) for seed in range(8)]
    assert [len(pickle.dumps(digest(given[seed]))) < most for seed, most in ((0, 4200), (2, 6500))] == [
        True
    ] * 2
    assert len(pickle.dumps([digest(report) for report in given])) < 2100 * len(given)


def test_no_report_is_kept_unless_a_rule_reads_it() -> None:
    alive: list[int] = []

    def given() -> Iterator[Report]:
        """Give reports one by one, and count those that still exist."""
        seen = []
        for seed in range(3):
            report = make_report(title=f"{seed}").with_value("population.households", 1)  # breaks rules
            seen.append(ref(report))
            yield report
            del report
            alive.append(sum(one() is not None for one in seen))

    findings = check_all(given())
    assert findings
    assert max(alive) <= 1  # the last one, of which facts are remembered

    alive.clear()
    check_all(given(), rules=[reads_titles])
    assert alive == [1, 2, 3]


@rule("TST002", Severity.INFO, level=1, title="Tên", message="Tên {title}", scope=Scope.BATCH)
def reads_titles(batch: Batch) -> Iterator[Judgement]:
    """Name the title of the last report."""
    if len(batch.reports) > 1:
        yield Breach(path="title", report=1, args={"title": batch.reports[1].title})


def test_a_rule_that_reads_reports_judges_them_and_cannot_judge_digests() -> None:
    reports = [draw_report(1), draw_report(2)]
    (finding,) = check_all(reports, rules=[reads_titles])
    titles = [finding.args["title"]]
    assert titles == [Batch(reports=tuple(reports)).reports[1].title]
    mixed: list[list[Report | Digest]] = [[*map(digest, reports)], [reports[0], digest(reports[1])]]
    for given in mixed:
        found = check_all(given, rules=[reads_titles])
        assert found.counts == {"TST002": Counts(not_verifiable=1)}
        assert found.missing["TST002"] == (Missing("reports"),)
    kept = check_all([reports[0]], previous=[digest(reports[1])], rules=[reads_titles])
    assert kept.counts == {"TST002": Counts(not_verifiable=1)}


def test_a_rule_of_a_user_may_read_digests() -> None:
    @rule(
        "TST003",
        Severity.INFO,
        level=1,
        title="Hộ",
        message="Có {n} hộ",
        scope=Scope.BATCH,
        reads_digests=True,
    )
    def counts_households(batch: Batch) -> Iterator[Judgement]:
        """Add up the households."""
        numbers = [item.figure_at("population.households") for item in batch.digests]
        yield Breach(path="population.households", report=0, args={"n": sum(map(int, map(str, numbers)))})

    reports = [make_report(), make_report(title="Hai")]
    found = [check_all(given, rules=[counts_households]) for given in (reports, map(digest, reports))]
    assert [[item.args["n"] for item in one] for one in found] == [[2000], [2000]]
    assert told(found[0]) == told(found[1])


def test_a_digest_tells_figures_and_things_as_the_report_does() -> None:
    report = draw_report(3)
    transfer = FundTransfer(from_tier=Tier.DISTRICT, amount=5)
    ledgers = (FundLedger(fund=FundKind.RELIEF_FUND, opening=3, transfers=(transfer,)), *report.funds.ledgers)
    joined = Supervision(
        form=SupervisionForm.DELEGATION, date=dt.date(2024, 6, 5), subject="Đất đai", led_by="Huyện ủy"
    )
    report = attrs.evolve(report, funds=Funds(ledgers=ledgers)).with_value(
        "supervision.supervisions", (joined,)
    )
    given = digest(report)
    paths = [
        *(item.path for item in given.figures()),
        *(item.path for item in given.records().values()),
        *(path for path, _ in given.rates),
        *(carry.path for carry in given.carried.records),
        *("title", "unit.name", "unit.code", "appendices", "unit", "funds.ledgers"),
        *("funds.ledgers.0.transfers.0.amount", "supervision.supervisions.0"),
    ]
    assert len(paths) > 100
    for path in paths:
        spot = spot_at(report, path)
        assert given.thing_at(path) == spot.thing()
        assert given.figure_at(path) == spot.figure
        assert given.place_of(path) == report.place_of(path)


def test_a_narrative_whose_passages_were_taken_otherwise_is_not_verifiable() -> None:
    text = "\n".join(f"Trong kỳ đã tổ chức {number} hội nghị tuyên truyền." for number in range(20, 60))
    reports = [make_report(narrative=text), make_report(narrative=text).with_value("unit.name", "Mới")]
    asked = Profile(parameters={"XRP003": {"least": 20}})
    few = attrs.evolve(reports[0], appendices=())
    assert few.narrative
    for given, expected in (
        (reports, Counts(passed=2, failed=2)),
        (map(digest, reports), Counts(passed=1, failed=1, not_verifiable=2)),
        ([digest(report, smallest=20) for report in reports], Counts(passed=2, failed=2)),
    ):
        assert check_all(given, select="XRP003", profile=asked).counts["XRP003"] == expected


def test_what_is_no_report_has_no_digest() -> None:
    with pytest.raises(FieldError, match=r"^report: cần Report; đã nhận 'x' \(str\)$"):
        digest("x")  # type: ignore[arg-type]


def test_a_digest_of_other_lines_or_of_another_version_is_refused() -> None:
    given = digest(make_report())
    people, (subject, stamp), *_ = given.cells.subjects
    for other, told_ in (
        ((subject, stamp + 1), f"Digest: biểu {subject} có dòng khác"),
        (("khong-co", stamp), "Digest: chưa khai báo biểu khong-co"),
    ):
        cells = attrs.evolve(given.cells, subjects=(people, other))
        with pytest.raises(ConstraintError, match=f"^{told_}"):
            check_all([attrs.evolve(given, cells=cells)], select="XRP")
    with pytest.raises(ConstraintError, match=r"^Digest: của phiên bản khác của mttq"):
        pickle.loads(pickle.dumps(attrs.evolve(given, version=0)))


def test_cells_are_read_as_the_form_has_them() -> None:
    report = make_report()
    given = digest(report)
    form = report.appendix(ParticipationAppendix)
    assert form is not None
    assert repr(given) == f"<Digest xã Mẫu: {report.title}>"
    assert given.figure_at("kl62-pl2.criticism.sessions.commune") == form.criticism.sessions.commune
    assert given.figure_at("kl62-pl2.criticism.sessions.province") is None
    assert given.figure_at("kl62-pl2.criticism.requests") is None
    assert as_printed((1, 2, 3)) == Triple(1, 2, 3)
