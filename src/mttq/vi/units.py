"""Units as they are read behind a figure and printed there; which there are stands in `mttq.values._units`.

Persons ("người") and attendances ("lượt người") are different units.  A rate is written with slashes:
"đồng/người/năm" is "VND/person/year"; a count that several kinds share with a plus: "17 xã, thị trấn" is
"communes+townships".
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple, Self

import attrs

from mttq._declared.types import checked
from mttq._names.former import former_arguments
from mttq._names.regex import regex
from mttq.errors import ArgumentError
from mttq.values._units import UNITS, Noun
from mttq.vi.text import fold, fold_in_place
from mttq.wording import Lang, Phrase

__all__ = ["CODES", "NOUNS", "SYLLABLE", "Noun", "Nouns", "is_counted", "is_money", "unit_noun"]


# "3 đồng" is money and "12 tổ" are groups, but "3 đồng hành" and "12 tổ trưởng" are something else.
_OTHER_WORDS: Final = {
    "báo cáo": "viên",
    "căn": "cứ|cước|hộ",
    "cuộc": "sống",
    "cây": "xăng",
    "cấp": "độ|ủy",
    "huyện": "đội|ủy",
    "hộ": "lý|tịch|chiếu",
    "khẩu": "hiệu|phần|súng",
    "kế hoạch": "hóa",
    "lớp": "học|mẫu giáo|mầm non|nhà trẻ|tiểu học|trẻ|lá|chồi|người|mạ|xóa mù|phổ cập|võ|bơi|hát|múa",
    "nhà": "báo|bán|bia|bác học|bếp|chùa|chức|cung cấp|dưỡng lão|ga|giam|giáo|giữ trẻ|hàng|hát|in|kho"
    "|khoa học|khách|kính|lãnh đạo|lưới|máy|mạng|mẫu giáo|nghiên cứu|nghỉ|nông|nước|phân phối|quản lý|rông"
    "|sách|sản xuất|sàn|sư|sử học|tang|thuốc|thơ|thầu|thể thao|thờ|thi đấu|trường|trẻ|truyền thống|tài trợ|tù"
    "|văn|vườn|vệ sinh|xe|xưởng|ăn|điều hành|đài|đa năng|đầu tư",
    "phiếu": "khảo sát|điều tra|thu|chi|xuất|nhập|khen|lấy ý kiến|hỏi|góp ý|đánh giá|khám|quà|giảm giá",
    "phường": "hội|đội",
    "thôn": "phó|trưởng|đội",
    "tổ": "phó|trưởng|viên|hợp|ong|ấm|máy",
    "tỉnh": "đội|ủy",
    "vị": "trí",
    "vụ": "lúa|mùa|đông|xuân|hè|chiêm|màu|sản xuất|trồng|rau|ngô|cà phê|nuôi|tôm|cá",
    "xã": "hội|viên|đội",
    "đoàn viên": "thanh tra",
    "đơn": "hàng|giá|thuốc|nguyên|ca|độc",
    "đơn vị": "máu|thuốc|tiểu cầu|đo",
    "đồng": "hành|lòng|minh|nghiệp|phục|thuận|đội",
}
# "30 suất" are gifts, "30 suất cơm" are none: what follows these is a part of their name.
_ALONE: Final = frozenset(
    ("bài", "bản", "giờ", "khu", "phần", "quý", "suất", "trường", "xe", "điểm", "chiếc xe")
)

# No noun begins with one of these, and the words of a noun end before them.
_STOP_WORDS: Final = """
bình bằng bị bởi cao chi chiếm cho chung chính chưa chẵn chỉ chục chứ các còn có cùng cũng cả cần của do
dài dành dưới dẫn giao giá giúp giảm giữa gây gì góp gần gắn gặp gồm gửi hay hiện hoặc hàng hơn hưởng
hạ hằng hết khi khoảng không kia kèm là làm lên lúc lại lấy mang mua mà mươi mấy mỗi một mới mở
nay ngay nghìn ngàn nhiều như nhưng nhất nhận nhằm nhờ nào này nâng nên nêu nằm nộp nữa phát phải qua
quanh ra riêng rưỡi rồi sau so suốt sẽ số sống sửa thay theo thu thuộc thành thì thăm thường tiếp trao
triệu trong trên trích tròn trăm trước trở trừ tăng tại tất tặng tổng tới từ từng tỷ vay và vào
vì vượt vạn vẫn về vốn với vừa xuống xây xếp ít đang đem đi đã đó đóng đăng đưa được đạt đến đều để đối
đồng đủ đứng đẹp sạch sao ước ở x
"""
_STOP_PHRASES: Final = """
bao gồm, dự họp, dự hội, dự kiến, dự lễ, dự sinh, tự giác, tự nguyện, tính đến, tính từ, tính theo, bắt
đầu, chủ yếu, diễn ra, hiện nay, hoàn thành, hỗ trợ, kết thúc, liên quan, phục vụ, quy định, tham dự,
tham gia, thông qua, thực hiện, tiến hành, toàn bộ, toàn huyện, toàn quốc, toàn tỉnh, toàn xã, triển
khai, trị giá, vận động, xây dựng, yêu cầu, đề nghị, ủng hộ, cụ thể, đồng loạt, quyên góp, tuyên truyền,
tổ chức, nhân dịp, đóng góp, nghỉ hưu, trúng cử, trúng tuyển, công nhận, khen thưởng, biểu dương, biểu
quyết, đăng ký, tán thành, phê duyệt, ban hành, cam kết, phấn đấu, nghiệm thu, giải ngân, khởi công, ra
quân, sẵn sàng
"""
_STOPS: Final = frozenset((*_STOP_WORDS.split(), *" ".join(_STOP_PHRASES.split()).split(", ")))
_VOWELS: Final = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
SYLLABLE: Final = regex(rf"[^\W_]*?[{_VOWELS}]")
"""How a word of Vietnamese begins: an abbreviation such as "trd" is none."""
_PHRASE: Final = regex(r"đ/c(?![^\W_])|[%₫]|[^\W_]+(?: [^\W_]+){0,8}")
_ALSO_THIS: Final = regex(r"(?:, ?| và | ?/ ?| - )")
_SOME: Final = regex(r" (?:gia đình|dân|nghèo|cận nghèo|kinh doanh)(?=, | và )")  # of all households
_PER: Final = regex(r" ?/ ?(?:0?1 |một )?")
_PER_ANYONE: Final = regex(  # "15 kg gạo/khẩu/tháng"
    r"(?: [^\W\d_]+){1,3} ?/ ?(?=(?:năm|tháng|tuần|ngày|quý|người|khẩu|nhân khẩu|hộ)(?![^\W_]))"
)
_CLASSIFIERS: Final = ("chiếc", "cái")
_CITIES: Final = regex(r"thành(?! phố)(?![^\W_])")
_PLACES: Final = frozenset(("province", "district", "commune"))
_ANYONE: Final = ("cá nhân", "nhà hảo tâm")  # they share a count with bodies and households, by "và" too
_MOST_WORDS: Final = 5
_WORDS_AT: Final = regex(r"[^\W\d_]+(?: [^\W\d_]+){0,5}")


class Reading(NamedTuple):
    """What is read behind a number: a unit with a code, or the words of a noun without one."""

    unit: str | None
    noun: str | None
    end: int


_ONE: Final = {"children": "child", "criteria": "criterion", "public works": "public work"}


def _of_one_thing(noun: str) -> str:
    """Return the English noun of one thing.

    >>> [_of_one_thing(noun) for noun in ("households", "youth branches", "agencies", "years of age", "kg")]
    ['household', 'youth branch', 'agency', 'year of age', 'kg']
    >>> _of_one_thing("children")
    'child'
    """
    if noun in _ONE:
        return _ONE[noun]
    head, of, rest = noun.partition(" of ")
    for plural, one in (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if head.endswith(plural):
            return f"{head.removesuffix(plural)}{one}{of}{rest}"
    return noun


@attrs.frozen(slots=False, field_transformer=checked)
class Nouns:
    """The nouns that are read behind figures; `NOUNS` holds those of mttq.

    Args:
        table: its lines; no code and no word stands twice.

    Raises:
        ValueError: a code or a word stands twice.

    >>> nouns = NOUNS.adding(Noun("tents", ("lều", "chiếc lều")))
    >>> nouns.read("lều", 0).unit, NOUNS.read("lều", 0).unit
    ('tents', None)
    """

    table: tuple[Noun, ...]

    def __attrs_post_init__(self) -> None:
        codes = [noun.code for noun in self.table]
        words = [word for noun in self.table for word in noun.words]
        if twice := [each for told in (codes, words) for each, times in Counter(told).items() if times > 1]:
            raise ArgumentError(Phrase("Nouns: {} có hai lần", ", ".join(twice)))

    def adding(self, *nouns: Noun) -> Self:
        """Return a table with more nouns; this one stays as it is."""
        return attrs.evolve(self, table=(*self.table, *nouns))

    @cached_property
    def _of_code(self) -> dict[str, Noun]:
        return {noun.code: noun for noun in self.table}

    @cached_property
    def _of_words(self) -> dict[str, Noun]:
        return {fold(words): noun for noun in self.table for words in noun.words}

    @cached_property
    def _longest(self) -> dict[str, int]:
        """How many words the longest noun has that begins with a word."""
        longest: dict[str, int] = {}
        for phrase in self._of_words:
            first, *more = phrase.split(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(more))
        return longest

    @cached_property
    def _of_one(self) -> dict[str, Noun]:
        return {_singular(noun.code): noun for noun in self.table}

    @former_arguments("0.2", "lang")
    def name(self, code: str, *, lang: Lang = "vi", is_one: bool = False) -> str:
        """Return the noun of a unit, see `unit_noun`; in English that of one thing, if there is just one."""
        first, *per = code.split("/")
        if lang != "vi":
            nouns = (self._english(each) for each in first.split("+"))
            heads = map(_of_one_thing, nouns) if is_one else nouns
            return "/".join([", ".join(heads), *(each.replace("_", " ") for each in per)])
        heads = (self._printed(each, self._of_code) for each in first.split("+"))
        return "/".join([", ".join(heads), *(self._printed(each, self._of_one) for each in per)])

    def _english(self, code: str) -> str:
        noun = self._of_code.get(code)
        return (noun.english if noun else "") or code.replace("_", " ")

    @staticmethod
    def _printed(code: str, known: Mapping[str, Noun]) -> str:
        return known[code].words[0] if code in known else code

    def counts(self, code: str) -> bool:
        """Return whether a unit is counted in whole numbers only, see `is_counted`."""
        nouns = [self._of_code.get(each) for each in code.partition("/")[0].split("+")]
        return all(noun is not None and not noun.measured for noun in nouns)

    def kinds(self, code: str) -> frozenset[str]:
        """Return the kinds of a unit, several of a count that kinds share."""
        heads = code.partition("/")[0].split("+")
        return frozenset(self._of_code[each].kind for each in heads if each in self._of_code)

    def read(self, plain: str, start: int, folded: str | None = None) -> Reading:
        """Read the unit that stands behind a number.

        Args:
            plain: the text as it is printed.
            start: where the number ends.
            folded: the same text with its words folded in place (`mttq.vi.text.fold_in_place`).

        >>> NOUNS.read("36,8 triệu đồng/người/năm", 10)
        Reading(unit='VND/person/year', noun=None, end=25)
        >>> NOUNS.read("17 xã, thị trấn", 2), NOUNS.read("5 máy bơm cho xã", 1)
        (Reading(unit='communes+townships', noun=None, end=15), Reading(unit=None, noun='máy bơm', end=9))
        """
        folded = fold_in_place(plain) if folded is None else folded
        at = start + folded.startswith(" ", start)
        found = self._noun_at(folded, at)
        noun, phrase = found or (None, "")
        if noun is None:
            words = self._unknown(plain, folded, at) if at > start and SYLLABLE.match(folded, at) else ""
            return Reading(None, words or None, at + len(words) if words else start)
        unit, end = self._shared(plain, folded, noun, at + len(phrase))
        return Reading(*self._rate(folded, noun, unit, end))

    def _noun_at(self, folded: str, at: int) -> tuple[Noun | None, str] | None:
        """Return the longest noun that stands at a place, None for it if it is a part of another word."""
        found = _PHRASE.match(folded, at)
        if not found:
            return None
        words = found[0].split(" ")
        for count in range(min(self._longest.get(words[0], 0), len(words)), 0, -1):
            phrase = " ".join(words[:count])
            if noun := self._of_words.get(phrase):
                return self._meant(folded, noun, phrase, at + len(phrase))
        if (
            words[0] in _CLASSIFIERS
            and len(words) > 1
            and (of := self._noun_at(folded, at + len(words[0]) + 1))
        ):
            return of[0], f"{words[0]} {of[1]}"
        return None

    def _meant(self, folded: str, noun: Noun, phrase: str, end: int) -> tuple[Noun | None, str]:
        others = _others(phrase)
        if (others and others.match(folded, end)) or (phrase in _ALONE and _is_noun(folded, end)):
            return None, phrase
        of = self._noun_at(folded, end + 1) if phrase == "lượt" and folded.startswith(" ", end) else None
        if of and of[0] and of[0].kind == "person":
            return self._of_code["person_visits"], f"{phrase} {of[1]}"
        return noun, phrase

    def _shared(self, plain: str, folded: str, noun: Noun, end: int) -> tuple[str, int]:
        """Read "xã, thị trấn": a count of all of them together."""
        codes = [noun.code]
        some = _SOME.match(folded, end) if noun.kind == "household" else None
        while link := _ALSO_THIS.match(folded, some.end() if some else end) if noun.kind else None:
            found = self._noun_at(folded, link.end())
            cities = _CITIES.match(folded, link.end()) if noun.code == "provinces" else None
            if cities and not _is_noun(folded, cities.end()):
                found = self._of_code["cities"], cities[0]
            if not found or not found[0]:
                break
            after = link.end() + len(found[1])
            if not _share(noun, found[0], found[1], by_comma="," in link[0], named=_is_noun(folded, after)):
                break
            blank, initial = plain[after : after + 1], plain[after + 1 : after + 2]
            if blank == " " and (initial.isupper() or initial.isdigit()):  # "17 xã, thị trấn Lăng Cô"
                break
            codes.append(found[0].code)
            some, end = None, after
        return "+".join(dict.fromkeys(codes)), end

    def _rate(self, folded: str, noun: Noun, unit: str, end: int) -> tuple[str, None, int]:
        """Read "/người/năm", "/1 cán bộ", and "giám sát nhân dân/năm"."""
        while per := _PER.match(folded, end) or _PER_ANYONE.match(folded, end):
            if any(word in _STOPS for word in per[0].split()):
                break
            found = self._noun_at(folded, per.end())
            if found and found[0] and found[0].code != noun.code:
                unit, end = f"{unit}/{_singular(found[0].code)}", per.end() + len(found[1])
            elif (
                (not found or not found[0])
                and (is_money(unit) or (noun.measured and unit != "percent"))
                and (words := self._unknown(folded, folded, per.end()))
            ):
                unit, end = f"{unit}/{words}", per.end() + len(words)
            else:
                break
        return unit, None, end

    def _unknown(self, plain: str, folded: str, at: int) -> str:
        """Return the words of a noun that the table lacks; none where no noun can stand."""
        found = _WORDS_AT.match(folded, at)
        words = found[0].split(" ") if found else []
        end = at
        for count, word in enumerate(words[:_MOST_WORDS], 1):
            start = end + (count > 1)
            if _is_stop(word, words[count : count + 1]) or plain[start].isupper():
                break
            end = start + len(word)
        return plain[at:end]


def _singular(code: str) -> str:
    return {"criteria": "criterion"}.get(code) or re.sub("ie$", "y", code.removesuffix("s"))


@cache
def _others(phrase: str) -> re.Pattern[str] | None:
    words = _OTHER_WORDS.get(phrase)
    return re.compile(rf" (?:{words})(?![^\W_])") if words else None


def _is_stop(word: str, following: Sequence[str]) -> bool:
    return word in _STOPS or " ".join((word, *following)) in _STOPS


def _is_noun(folded: str, end: int) -> bool:
    """Return whether a word follows that can be a part of a noun."""
    found = _WORDS_AT.match(folded, end + 1) if folded.startswith(" ", end) else None
    words = found[0].split(" ") if found else []
    return bool(words) and not _is_stop(words[0], words[1:2])


def _share(one: Noun, other: Noun, phrase: str, *, by_comma: bool, named: bool) -> bool:
    """Return whether two nouns can share a count: kinds of one sort, or bodies and anyone else."""
    if one.kind == other.kind:
        return True
    if one.kind in ("body", "household") and phrase in _ANYONE:
        return True
    return by_comma and (
        (one.kind in _PLACES and other.kind in _PLACES)
        or (one.kind in ("body", "household") and phrase == "người" and not named)
    )


NOUNS: Final = Nouns(UNITS)
"""The nouns that mttq knows."""

CODES: Final = tuple(noun.code for noun in UNITS)
"""The code of every unit that is known."""


def unit_noun(code: str, lang: Lang = "vi", nouns: Nouns = NOUNS) -> str:
    """Return the noun that is printed for a unit; a unit that the table lacks is printed as it is.

    >>> unit_noun("households"), unit_noun("VND/person/year"), unit_noun("communes+townships")
    ('hộ', 'đồng/người/năm', 'xã, thị trấn')
    >>> unit_noun("party_cells", "en"), unit_noun("VND/person/year", "en")
    ('Party cells', 'đồng/person/year')
    """
    return nouns.name(code, lang=lang)


def is_counted(code: str | None, nouns: Nouns = NOUNS) -> bool:
    """Return whether a unit is counted in whole numbers only, as people and đồng are.

    >>> is_counted("persons"), is_counted("VND/year"), is_counted("ha"), is_counted(None)
    (True, True, False, False)
    """
    return code is not None and nouns.counts(code)


def only_counted(code: str, nouns: Nouns = NOUNS) -> Phrase:
    """Say that there is no fraction of a unit.

    >>> only_counted("persons")
    '“người” chỉ đếm bằng số nguyên'
    """
    return Phrase("“{}” chỉ đếm bằng số nguyên", nouns.name(code))


def is_money(code: str | None) -> bool:
    """Return whether a unit is a currency.

    >>> is_money("VND/person/year"), is_money("persons")
    (True, False)
    """
    return code is not None and code.partition("/")[0] in ("VND", "USD")
