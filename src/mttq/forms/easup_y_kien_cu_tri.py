"""How opinions of the people were received and answered.

Seen in November 2026 at a commune of Đắk Lắk; of a month, a quarter, half a year, a year or since the
beginning. Only of the last can what is still pending stand in a sum with what was received: the form has no
line for what was carried over, and is declared as it adds up itself.
"""

import attrs

from mttq._declared.types import Count
from mttq.forms._columns import CountAndShare, columns
from mttq.forms._labels import column, row, section, table
from mttq.forms._register import form
from mttq.values import Share

__all__ = ["FieldOfOpinions", "OpinionsOfVillage", "OpinionsReceived", "PeoplesOpinions", "Ratings"]


@columns
@attrs.frozen(kw_only=True)
class FieldOfOpinions:
    """Opinions on one field."""

    name: str | None = column("Lĩnh vực")
    opinions: CountAndShare = column()


@columns
@attrs.frozen(kw_only=True)
class OpinionsOfVillage:
    """Opinions from one village."""

    name: str | None = column("Thôn, buôn")
    opinions: CountAndShare = column()


@attrs.frozen(kw_only=True)
class OpinionsReceived:
    """I. Opinions received."""

    total: CountAndShare = row(
        "",
        total_of=(
            ("answered", "pending", "waiting"),
            ("~by_field.*.opinions",),
            ("~by_village.*.opinions",),
        ),
    )
    answered: CountAndShare = row("1", "Đã ban hành văn bản trả lời", whole="total")
    pending: CountAndShare = row("2", "Đang thụ lý, thẩm tra xử lý", whole="total")
    waiting: CountAndShare = row("3", "Chờ tiếp nhận phân loại", whole="total")


@attrs.frozen(kw_only=True)
class Ratings:
    """II. Ratings of the answers."""

    total: Count | None = row("", total_of=("very_satisfied", "satisfied", "dissatisfied"))
    very_satisfied: Count | None = row("1", "Rất hài lòng")
    satisfied: Count | None = row("2", "Hài lòng")
    dissatisfied: Count | None = row("3", "Chưa hài lòng")
    share: Share | None = row(
        "4",
        "Tỷ lệ hài lòng và rất hài lòng",
        unit="percent",
        share_of=(("very_satisfied", "satisfied"), "total"),
    )


@form(
    "easup-y-kien-cu-tri",
    title="Báo cáo tổng hợp tiếp nhận, giải quyết ý kiến, kiến nghị của Nhân dân",
)
@attrs.frozen(kw_only=True)
class PeoplesOpinions:
    """Opinions of the people in a commune.

    >>> PeoplesOpinions(ratings=Ratings(total=80, satisfied=40)).ratings.total
    80
    """

    opinions: OpinionsReceived = section("I", "Tổng số ý kiến tiếp nhận", unit="opinions")
    ratings: Ratings = section("II", "Tổng số lượt đánh giá", unit="ratings")
    by_field: tuple[FieldOfOpinions, ...] = table(
        "III", "Theo lĩnh vực", key="name", merge=True, unit="opinions", whole="opinions.total"
    )
    by_village: tuple[OpinionsOfVillage, ...] = table(
        "IV", "Theo thôn, buôn", key="name", unit="opinions", whole="opinions.total"
    )
