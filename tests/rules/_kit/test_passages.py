"""Names of units are found in a digest as they are in the whole text."""

import re

import pytest

from mttq.model import Unit, UnitKind
from mttq.rules._kit.passages import hashed, names_in, passages_in, words_of

OWN = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nhân dân xã Trung Sơn.", ()),  # its own
        ("nhân dân xã Hồng Vân", ("xã hồng vân",)),
        ("XÃ HỒNG VÂN", ("xã hồng vân",)),
        ("xã\u00a0Hồng Vân", ("xã hồng vân",)),
        ("xã\nHồng Vân", ("xã hồng vân",)),
        ("xa\u0303 Ho\u0302\u0300ng Va\u0302n", ("xã hồng vân",)),
        ("thị xã Hương Trà", ("thị xã hương trà",)),
        ("phường 5 và phường 12", ("phường 5", "phường 12")),
        ("xã Hồng Vân, huyện A Lưới", ("xã hồng vân huyện a lưới",)),
        ("thị trấn Nông trường Việt Trung có", ("thị trấn nông trường việt trung",)),
        ("các xã: Hồng Vân, Hồng Kim", ("xã hồng vân hồng kim",)),
        ("xã hồng vân", ()),  # no name without capitals
        ("toàn xã. Đảng bộ", ()),  # a sentence ends
        ("xã Một Hai Ba Bốn Năm Sáu Bảy Tám Chín", ("xã một hai ba bốn năm sáu bảy tám",)),
        ("liên xã Hồng Vân", ("xã hồng vân",)),
        ("luxã Hồng Vân", ()),
        ("İİİ XÃ Hồng Vân", ("xã hồng vân",)),  # a letter that is longer when it is small
    ],
)
def test_words_that_may_name_units(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, OWN) == names


def test_words_are_folded_without_the_marks_between_them() -> None:
    assert words_of("“Xã  Hoà-Bình”") == "xã hòa bình"


def test_passages_are_hashes_of_words_around_figures() -> None:
    text = "Trong kỳ đã tổ chức 45 hội nghị của xã Trung Sơn.\nCó 5 mô hình."
    (found,) = passages_in(text, OWN, 10)
    assert found == hashed("đã tổ chức 45 hội nghị của")
    assert len(passages_in(text, OWN, 5)) == 2
    assert re.fullmatch("[0-9a-f]{1,15}", f"{found:x}")


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("HOÀ GIẢI: 45 “VỤ”, việc", "hòa giải 45 vụ việc"),  # however it is spelled
        ("hoa\u0300\u00a0giải \N{SPARKLES} 45 vụ việc", "hòa giải 45 vụ việc"),
        ("hội thảo và/hoặc toạ đàm - 45 cuộc", "và/hoặc tọa đàm 45 cuộc"),
        ("đạt ½ tỷ lệ 12,5% số thôn", "½ tỷ lệ 12,5 số thôn"),
        ("xã A\nđã có 45 hộ", "đã có 45 hộ"),  # of its line
    ],
)
def test_the_words_around_a_figure_are_read_as_they_are_meant(text: str, around: str) -> None:
    assert hashed(around) in passages_in(text, OWN, 10)


def test_a_figure_with_few_words_proves_nothing() -> None:
    assert not passages_in("có 45 hộ\n45 hộ nghèo của xã", OWN, 10)


def test_a_passage_is_about_a_figure_of_the_units_own() -> None:
    """Not about a small one, a year, all of something, or a number that names."""
    text = "Trong kỳ đã tổ chức {} hội nghị ở các thôn."
    figures = ("9", "10", "1.169", "2023", "100%", "số 62")
    assert [figure for figure in figures if passages_in(text.format(figure), OWN, 10)] == ["10", "1.169"]
