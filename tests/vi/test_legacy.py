"""Old encodings: read back exactly where they are sure, never seen where they are not."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import NotationError
from mttq.vi.legacy import LegacyEncoding, convert_legacy, detect_legacy

SAMPLES: list[tuple[LegacyEncoding, str, str]] = [
    ("tcvn3", "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "Uû ban nh©n d©n", "Uỷ ban nhân dân"),
    ("tcvn3", "NguyÔn V¨n An", "Nguyễn Văn An"),
    ("tcvn3", "Hµ Néi, ngµy 05 th¸ng 3 n¨m 2003", "Hà Nội, ngày 05 tháng 3 năm 2003"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    ("tcvn3", "Th«ng t\xad cña UBND, H§ND vµ MTTQ", "Thông tư của UBND, HĐND và MTTQ"),
    ("tcvn3", "thµnh phè Phó Quèc (cò)", "thành phố Phú Quốc (cũ)"),
    ("vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("vni", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    ("vni", "UÛy ban Maët traän Toå quoác", "Ủy ban Mặt trận Tổ quốc"),
    ("vni", "Nghò ñònh 33/2023/NÑ-CP cuûa Chính phuû", "Nghị định 33/2023/NĐ-CP của Chính phủ"),
    ("vni", "ngöôøi ngheøo, tyû leä, quyõ, kyù", "người nghèo, tỷ lệ, quỹ, ký"),
]
OTHERS = """\
Le père Noël est arrivé à l'hôtel où Raphaël a mangé du maïs
Müller hört schöne Lieder über die Straße für Mädchen
The film is 20 µm thick, ±5 µg at 25°C · £5 · © 2020 · § 5
El niño comió año tras año, señor
où haï là
à la carte, déjà vu
Hà Lan 5 µm
có tên là và Hà Nam
ánh sáng và âm thanh
Cộng hòa xã hội chủ nghĩa Việt Nam
CỘNG HÒA XÃ HỘI
Hång
plain text of 100 words
"""


@pytest.mark.parametrize(("encoding", "old", "text"), SAMPLES)
def test_old_text_is_recognised_and_converted(encoding: LegacyEncoding, old: str, text: str) -> None:
    assert detect_legacy(old) == encoding
    assert convert_legacy(old) == convert_legacy(old, encoding) == text


@pytest.mark.parametrize("text", [*OTHERS.splitlines(), ""])
def test_nothing_else_is_taken_for_old_text(text: str) -> None:
    for form in (text, unicodedata.normalize("NFD", text)):
        assert detect_legacy(form) is None
        with pytest.raises(NotationError):
            convert_legacy(form)


@pytest.mark.parametrize(("encoding", "old", "text"), SAMPLES)
def test_converted_text_is_refused_a_second_time(encoding: LegacyEncoding, old: str, text: str) -> None:
    assert detect_legacy(text) is None
    with pytest.raises(NotationError, match="đã là tiếng Việt Unicode"):
        convert_legacy(convert_legacy(old), encoding)


def test_three_of_four_words_must_be_syllables() -> None:
    assert detect_legacy("Céng hoµ x· xyz") == "tcvn3"
    assert detect_legacy("Céng hoµ x· xyz xyz") is None


def test_a_single_word_needs_its_encoding_named() -> None:
    assert (convert_legacy("Hång", "tcvn3"), convert_legacy("Hoàng", "vni")) == ("Hồng", "Hồng")


def test_an_encoding_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="'tcvn3', 'vni', None; đã nhận 'viscii'"):
        convert_legacy("Hång", "viscii")  # type: ignore[arg-type]


def test_a_text_that_reads_equally_well_in_both_is_left_alone() -> None:
    old = "thuû huû"
    assert (convert_legacy(old, "tcvn3"), convert_legacy(old, "vni")) == ("thuỷ huỷ", "thủ hủ")
    assert detect_legacy(old) is None


TCVN3 = "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


def test_tcvn3_has_74_letters() -> None:
    assert len(TCVN3) == len(LETTERS) == 74
    assert convert_legacy(TCVN3, "tcvn3") == LETTERS


@given(st.text(alphabet="aeouy AEOUY"), st.sampled_from("ùøûõï"))
@settings(max_examples=50)
def test_vni_writes_the_tone_after_the_vowel(vowels: str, mark: str) -> None:
    tones = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    old, new = (vowels.replace(" ", "") + sign for sign in (mark, tones[mark]))
    assert convert_legacy(f"b{old}", "vni") == unicodedata.normalize("NFC", f"b{new}")
