"""Symbols: the right ones are kept, the wrong ones corrected and flagged, never dropped."""

import pytest

from mttq.vi.documents import parse_document


@pytest.mark.parametrize(
    ("text", "symbol", "issuer"),
    [
        ("Kế hoạch 03-KH/TU", "03-KH/TU", "Tỉnh ủy"),
        ("Kế hoạch số 21-KH/ĐU", "21-KH/ĐU", "Đảng ủy"),
        ("Nghị quyết 12-NQ/HU", "12-NQ/HU", "Huyện ủy"),
        ("Hướng dẫn 36-HD/VPTW", "36-HD/VPTW", "Văn phòng Trung ương Đảng"),
        ("Hướng dẫn 31-HD/BTCTW", "31-HD/BTCTW", "Ban Tổ chức Trung ương"),
        ("Quyết định 1836-QĐ/TWĐTN", "1836-QĐ/TWĐTN", None),
        ("Công văn 59-CV/BCĐ", "59-CV/BCĐ", None),
        ("Nghị quyết 18-NQ/TW", "18-NQ/TW", None),
        ("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP", "Chính phủ"),
        ("Nghị quyết 30a/2008/NQ-CP", "30a/2008/NQ-CP", "Chính phủ"),
        ("Nghị quyết 834/NQ-UBTVQH14", "834/NQ-UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
        ("Nghị quyết 101/2025/UBTVQH15", "101/2025/UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("Luật 75/2015/QH13", "75/2015/QH13", "Quốc hội"),
        ("Pháp lệnh 34/2007/PL-UBTVQH11", "34/2007/PL-UBTVQH11", "Ủy ban Thường vụ Quốc hội"),
        ("Chỉ thị 16/CT-TTg", "16/CT-TTg", "Thủ tướng Chính phủ"),
        ("Thông tư 121/2017/TT-BTC", "121/2017/TT-BTC", "Bộ Tài chính"),
        ("Quyết định 06/2024/QĐ-UBND", "06/2024/QĐ-UBND", None),
        ("Công văn 238/UBND-KGVX", "238/UBND-KGVX", None),
        ("Kế hoạch 16/KH-MTTQ-BTT", "16/KH-MTTQ-BTT", None),
        (
            "Hướng dẫn 91/HD-MTTW-BTT",
            "91/HD-MTTW-BTT",
            "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
        ),
        (
            "Quyết định 1198/QĐ-MTTW-ĐCT",
            "1198/QĐ-MTTW-ĐCT",
            "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        ),
        ("Kế hoạch 97/KH-BVĐ", "97/KH-BVĐ", None),
        ("Quy chế phối hợp số 05/QCPH-MTTQ-UBND", "05/QCPH-MTTQ-UBND", None),
        ("Thông tư 10/2020/TT-BGD&ĐT", "10/2020/TT-BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
        (
            "Thông tư liên tịch 02/2002/TTLT/BTC-MTTW",
            "02/2002/TTLT/BTC-MTTW",
            "Bộ Tài chính, Ủy ban Trung ương MTTQ Việt Nam",
        ),
        ("Thông tư liên tịch 02/2002/TTLT-BTC-XYZ", "02/2002/TTLT-BTC-XYZ", None),
        # the office that drew it up stands last and issues nothing
        ("Quyết định 12-QĐ/ABC-VP", "12-QĐ/ABC-VP", None),
        ("Thông tư 121/2017/TT-BTC-QLN", "121/2017/TT-BTC-QLN", "Bộ Tài chính"),
        (
            "Hướng dẫn 91/HD-MTTW-BTT-DCPL",
            "91/HD-MTTW-BTT-DCPL",
            "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
        ),
    ],
)
def test_a_right_symbol_is_kept_and_names_its_issuer_where_it_does(
    text: str, symbol: str, issuer: str | None
) -> None:
    ref = parse_document(text)
    assert (ref.symbol, ref.issuer, ref.flags) == (symbol, issuer, ())
    assert ref.kind is not None
    assert text.startswith(ref.kind.value)


@pytest.mark.parametrize(
    ("text", "symbol", "flags"),
    [
        ("Kết luận 62/KL-TW", "62-KL/TW", ["separators_swapped"]),
        ("Hướng dẫn 18-HD/MTTW-BTT", "18/HD-MTTW-BTT", ["separators_swapped"]),
        ("Kết luận 62/KL/TW", "62-KL/TW", ["separator_variant"]),
        ("Nghị quyết liên tịch 19/2008/NQ-LT/CP-MTTW", "19/2008/NQLT-CP-MTTW", ["separator_variant"]),
        ("Chỉ thị 05 - CT/TW", "05-CT/TW", ["spaces_in_code"]),
        ("Nghị quyết 834/NQ-UBTVQH 14", "834/NQ-UBTVQH14", ["spaces_in_code"]),
        ("Nghị quyết 25/2018/NQ- HĐND", "25/2018/NQ-HĐND", ["spaces_in_code"]),
        ("Quyết định 1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN", ["missing_dash"]),
        ("Quyết định 1836 QĐ/ TWĐTN", "1836-QĐ/TWĐTN", ["missing_dash", "spaces_in_code"]),
        ("Quyết định số: 289-QĐ/TU", "289-QĐ/TU", ["colon_after_so"]),
        ("Thông tư 4/2020/TT-BNV", "04/2020/TT-BNV", ["leading_zero_dropped"]),
        ("Nghị quyết 412/2017/NQ-UBTVQH14", "412/2017/NQ-UBTVQH14", ["code_mixes_two_styles"]),
        ("Chỉ thị 05/2016-CT/TW", "05/2016-CT/TW", ["code_mixes_two_styles"]),
        ("Kế hoạch 62-KL/TW", "62-KL/TW", ["type_code_mismatch"]),
        ("Chỉ thị số số 46-CT/TW", "46-CT/TW", ["doubled_word"]),
        ("vàNghị quyết 828/NQ-UBTVQH14", "828/NQ-UBTVQH14", ["missing_space_before"]),
        ("Nghị định 30/NĐ-CP", "30/NĐ-CP", ["year_missing_in_code"]),
        ("Luật 75/QH13", "75/QH13", ["year_missing_in_code"]),
        ("Thông tư 05/TT-BTC-QLN", "05/TT-BTC-QLN", ["year_missing_in_code"]),
        (
            "Nghị quyết liên tịch 19-NQ-LT/CP-MTTW",
            "19/NQLT-CP-MTTW",
            ["separators_swapped", "separator_variant", "year_missing_in_code"],
        ),
        ("Nghị quyết liên tịch 102/2025/NQLT.", "102/2025/NQLT", ["code_truncated"]),
        ("Tờ trình 126/SKHĐT", "126/SKHĐT", ["type_missing_in_code"]),
        ("Thông tư số liên tịch 02/2002/TTLT-BTC-MTTW", "02/2002/TTLT-BTC-MTTW", ["word_order"]),
        ("nghị quyết 18-NQ/TW", "18-NQ/TW", ["lower_case_type"]),
        ("Chương trình số 126/XYZ-MTTQ", "126/XYZ-MTTQ", ["type_missing_in_code"]),
        ("Số: 14/KH-UBND", "14/KH-UBND", ["self_number"]),
        ("Quyết định 06/2024/QĐ-UBND ngày 31/02/2024", "06/2024/QĐ-UBND", ["date_invalid"]),
    ],
)
def test_a_wrong_symbol_is_corrected_and_flagged(text: str, symbol: str, flags: list[str]) -> None:
    ref = parse_document(text)
    assert (ref.symbol, list(ref.flags)) == (symbol, flags)


@pytest.mark.parametrize(
    ("text", "symbol", "flags"),
    [
        ("Kế hoạch số 41/KH - UBND", "41/KH-UBND", ("spaces_in_code",)),
        ("Báo cáo số 130/BC – MTTQ – BTT", "130/BC-MTTQ-BTT", ("spaces_in_code",)),
        ("Hướng dẫn số 07 / HD - MTTQ -BTT", "07/HD-MTTQ-BTT", ("spaces_in_code",)),
        ("Nghị định 30 / 2020 / NĐ - CP", "30/2020/NĐ-CP", ("spaces_in_code",)),
        ("Công văn số 88/UBND - NC", "88/UBND-NC", ("spaces_in_code",)),
        ("Công văn số 15 / MTTQ - BTT", "15/MTTQ-BTT", ("spaces_in_code",)),
        ("Kế hoạch số 41/KH-UBND - MTTQ xã phối hợp", "41/KH-UBND", ()),
        ("Nghị định số 60/2021/NĐCP", "60/2021/NĐ-CP", ("parts_glued",)),
        ("Kết luận 54-KLTW", "54-KL/TW", ("parts_glued",)),
        ("Quyết định 12/QĐUBND", "12/QĐ-UBND", ("parts_glued",)),
        ("Thông tư 05/2024/TTBTC", "05/2024/TT-BTC", ("parts_glued",)),
        ("Kế hoạch 27/KHMTTQ-BTT", "27/KH-MTTQ-BTT", ("parts_glued",)),
        ("Kế hoạch 27/KH-MTTQBTT", "27/KH-MTTQ-BTT", ("parts_glued",)),
        ("Kết luận 62KL/TW", "62-KL/TW", ("missing_dash",)),
        ("Kế hoạch số 27/KH-BTT-MTTQ", "27/KH-MTTQ-BTT", ("parts_swapped",)),
        ("Quyết định 10/QĐ-ĐCT-MTTW", "10/QĐ-MTTW-ĐCT", ("parts_swapped",)),
        ("Công văn số 19/BTT-MTTQ", "19/MTTQ-BTT", ("parts_swapped",)),
        ("Hướng dẫn 33/HD-MTTW.BTT", "33/HD-MTTW-BTT", ("separator_variant",)),
        ("Chỉ thị số 18-CT/TƯ", "18-CT/TW", ("centre_variant",)),
        ("Quy định 124-QĐ/T.Ư", "124-QĐ/TW", ("centre_variant",)),
        ("Kết luận số 120-KL/Tw", "120-KL/TW", ("centre_variant",)),
        ("Thông tri số 23/TTr-MTTƯ-BTT", "23/TTr-MTTW-BTT", ("centre_variant",)),
        ("Chỉ thị số 18-CT/TU", "18-CT/TU", ()),
        ("Thông tư 05/2024/TT-BTTTT", "05/2024/TT-BTTTT", ()),
    ],
)
def test_parts_set_apart_glued_or_swapped_are_corrected_and_flagged(
    text: str, symbol: str, flags: tuple[str, ...]
) -> None:
    ref = parse_document(text)
    assert (ref.symbol, ref.flags) == (symbol, flags)
