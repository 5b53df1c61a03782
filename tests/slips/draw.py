"""Slips as an office makes them, drawn on consistent reports by a function that knows paths, never a rule.

A slip is what a clerk does: a total typed again, rows shifted, a zero lost, last year's line, the figure of
another unit.  Each leaves something in the report, or in the reports beside it, that contradicts it, so that
a careful reader can see it.  The kinds come from what offices do wrong; they were written, and the seed was
fixed, before it was looked at which of them are found, and before the rules that they are to measure.
"""
# ruff: noqa: S311 - a sample, no secret

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from runpy import run_path
from typing import Any, Final

import attrs

from mttq.forms import form_of
from mttq.model import (
    CommitteeCategory,
    FundTransfer,
    HouseWork,
    SpendingPurpose,
    Statement,
    SupervisionForm,
)
from mttq.report import Report
from mttq.values import Pair, PartialDate, Period, Qualifier, Quantity, Share, Tier, Triple

__all__ = [
    "CASES",
    "CLEAN",
    "EACH",
    "EACH_CASE",
    "SECOND",
    "SEED",
    "SLIPS",
    "Slip",
    "clean_reports",
    "draw_cases",
    "draw_slips",
]

SEED: Final = 20_091_208
"""Fixed on 30/11/2026, before the rules that are to find these slips were written."""

SECOND: Final = 20_261_130
"""Drawn and measured once, after rules and repairs had been written with the first ones at hand."""

EACH, EACH_CASE, CLEAN = 5, 3, 100
"""How many slips are drawn of each kind on one report and among several, and how many consistent reports."""

_OFFICES: Final = run_path(str(Path(__file__).with_name("offices.py")))
draw_office: Final[Callable[[Random, str], Report]] = _OFFICES["draw_office"]
draw_together: Final[Callable[[Random, str], Any]] = _OFFICES["draw_together"]
half_up: Final[Callable[..., Share]] = _OFFICES["half_up"]
renamed: Final[Callable[[Report, str], Report]] = _OFFICES["renamed"]

MILLION: Final = 1_000_000
Cells = Mapping[str, object]
"""What a slip puts where."""


@attrs.frozen(kw_only=True)
class Slip:
    """One slip on one report, or among several.

    Args:
        kind: what the office did.
        sort: on which sort of report.
        clean: the reports before it, all that lie on the table.
        wrong: the same with it.
        where: the report that has it, by its position in `wrong.reports`.
        paths: the cells that are wrong; "" is the report as a whole.
        told: whether what should stand there follows from what else is on the table.
    """

    kind: str
    sort: str
    clean: Any
    wrong: Any
    where: int = 0
    paths: tuple[str, ...]
    told: bool


def changed(report: Report, cells: Cells) -> Report:
    """Put other things into cells."""
    for path, value in cells.items():
        report = report.with_value(path, value)
    return report


def clean_reports(number: int = CLEAN, seed: int = SEED) -> Iterator[tuple[str, Report]]:
    """Draw consistent reports of every sort in turn."""
    sorts = tuple(_OFFICES["OFFICES"])
    for place in range(number):
        sort = sorts[place % len(sorts)]
        yield sort, draw_office(Random(f"{seed} clean {place}"), sort)


# digits


def turned(random: Random, number: int) -> int:
    """Exchange two neighbouring digits, or type one wrong where they are equal."""
    digits = list(str(number))
    places = [
        place
        for place in range(len(digits) - 1)
        if digits[place] != digits[place + 1] and digits[place + 1] != "0"
    ]
    if not places:
        return retyped(random, number)
    place = random.choice(places)
    digits[place : place + 2] = reversed(digits[place : place + 2])
    return int("".join(digits))


def retyped(random: Random, number: int) -> int:
    """Type one digit wrong that is not zero at the front."""
    digits = list(str(number))
    kept = [place for place in range(len(digits)) if digits[place] != "0"] or [0]
    place = random.choice(kept)
    digits[place] = random.choice([digit for digit in "123456789" if digit != digits[place]])
    return int("".join(digits))


def doubled(random: Random, number: int) -> int:
    """Type one digit twice."""
    digits = str(number)
    place = random.randrange(len(digits))
    return int(digits[: place + 1] + digits[place:])


def dropped(random: Random, number: int) -> int:
    """Leave one digit out; of one digit alone, type another."""
    digits = str(number)
    places = [place for place in range(len(digits)) if place or digits[1:2] != "0"]
    if len(digits) == 1:
        return retyped(random, number)
    place = random.choice(places)
    return int(digits[:place] + digits[place + 1 :])


# what a report tells: the cells that hold a figure of which the rest of the report knows


def at(report: Report, path: str) -> Any:
    """Return the value there, None where there can be none."""
    try:
        return report.value_at(path)
    except (KeyError, IndexError):
        return None


def is_count(value: object) -> bool:
    return type(value) is int and value > 0


def totals(report: Report) -> dict[str, list[str]]:
    """Return printed totals, each with the cells that it adds up."""
    found: dict[str, list[str]] = {}

    def add(total: str, parts: list[str]) -> None:
        if (
            is_count(at(report, total))
            and len(parts := [part for part in parts if is_count(at(report, part))]) > 1
        ):
            found[total] = parts

    committee = report.organisation.committee
    add(
        "organisation.committee.members",
        [f"organisation.committee.composition.{n}.members" for n in range(len(committee.composition))],
    )
    board = "organisation.standing_board."
    add(f"{board}members", [board + name for name in ("chairs", "vice_chairs", "standing_members")])
    bodies = list(enumerate(report.membership.organisations))
    for name, unions in (("union", True), ("association", False)):
        of_each = [n for n, item in bodies if item.has_union_members is unions]
        add(f"membership.{name}_members", [f"membership.organisations.{n}.closing" for n in of_each])
        add(
            f"membership.admitted_{name}_members", [f"membership.organisations.{n}.admitted" for n in of_each]
        )
    for n, ledger in enumerate(report.funds.ledgers):
        if not ledger.each_year:
            add(
                f"funds.ledgers.{n}.raised",
                [f"funds.ledgers.{n}.receipts.{m}.amount" for m in range(len(ledger.receipts))],
            )
            add(
                f"funds.ledgers.{n}.spent",
                [f"funds.ledgers.{n}.spending.{m}.amount" for m in range(len(ledger.spending))],
            )
    for tier in ("commune", "district"):
        criticism = "kl62-pl2.criticism."
        add(
            f"{criticism}sessions.{tier}",
            [f"{criticism}{name}.{tier}" for name in ("conferences", "written", "dialogues")],
        )
    moved = "kl62-pl1.cadres.transferred."
    add(f"{moved}total", [f"{moved}commune.{name}" for name in ("party", "government", "unions")])
    villages = "kl62-pl1.allowances.villages."
    add(f"{villages}total", [f"{villages}{name}" for name in ("at_norm", "below_norm")])
    return found


def balances(report: Report) -> Iterator[str]:
    """Return the records that have an opening and a closing figure."""
    for n, ledger in enumerate(report.funds.ledgers):
        if ledger.closing is not None:
            yield f"funds.ledgers.{n}"
    for n, _ in enumerate(report.membership.organisations):
        yield f"membership.organisations.{n}"


def twice(report: Report) -> list[tuple[str, str]]:
    """Return pairs of cells that hold one fact."""
    pairs = [
        ("population.villages", "organisation.working_boards.boards"),
        ("population.villages", "kl62-pl1.allowances.villages.total"),
        ("organisation.cadres.full_time", "kl62-pl1.cadres.full_time.commune"),
        *(
            (f"organisation.cadres.education.{name}", f"kl62-pl1.cadres.education.commune.{name}")
            for name in ("postgraduate", "university", "below_university")
        ),
        *(
            (f"organisation.cadres.transfers.{name}", f"kl62-pl1.cadres.transferred.commune.{name}")
            for name in ("party", "government", "unions")
        ),
        ("membership.admitted_to_party", "kl62-pl1.membership.admitted_to_party"),
    ]
    pairs += [
        ("population.villages", f"organisation.committee.composition.{n}.members")
        for n, group in enumerate(report.organisation.committee.composition)
        if group.category is CommitteeCategory.WORKING_BOARD_HEAD
    ]
    pairs += [
        ("population.villages", f"campaigns.festivals.{n}.areas")
        for n in range(len(report.campaigns.festivals))
    ]
    works = {HouseWork.BUILT: SpendingPurpose.BUILD_HOUSE, HouseWork.REPAIRED: SpendingPurpose.REPAIR_HOUSE}
    for n, house in enumerate(report.funds.houses):
        pairs += [
            (f"funds.houses.{n}.count", f"funds.ledgers.{k}.spending.{m}.count")
            for k, ledger in enumerate(report.funds.ledgers)
            for m, item in enumerate(ledger.spending)
            if ledger.period == house.period and item.purpose is works[house.work]
        ]
    return [
        pair for pair in pairs if is_count(at(report, pair[0])) and at(report, pair[0]) == at(report, pair[1])
    ]


def shares(report: Report) -> list[tuple[str, str, str]]:
    """Return printed percentages with part and whole."""
    found = [
        (f"population.{name}.share", f"population.{name}.households", "population.households")
        for name in ("poor", "near_poor")
    ]
    found += [
        (
            f"campaigns.festivals.{n}.share_holding",
            f"campaigns.festivals.{n}.areas_holding",
            f"campaigns.festivals.{n}.areas",
        )
        for n in range(len(report.campaigns.festivals))
    ]
    return [
        item for item in found if isinstance(at(report, item[0]), Share) and is_count(at(report, item[1]))
    ]


def within(report: Report) -> list[tuple[str, str]]:
    """Return parts with the wholes above which none can be."""
    found = [
        ("population.poor.households", "population.households"),
        ("membership.admitted_to_party", "membership.nominated_to_party"),
    ]
    found += [
        (f"campaigns.festivals.{n}.{part}", f"campaigns.festivals.{n}.{whole}")
        for n in range(len(report.campaigns.festivals))
        for part, whole in (("areas_holding", "areas"), ("areas_with_both_parts", "areas_holding"))
    ]
    found += [("organisation.peoples_inspection.resolved", "organisation.peoples_inspection.recommendations")]
    found += [
        (f"organisation.self_management.{n}.households", "population.households")
        for n in range(len(report.organisation.self_management))
    ]
    for name, part, whole in (
        ("supervisions", "answered", "recommendations"),
        ("criticisms", "accepted", "opinions"),
        ("dialogues", "answered", "opinions"),
    ):
        number = len(getattr(report.supervision, name))
        found += [
            (f"supervision.{name}.{n}.{part}", f"supervision.{name}.{n}.{whole}") for n in range(number)
        ][:2]
    return [pair for pair in found if is_count(at(report, pair[0])) and is_count(at(report, pair[1]))]


def pairs(report: Report) -> list[str]:
    """Return the cells "a/b" whose halves cannot be taken for each other."""
    cells = [
        "kl62-pl1.membership.members",
        "kl62-pl1.cadres.peoples_inspection",
        "kl62-pl1.cadres.investment_supervision",
        *(
            f"kl62-pl2.supervision.{name}.{tier}"
            for name in ("document_studies", "delegations")
            for tier in ("commune", "district")
        ),
    ]
    return [
        cell for cell in cells if isinstance(pair := at(report, cell), Pair) and pair.first != pair.second
    ]


def linked(report: Report) -> list[str]:
    """Return the counts and sums that something else in the report confirms."""
    cells = {cell for total, parts in totals(report).items() for cell in (total, *parts)}
    cells |= {cell for pair in twice(report) for cell in pair}
    cells |= {part for _, part, _ in shares(report)}
    cells |= {f"{record}.{name}" for record in balances(report) for name in ("opening", "closing")}
    return sorted(cell for cell in cells if is_count(at(report, cell)))


# the slips on one report: what each puts where, nothing where the report has no such figure

Draw = Callable[[Random, Report], Cells | None]
SLIPS: Final[dict[str, tuple[Draw, bool]]] = {}
"""By name of the kind: how it is drawn, and whether what should stand there follows from the rest."""


def slip(kind: str, *, told: bool) -> Callable[[Draw], Draw]:
    def kept(draw: Draw) -> Draw:
        SLIPS[kind] = (draw, told)
        return draw

    return kept


def pick(random: Random, found: Any) -> Any:
    """Choose one, None of nothing."""
    found = sorted(found)
    return random.choice(found) if found else None


@slip("a total typed again, one digit wrong", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(random, totals(report))
    return cell and {cell: retyped(random, at(report, cell))}


@slip("an addend typed wrong, the total right", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(random, [part for parts in totals(report).values() for part in parts])
    return cell and {cell: retyped(random, at(report, cell))}


def _digit(change: Callable[[Random, int], int]) -> Draw:
    def draw(random: Random, report: Report) -> Cells | None:
        cell = pick(random, [cell for cell in linked(report) if at(report, cell) > 9])
        return cell and {cell: change(random, at(report, cell))}

    return draw


slip("a digit typed twice", told=True)(_digit(doubled))
slip("a digit left out", told=True)(_digit(dropped))
slip("two digits turned", told=True)(_digit(turned))


@slip("a total added up without one part", told=True)
def _(random: Random, report: Report) -> Cells | None:
    sums = totals(report)
    cell = pick(random, sums)
    return cell and {cell: at(report, cell) - at(report, random.choice(sums[cell]))}


@slip("a part added twice", told=True)
def _(random: Random, report: Report) -> Cells | None:
    sums = totals(report)
    cell = pick(random, sums)
    return cell and {cell: at(report, cell) + at(report, random.choice(sums[cell]))}


@slip("what came from above counted into what was raised", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n for n, ledger in enumerate(report.funds.ledgers) if ledger.transfers and ledger.closing is not None
    ]
    number = pick(random, found)
    if number is None:
        return None
    ledger: Any = report.funds.ledgers[number]
    return {f"funds.ledgers.{number}.raised": ledger.raised + ledger.transfers[0].amount}


@slip("a closing balance that is the opening one", told=True)
def _(random: Random, report: Report) -> Cells | None:
    record = pick(random, balances(report))
    return record and {f"{record}.closing": at(report, f"{record}.opening")}


@slip("a closing balance not carried over", told=True)
def _(random: Random, report: Report) -> Cells | None:
    ledgers = report.funds.ledgers
    found = [
        n
        for n in range(1, len(ledgers))
        if ledgers[n].fund is ledgers[n - 1].fund and not ledgers[n].each_year
    ]
    number = pick(random, found)
    if number is None:
        return None
    ledger: Any = ledgers[number]
    off = random.randint(2, 9) * MILLION
    return {
        f"funds.ledgers.{number}.opening": ledger.opening + off,
        f"funds.ledgers.{number}.closing": ledger.closing + off,
    }


@slip("spent typed as raised, raised as spent", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n for n, ledger in enumerate(report.funds.ledgers) if ledger.spent and ledger.raised != ledger.spent
    ]
    number = pick(random, found)
    if number is None:
        return None
    ledger = report.funds.ledgers[number]
    return {f"funds.ledgers.{number}.raised": ledger.spent, f"funds.ledgers.{number}.spent": ledger.raised}


def _scaled(times: int, by: int) -> Draw:
    """Type a sum in another unit: ×times, ÷by."""

    def draw(random: Random, report: Report) -> Cells | None:
        cells = [cell for cell in linked(report) if cell.startswith("funds") and not cell.endswith("count")]
        cell = pick(random, [cell for cell in cells if at(report, cell) % by == 0])
        return cell and {cell: at(report, cell) * times // by}

    return draw


slip("a zero lost from a sum of money", told=True)(_scaled(1, 10))
slip("a zero too many in a sum of money", told=True)(_scaled(10, 1))
slip("a sum in thousands among sums in đồng", told=True)(_scaled(1, 1000))


@slip("a sum in millions among sums in đồng", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cells = [
        f"funds.houses.{n}.{name}"
        for n in range(len(report.funds.houses))
        for name in ("support_each", "amount")
    ]
    cell = pick(random, [cell for cell in cells if is_count(at(report, cell))])
    return cell and {cell: at(report, cell) // MILLION}


@slip("the scale word wrong in the text", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n
        for n, item in enumerate(report.statements)
        if item.value.unit == "VND" and item.value.value > MILLION
    ]
    number = pick(random, found)
    if number is None:
        return None
    value = report.statements[number].value
    factor = random.choice((Decimal(1000), Decimal(1) / 1000))
    return {
        f"statements.{number}.value": attrs.evolve(
            value, value=value.value * factor, scale=max(1, int(value.scale * factor))
        )
    }


@slip("a figure of the text typed wrong", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n
        for n, item in enumerate(report.statements)
        if item.value.qualifier is Qualifier.EXACT
        and item.indicator != "unit.children"
        and item.value.value > 9
    ]
    number = pick(random, found)
    if number is None:
        return None
    value = report.statements[number].value
    return {
        f"statements.{number}.value": attrs.evolve(value, value=Decimal(turned(random, int(value.value))))
    }


@slip("hơn before a figure that is less", told=False)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n
        for n, item in enumerate(report.statements)
        if item.value.qualifier is Qualifier.EXACT and item.value.value > 99
    ]
    number = pick(random, found)
    if number is None:
        return None
    value = report.statements[number].value
    above = (int(value.value) // 100 + 1) * 100
    return {
        f"statements.{number}.value": attrs.evolve(value, value=Decimal(above), qualifier=Qualifier.MORE_THAN)
    }


@slip("chưa tổ chức in the text, a number in the table", told=False)
def _(random: Random, report: Report) -> Cells | None:
    path = "kl62-pl2.criticism." + random.choice(("conferences", "written"))
    if not is_count(at(report, path)):
        return None
    none_held = Statement(indicator=path, value=Quantity(value=Decimal(0)))
    kept = tuple(item for item in report.statements if item.indicator != path)
    return {"statements": (*kept, none_held)}


@slip("one fact told with two figures", told=False)
def _(random: Random, report: Report) -> Cells | None:
    pair = pick(random, twice(report))
    if not pair:
        return None
    cell = random.choice(pair)
    return {cell: at(report, cell) + random.choice((1, 2, 3))}


@slip("rows shifted by one", told=True)
def _(random: Random, report: Report) -> Cells | None:
    blocks = [parts for parts in totals(report).values() if len({at(report, part) for part in parts}) > 2]
    tiers = [f"kl62-pl2.criticism.{{}}.{tier}" for tier in ("commune", "district")]
    blocks += [[cell.format(name) for name in ("requested", "sessions", "conferences")] for cell in tiers]
    blocks = [block for block in blocks if all(is_count(at(report, cell)) for cell in block)]
    block = pick(random, blocks)
    if not block:
        return None
    if "kl62-pl2.criticism.requested" in block[0]:
        figures = [at(report, cell) for cell in block]
        return dict(zip(block, [*figures[1:], figures[0]], strict=True))
    total = next(total for total, parts in totals(report).items() if parts == block)
    return {
        total: at(report, block[0]),
        **dict(zip(block, [at(report, cell) for cell in (*block[1:], total)], strict=True)),
    }


@slip("two neighbouring lines exchanged", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [(f"{record}.opening", f"{record}.closing") for record in balances(report)]
    found += [
        (f"population.{one}.households", f"population.{two}.households")
        for one, two in (("poor", "near_poor"),)
    ]
    found += [
        ("organisation.party.cells", "organisation.party.members"),
        ("population.households", "population.persons"),
        ("membership.union_members", "membership.association_members"),
    ]
    pair = pick(
        random, [pair for pair in found if is_count(at(report, pair[0])) and is_count(at(report, pair[1]))]
    )
    return pair and {pair[0]: at(report, pair[1]), pair[1]: at(report, pair[0])}


@slip("the figures of the lines of a table swapped", told=True)
def _(random: Random, report: Report) -> Cells | None:
    blocks = [[f"kl62-pl1.cadres.education.commune.{name}" for name in ("university", "below_university")]]
    blocks += [[f"kl62-pl1.cadres.transferred.commune.{name}" for name in ("party", "government")]]
    blocks = [
        block
        for block in blocks
        if is_count(at(report, block[0])) and at(report, block[0]) != at(report, block[1])
    ]
    block = pick(random, blocks)
    return block and {block[0]: at(report, block[1]), block[1]: at(report, block[0])}


@slip("a figure in the column of another level", told=True)
def _(random: Random, report: Report) -> Cells | None:
    if report.unit.tier is not Tier.COMMUNE:
        return None
    rows = ("supervision.delegations", "criticism.sessions", "criticism.opinions", "feedback.party_dialogues")
    row = pick(random, [row for row in rows if at(report, f"kl62-pl2.{row}.commune")])
    if not row:
        return None
    other = random.choice(("province", "district"))
    return {f"kl62-pl2.{row}.commune": None, f"kl62-pl2.{row}.{other}": at(report, f"kl62-pl2.{row}.commune")}


@slip("the halves of a/b exchanged", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(random, pairs(report))
    if not cell:
        return None
    pair = at(report, cell)
    return {cell: Pair(pair.second, pair.first)}


@slip("one half of a/b alone", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(random, pairs(report))
    return cell and {cell: at(report, cell).first}


@slip("a percentage of the wrong whole", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        item for item in shares(report) if item[0].startswith("population") and report.population.persons
    ]
    item = pick(random, found)
    if not item:
        return None
    others = [
        report.population.persons,
        at(report, "population.near_poor.households"),
        at(report, "population.poor.households"),
    ]
    whole = random.choice([other for other in others if other and other > at(report, item[1])])
    return {item[0]: half_up(at(report, item[1]), whole)}


@slip("the comma of a percentage moved", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        item
        for item in shares(report)
        if at(report, item[0]).percent < 10 and at(report, item[0]).percent * 10 % 1
    ]
    item = pick(random, found)
    return item and {item[0]: Share(at(report, item[0]).percent * 10)}


@slip("the digits of a percentage turned", told=True)
def _(random: Random, report: Report) -> Cells | None:
    item = pick(random, [item for item in shares(report) if at(report, item[0]).percent < 90])
    if not item:
        return None
    percent = at(report, item[0]).percent
    places = -percent.as_tuple().exponent
    number = turned(random, int(percent.scaleb(places)))
    return (
        {item[0]: Share(Decimal(number).scaleb(-places))} if Decimal(number).scaleb(-places) <= 100 else None
    )


@slip("last year's count beside this year's percentage", told=True)
def _(random: Random, report: Report) -> Cells | None:
    item = pick(
        random,
        [item for item in shares(report) if item[0].startswith("population") and at(report, item[1]) > 20],
    )
    return item and {item[1]: at(report, item[1]) * random.randint(108, 140) // 100}


@slip("a percentage of the text with another numerator", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return _in_the_text(report, "chiếm tỷ lệ ", random)


@slip("đạt p% beside a/b with other figures", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return _in_the_text(report, "đạt ", random)


def _in_the_text(report: Report, before: str, random: Random) -> Cells | None:
    """Change the digits of a percentage behind some words of the text."""
    lines = (report.narrative or "").split("\n")
    found = [n for n, line in enumerate(lines, start=1) if before in line and "%" in line]
    number = pick(random, found)
    if number is None:
        return None
    line = lines[number - 1]
    start = line.index(before) + len(before)
    figure = line[start : line.index("%", start)]
    whole, _, rest = figure.partition(",")
    wrong = f"{whole},{random.choice([new for new in ('07', '38', '59', '92') if new != rest])}"
    return (
        {f"narrative.{number}": line.replace(f"{before}{figure}%", f"{before}{wrong}%", 1)}
        if int(whole) < 100
        else None
    )


@slip("a part greater than its whole", told=False)
def _(random: Random, report: Report) -> Cells | None:
    pair = pick(random, within(report))
    return pair and {pair[0]: at(report, pair[1]) + random.randint(1, max(2, at(report, pair[1]) // 5))}


@slip("a number without its names", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cells = ["population.ethnic_groups"] if report.population.ethnic_group_names else []
    cells += [
        f"supervision.supervisions.{n}.supervised_count"
        for n, item in enumerate(report.supervision.supervisions)
        if len(item.supervised) > 1
    ]
    cell = pick(random, cells)
    return cell and {cell: max(0, at(report, cell) - 1)}


@slip("money for nothing: a count of 0 beside its sum", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cells = [f"funds.houses.{n}.count" for n in range(len(report.funds.houses))]
    cells += [
        f"funds.ledgers.{n}.spending.{m}.count"
        for n, ledger in enumerate(report.funds.ledgers)
        for m in range(len(ledger.spending))
    ]
    cell = pick(random, [cell for cell in cells if is_count(at(report, cell))])
    return cell and {cell: 0}


@slip("one house at another price", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(random, [f"funds.houses.{n}.support_each" for n in range(len(report.funds.houses))])
    return cell and {cell: at(report, cell) + random.choice((5, 10, 15)) * MILLION}


@slip("members of the boards not boards × members", told=True)
def _(random: Random, report: Report) -> Cells | None:
    boards = report.organisation.working_boards
    if boards.members_each is None or not boards.members:
        return None
    return {"organisation.working_boards.members": turned(random, boards.members)}


@slip("gifts counted with a digit lost", told=False)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(
        random, [f"funds.gifts.{n}.count" for n, gifts in enumerate(report.funds.gifts) if gifts.count]
    )
    if not cell:
        return None
    value = at(report, cell)
    return {cell: attrs.evolve(value, value=Decimal(int(value.value) // 10))}


@slip("people with a zero lost", told=False)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(
        random,
        [cell for cell in ("population.persons", "organisation.party.members") if is_count(at(report, cell))],
    )
    return cell and {cell: at(report, cell) // 10}


@slip("an income in another unit", told=False)
def _(random: Random, report: Report) -> Cells | None:
    value = report.economy.income_per_person
    if value is None:
        return None
    return {
        "economy.income_per_person": attrs.evolve(
            value, value=value.value / random.choice((12, 1000)), scale=1, decimals=0
        )
    }


@slip("the sum of all years as that of one", told=True)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        n
        for n, ledger in enumerate(report.funds.ledgers)
        if not ledger.each_year and isinstance(ledger.raised, int)
    ]
    same = [n for n in found if n and report.funds.ledgers[n].fund is report.funds.ledgers[n - 1].fund]
    number = pick(random, same)
    if number is None:
        return None
    own = report.funds.ledgers[number].fund
    years: Any = [report.funds.ledgers[n].raised for n in found if report.funds.ledgers[n].fund is own]
    return {f"funds.ledgers.{number}.raised": sum(years)}


@slip("attendances written as people trained", told=False)
def _(random: Random, report: Report) -> Cells | None:
    cells = ["kl62-pl1.cadres.trained.commune", "organisation.cadres.training.0.persons"]
    cell = pick(random, [cell for cell in cells if at(report, cell)])
    if not cell:
        return None
    number = at(report, cell)
    if isinstance(number, int):
        times = number * random.randint(6, 9)
        return {cell: times, cell.replace("commune", "total"): times}
    return {cell: attrs.evolve(number, value=number.value * random.randint(6, 9))}


@slip("a conference's attendances with a digit too many or too few", told=False)
def _(random: Random, report: Report) -> Cells | None:
    cell = pick(
        random, [f"campaigns.conferences.{n}.attendances" for n in range(len(report.campaigns.conferences))]
    )
    if not cell:
        return None
    value = at(report, cell)
    number = int(value.value)
    return {cell: attrs.evolve(value, value=Decimal(random.choice((number * 10, number // 10))))}


@slip("a record entered twice", told=False)
def _(random: Random, report: Report) -> Cells | None:
    lists = [
        "funds.ledgers",
        "funds.houses",
        "funds.gifts",
        "supervision.dialogues",
        "supervision.supervisions",
        "campaigns.festivals",
        "campaigns.commendations",
        "membership.organisations",
    ]
    path = pick(random, [path for path in lists if at(report, path)])
    if not path:
        return None
    items = at(report, path)
    number = random.randrange(len(items))
    return {path: (*items[: number + 1], items[number], *items[number + 1 :])}


@slip("a day before that which it follows", told=False)
def _(random: Random, report: Report) -> Cells | None:
    records = report.supervision
    number = pick(random, range(len(records.supervisions)))
    if number is None:
        return None
    record, path = records.supervisions[number], f"supervision.supervisions.{number}"
    wrong: dict[str, dt.date] = {
        f"{path}.ended": record.date - dt.timedelta(random.randint(3, 9)),
        f"{path}.plan_sent": record.date + dt.timedelta(random.randint(2, 9)),
        f"{path}.result_reported": record.date - dt.timedelta(random.randint(2, 9)),
        f"{path}.report_received": record.date + dt.timedelta(random.randint(2, 9)),
    }
    cell = random.choice(sorted(wrong))
    return {cell: wrong[cell]}


@slip("a day in a wrong year", told=False)
def _(random: Random, report: Report) -> Cells | None:
    name = pick(
        random,
        [name for name in ("supervisions", "criticisms", "dialogues") if getattr(report.supervision, name)],
    )
    if not name:
        return None
    number = random.randrange(len(getattr(report.supervision, name)))
    path = f"supervision.{name}.{number}.date"
    day = at(report, path)
    return {path: day.replace(year=day.year + random.choice((-10, 10)), day=min(day.day, 28))}


@slip("a head dated before its figures", told=False)
def _(random: Random, report: Report) -> Cells | None:
    day = report.header.date
    return {"header.date": day.replace(year=day.year - 1)} if day else None


@slip("last year in the title", told=False)
def _(random: Random, report: Report) -> Cells | None:
    year = str(report.as_of.year) if report.as_of and report.as_of.year else ""
    other = str(int(year) - random.choice((1, 2))) if year else ""
    return {"title": report.title.replace(year, other)} if year and year in report.title else None


@slip("another appendix's period", told=False)
def _(random: Random, report: Report) -> Cells | None:
    found = [n for n, item in enumerate(report.periods) if item.subject.startswith("kl62")]
    number = pick(random, found) if len(found) > 1 else None
    if number is None:
        return None
    period: Any = report.periods[number].period
    return {
        f"periods.{number}.period": Period.interval(
            attrs.evolve(period.start, year=period.start.year - 5), period.end
        )
    }


@slip("more years in words than in the period", told=True)
def _(random: Random, report: Report) -> Cells | None:
    period: Any = report.periods[0].period
    years = period.last_day.year - period.first_day.year + 1
    return {"periods.0.stated_years": years + random.choice((3, 5))} if years > 1 else None


@slip("the head of another unit", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return {"header.issuer": f"Ủy ban MTTQ Việt Nam {report.unit.noun} Đăk Rồ"}


@slip("the place of another unit", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return {"header.place": "Đăk Rồ"} if report.header.place else None


@slip("the signature of another unit", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return {"signature.body": f"Ban Thường trực Ủy ban MTTQ Việt Nam {report.unit.noun} Đăk Rồ"}


@slip("the subject of another unit", told=True)
def _(random: Random, report: Report) -> Cells | None:
    return {"subject": f"Mặt trận Tổ quốc Việt Nam {report.unit.noun} Đăk Rồ"}


@slip("a term of office that had ended", told=False)
def _(random: Random, report: Report) -> Cells | None:
    term = report.organisation.committee.term
    if term is None or report.as_of is None or not report.as_of.year:
        return None
    return {"organisation.committee.term": random.choice((Period.term(2014, 2019), Period.term(2009, 2014)))}


@slip("a term of office of four years", told=True)
def _(random: Random, report: Report) -> Cells | None:
    term: Any = report.organisation.committee.term
    return term and {"organisation.committee.term": Period.term(term.start.year, term.end.year - 1)}


@slip("one document with two dates", told=False)
def _(random: Random, report: Report) -> Cells | None:
    days = [n for n, item in enumerate(report.citations) if item.document.date]
    seen = [report.citations[n].document.symbol for n in days]
    number = pick(random, [n for n in days if seen.count(report.citations[n].document.symbol) > 1])
    if number is None:
        return None
    document = report.citations[number].document
    day: Any = document.date
    return {
        f"citations.{number}.document": attrs.evolve(
            document, date=day + dt.timedelta(10) if day.day < 18 else day - dt.timedelta(10)
        )
    }


@slip("a document younger than the report", told=False)
def _(random: Random, report: Report) -> Cells | None:
    number = pick(random, [n for n, item in enumerate(report.citations) if item.document.date])
    if number is None or not report.header.date:
        return None
    document = report.citations[number].document
    return {
        f"citations.{number}.document": attrs.evolve(
            document, date=report.header.date + dt.timedelta(random.randint(40, 200))
        )
    }


@slip("money from a level that is no more", told=False)
def _(random: Random, report: Report) -> Cells | None:
    if report.unit.valid_from != dt.date(2025, 7, 1):
        return None
    number = random.randrange(len(report.funds.ledgers))
    ledger = report.funds.ledgers[number]
    return (
        {
            f"funds.ledgers.{number}.transfers": tuple(
                FundTransfer(from_tier=Tier.DISTRICT, amount=item.amount) for item in ledger.transfers
            )
        }
        if ledger.transfers
        else None
    )


@slip("a number in English notation", told=False)
def _(random: Random, report: Report) -> Cells | None:
    lines = (report.narrative or "").split("\n")
    number = pick(random, [n for n, line in enumerate(lines, start=1) if "đồng" in line])
    if number is None:
        return None
    words = lines[number - 1].split(" ")
    place = next(n for n, word in enumerate(words) if word.count(".") > 1)
    words[place] = words[place].replace(".", ",")
    return {f"narrative.{number}": " ".join(words)}


@slip("the poor and the near-poor added into the poor", told=True)
def _(random: Random, report: Report) -> Cells | None:
    people = report.population
    if not people.poor.households or not people.near_poor.households:
        return None
    return {"population.poor.households": people.poor.households + people.near_poor.households}


@slip("all members entered as association members", told=True)
def _(random: Random, report: Report) -> Cells | None:
    bodies = list(enumerate(report.membership.organisations))
    unions = [item for _, item in bodies if item.has_union_members]
    others = [item for _, item in bodies if not item.has_union_members]
    if not unions or not report.membership.association_members:
        return None
    return {"membership.association_members": sum(item.closing or 0 for item in (*unions, *others))}


@slip("a pledge entered as received", told=False)
def _(random: Random, report: Report) -> Cells | None:
    for n, action in enumerate(report.funds.relief):
        allocated = [item for item in action.receipts if item.state.name == "ALLOCATED"]
        if allocated and isinstance(allocated[0].amount, int):
            more = allocated[0].amount * random.randint(12, 20) // 10
            place = action.receipts.index(allocated[0])
            return {f"funds.relief.{n}.receipts.{place}.amount": more}
    return None


@slip("tonnes among đồng", told=False)
def _(random: Random, report: Report) -> Cells | None:
    found = [
        (n, m)
        for n, ledger in enumerate(report.funds.ledgers)
        for m in range(len(ledger.receipts))
        if ledger.raised and not ledger.each_year
    ]
    place = pick(random, found)
    if not place:
        return None
    return {
        f"funds.ledgers.{place[0]}.receipts.{place[1]}.amount": Quantity(
            value=Decimal(random.randint(3, 19)), unit="tonne"
        )
    }


@slip("supervisions counted by units supervised", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cells = [
        f"kl62-pl2.supervision.{name}.{report.unit.tier}" for name in ("document_studies", "delegations")
    ]
    cell = pick(random, [cell for cell in cells if isinstance(at(report, cell), Pair)])
    if not cell:
        return None
    pair = at(report, cell)
    return {cell: Pair(pair.second, pair.second)} if pair.second != pair.first else None


@slip("fewer dialogues in the table than on record", told=True)
def _(random: Random, report: Report) -> Cells | None:
    rows = [
        f"kl62-pl2.feedback.{name}.{report.unit.tier}" for name in ("party_dialogues", "government_dialogues")
    ]
    cell = pick(random, [cell for cell in rows if is_count(at(report, cell))])
    return cell and {cell: at(report, cell) - 1 if random.random() < 0.5 else at(report, cell) + 2}


@slip("the levels of theory in another order", told=True)
def _(random: Random, report: Report) -> Cells | None:
    cell = "kl62-pl1.cadres.political_theory.commune.levels"
    levels = at(report, cell)
    if (
        not isinstance(levels, Triple)
        or report.organisation.cadres.political_theory.advanced is None
        or levels.first == levels.third
    ):
        return None
    return {cell: Triple(levels.third, levels.second, levels.first)}


@slip("figures to the day of another year", told=False)
def _(random: Random, report: Report) -> Cells | None:
    as_of = report.as_of
    return {"as_of": PartialDate(year=as_of.year - 1, month=as_of.month)} if as_of and as_of.year else None


@slip("studies of documents entered as delegations", told=True)
def _(random: Random, report: Report) -> Cells | None:
    tier = report.unit.tier
    cells = [f"kl62-pl2.supervision.{name}.{tier}" for name in ("document_studies", "delegations")]
    records = [item.form for item in report.supervision.supervisions]
    if (
        not isinstance(at(report, cells[0]), Pair)
        or records.count(SupervisionForm.DELEGATION) == len(records) / 2
    ):
        return None
    return {cells[0]: at(report, cells[1]), cells[1]: at(report, cells[0])}


def draw_slips(each: int = EACH, seed: int = SEED) -> Iterator[Slip]:
    """Draw so many slips of each kind, each on a report of its own."""
    sorts = tuple(_OFFICES["OFFICES"])
    for kind, (draw, told) in SLIPS.items():
        random = Random(f"{seed} {kind}")
        made = 0
        for attempt in range(60 * each):
            sort = sorts[(attempt + len(kind)) % len(sorts)]
            report = draw_office(random, sort)
            cells = draw(random, report)
            if cells and all(at(report, path) != value for path, value in cells.items()):
                wrong = changed(report, cells)
                yield Slip(
                    kind=kind,
                    sort=sort,
                    clean=_alone(report),
                    wrong=_alone(wrong),
                    paths=tuple(cells),
                    told=told,
                )
                made += 1
            if made == each:
                break


def _alone(report: Report) -> Any:
    return _OFFICES["Together"](reports=(report,))


# the slips among several reports: which report, what, where

DrawCase = Callable[[Random, Any], tuple[Any, int, tuple[str, ...]] | None]
CASES: Final[dict[str, tuple[DrawCase, str, bool]]] = {}
"""By name of the kind: how it is drawn, in which sort of reports, and whether the right figure is known."""


def case(kind: str, sort: str, *, told: bool) -> Callable[[DrawCase], DrawCase]:
    def kept(draw: DrawCase) -> DrawCase:
        CASES[kind] = (draw, sort, told)
        return draw

    return kept


def put(batch: Any, number: int, cells: Cells, also: Cells | None = None) -> tuple[Any, int, tuple[str, ...]]:
    """Put cells into one of the reports, and also what goes with them and is not wrong itself."""
    reports = list(batch.reports)
    reports[number] = changed(reports[number], {**cells, **(also or {})})
    return attrs.evolve(batch, reports=tuple(reports)), number, tuple(cells)


def without(report: Report, root: str) -> Cells:
    """Take out the statements on a part: the text was written from the same wrong figures."""
    return {
        "statements": tuple(item for item in report.statements if not item.indicator.startswith(root)),
    }


def with_more_members(report: Report, body: int, more: int) -> tuple[Cells, Cells]:
    """Begin and end with more members of a body, and add them up so: the cells, and what goes with them."""
    path = f"membership.organisations.{body}"
    total = "union" if at(report, path).has_union_members else "association"
    cells = {cell: at(report, cell) + more for cell in (f"{path}.opening", f"{path}.closing")}
    added = {f"membership.{total}_members": at(report, f"membership.{total}_members") + more}
    return cells, {**added, **without(report, "membership")}


FAMILY, TABLES = "a district and its communes", "a district's and its communes' participation"
YEARS, REVIEWS, MERGER, TWO = (
    "two years of a commune",
    "a review and that of a year before",
    "a merger",
    "two neighbours",
)
_ADDED: Final = (
    "population.households",
    "population.persons",
    "population.near_poor.households",
    "membership.association_members",
)
_COUNTED: Final = (
    "criticism.requested",
    "criticism.opinions",
    "feedback.party_dialogues",
    "feedback.government_dialogues",
)


@case("a parent's figure typed wrong", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    cell = random.choice(_ADDED[:3])
    return put(batch, 0, {cell: turned(random, at(batch.reports[0], cell))})


@case("a parent's column of the communes typed wrong", TABLES, told=True)
def _(random: Random, batch: Any) -> Any:
    cell = f"kl62-pl2.{random.choice(_COUNTED)}.commune"
    return put(batch, 0, {cell: retyped(random, at(batch.reports[0], cell))})


@case("a commune left out of the sum", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    cell, child = random.choice(_ADDED[1:3]), random.choice(batch.reports[1:])
    return put(batch, 0, {cell: at(batch.reports[0], cell) - at(child, cell)})


@case("a commune left out of the table", TABLES, told=True)
def _(random: Random, batch: Any) -> Any:
    child = random.choice(batch.reports[1:])
    cells = {f"kl62-pl2.{row}.commune" for row in _COUNTED}
    return put(batch, 0, {cell: at(batch.reports[0], cell) - at(child, cell) for cell in sorted(cells)})


@case("a commune counted twice", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    cell, child = random.choice(_ADDED[1:3]), random.choice(batch.reports[1:])
    return put(batch, 0, {cell: at(batch.reports[0], cell) + at(child, cell)})


@case("a parent's percentage that is the mean of the communes'", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    cell = random.choice(("population.poor.share", "population.near_poor.share"))
    parts: list[Any] = [at(child, cell).percent for child in batch.reports[1:]]
    mean = (sum(parts, Decimal()) / len(parts)).quantize(Decimal("0.01"))
    return put(batch, 0, {cell: Share(mean)})


@case("a parent's members not added up", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    return put(batch, 0, *with_more_members(batch.reports[0], random.randrange(5), random.randint(11, 60)))


@case("a report that is missing", FAMILY, told=False)
def _(random: Random, batch: Any) -> Any:
    number = random.randrange(1, len(batch.reports))
    return attrs.evolve(batch, reports=batch.reports[:number] + batch.reports[number + 1 :]), 0, ("",)


@case("the same unit twice, with other figures", FAMILY, told=False)
def _(random: Random, batch: Any) -> Any:
    number = random.randrange(1, len(batch.reports))
    report = batch.reports[number]
    again = changed(report, {"population.persons": at(report, "population.persons") + 37})
    return (
        attrs.evolve(batch, reports=(*batch.reports, again)),
        len(batch.reports),
        ("", "population.persons"),
    )


@case("the same report handed in twice", FAMILY, told=False)
def _(random: Random, batch: Any) -> Any:
    number = random.randrange(1, len(batch.reports))
    return attrs.evolve(batch, reports=(*batch.reports, batch.reports[number])), number, ("",)


@case("handed down and received in two figures", FAMILY, told=True)
def _(random: Random, batch: Any) -> Any:
    child = batch.reports[1]
    amount = at(child, "funds.ledgers.0.transfers.0.amount")
    told = Statement(
        indicator="funds.transfers",
        value=Quantity(value=Decimal(amount + random.choice((5, 10, 20)) * MILLION), unit="VND"),
        unit=child.unit.full_name,
    )
    return (
        put(batch, 0, {"statements": (*batch.reports[0].statements, told)})[0],
        1,
        ("funds.ledgers.0.transfers.0.amount",),
    )


@case("a supervision counted by two that held it together", TABLES, told=False)
def _(random: Random, batch: Any) -> Any:
    led = batch.reports[1].supervision.supervisions[0]
    theirs = batch.reports[2].supervision.supervisions
    same = attrs.evolve(
        theirs[0], date=led.date, subject=led.subject, form=led.form, led_by=batch.reports[2].header.issuer
    )
    return put(batch, 2, {"supervision.supervisions.0": same})[0], 2, ("supervision.supervisions.0",)


@case("the text of a neighbour", TWO, told=False)
def _(random: Random, batch: Any) -> Any:
    own, other = batch.reports
    copied = f"{own.narrative}\n\nNhân dân {other.unit.full_name} tích cực hưởng ứng các phong trào thi đua."
    return put(batch, 0, {"narrative": copied})


@case("the report of a neighbour with a tenth of the figures changed", TWO, told=False)
def _(random: Random, batch: Any) -> Any:
    first, second = batch.reports
    copy = renamed(first, second.unit.name)
    cells = {
        cell.path: cell.value
        for table in copy.appendices
        for cell in form_of(type(table)).cells(table)
        if is_count(cell.value)
    }
    wrong = {path: cells[path] + 1 for path in random.sample(sorted(cells), max(1, len(cells) // 10))}
    return attrs.evolve(batch, reports=(first, changed(copy, wrong))), 1, ("",)


@case("last year's figures handed in again", YEARS, told=False)
def _(random: Random, batch: Any) -> Any:
    now, past = batch.reports[0], batch.previous[0]
    cells = {
        "population": attrs.evolve(past.population, as_of=now.population.as_of),
        "membership": attrs.evolve(past.membership, period=now.membership.period),
        "funds": attrs.evolve(
            past.funds,
            ledgers=tuple(
                attrs.evolve(item, period=now.funds.ledgers[0].period) for item in past.funds.ledgers
            ),
            houses=tuple(
                attrs.evolve(item, period=now.funds.ledgers[0].period) for item in past.funds.houses
            ),
            gifts=tuple(attrs.evolve(item, period=now.funds.ledgers[0].period) for item in past.funds.gifts),
        ),
        "organisation": past.organisation,
        **without(past, "supervision"),
    }
    return put(batch, 0, cells)[0], 0, ("",)


@case("last year's line among this year's", YEARS, told=False)
def _(random: Random, batch: Any) -> Any:
    path = f"membership.organisations.{random.randrange(5)}"
    return put(batch, 0, {path: at(batch.previous[0], path)})


@case("a fund that does not begin with what was left", YEARS, told=True)
def _(random: Random, batch: Any) -> Any:
    path = f"funds.ledgers.{random.randrange(2)}"
    off = random.choice((-1, 1)) * random.randint(2, 6) * 500_000
    return put(
        batch,
        0,
        {f"{path}.{name}": at(batch.reports[0], f"{path}.{name}") + off for name in ("opening", "closing")},
    )


@case("members that do not begin with those of before", YEARS, told=True)
def _(random: Random, batch: Any) -> Any:
    return put(batch, 0, *with_more_members(batch.reports[0], random.randrange(5), random.randint(6, 30)))


@case("a fund in thousands, last year's in đồng", YEARS, told=False)
def _(random: Random, batch: Any) -> Any:
    report = batch.reports[0]
    path = "funds.ledgers.0"
    cells = {
        f"{path}.{name}": at(report, f"{path}.{name}") // 1000
        for name in ("opening", "raised", "spent", "closing")
    }
    ledger = report.funds.ledgers[0]
    cells |= {f"{path}.receipts.{n}.amount": item.amount // 1000 for n, item in enumerate(ledger.receipts)}
    cells |= {f"{path}.spending.{n}.amount": item.amount // 1000 for n, item in enumerate(ledger.spending)}
    cells |= {f"{path}.transfers.{n}.amount": item.amount // 1000 for n, item in enumerate(ledger.transfers)}
    return put(batch, 0, cells, {**without(report, "funds"), "funds.houses": (), "funds.gifts": ()})


@case("people ten times as many as last year", YEARS, told=False)
def _(random: Random, batch: Any) -> Any:
    report = batch.reports[0]
    cells = (
        "population.households",
        "population.persons",
        "population.poor.households",
        "population.near_poor.households",
    )
    return put(batch, 0, {cell: at(report, cell) * 10 for cell in cells}, without(report, "population"))


@case("a count since the beginning that falls", REVIEWS, told=False)
def _(random: Random, batch: Any) -> Any:
    rows = [row for row in _COUNTED if at(batch.previous[0], f"kl62-pl2.{row}.commune") > 2]
    cell = f"kl62-pl2.{random.choice(rows)}.commune"
    return put(batch, 0, {cell: at(batch.previous[0], cell) - random.randint(1, 2)})


@case("a year's figures where those since the beginning belong", REVIEWS, told=False)
def _(random: Random, batch: Any) -> Any:
    cells = [f"kl62-pl2.{row}.commune" for row in _COUNTED]
    now, past = batch.reports[0], batch.previous[0]
    return put(
        batch, 0, {cell: at(now, cell) - at(past, cell) for cell in cells if at(now, cell) > at(past, cell)}
    )


@case("members of a former commune left out", MERGER, told=True)
def _(random: Random, batch: Any) -> Any:
    body = random.randrange(5)
    less = at(random.choice(batch.previous), f"membership.organisations.{body}.closing")
    return put(batch, 0, *with_more_members(batch.reports[0], body, -less))


@case("the fund of a former commune left out", MERGER, told=True)
def _(random: Random, batch: Any) -> Any:
    path, less = "funds.ledgers.0", at(random.choice(batch.previous), "funds.ledgers.0.closing")
    report = batch.reports[0]
    return put(
        batch,
        0,
        {
            f"{path}.{name}": at(report, f"{path}.{name}") - less
            for name in ("opening", "closing")
            if at(report, f"{path}.{name}") > less
        },
    )


@case("a code that means another unit", FAMILY, told=False)
def _(random: Random, batch: Any) -> Any:
    code = str(random.randint(20_000, 29_000))
    units = list(batch.units)
    units[2] = attrs.evolve(units[2], code=code)
    wrong, _, _ = put(batch, 1, {"unit.code": code})
    return attrs.evolve(wrong, units=tuple(units)), 1, ("unit", "unit.code")


def draw_cases(each: int = EACH_CASE, seed: int = SEED) -> Iterator[Slip]:
    """Draw so many cases of each kind."""
    for kind, (draw, sort, told) in CASES.items():
        for number in range(each):
            random = Random(f"{seed} {kind} {number}")
            batch = draw_together(random, sort)
            wrong, where, paths = draw(random, batch)  # type: ignore[misc]
            yield Slip(kind=kind, sort=sort, clean=batch, wrong=wrong, where=where, paths=paths, told=told)
