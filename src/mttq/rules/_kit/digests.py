"""What rules over several reports read of a report: a digest of a few kilobytes, made once.

It holds no text but names and titles, and no figure that only the report's own rules need; so a million of
them fit where a million reports do not, and one machine can make them for another to judge.
"""

import datetime as dt
from array import array
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, NamedTuple

import attrs

from mttq._declared.types import unfit
from mttq.errors import ConstraintError
from mttq.forms import form_of, form_with
from mttq.model import Amount, EconomyProfile, Supervision, Unit
from mttq.report import BARE_REPORT, Report
from mttq.rules._kit.additive import POPULATION, Cells, Item, as_printed, cells_in, items_of, number_at
from mttq.rules._kit.amounts import VND, in_dong, unit_of
from mttq.rules._kit.carried import Carried, carried_in
from mttq.rules._kit.followed import Followed, RecordFigure, figures_of, followed_in
from mttq.rules._kit.identity import canonical, joined, key_fields
from mttq.rules._kit.once import shared
from mttq.rules._kit.packed import Packed, packed, unpacked
from mttq.rules._kit.passages import LEAST, hashed, names_in, passages_in
from mttq.rules._kit.spans import REVIEW, day_of, ends_of, judged_on
from mttq.values import PartialDate, Quantity, Share, Tier
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "COPIES",
    "ECONOMY",
    "NAMES",
    "Digest",
    "Ends",
    "Handed",
    "Received",
    "Transfers",
    "digest",
    "digest_for",
    "see_that_it_can_be_read",
]

Ends = tuple[PartialDate | None, PartialDate | None]
"""Both ends of a stretch of time, as precise as they were written; None is not known."""

ECONOMY: Final = "economy"
"""The subject of the figures that a report gives of what its people live on."""

_VERSION: Final = 3
_CHILDREN: Final = "unit.children"  # the indicator of a statement
_HANDED_DOWN: Final = "funds.transfers"
_RATES: Final = tuple(
    (path, attrgetter(path))
    for path in (
        *("population.poor.share", "population.near_poor.share"),
        *(f"economy.{name}" for name in attrs.fields_dict(EconomyProfile) if name != "as_of"),
    )
)


COPIES: Final = "XRP003"
NAMES: Final = "XRP004"
"""The rules that read the narrative, which takes nearly all of the time that a digest costs."""


class Received(NamedTuple):
    """What a fund received from that of another level.

    Args:
        path: where the amount stands.
        tier: the level.
        amount: the amount; None if it is not told.
        ledger: which fund it is and over what time, as a ledger tells it.
    """

    path: str
    tier: Tier
    amount: Amount | None
    ledger: str


@attrs.frozen
class Transfers:
    """What funds received from those of other levels.

    Args:
        records: of each where it stands, the level and the ledger, which are alike in many reports.
        amounts: of each the amount (`packed`).
    """

    records: tuple[tuple[str, Tier, str], ...]
    amounts: Packed

    def __iter__(self) -> Iterator[Received]:
        for (path, tier, ledger), amount in zip(self.records, unpacked(self.amounts), strict=True):
            yield Received(path, tier, amount, ledger)


class Handed(NamedTuple):
    """What was handed down to a unit.

    Args:
        unit: the name of the unit, however it is spelled; "" for units without a name, or several.
        amounts: how much, in one sum or several of one measure; none where that is not known.
        ledger: which fund it came from and over what time, as a ledger tells it; None of what the narrative
            says of all funds together.
    """

    unit: str
    amounts: tuple[Quantity, ...]
    ledger: str | None = None


@attrs.frozen(kw_only=True, eq=False)
class Digest:
    """What rules over several reports read of one (`mttq.digest`).

    Args:
        unit: the unit.
        name: its name, and `address` that with the unit above, however they are spelled.
        address: see `name`.
        title: the title of the report.
        issuer: the body that issued it.
        symbol: its symbol.
        issued: the day on which it was issued.
        day: the day on which its figures held.
        judged_on: the day whose texts judge them.
        review: the time that the report reviews.
        times: that of its people, its economy and its forms, where it is another one.
        cells: the figures that add up over units.
        rates: percentages and means of the people and the economy, by path.
        followed: the figures of members, funds, houses and gifts.
        carried: what was there at the beginning and at the end of a time.
        children: how many children the unit has, as the report says.
        handed: what was handed down.
        received: what was received.
        has_transfers: whether the report says of any fund what it received from others.
        led: of each supervision a hash of leading body, day, form and subject, shifted by a bit, and in that
            whether another body than the reporter led it; 0 if body or day is not told.
        keys: of the records that findings may name what distinguishes them from others, by path.
        least: from which figure on passages were taken.
        passages: the words around the figures of the narrative, as hashes; None without a narrative, or if no
            rule asked for them.
        names: what may name units there; None likewise.
        version: of the format.
    """

    unit: Unit
    name: str
    address: str
    title: str
    issuer: str | None
    symbol: str | None
    issued: dt.date | None
    day: dt.date | None
    judged_on: dt.date | None
    review: Ends
    times: tuple[tuple[str, Ends], ...]
    cells: Cells
    rates: tuple[tuple[str, Share | Quantity], ...]
    followed: Followed
    carried: Carried
    children: int | None
    handed: tuple[Handed, ...]
    received: Transfers
    has_transfers: bool
    led: Sequence[int]
    keys: tuple[tuple[str, str], ...]
    least: int
    passages: Sequence[int] | None
    names: tuple[str, ...] | None
    version: int = _VERSION

    def __repr__(self) -> str:
        return f"<Digest {self.unit.full_name}: {' '.join(self.title.split())}>"

    def __reduce__(self) -> tuple[object, tuple[tuple[object, ...]]]:
        """Pickle what it holds without the names of its parts."""
        return _from_parts, (attrs.astuple(self, recurse=False),)

    def time(self, subject: str = REVIEW) -> Ends:
        """Return the ends of the time over which figures run: of a form's code, "population", "economy"."""
        return next((ends for other, ends in self.times if other == subject), self.review)

    def figures(self) -> dict[Item, tuple[int, ...]]:
        """Return the figures that add up over units, without blanks; two numbers of a pair.

        Raises:
            ConstraintError: a form is not known here, or has other lines.
        """
        return {
            item: numbers if isinstance(numbers, tuple) else (numbers,)
            for item, numbers in items_of(self.cells)
            if numbers is not None
        }

    def records(self) -> Mapping[str, RecordFigure]:
        """Return the exact figures of members, funds, houses and gifts, by what they are about."""
        return figures_of(self.followed)

    def thing_at(self, path: str) -> str:
        """Return what a path leads to, by what it is known in another version of the report."""
        known, thing, place = dict(self.keys), "", ""
        for name in path.split("."):
            place = f"{place}.{name}".lstrip(".")
            thing += f"[{known[place]}]" if place in known else f".{name}"
        return thing.lstrip(".")

    def figure_at(self, path: str) -> object:
        """Return the figure at a path that a rule on several reports may name; None for a blank, or none."""
        if path in _OWN:
            return _OWN[path](self)
        known: dict[str, object] = {**dict(self.rates), **{item.path: item.amount for item in self.received}}
        if path in known:
            return known[path]
        if any(path.startswith(f"{subject}.") for subject, _ in self.cells.subjects):
            return as_printed(number_at(self.cells, path))
        return next((figure.number for figure in self.records().values() if figure.path == path), None)

    def place_of(self, path: str) -> str:
        """Say where a path stands, as the report does.

        Raises:
            PathError: the path leads nowhere.
        """
        return BARE_REPORT.place_of(path)


def _from_parts(parts: tuple[Any, ...]) -> Digest:
    """Return a digest as it was pickled.

    Raises:
        ConstraintError: another version of mttq made it.
    """
    names = attrs.fields_dict(Digest)
    if len(parts) != len(names) or parts[-1] != _VERSION:
        raise ConstraintError(
            Phrase("Digest: của phiên bản khác của mttq; lập lại Digest từ báo cáo"), "version"
        )
    return Digest(**dict(zip(names, parts, strict=True)))


_OWN: Final[Mapping[str, Callable[[Digest], object]]] = {
    "title": attrgetter("title"),
    "unit.name": attrgetter("unit.name"),
    "unit.code": attrgetter("unit.code"),
}


def digest(report: Report, *, smallest: int = LEAST) -> Digest:
    """Return what rules over several reports read of a report, a tenth of what it takes itself.

    `mttq.check_all` takes digests in place of reports, in any order and of any number of parts: from other
    machines, or pickled last year by the same version of mttq.

    Args:
        report: the report.
        smallest: from which figure on XRP003 compares narratives; with another `least` it cannot judge them.

    Raises:
        FieldError: what is given is no report.

    >>> from mttq import check_all
    >>> from mttq.testing import draw_report
    >>> reports = [draw_report(1), draw_report(1), draw_report(2)]
    >>> [finding.code for finding in check_all(map(digest, reports))]
    ['XRP006']
    """
    if not isinstance(report, Report):
        raise unfit("report", Report, report)
    return digest_for((COPIES, NAMES), report, smallest=smallest)


def digest_for(rules: Collection[str], report: Report, *, smallest: int = LEAST) -> Digest:
    """Return the digest of a report with what these rules read of its narrative."""
    unit, review, narrative = report.unit, _ends(report, REVIEW), report.narrative
    followed, carried, received = followed_in(report), carried_in(report), _received(report)
    led = array("Q", _led(report))
    return Digest(
        unit=attrs.evolve(unit, parent=shared(unit.parent)),
        name=fold(unit.full_name),
        address=fold(unit.address),
        title=report.title,
        issuer=report.header.issuer,
        symbol=report.header.symbol,
        issued=report.header.date,
        day=shared(day_of(report)),
        judged_on=shared(judged_on(report)),
        review=shared(review),
        times=shared(tuple(_times(report, review))),
        cells=cells_in(report),
        rates=tuple((path, value) for path, read in _RATES if (value := read(report)) is not None),
        followed=followed,
        carried=carried,
        children=_stated_children(report),
        handed=tuple(_handed(report)),
        received=received,
        has_transfers=any(ledger.transfers for ledger in report.funds.ledgers),
        led=led,
        keys=shared(tuple(_keys(report, followed, carried, received, led))),
        least=smallest,
        passages=passages_in(narrative, unit, smallest)
        if narrative is not None and COPIES in rules
        else None,
        names=names_in(narrative, unit) if narrative is not None and NAMES in rules else None,
    )


def _ends(report: Report, subject: str) -> Ends:
    """Return the ends of the time over which figures run; those of the whole review if not said otherwise."""
    if subject in {POPULATION, ECONOMY}:
        time = report.population.as_of if subject == POPULATION else report.economy.as_of
        return (None, time.end if time else report.as_of)
    ends = ends_of(report, subject)
    return ends if any(ends) else ends_of(report, REVIEW)


def _times(report: Report, review: Ends) -> Iterator[tuple[str, Ends]]:
    forms = (form_of(type(item)).code for item in report.appendices)
    for subject in (POPULATION, ECONOMY, *forms):
        if (ends := _ends(report, subject)) != review:
            yield subject, ends


def _stated_children(report: Report) -> int | None:
    said = {item.value for item in report.statements if item.indicator == _CHILDREN and item.unit is None}
    exact = {int(value.value) for value in said if value.low == value.high == int(value.value)}
    return exact.pop() if len(exact) == len(said) == 1 else None


def _received(report: Report) -> Transfers:
    found = [
        ((f"funds.ledgers.{number}.transfers.{index}.amount", item.from_tier, _key(ledger)), item.amount)
        for number, ledger in enumerate(report.funds.ledgers)
        for index, item in enumerate(ledger.transfers)
    ]
    return Transfers(
        shared(tuple(shared(record) for record, _ in found)), packed(amount for _, amount in found)
    )


def _handed(report: Report) -> Iterator[Handed]:
    """Return what was handed down to units that are named: by statements, and in the ledgers of funds."""
    for statement in report.statements:
        if statement.indicator == _HANDED_DOWN and statement.unit is not None:
            yield Handed(fold(statement.unit), (statement.value,))
    for ledger in report.funds.ledgers:
        sums: dict[tuple[str, str], list[Amount | None]] = {}
        for item in ledger.handed_on:
            name = fold(item.to) if item.to is not None and item.units in (None, 1) else ""
            unit = VND if item.amount is None else unit_of(item.amount)
            sums.setdefault((name, unit), []).append(item.amount)
        for (name, _), amounts in sums.items():
            known = tuple(in_dong(amount) for amount in amounts if amount is not None)
            told = known if name and len(known) == len(amounts) else ()
            yield Handed(name, told, shared(_key(ledger)))


def _led(report: Report) -> Iterator[int]:
    for record in report.supervision.supervisions:
        if record.led_by is None or record.date is None:
            yield 0
        else:
            yield _event(record) << 1 | (record.led_by != report.header.issuer)


def _event(record: Supervision) -> int:
    parts = (record.led_by, record.date, record.form, record.subject)
    return hashed("\n".join(map(str, parts)))


def _keys(
    report: Report,
    followed: Followed,
    carried: Carried,
    received: Transfers,
    led: Sequence[int],
) -> Iterator[tuple[str, str]]:
    paths = (
        *(record.path for record in followed.records),
        *(record.record for record in carried.records),
        *(path.rpartition(".")[0] for path, _, _ in received.records),
        *(f"supervision.supervisions.{number}" for number, event in enumerate(led) if event & 1),
    )
    for path in dict.fromkeys(paths):
        head, *names = path.split(".")
        if path[-1].isdigit() and form_with(head) is None:  # a line of a form is known by its place
            record: Any = getattr(report, head)
            for name in names:
                record = record[int(name)] if isinstance(record, tuple) else getattr(record, name)
            yield shared((path, _key(record)))


def _key(record: Any) -> str:
    kind: Any = type(record)
    return _key_of(kind, tuple(getattr(record, name) for name, _ in key_fields(kind)))


@lru_cache(maxsize=4096)  # many records of many reports are about the same thing and time
def _key_of(kind: type, values: tuple[Hashable, ...]) -> str:
    told = zip(key_fields(kind), values, strict=True)
    return joined(canonical(value) for (_, key), value in told if value is not None or not key.later)


def see_that_it_can_be_read(given: Digest) -> None:
    """See that a digest is of forms that are known here.

    Raises:
        ConstraintError: it is not.
    """
    items_of(given.cells)
