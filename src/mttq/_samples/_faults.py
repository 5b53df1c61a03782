"""Faults to plant in a drawn report, each with the code of the rule that must fire.

They are the examples of the rule book, what `corrupted` plants, and the cases of the conformance suite.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

from mttq import vi
from mttq._declared.types import AsRead
from mttq._samples._cases import Case
from mttq.forms import form_of
from mttq.forms.vegiang_bc_thang import Head, MonthlyReport
from mttq.model import (
    ContributionForm,
    ContributionState,
    CriticismForm,
    DialogueHost,
    ElectedBody,
    Election,
    FundKind,
    FundLedger,
    FundTransfer,
    Gifts,
    PrintedFigure,
    Receipt,
    ReliefAction,
    SocialCriticism,
    Statement,
    Supervision,
    SupervisionForm,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.values import DocumentRef, Pair, PartialDate, Period, Qualifier, Quantity, Share, Tier

__all__ = [
    "FAULTS",
    "Change",
    "Fault",
    "cut_short",
    "less",
    "more",
    "of_every_count",
    "poor_that_round_up",
]

Change = Callable[[Any, int, Report], object]
"""From the old value, a number from 1 to 9 and the whole report: the new value."""


def _change(value: object) -> Change:
    return value if callable(value) else lambda _old, _size, _report: value


@attrs.frozen
class Fault:
    """One way in which a report goes wrong.

    Args:
        code: the rule that must find it.
        name: what went wrong, in a few words.
        path: the figure or record that is changed.
        change: what becomes of it.
        given: what a drawn report has besides, by path; or all that is given to a check, made of the report.
    """

    code: str
    name: str
    path: str
    change: Change = attrs.field(converter=_change)
    given: Mapping[str, object] | Callable[[Report], Case] = attrs.field(factory=dict)

    def right(self, report: Report) -> Case:
        """Return what a drawn report is without this fault."""
        if callable(self.given):
            return self.given(report)
        for path, value in self.given.items():
            report = report.with_value(path, _change(value)(report.value_at(path), 1, report))
        return Case(reports=(report,))

    def wrong(self, report: Report, size: int = 1) -> Case:
        """Return the same with this fault; `size`, 1 to 9, is how far a figure goes off."""
        right = self.right(report)
        old = right.value_at(self.path)
        return right.with_value(self.path, self.change(old, size, right.reports[0]))

    def plant(self, report: Report, size: int = 1) -> Report:
        """Return a drawn report with this fault."""
        return self.wrong(report, size).reports[0]


def more(old: Any, size: int, _report: Report) -> Any:
    """Exceed the value."""
    if isinstance(old, Quantity):
        return attrs.evolve(old, value=old.value + size * old.scale)
    return old + (dt.timedelta(size) if isinstance(old, dt.date) else size)


def less(old: Any, size: int, _report: Report) -> Any:
    """Fall below the value."""
    return max(0, old - size)


def poor_that_round_up(old: Any, _size: int, report: Report) -> Any:
    """Let there be so many poor households that their percentage, without decimals, is rounded up."""
    whole: Any = report.population.households
    poor = next(n for n in range(old.households, 0, -1) if 200 * n // whole % 2)
    return attrs.evolve(old, households=poor, share=Share(Decimal(100 * poor // whole + 1)))


def _before_2024(old: Any, _size: int, _report: Report) -> Any:
    """Leave what is dated, and older."""
    return tuple(item for item in old if item.date and item.date < dt.date(2024, 1, 1))


def _hedged(old: Any, _size: int, _report: Report) -> Quantity:
    """Say "hơn" of a figure that is a little more."""
    number = old.value if isinstance(old, Quantity) else Decimal(old)
    return Quantity(value=number - 1, unit=getattr(old, "unit", "VND"), qualifier=Qualifier.MORE_THAN)


def _hedged_far_below(old: Any, size: int, _report: Report) -> Quantity:
    """Say "hơn" of a figure that is many times more, after a last digit that is no zero."""
    number = int(old.value) // (10 + size)
    return Quantity(value=Decimal(number | 1), unit=old.unit, qualifier=Qualifier.MORE_THAN)


def _tenths_of_a_billion(tenths: int) -> Quantity:
    """Say "hơn 2,4 tỷ đồng" of 24."""
    value = Decimal(tenths) * 10**8
    return Quantity(value=value, unit="VND", qualifier=Qualifier.MORE_THAN, scale=10**9, decimals=1)


_MANY_GIFTS: Final = Gifts(
    count=Quantity(value=Decimal(5000), unit="gifts"), value_each=500_000, value=_tenths_of_a_billion(24)
)


def _with_rice(old: Any, _size: int, _report: Report) -> Any:
    rice = Quantity(value=Decimal(215), unit="tonne")
    return (*old, Receipt(amount=rice, form=ContributionForm.IN_KIND))


def cut_short(old: Any, _size: int, _report: Report) -> Share:
    """Cut a percentage that was rounded up."""
    return Share(old.percent - 1)


def _alone(old: Any, _size: int, _report: Report) -> Any:
    """Leave one figure of several."""
    return next(iter(old))


def _over(path: str, times: int = 1) -> Change:
    """Exceed the value at another path, or a multiple of it."""
    return lambda _old, size, report: times * _at(report, path) + size


def _under(path: str, times: int = 1) -> Change:
    return lambda _old, size, report: max(0, times * _at(report, path) - size)


def _at(report: Report, path: str) -> int:
    value: Any = report.value_at(path)
    return sum(value) if isinstance(value, Pair) else value


def _days_after(days: int, path: str) -> Change:
    """Be later than so many days after another day."""

    def late(_old: Any, size: int, report: Report) -> object:
        day: Any = report.value_at(path)
        return day + dt.timedelta(days + size)

    return late


def _stating(indicator: str, each_year: int = 0, according_to: str | None = None) -> dict[str, object]:
    """State a figure as it is, and what it is said to be in each year; or quote it from another body."""

    def statements(_old: Any, _size: int, report: Report) -> object:
        said = [(_at(report, indicator), False), *([(each_year, True)] if each_year else [])]
        return tuple(
            Statement(
                indicator=indicator,
                value=Quantity(value=Decimal(figure)),
                each_year=yearly,
                according_to=according_to,
            )
            for figure, yearly in said
        )

    return {"statements": statements}


def of_every_count(change: Callable[[int, Report], int]) -> Change:
    """Change every count of the appendices."""

    def changed(old: Any, _size: int, report: Report) -> object:
        for appendix in old:
            for cell in form_of(type(appendix)).cells(appendix):
                if isinstance(cell.value, int):
                    report = report.with_value(cell.path, change(cell.value, report))
                elif isinstance(cell.value, Pair):
                    halves = (change(half, report) for half in cell.value)
                    report = report.with_value(cell.path, Pair(*halves))
        return report.appendices

    return changed


def _rounded_up(count: int, step: int) -> int:
    return -(-count // step) * step


def _of_the_government(old: Any, _size: int, _report: Report) -> object:
    return tuple(item for item in old if item.host is DialogueHost.GOVERNMENT_HEAD)


def _since(year: int) -> Change:
    return lambda old, _size, _report: Period.interval(PartialDate(year=year, month=1), old.end)


def _without_its_word(old: Any, _size: int, _report: Report) -> object:
    """Lose the word "nghìn" and more."""
    return attrs.evolve(old, value=old.value // 10_000, scale=1)


def _gifts_worth(each: int) -> Change:
    return lambda _old, size, report: each * int(report.funds.gifts[0].count.value) + size  # type: ignore[union-attr]


def _former_units(_old: Any, size: int, report: Report) -> tuple[UnitRef, ...]:
    """Name one unit more than the appendix counts, or several."""
    number = _at(report, _MERGED) + size
    return tuple(UnitRef(kind=UnitKind.COMMUNE, name=f"Mẫu {place}") for place in range(1, number + 1))


def _document(text: str) -> Change:
    return lambda _old, size, _report: vi.parse_document(text.format(size))


def _text(code: str, name: str, right: str, wrong: str) -> Fault:
    return Fault(code, name, "narrative", wrong, {"narrative": right})


def _of_villages(report: Report, more: int) -> str:
    return f"Toàn {report.unit.kind} có {(report.population.villages or 0) + more} thôn."


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _with_a_month(old: tuple[object, ...], _size: int, report: Report) -> tuple[object, ...]:
    return (*old, MonthlyReport(head=Head(month=f"{report.periods[0].period}")))


def _a_year_before(_old: object, _size: int, report: Report) -> Period:
    review = report.periods[0].period
    ends = (review.start, review.end) if review else (None, None)
    return Period.interval(
        *(attrs.evolve(end, year=end.year - 1) if end and end.year else end for end in ends)
    )


_PL1, _PL2, _CADRES = "kl62-pl1", "kl62-pl2", "kl62-pl1.cadres"
_CONFERENCES, _CRITICISM = "kl62-pl1.dissemination.conferences", "kl62-pl2.criticism"
_DELEGATIONS = f"{_PL2}.supervision.delegations.commune"
_MERGED, _INSPECTED = f"{_CADRES}.reorganised.communes", f"{_PL1}.dissemination.inspections.commune"
_PRINTED_ZERO = PrintedFigure(path=f"{_PL1}.allowances.communes.above_norm", text="00")
_NAME: Final = "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"
_PLAN: Final = "Kế hoạch số 15/KH-UBND ngày 10/12/2022 của Ủy ban nhân dân huyện"
_LAST_ALONE: Final = {"supervision.supervisions": lambda old, _size, _report: old[-1:]}  # a delegation
_OF_A_BOARD: Final = Supervision(
    form=SupervisionForm.GRASSROOTS_BOARDS,
    date=dt.date(2024, 4, 15),
    subject="Đường thôn",
    supervised_count=1,
    recommendations=2,
    recommended_on=dt.date(2024, 5, 2),
    answered=2,
    answered_on=dt.date(2024, 5, 15),
)
_OF_2026: Final = Election(
    body=ElectedBody.PEOPLES_COUNCIL,
    tier=Tier.COMMUNE,
    term=Period.term(2026, 2031),
    day=dt.date(2026, 3, 15),
    first_consultation=dt.date(2025, 12, 10),
    second_consultation=dt.date(2026, 2, 3),
    third_consultation=dt.date(2026, 2, 20),
)
_LAST = "supervision.supervisions.0"
_AFTER_2025: Final = Period.interval(PartialDate(year=2025, month=7), PartialDate(year=2025, month=12))
_FUND: Final = FundKind.FUND_FOR_THE_POOR
_FIVE_YEARS: Final = FundLedger(fund=_FUND, raised=40_000_000)
_EACH_YEAR: Final = FundLedger(fund=_FUND, raised=8_000_000, each_year=True)
_OF_2023: Final = FundLedger(fund=_FUND, period=Period.of_year(2023), closing=20_000_000)
_OF_2024: Final = FundLedger(fund=_FUND, period=Period.of_year(2024), opening=20_000_000)
_CLOSED: Final = attrs.evolve(_OF_2024, raised=30_000_000, spent=40_000_000, closing=10_000_000)
_OF_A_PROVINCE: Final = FundLedger(
    fund=_FUND,
    period=Period.half_year(2025, 2),
    transfers=(FundTransfer(from_tier=Tier.PROVINCE, amount=20_000_000),),
)
_RELIEF: Final = ReliefAction(
    event="Bão số 3",
    receipts=(
        Receipt(amount=80_000_000, state=ContributionState.RECEIVED),
        Receipt(amount=80_000_000, state=ContributionState.ALLOCATED),
    ),
)
_OF_A_COMMUNE: Final = SocialCriticism(
    form=CriticismForm.CONFERENCE,
    date=dt.date(2025, 8, 15),
    subject="Dự thảo kế hoạch xây dựng nông thôn mới",
    document=DocumentRef(raw="Dự thảo kế hoạch", issuer="Ủy ban nhân dân xã Hòa Lâm"),
)
_LAUNCHED: Final = dt.date(2022, 9, 10)
_RECEIVED_UNTIL: Final = dt.date(2022, 11, 30)
_IN_TIME: Final = attrs.evolve(
    _RELIEF,
    receipts=(),
    launched_on=_LAUNCHED,
    received_until=_RECEIVED_UNTIL,
    distributed=dt.date(2022, 12, 15),
    received_published=dt.date(2022, 12, 10),
    distributed_published=dt.date(2022, 12, 30),
)

# fmt: off
FAULTS: Final = (
    Fault("APP001", "one figure for two", f"{_PL1}.movements.commended", _alone),
    Fault("APP002", "a total left out", f"{_CADRES}.full_time.total", None),
    Fault("APP003", "a total too high", f"{_PL1}.allowances.villages.total", more),
    Fault("APP004", "a figure in the line of the province", f"{_PL1}.dissemination.documents.province",
          lambda _old, size, _report: size),
    Fault("APP006", "a blank among zeros", _INSPECTED, None),
    Fault("APP007", "zero spelled in two ways", "printed", (_PRINTED_ZERO,)),
    Fault("APP008", "more villages than there are", f"{_PL1}.allowances.villages.at_norm",
          _over("population.villages")),
    Fault("APP009", "one figure for three", f"{_CADRES}.political_theory.commune.levels", _alone),
    Fault("APP011", "an appendix that is named and missing", "appendices",
          lambda old, _size, _report: old[:1]),
    Fault("APP012", "rewards of one year left out", f"{_PL1}.movements.commended",
          lambda old, _size, _report: Pair(1, old.second)),
    Fault("APP013", "more areas hold the festival than there are", "campaigns.festivals.1.areas_holding",
          _over("campaigns.festivals.1.areas")),
    Fault("APP014", "more ethnic groups than are named", "population.ethnic_groups", more,
          {"population.ethnic_groups": 2, "population.ethnic_group_names": ("Kinh", "Pa Cô")}),
    Fault("APP015", "ten times the members of the boards", "organisation.working_boards.members",
          lambda old, size, _report: 10 * old + size),
    Fault("APP016", "money for houses, and not how many", "funds.houses.0.count", None),
    Fault("APP017", "districts after their end", f"{_PL1}.dissemination.documents.district",
          lambda _old, size, _report: size,
          {"unit.kind": UnitKind.PROVINCE, **{f"periods.{n}.period": _AFTER_2025 for n in range(3)}}),
    Fault("APP018", "a result before the end", f"{_LAST}.result_reported",
          _days_after(-20, f"{_LAST}.ended"), _LAST_ALONE),
    Fault("APP019", "eleven chairs of one board", "organisation.standing_board.chairs",
          lambda _old, size, _report: 10 + size),
    Fault("APP020", "one year of a fund twice", "funds.ledgers.1.period", Period.of_year(2023),
          {"funds.ledgers": (_OF_2023, _OF_2024)}),
    Fault("APP021", "gifts of far more worth than is said", "funds.gifts.0.value",
          lambda _old, size, _report: _tenths_of_a_billion(10 + size),
          {"funds.gifts": (_MANY_GIFTS,)}),
    Fault("APP022", "what is left is not told", "funds.ledgers.0.closing", None,
          {"funds.ledgers": (_CLOSED,)}),
    Fault("CAM001", "half the name of a campaign", "campaigns.campaigns.0.name", _NAME.partition(",")[0],
          {"campaigns.campaigns.0.name": _NAME}),
    Fault("CAM002", "the text says otherwise", "statements.0.value", more, _stating("population.households")),
    Fault("CAM003", "a stadium at each conference", f"{_CONFERENCES}.people_reached",
          lambda old, size, _report: 100 * old + size),
    Fault("CAM004", "more rewards on one day than in all", "campaigns.commendations.0.collectives",
          _over(f"{_PL1}.movements.commended")),
    Fault("CAM005", "a percentage without its base", "campaigns.festivals.1.areas", None),
    Fault("CAM006", "years that the period does not have", "campaigns.festivals.0.stated_years", more),
    Fault("CAM007", "a hedge far below the figure", "statements.0.value", _hedged_far_below,
          {**_stating("population.households"), "statements.0.value": _hedged}),
    Fault("CRI001", "a total too high", f"{_CRITICISM}.sessions.commune", more),
    Fault("CRI002", "counted, though not held", f"{_CRITICISM}.dialogues.commune", more,
          {f"{_CRITICISM}.dialogues.commune": 0, **_stating(f"{_CRITICISM}.dialogues")}),
    Fault("CRI003", "fewer drafts than sessions", f"{_CRITICISM}.requested.commune",
          _under(f"{_CRITICISM}.sessions")),
    Fault("CRI004", "sessions without an opinion", f"{_CRITICISM}.opinions.commune",
          _under(f"{_CRITICISM}.sessions")),
    Fault("CRI006", "years without a dialogue", f"{_PL2}.feedback.party_dialogues.commune",
          _under("periods.0.stated_years")),
    Fault("CRI010", "a session left out", f"{_CRITICISM}.conferences.commune", 0),
    Fault("CRI011", "sessions without a record", f"{_CRITICISM}.conferences.commune", more),
    Fault("CRI012", "a draft received late", "supervision.criticisms.0.received",
          _days_after(-15, "supervision.criticisms.0.submitted")),
    Fault("CRI013", "a year without a dialogue", "supervision.dialogues",
          _before_2024,
          {"supervision.dialogues": _of_the_government}),
    Fault("CRI014", "a draft of the province", "supervision.criticisms.0.document.issuer",
          lambda _old, size, _report: f"Ủy ban nhân dân tỉnh Hòa Lâm {size}",
          {"supervision.criticisms": (_OF_A_COMMUNE,)}),
    Fault("DOC001", "separators swapped", "citations.0.document",
          _document("Kết luận số 62/KL-TW ngày 08/12/2009 của Bộ Chính trị")),
    Fault("DOC002", "one document with two dates", "citations.9.document",
          _document("Kế hoạch số 15/KH-UBND ngày 1{}/12/2022 của Ủy ban nhân dân huyện"),
          {f"citations.{place}.document": _document(_PLAN) for place in (8, 9)}),
    Fault("DOC003", "a date that the register does not have", "citations.1.document",
          _document("Quyết định số 217-QĐ/TW ngày 0{}/12/2013 của Bộ Chính trị")),
    Fault("DOC004", "a document of tomorrow", "citations.4.document",
          _document("Kế hoạch số {}/KH-UBND ngày 01/12/2025 của Ủy ban nhân dân xã")),
    Fault("DOC006", "a document that nobody can find", "citations.4.document", _document("Nghị định 99{}")),
    Fault("DOC007", "one document with two titles", "citations.3.document",
          _document("Luật Thanh tra nhân dân số 11/2022/QH15")),
    Fault("DOC008", "a report without a number", "header.symbol", None),
    Fault("DOC009", "signed by another body", "signature.body",
          lambda _old, _size, report: f"Ủy ban nhân dân xã {report.unit.name}"),
    Fault("DOC010", "the resolution of another province", "citations.0.document",
          _document("Nghị quyết số 1685/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"),
          {"unit.parent": UnitRef(kind=UnitKind.CENTRAL_CITY, name="Huế"), "citations.0.document":
           _document("Nghị quyết số 1675/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội")}),
    Fault("DOC011", "a report older than its figures", "header.date",
          lambda _old, size, _report: dt.date(2024, 1, 10 + size)),
    Fault("DOC012", "the head of another unit", "header.issuer", "Ủy ban MTTQ Việt Nam xã Cũ"),
    Fault("DOC012", "the head of another unit above", "header.issuer", "Ủy ban MTTQ Việt Nam huyện Cũ"),
    Fault("DOC012", "the place of another unit", "header.place", "Cũ"),
    Fault("DOC012", "the superior of another unit", "header.superior", "Ủy ban MTTQ Việt Nam huyện Cũ"),
    Fault("DOC013", "another year than in the words of the citation", "citations.4.document.date",
          lambda old, size, _report: dt.date(old.year - size, 1, 2)),
    Fault("DOC013", "another number than in the words of the citation", "citations.4.document.number",
          lambda old, size, _report: f"{old}{size}"),
    Fault("DOC014", "the symbol of a plan", "header.symbol", "05/KH-MTTQ-BTT"),
    Fault("DOC015", "a year that is not that of the symbol", "citations.4.document",
          _document("Nghị định số 8{}/2019/NĐ-CP ngày 05/3/2020 của Chính phủ")),
    Fault("DOC015", "a body that is not that of the symbol", "citations.4.document",
          _document("Nghị định số 8{}/2019/NĐ-CP ngày 05/3/2019 của Quốc hội")),
    Fault("DOC015", "a year before the term of the assembly", "citations.4.document",
          _document("Nghị quyết số 7{}/2020/QH15 của Quốc hội")),
    Fault("FND001", "a lost unit of money", "funds.ledgers.1.raised", _without_its_word),
    Fault("FND002", "a ledger that does not balance", "funds.ledgers.0.closing", more),
    Fault("FND004", "more spent than its items", "funds.ledgers.0.spent", more),
    Fault("FND005", "gifts worth a motorbike", "funds.gifts.0.value", _gifts_worth(5_000_000)),
    Fault("FND006", "a fund over other years", "funds.ledgers.0.stated_years", more),
    Fault("FND007", "a hedge above the mean", "funds.ledgers.1.raised", more),
    Fault("FND008", "houses that cost more than their support", "funds.houses.0.amount", more),
    Fault("FND010", "tonnes at the beginning", "funds.ledgers.0.opening",
          lambda _old, size, _report: Quantity(value=Decimal(size), unit="tonne")),
    Fault("FND011", "a hedge far below the balance", "funds.ledgers.0.closing", _hedged_far_below,
          {"funds.ledgers.0.closing": _hedged}),
    Fault("FND012", "a total with goods of no stated worth", "funds.ledgers.0.raised", more,
          {"funds.ledgers.0.receipts": _with_rice}),
    Fault("FND013", "more houses paid for than were built", "funds.ledgers.0.spending.0.count", more),
    Fault("FND014", "more spent than there is", "funds.ledgers.0.spent",
          lambda old, size, _report: 10 * old + size),
    Fault("FND015", "more allocated than was received", "funds.relief.0.receipts.1.amount",
          more, {"funds.relief": (_RELIEF,)}),
    Fault("FND016", "relief received for too long", "funds.relief.0.received_until",
          lambda _old, size, _report: _LAUNCHED + dt.timedelta(90 + size), {"funds.relief": (_IN_TIME,)}),
    Fault("FND017", "relief made public too late", "funds.relief.0.received_published",
          lambda _old, size, _report: _RECEIVED_UNTIL + dt.timedelta(15 + size),
          {"funds.relief": (_IN_TIME,)}),
    Fault("FND018", "gifts without their number", "funds.gifts.0.count", None,
          {"funds.gifts": (_MANY_GIFTS,)}),
    Fault("FND020", "millions told as đồng", "funds.houses.0.support_each",
          lambda old, _size, _report: old // 10**6),
    Fault("MEM002", "more admitted than nominated", f"{_PL1}.membership.admitted_to_party",
          _over(f"{_PL1}.membership.nominated_to_party")),
    Fault("MEM004", "a digit typed twice", f"{_PL1}.membership.members",
          lambda old, size, _report: Pair(old.first, 1000 * size + old.first)),
    Fault("MEM005", "members from nowhere", "membership.organisations.0.closing", more),
    Fault("MEM006", "a total too high", "membership.union_members", more),
    Fault("MEM007", "new members left out", f"{_PL1}.membership.admitted", None),
    Fault("ORG001", "a total too high", "organisation.committee.members", more),
    Fault("ORG002", "more in brackets than before them", "organisation.standing_board.vice_chairs", more),
    Fault("ORG003", "an assembly for a Committee", "organisation.committee.members",
          lambda _old, size, _report: 55 + size),
    Fault("ORG005", "more heads than villages", "organisation.committee.composition.2.members", more),
    Fault("ORG007", "cadres classified twice", f"{_CADRES}.education.commune.university", more),
    Fault("ORG009", "more trained than there are", f"{_CADRES}.trained.commune", more),
    Fault("ORG010", "a board of one", f"{_CADRES}.peoples_inspection", Pair(1, 1)),
    Fault("ORG011", "branches without a head", "organisation.branch_heads",
          _under("population.villages", times=4)),
    Fault("ORG012", "a consultation held late", "elections.0.first_consultation",
          lambda old, size, _report: old + dt.timedelta(size), {"elections": (_OF_2026,)}),
    Fault("ORG013", "an election on another day than Sunday", "elections.0.day",
          lambda old, size, _report: old + dt.timedelta(7 * size + 1), {"elections": (_OF_2026,)}),
    Fault("PER001", "a wrong number of years", "periods.0.stated_years", more),
    Fault("PER002", "appendices over two periods", "periods.2.period", _since(2015)),
    Fault("PER003", "a term too long", "organisation.committee.term",
          lambda _old, size, _report: Period.term(2019, 2024 + size)),
    Fault("PER004", "a figure of no time", "campaigns.conferences.0.period", None),
    Fault("PER005", "a yearly figure added to that of all years", _INSPECTED,
          lambda old, _size, _report: old + 2, _stating(_INSPECTED, each_year=2)),
    Fault("PER005", "one year added to five", "funds.ledgers.0.raised", 48_000_000,
          {"funds.ledgers": (_FIVE_YEARS, _FIVE_YEARS, _EACH_YEAR)}),
    Fault("PER006", "a Committee that is out of office", "organisation.committee.term",
          lambda _old, size, _report: Period.term(2018 - size, 2023 - size)),
    Fault("PER007", "the year before in the title", "title", "Báo cáo kết quả công tác Mặt trận năm 2022",
          {"title": "Báo cáo kết quả công tác Mặt trận năm 2024"}),
    Fault("PER008", "figures of the year before", "as_of",
          lambda _old, size, _report: PartialDate(year=2022, month=size)),
    Fault("PER009", "the members of the time before", "membership.period", _a_year_before),
    Fault("PER009", "the gifts of another Tết", "funds.gifts.0.occasion", "Tết Nguyên đán 2011"),
    Fault("PER010", "the month before in the head of a form", "vegiang-bc-thang.head.month",
          lambda _old, size, _report: f"tháng 0{size}/2019",
          {"appendices": _with_a_month}),
    Fault("SUP001", "more answered than asked", f"{_LAST}.answered", _over(f"{_LAST}.recommendations")),
    Fault("SUP002", "supervision of nobody", f"{_PL2}.supervision.document_studies.commune", _alone),
    Fault("SUP004", "three supervisions a week", _DELEGATIONS,
          lambda old, size, _report: Pair(100 * old.first + size, 100 * old.second)),
    Fault("SUP005", "figures older than the decision", "periods.2.period", _since(2010)),
    Fault("SUP010", "a supervision left out", _DELEGATIONS,
          lambda old, _size, _report: Pair(1, old.second)),
    Fault("SUP011", "supervisions without a record", _DELEGATIONS,
          lambda old, size, _report: Pair(old.first + size, old.second + size)),
    Fault("SUP012", "a supervision of tomorrow", f"{_LAST}.date",
          lambda _old, size, _report: dt.date(2031, size, 1)),
    Fault("SUP013", "a plan sent late", f"{_LAST}.plan_sent", _days_after(-15, f"{_LAST}.date"), _LAST_ALONE),
    Fault("SUP014", "a report received late", f"{_LAST}.report_received", _days_after(-7, f"{_LAST}.date"),
          _LAST_ALONE),
    Fault("SUP015", "a result reported late", f"{_LAST}.result_reported", _days_after(15, f"{_LAST}.ended"),
          _LAST_ALONE),
    Fault("SUP016", "a board answered late", f"{_LAST}.answered_on",
          _days_after(15, f"{_LAST}.recommended_on"), {"supervision.supervisions": (_OF_A_BOARD,)}),
    Fault("TRD004", "yearly estimates times the years", "appendices",
          of_every_count(lambda count, report: _rounded_up(count, _at(report, "periods.0.stated_years")))),
    Fault("TRD005", "figures rounded to five", "appendices",
          of_every_count(lambda count, _report: _rounded_up(count, 5))),
    Fault("TRD007", "a fund that begins with other money than was left", "funds.ledgers.1.opening", more,
          {"funds.ledgers": (_OF_2023, _OF_2024)}),
    _text("TXT001", "an English number", "Diện tích 7.296,66 ha.", "Diện tích 7,296.66 ha."),
    Fault("TXT002", "a gap in the headings", "outline.13.number",
          lambda _old, size, _report: f"2.{2 + size}"),
    _text("TXT003", "a wrong mark", "Trưởng ban công tác Mặt trận.", "Trường ban công tác Mặt trận."),
    _text("TXT004", "a paragraph broken off", "Đã tổ chức Lễ ra mắt.", "Đã tổ chức Lễ ra\n\nmắt."),
    _text("TXT006", "a text in an old font", "nhân dân xã Hồng Kim", "nh©n d©n x· Hång Kim"),
    _text("TXT006", "a text in another old font", "nhân dân xã", "nhaân daân xaõ"),
    _text("TXT007", "a number of one person", "Một hộ nghèo ở thôn A.", "Bà N., CCCD 001000000000."),
    _text("TXT007", "the telephone of a person", "Bà N. ở thôn A.", "Bà N., điện thoại 0914123456."),
    Fault("TXT008", "a mistyped name of a figure", "statements.0.indicator", AsRead("population.housholds")),
    Fault("TXT008", "a mistyped unit", "statements.0.value",
          lambda old, _size, _report: attrs.evolve(old, unit=AsRead("houshold"))),
    _text("TXT009", "a percentage of other figures", "Có 57/60 thôn, đạt 95%.", "Có 57/60 thôn, đạt 92%."),
    _text("TXT010", "a percentage of no whole number", "Nữ 22 người (tỷ lệ 21,36%).",
          "Nữ 22 người (tỷ lệ 21,34%)."),
    Fault("TXT011", "a number of villages other than that of the record", "narrative",
          lambda _old, _size, report: _of_villages(report, 1),
          {"statements": (), "narrative": lambda _old, _size, report: _of_villages(report, 0)}),
    Fault("TXT012", "the name of the unit with other marks", "narrative",
          lambda _old, _size, report: f"Nhân dân {report.unit.kind} {_without_marks(report.unit.name)}.",
          {"narrative": lambda _old, _size, report: f"Nhân dân {report.unit.full_name}."}),
    _text("TXT013", "a weekday of another date", "Thứ Ba, ngày 01/12/2026.", "Thứ Hai, ngày 01/12/2026."),
    _text("TXT013", "a sum other than its words", "Chi 95.000 đồng (Chín mươi lăm nghìn đồng).",
          "Chi 95.000 đồng (Chín mươi nghìn đồng)."),
    Fault("UNI002", "a unit younger than its report", "unit.valid_from",
          lambda _old, size, _report: dt.date(2024, size, 1)),
    Fault("UNI003", "a special zone before there were any", "unit.kind", UnitKind.SPECIAL_ZONE),
    Fault("UNI005", "more boards than villages", "organisation.working_boards.boards", more),
    Fault("UNI006", "a former unit that the appendix does not count", "unit.predecessors", _former_units,
          {"unit.predecessors": lambda _old, _size, report: _former_units(None, 0, report)}),
    Fault("UNI007", "a household in two classes", "population.near_poor.households",
          _over("population.households")),
    Fault("UNI008", "a percentage of another figure", "population.poor.households",
          lambda old, size, _report: old + 3 + size),
    Fault("UNI009", "a hamlet in each house", "population.persons", _over("population.households", times=7)),
    Fault("UNI010", "Party cells of two", "organisation.party.members",
          _under("organisation.party.cells", times=3)),
    Fault("UNI011", "a percentage cut instead of rounded", "population.poor.share", cut_short,
          {"population.poor": poor_that_round_up}),
    Fault("UNI012", "an income in thousands", "economy.income_per_person",
          lambda _old, size, _report: Quantity(value=Decimal(62_000 + size), unit="VND/person/year"),
          {"economy.income_per_person": Quantity(value=Decimal(62_000_000), unit="VND/person/year")}),
    Fault("UNI013", "more households in a group than there are", "organisation.self_management.0.households",
          _over("population.households")),
    Fault("UNI014", "money of a district that is no more", "funds.ledgers.0.transfers.0.from_tier",
          Tier.DISTRICT, {"funds.ledgers": (_OF_A_PROVINCE,)}),
    Fault("UNI015", "a percentage that no number of poor households gives", "population.poor.share",
          Share(Decimal("21.30")),
          {"population.households": 103, "population.poor.households": None,
           "population.poor.share": Share(Decimal("21.36"))}),
    Fault("XRP005", "the statistics office quoted otherwise", "statements.0.value", more,
          _stating("population.households", according_to="Chi cục Thống kê")),
)
# fmt: on
"""One fault at least for each rule on one report, in the order of the codes."""
