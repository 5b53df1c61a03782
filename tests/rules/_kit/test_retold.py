import pytest

from mttq.rules._kit.retold import retold_in
from mttq.values import Quantity
from mttq.vi import format_figure
from mttq.wording import Phrase, label


def told(text: str) -> list[tuple[str, str, str, bool]]:
    return [
        (text[one.start : one.end], shown(one.first), shown(one.second), one.agrees)
        for one in retold_in(text)
    ]


def shown(figure: Quantity | Phrase | int) -> str:
    return label(figure, "en") if isinstance(figure, str) else format_figure(figure)


@pytest.mark.parametrize(
    ("text", "first", "second", "agrees"),
    [
        ("1.500.000 đồng (Một triệu năm trăm nghìn đồng)", "1.500.000 đồng", "1.500.000 đồng", True),
        ("1.500.000đ (Bằng chữ: một triệu năm trăm đồng chẵn)", "1.500.000 đồng", "1.000.500 đồng", False),
        ("1.500.000 đồng (bằng chữ: năm trăm nghìn đồng)", "1.500.000 đồng", "500.000 đồng", False),
        (
            "hơn 1,5 tỷ đồng (một tỷ năm trăm ba mươi triệu đồng)",
            "hơn 1,5 tỷ đồng",
            "1.530.000.000 đồng",
            True,
        ),
        ("hơn 25.000.000 đồng (hai mươi lăm triệu đồng)", "hơn 25.000.000 đồng", "25.000.000 đồng", True),
        ("25.000.000 đồng (hai mươi triệu đồng)", "25.000.000 đồng", "20.000.000 đồng", False),
        ("1,5 tỷ đồng (1.500 triệu đồng)", "1,5 tỷ đồng", "1.500 triệu đồng", True),
        ("1,5 tỷ đồng (150 triệu đồng)", "1,5 tỷ đồng", "150 triệu đồng", False),
        ("1,5 tỉ đồng (15 triệu đồng)", "1,5 tỷ đồng", "15 triệu đồng", False),
        ("1,5 tỷ (15.000 triệu đồng)", "1,5 tỷ đồng", "15.000 triệu đồng", False),
        ("22 người, gồm 12 nam và 9 nữ", "22", "21", False),
        ("21 đại biểu tham dự (12 nam, 9 nữ)", "21", "21", True),
        ("1.022 hội viên: nữ 510 người, nam 512 người", "1.022", "1.022", True),
        ("22 vị, trong đó có 9 nữ và 12 nam", "22", "21", False),
        ("22 vị (nữ 9, nam 13)", "22", "22", True),
        ("45 đại biểu (trong đó: 20 nữ, 25 nam)", "45", "45", True),
        ("22 uỷ viên trúng cử, bao gồm: nam: 12 đồng chí; nữ: 9 đồng chí", "22", "21", False),
        ("Thứ Hai, ngày 01/12/2026", "Monday", "Tuesday", False),
        ("Thứ Ba (ngày 01/12/2026", "Tuesday", "Tuesday", True),
        ("chủ nhật, ngày 6.12.2026", "Sunday", "Sunday", True),
        ("01/12/2026 (thứ Tư)", "Wednesday", "Tuesday", False),
        ("1-12-2026 (Thứ 3)", "Tuesday", "Tuesday", True),
        ("Thứ Ba, ngày 01 tháng 12 năm 2026", "Tuesday", "Tuesday", True),
    ],
)
def test_what_is_told_twice_is_compared(text: str, first: str, second: str, agrees: object) -> None:
    assert told(text) == [(text, first, second, agrees)]
    assert told(f"Đầu.\n{text}.\n\nCuối.") == [(text, first, second, agrees)]


@pytest.mark.parametrize(
    "text",
    [
        "chi 5.000.000 đồng (năm trăm nghìn đồng)",  # for each of them, it may be
        "chi 5.000.000 đồng (Một triệu hai đồng)",
        "chi 5.000.000 đồng (không đồng)",
        "chi 5.000.000 đồng (Trích từ quỹ)",
        "chi 5.000.000 đồng (đạt 80%)",
        "chi 5.000.000 đồng, (500.000 đồng)",
        "chi 5.000.000 đồng (hơn 5.000.000 đồng)",
        "chi 5 tỷ đồng (500 triệu đồng)",
        "chi 1,5 tỷ đồng (150 triệu đồng/căn)",
        "xây 10 căn, chi 1,5 tỷ đồng (150 triệu đồng)",
        "mỗi căn chi 1,5 tỷ đồng (150 triệu đồng)",
        "chi 1,5 tỷ đồng (200 triệu đồng)",
        "chi 15 tỷ đồng (1,5 tỷ đồng)",
        "chi 1.500 hộ nghìn đồng (150 triệu đồng)",
        "năm triệu 5 nghìn (150 triệu đồng)",
        "khoảng 22 người, gồm 12 nam và 9 nữ",
        "20 đến 22 người, gồm 12 nam và 9 nữ",
        "20-22 người, gồm 12 nam và 9 nữ",
        "22 người, trong đó có 2 nam và 9 nữ là người có uy tín",
        "22 người, gồm 12 nam, 9 nữ, 1 tập thể",
        "22 hộ, gồm 12 nam và 9 nữ",
        "22 người dự, 12 nam và 9 nữ",
        "có 9 nữ",
        "nữ 9 người",
        "Hội nghị lần thứ hai, ngày 01/12/2026",
        "Thứ hai, ngày 01/12/2026 xã tổ chức",
        "Hội nghị lần Thứ Hai, ngày 01/12/2026",
        "thứ bảy, chủ nhật, ngày 01/12/2026",
        "thứ bảy và chủ nhật, ngày 01/12/2026",
        "Thứ Hai, ngày 31/02/2026",
        "Thứ Hai, ngày 01/12",
        "Thứ Hai, ngày 01/12/2026/5",
        "Thu Hai, ngày 01/12/2026",
        "01/12/2026 (thứ ba liên tiếp)",
        "15/2026 (thứ ba)",
        "",
    ],
)
def test_what_may_be_meant_in_another_way_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_long_text_is_read_around_the_figures_only() -> None:
    text = f"{'một từ ' * 90}thu 1,5 tỷ đồng (150 triệu đồng), 22 người, gồm 12 nam và 9 nữ{' x' * 60}"
    assert [one[:1] for one in told(text)] == [("1,5 tỷ đồng (150 triệu đồng)",)]
    assert told(f"22 người, gồm {'0' * 30}12 nam và 9 nữ") == []
    assert told(f"1,5 tỷ đồng{'.' * 400}5 tỷ đồng (150 triệu đồng)") == []
