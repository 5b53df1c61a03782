"""PER: over what time figures run."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from itertools import permutations
from typing import Any, Final

import attrs

from mttq._names.regex import regex
from mttq.forms import Form, form_of, form_with
from mttq.model import FundKind, Gifts
from mttq.report import Report
from mttq.rules._data.norms import (
    ASSEMBLY_TERMS,
    CHARTER,
    CONGRESSES,
    COUNCIL_TERMS,
    FRONT_TERMS,
    PARTY_TERMS,
)
from mttq.rules._kit.bases import PRACTICE, Basis, Confidence, in_force
from mttq.rules._kit.cells import filled
from mttq.rules._kit.identity import key_fields
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
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import (
    DECIDED,
    REVIEW,
    ends_of,
    judged_on,
    period_of,
    span_of,
    stated_years,
    years_of,
)
from mttq.values import PartialDate, Period, PeriodKind, Quantity, Share, Tier
from mttq.values.figures import rounded
from mttq.vi import find_dates, find_documents, fold
from mttq.wording import Phrase

__all__ = [
    "appendices_share_a_period",
    "figures_name_their_period",
    "figures_reach_the_end_of_the_review",
    "heads_of_forms_name_the_time_of_the_report",
    "records_tell_of_the_time_of_the_report",
    "stated_years_are_the_years_reviewed",
    "terms_last_five_years",
    "the_committee_is_that_of_its_term",
    "the_title_names_the_time_of_the_figures",
    "yearly_figures_are_not_added_to_cumulative_ones",
]

_CUSTOM: Final = Basis(text="Yêu cầu tổng hợp số liệu", confidence=Confidence.SECONDARY)
_OTHER_TERMS: Final = tuple(
    map(
        fold,
        (
            *("chi bộ", "chi hội", "chi đoàn", "trưởng thôn", "tổ trưởng", "thanh tra nhân dân", "ttnd"),
            *("giám sát đầu tư", "gsđtcđ", "công tác mặt trận", "ctmt", "khu dân cư"),
        ),
    )
)
_CUT_SHORT: Final = ((2024, 2029, 2025),)
_CHANGED_TERMS: Final = ((2004, 2011), (2007, 2011), (2024, 2025))
_BODIES: Final = tuple(
    (tuple(map(fold, names)), bases)
    for names, bases in (
        (("hội đồng nhân dân", "hđnd"), COUNCIL_TERMS),
        (("quốc hội",), ASSEMBLY_TERMS),
        (("đảng bộ", "đảng ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "đại hội đảng", "cấp ủy"), PARTY_TERMS),
    )
)
"""By what the subject of a term names the body; any other is the Front."""


@rule(
    "PER001",
    Severity.WARNING,
    level=1,
    title="Số năm tổng kết cần khớp với kỳ số liệu",
    message="Báo cáo nêu tổng kết {stated} năm; kỳ số liệu {period} là {years} {months}",
    reason="""
        Số năm trong tên báo cáo tổng kết là số năm từ khi có văn bản được tổng kết đến thời điểm số liệu. Khi
        chỉ ghi từ năm đến năm thì hai cách đếm đều thường gặp: từ năm 2009 đến năm 2024 là 15 năm hoặc 16
        năm.

        Sai: “15 năm”, từ ngày 08/12/2009 đến tháng 12/2023.
        Đúng: “14 năm”, từ ngày 08/12/2009 đến tháng 12/2023.
    """,
)
def stated_years_are_the_years_reviewed(
    report: Report, *, tolerance: Fraction = Fraction(1, 2)
) -> Iterator[Judgement]:
    """The years in the title of a review run from the document reviewed to the time of the figures.

    `tolerance` is in years.  From year to year both counts are usual: 2009 to 2024 are 15 years, or 16.

    Wrong: "15 năm" from 8 December 2009 to December 2023.
    Right: "14 năm" from 8 December 2009 to December 2023.
    """
    stated = stated_years(report)
    if stated is None:
        return
    path, years = stated
    reviewed = years_of(report, REVIEW)
    if reviewed is None:
        start, _ = ends_of(report, REVIEW)
        yield Unverifiable("reviewed" if start is None else "as_of")
    elif abs(years - reviewed) <= Fraction(tolerance) or (
        _from_year_to_year(report) and years == reviewed - 1
    ):
        yield PASSED
    else:
        yield Breach(
            path=path,
            args={"stated": years, **_length(report, reviewed)},
            evidence=Evidence((Term("số năm nêu", years, path),), "=", (Term("số năm", reviewed),)),
            actual=years,
            suggestions=(Suggestion(path=path, old=years, new=int(rounded(reviewed, 0))),),
        )


def _length(report: Report, years: Fraction) -> dict[str, Figure]:
    """Return the period under review, and its length in whole years and months."""
    whole, months = divmod(int(rounded(12 * years, 0)), 12)
    return {
        "period": span_of(report, REVIEW) or "",
        "years": Quantity(value=Decimal(whole), unit="years"),
        "months": Quantity(value=Decimal(months), unit="months"),
    }


def _from_year_to_year(report: Report) -> bool:
    return all(end and end.month is None for end in ends_of(report, REVIEW))


@rule(
    "PER002",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Các phụ lục cần tính cùng một kỳ số liệu",
    message="{first} tính {first_period}; {second} tính {second_period}",
    reason="""
        Các phụ lục của một báo cáo cần tính cùng một thời gian thì số liệu mới dùng chung với nhau được. Đầu
        hoặc cuối kỳ để ngỏ thì lấy theo kỳ tổng kết; các ngày được so đến mức cả hai bên cùng ghi. Kỳ của phụ
        lục nằm hẳn ngoài kỳ của báo cáo cũng được nêu.

        Sai: Phụ lục 1 tính từ đầu kỳ tổng kết đến tháng 12/2023; Phụ lục 2 tính từ tháng 12/2013 đến tháng
        12/2023.
        Đúng: Cả hai phụ lục tính từ tháng 12/2009 đến tháng 12/2023.
    """,
)
def appendices_share_a_period(report: Report) -> Iterator[Judgement]:
    """The appendices of one report count over the same time; otherwise their figures do not go together.

    An end that is left open is that of the review.  Dates agree as far as both are written.  What is done
    under a decision begins with its day, so Phụ lục 2 may begin on 12 December 2013, whenever Phụ lục 1 does.
    A period that has no day in common with the one under review is found as well.

    Wrong: Phụ lục 1 from 12/2009 to 12/2022, Phụ lục 2 from 12/2013 to 12/2023.
    Right: Phụ lục 1 from 12/2009 to 12/2023, Phụ lục 2 from 12/2013 to 12/2023.
    """
    dated = [
        (form_of(type(instance)), *found)
        for instance in report.appendices
        if (found := _period_with_place(report, form_of(type(instance)).code))
    ]
    for form, place, period in dated[1:]:
        first, first_place, first_period = dated[0]
        (begin, end), (other_begin, other_end) = (ends_of(report, item.code) for item in (first, form))
        windows = ((first.code, begin, other_begin), (form.code, other_begin, begin))
        opened = any(_begins_with_its_decision(*window) for window in windows)
        verdicts = [True if opened else _agree(begin, other_begin), _agree(end, other_end)]
        if False in verdicts:
            yield Breach(
                path=f"periods.{place}.period",
                args={
                    "first": Phrase(first.name),
                    "first_period": first_period,
                    "second": Phrase(form.name),
                    "second_period": period,
                },
                actual=period,
                related=(f"periods.{first_place}.period",),
            )
        else:
            yield Unverifiable(f"periods.{place}.period") if None in verdicts else PASSED
    review = span_of(report, REVIEW)
    for form, place, period in dated if review else ():
        if _lies_apart(span_of(report, form.code), review):
            yield Breach(
                path=f"periods.{place}.period",
                args={
                    "first": Phrase("Báo cáo"),
                    "first_period": review or "",
                    "second": Phrase(form.name),
                    "second_period": period,
                },
                about=REVIEW,
                actual=period,
            )


def _lies_apart(one: Period | None, other: Period | None) -> bool:
    """Return whether two stretches of time, both known from end to end, have no day in common."""
    days = [day for time in (one, other) if time for day in (time.first_day, time.last_day) if day]
    return len(days) == 4 and (days[1] < days[2] or days[3] < days[0])  # noqa: PLR2004 - two of each


def _period_with_place(report: Report, subject: str) -> tuple[int, Period] | None:
    found = period_of(report, subject)
    return (found[0], found[1].period) if found and found[1].period else None


def _begins_with_its_decision(code: str, begin: PartialDate | None, other: PartialDate | None) -> bool:
    """Return whether a form's time begins with the decision that it is about, and the other's before."""
    decided = DECIDED.get(code)
    first, last = (begin.first_day, begin.last_day) if begin else (None, None)
    before = other.last_day if other else None
    if decided is None or first is None or last is None or before is None:
        return False
    return first <= decided <= last and before < decided


def _agree(one: PartialDate | None, other: PartialDate | None) -> bool | None:
    """Compare two dates as far as both are written; None where only one is known."""
    if one is None or other is None:
        return True if one is other else None
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(left == right for left, right in parts if left is not None and right is not None)


@rule(
    "PER003",
    Severity.ERROR,
    level=1,
    basis=(*FRONT_TERMS, *COUNCIL_TERMS, *ASSEMBLY_TERMS, *PARTY_TERMS),
    by_day=False,
    title="Nhiệm kỳ phải đủ số năm theo quy định",
    message="Báo cáo ghi {term}, dài {length} năm; theo quy định là {years} năm",
    reason="""
        Nhiệm kỳ của Quốc hội, Hội đồng nhân dân, Đảng và Mặt trận được gọi theo hai năm cách nhau 5 năm.
        Ngoại lệ là các nhiệm kỳ được kéo dài, rút ngắn theo nghị quyết (Nghị quyết số 25/2008/QH12), nhiệm kỳ
        kết thúc khi sắp xếp các xã năm 2025 và nhiệm kỳ kết thúc cùng đơn vị; nhiệm kỳ của chi bộ, chi hội,
        chi đoàn, của các tổ chức ở thôn và nhiệm kỳ ghi đến tháng không đối chiếu. Chỉ nhiệm kỳ Hội đồng nhân
        dân có luật đã đọc được làm căn cứ nên ở mức Lỗi; các nhiệm kỳ khác ở mức Cảnh báo.

        Sai: Nhiệm kỳ 2024 - 2030.
        Đúng: Nhiệm kỳ 2025 - 2030.
    """,
)
def terms_last_five_years(
    report: Report, *, years: int = 5, changed: tuple[tuple[int, int], ...] = _CHANGED_TERMS
) -> Iterator[Judgement]:
    """A term of the National Assembly, the councils, the Party and the Front is named by years five apart.

    `changed` lists terms that a resolution made longer or shorter (Nghị quyết 25/2008/QH12), and that which
    the merger of the communes ended in 2025; a term that ends with its unit (`Unit.valid_until`) is cut short
    as well.  Terms of branches and of village bodies differ and are not checked; neither is one given in
    months, which states how long it lasted.  Only the term of the councils is set by a law that was read, so
    a wrong one is an error and any other a warning.

    Wrong: nhiệm kỳ 2024 - 2030.
    Right: nhiệm kỳ 2025 - 2030.
    """
    committee = report.organisation.committee.term
    terms: list[tuple[str, Period, tuple[Basis, ...]]] = []
    if committee is not None:
        terms.append(("organisation.committee.term", committee, FRONT_TERMS))
    for position, election in enumerate(report.elections):
        if election.term is not None:
            terms.append((f"elections.{position}.term", election.term, _bases_of(election.body.value)))
    for position, item in enumerate(report.periods):
        if item.period and item.period.kind is PeriodKind.TERM and not _has_another_term(item.subject):
            terms.append((f"periods.{position}.period", item.period, _bases_of(item.subject)))
    day, ended = judged_on(report), report.unit.valid_until
    for path, term, bases in terms:
        ends = [end for end in (term.start, term.end) if end]
        if any(end.month for end in ends):
            continue
        first, last = (end.year if end else None for end in (term.start, term.end))
        if first is None or last is None:
            yield Unverifiable(path)
        elif (
            last - first == years
            or (first, last) in changed
            or (ended is not None and last == ended.year and last - first < years)
        ):
            yield PASSED
        else:
            length = Term("số năm của nhiệm kỳ", last - first, path)
            yield Breach(
                path=path,
                basis=in_force(bases, day),
                args={"term": term, "length": last - first, "years": years},
                evidence=Evidence((length,), "=", (Term("số năm theo quy định", years),)),
                actual=term,
                suggestions=tuple(
                    Suggestion(path=path, old=term, new=Period.term(start, start + years))
                    for start in (first, last - years)
                ),
            )


@rule(
    "PER006",
    Severity.WARNING,
    level=1,
    basis=(CHARTER, CONGRESSES),
    by_day=False,
    title="Ủy ban cần còn trong nhiệm kỳ vào thời điểm tính số liệu",
    message="Báo cáo ghi {term} của Ủy ban, kết thúc {ended}; số liệu tính đến {day}",
    reason="""
        Ủy ban nêu trong báo cáo là Ủy ban đương nhiệm, nên nhiệm kỳ chưa kết thúc vào thời điểm tính số liệu.
        Nhiệm kỳ được tính hết năm cuối. Tham số cut_short liệt kê các nhiệm kỳ của cấp xã, cấp tỉnh kết thúc
        trước thời hạn: đại hội năm 2025 kết thúc nhiệm kỳ 2024 - 2029.

        Sai: Số liệu tính đến 12/2026; Ủy ban nhiệm kỳ 2024 - 2029.
        Đúng: Số liệu tính đến 12/2026; Ủy ban nhiệm kỳ 2025 - 2030.
    """,
)
def the_committee_is_that_of_its_term(
    report: Report, *, cut_short: tuple[tuple[int, int, int], ...] = _CUT_SHORT
) -> Iterator[Judgement]:
    """The Committee that a report counts is the one in office, so its term has not ended.

    A term holds in the whole year in which it ends.  `cut_short` lists terms of communes and provinces that
    ended before their time, each with that year: the congresses of 2025 ended the one of 2024 to 2029.

    Wrong: figures of 12/2026, and a Committee of the term 2024 - 2029.
    Right: figures of 12/2026, and a Committee of the term 2025 - 2030.
    """
    term, day = report.organisation.committee.term, judged_on(report)
    if term is None:
        return
    first, last = (end.year if end else None for end in (term.start, term.end))
    local = report.unit.tier is not Tier.CENTRE
    early = next(
        (end for began, planned, end in cut_short if local and (began, planned) == (first, last)), None
    )
    ended = early or last
    if day is None or ended is None:
        yield Unverifiable("as_of" if ended else "organisation.committee.term")
    elif day.year <= ended:
        yield PASSED
    else:
        yield Breach(
            path="organisation.committee.term",
            basis=CONGRESSES if early else CHARTER,
            args={"term": term, "ended": PartialDate(year=ended), "day": day},
            actual=term,
        )


@lru_cache(maxsize=1024)  # reports name the same terms
def _bases_of(subject: str) -> tuple[Basis, ...]:
    folded = fold(subject)
    found = (bases for names, bases in _BODIES if any(name in folded for name in names))
    return next(found, FRONT_TERMS)


@lru_cache(maxsize=1024)
def _has_another_term(subject: str) -> bool:
    folded = fold(subject)
    return any(name in folded for name in _OTHER_TERMS)


@rule(
    "PER004",
    Severity.INFO,
    level=1,
    basis=_CUSTOM,
    title="Số liệu nên nêu rõ kỳ",
    message="Chưa rõ số liệu này tính trong thời gian nào; đề nghị ghi rõ kỳ",
    reason="""
        Số tiền, quà, khen thưởng hoặc hội nghị nên cho biết tính trong thời gian nào: “hằng năm” không nói
        năm nào, “trong năm năm” không nói năm năm nào. Kỳ mà báo cáo nêu cho số liệu đó ở nơi khác cũng được
        tính.

        Sai: Quỹ vận động được 215.910.000 đồng “trong năm năm”.
        Đúng: Quỹ vận động được 215.910.000 đồng trong giai đoạn 2019 - 2023.
    """,
)
def figures_name_their_period(report: Report) -> Iterator[Judgement]:
    """A figure of money, gifts, commendations or conferences says over which time it was counted.

    "Hằng năm" says how often, not which years; "trong năm năm" says how long, not which.  A period that the
    report names for the record elsewhere (`ReportPeriod.subject`) counts too.

    Wrong: the fund raised 215.910.000 đồng "trong năm năm".
    Right: the fund raised 215.910.000 đồng in 2019 - 2023.
    """
    named = {item.subject for item in report.periods if item.period}
    kinds: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("campaigns.festivals", report.campaigns.festivals),
        ("campaigns.commendations", report.campaigns.commendations),
        ("campaigns.conferences", report.campaigns.conferences),
        ("funds.ledgers", report.funds.ledgers),
        ("funds.houses", report.funds.houses),
        ("funds.gifts", report.funds.gifts),
        ("funds.relief", report.funds.relief),
        ("organisation.cadres.training", report.organisation.cadres.training),
    )
    for path, records in kinds:
        for position, record in enumerate(records):
            if record.period is not None:
                yield PASSED
                continue
            inside = _kinds_in(record)
            if any(issubclass(kind, Period) for kind in inside):  # of the gifts of a relief
                yield PASSED
            elif any(issubclass(kind, _FIGURES) for kind in inside):
                place = f"{path}.{position}"
                yield PASSED if place in named else Breach(path=place)


@rule(
    "PER005",
    Severity.ERROR,
    level=1,
    title="Không được cộng số hằng năm với số lũy kế",
    message="{total} bằng {yearly} của mỗi năm cộng {several} của nhiều năm",
    reason="""
        Số của mỗi năm và số của nhiều năm là hai thước đo khác nhau, cộng lại không có nghĩa. Quy tắc nêu số
        đúng bằng tổng của hai số đó: ở phụ lục hoặc hồ sơ là hai số mà phần lời nêu về cùng nội dung; ở sổ
        quỹ là hai số khác của cùng một quỹ.

        Sai: Phần lời ghi “hằng năm 15 hội nghị, trong 5 năm 45 hội nghị”, phụ lục ghi 60.
        Đúng: Phần lời ghi “hằng năm 9 hội nghị, trong 5 năm 45 hội nghị”, phụ lục ghi 45.
    """,
)
def yearly_figures_are_not_added_to_cumulative_ones(report: Report) -> Iterator[Judgement]:
    """A figure of each year and one of several years are different measures, and their sum means nothing.

    A figure counts as such a sum where it is exactly that: in an appendix or a record, of what the text
    states both ways about it; in the ledgers of one fund, of two others.

    Wrong: "hằng năm 15 hội nghị, trong 5 năm 45 hội nghị", and 60 in the appendix.
    Right: "hằng năm 9 hội nghị, trong 5 năm 45 hội nghị", and 45 in the appendix.
    """
    yield from _judge_mixed_statements(report)
    ledgers = [
        (f"funds.ledgers.{number}.raised", ledger, ledger.raised)
        for number, ledger in enumerate(report.funds.ledgers)
        if isinstance(ledger.raised, int)
    ]
    for fund in FundKind:
        sums = [item for item in ledgers if item[1].fund is fund]
        for (path, _, total), (_, one, yearly), (_, other, several) in permutations(
            sums if len(sums) <= _BY_CHANCE else (), 3
        ):
            if one.each_year and not other.each_year:
                yield _judge_mixture(path, total, yearly, several)


_BY_CHANCE: Final = 12
"""Of more sums of one fund, one may be that of two others by chance."""


def _judge_mixed_statements(report: Report) -> Iterator[Judgement]:
    yearly = {
        item.indicator: item.value for item in report.statements if item.each_year and item.unit is None
    }
    for item in report.statements if yearly else ():
        each = yearly.get(item.indicator)
        if each is None or item.each_year or item.unit is not None:
            continue
        try:
            total = report.value_at(item.indicator)
        except KeyError:
            continue
        if isinstance(total, int):
            if item.value.admits(total):
                yield PASSED
            else:
                yield _judge_mixture(item.indicator, total, each.value, item.value.value)
        else:
            yield Unverifiable(item.indicator)


def _judge_mixture(path: str, total: int, yearly: int | Decimal, several: int | Decimal) -> Judgement:
    if total != yearly + several or not yearly:
        return PASSED
    return Breach(
        path=path,
        args={"total": total, "yearly": yearly, "several": several},
        evidence=Evidence((Term("đã ghi", total, path),), "=", (Term("nhiều năm", several),)),
        expected=several,
        actual=total,
    )


_FIGURES: Final = (int, Quantity, Share)


def _kinds_in(record: Any) -> set[type]:
    """Return of what classes the figures in a record are, and in records inside it; flags are no figures."""
    found: set[type] = set()
    for value in record if isinstance(record, tuple) else _values_of(record):
        kind: Any = type(value)
        if kind is tuple or _names_in(kind):
            found |= _kinds_in(value)
        elif kind is not bool:
            found.add(kind)
    return found


def _values_of(record: Any) -> list[object]:
    kind: Any = type(record)
    return [getattr(record, name) for name in _names_in(kind)]


@cache
def _names_in(kind: Any) -> tuple[str, ...]:
    """Return the fields of a record; none of a figure."""
    if not attrs.has(kind) or issubclass(kind, Period | Quantity | Share):
        return ()
    return tuple(attrs.fields_dict(kind))


@rule(
    "PER007",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Thời gian ghi trong tên báo cáo cần khớp với thời điểm của số liệu",
    message="Tên báo cáo ghi {named}; số liệu tính đến {day}",
    reason="""
        Năm ghi trong tên báo cáo là năm của số liệu; khi viết báo cáo mới trên báo cáo cũ, năm cũ dễ còn sót
        lại. Số liệu có thể tính đến trước khi hết thời gian ghi trong tên, hoặc đến 92 ngày sau đó. Tên ghi
        nhiều thời gian thì chỉ cần một thời gian khớp. Kỳ báo cáo được đối chiếu như thời điểm của số liệu.
        Năm, ngày của văn bản nêu trong tên không được đối chiếu.

        Sai: “Báo cáo kết quả công tác Mặt trận năm 2022”, số liệu tháng 12/2023.
        Đúng: “Báo cáo kết quả công tác Mặt trận năm 2023”, số liệu tháng 12/2023.
    """,
)
def the_title_names_the_time_of_the_figures(report: Report, *, late: int = 92) -> Iterator[Judgement]:
    """The year in the title is that of the figures; last year's is left there when a report is written over.

    Figures may be taken up to `late` days after the time that the title names, and before its end, as halfway
    through a programme.  Of several times one must fit ("năm 2023, phương hướng năm 2024").  The years and
    days of documents in the title are not judged.  The period under review is held to the title as well, and
    that of the forms where nothing else is told.

    Wrong: "Báo cáo kết quả công tác Mặt trận năm 2022", with figures of 12/2023.
    Right: "Báo cáo kết quả công tác Mặt trận năm 2023", with figures of 12/2023.
    """
    named = _times_in(report.title)
    if not named:
        return
    times = _times_of_figures(report)
    if not times:
        yield Unverifiable("as_of")
    for path, time in times:
        first, last = time.first_day, time.last_day
        if path != "as_of":  # a time that runs has run to the last day of its end
            first = last
        if first is None or last is None:
            yield Unverifiable(path)
        elif any(_is_of(each, first - dt.timedelta(late), last) for each in named):
            yield PASSED
        else:
            yield Breach(path="title", args={"named": named, "day": last}, actual=named[0], related=(path,))
            return


def _times_of_figures(report: Report) -> list[tuple[str, PartialDate]]:
    """Return up to when figures run, with the path that says so: as stated, and by the period under review.

    Where neither is told, the periods of the forms say it, if they all end alike.
    """
    times = [] if report.as_of is None else [("as_of", report.as_of)]
    found = period_of(report, REVIEW)
    end = found[1].period.end if found and found[1].period else None
    if found and end:
        times.append((f"periods.{found[0]}.period", end))
    if times:
        return times
    ends = [
        (f"periods.{position}.period", item.period.end)
        for position, item in enumerate(report.periods)
        if item.period and item.period.end and form_with(item.subject)
    ]
    return ends[:1] if len({end for _, end in ends}) == 1 else []


def _is_of(named: Period, first: dt.date, last: dt.date) -> bool:
    """Return whether figures of a time may be those of a period; a term is planned in the one before."""
    began = named.kind is PeriodKind.TERM or named.first_day is None or named.first_day <= last
    return began and (named.last_day is None or named.last_day >= first)


@rule(
    "PER008",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Thời điểm của số liệu cần đến cuối kỳ báo cáo",
    message="Số liệu tính đến {day}, trong khi kỳ báo cáo đến {end}",
    reason="""
        Báo cáo về một kỳ có số liệu đến cuối kỳ đó, sớm nhất là 92 ngày trước, khi báo cáo phải nộp trước
        ngày hết kỳ. Thời điểm sớm hơn thường còn sót lại từ báo cáo cũ.

        Sai: Báo cáo các năm 2021 đến 2023, số liệu tính đến tháng 12/2022.
        Đúng: Báo cáo các năm 2021 đến 2023, số liệu tính đến tháng 12/2023.
    """,
)
def figures_reach_the_end_of_the_review(report: Report, *, early: int = 92) -> Iterator[Judgement]:
    """A report on a time has figures up to its end, or `early` days before, if it is due before the end.

    Wrong: a report on 2021 to 2023, with figures as of 12/2022.
    Right: a report on 2021 to 2023, with figures as of 12/2023.
    """
    found, time = period_of(report, REVIEW), report.as_of
    end = found[1].period.end if found and found[1].period else None
    day = time.last_day if time else None
    if found is None or time is None or end is None or day is None or end.first_day is None:
        return
    if day >= end.first_day - dt.timedelta(early):
        yield PASSED
    else:
        path = f"periods.{found[0]}.period"
        yield Breach(path="as_of", args={"day": time, "end": end}, actual=time, related=(path,))


@rule(
    "PER009",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Kỳ của từng hồ sơ cần thuộc kỳ báo cáo",
    message="Hồ sơ này tính {period}; {what} là {other}",
    reason="""
        Sổ quỹ, nhà, quà, khen thưởng, hội viên nêu trong báo cáo là của kỳ báo cáo. Kỳ kết thúc trước kỳ báo
        cáo, hoặc dài bằng kỳ báo cáo nhưng lệch đi, thường còn sót lại từ báo cáo cũ. Hồ sơ của kỳ khác dùng
        để so sánh, bên cạnh hồ sơ cùng loại của kỳ báo cáo, không bị coi là sai. Năm ghi trong tên dịp tặng
        quà là năm của hồ sơ đó.

        Sai: Báo cáo năm 2026, sổ quỹ năm 2025.
        Đúng: Báo cáo năm 2026, sổ quỹ năm 2026.
    """,
)
def records_tell_of_the_time_of_the_report(report: Report) -> Iterator[Judgement]:
    """Funds, houses, gifts, commendations and members are told for the time under review.

    A time that ended before the review began, or one as long as the review that begins and ends at other
    days, is mostly left from an earlier report.  Records of another time beside one of the same kind in the
    review are there for comparison.  The year in the name of an occasion is that of its gifts.

    Wrong: a report on 2026 with the ledger of 2025.
    Right: a report on 2026 with the ledger of 2026.
    """
    review = span_of(report, REVIEW)
    if review is None:
        return
    for path, records in _kept_by_time(report):
        for number, item in enumerate(records):
            period, said = item.period, path if path == "membership" else f"{path}.{number}"
            year = _year_of_the_occasion(item) if path == "funds.gifts" else None
            if period is None:
                continue
            if period != review and _strays(period, review) and not _is_compared(item, records, review):
                yield _of_another_time(said, period, "kỳ báo cáo", review)
            elif year is not None and period.start and year != period.start.year:
                yield _of_another_time(said, period, "dịp", item.occasion)
            else:
                yield PASSED


def _is_compared(record: Any, records: Iterable[Any], review: Period) -> bool:
    """Return whether a record of another time stands beside one of its kind that is of the review."""
    kind = _kind_of(record)
    return any(
        item.period and _kind_of(item) == kind and not _strays(item.period, review) for item in records
    )


def _kept_by_time(report: Report) -> Iterator[tuple[str, Any]]:
    """Return the records of what was done in a time, by their paths."""
    yield "funds.ledgers", report.funds.ledgers
    yield "funds.houses", report.funds.houses
    yield "funds.gifts", report.funds.gifts
    yield "funds.support", report.funds.support
    yield "campaigns.commendations", report.campaigns.commendations
    yield "campaigns.festivals", report.campaigns.festivals
    yield "membership", (report.membership,)


@lru_cache(maxsize=1024)  # records tell the same times
def _strays(period: Period, review: Period) -> bool:
    """Return whether a time ended before another began, or lies askew: the same months at another time."""
    days = period.first_day, period.last_day, review.first_day, review.last_day
    first, last, begun, ended = days
    if first is None or last is None or begun is None or ended is None:
        return False
    is_as_long = _months(first, last) == _months(begun, ended)
    return last < begun or (is_as_long and first != begun)


def _months(first: dt.date, last: dt.date) -> int:
    return 12 * (last.year - first.year) + last.month - first.month


def _kind_of(record: Any) -> tuple[object, ...]:
    """Return what a record is about beside its time."""
    kind: Any = type(record)
    return tuple(getattr(record, name) for name, _ in key_fields(kind) if name != "period")


def _year_of_the_occasion(record: Gifts) -> int | None:
    """Return the one year that the name of an occasion holds, of gifts that are counted for a year."""
    if record.occasion is None or not record.period or record.period.kind is not PeriodKind.YEAR:
        return None
    years = _A_YEAR.findall(record.occasion)
    return int(years[0]) if len(years) == 1 else None


def _of_another_time(path: str, period: Period, what: str, other: Figure) -> Breach:
    return Breach(
        path=f"{path}.period",
        args={"period": period, "what": Phrase(what), "other": other},
        actual=period,
    )


@rule(
    "PER010",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Tháng, quý, năm ghi ở đầu biểu cần là kỳ của biểu",
    message="Đầu biểu ghi {named}; kỳ của biểu là {period}",
    reason="""
        Biểu mẫu có dòng “Tháng báo cáo”, “Quý báo cáo”, “Năm báo cáo” hoặc “Kỳ báo cáo” thì dòng đó là kỳ của
        biểu. Khi lập biểu mới trên biểu cũ, tháng cũ dễ còn sót lại.

        Sai: Biểu tháng 3/2026, dòng “Tháng báo cáo” ghi tháng 02/2026.
        Đúng: Biểu tháng 3/2026, dòng “Tháng báo cáo” ghi tháng 3/2026.
    """,
)
def heads_of_forms_name_the_time_of_the_report(report: Report) -> Iterator[Judgement]:
    """A line of a form that says its month, quarter or year says the time of the form.

    Last month's is left there when a form is written over.  Read are the lines "Tháng báo cáo", "Quý báo
    cáo", "Năm báo cáo" and "Kỳ báo cáo" of any form; the time is that of the form, or else under review.

    Wrong: a form for March 2026 that says "tháng 02/2026".
    Right: a form for March 2026 that says "tháng 3/2026".
    """
    for form, values in filled(report) if report.appendices else ():
        for position, word in _heads(form):
            said = values[position]
            if not isinstance(said, str):
                continue
            own = period_of(report, form.code)
            period = own[1].period if own and own[1].period else span_of(report, REVIEW)
            agrees = (
                None if period is None else _is_named(f"{word} {said}" if said[0].isdigit() else said, period)
            )
            if agrees is None:
                continue
            if agrees:
                yield PASSED
            else:
                path = form.blank[position].path
                yield Breach(path=path, args={"named": said, "period": period or ""}, actual=said)


@cache
def _heads(form: Form) -> tuple[tuple[int, str], ...]:
    """Return the cells in which a form says of what time it is, each with the word for such times."""
    words = ((cell.position, str(cell.row.label).lower().partition(" báo cáo")) for cell in form.blank)
    return tuple((place, word) for place, (word, said, _) in words if said and word in _TIMES_OF_FORMS)


_TIMES_OF_FORMS: Final = ("tháng", "quý", "năm", "kỳ")


def _is_named(said: str, period: Period) -> bool | None:
    """Return whether a text names a period, be it by its month alone; None if it cannot be read."""
    times = [time for time, _ in find_dates(said)]
    if len(times) != 1:
        return None
    time, begun, ended = times[0], period.start, period.end
    if isinstance(time, Period):
        return (time.first_day, time.last_day) == (period.first_day, period.last_day)
    is_a_month = begun is not None and begun == ended and begun.month is not None and begun.day is None
    return time.month == begun.month if begun and is_a_month and time.day is None else None


@lru_cache(maxsize=1024)
def _times_in(title: str) -> tuple[Period, ...]:
    """Return the stretches of time that a title names; a year behind the name of a document is its own."""
    if not _A_YEAR.search(title):
        return ()
    cited = [place for _, place in find_documents(title)]
    return tuple(
        time
        for time, (start, end) in find_dates(title)
        if isinstance(time, Period)
        and time.kind is not PeriodKind.DAY
        and (time.first_day or time.last_day)
        and not any(first <= start and end <= last for first, last in cited)
        and not (time.kind is PeriodKind.YEAR and _A_DOCUMENT.search(title[:start]))
    )


_A_YEAR: Final = regex("(?:19|20)[0-9]{2}")
_A_DOCUMENT: Final = regex(
    r"(?<!\w)(?:luật|nghị quyết|chỉ thị|kết luận|quyết định|quy định|nghị định|thông tư|kế hoạch|đề án"
    r"|chương trình|pháp lệnh|hướng dẫn|điều lệ|công văn)(?!\w)[^,;:()]*\Z",
    re.IGNORECASE,
)
