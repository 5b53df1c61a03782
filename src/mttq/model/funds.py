"""The Fund for the Poor and relief as ledgers: pledged is not received is not allocated.

Amounts that a report states to the đồng are `int`; hedged or rounded ones ("hơn 4,5 tỷ đồng") are `Quantity`.
"""

import datetime as dt
import enum
from typing import Annotated, Final

import attrs

from mttq._declared.relations import (
    MERGED,
    NO_SUM,
    OPENING,
    STOCK,
    Counts,
    During,
    at_least,
    at_most,
    deadline,
    each,
    needed,
    same_as,
    total_of,
)
from mttq._declared.types import KEY, LATER_KEY, Count, Label, Money, checked
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
    "Goods",
    "HouseSource",
    "HouseState",
    "HouseWork",
    "HouseholdClass",
    "Houses",
    "Mobilisation",
    "OutgoingTransfer",
    "PeoplesContribution",
    "Receipt",
    "ReliefAction",
    "Spending",
    "SpendingPurpose",
    "Support",
]

Amount = Money | Quantity
"""A sum in đồng: exact, or as hedged and rounded as the report has it."""


class FundKind(enum.StrEnum):
    """Which fund a ledger is about."""

    FUND_FOR_THE_POOR = "Quỹ Vì người nghèo"
    RELIEF_FUND = "Quỹ cứu trợ"
    OTHER = "khác"


class ContributionState(enum.StrEnum):
    """How far a contribution has come.

    >>> [state.name for state in ContributionState]
    ['PLEDGED', 'RECEIVED', 'ALLOCATED']
    """

    PLEDGED = "đăng ký"
    RECEIVED = "tiếp nhận"
    ALLOCATED = "phân bổ"


class ContributionForm(enum.StrEnum):
    """In what a contribution consists.

    >>> [form.name for form in ContributionForm]
    ['CASH', 'IN_KIND']
    """

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


_NOW: Final = ("^each_year=False", "^period=/period")


@attrs.frozen(kw_only=True, field_transformer=checked)
class FundTransfer:
    """What the fund of another level handed down."""

    from_tier: Annotated[Tier, Label("Từ quỹ cấp"), KEY]
    amount: Annotated[
        Amount | None,
        Label("Số tiền"),
        at_most("/core.poor_fund.from_above", where=("^fund=FUND_FOR_THE_POOR", *_NOW)),
        at_most("/core.relief_fund.from_above", where=("^fund=RELIEF_FUND", *_NOW)),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class OutgoingTransfer:
    """What a fund handed on: down to a lower level, up, to another place; to several as much each."""

    to_tier: Annotated[Tier | None, Label("Đến quỹ cấp"), KEY] = None
    to: Annotated[str | None, Label("Đơn vị nhận"), KEY] = None
    amount: Annotated[Amount | None, Label("Số tiền"), same_as("units * amount_each")] = None
    units: Annotated[Count | None, Label("Số địa phương nhận")] = None
    amount_each: Annotated[Amount | None, Label("Số tiền mỗi địa phương"), NO_SUM] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Goods:
    """Goods in kind (hiện vật) in their own unit, and what they are thought to be worth.

    >>> from mttq.vi import parse_quantity
    >>> rice = Goods(item="gạo", received=parse_quantity("20 tấn"), value=300_000_000)
    """

    item: Annotated[str, Label("Tên hiện vật"), KEY]
    received: Annotated[Quantity | None, Label("Đã tiếp nhận")] = None
    handed_on: Annotated[Quantity | None, Label("Đã phân bổ")] = None
    left: Annotated[
        Quantity | None, Label("Chưa phân bổ"), total_of("received", "-handed_on", optional=True)
    ] = None
    value: Annotated[Amount | None, Label("Trị giá ước tính")] = None


class SpendingPurpose(enum.StrEnum):
    """For what a fund is spent."""

    BUILD_HOUSE = "xây nhà"
    REPAIR_HOUSE = "sửa nhà"
    LIVELIHOOD = "sinh kế"
    MEDICAL = "khám chữa bệnh"
    EDUCATION = "học tập"
    TET_GIFTS = "quà Tết"
    EMERGENCY = "khó khăn đột xuất"
    RELIEF = "cứu trợ"
    CLEAN_WATER = "nước sạch"
    ETHNIC_MINORITIES = "đồng bào dân tộc thiểu số"
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
        needed("count"),
        each("count", 10_000, None),  # people, houses, hospitals: what is counted no report says
        at_most(f"{_BUILT}.amount", where=_BUILDS),
        at_most(f"{_REPAIRED}.amount", where=_REPAIRS),
        at_most(f"{_GIFTS}.value", where=_GIVES),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class FundLedger:
    """A fund over a period: opening + receipts + transfers - spending - what was handed on = closing.

    Each figure is as stated: `raised` and `spent` are the totals that the report prints.
    """

    fund: Annotated[FundKind, Label("Quỹ"), KEY]
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    stated_years: Annotated[Count | None, Label("Số năm nêu trong báo cáo"), NO_SUM] = None
    each_year: Annotated[bool, Label("Hằng năm"), KEY] = False
    opening: Annotated[
        Amount | None, Label("Số dư đầu kỳ"), OPENING, same_as("<closing", where="each_year=False")
    ] = None
    pledged: Annotated[Amount | None, Label("Tổng số tiền đăng ký")] = None
    raised: Annotated[
        Amount | None,
        Label("Tổng số tiền vận động được"),
        total_of("receipts.*[state=RECEIVED].amount", optional=True),
    ] = None
    receipts: Annotated[tuple[Receipt, ...], Label("Khoản thu")] = ()
    transfers: Annotated[tuple[FundTransfer, ...], Label("Khoản cấp trên chuyển"), MERGED] = ()
    spent: Annotated[
        Amount | None,
        Label("Tổng chi"),
        total_of("spending.*.amount", optional=True),
        at_most("opening", "raised", "transfers.*.amount", "-handed_on.*.amount", where="each_year=False"),
    ] = None
    spending: Annotated[tuple[Spending, ...], Label("Khoản chi"), MERGED] = ()
    handed_on: Annotated[tuple[OutgoingTransfer, ...], Label("Khoản chuyển đi"), MERGED] = ()
    goods: Annotated[tuple[Goods, ...], Label("Hiện vật của quỹ")] = ()
    closing: Annotated[
        Amount | None,
        Label("Số dư cuối kỳ"),
        STOCK,
        total_of(
            *("opening", "raised", "transfers.*.amount", "-spent", "-handed_on.*.amount"),
            where="each_year=False",
            optional=True,
        ),
    ] = None


class HouseWork(enum.StrEnum):
    """Whether houses were built or repaired, or both are told in one figure.

    >>> [work.name for work in HouseWork]
    ['BUILT', 'REPAIRED', 'BUILT_OR_REPAIRED']
    """

    BUILT = "xây mới"
    REPAIRED = "sửa chữa"
    BUILT_OR_REPAIRED = "xây mới và sửa chữa"


class HouseSource(enum.StrEnum):
    """From where the money for houses comes."""

    FUND_FOR_THE_POOR = "Quỹ Vì người nghèo"
    RELIEF_FUND = "Quỹ cứu trợ"
    STATE_BUDGET = "ngân sách"
    SPONSORS = "xã hội hóa"
    FAMILY = "gia đình đối ứng"


class HouseState(enum.StrEnum):
    """How far houses have come."""

    SURVEYED = "đang khảo sát"
    APPROVED = "đã phê duyệt"
    STARTED = "đã khởi công"
    HANDED_OVER = "đã bàn giao"
    SUSPENDED = "tạm dừng"


class HouseholdClass(enum.StrEnum):
    """For what households houses are.

    >>> [kind.name for kind in HouseholdClass]
    ['POOR', 'NEAR_POOR', 'IN_NEED']
    """

    POOR = "hộ nghèo"
    NEAR_POOR = "hộ cận nghèo"
    IN_NEED = "hộ khó khăn"


@attrs.frozen(kw_only=True, field_transformer=checked)
class Houses:
    """Great Unity houses (nhà Đại đoàn kết): all of a kind, or those of one source, state and class."""

    work: Annotated[HouseWork, Label("Hình thức (xây mới, sửa chữa)"), KEY]
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    source: Annotated[HouseSource | None, Label("Nguồn"), LATER_KEY] = None
    source_tier: Annotated[Tier | None, Label("Nguồn của cấp"), LATER_KEY] = None
    state: Annotated[HouseState | None, Label("Tình trạng"), LATER_KEY] = None
    household_class: Annotated[HouseholdClass | None, Label("Đối tượng"), LATER_KEY] = None
    count: Annotated[Count | None, Label("Số căn nhà"), needed("amount")] = None
    households: Annotated[Count | None, Label("Số hộ được hỗ trợ"), Counts("households")] = None
    support_each: Annotated[Amount | None, Label("Mức hỗ trợ mỗi nhà"), NO_SUM] = None
    amount: Annotated[
        Amount | None,
        Label("Kinh phí"),
        needed("count"),
        each("count", 1_000_000, 1_000_000_000),
        same_as("count * support_each"),
    ] = None
    workdays: Annotated[Quantity | None, Label("Ngày công"), Counts("workdays")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Gifts:
    """Gifts (suất quà) on one occasion, to one sort of recipients.

    Args:
        occasion: the occasion.
        period: the time.
        recipients: who receives them ("đoàn công tác", "34 tỉnh, thành phố").
        count: how many gifts.
        units: how many units receive them.
        per_unit: how many each unit receives.
        value: what they are worth in all, in đồng.
        value_each: what one is worth.
        cash_each: how much of that is money.
        goods_each: how much of that is goods.
    """

    occasion: Annotated[str | None, Label("Dịp"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    recipients: Annotated[str | None, Label("Nơi nhận quà"), LATER_KEY] = None
    count: Annotated[
        Quantity | None, Label("Số suất quà"), Counts("gifts"), same_as("units * per_unit"), needed("value")
    ] = None
    units: Annotated[Count | None, Label("Số địa phương nhận")] = None
    per_unit: Annotated[Count | None, Label("Số suất mỗi địa phương"), NO_SUM] = None
    value: Annotated[
        Amount | None,
        Label("Trị giá"),
        needed("count"),
        each("count", 50_000, 5_000_000),
        same_as("count * value_each"),
    ] = None
    value_each: Annotated[
        Amount | None, Label("Trị giá mỗi suất"), NO_SUM, total_of("cash_each", "goods_each", optional=True)
    ] = None
    cash_each: Annotated[Amount | None, Label("Tiền mặt mỗi suất"), NO_SUM] = None
    goods_each: Annotated[Amount | None, Label("Hiện vật mỗi suất"), NO_SUM] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Support:
    """What was given to people besides houses and gifts: scholarships, animals, tools, money.

    Args:
        purpose: for what it is.
        what: what was given ("suất học bổng", "bò giống"); several records of a purpose differ in it.
        period: the time.
        count: how many were given.
        households: how many households received them.
        persons: how many people received them.
        value: what it is worth in all, in đồng.
        value_each: what one is worth.
    """

    purpose: Annotated[SpendingPurpose, Label("Mục đích"), KEY]
    what: Annotated[str | None, Label("Hình thức hỗ trợ"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    count: Annotated[Quantity | None, Label("Số lượng")] = None
    households: Annotated[Count | None, Label("Số hộ được hỗ trợ"), Counts("households")] = None
    persons: Annotated[Count | None, Label("Số người được hỗ trợ"), Counts("persons")] = None
    value: Annotated[Amount | None, Label("Trị giá"), same_as("count * value_each")] = None
    value_each: Annotated[Amount | None, Label("Trị giá mỗi suất"), NO_SUM] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PeoplesContribution:
    """What people and others gave for something of all: money, land, workdays.

    >>> PeoplesContribution(purpose="đường giao thông", money=120_000_000).money
    120000000
    """

    purpose: Annotated[str | None, Label("Mục đích"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    money: Annotated[Amount | None, Label("Tổng kinh phí huy động")] = None
    of_people: Annotated[Amount | None, Label("Nhân dân đóng góp"), at_most("money", optional=True)] = None
    land: Annotated[Quantity | None, Label("Diện tích đất hiến")] = None
    workdays: Annotated[Quantity | None, Label("Ngày công"), Counts("workdays")] = None
    attendances: Annotated[Quantity | None, Label("Lượt người tham gia"), Counts("person_visits")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Mobilisation:
    """All that was raised for social support: through funds, and given directly, beside them.

    >>> Mobilisation(through_funds=215_910_000, direct=84_000_000, total=299_910_000).total
    299910000
    """

    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    through_funds: Annotated[Amount | None, Label("Vận động qua quỹ")] = None
    direct: Annotated[Amount | None, Label("Hỗ trợ trực tiếp, không qua quỹ")] = None
    total: Annotated[
        Amount | None,
        Label("Tổng giá trị an sinh xã hội"),
        total_of("through_funds", "direct", ..., optional=True),
    ] = None


_SINCE_2021: Final = During("launched_on", since=dt.date(2021, 12, 11))
"""Nghị định 93/2021/NĐ-CP, Điều 8, 13 and 14."""
_BEFORE_2021: Final = During("launched_on", since=dt.date(2008, 6, 6), until=dt.date(2021, 12, 10))
"""Nghị định 64/2008/NĐ-CP, Điều 7."""
_ABOVE: Final = (Tier.CENTRE, Tier.PROVINCE)
_BELOW: Final = (Tier.DISTRICT, Tier.COMMUNE)


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReliefAction:
    """Relief (cứu trợ) after an event or over a period: who gave, what went where, in how many rounds.

    >>> ReliefAction(event="bão số 3", launched_on=dt.date(2024, 9, 10)).event
    'bão số 3'
    """

    event: Annotated[str | None, Label("Sự kiện"), KEY] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    donors: Annotated[Quantity | None, Label("Số người đóng góp"), Counts("persons")] = None
    organisations: Annotated[Quantity | None, Label("Số tổ chức, đơn vị đóng góp")] = None
    receipts: Annotated[tuple[Receipt, ...], Label("Khoản đóng góp")] = ()
    rounds: Annotated[Count | None, Label("Số đợt phân bổ")] = None
    units: Annotated[Count | None, Label("Số địa phương nhận")] = None
    handed_on: Annotated[tuple[OutgoingTransfer, ...], Label("Khoản phân bổ")] = ()
    goods: Annotated[tuple[Goods, ...], Label("Hiện vật")] = ()
    gifts: Annotated[Gifts | None, Label("Quà")] = None
    launched_on: Annotated[dt.date | None, Label("Ngày phát động")] = None
    received_until: Annotated[
        dt.date | None,
        Label("Ngày kết thúc tiếp nhận"),
        at_least("launched_on"),
        deadline("launched_on + 90 days", during=_SINCE_2021),
        deadline("launched_on + 60 days", during=_BEFORE_2021, tiers=_ABOVE),
        deadline("launched_on + 30 days", during=_BEFORE_2021, tiers=_BELOW),
    ] = None
    distributed: Annotated[
        dt.date | None,
        Label("Ngày phân phối xong"),
        deadline("received_until + 20 days", during=_SINCE_2021),
        deadline("received_until + 20 days", during=_BEFORE_2021),
    ] = None
    received_published: Annotated[
        dt.date | None,
        Label("Ngày công khai số tiếp nhận"),
        deadline("received_until + 15 days", during=_SINCE_2021),
    ] = None
    distributed_published: Annotated[
        dt.date | None,
        Label("Ngày công khai số phân phối"),
        deadline("distributed + 30 days", during=_SINCE_2021),
    ] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class Funds:
    """All that a report says about funds, houses, gifts and relief."""

    ledgers: Annotated[tuple[FundLedger, ...], Label("Sổ quỹ"), MERGED] = ()
    houses: Annotated[tuple[Houses, ...], Label("Nhà Đại đoàn kết"), MERGED] = ()
    gifts: Annotated[tuple[Gifts, ...], Label("Đợt tặng quà"), MERGED] = ()
    relief: Annotated[tuple[ReliefAction, ...], Label("Đợt cứu trợ")] = ()
    support: Annotated[tuple[Support, ...], Label("Hỗ trợ an sinh xã hội"), MERGED] = ()
    contributions: Annotated[tuple[PeoplesContribution, ...], Label("Đóng góp của Nhân dân"), MERGED] = ()
    mobilised: Annotated[tuple[Mobilisation, ...], Label("Tổng vận động"), MERGED] = ()
