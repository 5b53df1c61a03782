"""What the text of a drawn report says: headings, sentences, documents cited, figures stated and spelled."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import count, cycle, islice
from typing import Final

from mttq import vi
from mttq._samples._drawn_facts import Facts
from mttq._samples._reports import REVIEWED
from mttq.forms import Cell, form_of
from mttq.model import Citation, Heading, PopulationProfile, PrintedFigure, Source, Statement
from mttq.values import DocumentRef, Qualifier, Quantity

__all__ = ["citations_of", "narrative_of", "outline_of", "printed_of", "statements_of"]

_KNOWN: Final = (
    "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
    "Luật Thanh tra số 11/2022/QH15",
    "Luật Thanh tra số 11/2022/QH15",
)
_ISSUED: Final = (
    "Kế hoạch số {}/KH-UBND ngày {} của Ủy ban nhân dân huyện {}",
    "Nghị quyết số {}/NQ-HĐND ngày {} của Hội đồng nhân dân huyện {}",
    "Hướng dẫn số {}/HD-MTTQ-BTT ngày {} của Ban Thường trực Ủy ban MTTQ Việt Nam huyện {}",
)
_HEADINGS: Final = (
    "Công tác lãnh đạo, chỉ đạo và quán triệt",
    "Tuyên truyền, vận động các tầng lớp nhân dân",
    "Xây dựng khối đại đoàn kết toàn dân tộc",
    "Giám sát, phản biện xã hội và góp ý",
    "Chăm lo đời sống và an sinh xã hội",
    "Củng cố tổ chức, đội ngũ cán bộ",
)
_TWO_DIGITS: Final = 10


def outline_of(size: int) -> Iterator[Heading]:
    """Return headings in the order of the text, without a gap."""
    lines = count(9, 4)
    for part in ("I", "II"):
        yield Heading(number=part, level=1, line=next(lines))
        for number, title in enumerate(islice(cycle(_HEADINGS), 2 * size), start=1):
            yield Heading(number=str(number), level=2, title=title, line=next(lines))
            for letter in "12":
                yield Heading(number=f"{number}.{letter}", level=3, line=next(lines))


def narrative_of(facts: Facts, population: PopulationProfile) -> str:
    """Write some paragraphs; the figures that rules judge are the statements'."""
    year = "Năm {}, Ủy ban Mặt trận Tổ quốc xã đã ban hành chương trình phối hợp và tổ chức sơ kết."
    return "\n\n".join(
        (
            f"Xã {facts.commune} có {vi.format_number(population.persons or 0)} nhân khẩu, "
            f"diện tích gieo trồng {facts.between(101, 999)},5 ha.",
            *(year.format(number) for number in facts.latest(2 * facts.size)),
        )
    )


def citations_of(facts: Facts) -> Iterator[Citation]:
    """Cite the document under review, and others of which each is cited twice."""
    for line, document in zip(count(5, 7), _cited(facts), strict=False):
        yield Citation(document=document, source=Source(line=line))


def _cited(facts: Facts) -> Iterator[DocumentRef]:
    yield REVIEWED
    yield from map(vi.parse_document, _KNOWN)
    for number, text in enumerate(islice(cycle(_ISSUED), 3 * facts.size), start=facts.between(10, 300)):
        year = facts.between(facts.first, facts.last)
        day = vi.format_date(dt.date(year, facts.between(1, 12), facts.between(1, 28)), style="slash")
        yield from [vi.parse_document(text.format(number, day, facts.district))] * 2


def statements_of(
    facts: Facts, population: PopulationProfile, tables: Iterable[object]
) -> Iterator[Statement]:
    """State some of each five figures as a text does: exact, or hedged so that the figure lies within."""
    figures: list[tuple[str, object]] = [
        (f"population.{name}", getattr(population, name)) for name in ("villages", "households", "persons")
    ]
    figures += [(cell.path, cell.value) for cell in _cells(tables)]
    for line, (path, figure) in enumerate(figures, start=facts.between(0, 59)):
        if isinstance(figure, int) and line % 5 < facts.size:
            yield Statement(indicator=path, value=_hedged(figure, line // 5 % 5), source=Source(line=line))


def _hedged(figure: int, choice: int) -> Quantity:
    match choice:
        case 1 if figure:
            return Quantity(value=Decimal(figure - 1), qualifier=Qualifier.MORE_THAN)
        case 2:
            return Quantity(value=Decimal(figure + 1), qualifier=Qualifier.NEARLY)
        case 3:
            return Quantity(value=Decimal(figure), qualifier=Qualifier.RANGE, upper=Decimal(figure + 5))
        case _:
            return Quantity(value=Decimal(figure))


def printed_of(tables: Iterable[object]) -> Iterator[PrintedFigure]:
    """Spell figures of one digit as offices do, "05"; a zero stays "0"."""
    for cell in _cells(tables):
        if isinstance(cell.value, int) and 0 < cell.value < _TWO_DIGITS:
            yield PrintedFigure(path=cell.path, text=f"{cell.value:02d}")


def _cells(tables: Iterable[object]) -> Iterator[Cell]:
    for table in tables:
        yield from form_of(type(table)).cells(table)
