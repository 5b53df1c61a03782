"""Examples of rules whose records the drawn sample report lacks: what is right, and one slip in it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import attrs

from mttq import vi
from mttq.model import (
    Campaign,
    Citation,
    CriticismForm,
    FundKind,
    FundLedger,
    Houses,
    HouseWork,
    OrganisationMembership,
    Receipt,
    SocialCriticism,
    SocioPoliticalOrganization,
    Supervision,
    SupervisionForm,
)
from mttq.report import Report
from mttq.testing._drawn import draw_report
from mttq.testing._faults import FAULTS
from mttq.values import Pair

__all__ = ["Example", "example_of"]

_SAMPLE: Final = 1  # the report of this seed lets nearly all rules judge


@attrs.frozen
class Example:
    """A report in which a rule finds nothing, and the same with a slip that it finds.

    Args:
        name: the slip in a few English words.
        path: the figure or record that differs.
        right: the report without it.
        wrong: the report with it.
    """

    name: str
    path: str
    right: Report
    wrong: Report


def example_of(code: str) -> Example | None:
    """Give the example of a rule, if there is one."""
    for slip in _SLIPS:  # first, for they say more to a reader
        if slip.code == code:
            return slip.example()
    for fault in FAULTS:
        if fault.code == code:
            return Example(fault.name, fault.path, _sample(), fault.plant(_sample()))
    return None


@cache
def _sample() -> Report:
    return draw_report(_SAMPLE)


@attrs.frozen
class _Slip:
    """One figure, record or text that goes wrong; `given` is what the sample report holds besides."""

    code: str
    name: str
    path: str
    wrong: object
    given: Mapping[str, object] = attrs.field(factory=dict)

    def example(self) -> Example:
        right = _sample()
        for path, value in self.given.items():
            right = right.with_value(path, value)
        return Example(self.name, self.path, right, right.with_value(self.path, self.wrong))


def _narrative(code: str, name: str, right: str, wrong: str) -> _Slip:
    return _Slip(code, name, "narrative", wrong, {"narrative": right})


def _cited(*texts: str) -> dict[str, object]:
    return {"citations": tuple(Citation(document=vi.parse_document(text)) for text in texts)}


def _titled(*titles: str) -> Iterator[Citation]:
    law = vi.parse_document("Luật số 11/2022/QH15")
    return (Citation(document=attrs.evolve(law, title=title)) for title in titles)


_MILLION: Final = 10**6
_LEDGER: Final = FundLedger(
    fund=FundKind.FUND_FOR_THE_POOR,
    opening=10 * _MILLION,
    raised=40 * _MILLION,
    spent=30 * _MILLION,
    closing=20 * _MILLION,
    receipts=(Receipt(amount=25 * _MILLION), Receipt(amount=15 * _MILLION)),
)
_FIVE_YEARS: Final = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, raised=40 * _MILLION)
_EACH_YEAR: Final = FundLedger(fund=FundKind.FUND_FOR_THE_POOR, raised=8 * _MILLION, each_year=True)
_FARMERS: Final = OrganisationMembership(
    organisation=SocioPoliticalOrganization.FARMERS, opening=300, admitted=40, left=10, closing=330
)
_DELEGATION: Final = Supervision(
    form=SupervisionForm.DELEGATION,
    date=dt.date(2023, 5, 10),
    subject="quỹ của thôn",
    ended=dt.date(2023, 5, 12),
    plan_sent=dt.date(2023, 4, 20),
    report_received=dt.date(2023, 5, 2),
    result_reported=dt.date(2023, 5, 20),
    recommendations=7,
    answered=5,
)
_DRAFT: Final = SocialCriticism(
    form=CriticismForm.WRITTEN,
    date=dt.date(2023, 5, 5),
    subject="đề án",
    received=dt.date(2023, 4, 20),
    submitted=dt.date(2023, 5, 10),
)
_LEDGERS: Final = {"funds.ledgers": (_LEDGER,)}
_MEMBERS: Final = {"membership.organisations": (_FARMERS,)}
_SUPERVISIONS: Final = {"supervision.supervisions": (_DELEGATION,)}
_NAME: Final = "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"
_HOUSES: Final = Houses(work=HouseWork.BUILT, count=6, support_each=30 * _MILLION, amount=180 * _MILLION)

# fmt: off
_SLIPS: Final = (
    _Slip("APP011", "the appendices left out", "appendices", ()),
    _Slip("CAM001", "half a name", "campaigns.campaigns.0.name", _NAME.partition(",")[0],
          {"campaigns.campaigns": (Campaign(name=_NAME),)}),
    _Slip("CRI012", "a draft that came too late", "supervision.criticisms.0.received", dt.date(2023, 5, 1),
          {"supervision.criticisms": (_DRAFT,)}),
    _Slip("DOC003", "a day too late", "citations",
          _cited("Nghị quyết số 834/NQ-UBTVQH14 ngày 18/12/2019")["citations"],
          _cited("Nghị quyết số 834/NQ-UBTVQH14 ngày 17/12/2019")),
    _Slip("DOC007", "another title", "citations", tuple(_titled("Luật Thanh tra", "Luật Thanh tra nhân dân")),
          {"citations": tuple(_titled("Luật Thanh tra", "Luật Thanh tra"))}),
    _Slip("DOC008", "a report without a number", "header.symbol", None),
    _Slip("FND002", "money from nowhere", "funds.ledgers.0.closing", 25 * _MILLION, _LEDGERS),
    _Slip("FND004", "a source too small", "funds.ledgers.0.receipts.1.amount", 10 * _MILLION, _LEDGERS),
    _Slip("FND008", "a house too few", "funds.houses.0.count", 5, {"funds.houses": (_HOUSES,)}),
    _Slip("MEM005", "members who left and stayed", "membership.organisations.0.closing", 340, _MEMBERS),
    _Slip("MEM006", "fewer than one organisation has", "membership.association_members", 300,
          {**_MEMBERS, "membership.association_members": 330}),
    _Slip("ORG010", "a board too small", "kl62-pl1.cadres.peoples_inspection", Pair(1, 2)),
    _Slip("PER005", "one year added to five", "funds.ledgers.0.raised", 48 * _MILLION,
          {"funds.ledgers": (_FIVE_YEARS, _FIVE_YEARS, _EACH_YEAR)}),
    _Slip("SUP001", "more answers than questions", "supervision.supervisions.0.answered", 9, _SUPERVISIONS),
    _Slip("SUP012", "a year mistyped", "supervision.supervisions.0.date", dt.date(2032, 5, 10),
          _SUPERVISIONS),
    _Slip("SUP013", "a plan sent too late", "supervision.supervisions.0.plan_sent", dt.date(2023, 5, 1),
          _SUPERVISIONS),
    _Slip("SUP014", "a report that came too late", "supervision.supervisions.0.report_received",
          dt.date(2023, 5, 8), _SUPERVISIONS),
    _Slip("SUP015", "a result reported late", "supervision.supervisions.0.result_reported",
          dt.date(2023, 6, 30), _SUPERVISIONS),
    _narrative("TXT001", "the English way", "Diện tích 7.296,66 ha.", "Diện tích 7,296.66 ha."),
    _narrative("TXT003", "a wrong mark", "Trưởng ban công tác Mặt trận.", "Trường ban công tác Mặt trận."),
    _narrative("TXT004", "a page in the middle", "Đã tổ chức Lễ ra mắt mô hình.",
               "Đã tổ chức Lễ ra\n\nmắt mô hình."),
    _narrative("TXT006", "an old font", "nhân dân xã", "nhaân daân xaõ"),
    _narrative("TXT007", "a number of one person", "Một hộ nghèo ở thôn A.", "Bà N., CCCD 001000000000."),
)
# fmt: on
