"""SUP: supervision: what is counted, by when the law wants it done, and the records behind the table."""

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import attrs

from mttq.forms import TIER_COLUMNS, ParticipationAppendix
from mttq.report import Report
from mttq.rules._data.norms import BOARD_ANSWERS
from mttq.rules._kit.bands import USUAL, judge_band
from mttq.rules._kit.bases import FORM, PRACTICE, Basis, Confidence, Provision
from mttq.rules._kit.claims import claim
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion, Unverifiable
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import DECIDED, REVIEW, period_of, span_of, years_of
from mttq.rules._kit.tallied import COUNTED_FORM, compare_with_records, count_records
from mttq.values import Pair, Tier

__all__ = [
    "boards_are_answered_in_time",
    "delegations_report_soon",
    "figures_begin_with_the_decision",
    "no_more_is_met_than_was_raised",
    "no_more_supervisions_are_reported_than_recorded",
    "plans_are_sent_in_time",
    "recorded_supervisions_are_all_reported",
    "records_lie_in_the_period",
    "supervised_units_report_in_time",
    "supervisions_name_their_units",
    "supervisions_of_a_year_are_usual",
]

_FORM: Final = "kl62-pl2"
_ROWS: Final = ("document_studies", "delegations")
_DECISIONS: Final = Basis(
    text="Quyết định",
    symbol="217-QĐ/TW",
    also=(Provision(text="Quyết định", symbol="218-QĐ/TW"),),
    valid_from=DECIDED[_FORM],
    confidence=Confidence.SECONDARY,  # as in the register: their day is known from citations alone
)
_USUAL_BANDS: Final[Mapping[Tier, tuple[int, int]]] = MappingProxyType(
    {Tier.PROVINCE: (1, 100), Tier.DISTRICT: (1, 60), Tier.COMMUNE: (1, 30)}
)


_MET: Final = claim(
    "at_most",
    "supervision.*.*.answered",
    "supervision.*.*.accepted",
    "organisation.peoples_inspection.resolved",
    "organisation.investment_supervision.*.resolved",
)


@rule(
    "SUP001",
    Severity.ERROR,
    level=1,
    claims=_MET,
    title="Số được giải quyết, tiếp thu không được nhiều hơn số đã nêu",
    message="Đã nêu {other}; được giải quyết hoặc tiếp thu {stated}",
    reason="""
        Chỉ kiến nghị đã nêu mới có thể được giải quyết, chỉ ý kiến đã góp mới có thể được tiếp thu.

        Sai: 5 kiến nghị, 7 kiến nghị được giải quyết.
        Đúng: 7 kiến nghị, 5 kiến nghị được giải quyết.
    """,
)
def no_more_is_met_than_was_raised(report: Report) -> Iterator[Judgement]:
    """Only a recommendation that was made can be resolved, only an opinion that was given accepted.

    Wrong: 5 recommendations, 7 of them resolved.
    Right: 7 recommendations, 5 of them resolved.
    """
    return _MET.judge(report)


@rule(
    "SUP002",
    Severity.WARNING,
    level=1,
    basis=FORM,
    claims=claim("whole", *(f"{_FORM}.supervision.{row}" for row in _ROWS)),
    title="Số cuộc giám sát cần kèm số đơn vị được giám sát",
    message="Có {held} cuộc giám sát nhưng chưa ghi số đơn vị được giám sát",
    reason="""
        Mỗi cuộc giám sát đều có đơn vị được giám sát; ô trên mẫu yêu cầu ghi “số cuộc/số đơn vị được giám
        sát”.

        Sai: 45.
        Đúng: 45/52.
    """,
)
def supervisions_name_their_units(report: Report) -> Iterator[Judgement]:
    """Supervision always concerns a unit: the cell asks for "số cuộc/số đơn vị được giám sát".

    Wrong: "45".
    Right: "45/52".
    """
    appendix = report.appendix(ParticipationAppendix)
    if appendix is None:
        return
    for row in _ROWS:
        for tier, figure in getattr(appendix.supervision, row).items():
            held, units = figure if isinstance(figure, Pair) else (figure, None)
            if held and not units:
                path = f"{_FORM}.supervision.{row}.{tier}"
                counted = _recorded(report, row, tier)
                known = counted is not None and counted.first == held
                offered = (Suggestion(path=path, old=figure, new=counted),) if known else ()
                yield Breach(path=path, args={"held": held}, actual=figure, suggestions=offered)
            elif held is not None:
                yield PASSED


def _recorded(report: Report, row: str, tier: Tier) -> Pair | None:
    """Return how many supervisions of how many units the reporter's own records count."""
    if tier is not report.unit.tier or not report.supervision.supervisions or span_of(report, _FORM) is None:
        return None
    counted = getattr(count_records(report, "supervision"), row)[tier]
    return counted if isinstance(counted, Pair) else None


@rule(
    "SUP004",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    title="Số cuộc giám sát mỗi năm cần phù hợp với mức thường gặp",
    message=(
        "Báo cáo ghi {total} trong {count} năm; "
        "bình quân mỗi năm {mean}, ngoài mức thường gặp ({least} đến {greatest} cuộc)"
    ),
    reason="""
        Mỗi cấp thường có số cuộc giám sát trong năm ở một mức nhất định; ngoài mức đó thì có thể đã lẫn năm
        hoặc lẫn cấp. Chỉ đối chiếu cấp của đơn vị báo cáo, vì các cột khác là số cộng của nhiều đơn vị; kỳ
        chưa đủ một năm có thể không có cuộc nào, hoặc có đủ số cuộc của cả năm.

        Sai: Xã có 750 cuộc giám sát trong 10 năm.
        Đúng: Xã có 75 cuộc giám sát trong 10 năm.
    """,
)
def supervisions_of_a_year_are_usual(
    report: Report, bands: Mapping[Tier, tuple[int, int]] = _USUAL_BANDS
) -> Iterator[Judgement]:
    """A level holds a usual number of supervisions in a year; otherwise years or levels were mixed up.

    Checked for the reporter's own level: the other columns add up many units.  A part of a year may have
    none, or all of the year's.

    Wrong: a commune holds 750 supervisions in ten years.
    Right: a commune holds 75 supervisions in ten years.
    """
    appendix, tier = report.appendix(ParticipationAppendix), report.unit.tier
    if appendix is None or tier not in TIER_COLUMNS:
        return
    figures = {row: getattr(appendix.supervision, row)[tier] for row in _ROWS}
    counts = [figure.first if isinstance(figure, Pair) else figure for figure in figures.values()]
    years = years_of(report, _FORM)
    if counts == [None, None]:
        return
    if None in counts:
        blank = next(row for row, figure in figures.items() if figure is None)
        yield Unverifiable(f"{_FORM}.supervision.{blank}.{tier}")
    elif years is None:
        yield Unverifiable("periods")
    else:
        path, (least, greatest) = "kl62-pl2.supervision.{}.{}", bands[tier]
        band = (0, Fraction(greatest) / years) if years < 1 else (least, greatest)
        row = _ROWS[counts[0] < counts[1]]  # the greater figure is the one in question
        yield judge_band(path, sum(counts), years, band, row, tier, units=("supervisions", "years"))


@rule(
    "SUP005",
    Severity.WARNING,
    level=1,
    basis=_DECISIONS,
    by_day=False,
    title="Số liệu cần tính từ khi có văn bản được tổng kết",
    message="Số liệu tính từ {start}, trước khi có văn bản (ngày {decided})",
    reason="""
        Việc thực hiện theo một văn bản không thể có trước ngày ban hành văn bản đó; tháng hoặc năm có ngày
        ban hành thì được chấp nhận.

        Sai: Số liệu “tính từ tháng 01/2010”.
        Đúng: Số liệu “tính từ tháng 12/2013”.
    """,
)
def figures_begin_with_the_decision(report: Report) -> Iterator[Judgement]:
    """What is done under a decision is not done before its day; a month or a year that holds the day may be.

    Wrong: figures "tính từ tháng 01/2010".
    Right: figures "tính từ tháng 12/2013".
    """
    if report.appendix(ParticipationAppendix) is None:
        return
    found, decided = period_of(report, _FORM), _DECISIONS.valid_from
    start = found[1].period.start if found and found[1].period else None
    if found is None or start is None or start.last_day is None:
        yield Unverifiable("periods")
    elif decided is not None and start.last_day < decided:
        yield Breach(
            path=f"periods.{found[0]}.period",
            args={"start": start, "decided": decided},
            expected=decided,
            actual=start,
        )
    else:
        yield PASSED


_PLANS: Final = claim("deadline", "supervision.supervisions.*.plan_sent")
_REPORTS: Final = claim("deadline", "supervision.supervisions.*.report_received")
_RESULTS: Final = claim("deadline", "supervision.supervisions.*.result_reported")

_PREPARED: Final = Basis(
    text="Nghị quyết liên tịch",
    symbol="403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
    article="7",
    clause="3",
    valid_from=dt.date(2017, 6, 15),
)
_CONCLUDED: Final = attrs.evolve(_PREPARED, article="9", clause="1")


@rule(
    "SUP013",
    Severity.WARNING,
    level=1,
    basis=_PREPARED,
    by_day=False,
    claims=_PLANS,
    title="Kế hoạch giám sát cần gửi đúng thời hạn",
    message=(
        "Kế hoạch gửi ngày {stated}, đoàn làm việc ngày {event}; theo quy định cách nhau ít "
        "nhất {days} ngày, tức là chậm nhất ngày {other}"
    ),
    reason="""
        Kế hoạch, quyết định và văn bản yêu cầu cần đến đơn vị được giám sát ít nhất 15 ngày trước ngày đoàn
        làm việc để đơn vị chuẩn bị.

        Sai: Kế hoạch gửi ngày 01/5/2023, đoàn làm việc ngày 10/5/2023.
        Đúng: Kế hoạch gửi ngày 20/4/2023, đoàn làm việc ngày 10/5/2023.
    """,
)
def plans_are_sent_in_time(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """Plan, decision and request reach the unit 15 days before the delegation works, so that it can prepare.

    Wrong: plan sent on 1 May 2023, the delegation works on 10 May 2023.
    Right: plan sent on 20 April 2023, the delegation works on 10 May 2023.
    """
    return _PLANS.judge(report, days=days)


@rule(
    "SUP014",
    Severity.WARNING,
    level=1,
    basis=_PREPARED,
    by_day=False,
    claims=_REPORTS,
    title="Đơn vị được giám sát cần gửi báo cáo đúng thời hạn",
    message=(
        "Báo cáo nhận ngày {stated}, đoàn làm việc ngày {event}; theo quy định cách nhau ít "
        "nhất {days} ngày, tức là chậm nhất ngày {other}"
    ),
    reason="""
        Đơn vị được giám sát cần gửi báo cáo ít nhất 7 ngày trước ngày đoàn làm việc để đoàn nghiên cứu.

        Sai: Báo cáo nhận ngày 08/5/2023, đoàn làm việc ngày 10/5/2023.
        Đúng: Báo cáo nhận ngày 03/5/2023, đoàn làm việc ngày 10/5/2023.
    """,
)
def supervised_units_report_in_time(report: Report, *, days: int = 7) -> Iterator[Judgement]:
    """The unit supervised sends its report 7 days before the delegation works, so that it can be read.

    Wrong: report received on 8 May 2023, the delegation works on 10 May 2023.
    Right: report received on 3 May 2023, the delegation works on 10 May 2023.
    """
    return _REPORTS.judge(report, days=days)


@rule(
    "SUP015",
    Severity.WARNING,
    level=1,
    basis=_CONCLUDED,
    by_day=False,
    claims=_RESULTS,
    title="Trưởng đoàn giám sát cần báo cáo kết quả đúng thời hạn",
    message=(
        "Giám sát kết thúc ngày {event}, báo cáo kết quả ngày {stated}; theo quy định "
        "không quá {days} ngày, tức là chậm nhất ngày {other}"
    ),
    reason="""
        Trưởng đoàn giám sát cần báo cáo kết quả trong thời hạn 15 ngày kể từ khi kết thúc giám sát. Hồ sơ
        không ghi ngày kết thúc, hoặc ghi ngày báo cáo trước ngày kết thúc, thì chưa đủ số liệu để đối chiếu.

        Sai: Kết thúc ngày 12/5/2023, báo cáo kết quả ngày 30/6/2023.
        Đúng: Kết thúc ngày 12/5/2023, báo cáo kết quả ngày 20/5/2023.
    """,
)
def delegations_report_soon(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """The head of the delegation reports within 15 days of its end.

    Where the end is not recorded, nothing can be said; a day before it cannot be that of such a report.

    Wrong: ended on 12 May 2023, reported on 30 June 2023.
    Right: ended on 12 May 2023, reported on 20 May 2023.
    """
    return _RESULTS.judge(report, days=days)


_ANSWERS: Final = claim("deadline", "supervision.supervisions.*.answered_on")


@rule(
    "SUP016",
    Severity.WARNING,
    level=1,
    basis=BOARD_ANSWERS,
    by_day=False,
    claims=_ANSWERS,
    title="Kiến nghị của các ban ở cơ sở cần được trả lời đúng thời hạn",
    message=(
        "Kiến nghị gửi ngày {event}, trả lời ngày {stated}; theo quy định không quá {days} ngày, "
        "tức là chậm nhất ngày {other}"
    ),
    reason="""
        Kiến nghị của Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng được xem xét, trả lời trong
        thời hạn 15 ngày, từ ngày 01/7/2023. Pháp luật không quy định thời hạn trả lời kiến nghị của Mặt trận,
        nên các hình thức giám sát khác không đối chiếu.

        Sai: Kiến nghị gửi ngày 02/5/2024, trả lời ngày 30/5/2024.
        Đúng: Kiến nghị gửi ngày 02/5/2024, trả lời ngày 15/5/2024.
    """,
)
def boards_are_answered_in_time(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """What an inspection or an investment board recommends is answered within 15 days, since 1 July 2023.

    No text sets a time for the answer to the Front, so other forms of supervision are not judged.

    Wrong: sent on 2 May 2024, answered on 30 May 2024.
    Right: sent on 2 May 2024, answered on 15 May 2024.
    """
    return _ANSWERS.judge(report, days=days)


_KINDS: Final = ("supervisions", "criticisms", "feedback", "dialogues", "voter_meetings")


@rule(
    "SUP010",
    Severity.ERROR,
    level=1,
    title="Các cuộc giám sát đã có hồ sơ phải được tính vào phụ lục",
    message="Phụ lục ghi {reported}; hồ sơ từng cuộc có {recorded}",
    reason="""
        Mỗi cuộc giám sát đã có hồ sơ là một trong các cuộc được tính ở phụ lục, nên phụ lục không thể ghi ít
        hơn hồ sơ. Số đơn vị được giám sát chỉ so khi mọi hồ sơ đều ghi đủ tên các đơn vị.

        Sai: Phụ lục ghi 12 đoàn giám sát, hồ sơ từng cuộc có 14.
        Đúng: Phụ lục ghi 14 đoàn giám sát, hồ sơ từng cuộc có 14.
    """,
)
def recorded_supervisions_are_all_reported(report: Report) -> Iterator[Judgement]:
    """Each supervision that is recorded is one of those in the table.

    The units are compared where every record names all of its own.

    Wrong: 12 delegations in the table, 14 in the records.
    Right: 14 delegations in the table, 14 in the records.
    """
    return compare_with_records(report, "≥", "supervision")


@rule(
    "SUP011",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Các cuộc giám sát ghi trong phụ lục cần có hồ sơ",
    message=(
        "Phụ lục ghi {reported}; hồ sơ từng cuộc chỉ có {recorded}; đề nghị bổ sung hồ sơ còn "
        "thiếu hoặc sửa phụ lục"
    ),
    reason="""
        Khi các cuộc giám sát đã được lập hồ sơ từng cuộc thì phụ lục không tính thêm cuộc nào khác; nếu nhiều
        hơn thì còn thiếu hồ sơ. Số đơn vị được giám sát không so, vì đơn vị được giám sát hai lần có thể đã
        tính hai lần.

        Sai: Phụ lục ghi 45 đoàn giám sát, hồ sơ từng cuộc có 14.
        Đúng: Phụ lục ghi 14 đoàn giám sát, hồ sơ từng cuộc có 14.
    """,
)
def no_more_supervisions_are_reported_than_recorded(report: Report) -> Iterator[Judgement]:
    """Where supervisions are recorded one by one, the table counts no others; otherwise records are missing.

    The units are not compared: one that was supervised twice may have been counted twice.

    Wrong: 45 delegations in the table, 14 in the records.
    Right: 14 delegations in the table, 14 in the records.
    """
    return compare_with_records(report, "≤", "supervision")


@rule(
    "SUP012",
    Severity.WARNING,
    level=1,
    title="Các cuộc giám sát, phản biện, đối thoại cần nằm trong kỳ báo cáo",
    message="Ngày {date} nằm ngoài kỳ báo cáo ({period}); đề nghị kiểm tra ngày",
    reason="""
        Báo cáo nêu việc đã làm trong kỳ; ngày nằm ngoài kỳ có thể do ghi nhầm, hoặc việc đó thuộc báo cáo
        khác.

        Sai: Cuộc giám sát ngày 10/5/2032 trong báo cáo giai đoạn 2013 - 2023.
        Đúng: Cuộc giám sát ngày 10/5/2023 trong báo cáo giai đoạn 2013 - 2023.
    """,
)
def records_lie_in_the_period(report: Report) -> Iterator[Judgement]:
    """A report states what was done in its period; a day outside is mistyped or belongs in another report.

    What is planned is not judged.

    Wrong: a supervision of 10 May 2032 in a report on 2013 to 2023.
    Right: a supervision of 10 May 2023 in a report on 2013 to 2023.
    """
    kinds = {name: getattr(report.supervision, name) for name in _KINDS}
    if not any(kinds.values()):
        return
    period = span_of(report, COUNTED_FORM) or span_of(report, REVIEW)
    if period is None:
        yield Unverifiable("periods")
        return
    first, last = period.bounds
    for name, records in kinds.items():
        for number, record in enumerate(records):
            if record.date is None or not record.held:
                continue
            if first <= record.date <= last:
                yield PASSED
            else:
                yield Breach(
                    path=f"supervision.{name}.{number}.date",
                    args={"date": record.date, "period": period},
                    actual=record.date,
                    related=("periods",),
                )
