"""TRD: a unit's report compared with its earlier ones, and figures that rarely result from counting."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import chain, islice
from math import comb
from operator import itemgetter
from statistics import median
from typing import Final, NamedTuple

import attrs

from mttq.forms import Cell, Form, Kind
from mttq.report import Report
from mttq.rules._kit.additive import PEOPLE, POPULATION, Item, items_of
from mttq.rules._kit.amounts import in_dong
from mttq.rules._kit.bands import USUAL
from mttq.rules._kit.bases import Basis, Confidence
from mttq.rules._kit.carried import carried_over, carried_within
from mttq.rules._kit.cells import HALVES, figures, filled
from mttq.rules._kit.digests import Digest, Ends
from mttq.rules._kit.joins import (
    mergers_in,
    others_on_the_unit,
    pairs_of,
    parts_of_sum,
    parts_of_times,
    span_of,
)
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Term, Unverifiable
from mttq.rules._kit.once import once
from mttq.rules._kit.packed import unpacked
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import stated_years
from mttq.rules._kit.subjects import Batch, Scope
from mttq.values.figures import TWO_TIERS
from mttq.vi import fold

__all__ = [
    "Change",
    "a_time_begins_with_what_was_left",
    "a_time_has_what_its_parts_have",
    "counts_are_no_multiples_of_the_years",
    "counts_are_not_all_round",
    "cumulative_figures_do_not_fall",
    "figures_are_not_off_by_thousands",
    "figures_are_not_those_of_before",
    "figures_change_as_those_of_others",
    "people_change_as_much_as_they_can",
    "reports_begin_with_what_was_left",
]

_SCALES: Final = (1_000, 1_000_000)

Change = tuple[int, Item, str, int, int]
"""A figure in two reports on a unit: the position of the later one, the figure, its half, its numbers."""


@rule(
    "TRD001",
    Severity.ERROR,
    level=2,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số lũy kế không được giảm",
    message="Số lũy kế giảm từ {old} xuống {new} so với báo cáo trước",
    reason="""
        Số lũy kế từ một ngày chỉ có thể tăng hoặc giữ nguyên từ báo cáo trước sang báo cáo sau. Đối chiếu khi
        hai kỳ bắt đầu cùng ngày và kỳ sau kết thúc muộn hơn; chỉ áp dụng cho số đếm việc đã diễn ra, vì số
        cán bộ, đoàn viên, hội viên có thể giảm.

        Sai: 45 hội nghị từ năm 2009 đến năm 2022, 40 hội nghị từ năm 2009 đến năm 2023.
        Đúng: 45 hội nghị và 52 hội nghị.
    """,
)
def cumulative_figures_do_not_fall(batch: Batch, *, events: tuple[str, ...] = ()) -> Iterator[Judgement]:
    """What is counted from a fixed day on can only grow from one report to the next.

    Checked where both periods begin on the same day and the later one ends later, for what forms declare to
    add up over times; staff and members, which are states, may decrease.  `events` are the beginnings of the
    paths to be compared, if not all are.

    Wrong: 45 conferences from 2009 to 2022, 40 from 2009 to 2023.
    Right: 45 and 52.
    """
    for place, later, earlier in _pairs(batch):
        goes_on: dict[str, bool] = {}  # by subject
        for _, item, half, old, new in _changes(place, later, earlier):
            if not item.is_flow or (events and not item.path.startswith(events)):
                continue
            if item.subject not in goes_on:
                goes_on[item.subject] = _goes_on(earlier.time(item.subject), later.time(item.subject))
            if goes_on[item.subject]:
                yield PASSED if new >= old else _breach(place, item, half, old, new)


def _goes_on(before: Ends, after: Ends) -> bool:
    (start, end), (later_start, later_end) = before, after
    return None not in (start, end, later_end) and start == later_start and end != later_end


def _pairs(batch: Batch) -> Iterator[tuple[int, Digest, Digest]]:
    """Return each report that has an earlier one on its unit: position, report, and the last before it."""
    for place, other in pairs_of(batch):
        yield place, batch.digests[place], batch.earlier[other]


def _changes(place: int, later: Digest, earlier: Digest) -> Iterator[Change]:
    """Return the figures that both reports have, each half of a pair separately."""
    before = earlier.figures()
    for item, numbers in later.figures().items():
        for half, old, new in zip(HALVES, before.get(item, ()), numbers, strict=False):
            yield place, item, half, old, new


def _followed(place: int, later: Digest, earlier: Digest) -> Iterator[Change]:
    """Return the figures of records that both reports have."""
    before = earlier.records()
    for key, figure in later.records().items():
        if key in before:
            item = Item("records", figure.path, figure.label)
            yield place, item, "", before[key].number, figure.number


def _breach(place: int, item: Item, half: str, old: int, new: int, **args: int | Fraction) -> Breach:
    figures = {"old": old, "new": new, **args}
    return Breach(path=item.path, report=place, about=half, args=figures, actual=new)


@rule(
    "TRD002",
    Severity.WARNING,
    level=2,
    basis=USUAL,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Mức tăng, giảm cần tương đồng với các đơn vị khác",
    message="Kỳ trước {old}, kỳ này {new}; mức thay đổi gấp {times} lần mức chung của các đơn vị",
    reason="""
        Số liệu tăng ở một đơn vị thường cũng tăng ở các đơn vị khác, nên mức thay đổi được so với mức chung
        (trung vị) của các đơn vị. Chỉ đối chiếu số đủ lớn mà đủ số đơn vị có trong cả hai báo cáo; thay đổi
        gần một nghìn hay một triệu lần do quy tắc TRD006 đối chiếu.

        Sai: Số hội nghị của một xã tăng từ 20 lên 450, các xã khác tăng một phần mười.
        Đúng: Số hội nghị của xã đó tăng từ 20 lên 25.
    """,
)
def figures_change_as_those_of_others(
    batch: Batch, *, times: int = 10, least: int = 10, fewest: int = 5
) -> Iterator[Judgement]:
    """What grows in one unit grows in others: the change is compared with the median change of all units.

    Figures from `least` upwards are checked where at least `fewest` units have them in both reports.  A
    change by about a thousand or a million times is left to TRD006.

    Wrong: the conferences of a commune grew from 20 to 450, those of the others by a tenth.
    Right: they grew from 20 to 25.
    """
    for changes in _changes_by_figure(batch):
        peers = [change for change in changes if min(change[3:]) >= least and _scale(*change[3:], 2) is None]
        if len(peers) >= fewest:
            middle = median(Fraction(new, old) for *_, old, new in peers)
            for place, item, half, old, new in peers:
                ratio = Fraction(new, old) / middle
                factor = max(ratio, 1 / ratio)
                yield _breach(place, item, half, old, new, times=factor) if factor >= times else PASSED


_AT_ONCE: Final = 8  # figures whose changes are kept at once, since a nation has many of each


def _changes_by_figure(batch: Batch) -> Iterator[list[Change]]:
    """Return the changes of one figure in all units, then those of the next: never those of all figures."""
    pairs = [(place, earlier.cells, later.cells) for place, later, earlier in _pairs(batch)]
    layouts = {cells.subjects: cells for _, *both in pairs for cells in both}  # few
    places = {
        subjects: {item: number for number, (item, _) in enumerate(items_of(cells))}
        for subjects, cells in layouts.items()
    }
    compared = dict.fromkeys((before.subjects, now.subjects) for _, before, now in pairs)
    items = iter(dict.fromkeys(item for old, new in compared for item in places[new] if item in places[old]))
    while some := tuple(islice(items, _AT_ONCE)):
        halves = {item: defaultdict[str, list[Change]](list) for item in some}
        for place, before, now in pairs:
            olds, news = unpacked(before.numbers), unpacked(now.numbers)
            old_places, new_places = places[before.subjects], places[now.subjects]
            for item in some:
                if item in old_places and item in new_places:
                    numbers = figures(olds[old_places[item]]), figures(news[new_places[item]])
                    for half, old, new in zip(HALVES, *numbers, strict=False):
                        halves[item][half].append((place, item, half, old, new))
        yield from chain.from_iterable(found.values() for found in halves.values())


@rule(
    "TRD006",
    Severity.WARNING,
    level=2,
    basis=USUAL,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu cần cùng đơn vị tính với kỳ trước",
    message="Kỳ trước {old}, kỳ này {new}; đề nghị kiểm tra đơn vị tính, có thể lệch {scale} lần",
    reason="""
        Số liệu gấp hoặc kém kỳ trước khoảng một nghìn hay một triệu lần thường là đã ghi theo đơn vị tính
        khác; số hộ, số người gấp hoặc kém khoảng mười lần thường là thừa hoặc thiếu một chữ số.

        Sai: Kỳ trước 4.100 người, kỳ này 4 (tính theo nghìn người).
        Đúng: Kỳ trước 4.100 người, kỳ này 4.150.
    """,
)
def figures_are_not_off_by_thousands(batch: Batch, *, slack: int = 2) -> Iterator[Judgement]:
    """A figure about a thousand or a million times the earlier one is in another unit of measure.

    "About" means up to `slack` times more or less.

    Households and people are not ten times as many either.

    Wrong: 4.100 people, then 4 of them (thousands).
    Right: 4.100 people, then 4.150.
    """
    for pair in _pairs(batch):
        for place, item, half, old, new in (*_changes(*pair), *_followed(*pair)):
            scale = _scale(old, new, slack) or _tenfold(item, old, new)
            yield PASSED if scale is None else _breach(place, item, half, old, new, scale=scale)


def _tenfold(item: Item, old: int, new: int) -> int | None:
    """Return whether people are ten times as many, or a tenth: no commune grows like that."""
    small, large = sorted((old, new))
    return 10 if item.path in PEOPLE and small and 8 * small <= large <= 12 * small else None


def _scale(old: int, new: int, slack: int) -> int | None:
    small, large = sorted((old, new))
    near = (scale for scale in _SCALES if scale * small <= slack * large and large <= slack * scale * small)
    return next(near, None) if small else None


@rule(
    "TRD012",
    Severity.WARNING,
    level=2,
    basis=USUAL,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số hộ, số nhân khẩu cần thay đổi trong mức có thể",
    message="Kỳ trước {old}, kỳ này {new}; khó thay đổi nhiều như vậy khi đơn vị không được sắp xếp lại",
    reason="""
        Trong một năm, số hộ, số nhân khẩu của một đơn vị hiếm khi giảm quá một phần mười hoặc tăng quá một
        phần tư, trừ khi địa giới thay đổi. Không đối chiếu khi giữa hai kỳ đơn vị được thành lập, sắp xếp
        lại, hoặc khi hai kỳ ở hai bên ngày 01/7/2025. Số lệch khoảng mười lần, một nghìn lần do quy tắc
        TRD006 đối chiếu.

        Sai: Năm trước 1.800 hộ, năm nay 1.200 hộ.
        Đúng: Năm trước 1.800 hộ, năm nay 1.815 hộ.
    """,
)
def people_change_as_much_as_they_can(
    batch: Batch, *, fall: Fraction = Fraction(1, 10), growth: Fraction = Fraction(1, 4), least: int = 100
) -> Iterator[Judgement]:
    """In a year a unit hardly loses a tenth of its households or people, or gains a quarter.

    Numbers from `least` upwards are compared, `fall` and `growth` count for each year.  Not judged is a unit
    that was formed or changed in between, as it says itself or the catalogue does, nor two times with
    1 July 2025 between them.  What is off by ten or a thousand times is left to TRD006.

    Wrong: 1.800 households, then 1.200 of them a year later.
    Right: 1.800 households, then 1.815.
    """
    formed = defaultdict[str, list[dt.date]](list)
    for unit in batch.units:
        if unit.valid_from is not None:
            formed[fold(unit.address)].append(unit.valid_from)
    for place, later, earlier in _pairs(batch):
        ends = [item.time(POPULATION)[1] for item in (earlier, later)]
        first, last = (end.last_day if end else None for end in ends)
        changed = [*formed[later.address], *filter(None, (later.unit.valid_from,)), TWO_TIERS]
        if first is None or last is None or any(first < day <= last for day in changed):
            continue
        if later.unit.predecessors and later.unit.valid_from is None:
            continue  # it may have been formed in between
        years = max(1, -(-(last - first).days // _YEAR))
        for item, old, new in _people(earlier, later):
            if min(old, new) >= least and _scale(old, new, 2) is None and _tenfold(item, old, new) is None:
                is_possible = (1 - fall) ** years * old <= new <= (1 + growth) ** years * old
                yield PASSED if is_possible else _breach(place, item, "", old, new)


def _people(earlier: Digest, later: Digest) -> Iterator[tuple[Item, int, int]]:
    """Return the numbers of households and people that both reports have."""
    before = earlier.figures()
    for item, numbers in later.figures().items():
        if item.path in PEOPLE and item in before:
            yield item, before[item][0], numbers[0]


_YEAR: Final = 366  # days, so that a year with a leap day is one


@rule(
    "TRD010",
    Severity.WARNING,
    level=2,
    basis=USUAL,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu cần là số của kỳ này",
    message="{equal} trong {figures} số liệu trùng với kỳ trước; đề nghị kiểm tra có nộp lại số liệu cũ",
    reason="""
        Số liệu hai kỳ hiếm khi giống nhau gần hết, trừ khi số kỳ trước được chép lại. Chỉ so các số từ
        `least` trở lên có ở cả hai kỳ, khi có ít nhất `fewest` số; báo khi ít nhất `share` trong đó giống
        nhau.

        Sai: 25 trong 26 số liệu năm 2024 là số của năm 2023.
        Đúng: 3 trong 26 số liệu giống năm 2023.
    """,
)
def figures_are_not_those_of_before(
    batch: Batch, *, share: Fraction = Fraction(9, 10), least: int = 10, fewest: int = 10
) -> Iterator[Judgement]:
    """Hardly all figures of two times are equal, unless those of before were handed in again.

    Of the figures from `least` upwards that both reports have, at least `share` are equal; fewer than
    `fewest` are not judged.

    Wrong: 25 of 26 figures of 2024 are those of 2023.
    Right: 3 of 26.
    """
    for place, later, earlier in _pairs(batch):
        both = [
            (old, new)
            for _, _, _, old, new in (*_changes(place, later, earlier), *_followed(place, later, earlier))
            if min(old, new) >= least
        ]
        equal = sum(old == new for old, new in both)
        if len(both) >= fewest:
            if equal < share * len(both):
                yield PASSED
            else:
                args = {"equal": equal, "figures": len(both)}
                yield Breach(path="appendices", report=place, args=args)


_CHANCE: Final = Basis(text="Phân bố thông thường của số đếm", confidence=Confidence.SECONDARY)
_COUNTED: Final = (Kind.COUNT, Kind.PAIR, Kind.TRIPLE)
_LEAST: Final = 10  # smaller counts are often round
_RARE: Final = Fraction(1, 1000)


@rule(
    "TRD004",
    Severity.INFO,
    level=1,
    basis=_CHANCE,
    title="Số liệu nên là số đếm, không phải số bình quân nhân với số năm",
    message="{odd} trong {counts} số liệu của phụ lục là bội số của {years}; đề nghị nêu nguồn số liệu",
    reason="""
        Số đếm của kỳ tổng kết N năm hiếm khi là bội số của N, trừ khi lấy số bình quân một năm nhân với N.
        Quy tắc chỉ nêu khi số lượng bội số nhiều đến mức rất khó xảy ra ngẫu nhiên; ô có hai số thì tính cả
        hai, dòng tổng và dòng thành phần đều được tính.

        Sai: 30, 45, 45, 150, 15 và 30 trong 15 năm.
        Đúng: 31, 44, 47, 153, 15 và 28 trong 15 năm.
    """,
)
def counts_are_no_multiples_of_the_years(
    report: Report, *, rare: Fraction | Decimal = _RARE, least: int = _LEAST
) -> Iterator[Judgement]:
    """Counts over N years are rarely multiples of N, unless a yearly estimate was multiplied by N.

    It fires when the probability that so many counts from `least` upwards are multiples by chance is below
    `rare`.  Both halves of a pair count, totals and their parts too.

    Wrong: 30, 45, 45, 150, 15 and 30 over 15 years.
    Right: 31, 44, 47, 153, 15 and 28 over 15 years.
    """
    stated = stated_years(report)
    if stated is not None and stated[1] > 1:
        years = stated[1]
        counts = _counts(report, least)
        odd = [cell.path for cell, count in counts if count % years == 0]
        yield from _judge_pattern(odd, len(counts), years, rare, years=years)


@rule(
    "TRD005",
    Severity.INFO,
    level=1,
    basis=_CHANCE,
    judges_sums=False,
    title="Số liệu nên là số đếm, không phải số làm tròn",
    message=(
        "{odd} trong {counts} số liệu của phụ lục có chữ số cuối là 0 hoặc 5; đề nghị nêu nguồn số liệu"
    ),
    reason="""
        Bình quân cứ năm số đếm có một số tận cùng là 0 hoặc 5; nếu gần như tất cả đều như vậy thì có thể là
        số đã làm tròn. Quy tắc chỉ nêu khi số lượng số tròn nhiều đến mức rất khó xảy ra ngẫu nhiên.

        Sai: 30, 45, 45, 150, 15 và 30.
        Đúng: 31, 44, 47, 153, 15 và 28.
    """,
)
def counts_are_not_all_round(
    report: Report, *, rare: Fraction | Decimal = _RARE, least: int = _LEAST
) -> Iterator[Judgement]:
    """One count in five ends in 0 or 5; where nearly all do, they were probably estimated.

    It fires when the probability that so many counts from `least` upwards are round by chance is below
    `rare`.

    Wrong: 30, 45, 45, 150, 15 and 30.
    Right: 31, 44, 47, 153, 15 and 28.
    """
    counts = _counts(report, least)
    odd = [cell.path for cell, count in counts if count % 5 == 0]
    yield from _judge_pattern(odd, len(counts), 5, rare)


@cache
def _counting_cells(form: Form) -> tuple[Cell, ...]:
    return tuple(cell for cell in form.blank if cell.kind in _COUNTED)


@once
def _counts(report: Report, least: int) -> list[tuple[Cell, int]]:
    found: list[tuple[Cell, int]] = []
    for form, values in filled(report):
        for cell in _counting_cells(form):
            value = values[cell.position]
            if isinstance(value, int):
                if value >= least:
                    found.append((cell, value))
            elif value is not None:
                found += [(cell, count) for count in figures(value) if count >= least]
    return found


def _judge_pattern(
    odd: list[str], counts: int, one_in: int, rare: Fraction | Decimal, **args: int
) -> Iterator[Judgement]:
    """Judge whether as many odd ones may be chance where one in so many is; nothing without counts."""
    if not counts:
        return
    if len(odd) * one_in <= counts or _at_least(len(odd), counts, Fraction(1, one_in)) >= rare:
        yield PASSED
    else:
        yield Breach(
            path="appendices",
            args={"odd": len(odd), "counts": counts, **args},
            related=tuple(dict.fromkeys(odd)),
        )


@lru_cache(maxsize=1024)  # reports have about as many counts each
def _at_least(hits: int, trials: int, chance: Fraction) -> Fraction:
    """Return the probability of at least so many hits (the upper tail of the binomial distribution)."""
    hit, all_ways = chance.numerator, chance.denominator
    ways = sum(comb(trials, k) * hit**k * (all_ways - hit) ** (trials - k) for k in range(hits, trials + 1))
    return Fraction(ways, all_ways**trials)


@rule(
    "TRD007",
    Severity.WARNING,
    level=2,
    title="Số đầu kỳ cần bằng số cuối kỳ liền trước",
    message="Đầu kỳ ghi {stated}; cuối kỳ liền trước còn {other}",
    reason="""
        Số còn lại cuối kỳ này là số đầu kỳ sau: số dư quỹ, số đoàn viên, hội viên. Quy tắc đối chiếu các mục
        của cùng một quỹ, một tổ chức có kỳ liền nhau trong một báo cáo.

        Sai: Cuối năm 2022 quỹ còn 20.000.000 đồng, đầu năm 2023 có 25.000.000 đồng.
        Đúng: Cuối năm 2022 quỹ còn 20.000.000 đồng, đầu năm 2023 có 20.000.000 đồng.
    """,
)
def a_time_begins_with_what_was_left(report: Report) -> Iterator[Judgement]:
    """What a fund or an organisation has at the end of a time it has at the beginning of the next.

    Judged are the records of a report whose periods follow one another.

    Wrong: 20.000.000 đồng are left at the end of 2022, 2023 begins with 25.000.000 đồng.
    Right: 20.000.000 đồng are left at the end of 2022, 2023 begins with 20.000.000 đồng.
    """
    return carried_within(report)


@rule(
    "TRD008",
    Severity.WARNING,
    level=2,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số đầu kỳ cần bằng số cuối kỳ của báo cáo trước",
    message="Đầu kỳ ghi {stated}; báo cáo trước để lại {other}",
    reason="""
        Số còn lại ở cuối báo cáo trước là số đầu kỳ của báo cáo sau. Đơn vị mới thành lập bắt đầu bằng tổng
        số còn lại của các đơn vị cũ, khi có đủ báo cáo của các đơn vị đó.

        Sai: Báo cáo năm 2022 còn 20.000.000 đồng, báo cáo năm 2023 bắt đầu với 25.000.000 đồng.
        Đúng: Báo cáo năm 2022 còn 20.000.000 đồng, báo cáo năm 2023 bắt đầu với 20.000.000 đồng.
    """,
)
def reports_begin_with_what_was_left(batch: Batch) -> Iterator[Judgement]:
    """A report begins with what the one before left; a new unit with what all its former units left.

    Wrong: 20.000.000 đồng are left in the report on 2022, that on 2023 begins with 25.000.000 đồng.
    Right: 20.000.000 đồng are left in the report on 2022, that on 2023 begins with 20.000.000 đồng.
    """
    followed = [
        (place, [[other.carried for other in others]])
        for place, others in enumerate(others_on_the_unit(batch))
    ]
    followed += [
        (new, [[one.carried for one in reports] for reports in former]) for new, former in mergers_in(batch)
    ]
    for place, before in sorted(followed, key=itemgetter(0)):
        for judgement in carried_over(batch.digests[place].carried, before):
            if isinstance(judgement, Breach):
                yield attrs.evolve(judgement, report=place)
            else:
                yield judgement


@rule(
    "TRD011",
    Severity.WARNING,
    level=2,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số của cả kỳ cần bằng tổng các kỳ trong đó",
    message="Báo cáo cả kỳ ghi {total}; cộng {reports} báo cáo từng kỳ được {sum}",
    reason="""
        Việc làm trong năm là việc làm trong bốn quý, nên số phát sinh của cả năm là tổng của các quý, các
        tháng. Đối chiếu khi các báo cáo của cùng một cơ quan nối liền nhau từ ngày đầu đến ngày cuối kỳ. Số
        hiện có, số lũy kế không cộng theo thời gian. Là cảnh báo vì báo cáo cả năm có thể ghi thêm việc mà
        báo cáo quý chưa ghi.

        Sai: Cả năm ghi 8 căn nhà; bốn quý ghi 2, 1, 3 và 3 căn.
        Đúng: Cả năm ghi 9 căn nhà.
    """,
)
def a_time_has_what_its_parts_have(batch: Batch) -> Iterator[Judgement]:
    """What came about in a year came about in its quarters, so the year's report tells as much as theirs.

    Judged where reports of the same body on the unit follow one another from the first day to the last.  What
    there is on a day, and what runs on from the beginning of the year, does not add up over times.  A
    warning: the report on a year may tell what those on its quarters did not yet know.

    Wrong: 8 houses in the year, and 2, 1, 3 and 3 in its quarters.
    Right: 9 houses in the year.
    """
    for place, parts in parts_of_times(batch):
        of_parts = [(" ".join(item.title.split()), _flows(item)) for item in parts]
        for key, flow in _flows(batch.digests[place]).items():
            known = [(title, flows[key].number) for title, flows in of_parts if key in flows]
            judgement = _judge_flow(flow, known, complete=len(known) == len(parts))
            if isinstance(judgement, Breach):
                judgement = attrs.evolve(judgement, report=place, about=key[1])
            yield judgement


def _judge_flow(flow: "_Flow", parts: list[tuple[str, int]], *, complete: bool) -> Judgement:
    total = sum(number for _, number in parts)
    if flow.number == total and complete:
        return PASSED
    if flow.number >= total and not complete:
        return Unverifiable(flow.path)
    shown = in_dong if flow.is_money else int
    return Breach(
        path=flow.path,
        args={"total": shown(flow.number), "reports": len(parts), "sum": shown(total)},
        evidence=Evidence((Term(flow.label, flow.number, flow.path),), "=", parts_of_sum(parts)),
        expected=total,
        actual=flow.number,
    )


class _Flow(NamedTuple):
    path: str
    label: str
    number: int
    is_money: bool


def _flows(given: Digest) -> dict[tuple[str, str], _Flow]:
    """Return what came about in the time of a report, by what is told and its half."""
    found = {
        (item.path, half): _Flow(item.path, item.label, number, is_money=False)
        for item, numbers in given.figures().items()
        if item.is_flow and given.time(item.subject) == given.time()
        for half, number in zip(HALVES, numbers, strict=False)
    }
    found |= {
        (key, ""): _Flow(figure.path, figure.label, figure.number, figure.is_money)
        for key, figure in given.records().items()
        if figure.is_flow and figure.days == span_of(given)
    }
    return found
