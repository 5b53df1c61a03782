"""What the tables of the quarterly set on grassroots democracy share.

The set is that of a province's running system (in use before July 2025, hence the column of districts): a
commune reports each quarter, a district and the province list their communes and add them up.  It follows the
Law on Grassroots Democracy (10/2022/QH15) without naming it; no symbol is printed on it.
"""

import datetime as dt
from typing import Final

import attrs

from mttq.forms._columns import columns
from mttq.forms._labels import column
from mttq.values.figures import TWO_TIERS

__all__ = ["LAST_OF_DISTRICTS", "Commune"]


LAST_OF_DISTRICTS: Final = TWO_TIERS - dt.timedelta(days=1)


@columns
@attrs.frozen(kw_only=True)
class Commune:
    """Huyện/TP | Tên xã phường, thị trấn: so these forms write it, most without the first comma."""

    district: str | None = column("Huyện/TP", until=LAST_OF_DISTRICTS)
    name: str | None = column("Tên xã phường, thị trấn")
