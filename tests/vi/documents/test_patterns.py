"""Each way in which a body, a law or the words after a number are written."""

import datetime as dt

import pytest

from mttq.vi.documents import find_documents, parse_document


def found(text: str) -> list[str]:
    return [text[start:end] for _, (start, end) in find_documents(text)]


@pytest.mark.parametrize(
    "body",
    [
        "Bộ Chính trị",
        *("Ban Bí thư", "Ban Bí thư Trung ương", "Ban Bí thư Trung ương Đảng"),
        "Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh",
        *("BCH TƯ Đoàn", "BCH tw Đoàn TNCS Hồ Chí Minh", "Ban Chấp hành Trung ương"),
        "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
        *("BTV Đảng bộ huyện A Lưới", "BCH Đảng bộ xã", "Ban Thường vụ Đảng bộ phường 12"),
        *("Tỉnh ủy", "Thành ủy Huế", "Quận uỷ Bình Thạnh", "Thị ủy", "Huyện ủy huyện A Lưới"),
        *("Ban Chấp hành Đảng ủy xã", "BTV Huyện ủy"),
        *("UBMTTQVN xã A Lưới 3", "UB MTTQ VN tỉnh", "MTTQ", "Mặt trận Tổ quốc Việt Nam"),
        "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        "BTT Ủy ban MTTQ Việt Nam TP. Huế",
        *("Ủy ban Thường vụ Quốc hội", "Uỷ ban nhân dân xã", "Chủ tịch nước"),
        *("UBND", "UBND tỉnh Bà Rịa - Vũng Tàu", "Chủ tịch UBND TP Huế", "Thường trực HĐND thị trấn Trới"),
        *("Ủy ban nhân dân đặc khu Vân Đồn", "Đoàn Chủ tịch Hội đồng nhân dân xã"),
        "UBND phường 12, quận 3, thành phố Hồ Chí Minh",
        "UBND XÃ Ỷ LA, HUYỆN ẤP ẢNH",
        *("Ủy ban bầu cử xã Phố Bảng", "Hội đồng Bầu cử quốc gia"),
        *("Bộ trưởng Bộ Công an", "Thủ tướng Chính phủ", "Quốc hội"),
    ],
)
def test_a_known_body_in_brackets_is_the_issuer(body: str) -> None:
    text = f"Nghị quyết 05/NQ-XYZ ({body})"
    ref = parse_document(text)
    assert (ref.issuer, ref.raw) == (body, text)


@pytest.mark.parametrize(
    "body", ["Hội Khuyến học", "UBNDX xã", "Bầu cử xã", "Mọi người", "Chủ tịch nước bạn", "Quốc hội trẻ em"]
)
def test_other_words_in_brackets_are_none(body: str) -> None:
    assert found(f"Nghị quyết 05/NQ-XYZ ({body})") == ["Nghị quyết 05/NQ-XYZ"]


@pytest.mark.parametrize("more", ["", " khóa XII", " thông qua", " ngày 05/4/2023", "; sau đó"])
def test_more_may_follow_a_body_in_brackets(more: str) -> None:
    assert parse_document(f"Nghị quyết 05/NQ-XYZ (Quốc hội{more})").issuer == "Quốc hội"


@pytest.mark.parametrize(
    ("after", "issuer"),
    [
        ("Hội Liên hiệp Phụ nữ Việt Nam", "Hội Liên hiệp Phụ nữ Việt Nam"),
        ("Sở Kế hoạch và Đầu tư, Sở Nội vụ", "Sở Kế hoạch và Đầu tư"),
        ("Học viện và Trường Chính trị;", "Học viện và Trường Chính trị"),
        ("Hội LHPN xã ban hành", "Hội LHPN xã"),
        ("Quỹ hỗ trợ học sinh nghèo", None),  # words go on after the second small one
        (
            "Ban chỉ đạo phòng trào đoàn kết",
            "Ban chỉ đạo phòng trào đoàn kết",
        ),  # but say what such a body does
        ("Ban Chỉ đạo phòng, chống dịch bệnh huyện triển khai", "Ban Chỉ đạo phòng, chống dịch bệnh huyện"),
        ("Ban Vận động Quỹ “Vì người nghèo” tỉnh về", "Ban Vận động Quỹ “Vì người nghèo” tỉnh"),
        ("Ban Pháp chế Hội đồng nhân dân tỉnh", "Ban Pháp chế Hội đồng nhân dân tỉnh"),
        ("Ban Kinh tế - Ngân sách HĐND tỉnh;", "Ban Kinh tế - Ngân sách HĐND tỉnh"),
        ("Sở Văn hóa, Thể thao và Du lịch, ngày 05/3/2024", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Bộ Văn hoá, thể thao và du lịch về", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Thanh tra huyện ban hành kèm biểu", "Thanh tra huyện"),
        *((f"Hội Khuyến học {word} xã", "Hội Khuyến học") for word in ("về", "đã", "được", "khóa", "khoá")),
        *(
            (f"Hội Khuyến học {word} xã", "Hội Khuyến học")
            for word in ("ngày", "là", "quy định", "hướng dẫn")
        ),
    ],
)
def test_an_unknown_body_is_its_capitalised_name_up_to_the_end_of_the_clause(
    after: str, issuer: str | None
) -> None:
    ref, _ = find_documents(f"Nghị quyết 05/NQ-XYZ của {after}")[0]
    assert ref.issuer == issuer


LONG_LAWS = """
Bảo vệ và phát triển rừng; Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; Cán bộ, công chức;
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân; Hôn nhân và gia đình; Mặt trận Tổ quốc Việt Nam;
MTTQ Việt Nam; MTTQ VN; Phòng cháy, chữa cháy; Phòng cháy và chữa cháy; Phòng, chống bạo lực gia đình;
Phòng, chống ma túy; Phòng, chống tác hại của rượu, bia; Phòng, chống tham nhũng; Thi đua, khen thưởng;
Thực hành tiết kiệm, chống lãng phí; Tín ngưỡng, tôn giáo; Trật tự, an toàn giao thông đường bộ
"""


@pytest.mark.parametrize("name", " ".join(LONG_LAWS.split()).split("; "))
def test_the_name_of_a_law_that_holds_a_comma_or_an_and_is_known_whole(name: str) -> None:
    assert found(f"tuyên truyền Luật {name} cho mọi người") == [f"Luật {name}"]
    assert found(f"LUẬT {name.upper()} cho mọi người") == [f"LUẬT {name.upper()}"]


LAW_ENDS = """
có, đã, đến, được, gắn, hiện hành, là, ngày, nhằm, sửa đổi, theo, thì, trong, và, về, với
"""


@pytest.mark.parametrize("word", LAW_ENDS.strip().split(", "))
def test_the_name_of_a_law_ends_before_a_word_that_continues_the_sentence(word: str) -> None:
    assert found(f"theo Luật Thanh tra {word} nơi này") == ["Luật Thanh tra"]
    assert found(f"theo Luật Thanh tra x{word} nơi này") == [f"Luật Thanh tra x{word} nơi này"]


@pytest.mark.parametrize("end", [".", ",", ";", ":", ")", "”", "\t", "\n\nXã", "\n", ""])
def test_the_name_of_a_law_ends_with_the_clause(end: str) -> None:
    assert found(f"theo Luật Thanh tra{end}") == ["Luật Thanh tra"]


def test_the_name_of_a_law_runs_on_in_the_next_line() -> None:
    assert found("theo Luật Thanh\ntra, xã đã") == ["Luật Thanh\ntra"]


NO_LAWS = "sư, gia, số, này, đó, trên, là, có, đã, được, phải, hiện hành, của, và"


@pytest.mark.parametrize("word", NO_LAWS.split(", "))
def test_the_word_law_alone_names_none(word: str) -> None:
    assert found(f"các Luật {word} nhân dân") == []
    assert found(f"các Luật {word}x nhân dân,") == [f"Luật {word}x nhân dân"]


FOLLOWERS = """
chưa, có, cũng, của, do, đã, đến, được, gắn, hay, hoặc, không, khóa, khoá, là, ngày, nhằm, tại, theo, thì,
thời gian, trên, trong, và, vào, về, với
"""


@pytest.mark.parametrize("word", " ".join(FOLLOWERS.split()).split(", "))
def test_a_bare_number_names_a_document_before_a_word_that_continues_the_sentence(word: str) -> None:
    assert found(f"Kết luận 62 {word} nơi này") == ["Kết luận 62"]
    assert found(f"Kết luận 62 {word}x nơi này") == []


@pytest.mark.parametrize("end", [".", ",", ";", ":", ")", " (", "”", " -", "\t", "\n- Xã", "\n", ""])
def test_a_bare_number_names_a_document_at_the_end_of_a_clause(end: str) -> None:
    assert found(f"Kết luận 62{end}") == ["Kết luận 62"]


@pytest.mark.parametrize("end", [",5 điểm", "\nhội nghị", "%", "/7"])
def test_any_other_bare_number_names_none(end: str) -> None:
    assert found(f"Kết luận 62{end}") == []


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Điều lệ MTTQ",
            "Điều lệ Mặt trận Tổ quốc Việt Nam",
            "Điều lệ Đảng Cộng sản Việt Nam",
            "Điều lệ Đảng",
        ),
        *("Bộ luật Dân sự", "BỘ LUẬT LAO ĐỘNG", "Luật Dân quân"),
        "Nghị quyết Đại hội đại biểu Đảng toàn quốc lần thứ XIII của Đảng",
        "Nghị quyết Đại hội Đảng đại biểu toàn quốc lần thứ XIII",
        "Nghị quyết đại hội toàn quốc lần thứ X",
    ],
)
def test_a_document_may_be_called_by_its_name(title: str) -> None:
    [(ref, _)] = find_documents(f"học tập {title}.")
    assert (ref.title, ref.raw) == (title, title)


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Nghị quyết Trung ương 4", "khóa XII"),
        ("Nghị quyết Trung ương 4", "(khoá 12)"),
        ("Nghị quyết Hội nghị 6", "khóa XII"),
        ("Nghị quyết hội nghị Trung ương lần thứ 6, 7", ", khóa XII"),
        ("Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung ương", "(khóa XII)"),
    ],
)
def test_a_resolution_of_a_plenum_has_its_term(title: str, term: str) -> None:
    text = f"{title} {term}".replace(" ,", ",")
    [(ref, _)] = find_documents(f"{text} và của xã")
    assert (ref.title, ref.term, ref.raw) == (title, term.strip(",() ").split()[-1], text)
    assert [item for item in found(f"{title} của xã") if item.startswith(title)] == []


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Hiến pháp 2013 quy định", "Hiến pháp 2013"),
        ("Hiến pháp năm 1992 quy định", "Hiến pháp năm 1992"),
        ("Luật Thanh tra, năm 2022 của Quốc hội khóa XV.", "Luật Thanh tra, năm 2022 của Quốc hội khóa XV"),
        ("Luật Thanh tra năm 20225", "Luật Thanh tra"),
        ("Quy chế phối hợp số 05/QC-MTTQ", "Quy chế phối hợp số 05/QC-MTTQ"),
        ("Quyết định liên ngành số 05/QĐ-MTTQ", "Quyết định liên ngành số 05/QĐ-MTTQ"),
        ("Văn bản số 217-QĐ/TW của xã", "Văn bản số 217-QĐ/TW"),
        ("QĐ số 217-QĐ/TW của xã", "QĐ số 217-QĐ/TW"),
        ("NQ 18-NQ/TW của xã", "NQ 18-NQ/TW"),
        ("NĐ 30/2020/NĐ-CP của xã", "NĐ 30/2020/NĐ-CP"),
    ],
)
def test_a_citation_begins_with_what_it_is(text: str, citation: str) -> None:
    assert found(text) == [citation]


@pytest.mark.parametrize(
    "text", ["Pháp lệnh số", "Hiến pháp 3", "pháp Lệnh 5/L-CTN", "PHÁP LỆNH 5", "Hiến pháp là"]
)
def test_a_part_of_a_word_begins_no_citation(text: str) -> None:
    assert [citation for citation in found(text) if citation.lower().startswith("lệnh")] == []


@pytest.mark.parametrize(
    ("day", "date"),
    [
        *((f"ngày {day}", dt.date(2009, 12, 8)) for day in ("8/12/2009", "8 . 12 . 2009", "08-12-2009")),
        *(
            (f"ký ngày {day}", dt.date(2009, 12, 8))
            for day in ("8 tháng 12 năm 2009", "8 tháng 12, năm 2009")
        ),
        *((f"{word} 8/12/2009", None) for word in ("ký", "ban hành", "từ ngày")),
        ("ngày 8/12/20091", None),
    ],
)
def test_a_date_is_written_in_full(day: str, date: dt.date | None) -> None:
    assert parse_document(f"Kết luận 62-KL/TW {day}").date == date
