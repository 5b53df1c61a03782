"""XRP: reports beside each other: versions, sources, names; FND009: what one hands down to another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from typing import Final

from mttq.model import Unit
from mttq.report import Report
from mttq.rules._joins import ByUnit, Item, cells_of, is_child_of, span_of
from mttq.rules._rule import PASSED, Basis, Breach, Confidence, Judgement, Severity, Term, Unverifiable, rule
from mttq.rules._statements import compared
from mttq.rules._subjects import Batch, Scope
from mttq.values import Pair, Quantity, Tier, Triple
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "changes_are_told",
    "sources_agree",
    "texts_are_about_their_unit",
    "what_is_handed_down_is_received",
]

_PRACTICE: Final = Basis(text="Kinh nghiệm tổng hợp báo cáo", confidence=Confidence.SECONDARY)
_WORD: Final = re.compile(r"[^\W_]+")
_HANDED_DOWN: Final = "funds.transfers"
_WIDE: Final = Context(prec=200)  # sums must not depend on the caller's decimal context


@rule("XRP001", Severity.INFO, level=2, scope=Scope.BATCH)
def changes_are_told(batch: Batch) -> Iterator[Judgement]:
    """A second version of a report over the same time says which figures it corrects; here they are.

    Each figure of the appendices and of the people that differs is told, one that was blank too.

    Wrong: 488 poor households, where the former version had 480, without a word.
    Right: the same, with a word that 480 was a slip.
    """
    former = ByUnit(batch.previous)
    for place, report in enumerate(batch.reports):
        for other in former[report.unit]:
            earlier = batch.previous[other]
            if _issuer(earlier) == _issuer(report) and span_of(earlier) == span_of(report):
                yield from _changes(place, cells_of(earlier), cells_of(report))


def _issuer(report: Report) -> str:
    return fold(report.header.issuer or "")


def _changes(
    place: int, old: dict[Item, tuple[int, ...]], new: dict[Item, tuple[int, ...]]
) -> Iterator[Judgement]:
    changed = [item for item in {**new, **old} if old.get(item) != new.get(item)]
    if not changed:
        yield PASSED
    for item in changed:
        before, now = _figure(old.get(item, ())), _figure(new.get(item, ()))
        yield Breach(
            path=item.path, report=place, args={"old": before, "new": now}, expected=before, actual=now
        )


def _figure(numbers: tuple[int, ...]) -> int | Pair | Triple | str:
    match numbers:
        case (one,):
            return one
        case (first, second):
            return Pair(first, second)
        case (first, second, third):
            return Triple(first, second, third)
    return Phrase("ô trống")


@rule("XRP002", Severity.WARNING, level=3, scope=Scope.BATCH)
def sources_agree(batch: Batch) -> Iterator[Judgement]:
    """Reports of two bodies on one unit and time, of the Front and of the People's Committee, say, agree.

    Wrong: 488 poor households in the report of the Front, 513 in that of the People's Committee.
    Right: 488 in both.
    """
    sources = ByUnit(batch.reports)
    for place, report in enumerate(batch.reports):
        first = batch.reports[sources[report.unit][0]]
        if _issuer(report) != _issuer(first) and span_of(report) == span_of(first):
            yield from _differences(place, report, first)


def _differences(place: int, report: Report, first: Report) -> Iterator[Judgement]:
    issuer, others = first.header.issuer or first.title, cells_of(first)
    for item, numbers in cells_of(report).items():
        if numbers == others.get(item):
            yield PASSED
        elif item in others:
            figure, other = _figure(numbers), _figure(others[item])
            args = {"issuer": issuer, "other": other, "figure": figure}
            yield Breach(path=item.path, report=place, args=args, actual=figure)


@rule("XRP004", Severity.WARNING, level=3, basis=_PRACTICE, scope=Scope.BATCH)
def texts_are_about_their_unit(batch: Batch) -> Iterator[Judgement]:
    """The text of a report names its own unit, those above, below and before it; another comes from a copy.

    Only names with their kind ("xã Hồng Trung") count, of units in the batch or in the catalogue.

    Wrong: "nhân dân xã Hồng Trung" in the text of the commune Quảng Nhâm.
    Right: "nhân dân xã Quảng Nhâm".
    """
    units = [*batch.units, *(report.unit for report in batch.reports)]
    known = {fold(unit.full_name): unit for unit in units}
    for place, report in enumerate(batch.reports):
        if report.narrative is None:
            continue
        names = dict.fromkeys(_units_in(report.narrative, known))
        foreign = [known[name] for name in names if not _is_kin(known[name], report.unit)]
        if foreign:
            named = tuple(unit.full_name for unit in foreign)
            yield Breach(path="narrative", report=place, args={"units": named})
        else:
            yield PASSED


def _units_in(text: str, known: Mapping[str, Unit]) -> Iterator[str]:
    """Find the names of units in a text, of two that begin with one word the longer."""
    words = _WORD.findall(fold(text))
    firsts, longest = {name.partition(" ")[0] for name in known}, max(len(name.split()) for name in known)
    behind = 0  # "xã Hương Trà" is no unit inside "thị xã Hương Trà"
    for start, word in enumerate(words):
        if word in firsts and start >= behind:
            spans = (" ".join(words[start : start + size]) for size in range(longest, 0, -1))
            name = next((span for span in spans if span in known), None)
            if name is not None:
                behind = start + len(name.split())
                yield name


def _is_kin(unit: Unit, own: Unit) -> bool:
    refs = (own.parent, *own.predecessors)
    named = {fold(ref.full_name) for ref in refs if ref is not None} | {fold(own.full_name)}
    return fold(unit.full_name) in named or is_child_of(unit.parent, own)


@rule("FND009", Severity.WARNING, level=3, scope=Scope.BATCH)
def what_is_handed_down_is_received(batch: Batch) -> Iterator[Judgement]:
    """What the fund of a parent unit handed down is what the child reports as received from that level.

    The parent tells it by statements with the indicator "funds.transfers" that name the child
    (`Statement.unit`); the child by `FundLedger.transfers`.

    Wrong: the district handed down 50.000.000 đồng, the commune received 40.000.000 đồng.
    Right: both have 50.000.000 đồng.
    """
    children = defaultdict[str, list[int]](list)
    for place, report in enumerate(batch.reports):
        children[fold(report.unit.full_name)].append(place)
    for parent in batch.reports:
        for statement in parent.statements:
            if statement.indicator == _HANDED_DOWN and statement.unit is not None:
                for place in children.get(fold(statement.unit), ()):
                    child = batch.reports[place]
                    if is_child_of(child.unit.parent, parent.unit) and span_of(child) == span_of(parent):
                        yield _judge_transfer(statement.value, place, child, parent.unit.tier)


def _judge_transfer(sent: Quantity, place: int, child: Report, tier: Tier) -> Judgement:
    path, received = "funds.ledgers", Decimal(0)
    for number, ledger in enumerate(child.funds.ledgers):
        for index, transfer in enumerate(ledger.transfers):
            if transfer.from_tier is tier:
                path = f"funds.ledgers.{number}.transfers.{index}.amount"
                if transfer.amount is None:
                    return Unverifiable(path)
                amount = transfer.amount
                received = _WIDE.add(received, Decimal(amount) if isinstance(amount, int) else amount.value)
    if sent.admits(received):
        return PASSED
    evidence = compared(sent, Term("đơn vị nhận", received, path), "")
    return Breach(
        path=path,
        report=place,
        args={"sent": sent, "received": Quantity(value=received, unit=sent.unit)},
        evidence=evidence,
    )
