"""How a citation is written: the patterns of its head, its number and symbol, and its issuer.

They search a plain text (`mttq.vi._layout`): a citation runs over the end of a line, not over the end of a
paragraph or a table cell.  To compile them takes long, so this module is imported where it is first used.
"""

import re
from collections.abc import Iterable
from typing import Final

from mttq.vi.documents._kinds import ISSUERS, KIND_CODES, KIND_OF_WORD

__all__ = ["DATE", "HEAD", "ISSUER", "NUMBERED", "SHORT_FOLLOWERS", "TERM", "UNITED_ISSUERS", "YEAR"]

_UPPER: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_LOWER: Final = _UPPER.lower()
_NO_LETTER: Final = r"(?![^\W_])"
_LINE_END: Final = r"(?:$|[\n\t])"


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("ủy", "(?:ủy|uỷ)").replace("khóa", "(?:khóa|khoá)"))


_KINDS: Final = _any_of(word.casefold() for word in KIND_OF_WORD)

# --- who issued it ---
_NAME: Final = f"(?-i:[{_UPPER}][{_UPPER}{_LOWER}]*)"
_NAMES: Final = f"(?:{_NAME}(?:(?: -)? {_NAME}){{0,5}}(?: [0-9]{{1,2}}(?![0-9.,/]))?|[0-9]{{1,2}})"
_TIER: Final = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_PLACE: Final = rf"(?: {_TIER}{_NO_LETTER}(?: {_NAMES})?(?:,? {_TIER} {_NAMES})*)"
_CENTRE: Final = "(?:trung ương|tw|tư)"
_YOUTH: Final = "đoàn(?: tncs hồ chí minh)?"
_BODIES: Final = (
    "bộ chính trị",
    f"ban bí thư(?: trung ương(?: đảng| {_YOUTH})?)?",
    f"(?:ban chấp hành|bch) {_CENTRE}(?: đảng(?: cộng sản việt nam)?| {_YOUTH})?",
    f"(?:ban chấp hành|bch|ban thường vụ|btv) đảng bộ{_PLACE}",
    f"(?:(?:ban chấp hành|ban thường vụ|btv) )?(?:tỉnh|thành|huyện|quận|thị|đảng) ủy(?:{_PLACE}| {_NAMES})?",
    rf"(?:(?:ban thường trực|btt|đoàn chủ tịch) )?(?:(?:ủy ban|ub) ?)?(?:{_CENTRE} )?"
    rf"(?:mặt trận tổ quốc|mttq)(?: việt nam| ?vn)?{_PLACE}?",
    "chủ tịch nước",
    rf"(?:(?:thường trực|chủ tịch|đoàn chủ tịch) )?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd){_PLACE}?",
    f"ủy ban bầu cử{_PLACE}",
    "hội đồng bầu cử quốc gia",
    rf"(?:bộ trưởng )?{_any_of(name.casefold() for name in ISSUERS.values())}",
)
_BODY: Final = f"(?i:{'|'.join(_BODIES)}){_NO_LETTER}"
_STOP_WORDS: Final = f"(?i:về|đã|được|khóa|ngày|là|ban hành|quy định|hướng dẫn){_NO_LETTER}"
_STOP: Final = rf"(?= ?(?:[.,;:()\"“”*]|$|[\n\t])| và | {_STOP_WORDS})"
_WORD: Final = f"(?!{_STOP_WORDS})[{_LOWER}]+"
_CAPITALISED: Final = f"[{_UPPER}][{_UPPER}{_LOWER}]*"
_OTHER_BODY: Final = (  # each capital with at most two small words after it, up to the end of the clause
    f"{_CAPITALISED}(?:(?: -)? {_CAPITALISED}"
    f"|(?! và (?i:{_KINDS})) {_WORD}(?: {_WORD})?(?:(?= {_CAPITALISED})|{_STOP}))*{_STOP}"
)

ISSUER: Final = _compile(
    rf"(?:,? (?i:của|do) |(?P<known>,? (?:của )?(?i:hội nghị lần thứ) [^\W_]+ |(?P<bracket> ?\()))"
    rf"(?P<said>{_BODY}(?(bracket)(?:{_STOP}|(?= thông qua)))|(?(known)(?!)|{_OTHER_BODY}))"
    r"(?: (?:ban hành|thông qua))?"
)
"""Who issued it, after "của", "do" or in brackets: a known body or a capitalised name."""

UNITED_ISSUERS: Final = _compile(rf"(?:,| và| -) (?P<said>{_BODY})")
"""One more issuer of a document that several bodies issued together."""

TERM: Final = _compile(rf",? ?\(?(?i:khóa) (?P<said>[IVXLC]+|[0-9]{{1,2}}){_NO_LETTER}\)?")
"""The term of office of the issuer."""

# --- when ---
_DAY: Final = r"[0-9]{1,2}(?: ?[/.-] ?[0-9]{1,2} ?[/.-] ?| tháng [0-9]{1,2},? năm )[0-9]{4}(?![0-9])"
DATE: Final = _compile(
    rf"(?:,? (?:(?:ký|ban hành) )?(?=(?i:ngày) )|, (?={_DAY})| ?\()(?P<said>(?:(?i:ngày) )?{_DAY})"
)
"""The day of issue: with "ngày", after a comma, or in brackets."""

YEAR: Final = _compile(r",? (?:năm )?(?P<said>(?:19|20)[0-9]{2})(?![0-9])")
"""The year after the name of a law."""

# --- number and symbol ---
_CODES: Final = _any_of(KIND_CODES) + _NO_LETTER
_TOKEN: Final = (
    f"[{_UPPER}][a-zđ]?[{_UPPER}][{_UPPER}a-zđ&]*(?:(?<=QH) ?[0-9]{{1,2}}|[0-9]{{0,2}}){_NO_LETTER}"
)
_FIRST_MARK: Final = rf"(?:[/-](?={_TOKEN})| ?[/-] ?(?={_CODES})| (?={_CODES} ?[/-]))"

NUMBERED: Final = _compile(
    rf"(?: ?(?P<so>(?i:số(?: số)?)(?P<slip> (?i:liên tịch))?(?P<colon> ?:)? ?)?"
    rf"(?P<number>[0-9]{{1,5}}(?:[a-zđ](?![^\W_]))?)"
    rf"(?: ?/ ?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?"
    rf"(?P<code>{_FIRST_MARK}(?:{_any_of(KIND_CODES)}\.(?={_TOKEN}))?{_TOKEN}(?:(?: ?/ ?|- ?| -){_TOKEN})*)?"
    r"(?![0-9%]|[.,/-][0-9]|[^\W_]))?"
)
"""The number of a document with its symbol, where it has one; always matches, if only nothing."""

SHORT_FOLLOWERS: Final = _compile(
    rf"(?: ?(?:[-.;:()\"“”*\t]|,(?![0-9])|{_LINE_END})"
    r"| (?:chưa|có|cũng|của|do|đã|đến|được|gắn|hay|hoặc|không|khóa|là|ngày|nhằm|tại|theo|thì|thời gian|trên"
    r"|trong|và|vào|về|với)" + _NO_LETTER + ")"
)
"""What may follow "Kết luận 62", so that "Kế hoạch 5 năm" and "Báo cáo 6 tháng" are not taken."""

# --- the head: the word for the kind, or the name of the document ---
_LONG_LAWS: Final = (  # names that do not end with the clause: they hold a comma, "và" or "của"
    "bảo vệ và phát triển rừng",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "cán bộ, công chức",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân",
    "hôn nhân và gia đình",
    "mặt trận tổ quốc việt nam",
    "mttq việt nam",
    "mttq vn",
    "phòng cháy, chữa cháy",
    "phòng cháy và chữa cháy",
    "phòng, chống bạo lực gia đình",
    "phòng, chống ma túy",
    "phòng, chống tác hại của rượu, bia",
    "phòng, chống tham nhũng",
    "thi đua, khen thưởng",
    "thực hành tiết kiệm, chống lãng phí",
    "tín ngưỡng, tôn giáo",
    "trật tự, an toàn giao thông đường bộ",
)
_LAW_STOP: Final = (
    rf"(?= ?(?:[-.,;:()\"“”*\t]|{_LINE_END})| (?:[0-9]|(?i:có|của quốc hội|đã|đến|được|gắn|hiện hành"
    rf"|là|năm|ngày|nhằm|sửa đổi|số|theo|thì|trong|và|về|với){_NO_LETTER}|{_any_of(KIND_OF_WORD)}))"
)
_NO_LAW: Final = "sư|gia|số|này|đó|trên|là|có|đã|được|phải|hiện hành|của|và"
_TITLES: Final = (
    rf"(?:Luật|LUẬT|Bộ luật|BỘ LUẬT)(?! (?i:{_NO_LAW}){_NO_LETTER})(?: (?i:{_any_of(_LONG_LAWS)}){_NO_LETTER}"
    rf"|(?: [^\W0-9_]+){{1,10}}?{_LAW_STOP})",
    r"(?i:điều lệ) (?:(?i:mặt trận tổ quốc|mttq)(?: (?i:việt nam|vn))?|Đảng(?: Cộng sản Việt Nam)?)"
    + _NO_LETTER,
    r"(?i:hiến pháp)(?= (?:năm )?(?:19|20)[0-9]{2})",
    r"(?i:nghị quyết trung ương) [0-9]{1,2}(?=,? ?\(?(?i:khóa) )",
    r"(?i:nghị quyết) (?i:hội nghị(?: trung ương)?(?: lần thứ)?) [0-9]{1,2}(?:, ?[0-9]{1,2})*"
    rf"(?: (?i:(?:ban chấp hành|bch) {_CENTRE}(?: đảng)?))?(?=,? ?\(?(?i:khóa) )",
    r"(?i:nghị quyết đại hội)(?: (?i:đại biểu))?(?: Đảng)?(?: (?i:đại biểu))? (?i:toàn quốc lần thứ) [IVXLC]+"
    r"(?: của Đảng)?",
)
_ABBREVIATED: Final = rf"{_CODES}(?= (?i:số) | [0-9]+(?:/[0-9]{{4}})? ?[/-] ?[{_UPPER}])"

HEAD: Final = _compile(
    rf"(?:(?<![^\W_])|(?<=[{_LOWER}])(?P<glued>)(?=[{_UPPER}]))(?<![Pp]háp )(?<!PHÁP )"
    rf"(?:(?P<title>{'|'.join(_TITLES)})|(?P<word>(?i:{_KINDS}|văn bản){_NO_LETTER}|{_ABBREVIATED})"
    r"(?: (?i:phối hợp|liên ngành)(?= (?i:số) ))?(?= )"
    r"|(?=(?i:số)\b|(?<![.,/-])[0-9]))"
)
"""Where a citation may begin: with a name, the word for a kind, "số" or the number itself."""
