"""Monthly report of a village's Front Working Board, or of an organisation, to the commune.

Seen in November 2026 at a commune of Quảng Ngãi; an electronic form without a legal basis.  The commune
adds up ten of its figures; debts are states, which are not added over months.  The form prints no parts:
they are this declaration's.  Who filled it in, and the telephone number, are left out.
"""

import enum

import attrs

from mttq._declared.types import Count, Money
from mttq.forms._labels import row, section
from mttq.forms._register import form

__all__ = [
    "Assessment",
    "Campaigns",
    "Communication",
    "Credit",
    "Head",
    "Media",
    "MonthlyReport",
    "Mood",
    "Organisation",
    "Plans",
    "Religion",
    "Reporter",
    "Resources",
    "Unity",
    "Watching",
]


class Reporter(enum.Enum):
    """What kind of unit reports."""

    WORKING_BOARD = "Ban CTMT thôn"
    FARMERS = "Hội Nông dân"
    WOMEN = "Hội LHPN"
    YOUTH = "Đoàn TN"
    VETERANS = "Hội CCB"
    ELDERLY = "Hội Người cao tuổi"
    RED_CROSS = "Hội Chữ thập đỏ"
    LEARNING = "Hội Khuyến học"
    OTHER = "Khác"


@attrs.frozen(kw_only=True)
class Head:
    """Who reports."""

    kind: Reporter | None = row(None, "Loại đơn vị báo cáo")
    name: str | None = row(None, "Tên thôn hoặc tổ chức")
    month: str | None = row(None, "Tháng báo cáo")


@attrs.frozen(kw_only=True)
class Mood:
    """What people think and care about."""

    opinion: str | None = row(None, "Tình hình tư tưởng, dư luận xã hội")
    concerns: str | None = row(None, "Những vấn đề Nhân dân quan tâm, bức xúc")
    religion_and_ethnicity: str | None = row(None, "Tình hình tôn giáo, dân tộc")
    issues: str | None = row(None, "Các vấn đề nổi lên (an ninh, đất đai, môi trường...)")


@attrs.frozen(kw_only=True)
class Communication:
    """Communication."""

    sessions: Count | None = row(None, "Số cuộc tuyên truyền", unit="sessions", needed="attendances")
    attendances: Count | None = row(None, "Số lượt người tham gia", unit="person_visits")
    policy: str | None = row(None, "Tuyên truyền chủ trương của Đảng, chính sách pháp luật")
    anniversaries: str | None = row(None, "Tuyên truyền các ngày lễ lớn, sự kiện chính trị")
    own_activities: str | None = row(None, "Hoạt động tuyên truyền của tổ chức")
    social_media: str | None = row(None, "Tuyên truyền trên Fanpage, Zalo, mạng xã hội")
    opinion_work: str | None = row(None, "Công tác nắm bắt, phản ánh dư luận xã hội")


@attrs.frozen(kw_only=True)
class Unity:
    """Solidarity and movements."""

    good_people: str | None = row(None, "Gương người tốt, việc tốt")
    mutual_help: str | None = row(None, "Hoạt động đoàn kết, tương trợ")
    movements: str | None = row(None, "Vận động Nhân dân tham gia phong trào")
    organisations: str | None = row(None, "Hoạt động của các đoàn thể, hội")
    self_management: str | None = row(None, "Xây dựng khu dân cư tự quản")


@attrs.frozen(kw_only=True)
class Campaigns:
    """Campaigns, social support and the festival."""

    campaign: str | None = row(
        None, 'Kết quả Cuộc vận động "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"'
    )
    for_the_poor: str | None = row(None, 'Hoạt động "Vì người nghèo", an sinh xã hội')
    support: str | None = row(None, "Hoạt động hỗ trợ, chăm lo của các đoàn thể, hội")
    money: Money | None = row(None, "Tổng số tiền hỗ trợ, vận động (đồng)")
    households: Count | None = row(None, "Số hộ được hỗ trợ", unit="households")
    models: Count | None = row(None, "Số mô hình, công trình, phần việc", unit="models")
    festival: str | None = row(None, "Hoạt động Ngày hội Đại đoàn kết toàn dân tộc")
    security: str | None = row(None, "Phong trào Toàn dân bảo vệ an ninh Tổ quốc")


@attrs.frozen(kw_only=True)
class Watching:
    """Supervision and opinions."""

    cadres_at_home: str | None = row(None, "Giám sát cán bộ, đảng viên nơi cư trú")
    works_and_policies: str | None = row(None, "Tham gia giám sát công trình, chính sách")
    voices: str | None = row(None, "Tiếp nhận, phản ánh ý kiến Nhân dân")
    opinions_on_building: str | None = row(None, "Tham gia góp ý xây dựng Đảng, chính quyền")
    voter_meetings: str | None = row(None, "Tham gia tiếp xúc cử tri")


@attrs.frozen(kw_only=True)
class Religion:
    """Religion and ethnic work."""

    mobilisation: str | None = row(None, "Nắm tình hình, vận động đồng bào tôn giáo, dân tộc")
    visits: str | None = row(None, "Hoạt động thăm hỏi, gặp gỡ chức sắc, người có uy tín")
    joining_in: str | None = row(None, "Vận động tham gia phong trào, an sinh xã hội")


@attrs.frozen(kw_only=True)
class Organisation:
    """How the unit worked."""

    coordination: str | None = row(None, "Phối hợp với Chi bộ, Trưởng thôn, các đoàn thể")
    meetings: str | None = row(None, "Tham gia giao ban, hội nghị")
    strengthening: str | None = row(None, "Kiện toàn tổ chức (nếu có)")
    digital_reporting: str | None = row(None, "Báo cáo qua Zalo, phần mềm Mặt trận số")
    pages: str | None = row(None, "Hoạt động Fanpage, nhóm cộng đồng")
    initiatives: str | None = row(None, "Sáng kiến, mô hình mới")


@attrs.frozen(kw_only=True)
class Assessment:
    """How it judges itself."""

    strengths: str | None = row(None, "Ưu điểm nổi bật")
    weaknesses: str | None = row(None, "Hạn chế, tồn tại")
    causes: str | None = row(None, "Nguyên nhân")
    own_rating: str | None = row(None, "Tự đánh giá mức độ hoàn thành nhiệm vụ")


@attrs.frozen(kw_only=True)
class Plans:
    """What comes next, and what is asked for."""

    focus: str | None = row(None, "Nội dung trọng tâm cụ thể")
    measures: str | None = row(None, "Giải pháp thực hiện")
    other_tasks: str | None = row(None, "Các nhiệm vụ trọng tâm khác")
    to_the_front: str | None = row(None, "Kiến nghị đối với Ban Thường trực Ủy ban MTTQ Việt Nam xã")
    to_the_authorities: str | None = row(None, "Kiến nghị đối với cấp ủy, chính quyền")


@attrs.frozen(kw_only=True)
class Credit:
    """Policy credit: of the organisations entrusted with it."""

    debt: Money | None = row(None, "Tổng dư nợ (đồng)", stock=True)
    borrowers: Count | None = row(None, "Số hộ vay", unit="households", stock=True)
    lent: Money | None = row(None, "Số tiền giải ngân trong tháng (đồng)")
    repaid: Money | None = row(None, "Số tiền thu hồi nợ trong tháng (đồng)")
    overdue: Money | None = row(None, "Nợ quá hạn (đồng)", stock=True, at_most="debt")
    difficulties: str | None = row(None, "Khó khăn, vướng mắc trong công tác tín dụng chính sách")


@attrs.frozen(kw_only=True)
class Resources:
    """Other funds and support."""

    own_funds: str | None = row(None, "Quỹ hội, nguồn quỹ vận động khác")
    from_society: str | None = row(None, "Vận động xã hội hóa")
    livelihoods: str | None = row(None, "Hỗ trợ sinh kế, an sinh xã hội khác")


@attrs.frozen(kw_only=True)
class Media:
    """Pictures and links."""

    pictures: str | None = row(None, "Mô tả hình ảnh")
    drive: str | None = row(None, "Link Drive")
    article: str | None = row(None, "Link bài viết")
    request_to_post: str | None = row(None, "Đề xuất đăng tin")


@form("vegiang-bc-thang", title="Báo cáo tháng của Ban Công tác Mặt trận thôn, tổ chức, hội")
@attrs.frozen(kw_only=True)
class MonthlyReport:
    """A month of a village or an organisation.

    >>> MonthlyReport(communication=Communication(sessions=3, attendances=240)).communication.sessions
    3
    """

    head: Head = section(None, "Đơn vị báo cáo")
    mood: Mood = section(None, "Tình hình Nhân dân")
    communication: Communication = section(None, "Tuyên truyền")
    unity: Unity = section(None, "Đoàn kết, vận động Nhân dân")
    campaigns: Campaigns = section(None, "Cuộc vận động, an sinh xã hội")
    watching: Watching = section(None, "Giám sát, phản ánh ý kiến Nhân dân")
    religion: Religion = section(None, "Tôn giáo, dân tộc")
    organisation: Organisation = section(None, "Tổ chức, phối hợp")
    assessment: Assessment = section(None, "Đánh giá")
    plans: Plans = section(None, "Phương hướng, kiến nghị")
    credit: Credit = section(None, "Tín dụng chính sách")
    resources: Resources = section(None, "Nguồn lực khác")
    media: Media = section(None, "Tư liệu")
