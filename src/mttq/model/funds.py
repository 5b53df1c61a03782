"""The Fund for the Poor and relief as ledgers: pledged is not received is not allocated.

Amounts that a report states to the đồng are `int`; hedged or rounded ones ("hơn 4,5 tỷ đồng") are `Quantity`.
"""

import enum
from typing import Annotated, Final

import attrs

from mttq._declared.relations import MERGED, NO_SUM, OPENING, STOCK, Counts, at_most, each, needed, same_as
from mttq._declared.types import KEY, Count, Label, Money, checked
from mttq.values import Period, Quantity, Tier

__all__ = [
    "Amount",
    "ContributionForm",
    "ContributionState",
    "FundKind",
    "FundLedger",
    "FundTransfer",
    "Funds",
    "Gifts",
    "HouseWork",
    "Houses",
    "Receipt",
    "ReliefAction",
    "Spending",
    "SpendingPurpose",
]

Amount = Money | Quantity
"""A sum in đồng: exact, or as hedged and rounded as the report has it."""


class FundKind(enum.StrEnum):
    """Which fund a ledger is about."""

    FUND_FOR_THE_POOR = "Quỹ Vì người nghèo"
    RELIEF_FUND = "Quỹ cứu trợ"
    OTHER = "khác"


class ContributionState(enum.StrEnum):
    """How far a contribution has come."""

    PLEDGED = "đăng ký"
    RECEIVED = "tiếp nhận"
    ALLOCATED = "phân bổ"


class ContributionForm(enum.StrEnum):
    """In what a contribution consists."""

    CASH = "tiền"
    IN_KIND = "hiện vật"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Receipt:
    """What came in, or was pledged, from one source."""

    amount: Annotated[
        Amount,
        Label("Số tiền"),
        at_most("^receipts.*[state=RECEIVED].amount", where="state=ALLOCATED"),
    ]
    state: Annotated[ContributionState, Label("Tình trạng"), KEY] = ContributionState.RECEIVED
    form: Annotated[ContributionForm | None, Label("Hình thức"), KEY] = None
    source: Annotated[str | None, Label("Nguồn"), KEY] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class FundTransfer:
    """What the fund of another level handed down."""

    from_tier: Annotated[Tier, Label("Từ quỹ cấp"), KEY]
    amount: Annotated[Amount | None, Label("Số tiền")] = None


class SpendingPurpose(enum.StrEnum):
    """For what a fund is spent."""

    BUILD_HOUSE = "xây nhà"
    REPAIR_HOUSE = "sửa nhà"
    LIVELIHOOD = "sinh kế"
    MEDICAL = "khám chữa bệnh"
    EDUCATION = "học tập"
    TET_GIFTS = "quà Tết"
    EMERGENCY = "khó khăn đột xuất"
    OTHER = "khác"


_BUILT: Final = "/funds.houses.*[work=BUILT][period=^period]"
_REPAIRED: Final = "/funds.houses.*[work=REPAIRED][period=^period]"
_GIFTS: Final = "/funds.gifts.*[period=^period]"
_BUILDS: Final = ("purpose=BUILD_HOUSE", "^each_year=False")
_REPAIRS: Final = ("purpose=REPAIR_HOUSE", "^each_year=False")
_GIVES: Final = ("purpose=TET_GIFTS", "^each_year=False")
"""What a fund pays for is among what the report says to have been built, repaired and given in its period."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class Spending:
    """What was spent for one purpose, on how many."""

    purpose: Annotated[SpendingPurpose, Label("Mục chi"), KEY]
    count: Annotated[
        Count | None,
        Label("Số lượng"),
        at_most(f"{_BUILT}.count", where=_BUILDS),
        same_as(f"{_BUILT}[amount=amount].count", where=_BUILDS),
        at_most(f"{_REPAIRED}.count", where=_REPAIRS),
        same_as(f"{_REPAIRED}[amount=amount].count", where=_REPAIRS),
        at_most(f"{_GIFTS}.count", where=_GIVES),
        same_as(f"{_GIFTS}[value=amount].count", where=_GIVES),
    ] = None
    amount: Annotated[
        Amount | None,
        Label("Số tiền"),
        each("count", 10_000, 500_000_000),
        at_most(f"{_BUILT}.amount", where=_BUILDS),
        at_most(f"{_REPAIRED}.amount", where=_REPAIRS),
        at_most(f"{_GIFTS}.value", where=_GIVES),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class FundLedger:
    """A fund over a period: opening + receipts + transfers - spending = closing.

    Each figure is as stated: `raised` and `spent` are the totals that the report prints.
    """

    fund: Annotated[FundKind, Label("Quỹ"), KEY]
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    stated_years: Annotated[Count | None, Label("Số năm nêu trong báo cáo"), NO_SUM] = None
    each_year: Annotated[bool, Label("Hằng năm"), KEY] = False
    opening: Annotated[
        Amount | None, Label("Số dư đầu kỳ"), OPENING, same_as("<closing", where="each_year=False")
    ] = None
    raised: Annotated[Amount | None, Label("Tổng số tiền vận động được")] = None
    receipts: Annotated[tuple[Receipt, ...], Label("Khoản thu")] = ()
    transfers: Annotated[tuple[FundTransfer, ...], Label("Khoản cấp trên chuyển"), MERGED] = ()
    spent: Annotated[
        Amount | None,
        Label("Tổng chi"),
        at_most("opening", "raised", "transfers.*.amount", where="each_year=False"),
    ] = None
    spending: Annotated[tuple[Spending, ...], Label("Khoản chi"), MERGED] = ()
    closing: Annotated[Amount | None, Label("Số dư cuối kỳ"), STOCK] = None


class HouseWork(enum.StrEnum):
    """Whether houses were built or repaired."""

    BUILT = "xây mới"
    REPAIRED = "sửa chữa"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Houses:
    """Great Unity houses (nhà Đại đoàn kết)."""

    work: Annotated[HouseWork, Label("Hình thức (xây mới, sửa chữa)"), KEY]
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    count: Annotated[Count | None, Label("Số căn nhà"), needed("amount")] = None
    support_each: Annotated[Amount | None, Label("Mức hỗ trợ mỗi nhà"), NO_SUM] = None
    amount: Annotated[Amount | None, Label("Kinh phí"), each("count", 1_000_000, 1_000_000_000)] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Gifts:
    """Gifts (suất quà) on one occasion."""

    occasion: Annotated[str | None, Label("Dịp"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    count: Annotated[Quantity | None, Label("Số suất quà"), Counts("gifts")] = None
    value: Annotated[Amount | None, Label("Trị giá"), each("count", 50_000, 5_000_000)] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReliefAction:
    """Relief (cứu trợ) after an event or over a period."""

    event: Annotated[str | None, Label("Sự kiện"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    receipts: Annotated[tuple[Receipt, ...], Label("Khoản đóng góp")] = ()
    gifts: Annotated[Gifts | None, Label("Quà")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Funds:
    """All that a report says about funds, houses, gifts and relief."""

    ledgers: Annotated[tuple[FundLedger, ...], Label("Sổ quỹ"), MERGED] = ()
    houses: Annotated[tuple[Houses, ...], Label("Nhà Đại đoàn kết"), MERGED] = ()
    gifts: Annotated[tuple[Gifts, ...], Label("Đợt tặng quà"), MERGED] = ()
    relief: Annotated[tuple[ReliefAction, ...], Label("Đợt cứu trợ")] = ()
