"""What mttq's rules say in Vietnamese: (title, message) by code.

Messages are courteous, short and addressed to the office; `{name}` is filled with the breach's figures.
"""

from typing import Final

__all__ = ["WORDING_VI"]

WORDING_VI: Final[dict[str, tuple[str, str]]] = {
    "CAM002": (
        "Số liệu phần lời thống nhất với phụ lục",
        "Phần lời ghi {text}, phụ lục ghi {appendix}",
    ),
    "CAM003": (
        "Số người dự phù hợp với số hội nghị",
        "{total} người dự {count} hội nghị là khác thường",
    ),
    "CAM004": (
        "Khen thưởng nêu trong phần lời không nhiều hơn phụ lục",
        "Phần lời ghi {text}, phụ lục chỉ có {appendix}",
    ),
    "CAM005": (
        "Tỷ lệ phần trăm kèm tử số và mẫu số",
        "Tỷ lệ {share} chưa nêu tử số, mẫu số",
    ),
    "CAM006": (
        "Số năm khớp với giai đoạn kèm theo",
        "Ghi {years} năm nhưng kỳ là {period}",
    ),
    "CRI001": (
        "Số cuộc phản biện xã hội bằng tổng các hình thức",
        "Ghi {total} cuộc, cộng các hình thức được {sum}",
    ),
    "CRI003": (
        "Số cuộc phản biện xã hội không nhiều hơn số văn bản được yêu cầu",
        "Ghi {sessions} cuộc phản biện trên {requested} văn bản được yêu cầu; đề nghị nêu lý do",
    ),
    "CRI004": (
        "Mỗi cuộc phản biện xã hội có ít nhất một ý kiến",
        "Ghi {opinions} ý kiến cho {sessions} cuộc phản biện",
    ),
    "CRI006": (
        "Mỗi năm có ít nhất một cuộc đối thoại với nhân dân",
        "Ghi {held} cuộc đối thoại trong {years} năm",
    ),
}
