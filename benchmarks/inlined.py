"""The least that `mttq.check` could cost: the arithmetic of some rules in one pass of plain Python.

No evidence, no places, no counts; only the codes of what is wrong.  `CODES` are the rules that are plain
arithmetic on figures that are there; the others read texts, periods and norms, or are about blanks.
"""

from itertools import chain
from operator import attrgetter
from typing import Any

from mttq.forms import ImplementationAppendix, ParticipationAppendix
from mttq.forms.kl62_pl1 import Cadres
from mttq.model import CommitteeCategory
from mttq.report import Report
from mttq.values import Pair, Qualifier, Quantity, Triple

__all__ = ["CODES", "inlined"]

CODES = (
    *("APP003", "CAM002", "CAM003", "CAM004", "CRI001", "CRI003", "CRI004", "DOC002", "DOC004", "FND005"),
    *("MEM002", "MEM005", "ORG001", "ORG002", "ORG005", "ORG007", "ORG009", "SUP001", "UNI005", "UNI007"),
    *("UNI008", "UNI009", "UNI010"),
)
_HERE: dict[str, Any] = {}


def inlined(report: Report) -> list[str]:
    """Return the codes of the breaches in a commune's report whose figures are all there, sorted."""
    return sorted(
        chain(
            _population(report),
            _organisation(report),
            _campaigns(report),
            _records(report),
            _appendix_1(report),
            _appendix_2(report),
            _statements(report),
            _citations(report),
        )
    )


def _population(report: Report) -> list[str]:
    wrong, people, party = [], report.population, report.organisation.party
    households, persons = people.households or 0, people.persons or 0
    if (people.poor.households or 0) + (people.near_poor.households or 0) > households:
        wrong.append("UNI007")
    shares = [(part.share, part.households, households) for part in (people.poor, people.near_poor)]
    shares += [
        (item.share_holding, item.areas_holding, item.areas or 0) for item in report.campaigns.festivals
    ]
    for share, part, whole in shares:
        if share is None:
            continue
        decimals = -int(share.percent.as_tuple().exponent)
        if abs(share.percent * whole - 100 * (part or 0)) * 2 * 10**decimals > whole:
            wrong.append("UNI008")
    if not 2 * households <= persons <= 7 * households:
        wrong.append("UNI009")
    wrong += ["UNI010"] * ((party.members or 0) > persons)
    wrong += ["UNI010"] * ((party.members or 0) < 3 * (party.cells or 0))
    return wrong


def _organisation(report: Report) -> list[str]:
    wrong, body, villages = [], report.organisation, report.population.villages
    if sum(group.members for group in body.committee.composition) != body.committee.members:
        wrong.append("ORG001")
    for group in body.committee.composition:
        if (group.chairs or 0) + (group.vice_chairs or 0) > group.members:
            wrong.append("ORG002")
        if group.category is CommitteeCategory.WORKING_BOARD_HEAD and group.members != villages:
            wrong.append("ORG005")
    board = body.standing_board
    if (board.chairs or 0) + (board.vice_chairs or 0) + (board.standing_members or 0) > (board.members or 0):
        wrong.append("ORG002")
    if body.working_boards.boards != villages:
        wrong.append("UNI005")
    return wrong


def _campaigns(report: Report) -> list[str]:
    wrong = []
    for item in report.campaigns.conferences:
        held, there = item.held, item.attendances
        if held and there and not 10 * held.value <= there.value <= 300 * held.value:
            wrong.append("CAM003")
    for gifts in report.funds.gifts:
        if gifts.count is None or gifts.value is None:
            continue
        count, value = gifts.count.value, gifts.value
        amount = value.value if isinstance(value, Quantity) else value
        if not 50_000 * count <= amount <= 5_000_000 * count:
            wrong.append("FND005")
    return wrong


def _records(report: Report) -> list[str]:
    wrong, records, boards = [], report.supervision, report.organisation
    for item in records.supervisions:
        wrong += ["SUP001"] * ((item.answered or 0) > (item.recommendations or 0))
    for voiced in (*records.criticisms, *records.feedback):
        wrong += ["SUP001"] * ((voiced.accepted or 0) > (voiced.opinions or 0))
    for met in (*records.dialogues, *records.voter_meetings):
        wrong += ["SUP001"] * ((met.answered or 0) > (met.opinions or 0))
    for board in (boards.peoples_inspection, *boards.investment_supervision):
        wrong += ["SUP001"] * ((board.resolved or 0) > (board.recommendations or 0))
    for body in report.membership.organisations:
        wrong += ["MEM005"] * (body.closing != (body.opening or 0) + (body.admitted or 0) - (body.left or 0))
    return wrong


def _appendix_1(report: Report) -> list[str]:
    form = report.appendix(ImplementationAppendix)
    if form is None:
        return []
    wrong, meetings = [], form.dissemination.conferences
    held = (meetings.separate or 0) + (meetings.integrated or 0)
    if not 10 * held <= (meetings.people_reached or 0) <= 300 * held:
        wrong.append("CAM003")
    commended = form.movements.commended
    if isinstance(commended, Pair):
        for item in report.campaigns.commendations:
            wrong += ["CAM004"] * ((item.collectives or 0) > commended.first)
            wrong += ["CAM004"] * ((item.individuals or 0) > commended.second)
    nominated = form.membership.nominated_to_party
    if isinstance(nominated, Pair):
        wrong += ["MEM002"] * ((form.membership.admitted_to_party or 0) > nominated.first + nominated.second)
    for paid in (form.allowances.communes, form.allowances.villages, form.allowances.branch_heads):
        parts = (paid.at_norm or 0) + (paid.above_norm or 0) + (paid.below_norm or 0)
        wrong += ["APP003"] * (paid.total != parts + (paid.not_received or 0))
    wrong += ["UNI005"] * (form.allowances.villages.total != report.population.villages)
    return wrong + _cadres(form.cadres)


def _cadres(cadres: Cadres) -> list[str]:
    full, trained, moved = cadres.full_time, cadres.trained, cadres.transferred
    here, to = full.commune or 0, moved.commune
    wrong = ["APP003"] * ((full.total != full.commune) + (trained.total != trained.commune))
    wrong += ["APP003"] * (moved.total != (to.party or 0) + (to.government or 0) + (to.unions or 0))
    wrong += ["APP003"] * (cadres.reorganised.total != cadres.reorganised.communes)
    degrees, levels = cadres.education.commune, cadres.political_theory.commune.levels
    if (degrees.postgraduate or 0) + (degrees.university or 0) + (degrees.below_university or 0) != here:
        wrong.append("ORG007")
    if isinstance(levels, Triple) and levels.first + levels.second + levels.third != here:
        wrong.append("ORG007")
    wrong += ["ORG009"] * ((trained.total or 0) > (full.total or 0))
    wrong += ["ORG009"] * ((trained.commune or 0) > here)
    return wrong


def _appendix_2(report: Report) -> list[str]:
    form = report.appendix(ParticipationAppendix)
    if form is None:
        return []
    wrong, table = [], form.criticism
    sessions = table.sessions.commune or 0
    conferences, written, dialogues = (
        table.conferences.commune or 0,
        table.written.commune or 0,
        table.dialogues.commune or 0,
    )
    wrong += ["CRI001"] * (sessions != conferences + written + dialogues)
    wrong += ["CRI003"] * (sessions > (table.requested.commune or 0))
    wrong += ["CRI004"] * ((table.opinions.commune or 0) < sessions)
    return wrong


def _statements(report: Report) -> list[str]:
    wrong = []
    forms = {
        "kl62-pl1": report.appendices[0],
        "kl62-pl2": report.appendices[1],
        "population": report.population,
    }
    for statement in report.statements:
        head, _, rest = statement.indicator.partition(".")
        if head not in forms:  # a name of the report's own
            continue
        read = _HERE.get(rest) or _HERE.setdefault(rest, attrgetter(rest))
        stated, figure = statement.value, read(forms[head])
        agrees = figure == stated.value if stated.qualifier is Qualifier.EXACT else stated.admits(figure)
        if not agrees:
            wrong.append("UNI005" if rest == "villages" else "CAM002")
    return wrong


def _citations(report: Report) -> list[str]:
    wrong, signed = [], report.header.date
    seen: dict[tuple[str | None, str | None, int | None], Any] = {}
    for citation in report.citations:
        ref = citation.document
        if ref.date and signed and ref.date > signed:
            wrong.append("DOC004")
        if ref.symbol and seen.setdefault((ref.symbol, ref.issuer, ref.year), ref.date) != ref.date:
            wrong.append("DOC002")
    return wrong
