import pytest

from mttq.rules._data.lexicon import Slip, _expressions, find_slips


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("", []),
        ("Trưởng ban công tác Mặt trận", []),
        ("TRƯỞNG BAN CÔNG TÁC MẶT TRẬN", []),
        ("Ủy ban, Uỷ ban, hoà giải, hòa giải, cấp uỷ", []),  # the place of the tone is a choice
        ("hàng năm, hằng năm", []),
        ("Trường ban", [Slip(0, "Trường ban", "Trưởng ban")]),
        ("Trường  ban", [Slip(0, "Trường  ban", "Trưởng ban")]),  # blanks hide nothing
        ("nhà trường  ban  hành", []),
        ("việc bàn hành văn bản", [Slip(5, "bàn hành", "ban hành")]),
        ("Hang năm", [Slip(0, "Hang năm", "Hằng năm")]),
        ("giữa quân chúng với", [Slip(5, "quân chúng", "quần chúng")]),
        ("Trên đây là báo Tổng kết", [Slip(9, "là báo Tổng kết", "là báo cáo tổng kết")]),
        ("Trên đây là báo cáo Tổng kết", []),
        ("là thông báo tổng kết", []),
        ("nhan dan", []),  # more than one letter: another script, not a slip
        ("Trường ban, bàn hành", [Slip(0, "Trường ban", "Trưởng ban"), Slip(12, "bàn hành", "ban hành")]),
        # what overlaps an expression that is right is no slip
        ("nhà trường ban hành", []),
        ("tổ dân phố Đàng Bộ", []),  # a name
        ("TRƯỜNG BAN", [Slip(0, "TRƯỜNG BAN", "Trưởng ban")]),
        ("nhà trường ban đầu", []),
        ("từ quản lý", []),
        ("cũng cố gắng", []),
        ("để nghị quyết đi vào cuộc sống", []),
        ("trọng điểm; cộng tác; kiên nghị; đoạn kết", []),
        ("BÀN HÀNH; LẢNH ĐẠO", [Slip(0, "BÀN HÀNH", "Ban hành"), Slip(10, "LẢNH ĐẠO", "Lãnh đạo")]),
        ("Xây dưng", [Slip(0, "Xây dưng", "Xây dựng")]),
        ("uỷ bạn", [Slip(0, "uỷ bạn", "ủy ban")]),
        # a word of a slip, or a name, is passed over and the search goes on
        (
            "là báo tổng kết, bàn hành",
            [Slip(0, "là báo tổng kết", "là báo cáo tổng kết"), Slip(17, "bàn hành", "ban hành")],
        ),
        ("tổ dân phố Đàng Bộ, bàn hành", [Slip(20, "bàn hành", "ban hành")]),
        ("bàn, hành; bàn\nhành; bàn\u2028hành", []),  # words that are not beside each other
        ("中bàn hành, bàn hànhß, _bàn hành", []),  # parts of words
        ("☞ bàn hành ☎ bàn hành", [Slip(2, "bàn hành", "ban hành"), Slip(13, "bàn hành", "ban hành")]),
        ("İ Trường ban", [Slip(2, "Trường ban", "Trưởng ban")]),  # a letter of two in small print
    ],
)
def test_slips_are_found_and_words_with_another_meaning_are_not(text: str, slips: list[Slip]) -> None:
    assert list(find_slips(text)) == slips


def test_of_two_overlapping_slips_the_first_is_reported() -> None:
    assert list(find_slips("ban thương trực")) == [Slip(4, "thương trực", "thường trực")]
    assert list(find_slips("Trường bàn hành")) == [Slip(7, "bàn hành", "ban hành")]
    assert list(find_slips("ủy bạn hành")) == [Slip(0, "ủy bạn", "ủy ban")]


def test_no_expression_hides_a_shorter_one() -> None:
    names = _expressions()
    assert not [(one, other) for one in names for other in names if one.startswith(f"{other} ")]
