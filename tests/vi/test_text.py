"""Spelling: what `normalize`, `clean` and `fold` change, and what they must leave alone."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import FieldError
from mttq.vi.text import (
    DASHES,
    TONES,
    LookAlike,
    clean,
    find_look_alikes,
    fold,
    normalize,
    split_tone,
)

VIETNAMESE = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyĐÂƯ àảãáạầẩẫấậỳỷỹýỵửựờộ-–0123456789.,/%")


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("e\u0302\u0323", "ệ"),
        ("e\u0323\u0302", "ệ"),
        ("ê\u0323", "ệ"),  # half composed, as code page 1258 gives it
        ("ẹ\u0302", "ệ"),
        ("e\u200d\u0302\u0323", "ệ"),
        ("ð Ð ɖ Ɖ", "đ Đ đ Đ"),
        ("１２．５", "12．5"),
        ("a\xa0b\u202fc\u2009d\u3000e", "a b c d e"),
        ("\ufeffTổ\u200bng\xad số\u2060\u200c", "Tổng số"),
        ("62\u2011KL/TW, 05\u2010CT", "62-KL/TW, 05-CT"),
    ],
)
def test_normalize_repairs(found: str, meant: str) -> None:
    assert normalize(found) == meant


@pytest.mark.parametrize(
    "text", ["m²", "½", "…", "₫", "2026 – 2031", "−5", "a — b", "٣", "a\nb\tc", "", "hoà hòa", "№"]
)
def test_normalize_leaves_right_text_alone(text: str) -> None:
    assert normalize(text) == text


@given(st.text())
@settings(max_examples=100)
def test_normalize_is_idempotent_and_blind_to_composition(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once
    assert normalize(unicodedata.normalize("NFD", text)) == once


def test_clean_makes_one_line_with_plain_hyphens() -> None:
    assert clean(f" a\n\n b\t{DASHES}\xa0 ") == "a b " + "-" * len(DASHES)


def test_find_look_alikes_agrees_with_normalize() -> None:
    text = "Quỹ ðền\xa0ơn\u200b １"
    found = find_look_alikes(text)
    assert found == [
        LookAlike(4, "ð", "đ"),
        LookAlike(7, "\xa0", " "),
        LookAlike(10, "\u200b", ""),
        LookAlike(12, "１", "1"),
    ]
    characters = list(text)
    for position, _, meant in found:
        characters[position] = meant
    assert "".join(characters) == normalize(text)
    assert find_look_alikes(normalize(text)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("hoá", "HÓA"),
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("huỷ", "hủy"),
        ("quý", "qúy"),
        ("già", "gìa"),
        ("giếng", "gíêng"),
        ("của", "cuả"),
        ("hoàn", "hòan"),
        ("toàn", "tòan"),
        ("cứu", "cưú"),
        ("thuở", "thủơ"),
        ("rượu", "rựơu"),
        ("tỉ lệ", "tỷ lệ"),
        ("bác sĩ", "Bác  sỹ"),
        ("kì", "kỳ"),
        ("quí", "quý"),
        ("qui định", "quy định"),
        ("2026 – 2031", "2026 - 2031"),
    ],
)
def test_spellings_of_one_text_fold_to_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other) == fold(unicodedata.normalize("NFD", one))


@pytest.mark.parametrize("value", [5, None, b"a"])
def test_anything_but_a_text_is_refused_in_one_line(value: Any) -> None:
    for read in (normalize, clean, fold):
        with pytest.raises(FieldError, match=r"cần chuỗi \(str\); đã nhận"):
            read(value)


def test_the_key_is_right_spelling_by_the_older_rule() -> None:
    text = "quý quỳ giếng gì gìn giặt nghĩa hòa hoàn ủy khuỷu xoài ngoẹo tuyển quốc ý đứa tỷ café lắk 2b"
    assert fold(text) == text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("thi", "thy"),
        ("tai", "tay"),
        ("mái", "máy"),
        ("ma", "má"),
        ("da", "đa"),
        ("tim", "tym"),
    ],
)
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(VIETNAMESE)
@settings(max_examples=100)
def test_fold_is_idempotent_and_blind_to_composition_and_case(text: str) -> None:
    key = fold(text)
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFD", text.upper())) == key


@pytest.mark.parametrize(
    ("tone", "syllable"), [*zip(TONES, ["Đường", "Đưởng", "Đưỡng", "Đướng", "Đượng"], strict=True)]
)
def test_split_tone_parts_letters_from_tone(tone: str, syllable: str) -> None:
    assert split_tone(syllable) == split_tone(unicodedata.normalize("NFD", syllable)) == ("Đương", tone)


INVISIBLE = [
    0xAD,
    0x34F,
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
]
SPACES = [0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]


def test_these_characters_and_no_others_go_or_become_spaces() -> None:
    read = [(code, normalize(chr(code))) for code in range(0xFFFF) if not 0xD800 <= code < 0xE000]
    assert [code for code, text in read if text == ""] == INVISIBLE
    assert [code for code, text in read if text == " "] == SPACES
