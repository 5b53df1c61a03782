"""The month of a residential area or a member organisation, as it is told to the commune."""

from random import Random
from typing import Final

from mttq._declared.types import unfit
from mttq._samples._drawn_facts import draw_facts
from mttq.forms.vegiang_bc_thang import Campaigns, Communication, Credit, Head, MonthlyReport, Reporter
from mttq.model import (
    MassAssociation,
    PopulationProfile,
    ReportPeriod,
    SocioPoliticalOrganization,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.report import Report
from mttq.values import Period

__all__ = ["draw_month"]

_MILLION: Final = 10**6
_AREAS: Final = ("thôn", "tổ dân phố", "bản", "plei")
_ORGANISATIONS: Final[dict[SocioPoliticalOrganization | MassAssociation, Reporter]] = {
    SocioPoliticalOrganization.FARMERS: Reporter.FARMERS,
    SocioPoliticalOrganization.WOMENS_UNION: Reporter.WOMEN,
    SocioPoliticalOrganization.YOUTH_UNION: Reporter.YOUTH,
    SocioPoliticalOrganization.VETERANS: Reporter.VETERANS,
    MassAssociation.ELDERLY: Reporter.ELDERLY,
    MassAssociation.RED_CROSS: Reporter.RED_CROSS,
    MassAssociation.LEARNING: Reporter.LEARNING,
}


def draw_month(seed: int, *, commune: UnitRef | None = None) -> Report:
    """Draw a consistent report of a residential area, or of an organisation, on a month of its work.

    The same seed and commune give the same report, in one version of mttq.

    Args:
        seed: any whole number.
        commune: to whom it is told; one that does not exist, if None.  Reports to one commune add up.

    Raises:
        FieldError: `seed` is no whole number.

    >>> from mttq import roll_up
    >>> commune = UnitRef(kind=UnitKind.COMMUNE, name="Mẫu")
    >>> told = [draw_month(seed, commune=commune) for seed in range(3)]
    >>> [report.unit.full_name for report in told[2:]]
    ['Hội Chữ thập đỏ Việt Nam xã Mẫu']
    >>> total = roll_up(told, into=Unit(kind=UnitKind.COMMUNE, name="Mẫu")).report
    >>> total.value_at("vegiang-bc-thang.communication.sessions")
    7
    """
    if type(seed) is not int:
        raise unfit("seed", int, seed)
    random = Random(seed)  # noqa: S311 - a sample, no secret
    facts = draw_facts(random.randint, 1)
    above = commune or UnitRef(kind=UnitKind.COMMUNE, name=facts.commune)
    period = Period.month(2026, facts.between(1, 10))
    is_area = facts.between(1, 2) == 1
    lends = False
    if is_area:
        kind = _AREAS[facts.between(0, len(_AREAS) - 1)]
        unit, reporter = Unit.area(kind, facts.district, parent=above), Reporter.WORKING_BOARD
    else:
        body, reporter = list(_ORGANISATIONS.items())[facts.between(0, len(_ORGANISATIONS) - 1)]
        unit = Unit(kind=body, name=above.full_name, parent=above)
        lends = isinstance(body, SocioPoliticalOrganization)
    households = facts.between(60, 300)
    people = PopulationProfile(households=households, persons=4 * households)
    month = MonthlyReport(
        head=Head(kind=reporter, name=unit.full_name, month=f"{period}"),
        communication=_communication(facts.between(1, 5), facts.between(20, 60)),
        campaigns=Campaigns(
            money=facts.between(1, 40) * _MILLION, households=facts.between(1, 20), models=facts.between(1, 2)
        ),
        credit=_credit(facts.between(200, 900), facts.between(5, 20)) if lends else Credit(),
    )
    return Report(
        unit=unit,
        title=f"Báo cáo công tác {period}",
        periods=(ReportPeriod(subject="vegiang-bc-thang", period=period),),
        population=people if is_area else PopulationProfile(),
        appendices=(month,),
    )


def _communication(sessions: int, each: int) -> Communication:
    return Communication(
        sessions=sessions, attendances=sessions * each, policy="Luật Đất đai, Luật Thực hiện dân chủ ở cơ sở"
    )


def _credit(debt: int, borrowers: int) -> Credit:
    return Credit(
        debt=debt * _MILLION,
        borrowers=borrowers,
        lent=20 * _MILLION,
        repaid=5 * _MILLION,
        overdue=debt // 20 * _MILLION,
    )
