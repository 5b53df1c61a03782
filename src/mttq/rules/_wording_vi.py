"""What mttq's rules say in Vietnamese: (title, message) by code.

Messages are courteous, short and addressed to the office; `{name}` is filled with the breach's figures.
"""

from typing import Final

__all__ = ["WORDING_VI"]

WORDING_VI: Final[dict[str, tuple[str, str]]] = {
    "CRI001": (
        "Số cuộc phản biện xã hội bằng tổng các hình thức",
        "Ghi {total} cuộc, cộng các hình thức được {sum}",
    ),
}
