"""The register of instruments: documents that Front reports cite, each with the day of its issue.

A symbol is given again: to another kind of document in the same year, by the State in each year, by the Party
in each term.  So kind and symbol name several documents, and a date is held against all of them.
"""

# ruff: noqa: E501 - one document a line

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

import attrs

from mttq.rules._kit.bases import Confidence
from mttq.values import DocumentKind

__all__ = ["INSTRUMENTS", "Instrument", "instruments_of"]


@attrs.frozen
class Instrument:
    """A document of the register.

    Args:
        symbol: number and abbreviations in the right form; "" where the document has none, or it was not seen.
        date: the day on which it was issued; None where no text that was read names it.
        issuer: who issued it; "" where that is not known.
        confidence: how well the document is known: read in a copy, known from others, or only as reports
            print it.  An unconfirmed one judges nothing unless a profile asks.
        kind: what it is; one without a kind is compared with citations of any kind.
        title: what it is about.
        in_force_from: its first day in force, where a text names it.
        in_force_until: its last one, where a text or the first day of its successor gives it.
        replaced_by: symbols or name of what came in its place.

    >>> from mttq.rules import INSTRUMENTS
    >>> instrument = INSTRUMENTS[0]
    >>> instrument.symbol
    '62-KL/TW'
    """

    symbol: str
    date: dt.date | None
    issuer: str
    confidence: Confidence = Confidence.CONFIRMED
    kind: DocumentKind | None = attrs.field(default=None, kw_only=True)
    title: str = attrs.field(default="", kw_only=True)
    in_force_from: dt.date | None = attrs.field(default=None, kw_only=True)
    in_force_until: dt.date | None = attrs.field(default=None, kw_only=True)
    replaced_by: str = attrs.field(default="", kw_only=True)


def _day(written: str) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def instruments_of(
    register: tuple[Instrument, ...], kind: DocumentKind | None, symbol: str
) -> tuple[Instrument, ...]:
    """Return the documents that a kind and a symbol may mean; without a kind, those of any kind.

    >>> [item.title for item in instruments_of(INSTRUMENTS, DocumentKind.LAW, "25/2008/QH12")]
    ['Bảo hiểm y tế']
    >>> len(instruments_of(INSTRUMENTS, None, "25/2008/QH12"))
    2
    """
    found = _by_symbol().get(symbol, ()) if register is INSTRUMENTS else register
    return tuple([item for item in found if item.symbol == symbol and kind in (None, item.kind or kind)])


@cache
def _by_symbol() -> Mapping[str, list[Instrument]]:
    found = defaultdict[str, list[Instrument]](list)
    for item in INSTRUMENTS:
        found[item.symbol].append(item)
    return found


_READ: Final = Confidence.CONFIRMED  # the text, or an article of it
_TOLD: Final = Confidence.SECONDARY  # in a newspaper, a handbook, another document
_HEARD: Final = Confidence.UNCONFIRMED  # as a report prints it, without a second source

# fmt: off
_ROWS: Final[tuple[tuple[str, str, str, str, Confidence, str, str, str, str], ...]] = (
    # symbol, kind, issuer, date, confidence, title, in force from, until, replaced by
    ("62-KL/TW", "Kết luận", "Bộ Chính trị", "2009-12-08", _READ, "Tiếp tục đổi mới nội dung và phương thức hoạt động của MTTQ và các đoàn thể chính trị - xã hội", "", "", ""),
    ("834/NQ-UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2019-12-17", _TOLD, "Sắp xếp đơn vị hành chính cấp xã thuộc tỉnh Thừa Thiên Huế", "2020-01-01", "", ""),
    ("03-KH/TU", "Kế hoạch", "Tỉnh ủy", "", _HEARD, "thực hiện Kết luận 62-KL/TW", "", "", ""),
    ("160-TB/TW", "Thông báo", "", "", _HEARD, "tiếp tục thực hiện Kết luận 62-KL/TW", "", "", ""),
    ("149-KH/TU", "Kế hoạch", "Tỉnh ủy", "", _HEARD, "thực hiện Thông báo 160-TB/TW", "", "", ""),
    ("", "Kế hoạch", "Ban Thường trực Ủy ban MTTQ xã", "", _HEARD, "Kế hoạch của Mặt trận xã thực hiện Kết luận 62", "", "", ""),
    ("", "Quy chế", "", "", _TOLD, "Quy chế dân chủ ở cơ sở", "", "", "10/2022/QH15"),
    ("", "Đề án", "", "", _HEARD, "Ngày Chủ nhật xanh", "", "", ""),
    ("90/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "", _TOLD, "Chương trình MTQG giảm nghèo bền vững giai đoạn 2021 - 2025", "", "", ""),
    ("09-CT/TW", "Chỉ thị", "Ban Bí thư", "2011-12-01", _TOLD, "Tăng cường sự lãnh đạo của Đảng đối với phong trào toàn dân bảo vệ an ninh Tổ quốc", "", "", ""),
    ("", "Luật", "Quốc hội", "", _HEARD, "Luật giao thông (đường bộ)", "", "", ""),
    ("", "Luật", "Quốc hội", "", _HEARD, "Luật Phòng, chống tác hại của rượu, bia", "", "", ""),
    ("100/2019/NĐ-CP", "Nghị định", "Chính phủ", "", _HEARD, "Xử phạt vi phạm hành chính trong lĩnh vực giao thông đường bộ và đường sắt", "", "", ""),
    ("10/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", "2023-04-19", _TOLD, "Tăng cường công tác bảo đảm trật tự, an toàn giao thông đường bộ", "", "", ""),
    ("114-KL/TW", "Kết luận", "Ban Bí thư", "2015-07-14", _HEARD, "Nâng cao hiệu quả công tác dân vận của cơ quan nhà nước các cấp", "", "", ""),
    ("16/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", "", _HEARD, "Tăng cường và đổi mới công tác dân vận trong cơ quan hành chính nhà nước", "", "", ""),
    ("", "Quy chế", "HĐND, UBND, Ủy ban MTTQ xã", "", _HEARD, "Quy chế phối hợp công tác giữa HĐND, UBND và Ủy ban MTTQ xã", "", "", ""),
    ("", "Quy chế", "", "", _HEARD, "Quy chế công tác dân vận của hệ thống chính trị", "", "", ""),
    ("25-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "", _TOLD, "Tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới (khóa XI)", "", "", ""),
    ("217-QĐ/TW", "Quyết định", "Bộ Chính trị", "2013-12-12", _TOLD, "Quy chế giám sát và phản biện xã hội của MTTQ và các đoàn thể chính trị - xã hội", "2013-12-12", "", ""),
    ("218-QĐ/TW", "Quyết định", "Bộ Chính trị", "2013-12-12", _TOLD, "Quy định về việc MTTQ, các đoàn thể và nhân dân góp ý xây dựng Đảng, xây dựng chính quyền", "2013-12-12", "", ""),
    ("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2017-10-25", _TOLD, "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả (Trung ương 6 khóa XII)", "", "", ""),
    ("04-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2016-10-30", _TOLD, "Tăng cường xây dựng, chỉnh đốn Đảng; ngăn chặn, đẩy lùi sự suy thoái (Trung ương 4 khóa XII)", "", "", ""),
    ("05-CT/TW", "Chỉ thị", "Bộ Chính trị", "2016-05-15", _TOLD, "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "", "", ""),
    ("", "Nghị quyết", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", "", _HEARD, "Nghị quyết Đại hội XIII", "", "", ""),
    ("", "Nghị quyết", "Đại hội Đảng bộ các cấp", "", _HEARD, "Nghị quyết Đại hội Đảng bộ các cấp", "", "", ""),
    ("", "Nghị quyết", "Đại hội MTTQ các cấp", "", _HEARD, "Chương trình hành động của Đại hội MTTQ các cấp, nhiệm kỳ 2024 - 2029", "", "", ""),
    ("", "Chương trình", "", "", _HEARD, "Chương trình quốc gia về xóa đói giảm nghèo", "", "", ""),
    ("01/ĐA-MTTW-BTT", "Đề án", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2015-05-05", _READ, "Đổi mới công tác thông tin, tuyên truyền của Mặt trận Tổ quốc Việt Nam", "", "", ""),
    ("04-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2016-10-30", _TOLD, "Nghị quyết Trung ương 4 khóa XII", "", "", ""),
    ("21-KL/TW", "Kết luận", "Ban Chấp hành Trung ương Đảng", "2021-10-25", _TOLD, "Đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị (khóa XIII)", "", "", ""),
    ("", "Nghị quyết", "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "", _HEARD, "Đổi mới, nâng cao chất lượng tổ chức Ngày hội Đại đoàn kết toàn dân tộc", "", "", ""),
    ("18-CT/TW", "Chỉ thị", "Ban Bí thư", "2022-10-26", _TOLD, "Phát huy vai trò, nâng cao chất lượng, hiệu quả công tác giám sát, phản biện xã hội của MTTQ và các tổ chức chính trị - xã hội", "", "", ""),
    ("", "Đề án", "MTTQ Việt Nam", "", _HEARD, "Nâng cao chất lượng hoạt động giám sát và phản biện xã hội của MTTQ giai đoạn 2024 - 2029", "", "", ""),
    ("", "Chương trình hành động", "MTTQ Việt Nam", "", _HEARD, "Thực hiện công tác phòng, chống tham nhũng, tiêu cực", "", "", ""),
    ("", "Chương trình", "", "", _HEARD, "Xây dựng nông thôn mới và giảm nghèo bền vững", "", "", ""),
    ("73-KL/TW", "Kết luận", "Bộ Chính trị", "", _HEARD, "Tăng cường quan hệ đối ngoại của Đảng trong tình hình mới (khóa XI)", "", "", ""),
    ("", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "", _HEARD, "Nghị quyết Hội nghị lần thứ 6, 7, 8 BCH Trung ương (khóa XII)", "", "", ""),
    ("", "Chương trình", "", "", _HEARD, "Rèn luyện tư cách người cán bộ Mặt trận", "", "", ""),
    ("", "Điều lệ", "Đại hội đại biểu toàn quốc MTTQ Việt Nam", "", _TOLD, "Điều lệ Mặt trận Tổ quốc Việt Nam", "", "", ""),
    ("75/2015/QH13", "Luật", "Quốc hội", "2015-06-09", _READ, "Mặt trận Tổ quốc Việt Nam", "2016-01-01", "", ""),
    ("97/2025/QH15", "Luật", "Quốc hội", "2025-06-27", _READ, "Sửa đổi, bổ sung Luật MTTQ, Luật Công đoàn, Luật Thanh niên và Luật Thực hiện dân chủ ở cơ sở", "2025-07-01", "", ""),
    ("14/1999/QH10", "Luật", "Quốc hội", "", _READ, "Mặt trận Tổ quốc Việt Nam", "", "2015-12-31", "75/2015/QH13"),
    ("10/2022/QH15", "Luật", "Quốc hội", "2022-11-10", _READ, "Thực hiện dân chủ ở cơ sở", "2023-07-01", "", ""),
    ("34/2007/PL-UBTVQH11", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội", "2007-04-20", _READ, "Thực hiện dân chủ ở xã, phường, thị trấn", "", "2023-06-30", "10/2022/QH15"),
    ("72/2025/QH15", "Luật", "Quốc hội", "2025-06-16", _READ, "Tổ chức chính quyền địa phương", "2025-06-16", "", ""),
    ("65/2025/QH15", "Luật", "Quốc hội", "", _READ, "Tổ chức chính quyền địa phương", "", "2025-06-15", "72/2025/QH15"),
    ("77/2015/QH13", "Luật", "Quốc hội", "", _HEARD, "Tổ chức chính quyền địa phương", "", "", "65/2025/QH15"),
    ("203/2025/QH15", "Nghị quyết", "Quốc hội", "2025-06-16", _READ, "Sửa đổi, bổ sung một số điều của Hiến pháp", "", "", ""),
    ("202/2025/QH15", "Nghị quyết", "Quốc hội", "2025-06-12", _TOLD, "Sắp xếp đơn vị hành chính cấp tỉnh", "", "", ""),
    ("85/2015/QH13", "Luật", "Quốc hội", "2015-06-25", _READ, "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", "2015-09-01", "", ""),
    ("83/2025/QH15", "Luật", "Quốc hội", "2025-06-24", _READ, "Sửa đổi, bổ sung Luật Bầu cử", "2025-07-01", "", ""),
    ("87/2015/QH13", "Luật", "Quốc hội", "2015-11-20", _READ, "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", "2016-07-01", "", "121/2025/QH15"),
    ("121/2025/QH15", "Luật", "Quốc hội", "", _TOLD, "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân (2025)", "2026-03-01", "", ""),
    ("35/2013/QH13", "Luật", "Quốc hội", "2013-06-20", _READ, "Hòa giải ở cơ sở", "2014-01-01", "", ""),
    ("88/2015/QH13", "Luật", "Quốc hội", "2015-11-20", _READ, "Kế toán", "2017-01-01", "", ""),
    ("91/2025/QH15", "Luật", "Quốc hội", "2025-06-26", _READ, "Bảo vệ dữ liệu cá nhân", "2026-01-01", "", ""),
    ("84/2025/QH15", "Luật", "Quốc hội", "2025-06-25", _TOLD, "Thanh tra", "2025-07-01", "", ""),
    ("11/2022/QH15", "Luật", "Quốc hội", "2022-11-14", _TOLD, "Thanh tra (2022)", "2023-07-01", "2025-06-30", "84/2025/QH15"),
    ("56/2010/QH12", "Luật", "Quốc hội", "", _READ, "Thanh tra (2010)", "", "2023-06-30", "11/2022/QH15"),
    ("42/2013/QH13", "Luật", "Quốc hội", "2013-11-25", _READ, "Tiếp công dân", "2014-07-01", "", ""),
    ("02/2011/QH13", "Luật", "Quốc hội", "2011-11-11", _READ, "Khiếu nại", "2012-07-01", "", ""),
    ("25/2018/QH14", "Luật", "Quốc hội", "2018-06-12", _READ, "Tố cáo", "2019-01-01", "", ""),
    ("36/2018/QH14", "Luật", "Quốc hội", "2018-11-20", _READ, "Phòng, chống tham nhũng", "2019-07-01", "", ""),
    ("33/2013/QH13", "Luật", "Quốc hội", "2013-06-19", _READ, "Phòng, chống thiên tai", "2014-05-01", "", ""),
    ("02/2016/QH14", "Luật", "Quốc hội", "2016-11-18", _READ, "Tín ngưỡng, tôn giáo", "2018-01-01", "", ""),
    ("39/2009/QH12", "Luật", "Quốc hội", "2009-11-23", _READ, "Người cao tuổi", "2010-07-01", "", ""),
    ("57/2020/QH14", "Luật", "Quốc hội", "2020-06-16", _READ, "Thanh niên", "2021-01-01", "", ""),
    ("11/2008/QH12", "Luật", "Quốc hội", "2008-06-03", _READ, "Hoạt động chữ thập đỏ", "2009-01-01", "", ""),
    ("14/2012/QH13", "Luật", "Quốc hội", "2012-06-20", _READ, "Phổ biến, giáo dục pháp luật", "2013-01-01", "", ""),
    ("104/2016/QH13", "Luật", "Quốc hội", "2016-04-06", _READ, "Tiếp cận thông tin", "2018-07-01", "", ""),
    ("89/2015/QH13", "Luật", "Quốc hội", "2015-11-23", _READ, "Thống kê", "2016-07-01", "", ""),
    ("73/2006/QH11", "Luật", "Quốc hội", "2006-11-29", _READ, "Bình đẳng giới", "2007-07-01", "", ""),
    ("83/2015/QH13", "Luật", "Quốc hội", "2015-06-25", _READ, "Ngân sách nhà nước", "2017-01-01", "", "89/2025/QH15"),
    ("26/2023/QH15", "Luật", "Quốc hội", "", _TOLD, "Căn cước", "2024-07-01", "", ""),
    ("96/2023/QH15", "Nghị quyết", "Quốc hội", "2023-06-23", _READ, "Lấy phiếu tín nhiệm, bỏ phiếu tín nhiệm", "2023-07-01", "", ""),
    ("175/2024/QH15", "Nghị quyết", "Quốc hội", "", _TOLD, "Thành lập thành phố Huế trực thuộc trung ương", "2025-01-01", "", ""),
    ("30/2026/QH16", "Nghị quyết", "Quốc hội", "2026-04-14", _TOLD, "Thành lập thành phố Đồng Nai", "2026-04-30", "", ""),
    ("36/2026/QH16", "Nghị quyết", "Quốc hội", "", _TOLD, "Thành lập thành phố Quảng Ninh", "2026-09-01", "", ""),
    ("39/2026/QH16", "Nghị quyết", "Quốc hội", "2026-08-04", _TOLD, "Thành lập thành phố Bắc Ninh", "2026-09-20", "", ""),
    ("101/2025/UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-09-26", _READ, "Hội nghị cử tri; giới thiệu, hiệp thương trong bầu cử", "2025-11-01", "", ""),
    ("1186/2021/UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2021-01-11", _READ, "Hội nghị cử tri (bầu cử 2021)", "", "", ""),
    ("1187/NQ-UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2021-01-11", _READ, "Cơ cấu, thành phần người ứng cử đại biểu HĐND 2021 - 2026", "2021-01-11", "", ""),
    ("334/2017/UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2017-01-11", _READ, "Quy chế một số hoạt động giám sát của Quốc hội", "2017-03-01", "", ""),
    ("1654/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh An Giang năm 2025", "2025-07-01", "", ""),
    ("1656/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của thành phố Hà Nội năm 2025", "2025-07-01", "", ""),
    ("1659/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của thành phố Đà Nẵng năm 2025", "2025-07-01", "", ""),
    ("1661/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Điện Biên năm 2025", "2025-07-01", "", ""),
    ("1668/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của thành phố Cần Thơ năm 2025", "2025-07-01", "", ""),
    ("1669/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của thành phố Hải Phòng năm 2025", "2025-07-01", "", ""),
    ("1675/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của thành phố Huế năm 2025", "2025-07-01", "", ""),
    ("1676/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Phú Thọ năm 2025", "2025-07-01", "", ""),
    ("1684/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Tuyên Quang năm 2025", "2025-07-01", "", ""),
    ("1685/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của Thành phố Hồ Chí Minh năm 2025", "2025-07-01", "", ""),
    ("1687/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Vĩnh Long năm 2025", "2025-07-01", "", ""),
    ("1314/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2024-11-30", _TOLD, "Sắp xếp đơn vị hành chính cấp huyện, cấp xã của thành phố Huế", "2025-01-01", "", ""),
    ("1365/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-01-15", _TOLD, "Thành lập các phường thuộc thị xã Phú Mỹ (Bà Rịa - Vũng Tàu)", "2025-03-01", "", ""),
    ("1203/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2024-09-28", _TOLD, "Sắp xếp đơn vị hành chính giai đoạn 2023 - 2025", "2024-11-01", "", ""),
    ("1106/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2024-07-23", _TOLD, "Sắp xếp đơn vị hành chính cấp xã tỉnh Tuyên Quang giai đoạn 2023 - 2025", "2024-09-01", "", ""),
    ("939/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2023-12-13", _TOLD, "Nhập xã Thiệu Phú vào thị trấn Thiệu Hóa (Thanh Hóa)", "2024-02-01", "", ""),
    ("237/NQ-UBTVQH16", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2026-04-14", _TOLD, "Thành lập 10 phường thuộc tỉnh Đồng Nai", "2026-04-30", "", ""),
    ("388/NQ-UBTVQH16", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2026-08-04", _TOLD, "Thành lập 12 phường thuộc tỉnh Bắc Ninh", "2026-09-20", "", ""),
    ("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "Ủy ban Thường vụ Quốc hội, Chính phủ, Đoàn Chủ tịch UBTW MTTQ Việt Nam", "2017-06-15", _READ, "Quy định chi tiết các hình thức giám sát, phản biện xã hội của MTTQ Việt Nam", "2017-06-15", "", ""),
    ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "Ủy ban Thường vụ Quốc hội, Chính phủ, Đoàn Chủ tịch UBTW MTTQ Việt Nam", "2025-09-26", _READ, "Quy trình hiệp thương, giới thiệu người ứng cử Quốc hội khóa XVI, HĐND 2026 - 2031", "2025-11-01", "", ""),
    ("72/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "Ủy ban Thường vụ Quốc hội, Chính phủ, Đoàn Chủ tịch UBTW MTTQ Việt Nam", "2025-02-20", _TOLD, "Tiếp xúc cử tri của đại biểu Quốc hội, đại biểu HĐND", "", "", ""),
    ("19/2008/NQLT-CP-UBTUMTTQVN", "Nghị quyết liên tịch", "Chính phủ, UBTW MTTQ Việt Nam", "2008-08-22", _READ, "Quy chế phối hợp công tác của Chính phủ và UBTW MTTQ", "2008-09-23", "", ""),
    ("88/NQLT-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "Chính phủ, Đoàn Chủ tịch UBTW MTTQ Việt Nam", "2016-10-07", _READ, "Phối hợp thực hiện giảm nghèo bền vững, xây dựng nông thôn mới, đô thị văn minh", "", "", ""),
    ("01/2014/NQLT-CP-UBTƯMTTQVN", "Nghị quyết liên tịch", "Chính phủ, UBTW MTTQ Việt Nam", "2014-11-18", _READ, "Phối hợp thực hiện pháp luật về hòa giải ở cơ sở", "2015-01-10", "", ""),
    ("59/2023/NĐ-CP", "Nghị định", "Chính phủ", "2023-08-14", _READ, "Quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở", "2023-08-15", "", ""),
    ("159/2016/NĐ-CP", "Nghị định", "Chính phủ", "2016-11-29", _READ, "Tổ chức và hoạt động của Ban Thanh tra nhân dân", "2017-02-01", "2023-08-07", "59/2023/NĐ-CP"),
    ("30/2020/NĐ-CP", "Nghị định", "Chính phủ", "2020-03-05", _READ, "Công tác văn thư", "2020-03-05", "", ""),
    ("93/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-10-27", _READ, "Vận động, tiếp nhận, phân phối và sử dụng các nguồn đóng góp tự nguyện", "2021-12-11", "", ""),
    ("64/2008/NĐ-CP", "Nghị định", "Chính phủ", "2008-05-14", _READ, "Vận động, tiếp nhận, phân phối nguồn đóng góp tự nguyện (2008)", "2008-06-06", "2021-12-10", "93/2021/NĐ-CP"),
    ("03/2026/NĐ-CP", "Nghị định", "Chính phủ", "2026-01-09", _TOLD, "Tổ chức, hoạt động của quỹ xã hội, quỹ từ thiện", "2026-03-01", "", ""),
    ("93/2019/NĐ-CP", "Nghị định", "Chính phủ", "2019-11-25", _READ, "Tổ chức, hoạt động của quỹ xã hội, quỹ từ thiện (2019)", "2020-01-15", "2026-02-28", "03/2026/NĐ-CP"),
    ("136/2024/NĐ-CP", "Nghị định", "Chính phủ", "", _TOLD, "Sửa đổi, bổ sung Nghị định 93/2019/NĐ-CP", "", "2026-02-28", "03/2026/NĐ-CP"),
    ("07/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-01-27", _TOLD, "Chuẩn nghèo đa chiều giai đoạn 2021 - 2025", "", "", "351/2025/NĐ-CP"),
    ("30/2025/NĐ-CP", "Nghị định", "Chính phủ", "2025-02-24", _TOLD, "Sửa đổi, bổ sung Nghị định 07/2021/NĐ-CP", "", "", ""),
    ("351/2025/NĐ-CP", "Nghị định", "Chính phủ", "2025-12-30", _TOLD, "Chuẩn nghèo đa chiều quốc gia 2026 - 2030", "", "", ""),
    ("59/2015/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2015-11-19", _TOLD, "Chuẩn nghèo tiếp cận đa chiều giai đoạn 2016 - 2020", "2016-01-05", "", "07/2021/NĐ-CP"),
    ("33/2023/NĐ-CP", "Nghị định", "Chính phủ", "2023-06-10", _TOLD, "Cán bộ, công chức cấp xã và người hoạt động không chuyên trách", "2023-08-01", "", ""),
    ("34/2019/NĐ-CP", "Nghị định", "Chính phủ", "", _TOLD, "Sửa đổi, bổ sung quy định về cán bộ, công chức cấp xã", "", "2023-07-31", "33/2023/NĐ-CP"),
    ("185/2026/NĐ-CP", "Nghị định", "Chính phủ", "2026-05-26", _READ, "Tổ chức, hoạt động của thôn, tổ dân phố và chế độ đối với người hoạt động không chuyên trách", "2026-05-26", "", ""),
    ("27/2018/NĐ-CP", "Nghị định", "Chính phủ", "", _HEARD, "", "", "2026-05-25", "185/2026/NĐ-CP"),
    ("161/2026/NĐ-CP", "Nghị định", "Chính phủ", "2026-05-15", _READ, "Mức lương cơ sở 2.530.000 đồng/tháng", "2026-07-01", "", ""),
    ("73/2024/NĐ-CP", "Nghị định", "Chính phủ", "2024-06-30", _READ, "Mức lương cơ sở 2.340.000 đồng/tháng", "", "2026-06-30", "161/2026/NĐ-CP"),
    ("29/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-03-26", _READ, "Thẩm định dự án quan trọng quốc gia và giám sát, đánh giá đầu tư", "", "", ""),
    ("13/2023/NĐ-CP", "Nghị định", "Chính phủ", "2023-04-17", _READ, "Bảo vệ dữ liệu cá nhân", "2023-07-01", "2025-12-31", "91/2025/QH15; 356/2025/NĐ-CP"),
    ("356/2025/NĐ-CP", "Nghị định", "Chính phủ", "", _TOLD, "Quy định chi tiết Luật Bảo vệ dữ liệu cá nhân", "2026-01-01", "", ""),
    ("174/2016/NĐ-CP", "Nghị định", "Chính phủ", "2016-12-30", _READ, "Quy định chi tiết một số điều của Luật Kế toán", "", "", ""),
    ("15/2014/NĐ-CP", "Nghị định", "Chính phủ", "2014-02-27", _READ, "Quy định chi tiết Luật Hòa giải ở cơ sở", "2014-04-25", "", ""),
    ("45/2010/NĐ-CP", "Nghị định", "Chính phủ", "2010-04-21", _READ, "Tổ chức, hoạt động và quản lý hội", "2010-07-01", "", ""),
    ("20/2021/NĐ-CP", "Nghị định", "Chính phủ", "2021-03-15", _READ, "Chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội", "2021-07-01", "", ""),
    ("125/NQ-CP", "Nghị quyết", "Chính phủ", "2025-05-09", _TOLD, "Thông qua hồ sơ Đề án sắp xếp đơn vị hành chính cấp tỉnh", "", "", ""),
    ("126/NQ-CP", "Nghị quyết", "Chính phủ", "2025-05-09", _TOLD, "Thông qua 34 hồ sơ Đề án sắp xếp đơn vị hành chính cấp xã", "", "", ""),
    ("19/2025/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2025-06-30", _TOLD, "Bảng danh mục và mã số các đơn vị hành chính", "2025-07-01", "", ""),
    ("33/2014/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2014-05-28", _READ, "Hỗ trợ sinh hoạt phí Ủy viên Ủy ban MTTQ", "2014-07-15", "", ""),
    ("04/2024/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2024-03-22", _READ, "Chi đón tiếp, thăm hỏi, chúc mừng do Ủy ban MTTQ các cấp thực hiện", "2024-05-15", "", ""),
    ("33/2017/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2017-07-25", _READ, "Quy chế tiếp nhận, giải quyết và trả lời kiến nghị của cử tri", "2017-09-15", "", ""),
    ("68/2010/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2010-11-01", _READ, "Hội có tính chất đặc thù", "2010-12-20", "", ""),
    ("30/2011/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2011-06-01", _READ, "Thù lao người đã nghỉ hưu lãnh đạo chuyên trách tại các hội", "2011-08-01", "", ""),
    ("23/1998/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", "1998-05-20", _READ, "Phối hợp đẩy mạnh cuộc vận động xây dựng cuộc sống mới ở khu dân cư", "1998-06-04", "", ""),
    ("121/2017/TT-BTC", "Thông tư", "Bộ Tài chính", "2017-11-15", _READ, "Kinh phí Cuộc vận động \"Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh\"", "2018-01-01", "", ""),
    ("337/2016/TT-BTC", "Thông tư", "Bộ Tài chính", "2016-12-28", _READ, "Kinh phí giám sát, phản biện xã hội của MTTQ và các tổ chức chính trị - xã hội", "2017-02-15", "", ""),
    ("35/2018/TT-BTC", "Thông tư", "Bộ Tài chính", "", _READ, "Lập dự toán, quản lý, sử dụng kinh phí (pháp điển, MTTQ)", "", "", ""),
    ("174/2014/TT-BTC", "Thông tư", "Bộ Tài chính", "", _READ, "Kinh phí hoạt động đối với Ban Vận động và tiếp nhận tiền, hàng cứu trợ", "", "", ""),
    ("91/2012/TT-BTC", "Thông tư", "Bộ Tài chính", "2012-05-30", _READ, "Kinh phí Ban Chỉ đạo Cuộc vận động \"Người Việt Nam ưu tiên dùng hàng Việt Nam\"", "2012-07-20", "", ""),
    ("72/2008/TT-BTC", "Thông tư", "Bộ Tài chính", "", _READ, "Hướng dẫn Nghị định 64/2008/NĐ-CP", "", "", ""),
    ("104/2015/TT-BTC", "Thông tư", "Bộ Tài chính", "2015-07-03", _READ, "Đối tượng hưởng Quyết định 33/2014/QĐ-TTg", "2015-08-20", "", ""),
    ("160/2010/TT-BTC", "Thông tư", "Bộ Tài chính", "2010-10-19", _READ, "Sửa đổi Thông tư liên tịch 02/2002", "2010-12-03", "", ""),
    ("144/2014/TTLT-BTC-BVHTTDL", "Thông tư liên tịch", "Bộ Tài chính, Bộ Văn hóa, Thể thao và Du lịch", "2014-09-30", _READ, "Kinh phí Phong trào \"Toàn dân đoàn kết xây dựng đời sống văn hóa\"", "2014-11-15", "", ""),
    ("02/2002/TTLT/BTC-MTTW", "Thông tư liên tịch", "Bộ Tài chính, UBTW MTTQ Việt Nam", "", _READ, "Quản lý tài chính Cuộc vận động xây dựng đời sống văn hóa ở khu dân cư", "2002-01-25", "", ""),
    ("41/2022/TT-BTC", "Thông tư", "Bộ Tài chính", "", _TOLD, "Chế độ kế toán áp dụng cho các hoạt động xã hội, từ thiện", "", "", ""),
    ("20/2026/TT-BTC", "Thông tư", "Bộ Tài chính", "", _HEARD, "", "", "", ""),
    ("100/2014/TTLT-BTC-BTP", "Thông tư liên tịch", "Bộ Tài chính, Bộ Tư pháp", "2014-07-30", _READ, "Kinh phí hòa giải ở cơ sở", "2014-09-15", "", ""),
    ("04/2020/TT-BNV", "Thông tư", "Bộ Nội vụ", "2020-10-13", _READ, "Hướng dẫn Nghị định 93/2019/NĐ-CP", "2020-12-01", "", ""),
    ("50/2023/TT-BTC", "Thông tư", "Bộ Tài chính", "2023-07-17", _TOLD, "Xác định nhu cầu, nguồn kinh phí điều chỉnh lương cơ sở 2023", "", "", ""),
    ("03/HD-MTTW-BTT", "Hướng dẫn", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2025-07-28", _TOLD, "Tổ chức Đại hội đại biểu MTTQ cấp tỉnh, cấp xã nhiệm kỳ 2025 - 2030", "", "", ""),
    ("11/HD-MTTW-BTT", "Hướng dẫn", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2025-09-10", _TOLD, "Tổ chức và hoạt động của Ban Công tác Mặt trận ở khu dân cư", "", "", ""),
    ("18/HD-MTTW-BTT", "Hướng dẫn", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2025-06-02", _TOLD, "Kết thúc hoạt động Ủy ban MTTQ cấp huyện", "", "", ""),
    ("91/HD-MTTW-BTT", "Hướng dẫn", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2013-04-08", _TOLD, "Thể thức và kỹ thuật trình bày văn bản", "", "", ""),
    ("40/TTr-MTTW-BTT", "Thông tri", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2024-03-26", _READ, "Tổ chức, hoạt động của Ban Thanh tra nhân dân và Ban Giám sát đầu tư của cộng đồng", "", "", ""),
    ("28/TT-MTTW-BTT", "Thông tri", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "", _TOLD, "Hướng dẫn Đại hội MTTQ các cấp nhiệm kỳ 2019 - 2024", "", "", ""),
    ("25/TT-MTTW-BTT", "Thông tri", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "", _HEARD, "Ban Công tác Mặt trận", "", "", ""),
    ("78/HD-MTTW-BTT", "Hướng dẫn", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2017-04-24", _TOLD, "Lấy ý kiến sự hài lòng của người dân về nông thôn mới", "", "", ""),
    ("1198/QĐ-MTTW-ĐCT", "Quyết định", "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "2016-12-29", _READ, "Quy chế vận động, quản lý và sử dụng Quỹ \"Vì người nghèo\" (sửa đổi 2016)", "", "", ""),
    ("02/ĐA-MTTW-UB", "Đề án", "Ủy ban Trung ương MTTQ Việt Nam", "2025-08-28", _TOLD, "Đại hội đại biểu toàn quốc MTTQ lần thứ XI, nhiệm kỳ 2026 - 2031", "", "", ""),
    ("", "Nghị quyết", "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "2003-08-01", _TOLD, "Nghị quyết số 04: Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư", "", "", ""),
    ("", "Điều lệ", "Đại hội VIII", "2014-09-27", _TOLD, "Điều lệ MTTQ Việt Nam (Đại hội VIII)", "", "", "Điều lệ 2019"),
    ("", "Điều lệ", "Đại hội IX", "2019-09-20", _TOLD, "Điều lệ MTTQ Việt Nam (Đại hội IX, 2019)", "", "", ""),
    ("", "Điều lệ", "Đại hội X", "", _HEARD, "Điều lệ MTTQ Việt Nam (Đại hội X, 10/2024)", "", "", ""),
    ("", "Điều lệ", "Đại hội XI", "", _HEARD, "Điều lệ MTTQ Việt Nam (Đại hội XI, 2026)", "", "", ""),
    ("07/KH-MTTQ-BTT", "Kế hoạch", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2025-07-24", _TOLD, "Chuyển đổi số MTTQ Việt Nam", "", "", ""),
    ("399-QĐ/TW", "Quy định", "Ban Chấp hành Trung ương", "2026-01-09", _TOLD, "Thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng", "", "", ""),
    ("66-QĐ/TW", "Quy định", "Ban Chấp hành Trung ương", "2017-02-06", _TOLD, "Thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng (2017)", "", "2026-01-08", "399-QĐ/TW"),
    ("05-HD/VPTW", "Hướng dẫn", "Văn phòng Trung ương Đảng", "2026-05-27", _TOLD, "Thể thức, kỹ thuật trình bày văn bản của Đảng", "", "", ""),
    ("36-HD/VPTW", "Hướng dẫn", "Văn phòng Trung ương Đảng", "2018-04-03", _TOLD, "Thể thức và kỹ thuật trình bày văn bản của Đảng (2018)", "", "2026-05-26", "05-HD/VPTW"),
    ("11-QĐi/TW", "Quy định", "Bộ Chính trị", "2019-02-18", _TOLD, "Trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân, đối thoại trực tiếp với dân", "", "", ""),
    ("60-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2025-04-12", _TOLD, "Hội nghị lần thứ mười một khóa XIII (mô hình chính quyền 2 cấp)", "", "", ""),
    ("160-KL/TW", "Kết luận", "Bộ Chính trị", "2025-05-31", _TOLD, "Sắp xếp, kết thúc hoạt động cấp huyện", "", "", ""),
    ("31-HD/BTCTW", "Hướng dẫn", "Ban Tổ chức Trung ương", "2025-04-23", _TOLD, "Thành lập tổ chức đảng và sắp xếp cơ quan MTTQ, đoàn thể cấp tỉnh, cấp xã", "", "", ""),
    ("48-CT/TW", "Chỉ thị", "Ban Bí thư", "", _TOLD, "Lãnh đạo Đại hội MTTQ và các tổ chức chính trị - xã hội các cấp tiến tới Đại hội nhiệm kỳ 2026 - 2031", "", "", ""),
    ("22-CT/TW", "Chỉ thị", "Ban Bí thư", "", _TOLD, "Lãnh đạo Đại hội MTTQ các cấp, nhiệm kỳ 2024 - 2029", "", "", ""),
    ("25-CT/TW", "Chỉ thị", "Ban Bí thư", "2013-05-20", _TOLD, "Lãnh đạo Đại hội MTTQ các cấp, nhiệm kỳ 2014 - 2019", "", "", ""),
    ("43-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2023-11-24", _TOLD, "Tiếp tục phát huy truyền thống, sức mạnh đại đoàn kết toàn dân tộc", "", "", ""),
    ("23-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2003-03-12", _TOLD, "Phát huy sức mạnh đại đoàn kết toàn dân tộc", "", "", ""),
    ("25-NQ/TW", "Nghị quyết", "Bộ Chính trị", "2026-08-22", _TOLD, "Chiến lược công tác tư tưởng", "", "", ""),
    ("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2022-06-16", _TOLD, "Đất đai", "", "", ""),
    ("01-KL/TW", "Kết luận", "Bộ Chính trị", "2021-05-18", _TOLD, "Tiếp tục thực hiện Chỉ thị 05-CT/TW", "", "", ""),
    ("124-QĐ/TW", "Quy định", "", "2018-02-02", _TOLD, "Giám sát của MTTQ, các tổ chức chính trị - xã hội và nhân dân đối với việc tu dưỡng, rèn luyện của cán bộ, đảng viên", "", "", ""),
    ("124-QĐ/TW", "Quy định", "Bộ Chính trị", "2023-10-04", _TOLD, "Kiểm điểm và đánh giá, xếp loại chất lượng hằng năm", "", "", ""),
    ("97-QĐ/TW", "Quy định", "Bộ Chính trị", "2023-02-07", _READ, "Chức năng, nhiệm vụ của đảng đoàn, ban cán sự đảng ở Trung ương", "", "", ""),
    ("304-QĐ/TW", "Quyết định", "Bộ Chính trị", "", _TOLD, "Chức năng, nhiệm vụ, tổ chức bộ máy Cơ quan UBTW MTTQ Việt Nam", "", "", ""),
    ("46-CT/TW", "Chỉ thị", "Bộ Chính trị", "2015-06-22", _TOLD, "Công tác bảo đảm an ninh, trật tự trong tình hình mới", "", "", ""),
    ("48-CT/TW", "Chỉ thị", "Bộ Chính trị", "2010-10-22", _TOLD, "Công tác phòng, chống tội phạm trong tình hình mới", "", "", ""),
    ("28-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương Đảng", "2013-10-25", _TOLD, "Chiến lược bảo vệ Tổ quốc trong tình hình mới", "", "", ""),
    ("37-NQ/TW", "Nghị quyết", "Bộ Chính trị", "2018-12-24", _TOLD, "Sắp xếp đơn vị hành chính cấp huyện, cấp xã", "", "", ""),
    ("40/NQ-HĐBCQG", "Nghị quyết", "Hội đồng Bầu cử quốc gia", "2025-09-29", _READ, "Mẫu văn bản hồ sơ ứng cử; nội quy phòng bỏ phiếu", "2025-09-29", "", ""),
    ("25/2008/QH12", "Nghị quyết", "Quốc hội", "2008-11-14", _READ, "Kéo dài nhiệm kỳ hoạt động 2004 - 2009 của Hội đồng nhân dân và Ủy ban nhân dân các cấp (đến kỳ họp thứ nhất khóa sau, năm 2011)", "2009-04-01", "", ""),
    ("25/2008/QH12", "Luật", "Quốc hội", "", _TOLD, "Bảo hiểm y tế", "", "", ""),
    ("17/TT-MTTW-BTT", "Thông tri", "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam", "2015-04-03", _TOLD, "Hướng dẫn thực hiện một số điều của Điều lệ MTTQ Việt Nam (khóa VIII)", "", "", ""),
    ("1655/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Cà Mau năm 2025", "2025-07-01", "", ""),
    ("1657/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Cao Bằng năm 2025", "2025-07-01", "", ""),
    ("1658/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Bắc Ninh năm 2025", "2025-07-01", "", ""),
    ("1660/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Đắk Lắk năm 2025", "2025-07-01", "", ""),
    ("1662/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Đồng Nai năm 2025", "2025-07-01", "", ""),
    ("1663/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Đồng Tháp năm 2025", "2025-07-01", "", ""),
    ("1664/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Gia Lai năm 2025", "2025-07-01", "", ""),
    ("1665/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Hà Tĩnh năm 2025", "2025-07-01", "", ""),
    ("1666/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Hưng Yên năm 2025", "2025-07-01", "", ""),
    ("1667/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Khánh Hòa năm 2025", "2025-07-01", "", ""),
    ("1670/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Lai Châu năm 2025", "2025-07-01", "", ""),
    ("1671/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Lâm Đồng năm 2025", "2025-07-01", "", ""),
    ("1672/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Lạng Sơn năm 2025", "2025-07-01", "", ""),
    ("1673/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Lào Cai năm 2025", "2025-07-01", "", ""),
    ("1674/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Ninh Bình năm 2025", "2025-07-01", "", ""),
    ("1677/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Quảng Ngãi năm 2025", "2025-07-01", "", ""),
    ("1678/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Nghệ An năm 2025", "2025-07-01", "", ""),
    ("1679/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Quảng Ninh năm 2025", "2025-07-01", "", ""),
    ("1680/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Quảng Trị năm 2025", "2025-07-01", "", ""),
    ("1681/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Sơn La năm 2025", "2025-07-01", "", ""),
    ("1682/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Tây Ninh năm 2025", "2025-07-01", "", ""),
    ("1683/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Thái Nguyên năm 2025", "2025-07-01", "", ""),
    ("1686/NQ-UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội", "2025-06-16", _TOLD, "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Thanh Hóa năm 2025", "2025-07-01", "", ""),
)
# fmt: on

INSTRUMENTS: Final = tuple(
    Instrument(
        symbol,
        _day(date),
        issuer,
        confidence,
        kind=DocumentKind(kind),
        title=title,
        in_force_from=_day(first),
        in_force_until=_day(last),
        replaced_by=successor,
    )
    for symbol, kind, issuer, date, confidence, title, first, last, successor in _ROWS
)
"""What is known; `documents_have_the_date_of_the_register` takes another register as its parameter."""
