"""Prose as long and as varied as that of real reports: `prose(report, seed)` returns some 46,000 letters.

Sentences are put together from parts, with figures, dates, documents, money and percentages that are true of
themselves, the report's own names of places, headings and broken lines as in texts taken from Word.
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from mttq import vi
from mttq.report import Report
from mttq.values import Share

__all__ = ["prose"]

LENGTH = 46_000

_WHO = """
Ban Thường trực Ủy ban Mặt trận Tổ quốc xã|Ủy ban Mặt trận Tổ quốc Việt Nam {commune}|các tổ chức thành viên
Hội Liên hiệp Phụ nữ xã|Hội Nông dân xã|Hội Cựu chiến binh xã|Đoàn Thanh niên Cộng sản Hồ Chí Minh xã
Ban công tác Mặt trận các khu dân cư|Ban Thanh tra nhân dân|Ban Giám sát đầu tư của cộng đồng
cán bộ và nhân dân thôn {village}|người có uy tín ở thôn {village}|các chức sắc, chức việc trên địa bàn
"""
_DID = """
đã tổ chức {few} hội nghị với {many} lượt người tham gia|đã phối hợp vận động được {money}
tổ chức tuyên truyền {few} buổi cho {many} lượt người nghe|thăm hỏi, tặng {many} suất quà trị giá {money}
tham mưu cấp ủy ban hành {few} văn bản lãnh đạo, chỉ đạo|giám sát {few} cuộc, kiến nghị {few} nội dung
hướng dẫn {few} khu dân cư tổ chức Ngày hội Đại đoàn kết|hòa giải thành {few} vụ việc từ cơ sở
vận động nhân dân hiến {many} m2 đất, đóng góp {many} ngày công|khởi công xây dựng {few} căn nhà cho hộ nghèo
tiếp nhận {few} ý kiến của cử tri gửi đến các kỳ họp|rà soát {many} hộ gia đình trên toàn xã
đăng ký thực hiện {few} công trình chào mừng đại hội|nâng cấp {few} km đường liên thôn với kinh phí {money}
trao sinh kế cho {few} hộ cận nghèo, mỗi hộ {small} triệu đồng|bồi dưỡng nghiệp vụ cho {few} cán bộ
"""
_WHY = """
nhằm phát huy sức mạnh khối đại đoàn kết toàn dân tộc|góp phần giữ vững an ninh, trật tự ở cơ sở
để đời sống vật chất và tinh thần của nhân dân từng bước được nâng lên|theo tinh thần {document}
qua đó củng cố niềm tin của nhân dân đối với Đảng và chính quyền|với sự hưởng ứng của đông đảo bà con
trong khuôn khổ cuộc vận động xây dựng nông thôn mới, đô thị văn minh|nhân dịp kỷ niệm các ngày lễ lớn
thực hiện kế hoạch đã được thống nhất từ đầu năm|đúng thời gian và nội dung mà hướng dẫn đề ra
"""
_WHEN = """
Ngày {date}|Trong năm {year}|Từ năm {year} đến nay|Quý {quarter}/{year}|Tháng {month}/{year}
Hằng năm|Đến ngày {date}
Bên cạnh đó|Đồng thời|Ngoài ra|Trên cơ sở đó|Cùng với đó|Sau đợt phát động
"""
_CLOSING = """
Kết quả, có {part} trên tổng số {whole} hộ đăng ký, đạt {share}
Ý kiến của nhân dân được ghi chép, phản ánh đầy đủ
Một số nơi còn lúng túng về nội dung, hình thức chưa phong phú
Kinh phí chủ yếu do nguồn xã hội hóa bảo đảm
Tỷ lệ hộ tham gia thường xuyên được duy trì qua các năm
Mô hình tiếp tục được nhân rộng ra các thôn khác
"""
_HEADING = (
    "Công tác tuyên truyền, vận động|Các cuộc vận động, phong trào thi đua|Giám sát và phản biện xã hội"
)


def _parts(text: str) -> list[str]:
    return [part for line in text.strip().splitlines() for part in line.split("|")]


WHO, DID, WHY, WHEN, CLOSING, HEADING = map(_parts, (_WHO, _DID, _WHY, _WHEN, _CLOSING, _HEADING))


def prose(report: Report, seed: int) -> str:
    """Return a text about a report's unit that no rule finds fault with."""
    random, paragraphs, length = Random(seed), [report.narrative or ""], 0  # noqa: S311 - a corpus, no secret
    for number in count(1):
        if length >= LENGTH:
            return "\n\n".join(paragraphs)
        paragraph = " ".join(_sentences(random, report))
        if number % 7 == 0:
            paragraph = f"{number // 7}. {random.choice(HEADING)}\n\n{paragraph}"
        paragraphs.append(paragraph)
        length += len(paragraph)
    raise AssertionError


def _sentences(random: Random, report: Report) -> Iterator[str]:
    for _ in range(random.randint(2, 5)):
        when, who, did, why = map(random.choice, (WHEN, WHO, DID, WHY))
        yield f"{when}, {who} {did}, {why}.".format_map(_Facts(random, report))
    yield f"{random.choice(CLOSING)}.".format_map(_Facts(random, report))


class _Facts(dict[str, str]):
    """What the parts ask for, drawn when it is asked for; the three of one percentage belong together."""

    def __init__(self, random: Random, report: Report) -> None:
        part, whole = random.randint(20, 200), random.randint(201, 2500)
        super().__init__(
            part=str(part),
            whole=vi.format_number(whole),
            share=str(Share.of(part, whole)),
            commune=report.unit.full_name,
        )
        self.random = random

    def __missing__(self, name: str) -> str:
        draw, year = self.random.randint, self.random.randint(2015, 2025)
        day, month = draw(10, 28), draw(3, 12)
        match name:
            case "few":
                return f"{draw(1, 40):02d}"
            case "many":
                return vi.format_number(draw(41, 9999))
            case "small":
                return str(draw(5, 50))
            case "money":
                return vi.format_money(draw(10, 99_999) * 10_000)
            case "date":
                return f"{day:02d}/{month}/{year}" if draw(0, 1) else f"{day} tháng {month} năm {year}"
            case "document":
                return f"Kế hoạch số {draw(10, 999)}/KH-MTTQ-BTT ngày {day}/{month}/{year}"
            case "quarter":
                return self.random.choice(("I", "II", "III", "IV"))
            case "month":
                return str(draw(10, 12))
            case "village":
                return f"{self.random.choice('ABCDGH')}{draw(1, 9)}"
            case _:
                return str(year)
