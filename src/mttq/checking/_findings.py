"""All that a check found, counted, compared with an earlier check, and given as tables, rows and JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import overload

import attrs

from mttq._nearest import meant
from mttq._unicode import escaped
from mttq.checking._finding import Finding
from mttq.errors import CodeError, PathError
from mttq.rules import RULES, Severity
from mttq.rules._kit.rule import BARE_REPORT, RETIRED, family_of
from mttq.tables import Column, Lang, Table
from mttq.wording import label, name_of, words

__all__ = ["Comparison", "Counts", "Findings", "Missing"]


@attrs.frozen
class Counts:
    """How the judgements of one rule ended."""

    passed: int = 0
    failed: int = 0
    not_applicable: int = 0
    not_verifiable: int = 0


@attrs.frozen
class Missing:
    """What a rule needs and a report leaves blank, so that it cannot tell.

    Args:
        path: where it would stand.
        unit: on which unit the report is; empty where several reports were judged together.
        judged: where the figure stands that could not be judged for want of it, the total of a sum; empty
            where that is the same.
    """

    path: str
    unit: str = ""
    judged: str = ""

    def place(self, lang: Lang = "vi") -> str:
        """Return the path in words, "Dân số, Số hộ"; a name of a rule's own as it is."""
        try:
            return BARE_REPORT.place_of(self.path, lang)
        except PathError:
            return self.path


@attrs.frozen(kw_only=True)
class Findings:
    """What the rules found, the gravest first; empty is false.

    Args:
        found: the findings that are not waived.
        waived: those that are.
        counts: by code, how the judgements ended.
        missing: by code, what the rule lacked where it could not tell, for each judgement.
    """

    found: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    counts: Mapping[str, Counts] = attrs.field(factory=dict, hash=False)
    missing: Mapping[str, tuple[Missing, ...]] = attrs.field(factory=dict, hash=False)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __bool__(self) -> bool:
        return bool(self.found)

    @overload
    def __getitem__(self, key: int) -> Finding: ...
    @overload
    def __getitem__(self, key: slice | str) -> tuple[Finding, ...]: ...
    def __getitem__(self, key: int | slice | str) -> Finding | tuple[Finding, ...]:
        """Return the finding at a position, or all findings of a rule ("CRI001") or of a family ("CRI").

        Raises:
            CodeError: there is no such rule or family, neither of mttq nor among those that took part.
        """
        if not isinstance(key, str):
            return self.found[key]
        found = tuple(finding for finding in self.found if key in (finding.code, finding.rule.family))
        known = (*self.counts, *map(family_of, self.counts), *RULES.names, *RETIRED)
        if not found and key not in known:
            raise CodeError(f"không có quy tắc nào mã {key!r}{meant(key, known)}")
        return found

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What cannot be true."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is probably wrong."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Finding, ...]:
        """What deserves a look."""
        return self._of(Severity.INFO)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.found if finding.severity is severity)

    def compare(self, earlier: "Findings") -> "Comparison":
        """Say what is new, what is the same and what was set right since an earlier check.

        Findings are told apart by their fingerprints.  One that was waived is neither new nor set right; one
        whose rule did not judge this time is not set right either, for nobody looked.
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
            new=tuple(finding for finding in self.found if finding.fingerprint not in before),
            same=tuple(finding for finding in self.found if finding.fingerprint in before),
            fixed=tuple(finding for finding, known in zip(gone, judged, strict=True) if known),
            not_judged=tuple(finding for finding, known in zip(gone, judged, strict=True) if not known),
        )

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the findings as one table, counted in its title."""
        table = _table("findings", self.found, lang)
        return (attrs.evolve(table, title=f"{table.title} · {self._in_all(lang)}") if self else table,)

    def _in_all(self, lang: Lang) -> str:
        """Count what was found: "59 phát hiện: 6 lỗi, 34 cảnh báo, 19 lưu ý"."""
        grave = ((severity.name, len(self._of(severity))) for severity in reversed(Severity))
        each = ", ".join(_counted(name, number, lang) for name, number in grave if number)
        return f"{_counted('findings', len(self.found), lang)}: {each}"

    def rows(self, lang: Lang = "vi") -> list[dict[str, str | None]]:
        """Return findings, then the waived ones, as flat rows for a spreadsheet or a data frame.

        The columns are the keys of `Finding.as_dict`; several suggestions or places stand in one cell.
        """
        return [
            {
                name: "; ".join(value) if isinstance(value, list) else value
                for name, value in finding.as_dict(lang).items()
            }
            for finding in (*self.found, *self.waived)
        ]

    def to_json(self, lang: Lang = "vi") -> str:
        """Return findings, waived findings and counts as JSON text."""
        data = {
            "findings": [finding.as_dict(lang) for finding in self.found],
            "waived": [finding.as_dict(lang) for finding in self.waived],
            "counts": {code: attrs.asdict(counts) for code, counts in self.counts.items()},
            "missing": {
                code: [attrs.asdict(item) | {"place": item.place(lang)} for item in items]
                for code, items in self.missing.items()
            },
        }
        return escaped(json.dumps(data, ensure_ascii=False, indent=2))

    def _repr_html_(self) -> str:
        return "\n".join(table.render("html") for table in self.tables())


def _counted(name: str, number: int, lang: Lang) -> str:
    return words(lang)[f"{name}.{'one' if number == 1 else 'many'}"].format(number)


def _table(title: str, found: tuple[Finding, ...], lang: Lang) -> Table:
    rows = tuple(
        (
            finding.code,
            name_of(finding.severity, lang),
            label(finding.place, lang),
            ": ".join(filter(None, (finding.render(lang), finding.arithmetic(lang)))),
        )
        for finding in found
    )
    said = words(lang)
    columns = tuple(Column(said[key]) for key in ("code", "severity", "place", "message"))
    return Table(title=said[title], columns=columns, rows=rows, empty=said["findings.none"])


@attrs.frozen(kw_only=True)
class Comparison:
    """Two checks beside each other.

    Args:
        new: found now, not before.
        same: found now and before, perhaps with other figures.
        fixed: found before, not now.
        not_judged: found before by a rule that did not judge now.
    """

    new: tuple[Finding, ...] = ()
    same: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    not_judged: tuple[Finding, ...] = ()

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return a table each of what is new, the same and set right, and of what was not judged, if any."""
        tables = (
            _table("comparison.new", self.new, lang),
            _table("comparison.same", self.same, lang),
            _table("comparison.fixed", self.fixed, lang),
        )
        return (
            (*tables, _table("comparison.not_judged", self.not_judged, lang)) if self.not_judged else tables
        )

    def _repr_html_(self) -> str:
        return "\n".join(table.render("html") for table in self.tables())
