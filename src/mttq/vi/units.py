"""Units: the nouns that follow a figure, and the code under which the figure is counted.

Persons ("người") and attendances ("lượt người") are different units.  A rate is written with slashes:
"đồng/người/năm" is "VND/person/year".
"""

import re
from functools import cache
from typing import Final

from mttq.vi.text import fold
from mttq.wording import Lang, unit_in_english

__all__ = ["CODES", "is_counted", "is_money", "read_unit", "unit_noun"]

# The code of a unit, and its nouns; the first noun is printed.  The longest noun that fits a text is taken.
_COUNTED: Final = {
    "VND": "đồng, đ, ₫, vnđ, vnd",
    "USD": "USD, đô la Mỹ, đô la",
    "administrative_units": "đơn vị hành chính",
    "association_branches": "chi hội",
    "bicycles": "xe đạp",
    "books": "quyển sách, cuốn sách, đầu sách",
    "border_markers": "cột mốc",
    "bridges": "cây cầu",
    "campaigns": "đợt tuyên truyền, cuộc vận động",
    "cases": "vụ việc, vụ, trường hợp",
    "children": "trẻ em, cháu",
    "cities": "thành phố",
    "clocks": "đồng hồ",
    "clubs": "câu lạc bộ",
    "collectives": "tập thể",
    "communes": "xã",
    "complaints": "đơn thư, đơn",
    "conciliation_groups": "tổ hòa giải",
    "conciliators": "hòa giải viên",
    "conferences": "hội nghị",
    "cooperatives": "hợp tác xã",
    "criteria": "tiêu chí",
    "culture_houses": "nhà văn hóa",
    "delegates": "đại biểu",
    "dialogues": "cuộc đối thoại",
    "districts": "huyện, quận",
    "documents": "văn bản",
    "enterprises": "doanh nghiệp",
    "ethnic_groups": "dân tộc",
    "families": "gia đình",
    "gifts": "suất quà, suất, phần quà, phần",
    "groups": "tổ, nhóm",
    "hamlets": "ấp",
    "household_visits": "lượt hộ",
    "households": "hộ",
    "houses": "căn nhà, căn, ngôi nhà, nhà",
    "inspection_boards": "Ban Thanh tra nhân dân",
    "investment_boards": "Ban Giám sát đầu tư của cộng đồng",
    "lamps": "bóng đèn",
    "leaflets": "tờ rơi",
    "levels": "cấp",
    "localities": "địa phương",
    "masks": "khẩu trang",
    "meetings": "cuộc họp",
    "members": "thành viên, ủy viên",
    "models": "mô hình",
    "neighbourhoods": "khu phố",
    "opinions": "ý kiến",
    "organisations": "tổ chức",
    "party_cells": "chi bộ",
    "party_members": "đảng viên",
    "person_visits": "lượt người, lượt cán bộ, lượt đoàn viên, lượt hội viên, lượt nhân dân, lượt người dân",
    "persons": "người, nhân khẩu, khẩu, vị, cá nhân, nhà hảo tâm, đồng bào, đồng chí, đ/c, đoàn viên, "
    "hội viên, cán bộ, chủ tịch, phó chủ tịch",
    "petitions": "kiến nghị",
    "programmes": "chương trình",
    "projects": "dự án",
    "provinces": "tỉnh",
    "public_works": "công trình",
    "pupil_visits": "lượt học sinh",
    "pupils": "học sinh",
    "residential_areas": "khu dân cư",
    "residential_groups": "tổ dân phố",
    "rounds": "đợt",
    "scholarships": "suất học bổng, học bổng",
    "schools": "trường học",
    "sessions": "cuộc, buổi",
    "students": "sinh viên",
    "supervisions": "cuộc giám sát",
    "townships": "thị trấn",
    "training_classes": "lớp tập huấn, lớp",
    "trees": "cây",
    "units": "đơn vị",
    "villages": "thôn, làng",
    "visits": "lượt",
    "voters": "cử tri",
    "vouchers": "phiếu mua hàng",
    "wards": "phường",
    "workdays": "ngày công",
    "working_boards": "Ban công tác Mặt trận",
}
_MEASURED: Final = {
    "days": "ngày",
    "ha": "ha, héc ta, hecta",
    "kg": "kg, ki lô gam",
    "km": "km, ki lô mét, cây số",
    "km2": "km2, km²",
    "litres": "lít",
    "m": "m, mét",
    "m2": "m2, m², mét vuông",
    "m3": "m3, m³, mét khối",
    "months": "tháng",
    "percent": "%, phần trăm",
    "quintals": "tạ",
    "times": "lần",
    "tonne": "tấn",
    "weeks": "tuần",
    "years": "năm",
    "years_of_age": "tuổi",
}
_NOUNS: Final = {code: nouns.split(", ") for code, nouns in (_COUNTED | _MEASURED).items()}
CODES: Final = tuple(_NOUNS)
"""The code of every unit that is known."""

_CODE_OF: Final = {fold(noun): code for code, nouns in _NOUNS.items() for noun in nouns}
_SINGULARS: Final = {
    code: {"criteria": "criterion"}.get(code) or re.sub("ie$", "y", code.removesuffix("s")) for code in _NOUNS
}
_PLURALS: Final = {singular: code for code, singular in _SINGULARS.items()}

# "3 đồng" is money and "12 tổ" are groups, but "3 đồng hành" and "12 tổ trưởng" are something else.
_OTHER_WORDS: Final = {
    "căn": "cứ|cước",
    "cây": "xăng",
    "cuộc": "sống",
    "cấp": "độ|ủy",
    "huyện": "đội|ủy",
    "hộ": "lý|tịch",
    "khẩu": "hiệu|phần|súng",
    "nhà": "báo|giáo|khoa học|máy|nghiên cứu|nước|thầu|trường|văn|vệ sinh|đầu tư",
    "phường": "hội|đội",
    "phần": "mềm|việc",
    "thôn": "phó|trưởng|đội",
    "tổ": "phó|trưởng|viên",
    "tỉnh": "đội|ủy",
    "vị": "trí",
    "xã": "hội|viên|đội",
    "đồng": "hành|lòng|minh|nghiệp|phục|thuận|đội",
}


def _pattern(noun: str) -> str:
    others = _OTHER_WORDS.get(noun)
    return re.escape(noun) + (rf"(?! (?:{others})(?![^\W_]))" if others else "")


_NOUN: Final = f"(?:{'|'.join(map(_pattern, sorted(_CODE_OF, key=len, reverse=True)))})" + r"(?![^\W_])"


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(_NOUN)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(rf" *({_NOUN}(?: ?/ ?{_NOUN})*)")


def read_unit(folded: str, start: int) -> tuple[str, int] | None:
    """Read the unit that stands at a place of a folded text.

    Returns:
        The code of the unit and where its text ends; None if no known noun stands there.

    >>> read_unit("36,8 triệu đồng/người/năm", 10)
    ('VND/person/year', 25)
    """
    found = _unit().match(folded, start)
    if not found:
        return None
    nouns = list(_noun().finditer(folded, found.start(1), found.end()))
    code, *per = (_CODE_OF[noun[0]] for noun in nouns)
    if code in per:  # "đoàn viên/hội viên" names two groups of persons, not a rate
        return code, nouns[0].end()
    return "/".join([code, *(_SINGULARS[each] for each in per)]), found.end()


def unit_noun(code: str, lang: Lang = "vi") -> str:
    """Give the noun that is printed for a unit; a unit that the table lacks is printed as it is.

    >>> unit_noun("households"), unit_noun("VND/person/year"), unit_noun("chiếc lều")
    ('hộ', 'đồng/người/năm', 'chiếc lều')
    >>> unit_noun("party_cells", "en"), unit_noun("VND/person/year", "en")
    ('Party cells', 'đồng/person/year')
    """
    first, *per = code.split("/")
    if lang == "en":
        return "/".join([unit_in_english(first), *(each.replace("_", " ") for each in per)])
    return "/".join(
        _NOUNS.get(each, (each,))[0] for each in [first, *(_PLURALS.get(one, one) for one in per)]
    )


def is_counted(code: str | None) -> bool:
    """Tell whether a unit is counted in whole numbers only, as people and đồng are.

    >>> is_counted("persons"), is_counted("VND/year"), is_counted("ha"), is_counted(None)
    (True, True, False, False)
    """
    return code is not None and code.partition("/")[0] in _COUNTED


def is_money(code: str | None) -> bool:
    """Tell whether a unit is a currency.

    >>> is_money("VND/person/year"), is_money("persons")
    (True, False)
    """
    return code is not None and code.partition("/")[0] in ("VND", "USD")
