"""The register of instruments: documents that Front reports cite, each with the day of its issue."""

import datetime as dt
from typing import Final

import attrs

from mttq.rules._rule import Confidence

__all__ = ["INSTRUMENTS", "Instrument"]


@attrs.frozen
class Instrument:
    """A document of the register.

    Args:
        symbol: number and abbreviations in the right form.
        date: the day on which it was issued.
        issuer: who issued it.
        confidence: how well the day is known; an unconfirmed one judges nothing unless a profile asks.
    """

    symbol: str
    date: dt.date
    issuer: str
    confidence: Confidence = Confidence.CONFIRMED


_FRONT: Final = "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam"
INSTRUMENTS: Final = (
    Instrument("834/NQ-UBTVQH14", dt.date(2019, 12, 17), "Ủy ban Thường vụ Quốc hội"),
    Instrument("10/2022/QH15", dt.date(2022, 11, 10), "Quốc hội"),
    Instrument("91/2025/QH15", dt.date(2025, 6, 26), "Quốc hội"),
    Instrument("59/2023/NĐ-CP", dt.date(2023, 8, 14), "Chính phủ"),
    Instrument("93/2021/NĐ-CP", dt.date(2021, 10, 27), "Chính phủ", Confidence.SECONDARY),
    Instrument("351/2025/NĐ-CP", dt.date(2025, 12, 30), "Chính phủ"),
    Instrument("1198/QĐ-MTTW-ĐCT", dt.date(2016, 12, 29), "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam"),
    Instrument("91/HD-MTTW-BTT", dt.date(2013, 4, 8), _FRONT),
    Instrument("18/HD-MTTW-BTT", dt.date(2025, 6, 2), _FRONT),
    Instrument("03/HD-MTTW-BTT", dt.date(2025, 7, 28), _FRONT),
    Instrument("11/HD-MTTW-BTT", dt.date(2025, 9, 10), _FRONT, Confidence.SECONDARY),
    Instrument("36-HD/VPTW", dt.date(2018, 4, 3), "Văn phòng Trung ương Đảng"),
    Instrument("217-QĐ/TW", dt.date(2013, 12, 12), "Bộ Chính trị", Confidence.SECONDARY),
    Instrument("218-QĐ/TW", dt.date(2013, 12, 12), "Bộ Chính trị", Confidence.SECONDARY),
    Instrument("18-CT/TW", dt.date(2022, 10, 26), "Ban Bí thư", Confidence.SECONDARY),
    # from memory only; the real report has 16/5/2016
    Instrument("16/CT-TTg", dt.date(2018, 5, 16), "Thủ tướng Chính phủ", Confidence.UNCONFIRMED),
)
"""What is known; `documents_have_the_date_of_the_register` takes another register as its parameter."""
