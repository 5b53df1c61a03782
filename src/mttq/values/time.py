"""Points and stretches of time, each as precise as it was written."""

import enum
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated, Final, Literal, Self

import attrs

from mttq._declared.types import Count, Label, checked, clipped, plain_int, unfit
from mttq.errors import ArgumentError, ConstraintError
from mttq.values._written import Written
from mttq.wording import Phrase

__all__ = ["PartialDate", "Period", "PeriodKind"]


@attrs.frozen(kw_only=True, field_transformer=checked)
class PartialDate(Written):
    """A date of which parts may be unknown; no part is ever invented.

    >>> PartialDate(year=2023, month=12).iso, PartialDate(month=7, day=27).iso
    ('2023-12', '--07-27')
    """

    year: Count | None = None
    month: Count | None = None
    day: Count | None = None

    def __attrs_post_init__(self) -> None:
        if self.year is None and self.month is None:
            raise ConstraintError(Phrase("cần ít nhất năm hoặc tháng"))
        if self.year is not None and not 1 <= self.year <= 9999:  # noqa: PLR2004 - the years of datetime
            raise ConstraintError(Phrase("không có năm {}", self.year))
        if self.month is not None and not 1 <= self.month <= 12:  # noqa: PLR2004
            raise ConstraintError(Phrase("không có tháng {}", self.month))
        if self.day is not None:
            if self.month is None:
                raise ConstraintError(Phrase("có ngày thì phải có tháng"))
            leap_year = 2000  # 29/2 exists in some year
            if not 1 <= self.day <= monthrange(self.year or leap_year, self.month)[1]:
                day = f"{self.day}/{self.month}/{self.year or '…'}"
                raise ConstraintError(Phrase("không có ngày {}", day))

    @classmethod
    def of(cls, day: date) -> Self:
        """Take all three parts from a date.

        Raises:
            FieldError: a datetime or a text is no date.
        """
        if type(day) is not date:
            raise unfit("PartialDate.of", date, day)
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Read "2023", "2023-12", "2023-12-05", "--12", "--12-05".

        Raises:
            ValueError: the text has another form or names no date.
        """
        year, _, rest = ("", "", text[2:]) if text.startswith("--") else text.partition("-")
        month, _, day = rest.partition("-")
        parts = [int(part) if part.isascii() and part.isdigit() else None for part in (year, month, day)]
        read = cls(year=parts[0], month=parts[1], day=parts[2])
        if read.iso != text:
            raise ArgumentError(Phrase("{} không phải ngày dạng ISO", clipped(text)))
        return read

    @property
    def iso(self) -> str:
        """The date in ISO 8601, with "--" for an unknown year."""
        year = "-" if self.year is None else f"{self.year:04d}"
        month = "" if self.month is None else f"-{self.month:02d}"
        return year + month + ("" if self.day is None else f"-{self.day:02d}")

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """The smallest part that is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def first_day(self) -> date | None:
        """The first day that is meant; None while the year is unknown."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date | None:
        """The last day that is meant; None while the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or _days_of(self.year, month))


@lru_cache(maxsize=1024)
def _days_of(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _iso(point: PartialDate | None) -> str:
    return point.iso if point else ".."


class PeriodKind(enum.StrEnum):
    """What sort of stretch of time a period is.

    >>> Period.quarter(2023, 4).kind is PeriodKind.QUARTER
    True
    """

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    FIRST_MONTHS = "first_months"  # 9 tháng đầu năm 2025
    YEAR = "year"
    INTERVAL = "interval"  # giai đoạn, từ … đến …, tính đến …
    TERM = "term"  # nhiệm kỳ


_MONTHS: Final = {
    PeriodKind.QUARTER: {(1, 3), (4, 6), (7, 9), (10, 12)},
    PeriodKind.HALF_YEAR: {(1, 6), (7, 12)},
    PeriodKind.FIRST_MONTHS: {(1, month) for month in range(1, 13)},
}
"""The first and last months that a part of a year may have."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class Period(Written):
    """A stretch of time from `start` to `end`, both included, each as precise as it was written.

    An open end is None: "tính đến tháng 12/2023" has no start, "từ năm 2010 đến nay" no end.

    >>> Period.quarter(2023, 4).iso, Period.term(2025, 2030).iso
    ('2023-Q4', '2025/2030')
    >>> Period.until(PartialDate(year=2024, month=6)).last_day
    datetime.date(2024, 6, 30)
    """

    kind: Annotated[PeriodKind, Label("Loại kỳ")]
    start: Annotated[PartialDate | None, Label("Kỳ bắt đầu")] = None
    end: Annotated[PartialDate | None, Label("Kỳ kết thúc")] = None

    def __attrs_post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ConstraintError(Phrase("cần đầu kỳ hoặc cuối kỳ"))
        first, last = self.first_day, self.last_day
        if first and last and first > last:
            raise ConstraintError(Phrase("đầu kỳ {} sau cuối kỳ {}", _iso(self.start), _iso(self.end)))
        if not self._fits_its_kind():
            raise ConstraintError(
                Phrase("{}..{} không phải kỳ loại {}", _iso(self.start), _iso(self.end), self.kind.name)
            )

    def _fits_its_kind(self) -> bool:
        start, end = self.start, self.end
        if self.kind is PeriodKind.INTERVAL:
            return True
        if start is None or end is None or start.precision != end.precision:
            return False
        if self.kind in _MONTHS:
            months = (start.month, end.month)
            return start.precision == "month" and start.year == end.year and months in _MONTHS[self.kind]
        if self.kind is PeriodKind.TERM:
            return start.precision == "year"
        return start == end and start.precision == self.kind.value

    @classmethod
    def day(cls, day: date) -> Self:
        """One day."""
        point = PartialDate.of(day)
        return cls(kind=PeriodKind.DAY, start=point, end=point)

    @classmethod
    def month(cls, year: int | None, month: int) -> Self:
        """One month."""
        return cls._months(PeriodKind.MONTH, year, month, month)

    @classmethod
    def quarter(cls, year: int | None, quarter: int) -> Self:
        """One quarter, 1 to 4."""
        return cls._nth(PeriodKind.QUARTER, year, quarter, 3)

    @classmethod
    def half_year(cls, year: int | None, half: int) -> Self:
        """The first or the second half of a year."""
        return cls._nth(PeriodKind.HALF_YEAR, year, half, 6)

    @classmethod
    def _nth(cls, kind: PeriodKind, year: int | None, number: int, months: int) -> Self:
        whole = plain_int(number)
        if type(whole) is not int or whole not in range(1, 12 // months + 1):
            quarters = kind is PeriodKind.QUARTER
            raise ConstraintError(
                Phrase(
                    "một năm không có quý {}" if quarters else "một năm không có nửa năm thứ {}",
                    clipped(number),
                )
            )
        return cls._months(kind, year, months * (whole - 1) + 1, months * whole)

    @classmethod
    def first_months(cls, year: int | None, months: int) -> Self:
        """The first months of a year, "9 tháng đầu năm"; the first six are the half-year they are."""
        whole = plain_int(months)
        if type(whole) is int and whole == 6:  # noqa: PLR2004
            return cls.half_year(year, 1)
        return cls._months(PeriodKind.FIRST_MONTHS, year, 1, months)

    @classmethod
    def _months(cls, kind: PeriodKind, year: int | None, first: int, last: int) -> Self:
        return cls(
            kind=kind, start=PartialDate(year=year, month=first), end=PartialDate(year=year, month=last)
        )

    @classmethod
    def of_year(cls, year: int) -> Self:
        """One calendar year."""
        point = PartialDate(year=year)
        return cls(kind=PeriodKind.YEAR, start=point, end=point)

    @classmethod
    def interval(cls, start: PartialDate | None, end: PartialDate | None) -> Self:
        """Any stretch of time; one end may be open."""
        return cls(kind=PeriodKind.INTERVAL, start=start, end=end)

    @classmethod
    def until(cls, end: PartialDate) -> Self:
        """All up to a point of time: "tính đến", "đến hết"."""
        return cls.interval(None, end)

    @classmethod
    def term(cls, start: int, end: int) -> Self:
        """A term of office (nhiệm kỳ) between two years."""
        return cls(kind=PeriodKind.TERM, start=PartialDate(year=start), end=PartialDate(year=end))

    @property
    def first_day(self) -> date | None:
        """The first day; None if open or of an unknown year."""
        return self.start.first_day if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day; None if open or of an unknown year."""
        return self.end.last_day if self.end else None

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day; an open end sets no limit.

        Raises:
            ValueError: an end is of an unknown year.

        >>> Period.until(PartialDate(year=2023)).bounds
        (datetime.date(1, 1, 1), datetime.date(2023, 12, 31))
        """
        first, last = self.first_day, self.last_day
        if (self.start and first is None) or (self.end and last is None):
            raise ArgumentError(Phrase("{} không rõ năm", self.iso))
        return first or date.min, last or date.max

    def __contains__(self, day: date) -> bool:
        """Return whether a day lies in the period, both ends included; an open end sets no limit.

        Raises:
            ValueError: an end is of an unknown year.

        >>> date(2023, 12, 31) in Period.month(2023, 12), date(2024, 1, 1) in Period.month(2023, 12)
        (True, False)
        """
        first, last = self.bounds
        return first <= day <= last

    @property
    def iso(self) -> str:
        """A short text: "2023-12", "2023-Q4", "2023-H1", "2019", "2003/2023", "../2024-06"."""
        start, end = self.start, self.end
        if start and self.kind in (PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.YEAR):
            return start.iso
        if self.kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR) and end and end.month:
            letter, size = ("Q", 3) if self.kind is PeriodKind.QUARTER else ("H", 6)
            year = "-" if end.year is None else f"{end.year:04d}"
            return f"{year}-{letter}{end.month // size}"
        return f"{_iso(start)}/{_iso(end)}"
