"""Reports of many units added up into that of the unit above them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar

import attrs

from mttq._declared.types import conforms, gathered, unfit
from mttq.errors import PathError, RollUpError
from mttq.model import Compiled, Gap, ReportPeriod, Unit
from mttq.report import Report
from mttq.rollup._adding import (
    Adder,
    Amount,
    Contribution,
    LeftOut,
    RowKey,
    see_that_levels_fit,
    see_that_none_is_twice,
)
from mttq.rollup._figures import Coverage, Group, RolledFigure, Told, Totals
from mttq.rollup._layouts import RECORDS
from mttq.rollup._placing import Allocation, Expected, Places
from mttq.rollup._report import Built, built, period_of
from mttq.rollup._sums import Bounds, Row, as_quantity
from mttq.rollup._tables import tables_of_sum
from mttq.rollup._transfers import InnerTransfer, Settled, settled
from mttq.tables import Lang, Shown, Table
from mttq.units import Units
from mttq.values import Pair, PartialDate, Period, Tier, Triple
from mttq.vi import fold, sort_key
from mttq.wording import Phrase, words

__all__ = ["RollUp", "roll_up"]


@attrs.frozen(kw_only=True, eq=False, repr=False, slots=False)
class RollUp(Shown):
    """Reports added up: figures, who told them and who did not.

    Sums of parts add up to the sum of the whole, in any order: `a + b`, or `RollUp.combine`.

    Args:
        into: the unit of the sum.
        period: the time of the sum; from the first day of the reports to the last if None.
        contributions: the reports that were added.
        left_out: the reports that were not, with the reasons.
    """

    into: Unit
    period: Period | None
    contributions: frozenset[Contribution]
    left_out: tuple[LeftOut, ...]
    _rows: Mapping[RowKey, Row] = attrs.field(alias="rows")
    _apart: Mapping[RowKey, Sequence[Amount]] = attrs.field(alias="apart", factory=dict)
    _expected: Mapping[tuple[Tier, dt.date], Expected] = attrs.field(alias="expected")
    _kept: Mapping[str, Mapping[Contribution, object]] = attrs.field(alias="kept")

    def __repr__(self) -> str:
        return f"<RollUp {self.into.full_name}: {len(self.contributions)} báo cáo>"

    def __eq__(self, other: object) -> bool:
        return self._facts == other._facts if isinstance(other, RollUp) else NotImplemented

    __hash__: ClassVar[None] = None  # type: ignore[assignment]

    def __getstate__(self) -> dict[str, Any]:
        """Return what is pickled: the sums, without what was read out of them."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(RollUp)}

    @property
    def _facts(self) -> tuple[Any, ...]:
        sums = {key: row.sums for key, row in self._rows.items()}
        apart = {key: Counter(amounts) for key, amounts in self._apart.items()}
        left_out = tuple(self.left_out)
        return self.into, self.period, self.contributions, left_out, sums, apart, self._expected, self._kept

    # -- adding

    @classmethod
    def combine(cls, *parts: "RollUp", into: Unit | None = None) -> "RollUp":
        """Add sums up.

        Args:
            parts: sums over different reports.
            into: the unit of the whole; those of the parts must be one if it is left out.

        Raises:
            FieldError: something is no sum.
            RollUpError: nothing is given; or units, times or levels of the parts do not fit together.
            DuplicateReport: two parts have a report of one unit over one time.

        >>> from mttq.testing import make_report, make_units
        >>> district = Unit(kind=make_report().unit.parent.kind, name="Mẫu")
        >>> one = roll_up([make_report()], into=district)
        >>> RollUp.combine(one, roll_up([], into=district)) == one
        True
        """
        if not gathered("parts", parts, RollUp):
            raise RollUpError(Phrase("combine: cần ít nhất một bảng tổng hợp"))
        unit, first = into or parts[0].into, parts[0]
        if into is None and any(_name_of(part.into) != _name_of(unit) for part in parts):
            raise RollUpError(Phrase("tổng hợp vào các đơn vị khác nhau; cần into="))
        if any(part.period != first.period for part in parts):
            raise RollUpError(Phrase("tổng hợp theo các kỳ khác nhau"))
        contributions = frozenset().union(*(part.contributions for part in parts))
        see_that_levels_fit(unit, {who.tier for who in contributions})
        seen = defaultdict[str, list[Contribution]](list)
        for part in parts:
            for who in part.contributions:
                seen[who.code].append(who)
        see_that_none_is_twice(seen)
        rows: dict[RowKey, Row] = {}
        expected: dict[tuple[Tier, dt.date], Expected] = {}
        kept: dict[str, dict[Contribution, object]] = {}
        for part in parts:
            for key, row in part._rows.items():  # noqa: SLF001 - of its own class
                rows[key] = rows[key] + row if key in rows else row
            for when, units in part._expected.items():  # noqa: SLF001 - of its own class
                expected[when] = expected.get(when, frozenset()) | units
            for path, values in part._kept.items():  # noqa: SLF001 - of its own class
                kept.setdefault(path, {}).update(values)
        return cls(
            into=unit,
            period=first.period,
            contributions=contributions,
            left_out=_sorted(one for part in parts for one in part.left_out),
            rows=rows,
            apart=_joined(part._apart for part in parts),  # noqa: SLF001 - of its own class
            expected=expected,
            kept=kept,
        )

    def __add__(self, other: "RollUp") -> "RollUp":
        return RollUp.combine(self, other)

    # -- what it says

    @property
    def report(self) -> Report:
        """The sum as a report of the unit, marked as compiled (`Report.compiled`).

        It holds what records and forms can hold; head, text and statements are blank, percentages are
        computed anew where part and whole were told by the same reports.  Rules judge a relation in it only
        if the same reports told all its figures.
        """
        return self._report

    def figures(self) -> Iterator[RolledFigure]:
        """Return all figures that somebody told, hedged ones with their bounds."""
        for path, told in self._built.figures.items():
            if told.value is not None:
                yield self._figure(path, told)

    def coverage(self, path: str) -> Coverage:
        """Return how many reports told the figure at a path of `report`, and who did not.

        Raises:
            PathError: no such figure adds up.
        """
        return self._coverage(self._told(path))

    def lineage(self, path: str) -> tuple[tuple[Contribution, object], ...]:
        """Return who told the figure at a path of `report`, and what, if `roll_up` was to keep it.

        Returns:
            contributions with what they told, the greatest first; with None for each where it was not kept.
            Of money that funds hand on or receive it is always kept; and each with the `InnerTransfer` to
            which its money belongs, which says what was taken off.

        Raises:
            PathError: no such figure adds up.
        """
        told, kept = self._told(path), self._kept.get(path.removeprefix("/"), {})
        if told.place in self._settled.told and path.endswith(".amount"):
            return tuple(sorted(self._settled.told[told.place], key=lambda pair: sort_key(pair[0].address)))
        found = [(who, kept.get(who)) for who in sorted(told.reported, key=lambda who: sort_key(who.address))]
        return tuple(sorted(found, key=lambda pair: -_size(pair[1])))

    @property
    def inner_transfers(self) -> tuple[InnerTransfer, ...]:
        """Money that went from fund to fund inside the sum, and what of it is taken off.

        Where both sides tell it, the sum leaves it out on both, so that it counts once.  What one side tells
        alone, or more than the other, stays.  Of the unit's own report those ledgers are in the sum that tell
        what its fund handed to the level below, or had from there.
        """
        return self._settled.transfers

    @property
    def missing(self) -> tuple[str, ...]:
        """Units without a report, in the order of the alphabet; none without a list of units.

        Of a sum over months it names who was silent in one of them, too.
        """
        silent = {address for group in self._groups for _, address in group.silent}
        return tuple(sorted(silent, key=sort_key))

    @property
    def reported(self) -> Coverage:
        """How many units have reported, all the time, of how many that should, whatever they told.

        A code that has meant several units counts for each of them.
        """
        told = {(who.code, _own_name(who.address)) for who in self.contributions if who.tier is self._tier}
        silent = {(code, _own_name(name)) for group in self._groups for code, name in group.silent}
        return Coverage(len(told - silent), len(told | silent), self.missing, ())

    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the tables that `mttq.render` prints: who has reported, the forms, the records."""
        return tuple(
            tables_of_sum(
                self.report,
                list(self.figures()),
                self.reported,
                self.left_out,
                self.inner_transfers,
                lang=lang,
            )
        )

    # -- how

    @property
    def _tier(self) -> Tier:
        """The level of those who report."""
        return max((who.tier for who in self.contributions), default=self.into.tier)

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        found = defaultdict[tuple[Tier, Any, Any], set[Contribution]](set)
        by_unit = defaultdict[str, list[Contribution]](list)
        for who in self.contributions:
            found[who.tier, who.first, who.last].add(who)
            by_unit[who.code].append(who)
        groups = []
        for (tier, first, last), whose in found.items():
            units = self._expected.get((tier, last)) if last else None
            silent = frozenset(
                unit for unit in units or () if not _spoke(by_unit.get(unit[0], ()), first, last)
            )
            wanted = None if units is None else frozenset(code for code, _ in units)
            groups.append(Group(tier, first, last, frozenset(whose), silent, wanted))
        return tuple(sorted(groups, key=lambda group: (group.tier.rank, str(group.first), str(group.last))))

    @cached_property
    def _totals(self) -> Totals:
        period, own = self.period, self._own
        first, last = (period.first_day, period.last_day) if period else (None, None)
        return Totals(self._settled.rows, self._groups, own, self._settled.own, first, last)

    @property
    def _own(self) -> Tier | None:
        return self.into.tier if self._tier is not self.into.tier else None

    @cached_property
    def _settled(self) -> Settled:
        return settled(self._rows, self._apart, self._own)

    @cached_property
    def _built(self) -> Built:
        return built(self._totals, Report)

    @cached_property
    def _report(self) -> Report:
        made, (first, last) = self._built, self._totals.days(RECORDS)
        review = period_of(first, last)
        periods = [] if review is None else [ReportPeriod(subject="review", period=review)]
        for appendix in made.appendices:
            code = _code_of(appendix)
            own = period_of(*self._totals.days(code))
            if own is not None and own != review:
                periods.append(ReportPeriod(subject=code, period=own))
        reported = self.reported
        level = words("vi")[f"Tier.{self._tier.name}"]
        return Report(
            unit=self.into,
            title=f"Tổng hợp báo cáo của {reported} đơn vị {level}",
            as_of=_day(last),
            periods=tuple(periods),
            compiled=self._compiled(reported),
            appendices=made.appendices,
            **made.records,
        )

    def _compiled(self, reported: Coverage) -> Compiled:
        """Return of what the report is the sum, with who left out which figure."""
        names = {who: who.address for who in self.contributions}
        if len({(who.first, who.last) for who in self.contributions}) > 1:
            names = {who: f"{who.address} ({who.period})" for who in self.contributions}
        gaps: dict[str, frozenset[str]] = {}
        for path, told in self._built.figures.items():
            absent = {names[who] for who in told.missing | told.unclear} | {unit for _, unit in told.silent}
            if absent and told.value is not None:
                gaps[path] = frozenset(absent)
        units = sorted(frozenset().union(*gaps.values()), key=sort_key)
        places = {unit: place for place, unit in enumerate(units)}
        return Compiled(
            tier=min((who.tier for who in self.contributions), default=self.into.tier),
            reported=reported.reported,
            expected=reported.expected,
            units=tuple(units),
            gaps=tuple(
                Gap(path=path, missing=tuple(sorted(map(places.__getitem__, absent))))
                for path, absent in gaps.items()
            ),
        )

    def _told(self, path: str) -> Told:
        found = self._built.figures.get(path.removeprefix("/"))
        if found is None:
            raise PathError(Phrase("“{}” không phải số liệu cộng được", path))
        return found

    def _coverage(self, told: Told) -> Coverage:
        missing = {who.address for who in told.missing} | {address for _, address in told.silent}
        unclear = {who.address for who in told.unclear}
        return Coverage(
            len(told.reported),
            told.expected,
            tuple(sorted(missing, key=sort_key)),
            tuple(sorted(unclear, key=sort_key)),
        )

    def _figure(self, path: str, told: Told) -> RolledFigure:
        value: Any = told.value
        nominal, low, high = value, None, None
        if isinstance(value, tuple):
            nominal = value = (Pair if len(value) == 2 else Triple)(*value)  # noqa: PLR2004
        elif isinstance(value, Bounds):
            nominal, low, high = value.nominal, value.low, value.high
            value = as_quantity(value, told.unit or None)
        else:
            low = high = Fraction(value)
        place = self.report.place_of(path)
        return RolledFigure(path, place, told.unit, value, nominal, low, high, self._coverage(told))


def _joined(parts: Iterable[Mapping[RowKey, Sequence[Amount]]]) -> dict[RowKey, list[Amount]]:
    found = defaultdict[RowKey, list[Amount]](list)
    for part in parts:
        for key, amounts in part.items():
            found[key].extend(amounts)
    return dict(found)


def _spoke(known: Iterable[Contribution], first: dt.date | None, last: dt.date | None) -> bool:
    """Return whether a unit has reported on a part of a time."""
    return any(
        max(first or dt.date.min, one.first or dt.date.min)
        <= min(last or dt.date.max, one.last or dt.date.max)
        for one in known
    )


def _size(value: object) -> Fraction:
    if isinstance(value, int):
        return Fraction(value)
    if isinstance(value, Pair | Triple):
        return Fraction(sum(value))
    return Fraction(getattr(value, "value", 0))


def _sorted(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    return tuple(sorted(left_out, key=lambda one: (fold(one.address), one.reason)))


def _own_name(address: str) -> str:
    """Return the name of a unit, that of its parent left out, which may change while the unit does not."""
    return fold(address.partition(",")[0])


def _name_of(unit: Unit) -> tuple[str, str | None]:
    return fold(unit.address), unit.code


def _code_of(appendix: object) -> str:
    from mttq.forms import form_of

    return form_of(type(appendix)).code


def _day(last: dt.date | None) -> PartialDate | None:
    """Return a day as the time of figures: the month, if it ends with the day."""
    if last is None:
        return None
    whole = (last + dt.timedelta(1)).day == 1
    return PartialDate(year=last.year, month=last.month) if whole else PartialDate.of(last)


def roll_up(
    reports: Iterable[Report],
    into: Unit,
    *,
    units: Units | None = None,
    period: Period | None = None,
    as_of: dt.date | None = None,
    allocation: Allocation | None = None,
    keep: str | Iterable[str] = (),
) -> RollUp:
    """Add reports up into one of the unit above them, in one pass that keeps sums and no report.

    Flows add over units and time, states over units only: they are those of the reports that end with the
    time of the sum, and nothing is carried forward.  Percentages are computed anew; text, means, norms and
    what a body says of itself are dropped.  A blank is not 0: coverage says who told what.

    Args:
        reports: the reports, of one level below `into`, or of `into` through time; an own report of `into`
            beside them gives the columns of its own level.
        into: the unit of the sum.
        units: units through time.  With it former units count where they lie today, units that are in no list
            are left out, and coverage knows who is silent.
        period: the time of the sum; from the first day of the reports to the last if None.
        as_of: the day whose units count; if None, the last of each report, or the first of `into` if that is
            later.
        allocation: of units that were divided among several, by (code, valid from), the share that each heir
            has, by its code.  Nothing is apportioned without it.
        keep: paths of figures of which it is kept who told what (`RollUp.lineage`).

    Raises:
        FieldError: something is no report, no unit, or not what an argument takes.
        ArgumentError: the shares of a unit do not come to 1, or are for others than its heirs.
        CodeError: the list of units does not have `into`.
        AmbiguousSuccession: a unit was divided, only a part lies in `into`, and no shares are given.
        DuplicateReport: there are two reports of a unit over one time.
        RollUpError: reports are of several levels.

    >>> from mttq.testing import make_report
    >>> report = make_report()
    >>> district = Unit(kind=report.unit.parent.kind, name="Mẫu")
    >>> other = attrs.evolve(report, unit=attrs.evolve(report.unit, name="Khác"))
    >>> summed = roll_up([report, other.with_value("population.households", None)], into=district)
    >>> summed.report.population.persons, summed.report.population.households
    (8200, 1000)
    >>> str(summed.coverage("population.households")), summed.coverage("population.households").missing
    ('1/2', ('xã Khác, huyện Mẫu',))
    """
    if not isinstance(reports, Iterable):
        raise unfit("reports", tuple[Report, ...], reports)
    if not isinstance(into, Unit):
        raise unfit("into", Unit, into)
    for name, kind, given in (("units", Units, units), ("period", Period, period), ("as_of", dt.date, as_of)):
        if given is not None and not conforms(kind)(given):
            raise unfit(name, kind, given)
    kept = gathered("keep", (keep,) if isinstance(keep, str) else keep, str)
    paths = tuple(path.removeprefix("/") for path in kept)
    adder = Adder(into, Places(into, units, as_of, allocation), paths)
    for report in reports:
        adder.add(report)
    adder.close()
    return RollUp(
        into=into,
        period=period,
        contributions=frozenset(who for known in adder.seen.values() for who in known),
        left_out=_sorted(adder.left_out),
        rows=adder.rows,
        apart=adder.apart,
        expected=adder.expected,
        kept=adder.kept,
    )
