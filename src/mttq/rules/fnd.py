"""FND: the Fund for the Poor, relief and gifts: ledgers, their items, what one ledger hands to another."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Final

import attrs

from mttq.model import (
    Amount,
    ContributionForm,
    FundLedger,
    OutgoingTransfer,
    Receipt,
    ReportPeriod,
    Statement,
)
from mttq.report import Report
from mttq.rules._data.norms import RELIEF_DEADLINES, RELIEF_PUBLICATION
from mttq.rules._kit.amounts import (
    CUT,
    VND,
    Fit,
    added,
    as_sum,
    bounds,
    by_unit,
    exact,
    exceeds,
    fit,
    in_dong,
    measured,
    nominal,
    unit_of,
)
from mttq.rules._kit.bands import USUAL
from mttq.rules._kit.bases import PRACTICE
from mttq.rules._kit.claims import claim, claim_cuts, claim_statements
from mttq.rules._kit.digests import Digest, Handed
from mttq.rules._kit.handed import handed_down, is_silent, ledger_in, names_above
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
)
from mttq.rules._kit.judging import doubtful
from mttq.rules._kit.ledgers import Balance, Side, Stated, balances, sides_with_items, stated_total
from mttq.rules._kit.money import sums_of_money
from mttq.rules._kit.places import Reading
from mttq.rules._kit.raised import Raised, by_time, ends, means, raised_by_fund, whole
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import REVIEW, period_of, whole_years
from mttq.rules._kit.statements import compared, judge_statements, naming
from mttq.rules._kit.subjects import Batch, Scope
from mttq.rules._kit.told import told_blanks
from mttq.values import Qualifier, Quantity, Tier
from mttq.values.figures import WIDE
from mttq.wording import Phrase

__all__ = [
    "amounts_are_amounts",
    "funds_cover_the_years_under_review",
    "gifts_have_a_usual_value",
    "goods_are_no_part_of_a_sum_of_money",
    "hedged_amounts_agree_as_they_are_written",
    "hedged_sums_agree_with_exact_ones",
    "houses_cost_their_number_times_the_support",
    "ledgers_balance",
    "money_and_number_are_told_together",
    "no_more_is_allocated_than_was_received",
    "no_more_is_spent_than_there_is",
    "relief_is_made_public_in_time",
    "relief_is_received_and_handed_out_in_time",
    "sums_are_in_dong",
    "totals_of_a_fund_are_the_sums_of_its_items",
    "transfers_are_told_by_both_sides",
    "what_a_fund_pays_for_is_among_what_was_done",
    "what_is_handed_down_is_received",
    "yearly_sums_fit_the_sum_of_years",
]

_PAID_FOR: Final = claim("at_most", "funds.ledgers.*.spending.*.count", "funds.ledgers.*.spending.*.amount")
_PAID_TWICE: Final = claim("same_as", "funds.ledgers.*.spending.*.count")
_SPENT: Final = claim("at_most", "funds.ledgers.*.spent")
_ALLOCATED: Final = claim("at_most", "funds.ledgers.*.receipts.*.amount", "funds.relief.*.receipts.*.amount")
_BALANCE: Final = claim("total_of", "funds.ledgers.*.closing")
_TOTALS: Final = claim("total_of", "funds.ledgers.*.raised", "funds.ledgers.*.spent")
_COST: Final = claim("same_as", "funds.houses.*.amount")
"""Declared for what follows from them, and judged here: hedged sums have a second verdict, FND011."""
_GIFTS: Final = claim("each", "funds.gifts.*.value", "funds.relief.*.gifts.value")
_TOGETHER: Final = claim(
    "needed",
    *("funds.gifts.*.count", "funds.gifts.*.value", "funds.houses.*.amount"),
    *("funds.relief.*.gifts.count", "funds.relief.*.gifts.value"),
)
_TAKEN_IN: Final = claim("deadline", "funds.relief.*.received_until", "funds.relief.*.distributed")
_PUBLISHED: Final = claim(
    "deadline", "funds.relief.*.received_published", "funds.relief.*.distributed_published"
)
claim_cuts(_BALANCE, _TOTALS, _COST)  # FND011
_Number = int | Fraction

_SCALE_WORDS: Final = {3: "nghìn", 6: "triệu"}
"""The powers of ten that are lost with a word."""


@rule(
    "FND001",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    title="Số vận động hằng năm cần phù hợp với tổng nhiều năm",
    message=(
        "Mỗi năm ghi {yearly}; {total} trong {years} năm là bình quân {mean} đồng mỗi năm; đề "
        "nghị kiểm tra đơn vị tiền"
    ),
    reason="""
        Số vận động “hằng năm” và tổng của nhiều năm của cùng một quỹ cần có độ lớn tương đương; chênh hàng
        chục, hàng nghìn lần thường do thiếu chữ “nghìn”, “triệu” hoặc thiếu số 0.

        Sai: “Hằng năm hơn 200.000 đồng”, 5 năm được 215.910.000 đồng.
        Đúng: “Hằng năm hơn 40 triệu đồng”, 5 năm được 215.910.000 đồng.

        Cách xử lý: (1) Kiểm tra đơn vị tiền trong phần lời. (2) Kiểm tra tổng có gồm nguồn khác không. (3)
        Nếu cả hai số đúng, nêu năm có số tăng đột biến.
    """,
)
def yearly_sums_fit_the_sum_of_years(
    report: Report, least: Decimal = Decimal("0.1"), greatest: Decimal = Decimal(10)
) -> Iterator[Judgement]:
    """A fund's yearly amount and the average of its total over several years should be of one size.

    A factor of tens or thousands is usually a missing word for thousand or million, or missing zeros.

    Wrong: "hằng năm hơn 200.000 đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.

    What to do: (1) Check the unit of money in the narrative.  (2) Check whether the total includes other
    sources.  (3) If both are right, name the exceptional year.
    """
    band = (exact(least), exact(greatest))
    for sums in raised_by_fund(report):
        yearly_ones = [item for item in sums if item.ledger.each_year]
        others = [item for item in sums if not item.ledger.each_year] if yearly_ones else []
        for item in others:
            if not item.years:
                yield Unverifiable(f"funds.ledgers.{item.number}.stated_years")
        extremes = ends((item for item in others if item.years), lambda item: (_mean(item),))
        for yearly, several in product(yearly_ones, extremes):
            if _within(exact(yearly.amount) * several.years, exact(several.amount), band):
                yield PASSED
            else:
                yield _of_another_size(yearly, several, band)


def _mean(item: Raised) -> Fraction:
    return nominal(item.amount) / item.years


def _within(figure: _Number, other: _Number, band: tuple[_Number, _Number]) -> bool:
    return band[0] * other <= figure <= band[1] * other


def _of_another_size(yearly: Raised, several: Raised, band: tuple[_Number, _Number]) -> Breach:
    each, mean = nominal(yearly.amount), _mean(several)
    too_low = each < band[0] * mean
    small = yearly if too_low else several
    readings = {  # the smaller figure read with the word that it may have lost
        word: 10**power
        for power, word in _SCALE_WORDS.items()
        if _within(each * 10**power if too_low else each, mean if too_low else mean * 10**power, band)
    }
    bound = Term("ngưỡng", mean * band[0 if too_low else 1], several.path)
    return Breach(
        path=yearly.path,
        about=several.path,
        args={
            "yearly": yearly.quantity,
            "total": several.quantity,
            "years": several.years,
            "mean": mean,
        },
        evidence=Evidence((Term("mỗi năm", each, yearly.path),), "≥" if too_low else "≤", (bound,)),
        actual=yearly.quantity,
        related=(several.path,),
        suggestions=tuple(
            Suggestion(
                path=small.path,
                old=small.quantity,
                new=_times(small.quantity, factor),
                reason=Phrase("có thể thiếu chữ “{}”", Phrase(word)),
            )
            for word, factor in readings.items()
        ),
    )


def _times(sum_: Quantity, factor: int) -> Quantity:
    upper = None if sum_.upper is None else WIDE.multiply(sum_.upper, factor)
    return attrs.evolve(sum_, value=WIDE.multiply(sum_.value, factor), upper=upper)


@rule(
    "FND005",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=_GIFTS,
    title="Trị giá mỗi suất quà cần phù hợp với mức thường gặp",
    message=(
        "{stated} cho {other}: bình quân mỗi suất {mean}, ngoài mức thường gặp ({low} đến {high} đồng); "
        "đề nghị kiểm tra đơn vị tiền và số suất"
    ),
    reason="""
        Trị giá bình quân một suất quà thường nằm trong khoảng từ giá một quyển vở đến giá một chiếc xe đạp;
        ngoài khoảng đó thì số tiền hoặc đơn vị tiền cần kiểm tra lại.

        Sai: 5.500 suất quà, tổng trị giá 4,5 triệu đồng.
        Đúng: 5.500 suất quà, tổng trị giá 4,5 tỷ đồng.
    """,
)
def gifts_have_a_usual_value(
    report: Report, least: int = 50_000, greatest: int = 5_000_000
) -> Iterator[Judgement]:
    """A gift costs between a notebook and a bicycle; otherwise a sum or its unit is wrong.

    Wrong: 5.500 gifts of 4,5 triệu đồng in all.
    Right: 5.500 gifts of 4,5 tỷ đồng in all.
    """
    return _GIFTS.judge(report, low=least, high=greatest)


@rule(
    "FND013",
    Severity.WARNING,
    level=1,
    claims=(_PAID_FOR, _PAID_TWICE),
    title="Số nhà, số quà quỹ đã chi cần nằm trong số nhà, số quà đã nêu",
    message="Sổ quỹ ghi {stated}; số nhà, số quà đã nêu trong cùng kỳ là {other}",
    reason="""
        Nhà, quà quỹ chi trả là một phần của số nhà, số quà báo cáo nêu trong cùng kỳ. Cùng một số tiền thì là
        cùng số nhà, số quà. Nhà, quà có thêm nguồn khác thì số đã nêu có thể nhiều hơn.

        Sai: Quỹ chi xây 6 nhà, báo cáo nêu xây 5 nhà trong cùng kỳ.
        Đúng: Quỹ chi xây 5 nhà, báo cáo nêu xây 5 nhà trong cùng kỳ.
    """,
)
def what_a_fund_pays_for_is_among_what_was_done(report: Report) -> Iterator[Judgement]:
    """The houses and gifts that a fund pays for are among those that the report names for the same time.

    The same money is for the same number of them.  Others may have been paid for from elsewhere.

    Wrong: a fund pays for 6 houses, 5 were built in that time.
    Right: a fund pays for 5 houses, 5 were built in that time.
    """
    above = set()
    for judgement in _PAID_FOR.judge(report):
        if isinstance(judgement, Breach):
            above.add(judgement.path)
        yield judgement
    for judgement in _PAID_TWICE.judge(report):
        if not isinstance(judgement, Breach) or judgement.path not in above:
            yield judgement


@rule(
    "FND014",
    Severity.WARNING,
    level=1,
    claims=_SPENT,
    title="Tổng chi cần không nhiều hơn số tiền có trong kỳ",
    message="Đã chi {stated}; số dư đầu kỳ cộng các khoản thu là {other}",
    reason="""
        Quỹ chi trong số tiền có: số dư đầu kỳ, số vận động được và số cấp trên chuyển. Chi nhiều hơn thì có
        khoản thu ghi thiếu, hoặc số chi gõ sai.

        Sai: Đầu kỳ 10.000.000 đồng, thu 40.000.000 đồng, chi 80.000.000 đồng.
        Đúng: Đầu kỳ 10.000.000 đồng, thu 40.000.000 đồng, chi 30.000.000 đồng.
    """,
)
def no_more_is_spent_than_there_is(report: Report) -> Iterator[Judgement]:
    """A fund spends what it has: what it began with, what was raised, what came from above.

    What it handed on it has no longer.

    Wrong: 10.000.000 đồng at the beginning, 40.000.000 đồng raised, 80.000.000 đồng spent.
    Right: 10.000.000 đồng at the beginning, 40.000.000 đồng raised, 30.000.000 đồng spent.
    """
    return _SPENT.judge(report)


@rule(
    "FND015",
    Severity.WARNING,
    level=1,
    claims=_ALLOCATED,
    title="Số phân bổ cần không nhiều hơn số đã tiếp nhận",
    message="Đã phân bổ {stated}; đã tiếp nhận {other}",
    reason="""
        Tiền, hàng đăng ký chưa phải là đã nhận, nên chỉ phân bổ được số đã tiếp nhận.

        Sai: Đăng ký 90.000.000 đồng, tiếp nhận 60.000.000 đồng, phân bổ 80.000.000 đồng.
        Đúng: Đăng ký 90.000.000 đồng, tiếp nhận 80.000.000 đồng, phân bổ 80.000.000 đồng.
    """,
)
def no_more_is_allocated_than_was_received(report: Report) -> Iterator[Judgement]:
    """What was pledged has not come in yet, so only what was received can be allocated.

    Wrong: 90.000.000 đồng pledged, 60.000.000 đồng received, 80.000.000 đồng allocated.
    Right: 90.000.000 đồng pledged, 80.000.000 đồng received, 80.000.000 đồng allocated.
    """
    return _ALLOCATED.judge(report)


@rule(
    "FND016",
    Severity.INFO,
    level=1,
    basis=RELIEF_DEADLINES,
    by_day=False,
    claims=_TAKEN_IN,
    title="Đợt vận động cứu trợ nên tiếp nhận, phân phối đúng thời hạn",
    message="Báo cáo ghi ngày {stated}; theo quy định chậm nhất ngày {other}, {days} ngày sau ngày {event}",
    reason="""
        Đợt vận động phát động từ ngày 11/12/2021 tiếp nhận trong 90 ngày, phân phối xong trong 20 ngày sau
        khi kết thúc tiếp nhận; trước đó tiếp nhận trong 60 ngày (trung ương, tỉnh) hoặc 30 ngày. Chỉ nhắc để
        xem lại, vì cấp tỉnh trở lên được kéo dài thời gian tiếp nhận, và khoản đã cam kết được nhận sau.

        Sai: Phát động ngày 10/9/2024, tiếp nhận đến ngày 31/12/2024.
        Đúng: Phát động ngày 10/9/2024, tiếp nhận đến ngày 09/12/2024.
    """,
)
def relief_is_received_and_handed_out_in_time(report: Report) -> Iterator[Judgement]:
    """A campaign for relief receives for 90 days, and hands out within 20 days of the end.

    Campaigns launched before 11 December 2021 received for 60 days (centre, province) or for 30.  A notice,
    since provinces and the centre may prolong it, and since what was promised may come in later.

    Wrong: launched on 10 September 2024, received until 31 December 2024.
    Right: launched on 10 September 2024, received until 9 December 2024.
    """
    return _TAKEN_IN.judge(report, bases=RELIEF_DEADLINES)


@rule(
    "FND017",
    Severity.WARNING,
    level=1,
    basis=RELIEF_PUBLICATION,
    by_day=False,
    claims=_PUBLISHED,
    title="Số tiếp nhận, phân phối cứu trợ cần công khai đúng thời hạn",
    message="Công khai ngày {stated}; theo quy định chậm nhất ngày {other}, {days} ngày sau ngày {event}",
    reason="""
        Tổng số tiếp nhận được công khai trong 15 ngày từ khi kết thúc tiếp nhận, số phân phối trong 30 ngày
        từ khi phân phối xong, đối với các đợt phát động từ ngày 11/12/2021.

        Sai: Kết thúc tiếp nhận ngày 09/12/2024, công khai ngày 20/01/2025.
        Đúng: Kết thúc tiếp nhận ngày 09/12/2024, công khai ngày 20/12/2024.
    """,
)
def relief_is_made_public_in_time(report: Report) -> Iterator[Judgement]:
    """What came in for relief is made public within 15 days, what was handed out within 30.

    This holds for campaigns launched from 11 December 2021 on.

    Wrong: received until 9 December 2024, made public on 20 January 2025.
    Right: received until 9 December 2024, made public on 20 December 2024.
    """
    return _PUBLISHED.judge(report, bases=RELIEF_PUBLICATION)


@rule(
    "FND018",
    Severity.INFO,
    level=1,
    claims=_TOGETHER,
    title="Quà, nhà nên ghi cả số lượng và số tiền",
    message="Còn để trống, trong khi số liệu gắn với nó là {other}",
    reason="""
        Quà có trị giá thì có số suất, quà và nhà có số lượng thì có số tiền. Chỉ nhắc để xem lại, vì báo cáo
        có thể chỉ nêu một trong hai. Số tính được từ các số khác do quy tắc APP022 nêu.

        Sai: Tặng quà Tết, trị giá 103.200.000 đồng, không ghi bao nhiêu suất.
        Đúng: Tặng 344 suất quà Tết, trị giá 103.200.000 đồng.
    """,
)
def money_and_number_are_told_together(report: Report) -> Iterator[Judgement]:
    """Gifts of some value are so many, and so many gifts or houses have a value.

    A notice, since a report may tell one of both alone.  A blank that other figures tell is the concern of
    APP022.

    Wrong: gifts worth 103.200.000 đồng, and no number of gifts.
    Right: 344 gifts worth 103.200.000 đồng.
    """
    for judgement in _TOGETHER.judge(report):
        if not (isinstance(judgement, Breach) and judgement.path in _told_otherwise(report)):
            yield judgement


def _told_otherwise(report: Report) -> set[str]:
    return {item.path for item in told_blanks(report) if isinstance(item, Breach)}


@rule(
    "FND020",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Số tiền dưới 1.000 đồng cần xem lại đơn vị tính",
    message="Số tiền ghi {amount}; có phải thiếu “nghìn” hoặc “triệu”?",
    reason="""
        Số tiền trong hồ sơ và biểu mẫu tính bằng đồng; chép từ bảng “ĐVT: triệu đồng” mà không đổi thì còn
        vài đồng, vài trăm đồng. Số dư đầu kỳ, cuối kỳ của quỹ có thể lẻ như vậy nên không đối chiếu.

        Sai: Tổng số tiền hỗ trợ 159 đồng.
        Đúng: Tổng số tiền hỗ trợ 159.000.000 đồng.
    """,
)
def sums_are_in_dong(report: Report, least: int = 1000) -> Iterator[Judgement]:
    """A sum copied from a table in millions is left with a few đồng.

    The opening and closing balance of a fund may be so small, and are not judged.

    Wrong: 159 đồng of support in all.
    Right: 159.000.000 đồng of support in all.
    """
    for path, told in sums_of_money(report):
        if not 0 < told < least:
            yield PASSED
            continue
        offered = tuple(
            Suggestion(
                path=path,
                old=told,
                new=told * 10**power,
                reason=Phrase("có thể thiếu chữ “{}”", Phrase(word)),
            )
            for power, word in _SCALE_WORDS.items()
        )
        yield Breach(path=path, args={"amount": in_dong(told)}, actual=told, suggestions=offered)


@rule(
    "FND006",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Số liệu quỹ cần tính cho cả kỳ báo cáo",
    message="Số liệu quỹ tính {years} năm; kỳ báo cáo là {review} năm",
    reason="""
        Số liệu quỹ tính cho số năm khác với kỳ báo cáo thì không so sánh được với các số liệu khác. Số liệu
        của riêng một năm đã tự nêu rõ nên không đối chiếu.

        Sai: Báo cáo 15 năm, số liệu quỹ tính 5 năm.
        Đúng: Báo cáo 15 năm, số liệu quỹ tính 15 năm.
    """,
)
def funds_cover_the_years_under_review(report: Report) -> Iterator[Judgement]:
    """A sum over other years than those under review cannot be compared with the other figures.

    Figures of a single year say so themselves and are not checked.  In a report on one year, a fund that
    states that year may also state others, such as the sum since the beginning of the term.

    Wrong: a fund's sum of five years in a report on 15 years.
    Right: a fund's sum of 15 years in a report on 15 years.
    """
    found = period_of(report, REVIEW)
    if found is None:
        return
    position, item = found
    review = whole_years(item.period, item.stated_years)
    is_of_a_year = bool(review) and max(review) <= 1
    told = {ledger.fund for ledger in report.funds.ledgers if is_of_a_year and _is_of(item, ledger)}
    for number, ledger in enumerate(report.funds.ledgers):
        years = whole_years(ledger.period, ledger.stated_years)
        if not review or ledger.each_year or (years and max(years) <= 1):
            continue
        if not years:
            yield Unverifiable(f"funds.ledgers.{number}.period")
        elif set(years) & set(review) or _is_of(item, ledger) or ledger.fund in told:
            yield PASSED
        else:
            name = "period" if ledger.stated_years is None else "stated_years"
            path = f"funds.ledgers.{number}.{name}"
            yield Breach(
                path=path,
                args={"years": years[-1], "review": review[-1]},
                evidence=Evidence(
                    (Term("số năm của quỹ", years[-1], path),), "=", (Term("số năm của báo cáo", review[-1]),)
                ),
                expected=review[-1],
                actual=years[-1],
                related=(f"periods.{position}",),
            )


def _is_of(review: ReportPeriod, ledger: FundLedger) -> bool:
    """Return whether a ledger is of the very period of the review, whatever length that is said to have."""
    return ledger.stated_years is None and ledger.period == review.period


@claim_statements
def _on_funds(statement: Statement) -> bool:
    return statement.according_to is None and statement.indicator.startswith("funds.")


@rule(
    "FND007",
    Severity.ERROR,
    level=1,
    judges_sums=False,
    title="Số ước lượng phải phù hợp với số chính xác",
    message="{source} ghi {text}; theo số liệu quỹ là {appendix}; hai số không phù hợp",
    reason="""
        Số ước lượng ghi với “hơn”, “gần” nêu giới hạn của số liệu, nên số chính xác phải nằm trong giới hạn
        đó; số ước lượng “hằng năm” cũng phải phù hợp với bình quân các năm.

        Sai: “Hằng năm hơn 50 triệu đồng”, 5 năm được 215.910.000 đồng.
        Đúng: “Hằng năm hơn 40 triệu đồng”, 5 năm được 215.910.000 đồng.
    """,
)
def hedged_sums_agree_with_exact_ones(report: Report) -> Iterator[Judgement]:
    """A hedge bounds a figure, so the exact one lies within it, and so does the mean of the years it covers.

    Wrong: "hằng năm hơn 50 triệu đồng", and 215.910.000 đồng in five years.
    Right: "hằng năm hơn 40 triệu đồng", and 215.910.000 đồng in five years.
    """
    yield from naming(judge_statements(report, _on_funds), lambda _: {"source": Phrase("phần lời")})
    for hedged, other in _hedged_and_exact(report):
        figures = _said_by(other, hedged)
        if any(map(hedged.quantity.admits, figures)):
            yield PASSED
        else:
            figure = figures[-1]
            yield Breach(
                path=hedged.path,
                about=other.path,
                args={
                    "source": Phrase("số liệu quỹ"),
                    "text": hedged.quantity,
                    "appendix": in_dong(int(figure)) if figure.denominator == 1 else figure,
                },
                evidence=compared(hedged.quantity, Term("số chính xác", figure, other.path), hedged.path),
                actual=hedged.quantity,
                related=(other.path,),
            )


def _hedged_and_exact(report: Report) -> Iterator[tuple[Raised, Raised]]:
    """Return hedged sums, each with exact ones of the same time, or of years of which it bounds the mean.

    "Khoảng" of each year bounds no mean of other years.
    """
    for sums in raised_by_fund(report):
        exact_ones = [item for item in sums if not item.is_hedged and not item.quantity.is_rounded]
        same = {time: ends(items, whole) for time, items in by_time(exact_ones).items()}
        several = ends((item for item in exact_ones if not item.ledger.each_year and item.years), means)
        for hedged in sums:
            if hedged.is_hedged:
                bounds_means = hedged.ledger.each_year and hedged.quantity.qualifier is not Qualifier.ABOUT
                others = (*same.get(hedged.time, ()), *(several if bounds_means else ()))
                yield from ((hedged, item) for item in sorted(others, key=lambda item: item.number))


def _said_by(other: Raised, hedged: Raised) -> tuple[Fraction, ...]:
    """Return what an exact sum may say about the time of a hedged one: itself, or its mean for each year."""
    return whole(other) if other.ledger.each_year == hedged.ledger.each_year else means(other)


@rule(
    "FND009",
    Severity.WARNING,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số cấp trên chuyển cần bằng số cấp dưới nhận",
    message="Cấp trên báo cáo đã chuyển {sent}; đơn vị báo cáo đã nhận {received}",
    reason="""
        Số mà quỹ cấp trên báo cáo đã chuyển cho đơn vị cần bằng số mà đơn vị báo cáo đã nhận từ cấp đó; cấp
        trên ở đây là cấp trên trực tiếp hoặc cấp cao hơn nữa. Số làm tròn được tính với mọi giá trị có thể,
        số ước lượng được hiểu là bỏ bớt phần sau chữ số cuối; hiện vật chỉ so với hiện vật.

        Sai: Huyện báo cáo đã chuyển 50.000.000 đồng, xã báo cáo đã nhận 40.000.000 đồng.
        Đúng: Cả hai báo cáo ghi 50.000.000 đồng.
    """,
)
def what_is_handed_down_is_received(batch: Batch) -> Iterator[Judgement]:
    """What the fund of a parent unit handed down is what the child reports as received from that level.

    The parent, or the unit above it, reports it in `FundLedger.handed_on` to the child, or in statements with
    the indicator "funds.transfers" that name it (`Statement.unit`); the child reports it in
    `FundLedger.transfers` from that level, of what a ledger tells in one of the same fund and time.  Rounded
    amounts count with their whole range, hedged ones as if cut after their last digit.  Goods are compared
    with goods.

    Wrong: the district handed down 50.000.000 đồng, the commune received 40.000.000 đồng.
    Right: both have 50.000.000 đồng.
    """
    for sent, place, parent in handed_down(batch):
        if sent.amounts:
            yield _judge_transfer(sent, place, batch.digests[place], parent.unit.tier)


def _judge_transfer(sent: Handed, place: int, child: Digest, tier: Tier) -> Judgement:
    if is_silent(child, sent):
        return Unverifiable("funds.ledgers")
    path, unit, amounts = "funds.ledgers", unit_of(sent.amounts[0]), list[Amount]()
    for item in child.received:
        if item.tier is not tier or sent.ledger not in (None, item.ledger):
            continue
        if item.amount is None:
            return Unverifiable(item.path)
        if unit_of(item.amount) == unit:  # goods are no part of a sum of money
            path = item.path
            amounts.append(item.amount)
    agreement = _fit(amounts, sent.amounts)
    if agreement is Fit.OPEN:
        return Unverifiable(path)
    if agreement in (Fit.SAME, Fit.CUT):
        return PASSED
    (given, *others), told = sent.amounts, measured(sum(map(nominal, amounts)), unit)
    whole = measured(sum(map(nominal, sent.amounts)), unit) if others else given
    return Breach(
        path=path,
        report=place,
        args={"sent": whole, "received": told},
        evidence=compared(whole, Term("đơn vị nhận", told.value, path), ""),
    )


def _fit(amounts: list[Amount], sent: tuple[Quantity, ...]) -> Fit:
    """Return how amounts, hedged or rounded, go together with what was sent."""
    received = added(amounts)
    low = bounds(received).low
    if len(sent) == 1 and low == bounds(received).high and not sent[0].admits(low):
        return Fit.DIFFERENT
    return fit(received, added(sent))


@rule(
    "FND019",
    Severity.INFO,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Khoản chuyển giữa hai quỹ nên có trong báo cáo của cả hai bên",
    message="Báo cáo của {teller} ghi khoản chuyển {amount}; báo cáo của {silent} không ghi khoản này",
    reason="""
        Khi tổng hợp, khoản quỹ cấp trên chuyển cho quỹ cấp dưới được trừ đi nếu cả hai bên đều ghi. Khoản chỉ
        một bên ghi thì vẫn còn trong tổng, nên được nêu để kiểm tra. Bên gửi được coi là không ghi khi sổ quỹ
        cùng kỳ ghi rõ đã chuyển cho những đơn vị nào mà không có đơn vị này; bên nhận được coi là không ghi
        khi có sổ quỹ đó mà không ghi khoản nhận nào.

        Sai: Tỉnh ghi đã chuyển 50.000.000 đồng cho xã; sổ quỹ của xã không ghi khoản nhận nào.
        Đúng: Cả hai sổ quỹ ghi 50.000.000 đồng.
    """,
)
def transfers_are_told_by_both_sides(batch: Batch) -> Iterator[Judgement]:
    """What one fund hands on to another stays in the sum of both if one side alone tells of it.

    A sender is silent on a unit if its ledger of that fund and time names others that it handed something to,
    all of them; a receiver if it has that ledger, with no transfer at all.  What both tell is FND009's
    concern.

    Wrong: the province handed 50.000.000 đồng on to a commune, in whose ledger nothing was received.
    Right: both ledgers have 50.000.000 đồng.
    """
    for sent, place, parent in handed_down(batch):
        child = batch.digests[place]
        ledger = ledger_in(child, sent.ledger)
        if not is_silent(child, sent):
            yield PASSED
        elif ledger is None or not sent.amounts:
            yield Unverifiable("funds.ledgers")
        else:
            whole = measured(sum(map(nominal, sent.amounts)), unit_of(sent.amounts[0]))
            yield _told_once(place, ledger, parent, whole, child)
    senders = defaultdict[str, list[Digest]](list)
    for item in batch.digests:
        if item.handed:
            senders[item.name].append(item)
    for place, child in enumerate(batch.digests) if senders else ():
        above = [other for name in names_above(child.unit, batch) for other in senders.get(name, ())]
        for received in child.received:
            for parent in above:
                told = {sent.unit for sent in parent.handed if sent.ledger == received.ledger}
                is_its_own = any(not name or child.name in name for name in told)  # without a name: perhaps
                if (
                    parent.unit.tier is received.tier
                    and parent.time() == child.time()
                    and told
                    and not is_its_own
                    and received.amount is not None
                ):
                    yield _told_once(place, received.path, child, in_dong(received.amount), parent)


def _told_once(place: int, path: str, teller: Digest, amount: Quantity, silent: Digest) -> Breach:
    names = {"teller": teller.unit.full_name, "silent": silent.unit.full_name}
    return Breach(path=path, report=place, args={**names, "amount": amount})


_PERCENT: Final = "percent"


@rule(
    "FND002",
    Severity.ERROR,
    level=1,
    claims=_BALANCE,
    title="Số dư cuối kỳ phải bằng số dư đầu kỳ cộng thu trừ chi",
    message="Số dư đầu kỳ cộng thu trừ chi là {balance}; báo cáo ghi số dư cuối kỳ {closing}",
    reason="""
        Số dư cuối kỳ của quỹ bằng số dư đầu kỳ cộng thu trừ chi, và không thể nhỏ hơn 0. Số làm tròn được
        tính với mọi giá trị có thể; trường hợp số ước lượng chưa cho kết luận do quy tắc FND011 đối chiếu. Số
        liệu của từng năm riêng không lập thành cân đối; hiện vật không cộng vào tiền, và khi trị giá hiện vật
        có thể bù phần chênh lệch thì chưa đủ số liệu để đối chiếu.

        Sai: Đầu kỳ 10 triệu đồng, thu 40 triệu đồng, chi 30 triệu đồng, cuối kỳ 25 triệu đồng.
        Đúng: Đầu kỳ 10 triệu đồng, thu 40 triệu đồng, chi 30 triệu đồng, cuối kỳ 20 triệu đồng.
    """,
)
def ledgers_balance(report: Report) -> Iterator[Judgement]:
    """What a fund has at the end is what it had, plus what came in, minus what went out; never below 0.

    Rounded amounts count with their whole range.  Where hedged ones leave it open, FND011 decides.  Figures
    of single years make no balance.  Goods in kind are in no sum; where their value may make up the
    difference, nothing can be said.

    Wrong: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 25 triệu at the end.
    Right: 10 triệu at the beginning, 40 triệu raised, 30 triệu spent, 20 triệu at the end.
    """
    for balance in balances(report):
        stated = balance.stated
        if stated is None:
            yield Unverifiable(balance.unknown)
        elif exceeds(0, as_sum(stated.amount)):
            yield _off(balance, stated, Evidence((_rest(stated),), "≥", (Term("không", 0),)))
        elif stated.fit is Fit.SAME:
            yield PASSED
        elif stated.fit is Fit.DIFFERENT:
            yield _unbalanced(balance, stated)


def _rest(stated: Stated) -> Term:
    return Term(stated.label, nominal(stated.amount), stated.path)


def _unbalanced(balance: Balance, stated: Stated) -> Judgement:
    unvalued = balance.unvalued(stated)
    if unvalued:
        return Unverifiable(unvalued)
    received, handed, spent = balance.received, balance.handed, balance.spent
    ins = (
        Term("dư đầu kỳ", nominal(balance.opening or 0), stated.related[0]),
        Term("thu", bounds(received.sum).nominal, received.path),
        *([Term("quỹ cấp trên", bounds(handed.sum).nominal, _only(handed))] if handed.known else ()),
    )
    passed_on = balance.passed_on
    outs = (
        _rest(stated),
        Term("chi", bounds(spent.sum).nominal, spent.path),
        *([Term("chuyển đi", bounds(passed_on.sum).nominal, _only(passed_on))] if passed_on.known else ()),
    )
    return _off(balance, stated, Evidence(outs, "=", ins))


def _only(side: Side) -> str:
    """Return where the one item of a side stands; empty of several."""
    return side.item_path(side.known[0][0]) if len(side.known) == 1 else ""


def _off(balance: Balance, stated: Stated, evidence: Evidence) -> Breach:
    rest = Fraction(bounds(stated.reckoned).nominal - bounds(stated.gone).nominal)
    return Breach(
        path=stated.path,
        args={
            "balance": by_unit(measured(rest, VND), *balance.goods),
            "closing": in_dong(stated.amount),
        },
        evidence=evidence,
        expected=rest,
        actual=stated.amount,
        related=stated.related,
    )


@rule(
    "FND004",
    Severity.ERROR,
    level=1,
    claims=_TOTALS,
    title="Tổng thu, tổng chi phải bằng tổng các khoản",
    message="Báo cáo ghi tổng {total}; cộng các khoản được {sum}",
    reason="""
        Các nguồn thu cộng lại phải bằng tổng thu, các khoản chi cộng lại phải bằng tổng chi; khoản có đơn vị
        tính khác với tổng không cộng vào. Trường hợp số ước lượng chưa cho kết luận do quy tắc FND011 đối
        chiếu, tổng có thể gồm giá trị hiện vật do quy tắc FND012 đối chiếu.

        Sai: Tổng thu 40 triệu đồng: 25 triệu đồng từ hộ gia đình, 10 triệu đồng từ doanh nghiệp.
        Đúng: Tổng thu 35 triệu đồng: 25 triệu đồng từ hộ gia đình, 10 triệu đồng từ doanh nghiệp.
    """,
)
def totals_of_a_fund_are_the_sums_of_its_items(report: Report) -> Iterator[Judgement]:
    """The sources add up to what was raised, the purposes to what was spent.

    Items in another unit than the total are in no sum.  Where hedged ones leave it open, FND011 decides;
    where a total may include the value of goods, FND012.

    Wrong: 40 triệu raised: 25 triệu from households, 10 triệu from companies.
    Right: 35 triệu raised: 25 triệu from households, 10 triệu from companies.
    """
    for side in sides_with_items(report):
        known, stated = added(item for _, item in side.known), stated_total(side)
        if stated is None:
            yield Unverifiable(side.path)
        elif side.blank_item and not exceeds(known, stated.left):
            yield Unverifiable(side.blank_item)
        elif stated.fit is Fit.SAME:
            yield PASSED
        elif stated.fit is Fit.DIFFERENT:
            surplus = exceeds(stated.left, known)
            yield Unverifiable(side.goods[0][0]) if side.goods and surplus else _wrong_total(side, stated)


def _wrong_total(side: Side, stated: Stated) -> Breach:
    terms = tuple(
        Term(Phrase("khoản {}", place + 1), nominal(amount), side.item_path(place))
        for place, amount in side.known
    )
    known = Fraction(bounds(stated.reckoned).nominal)
    return Breach(
        path=side.path,
        args={
            "total": in_dong(stated.amount),
            "sum": by_unit(measured(known, side.unit), *(item for _, item in side.goods)),
        },
        evidence=Evidence((Term(stated.label, nominal(stated.amount), side.path),), "=", terms),
        expected=known,
        actual=side.total,
        related=stated.related,
    )


@rule(
    "FND012",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    title="Tổng số tiền gồm cả hiện vật cần ghi rõ trị giá hiện vật",
    message=(
        "Báo cáo ghi tổng {total}; cộng các khoản tiền được {sum}; nếu tổng gồm cả {goods}, đề "
        "nghị ghi rõ trị giá"
    ),
    reason="""
        Khi tổng số tiền lớn hơn các khoản tiền cộng lại mà ngoài ra còn có hiện vật, báo cáo cần ghi rõ hiện
        vật trị giá bao nhiêu.

        Sai: Tổng 25 tỷ đồng: 22,43 tỷ đồng tiền và 215 tấn gạo.
        Đúng: Tổng 22,43 tỷ đồng: 22,43 tỷ đồng tiền; ngoài ra có 215 tấn gạo.
    """,
)
def goods_are_no_part_of_a_sum_of_money(report: Report) -> Iterator[Judgement]:
    """A total of money that exceeds its items, where there are also goods, states their value.

    Wrong: 25 tỷ raised: 22,43 tỷ of money, and 215 tấn of rice.
    Right: 22,43 tỷ raised: 22,43 tỷ of money, and 215 tấn of rice.
    """
    for side in sides_with_items(report):
        stated = stated_total(side)
        if stated is None or not side.goods or side.blank_item:
            continue
        if not exceeds(stated.left, stated.reckoned):
            yield PASSED
            continue
        known = measured(bounds(stated.reckoned).nominal, side.unit)
        yield Breach(
            path=side.path,
            args={
                "total": in_dong(stated.amount),
                "sum": known,
                "goods": by_unit(*(item for _, item in side.goods)),
            },
            actual=side.total,
            related=(*stated.related, *(path for path, _ in side.goods)),
        )


@rule(
    "FND008",
    Severity.ERROR,
    level=1,
    claims=_COST,
    title="Kinh phí làm nhà phải bằng số căn nhà nhân mức hỗ trợ",
    message="Với {count} căn nhà, mỗi căn {each}, kinh phí là {product}; báo cáo ghi {amount}",
    reason="""
        Kinh phí làm nhà bằng số căn nhà nhân với mức hỗ trợ mỗi căn. Trường hợp số ước lượng chưa cho kết
        luận do quy tắc FND011 đối chiếu.

        Sai: 5 căn nhà, mỗi căn 30 triệu đồng, kinh phí 180 triệu đồng.
        Đúng: 6 căn nhà, mỗi căn 30 triệu đồng, kinh phí 180 triệu đồng.
    """,
)
def houses_cost_their_number_times_the_support(report: Report) -> Iterator[Judgement]:
    """The cost of houses is their number times the support for each.

    Where hedged amounts leave it open, FND011 decides.

    Wrong: 5 houses with 30 triệu each, 180 triệu in all.
    Right: 6 houses with 30 triệu each, 180 triệu in all.
    """
    for number, houses in enumerate(report.funds.houses):
        count, each, amount, stated = houses.count, houses.support_each, houses.amount, _cost(report, number)
        figures = {"count": count, "support_each": each, "amount": amount}
        blanks = [name for name, figure in figures.items() if figure is None]
        if len(blanks) == 1:
            yield Unverifiable(f"funds.houses.{number}.{blanks[0]}")
        elif count is None or each is None or amount is None:
            continue
        elif stated is None:
            yield Unverifiable(f"funds.houses.{number}.support_each")
        elif stated.fit is Fit.SAME:
            yield PASSED
        elif stated.fit is Fit.DIFFERENT:
            cost = Fraction(bounds(stated.reckoned).nominal)
            yield Breach(
                path=stated.path,
                args={
                    "count": count,
                    "each": in_dong(each),
                    "product": measured(cost, unit_of(amount)),
                    "amount": in_dong(amount),
                },
                evidence=Evidence(
                    (Term(stated.label, nominal(amount), stated.path),),
                    "=",
                    (Term("số căn nhà × mức hỗ trợ", cost),),
                ),
                expected=cost,
                actual=amount,
                related=stated.related,
            )


def _cost(report: Report, number: int) -> Stated | None:
    """Return what houses cost; None if a figure is missing, or support and cost are measured in two units."""
    houses = report.funds.houses[number]
    count, each, amount = houses.count, houses.support_each, houses.amount
    if count is None or each is None or amount is None or unit_of(each) != unit_of(amount):
        return None
    place = f"funds.houses.{number}"
    related = (f"{place}.count", f"{place}.support_each")
    return Stated(f"{place}.amount", "kinh phí", amount, as_sum(each) * count, related=related)


@rule(
    "FND010",
    Severity.ERROR,
    level=1,
    title="Số dư, trị giá và khoản bằng tiền phải ghi bằng đơn vị tiền",
    message="Báo cáo ghi {amount}, không phải là số tiền; đề nghị kiểm tra đơn vị tính",
    reason="""
        Số dư của quỹ là tiền, trị giá cũng là tiền, nên phải ghi bằng đơn vị tiền; khoản tiếp nhận có thể là
        hiện vật nhưng không thể là tỷ lệ phần trăm.

        Sai: Đầu kỳ 215 tấn; cuối kỳ 40%; khoản nhận “bằng tiền” 215 tấn.
        Đúng: Đầu kỳ 22.430.000.000 đồng; nhận bằng hiện vật 215 tấn.
    """,
)
def amounts_are_amounts(report: Report) -> Iterator[Judgement]:
    """The balance of a fund and a value are money; what it receives may be goods, but never a percentage.

    Wrong: 215 tấn at the beginning; 40% at the end; 215 tấn "bằng tiền".
    Right: 22.430.000.000 đồng at the beginning; 215 tấn received in kind.
    """
    for path, amount, is_money in _amounts(report):
        if amount is None:
            continue
        unit = unit_of(amount)
        if unit == _PERCENT or (is_money and unit not in _CURRENCIES):
            yield Breach(path=path, args={"amount": in_dong(amount)}, actual=amount)
        else:
            yield PASSED


_CURRENCIES: Final = (VND, "USD")


def _amounts(report: Report) -> Iterator[tuple[str, Amount | None, bool]]:
    """Return the amounts of all funds: where each stands, what it is, and whether it must be money."""
    funds = report.funds
    for n, ledger in enumerate(funds.ledgers):
        place = f"funds.ledgers.{n}"
        yield f"{place}.opening", ledger.opening, True
        yield f"{place}.pledged", ledger.pledged, False
        yield f"{place}.raised", ledger.raised, False
        yield from _receipts(f"{place}.receipts", ledger.receipts)
        for m, transfer in enumerate(ledger.transfers):
            yield f"{place}.transfers.{m}.amount", transfer.amount, False
        yield f"{place}.spent", ledger.spent, False
        for m, spending in enumerate(ledger.spending):
            yield f"{place}.spending.{m}.amount", spending.amount, False
        yield from _handed_on(f"{place}.handed_on", ledger.handed_on)
        yield f"{place}.closing", ledger.closing, True
    for n, houses in enumerate(funds.houses):
        yield f"funds.houses.{n}.support_each", houses.support_each, False
        yield f"funds.houses.{n}.amount", houses.amount, False
    for n, gifts in enumerate(funds.gifts):
        for name in ("value", "value_each", "cash_each", "goods_each"):
            yield f"funds.gifts.{n}.{name}", getattr(gifts, name), True
    for n, action in enumerate(funds.relief):
        yield from _receipts(f"funds.relief.{n}.receipts", action.receipts)
        yield from _handed_on(f"funds.relief.{n}.handed_on", action.handed_on)
        if action.gifts is not None:
            yield f"funds.relief.{n}.gifts.value", action.gifts.value, True


def _handed_on(place: str, items: tuple[OutgoingTransfer, ...]) -> Iterator[tuple[str, Amount | None, bool]]:
    for n, item in enumerate(items):
        yield f"{place}.{n}.amount_each", item.amount_each, False
        yield f"{place}.{n}.amount", item.amount, False


def _receipts(place: str, receipts: tuple[Receipt, ...]) -> Iterator[tuple[str, Amount, bool]]:
    for n, receipt in enumerate(receipts):
        yield f"{place}.{n}.amount", receipt.amount, receipt.form is ContributionForm.CASH


@rule(
    "FND011",
    Severity.WARNING,
    level=1,
    basis=CUT,
    title="Các số ước lượng của quỹ cần khớp nhau theo cách ghi thường gặp",
    message=(
        "Báo cáo ghi {stated}; theo cách ghi thường gặp (“hơn 2,7” là từ 2,7 đến dưới 2,8), tính "
        "từ các số khác là {side} {bound}"
    ),
    reason="""
        Các số ước lượng của quỹ cần khớp nhau khi hiểu mỗi số là đã bỏ bớt phần sau chữ số cuối: “hơn 2,7 tỷ
        đồng” là từ 2,7 đến dưới 2,8 tỷ đồng. Quy tắc đối chiếu số dư, các tổng, kinh phí làm nhà và hai sổ
        quỹ của cùng một quỹ, cùng thời gian, khi riêng câu chữ chưa cho kết luận; “ít nhất”, “không quá”,
        “dưới” không cho biết giới hạn phía bên kia. Đây là cảnh báo vì theo câu chữ, “hơn 2,7 tỷ đồng” có thể
        là 5 tỷ đồng.

        Sai: Đầu kỳ hơn 5,2 tỷ đồng, thu hơn 3,6 tỷ đồng, chi hơn 4,1 tỷ đồng, cuối kỳ hơn 47 tỷ đồng.
        Đúng: Đầu kỳ hơn 5,2 tỷ đồng, thu hơn 3,6 tỷ đồng, chi hơn 4,1 tỷ đồng, cuối kỳ hơn 4,7 tỷ đồng.
    """,
)
def hedged_amounts_agree_as_they_are_written(report: Report) -> Iterator[Judgement]:
    """Hedged amounts add up if each was cut after its last digit: "hơn 2,7 tỷ" is from 2,7 to 2,8 tỷ.

    A warning, since "hơn 2,7 tỷ" literally allows 5 tỷ; in the reports that could be checked it never was.
    Balances, totals, the cost of houses, and two ledgers of one fund and time, are checked where the words
    alone leave it open.  "Ít nhất", "không quá" and "dưới" say nothing about their other side.

    Wrong: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 47 tỷ at the end.
    Right: hơn 5,2 tỷ at the beginning, hơn 3,6 tỷ raised, hơn 4,1 tỷ spent, hơn 4,7 tỷ at the end.
    """
    for told in _claims(report):
        match told.fit:
            case Fit.DOUBTFUL:
                figure = Reading(told.path, told.label, told.amount, unit_of(told.amount))
                yield doubtful(figure, told.reckoned, told.gone, told.related)
            case Fit.OPEN:
                yield Unverifiable(told.path)
            case Fit.CUT:
                yield PASSED
            case _:  # exact and rounded figures leave nothing open: other rules check them
                pass


def _claims(report: Report) -> Iterator[Stated]:
    """Return all that funds state, each with what it should be."""
    yield from (item.stated for item in balances(report) if item.stated is not None)
    for side in sides_with_items(report):
        stated = stated_total(side)
        if stated is not None and not side.blank_item:
            yield stated
    yield from _told_twice(report)
    costs = (_cost(report, number) for number in range(len(report.funds.houses)))
    yield from (cost for cost in costs if cost is not None)


def _told_twice(report: Report) -> Iterator[Stated]:
    """Return hedged sums, each with what other ledgers say of the same fund and time."""
    for sums in raised_by_fund(report):
        for told in by_time(sums).values():
            ranked = sorted(told, key=lambda item: nominal(item.amount))
            extremes = dict.fromkeys((*ranked[:2], *ranked[-2:]))
            for hedged in told:
                if hedged.is_hedged:
                    for twin in ends((item for item in extremes if item is not hedged), whole):
                        reckoned, related = as_sum(twin.amount), (twin.path,)
                        yield Stated(hedged.path, "vận động được", hedged.amount, reckoned, related=related)
