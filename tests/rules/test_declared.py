"""What every rule declares, and the arithmetic and suggestions of a slip: two tables to be read by eye.

Codes and paths of findings are held by the conformance cases, figures of messages by the tests of rules.
`python docs/make.py` writes both tables anew; the difference shows what a change does to the rules.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from mttq.codec import loads
from mttq.model import (
    FundKind,
    FundLedger,
    Funds,
    FundTransfer,
    ReportPeriod,
    Statement,
    Supervision,
    SupervisionForm,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.rules import (
    RULES,
    Basis,
    Batch,
    BoardNorm,
    Breach,
    CampaignName,
    CommitteeNorm,
    Figure,
    Instrument,
    Rule,
    Scope,
)
from mttq.rules._kit.judgements import shown
from mttq.testing import conformance_cases, make_report
from mttq.values import PartialDate, Period, Quantity, Share, Tier


def declared(rule: Rule) -> Iterator[str]:
    """Return the severity of a rule, what it checks and when, its basis, and what a profile may set."""
    yield f"{rule.code} {rule.severity.name}, level {rule.level}, for a {rule.scope}"
    if not rule.judges_sums:
        yield "  judges no sums of reports"
    if not rule.by_day:
        yield "  chooses the basis that holds itself"
    yield f"  {_default(rule.basis)}"
    yield from (f"  claims {path}" for path in rule.claims)
    for name, value in rule.parameters.items():
        rows = value.items() if isinstance(value, Mapping) else value if isinstance(value, tuple) else [value]
        yield from (f"  {name}: {_default(row)}" for row in rows)


def said(name: str, judgements: Iterable[object]) -> Iterator[str]:
    """Return the arithmetic of a slip and what is suggested, under its name; nothing of neither."""
    found = [line for breach in judgements if isinstance(breach, Breach) for line in _words(breach)]
    if found:
        yield name
        yield from (f"  {line}" for line in found)


def _batches() -> Iterator[tuple[str, Batch]]:
    """Return rules that judge several reports, each with what they find."""
    district = Unit(kind=UnitKind.DISTRICT, name="Mẫu", code="470")
    whole = make_report()
    people = attrs.evolve(whole, appendices=())
    led = Supervision(
        form=SupervisionForm.DELEGATION, date=dt.date(2024, 6, 5), subject="Đất đai", led_by="Huyện ủy"
    )
    handed = FundTransfer(from_tier=Tier.DISTRICT, amount=40_000_000)
    a, b = (
        attrs.evolve(
            people,
            unit=attrs.evolve(people.unit, name=name, code=None),
            supervision=attrs.evolve(people.supervision, supervisions=(led,)),
            funds=Funds(ledgers=(FundLedger(fund=FundKind.FUND_FOR_THE_POOR, transfers=(handed,)),)),
        )
        for name in "AB"
    )
    sent = Quantity(value=Decimal(50_000_000), unit="VND")
    above = attrs.evolve(
        people, unit=district, statements=(Statement(indicator="funds.transfers", unit="xã A", value=sent),)
    )
    above = above.with_value("population.poor.share", Share(Decimal(30)))
    former = tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in "AB")
    merged = attrs.evolve(people, unit=attrs.evolve(people.unit, name="Mới", predecessors=former))
    known = [a.unit, b.unit, attrs.evolve(b.unit, name="C"), attrs.evolve(district, name="Cũ")]
    for code in ("AGG001", "AGG003"):
        yield code, Batch(reports=(above, a, b), units=tuple(known[:2]))
    for code in ("AGG002", "AGG006", "UNI004"):
        yield code, Batch(reports=(above, a, b), units=tuple(known))
    for code in ("AGG004", "FND009"):
        yield code, Batch(reports=(above, a, b))
    yield "UNI001", Batch(reports=(above, a, b), units=(b.unit,))
    yield "AGG005", Batch(reports=(merged,), previous=(a, b))
    less = whole.with_value(_SESSIONS, 20).with_value("population.persons", 4)
    office = less.with_value("header.issuer", "Ủy ban nhân dân xã Mẫu")
    copied = attrs.evolve(whole, unit=attrs.evolve(whole.unit, name="A"), narrative="Nhân dân xã Mẫu")
    yield "XRP001", Batch(reports=(less,), previous=(whole,))
    yield "XRP002", Batch(reports=(whole, office))
    for code in ("XRP003", "XRP004"):
        yield code, Batch(reports=(whole, copied))
    before = [_until(2023, attrs.evolve(whole, unit=attrs.evolve(whole.unit, name=name))) for name in "ABCDE"]
    after = [_until(2024, report) for report in before]
    after[0] = after[0].with_value(_SESSIONS, 12).with_value("population.persons", 4)
    after[1] = after[1].with_value(_SEPARATE, 110)
    for code in ("TRD001", "TRD002", "TRD006"):
        yield code, Batch(reports=tuple(after), previous=tuple(before))


_SESSIONS = "kl62-pl2.criticism.sessions.commune"
_SEPARATE = "kl62-pl1.dissemination.conferences.separate"


def _until(year: int, report: Report) -> Report:
    period = Period.interval(PartialDate(year=2015, month=1), PartialDate(year=year, month=12))
    return attrs.evolve(report, periods=(ReportPeriod(subject="review", period=period),))


def _words(breach: Breach) -> Iterator[str]:
    if breach.evidence is not None:
        terms = {"": breach.evidence.left, breach.evidence.relation: breach.evidence.right}
        for relation, side in terms.items():
            for term in side:
                yield f"{relation:1} {_figure(term.value)} ({term.label}) {term.path}".rstrip()
    for item in breach.suggestions:
        yield f"try {item.path}: {_figure(item.old)} → {_figure(item.new)} {item.reason}".rstrip()


def _default(value: object) -> str:
    if isinstance(value, Basis):
        return "; ".join(map(str, (value, value.valid_from, value.valid_until, value.confidence)))
    if isinstance(value, BoardNorm | CampaignName | CommitteeNorm | Instrument):
        return "; ".join(map(_default, attrs.astuple(value, recurse=False)))
    return str(value)


def _figure(value: Figure | tuple[Figure, ...] | None) -> str:
    if isinstance(value, tuple):
        return str(tuple(map(shown, value)))
    return str(value) if value is None else shown(value)


def _declarations() -> Iterator[str]:
    for item in RULES:
        yield from declared(item)


def _slips() -> Iterator[str]:
    for case in conformance_cases("rules"):
        one_report = RULES[str(case["rule"])].scope is Scope.REPORT
        if case["state"] == "failed" and one_report and "another report" not in str(case["case"]):
            judged = RULES[str(case["rule"])](loads(json.dumps(case["report"])))
            yield from said(f"{case['rule']} {case['case']}", judged)
    for code, batch in _batches():
        yield from said(code, RULES[code](batch))


TABLES = {
    Path(__file__).with_name("declared.txt"): _declarations,
    Path(__file__).with_name("breaches.txt"): _slips,
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rules_declare_and_say_what_the_table_shows(table: Path) -> None:
    written = table.read_text(encoding="utf-8").splitlines()
    assert list(TABLES[table]()) == written, "stale: python docs/make.py"


if __name__ == "__main__":
    for path, lines in TABLES.items():
        path.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
