"""Heads of tables and columns that say the unit of the bare figures below: "ĐVT: triệu đồng"."""

from decimal import Decimal
from typing import Final, NamedTuple

import attrs

from mttq._names.regex import regex
from mttq.errors import NumberFormatError
from mttq.values import Quantity
from mttq.vi._layout import plain_text
from mttq.vi.money import read_amount, read_short_money
from mttq.vi.numbers import EXACT
from mttq.vi.text import fold
from mttq.vi.units import NOUNS, Nouns, only_counted
from mttq.wording import Phrase

__all__ = ["UnitHead", "parse_unit_head"]

_SAID: Final = regex(
    r".*?(?<!\w)(?:đvt|đơn vị(?: tính)?) ?: ?(?P<said>[^:()]+?)\W*|.*\((?P<inside>[^():]+)\)\W*"
    r"|(?P<alone>[^:()]+)"
)
_SCALED: Final = regex("nghìn|ngàn|triệu|tỷ|tr|ng(?:h|hìn|àn)?[.]?đ")


class UnitHead(NamedTuple):
    """What the head of a table says of its bare figures.

    Attributes:
        unit: a unit code, as of a `Quantity`.
        scale: by how much each figure is multiplied.

    >>> head = parse_unit_head("ĐVT: triệu đồng")
    >>> head.unit, head.scale
    ('VND', 1000000)
    """

    unit: str
    scale: int

    def applied(self, quantity: Quantity, table: Nouns = NOUNS) -> Quantity:
        """Return what a bare figure below this head means; one with a unit of its own stays as it is.

        Raises:
            NumberFormatError: it would be a fraction of what is only counted.
        """
        if quantity.unit or quantity.noun or quantity.scale != 1:
            return quantity
        scale = Decimal(self.scale)
        upper = quantity.upper and EXACT.multiply(quantity.upper, scale)
        value = EXACT.multiply(quantity.value, scale)
        if table.counts(self.unit) and value != value.to_integral_value():
            raise NumberFormatError(str(quantity.value), only_counted(self.unit, table))
        return attrs.evolve(quantity, value=value, upper=upper, unit=self.unit, scale=self.scale)


def parse_unit_head(text: str, *, table: Nouns = NOUNS) -> UnitHead:
    """Read the unit that stands over a table: after "ĐVT:", in brackets, or alone.

    Args:
        text: the head.
        table: the nouns that are known.

    Raises:
        NumberFormatError: the text names no unit of the table, or more than one.

    >>> parse_unit_head("(Đơn vị tính: 1.000 đồng)"), parse_unit_head("Kinh phí (trđ)")
    (UnitHead(unit='VND', scale=1000), UnitHead(unit='VND', scale=1000000))
    """
    found = _SAID.fullmatch(fold(plain_text(text)))
    said = (found["said"] or found["inside"] or found["alone"]).strip() if found else ""
    if _SCALED.match(said):
        said = f"1 {said}"
    scale, end = 1, 0
    try:
        if short := read_short_money(said, 0):
            scale, said = short[0].scale, f"đồng{said[short[1] :]}"
        elif read := read_amount(said, 0):
            scale, end = int(read[0].value), read[1]
    except NumberFormatError as error:
        raise NumberFormatError(text, error.reason, error.hint) from error
    read_unit = table.read(said, end)
    if not read_unit.unit or read_unit.end != len(said):
        raise NumberFormatError(
            text, Phrase("không rõ đơn vị tính"), Phrase("ví dụ: {}", "“ĐVT: triệu đồng”")
        )
    return UnitHead(read_unit.unit, scale)
