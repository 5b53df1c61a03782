"""Names of units: read one by one, found in running text, and what is none."""

import json
import textwrap
import unicodedata
from pathlib import Path

import pytest

from mttq.errors import FieldError, UnitFormatError
from mttq.values import ResidentialKind, UnitKind, UnitName, UnitWord
from mttq.vi import find_units, fold, parse_unit

K, R = UnitKind, ResidentialKind


def found(text: str) -> list[tuple[str, str]]:
    return [(str(unit), text[start:end]) for unit, (start, end) in find_units(text)]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("xã Bình Sơn", [(K.COMMUNE, "Bình Sơn")]),
        (
            "thôn Ka Nôn 2, xã Đông Sơn, huyện A Lưới",
            [(R.VILLAGE, "Ka Nôn 2"), (K.COMMUNE, "Đông Sơn"), (K.DISTRICT, "A Lưới")],
        ),
        (
            "xã Tân Hà (huyện Hàm Tân, tỉnh Bình Thuận)",
            [(K.COMMUNE, "Tân Hà"), (K.DISTRICT, "Hàm Tân"), (K.PROVINCE, "Bình Thuận")],
        ),
        (
            "làng Ring Rai, xã Hà Bầu, huyện Đak Đoa (Gia Lai)",
            [(R.LANG, "Ring Rai"), (K.COMMUNE, "Hà Bầu"), (K.DISTRICT, "Đak Đoa"), (K.PROVINCE, "Gia Lai")],
        ),
        (
            "thôn Nà Hin, xã Quang Thuận (Bạch Thông)",
            [(R.VILLAGE, "Nà Hin"), (K.COMMUNE, "Quang Thuận"), (None, "Bạch Thông")],
        ),
        ("huyện Chư Pah, Gia Lai", [(K.DISTRICT, "Chư Pah"), (K.PROVINCE, "Gia Lai")]),
        (
            "xã Bình Sơn thuộc huyện Bình Sơn - tỉnh Quảng Ngãi",
            [(K.COMMUNE, "Bình Sơn"), (K.DISTRICT, "Bình Sơn"), (K.PROVINCE, "Quảng Ngãi")],
        ),
        (
            "Tổ dân phố số 7 phường An Hòa",
            [(R.RESIDENTIAL_GROUP, "số 7"), (K.WARD, "An Hòa")],
        ),
        ("Tổ dân phố 2 Phú Sơn", [(R.RESIDENTIAL_GROUP, "2 Phú Sơn")]),
        (
            "PHƯỜNG AN HÒA II, TP. BIÊN GIANG",
            [(K.WARD, "An Hòa II"), (UnitWord.CITY, "Biên Giang")],
        ),
        ("XÃ A LƯỚI 3", [(K.COMMUNE, "A Lưới 3")]),
        ("buôn H’Lim, xã Ea H'leo", [(R.BUON, "H’Lim"), (K.COMMUNE, "Ea H'leo")]),
        ("ấp Tân Phú A2", [(R.HAMLET, "Tân Phú A2")]),
        ("xã Hưng Khánh Trung B", [(K.COMMUNE, "Hưng Khánh Trung B")]),
        ("quận 7 (cũ)", [(K.URBAN_DISTRICT, "7")]),
        (
            "P.12, Q.3, TP.HCM",
            [(K.WARD, "12"), (K.URBAN_DISTRICT, "3"), (K.CENTRAL_CITY, "Hồ Chí Minh")],
        ),
        ("tdp 5", [(R.RESIDENTIAL_GROUP, "5")]),
        ("TX Đông Hà", [(K.TOWN, "Đông Hà")]),
        ("TT. Trới", [(K.TOWNSHIP, "Trới")]),
        ("đặc khu Hòn Sơn, tỉnh An Khê", [(K.SPECIAL_ZONE, "Hòn Sơn"), (K.PROVINCE, "An Khê")]),
        ("tỉnh Bà Rịa - Vũng Tàu", [(K.PROVINCE, "Bà Rịa - Vũng Tàu")]),
        ("xã mới Bình An", [(K.COMMUNE, "Bình An")]),
        ("thôn 2 xã Bình Sơn", [(R.VILLAGE, "2"), (K.COMMUNE, "Bình Sơn")]),
        ("huyện đảo Lý Sơn (T.P Đà Nẵng)", [(K.DISTRICT, "Lý Sơn"), (K.CENTRAL_CITY, "Đà Nẵng")]),
        ("quận Ba Đình, Thủ đô Hà Nội", [(K.URBAN_DISTRICT, "Ba Đình"), (K.CENTRAL_CITY, "Hà Nội")]),
        ("TP Buôn Ma Thuột", [(UnitWord.CITY, "Buôn Ma Thuột")]),
        ("bon Pi Nao", [(R.BON, "Pi Nao")]),
        ("Phường An Hội (Huế)", [(K.WARD, "An Hội"), (UnitWord.CITY, "Huế")]),
    ],
)
def test_parse_unit(text: str, chain: list[tuple[UnitKind | ResidentialKind | UnitWord | None, str]]) -> None:
    (kind, name), *above = chain
    parents = tuple(UnitName(kind=kind, name=name) for kind, name in above)
    assert parse_unit(text) == UnitName(kind=kind, name=name, parents=parents)
    assert parse_unit(unicodedata.normalize("NFD", f"  {text}. ")).parents == parents


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("thành phố Huế", UnitWord.CITY),
        ("thành phố Đà Nẵng", K.CENTRAL_CITY),
        ("thành phố Bà Rịa, tỉnh Bà Rịa - Vũng Tàu", K.PROVINCIAL_CITY),
        ("TP Thủ Đức, TP Hồ Chí Minh", K.MUNICIPAL_CITY),
    ],
)
def test_the_level_of_a_city_stays_open_unless_stated(text: str, kind: UnitKind | UnitWord) -> None:
    assert parse_unit(text).kind is kind
    assert parse_unit("quận Ba Đình, thành phố Mẫu").parents[0].kind is K.CENTRAL_CITY


def test_spellings_of_one_name_are_equal() -> None:
    assert parse_unit("TP. Huế") == parse_unit("thành phố Huế") == parse_unit("Tp Huế")
    assert fold("buôn H’Lim") == fold("Buôn H'Lim") == fold("BUÔN HʼLIM")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ủy ban nhân dân", "không đọc được tên đơn vị"),
        ("UBND xã Bình Sơn", "không đọc được"),
        ("xã", "không đọc được"),
        ("5 xã", "không đọc được"),
        ("", "không đọc được"),
        ("Buôn Ma Thuột", "không đọc được"),
        ("Hoàng Sa (TP Đà Nẵng)", "không đọc được"),
        ("các xã: Bình Sơn", "không đọc được"),
        ("xã: Bình Sơn", "không đọc được"),
        ("xã Bình Sơn và xã Bình Lâm", "không rõ “và xã Bình Lâm”; dùng find_units"),
        ("xã Bình Sơn, thôn Đông 2", "không rõ “thôn Đông 2”"),
        ("xã Bình Sơn (Nguyễn Văn A)", "không rõ"),
        ("xã Bình Sơn (Lê Anh)", "không rõ"),
        ("thôn 4, Trà Bui", "không rõ “Trà Bui”"),
    ],
)
def test_parse_unit_refuses(text: str, reason: str) -> None:
    with pytest.raises(UnitFormatError, match=reason):
        parse_unit(text)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "họp tại thôn Đông 2, xã Bình Sơn và phường An Hòa",
            [("thôn Đông 2, xã Bình Sơn", "thôn Đông 2, xã Bình Sơn"), ("phường An Hòa", "phường An Hòa")],
        ),
        ("UBND xã Bình Sơn MTTQ", [("xã Bình Sơn", "xã Bình Sơn")]),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH SƠN", [("xã Bình Sơn", "XÃ BÌNH SƠN")]),
        ("xã Trung Sơn 3 hộ", [("xã Trung Sơn", "xã Trung Sơn")]),
        ("thôn Đông 2 tổ chức, thôn Đông tổ chức", [("thôn Đông 2",) * 2, ("thôn Đông",) * 2]),
        ("xã An Hòa; huyện B", [("xã An Hòa",) * 2, ("huyện B",) * 2]),
        ("các xã Bình Sơn,\nBình Lâm", [("xã Bình Sơn", "Bình Sơn"), ("xã Bình Lâm", "Bình Lâm")]),
        (
            "2 phường Dương Đông, An Thới và 6 xã Dương Tơ, Hàm Ninh của thành phố Phú Quốc (cũ)",
            [
                ("phường Dương Đông", "Dương Đông"),
                ("phường An Thới", "An Thới"),
                ("xã Dương Tơ, thành phố Phú Quốc", "Dương Tơ"),
                ("xã Hàm Ninh, thành phố Phú Quốc", "Hàm Ninh của thành phố Phú Quốc"),
            ],
        ),
        (
            "các bản: Ta Đo (xã Mường Típ), bản Keng Đu (xã Keng Đu)",
            [("bản Ta Đo, xã Mường Típ", "Ta Đo"), ("bản Keng Đu, xã Keng Đu", "bản Keng Đu (xã Keng Đu)")],
        ),
        ("các thôn 1, 2 và 3;", [("thôn 1", "1"), ("thôn 2", "2"), ("thôn 3", "3")]),
        ("các xã Hòa Bình, 2 và Mặt trận", [("xã Hòa Bình",) * 2]),
        ("các phường An Hòa, xã Bình Sơn", [("phường An Hòa",) * 2, ("xã Bình Sơn",) * 2]),
        ("thôn Đông, Tây và Nam", [("thôn Đông", "thôn Đông")]),
        ("xã Bình Sơn (huyện Hòa An nay đã bỏ)", [("xã Bình Sơn",) * 2, ("huyện Hòa An",) * 2]),
    ],
)  # fmt: skip
def test_find_units(text: str, units: list[tuple[str, str]]) -> None:
    assert found(text) == units


@pytest.mark.parametrize(
    "text",
    [
        "có 5 xã và 2 phường; cán bộ xã đã họp với huyện; cấp xã, cấp huyện; thành phố; xã 135; thôn 5 hộ",
        "xã Nông thôn mới, Xã Anh hùng, làng Văn hóa, xã Đoàn Thanh niên, Huyện Đoàn, Tỉnh ủy, Huyện Hội",
        "văn bản Luật, Bản Thỏa thuận, bản Kế hoạch, đường Bà Huyện Thanh Quan, các xã: có",
        "XÃ BÌNH SƠN TỔ CHỨC HỘI NGHỊ TỔNG KẾT CUỐI NĂM",
        "tỉnh Quảng\n\nBình",
    ],
)
def test_words_without_a_name_are_no_units(text: str) -> None:
    assert found(text) == []


LAID_OUT = (
    "họp tại thôn Ka Nôn 2, xã Đông Sơn, huyện A Lưới và các xã Bình Sơn, Bình Lâm (huyện Hòa An); UBND"
    " phường 12, TP. Biên Giang tổ chức tại tổ dân phố số 7 phường An Hòa với 30 đại biểu của xã Hồng Vân"
)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Chủ tịch UBND xã Nguyễn Thị Hoa phát biểu", []),
        ("Phó Trưởng ban MTTQ huyện Trần Văn Bình", []),
        ("Chủ tịch UBND xã Tân An, huyện Trần Văn Thời", ["xã Tân An, huyện Trần Văn Thời"]),
        ("họp ở xã Nguyễn Việt Khái", ["xã Nguyễn Việt Khái"]),
        ("Bí thư Đảng ủy xã Lê Lợi", ["xã Lê Lợi"]),
    ],
)
def test_the_name_of_an_officer_is_no_unit(text: str, units: list[str]) -> None:
    assert [each for _, each in found(text)] == units


@pytest.mark.parametrize("mark", ["  ", "\xa0", " **", "\u200b "])
def test_blanks_and_marks_change_no_name(mark: str) -> None:
    names = [name for name, _ in found(LAID_OUT)]
    assert len(names) == 6
    for place in (place for place, letter in enumerate(LAID_OUT) if letter == " "):
        text = f"{LAID_OUT[:place]}{mark}{LAID_OUT[place + 1 :]}"
        assert [str(unit) for unit, _ in find_units(text)] == names


@pytest.mark.parametrize("width", range(40, 120, 5))
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_change_no_name(width: int, line_end: str) -> None:
    text = line_end.join(textwrap.wrap(LAID_OUT, width))
    assert [str(unit) for unit, _ in find_units(text)] == [name for name, _ in found(LAID_OUT)]


def test_a_wrong_type_is_refused() -> None:
    with pytest.raises(FieldError, match="cần chuỗi"):
        find_units(5)  # type: ignore[arg-type]
    with pytest.raises(FieldError, match="cần chuỗi"):
        parse_unit(5)  # type: ignore[arg-type]


CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "units.jsonl"
_KIND_IS_NOT_SAID = ("Hoàng Sa", "Lý Sơn", "Trường Sa", "Côn Đảo", "Cồn Cỏ", "Phú Quý")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stays outside the project")
def test_real_names() -> None:
    lines = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    units = [
        line for line in lines if line["kind"] == "unit" and not line["text"].startswith(_KIND_IS_NOT_SAID)
    ]
    read = [parse_unit(line["text"]) for line in units]
    assert [(unit.full_name.casefold(), unit.name) for unit in read] == [
        (f"{line['tier']} {line['name']}".casefold(), line["name"]) for line in units
    ]
    for line in lines:
        if line["text"].startswith(_KIND_IS_NOT_SAID) and line["kind"] == "unit":
            with pytest.raises(UnitFormatError):
                parse_unit(line["text"])
