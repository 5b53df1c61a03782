"""XRP: reports beside each other: versions, sources, names; FND009: what one hands down to another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Final

import attrs

from mttq.model import Amount, EconomyProfile, Unit
from mttq.report import Report
from mttq.rules._amounts import Fit, added, as_sum, bounds, fit, in_dong, unit_of
from mttq.rules._bases import PRACTICE
from mttq.rules._joins import (
    ECONOMY,
    POPULATION,
    ByUnit,
    Ends,
    Item,
    cells_of,
    is_child_of,
    time_of,
)
from mttq.rules._judgements import PASSED, Breach, Figure, Judgement, Term, Unverifiable
from mttq.rules._rule import Severity, rule
from mttq.rules._statements import alike, compared, judge_statements, overlap
from mttq.rules._subjects import Batch, Scope
from mttq.values import Pair, Quantity, Share, Tier, Triple
from mttq.values.figures import WIDE
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "changes_are_told",
    "quoted_figures_agree",
    "sources_agree",
    "texts_are_about_their_unit",
    "what_is_handed_down_is_received",
]

_WORD: Final = re.compile(r"[^\W_]+")
_HANDED_DOWN: Final = "funds.transfers"
_RATES: Final = tuple(
    (path, attrgetter(path))
    for path in (
        *("population.poor.share", "population.near_poor.share"),
        *(f"economy.{name}" for name in attrs.fields_dict(EconomyProfile) if name != "as_of"),
    )
)


@rule("XRP001", Severity.INFO, level=2, basis=PRACTICE, scope=Scope.BATCH)
def changes_are_told(batch: Batch) -> Iterator[Judgement]:
    """A second version of a report over the same time says which figures it corrects; here they are.

    Each figure of the appendices and of the people that differs is told, one that was blank too.  A notice,
    for a correction is no fault.

    Wrong: 488 poor households, where the former version had 480, without a word.
    Right: the same, with a word that 480 was a slip.
    """
    former = ByUnit(batch.previous)
    for place, report in enumerate(batch.reports):
        for other in former[report.unit]:
            earlier = batch.previous[other]
            if _issuer(earlier) == _issuer(report) and time_of(earlier) == time_of(report):
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
    """Reports of two bodies on one unit agree: of the Front, the People's Committee, the statistics office.

    Each figure of the appendices, the people and the economy is compared with that of the first other body
    that has it over the same time; rounded and hedged ones agree where their bounds meet, those cut after
    their last digit ("hơn 2,7" is below 2,8).

    Wrong: 488 poor households in the report of the Front, 513 in that of the People's Committee.
    Right: 488 in both.
    """
    units = ByUnit(batch.reports)
    several = [place for place, item in enumerate(batch.reports) if _bodies(batch, units[item.unit]) > 1]
    told = {place: _measures(batch.reports[place]) for place in several}
    for place in several:
        report = batch.reports[place]
        others = [
            other for other in units[report.unit] if other < place and _bodies(batch, (other, place)) > 1
        ]
        for key, figure in told[place].items():
            other = next((other for other in others if key in told[other]), None)
            if other is None:
                continue
            twin = told[other][key]
            if _is_unclear(figure, twin):
                yield Unverifiable(key[0])
            elif _meet(figure, twin):
                yield PASSED
            else:
                body = batch.reports[other].header.issuer or batch.reports[other].title
                args = {"issuer": body, "other": twin, "figure": figure}
                yield Breach(path=key[0], report=place, args=args, actual=figure)


def _bodies(batch: Batch, places: Iterable[int]) -> int:
    return len({_issuer(batch.reports[place]) for place in places})


def _measures(report: Report) -> dict[tuple[str, Ends], Figure]:
    """Give the figures of a report, by where each stands and over what time it runs."""
    found: dict[tuple[str, Ends], Figure] = {}
    times = {subject: time_of(report, subject) for subject in (POPULATION, ECONOMY)}
    for item, numbers in cells_of(report).items():
        if item.subject not in times:
            times[item.subject] = time_of(report, item.subject)
        found[item.path, times[item.subject]] = _figure(numbers)
    for path, read in _RATES:
        if (value := read(report)) is not None:
            found[path, times[path.partition(".")[0]]] = value
    return found


def _is_unclear(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are measured in different units, or one says nothing about one side."""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    return not alike(one.unit, other.unit) or fit(as_sum(one), as_sum(other)) is Fit.OPEN


def _meet(one: Figure, other: Figure) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return fit(as_sum(one), as_sum(other)) in (Fit.SAME, Fit.CUT)
    return overlap(one, other) if isinstance(one, Share) and isinstance(other, Share) else one == other


@rule("XRP005", Severity.WARNING, level=3)
def quoted_figures_agree(report: Report) -> Iterator[Judgement]:
    """A figure that the report quotes from another body (`Statement.according_to`) is that of the report.

    Wrong: 488 poor households, and "theo Phòng Lao động - Thương binh và Xã hội: 513 hộ".
    Right: 488 in both.
    """
    for judgement in judge_statements(report, "XRP005"):
        if isinstance(judgement, Breach):
            number = int(judgement.related[0].split(".")[1])
            args = {**judgement.args, "source": report.statements[number].according_to or ""}
            yield attrs.evolve(judgement, args=args)
        else:
            yield judgement


@rule("XRP004", Severity.WARNING, level=3, basis=PRACTICE, scope=Scope.BATCH)
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

    The parent, or the unit above the parent, tells it by statements with the indicator "funds.transfers" that
    name the child (`Statement.unit`); the child by `FundLedger.transfers` from that level.  Rounded amounts
    count with all that they allow, hedged ones as if cut after their last digit.  Goods are held to goods.

    Wrong: the district handed down 50.000.000 đồng, the commune received 40.000.000 đồng.
    Right: both have 50.000.000 đồng.
    """
    named = defaultdict[str, list[int]](list)
    above = defaultdict[str, list[Unit]](list)
    for place, report in enumerate(batch.reports):
        named[fold(report.unit.full_name)].append(place)
    for unit in (*batch.units, *(report.unit for report in batch.reports)):
        above[fold(unit.full_name)].append(unit)
    for parent in batch.reports:
        for statement in parent.statements:
            if statement.indicator == _HANDED_DOWN and statement.unit is not None:
                for place in named.get(fold(statement.unit), ()):
                    child = batch.reports[place]
                    if _is_below(child.unit, parent.unit, above) and time_of(child) == time_of(parent):
                        yield _judge_transfer(statement.value, place, child, parent.unit.tier)


def _is_below(unit: Unit, parent: Unit, known: Mapping[str, Iterable[Unit]]) -> bool:
    """Tell whether a unit is a child of another, or of one of its children."""
    if unit.parent is None:
        return False
    between = known.get(fold(unit.parent.full_name), ())
    return is_child_of(unit.parent, parent) or any(
        is_child_of(unit.parent, item) and is_child_of(item.parent, parent) for item in between
    )


def _judge_transfer(sent: Quantity, place: int, child: Report, tier: Tier) -> Judgement:
    if not any(ledger.transfers for ledger in child.funds.ledgers):
        return Unverifiable("funds.ledgers")
    path, received, amounts = "funds.ledgers", Decimal(0), list[Amount]()
    for number, ledger in enumerate(child.funds.ledgers):
        for index, transfer in enumerate(ledger.transfers):
            if transfer.from_tier is tier and (transfer.amount is None or _is_alike(transfer.amount, sent)):
                path = f"funds.ledgers.{number}.transfers.{index}.amount"
                if transfer.amount is None:
                    return Unverifiable(path)
                amounts.append(transfer.amount)
                received = WIDE.add(received, in_dong(transfer.amount).value)
    agreement = _fit(amounts, sent)
    if agreement is Fit.OPEN:
        return Unverifiable(path)
    if agreement in (Fit.SAME, Fit.CUT):
        return PASSED
    return Breach(
        path=path,
        report=place,
        args={"sent": sent, "received": Quantity(value=received, unit=sent.unit)},
        evidence=compared(sent, Term("đơn vị nhận", received, path), ""),
    )


def _is_alike(amount: Amount, sent: Quantity) -> bool:
    """Tell whether an amount is measured as what was sent: goods are no part of a sum of money."""
    return unit_of(amount) == unit_of(sent)


def _fit(amounts: list[Amount], sent: Quantity) -> Fit:
    """Tell how amounts, hedged or rounded, go together with what was sent."""
    received = added(amounts)
    low = bounds(received).low
    if low == bounds(received).high and not sent.admits(low):
        return Fit.DIFFERENT
    return fit(received, as_sum(sent))
