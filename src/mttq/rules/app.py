"""APP: the appendices as forms: what each line asks for, what it holds, and the records behind it."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import attrs

from mttq._declared.relations import Shape
from mttq.forms import (
    Cell,
    Form,
    ImplementationAppendix,
    Kind,
    form_with,
)
from mttq.forms.kl62_pl1_tally import tally_commended, tally_conferences, tally_investment_boards
from mttq.model import Conference
from mttq.report import Report
from mttq.rules._kit.amounts import CUT
from mttq.rules._kit.bands import USUAL
from mttq.rules._kit.bases import FORM, Confidence
from mttq.rules._kit.cells import HALVES, absent_cells, amount, figures, filled, units_there_are
from mttq.rules._kit.claims import is_claimed, judge_cuts, judge_unclaimed, unclaimed
from mttq.rules._kit.compiled import relations_of
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.places import Bound, Operand, Values, readings_of
from mttq.rules._kit.relations import compare, holds
from mttq.rules._kit.repeated import entered_twice
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import span_of
from mttq.rules._kit.told import told_blanks
from mttq.values import Pair, Tier
from mttq.wording import Phrase

__all__ = [
    "appendices_that_are_named_are_there",
    "blank_totals_are_proposed",
    "blanks_are_told_from_zeros",
    "categories_of_a_line_are_told_apart",
    "days_follow_each_other",
    "figures_fit_what_they_are_counted_for",
    "figures_lie_within_their_bounds",
    "figures_that_belong_together_are_reported_together",
    "figures_that_others_tell_are_given",
    "hedged_figures_agree_as_they_are_written",
    "levels_above_the_reporter_are_left_blank",
    "lines_are_filled_in_their_time",
    "one_fact_has_one_figure",
    "parts_are_no_more_than_the_whole",
    "recorded_events_are_in_the_appendix",
    "records_are_entered_once",
    "slashed_lines_hold_both_figures",
    "totals_are_the_sums_of_their_parts",
    "units_counted_are_no_more_than_there_are",
    "zero_is_spelled_one_way",
]

_FIGURES: Final = (Kind.COUNT, Kind.MONEY, Kind.PAIR, Kind.TRIPLE)
_HABIT: Final = attrs.evolve(FORM, confidence=Confidence.SECONDARY)


@cache
def _cells_of_kind(form: Form, kind: Kind) -> tuple[Cell, ...]:
    return tuple(cell for cell in form.blank if cell.kind is kind)


@rule(
    "APP001",
    Severity.WARNING,
    level=0,
    basis=FORM,
    title="Dòng có hai số liệu cần ghi đủ cả hai",
    message="Dòng này gồm {parts}; báo cáo mới ghi một số: {value}",
    reason="""
        Dòng có nhãn nêu hai số liệu, như “tập thể/cá nhân”, thì ghi đủ cả hai. Ghi một số 0 được hiểu là cả
        hai đều không có.

        Sai: 150.
        Đúng: 40/110.
    """,
)
def slashed_lines_hold_both_figures(report: Report) -> Iterator[Judgement]:
    """A line whose label names two figures, "tập thể/cá nhân", holds both; a single 0 means none of either.

    SUP002 asks for the units that were supervised.

    Wrong: 150.
    Right: 40/110.
    """
    return _judge_parts(report, Kind.PAIR)


@rule(
    "APP009",
    Severity.WARNING,
    level=0,
    basis=FORM,
    title="Dòng gồm nhiều loại cần ghi riêng từng loại",
    message="Dòng này gồm {parts} nhưng chỉ ghi một số {value}; đề nghị ghi riêng từng loại",
    reason="""
        Dòng có nhãn gồm nhiều loại, như “Cao cấp, cử nhân - Trung cấp - Sơ cấp”, thì ghi riêng số của từng
        loại.

        Sai: 3.
        Đúng: 0 - 2 - 1.
    """,
)
def categories_of_a_line_are_told_apart(report: Report) -> Iterator[Judgement]:
    """A line that names several categories, "Cao cấp, cử nhân - Trung cấp - Sơ cấp", holds a figure of each.

    Wrong: 3.
    Right: 0 - 2 - 1.
    """
    return _judge_parts(report, Kind.TRIPLE)


def _judge_parts(report: Report, kind: Kind) -> Iterator[Judgement]:
    for form, values in filled(report):
        for cell in _cells_of_kind(form, kind):
            value = values[cell.position]
            if is_claimed(cell.line, Shape.WHOLE):
                continue
            if isinstance(value, int) and value:
                asked = Phrase.joined("/", map(Phrase, cell.row.parts))
                yield Breach(path=cell.path, args={"parts": asked, "value": value}, actual=value)
            elif value is not None:
                yield PASSED


@rule(
    "APP002",
    Severity.WARNING,
    level=1,
    basis=FORM,
    title="Dòng tổng cần ghi khi các dòng thành phần đã có số",
    message="Dòng tổng còn để trống; các dòng thành phần đã ghi cộng được {sum}",
    reason="""
        Khi đã có số ở một trong các dòng thành phần thì dòng tổng cũng cần có số, vì người đọc và cấp trên
        khi tổng hợp đều dùng dòng tổng.

        Sai: Dòng tổng để trống, cấp xã 5.
        Đúng: Dòng tổng 5, cấp xã 5.
    """,
)
def blank_totals_are_proposed(report: Report) -> Iterator[Judgement]:
    """A total is given wherever some of its parts are, since readers and aggregation use it.

    Wrong: total blank, communes 5.
    Right: total 5, communes 5.
    """
    for place, bounds in relations_of(report).choose("totals of forms", _is_total_of_cells):
        ((_, values),) = readings_of(report, place)
        for bound in bounds:
            if type(values[bound.figure.position]) is int and type(values[bound.terms[0].position]) is int:
                yield PASSED  # most are such
                continue
            terms = [(term.minus, amount(value)) for term in bound.terms for value in _known(term, values)]
            known = [-number if minus else number for minus, number in terms if number is not None]
            path = bound.figure.path
            if not known:
                continue
            if values[bound.figure.position] is not None:
                yield PASSED
            else:
                yield Breach(
                    path=path,
                    args={"sum": sum(known)},
                    expected=sum(known),
                    suggestions=(Suggestion(path=path, old=None, new=sum(known)),),
                )


def _known(term: Operand, values: Values) -> list[object]:
    """Return what stands in a term of a sum: one figure, or that of each record of a register."""
    if term.items is None:
        return [values[term.position]]
    return [reading.value for reading in term.read(values, ())]


def _is_total_of_cells(bound: Bound) -> bool:
    relation = bound.relation
    return relation.shape is Shape.TOTAL_OF and bound.figure.is_total and not relation.is_open


@rule(
    "APP003",
    Severity.ERROR,
    level=1,
    claims=unclaimed(Shape.TOTAL_OF),
    title="Dòng tổng phải bằng tổng các dòng thành phần",
    message="Dòng tổng ghi {stated}; các dòng thành phần cộng được {other}",
    reason="""
        Dòng tổng là tổng của các dòng thành phần bên dưới. Người đọc dùng dòng tổng để tổng hợp, nên tổng sai
        làm sai số liệu của mọi cấp trên.

        Sai: Tổng số 6 thôn, trong đó 5 theo định mức, 0 trên định mức, 0 dưới định mức và 0 chưa được hưởng.
        Đúng: Tổng số 6 thôn, trong đó 5 theo định mức, 0 trên định mức, 1 dưới định mức và 0 chưa được hưởng.

        Cách xử lý: (1) Cộng lại các dòng thành phần. (2) So với báo cáo kỳ trước để biết số nào khác thường.
        (3) Sửa số sai; không sửa tổng chỉ để cho khớp.
    """,
)
def totals_are_the_sums_of_their_parts(report: Report) -> Iterator[Judgement]:
    """A total is the sum of the lines under it; a wrong one spoils the figures of every level above.

    Wrong: 6 villages, of which 5 at the norm, 0 above, 0 below and 0 without.
    Right: 6 villages, of which 5 at the norm, 0 above, 1 below and 0 without.

    What to do: (1) Add the lines up again.  (2) Compare with the previous report to see which figure is
    unusual.  (3) Correct the wrong figure; do not change the total just to make it fit.
    """
    return judge_unclaimed(report, Shape.TOTAL_OF)


@cache
def _cells_above(form: Form, own: Tier) -> tuple[tuple[Cell, Cell | None], ...]:
    """Find the cells of levels above the reporter's, each with the cell of its own level in the same line."""
    at = {cell.path: cell for cell in form.blank}
    above = (cell for cell in form.blank if cell.tier is not None and cell.tier.rank < own.rank)
    return tuple(
        (cell, at.get(".".join(own if name == cell.tier else name for name in cell.path.split("."))))
        for cell in above
    )


def _slipped(form: Form, values: Values, own: Tier) -> list[tuple[Cell, Cell | None]]:
    """Return the filled cells above the reporter's level, each with that of its own level."""
    filled_in = (pair for pair in _cells_above(form, own) if values[pair[0].position] is not None)
    return [(cell, twin) for cell, twin in filled_in if amount(values[cell.position])]


@rule(
    "APP004",
    Severity.ERROR,
    level=1,
    basis=FORM,
    title="Dòng, cột của cấp trên phải để trống",
    message=(
        "Số {value} ghi ở dòng hoặc cột của cấp trên; nếu là số của cấp mình, đề nghị chuyển về "
        "đúng dòng, cột"
    ),
    reason="""
        Đơn vị chỉ báo cáo số liệu của cấp mình và các cấp dưới; số nằm ở dòng, cột của cấp trên thường là
        ghi nhầm dòng, cột.

        Sai: Xã ghi 3 ở dòng “Cấp tỉnh”.
        Đúng: Xã ghi 3 ở dòng “Cấp xã và tương đương”.

        Cách xử lý: (1) Nếu là số của cấp mình, chuyển về đúng dòng, cột. (2) Nếu là số của cấp trên, bỏ khỏi
        báo cáo.
    """,
)
def levels_above_the_reporter_are_left_blank(report: Report) -> Iterator[Judgement]:
    """A unit reports on its own level and those below; a figure above is usually in the wrong line.

    Wrong: a commune writes 3 in "Cấp tỉnh".
    Right: a commune writes 3 in "Cấp xã và tương đương".

    What to do: (1) If it is the unit's own figure, move it to its line or column.  (2) If it belongs to the
    higher level, remove it.
    """
    for form, values in filled(report):
        own = report.unit.tier
        slipped = _slipped(form, values, own)
        if not slipped and _cells_above(form, own):
            yield PASSED
        for cell, twin in slipped:
            value = values[cell.position]
            moves: tuple[Suggestion, ...] = ()
            if twin is not None and values[twin.position] is None:
                moves = (
                    Suggestion(path=cell.path, old=value, new=None),
                    Suggestion(path=twin.path, old=None, new=value),
                )
            yield Breach(
                path=cell.path,
                args={"value": value},
                actual=value,
                related=(twin.path,) if twin else (),
                suggestions=moves,
            )


@rule(
    "APP006",
    Severity.INFO,
    level=1,
    basis=_HABIT,
    judges_sums=False,
    title="Ô không phát sinh nên ghi 0, không để trống",
    message=(
        "Có {blanks} ô để trống trong khi các ô khác ghi 0; đề nghị ghi 0 nếu không có, bổ sung "
        "số nếu chưa nhập"
    ),
    reason="""
        Trong phụ lục đã ghi số 0, ô để trống ở dòng thuộc cấp của đơn vị có thể là không có, chưa nhập
        hoặc không áp dụng, nên cấp trên không tổng hợp được. Dòng tổng để trống, dòng kết nạp mới và số ghi ở
        dòng của cấp khác do các quy tắc khác đối chiếu.

        Sai: Trên đại học để trống, đại học 3, dưới đại học để trống; các ô khác ghi 0.
        Đúng: Trên đại học 0, đại học 3, dưới đại học 2.

        Cách xử lý: (1) Không có thì ghi 0. (2) Chưa nhập thì bổ sung. (3) Nội dung không áp dụng thì để trống
        và nêu trong phần lời.
    """,
)
def blanks_are_told_from_zeros(report: Report) -> Iterator[Judgement]:
    """Where an appendix prints zeros, a blank in a line of the unit's own level cannot be added up.

    It may mean none, not filled in or not applicable.

    Reported once for each appendix, as a notice: offices leave blank what nobody asked for.  Other rules
    check blank totals, new members and figures entered for another level.

    Wrong: postgraduate blank, university 3, below blank, and zeros elsewhere.
    Right: postgraduate 0, university 3, below 2.

    What to do: (1) Enter 0 for none.  (2) Fill in what is missing.  (3) If it does not apply, leave it blank
    and say so in the narrative.
    """
    for form, values in filled(report):
        if not any(0 in figures(value) for value in values if value is not None):
            continue
        own = report.unit.tier
        moved = [twin for _, twin in _slipped(form, values, own)]
        cells = _own_cells(form, own, absent_cells(report, form))
        blanks = [
            cell.path
            for cell in cells
            if values[cell.position] is None and cell not in moved and not is_claimed(cell.line, Shape.NEEDED)
        ]
        if blanks:
            yield Breach(path=blanks[0], args={"blanks": len(blanks)}, related=tuple(blanks[1:]))
        else:
            yield PASSED


@cache
def _own_cells(form: Form, own: Tier, absent: frozenset[int]) -> tuple[Cell, ...]:
    """Return the cells of figures of a level, or of none, that the reporter has and that are no totals."""
    return tuple(
        cell
        for cell in form.blank
        if cell.tier in (None, own)
        and cell.kind in _FIGURES
        and not cell.row.asked
        and not any(relation.shape is Shape.TOTAL_OF for relation in cell.relations)
        and cell.position not in absent
    )


@rule(
    "APP007",
    Severity.INFO,
    level=0,
    basis=_HABIT,
    title="Số 0 nên ghi thống nhất một cách",
    message="Số 0 được ghi theo nhiều cách: {spellings}",
    reason="""
        Trong một phụ lục, số 0 nên ghi theo một cách để người đọc không phải tìm xem các cách ghi khác nhau ở
        điểm nào.

        Sai: 0, 00, 00, 0.
        Đúng: 0, 0, 0, 0.
    """,
)
def zero_is_spelled_one_way(report: Report) -> Iterator[Judgement]:
    """One appendix writes zero in one way, so that no reader looks for a difference.

    Wrong: 0, 00, 00, 0.
    Right: 0, 0, 0, 0.
    """
    printed = {item.path: item.text for item in report.printed}
    for form, values in filled(report):
        zeros = [cell.path for cell in form.blank if values[cell.position] == 0]
        spelled = [printed.get(path, "0") for path in zeros]
        if len(set(spelled)) > 1:
            odd = [path for path, text in zip(zeros, spelled, strict=True) if text != "0"]
            ways = tuple(sorted(set(spelled)))
            yield Breach(path=odd[0], args={"spellings": ways}, related=tuple(odd[1:]))
        elif zeros:
            yield PASSED


@cache
def _cells_of_unit(form: Form, unit: str) -> tuple[Cell, ...]:
    return tuple(cell for cell in form.blank if cell.unit == unit)


@rule(
    "APP008",
    Severity.WARNING,
    level=1,
    basis=FORM,
    judges_sums=False,
    title="Số đơn vị ghi trong dòng cần không vượt quá số đơn vị hiện có",
    message=(
        "Dòng này đếm số đơn vị; địa bàn có {most}, báo cáo ghi {value}; đề nghị kiểm tra có "
        "phải đã đếm số người"
    ),
    reason="""
        Dòng đếm số xã hoặc số thôn không thể vượt quá số xã, số thôn hiện có; nếu vượt thì dòng đó đã đếm nội
        dung khác.

        Sai: Một xã ghi 20 xã có chi phụ cấp chi hội trưởng (số đã đếm là số người).
        Đúng: Một xã ghi 1 xã.
    """,
)
def units_counted_are_no_more_than_there_are(report: Report) -> Iterator[Judgement]:
    """A line that counts communes or villages counts at most as many as there are.

    Wrong: one commune reports 20 communes that pay heads of branches (it counted the heads).
    Right: one commune reports 1.
    """
    for form, values in filled(report):
        for unit, most in units_there_are(report).items():
            for cell in _cells_of_unit(form, unit):
                value = amount(values[cell.position])
                if value is None:
                    continue
                if most is None:
                    yield Unverifiable("population.villages")
                elif value <= most:
                    yield PASSED
                else:
                    yield Breach(path=cell.path, args={"value": value, "most": most}, actual=value)


@rule(
    "APP011",
    Severity.ERROR,
    level=0,
    basis=FORM,
    title="Phải có đủ các phụ lục mà báo cáo nêu",
    message="Báo cáo nêu kỳ số liệu của {form} nhưng chưa kèm {form}",
    reason="""
        Phụ lục mà báo cáo nêu kỳ số liệu là một phần của báo cáo, nên phải có và phải có dòng đã ghi số. Phụ
        lục không kèm theo hoặc kèm theo mà không có số nào thì coi là thiếu; từng ô để trống do các quy tắc
        APP002 và APP006 đối chiếu.

        Sai: Báo cáo nêu “Phụ lục 2, số liệu từ 12/2013 đến 12/2023” nhưng không có Phụ lục 2.
        Đúng: Báo cáo nêu như vậy và có kèm Phụ lục 2.
    """,
)
def appendices_that_are_named_are_there(report: Report) -> Iterator[Judgement]:
    """An appendix whose period the report names is part of it, with lines that are filled in.

    All lines of a form stand in its class, and JSON cannot distinguish a deleted line from a blank one.  So
    no single line can be missing for certain: blanks are asked about by APP002 and APP006.  Only the whole
    form is certain to be missing, either left out or attached without a figure.

    Wrong: "Phụ lục 2, số liệu từ 12/2013 đến 12/2023", and no Phụ lục 2.
    Right: the same, and Phụ lục 2.
    """
    there = {form.code for form, values in filled(report) if any(value not in (None, ()) for value in values)}
    for number, item in enumerate(report.periods):
        if item.subject in there:
            yield PASSED
        elif (form := form_with(item.subject)) is not None:
            yield Breach(path=f"periods.{number}", args={"form": Phrase(form.name)})


_FORM_1: Final = "kl62-pl1"
_CONFERENCES: Final = "kl62-pl1.dissemination.conferences"


@rule(
    "APP012",
    Severity.WARNING,
    level=1,
    title="Việc đã nêu cụ thể cần được tính đủ vào phụ lục",
    message="Phụ lục ghi {reported}; cộng từng cuộc, từng đợt đã nêu được {recorded}",
    reason="""
        Số ở Phụ lục 1 không ít hơn số việc mà báo cáo đã nêu từng cuộc, từng đợt: hội nghị về văn bản được
        tổng kết (nội dung hội nghị có ghi số, ký hiệu văn bản), khen thưởng, Ban Giám sát đầu tư của cộng
        đồng. Đây là cảnh báo vì hai hồ sơ có thể nói về cùng một việc; phụ lục ghi nhiều hơn là bình thường
        vì phần lời chỉ nêu các việc chính.

        Sai: Phụ lục ghi 5 hội nghị; hồ sơ có 4 hội nghị năm 2022 và 3 hội nghị năm 2023.
        Đúng: Phụ lục ghi 7 hội nghị; hồ sơ có 4 hội nghị năm 2022 và 3 hội nghị năm 2023.
    """,
)
def recorded_events_are_in_the_appendix(report: Report) -> Iterator[Judgement]:
    """Phụ lục 1 counts at least what the report lists one by one: `mttq.forms.kl62_pl1_tally`.

    These are the conferences on the document under review (its symbol stands in their subject), the rewards,
    and the Community Investment Supervision Boards.  A warning, since two records may describe one event; an
    appendix may count more, since a text lists only the main ones.  MEM006 checks the members of the
    organisations.

    Wrong: 5 conferences in the appendix, 4 of 2022 and 3 of 2023 in the records.
    Right: 7 conferences in the appendix, 4 of 2022 and 3 of 2023 in the records.
    """
    appendix, period = report.appendix(ImplementationAppendix), span_of(report, _FORM_1)
    if appendix is None:
        return
    rewards, boards = report.campaigns.commendations, report.organisation.investment_supervision
    conferences = _on_the_reviewed(report)
    if (conferences or rewards) and period is None:
        yield Unverifiable("periods")
    elif period is not None:
        if conferences:
            counted, place = tally_conferences(conferences, period=period), "campaigns.conferences"
            for name in ("separate", "integrated"):
                said, path = getattr(appendix.dissemination.conferences, name), f"{_CONFERENCES}.{name}"
                yield from _at_least(said, getattr(counted, name), path, place)
        if rewards:
            commended, path = tally_commended(rewards, period=period), f"{_FORM_1}.movements.commended"
            yield from _at_least(appendix.movements.commended, commended, path, "campaigns.commendations")
    if boards:
        path, place = f"{_FORM_1}.cadres.investment_supervision", "organisation.investment_supervision"
        yield from _at_least(
            appendix.cadres.investment_supervision, tally_investment_boards(boards), path, place
        )


def _on_the_reviewed(report: Report) -> list[Conference]:
    symbol = report.reviewed.symbol if report.reviewed else None
    return [item for item in report.campaigns.conferences if symbol and symbol in item.subject]


def _at_least(
    said: Pair | int | None, counted: Pair | int | None, path: str, place: str
) -> Iterator[Judgement]:
    """Judge each half of a cell; a single figure for two does not say which half it means."""
    if said is None or counted is None:
        yield Unverifiable(path if said is None else place)
    elif isinstance(said, Pair) is not isinstance(counted, Pair):
        yield Unverifiable(path)
    else:
        for half, left, right in zip(HALVES, figures(said), figures(counted), strict=False):
            if holds(left, "≥", right):
                yield PASSED
            else:
                terms = Term("phụ lục", left, path), Term("hồ sơ", right, place)
                yield compare(terms[0], "≥", terms[1], about=half, reported=said, recorded=counted)


@rule(
    "APP013",
    Severity.ERROR,
    level=1,
    claims=unclaimed(Shape.AT_MOST, Shape.AT_LEAST),
    title="Số của một phần không được nhiều hơn số của toàn bộ",
    message="Báo cáo ghi {stated}; số liệu đối chiếu là {other}",
    reason="""
        Số liệu được khai báo là một phần của số khác, hoặc là bước sau của số khác, thì không nhiều hơn số
        đó. Quy tắc đối chiếu các quan hệ at_most và at_least mà không quy tắc riêng nào đối chiếu, kể cả
        trong biểu tự khai báo.

        Sai: 5 khu dân cư, trong đó 6 khu tổ chức ngày hội.
        Đúng: 5 khu dân cư, trong đó 5 khu tổ chức ngày hội.
    """,
)
def parts_are_no_more_than_the_whole(report: Report) -> Iterator[Judgement]:
    """A figure that is declared to be a part of others, or a later step, is no more than they are.

    It judges `at_most` and `at_least` wherever no other rule claims them, in forms of your own too.

    Wrong: 5 areas, 6 of which held the festival.
    Right: 5 areas, 5 of which held the festival.
    """
    return judge_unclaimed(report, Shape.AT_MOST, Shape.AT_LEAST)


@rule(
    "APP014",
    Severity.WARNING,
    level=1,
    claims=unclaimed(Shape.SAME_AS),
    title="Một số liệu nêu ở hai nơi cần ghi như nhau",
    message="Nơi này ghi {stated}; nơi kia là {other}",
    reason="""
        Số liệu được khai báo là cùng một việc với số liệu khác thì hai nơi ghi như nhau. Quy tắc đối chiếu
        các quan hệ same_as mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo.

        Sai: 4 dân tộc, nêu tên 3.
        Đúng: 3 dân tộc, nêu tên 3.
    """,
)
def one_fact_has_one_figure(report: Report) -> Iterator[Judgement]:
    """A figure that is declared to be one fact with another is the same figure.

    It judges `same_as` wherever no other rule claims it, in forms of your own too.

    Wrong: 4 ethnic groups, 3 of them named.
    Right: 3 ethnic groups, 3 of them named.
    """
    return judge_unclaimed(report, Shape.SAME_AS)


@rule(
    "APP015",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=unclaimed(Shape.EACH),
    title="Số liệu cần phù hợp với mức tính cho mỗi đơn vị",
    message="Báo cáo ghi {stated} cho {other}, bình quân {mean}; mức thường gặp từ {low} đến {high}",
    reason="""
        Số liệu được khai báo theo mức cho mỗi đơn vị thì không ít hơn, không nhiều hơn mức thường gặp. Quy
        tắc đối chiếu các quan hệ each mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo.

        Sai: 6 ban công tác Mặt trận có 660 thành viên.
        Đúng: 6 ban công tác Mặt trận có 66 thành viên.
    """,
)
def figures_fit_what_they_are_counted_for(report: Report) -> Iterator[Judgement]:
    """A figure that is counted for each of something lies within the usual range.

    It judges `each` wherever no other rule claims it, in forms of your own too.

    Wrong: 6 Front Working Boards with 660 members.
    Right: 6 Front Working Boards with 66 members.
    """
    return judge_unclaimed(report, Shape.EACH)


@rule(
    "APP016",
    Severity.WARNING,
    level=1,
    basis=FORM,
    title="Số liệu cần ghi khi số liệu gắn với nó đã ghi",
    message="Còn để trống, trong khi số liệu gắn với nó là {other}",
    reason="""
        Số liệu mà một số liệu khác cần đến thì phải ghi khi số liệu kia đã ghi và khác 0. Quy tắc đối chiếu
        các quan hệ needed mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo.

        Sai: 180 triệu đồng làm nhà, không ghi bao nhiêu căn.
        Đúng: 180 triệu đồng làm 6 căn nhà.
    """,
)
def figures_that_belong_together_are_reported_together(report: Report) -> Iterator[Judgement]:
    """A figure that belongs to another one is reported where that one is reported and is not 0.

    It judges `needed` wherever no other rule claims it, in forms of your own too.

    Wrong: 180 triệu đồng for houses, and no number of houses.
    Right: 180 triệu đồng for 6 houses.
    """
    return judge_unclaimed(report, Shape.NEEDED)


@rule(
    "APP017",
    Severity.WARNING,
    level=1,
    basis=FORM,
    title="Dòng, cột cần để trống ngoài thời gian áp dụng",
    message="Số {value} ghi ở dòng hoặc cột không áp dụng vào thời gian của số liệu",
    reason="""
        Một dòng chỉ có số khi còn việc mà dòng đó tính: cấp huyện đến ngày 30/6/2025, dòng mới từ ngày áp
        dụng. Thời gian của dòng khai báo bằng since= và until=. Dòng, cột của cấp trên do quy tắc APP004 đối
        chiếu.

        Sai: Số liệu từ tháng 7/2025, có 3 văn bản của cấp huyện.
        Đúng: Số liệu từ tháng 7/2025, dòng của cấp huyện để trống.
    """,
)
def lines_are_filled_in_their_time(report: Report) -> Iterator[Judgement]:
    """A line counts while there is what it counts: districts until 30/6/2025, a new line from its day on.

    The time of a line is declared by `since=` and `until=`.  Lines of levels above the reporter are the
    concern of APP004.

    Wrong: figures from 7/2025 on, and 3 documents of the districts.
    Right: figures from 7/2025 on, and nothing in the line of the districts.
    """
    for form, values in filled(report):
        gone = _cells_out_of_time(form, report.unit.tier, absent_cells(report, form))
        odd = [cell for cell in gone if amount(values[cell.position])]
        if gone and not odd:
            yield PASSED
        for cell in odd:
            value = values[cell.position]
            yield Breach(path=cell.path, args={"value": value}, actual=value)


@cache
def _cells_out_of_time(form: Form, own: Tier, absent: frozenset[int]) -> tuple[Cell, ...]:
    """Return the cells of the reporter's level and of those below that are not of the time of its figures."""
    return tuple(
        cell
        for cell in form.blank
        if cell.position in absent and (cell.tier is None or cell.tier.rank >= own.rank)
    )


@rule(
    "APP018",
    Severity.WARNING,
    level=1,
    title="Các ngày của một việc cần theo đúng thứ tự",
    message="Ngày {stated} và ngày {other} không theo đúng thứ tự",
    reason="""
        Việc sau không diễn ra trước việc đi trước nó: kế hoạch gửi trước khi giám sát, kết quả báo cáo sau
        khi kết thúc. Quy tắc đối chiếu các quan hệ at_most, at_least và deadline giữa hai ngày mà không quy
        tắc riêng nào đối chiếu.

        Sai: Giám sát từ ngày 12/5/2023, kết thúc ngày 10/5/2023.
        Đúng: Giám sát từ ngày 10/5/2023, kết thúc ngày 12/5/2023.
    """,
)
def days_follow_each_other(report: Report) -> Iterator[Judgement]:
    """What follows on something does not come before it: a plan is sent before, a result is reported after.

    It judges `at_most`, `at_least` and `deadline` between days wherever no other rule claims them.

    Wrong: a supervision begins on 12 May 2023 and ends on 10 May 2023.
    Right: a supervision begins on 10 May 2023 and ends on 12 May 2023.
    """
    return judge_unclaimed(report, Shape.AT_MOST, Shape.AT_LEAST, Shape.SAME_AS, Shape.DEADLINE, days=True)


@rule(
    "APP021",
    Severity.WARNING,
    level=1,
    basis=CUT,
    title="Các số ước lượng cần khớp nhau theo cách ghi thường gặp",
    message=(
        "Báo cáo ghi {stated}; theo cách ghi thường gặp (“hơn 2,7” là từ 2,7 đến dưới 2,8), tính "
        "từ các số khác là {side} {bound}"
    ),
    reason="""
        Số ước lượng ghi “hơn”, “gần” thường là đã bỏ bớt phần sau chữ số cuối. Khi riêng câu chữ chưa cho kết
        luận, quy tắc đối chiếu các quan hệ như vậy ở mọi biểu, mọi bản ghi; sổ quỹ và nhà Đại đoàn kết do quy
        tắc FND011 đối chiếu. Đây là cảnh báo vì theo câu chữ, “hơn 2,7 tỷ đồng” có thể là 5 tỷ đồng.

        Sai: 5.000 suất quà, mỗi suất 500 nghìn đồng, trị giá hơn 1,5 tỷ đồng.
        Đúng: 5.000 suất quà, mỗi suất 500 nghìn đồng, trị giá hơn 2,4 tỷ đồng.
    """,
)
def hedged_figures_agree_as_they_are_written(report: Report) -> Iterator[Judgement]:
    """Hedged figures stand in their relations as if each was cut after its last digit.

    It judges the relations of all forms and records where the words alone leave it open; FND011 does of the
    ledgers of funds and the cost of houses.  A warning, since "hơn 2,7 tỷ" literally allows 5 tỷ.

    Wrong: 5.000 gifts of 500 nghìn đồng each are hơn 1,5 tỷ đồng.
    Right: 5.000 gifts of 500 nghìn đồng each are hơn 2,4 tỷ đồng.
    """
    return judge_cuts(report)


@rule(
    "APP019",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=unclaimed(Shape.BETWEEN),
    title="Số liệu cần nằm trong mức thường gặp",
    message="Báo cáo ghi {stated}; mức thường gặp từ {low} đến {high}",
    reason="""
        Số liệu được khai báo kèm mức thường gặp thì không ít hơn, không nhiều hơn mức đó. Quy tắc đối chiếu
        các quan hệ between mà không quy tắc riêng nào đối chiếu, kể cả trong biểu tự khai báo.

        Sai: Ban Thường trực có 11 Chủ tịch.
        Đúng: Ban Thường trực có 1 Chủ tịch.
    """,
)
def figures_lie_within_their_bounds(report: Report) -> Iterator[Judgement]:
    """A figure that is declared with bounds of its own lies between them.

    It judges `between` wherever no other rule claims it, in forms of your own too.

    Wrong: a Standing Board with 11 chairs.
    Right: a Standing Board with 1 chair.
    """
    return judge_unclaimed(report, Shape.BETWEEN)


@rule(
    "APP020",
    Severity.WARNING,
    level=1,
    title="Một mục chỉ cần ghi một lần",
    message="Mục này ghi lần thứ hai; lần đầu là mục thứ {first}",
    reason="""
        Một việc, một quỹ, một đợt trong một kỳ chỉ ghi một lần; ghi hai lần thì cộng thừa. Quy tắc đối chiếu
        các danh sách theo những mục phân biệt các việc với nhau; mục chưa đủ thông tin để phân biệt chỉ được
        đối chiếu khi ghi giống hệt nhau.

        Sai: Quỹ Vì người nghèo năm 2023 ghi hai lần.
        Đúng: Quỹ Vì người nghèo năm 2023 ghi một lần.
    """,
)
def records_are_entered_once(report: Report) -> Iterator[Judgement]:
    """One event, one fund, one occasion of a time is entered once, for what is entered twice is added twice.

    Records are told apart by what distinguishes them; those that do not tell all of it are found only if they
    are the same in everything.

    Wrong: the Fund for the Poor of 2023 stands twice.
    Right: the Fund for the Poor of 2023 stands once.
    """
    for path, first, again in entered_twice(report):
        yield (
            PASSED
            if again is None
            else Breach(
                path=f"{path}.{again}",
                args={"first": first + 1},
                related=(f"{path}.{first}",),
            )
        )


@rule(
    "APP022",
    Severity.INFO,
    level=1,
    title="Số liệu tính được từ các số khác nên ghi đủ",
    message="Còn để trống; tính từ các số khác được {other}",
    reason="""
        Khi chỉ một số trong một phép cộng, phép nhân để trống và các số khác đều ghi chính xác thì số đó tính
        được: tổng của các khoản, phần còn lại của tổng, số lượng nhân với mức. Dòng tổng của biểu do quy tắc
        APP002 đối chiếu. Đây là lưu ý vì báo cáo có thể cố ý không ghi.

        Sai: Đầu kỳ 610 hội viên, kết nạp 45, giảm 19; cuối kỳ để trống.
        Đúng: Đầu kỳ 610 hội viên, kết nạp 45, giảm 19; cuối kỳ 636.
    """,
)
def figures_that_others_tell_are_given(report: Report) -> Iterator[Judgement]:
    """Where one figure alone of a sum or a product is blank and all others are exact, it is what they tell.

    That is the total of items, the rest of a total, a number of things times what each costs; the rest only
    if it is above 0, for who has none leaves it blank.  The totals of forms are the concern of APP002.

    Wrong: 610 members at first, 45 admitted, 19 left, and nothing at the end.
    Right: 610 members at first, 45 admitted, 19 left, 636 at the end.
    """
    return iter(told_blanks(report))
