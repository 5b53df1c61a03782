"""What is drawn once for a commune, and how the rest is drawn."""

import datetime as dt
from decimal import Decimal
from random import Random

from mttq.model.funds import Amount
from mttq.values import PartialDate, Period, Quantity

__all__ = ["FIRST", "LAST", "NUMBER_OF_YEARS", "YEARS", "Commune", "counted", "exact"]

FIRST, LAST = 2015, 2024
NUMBER_OF_YEARS = LAST - FIRST + 1
YEARS = Period.interval(PartialDate(year=FIRST, month=1), PartialDate(year=LAST, month=12))
_FIRST_WORDS = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Hồng", "Kim", "Lộc", "Phú", "Quảng", "Tân", "Vĩnh")
_LAST_WORDS = ("Châu", "Giang", "Hải", "Khê", "Lâm", "Minh", "Phong", "Phước", "Sơn", "Thủy", "Trạch", "Yên")


class Commune:
    """A commune that does not exist: its names, its villages, and its luck."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.name, self.district = (f"{draw.choice(_FIRST_WORDS)} {draw.choice(_LAST_WORDS)}" for _ in "12")
        self.committee = f"Ủy ban MTTQ Việt Nam xã {self.name}"
        self.villages = self.between(4, 14)

    def between(self, least: int, greatest: int) -> int:
        """Draw a number, both ends included."""
        return self.draw.randint(least, greatest)

    def day(self) -> dt.date:
        """Draw a day of the years under review."""
        days = (dt.date(LAST, 12, 1) - dt.date(FIRST, 3, 1)).days
        return dt.date(FIRST, 3, 1) + dt.timedelta(self.between(0, days))

    def days(self, number: int) -> list[dt.date]:
        """Draw days in their order, each near the middle of one of so many equal parts of the years."""
        first = dt.date(FIRST, 3, 1)
        part = (dt.date(LAST, 12, 1) - first).days // number
        return [
            first + dt.timedelta(part * place + self.between(part // 4, 3 * part // 4))
            for place in range(number)
        ]


def counted(number: int, unit: str) -> Quantity:
    return Quantity(value=Decimal(number), unit=unit)


def exact(amount: Amount | None) -> int:
    assert isinstance(amount, int)
    return amount
