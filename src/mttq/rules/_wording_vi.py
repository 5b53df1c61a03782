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
}
