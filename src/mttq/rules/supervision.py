"""SUP: supervision."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from mttq.forms import TIER_COLUMNS, ParticipationAppendix
from mttq.report import Report
from mttq.rules._bands import USUAL, judge_band
from mttq.rules._bases import FORM, Basis, Confidence
from mttq.rules._judgements import PASSED, Breach, Judgement, Term, Unverifiable
from mttq.rules._relations import judge_relation
from mttq.rules._rule import Severity, rule
from mttq.rules._spans import DECIDED, period_of, years_of
from mttq.values import Pair, Tier

__all__ = [
    "figures_begin_with_the_decision",
    "no_more_is_met_than_was_raised",
    "supervisions_name_their_units",
    "supervisions_of_a_year_are_usual",
]

_FORM: Final = "kl62-pl2"
_ROWS: Final = ("document_studies", "delegations")
_DECISIONS: Final = Basis(
    text="Quyết định 217-QĐ/TW và Quyết định 218-QĐ/TW của Bộ Chính trị",
    valid_from=DECIDED[_FORM],
    confidence=Confidence.SECONDARY,  # as in the register: their day is known from citations alone
)
_USUAL_BANDS: Final[Mapping[Tier, tuple[int, int]]] = MappingProxyType(
    {Tier.PROVINCE: (1, 100), Tier.DISTRICT: (1, 60), Tier.COMMUNE: (1, 30)}
)


_RAISED_AND_MET: Final = tuple(  # where, what was raised and what was met, and how both are read
    ((place, all_of, some_of), attrgetter(place), attrgetter(all_of, some_of))
    for place, all_of, some_of in (
        ("supervision.supervisions", "recommendations", "answered"),
        ("supervision.criticisms", "opinions", "accepted"),
        ("supervision.feedback", "opinions", "accepted"),
        ("supervision.dialogues", "opinions", "answered"),
        ("supervision.voter_meetings", "opinions", "answered"),
        ("organisation.peoples_inspection", "recommendations", "resolved"),
        ("organisation.investment_supervision", "recommendations", "resolved"),
    )
)


@rule("SUP001", Severity.ERROR, level=1)
def no_more_is_met_than_was_raised(report: Report) -> Iterator[Judgement]:
    """Only a recommendation that was made can be resolved, only an opinion that was given accepted.

    Wrong: 5 recommendations, 7 of them resolved.
    Right: 7 recommendations, 5 of them resolved.
    """
    for (place, all_of, some_of), items_of, read in _RAISED_AND_MET:
        items = items_of(report)
        for number, item in enumerate(items if isinstance(items, tuple) else (items,)):
            made, met = read(item)
            if met is None:
                continue
            if made is not None and met <= made:
                yield PASSED
                continue
            path = f"{place}.{number}" if isinstance(items, tuple) else place
            if made is None:
                yield Unverifiable(f"{path}.{all_of}")
            else:
                raised = Term("đã nêu", made, f"{path}.{all_of}")
                yield judge_relation(
                    Term("đáp ứng", met, f"{path}.{some_of}"), "≤", raised, made=made, met=met
                )


@rule("SUP002", Severity.WARNING, level=1, basis=FORM)
def supervisions_name_their_units(report: Report) -> Iterator[Judgement]:
    """Supervision is of somebody: the cell asks for "số cuộc/số đơn vị được giám sát".

    Wrong: "45".
    Right: "45/52".
    """
    appendix = report.appendix(ParticipationAppendix)
    if appendix is None:
        return
    for row in _ROWS:
        for tier, figure in getattr(appendix.supervision, row).items():
            held, units = figure if isinstance(figure, Pair) else (figure, None)
            if held and not units:
                path = f"{_FORM}.supervision.{row}.{tier}"
                yield Breach(path=path, args={"held": held}, actual=figure)
            elif held is not None:
                yield PASSED


@rule("SUP004", Severity.WARNING, level=1, basis=USUAL)
def supervisions_of_a_year_are_usual(
    report: Report, bands: Mapping[Tier, tuple[int, int]] = _USUAL_BANDS
) -> Iterator[Judgement]:
    """A level holds a usual number of supervisions in a year; else years or levels were mixed up.

    Judged for the reporter's own level: the other columns add up many units.  A part of a year may have none,
    or all of the year's.

    Wrong: a commune holds 750 supervisions in ten years.
    Right: a commune holds 75 supervisions in ten years.
    """
    appendix, tier = report.appendix(ParticipationAppendix), report.unit.tier
    if appendix is None or tier not in TIER_COLUMNS:
        return
    figures = {row: getattr(appendix.supervision, row)[tier] for row in _ROWS}
    counts = [figure.first if isinstance(figure, Pair) else figure for figure in figures.values()]
    years = years_of(report, _FORM)
    if counts == [None, None]:
        return
    if None in counts:
        blank = next(row for row, figure in figures.items() if figure is None)
        yield Unverifiable(f"{_FORM}.supervision.{blank}.{tier}")
    elif years is None:
        yield Unverifiable("periods")
    else:
        path, (least, greatest) = "kl62-pl2.supervision.{}.{}", bands[tier]
        band = (0, Fraction(greatest) / years) if years < 1 else (least, greatest)
        row = _ROWS[counts[0] < counts[1]]  # the greater figure is the one in question
        yield judge_band(path, sum(counts), years, band, row, tier, units=("supervisions", "years"))


@rule("SUP005", Severity.WARNING, level=1, basis=_DECISIONS, by_day=False)
def figures_begin_with_the_decision(report: Report) -> Iterator[Judgement]:
    """What is done under a decision is not done before its day; a month or a year that holds the day may be.

    Wrong: figures "tính từ tháng 01/2010".
    Right: figures "tính từ tháng 12/2013".
    """
    if report.appendix(ParticipationAppendix) is None:
        return
    found, decided = period_of(report, _FORM), _DECISIONS.valid_from
    start = found[1].period.start if found and found[1].period else None
    if found is None or start is None or start.last_day is None:
        yield Unverifiable("periods")
    elif decided is not None and start.last_day < decided:
        yield Breach(
            path=f"periods.{found[0]}.period",
            args={"start": start, "decided": decided},
            expected=decided,
            actual=start,
        )
    else:
        yield PASSED
