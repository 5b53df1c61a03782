"""Several reports in one document: where each begins, by the unit that a heading or a letterhead names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mttq.reading._blocks import Document, Grid, Text
from mttq.reading._figures import looks_like_figure
from mttq.reading._letterhead import bodies_of, column_by_column
from mttq.reading._reading import unit_named
from mttq.reading._words import plain_words
from mttq.vi import find_units

__all__ = ["Part", "parts_of"]

_BEFORE: Final = re.compile(
    r"^(?:(?:[0-9]{1,3}|[IVX]{1,5}|[a-zđ])[.)]\s+|[-+*•–]\s*)?(?:(?:tên )?đơn vị(?: báo cáo)?\s*:\s*)?",
    re.IGNORECASE,
)
_LONGEST: Final = 100  # letters of a heading
_SHARED: Final = 3  # labels that tables of two units have in common


class Part(NamedTuple):
    """What a document says of one unit; None is that of the document."""

    unit: str | None
    blocks: list[Text | Grid]


def parts_of(document: Document) -> list[Part]:
    """Return the parts of a document, one for each unit of which it has the same tables; else all as one.

    A part begins where a heading or a letterhead names its unit, and holds a table.
    """
    parts = list(_merged(_parts(document.blocks)))
    named = [(part.unit, _labels(part.blocks)) for part in parts if part.unit]
    alike = [
        any(len(labels & others) >= _SHARED for other, others in named if other != unit)
        for unit, labels in named
    ]
    return parts if alike and all(alike) else [Part(None, document.blocks)]


def _parts(blocks: Sequence[Text | Grid]) -> Iterator[Part]:
    """Part blocks before each that names a unit."""
    part = Part(None, [])
    for block in blocks:
        unit = _unit_of(block)
        if unit:
            yield part
            part = Part(unit, [])
        part.blocks.append(block)
    yield part


def _merged(parts: Iterator[Part]) -> Iterator[Part]:
    """Join parts without a table to what follows, whose unit holds, and what goes on with the same unit."""
    last = next(parts)
    for part in parts:
        if not any(map(_is_filled, last.blocks)) or last.unit == part.unit:
            last = Part(part.unit, [*last.blocks, *part.blocks])
        else:
            yield last
            last = part
    yield last


def _is_filled(block: Text | Grid) -> bool:
    return isinstance(block, Grid) and any(looks_like_figure(cell.text) for cell in block.cells.values())


def _labels(blocks: Sequence[Text | Grid]) -> set[str]:
    grids = (block for block in blocks if isinstance(block, Grid) and _is_filled(block))
    return {plain_words(cell.text) for grid in grids for cell in grid.cells.values()} - {""}


def _unit_of(block: Text | Grid) -> str | None:
    """Return the unit that a block names: a heading that is its name, or a letterhead of its own body."""
    if isinstance(block, Grid):
        if _is_filled(block):
            return None
        lines = [line.strip() for cell in column_by_column(block) for line in cell.text.split("\n")]
        return _unit_of_body(lines)
    text = block.text.strip(" *_#")
    if not text or len(text) > _LONGEST:
        return None
    bare = _BEFORE.sub("", text, count=1).rstrip(" .:;")
    if unit_named(bare):
        return bare
    return _unit_of_body(text.split("\n")) if text.isupper() else None


def _unit_of_body(lines: Sequence[str]) -> str | None:
    bodies = bodies_of(lines)
    units = [unit for unit, _ in find_units(bodies[-1])] if bodies else []
    return str(units[0]) if len(units) == 1 else None
