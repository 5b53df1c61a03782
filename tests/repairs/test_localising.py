"""A planted slip is found again; nothing is ever repaired behind the user's back."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mttq._declared.types import Count, Money
from mttq.checking import Profile, check
from mttq.codec import dumps, load
from mttq.forms import form, row
from mttq.forms._grassroots import Commune
from mttq.forms.qcdc_7_ttnd import InspectionBoardWork
from mttq.model import (
    FrontCommittee,
    PopulationProfile,
    PovertyFigure,
    Statement,
    Supervision,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.repairs import Change, Repair, localise
from mttq.repairs._figures import Figure, Written, figures_of, numbers_in
from mttq.repairs._repair import Support
from mttq.repairs._slips import Slip, slips
from mttq.report import Report
from mttq.rules import PASSED, RULES, Breach, Judgement, Severity, rule
from mttq.rules._kit.digits import distance
from mttq.testing import draw_month, draw_report, make_report
from mttq.values import DocumentRef, Pair, PartialDate, Period, Qualifier, Quantity, Share, Triple

REPORT = make_report()
TRUNG_SON = load(Path(__file__).parents[2] / "examples" / "trung_son_2023.json")
CRITICISM = "kl62-pl2.criticism.{}.commune"
SUMS = (  # each total with its parts
    [CRITICISM.format(name) for name in ("sessions", "conferences", "written", "dialogues")],
    [
        "organisation.committee.members",
        *(f"organisation.committee.composition.{n}.members" for n in range(4)),
    ],
    [
        "kl62-pl1.cadres.transferred.total",
        *(f"kl62-pl1.cadres.transferred.commune.{name}" for name in ("party", "government", "unions")),
    ],
)
POOR = ["population.households", "population.poor.households", "population.near_poor.households"]


def lines(report: Report, *codes: str, **options: Report) -> list[str]:
    findings = check(report)
    return [
        repair.render()
        for repair in localise(report, [item for item in findings if item.code in codes], **options)  # type: ignore[arg-type]
    ]


def news(repair: Repair) -> dict[str, Written | None]:
    return {change.path: change.new for change in repair.changes}


def rivals(report: Report, terms: list[str], path: str, off: int, far: int) -> int:
    """Count the other terms of a sum that could carry a difference with no more digits."""
    count = 0
    for other in terms:
        old = report.value_at(other)
        assert isinstance(old, int)
        new = old - off if (other == terms[0]) == (path == terms[0]) else old + off
        count += other != path and new >= 0 and distance(str(old), str(new)) <= far
    return count


@settings(max_examples=10)
@given(st.data())
def test_a_slip_in_a_sum_comes_first_but_for_terms_that_could_carry_it_with_as_few_digits(
    data: st.DataObject,
) -> None:
    """In the first three, that is, unless three other terms of the sum are as near to setting it right."""
    terms = data.draw(st.sampled_from(SUMS))
    path = data.draw(st.sampled_from(terms))
    true = REPORT.value_at(path)
    assert isinstance(true, int)
    planted, slip = data.draw(st.sampled_from(sorted(slips(true))))
    wrong = REPORT.with_value(path, planted)
    assume(check(wrong).errors)  # parts that are blank may hide it
    repairs = localise(wrong)
    far = 2 if slip is Slip.SCALE and planted else 1
    place = [news(repair) for repair in repairs].index({path: true})
    assert place <= rivals(wrong, terms, path, planted - true, far)
    assert (repairs[place].changes[0].old, repairs[place].distance) == (planted, far)
    assert repairs.complete


@settings(max_examples=8)
@given(st.sampled_from(POOR), st.data())
def test_percentages_are_checksums_a_slip_that_breaks_one_is_found(path: str, data: st.DataObject) -> None:
    """Always among the first three; with one percentage broken, first, since it admits that number alone."""
    true = REPORT.value_at(path)
    assert isinstance(true, int)
    planted, _ = data.draw(st.sampled_from(sorted(slips(true))))
    wrong = REPORT.with_value(path, planted)
    assume(check(wrong)["UNI008"])
    first = [news(repair) for repair in localise(wrong)[:3]]
    assert {path: true} in first
    assert path == POOR[0] or first[0] == {path: true}


def test_of_digits_added_to_any_figure_nearly_all_are_named_among_the_first_three() -> None:
    """Of 8 planted at random, that is; the others are figures which are only too high or too low."""
    random, places = Random(62), list[int]()  # noqa: S311 - no secret
    while len(places) < 8:
        report = draw_report(random.randrange(100))
        path, figure = random.choice(sorted(figures_of(report).items(), key=str))
        number, make = list(numbers_in(figure))[-1]  # of a range the upper end, which may be far higher
        wrong = report.with_value(path, make(number * 10 + random.randrange(10)))
        if check(wrong).errors:
            found = [news(repair) for repair in localise(wrong)]
            places.append(found.index({path: figure}))
    assert sum(place < 3 for place in places) >= 7


@settings(max_examples=4)
@given(st.sampled_from([path for terms in SUMS for path in terms] + POOR), st.integers(0, 5000))
def test_nothing_is_repaired_and_two_runs_say_the_same(path: str, planted: int) -> None:
    wrong = REPORT.with_value(path, planted)
    before = dumps(wrong)
    assert localise(wrong) == localise(REPORT.with_value(path, planted))
    assert dumps(wrong) == before


def test_a_consistent_report_has_nothing_to_repair() -> None:
    assert not localise(REPORT)
    assert localise(REPORT).complete


class TestTrungSon:
    def test_the_narrative_shows_which_figure_of_the_criticism_table_is_wrong(self) -> None:
        first = localise(TRUNG_SON)[0]
        change = Change(
            path="kl62-pl2.criticism.conferences.commune",
            place="Phụ lục 2, mục 2, dòng “Tổ chức hội nghị”, cấp cơ sở",
            old=10,
            new=0,
            kind=Slip.ADDED,
            distance=1,
        )
        assert first == Repair(
            changes=(change,),
            support=(Support.NARRATIVE,),
            fixes=("CRI001", "CRI002"),
        )
        assert first.render().endswith(
            ": 10 → 0 (thừa một chữ số; khớp với phần lời; khắc phục CRI001, CRI002)"
        )

    def test_the_other_terms_come_after(self) -> None:
        assert lines(TRUNG_SON, "CRI001")[1:] == [
            "Phụ lục 2, mục 2, dòng “Gửi văn bản dự thảo”, cấp cơ sở: 15 → 5 (thừa "
            "một chữ số; khắc phục CRI001)",
            "Phụ lục 2, mục 2, dòng 2, cấp cơ sở: 15 → 25 (sai một chữ số; khắc phục CRI001)",
        ]

    def test_one_percentage_admits_one_numerator(self) -> None:
        assert lines(TRUNG_SON.with_value(POOR[1], 489), "UNI008") == [
            "Dân số, Hộ nghèo, Số hộ: 489 → 488 (sai một chữ số; chỉ số này cho "
            "đúng tỷ lệ đã ghi; khắc phục UNI008)",
            "Dân số, Hộ nghèo, Tỷ lệ: 51,59% → 51,69% (sai một chữ số; khắc phục UNI008)",
        ]

    def test_two_percentages_admit_one_denominator(self) -> None:
        assert lines(TRUNG_SON.with_value(POOR[0], 964), "UNI008")[0] == (
            "Dân số, Số hộ: 964 → 946 (đảo hai chữ số; khắc phục UNI008)"
        )

    def test_text_or_appendix_may_be_wrong_where_they_differ(self) -> None:
        place = "Phụ lục 1, mục I.1, dòng “Lồng ghép quán triệt trong các Hội nghị chuyên đề”"
        assert lines(TRUNG_SON, "CAM002") == [
            f"{place}: 45 → 115 (tính được từ các số khác; khắc phục CAM002)",
            "Số liệu phần lời thứ 1, Giá trị (Phần thứ nhất, II.1, dòng 35): 115 hội nghị → "
            "45 hội nghị (tính được từ các số khác; khắc phục CAM002)",
        ]

    def test_findings_that_were_not_asked_for_are_left_alone(self) -> None:
        assert lines(TRUNG_SON) == []


class TestSupport:
    WRONG = REPORT.with_value(CRITICISM.format("sessions"), 15)  # the forms make 13

    def first(self, report: Report, **options: Report) -> Repair:
        return localise(report, **options)[0]  # type: ignore[arg-type]

    def test_an_earlier_report_may_have_the_figure(self) -> None:
        by_distance, *_, by_digits = localise(self.WRONG)
        assert (news(by_distance), by_distance.support) == ({CRITICISM.format("sessions"): 13}, ())
        assert by_digits.distance >= by_distance.distance
        earlier = REPORT.with_value(CRITICISM.format("conferences"), 5)
        earlier = earlier.with_value(CRITICISM.format("sessions"), None)
        first = self.first(self.WRONG, previous=earlier)
        assert (news(first), first.support) == ({CRITICISM.format("conferences"): 5}, (Support.PREVIOUS,))

    def test_an_earlier_report_need_not_have_the_appendix(self) -> None:
        assert localise(self.WRONG, previous=make_report(appendices=())) == localise(self.WRONG)

    @pytest.mark.parametrize(
        ("changes", "supported"),
        [
            ({}, True),
            ({"indicator": CRITICISM.format("written")}, True),
            ({"each_year": True}, False),
            ({"unit": "xã khác"}, False),
            ({"indicator": "kl62-pl2.criticism.opinions"}, False),
        ],
    )
    def test_a_statement_about_the_same_figure_supports_it(
        self, changes: dict[str, object], supported: bool
    ) -> None:
        value = Quantity(value=Decimal(11))
        said = attrs.evolve(Statement(indicator="kl62-pl2.criticism.written", value=value), **changes)  # type: ignore[arg-type]
        repairs = localise(attrs.evolve(self.WRONG, statements=(said,))).of(CRITICISM.format("written"))
        assert [repair.support for repair in repairs if 11 in news(repair).values()] == [
            (Support.NARRATIVE,) if supported else ()
        ]

    def test_a_blank_total_is_filled_and_related_figures_agree(self) -> None:
        first = self.first(REPORT.with_value("kl62-pl1.allowances.villages.total", None))
        assert first.render() == (
            "Phụ lục 1, mục IV, dòng 2: — → 6 (bỏ trống; phù hợp với các số liên quan; khắc phục APP002)"
        )

    def test_the_parts_that_make_a_total_do_not_support_it_once_more(self) -> None:
        (only,) = localise(REPORT.with_value(CRITICISM.format("sessions"), None))
        assert (news(only), only.fixes) == ({CRITICISM.format("sessions"): 13}, ("APP002",))

    def test_a_repair_that_is_found_twice_keeps_all_support(self) -> None:
        said = Statement(indicator=POOR[1], value=Quantity(value=Decimal(87)))
        report = attrs.evolve(REPORT.with_value(POOR[1], 88), statements=(said,))
        first = self.first(report, previous=REPORT)
        assert (news(first), first.fixes) == ({POOR[1]: 87}, ("CAM002", "UNI008"))
        assert first.support == (Support.NARRATIVE, Support.PERCENTAGE, Support.PREVIOUS)


class TestTimes:
    DRAWN = draw_report(3, size=2)
    DATE = "supervision.supervisions.3.date"
    ENDED = "supervision.supervisions.3.ended"

    def first(self, path: str, time: dt.date | Period) -> Repair:
        return localise(self.DRAWN.with_value(path, time))[0]

    def test_of_days_out_of_order_it_is_the_one_that_sets_all_right(self) -> None:
        """It is out of the period as well, and the studies of documents are one less."""
        day = self.DRAWN.value_at(self.DATE)
        assert isinstance(day, dt.date)
        for years in (10, 7):
            found = self.first(self.DATE, day.replace(year=day.year - years))
            assert news(found) == {self.DATE: day}
        assert found.changes[0].kind is Slip.TIME
        assert set(found.fixes) >= {"APP018", "SUP012"}

    def test_of_the_days_that_fit_a_bound_it_is_the_nearest(self) -> None:
        """Held and ended in October, written as June: November and December would fit as well."""
        day, held = self.DRAWN.value_at(self.ENDED), self.DRAWN.value_at(self.DATE)
        assert isinstance(day, dt.date)
        assert isinstance(held, dt.date)
        found = self.first(self.ENDED, day.replace(month=day.month - 4, day=28))
        assert news(found) == {self.ENDED: day.replace(day=28)}
        assert (day.month, held.month) == (10, 10)

    def test_a_report_dated_before_what_it_cites_bears_another_date(self) -> None:
        dated = self.DRAWN.value_at("header.date")
        assert isinstance(dated, dt.date)
        found = self.first("header.date", dated.replace(year=dated.year - 1))
        assert (news(found), found.fixes) == ({"header.date": dated}, ("DOC004", "DOC011"))

    def test_a_document_later_than_the_report_does_not_tell_its_date(self) -> None:
        cited = "citations.2.document"
        document = self.DRAWN.value_at(cited)
        assert isinstance(document, DocumentRef)
        later = attrs.evolve(
            document, raw="Kế hoạch số 9/KH-UBND", number="9", symbol=None, date=dt.date(2025, 3, 1)
        )
        wrong = self.DRAWN.with_value(cited, later)
        assert [finding.code for finding in check(wrong)["DOC004"]] == ["DOC004"]
        assert not localise(wrong, check(wrong)["DOC004"])

    def test_the_period_of_last_year_was_left_in(self) -> None:
        month = draw_month(0)
        period = month.periods[0].period
        assert period is not None
        last = attrs.evolve(
            period, start=PartialDate(year=2025, month=3), end=PartialDate(year=2025, month=3)
        )
        (found,) = localise(month.with_value("periods.0.period", last))
        assert news(found) == {"periods.0.period": period}
        assert found.changes[0].render() == "tháng 3/2025 → tháng 3/2026"


class TestBlanks:
    def test_a_blank_that_the_others_tell_is_filled_in(self) -> None:
        """With a closing number, or with the one figure of a sum that is blank."""
        report = draw_report(6, size=2)
        for path in ("funds.ledgers.0.raised", "membership.organisations.0.closing"):
            (found,) = localise(report.with_value(path, None))
            assert (news(found), found.fixes) == ({path: report.value_at(path)}, ("APP022",))

    def test_a_figure_in_a_line_that_is_no_more_moves_to_one_that_is(self) -> None:
        unit = Unit(kind=UnitKind.PROVINCE, name="Mẫu")
        periods = tuple(attrs.evolve(one, period=Period.of_year(2026)) for one in REPORT.periods)
        report = attrs.evolve(REPORT, unit=unit, periods=periods, as_of=PartialDate(year=2026))
        there, gone = (f"kl62-pl2.criticism.written.{tier}" for tier in ("commune", "district"))
        wrong = report.with_values({there: None, gone: report.value_at(there)})
        found = localise(wrong, check(wrong)["APP017"])[0]
        assert news(found) == {gone: None, there: 9}


@form("localising-test", title="Thử")
@attrs.frozen(kw_only=True)
class Sums:
    first: Count | None = row("1", "Tổng một", total_of=("first_a", "first_b"))
    first_a: Count | None = row("1a", "Phần một a")
    first_b: Count | None = row("1b", "Phần một b")
    second_a: Count | None = row("2a", "Phần hai a")
    second_b: Count | None = row("2b", "Phần hai b")
    second: Count | None = row("2", "Tổng hai", total_of=("second_a", "second_b"))
    money: Money | None = row("3", "Tổng tiền", total_of=("money_a", "money_b"))
    money_a: Money | None = row("3a", "Tiền a")
    money_b: Money | None = row("3b", "Tiền b")
    all: Count | None = row("4", "Tổng số", total_of=("first", "second", "third"))
    third: Count | None = row("5", "Tổng ba")


def sums(**figures: int) -> Report:
    return make_report(appendices=(Sums(**figures),))


class TestForms:
    def test_a_figure_in_the_line_below_its_own_moves_up(self) -> None:
        repairs = localise(sums(first=10, first_a=4, second_a=6, second_b=5, second=5))
        assert repairs[0].render() == (
            "Thử, dòng 2a: 6 → —; Thử, dòng 1b: — → 6 (ghi nhầm ô; phù hợp với các "
            "số liên quan; khắc phục APP003, APP022)"
        )

    def test_a_figure_in_the_line_of_another_level_moves_to_its_own(self) -> None:
        theory = "kl62-pl1.cadres.political_theory.{}.levels"
        wrong = REPORT.with_value(theory.format("province"), Triple(1, 4, 1)).with_value(
            theory.format("commune"), None
        )
        (only,) = localise(wrong)
        assert news(only) == {theory.format("province"): None, theory.format("commune"): Triple(1, 4, 1)}
        assert ({change.kind for change in only.changes}, only.distance) == ({Slip.MOVED}, 2)
        assert only.fixes == ("APP004",)

    def test_what_was_said_of_a_figure_moves_with_it(self) -> None:
        """One number where three are asked for is a finding in either cell, and no new one."""
        theory = "kl62-pl1.cadres.political_theory.{}.levels"
        wrong = REPORT.with_value(theory.format("province"), 6).with_value(theory.format("commune"), None)
        assert [news(repair) for repair in localise(wrong)] == [
            {theory.format("province"): None, theory.format("commune"): 6}
        ]

    def test_a_lost_word_thousand_or_million(self) -> None:
        wrong = sums(money=4_500_000, money_a=4_000, money_b=500_000)
        assert localise(wrong)[0].render() == (
            "Thử, dòng 3a: 4.000 → 4.000.000 (nhầm bậc (nghìn, triệu, tỷ) hoặc "
            "thiếu, thừa số 0; khắc phục APP003)"
        )
        million = localise(sums(money=9, money_a=4_000_000, money_b=5_000_000))[0]
        assert (news(million), million.distance) == ({"localising-test.money": 9_000_000}, 2)

    def test_two_figures_in_each_others_cell(self) -> None:
        """Each is a part of the total, which is right all the same."""
        wrong = sums(all=165, third=0, first=70, first_a=48, first_b=47, second=95, second_a=31, second_b=39)
        assert localise(wrong)[0].render() == (
            "Thử, dòng 1: 70 → 95; Thử, dòng 2: 95 → 70 (ghi lẫn hai ô; khắc phục APP003)"
        )

    def test_a_repair_that_breaks_another_rule_is_none(self) -> None:
        """870 poor households fit to 10.000 households, but the near-poor ones then do not."""
        wrong = REPORT.with_value(POOR[1], 870)
        assert not localise(wrong).of(POOR[0])
        alone = wrong.with_value("population.near_poor.share", None)
        assert news(localise(alone).of(POOR[0])[0]) == {POOR[0]: 10_000}


HALF_POOR = attrs.evolve(  # 488 of 946 households
    REPORT,
    population=PopulationProfile(
        households=964, poor=PovertyFigure(households=448, share=Share(Decimal("51.59")))
    ),
)


NEARLY_THOUSAND = Quantity(value=Decimal(995), qualifier=Qualifier.RANGE, upper=Decimal(1005))


class TestRank:
    def test_a_misplaced_comma_comes_before_a_count_that_would_fit_the_percentage(self) -> None:
        poor = PovertyFigure(households=211, share=Share(Decimal("45.90")))
        population = PopulationProfile(households=4_593, poor=poor)
        found = [news(repair) for repair in localise(attrs.evolve(REPORT, population=population))]
        assert found[:2] == [{"population.poor.share": Share(Decimal("4.59"))}, {POOR[1]: 2_108}]

    def test_what_settles_two_findings_alone_is_no_guess(self) -> None:
        """The total is part of another one, of which it makes 100; 95 of 165 settles both."""
        wrong = sums(all=165, third=0, first=31, first_a=48, first_b=47, second=70, second_a=31, second_b=39)
        first, *_ = localise(wrong)
        assert (news(first), first.changes[0].kind) == ({"localising-test.first": 95}, Slip.OTHER)

    def test_a_digit_typed_twice_comes_before_another_one_too_many(self) -> None:
        found = localise(sums(first=150, first_a=136, first_b=114))
        assert [news(repair) for repair in found[:2]] == [
            {"localising-test.first_b": 14},
            {"localising-test.first_a": 36},
        ]

    def test_lines_of_a_table_are_exchanged_more_often_than_figures_of_a_record(self) -> None:
        line, record = "kl62-pl1.cadres.education.commune.{}", "organisation.cadres.education.{}"
        names = ("university", "below_university")
        stated = dict(zip(names, (3, 2), strict=True))
        right = REPORT.with_values(
            {path.format(name): number for name, number in stated.items() for path in (line, record)}
        )
        wrong = right.with_values(
            {line.format(name): number for name, number in zip(names, (2, 3), strict=True)}
        )
        found = [news(repair) for repair in localise(wrong)]
        assert {line.format(name): number for name, number in stated.items()} in found[:1]

    def test_a_number_that_divides_evenly_comes_before_the_product(self) -> None:
        """Of 25 houses at 50 million each, for 350 million: there were hardly by chance 7."""
        report = draw_report(14, size=5)
        wrong = report.with_value("funds.houses.0.count", 25)
        first, second, *_ = localise(wrong, check(wrong)["FND008"])
        assert [news(first), news(second)] == [
            {"funds.houses.0.count": 7},
            {"funds.houses.0.amount": 1_250_000_000},
        ]

    @pytest.mark.parametrize(
        ("poor", "near_poor", "left"),
        [
            ((91, "4.67"), (78, "4.01"), 1947),
            (
                (87, "8.7"),
                (65, "6.5"),
                Quantity(value=Decimal(995), qualifier=Qualifier.RANGE, upper=Decimal(1005)),
            ),
        ],
    )
    def test_what_two_percentages_leave_is_the_whole_that_no_slip_explains(
        self, poor: tuple[int, str], near_poor: tuple[int, str], left: Figure
    ) -> None:
        """The persons were written for the households: few numbers, or a range, fit both percentages."""
        some, others = (
            PovertyFigure(households=number, share=Share(Decimal(printed)))
            for number, printed in (poor, near_poor)
        )
        population = PopulationProfile(households=7428, persons=7428, poor=some, near_poor=others)
        first, *_ = localise(attrs.evolve(REPORT, population=population))
        assert (news(first), first.changes[0].kind) == ({POOR[0]: left}, Slip.OTHER)

    def test_a_bound_that_another_scale_meets(self) -> None:
        """A debt of 517 đồng, of which 25.000.000 are overdue; and a thousand times what gifts cost."""
        credit, gift = "vegiang-bc-thang.credit.debt", "funds.gifts.3.value"
        month = draw_month(0).with_values({credit: 517, "vegiang-bc-thang.credit.overdue": 25_000_000})
        assert news(localise(month, check(month)["APP013"])[0]) == {credit: 517_000_000}
        report = draw_report(3, size=2)
        cost = report.value_at(gift)
        assert isinstance(cost, int)
        assert news(localise(report.with_value(gift, 1000 * cost))[0]) == {gift: cost}

    def test_what_a_rule_suggests_is_kept_where_a_bound_leaves_many(self) -> None:
        path = "kl62-pl2.supervision.document_studies.commune"
        wrong = draw_report(14, size=5).with_value(path, Pair(21, 22))
        assert [news(repair) for repair in localise(wrong, check(wrong)["SUP010"])] == [
            {path: Pair(22, 22)},
            {path: Pair(22, 21)},
        ]

    @pytest.mark.parametrize(
        ("stated", "right"),
        [((51, 27, 27, 18), {2: 18, 3: 93}), ((27, 18, 18, 93), {0: 51, 1: 27})],
    )
    def test_lines_of_which_one_stands_twice_move_back_and_the_last_is_what_is_left(
        self, stated: tuple[int, ...], right: dict[int, int]
    ) -> None:
        """Of 51, 27, 18 and 93, written one line too low from the third on, or too high up to the second."""
        parts = REPORT.organisation.committee.composition
        assert len(parts) == len(stated)
        composition = tuple(
            attrs.evolve(part, members=number) for part, number in zip(parts, stated, strict=True)
        )
        committee = FrontCommittee(members=189, composition=composition)
        found = localise(REPORT.with_value("organisation.committee", committee))
        moved = {f"organisation.committee.composition.{at}.members": new for at, new in right.items()}
        assert moved in [news(repair) for repair in found[:2]]
        assert {repair.changes[0].kind for repair in found[:2]} == {Slip.SHIFTED}

    def test_lines_do_not_move_back_where_less_than_nothing_would_be_left(self) -> None:
        composition = tuple(
            attrs.evolve(part, members=number)
            for part, number in zip(REPORT.organisation.committee.composition, (50, 50, 30, 20), strict=True)
        )
        committee = FrontCommittee(members=60, composition=composition)
        found = localise(REPORT.with_value("organisation.committee", committee))
        assert not [item for item in found for change in item.changes if change.kind is Slip.SHIFTED]

    def test_as_many_as_are_named(self) -> None:
        named = tuple(UnitRef(kind=UnitKind.COMMUNE, name=name) for name in "AB")
        held = Supervision(period=Period.of_year(2023), count=1, supervised=named, supervised_count=1)
        wrong = REPORT.with_value("supervision.supervisions", (held,))
        found = [news(repair) for repair in localise(wrong, check(wrong)["APP013"])]
        assert found[0] == {"supervision.supervisions.0.supervised_count": 2}


class TestTwoSlips:
    def test_a_pair_resolves_what_neither_slip_does(self) -> None:
        """A total with swapped digits, and a part of it that is part of it no longer."""
        wrong = sums(all=165, third=0, first=59, first_a=84, first_b=47, second=70, second_a=31, second_b=39)
        pair, single, *others = localise(wrong)
        assert [news(pair), news(single)] == [
            {"localising-test.first": 95, "localising-test.first_a": 48},
            {"localising-test.first": 95},
        ]
        assert pair.distance == 2
        assert {change.kind for repair in others for change in repair.changes} == {Slip.OTHER}

    def test_a_word_lost_in_two_lines(self) -> None:
        first = localise(sums(all=418_500_000, first=200, second=118_500_000, third=100))[0]
        assert news(first) == {"localising-test.first": 200_000_000, "localising-test.third": 100_000_000}

    def test_both_numbers_of_a_percentage(self) -> None:
        found = [news(repair) for repair in localise(HALF_POOR)]
        assert {POOR[0]: 946, POOR[1]: 488} in found[:3]

    def test_a_pair_that_the_narrative_supports(self) -> None:
        said = (
            Statement(indicator=CRITICISM.format(name), value=Quantity(value=Decimal(number)))
            for name, number in (("sessions", 13), ("written", 9), ("dialogues", 1))
        )
        wrong = attrs.evolve(REPORT, statements=tuple(said))
        for name, slip in (("sessions", 31), ("conferences", 30)):
            wrong = wrong.with_value(CRITICISM.format(name), slip)
        pair = next(repair for repair in localise(wrong) if len(repair.changes) > 1)
        assert news(pair) == {CRITICISM.format("sessions"): 13, CRITICISM.format("conferences"): 3}
        assert pair.support == (Support.NARRATIVE,)
        assert pair.fixes == ("CAM002", "CRI001", "CRI003")

    def test_pairs_are_not_listed_if_too_many_fit(self) -> None:
        """A percentage without decimals admits too many numbers to bear out a pair."""
        rough = attrs.evolve(
            HALF_POOR.population, poor=PovertyFigure(households=10, share=Share(Decimal(52)))
        )
        assert {len(item.changes) for item in localise(attrs.evolve(HALF_POOR, population=rough))} == {1}

    def test_pairs_are_not_listed_if_one_figure_may_follow_from_the_others_without_support(self) -> None:
        """91 may be 10 and 9 with slips in both, but 19 as well."""
        wrong = sums(first=91, first_a=10, first_b=9)
        assert {len(repair.changes) for repair in localise(wrong)} == {1}

    def test_how_many_pairs_were_not_tried_is_counted(self) -> None:
        """One percentage that follows from the others, and one pair."""
        found = [(len(cut), cut.left) for cut in (localise(HALF_POOR, limit=limit) for limit in (0, 6))]
        assert found == [(0, 2), (2, 0)]


class TestBounds:
    WRONG = REPORT.with_value(CRITICISM.format("sessions"), 31)

    def test_no_more_than_the_limit_is_tried_and_the_result_says_so(self) -> None:
        cut = localise(self.WRONG, limit=1)
        assert (len(cut), cut.complete) == (1, False)
        assert localise(self.WRONG, limit=4).complete

    def test_the_nearest_are_tried_first(self) -> None:
        assert localise(self.WRONG, limit=1)[0].distance == 1


@rule("TST001", Severity.ERROR, level=1, title="Thử", message="Thử")
def never_thirteen(report: Report) -> Iterator[Judgement]:
    """Fails on 13 sessions with an exception, and on 31 with a breach without arithmetic."""
    sessions = report.value_at(CRITICISM.format("sessions"))
    assert sessions != 13
    yield PASSED if sessions == 25 else Breach(path="nowhere.at.all", actual=sessions)  # type: ignore[arg-type]


class TestRulesOfOnesOwn:
    WRONG = REPORT.with_value(CRITICISM.format("sessions"), 31)

    def test_a_repair_on_which_a_rule_crashes_is_none(self) -> None:
        found = [news(repair) for repair in localise(self.WRONG, rules=[*RULES, never_thirteen])]
        assert {CRITICISM.format("sessions"): 13} not in found
        assert found

    def test_a_breach_without_arithmetic_and_place_has_no_repair(self) -> None:
        assert not localise(self.WRONG, rules=[never_thirteen])

    def test_one_finding_may_be_given_alone(self) -> None:
        slip = make_report().with_value("population.poor.households", 78)
        (found,) = check(slip)["UNI008"]
        assert localise(slip, found) == localise(slip, [found])

    def test_a_profile_chooses_the_rules(self) -> None:
        assert not localise(self.WRONG, profile=Profile(ignore=("CRI001",)))

    def test_a_percentage_may_be_the_slip(self) -> None:
        wrong = REPORT.with_value("population.poor.share", Share(Decimal("7.8")))
        found = [news(repair) for repair in localise(wrong)]
        assert {"population.poor.share": Share(Decimal("8.7"))} in found[:3]


def test_an_accepted_breach_is_not_looked_into() -> None:
    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    (finding,) = check(wrong, select="CRI001")
    assert localise(wrong, select="CRI001").found
    for waivers in ({"CRI001": "xã đã giải trình"}, [finding.waive("xã đã giải trình")]):
        assert not localise(wrong, select="CRI001", waivers=waivers).found
        assert not localise(wrong, finding, waivers=waivers).found
    other = attrs.evolve(finding.waive("xã đã giải trình"), fingerprint="0" * 16)
    assert localise(wrong, select="CRI001", waivers=[other]).found


def test_areas_with_decimals_are_figures_too() -> None:
    """Of 120,5 and 30,25 m² the sum is 150,75; what is written is no blank that could be filled in."""
    form = "qcdc-7-ttnd"
    villages = tuple(
        InspectionBoardWork(place=Commune(name=name), land_recovered=Decimal(area))
        for name, area in (("A", "120.5"), ("B", "30.25"))
    )
    cells = {f"{form}.communes": villages, f"{form}.total.land_recovered": Decimal("151.75")}
    report = make_report(appendices=(), periods=()).with_values(cells)
    first, *_ = localise(report, check(report)["APP003"])
    (change,) = first.changes
    assert (change.path, change.old, change.new) == (
        f"{form}.total.land_recovered",
        Decimal("151.75"),
        Decimal("150.75"),
    )
