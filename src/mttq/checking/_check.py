"""Checking reports: every rule judges, and what fails comes back as findings with their arithmetic.

Not judged is never "passed": each judgement ends as passed, failed, not applicable or not verifiable, and all
four are counted.  A rule that breaks down yields one finding that says so, and the others go on.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from mttq._declared.types import gathered
from mttq.checking._findings import Findings
from mttq.checking._judging import Desk
from mttq.checking._profiles import Profile, profile_of
from mttq.checking._waivers import Waivers
from mttq.errors import DeclarationError
from mttq.model import Unit
from mttq.report import Report
from mttq.rules import RULES, Batch, Digest, Rule, RuleSet, Scope, Selection
from mttq.rules._kit.digests import COPIES, NAMES, digest_for, see_that_it_can_be_read
from mttq.rules._kit.passages import LEAST
from mttq.rules._kit.subjects import report_alone
from mttq.wording import Phrase

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["Profile", "check", "check_all", "installed_rules"]


def check(
    report: Report,
    *,
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
) -> Findings:
    """Check a report by all rules.

    Args:
        report: the report; it is not changed.
        rules: the rules; mttq's own (`mttq.RULES`) if None.
        profile: which rules take part, with what parameters, or the name of a profile ("form-only"); all
            with their defaults if None.
        select: codes, families and other beginnings of codes that take part ("ORG,CRI001", or a list), in
            place of those of the profile.
        ignore: codes, families and other beginnings of codes that do not.
        waivers: accepted breaches, each code with its reason or as `Waiver`; what they cover comes back in
            `waived`.

    Returns:
        the findings, the most severe first, then by code and in the order of the report.  A rule that breaks
        down, a waiver that has expired and one that covers nothing are findings too (MTQ999, MTQ900, MTQ901).

    Raises:
        DeclarationError: two rules have one code.
        CodeError: no rule has a selected code or begins so, or there is no profile of that name.
        TypeError: what is given is no report, rule or waiver, or the profile sets a parameter that its rule
            does not have.

    >>> from mttq.model import Unit, UnitKind
    >>> findings = check(Report(unit=Unit(kind=UnitKind.COMMUNE, name="Trung Sơn"), title="Báo cáo"))
    >>> bool(findings.errors), findings.counts["CRI001"].not_applicable
    (False, 1)
    """
    chosen = profile_of(profile, select=select, ignore=ignore)
    given = report_alone(report)
    desk = Desk(RULES if rules is None else rules, chosen, waivers, together=False)
    desk.judge(Scope.REPORT, given)
    return desk.findings()


def check_all(
    reports: Iterable[Report | Digest],
    *,
    previous: Iterable[Report | Digest] | Report | Digest | None = None,
    units: Iterable[Unit] | None = None,
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
) -> Findings:
    """Check each report by all rules, and all of them together by the rules that compare reports.

    Reports are taken one by one and not kept, so that any iterable may give as many as there are, as
    `mttq.load_many` does: what compares them reads their digests.  A rule of your own that reads reports
    together (`Scope.BATCH` without `reads_digests`) keeps them all.

    Args:
        reports: the reports, those of parent units among those of their children; or their digests
            (`mttq.digest`), which are judged together only.
        previous: earlier reports on the same units, or their digests: former versions, or former periods.
        units: the catalogue of units, each with the days from which and until which it exists.
        rules: as for `check`.
        profile: as for `check`.
        select: as for `check`.
        ignore: as for `check`.
        waivers: as for `check`; one that names a unit is for the reports on that unit.

    Returns:
        the findings, the most severe first, then by code, those about single reports in the order of the
        reports; each knows its unit.  What is found does not depend on that order.

    Raises:
        DeclarationError: as for `check`.
        CodeError: as for `check`.
        TypeError: as for `check`.
        ConstraintError: a digest was made by another version of mttq, or of a form that is not known here.

    >>> from mttq.testing import draw_report
    >>> check_all([draw_report(1), draw_report(2)], select="XRP").counts["XRP001"].failed
    0
    """
    catalogue = gathered("units", units or (), Unit)
    chosen = profile_of(profile, select=select, ignore=ignore)
    desk = Desk(RULES if rules is None else rules, chosen, waivers, together=True)
    before = [previous] if isinstance(previous, Report | Digest) else previous or ()
    taken, earlier = _Taken(desk), _Taken(desk)
    for item in _each("reports", reports):
        if isinstance(item, Report):
            desk.judge(Scope.REPORT, item)
        taken.take(item)
    for item in _each("previous", before):
        earlier.take(item)
    if desk.together:
        batch = Batch(
            reports=taken.reports,
            previous=earlier.reports,
            units=catalogue,
            digests=taken.digests,
            earlier=earlier.digests,
        )
        desk.judge(Scope.BATCH, batch)
    return desk.findings()


class _Taken:
    """What is kept of the reports of a check: their digests, and themselves only where a rule reads them."""

    def __init__(self, desk: Desk) -> None:
        rules = {rule.code: rule for rule in desk.together}
        self._keeps = not all(rule.reads_digests for rule in rules.values())
        self._texts = [code for code in (COPIES, NAMES) if code in rules]
        least = desk.parameter(rules[COPIES], "least") if COPIES in rules else LEAST
        self._least = least if isinstance(least, int) else LEAST
        self._judges = bool(rules)
        self._reports: list[Report] = []
        self._digests: list[Digest] = []

    def take(self, item: Report | Digest) -> None:
        """Keep what rules read of a report."""
        if not self._judges:
            return
        if isinstance(item, Digest):
            see_that_it_can_be_read(item)
            self._digests.append(item)
        else:
            self._digests.append(digest_for(self._texts, item, smallest=self._least))
            if self._keeps:
                self._reports.append(item)

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The digests of all reports."""
        return tuple(self._digests)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, if all of them are kept."""
        return tuple(self._reports) if len(self._reports) == len(self._digests) else ()


def _each(name: str, given: Iterable[Report | Digest]) -> Iterator[Report | Digest]:
    """Return the reports that an argument lists, one by one.

    Raises:
        FieldError: it lists nothing, or what is neither report nor digest.
    """
    listed: Any = given  # whatever a caller without a type checker gives
    if isinstance(listed, str | bytes) or not isinstance(listed, Iterable):
        gathered(name, listed, Report)
    for item in listed:
        if isinstance(item, Report | Digest):
            yield item
        else:
            gathered(name, (item,), Report)


def installed_rules() -> RuleSet:
    """Return mttq's rules and those of installed packages, which are loaded now and at no other time.

    A package offers its rules by an entry point of the group "mttq.rules" that names a rule, several rules,
    or a module in which they stand.

    Raises:
        DeclarationError: two rules have one code, or an entry point cannot be loaded or names no rule.

    >>> len(installed_rules()) >= len(RULES)
    True
    """
    from importlib.metadata import entry_points

    offered = [(point.value, _loaded(point)) for point in entry_points(group="mttq.rules")]
    return RuleSet([*RULES, *(rule for name, loaded in offered for rule in _rules_in(name, loaded))])


def _loaded(point: "EntryPoint") -> object:
    try:
        return point.load()
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        raise DeclarationError(Phrase("{}: không nạp được ({})", point.value, why)) from error


def _rules_in(name: str, loaded: object) -> Iterator[Rule]:
    if isinstance(loaded, Rule):
        yield loaded
    elif isinstance(loaded, Iterable):
        for item in loaded:
            yield from _rules_in(name, item)
    else:
        found = [item for item in getattr(loaded, "__dict__", {}).values() if isinstance(item, Rule)]
        if not found:
            raise DeclarationError(Phrase("{}: không có quy tắc nào", name))
        yield from found
