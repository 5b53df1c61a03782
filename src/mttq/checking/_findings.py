"""All that a check found, counted, compared with an earlier check, and given as tables, rows and JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import add
from typing import Final, Literal, overload

import attrs

from mttq._declared.paths import complaint
from mttq._declared.types import clipped
from mttq._names.former import former_arguments
from mttq.checking._finding import Finding
from mttq.errors import ArgumentError, PathError
from mttq.model import Unit
from mttq.report import BARE_REPORT
from mttq.rules import RULES, Selection, Severity
from mttq.rules._kit.selection import RETIRED, chosen_by, codes_in, names_of, no_rule, see_that_rules_begin_so
from mttq.tables import Column, Lang, Shown, Table
from mttq.vi import fold
from mttq.wording import Phrase, label, name_of, words
from mttq.wording._nearest import meant
from mttq.wording._unicode import escaped

__all__ = [
    "FINDINGS_VERSION",
    "Comparison",
    "Counts",
    "FailOn",
    "Findings",
    "Missing",
    "counted",
    "counted_by_severity",
]

FailOn = Literal["error", "warning", "info", "never"]
"""The least severity that counts as a failure."""

FINDINGS_VERSION: Final = 1
"""The version of findings as JSON; it rises when a program made for the older one would misread."""


@attrs.frozen
class Counts:
    """How the judgements of one rule ended; those of several checks add up."""

    passed: int = 0
    failed: int = 0
    not_applicable: int = 0
    not_verifiable: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*map(add, attrs.astuple(self), attrs.astuple(other)))


@attrs.frozen
class Missing:
    """What a rule needs and a report leaves blank, so that it cannot judge.

    Args:
        path: where it would stand.
        unit: on which unit the report is; empty where several reports were judged together.
        judged: where the figure is that could not be judged without it, the total of a sum; empty
            where that is the same.
    """

    path: str
    unit: str = ""
    judged: str = ""

    @former_arguments("0.2", "lang")
    def place(self, *, lang: Lang = "vi") -> str:
        """Return the path in words, "Dân số, Số hộ"; a name of a rule's own as it is."""
        try:
            return BARE_REPORT.place_of(self.path, lang=lang)
        except PathError:
            return self.path


def _ranked(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put the most severe first, then sort by code; within a code the order stays."""
    return tuple(sorted(found, key=lambda finding: (-finding.severity, finding.code)))


def _listed(given: Severity | str | Iterable[Severity | str]) -> Iterable[Severity | str]:
    return (given,) if isinstance(given, Severity | str) else given


def _severity(given: Severity | str) -> Severity:
    """Return the severity that is meant.

    Raises:
        ArgumentError: there is no such severity.
    """
    names = {severity.name.lower(): severity for severity in reversed(Severity)}
    if isinstance(given, Severity):
        return given
    if given not in names:
        told = meant(given, names, Phrase("chọn một trong: {}", ", ".join(names)))
        raise ArgumentError(Phrase("không có mức độ {}{}", clipped(given), told))
    return names[given]


@attrs.frozen(kw_only=True)
class Findings(Shown):
    """What the rules found, the most severe first, then by code; empty is false.

    Findings of several checks add up: what was found, waived, counted and missing of all of them.

    Args:
        found: the findings that are not waived.
        waived: those that are.
        counts: by code, how the judgements ended.
        missing: by code, what the rule lacked where it could not judge, each time.

    >>> from mttq.testing import make_report
    >>> from mttq import check
    >>> both = check(make_report()) + check(make_report())
    >>> both.counts["CRI001"].passed, len(both.errors)
    (2, 0)
    """

    found: tuple[Finding, ...] = attrs.field(default=(), converter=_ranked)
    _waived: tuple[Finding, ...] = attrs.field(default=(), converter=_ranked, alias="waived")
    counts: Mapping[str, Counts] = attrs.field(factory=dict, hash=False)
    missing: Mapping[str, tuple[Missing, ...]] = attrs.field(factory=dict, hash=False)

    def __repr__(self) -> str:
        accepted = f"; {words('vi')['waived']}: {len(self._waived)}" if self._waived else ""
        return f"<Findings {self._in_all('vi').rstrip(': ')}{accepted}>"

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    def __add__(self, other: "Findings") -> "Findings":
        codes = dict.fromkeys((*self.counts, *other.counts))
        lacking = dict.fromkeys((*self.missing, *other.missing))
        nothing = Counts()
        return Findings(
            found=(*self.found, *other.found),
            waived=(*self._waived, *other._waived),
            counts={code: self.counts.get(code, nothing) + other.counts.get(code, nothing) for code in codes},
            missing={code: (*self.missing.get(code, ()), *other.missing.get(code, ())) for code in lacking},
        )

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice | str) -> "Findings": ...
    def __getitem__(self, key: int | slice | str) -> "Finding | Findings":
        """Return the finding at a position, or what rules found: "CRI001", "CRI", "CRI001,ORG".

        Raises:
            CodeError: no rule has such a code, neither of mttq nor among those that took part.
        """
        if isinstance(key, int):
            return self.found[key]
        if isinstance(key, slice):
            return self._only(self.found[key])
        if not codes_in("select", key):
            raise no_rule(key, self._names)
        return self.where(select=key)

    @property
    def waived(self) -> "Findings":
        """The findings that a waiver accepts."""
        return self._only(self._waived)

    @property
    def errors(self) -> "Findings":
        """What cannot be true."""
        return self.where(severity=Severity.ERROR)

    @property
    def warnings(self) -> "Findings":
        """What is probably wrong."""
        return self.where(severity=Severity.WARNING)

    @property
    def infos(self) -> "Findings":
        """What deserves a look."""
        return self.where(severity=Severity.INFO)

    def where(
        self,
        *,
        severity: Severity | str | Iterable[Severity | str] | None = None,
        least: Severity | FailOn | None = None,
        select: Selection = None,
        ignore: Selection = None,
        path: str | None = None,
        unit: str | Unit | None = None,
    ) -> "Findings":
        """Return the findings, and the waived ones, that are all that is asked for; None asks for nothing.

        `counts` and `missing` still say how the judgements of the check ended: those of the rules that are
        selected; and `missing` names only what is at the path and in the unit.

        Args:
            severity: "error", "warning", "info" or a `Severity`, or several.
            least: the least severity; "never" is above all of them.
            select: codes, families and other beginnings of codes ("ORG,CRI001", or a list).
            ignore: the same, of what is left out.
            path: where the figure stands, or a part of the report in which it does: "population".
            unit: the unit, or its name as `Finding.unit` has it; spelling and case do not matter.

        Raises:
            CodeError: no rule has such a code, neither of mttq nor among those that took part.
            PathError: nothing can stand at such a path.
            ArgumentError: there is no such severity.

        >>> from mttq import check
        >>> from mttq.testing import make_report
        >>> findings = check(make_report().with_value("kl62-pl2.criticism.sessions.commune", 31))
        >>> [finding.code for finding in findings.where(severity="error", path="kl62-pl2.criticism")]
        ['CRI001']
        >>> len(findings.where(select="ORG", least="warning"))
        0
        """
        levels = set(Severity) if severity is None else set(map(_severity, _listed(severity)))
        if least is not None:
            levels = {level for level in levels if least != "never" and level >= _severity(least)}
        chosen, left_out = codes_in("select", select), codes_in("ignore", ignore)
        see_that_rules_begin_so((*chosen, *left_out), self._names)
        is_chosen, is_left_out = (chosen_by(names, self._names) for names in (chosen, left_out))
        path = None if path is None else self._path(path)
        address = None if unit is None else fold(unit.address if isinstance(unit, Unit) else unit)

        def is_taken(code: str) -> bool:
            return (not chosen or is_chosen(code)) and not is_left_out(code)

        def is_here(item: Finding | Missing) -> bool:
            return (path is None or f"{item.path}.".startswith(f"{path}.")) and (
                address is None or fold(item.unit) == address
            )

        def kept(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
            asked = (item for item in found if item.severity in levels and is_taken(item.code))
            return tuple(filter(is_here, asked))

        missing = {code: tuple(filter(is_here, items)) for code, items in self.missing.items()}
        return Findings(
            found=kept(self.found),
            waived=kept(self._waived),
            counts={code: counts for code, counts in self.counts.items() if is_taken(code)},
            missing={code: items for code, items in missing.items() if items and is_taken(code)},
        )

    @property
    def _names(self) -> tuple[str, ...]:
        """The codes and families by which findings may be asked for."""
        own = (*self.counts, *(finding.code for finding in (*self.found, *self._waived)))
        return (*names_of(own), *RULES.names, *RETIRED)

    def _path(self, path: str) -> str:
        """Return a path as findings have it.

        Raises:
            PathError: the path leads nowhere, and no finding has it.
        """
        bare = path.removeprefix("/")
        if complaint(bare) and all(item.path != bare for item in (*self.found, *self._waived)):
            raise PathError(complaint(bare))
        return bare

    def compare(self, earlier: "Findings") -> "Comparison":
        """Return what is new, what is the same and what was resolved since an earlier check.

        Findings are matched by their fingerprints.  One that was waived is neither new nor resolved; one
        whose rule did not judge this time is not resolved either, since nobody looked.
        """
        before = {finding.fingerprint for finding in (*earlier.found, *earlier.waived)}
        now = {finding.fingerprint for finding in (*self.found, *self.waived)}
        gone = [finding for finding in earlier.found if finding.fingerprint not in now]
        ended = {(finding.known_by.unit, finding.path) for finding in self.found if finding.traceback}
        judged = [
            finding.code in self.counts
            and not {(finding.known_by.unit, finding.code), ("", finding.code)} & ended
            for finding in gone
        ]
        return Comparison(
            new=self._only(finding for finding in self.found if finding.fingerprint not in before),
            same=self._only(finding for finding in self.found if finding.fingerprint in before),
            fixed=earlier._only(  # noqa: SLF001 - of its own kind
                finding for finding, known in zip(gone, judged, strict=True) if known
            ),
            not_judged=earlier._only(  # noqa: SLF001
                finding for finding, known in zip(gone, judged, strict=True) if not known
            ),
        )

    def _only(self, found: Iterable[Finding]) -> "Findings":
        return attrs.evolve(self, found=found, waived=())

    @former_arguments("0.2", "lang")
    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the findings as one table, counted in its title."""
        table = _table("findings", self, lang)
        return (attrs.evolve(table, title=f"{table.title} · {self._in_all(lang)}") if self else table,)

    def _in_all(self, lang: Lang) -> str:
        """Count what was found: "59 phát hiện: 6 lỗi, 34 cảnh báo, 19 lưu ý"."""
        return f"{counted('findings', len(self.found), lang)}: {counted_by_severity(self.found, lang)}"

    @former_arguments("0.2", "lang")
    def rows(self, *, lang: Lang = "vi") -> list[dict[str, str | None]]:
        """Return findings, then the waived ones, as flat rows for a spreadsheet or a data frame.

        The columns are the keys of `Finding.as_dict`; several suggestions or places stand in one cell.
        """
        return [
            {
                name: "; ".join(value) if isinstance(value, list) else value
                for name, value in finding.as_dict(lang=lang).items()
            }
            for finding in (*self.found, *self.waived)
        ]

    @former_arguments("0.2", "lang")
    def to_json(self, *, lang: Lang = "vi") -> str:
        """Return findings, waived findings and counts as JSON text."""
        data = {
            "schema_version": FINDINGS_VERSION,
            "findings": [finding.as_dict(lang=lang) for finding in self.found],
            "waived": [finding.as_dict(lang=lang) for finding in self.waived],
            "counts": {code: attrs.asdict(counts) for code, counts in self.counts.items()},
            "missing": {
                code: [attrs.asdict(item) | {"place": item.place(lang=lang)} for item in items]
                for code, items in self.missing.items()
            },
        }
        return escaped(json.dumps(data, ensure_ascii=False, indent=2))


def counted_by_severity(found: Iterable[Finding], lang: Lang) -> str:
    """Count findings by severity, "6 lỗi, 34 cảnh báo"; nothing if there are none."""
    numbers = Counter(finding.severity for finding in found)
    grave = [severity for severity in reversed(Severity) if numbers[severity]]
    return ", ".join(counted(severity.name, numbers[severity], lang) for severity in grave)


def counted(name: str, number: int, lang: Lang) -> str:
    """Count what the words of the frame name for one and for many."""
    return words(lang)[f"{name}.{'one' if number == 1 else 'many'}"].format(number)


def _table(title: str, found: Iterable[Finding], lang: Lang) -> Table:
    rows = tuple(
        (
            finding.code,
            name_of(finding.severity, lang),
            label(finding.place, lang),
            ": ".join(filter(None, (finding.render(lang=lang), finding.arithmetic(lang=lang)))),
        )
        for finding in found
    )
    said = words(lang)
    columns = tuple(Column(said[key]) for key in ("code", "severity", "place", "message"))
    return Table(title=said[title], columns=columns, rows=rows, empty=said["findings.none"])


def _findings(given: Findings | Iterable[Finding]) -> Findings:
    return given if isinstance(given, Findings) else Findings(found=given)


@attrs.frozen(kw_only=True)
class Comparison(Shown):
    """Two checks compared.

    Args:
        new: found now, not before.
        same: found now and before, perhaps with other figures.
        fixed: found before, not now.
        not_judged: found before by a rule that did not judge now.

    >>> from mttq import check
    >>> from mttq.testing import make_report
    >>> before = check(make_report().with_value("population.poor.households", 88))
    >>> compared = check(make_report()).compare(before)
    >>> [finding.code for finding in compared.fixed]
    ['UNI008']
    """

    new: Findings = attrs.field(factory=Findings, converter=_findings)
    same: Findings = attrs.field(factory=Findings, converter=_findings)
    fixed: Findings = attrs.field(factory=Findings, converter=_findings)
    not_judged: Findings = attrs.field(factory=Findings, converter=_findings)

    def __repr__(self) -> str:
        said, parts = words("vi"), attrs.asdict(self, recurse=False)
        counted = (f"{said[f'comparison.{name}'].lower()}: {len(found)}" for name, found in parts.items())
        return f"<Comparison {'; '.join(counted)}>"

    @former_arguments("0.2", "lang")
    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return a table each of what is new, the same and resolved, and of what was not judged, if any."""
        tables = (
            _table("comparison.new", self.new, lang),
            _table("comparison.same", self.same, lang),
            _table("comparison.fixed", self.fixed, lang),
        )
        return (
            (*tables, _table("comparison.not_judged", self.not_judged, lang)) if self.not_judged else tables
        )
