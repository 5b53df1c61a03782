"""AGG: the report of a parent unit beside those of its children.

What a parent's report counts of the levels below it is the sum of what its children report.  What it counts
without telling the levels apart has a share of its own, so it is at least that sum.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

import attrs

from mttq.report import BARE_REPORT
from mttq.rules._kit.additive import PEOPLE, POPULATION, Item
from mttq.rules._kit.amounts import in_dong
from mttq.rules._kit.bands import rounded_like, told_from
from mttq.rules._kit.bases import CATALOGUE, PRACTICE
from mttq.rules._kit.cells import HALVES
from mttq.rules._kit.digests import Digest, Ends
from mttq.rules._kit.digits import distance, is_plain_slip
from mttq.rules._kit.events import led_again
from mttq.rules._kit.followed import RecordFigure
from mttq.rules._kit.joins import (
    ByUnit,
    Family,
    children_known,
    families_of,
    key_of,
    mergers_in,
    parts_of_sum,
)
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
    shown,
)
from mttq.rules._kit.once import once
from mttq.rules._kit.relations import Relation, about, holds
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.subjects import Batch, Scope
from mttq.values import Share
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "a_parent_has_at_least_what_its_children_have",
    "a_parent_has_the_houses_of_its_children",
    "a_parent_has_the_members_of_its_children",
    "a_parent_has_what_its_children_have",
    "a_parent_tells_whether_its_funds_are_those_of_its_children",
    "a_successor_has_what_its_predecessors_had",
    "a_successor_is_not_one_of_its_predecessors",
    "all_children_report",
    "joint_activities_are_counted_once",
    "percentages_are_computed_anew",
    "percentages_of_sums_are_rounded",
    "siblings_report_too",
    "the_people_of_a_parent_are_those_of_reports",
]

_MONTH: Final = dt.timedelta(31)

_Added = tuple[Item, str, int, list["_Part"], bool]
"""A figure of a parent, its half, its number, what the children have, if all do."""


class _Part(NamedTuple):
    """What a child has of a figure of its parent."""

    report: int
    unit: str
    number: int
    path: str


@rule(
    "AGG001",
    Severity.ERROR,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu của cấp trên phải bằng tổng các đơn vị cấp dưới",
    message="Báo cáo cấp trên ghi {total}; cộng báo cáo các đơn vị được {sum}",
    reason="""
        Mỗi người dân chỉ ở một xã, việc do cấp xã làm cũng chỉ được một xã tính, nên số liệu của cấp trên là
        tổng của các đơn vị cấp dưới. Chỉ đối chiếu khi mọi đơn vị cấp dưới trong danh mục đơn vị đã báo cáo
        số liệu đó cho cùng một thời gian.

        Sai: Cấp trên ghi 25 hội nghị của cấp xã; các xã báo cáo 10, 9 và 5.
        Đúng: Cấp trên ghi 24 hội nghị của cấp xã.
    """,
)
def a_parent_has_what_its_children_have(batch: Batch) -> Iterator[Judgement]:
    """People live in one commune, and what communes did is counted by one of them: the district's is the sum.

    Judged where every child of the catalogue (`units`) has reported the figure over the same time.

    Wrong: 25 conferences of the communes, which report 10, 9 and 5.
    Right: 24 conferences of the communes.
    """
    for family in families_of(batch):
        yield from _by_effect(list(_equal_sums(batch, family)))


def _equal_sums(batch: Batch, family: Family) -> Iterator[Judgement]:
    for item, half, total, parts, complete in _added(batch, family):
        known = sum(part.number for part in parts)
        if not item.has_own_share:
            if not complete:
                yield Unverifiable(item.path)
            elif total == known:
                yield PASSED
            else:
                found = _breach(family.parent, item, total, "=", _named(parts), sum=known)
                yield about(_at_a_child(batch, found, total - known, parts, half), half)


@rule(
    "AGG002",
    Severity.WARNING,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu của cấp trên cần không nhỏ hơn tổng các đơn vị đã báo cáo",
    message="Báo cáo ghi {total}; riêng {reports} đơn vị đã báo cáo cộng được {sum}",
    reason="""
        Khi còn đơn vị chưa báo cáo, hoặc khi cấp trên có cộng thêm phần của mình, tổng các đơn vị đã báo cáo
        là mức thấp nhất của số liệu cấp trên.

        Sai: Huyện ghi 20 hội nghị; riêng ba xã đã báo cáo 10, 9 và 5.
        Đúng: Huyện ghi 31 hội nghị.
    """,
)
def a_parent_has_at_least_what_its_children_have(batch: Batch) -> Iterator[Judgement]:
    """Where children are missing, or the parent adds a share of its own, the sum is a lower bound.

    Wrong: 20 conferences in the district, of whose communes three report 10, 9 and 5.
    Right: 31 conferences in the district.
    """
    for family in families_of(batch):
        yield from _by_effect(list(_least_sums(batch, family)))


def _least_sums(batch: Batch, family: Family) -> Iterator[Judgement]:
    for item, half, total, parts, complete in _added(batch, family):
        known = sum(part.number for part in parts)
        if complete and not item.has_own_share:
            continue
        if total >= known:
            yield PASSED
        else:
            found = _breach(family.parent, item, total, "≥", _named(parts), sum=known, reports=len(parts))
            yield about(found, half)


def _added(batch: Batch, family: Family) -> Iterator[_Added]:
    """Return the figures of a parent that its children have too; a pair gives one for each of its halves."""
    parent = batch.digests[family.parent]
    children = [batch.digests[place] for place in family.children]
    cells = [child.figures() for child in children]
    alike: dict[str, list[bool]] = {}  # by subject, which children report over the same time
    for item, numbers in parent.figures().items():
        if item.tier is not None and item.tier.rank <= parent.unit.tier.rank:
            continue  # the parent's own
        if item.subject not in alike:
            time = parent.time(item.subject)
            alike[item.subject] = [child.time(item.subject) == time for child in children]
        rows = [
            (place, child.unit.address, found)
            for place, child, cell, same in zip(
                family.children, children, cells, alike[item.subject], strict=True
            )
            if same and len(found := cell.get(item, ())) == len(numbers)
        ]
        complete = family.is_complete and len(rows) == len(children)
        for half, number in enumerate(numbers):
            if rows:
                parts = [_Part(place, unit, found[half], item.path) for place, unit, found in rows]
                yield item, HALVES[half], number, parts, complete


def _named(parts: list[_Part]) -> list[tuple[str, int]]:
    return [(part.unit, part.number) for part in parts]


def _breach(
    parent: int, item: Item, total: int, relation: Relation, parts: list[tuple[str, int]], **args: int
) -> Breach:
    return Breach(
        path=item.path,
        report=parent,
        args={"total": total, **args},
        evidence=Evidence((Term(item.label, total, item.path),), relation, parts_of_sum(parts)),
        expected=args["sum"] if relation == "=" else None,
        actual=total,
    )


def _at_a_child(batch: Batch, breach: Breach, off: int, parts: list[_Part], half: str = "") -> Breach:
    """Return a breach where the slip was made, if it is that of one child; at the parent otherwise."""
    slipped = _slipped(batch, off, parts)
    if slipped is None or breach.evidence is None:
        return breach
    old: Any = batch.digests[slipped.report].figure_at(slipped.path)
    new = slipped.number + off
    figure = new if isinstance(old, int) else attrs.evolve(old, **{half or "first": new})
    (total,), terms = breach.evidence.left, breach.evidence.right
    own = Term(slipped.unit, slipped.number, slipped.path)
    return attrs.evolve(
        breach,
        path=slipped.path,
        report=slipped.report,
        evidence=Evidence(
            (attrs.evolve(total, path=""),),
            breach.evidence.relation,
            tuple(own if term == attrs.evolve(own, path="") else term for term in terms),
        ),
        expected=new,
        actual=slipped.number,
        suggestions=(Suggestion(path=slipped.path, old=old, new=figure, reason="khớp với số của cấp trên"),),
    )


def _slipped(batch: Batch, off: int, parts: list[_Part]) -> _Part | None:
    """Return the one child whose figure explains by how much a sum of children is off; None if none does.

    So it does if a percentage that the child prints admits what it would then have, and not what it has.  Or
    a plain slip would have made the one of the other, and the parent hardly made one: its own figure is more
    than a digit from the sum, and it neither left out a child nor counted one twice.
    """
    able = [part for part in parts if part.number + off >= 0]
    told = [part for part in able if _is_borne_out(batch.digests[part.report], part, off)]
    known = sum(part.number for part in parts)
    if (
        not told
        and distance(str(known), str(known + off)) > 1
        and abs(off) not in [item.number for item in parts]
    ):
        told = [part for part in able if is_plain_slip(part.number, part.number + off)]
    return told[0] if len(told) == 1 else None


def _is_borne_out(child: Digest, part: _Part, off: int) -> bool:
    """Return whether a percentage of a child admits its figure with what is missing, and not as it is."""
    for path, share in child.rates:
        paths = (path.replace(".share", ".households"), f"{POPULATION}.households")
        told = [number for one in paths if isinstance(number := child.figure_at(one), int)]
        if isinstance(share, Share) and part.path in paths and len(told) == len(paths):
            meant = [number + off * (one == part.path) for one, number in zip(paths, told, strict=True)]
            if share.admits(*meant) and not share.admits(*told):
                return True
    return False


@rule(
    "AGG008",
    Severity.WARNING,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số đoàn viên, hội viên của cấp trên cần bằng tổng các đơn vị cấp dưới",
    message="Báo cáo cấp trên ghi {total}; cộng báo cáo các đơn vị được {sum}",
    reason="""
        Đoàn viên, hội viên sinh hoạt ở cơ sở, nên số của cấp trên là tổng của các đơn vị khi tất cả đã báo
        cáo, và không nhỏ hơn tổng của các đơn vị đã báo cáo khi còn thiếu. Là cảnh báo, vì cấp trên có thể có
        tổ chức trực thuộc.

        Sai: Huyện ghi 1.900 hội viên, hai xã có 1.000 và 846 hội viên.
        Đúng: Huyện ghi 1.846 hội viên.
    """,
)
def a_parent_has_the_members_of_its_children(batch: Batch) -> Iterator[Judgement]:
    """Members belong to a commune, so a district has as many as its communes, and no fewer where some lack.

    A warning: a district may have bodies of its own with members.

    Wrong: 1.900 members in the district, 1.000 and 846 in its two communes.
    Right: 1.846 members in the district.
    """
    return iter(_record_sums(batch)["members"])


@rule(
    "AGG009",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số nhà Đại đoàn kết của cấp trên cần không ít hơn tổng các đơn vị cấp dưới",
    message="Báo cáo ghi {total}; riêng các đơn vị đã báo cáo cộng được {sum}",
    reason="""
        Nhà làm ở xã nào cũng là nhà trong địa bàn cấp trên, nên số nhà và kinh phí của cấp trên không ít hơn
        tổng các đơn vị đã báo cáo cho cùng hình thức, nguồn, đối tượng và thời gian. Là cảnh báo, vì cấp trên
        có thể chỉ nêu nhà do cấp mình hỗ trợ; khi đó đề nghị ghi rõ nguồn.

        Sai: Huyện ghi xây mới 12 nhà; hai xã ghi 9 nhà và 5 nhà.
        Đúng: Huyện ghi xây mới 14 nhà.
    """,
)
def a_parent_has_the_houses_of_its_children(batch: Batch) -> Iterator[Judgement]:
    """A house in a commune stands in the district, which has at least the houses of its communes together.

    Compared are houses of one work, source, class of household and time.  A warning: a district may tell only
    of houses that it paid for itself, and should then name the source.

    Wrong: 12 houses built in the district, 9 and 5 in its communes.
    Right: 14 houses built in the district.
    """
    return iter(_record_sums(batch)["houses"])


@rule(
    "AGG010",
    Severity.INFO,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu quỹ, quà của cấp trên ít hơn tổng các đơn vị cấp dưới nên ghi rõ phạm vi",
    message="Ít hơn các đơn vị đã báo cáo cộng lại: {figures}; đề nghị ghi rõ phạm vi",
    reason="""
        Mỗi cấp có quỹ riêng, nên số vận động, số chi, trị giá quà của cấp trên có thể chỉ là của cấp mình.
        Khi ít hơn tổng các đơn vị cấp dưới trong cùng thời gian, người đọc cần biết số đó đã gồm cấp dưới hay
        chưa; nếu đã gồm thì còn thiếu.

        Sai: Huyện vận động được 300 triệu đồng, hai xã 200 và 150 triệu đồng, không ghi phạm vi.
        Đúng: Toàn huyện vận động được 350 triệu đồng.
    """,
)
def a_parent_tells_whether_its_funds_are_those_of_its_children(batch: Batch) -> Iterator[Judgement]:
    """Each level has a fund of its own; figures below those of the children together should say so.

    Compared are what was raised and spent by funds of one kind, and gifts of one occasion, over one time.
    Said once for a report, with all such figures: one word on whose they are answers all of them.

    Wrong: 300 triệu raised in the district, 200 and 150 in its communes, with no word on whose it is.
    Right: 350 triệu raised in all of the district.
    """
    below = defaultdict[int | None, list[Breach]](list)
    for judgement in _record_sums(batch)["money"]:
        if isinstance(judgement, Breach):
            below[judgement.report].append(judgement)
        else:
            yield judgement
    for first, *others in below.values():
        yield attrs.evolve(
            first,
            args={"figures": tuple(_beside_the_sum(one) for one in (first, *others))},
            related=tuple(one.path for one in others),
        )


def _beside_the_sum(breach: Breach) -> Phrase:
    """Write a figure of a parent beside what its children have together."""
    told = (shown(breach.args[name]) for name in ("total", "sum"))
    return Phrase("{} {} (các đơn vị: {})", BARE_REPORT.place_of(breach.path), *told)


_RECORDS: Final = {
    "members": ("membership",),
    "houses": ("funds.houses",),
    "money": ("funds.ledgers", "funds.gifts"),
}
"""What is judged together, by the beginnings of its paths."""


@once  # reading the records takes longer than judging them
def _record_sums(batch: Batch) -> dict[str, list[Judgement]]:
    """Judge the figures of records that a parent has as its children have them together, or at least so."""
    found = {name: list[Judgement]() for name in _RECORDS}
    for family in families_of(batch):
        children = [batch.digests[place].records() for place in family.children]
        own = batch.digests[family.parent].records()
        for name, lists in _RECORDS.items():
            found[name] += _by_effect(
                [
                    _record_sum(batch, family, key, figure, children)
                    for key, figure in own.items()
                    if figure.path.startswith(lists) and (figure.is_sum or figure.is_least)
                ]
            )
    return found


def _record_sum(
    batch: Batch, family: Family, key: str, figure: RecordFigure, children: list[Mapping[str, RecordFigure]]
) -> Judgement:
    parts = [
        _Part(place, batch.digests[place].unit.address, one.number, one.path)
        for place, one in zip(family.children, (records.get(key) for records in children), strict=True)
        if one is not None and one.days == figure.days
    ]
    if not parts:
        return Unverifiable(figure.path)
    total = sum(part.number for part in parts)
    relation: Relation = "≥"
    if figure.is_sum and family.is_complete and len(parts) == len(children):
        relation = "="
    if holds(figure.number, relation, total):
        return PASSED
    item = Item(figure.path.partition(".")[0], figure.path, figure.label)
    breach = _breach(family.parent, item, figure.number, relation, _named(parts), sum=total)
    if relation == "=":
        return _at_a_child(batch, breach, figure.number - total, parts)
    if figure.is_money:
        return attrs.evolve(breach, args={"total": in_dong(figure.number), "sum": in_dong(total)})
    return breach


def _by_effect(judgements: list[Judgement]) -> list[Judgement]:
    """Put first what changes a total most, in proportion to it."""
    return sorted(judgements, key=_effect)


def _effect(judgement: Judgement) -> Fraction:
    if not isinstance(judgement, Breach) or judgement.evidence is None:
        return Fraction(0)
    evidence = judgement.evidence
    whole = max(sum(Fraction(term.value) for term in side) for side in (evidence.left, evidence.right))
    return -abs(evidence.residual) / (whole or 1)


@rule(
    "AGG003",
    Severity.ERROR,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Tỷ lệ tổng hợp phải tính lại từ tử số và mẫu số",
    message="Báo cáo ghi {share}; tính từ số liệu các đơn vị, {part}/{whole} là {exact}%",
    reason="""
        Tỷ lệ phần trăm không cộng được, cũng không lấy bình quân được: tỷ lệ của huyện là tổng số hộ nghèo
        chia cho tổng số hộ của cả huyện. Tỷ lệ bị cắt bớt chữ số thay vì làm tròn do quy tắc AGG007 đối
        chiếu.

        Sai: Huyện ghi 30%; hai xã có 100 hộ nghèo trong tổng số 1.000 hộ và 50 hộ nghèo trong tổng số 100 hộ.
        Đúng: Huyện ghi 13,64%.
    """,
)
def percentages_are_computed_anew(batch: Batch) -> Iterator[Judgement]:
    """Percentages cannot be added or averaged: a district's is all its poor out of all its households.

    One that was cut instead of rounded is AGG007's concern.

    Wrong: 30% in a district whose communes have 100 poor of 1.000 households and 50 of 100.
    Right: 13,64%.
    """
    for place, path, share, numbers in _shares(batch):
        if numbers is None:
            yield Unverifiable(path)
        elif share.admits(*numbers) or share.is_cut_from(*numbers):
            yield PASSED
        else:
            part, whole = numbers
            exact = Fraction(100 * part, whole)
            yield Breach(
                path=path,
                report=place,
                args={"share": share, "part": part, "whole": whole, "exact": told_from(share, exact)},
                evidence=Evidence((Term("tỷ lệ ghi", share.percent, path),), "=", (Term("tính lại", exact),)),
                actual=share,
            )


@rule(
    "AGG007",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Tỷ lệ tổng hợp cần làm tròn, không cắt bớt chữ số",
    message=(
        "Báo cáo ghi {share}; tính từ số liệu các đơn vị, {part}/{whole} làm tròn là {rounded}; "
        "đề nghị làm tròn, không cắt bớt chữ số"
    ),
    reason="""
        Tỷ lệ của cấp trên cần được làm tròn, không bỏ bớt chữ số: 34,996% ghi là 35,00%, không ghi là 34,99%.

        Sai: Huyện ghi 13,63%; hai xã có 100 hộ nghèo trong tổng số 1.000 hộ và 50 hộ nghèo trong tổng số 100
        hộ.
        Đúng: Huyện ghi 13,64%.
    """,
)
def percentages_of_sums_are_rounded(batch: Batch) -> Iterator[Judgement]:
    """The percentage of a district is rounded, not cut: 34,996% is printed as 35,00%, not as 34,99%.

    Wrong: 13,63% in a district whose communes have 100 poor of 1.000 households and 50 of 100.
    Right: 13,64%.
    """
    for place, path, share, numbers in _shares(batch):
        if numbers is None:
            continue
        part, whole = numbers
        if not share.is_cut_from(part, whole):
            yield PASSED
        else:
            right = rounded_like(share, part, whole)
            yield Breach(
                path=path,
                report=place,
                args={"share": share, "part": part, "whole": whole, "rounded": right},
                expected=right,
                actual=share,
                suggestions=(Suggestion(path=path, old=share, new=right),),
            )


def _shares(batch: Batch) -> Iterator[tuple[int, str, Share, tuple[int, int] | None]]:
    """Return the percentages of parents (report, path, percentage) with the numbers of their children."""
    for family in families_of(batch):
        rates = dict(batch.digests[family.parent].rates)
        for name in ("poor", "near_poor"):
            path = f"population.{name}.share"
            share = rates.get(path)
            if isinstance(share, Share):
                yield family.parent, path, share, _part_and_whole(batch, family, name)


def _part_and_whole(batch: Batch, family: Family, name: str) -> tuple[int, int] | None:
    """Add up the poor and all households of the children; None if one is missing, or all are 0."""
    time = batch.digests[family.parent].time(POPULATION)
    part = whole = 0
    for child in (batch.digests[place] for place in family.children):
        households = child.figure_at(f"population.{name}.households")
        of_all = child.figure_at("population.households")
        if not (isinstance(households, int) and isinstance(of_all, int) and child.time(POPULATION) == time):
            return None
        part, whole = part + households, whole + of_all
    return (part, whole) if family.is_complete and whole else None


@rule(
    "AGG004",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Hoạt động phối hợp cần tính một lần khi tổng hợp",
    message="Hoạt động này cũng có trong báo cáo của {other}; đề nghị kiểm tra để không tính hai lần",
    reason="""
        Cuộc giám sát do một cơ quan chủ trì cùng nhiều đơn vị chỉ được tính một lần khi tổng hợp ở cấp trên.
        Coi là một cuộc khi cơ quan chủ trì, ngày, hình thức và nội dung giống nhau trong báo cáo của nhiều
        đơn vị, trong đó có ít nhất một đơn vị không chủ trì; hồ sơ không ghi cơ quan chủ trì thì không đối
        chiếu.

        Sai: Một cuộc giám sát có trong hồ sơ của hai xã; cấp trên tổng hợp thành hai cuộc.
        Đúng: Một cuộc giám sát có trong hồ sơ của hai xã; cấp trên tổng hợp là một cuộc.
    """,
)
def joint_activities_are_counted_once(batch: Batch) -> Iterator[Judgement]:
    """A supervision that one body led with several units is counted once above them.

    Records count as one where leading body, day, form and subject are the same in reports of several units,
    at least one of which did not lead it.  Other records name no leading body: those of another level are not
    counted as the reporter's own, and nothing shows whether two of its own level are one.

    Wrong: one supervision in the records of two communes, and two supervisions in the sum.
    Right: the same, and one supervision in the sum.
    """
    for records in led_again(batch.digests):
        first, *others = sorted(records, key=lambda one: one.joined)  # the leading body before who joined
        for one in others:
            if one.joined and one.place != first.place:
                other = batch.digests[first.place].unit.address
                path = f"supervision.supervisions.{one.number}"
                yield Breach(path=path, report=one.place, args={"other": other})
            else:
                yield PASSED


@rule(
    "AGG005",
    Severity.WARNING,
    level=4,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu của đơn vị mới cần bằng tổng các đơn vị cũ",
    message="Báo cáo ghi {total}; cộng các đơn vị cũ được {sum}",
    reason="""
        Số liệu của các xã cũ trong một thời gian cộng lại là số liệu của đơn vị mới trong cùng thời gian đó;
        mỗi số liệu được so theo thời gian riêng. Số thôn, số hộ, số dân, các số dư, số hiện có trong biểu của
        xã cũ vào ngày cuối cùng (30/6/2025) là của đơn vị mới vào ngày đầu tiên, hoặc tháng đầu tiên
        (7/2025). Đây là cảnh báo vì một phần của xã cũ có thể đã nhập vào đơn vị khác.

        Sai: Đơn vị mới ghi 900 hộ; hai xã cũ có 500 hộ và 446 hộ.
        Đúng: Đơn vị mới ghi 946 hộ.
    """,
)
def a_successor_has_what_its_predecessors_had(batch: Batch) -> Iterator[Judgement]:
    """What merged communes had over a time, their successor has over the same time.

    Each figure is compared over its own time, regardless of the review of the former reports.  The people
    that former communes had on their last day, 30/6/2025, and other states that lines of forms tell, the new
    one has on its first day, or in its first month.  A warning: part of a former commune may have gone
    elsewhere.

    Wrong: 900 households, where both former communes had 500 and 446.
    Right: 946 households.
    """
    for place, former in mergers_in(batch):
        yield from _judge_merger(place, batch.digests[place], former)


def _judge_merger(place: int, new: Digest, former: list[list[Digest]]) -> Iterator[Judgement]:
    of_the_time: dict[tuple[str, bool], list[Digest | None]] = {}
    cells = {id(item): item.figures() for known in former for item in known}
    for item, numbers in new.figures().items():
        subject = (item.subject, item.is_state)
        if subject not in of_the_time:
            time = new.time(item.subject)
            of_the_time[subject] = [_of_the_time(known, *subject, time) for known in former]
        known = [other for other in of_the_time[subject] if other is not None]
        parts = [cells[id(other)].get(item, ()) for other in known]
        if len(known) < len(former) or {len(part) for part in parts} != {len(numbers)}:
            yield Unverifiable(item.path)
            continue
        for half, number in enumerate(numbers):
            terms = [(other.unit.full_name, part[half]) for other, part in zip(known, parts, strict=True)]
            total = sum(part for _, part in terms)
            if number == total:
                yield PASSED
            else:
                yield about(_breach(place, item, number, "=", terms, sum=total), HALVES[half])


def _of_the_time(digests: list[Digest], subject: str, is_state: bool, time: Ends) -> Digest | None:  # noqa: FBT001
    """Return the one report whose figures of a subject run over the same time, or its states up to it."""
    found = [item for item in digests if item.time(subject) == time]
    if is_state and not found:
        found = [item for item in digests if _is_taken_over(item.time(subject), time)]
    return found[0] if len(found) == 1 else None


def _is_taken_over(old: Ends, new: Ends) -> bool:
    """Return whether one state was told for a last day and the other for the day after, or its month."""
    ended, begun = old[1], new[1]
    left = ended.last_day if ended else None
    first, last = (begun.first_day, begun.last_day) if begun else (None, None)
    if left is None or first is None or last is None:
        return False
    return left + dt.timedelta(1) == first and last < first + _MONTH


@rule(
    "AGG006",
    Severity.ERROR,
    level=3,
    basis=CATALOGUE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Phải có đủ báo cáo của các đơn vị cấp dưới",
    message="Còn thiếu {missing} trong tổng số {expected} báo cáo: {units}",
    reason="""
        Tổng của các đơn vị chỉ là số liệu của cấp trên khi mọi đơn vị có vào thời điểm đó đã báo cáo. Số đơn
        vị lấy theo danh mục đơn vị; nếu không có danh mục thì lấy theo số đơn vị cấp dưới mà cấp trên nêu
        trong phần lời.

        Sai: Có báo cáo của 19 xã; theo danh mục, huyện có 21 xã.
        Đúng: Có báo cáo của đủ 21 xã.
    """,
)
def all_children_report(batch: Batch) -> Iterator[Judgement]:
    """A sum over units is that of the parent only if each child that existed at the time has reported.

    Their number comes from the catalogue (`units`); without one, from the parent's own statement with the
    indicator "unit.children".

    Wrong: reports of 19 communes of a district that has 21 in the catalogue.
    Right: reports of 21 communes.
    """
    for family in families_of(batch):
        reported, expected = len(family.children), family.expected
        if family.is_complete:
            yield PASSED
        elif expected is None or expected < reported:
            yield Unverifiable("unit")
        else:
            names = [unit.full_name for unit in family.missing or ()] or [Phrase("chưa rõ đơn vị nào")]
            yield Breach(
                path="unit",
                report=family.parent,
                args={"missing": expected - reported, "expected": expected, "units": tuple(names)},
            )


@rule(
    "AGG011",
    Severity.WARNING,
    level=4,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số hộ, số nhân khẩu của đơn vị mới cần khác số của từng đơn vị cũ",
    message="Báo cáo ghi {total}, đúng bằng số của riêng {former}; đơn vị mới lập từ {count} đơn vị cũ",
    reason="""
        Đơn vị mới lập từ nhiều đơn vị cũ có dân của các đơn vị đó, nên số hộ, số nhân khẩu không thể bằng
        đúng số của một đơn vị cũ; thường là báo cáo cũ được dùng lại. Đối chiếu với báo cáo ở mọi thời gian,
        khi có báo cáo của ít nhất hai đơn vị cũ; đơn vị cũ chỉ nhập một phần thì vẫn có dân trong đó.

        Sai: Hai xã cũ có 1.900 hộ và 2.100 hộ; đơn vị mới ghi 1.900 hộ.
        Đúng: Đơn vị mới ghi 4.012 hộ.
    """,
)
def a_successor_is_not_one_of_its_predecessors(batch: Batch, *, least: int = 100) -> Iterator[Judgement]:
    """A unit formed of several has people of all of them, so it has not as many as one of them, at any time.

    Judged are households and people from `least` upwards, where reports of two former units at least are at
    hand.  AGG005 adds up what former units had over the same time.

    Wrong: 1.900 households in the new commune, 1.900 and 2.100 in the two of which it was formed.
    Right: 4.012 households.
    """
    for place, reports in mergers_in(batch):
        new = batch.digests[place]
        former = list(zip((ref.full_name for ref in new.unit.predecessors), reports, strict=True))
        for path in PEOPLE:
            number = new.figure_at(path)
            had = {name: [item.figure_at(path) for item in known] for name, known in former}
            told = {name: numbers for name, numbers in had.items() if any(numbers)}
            if not isinstance(number, int) or number < least or len(told) <= 1:
                continue
            same = min((name for name, numbers in told.items() if number in numbers), default=None)
            if same is None:
                yield PASSED
            else:
                yield Breach(
                    path=path,
                    report=place,
                    args={"total": number, "former": same, "count": len(former)},
                    actual=number,
                )


@rule(
    "AGG012",
    Severity.INFO,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số hộ, số nhân khẩu của cấp trên nên được các báo cáo cấp dưới tính đủ",
    message="Báo cáo ghi {total}; {reports} báo cáo đã có cộng được {sum}; có thể còn đơn vị chưa báo cáo",
    reason="""
        Mỗi người dân chỉ ở một đơn vị cấp dưới. Khi không biết cấp trên có bao nhiêu đơn vị, số hộ, số nhân
        khẩu còn lại cho biết còn đơn vị chưa báo cáo, hoặc có số ghi nhầm. Chỉ nêu khi các báo cáo đã có tính
        được ít nhất một nửa, vì ít hơn là chỉ lấy một phần để đối chiếu.

        Sai: Tỉnh ghi 15.449 hộ; bốn báo cáo đã có cộng được 12.104 hộ.
        Đúng: Năm báo cáo cộng được 15.449 hộ.
    """,
)
def the_people_of_a_parent_are_those_of_reports(batch: Batch) -> Iterator[Judgement]:
    """Each person lives in one child of a unit; who is left over lives in one without a report, or by a slip.

    Judged where neither a catalogue nor the parent says how many children there are, and the reports have
    at least half of the people: who looks at less of a unit does so on purpose.

    Wrong: 15.449 households in a province, 12.104 in the four reports of its communes.
    Right: 15.449 in five reports.
    """
    for family in families_of(batch):
        parent = batch.digests[family.parent]
        children = [batch.digests[place] for place in family.children]
        if family.expected is not None:
            continue
        judged = [_left_over(family, path, parent, children) for path in PEOPLE]
        found = [one for one in judged if one is not None]
        yield (
            next((one for one in found if isinstance(one, Breach)), PASSED) if found else Unverifiable("unit")
        )


def _left_over(family: Family, path: str, parent: Digest, children: list[Digest]) -> Judgement | None:
    """Judge whether reports have all people of a parent; None if it is blank, or they have less than half."""
    total, time = parent.figure_at(path), parent.time(POPULATION)
    alike = [child for child in children if child.time(POPULATION) == time]
    told = [(child.unit.address, child.figure_at(path)) for child in alike]
    parts = [(unit, number) for unit, number in told if isinstance(number, int)]
    known = sum(number for _, number in parts)
    if not isinstance(total, int) or 2 * known < total:
        return None
    if total <= known:
        return PASSED
    item = next(item for item in parent.figures() if item.path == path)
    breach = _breach(family.parent, item, total, "=", parts, sum=known, reports=len(parts))
    return attrs.evolve(breach, expected=None)


@rule(
    "AGG013",
    Severity.INFO,
    level=3,
    basis=CATALOGUE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Nên có đủ báo cáo của các đơn vị cùng cấp trên",
    message="Danh mục có {expected} đơn vị thuộc {parent}; còn thiếu báo cáo của {units}",
    reason="""
        Khi chưa có báo cáo của cấp trên để đối chiếu, danh mục vẫn cho biết đơn vị nào chưa báo cáo. Chỉ nêu
        khi ít nhất một nửa số đơn vị cùng cấp trên đã báo cáo cho cùng thời gian, vì ít hơn là chỉ lấy một
        phần để kiểm tra. Có báo cáo của cấp trên thì quy tắc AGG006 đối chiếu.

        Sai: Danh mục có 5 xã thuộc tỉnh; có báo cáo của 4 xã.
        Đúng: Có báo cáo của cả 5 xã.
    """,
)
def siblings_report_too(batch: Batch) -> Iterator[Judgement]:
    """Where no report of the parent is at hand, the catalogue says which of its children lack.

    Said once for a parent and a time, at the first of the reports, where at least half of the children
    reported: who looks at fewer does so on purpose.  With a report of the parent it is AGG006's concern.

    Wrong: reports of four of the five communes that a province has in the catalogue.
    Right: reports of all five.
    """
    known = children_known(batch)
    above = {(item.name, item.time()) for item in batch.digests}
    siblings = defaultdict[tuple[str, Ends], list[int]](list)
    for place, item in enumerate(batch.digests if known else ()):
        if item.unit.parent is not None:
            siblings[fold(item.unit.parent.full_name), item.time()].append(place)
    for (name, time), places in siblings.items():
        first = batch.digests[places[0]]
        day = first.day
        expected = [unit for unit in known.get(name, ()) if day is not None and unit.exists_on(day)]
        reported = ByUnit(key_of(batch.digests[place]) for place in places)
        missing = [unit.full_name for unit in expected if not reported[key_of(unit)]]
        if (name, time) in above or not expected or 2 * len(missing) > len(expected):
            continue
        if missing:
            parent = min(unit.parent.full_name for unit in expected if unit.parent is not None)
            yield Breach(
                path="unit.parent",
                report=places[0],
                args={"expected": len(expected), "parent": parent, "units": tuple(missing)},
            )
        else:
            yield PASSED
