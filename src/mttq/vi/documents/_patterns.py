"""How a citation is written: the patterns of its head, its number and symbol, and its issuer.

They search a plain text (`mttq.vi._layout`): a citation runs over the end of a line, not over the end of a
paragraph or a table cell.  To compile them takes long, so this module is imported where it is first used.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from mttq.vi.documents._kinds import BOARDS, ISSUERS, KIND_CODES, KIND_OF_WORD
from mttq.vi.text import TONES

__all__ = [
    "AMENDED",
    "AMENDING",
    "DATE",
    "HEAD",
    "ISSUER",
    "LISTED",
    "NUMBERED",
    "OTHER_ISSUER",
    "PLURAL",
    "SHORT_FOLLOWERS",
    "TERM",
    "YEAR",
    "other_issuer",
    "united_issuers",
]

_UPPER: Final = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA, 2)))
_LOWER: Final = _UPPER.lower()
_NO_LETTER: Final = r"(?![^\W_])"
_LINE_END: Final = r"(?:$|[\n\t])"
_OLD_TONES: Final = {
    unicodedata.normalize("NFC", pair[0] + tone + pair[1]): unicodedata.normalize("NFC", pair + tone)
    for pair in ("oa", "oe", "uy")
    for tone in TONES
}
"""Each place of the tone in an open syllable (hóa, thủy) with the newer one (hoá, thuỷ)."""


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"


def _compile(pattern: str) -> re.Pattern[str]:
    either = re.sub("|".join(_OLD_TONES), lambda found: f"(?:{found[0]}|{_OLD_TONES[found[0]]})", pattern)
    return re.compile(either)


_KINDS: Final = _any_of(word.casefold() for word in KIND_OF_WORD)

# --- who issued it ---
_CAPITALISED: Final = rf"[{_UPPER}][^\W0-9_]*"
_NAMES: Final = (  # " Ba Chẽ", " Bà Rịa - Vũng Tàu", " A Lưới 3", " 12"
    rf"(?:(?:(?: -)? (?-i:[{_UPPER}])[^\W0-9_]*){{1,6}}(?: [0-9]{{1,2}}(?![0-9.,/]))?| [0-9]{{1,2}})"
)
_TIER: Final = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_PLACE: Final = rf"(?: {_TIER}{_NO_LETTER}{_NAMES}?(?:,? {_TIER}{_NAMES})*)"
_CENTRE: Final = "(?:trung ương|tw|tư)"
_YOUTH: Final = "đoàn(?: tncs hồ chí minh)?"
_LOCAL_BODIES: Final = (
    "(?:ban chấp hành|bch|ban thường vụ|btv) đảng bộ",
    "(?:(?:ban chấp hành|ban thường vụ|btv) )?(?:tỉnh|thành|huyện|quận|thị|đảng) ủy",
    rf"(?:(?:ban thường trực|btt|đoàn chủ tịch) )?(?:(?:ủy ban|ub) ?)?(?:{_CENTRE} )?"
    rf"(?:mặt trận tổ quốc|mttq)(?: việt nam| ?vn)?",
    "(?:(?:thường trực|chủ tịch|đoàn chủ tịch) )?(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)",
    "ủy ban bầu cử",
)
_BODIES: Final = (
    "bộ chính trị",
    f"ban bí thư(?: trung ương(?: đảng| {_YOUTH})?)?",
    f"(?:ban chấp hành|bch) {_CENTRE}(?: đảng(?: cộng sản việt nam)?| {_YOUTH})?",
    f"(?:{'|'.join(_LOCAL_BODIES)})(?:{_PLACE}|(?<=ủy){_NAMES})?",
    "chủ tịch nước",
    "hội đồng bầu cử quốc gia",
    rf"(?:bộ trưởng )?{_any_of(name.casefold() for name in ISSUERS.values())}",
)
_BODY: Final = f"(?i:{'|'.join(_BODIES)}){_NO_LETTER}(?! - UBND)"
_STOP_WORDS: Final = (
    "(?i:về|đã|được|khóa|ngày|là|ban hành|quy định|hướng dẫn|yêu cầu|đề nghị|nhằm|để|trong|thì|có|do|của|gửi)"
    + _NO_LETTER
)
_FIELD: Final = (  # what stands after a comma in the name of a body: "Văn hóa, Thể thao và Du lịch"
    "(?i:thể thao|du lịch|thương binh|xã hội|thông tin|gia đình|trẻ em|khoa học|công nghệ|môi trường|đào tạo"
    "|tôn giáo|dân tộc|hạ tầng|đối ngoại"
    "|tuyên truyền|khánh tiết|an ninh|trật tự|vệ sinh|khen thưởng|chống|ngân sách|đô thị|pháp luật"
    "|phát triển|kiểm soát|cứu nạn|cứu hộ|giảm nghèo|truyền thông|văn nghệ|hậu cần|nhà dột nát|chữa cháy"
    "|lãng phí|tiêu cực|an toàn|hợp tác xã|kinh doanh|tái định cư|cải cách|chuyển đổi số|bảo vệ|bảo đảm"
    f"|đảm bảo|y tế|việc làm|người có công|tìm kiếm|quy tập){_NO_LETTER}"
)
_OWN_TIER: Final = (  # the tier that a body belongs to ends its name: "Ban Chỉ đạo xóa nhà tạm tỉnh"
    rf"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu){_NO_LETTER}"
)
_AT_WORK: Final = (  # bodies whose name goes on in small words: what they do
    "(?i:ban chỉ đạo|ban vận động|ban tổ chức|tiểu ban|tổ công tác|đoàn giám sát|đoàn kiểm tra|hội đồng)"
)
_QUOTED: Final = r"[\"“][^\"”“\n\t]{1,40}[\"”]"
_STOP: Final = rf"(?!,? (?:và )?{_FIELD}| {_QUOTED})(?= ?(?:[.,;:()\"“”*]|$|[\n\t])| và | {_STOP_WORDS})"
_WORD: Final = f"(?: (?!{_STOP_WORDS})[{_LOWER}]+)"
_NO_KIND: Final = f"(?! và (?i:{_KINDS}){_NO_LETTER})"
_JOINT: Final = f"(?:,(?= {_FIELD})| -)? "
_OTHER_BODY: Final = (  # what such a body does; or each capital with at most three small words after it
    rf"(?:(?=[{_UPPER}]){_AT_WORK}"
    rf"(?:{_NO_KIND}(?! {_STOP_WORDS}){_JOINT}[^\W_]+(?:-[0-9]{{4}})?| {_QUOTED}){{1,14}}?"
    rf"|{_CAPITALISED}(?:{_JOINT}(?:{_CAPITALISED}|(?={_FIELD})[{_LOWER}]+(?: [{_LOWER}]+)?)"
    rf"|{_NO_KIND}{_WORD}{{1,3}}(?={_JOINT}{_CAPITALISED})"
    rf"|{_WORD}{{0,3}} {_OWN_TIER}(?= [{_UPPER}]))*{_WORD}{{0,3}})"
    rf"(?: {_OWN_TIER}{_NAMES}?|{_STOP})"
)

ISSUER: Final = _compile(
    rf"(?:,? (?i:của|do) |,? (?:của )?(?i:hội nghị lần thứ) [^\W_]+ |(?P<bracket> ?\())"
    rf"(?P<said>{_BODY}(?(bracket)(?:{_STOP}|(?= thông qua))))(?: (?:ban hành|thông qua))?"
)
"""Who issued it, after "của", "do" or in brackets: a body that is known."""

OTHER_ISSUER: Final = re.compile(rf",? (?i:của|do) (?=[{_UPPER}])")
"""How a body begins that may not be known; `other_issuer` reads it."""


@cache  # half of all patterns, and seldom needed
def other_issuer() -> re.Pattern[str]:
    """Return how a body is written that is not known: a capitalised name, up to its tier or a stop."""
    return _compile(rf",? (?i:của|do) (?P<said>{_OTHER_BODY})(?: (?:ban hành|thông qua))?")


@cache  # few documents are issued together
def united_issuers() -> re.Pattern[str]:
    """Return how one more issuer is written of a document that several bodies issued together."""
    return _compile(rf"(?:,| và| -) (?P<said>{_BODY})")


TERM: Final = _compile(rf",? ?\(?(?i:khóa) (?P<said>[IVXLC]+|[0-9]{{1,2}}){_NO_LETTER}\)?")
"""The term of office of the issuer."""

# --- when ---
_DAY: Final = r"[0-9]{1,2}(?: ?[/.-] ?[0-9]{1,2} ?[/.-] ?| tháng [0-9]{1,2},? năm )[0-9]{4}(?![0-9])"
DATE: Final = _compile(
    rf"(?:,? (?:(?:cùng|ký|ban hành) )?(?=(?i:ngày) )|, (?={_DAY})| ?\()(?P<said>(?:(?i:ngày) )?{_DAY})"
)
"""The day of issue: with "ngày", after a comma, or in brackets."""

_YEAR: Final = "(?:năm )?(?:19|20)[0-9]{2}(?![0-9])"
_MORE_YEARS: Final = rf"(?:(?:,| và) {_YEAR}(?! [^\W0-9_]))*"
YEAR: Final = _compile(
    r"(?: \(sửa đổi(?:,? bổ sung)?\))?"
    rf",? ?(?P<bracket>\()?(?:năm )?(?<=[\x20(])(?P<said>(?:19|20)[0-9]{{2}})(?![0-9]| ?[/-] ?[0-9A-ZĐ])"
    rf"(?(bracket)\)){_MORE_YEARS}(?:,? ?\(?(?:(?:đã|được) )*sửa đổi(?:,? bổ sung)?(?: một số điều)?"
    rf"(?: vào)?(?: các)? {_YEAR}{_MORE_YEARS}\)?)?"
)
"""The year after the name of a law, and those in which it was amended."""

# --- number and symbol ---
_CODES: Final = _any_of(KIND_CODES) + _NO_LETTER
_LETTER: Final = "A-ZĂÂĐÊÔƠƯ"  # of an abbreviation
_TOKEN: Final = (
    rf"(?:tw|[{_LETTER}]{{0,8}}T(?:\.[ƯW]|[wư])|[{_LETTER}][a-zđ]?[{_LETTER}][{_LETTER}a-zđ&]*"
    rf"(?:(?<=QH) ?[0-9]{{1,2}}|[0-9]{{0,2}})){_NO_LETTER}"
)
_OFFICES: Final = "(?:UBND|HĐND|UB?MTTQ?|MTTQ|MTTW)"
_FIRST_MARK: Final = rf"(?:[/-]| ?[/-] ?(?={_CODES})| ?/ ?(?={_OFFICES}{_NO_LETTER})| ?(?={_CODES} ?[/-]))"
_DEPARTMENT: Final = rf"(?!{_CODES} ?[/-])(?![^ ]+ (?:{_TIER}|của){_NO_LETTER})"

NUMBERED: Final = _compile(
    rf"(?: ?(?P<so>(?i:số(?: số)?)(?P<slip> (?i:liên tịch))?(?P<colon> ?:)? ?)?"
    rf"(?P<number>(?!0+(?![0-9])|[0-9]+ ?[.…_]+ ?[/-])[0-9]{{1,5}}(?:[a-zđ](?![^\W_]))?)"
    rf"(?: ?/ ?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?"
    rf"(?P<code>{_FIRST_MARK}(?P<kind>{_any_of(KIND_CODES)}"
    rf"(?:[/.-]|(?P<wide> [/-] ?|[/-] )))?{_TOKEN}(?(kind)(?(wide)(?: - {_DEPARTMENT}{_TOKEN})*)"
    rf"|(?: - {_DEPARTMENT}{_TOKEN})?)"
    rf"(?:(?: ?/ ?|- ?| -|\.(?={'|'.join(sorted(BOARDS))})){_TOKEN}"
    rf"| - (?:{'|'.join(sorted(BOARDS))}){_NO_LETTER})*)?"
    r"(?![0-9%]|[.,/-][0-9]|[^\W_]))?"
)
"""The number of a document with its symbol, where it has one; always matches, if only nothing."""

LISTED: Final = _compile(
    r"(?:, ?|,? (?P<last>và) )(?:số )?(?P<number>(?!(?:19|20)[0-9]{2})[0-9]{1,4})"
    rf"(?![0-9%]| ?[/%]|[.,-][0-9{_LETTER}]|[^\W_])"
)
"""One more number after a short citation: "Quyết định 217, 218"."""

PLURAL: Final = _compile(r"(?:^|\W)(?i:các|những|cả|hai|ba|bốn|[0-9]{1,2}) $")
"""What stands before the word for several documents."""

SHORT_FOLLOWERS: Final = _compile(
    rf"(?: ?(?:[-.;:()\"“”*\t]|,(?![0-9])|{_LINE_END})"
    r"| (?:chưa|có|cũng|của|do|đã|đến|được|gắn|hay|hoặc|không|khóa|là|ngày|nhằm|tại|theo|thì|thời gian|trên"
    r"|trong|và|vào|về|với)" + _NO_LETTER + ")"
)
"""What may follow "Kết luận 62", so that "Kế hoạch 5 năm" and "Báo cáo 6 tháng" are not taken."""

# --- the head: the word for the kind, or the name of the document ---
_LONG_LAWS: Final = (  # names that do not end with the clause: they hold a comma, "và", "của", "có" or "theo"
    "bảo vệ và phát triển rừng",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "cán bộ, công chức",
    "dân số",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân",
    "hôn nhân và gia đình",
    "mặt trận tổ quốc việt nam",
    "mttq việt nam",
    "mttq vn",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "phòng cháy, chữa cháy",
    "phòng cháy và chữa cháy",
    "phòng, chống bạo lực gia đình",
    "phòng, chống ma túy",
    "phòng, chống tác hại của rượu, bia",
    "phòng, chống tham nhũng",
    "thi đua, khen thưởng",
    "thực hành tiết kiệm, chống lãng phí",
    "thực hiện dân chủ ở xã, phường, thị trấn",
    "tín ngưỡng, tôn giáo",
    "trách nhiệm bồi thường của nhà nước",
    "trật tự, an toàn giao thông đường bộ",
    "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "ưu đãi người có công với cách mạng",
    "ưu đãi người có công",
    "bảo vệ, chăm sóc và giáo dục trẻ em",
    "bảo vệ và kiểm dịch thực vật",
)
_PAIRS: Final = (  # how the name of a law with a comma begins, before its other words
    "(?i:phòng, chống|quản lý, sử dụng|khám bệnh, chữa bệnh|phổ biến, giáo dục|an toàn, vệ sinh"
    "|xuất cảnh, nhập cảnh|hòa giải, đối thoại|chất lượng sản phẩm, hàng hóa)"
)
_LAW_STOP: Final = (
    rf"(?= ?(?:[-.,;:()\"“”*\t]|{_LINE_END})| (?:[0-9]|(?i:có|của quốc hội|đã|đến|được|gắn|hiện hành"
    rf"|là|năm|ngày|nhằm|sửa đổi|số|theo|thì|trong|và|về|với){_NO_LETTER}|{_any_of(KIND_OF_WORD)}))"
)
_NO_LAW: Final = "sư|gia|số|này|đó|trên|là|có|đã|được|phải|hiện hành|của|và|về"
_AMENDING: Final = "(?i:sửa đổi(?:,? bổ sung)?(?: một số điều)?(?: của)?)"
_LAWS: Final = "(?i:(?:các )?luật|bộ luật|pháp lệnh)"
_TITLES: Final = (
    rf"(?:Luật|LUẬT|Bộ [Ll]uật|BỘ LUẬT|Pháp lệnh|PHÁP LỆNH)(?! (?i:{_NO_LAW}){_NO_LETTER})"
    rf"(?: (?P<amending>{_AMENDING})(?= {_LAWS} )"
    rf"| (?i:{_any_of(_LONG_LAWS)}){_NO_LETTER}|(?: {_PAIRS})?(?: [^\W0-9_]+){{1,10}}?{_LAW_STOP})",
    r"(?i:điều lệ) (?:(?i:mặt trận tổ quốc|mttq)(?: (?i:việt nam|vn))?|Đảng(?: Cộng sản Việt Nam)?)"
    + _NO_LETTER,
    r"(?i:hiến pháp)(?: (?i:nước (?:cộng hòa xã hội chủ nghĩa|chxhcn) việt nam))?"
    r"(?=(?: \(sửa đổi(?:,? bổ sung)?\))?,? \(?(?:năm )?(?:19|20)[0-9]{2})",
    rf"(?i:nghị quyết {_CENTRE}) [0-9]{{1,2}}(?=,? ?\(?(?i:khóa) )",
    r"(?i:nghị quyết) (?i:hội nghị(?: trung ương)?(?: lần thứ)?) [0-9]{1,2}(?:, ?[0-9]{1,2})*"
    rf"(?: (?i:(?:ban chấp hành|bch) {_CENTRE}(?: đảng)?))?(?=,? ?\(?(?i:khóa) )",
    r"(?i:nghị quyết đại hội)(?: (?i:đại biểu))?(?: Đảng)?(?: (?i:đại biểu))? (?i:toàn quốc lần thứ) [IVXLC]+"
    r"(?: của Đảng)?",
)
_ABBREVIATED: Final = rf"{_CODES}(?= (?i:số) | [0-9]+(?:/[0-9]{{4}})? ?[/-] ?[{_UPPER}])"
_SORT: Final = "(?i:phối hợp|liên ngành|thẩm tra|thẩm định|giải trình|kiểm tra|giám sát|tổng kết|sơ kết)"

HEAD: Final = _compile(
    rf"(?:(?<![^\W_])|(?<=[{_LOWER}])(?P<glued>)(?=[{_UPPER}]))(?<![Pp]háp )(?<!PHÁP[\x20\n])"
    rf"(?:(?P<title>{'|'.join(_TITLES)})|(?P<word>(?i:{_KINDS}|văn bản){_NO_LETTER}|{_ABBREVIATED})"
    rf"(?: {_SORT}(?= (?i:số) ))?(?= )"
    r"|(?=(?i:số)\b|(?<![.,/-])(?<!/ )(?<!năm )(?<!tháng )(?<!ngày )[0-9]))"
)
"""Where a citation may begin: with a name, the word for a kind, "số" or the number itself."""

AMENDING: Final = _compile(rf"(?:,| về việc)? (?P<amending>{_AMENDING})(?= {_LAWS} )")
"""What a law does to those that it amends, after its number."""

AMENDED: Final = _compile(r"(?:,|;|,? và)? (?i:các (?=luật ))?(?=(?:Luật|LUẬT|Bộ|BỘ|Pháp|PHÁP) )")
"""What stands before each law that another amends."""
