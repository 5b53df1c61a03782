"""What mttq's rules say in English: (title, message) by code."""

from typing import Final

__all__ = ["WORDING_EN"]

WORDING_EN: Final[dict[str, tuple[str, str]]] = {
    "CRI001": (
        "Social criticism sessions equal the sum of their forms",
        "{total} sessions are reported, the forms add up to {sum}",
    ),
}
