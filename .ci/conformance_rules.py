"""Add cases to the conformance suite for what has none; a case once written is never changed.

A rule has cases in which it passes, fails, is waived, cannot verify and does not apply: of two drawn
reports, the faults that the rule book shows, blanks that are searched for, and a report with nothing in it.
"""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, count
from pathlib import Path
from typing import Any, Final

import attrs

from mttq import RULES, Waiver, dumps, loads
from mttq._samples._cases import Case
from mttq._samples._faults import FAULTS, Fault
from mttq._samples._together import TOGETHER
from mttq.errors import MttqError
from mttq.forms import form_of
from mttq.model import Statement, Unit
from mttq.report import Report
from mttq.rules import Rule, Scope
from mttq.testing import draw_report
from mttq.values import PartialDate, Period, Qualifier, Quantity

FILE: Final = Path(__file__).parents[1] / "src/mttq/conformance/rules.json"
BARE: Final = {"schema_version": 1, "unit": {"kind": "xã", "name": "Mẫu"}, "title": "Báo cáo"}
SEEDS: Final = (1, 2)
SIZES: Final = (2, 7)
REASON: Final = "đã giải trình bằng văn bản"
TOLD: Final = ("", ", in another report")
OPEN: Final = Period.until(PartialDate(year=2024))
ENDLESS: Final = Period.interval(PartialDate(year=2019), None)
RAISED: Final = Statement(indicator="funds.ledgers.0.raised", value=Quantity(value=Decimal(5), unit="VND"))
BLANKS: Final[dict[str, dict[str, object]]] = {
    "no date": {"as_of": None, "header.date": None},
    "no catalogue of units": {"units": ()},
    "no period": {"periods": (), "reviewed": None},
    "periods without a beginning": {"reviewed": None, "periods.0.period": OPEN, "periods.1.period": OPEN},
    "a term without a beginning": {"organisation.committee.term": OPEN},
    "a term without an end": {"organisation.committee.term": ENDLESS},
    "an income of at least so much": {
        "economy.income_per_person": Quantity(
            value=Decimal(50_000_000), unit="VND/person/year", qualifier=Qualifier.AT_LEAST
        )
    },
    "a hedge that tells nothing about one side": {
        "funds.ledgers.0.closing": Quantity(value=Decimal(1), unit="VND", qualifier=Qualifier.AT_LEAST)
    },
    "a fund of no time": {"funds.ledgers.0.stated_years": None, "funds.ledgers.0.period": None},
    "a statement about a blank": {
        "funds.ledgers.0.raised": None,
        "statements": (RAISED,),
    },
}
Entry = dict[str, Any]


def main() -> None:
    """Write the file anew: its cases as they were, then those that it lacks."""
    if FILE.exists():
        suite = json.loads(FILE.read_text(encoding="utf-8"))
    else:
        suite = {"bases": [*(_data(draw_report(seed)) for seed in SEEDS), BARE], "cases": []}
    bases = [loads(json.dumps(base)) for base in suite["bases"]]
    found = {_key(case): case for case in suite["cases"]}
    ended = {key[:2] for key in found}
    for fault in (*FAULTS, *TOGETHER):
        for case in _cases(fault, bases, suite["bases"], ended):
            found.setdefault(_key(case), case)
    withdrawn = {_key(case): case for case in suite.get("withdrawn", ())}
    parts = {
        "bases": suite["bases"],
        "cases": sorted((case for key, case in found.items() if key not in withdrawn), key=_key),
        "withdrawn": sorted(withdrawn.values(), key=_key),
    }
    written = ", ".join(f'"{name}": [\n{_lines(items)}\n]' for name, items in parts.items())
    FILE.write_text(f'{{"suite": "rules", "format": 2, {written}}}\n', encoding="utf-8")


def _lines(items: Iterable[Entry]) -> str:
    return ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)


def _key(case: Entry) -> tuple[str, str, str]:
    return case["rule"], case["state"], case["case"]


def _cases(
    fault: Fault, bases: list[Report], texts: list[Entry], ended: set[tuple[str, str]]
) -> Iterator[Entry]:
    """Return the cases of a fault that end as they should; of blanks, one for a rule."""
    rule = RULES[fault.code]
    if rule.code == "MTQ999":
        return  # no file can hold a rule that breaks down
    tried: list[tuple[str, str, Case, int]] = []
    for base, (size, told) in enumerate(zip(SIZES, TOLD, strict=True)):
        right, wrong = fault.right(bases[base]), fault.wrong(bases[base], size)
        tried += [("passed", f"in order{told}", right, base), ("failed", fault.name + told, wrong, base)]
        if base == 0 and rule.scope is not Scope.RUN:
            waivers = (Waiver(code=rule.code, reason=REASON),)
            tried.append(("waived", fault.name, attrs.evolve(wrong, waivers=waivers), base))
    if rule.scope is not Scope.RUN:
        tried.append(
            ("not_applicable", "nothing but a unit and a title", Case(reports=(bases[-1],)), len(bases) - 1)
        )
    for state, name, case, base in tried:
        yield from _ending(rule, case, state, {"case": name} | _written(rule, case, base, texts))
    if (rule.code, "not_verifiable") not in ended and rule.scope is not Scope.RUN:
        blank = next(_blanks(rule, fault.right(bases[0])), None)
        if blank is not None:
            ended.add((rule.code, "not_verifiable"))
            name, case = blank
            yield from _ending(rule, case, "not_verifiable", {"case": name} | _written(rule, case, 0, texts))


def _ending(rule: Rule, case: Case, state: str, written: Entry) -> Iterator[Entry]:
    """Return a case with what is found, if it ends as it should."""
    findings = case.judged_by(rule)
    if _state(rule, case) == state:
        told = [
            {"unit": item.unit, "path": item.path} if rule.scope is Scope.BATCH else item.path
            for item in (*findings[rule.code], *findings.waived)
            if item.code == rule.code
        ]
        yield {"rule": rule.code, **written, "state": state, **({"findings": told} if told else {})}


def _state(rule: Rule, case: Case) -> str:
    findings = case.judged_by(rule)
    if findings[rule.code]:
        return "failed"
    if rule.scope is Scope.RUN:
        return "passed"
    counts = findings.counts[rule.code]
    ends = ((counts.failed, "waived"), (counts.not_verifiable, "not_verifiable"), (counts.passed, "passed"))
    return next((state for number, state in ends if number), "not_applicable")


def _written(rule: Rule, case: Case, base: int, bases: list[Entry]) -> Entry:
    """Write what is given to a check: reports by their difference from a base."""

    def report(item: Report) -> Entry:
        patch = list(_difference(bases[base], _data(item), ""))
        return ({"base": base} if base else {}) | {"patch": patch}

    reports = [report(item) for item in case.reports]
    written: Entry = {"reports": reports} if rule.scope is Scope.BATCH else reports[0]
    if case.previous:
        written["previous"] = [report(item) for item in case.previous]
    if case.units:
        written["units"] = [_unit(unit, case.reports[0]) for unit in case.units]
    if case.waivers:
        written["waivers"] = [
            {name: str(value) for name, value in attrs.asdict(waiver).items() if value is not None}
            for waiver in case.waivers
        ]
    return written


def _data(report: Report) -> Entry:
    data: Entry = json.loads(dumps(report))
    return data


def _unit(unit: Unit, report: Report) -> Entry:
    """Write a unit as the file of a report on it does."""
    data: Entry = _data(attrs.evolve(report, unit=unit))["unit"]
    return data


def _blanks(rule: Rule, right: Case) -> Iterator[tuple[str, Case]]:
    """Leave out one figure or record, or what else a rule needs, until it cannot verify."""
    for name, case in chain(_without_a_figure(right), _without_more(right)):
        if _state(rule, case) == "not_verifiable":
            yield name, case


def _without_more(right: Case) -> Iterator[tuple[str, Case]]:
    for name, changes in BLANKS.items():
        case = right
        for path, value in changes.items():
            case = case.with_value(path, value)
        yield name, case


def _without_a_figure(right: Case) -> Iterator[tuple[str, Case]]:
    for place, report in enumerate(right.reports):
        for path, value in _figures(report, ""):
            try:
                changed = report.with_value(path, () if isinstance(value, tuple) else None)
            except (MttqError, ValueError):
                continue
            reports = (*right.reports[:place], changed, *right.reports[place + 1 :])
            yield f"without {path}", attrs.evolve(right, reports=reports)


def _figures(value: Any, path: str) -> Iterator[tuple[str, object]]:
    """Return all that stands in a report, by its path; parts before the whole."""
    names: dict[str, object] = {}
    if attrs.has(type(value)):
        names = {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}
    elif isinstance(value, tuple):
        names = {str(place): item for place, item in enumerate(value)}
    for name, item in names.items():
        inner = form_of(type(item)).code if path == "appendices" else f"{path}.{name}".lstrip(".")
        if item is not None:
            yield from _figures(item, inner)
            yield inner, item


def _difference(old: Any, new: Any, path: str) -> Iterable[Entry]:
    """Return the shorter of two patches that make `new` of `old`: step by step, or the whole at once."""
    if old == new:
        return []
    whole = [{"op": "replace", "path": path, "value": new}]
    steps = list(_steps(old, new, path))
    return min(steps or whole, whole, key=lambda patch: len(json.dumps(patch, ensure_ascii=False)))


def _steps(old: Any, new: Any, path: str) -> Iterator[Entry]:
    """Return the steps of a patch, if there are any; lists grow and shrink at their end."""
    if isinstance(old, dict) and isinstance(new, dict):
        yield from ({"op": "remove", "path": f"{path}/{key}"} for key in old if key not in new)
        for key in new:
            if key in old:
                yield from _difference(old[key], new[key], f"{path}/{key}")
            else:
                yield {"op": "add", "path": f"{path}/{key}", "value": new[key]}
    elif isinstance(old, list) and isinstance(new, list):
        for place, one, other in zip(count(), old, new, strict=False):
            yield from _difference(one, other, f"{path}/{place}")
        yield from ({"op": "add", "path": f"{path}/-", "value": item} for item in new[len(old) :])
        for place in range(len(old), len(new), -1):
            yield {"op": "remove", "path": f"{path}/{place - 1}"}


if __name__ == "__main__":
    main()
