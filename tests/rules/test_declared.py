"""What every rule declares, and what it says of a slip to the last word: two tables to be read by eye.

`python tests/rules/test_declared.py` writes both anew; the difference shows what a change does to the rules.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest

from mttq.codec import loads
from mttq.rules import RULES, Basis, BoardNorm, Breach, CampaignName, CommitteeNorm, Figure, Instrument, Rule
from mttq.testing import conformance_cases
from mttq.vi import format_figure


def declared(rule: Rule) -> Iterator[str]:
    """Tell how grave a rule is, what it judges, on what it rests, and what a profile may set."""
    yield f"{rule.code} {rule.severity.name}, level {rule.level}, for a {rule.scope}"
    yield f"  {_default(rule.basis)}"
    for name, value in rule.parameters.items():
        rows = value.items() if isinstance(value, Mapping) else value if isinstance(value, tuple) else [value]
        yield from (f"  {name}: {_default(row)}" for row in rows)


def said(slip: Mapping[str, object]) -> Iterator[str]:
    """Tell what a rule says of a slip: where, with what figures and arithmetic, and what it suggests."""
    yield f"{slip['rule']} {slip['case']}"
    for breach in RULES[str(slip["rule"])](loads(json.dumps(slip["report"]))):
        if isinstance(breach, Breach):
            yield from (f"  {line}" for line in _words(breach))


def _words(breach: Breach) -> Iterator[str]:
    yield breach.path
    yield from (f"{name} = {_figure(value)}" for name, value in breach.args.items())
    if breach.evidence is not None:
        terms = {"": breach.evidence.left, breach.evidence.relation: breach.evidence.right}
        for relation, side in terms.items():
            for term in side:
                yield f"{relation:1} {_figure(term.value)} ({term.label}) {term.path}".rstrip()
    yield f"{_figure(breach.actual)}, expected {_figure(breach.expected)}"
    yield from (f"see {path}" for path in breach.related)
    for item in breach.suggestions:
        yield f"try {item.path}: {_figure(item.old)} → {_figure(item.new)} {item.reason}".rstrip()


def _default(value: object) -> str:
    if isinstance(value, Basis | BoardNorm | CampaignName | CommitteeNorm | Instrument):
        return "; ".join(map(_default, attrs.astuple(value, recurse=False)))
    return str(value)


def _figure(value: Figure | tuple[str, ...] | None) -> str:
    return str(value) if value is None or isinstance(value, tuple) else format_figure(value)


def _declarations() -> Iterator[str]:
    for item in RULES:
        yield from declared(item)


def _slips() -> Iterator[str]:
    for case in conformance_cases("rules"):
        if case["state"] == "failed":
            yield from said(case)


TABLES = {
    Path(__file__).with_name("declared.txt"): _declarations,
    Path(__file__).with_name("breaches.txt"): _slips,
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rules_declare_and_say_what_the_table_shows(table: Path) -> None:
    written = table.read_text(encoding="utf-8").splitlines()
    assert list(TABLES[table]()) == written, "`python tests/rules/test_declared.py` writes the tables anew"


if __name__ == "__main__":
    for path, lines in TABLES.items():
        path.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
