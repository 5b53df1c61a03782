"""What is searched as bytes has every character in its place."""

import pytest

from mttq.vi import normalize
from mttq.vi._letters import _common, bare, is_common, letters_of, numerals_of

TEXTS = ["", "Ủy ban", "Ủy ban\u00a0xã ☞ 12.5%", "İß中", "a\u0302 ٣２²", "\0_-\n.,/+"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_is_one_byte(text: str) -> None:
    assert len(letters_of(text)) == len(numerals_of(text)) == len(bare(text)) == len(text)


def test_letters_lose_their_marks_and_the_rest_is_blank() -> None:
    assert letters_of("ỦY BAN, Đảng-bộ_62“”…\n☞ñö中") == b"uy ban  dang bo_00     noz"


def test_digits_are_alike_and_marks_beside_them_are_kept() -> None:
    assert numerals_of("hơn 1.169/2-3 hộ_5,\n(8%) ٣２²") == b"aaa 0.000/0-0 aa_0,\n 0   aaa"


def test_common_characters_are_as_they_should_be() -> None:
    assert normalize(_common()) == _common()
    assert is_common(_common())
    assert not is_common("xã\u00a0A")
