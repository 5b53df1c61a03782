"""UNI: the unit, its villages and its people.

Codes are used again: the communes formed in July 2025 have codes of former ones.  So a code means a unit on a
day, never for good.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import Final

import attrs

from mttq._declared.relations import Shape
from mttq.forms import ImplementationAppendix
from mttq.model import AnyKind, Statement, Unit, UnitKind
from mttq.report import Report
from mttq.rules._data.norms import (
    FRONT_BOARDS,
    INCOME_NORMS,
    LOCAL_GOVERNMENT_LAW,
    POVERTY_CLASSES,
    IncomeNorm,
)
from mttq.rules._kit.bands import USUAL, rounded_like
from mttq.rules._kit.bases import ARITHMETIC, CATALOGUE, PRACTICE, Basis, Confidence, Provision, in_force
from mttq.rules._kit.cells import amount
from mttq.rules._kit.claims import claim, claim_statements, unclaimed
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Figure,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
)
from mttq.rules._kit.relations import compare
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.shares import Stated, judge_share, shares
from mttq.rules._kit.spans import REVIEW, TWO_TIERS, areas_of, day_of, ends_of, judged_on
from mttq.rules._kit.statements import judge_statements, naming
from mttq.rules._kit.subjects import Batch, Scope
from mttq.values import Quantity, Tier
from mttq.vi import fold
from mttq.wording import Phrase

__all__ = [
    "households_taking_part_are_among_all",
    "income_is_possible",
    "levels_exist_at_their_time",
    "merged_units_are_the_predecessors",
    "number_of_villages_is_one_fact",
    "party_members_fit_people_and_cells",
    "people_fit_the_households",
    "poor_households_are_among_all",
    "shares_are_of_whole_numbers",
    "shares_are_rounded",
    "shares_fit_their_numbers",
    "such_units_exist",
    "the_code_means_the_unit",
    "the_unit_is_in_the_catalogue",
    "unit_is_as_old_as_the_review",
]

_PARTY_CHARTER: Final = Basis(
    text="Điều lệ Đảng Cộng sản Việt Nam", article="21", confidence=Confidence.SECONDARY
)
_PEOPLE: Final = claim("each", "population.persons")
_PARTY: Final = claim("at_most", "organisation.party.members")
_CELLS: Final = claim("each", "organisation.party.members")
_MERGED: Final = claim("same_as", "kl62-pl1.cadres.reorganised.communes")
_TAKING_PART: Final = claim(
    "at_most",
    "organisation.self_management.*.households",
    "campaigns.models.*.households",
    "campaigns.festivals.*.households_commended",
)
_INCOME: Final = claim("between", "economy.income_per_person")
_YEAR: Final = 366  # days


@rule(
    "UNI002",
    Severity.WARNING,
    level=4,
    basis=PRACTICE,
    judges_sums=False,  # which names the units that were added up
    title="Số liệu trước khi thành lập đơn vị cần ghi rõ của đơn vị nào",
    message=(
        "Đơn vị {unit} thành lập ngày {founded}, sau đầu kỳ báo cáo ({start}); đề nghị ghi rõ số "
        "liệu trước đó của đơn vị nào"
    ),
    reason="""
        Đơn vị thành lập sau đầu kỳ báo cáo không có số liệu của các năm trước đó: số đó thuộc các đơn vị cũ,
        cộng lại hay chỉ của một đơn vị thì người đọc không biết. Coi là đã rõ khi phần lời nêu riêng số liệu
        của từng đơn vị cũ.

        Sai: Xã thành lập năm 2019, báo cáo số liệu từ năm 2009.
        Đúng: Xã đó báo cáo kèm số liệu của cả hai xã cũ đến năm 2019.

        Cách xử lý: (1) Ghi riêng số liệu của từng đơn vị cũ đến ngày sáp nhập. (2) Nếu không tách được, nêu
        trong phần lời số liệu đã gồm những đơn vị nào.
    """,
)
def unit_is_as_old_as_the_review(report: Report) -> Iterator[Judgement]:
    """A unit younger than the period under review has no earlier figures of its own.

    The reader cannot tell whether such figures are the sum of the former units or those of one.

    The figures are separate if statements about each predecessor (`Statement.unit`) give its own.  In the
    year in which it was founded a unit that names its predecessors reports on what they did, too.

    Wrong: a commune of 2019 reports on the years since 2009.
    Right: the same, with the figures of both former communes up to 2019.

    What to do: (1) Give the figures of each former unit up to the merger.  (2) If they cannot be separated,
    say in the narrative which units they include.
    """
    unit = report.unit
    first, _ = ends_of(report, REVIEW)
    document = unit.established_by
    founded = unit.valid_from or (document.date if document else None)
    if first is None or (start := first.first_day) is None:
        return
    if founded is None:
        yield Unverifiable("unit.valid_from")
    elif founded <= start or _told_apart(report) or (unit.predecessors and (founded - start).days <= _YEAR):
        yield PASSED
    else:
        yield Breach(
            path="unit.valid_from" if unit.valid_from else "unit.established_by",
            args={"unit": unit.full_name, "founded": founded, "start": start if first.day else first},
            actual=founded,
            related=("unit.predecessors",) if unit.predecessors else ("reviewed",),
        )


def _told_apart(report: Report) -> bool:
    told = {statement.unit for statement in report.statements}
    former = report.unit.predecessors
    return bool(former) and all({item.name, item.full_name} & told for item in former)


@claim_statements
def _on_villages(statement: Statement) -> bool:
    return statement.according_to is None and statement.indicator == "population.villages"


@rule(
    "UNI005",
    Severity.WARNING,
    level=1,
    basis=(ARITHMETIC, *FRONT_BOARDS),
    by_day=False,
    title="Số thôn, tổ dân phố cần ghi thống nhất",
    message="{areas} ghi khác nhau: {text} và {appendix}",
    reason="""
        Số thôn, tổ dân phố ở phần lời và phụ lục là một, và mỗi nơi có một Ban công tác Mặt trận. Luật giao
        Ủy ban MTTQ cấp xã thành lập các ban; việc mỗi khu dân cư có một ban là theo thông lệ.

        Sai: Phần lời ghi 5 thôn, phụ lục ghi 6.
        Đúng: Phần lời ghi 5 thôn, phụ lục ghi 5, có 5 Ban công tác Mặt trận.
    """,
)
def number_of_villages_is_one_fact(report: Report) -> Iterator[Judgement]:
    """The unit has as many villages in the text as in the appendix, and a Front Working Board in each.

    The law has the commune's Committee set up the boards; that each area has one is practice.

    Wrong: 5 villages in the text, 6 of them in the appendix.
    Right: 5 villages, 5 of them in the appendix, 5 boards.
    """
    yield from naming(judge_statements(report, _on_villages), lambda _: {"areas": areas_of(report)})
    villages = report.population.villages
    for place, number in _counted_villages(report):
        if villages is None:
            yield Unverifiable("population.villages")
        elif number == villages:
            yield PASSED
        else:
            counted, there = (
                Term("số đã ghi", number, place),
                Term("số thôn", villages, "population.villages"),
            )
            written = Phrase("{} ban công tác Mặt trận", number) if place == _BOARDS else number
            basis = in_force(FRONT_BOARDS, judged_on(report)) if place == _BOARDS else ARITHMETIC
            yield compare(
                counted, "=", there, basis=basis, text=villages, appendix=written, areas=areas_of(report)
            )


_BOARDS: Final = "organisation.working_boards.boards"


def _counted_villages(report: Report) -> Iterator[tuple[str, int]]:
    boards, appendix = report.organisation.working_boards.boards, report.appendix(ImplementationAppendix)
    if boards is not None:
        yield _BOARDS, boards
    if appendix is not None:
        block = appendix.allowances.villages
        parts = (block.at_norm, block.above_norm, block.below_norm, block.not_received)
        if block.total is not None:
            yield "kl62-pl1.allowances.villages.total", block.total
        elif None not in parts:
            yield "kl62-pl1.allowances.villages.at_norm", sum(part or 0 for part in parts)


@rule(
    "UNI006",
    Severity.INFO,
    level=1,
    claims=_MERGED,
    title="Số đơn vị sáp nhập nên khớp với số đơn vị cũ",
    message="Phần lời nêu {other} đơn vị cũ; phụ lục ghi {stated}",
    reason="""
        Các xã được sáp nhập chính là các đơn vị cũ mà phần lời nêu tên, nên hai số nên khớp nhau.

        Sai: Phần lời nêu hai xã cũ, phụ lục ghi 1 đơn vị sáp nhập.
        Đúng: Phần lời nêu hai xã cũ, phụ lục ghi 2 đơn vị.
    """,
)
def merged_units_are_the_predecessors(report: Report) -> Iterator[Judgement]:
    """The communes that were merged are those that the text names as former units.

    Wrong: the text names two former communes, the appendix counts one merged unit.
    Right: the text names two former communes, the appendix counts two.
    """
    return _MERGED.judge(report)


@rule(
    "UNI007",
    Severity.ERROR,
    level=1,
    basis=(ARITHMETIC, *POVERTY_CLASSES),
    by_day=False,
    title="Hộ nghèo, hộ cận nghèo không được nhiều hơn tổng số hộ",
    message="Số {names} là {classes}; tổng số hộ chỉ có {households}",
    reason="""
        Không hộ nào vừa là hộ nghèo vừa là hộ cận nghèo, nên hai loại cộng lại không thể nhiều hơn tổng số
        hộ. Ngoài thời gian áp dụng các văn bản quy định hai loại hộ tách nhau, từng loại được so riêng với
        tổng số hộ.

        Sai: 488 hộ nghèo và 513 hộ cận nghèo, tổng số 946 hộ.
        Đúng: 488 hộ nghèo và 153 hộ cận nghèo, tổng số 946 hộ.
    """,
)
def poor_households_are_among_all(
    report: Report, classes: tuple[Basis, ...] = POVERTY_CLASSES
) -> Iterator[Judgement]:
    """No household is both poor and near-poor, so both classes together are at most all households.

    The classes are known to be disjoint while the texts in `classes` hold; at other times each class alone is
    at most all households.

    Wrong: 488 poor and 513 near-poor of 946 households.
    Right: 488 poor and 153 near-poor of 946 households.
    """
    people = report.population
    parts = {
        "population.poor.households": ("hộ nghèo", people.poor.households),
        "population.near_poor.households": ("hộ cận nghèo", people.near_poor.households),
    }
    terms = tuple(Term(label, number, path) for path, (label, number) in parts.items() if number is not None)
    if not terms:
        return
    households, day = people.households, people.as_of.last_day if people.as_of else judged_on(report)
    if households is None:
        yield Unverifiable("population.households")
        return
    disjoint = in_force(classes, day)
    for group in [terms] if disjoint else [(term,) for term in terms]:
        known = sum(amount(term.value) or 0 for term in group)
        if known > households:
            yield Breach(
                path="population.households",
                basis=ARITHMETIC if any(term.value > households for term in group) else disjoint,
                args={
                    "classes": known,
                    "names": tuple(Phrase(term.label) for term in group),
                    "households": households,
                },
                evidence=Evidence(group, "≤", (Term("tổng số hộ", households, "population.households"),)),
                actual=households,
                related=tuple(term.path for term in group),
            )
        elif disjoint and len(terms) < len(parts):
            yield Unverifiable(next(path for path, (_, number) in parts.items() if number is None))
        else:
            yield PASSED


@rule(
    "UNI008",
    Severity.ERROR,
    level=1,
    claims=unclaimed(Shape.SHARE_OF),
    title="Tỷ lệ phải khớp với tử số và mẫu số",
    message="{part}/{whole} là {exact}%; báo cáo ghi {share}",
    reason="""
        Tỷ lệ đã ghi, làm tròn, là phép thử của tử số và mẫu số: với 946 hộ, chỉ 488 hộ nghèo mới cho 51,59%.
        Tỷ lệ bị cắt bớt chữ số thay vì làm tròn do quy tắc UNI011 đối chiếu.

        Sai: 480 hộ trong tổng số 946 hộ, tỷ lệ 51,59%.
        Đúng: 488 hộ trong tổng số 946 hộ, tỷ lệ 51,59%.

        Cách xử lý: (1) Tính lại tỷ lệ. (2) Nếu tỷ lệ khớp với số ở nơi khác, sửa tử số hoặc mẫu số theo gợi
        ý. (3) Nếu tỷ lệ tính trên mẫu số khác, ghi rõ mẫu số.
    """,
)
def shares_fit_their_numbers(report: Report) -> Iterator[Judgement]:
    """A percentage, rounded as printed, is a checksum of its two numbers.

    Of 946 households only 488 gives 51,59%.

    One that was cut instead of rounded is left to UNI011.

    Wrong: 480 of 946 households are 51,59%.
    Right: 488 of 946 households are 51,59%.

    What to do: (1) Recompute the percentage.  (2) If it matches a figure given elsewhere, correct the
    numerator or the denominator as suggested.  (3) If it was computed on another base, name the base.
    """
    return map(judge_share, shares(report))


@rule(
    "UNI011",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Tỷ lệ cần làm tròn, không cắt bớt chữ số",
    message=(
        "{part}/{whole} làm tròn là {rounded}; báo cáo ghi {share}; đề nghị làm tròn, không cắt bớt chữ số"
    ),
    reason="""
        Tỷ lệ cần được làm tròn, không bỏ bớt chữ số: 34,996% ghi là 35,00%, không ghi là 34,99%. Đây là cảnh
        báo vì cả hai số đều khớp với tỷ lệ, trừ chữ số cuối.

        Sai: 499 hộ trong tổng số 946 hộ, tỷ lệ 52,74%.
        Đúng: 499 hộ trong tổng số 946 hộ, tỷ lệ 52,75%.
    """,
)
def shares_are_rounded(report: Report) -> Iterator[Judgement]:
    """A percentage is rounded, not cut: 34,996% is printed as 35,00%, not as 34,99%.

    A warning, since both numbers agree with it except for the last digit.

    Wrong: 499 of 946 households are 52,74%.
    Right: 499 of 946 households are 52,75%.
    """
    for stated in shares(report):
        if stated.numbers:
            yield _cut(stated, *stated.numbers) if stated.is_cut else PASSED


def _cut(stated: Stated, part: int, whole: int) -> Breach:
    share, (part_path, path, whole_path) = stated.share, stated.paths
    right = rounded_like(share, part, whole)
    return Breach(
        path=path,
        args={"part": part, "whole": whole, "share": share, "rounded": right},
        expected=right,
        actual=share,
        related=(part_path, whole_path),
        suggestions=(Suggestion(path=path, old=share, new=right),),
    )


@rule(
    "UNI015",
    Severity.WARNING,
    level=1,
    title="Tỷ lệ ghi kèm một số cần ứng với một số nguyên",
    message="Với số {known}, không có {what} nào cho tỷ lệ {share}; đề nghị xem lại cả hai số",
    reason="""
        Người, hộ, thôn đếm bằng số nguyên nên với một số nhỏ chỉ có ít tỷ lệ phần trăm là có thể. Quy tắc này
        đối chiếu tỷ lệ chỉ ghi kèm một trong hai số; có đủ cả hai số thì do quy tắc UNI008 đối chiếu.

        Sai: Tổng số 103 hộ, tỷ lệ hộ nghèo 21,30%, số hộ nghèo để trống: 22 hộ là 21,36%, 21 hộ là 20,39%.
        Đúng: Tổng số 103 hộ, tỷ lệ hộ nghèo 21,36%, số hộ nghèo để trống.
    """,
)
def shares_are_of_whole_numbers(report: Report) -> Iterator[Judgement]:
    """People, households and villages are counted in whole numbers, so few percentages of a small one are.

    Judged are percentages with one of their two numbers; where both are told, UNI008 judges.

    Wrong: 103 households, 21,30% of them poor, no number of poor: 22 are 21,36%, 21 are 20,39%.
    Right: 103 households, 21,36% of them poor, no number of poor.
    """
    for stated in shares(report):
        if not stated.is_alone or stated.whole == 0:
            continue
        if stated.is_possible:
            yield PASSED
            continue
        part_path, path, whole_path = stated.paths
        known, there = (stated.whole, whole_path) if stated.part is None else (stated.part, part_path)
        what = Phrase("tử số") if stated.part is None else Phrase("mẫu số")
        args: dict[str, Figure] = {"what": what, "known": known or 0, "share": stated.share}
        yield Breach(path=path, args=args, actual=stated.share, related=(there,))


@rule(
    "UNI009",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=_PEOPLE,
    title="Số nhân khẩu cần phù hợp với số hộ",
    message=(
        "Báo cáo ghi {stated} trong {other}; "
        "bình quân mỗi hộ {mean}, ngoài mức thường gặp ({low} đến {high} người)"
    ),
    reason="""
        Mỗi hộ có một số ít nhân khẩu, nên bình quân nhân khẩu mỗi hộ nằm trong một khoảng nhất định.

        Sai: 35.680 nhân khẩu, 946 hộ.
        Đúng: 3.568 nhân khẩu, 946 hộ.
    """,
)
def people_fit_the_households(report: Report, least: int = 2, greatest: int = 7) -> Iterator[Judgement]:
    """A household has a few members, so the ratio of people to households is limited.

    Wrong: 35.680 people in 946 households.
    Right: 3.568 people in 946 households.
    """
    return _PEOPLE.judge(report, low=least, high=greatest)


@rule(
    "UNI010",
    Severity.WARNING,
    level=1,
    basis=_PARTY_CHARTER,
    claims=(_PARTY, _CELLS),
    title="Số đảng viên cần phù hợp với dân số và số chi bộ",
    message="Số {stated} đảng viên không phù hợp với {other}",
    reason="""
        Đảng viên nằm trong dân số của đơn vị, và mỗi chi bộ có ít nhất ba đảng viên. Đây là cảnh báo vì đảng
        viên có thể cư trú nơi khác, và quy tắc được lập khi chưa đọc trực tiếp Điều lệ Đảng.

        Sai: 12 chi bộ, 35 đảng viên.
        Đúng: 12 chi bộ, 350 đảng viên.
    """,
)
def party_members_fit_people_and_cells(report: Report, least: int = 3) -> Iterator[Judgement]:
    """Party members are part of the population, and a cell has at least three.

    A warning, since members may live elsewhere and the Charter was not read for this rule.

    Wrong: 12 cells with 35 members.
    Right: 12 cells with 350 members.
    """
    for judgement in chain(_PARTY.judge(report), _CELLS.judge(report, low=least)):
        if isinstance(judgement, Breach):
            stated, other = (judgement.args[name] for name in ("stated", "other"))
            counted = Quantity.of(other, "persons") if isinstance(other, int) else other
            yield attrs.evolve(judgement, args={"stated": stated, "other": counted})
        else:
            yield judgement


_TWO_TIERS_LAW: Final = attrs.evolve(
    LOCAL_GOVERNMENT_LAW,
    article="1",
    clause="1",
    also=(
        Provision(
            text=LOCAL_GOVERNMENT_LAW.text, symbol=LOCAL_GOVERNMENT_LAW.symbol, article="51", clause="3"
        ),
    ),
)


def _exists(kind: AnyKind, first: dt.date, last: dt.date) -> bool | None:
    """Return whether units of a kind exist at a time; None if only in a part of it."""
    ended = kind is UnitKind.TOWNSHIP or (isinstance(kind, UnitKind) and kind.tier is Tier.DISTRICT)
    began = kind is UnitKind.SPECIAL_ZONE
    if not (ended or began):
        return True
    if last < TWO_TIERS:
        return ended
    return began if first >= TWO_TIERS else None


@rule(
    "UNI003",
    Severity.ERROR,
    level=1,
    basis=_TWO_TIERS_LAW,
    by_day=False,
    title="Loại đơn vị phải tồn tại vào thời điểm báo cáo",
    message=(
        "Ngày {day} không có loại đơn vị như {unit}; cấp huyện kết thúc và đặc khu bắt đầu từ ngày 01/7/2025"
    ),
    reason="""
        Đơn vị cấp huyện và thị trấn chỉ có đến hết ngày 30/6/2025, đặc khu có từ ngày hôm sau. Quy tắc đối
        chiếu cả đơn vị báo cáo và đơn vị cấp trên đã ghi; số liệu trước và sau ngày đó đều được đối chiếu.

        Sai: Số liệu tháng 12/2025 của một xã thuộc huyện A Lưới.
        Đúng: Số liệu tháng 12/2025 của một xã thuộc thành phố Huế.
    """,
)
def such_units_exist(report: Report) -> Iterator[Judgement]:
    """Districts and townships end on 30 June 2025, special zones begin on the day after.

    The unit is judged and the parent that it names.  The law ends the former and establishes the latter, so
    the days before are checked too.

    Wrong: figures of 12/2025 on a commune of the district A Lưới.
    Right: figures of 12/2025 on a commune of the city Huế.
    """
    time = report.as_of
    first = (time and time.first_day) or report.header.date
    last = day_of(report)
    for path, unit in (("unit.kind", report.unit), ("unit.parent", report.unit.parent)):
        if unit is None:
            continue
        if first is None or last is None:
            yield Unverifiable("as_of")
            continue
        exists = _exists(unit.kind, first, last)
        if exists is None:
            yield Unverifiable("as_of")
        elif exists:
            yield PASSED
        else:
            yield Breach(path=path, args={"unit": unit.full_name, "day": last})


@rule(
    "UNI012",
    Severity.WARNING,
    level=1,
    basis=tuple(norm.basis for norm in INCOME_NORMS),
    by_day=False,
    claims=_INCOME,
    title="Thu nhập bình quân đầu người cần ở mức có thể có",
    message="Báo cáo ghi {stated}; mức thường gặp một năm từ {low} đến {high} đồng",
    reason="""
        Thu nhập bình quân đầu người một năm nằm trong mức của thời kỳ đó; số của một tháng, hoặc số tính bằng
        nghìn đồng ghi thành đồng thì ở ngoài mức này.

        Sai: Thu nhập bình quân đầu người 62.000 đồng/người/năm.
        Đúng: Thu nhập bình quân đầu người 62.000.000 đồng/người/năm.
    """,
)
def income_is_possible(report: Report, norms: tuple[IncomeNorm, ...] = INCOME_NORMS) -> Iterator[Judgement]:
    """The income of a person lies between what was usual at the time; in another unit it lies far outside.

    Wrong: an income of 62.000 đồng a person and year.
    Right: an income of 62.000.000 đồng a person and year.
    """
    income, time = report.economy.income_per_person, report.economy.as_of
    day = (time and time.last_day) or judged_on(report)
    norm = next((norm for norm in norms if norm.basis.holds_on(day)), None)
    if income is None or norm is None:
        return
    of_a_month = 12 if income.unit and income.unit.endswith("/month") else 1
    low, high = Fraction(norm.least, of_a_month), Fraction(norm.greatest, of_a_month)
    for judgement in _INCOME.judge(report, low=low, high=high):
        yield attrs.evolve(judgement, basis=norm.basis) if isinstance(judgement, Breach) else judgement


@rule(
    "UNI013",
    Severity.WARNING,
    level=1,
    claims=_TAKING_PART,
    title="Số hộ tham gia, được biểu dương cần không nhiều hơn tổng số hộ",
    message="Báo cáo ghi {stated} hộ; tổng số hộ là {other}",
    reason="""
        Hộ tham gia tổ tự quản, mô hình hoặc được biểu dương trong một năm là hộ của địa bàn, nên không nhiều
        hơn tổng số hộ.

        Sai: 1.200 hộ tham gia mô hình, địa bàn có 946 hộ.
        Đúng: 120 hộ tham gia mô hình, địa bàn có 946 hộ.
    """,
)
def households_taking_part_are_among_all(report: Report) -> Iterator[Judgement]:
    """Households in a self-management group or a model, or commended in a year, are among those there are.

    Wrong: 1.200 households in a model, 946 households in all.
    Right: 120 households in a model, 946 households in all.
    """
    return _TAKING_PART.judge(report)


@rule(
    "UNI014",
    Severity.ERROR,
    level=1,
    basis=_TWO_TIERS_LAW,
    by_day=False,
    title="Số liệu từ ngày 01/7/2025 không được ghi cấp huyện",
    message="Số liệu từ ngày {day} ghi cấp huyện; cấp huyện kết thúc từ ngày 01/7/2025",
    reason="""
        Cấp huyện chỉ có đến hết ngày 30/6/2025, nên quỹ cấp huyện không chuyển tiền, Mặt trận cấp huyện không
        giám sát, phản biện, đối thoại trong thời gian sau đó. Chỉ đối chiếu quỹ có kỳ bắt đầu từ ngày
        01/7/2025 và các cuộc có ngày.

        Sai: Quỹ 6 tháng cuối năm 2025 nhận tiền của quỹ cấp huyện.
        Đúng: Quỹ 6 tháng cuối năm 2025 nhận tiền của quỹ cấp tỉnh.
    """,
)
def levels_exist_at_their_time(report: Report) -> Iterator[Judgement]:
    """There are no districts from 1 July 2025 on, so nothing comes from them or is held by them.

    Judged are the ledgers whose period begins on that day or later, and the records by their days.

    Wrong: a fund of the second half of 2025 received money from the district's.
    Right: a fund of the second half of 2025 received money from the province's.
    """
    for path, day, level in _levels(report):
        if level is Tier.DISTRICT:
            yield Breach(path=path, args={"day": day}, actual=level)
        else:
            yield PASSED


def _levels(report: Report) -> Iterator[tuple[str, dt.date, Tier]]:
    """Return the levels that are named for a time in which there are no districts."""
    for number, ledger in enumerate(report.funds.ledgers):
        first = ledger.period and ledger.period.first_day
        if first and first >= TWO_TIERS:
            for place, transfer in enumerate(ledger.transfers):
                yield f"funds.ledgers.{number}.transfers.{place}.from_tier", first, transfer.from_tier
    day = day_of(report)
    if day is None or day < TWO_TIERS:
        return
    for name in ("supervisions", "criticisms", "feedback", "dialogues", "voter_meetings"):
        for number, record in enumerate(getattr(report.supervision, name)):
            if record.tier is not None and record.date is not None and record.date >= TWO_TIERS:
                yield f"supervision.{name}.{number}.tier", record.date, record.tier


def _by_code(batch: Batch) -> dict[str, list[Unit]]:
    found = defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        if unit.code is not None:
            found[unit.code].append(unit)
    return found


@rule(
    "UNI001",
    Severity.ERROR,
    level=4,
    basis=CATALOGUE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Đơn vị phải có trong danh mục đơn vị",
    message="Không có {unit} trong danh mục đơn vị ngày {day}",
    reason="""
        Đơn vị báo cáo phải có trong danh mục đơn vị vào thời điểm số liệu, theo mã hoặc theo tên.

        Sai: Báo cáo tháng 12/2025 của xã Hồng Trung, xã chỉ có đến năm 2019.
        Đúng: Báo cáo tháng 12/2018 của xã này.
    """,
)
def the_unit_is_in_the_catalogue(batch: Batch) -> Iterator[Judgement]:
    """A report is on a unit that the catalogue knows, by its code or by its name, on the day of the figures.

    Residential areas and organisations are in no catalogue and are not judged.

    Wrong: a report of 12/2025 on the commune Hồng Trung, which ended in 2019.
    Right: a report of 12/2018 on it.
    """
    if not batch.units:
        return
    codes, names = _by_code(batch), defaultdict[str, list[Unit]](list)
    for unit in batch.units:
        names[fold(unit.full_name)].append(unit)
    for place, report in enumerate(batch.digests):
        if report.unit.tier is Tier.BASE:
            continue
        code, day = report.unit.code, report.day
        known = names.get(report.name, []) if code is None else codes.get(code, [])
        if day is None:
            yield Unverifiable("as_of")
        elif any(unit.exists_on(day) for unit in known):
            yield PASSED
        else:
            name = report.unit.full_name if code is None else f"{report.unit.full_name} ({code})"
            path = "unit.name" if code is None else "unit.code"
            yield Breach(path=path, report=place, args={"unit": name, "day": day})


@rule(
    "UNI004",
    Severity.ERROR,
    level=4,
    basis=CATALOGUE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Mã đơn vị phải chỉ đúng đơn vị vào thời điểm báo cáo",
    message="Ngày {day}, mã {code} là của {known}; báo cáo ghi {unit}",
    reason="""
        Mã được dùng lại thì vào thời điểm khác là mã của đơn vị khác; tên đơn vị và thời điểm báo cáo cho
        biết là đơn vị nào.

        Sai: Mã 26740, số liệu tháng 12/2025, tên ghi là tên phường trước đây mang mã này.
        Đúng: Mã 26740, số liệu tháng 12/2024, tên ghi là tên phường đó.
    """,
)
def the_code_means_the_unit(batch: Batch) -> Iterator[Judgement]:
    """A reused code means another unit on another day: the name and the day of a report show which.

    Wrong: code 26740, figures of 12/2025, and the name of the ward that had this code before.
    Right: code 26740, figures of 12/2024, and that name.
    """
    codes = _by_code(batch)
    for place, report in enumerate(batch.digests):
        code, day = report.unit.code, report.day
        known = codes.get(code, []) if code is not None else []
        if not known:
            continue
        meant = [unit for unit in known if day is not None and unit.exists_on(day)]
        if len(meant) != 1 or code is None or day is None:
            yield Unverifiable("as_of")
        elif fold(meant[0].full_name) == report.name:
            yield PASSED
        else:
            names = {"known": meant[0].full_name, "unit": report.unit.full_name}
            yield Breach(path="unit.code", report=place, args={"code": code, "day": day, **names})
