"""ORG: the boards of the people in a commune, and how many they are."""

from collections.abc import Iterator
from typing import Final

from mttq.forms import ImplementationAppendix
from mttq.report import Report
from mttq.rules._judgements import PASSED, Breach, Evidence, Judgement, Term, Unverifiable
from mttq.rules._norms import BOARD_NORMS, BoardNorm, BoardOf
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import judged_on
from mttq.values import Pair, Quantity, Tier
from mttq.wording import Phrase

__all__ = ["boards_have_the_people_that_the_law_asks_for"]

_CADRES: Final = "kl62-pl1.cadres"
_ELECTED: Final = "organisation.peoples_inspection.elected"


@rule("ORG010", Severity.WARNING, level=1, basis=tuple(norm.basis for norm in BOARD_NORMS), by_day=False)
def boards_have_the_people_that_the_law_asks_for(
    report: Report, norms: tuple[BoardNorm, ...] = BOARD_NORMS
) -> Iterator[Judgement]:
    """The grassroots boards are neither too small to work nor larger than the law has them.

    Judged by the norms that hold on the day of the figures; where two do, either will serve.  From five
    villages on the law sets a lower bound only.  An inspection board that was elected before 15/8/2023 sits
    on under the norm of its election (Nghị định 59/2023/NĐ-CP, Điều 29); if that day is not reported, nothing
    is said of a board of that size until the end of 2025.

    A commune has one People's Inspection Board, so a single figure above 1 in its line is the number of
    members; a single figure in the line of the Community Investment Supervision Boards, of which there is one
    for each project, may be either.

    Wrong: 6 villages, and 4 members of the People's Inspection Board, in 2024.
    Right: 6 villages, and 6 members of the People's Inspection Board, in 2024.
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
            yield _not_as_asked(people, norm.asks(boards, villages), path, norm)


_SOME_OF_THEM: Final = {
    BoardOf.INVESTMENT_REPRESENTATIVES: "representatives",
    BoardOf.INVESTMENT_VICE_HEADS: "vice_heads",
}


def _boards(report: Report) -> Iterator[tuple[BoardOf, int | None, int | None, str, str]]:
    """Give what is said of the boards: whom it counts, how many boards, how many people, and both places."""
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
    """Give boards and people of a cell; a single figure is the people where there can be one board only."""
    if isinstance(cell, Pair):
        return cell.first, cell.second
    if not cell:
        return cell, cell
    return (1 if only_one and cell > 1 else None), cell


def _not_as_asked(people: int, asked: Quantity, path: str, norm: BoardNorm) -> Breach:
    low = asked.low is not None and people < asked.low
    bound = asked.low if low else asked.high
    relation = "=" if asked.low == asked.high else "≥" if low else "≤"
    return Breach(
        path=path,
        basis=norm.basis,
        args={
            "people": people,
            "board": Phrase(norm.board.value),
            "basis": Phrase(str(norm.basis)),
            "norm": asked,
        },
        evidence=Evidence((Term(norm.board.value, people, path),), relation, (Term("quy định", bound or 0),)),
        expected=asked,
        actual=people,
    )
