"""Thirteen forms of offices that mttq does not ship, declared; run by test_other_forms.py alone.

Two hold personal data, four were seen in part or as a demonstration, two were left out by their office, three
are minutes or of one office alone, two are examples of docs/forms.md.
"""

import datetime as dt
import enum

import attrs

from mttq import Count, Money, Share, column, columns, form, row, section, table
from mttq.forms import CountAndShare


@form("test-chanhhiep-to-trinh-nha", title="Tờ trình hỗ trợ nhà đại đoàn kết", asked="once")
@attrs.frozen(kw_only=True)
class HouseRequest:
    total: Money | None = row(None, "Tổng dự toán", total_of=("fund", "sponsors", "family"))
    fund: Money | None = row(None, "Quỹ Vì người nghèo")
    sponsors: Money | None = row(None, "Xã hội hóa")
    family: Money | None = row(None, "Gia đình đối ứng")


@form("test-thon-ct01-14", title="Bộ chỉ tiêu quý của thôn")
@attrs.frozen(kw_only=True)
class VillageQuarter:
    households: Count | None = row(
        "CT01", "Hộ dân", unit="households", stock=True, at_least=("poor", "near_poor")
    )
    persons: Count | None = row("CT02", "Nhân khẩu", unit="persons", stock=True, each=("households", 1, 12))
    poor: Count | None = row("CT03", "Hộ nghèo", unit="households", stock=True)
    near_poor: Count | None = row("CT04", "Hộ cận nghèo", unit="households", stock=True)
    of_merit: Count | None = row("CT05", "Người có công", unit="persons", stock=True)
    protected: Count | None = row("CT06", "Đối tượng bảo trợ xã hội", unit="persons", stock=True)
    children: Count | None = row("CT07", "Trẻ em dưới 16 tuổi", unit="persons", stock=True, at_most="persons")
    in_need: Count | None = row(
        "CT08", "Trẻ em hoàn cảnh đặc biệt", unit="persons", stock=True, at_most="children"
    )
    cultural: Count | None = row(
        "CT09", "Hộ gia đình văn hóa", unit="households", asked="yearly", at_most="households"
    )
    working: Count | None = row(
        "CT10", "Người trong tuổi lao động", unit="persons", stock=True, at_most="persons"
    )
    insured: Count | None = row("CT11", "Người tham gia BHYT", unit="persons", stock=True, at_most="persons")
    digital_groups: Count | None = row("CT12", "Tổ công nghệ số cộng đồng", stock=True)
    instructed: Count | None = row("CT13", "Người được hướng dẫn DVC trực tuyến", unit="persons")
    violence: Count | None = row("CT14", "Vụ bạo lực gia đình", unit="cases")


@columns
@attrs.frozen(kw_only=True)
class Trusted:
    name: str | None = column("Họ và tên")
    votes: CountAndShare = column()


@form("test-nq101-hnct-01", title="Biên bản hội nghị cử tri", asked="once")
@attrs.frozen(kw_only=True)
class VotersConference:
    held: str | None = row(None, "Thời gian, địa điểm")
    invited: Count | None = row(None, "Tổng số cử tri được triệu tập", total_of=("present", "absent"))
    present: Count | None = row(None, "Số cử tri có mặt")
    absent: Count | None = row(None, "Số cử tri vắng mặt")
    asked: CountAndShare = row(None, "Cử tri biểu quyết")
    results: tuple[Trusted, ...] = table(None, "Kết quả tín nhiệm", key="name", whole="asked")
    cases: str | None = row(None, "Vụ việc cử tri nêu cần xác minh")


@form("test-nqlt102-bcdb-01", title="Biên bản hội nghị hiệp thương", asked="once")
@attrs.frozen(kw_only=True)
class Consultation:
    held: str | None = row(None, "Lần hiệp thương; địa điểm; ngày")
    invited: Count | None = row(None, "Tổng số đại biểu được mời", total_of=("present", "absent"))
    present: Count | None = row(None, "Số đại biểu có mặt", unit="persons")
    absent: Count | None = row(None, "Số đại biểu vắng mặt", unit="persons")
    structure: str | None = row(None, "Cơ cấu, thành phần, số lượng thỏa thuận")
    vote: CountAndShare = row(None, "Kết quả biểu quyết")


class Gender(enum.Enum):
    MALE = "Nam"
    FEMALE = "Nữ"


@columns
@attrs.frozen(kw_only=True)
class Education:
    general: str | None = column("Giáo dục phổ thông")
    professional: str | None = column("Chuyên môn, nghiệp vụ")


@columns
@attrs.frozen(kw_only=True)
class Candidate:
    name: str | None = column("Họ và tên")
    born: dt.date | None = column("Ngày, tháng, năm sinh")
    gender: Gender | None = column("Giới tính")
    education: Education = column("Trình độ")
    joined: dt.date | None = column("Ngày vào Đảng", at_least="born")


@form("test-nqlt102-bcdb-04", title="Danh sách trích ngang người ứng cử", asked="once")
@attrs.frozen(kw_only=True)
class CandidateList:
    candidates: tuple[Candidate, ...] = table(key="name")


class Way(enum.Enum):
    POSTED = "Niêm yết"
    BROADCAST = "Loa truyền thanh"
    HEADS = "Qua trưởng thôn, TDP"
    OTHER = "Khác"


@columns
@attrs.frozen(kw_only=True)
class Disclosure:
    district: str | None = column("Huyện/TP", until=dt.date(2025, 6, 30))
    commune: str | None = column("Tên xã, phường, thị trấn")
    subject: str | None = column("Nội dung công khai")
    way: frozenset[Way] = column("Hình thức", ticked=True)
    note: str | None = column("Ghi chú")


@columns
@attrs.frozen(kw_only=True)
class Times:
    posted: Count | None = column("Niêm yết")
    broadcast: Count | None = column("Loa truyền thanh")
    heads: Count | None = column("Qua trưởng thôn, TDP")
    other: Count | None = column("Khác")


@form("test-qcdc-1-cong-khai", title="I. Kết quả thực hiện công khai")
@attrs.frozen(kw_only=True)
class Disclosures:
    subjects: tuple[Disclosure, ...] = table()
    total: Times = row(None, "Cộng")


@columns
@attrs.frozen(kw_only=True)
class Works:
    commune: str | None = column("Nội dung giám sát")  # over the communes: a slip of the form
    works: str | None = column("Tên công trình (cuộc vận động)")
    value: Money | None = column("Tổng giá trị", total_of=("people", "state"))
    people: Money | None = column("Trong đó: Nhân dân đóng góp")
    state: Money | None = column("Trong đó: Nhà nước hỗ trợ")


@form("test-qcdc-5-huy-dong-von", title="IV. Kết quả huy động vốn xây dựng hạ tầng cơ sở")
@attrs.frozen(kw_only=True)
class Mobilised:
    works: tuple[Works, ...] = table()
    total: Works = row(None, "Cộng", total_of="works")


@form("test-tt72-2008-ba-so", title="Ba số của quỹ cứu trợ", cumulative=True)
@attrs.frozen(kw_only=True)
class ThreeFigures:
    received: Money | None = row(None, "Số tiền, hàng thu được")
    used: Money | None = row(None, "Số đã phân bổ, sử dụng", at_most="received")
    left: Money | None = row(None, "Số chưa phân bổ", stock=True, total_of=("received", "-used"))


@columns
@attrs.frozen(kw_only=True)
class Helped:
    signed: str | None = column("Họ tên người ký")
    address: str | None = column("Địa chỉ")
    value: Money | None = column("Nội dung - giá trị nhận (VND)")


@form("test-tt20-2026-xac-nhan-tai-tro", title="Biên bản xác nhận tài trợ", asked="once")
@attrs.frozen(kw_only=True)
class Sponsorship:
    total: Money | None = row(
        None, "Tổng giá trị của khoản tài trợ", total_of=("cash", "goods", "securities")
    )
    cash: Money | None = row(None, "Bằng tiền")
    goods: Money | None = row(None, "Hiện vật (quy ra VND)")
    securities: Money | None = row(None, "Giấy tờ có giá (quy ra VND)")
    in_words: str | None = row(None, "(Bằng chữ)")
    purpose: str | None = row(None, "Mục đích tài trợ")
    people: tuple[Helped, ...] = table("PL", "Danh sách người được tài trợ")
    all: Helped = row(None, "Tổng cộng", total_of="people")


@form("test-nghean-ds-nhan-ho-tro", title="Danh sách nhận hỗ trợ")
@attrs.frozen(kw_only=True)
class SupportList:
    people: tuple[Helped, ...] = table(key="signed")
    total: Helped = row(None, "Tổng", total_of="people")
    in_words: str | None = row(None, "Tổng bằng chữ")


@columns
@attrs.frozen(kw_only=True)
class Satisfied:
    satisfied: CountAndShare = column("Hài lòng")
    dissatisfied: CountAndShare = column("Không hài lòng")


@columns
@attrs.frozen(kw_only=True)
class Subject:
    name: str | None = column("Nội dung")
    answers: Satisfied = column()


@form("test-hd78-2017-hai-long", title="Lấy ý kiến hài lòng của người dân về nông thôn mới", asked="once")
@attrs.frozen(kw_only=True)
class SatisfactionSurvey:
    households: Count | None = row(None, "Tổng số hộ", unit="households", stock=True)
    asked: Count | None = row(None, "Số hộ được phát phiếu", unit="households", at_most="households")
    returned: Count | None = row(None, "Số phiếu thu về")
    subjects: tuple[Subject, ...] = table(None, "Từng nội dung", key="name")
    overall: Share | None = row(None, "Tỷ lệ hài lòng chung")


@columns
@attrs.frozen(kw_only=True)
class Points:
    most: Count | None = column("Điểm chuẩn")
    given: Count | None = column("Điểm chấm", at_most="most")


@attrs.frozen(kw_only=True)
class BlockA:
    total: Points = row("", total_of=("one", "two"))
    one: Points = row("A1", "Chỉ tiêu 1")
    two: Points = row("A2", "Chỉ tiêu 2")


@form("test-thidua-2026", title="Bảng chấm điểm thi đua 2026")
@attrs.frozen(kw_only=True)
class ScoreSheet:
    a: BlockA = section("A", "Khối A")
    total: Points = row(None, "Tổng", total_of=("a.total",))


@form("test-chanhhiep-bc-cong-tac-mat-tran", title="Đề cương báo cáo công tác Mặt trận")
@attrs.frozen(kw_only=True)
class Outline:
    sessions: Count | None = row(None, "Tuyên truyền (buổi)", unit="sessions", needed="attendances")
    attendances: Count | None = row(None, "Tuyên truyền (lượt người)", unit="person_visits")
    cultural: Share | None = row(None, "Tỷ lệ hộ gia đình văn hóa", asked="yearly")
    fund: Money | None = row(None, 'Quỹ "Vì người nghèo"', shown_in="triệu đồng")
    gifts: Count | None = row(None, "Suất quà", unit="gifts")
    boards: Count | None = row(None, "Ban Công tác Mặt trận", unit="working_boards", stock=True)
