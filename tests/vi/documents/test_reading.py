"""Where a citation begins and ends: its date, its issuer, and the words that are none."""

import datetime as dt

import pytest

from mttq.errors import DocumentFormatError
from mttq.vi.documents import find_documents, parse_document


def found(text: str) -> list[str]:
    return [text[start:end] for _, (start, end) in find_documents(text)]


@pytest.mark.parametrize(
    ("after", "date"),
    [
        (" ngày 08/12/2009", dt.date(2009, 12, 8)),
        (", ngày 8/12/2009", dt.date(2009, 12, 8)),
        (" (8/12/2009)", dt.date(2009, 12, 8)),
        (" (ngày 8-12-2009)", dt.date(2009, 12, 8)),
        (", 8/12/2009", dt.date(2009, 12, 8)),
        (" ký ngày 08 tháng 12 năm 2009", dt.date(2009, 12, 8)),
        (" của Bộ Chính trị ngày 8/12/2009", dt.date(2009, 12, 8)),
        (" (Bộ Chính trị ban hành ngày 8/12/2009)", dt.date(2009, 12, 8)),
        (" khóa X, ngày\n08/12/2009", dt.date(2009, 12, 8)),
        ("\n\nngày 8/12/2009", None),
        (" từ ngày 8/12/2009", None),
        (" ngày 8/12", None),
        (", 12 hội nghị", None),
    ],
)
def test_the_date_is_next_to_the_symbol(after: str, date: dt.date | None) -> None:
    text = "Kết luận 62-KL/TW" + after
    ref = parse_document(text)
    assert ref.date == date
    assert ref.raw == (text if date else "Kết luận 62-KL/TW")


@pytest.mark.parametrize(
    ("after", "issuer"),
    [
        ("của Bộ Chính trị đã tập trung đẩy mạnh", "Bộ Chính trị"),
        ("của Bộ chính trị về đổi mới", "Bộ Chính trị"),
        ("do Ban Bí thư ban hành", "Ban Bí thư"),
        ("của ban bí thư về", "Ban Bí thư"),
        ("của BCH TW Đảng khóa XI", "Ban Chấp hành Trung ương Đảng"),
        (
            "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII",
            "Ban Chấp hành Trung ương Đảng",
        ),
        ("của Ban Thường vụ Tỉnh uỷ Nghệ An trên địa bàn", "Ban Thường vụ Tỉnh uỷ Nghệ An"),
        ("của Ban Chấp hành Đảng bộ huyện khóa XXII", "Ban Chấp hành Đảng bộ huyện"),
        ("của Ban Bí thư Trung ương Đoàn", "Ban Bí thư Trung ương Đoàn"),
        ("của UBND huyện A Lưới và Kết luận 62", "UBND huyện A Lưới"),
        ("của Chủ tịch UBND xã A Lưới 3 về", "Chủ tịch UBND xã A Lưới 3"),
        ("của UBND Phường 12, quận Bình Thạnh", "UBND Phường 12, quận Bình Thạnh"),
        ("của Hội đồng nhân dân tỉnh thông qua", "Hội đồng nhân dân tỉnh"),
        ("của Ủy ban bầu cử xã Phố Bảng", "Ủy ban bầu cử xã Phố Bảng"),
        (
            "của Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh, huyện Ba Chẽ, tỉnh Quảng Ninh về",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh, huyện Ba Chẽ, tỉnh Quảng Ninh",
        ),
        ("của Bộ trưởng Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ"),
        ("của Bộ Văn hóa, Thể thao và Du lịch quy định", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("của Hội Chữ thập đỏ Việt Nam.", "Hội Chữ thập đỏ Việt Nam"),
        ("của Sở Kế hoạch và Đầu tư về", "Sở Kế hoạch và Đầu tư"),
        ("của Hội Nông dân xã và Kế hoạch số 06/KH-HPN", "Hội Nông dân xã"),
        ("của Ban Tôn giáo, Dân tộc tỉnh", "Ban Tôn giáo, Dân tộc tỉnh"),
        (
            "của Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh về",
            "Ban Chỉ đạo xóa nhà tạm, nhà dột nát tỉnh",
        ),
        (
            "của Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh",
            "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh",
        ),
        ("của Hội Nông dân xã tổ chức thực hiện tốt", "Hội Nông dân xã"),
        ("của cấp ủy", None),
        ("(Đã hết hiệu lực)", None),
        ("CỦA BỘ CHÍNH TRỊ", "Bộ Chính trị"),
    ],
)
def test_the_issuer_ends_where_its_name_ends(after: str, issuer: str | None) -> None:
    ref, _ = find_documents(f"Nghị quyết 05/NQ-XYZ {after}")[0]
    assert ref.issuer == issuer


def test_a_joint_document_has_several_issuers() -> None:
    text = "Thông tư liên tịch 144/2014/TTLT-XX-YY của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế hướng dẫn"
    assert parse_document(text).issuer == "Bộ Tài chính, Bộ Nội vụ, Bộ Y tế"


def test_one_issuer_of_a_single_document_does_not_take_the_next_body_with_it() -> None:
    assert parse_document("Kết luận 62-KL/TW của Bộ Chính trị, Ban Bí thư").issuer == "Bộ Chính trị"


@pytest.mark.parametrize(
    "text",
    [
        "nghị quyết của cấp ủy, các kế hoạch, chương trình hành động của đại biểu",
        "Kế hoạch 5 năm 2021-2025; Báo cáo 6 tháng đầu năm; Quyết định 2 nội dung; Hướng dẫn 15 hộ",
        "Phương án 1, phương án 2; Dự án 2: Đa dạng hóa; kết luận 62 thời gian qua",
        "đạt 169/1.169 đoàn viên, 45/75 hội nghị; năm 2023/2024; số 12; số liệu 15; 12 - UBND; 51,59%",
        "Kế hoạch\t5\nBáo cáo\t12\nKết luận\n\n62 hộ",
        "Pháp luật của Nhà nước; Hội Luật gia; Luật này; theo Luật, mọi người; Luật hiện hành; Hiến pháp",
        "Nghị quyết 2024; quyết định số lượng 5 đại biểu; văn bản số 5; vàKết luận 62; 238/UBND-KGVX",
        "102/2025/NQLT; 12/KH",
        "Nghị quyết",
        "",
    ],
)
def test_plain_words_and_figures_name_no_document(text: str) -> None:
    assert found(text) == []
    with pytest.raises(DocumentFormatError, match="không tìm thấy văn bản nào"):
        parse_document(text)


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "Quyết định số 217-QĐ/TW, Quyết định số 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị về",
            ["Quyết định số 217-QĐ/TW", "Quyết định số 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị"],
        ),
        ("Các Quyết định số 217, 218-QĐ/TW", ["Quyết định số 217", "218-QĐ/TW"]),
        ("Kết luận 62-KL/TW - UBND xã đã", ["Kết luận 62-KL/TW"]),
        ("Nghị quyết 18, Kết luận 62 và Chỉ thị 05", ["Nghị quyết 18", "Kết luận 62", "Chỉ thị 05"]),
        ("- Kết luận 62\n- Luật Thanh tra\n\nChỉ thị 05", ["Kết luận 62", "Luật Thanh tra", "Chỉ thị 05"]),
        ("Kết luận 62\nthời gian qua; Quyết định 2\nnội dung", ["Kết luận 62"]),
        ("khoản 3 Điều 5 Nghị định số 30/2020/NĐ-CP", ["Nghị định số 30/2020/NĐ-CP"]),
        (
            "Luật Phòng, chống tác hại của rượu, bia và Luật Thanh tra năm 2022; Luật giao thông,",
            ["Luật Phòng, chống tác hại của rượu, bia", "Luật Thanh tra năm 2022", "Luật giao thông"],
        ),
        (
            "Nghị quyết Hội nghị lần thứ 6,7,8 BCH Trung ương Đảng (khóa XII) về",
            ["Nghị quyết Hội nghị lần thứ 6,7,8 BCH Trung ương Đảng (khóa XII)"],
        ),
    ],
)
def test_each_citation_ends_where_the_next_words_begin(text: str, citations: list[str]) -> None:
    assert found(text) == citations


def test_one_citation_takes_nothing_from_another() -> None:
    first, second = (
        ref for ref, _ in find_documents("Quyết định 217-QĐ/TW, Quyết định 218-QĐ/TW, ngày 12/12/2013")
    )
    assert (first.date, second.date) == (None, dt.date(2013, 12, 12))


@pytest.mark.parametrize(
    "text",
    [
        "Số:   /BC-BCĐ",
        "Nghị quyết số      / 2024/NQ-HĐND ngày      tháng 12 năm 2024",
        "năm 2016 / BC- BCĐ",
        "Quyết định số: 0…/QĐ-MTTQ; Kế hoạch số 1.../KH-UBND; Báo cáo số 00 /BC-MTTQ",
        "ngày   tháng 8 năm 2019 /TB- BCĐ; tháng 12 /KH-UBND; ngày 15 /KH-UBND",
        "Quyết định số …/2025/QĐ-UBND; Tờ trình số ..... /TTr-UBND ngày 02/4/2025; Số: -KH/TU",
    ],
)
def test_a_draft_with_a_blank_number_is_not_cited(text: str) -> None:
    """Its year or day is no number of a document."""
    assert found(text) == []
    with pytest.raises(DocumentFormatError, match="văn bản chưa có số"):
        parse_document(text)


@pytest.mark.parametrize(
    ("text", "title", "symbol", "year"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Thanh tra năm 2022",
            "Luật sửa đổi, bổ sung một số điều của Luật Thanh tra", None, 2022,
        ),
        (
            "Luật Sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên và Luật Thực hiện dân chủ"
            " ở cơ sở số 97/2025/QH15 ngày 27/6/2025",
            "Luật Sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên và Luật Thực hiện dân chủ"
            " ở cơ sở", "97/2025/QH15", 2025,
        ),
        (
            "Luật số 03/2022/QH15 sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Đấu thầu",
            "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Đấu thầu", "03/2022/QH15", 2022,
        ),
        ("Luật Đất đai 2013 (sửa đổi năm 2024)", "Luật Đất đai", None, 2013),
        ("Pháp lệnh Ưu đãi người có công (năm 2020)", "Pháp lệnh Ưu đãi người có công", None, 2020),
    ],
)  # fmt: skip
def test_a_law_that_amends_laws_is_one_document(text: str, title: str, symbol: str | None, year: int) -> None:
    ref = parse_document(f"theo {text} và hướng dẫn")
    assert (ref.raw, ref.title, ref.symbol, ref.year) == (text, title, symbol, year)


def test_a_decree_that_amends_a_decree_is_another_document() -> None:
    text = (
        "Nghị định 08/2023/NĐ-CP sửa đổi, bổ sung Nghị định 65/2022/NĐ-CP; Luật số 77/2015/QH13 sửa đổi luật"
    )
    assert found(text) == ["Nghị định 08/2023/NĐ-CP", "Nghị định 65/2022/NĐ-CP", "Luật số 77/2015/QH13"]
