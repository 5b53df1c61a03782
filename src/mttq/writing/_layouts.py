"""How an office's documents look, as data: the State's layout, and that of the Party."""

from collections.abc import Mapping
from typing import Final

import attrs

from mttq.model import SigningAuthority

__all__ = ["LAYOUTS", "Layout"]


@attrs.frozen(kw_only=True)
class Layout:
    """What is printed where, in millimetres and points.

    Args:
        basis: the text that says so.
        margins: top, bottom, left and right.
        columns: the widths of the two halves of the head.
        motto: the lines at the upper right, each with its size; the last has a rule below it.
        number: what stands before number and symbol.
        star: what stands below the issuer, in place of a rule.
        kind: the size of the name of the kind of document.
        authorities: how capacities of signing are written.
    """

    basis: str
    margins: tuple[int, int, int, int]
    columns: tuple[int, int]
    motto: tuple[tuple[str, int], ...]
    number: str
    star: str
    kind: int
    authorities: Mapping[SigningAuthority, str]


LAYOUTS: Final = {
    "nd30": Layout(
        basis="Nghị định 30/2020/NĐ-CP, Phụ lục I",
        margins=(20, 20, 30, 20),
        columns=(62, 98),
        motto=(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12), ("Độc lập - Tự do - Hạnh phúc", 13)),
        number="Số:",
        star="",
        kind=14,
        authorities={authority: str(authority) for authority in SigningAuthority},
    ),
    "party": Layout(
        basis="Hướng dẫn 36-HD/VPTW ngày 03/4/2018 của Văn phòng Trung ương Đảng",
        margins=(20, 20, 30, 15),
        columns=(75, 90),
        motto=(("ĐẢNG CỘNG SẢN VIỆT NAM", 15),),
        number="Số",
        star="*",
        kind=15,
        authorities={
            SigningAuthority.COLLECTIVE: "T/M",
            SigningAuthority.FOR_HEAD: "K/T",
            SigningAuthority.BY_ORDER: "T/L",
            SigningAuthority.BY_AUTHORISATION: "T/U",
            SigningAuthority.ACTING: "Q.",
        },
    ),
}
"""By the names that `word` takes: "nd30", and "party" for documents of the Party.

The Party's was read in secondary sources only, "T/U" for a signature by authorisation in none.
"""
