"""ORG: the Front Committee, its boards, and its cadres."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from mttq.forms import TIER_COLUMNS, ImplementationAppendix, label_of
from mttq.report import Report
from mttq.rules._data.norms import (
    BOARD_NORMS,
    CHARTER,
    COMMITTEE_NORMS,
    ELECTION_DAY,
    ELECTIONS,
    BoardNorm,
    BoardOf,
    CommitteeNorm,
)
from mttq.rules._kit.bases import FORM, PRACTICE
from mttq.rules._kit.cells import amount
from mttq.rules._kit.claims import claim
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.relations import Relation, compare
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import areas_of, judged_on
from mttq.rules._kit.statements import naming
from mttq.values import Pair, Quantity, Tier
from mttq.wording import Phrase

__all__ = [
    "boards_have_the_people_that_the_law_asks_for",
    "brackets_list_no_more_than_their_item",
    "branch_heads_are_four_in_each_village",
    "cadres_are_all_classified",
    "committee_is_the_sum_of_its_groups",
    "committee_size_is_in_the_norm",
    "consultations_are_held_in_time",
    "elections_are_held_on_sundays",
    "trained_cadres_are_among_all",
    "working_board_heads_are_no_more_than_villages",
]

_CADRES: Final = "kl62-pl1.cadres"
_COMMITTEE: Final = claim("total_of", "organisation.committee.members")
_BRACKETS: Final = claim(
    "total_of", "organisation.committee.composition.*.members", "organisation.standing_board.members"
)
_HEADS: Final = claim("at_most", "organisation.committee.composition.*.members")
_CLASSIFIED: Final = claim("total_of", "organisation.cadres.full_time")
_WITH_THEORY: Final = claim("at_least", "organisation.cadres.full_time")
_TRAINED: Final = claim("at_most", "kl62-pl1.cadres.trained.*")
_ALLOWANCES: Final = "kl62-pl1.allowances.branch_heads"


@rule(
    "ORG001",
    Severity.ERROR,
    level=1,
    claims=_COMMITTEE,
    title="Tổng số vị Ủy ban phải bằng tổng các thành phần",
    message="Báo cáo ghi {stated} vị; cộng các thành phần được {other} vị",
    reason="""
        Mỗi vị của Ủy ban thuộc đúng một thành phần, nên cộng các thành phần phải bằng tổng số vị.

        Sai: 49 vị: 5 + 20 + 5 + 15 + 1.
        Đúng: 46 vị: 5 + 20 + 5 + 15 + 1.
    """,
)
def committee_is_the_sum_of_its_groups(report: Report) -> Iterator[Judgement]:
    """Each member of the Committee comes from exactly one group, so the groups add up to the Committee.

    Wrong: 49 members: 5 + 20 + 5 + 15 + 1.
    Right: 46 members: 5 + 20 + 5 + 15 + 1.
    """
    return _COMMITTEE.judge(report)


@rule(
    "ORG002",
    Severity.ERROR,
    level=1,
    claims=_BRACKETS,
    title="Số vị liệt kê trong ngoặc không được nhiều hơn số vị của thành phần",
    message="Thành phần này ghi {stated} vị; trong ngoặc liệt kê {other} vị",
    reason="""
        Số vị liệt kê trong ngoặc là một phần của số vị ghi trước đó nên không được nhiều hơn. Trong ngoặc
        liệt kê ít hơn thì chưa đủ số liệu để đối chiếu, vì có thể chưa liệt kê hết.

        Sai: “01 vị (01 chủ tịch, 01 phó chủ tịch)”.
        Đúng: “02 vị (01 chủ tịch, 01 phó chủ tịch)”.
    """,
)
def brackets_list_no_more_than_their_item(report: Report) -> Iterator[Judgement]:
    """The figures in brackets after a number of members are part of it.

    Brackets that list fewer may leave out others, so they prove nothing.

    Wrong: "01 vị (01 chủ tịch, 01 phó chủ tịch)".
    Right: "02 vị (01 chủ tịch, 01 phó chủ tịch)".
    """
    return _BRACKETS.judge(report)


def _known(block: attrs.AttrsInstance, names: Iterable[str]) -> dict[str, int]:
    """Return the figures of a block that are not blank, by their attributes."""
    return {name: number for name in names if (number := amount(getattr(block, name))) is not None}


def _terms(block: attrs.AttrsInstance, known: dict[str, int], place: str) -> tuple[Term, ...]:
    return tuple(
        Term(label_of(type(block), name), number, f"{place}.{name}") for name, number in known.items()
    )


def _names_in(block: type[attrs.AttrsInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(block))


@rule(
    "ORG003",
    Severity.INFO,
    level=1,
    basis=tuple(norm.basis for norm in COMMITTEE_NORMS),
    by_day=False,
    title="Số vị Ủy ban nên nằm trong khung hướng dẫn",
    message="Báo cáo ghi {members} vị; khung hướng dẫn từ {least} đến {greatest} vị",
    reason="""
        Hướng dẫn của mỗi nhiệm kỳ nêu khung số vị của Ủy ban, không quá ít và không quá đông. Đối chiếu theo
        khung có hiệu lực vào thời điểm số liệu; bộ quy tắc có thể đặt khung riêng của tỉnh.

        Sai: Ủy ban cấp xã có 120 vị, năm 2024.
        Đúng: Ủy ban cấp xã có 49 vị, năm 2024.
    """,
)
def committee_size_is_in_the_norm(
    report: Report, norms: tuple[CommitteeNorm, ...] = COMMITTEE_NORMS
) -> Iterator[Judgement]:
    """A Committee is neither a handful of people nor an assembly: the guidance for each term names bounds.

    Checked against the norm in force on the day of the figures; a profile may set the norms of its province.
    A notice, since the bounds are known from the papers of one place.

    Wrong: a commune's Committee of 120 members in 2024.
    Right: a commune's Committee of 49 members in 2024.
    """
    day, members = judged_on(report), report.organisation.committee.members
    own = (norm for norm in norms if norm.tier is report.unit.tier and norm.basis.holds_on(day))
    norm = next(own, None)
    if norm is None or members is None:
        return
    if norm.least <= members <= norm.greatest:
        yield PASSED
        return
    size = Term("số vị", members, "organisation.committee.members")
    low, high = Term("ít nhất", norm.least), Term("nhiều nhất", norm.greatest)
    args: dict[str, Any] = {"members": members, "least": norm.least, "greatest": norm.greatest}
    if members < norm.least:
        yield compare(size, "≥", low, basis=norm.basis, **args)
    else:
        yield compare(size, "≤", high, basis=norm.basis, **args)


@rule(
    "ORG005",
    Severity.WARNING,
    level=1,
    basis=CHARTER,
    claims=_HEADS,
    title="Số Trưởng Ban công tác Mặt trận cần bằng số thôn, tổ dân phố",
    message="Báo cáo ghi {stated} Trưởng Ban công tác Mặt trận; {areas} là {other}",
    reason="""
        Mỗi thôn, tổ dân phố có một Ban công tác Mặt trận, Trưởng ban tham gia Ủy ban MTTQ cấp xã. Đây là cảnh
        báo vì luật chỉ quy định có các ban; việc mỗi Trưởng ban tham gia Ủy ban là theo Điều lệ, qua nguồn
        thứ cấp.

        Sai: 5 thôn, 7 Trưởng Ban công tác Mặt trận.
        Đúng: 5 thôn, 5 Trưởng Ban công tác Mặt trận.
    """,
)
def working_board_heads_are_no_more_than_villages(report: Report) -> Iterator[Judgement]:
    """Each village has one Front Working Board, and its head may sit on the commune's Committee.

    Fewer heads are in order: the law asks for the boards, not for a seat of each head, and since the communes
    were merged in 2025 many have more villages than seats.

    Wrong: 5 villages, 7 heads of boards.
    Right: 5 villages, 5 heads of boards.
    """
    return naming(_HEADS.judge(report), lambda _: {"areas": areas_of(report)})


@rule(
    "ORG007",
    Severity.WARNING,
    level=1,
    basis=FORM,
    claims=(_CLASSIFIED, _WITH_THEORY),
    title="Cán bộ chuyên trách cần được phân loại đủ theo trình độ",
    message="Tổng số cán bộ chuyên trách là {stated}; cộng theo trình độ được {other}",
    reason="""
        Mỗi cán bộ chuyên trách có một trình độ chuyên môn và một trình độ lý luận chính trị, nên cộng các
        trình độ cần bằng tổng số cán bộ.

        Sai: 5 cán bộ, đại học 3, các dòng khác để trống.
        Đúng: 5 cán bộ: 0 + 3 + 2.
    """,
)
def cadres_are_all_classified(report: Report) -> Iterator[Judgement]:
    """Every full-time cadre has one level of education and one of political theory.

    Wrong: 5 cadres, 3 of them with a university degree, the other lines blank.
    Right: 5 cadres: 0 + 3 + 2.
    """
    yield from _CLASSIFIED.judge(report)
    yield from _WITH_THEORY.judge(report)
    appendix, tier = report.appendix(ImplementationAppendix), report.unit.tier
    if appendix is not None and tier in TIER_COLUMNS:
        cadres, total = appendix.cadres, getattr(appendix.cadres.full_time, tier)
        for block, name in ((cadres.education, "education"), (cadres.political_theory, "political_theory")):
            yield from _classified(total, getattr(block, tier), f"full_time.{tier}", f"{name}.{tier}")


def _classified(
    total: int | None, levels: attrs.AttrsInstance, total_path: str, place: str
) -> Iterator[Judgement]:
    known = _known(levels, _names_in(type(levels)))
    classified = sum(known.values())
    if total is None and not known:
        return
    if total is None:
        yield Unverifiable(f"{_CADRES}.{total_path}")
    elif not known:
        yield Unverifiable(f"{_CADRES}.{place}.{_names_in(type(levels))[0]}")
    elif classified == total:
        yield PASSED
    else:
        terms = _terms(levels, known, f"{_CADRES}.{place}")
        everyone = Term("chuyên trách", total, f"{_CADRES}.{total_path}")
        yield Breach(
            path=f"{_CADRES}.{place}",
            args={"stated": total, "other": classified},
            evidence=Evidence((everyone,), "=", terms),
            expected=total,
            actual=classified,
            related=(everyone.path, *(term.path for term in terms)),
        )


@rule(
    "ORG009",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    claims=_TRAINED,
    title="Số người được tập huấn cần không nhiều hơn số cán bộ",
    message="Báo cáo ghi {stated} người được tập huấn, có {other} cán bộ; nếu là lượt người, đề nghị ghi rõ",
    reason="""
        Người được tập huấn là cán bộ trong tổng số cán bộ chuyên trách; nhiều hơn tổng số thì có thể là lượt
        người.

        Sai: 5 cán bộ chuyên trách, 45 người được tập huấn.
        Đúng: 5 cán bộ chuyên trách, 5 người được tập huấn.
    """,
)
def trained_cadres_are_among_all(report: Report) -> Iterator[Judgement]:
    """Persons who were trained are among the cadres; more of them are attendances (lượt người).

    Wrong: 45 of 5 full-time cadres were trained.
    Right: 5 of 5 full-time cadres were trained.
    """
    return _TRAINED.judge(report)


@rule(
    "ORG011",
    Severity.INFO,
    level=1,
    basis=PRACTICE,
    judges_sums=False,
    title="Mỗi thôn, tổ dân phố nên có đủ Chi hội trưởng và Bí thư Chi đoàn",
    message=(
        "Báo cáo ghi {heads} Chi hội trưởng, Bí thư Chi đoàn; {areas} là {villages}, mỗi nơi "
        "{organisations} tổ chức"
    ),
    reason="""
        Mỗi thôn có chi hội cựu chiến binh, phụ nữ, nông dân và chi đoàn thanh niên, mỗi tổ chức có một người
        đứng đầu. Dòng ở Phụ lục 1 hỏi số xã; xã ghi nhiều hơn 1 ở dòng này là đã đếm số người, số đó cũng
        được đối chiếu, còn dòng đếm gì do quy tắc APP008 đối chiếu.

        Sai: 5 thôn, 18 Chi hội trưởng, Bí thư Chi đoàn.
        Đúng: 5 thôn, 20 Chi hội trưởng, Bí thư Chi đoàn.
    """,
)
def branch_heads_are_four_in_each_village(report: Report, organisations: int = 4) -> Iterator[Judgement]:
    """A village has branches of the veterans, the women, the farmers and the youth, each with one head.

    The heads are those of the organisation (`Organisation.branch_heads`).  The line of Phụ lục 1 asks for
    communes; a commune that writes more than one there counted the heads, which are checked too, while APP008
    asks what the line counts.

    Wrong: 5 villages, 18 heads of branches.
    Right: 5 villages, 20 heads of branches.
    """
    villages = report.population.villages
    if report.unit.tier is not Tier.COMMUNE:
        return
    for heads, path, blank in _branch_heads(report):
        if villages is None:
            yield Unverifiable("population.villages")
        elif blank and heads < villages * organisations:
            yield Unverifiable(blank)
        else:
            left = Term("chi hội trưởng, bí thư chi đoàn", heads, path)
            right = Term("số thôn × số tổ chức", villages * organisations, "population.villages")
            yield compare(
                left,
                "=",
                right,
                heads=heads,
                villages=villages,
                areas=areas_of(report),
                organisations=organisations,
            )


def _branch_heads(report: Report) -> Iterator[tuple[int, str, str]]:
    """Return the heads that the report counts, in its own figure and where the form asks for communes.

    Beside them stand their place, and that of a part that is blank: there may be more of them.
    """
    if report.organisation.branch_heads is not None:
        yield report.organisation.branch_heads, "organisation.branch_heads", ""
    appendix = report.appendix(ImplementationAppendix)
    if appendix is not None:
        block = appendix.allowances.branch_heads
        names = ("at_norm", "above_norm", "below_norm", "not_received")
        parts = {name: getattr(block, name) for name in names}
        name, heads, blank = "total", block.total, ""
        if heads is None:
            name, heads = "at_norm", sum(part or 0 for part in parts.values())
            blank = next((f"{_ALLOWANCES}.{part}" for part in names if parts[part] is None), "")
        if heads > 1:
            yield heads, f"{_ALLOWANCES}.{name}", blank


_CONSULTATIONS: Final = claim(
    "deadline",
    "elections.*.first_consultation",
    "elections.*.second_consultation",
    "elections.*.third_consultation",
)


@rule(
    "ORG012",
    Severity.WARNING,
    level=1,
    basis=ELECTIONS,
    by_day=False,
    claims=_CONSULTATIONS,
    title="Hội nghị hiệp thương bầu cử cần tổ chức đúng thời hạn",
    message=(
        "Hiệp thương ngày {stated}, bầu cử ngày {event}; theo quy định cách nhau ít nhất {days} ngày, tức là "
        "chậm nhất ngày {other}"
    ),
    reason="""
        Hội nghị hiệp thương lần thứ nhất, thứ hai, thứ ba được tổ chức chậm nhất 95, 40, 23 ngày trước ngày
        bầu cử, đối với các cuộc bầu cử từ ngày 01/7/2025.

        Sai: Bầu cử ngày 15/3/2026, hiệp thương lần thứ nhất ngày 20/12/2025.
        Đúng: Bầu cử ngày 15/3/2026, hiệp thương lần thứ nhất ngày 05/12/2025.
    """,
)
def consultations_are_held_in_time(report: Report) -> Iterator[Judgement]:
    """The Front holds three consultations, 95, 40 and 23 days before an election at the latest.

    This is judged of elections from 1 July 2025 on.

    Wrong: election on 15 March 2026, first consultation on 20 December 2025.
    Right: election on 15 March 2026, first consultation on 5 December 2025.
    """
    return _CONSULTATIONS.judge(report)


@rule(
    "ORG013",
    Severity.WARNING,
    level=1,
    basis=ELECTION_DAY,
    title="Ngày bầu cử cần là Chủ nhật",
    message="Báo cáo ghi bầu cử ngày {stated}, không phải Chủ nhật",
    reason="""
        Ngày bầu cử, ngày bầu cử bổ sung đại biểu Quốc hội, đại biểu Hội đồng nhân dân phải là ngày Chủ nhật.

        Sai: Bầu cử ngày 15/5/2026 (thứ Sáu).
        Đúng: Bầu cử ngày 15/3/2026 (Chủ nhật).
    """,
)
def elections_are_held_on_sundays(report: Report) -> Iterator[Judgement]:
    """An election is held on a Sunday, also one in which a seat is filled again.

    Wrong: election on 15 May 2026, a Friday.
    Right: election on 15 March 2026, a Sunday.
    """
    for number, election in enumerate(report.elections):
        day = election.day
        if day is not None:
            path = f"elections.{number}.day"
            yield (
                PASSED if day.isoweekday() == _SUNDAY else Breach(path=path, args={"stated": day}, actual=day)
            )


_SUNDAY: Final = 7
_ELECTED: Final = "organisation.peoples_inspection.elected"


@rule(
    "ORG010",
    Severity.WARNING,
    level=1,
    basis=tuple(norm.basis for norm in BOARD_NORMS),
    by_day=False,
    title="Các ban ở cơ sở cần có số thành viên theo quy định",
    message="Số {board} là {people}; theo {basis} là {norm}",
    reason="""
        Các ban ở cơ sở cần có số thành viên theo quy định có hiệu lực vào thời điểm số liệu; hai quy định
        cùng có hiệu lực thì theo quy định nào cũng được, từ 5 thôn trở lên luật chỉ quy định số ít nhất. Ban
        Thanh tra nhân dân được bầu trước ngày 15/8/2023 tiếp tục theo quy định lúc bầu (Điều 29 Nghị định số
        59/2023/NĐ-CP); nếu không ghi ngày bầu thì ban có số thành viên như vậy không bị nêu cho đến hết năm
        2025. Mỗi xã có một Ban Thanh tra nhân dân, nên một số lớn hơn 1 ở dòng này là số thành viên; ở dòng
        Ban Giám sát đầu tư của cộng đồng (mỗi dự án một ban), một số có thể là số ban hoặc số thành viên.

        Sai: Xã có 6 thôn, Ban Thanh tra nhân dân có 4 thành viên, năm 2024.
        Đúng: Xã có 6 thôn, Ban Thanh tra nhân dân có 6 thành viên, năm 2024.

        Cách xử lý: (1) Xem số đã ghi là số ban hay số thành viên; ghi đủ dạng “số ban/số thành viên”. (2) Nếu
        đúng là thiếu hoặc thừa thành viên, nêu lý do và thời gian kiện toàn.
    """,
)
def boards_have_the_people_that_the_law_asks_for(
    report: Report, norms: tuple[BoardNorm, ...] = BOARD_NORMS
) -> Iterator[Judgement]:
    """The law sets the number of members; another one is often a count of boards, or a board not complete.

    The norms in force on the day of the figures are used; where there are two, either is enough.  From five
    villages upwards the law sets only a lower limit.  An inspection board elected before 15 August 2023
    remains under the norm of its election (Nghị định 59/2023/NĐ-CP, Article 29); if the day of election is
    not reported, a board of that size is not questioned until the end of 2025.

    A commune has one People's Inspection Board, so a single figure above 1 in its line is the number of
    members; a single figure in the line of the Community Investment Supervision Boards, of which there is one
    for each project, may be either.

    Wrong: 6 villages, and 4 members of the People's Inspection Board, in 2024.
    Right: 6 villages, and 6 members of the People's Inspection Board, in 2024.

    What to do: (1) See whether the figure counts boards or members; write “boards/members”.  (2) If there
    really are too few or too many members, explain and say when that will be settled.
    """
    day, villages = judged_on(report), report.population.villages
    since = report.organisation.peoples_inspection.elected
    for board, boards, people, path, boards_path in _boards(report):
        of_board = [norm for norm in norms if norm.board is board]
        holding = [norm for norm in of_board if norm.basis.holds_on(day)]
        if not holding or people is boards is None or people == boards == 0:
            continue
        if people is None or not boards:  # no board has no members
            yield Unverifiable(path if people is None else boards_path)
            continue
        admitting = [norm for norm in holding if norm.admits(people, boards, villages)]
        elected = [norm.may_have_elected(people, boards, villages, since, day) for norm in of_board]
        if admitting and villages is None and all(norm.by_villages for norm in admitting):
            yield Unverifiable("population.villages")
        elif admitting or True in elected:
            yield PASSED
        elif None in elected:
            yield Unverifiable(_ELECTED)
        else:
            norm = holding[-1]
            turned = path == boards_path and people < boards and norm.admits(boards, people, villages)
            suggested = (_turned(path, boards, people),) if turned else ()
            yield _not_as_asked(people, norm.asks(boards, villages), path, norm, suggested)


_SOME_OF_THEM: Final = {
    BoardOf.INVESTMENT_REPRESENTATIVES: "representatives",
    BoardOf.INVESTMENT_VICE_HEADS: "vice_heads",
}


def _boards(report: Report) -> Iterator[tuple[BoardOf, int | None, int | None, str, str]]:
    """Return what is said of the boards: whom it counts, how many boards and people, and both places."""
    record, place = report.organisation.peoples_inspection, "organisation.peoples_inspection"
    known = (record.members, record.vice_heads) != (None, None)
    one = 1 if known and report.unit.tier is Tier.COMMUNE else None
    boards, path = one if record.boards is None else record.boards, f"{place}.boards"
    yield BoardOf.INSPECTION, boards, record.members, f"{place}.members", path
    if record.vice_heads is not None:
        yield BoardOf.INSPECTION_VICE_HEADS, boards, record.vice_heads, f"{place}.vice_heads", path
    for n, item in enumerate(report.organisation.investment_supervision):
        place = f"organisation.investment_supervision.{n}"
        boards = 1 if item.boards is None else item.boards
        yield BoardOf.INVESTMENT, boards, item.members, f"{place}.members", f"{place}.boards"
        for of, name in _SOME_OF_THEM.items():
            if getattr(item, name) is not None:
                yield of, boards, getattr(item, name), f"{place}.{name}", f"{place}.boards"
    appendix = report.appendix(ImplementationAppendix)
    if appendix is not None:
        rows = {BoardOf.INSPECTION: "peoples_inspection", BoardOf.INVESTMENT: "investment_supervision"}
        for board, name in rows.items():
            cell, path = getattr(appendix.cadres, name), f"{_CADRES}.{name}"
            only_one = board is BoardOf.INSPECTION and report.unit.tier is Tier.COMMUNE
            boards, people = _split(cell, only_one=only_one)
            yield board, boards, people, path, path


def _split(cell: Pair | int | None, *, only_one: bool) -> tuple[int | None, int | None]:
    """Return boards and people of a cell; a single figure is the people where there can be one board only."""
    if isinstance(cell, Pair):
        return cell.first, cell.second
    if not cell:
        return cell, cell
    return (1 if only_one and cell > 1 else None), cell


def _not_as_asked(
    people: int, asked: Quantity, path: str, norm: BoardNorm, suggested: tuple[Suggestion, ...]
) -> Breach:
    low = asked.low is not None and people < asked.low
    bound = asked.low if low else asked.high
    relation: Relation = "=" if asked.low == asked.high else "≥" if low else "≤"
    return Breach(
        path=path,
        basis=norm.basis,
        args={
            "people": people,
            "board": Phrase(norm.board.value),
            "basis": norm.basis,
            "norm": asked,
        },
        evidence=Evidence((Term(norm.board.value, people, path),), relation, (Term("quy định", bound or 0),)),
        expected=asked,
        actual=people,
        suggestions=suggested,
    )


def _turned(path: str, boards: int, people: int) -> Suggestion:
    """Suggest to read 11/2 as 2/11: two boards with eleven members."""
    return Suggestion(path=path, old=Pair(boards, people), new=Pair(people, boards), reason="ghi đảo hai số")
