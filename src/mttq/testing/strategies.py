"""Hypothesis strategies: consistent reports, reports with one fault, and values of Vietnamese notation.

Hypothesis is imported here and nowhere else in mttq; `pip install 'mttq[test]'` brings it.  With hypothesis'
entry point, `st.from_type(mttq.Report)` draws from `reports()`, and likewise for the values.

>>> from hypothesis import given, settings
>>> @settings(max_examples=1, deadline=None)
... @given(pairs(), triples(), shares(), quantities(), partial_dates(), periods(), documents())
... def test_each_has_a_text(pair, triple, share, quantity, date, period, document):
...     assert all(map(str, (pair, triple, share, quantity, date, period, document)))
>>> test_each_has_a_text()
"""

import datetime as dt
from decimal import Decimal
from typing import Final

import attrs

from mttq import vi
from mttq._samples._drawn import report_by
from mttq._samples._faults import FAULTS
from mttq.errors import ArgumentError
from mttq.report import Report
from mttq.values import DocumentRef, Pair, PartialDate, Period, Qualifier, Quantity, Share, Triple
from mttq.wording import Phrase

try:
    from hypothesis import strategies as st
except ImportError as _error:
    raise ImportError("mttq.testing.strategies cần hypothesis: pip install 'mttq[test]'") from _error

__all__ = [
    "Corrupted",
    "corrupted",
    "documents",
    "pairs",
    "partial_dates",
    "periods",
    "quantities",
    "reports",
    "shares",
    "triples",
]

_COUNTS: Final = st.integers(0, 100_000)
_YEARS: Final = st.integers(1945, 2099)
_MONTHS: Final = st.integers(1, 12)
_DAYS: Final = st.dates(dt.date(1945, 1, 1), dt.date(2099, 12, 31))
_SCALES: Final = (1, 10**3, 10**6, 10**9)
_ISSUED: Final = (
    "Kết luận số {}-KL/TW ngày {} của Bộ Chính trị",
    "Nghị định số {}/{}/NĐ-CP ngày {} của Chính phủ",
    "Kế hoạch số {}/KH-MTTQ-BTT ngày {}",
)


@st.composite
def reports(draw: st.DrawFn, size: int = 1) -> Report:
    """Draw reports on which every rule is silent.

    Args:
        draw: given by hypothesis.
        size: how much there is of all; 1 is fastest, 5 as long as real reports.

    >>> from hypothesis import given, settings
    >>> from mttq import check
    >>> @settings(max_examples=5, deadline=None)
    ... @given(reports())
    ... def test_no_false_alarm(report):
    ...     assert not check(report).errors
    >>> test_no_false_alarm()
    """
    return report_by(lambda least, greatest: draw(st.integers(least, greatest)), size)


@attrs.frozen(kw_only=True)
class Corrupted:
    """A report with one planted fault.

    Args:
        report: the report.
        code: the code of the rule that must fire; others may fire too.
        fault: what went wrong, in a few words.
        path: the figure or record that was changed.
    """

    report: Report
    code: str
    fault: str
    path: str


@st.composite
def corrupted(draw: st.DrawFn, select: str | tuple[str, ...] = ()) -> Corrupted:
    """Draw a consistent report and plant one named fault in it.

    Args:
        draw: given by hypothesis.
        select: beginnings of the codes of the rules that must fire; any rule, if empty.

    Raises:
        ArgumentError: no fault is known for one of the selected codes.

    >>> from hypothesis import given, settings
    >>> from mttq import check
    >>> @settings(max_examples=5, deadline=None)
    ... @given(corrupted(("CRI",)))
    ... def test_the_fault_is_found(case: Corrupted):
    ...     assert check(case.report)[case.code]
    >>> test_the_fault_is_found()
    """
    wanted = (select,) if isinstance(select, str) else select
    for code in wanted:
        if not any(fault.code.startswith(code) for fault in FAULTS):
            raise ArgumentError(Phrase("không có lỗi mẫu nào cho {}", code))
    fault = draw(st.sampled_from([fault for fault in FAULTS if fault.code.startswith(wanted or "")]))
    report = fault.plant(draw(reports()), draw(st.integers(1, 9)))
    return Corrupted(report=report, code=fault.code, fault=fault.name, path=fault.path)


@st.composite
def quantities(draw: st.DrawFn, units: tuple[str | None, ...] = (None, "VND", "households")) -> Quantity:
    """Draw figures as a text states them: hedged, rounded, scaled, with a unit or without."""
    unit = draw(st.sampled_from(units))
    scale = draw(st.sampled_from(_SCALES if unit == "VND" else _SCALES[:1]))
    places = draw(st.integers(0, 2)) if scale > 1 else 0
    low, high = sorted(draw(st.lists(st.integers(1, 10**6), min_size=2, max_size=2, unique=True)))
    qualifier = draw(st.sampled_from(Qualifier))
    step = Decimal(scale).scaleb(-places)
    return Quantity(
        value=low * step,
        unit=unit,
        qualifier=qualifier,
        upper=high * step if qualifier is Qualifier.RANGE else None,
        scale=scale,
        decimals=places,
    )


def shares() -> st.SearchStrategy[Share]:
    """Draw percentages from 0 to 100 with up to three decimals."""
    return st.builds(
        lambda places, thousandths: Share(Decimal(thousandths // 10 ** (3 - places)).scaleb(-places)),
        st.integers(0, 3),
        st.integers(0, 100_000),
    )


def pairs() -> st.SearchStrategy[Pair]:
    """Draw two figures that share a cell, "169/1.169"."""
    return st.builds(Pair, _COUNTS, _COUNTS)


def triples() -> st.SearchStrategy[Triple]:
    """Draw three figures that share a cell."""
    return st.builds(Triple, _COUNTS, _COUNTS, _COUNTS)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Draw days, months and years, and days and months of no year."""
    return st.one_of(
        _DAYS.map(PartialDate.of),
        st.builds(PartialDate, year=_YEARS, month=_MONTHS),
        st.builds(PartialDate, year=_YEARS),
        st.builds(PartialDate, month=_MONTHS),
        _DAYS.map(lambda day: PartialDate(month=day.month, day=day.day)),
    )


def periods() -> st.SearchStrategy[Period]:
    """Draw periods of every kind, open ones too."""
    return st.one_of(
        st.builds(Period.day, _DAYS),
        st.builds(Period.month, _YEARS, _MONTHS),
        st.builds(Period.quarter, _YEARS, st.integers(1, 4)),
        st.builds(Period.half_year, _YEARS, st.integers(1, 2)),
        st.builds(Period.first_months, _YEARS, _MONTHS),
        st.builds(Period.of_year, _YEARS),
        st.builds(Period.until, partial_dates()),
        st.builds(lambda first, years: Period.term(first, first + years), _YEARS, st.integers(3, 7)),
        st.builds(
            lambda year, first, last: Period.interval(
                PartialDate(year=year, month=first), PartialDate(year=year + 10, month=last)
            ),
            _YEARS,
            _MONTHS,
            _MONTHS,
        ),
    )


@st.composite
def documents(draw: st.DrawFn) -> DocumentRef:
    """Draw documents of Party, State and Front as reports cite them."""
    day = draw(_DAYS)
    numbers = [draw(st.integers(10, 9999))]
    text = draw(st.sampled_from(_ISSUED))
    if text.count("{}") > 2:  # noqa: PLR2004 - number and day; the State's symbols hold the year too
        numbers.append(day.year)
    return vi.parse_document(text.format(*numbers, vi.format_date(day, style="slash")))
