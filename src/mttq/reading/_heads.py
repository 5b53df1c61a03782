"""What the heads of a table say of its columns."""

import enum
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from mttq.errors import NotationError
from mttq.forms import TIER_COLUMNS
from mttq.forms._columns import Column as Field
from mttq.reading._hints import Hints
from mttq.reading._words import plain_words
from mttq.values import Tier, UnitKind
from mttq.vi import UnitHead, parse_unit, parse_unit_head
from mttq.vi.units import is_money

__all__ = ["Column", "Role", "column_of", "is_total", "tier_in", "unit_head_of", "unit_named", "word_of_head"]

_BRACKETS: Final = re.compile(r"\([^()]*\)|/ ?%")
_SAYS_UNIT: Final = re.compile(r"\([^()]+\)|đvt|đơn vị tính|đơn vị ?:", re.IGNORECASE)
_WORDS: Final = re.compile(
    "(?:ten )?(?:noi dung|cac chi tieu|chi tieu|tieu chi|danh muc|hang muc|dien giai|linh vuc|nhiem vu)"
    "(?: .*)?"
)
_NUMBER: Final = re.compile("s ?t ?t|tt|so tt|so thu tu|muc|ma so")
_VALUE: Final = re.compile(
    "so luong(?: thuc hien)?|(?:ket qua|so lieu)(?: da)?(?: thuc hien| dat duoc| bao cao| trong ky)?"
    "|(?:da )?thuc hien|gia tri|tong so|tong|tong cong|cong|thanh tien|so tien|kinh phi"
)
_NO_VALUE: Final = re.compile(
    r"\b(?:ke hoach|giao|nam truoc|ky truoc|cung ky|ty le|ti le|so sanh|so voi|luy ke|du kien"
    r"|uoc|dinh muc|muc tieu|tang|giam|phan tram|nghi quyet|ghi chu|giai trinh|nhan xet|dvt"
    r"|don vi tinh|trong do|nu)\b"
)
_NOTE: Final = re.compile("ghi chu.*|giai trinh.*|nhan xet.*|dvt|don vi tinh|d v t")
_UNITS: Final = re.compile(
    "(?:ten )?(?:cac )?(?:xa|phuong|thi tran|don vi|dia phuong|dia ban|dac khu|huyen|tinh)"
    "(?: (?:phuong|thi tran|dac khu|bao cao|xa|hanh chinh|thi xa|thanh pho))*"
)
_TOTAL: Final = re.compile(
    "(?:tong|cong|tong cong|tong so|toan (?:huyen|tinh|xa|thanh pho)|tong hop|cong tong)(?: .*)?"
)
_TIERS: Final = {plain_words(words): tier for tier, words in TIER_COLUMNS.items()} | {
    "cap xa": Tier.COMMUNE,
    "xa": Tier.COMMUNE,
    "co so": Tier.COMMUNE,
    "huyen": Tier.DISTRICT,
    "tinh": Tier.PROVINCE,
    "cap tinh thanh pho": Tier.PROVINCE,
    "cap xa phuong": Tier.COMMUNE,
    "cap xa phuong thi tran": Tier.COMMUNE,
}
_EQUIVALENT: Final = " va tuong duong"


class Role(enum.Enum):
    """What a column holds."""

    NUMBER = enum.auto()
    WORDS = enum.auto()
    VALUE = enum.auto()
    TIER = enum.auto()
    UNIT = enum.auto()
    UNITS = enum.auto()
    NOTE = enum.auto()
    TOTAL = enum.auto()
    OTHER = enum.auto()
    UNKNOWN = enum.auto()


@attrs.frozen(kw_only=True)
class Column:
    """What is known of a column, or of a row whose lines are columns.

    Args:
        role: what it holds.
        tier: the level that it counts.
        unit: the unit that it counts, as printed.
        head: the unit of its figures.
        said: its heads, as printed.
        field: the column of a form that it is.
        word: the word that a cross in it chooses.
    """

    role: Role
    tier: Tier | None = None
    unit: str | None = None
    head: UnitHead | None = None
    said: str = ""
    field: Field | None = None
    word: str = ""


@lru_cache(maxsize=4096)  # as words of heads, each text is asked several times
def word_of_head(text: str) -> Role:
    """Return what a text means as a head; UNKNOWN if it is none of the usual.

    >>> word_of_head("STT"), word_of_head("Số lượng (cuộc)"), word_of_head("Năm 2022")
    (<Role.NUMBER: 1>, <Role.VALUE: 3>, <Role.UNKNOWN: 10>)
    """
    words = plain_words(_BRACKETS.sub("", text)) or plain_words(text)
    for role, known in (
        (Role.NOTE, _NOTE),
        (Role.NUMBER, _NUMBER),
        (Role.VALUE, _VALUE),
        (Role.UNITS, _UNITS),
    ):
        if known.fullmatch(words):
            return Role.TIER if role is Role.UNITS and words in _TIERS else role
    if words.removesuffix(_EQUIVALENT) in _TIERS:
        return Role.TIER
    if _WORDS.fullmatch(words) and not _NO_VALUE.search(words):
        return Role.WORDS
    return Role.UNKNOWN


def tier_in(text: str) -> Tier | None:
    """Return the level that a head names.

    >>> tier_in("Cấp xã và tương đương"), tier_in("Số lượng")
    (<Tier.COMMUNE: 'commune'>, None)
    """
    return _TIERS.get(plain_words(_BRACKETS.sub("", text)).removesuffix(_EQUIVALENT))


def is_total(text: str) -> bool:
    """Return whether a text names the sum over all units."""
    return bool(_TOTAL.fullmatch(plain_words(text)))


def unit_named(text: str) -> Tier | None:
    """Return the level of the unit that a text names, None if it names none."""
    try:
        named = parse_unit(text)
    except NotationError:
        return None
    return named.kind.tier if isinstance(named.kind, UnitKind) else None


@lru_cache(maxsize=4096)
def unit_head_of(text: str) -> UnitHead | None:
    """Return the unit that a head, a label or a line above a table says of the figures.

    >>> unit_head_of("Số tiền (triệu đồng)"), unit_head_of("Cấp tỉnh (trích yếu văn bản)")
    (UnitHead(unit='VND', scale=1000000), None)
    """
    if not _SAYS_UNIT.search(text):
        return None
    try:
        return parse_unit_head(text)
    except NotationError:
        return None


def column_of(texts: Sequence[str], hints: Hints) -> Column:
    """Return what heads over each other, the highest first, say of a column."""
    column = _column_of(texts, hints)
    return attrs.evolve(column, said=" / ".join(texts))


def _column_of(texts: Sequence[str], hints: Hints) -> Column:
    roles = [word_of_head(text) for text in texts]
    full = plain_words(" ".join(texts))
    head = next(filter(None, map(unit_head_of, reversed(texts))), None)
    if head is None and any("%" in text for text in texts):
        head = UnitHead("percent", 1)
    last = roles[-1] if roles else Role.UNKNOWN
    tiers = [tier for tier in map(tier_in, texts) if tier]
    hinted = hints.column_of(texts)
    if hinted is not None:
        tier = hinted if isinstance(hinted, Tier) else None
        role = Role.TIER if tier else Role.VALUE if hinted is True else Role.OTHER
        return Column(role=role, tier=tier, head=head)
    if last in (Role.NOTE, Role.NUMBER, Role.WORDS, Role.UNITS):
        return Column(role=last)
    if _NO_VALUE.search(full):
        return Column(role=Role.OTHER, head=head)
    if tiers and set(roles) <= {Role.TIER, Role.VALUE, Role.WORDS}:
        return Column(role=Role.TIER, tier=tiers[-1], head=head)
    if last is Role.VALUE and set(roles) <= {Role.VALUE, Role.WORDS}:
        return Column(role=Role.TOTAL if is_total(texts[-1]) else Role.VALUE, head=head)
    if texts and unit_named(texts[-1]):
        return Column(role=Role.UNIT, unit=texts[-1], tier=unit_named(texts[-1]), head=head)
    return Column(role=Role.UNKNOWN, head=head)


def says_money(text: str) -> bool:
    """Return whether a text says that figures are sums of money in a scale other than đồng."""
    head = unit_head_of(text)
    return head is not None and is_money(head.unit) and head.scale != 1
