"""The units in which figures are stated: a code, the nouns that are read as it, how it is called in English.

The nouns are the names of a unit, as the values of `UnitKind` are those of a kind; how they are read behind
a figure is the business of `mttq.vi.units`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import attrs

from mttq._declared.types import checked
from mttq.wording import NOTHING, Phrase
from mttq.wording._nearest import meant, nearest

__all__ = ["UNITS", "Noun", "corrected_unit", "unit_complaint"]


@attrs.frozen(field_transformer=checked)
class Noun:
    """One line of the table of nouns: a unit that figures count.

    Args:
        code: what files hold: a plural in English, words joined by "_".
        words: the nouns that are read as this unit; the first one is printed.
        english: how the unit is called in English; the code with blanks if left out.
        measured: whether fractions of it are stated, as of hectares and not of people.
        kind: units of one kind share a count ("17 xã, thị trấn"); empty where none does.
    """

    code: str
    words: tuple[str, ...]
    english: str = ""
    measured: bool = attrs.field(default=False, kw_only=True)
    kind: str = attrs.field(default="", kw_only=True)


_MONEY: Final = """
VND | đồng, đ, ₫, vnđ, vnd | đồng
USD | USD, đô la Mỹ, đô la
"""
_MEASURED: Final = """
cm | cm
days | ngày
ha | ha, héc ta, hecta
hours | giờ, tiếng đồng hồ
kg | kg, ki lô gam
km | km, ki lô mét, cây số
km2 | km2, km²
litres | lít
m | m, mét
m2 | m2, m², mét vuông
m3 | m3, m³, mét khối
months | tháng
minutes | phút
mm | mm
percent | %, phần trăm | %
percentage_points | điểm phần trăm
points | điểm
quarters | quý
quintals | tạ
times | lần
tonne | tấn | tonnes
weeks | tuần
years | năm
years_of_age | tuổi
"""
_COUNTED: Final = {
    "province": """
provinces | tỉnh
cities | thành phố
""",
    "district": """
districts | huyện, quận
towns | thị xã
""",
    "commune": """
communes | xã
special_zones | đặc khu
townships | thị trấn
wards | phường
""",
    "residential": """
blocks | khối phố
bon | bon | bon villages
buon | buôn | buon villages
hamlets | ấp
joint_residential_areas | liên khu dân cư
khom | khóm | khom quarters
mountain_villages | bản
neighbourhoods | khu phố
phum | phum | phum villages
residential_areas | khu dân cư
residential_groups | tổ dân phố
soc | sóc | soc villages
subzones | tiểu khu
villages | thôn, làng
xom | xóm | xom hamlets
zones | khu
""",
    "body": """
agencies | cơ quan
collectives | tập thể
cooperatives | hợp tác xã
departments | sở, ngành, ban, đoàn thể
enterprises | doanh nghiệp
health_stations | trạm y tế
localities | địa phương
organisations | tổ chức
schools | trường học, trường
units | đơn vị
""",
    "branch": """
association_branches | chi hội
association_groups | tổ hội
clubs | câu lạc bộ
conciliation_groups | tổ hòa giải
groups | tổ, nhóm
inspection_boards | Ban Thanh tra nhân dân
investment_boards | Ban Giám sát đầu tư của cộng đồng
party_cells | chi bộ | Party cells
party_organisations | đảng bộ | Party organisations
working_boards | Ban công tác Mặt trận
youth_branches | chi đoàn
""",
    "person": """
children | trẻ em, cháu
citizens | công dân
conciliators | hòa giải viên
delegates | đại biểu
members | thành viên, ủy viên
party_members | đảng viên | Party members
persons | người, nhân khẩu, khẩu, vị, cá nhân, nhà hảo tâm, đồng bào, đồng chí, đ/c, đoàn viên, hội viên, \
cán bộ, công chức, viên chức, chủ tịch, phó chủ tịch, nhân dân, người dân, trường hợp người
pupils | học sinh
students | sinh viên
voters | cử tri
war_invalids | thương binh
workers | lao động
""",
    "writing": """
conclusions | kết luận
decisions | quyết định
documents | văn bản
official_letters | công văn
plans | kế hoạch
programmes | chương trình
reports | báo cáo
resolutions | nghị quyết
""",
    "voice": """
complaints | đơn thư, đơn
opinions | ý kiến
petitions | kiến nghị
proposals | đề xuất
remarks | phản ánh
""",
    "event": """
conferences | hội nghị
dialogues | cuộc đối thoại
meetings | cuộc họp
seminars | hội thảo
rounds | đợt
sessions | cuộc, buổi
talks | tọa đàm
""",
    "household": """
families | gia đình
households | hộ
""",
    "news": """
news_items | tin bài, tin, bài viết, bài
""",
    "gift": """
gifts | suất quà, suất, phần quà, phần
scholarships | suất học bổng, học bổng
""",
    "work": """
models | mô hình
projects | dự án
public_works | công trình
tasks | phần việc
""",
    "": """
administrative_units | đơn vị hành chính
ballots | phiếu, lá phiếu
beneficiaries | đối tượng
bicycles | xe đạp, chiếc xe đạp
books | quyển sách, cuốn sách, đầu sách
border_markers | cột mốc
bridges | cây cầu
campaigns | đợt tuyên truyền, cuộc vận động
cases | vụ việc, vụ, trường hợp
clocks | đồng hồ
criteria | tiêu chí
culture_houses | nhà văn hóa
ethnic_groups | dân tộc
household_visits | lượt hộ | household visits
houses | căn nhà, căn, ngôi nhà, nhà
items | nội dung
lamps | bóng đèn
leaflets | tờ rơi
levels | cấp
masks | khẩu trang
person_visits | lượt người, lượt người dân | attendances
pupil_visits | lượt học sinh
standards | tiêu chuẩn
supervision_teams | đoàn giám sát
supervisions | cuộc giám sát
targets | chỉ tiêu
training_classes | lớp tập huấn, lớp
trees | cây
vehicles | xe, chiếc xe
violations | vi phạm
visits | lượt
vouchers | phiếu mua hàng
workdays | ngày công
""",
}


def _lines(table: str, *, measured: bool = False, kind: str = "") -> Iterable[Noun]:
    for line in table.strip().splitlines():
        code, words, *english = line.split(" | ")
        yield Noun(code, tuple(words.split(", ")), "".join(english), measured=measured, kind=kind)


UNITS: Final = (
    *_lines(_MONEY),
    *_lines(_MEASURED, measured=True),
    *(noun for kind, table in _COUNTED.items() for noun in _lines(table, kind=kind)),
)
"""Every unit that is known."""

_CODES: Final = {word: noun.code for noun in UNITS for word in (noun.code, *noun.words)}
_IS_CODE: Final = re.compile("[A-Za-z][A-Za-z0-9_]+").fullmatch
_ALIKE: Final = 0.85  # a unit of the caller's own may resemble one of ours


def unit_complaint(unit: str) -> Phrase:
    """Return what is wrong with a unit: it resembles a code, or is a noun that has one; else nothing.

    Of a rate only what is counted is looked at, not for each of what.

    >>> unit_complaint("conferencs")
    'không có đơn vị “conferencs”; có phải “conferences”?'
    >>> unit_complaint("đồng/year")
    'không có đơn vị “đồng/year”; có phải “VND/year”?'
    >>> unit_complaint("VND/person/year"), unit_complaint("communes+wards"), unit_complaint("chiếc lều")
    ('', '', '')
    """
    fixed = corrected_unit(unit)
    return NOTHING if fixed == unit else Phrase("không có đơn vị “{}”{}", unit, meant(fixed, [fixed]))


@lru_cache(maxsize=1024)
def corrected_unit(unit: str) -> str:
    """Return the unit that is meant by one: itself, unless it is mistyped."""
    counted, slash, each = unit.partition("/")
    return "+".join(map(_code_of, counted.split("+"))) + slash + each


def _code_of(name: str) -> str:
    """Return the code that is meant by a name, or the name itself."""
    if name in _CODES:
        return _CODES[name]
    near = nearest(name, _CODES.values(), _ALIKE) if _IS_CODE(name) else None
    return near or name
