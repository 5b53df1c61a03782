"""CRI: social criticism, opinions on the building of Party and government, and dialogue."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

import attrs

from mttq.forms import TIER_COLUMNS, ParticipationAppendix, form_of
from mttq.forms.kl62_pl2 import FeedbackTable
from mttq.model import DialogueHost, Statement, UnitKind
from mttq.report import Report
from mttq.rules._data.norms import DIALOGUES, FRONT_LAW, PARTY_DIALOGUES
from mttq.rules._kit.bases import PRACTICE, Basis, Provision, in_force
from mttq.rules._kit.claims import claim, claim_statements
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.once import once
from mttq.rules._kit.relations import compare
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import REVIEW, TWO_TIERS, ends_of, judged_on, span_of, years_of
from mttq.rules._kit.statements import judge_statements
from mttq.rules._kit.tallied import compare_with_records
from mttq.values import Period, Tier
from mttq.values.unit_names import UnitWord
from mttq.vi import find_units
from mttq.wording import Phrase, name_of

__all__ = [
    "dialogues_are_held_every_year",
    "drafts_are_of_the_same_level",
    "drafts_are_received_in_time",
    "no_more_sessions_are_reported_than_recorded",
    "recorded_sessions_are_all_reported",
    "sessions_are_at_most_the_drafts_sent",
    "sessions_are_the_sum_of_their_forms",
    "sessions_bring_opinions",
    "the_government_meets_the_people_every_year",
    "what_was_not_held_is_not_counted",
]

_FORM: Final = form_of(ParticipationAppendix)
_SESSIONS: Final = claim("total_of", "kl62-pl2.criticism.sessions")
_SESSIONS_OF_DRAFTS: Final = claim("at_most", "kl62-pl2.criticism.sessions")
_OPINIONS: Final = claim("at_least", "kl62-pl2.criticism.opinions")


@rule(
    "CRI001",
    Severity.ERROR,
    level=1,
    claims=_SESSIONS,
    title="Số cuộc phản biện xã hội phải bằng tổng các hình thức",
    message="Báo cáo ghi {stated} cuộc; cộng các hình thức được {other} cuộc",
    reason="""
        Mỗi cuộc phản biện xã hội chỉ được tổ chức theo một hình thức, nên cộng các hình thức phải bằng số
        cuộc.

        Sai: 15 cuộc, trong đó 10 hội nghị, 15 gửi văn bản và 0 đối thoại.
        Đúng: 25 cuộc, trong đó 10 hội nghị, 15 gửi văn bản và 0 đối thoại.

        Cách xử lý: (1) Xem phần lời có nêu số hội nghị, hoặc có nêu việc chưa tổ chức hội nghị không. (2) Sửa
        số ở hình thức ghi nhầm; nếu các hình thức đúng, sửa tổng. (3) Nếu một cuộc được ghi ở hai hình thức,
        chỉ tính một lần.
    """,
)
def sessions_are_the_sum_of_their_forms(report: Report) -> Iterator[Judgement]:
    """Each session of social criticism is held in exactly one form, so the forms add up to the sessions.

    Wrong: 15 sessions, of which 10 conferences, 15 written and 0 dialogues.
    Right: 25 sessions, of which 10 conferences, 15 written and 0 dialogues.

    What to do: (1) See whether the narrative gives the number of conferences, or says that none was held.
    (2) Correct the form that is wrong; if the forms are right, correct the total.  (3) If a session was
    entered under two forms, count it once.
    """
    for judgement, backed in _sums_of_sessions(report):
        if isinstance(judgement, Breach):
            yield attrs.evolve(judgement, suggestions=(*backed, *judgement.suggestions))
        else:
            yield judgement


@once
def _sums_of_sessions(report: Report) -> list[tuple[Judgement, tuple[Suggestion, ...]]]:
    """Return how the sums are judged, each with the repairs that the narrative backs."""
    return [(item, tuple(_backed_repairs(report, item))) for item in _SESSIONS.judge(report)]


@claim_statements
def _of_none(statement: Statement) -> bool:
    """Return whether a statement says that something was not held: "chưa tổ chức …"."""
    counted = statement.indicator.startswith("kl62-pl2.")
    return counted and statement.according_to is None and statement.value.high == 0


@rule(
    "CRI002",
    Severity.ERROR,
    level=1,
    title="Việc phần lời nêu chưa tổ chức thì phụ lục phải ghi 0",
    message="Phần lời nêu chưa tổ chức ({text}); phụ lục ghi {appendix}",
    reason="""
        Việc mà phần lời nêu là chưa tổ chức thì phụ lục phải ghi 0.

        Sai: Phần lời ghi “chưa tổ chức hội nghị phản biện”, phụ lục ghi 10 hội nghị.
        Đúng: Phần lời ghi “chưa tổ chức hội nghị phản biện”, phụ lục ghi 0 hội nghị.
    """,
)
def what_was_not_held_is_not_counted(report: Report) -> Iterator[Judgement]:
    """What the narrative says was not yet held has the count 0 in the appendix.

    Wrong: "chưa tổ chức hội nghị phản biện", and 10 conferences in the appendix.
    Right: "chưa tổ chức hội nghị phản biện", and 0 conferences in the appendix.
    """
    for judgement in judge_statements(report, _of_none):
        if isinstance(judgement, Breach):
            repairs = (repair for _, backed in _sums_of_sessions(report) for repair in backed)
            kept = tuple(repair for repair in repairs if repair.path.startswith(judgement.path))
            yield attrs.evolve(judgement, suggestions=kept)
        else:
            yield judgement


def _backed_repairs(report: Report, judgement: Judgement) -> Iterator[Suggestion]:
    """Find the parts that alone would set a sum right if they were what the narrative says of them."""
    if not isinstance(judgement, Breach) or judgement.evidence is None:
        return
    off = judgement.evidence.residual
    for part in judgement.evidence.right:
        new = int(Fraction(part.value) + off)
        row = part.path.removesuffix(f".{report.unit.tier}")
        said = [item.value for item in report.statements if item.indicator in (row, part.path)]
        if new >= 0 and any(value.admits(new) and not value.admits(part.value) for value in said):
            yield Suggestion(path=part.path, old=int(part.value), new=new, reason="khớp cả tổng và phần lời")


@rule(
    "CRI003",
    Severity.INFO,
    level=1,
    basis=PRACTICE,
    claims=_SESSIONS_OF_DRAFTS,
    title="Số cuộc phản biện xã hội thường không nhiều hơn số văn bản được yêu cầu",
    message="Báo cáo ghi {stated} cuộc phản biện, {other} văn bản được yêu cầu; đề nghị nêu lý do",
    reason="""
        Mỗi cuộc phản biện xã hội là về một dự thảo văn bản được gửi đến để phản biện; số cuộc nhiều hơn số
        văn bản thì nên nêu lý do.

        Sai: 15 cuộc phản biện, 10 văn bản được yêu cầu, không nêu lý do.
        Đúng: 8 cuộc phản biện, 10 văn bản được yêu cầu.
    """,
)
def sessions_are_at_most_the_drafts_sent(report: Report) -> Iterator[Judgement]:
    """A session of social criticism is about a draft that was sent for it; more sessions need an explanation.

    Wrong: 15 sessions on 10 drafts, with no word why.
    Right: 8 sessions on 10 drafts.
    """
    return _SESSIONS_OF_DRAFTS.judge(report)


@rule(
    "CRI004",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    claims=_OPINIONS,
    title="Mỗi cuộc phản biện xã hội cần có ít nhất một ý kiến",
    message="Báo cáo ghi {stated} ý kiến cho {other} cuộc phản biện",
    reason="""
        Mỗi cuộc phản biện xã hội có ít nhất một ý kiến, nên số ý kiến cần không ít hơn số cuộc.

        Sai: 5 ý kiến cho 15 cuộc phản biện.
        Đúng: 40 ý kiến cho 15 cuộc phản biện.
    """,
)
def sessions_bring_opinions(report: Report) -> Iterator[Judgement]:
    """A session of social criticism ends with at least one opinion.

    Wrong: 5 opinions from 15 sessions.
    Right: 40 opinions from 15 sessions.
    """
    return _OPINIONS.judge(report)


@rule(
    "CRI006",
    Severity.WARNING,
    level=1,
    basis=(*DIALOGUES, *PARTY_DIALOGUES),
    by_day=False,
    title="Mỗi năm cần có ít nhất một cuộc đối thoại với Nhân dân",
    message="Báo cáo ghi {held} cuộc đối thoại trong {years} năm",
    reason="""
        Người đứng đầu cấp ủy và chính quyền đối thoại với Nhân dân ít nhất một lần trong mỗi năm của kỳ số
        liệu phụ lục. Pháp luật quy định điều này đối với chính quyền cấp xã từ ngày 01/7/2023; đối với người
        đứng đầu cấp ủy, các cấp khác và số liệu tính từ trước ngày đó, đây là mức theo thông lệ.

        Sai: 6 cuộc đối thoại từ tháng 12/2013 đến tháng 12/2023.
        Đúng: 15 cuộc đối thoại từ tháng 12/2013 đến tháng 12/2023.
    """,
)
def dialogues_are_held_every_year(report: Report, *, each_year: int = 1) -> Iterator[Judgement]:
    """The heads of Party committee and government meet the people at least once in each year of the appendix.

    The law asks this of the governments of communes from 1 July 2023.  For the heads of Party committees, for
    other levels and for figures that begin earlier it is a measure of good practice; `each_year` may be set.

    Wrong: 6 dialogues from 12/2013 to 12/2023.
    Right: 15 dialogues from 12/2013 to 12/2023.
    """
    appendix, tier = report.appendix(ParticipationAppendix), report.unit.tier
    if appendix is None or tier not in TIER_COLUMNS:
        return
    years = years_of(report, _FORM.code)
    for name in ("party_dialogues", "government_dialogues"):
        held = getattr(appendix.feedback, name)[tier]
        if held is None:
            continue
        if years is None:
            yield Unverifiable("periods")
        elif held >= each_year * int(years):
            yield PASSED
        else:
            counted = Term("cuộc", held, f"{_FORM.code}.feedback.{name}.{tier}")
            wanted = Term("số năm tròn × số cuộc mỗi năm", each_year * int(years))
            basis = in_force(_dialogue_norms(report, name), judged_on(report))
            yield compare(counted, "≥", wanted, basis=basis, held=held, years=int(years))


def _dialogue_norms(report: Report, name: str) -> tuple[Basis, ...]:
    """Return the texts on a row of dialogues; a law younger than the period does not cover all years."""
    if name == "party_dialogues":
        return PARTY_DIALOGUES
    start, _ = ends_of(report, _FORM.code)
    began = start.first_day if start else None
    bound = report.unit.tier is Tier.COMMUNE and in_force(DIALOGUES, began)
    return DIALOGUES if bound else (PRACTICE,)


_DRAFT_DAYS: Final = claim("deadline", "supervision.criticisms.*.received")
_DRAFTS: Final = attrs.evolve(FRONT_LAW, article="36", clause="1")


@rule(
    "CRI012",
    Severity.WARNING,
    level=1,
    basis=_DRAFTS,
    by_day=False,
    claims=_DRAFT_DAYS,
    title="Dự thảo cần được gửi đến Mặt trận đúng thời hạn trước ngày trình",
    message=(
        "Dự thảo nhận ngày {stated}, trình ngày {event}; theo quy định cách nhau ít "
        "nhất {days} ngày, tức là chậm nhất ngày {other}"
    ),
    reason="""
        Dự thảo cần đến Mặt trận ít nhất 15 ngày trước ngày trình để dự thảo còn có thể sửa theo ý kiến phản
        biện.

        Sai: Dự thảo nhận ngày 01/5/2023, trình ngày 10/5/2023.
        Đúng: Dự thảo nhận ngày 20/4/2023, trình ngày 10/5/2023.
    """,
)
def drafts_are_received_in_time(report: Report, *, days: int = 15) -> Iterator[Judgement]:
    """A draft reaches the Front 15 days before it is submitted, so that criticism can still change it.

    Wrong: draft received on 1 May 2023, submitted on 10 May 2023.
    Right: draft received on 20 April 2023, submitted on 10 May 2023.
    """
    return _DRAFT_DAYS.judge(report, days=days)


_calendar_year = lru_cache(maxsize=64)(Period.of_year)


@rule(
    "CRI013",
    Severity.WARNING,
    level=1,
    basis=DIALOGUES,
    by_day=False,
    title="Người đứng đầu chính quyền cấp xã cần đối thoại với Nhân dân hằng năm",
    message="Hồ sơ {year} có {held} cuộc đối thoại của người đứng đầu chính quyền với Nhân dân",
    reason="""
        Ủy ban nhân dân cấp xã cùng Mặt trận tổ chức đối thoại với Nhân dân ít nhất mỗi năm một lần. Đối chiếu
        theo hồ sơ từng cuộc, cho mỗi năm trọn vẹn của kỳ, tính từ khi luật có hiệu lực đến trước ngày báo
        cáo.

        Sai: Có đối thoại năm 2023 và năm 2025, năm 2024 không có.
        Đúng: Có đối thoại các năm 2023, 2024 và 2025.
    """,
)
def the_government_meets_the_people_every_year(report: Report, *, each_year: int = 1) -> Iterator[Judgement]:
    """The People's Committee of a commune and the Front hold a dialogue with the people at least once a year.

    Checked against the records, for each full year of the period in which the law holds, up to the report.

    Wrong: dialogues in 2023 and 2025, none in 2024.
    Right: dialogues in 2023, 2024 and 2025.
    """
    dialogues, tier = report.supervision.dialogues, report.unit.tier
    if tier is not Tier.COMMUNE or not dialogues:
        return
    of_a_year = [item for item in dialogues if item.date or _is_of_a_year(item.period)]
    of_several = [
        item.period
        for item in dialogues
        if item.held and item.host is not DialogueHost.PARTY_HEAD
        if not item.date and not _is_of_a_year(item.period)
    ]
    period = span_of(report, "kl62-pl2") or span_of(report, REVIEW)
    first, last = (period.first_day, period.last_day) if period else (None, None)
    if first is None or last is None:
        yield Unverifiable("periods")
        return
    last = min(last, report.header.date or last)
    for year in range(first.year, last.year + 1):
        begins, ends = dt.date(year, 1, 1), dt.date(year, 12, 31)
        if first <= begins and ends <= last and in_force(DIALOGUES, begins):
            period = _calendar_year(year)
            held = FeedbackTable.tally(of_a_year, period=period, tier=tier).government_dialogues[tier]
            if held is None or (held < each_year and any(_may_lie_in(item, year) for item in of_several)):
                yield Unverifiable("supervision.dialogues")
                continue
            counted, wanted = Term("cuộc", held, "supervision.dialogues"), Term("quy định", each_year)
            basis = in_force(DIALOGUES, ends)
            yield compare(counted, "≥", wanted, basis=basis, about=str(year), held=held, year=period)


def _is_of_a_year(period: Period | None) -> bool:
    first, last = (period.first_day, period.last_day) if period else (None, None)
    return first is not None and last is not None and first.year == last.year


def _may_lie_in(period: Period | None, year: int) -> bool:
    """Return whether what was held at some time of a period may have been held in a year."""
    first, last = (period.first_day, period.last_day) if period else (None, None)
    return not (first and first.year > year) and not (last and last.year < year)


_OF_ONE_LEVEL: Final = attrs.evolve(
    FRONT_LAW,
    article="33",
    clause="1",
    amended_by=(Provision(text="Luật", symbol="97/2025/QH15"),),
    valid_from=TWO_TIERS,  # read as it stands since 97/2025/QH15; what it said before was not seen
)


@rule(
    "CRI014",
    Severity.WARNING,
    level=1,
    basis=_OF_ONE_LEVEL,
    by_day=False,
    title="Phản biện xã hội cần đối với dự thảo của cơ quan cùng cấp",
    message="Dự thảo của {issuer}; Mặt trận tổ chức phản biện ở {level}",
    reason="""
        Mặt trận phản biện dự thảo văn bản của cơ quan nhà nước cùng cấp. Chỉ đối chiếu các cuộc từ ngày
        01/7/2025, khi cơ quan soạn thảo ghi rõ là của tỉnh, xã hay phường nào.

        Sai: Mặt trận xã phản biện dự thảo của Ủy ban nhân dân tỉnh.
        Đúng: Mặt trận xã phản biện dự thảo của Ủy ban nhân dân xã.
    """,
)
def drafts_are_of_the_same_level(report: Report) -> Iterator[Judgement]:
    """The Front criticises drafts of State bodies of its own level.

    Judged are records from 1 July 2025 on whose draft names the province or the commune of its author.

    Wrong: a commune's Front criticises a draft of the People's Committee of the province.
    Right: a commune's Front criticises a draft of the People's Committee of the commune.
    """
    for number, item in enumerate(report.supervision.criticisms):
        author = item.document.issuer if item.document else None
        level = _level_of(author) if author and _OF_ONE_LEVEL.holds_on(item.date) else None
        own = item.tier or report.unit.tier
        if level is own:
            yield PASSED
        elif level is not None and author is not None:
            path = f"supervision.criticisms.{number}.document.issuer"
            yield Breach(path=path, args={"issuer": author, "level": Phrase(name_of(own))}, actual=author)


@lru_cache(maxsize=1024)
def _level_of(author: str) -> Tier | None:
    """Return the level of the unit that the name of a body names; since July 2025 cities are provinces."""
    for unit, _ in find_units(author):
        if isinstance(unit.kind, UnitKind):
            return unit.kind.tier
        return Tier.PROVINCE if unit.kind is UnitWord.CITY else None
    return None


@rule(
    "CRI010",
    Severity.ERROR,
    level=1,
    title="Các cuộc phản biện, đối thoại đã có hồ sơ phải được tính vào phụ lục",
    message="Phụ lục ghi {reported}; hồ sơ từng cuộc có {recorded}",
    reason="""
        Mỗi cuộc phản biện xã hội, mỗi cuộc đối thoại đã có hồ sơ là một trong các cuộc được tính ở phụ lục,
        nên phụ lục không thể ghi ít hơn hồ sơ.

        Sai: Phụ lục ghi 10 cuộc, hồ sơ từng cuộc có 13.
        Đúng: Phụ lục ghi 13 cuộc, hồ sơ từng cuộc có 13.
    """,
)
def recorded_sessions_are_all_reported(report: Report) -> Iterator[Judgement]:
    """Each session of social criticism and each dialogue that is recorded is one of those in the table.

    Wrong: 10 sessions in the table, 13 in the records.
    Right: 13 sessions in the table, 13 in the records.
    """
    return compare_with_records(report, "≥", "criticism", "feedback")


@rule(
    "CRI011",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Các cuộc phản biện, đối thoại ghi trong phụ lục cần có hồ sơ",
    message=(
        "Phụ lục ghi {reported}; hồ sơ từng cuộc chỉ có {recorded}; đề nghị bổ sung hồ sơ còn "
        "thiếu hoặc sửa phụ lục"
    ),
    reason="""
        Khi các cuộc phản biện, đối thoại đã được lập hồ sơ từng cuộc thì phụ lục không tính thêm cuộc nào
        khác.

        Sai: Phụ lục ghi 15 cuộc, hồ sơ từng cuộc có 13.
        Đúng: Phụ lục ghi 13 cuộc, hồ sơ từng cuộc có 13.
    """,
)
def no_more_sessions_are_reported_than_recorded(report: Report) -> Iterator[Judgement]:
    """Where sessions and dialogues are recorded one by one, the table counts no others.

    Wrong: 15 sessions in the table, 13 in the records.
    Right: 13 sessions in the table, 13 in the records.
    """
    return compare_with_records(report, "≤", "criticism", "feedback")
