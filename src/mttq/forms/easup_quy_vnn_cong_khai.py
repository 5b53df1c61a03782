"""Publication of the Fund for the Poor, as a commune keeps it on its page.

Seen in November 2026 at a commune of Đắk Lắk, under its decisions 12 and 13/QĐ-MTTQ-BTT of 14/01/2026.  All
of it runs on since the fund began, so the balance needs no opening line.  The rates of support that the
page lists are that commune's own and are left out.
"""

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._labels import row
from mttq.forms._register import form

__all__ = ["FundPublication"]


@form("easup-quy-vnn-cong-khai", title='Công khai Quỹ "Vì người nghèo"', cumulative=True)
@attrs.frozen(kw_only=True)
class FundPublication:
    """What a fund raised and spent up to a day.

    >>> FundPublication(raised=1_000_000_000, spent=400_000_000).balance
    """

    raised: Money | None = row("1", "Tổng số tiền vận động tiếp nhận")
    spent: Money | None = row("2", "Tổng số tiền đã giải ngân", at_most="raised")
    balance: Money | None = row("3", "Số dư khả dụng", stock=True, total_of=("raised", "-spent"))
    transactions: Count | None = row("4", "Số lượt giao dịch ủng hộ", unit="visits")
    villages: Count | None = row("5", "Phạm vi: thôn, buôn", unit="villages", stock=True)
