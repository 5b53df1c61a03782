"""What cannot be true of units through time, all of it told at once; and what only deserves a look."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from mttq.errors import Fault
from mttq.model import Unit
from mttq.units._eras import ERAS
from mttq.units._succession import DAY, Succession, beginning_of, end_of
from mttq.values import Tier
from mttq.vi import fold, format_date
from mttq.wording import Phrase

__all__ = ["edge_fault", "faults_of", "namesakes"]

_COUNTRY: Final = (Tier.CENTRE, Tier.PROVINCE)
Codes = dict[str, list[Unit]]


def faults_of(
    units: Sequence[Unit], edges: Sequence[Succession], since: dt.date | None, *, closed: bool
) -> Iterator[Fault]:
    """Return what is wrong with units and successions, in their order."""
    codes: Codes = defaultdict(list)
    for unit in units:
        if unit.code:
            codes[unit.code].append(unit)
    for unit in units:
        yield from _wrong_alone(unit, closed=closed)
    for versions in codes.values():
        yield from _two_at_once(versions)
    yield from _wrong_edges(codes, edges, closed=closed)
    if closed:
        yield from _gaps(units, edges, since)
    yield from _wrong_parents(units, codes)


def _fault(unit: Unit, pattern: str, *parts: str | int) -> Fault:
    first = f" {unit.valid_from.isoformat()}" if unit.valid_from else ""
    return Fault(f"{unit.code or unit.address}{first}", Phrase(pattern, *parts), unit)


def edge_fault(edge: Succession, pattern: str, *parts: str | int) -> Fault:
    """Return what is wrong with a succession."""
    return Fault(f"{edge.on.isoformat()} {edge.before} → {edge.after or '—'}", Phrase(pattern, *parts), edge)


def _day(day: dt.date | None) -> str:
    return format_date(day, style="slash") if day else "…"


def _wrong_alone(unit: Unit, *, closed: bool) -> Iterator[Fault]:
    """Return what is wrong with a unit whatever the others are."""
    first, last = beginning_of(unit.valid_from), end_of(unit.valid_until)
    if not unit.code:
        yield _fault(unit, "thiếu mã đơn vị: danh mục nhận ra đơn vị theo mã và ngày")
    if unit.parent and not unit.parent.code:
        yield _fault(unit, "đơn vị cấp trên {} thiếu mã", unit.parent.full_name)
    if closed and unit.parent is None and unit.tier not in _COUNTRY:
        yield _fault(unit, "thiếu đơn vị cấp trên")
    if last < first:
        yield _fault(
            unit, "ngày kết thúc {} trước ngày bắt đầu {}", _day(unit.valid_until), _day(unit.valid_from)
        )
        return
    for era in ERAS if unit.tier is not Tier.BASE else ():  # areas and organisations are of no era
        begin, end = max(first, beginning_of(era.since)), min(last, end_of(era.until))
        if begin <= end and unit.kind not in era.kinds:
            when = (
                Phrase("từ ngày {}", _day(era.since))
                if era.since
                else Phrase("đến hết ngày {}", _day(era.until))
            )
            yield _fault(unit, "{} không có loại đơn vị “{}”", when, unit.kind.value)


def _two_at_once(versions: Iterable[Unit]) -> Iterator[Fault]:
    for one, other in pairwise(versions):
        if beginning_of(other.valid_from) <= end_of(one.valid_until):
            day = _day(other.valid_from)
            yield _fault(other, "ngày {} mã này đã là của {}", day, one.full_name)


def _wrong_edges(codes: Codes, edges: Iterable[Succession], *, closed: bool) -> Iterator[Fault]:
    told = defaultdict[tuple[dt.date, str], list[Succession]](list)
    for edge in edges:
        told[edge.on, edge.before].append(edge)
        old, new = _on(codes, edge.before, edge.on - DAY), _on(codes, edge.after or "", edge.on)
        if old is None:
            yield edge_fault(edge, "ngày {} không có đơn vị mã “{}”", _day(edge.on - DAY), edge.before)
        elif old.valid_until != edge.on - DAY:
            yield edge_fault(edge, "{} vẫn còn trong ngày {}", old.full_name, _day(edge.on))
        if edge.after is None:
            continue
        if new is None:
            yield edge_fault(edge, "ngày {} không có đơn vị mã “{}”", _day(edge.on), edge.after)
        elif new.valid_from != edge.on:
            yield edge_fault(edge, "{} đã có trước ngày {}", new.full_name, _day(edge.on))
    for same in told.values():
        yield from _wrong_together(same, closed=closed)


def _wrong_together(edges: Sequence[Succession], *, closed: bool) -> Iterator[Fault]:
    """Return what is wrong with the successions of one unit."""
    twice = [after for after, times in Counter(edge.after for edge in edges).items() if times > 1]
    if twice:
        yield edge_fault(edges[0], "ghi nhiều lần: {}", ", ".join(after or "—" for after in twice))
    elif len(edges) > 1 and any(edge.whole or edge.after is None for edge in edges):
        yield edge_fault(edges[0], "vừa nhập toàn bộ vào một đơn vị, vừa chia cho đơn vị khác")
    elif closed and len(edges) == 1 and not edges[0].whole:
        yield edge_fault(edges[0], "chỉ một phần: còn thiếu đơn vị nhận phần kia")


def _gaps(units: Iterable[Unit], edges: Iterable[Succession], since: dt.date | None) -> Iterator[Fault]:
    """Return units that come from nowhere, or end and nobody says what became of them."""
    ended = {(edge.on, edge.before) for edge in edges}
    begun = {(edge.on, edge.after) for edge in edges}
    for unit in units:
        first, last = unit.valid_from, unit.valid_until
        known = since is None or (first is not None and first > since)
        if first is not None and known and (first, unit.code) not in begun:
            yield _fault(unit, "không rõ hình thành từ đơn vị nào ngày {}", _day(first))
        if last is not None and (last + DAY, unit.code) not in ended:
            yield _fault(unit, "kết thúc ngày {}, không rõ nhập vào đâu", _day(last))


def _wrong_parents(units: Iterable[Unit], codes: Codes) -> Iterator[Fault]:
    for unit in units:
        if not (unit.parent and unit.parent.code):
            continue
        first, last = beginning_of(unit.valid_from), end_of(unit.valid_until)
        above = [
            one
            for one in codes.get(unit.parent.code, ())
            if beginning_of(one.valid_from) <= last and first <= end_of(one.valid_until)
        ]
        if not above:
            yield _fault(unit, "không có đơn vị cấp trên mã “{}”", unit.parent.code)
            continue
        if beginning_of(above[0].valid_from) > first or any(
            beginning_of(later.valid_from) != end_of(one.valid_until) + DAY for one, later in pairwise(above)
        ):
            yield _fault(unit, "có trước đơn vị cấp trên {}", above[0].full_name)
        if end_of(above[-1].valid_until) < last:
            ended = _day(above[-1].valid_until)
            yield _fault(unit, "còn sau khi đơn vị cấp trên {} kết thúc ngày {}", above[-1].full_name, ended)
        for one in above:
            if one.tier >= unit.tier:
                yield _fault(unit, "{} không phải đơn vị cấp trên", one.full_name)
        if fold(above[0].full_name) != fold(unit.parent.full_name):
            named, meant = unit.parent.full_name, above[0].full_name
            yield _fault(unit, "mã “{}” là của {}, không phải {}", unit.parent.code, meant, named)


def _on(codes: Codes, code: str, day: dt.date) -> Unit | None:
    return next((unit for unit in codes.get(code, ()) if unit.exists_on(day)), None)


def namesakes(units: Iterable[Unit]) -> Iterator[Fault]:
    """Return the units that have the name of another one under the same parent, at the same time."""
    named = defaultdict[tuple[str | None, str], list[Unit]](list)
    for unit in units:
        alike = named[unit.parent.code if unit.parent else None, fold(unit.full_name)]
        for other in alike:
            later = max(beginning_of(unit.valid_from), beginning_of(other.valid_from))
            if unit.exists_on(later) and other.exists_on(later):
                yield _fault(unit, "cùng tên với đơn vị mã “{}”, cùng đơn vị cấp trên", other.code or "")
        alike.append(unit)
