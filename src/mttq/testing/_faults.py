"""Faults to plant in a drawn report, each with the code of the rule that must fire."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import attrs

from mttq import vi
from mttq.forms import form_of
from mttq.model import Citation, DialogueHost, PrintedFigure, Statement, UnitKind, UnitRef
from mttq.report import Report
from mttq.values import Pair, PartialDate, Period, Quantity

__all__ = ["FAULTS", "Fault"]

Wrong = Callable[[Any, int, Report], object]
"""From what stands there, a number from 1 to 9 and the whole report: what shall stand there."""


@attrs.frozen
class Fault:
    """One way in which a report goes wrong.

    Args:
        code: the rule that must find it.
        name: what went wrong, in a few words.
        path: the figure or record that is changed.
        wrong: what becomes of it.
    """

    code: str
    name: str
    path: str
    wrong: Wrong

    def plant(self, report: Report, size: int = 1) -> Report:
        """Give a drawn report with this fault; `size`, 1 to 9, is how far a figure goes off."""
        return report.with_value(self.path, self.wrong(report.value_at(self.path), size, report))


def _blank(_old: Any, _size: int, _report: Report) -> None:
    return None


def _more(old: Any, size: int, _report: Report) -> Any:
    return old + size


def _alone(old: Any, _size: int, _report: Report) -> Any:
    """Leave one figure of several."""
    return next(iter(old))


def _over(path: str, times: int = 1) -> Wrong:
    """Exceed what stands elsewhere, or a multiple of it."""
    return lambda _old, size, report: times * _at(report, path) + size


def _under(path: str, times: int = 1) -> Wrong:
    return lambda _old, size, report: max(0, times * _at(report, path) - size)


def _at(report: Report, path: str) -> int:
    value: Any = report.value_at(path)
    return sum(value) if isinstance(value, Pair) else value


def _citing(*texts: str) -> Wrong:
    return lambda old, size, _report: (
        *old,
        *(Citation(document=vi.parse_document(text.format(size))) for text in texts),
    )


def _writing(text: str) -> Wrong:
    return lambda old, _size, _report: f"{old}\n\n{text}"


def _stating(indicator: str, wrong: Wrong) -> Wrong:
    def statements(old: Any, size: int, report: Report) -> object:
        value: Any = wrong(report.value_at(indicator), size, report)
        return (*old, Statement(indicator=indicator, value=Quantity(value=Decimal(value))))

    return statements


def _each_year_and_in_all(indicator: str) -> Wrong:
    """State a figure as the sum of a yearly one and one of several years."""

    def statements(old: Any, _size: int, report: Report) -> object:
        yearly, several = Decimal(1), Decimal(_at(report, indicator) - 1)
        return (
            *old,
            Statement(indicator=indicator, value=Quantity(value=yearly), each_year=True),
            Statement(indicator=indicator, value=Quantity(value=several)),
        )

    return statements


def _all_multiples_of(factor: Callable[[Report], int]) -> Wrong:
    """Round every count of the appendices up."""

    def rounded(old: Any, _size: int, report: Report) -> object:
        times = factor(report)
        for appendix in old:
            for cell in form_of(type(appendix)).cells(appendix):
                if isinstance(cell.value, int):
                    report = report.with_value(cell.path, -(-cell.value // times) * times)
                elif isinstance(cell.value, Pair):
                    halves = (-(-half // times) * times for half in cell.value)
                    report = report.with_value(cell.path, Pair(*halves))
        return report.appendices

    return rounded


def _stated_years(report: Report) -> int:
    return _at(report, "periods.0.stated_years")


def _two_dates(old: Any, size: int, _report: Report) -> object:
    document = old[0].document
    other = attrs.evolve(document, date=document.date + dt.timedelta(size))
    return (*old, Citation(document=other))


def _days_after(days: int, field: str) -> Callable[[Any, int], dt.date]:
    return lambda record, size: getattr(record, field) + dt.timedelta(days + size)


def _in_the_last(field: str, wrong: Callable[[Any, int], dt.date]) -> Wrong:
    """Change a day of the last record, of the supervisions a delegation."""
    return lambda old, size, _report: (*old[:-1], attrs.evolve(old[-1], **{field: wrong(old[-1], size)}))


def _without_the_government_of_2024(old: Any, _size: int, _report: Report) -> object:
    year = dt.date(2024, 1, 1)
    return tuple(item for item in old if item.host is DialogueHost.PARTY_HEAD or item.date < year)


def _since(year: int) -> Wrong:
    return lambda old, _size, _report: Period.interval(PartialDate(year=year, month=1), old.end)


def _without_its_word(old: Any, _size: int, _report: Report) -> object:
    """Lose the word "nghìn" and more."""
    return attrs.evolve(old, value=old.value // 10_000, scale=1)


def _gifts_worth(each: int) -> Wrong:
    return lambda _old, size, report: each * int(report.funds.gifts[0].count.value) + size  # type: ignore[union-attr]


def _former_units(_old: Any, size: int, _report: Report) -> object:
    return tuple(UnitRef(kind=UnitKind.COMMUNE, name=f"Mẫu {place}") for place in range(1, size + 2))


_PL1, _PL2, _CADRES = "kl62-pl1", "kl62-pl2", "kl62-pl1.cadres"
_CONFERENCES, _CRITICISM = "kl62-pl1.dissemination.conferences", "kl62-pl2.criticism"
_PRINTED_ZERO = PrintedFigure(path=f"{_PL1}.allowances.communes.above_norm", text="00")

# fmt: off
FAULTS: Final = (
    Fault("APP001", "one figure for two", f"{_PL1}.movements.commended", _alone),
    Fault("APP002", "a total left out", f"{_CADRES}.full_time.total", _blank),
    Fault("APP003", "a total too high", f"{_PL1}.allowances.villages.total", _more),
    Fault("APP004", "a figure in the line of the province", f"{_PL1}.dissemination.documents.province",
          lambda _old, size, _report: size),
    Fault("APP006", "a blank among zeros", f"{_PL1}.dissemination.inspections.commune", _blank),
    Fault("APP007", "zero spelled in two ways", "printed", lambda old, _size, _report: (*old, _PRINTED_ZERO)),
    Fault("APP008", "more villages than there are", f"{_PL1}.allowances.villages.at_norm",
          _over("population.villages")),
    Fault("APP009", "one figure for three", f"{_CADRES}.political_theory.commune.levels", _alone),
    Fault("APP011", "an appendix that is named and missing", "appendices",
          lambda old, _size, _report: old[:1]),
    Fault("CAM001", "half the name of a campaign", "campaigns.campaigns.0.name",
          lambda _old, _size, _report: "Toàn dân đoàn kết xây dựng nông thôn mới"),
    Fault("CAM002", "the text says otherwise", "statements", _stating("population.households", _more)),
    Fault("CAM003", "a stadium at each conference", f"{_CONFERENCES}.people_reached",
          lambda old, size, _report: 100 * old + size),
    Fault("CAM004", "more rewards on one day than in all", "campaigns.commendations.0.collectives",
          _over(f"{_PL1}.movements.commended")),
    Fault("CAM005", "a percentage without its base", "campaigns.festivals.1.areas", _blank),
    Fault("CAM006", "years that the period does not have", "campaigns.festivals.0.stated_years", _more),
    Fault("CRI001", "a total too high", f"{_CRITICISM}.sessions.commune", _more),
    Fault("CRI002", "counted, though not held", "statements",
          _stating(f"{_CRITICISM}.conferences", lambda _old, _size, _report: 0)),
    Fault("CRI003", "fewer drafts than sessions", f"{_CRITICISM}.requested.commune",
          _under(f"{_CRITICISM}.sessions")),
    Fault("CRI004", "sessions without an opinion", f"{_CRITICISM}.opinions.commune",
          _under(f"{_CRITICISM}.sessions")),
    Fault("CRI006", "years without a dialogue", f"{_PL2}.feedback.party_dialogues.commune",
          _under("periods.0.stated_years")),
    Fault("CRI010", "a session left out", f"{_CRITICISM}.conferences.commune",
          lambda _old, _size, _report: 0),
    Fault("CRI011", "sessions without a record", f"{_CRITICISM}.conferences.commune", _more),
    Fault("CRI012", "a draft received late", "supervision.criticisms",
          _in_the_last("received", _days_after(-15, "submitted"))),
    Fault("CRI013", "a year without a dialogue", "supervision.dialogues", _without_the_government_of_2024),
    Fault("DOC001", "separators swapped", "citations", _citing("Kết luận số {}/KL-TW ngày 08/12/2019")),
    Fault("DOC002", "one document with two dates", "citations", _two_dates),
    Fault("DOC003", "a date that the register does not have", "citations",
          _citing("Quyết định số 218-QĐ/TW ngày 0{}/12/2013 của Bộ Chính trị")),
    Fault("DOC004", "a document of tomorrow", "citations",
          _citing("Kế hoạch số {}/KH-UBND ngày 01/12/2025 của Ủy ban nhân dân xã")),
    Fault("DOC006", "a document that nobody can find", "citations", _citing("Nghị định 99{}")),
    Fault("DOC007", "one document with two titles", "citations",
          _citing("Luật Thanh tra số 11/2022/QH15", "Luật Thanh tra nhân dân số 11/2022/QH15")),
    Fault("DOC008", "a report without a number", "header.symbol", _blank),
    Fault("DOC009", "signed by another body", "signature.body",
          lambda _old, _size, report: f"Ủy ban nhân dân xã {report.unit.name}"),
    Fault("FND001", "a lost unit of money", "funds.ledgers.1.raised", _without_its_word),
    Fault("FND002", "a ledger that does not balance", "funds.ledgers.0.closing", _more),
    Fault("FND004", "more spent than its items", "funds.ledgers.0.spent", _more),
    Fault("FND005", "gifts worth a motorbike", "funds.gifts.0.value", _gifts_worth(5_000_000)),
    Fault("FND006", "a fund over other years", "funds.ledgers.0.stated_years", _more),
    Fault("FND007", "a hedge above the mean", "funds.ledgers.1.raised",
          lambda old, size, _report: attrs.evolve(old, value=old.value + (1 + size) * 10**6)),
    Fault("FND008", "houses that cost more than their support", "funds.houses.0.amount", _more),
    Fault("MEM002", "more admitted than nominated", f"{_PL1}.membership.admitted_to_party",
          _over(f"{_PL1}.membership.nominated_to_party")),
    Fault("MEM004", "a digit typed twice", f"{_PL1}.membership.members",
          lambda old, size, _report: Pair(old.first, 1000 * size + old.first)),
    Fault("MEM005", "members from nowhere", "membership.organisations.0.closing", _more),
    Fault("MEM006", "a total too high", "membership.union_members", _more),
    Fault("MEM007", "new members left out", f"{_PL1}.membership.admitted", _blank),
    Fault("ORG001", "a total too high", "organisation.committee.members", _more),
    Fault("ORG002", "more in brackets than before them", "organisation.standing_board.vice_chairs", _more),
    Fault("ORG003", "an assembly for a Committee", "organisation.committee.members",
          lambda _old, size, _report: 55 + size),
    Fault("ORG005", "more heads than villages", "organisation.committee.composition.2.members", _more),
    Fault("ORG007", "cadres classified twice", f"{_CADRES}.education.commune.university", _more),
    Fault("ORG009", "more trained than there are", f"{_CADRES}.trained.commune", _more),
    Fault("ORG010", "a board of one", f"{_CADRES}.peoples_inspection",
          lambda _old, _size, _report: Pair(1, 1)),
    Fault("ORG011", "branches without a head", f"{_PL1}.allowances.branch_heads.total",
          _under("population.villages", times=4)),
    Fault("PER001", "a wrong number of years", "periods.0.stated_years", _more),
    Fault("PER002", "appendices over two periods", "periods.2.period", _since(2015)),
    Fault("PER003", "a term too long", "organisation.committee.term",
          lambda _old, size, _report: Period.term(2019, 2024 + size)),
    Fault("PER004", "a figure of no time", "campaigns.conferences.0.period", _blank),
    Fault("PER005", "a yearly figure added to that of all years", "statements",
          _each_year_and_in_all(f"{_PL1}.dissemination.inspections.commune")),
    Fault("SUP001", "more answered than asked", "supervision.supervisions.0.answered",
          _over("supervision.supervisions.0.recommendations")),
    Fault("SUP002", "supervision of nobody", f"{_PL2}.supervision.document_studies.commune", _alone),
    Fault("SUP004", "three supervisions a week", f"{_PL2}.supervision.delegations.commune",
          lambda old, size, _report: Pair(100 * old.first + size, 100 * old.second)),
    Fault("SUP005", "figures older than the decision", "periods.2.period", _since(2010)),
    Fault("SUP010", "a supervision left out", f"{_PL2}.supervision.delegations.commune",
          lambda old, _size, _report: Pair(1, old.second)),
    Fault("SUP011", "supervisions without a record", f"{_PL2}.supervision.delegations.commune",
          lambda old, size, _report: Pair(old.first + size, old.second + size)),
    Fault("SUP012", "a supervision of tomorrow", "supervision.supervisions",
          _in_the_last("date", lambda _record, size: dt.date(2031, size, 1))),
    Fault("SUP013", "a plan sent late", "supervision.supervisions",
          _in_the_last("plan_sent", _days_after(-15, "date"))),
    Fault("SUP014", "a report received late", "supervision.supervisions",
          _in_the_last("report_received", _days_after(-7, "date"))),
    Fault("SUP015", "a result reported late", "supervision.supervisions",
          _in_the_last("result_reported", _days_after(15, "ended"))),
    Fault("TRD004", "yearly estimates times the years", "appendices", _all_multiples_of(_stated_years)),
    Fault("TRD005", "figures rounded to five", "appendices", _all_multiples_of(lambda _report: 5)),
    Fault("TXT001", "an English number", "narrative", _writing("Diện tích gieo trồng 7,296.66 ha.")),
    Fault("TXT002", "a gap in the headings", "outline.13.number",
          lambda _old, size, _report: f"2.{2 + size}"),
    Fault("TXT003", "a wrong mark", "narrative", _writing("Trường ban công tác Mặt trận.")),
    Fault("TXT004", "a paragraph broken off", "narrative", _writing("Tổ chức Lễ ra\n\nmắt mô hình.")),
    Fault("TXT006", "a text in an old font", "narrative", _writing("nh©n d©n x· Hång Kim")),
    Fault("TXT007", "the telephone of a person", "narrative", _writing("Bà N., điện thoại 0914123456.")),
    Fault("UNI002", "a unit younger than its report", "unit.valid_from",
          lambda _old, size, _report: dt.date(2024, size, 1)),
    Fault("UNI003", "a special zone before there were any", "unit.kind",
          lambda _old, _size, _report: UnitKind.SPECIAL_ZONE),
    Fault("UNI005", "more boards than villages", "organisation.working_boards.boards", _more),
    Fault("UNI006", "former units left out", "unit.predecessors", _former_units),
    Fault("UNI007", "a household in two classes", "population.near_poor.households",
          _over("population.households")),
    Fault("UNI008", "a percentage of another figure", "population.poor.households",
          lambda old, size, _report: old + 3 + size),
    Fault("UNI009", "a hamlet in each house", "population.persons", _over("population.households", times=7)),
    Fault("UNI010", "Party cells of two", "organisation.party.members",
          _under("organisation.party.cells", times=3)),
)
# fmt: on
"""One fault at least for each rule, in the order of the codes."""
