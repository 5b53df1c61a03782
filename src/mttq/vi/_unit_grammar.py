"""How names of units are written: "thôn Ka Nôn 2, xã Đông Sơn, huyện A Lưới".

A *mention* is a word for units with a name; a *chain* is a mention with those in which it lies.  Patterns
search a plain text (`mttq.vi._layout`).  To compile them takes long, so this module is imported where it is
first used.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.values import ResidentialKind, Tier, UnitKind, UnitName, UnitWord
from mttq.vi._period_grammar import MAY_COUNT
from mttq.vi.text import fold

__all__ = ["after_former", "find_chains", "read_chain"]

Kind = UnitKind | ResidentialKind | UnitWord
Place = tuple[int, int]
Found = tuple[UnitName, Place]

_WORDS: Final[dict[str, Kind]] = {
    **{kind.noun: kind for kind in UnitKind if kind is not UnitKind.COUNTRY},
    **{kind.value: kind for kind in ResidentialKind if not kind.endswith("khác")},
    "huyện đảo": UnitKind.DISTRICT,
    "xã đảo": UnitKind.COMMUNE,
    "thành phố": UnitWord.CITY,
    "thủ đô": UnitWord.CITY,
}
_SHORT: Final[dict[str, Kind]] = {
    "tp": UnitWord.CITY, "tx": UnitKind.TOWN, "tt": UnitKind.TOWNSHIP, "q": UnitKind.URBAN_DISTRICT,
    "h": UnitKind.DISTRICT, "p": UnitKind.WARD, "x": UnitKind.COMMUNE,
    "tdp": ResidentialKind.RESIDENTIAL_GROUP, "kp": ResidentialKind.NEIGHBOURHOOD,
}  # fmt: skip
_NUMBERED: Final = {UnitKind.URBAN_DISTRICT, UnitKind.WARD, *ResidentialKind}
"""The kinds whose names may begin with a number: "quận 9", "thôn 4"."""

_CENTRAL: Final = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")
"""The cities that are under the centre whenever a text was written; Huế is since 2025 only."""

_PROVINCE_NAMES: Final = """
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình
    Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng
    Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa,
    Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh
    Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị,
    Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Thừa Thiên -
    Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
"""
_PROVINCES: Final = frozenset(fold(name) for name in _PROVINCE_NAMES.split(","))
"""The provinces, before 01/7/2025 and since, which texts also name without the word for them."""

_ALIASES: Final = {"HCM": "Hồ Chí Minh"}

# --- patterns ---
_UPPER: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_END: Final = r"(?![^\W_])"
_MARK: Final = "['’‘ʼʻ`´]"
_ACRONYM: Final = rf"(?!HCM{_END}|[IVX]{{1,4}}{_END})[{_UPPER}]{{2,}}{_END}"
_SYLLABLE: Final = rf"(?!{_ACRONYM})[{_UPPER}][^\W0-9_]*(?:{_MARK}[^\W0-9_]+)*"
_COUNTED: Final = (
    "(?:hộ|người|nhân khẩu|khẩu|suất|căn|ngôi|nhà|triệu|t[ỷỉ]|nghìn|ngàn|đồng|trường hợp|lượt|cháu|em"
    f"|đoàn viên|hội viên|đảng viên|chi hội|chi bộ|tổ(?! chức)|(?:thôn|xã)(?! [{_UPPER}])|km|ha|m2|m|con|cái"
    "|chiếc|cuộc|buổi|đợt|lần|vụ|năm|tháng|ngày|đại biểu|thành viên)"
)
_NUMBER: Final = (
    rf"(?:số )?[A-ZĐ]?[0-9]{{1,3}}(?:[A-ZĐ]{_END})?(?![0-9%/]|[.,][0-9]| ?%|[^\W_]| {_COUNTED}{_END})"
)
_NAME: Final = (
    rf"(?:{_SYLLABLE}(?: {_SYLLABLE}){{0,4}}(?:(?<=Bà Rịa) ?- ?Vũng Tàu|(?<=Phan Rang) ?- ?Tháp Chàm"
    rf"|(?<=Thừa Thiên) ?- ?Huế| {_NUMBER})?|{_NUMBER}(?: {_SYLLABLE}){{0,4}})"
)
_CAPITALS: Final = (  # ends where the line or the clause does, for all of it is in capitals
    rf"[{_UPPER}]+(?:{_MARK}[{_UPPER}]+)*(?: [{_UPPER}]+(?:{_MARK}[{_UPPER}]+)*){{0,4}}(?: [0-9]{{1,2}})?"
    r"(?= ?(?:[-,;.:()\n\t]|$))"
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WORD: Final = rf"(?P<word>(?i:{_any_of(_WORDS)}))(?: mới)?(?P<listing> ?:| gồm ?:?)? "
_ABBREVIATION: Final = r"(?P<short>(?i:t\.?[px])\.?|(?i:tdp|kp)\.?|TT\.|[QPHX]\.(?= ?[0-9A-ZĐ])) ?"
_MENTION: Final = regex(
    rf"(?<![^\W_])(?<![Vv]ăn )(?<![Bb]à )(?:{_WORD}|{_ABBREVIATION})(?P<name>{_NAME}){_END}"
)
_IN_CAPITALS: Final = regex(
    rf"(?<![^\W_])(?:(?P<word>{_any_of(word.upper() for word in _WORDS)}) |(?P<short>T[PX]\.?) ?)"
    rf"(?P<name>(?=[^-,;.:()\n\t]*[{_UPPER}]{{2}}){_CAPITALS})"
)
_STARTS: Final = regex(
    rf"(?<![^\W_])(?i:{_any_of({word.partition(' ')[0] for word in _WORDS} | _SHORT.keys())})(?![^\W0-9_])"
)
"""Where a mention may begin: looking for this first makes searching a report much faster."""

_BARE: Final = regex(rf"(?P<name>{_NAME}){_END}")
_FORMER: Final = regex(r" (?:\((?:cũ|mới)\)|cũ|mới)" + _END)
_LINK: Final = regex(r",? (?:thuộc|của) (?:địa bàn )?|(?P<comma>, )| - | ")
_OPEN: Final = regex(r" ?\((?:thuộc )?")
_FAMILY: Final = regex(
    "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Trương|Đinh|Đoàn|Mai|Ông|Bà) "
)
"""How the name of a person begins, which may stand in brackets, too."""

_OF_AN_OFFICER: Final = regex(r"(?:Chủ tịch|Bí thư|Trưởng|Chủ nhiệm|Giám đốc)[^.,;:\n\t]*\Z")
_NO_NAMES: Final = regex(
    r"(?:Đoàn Thanh|Hội (?:Nông|Liên|Cựu|Phụ|Chữ|Người|Khuyến|Thánh)|Mặt|Ủy|Uỷ|Đảng|Ban Chỉ|Ban Thường"
    r"|Công đoàn|Nông thôn|Văn hóa|Văn hoá|Anh hùng|Hồ Chủ|Ma Thuột)\b|(?:Đoàn|Hội|Đội|Bộ)(?! ?\w)"
)
_GOES_ON: Final = regex(  # what follows a name of one syllable, too: "thôn Đông tổ chức"
    " (?:báo cáo|chưa|cũ|đăng ký|đề nghị|hiện|họp|hoàn thành|huy động|lấy|mới|nay|nhập|phối hợp|sáp nhập"
    rf"|hợp nhất|thành|thành lập|thực hiện|tiếp tục|tổ chức|triển khai|vận động|xây dựng){_END}"
)
_CUT: Final = regex(rf"\n[{_UPPER}]")  # "tỉnh Quảng" at the end of a line: the name may go on
_PLURAL: Final = regex(r"(?:^|\W)(?i:các|những|hai|ba|bốn|năm|[0-9]{1,3})(?: đơn vị| đơn vị hành chính)? $")
_OFFICE_REACH: Final = 60
_PLURAL_REACH: Final = 24
_LISTED: Final = regex(r" ?[,;] (?:và )?| và ")
_ROMAN: Final = regex("[IVX]+")


class _Mention(NamedTuple):
    kind: Kind | None
    name: str
    start: int
    name_start: int
    end: int
    listing: bool = False

    @property
    def unit(self) -> UnitName:
        return UnitName(kind=self.kind, name=self.name)


def _mention_at(text: str, position: int) -> _Mention | None:
    in_capitals = _IN_CAPITALS.match(text, position)
    found = in_capitals or _MENTION.match(text, position)
    if not found:
        return None
    word = found["word"]
    kind = _WORDS[word.lower()] if word else _SHORT[found["short"].replace(".", "").lower()]
    name, end = found["name"], found.end()
    if (_is_number(name) and kind not in _NUMBERED) or not _is_name(text, name, end):
        return None
    listing = in_capitals is None and found["listing"] is not None
    written = _ALIASES.get(name) or (_in_name_case(name) if in_capitals else name)
    return _Mention(kind, written, found.start(), found.start("name"), end, listing)


def _is_number(name: str) -> bool:
    return name.removeprefix("số ")[0].isdigit()


def _is_name(text: str, name: str, end: int) -> bool:
    """Recognise a name, not a capitalised noun as in "xã Nông thôn mới": one syllable may be either."""
    if _NO_NAMES.match(text, end - len(name)):
        return False
    if " " in name or not name.isalpha():
        return True
    if _CUT.match(text, end):
        return False
    return not MAY_COUNT.match(text, end) or _GOES_ON.match(text, end) is not None


def _in_name_case(name: str) -> str:
    words = name.split(" ")
    return " ".join(
        word if place and _ROMAN.fullmatch(word) else word.capitalize() for place, word in enumerate(words)
    )


# --- chains ---
def read_chain(text: str, position: int) -> Found | None:
    """Read the unit that is named at a place, its word included, with those in which it lies."""
    mention = _mention_at(text, position)
    if mention is None or mention.listing:
        return None
    chain = [mention]
    end = _climb(text, mention.end, chain)
    return _told(chain), (mention.start, end)


def _climb(text: str, end: int, chain: list[_Mention]) -> int:
    """Add to a chain the units that follow, each above the one before it, and return where the last ends."""
    while True:
        place = after_former(text, end)
        if bracket := _OPEN.match(text, place):
            inner, closing = _inside(text, bracket.end(), chain[-1])
            if not inner or not text.startswith(")", closing):  # it holds something else
                return end
            chain += inner
            end = closing + 1
        elif (link := _LINK.match(text, place)) and (
            higher := _above(text, link.end(), chain[-1], bare=link["comma"] is not None)
        ):
            chain.append(higher)
            end = higher.end
        else:
            return end


def _inside(text: str, position: int, child: _Mention) -> tuple[list[_Mention], int]:
    """Read the units in a bracket, and return where they end."""
    inner: list[_Mention] = []
    while higher := _above(text, position, inner[-1] if inner else child, bare=True, in_brackets=True):
        inner.append(higher)
        position = after_former(text, higher.end)
        if not text.startswith(", ", position):
            break
        position += len(", ")
    return inner, position


def after_former(text: str, end: int) -> int:
    """Pass over "(cũ)" and the like after a name."""
    former = _FORMER.match(text, end)
    return former.end() if former else end


def _above(
    text: str, position: int, child: _Mention, *, bare: bool, in_brackets: bool = False
) -> _Mention | None:
    higher = _mention_at(text, position)
    if higher is None and bare:
        higher = _bare_at(text, position, in_brackets=in_brackets)
    return higher if higher and higher.unit.levels[1] > child.unit.levels[0] else None


def _bare_at(text: str, position: int, *, in_brackets: bool) -> _Mention | None:
    """Read a name without a word: that of a province, or any but a person's in brackets."""
    found = _BARE.match(text, position)
    if not found:
        return None
    name, place = found["name"], (found.start(), found.start(), found.end())
    if fold(name) in _PROVINCES:
        return _Mention(UnitKind.PROVINCE, name, *place)
    if name in _CENTRAL or name == "Huế":
        return _Mention(UnitWord.CITY, name, *place)
    closes = text.startswith(")", found.end())
    known = in_brackets and closes and name.count(" ") == 1 and not _FAMILY.match(name)
    return _Mention(None, name, *place) if known else None


def _told(chain: list[_Mention]) -> UnitName:
    """Return the unit at the foot of a chain; what lies above and below a city shows its level."""
    kinds = [mention.kind for mention in chain]
    for place, mention in enumerate(chain):
        if mention.kind is UnitWord.CITY:
            below, above = kinds[place - 1 : place], kinds[place + 1 : place + 2]
            kinds[place] = _city(mention.name, below[0] if below else None, above[0] if above else None)
    units = [UnitName(kind=kind, name=mention.name) for kind, mention in zip(kinds, chain, strict=True)]
    return UnitName(kind=units[0].kind, name=units[0].name, parents=tuple(units[1:]))


def _city(name: str, below: Kind | None, above: Kind | None) -> Kind:
    if name in _CENTRAL or (isinstance(below, UnitKind) and below.tier is Tier.DISTRICT):
        return UnitKind.CENTRAL_CITY
    if above is UnitKind.PROVINCE:
        return UnitKind.PROVINCIAL_CITY
    return UnitKind.MUNICIPAL_CITY if above else UnitWord.CITY


# --- in running text ---
def find_chains(text: str, *, loose: bool = False) -> Iterator[Found]:
    """Find the units that a plain text names, those of lists one by one.

    Args:
        text: where to look.
        loose: whether names that follow one go on with its kind though the word for it is in the singular.
    """
    position = 0
    while start := _STARTS.search(text, position):
        first = _mention_at(text, start.start())
        if first and _may_be_an_officer(text, first):
            first = None
        plural = first and _PLURAL.search(text, max(0, first.start - _PLURAL_REACH), first.start)
        found: list[Found] = []
        if first and (plural or loose):
            found = _list_from(text, first)
        if first and len(found) < 2 and not first.listing:  # noqa: PLR2004 - a list has two
            found = list(filter(None, [read_chain(text, first.start)]))
        yield from found
        position = found[-1][1][1] if found else start.end()


def _may_be_an_officer(text: str, mention: _Mention) -> bool:
    """Return whether a name is, or may be, a person's: "Chủ tịch UBND xã Nguyễn Thị A"."""
    syllables = mention.name.count(" ") + 1
    if syllables < 3 or not _FAMILY.match(mention.name):  # noqa: PLR2004 - a family, a middle and a given name
        return False
    reach = max(0, mention.start - _OFFICE_REACH)
    return _OF_AN_OFFICER.search(text, reach, mention.start) is not None


def _list_from(text: str, first: _Mention) -> list[Found]:
    """Read the names of a list, of which the first has the word for all of them."""
    chains: list[list[_Mention]] = []
    item: _Mention | None = first
    end = first.start
    while item:
        chain = [item]
        chains.append(chain)
        end = item.end
        place = after_former(text, end)
        if bracket := _OPEN.match(text, place):
            inner, closing = _inside(text, bracket.end(), item)
            if inner and text.startswith(")", closing):
                chain += inner
                end = closing + 1
        item = _next_item(text, after_former(text, end), first)
    shared: list[_Mention] = [chains[-1][-1]]
    if len(chains[-1]) == 1:
        end = _climb(text, end, shared)
    for alone in (chain for chain in chains if len(chain) == 1):
        alone.extend(shared[1:])
    ends = [chain[0].end for chain in chains[:-1]] + [end]
    return [
        (_told(chain), (chain[0].name_start if place == 0 else chain[0].start, stop))
        for place, (chain, stop) in enumerate(zip(chains, ends, strict=True))
    ]


def _next_item(text: str, position: int, first: _Mention) -> _Mention | None:
    separator = _LISTED.match(text, position)
    if not separator:
        return None
    item = _mention_at(text, separator.end())
    if item:
        return item if item.kind is first.kind else None
    bare = _BARE.match(text, separator.end())
    if not bare or not _is_name(text, bare["name"], bare.end()):
        return None
    if _is_number(bare["name"]) and not _is_number(first.name):  # "các phường An Hòa và 6 xã"
        return None
    return _Mention(first.kind, bare["name"], bare.start(), bare.start(), bare.end())
