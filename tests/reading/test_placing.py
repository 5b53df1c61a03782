"""Layouts of offices: a figure is placed where line and column are certain, and handed back otherwise."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from runpy import run_path

import attrs
import pytest

import mttq
from mttq.forms import ImplementationAppendix, ParticipationAppendix, form, form_of, row
from mttq.reading import Hints, ReadError, Reading, Reason
from mttq.values import Pair, Share, Tier

MADE = run_path(str(Path(__file__).with_name("office.py")))
handed_back = MADE["handed_back"]
MEMBERS = MADE["MEMBERS"]
CRITICISM = [
    item for item in form_of(ParticipationAppendix).rows if item.path[0] == "criticism" and len(item.path) > 1
]
APPENDICES = (ImplementationAppendix, ParticipationAppendix)


@form("test-reading-fund", title="Quỹ thử")
@attrs.frozen(kw_only=True)
class Fund:
    """A user's own form."""

    raised: mttq.Money | None = row("1", "Số tiền vận động được trong kỳ")
    spent: mttq.Money | None = row("2", "Số tiền đã chi hỗ trợ")
    houses: mttq.Count | None = row("3", "Số nhà Đại đoàn kết được xây mới", unit="houses")
    share: Share | None = row("4", "Tỷ lệ hộ nghèo")
    area: Decimal | None = row("5", "Diện tích đất hiến tặng")


def read(data: bytes, *, forms: Sequence[type] = APPENDICES, hints: Hints | None = None) -> Reading:
    """Read a file as one of the appendices: other tests declare forms, too."""
    return mttq.reading.read(data, forms=forms, hints=hints)


def tabs(*rows: Sequence[str]) -> bytes:
    return "\n".join("\t".join(cells) for cells in rows).encode()


def placed(reading: Reading) -> dict[str, object]:
    """Return the values by unit and path, without the code of the form."""
    return {
        f"{figure.unit}: {path}" if figure.unit else path: figure.value
        for figure in reading.figures
        for path in [figure.path.partition(".")[2]]
    }


def fund(
    *lines: tuple[str, str], head: Sequence[str] = ("TT", "Nội dung", "Kết quả"), over: str = ""
) -> Reading:
    rows = [(str(number), label, said) for number, (label, said) in enumerate(lines, start=1)]
    return read(over.encode() + tabs(head, *rows), forms=[Fund])


MONEY = (("Số tiền vận động được trong kỳ", "872"), ("Số tiền đã chi hỗ trợ", "1.500,5"))


# --- which column ---
@pytest.mark.parametrize(
    ("head", "column"),
    [
        (("STT", "Nội dung", "Số lượng"), 2),
        (("Số lượng", "Nội dung"), 0),
        (("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Ghi chú"), 3),
        (("TT", "Chỉ tiêu", "ĐVT", "Kết quả thực hiện"), 3),
        (("TT", "Nội dung", "Năm 2023"), 2),
        (("TT", "Nội dung", "Tổng số"), 2),
    ],
)
def test_the_head_says_which_column_is_read(head: Sequence[str], column: int) -> None:
    lines = []
    for number, label, _ in MEMBERS:
        known = {"STT": number, "TT": number, "Nội dung": label, "Chỉ tiêu": label, "ĐVT": "người"}
        lines.append([known.get(word, str(100 * place + int(number))) for place, word in enumerate(head)])
    reading = read(tabs(head, *lines))

    assert [figure.value for figure in reading.figures] == [100 * column + number for number in (1, 2, 3, 4)]
    assert {item.reason for item in reading.unread} <= {Reason.OTHER_COLUMN}
    others = sum(word not in ("STT", "TT", "Nội dung", "Chỉ tiêu", "ĐVT") for word in head) - 1
    assert len(reading.unread) == 4 * others


@pytest.mark.parametrize(
    "head",
    [("TT", "Nội dung", "Năm 2022", "Năm 2023"), ("TT", "Nội dung", "Kế hoạch", "Số lượng năm trước"), ()],
)
def test_two_columns_with_the_same_head_are_handed_back(head: Sequence[str]) -> None:
    lines = [(number, label, f"1{number}", f"2{number}") for number, label, _ in MEMBERS]
    reading = read(tabs(*([head] if head else []), *lines))

    assert reading.figures == ()
    assert handed_back(reading) == [(text, Reason.OTHER_COLUMN) for _, _, *both in lines for text in both]
    assert reading.unread[0].candidates == ("kl62-pl1.membership.members",)


def test_a_table_without_a_head_is_read_if_one_column_right_of_the_words_has_figures() -> None:
    reading = read(tabs(*((number, label, f"1{number}") for number, label, _ in MEMBERS)))
    assert [figure.value for figure in reading.figures] == [11, 12, 13, 14]

    left = read(tabs(*((f"1{number}", label) for number, label, _ in MEMBERS)))
    assert left.figures == ()
    assert {item.reason for item in left.unread} == {Reason.OTHER_COLUMN}


def test_rows_that_count_the_columns_are_heads() -> None:
    head = [("STT", "Nội dung", "Số lượng", "Ghi chú"), ("A", "B", "1", "2")]
    reading = read(tabs(*head, *((number, label, f"1{number}", "") for number, label, _ in MEMBERS)))

    assert [figure.value for figure in reading.figures] == [11, 12, 13, 14]
    assert reading.unread == ()


def test_levels_may_be_columns_and_must_be_named() -> None:
    lines = [(item.printed, item.label, "1", "2", "3") for item in CRITICISM]
    reading = read(tabs(("STT", "Nội dung", "Cấp tỉnh", "Cấp huyện và tương đương", "Xã"), *lines))
    assert {(figure.path.rpartition(".")[2], figure.value) for figure in reading.figures} == {
        ("province", 1),
        ("district", 2),
        ("commune", 3),
    }
    one = read(
        tabs(("STT", "Nội dung", "Số lượng"), *((item.printed, item.label, "7") for item in CRITICISM))
    )
    assert one.figures == ()
    assert one.unread[0].candidates == tuple(
        f"kl62-pl2.criticism.requested.{tier}" for tier in ("province", "district", "commune")
    )
    twice = read(
        tabs(
            ("STT", "Nội dung", "Cấp xã", "Cấp xã"),
            *((item.printed, item.label, "7", "8") for item in CRITICISM),
        )
    )
    assert {item.reason for item in twice.unread} == {Reason.OTHER_COLUMN}


# --- which line ---
def test_a_line_that_the_form_lacks_is_handed_back() -> None:
    lines = [(label, "5") for _, label, _ in MEMBERS]
    lines[1:1] = [("Số buổi chiếu phim lưu động", "9"), ("Tổng số hội viên mới", "8")]
    reading = read(tabs(("Nội dung", "Số lượng"), *lines))

    assert len(reading.figures) == 4
    assert [(item.text, item.reason, item.label) for item in reading.unread] == [
        ("9", Reason.NO_LINE, "Số buổi chiếu phim lưu động"),
        ("8", Reason.NEAR_TIE, "Tổng số hội viên mới"),
    ]


def test_a_label_that_is_only_a_level_may_mean_many_lines() -> None:
    reading = read(tabs(("Nội dung", "Số lượng"), ("Cấp tỉnh", "1"), ("Cấp huyện và tương đương", "2")))
    assert handed_back(reading) == [("1", Reason.NEAR_TIE), ("2", Reason.NEAR_TIE)]


def test_one_line_does_not_make_a_table_a_form() -> None:
    reading = read(tabs(("Nội dung", "Số lượng"), ("Số thôn", "1"), ("Số hộ", "2"), (MEMBERS[0][1], "3")))
    assert [item.reason for item in reading.unread] == [Reason.NO_LINE, Reason.NO_LINE, Reason.NEAR_TIE]


def test_a_figure_on_a_heading_and_one_claimed_twice_are_handed_back() -> None:
    heading = ("III", "Công tác xây dựng tổ chức, bộ máy và phát triển đảng viên", "99")
    lines = [heading, *((number, label, "5") for number, label, _ in MEMBERS)]
    assert handed_back(read(tabs(("STT", "Nội dung", "Số lượng"), *lines))) == [("99", Reason.HEADING)]

    hints = Hints(lines={"Hội viên": "kl62-pl1.membership.members"})
    twice = read(tabs(("Nội dung", "Số lượng"), (MEMBERS[0][1], "5"), ("Hội viên", "6")), hints=hints)
    assert [(item.text, item.reason, item.candidates) for item in twice.unread] == [
        ("5", Reason.TWICE, ("kl62-pl1.membership.members",)),
        ("6", Reason.TWICE, ("kl62-pl1.membership.members",)),
    ]


def test_a_moved_line_is_read_where_its_words_leave_one_row() -> None:
    rows = [
        item for item in form_of(ImplementationAppendix).rows if item.path[0] in ("movements", "membership")
    ]
    lines = [(item.label, str(place)) for place, item in enumerate(rows) if len(item.path) > 1]
    moved = [*lines[2:], lines[1], lines[0]]
    reading = read(tabs(("Nội dung", "Số lượng"), *moved))

    assert placed(reading)["movements.commendation_conferences"] == 2
    assert [(item.text, item.reason) for item in reading.unread] == [
        ("1", Reason.NEAR_TIE)
    ]  # like its heading


def test_the_lines_of_one_form_may_occur_twice() -> None:
    """Which of two copies is meant nobody can tell."""
    lines = [("Nội dung", "Số lượng"), *((label, "5") for _, label, _ in MEMBERS)]
    assert read(tabs(*lines, *lines)).figures == ()


def test_of_a_form_of_which_three_lines_occur_twice_nothing_is_believed() -> None:
    """Two lines may be a slip of the typist, three are those of another unit."""
    lines = [(label, str(at)) for at, (_, label, _) in enumerate(MEMBERS)]
    two, three = (read(tabs(("Nội dung", "Số lượng"), *lines, *lines[:n])) for n in (2, 3))
    assert [item.text for item in two.figures] == [text for _, text in lines]
    assert [item.text for item in two.unread] == ["0", "1"]
    assert three.figures == ()


# --- turned tables ---
def test_communes_may_be_in_rows() -> None:
    head = [("STT", "Tên xã", *(item.label for item in CRITICISM))]
    rows = [
        (str(n), name, *(str(10 * n + at) for at in range(6)))
        for n, name in enumerate(("Bình Long", "Xã Sơn Hạ"), 1)
    ]
    total = ("", "Tổng cộng", *("9" for _ in CRITICISM))
    reading = read(tabs(("Tổng hợp cấp cơ sở",), *head, *rows, total))

    assert len(reading.figures) == 12
    assert placed(reading)["Bình Long: criticism.sessions.commune"] == 11
    assert placed(reading)["Xã Sơn Hạ: criticism.opinions.commune"] == 25
    assert {item.reason for item in reading.unread} == {Reason.TOTAL}
    with pytest.raises(mttq.reading.ReadError, match="“Bình Long” không nói rõ loại đơn vị"):
        reading.reports(title="Báo cáo")


def test_districts_in_rows_have_several_levels() -> None:
    head = ("STT", "Đơn vị", *(item.label for item in CRITICISM))
    reading = read(tabs(head, ("1", "Huyện A Lưới", *"123456"), ("2", "Khác", *"123456")))
    assert {item.reason for item in reading.unread} == {Reason.OTHER_COLUMN}
    assert reading.figures == ()


def test_levels_may_be_in_rows_and_a_single_row_needs_no_name() -> None:
    labels = [item.label for item in CRITICISM]
    rows = [
        (name, *(str(10 * at + place) for place in range(6)))
        for at, name in enumerate(("Cấp tỉnh", "Cấp huyện", "Cấp cơ sở"))
    ]
    reading = read(tabs(("Cấp", *labels), *rows))
    assert placed(reading)["criticism.opinions.district"] == 15
    assert len(reading.figures) == 18

    members = [label for _, label, _ in MEMBERS]
    assert placed(read(tabs(members, ("1/2", "3", "4", "5"))))["membership.members"] == Pair(1, 2)


def test_communes_may_be_in_columns() -> None:
    head = ("STT", "Nội dung", "Xã Bình Long", "Phường An Hòa", "Tổng số")
    reading = read(tabs(head, *((item.printed, item.label, "1", "2", "3") for item in CRITICISM)))

    assert placed(reading)["Phường An Hòa: criticism.sessions.commune"] == 2
    assert {item.reason for item in reading.unread} == {Reason.TOTAL}


def test_words_that_a_form_has_several_times_are_not_read_where_lines_may_have_changed_places() -> None:
    words = "- Cao cấp, cử nhân - Trung cấp - Sơ cấp"
    rows = [("4", "Trình độ lý luận chính trị", ""), ("4.1", "Cấp tỉnh", ""), ("", words, "1 - 2 - 3")]
    rows += [("4.2", "Cấp huyện và tương đương", ""), ("4.3", "Cấp xã và tương đương", "")]
    rows += [("", words, "7 - 8 - 9")]
    head = ("STT", "Nội dung", "Số lượng")
    district = ("", words, "4 - 5 - 6")

    moved = ("", MEMBERS[0][1], "")  # which comes after them in the form

    assert len(placed(read(tabs(head, *rows)))) == 2
    assert [text for text, _ in handed_back(read(tabs(head, moved, *rows)))] == ["1 - 2 - 3", "7 - 8 - 9"]
    assert len(placed(read(tabs(head, moved, *rows[:4], district, *rows[4:])))) == 3


def test_misspelt_words_between_two_rows_are_not_read() -> None:
    rows = [("IV", "Việc thực hiện chế độ, chính sách đối với cán bộ và tổ chức", "")]
    rows += [("1", "Tổng số đoàn viên/hội viên êăt tạạ ãới", "5"), ("4", "Tổng số đoàn viên ưu tú", "6")]
    reading = read(tabs(("STT", "Nội dung", "Số lượng"), *rows))

    assert "kl62-pl1.membership.members" not in placed(reading)
    assert [text for text, _ in handed_back(reading)] == ["5", "6"]


# --- what a figure is ---
def test_money_is_multiplied_by_the_unit_of_its_column_line_or_table() -> None:
    expected = {"raised": 872_000_000, "spent": 1_500_500_000}
    assert placed(fund(*MONEY, head=("TT", "Nội dung", "Kết quả (triệu đồng)"))) == expected
    assert placed(fund(*((f"{label} (triệu đồng)", said) for label, said in MONEY))) == expected
    assert placed(fund(*MONEY, over="ĐVT: triệu đồng\n")) == expected
    assert placed(
        fund(("Số tiền vận động được trong kỳ", "872 triệu đồng"), ("Số tiền đã chi hỗ trợ", "1,5 tỷ"))
    ) == {
        "raised": 872_000_000,
        "spent": 1_500_000_000,
    }
    column = [
        ("TT", "Nội dung", "ĐVT", "Kết quả"),
        ("1", MONEY[0][0], "Triệu đồng", "872"),
        ("4", "Tỷ lệ hộ nghèo", "%", "5,1"),
    ]
    assert placed(read(tabs(*column), forms=[Fund])) == {
        "raised": 872_000_000,
        "share": Share(Decimal("5.1")),
    }


def test_a_unit_that_some_lines_say_is_not_taken_for_that_of_others() -> None:
    (raised, said), (spent, other) = MONEY
    reading = fund((f"{raised} (triệu đồng)", said), (spent, other))
    assert placed(reading) == {"raised": 872_000_000}
    assert handed_back(reading) == [(other, Reason.OTHER_UNIT)]


def test_what_has_the_wrong_unit_is_handed_back() -> None:
    houses = ("Số nhà Đại đoàn kết được xây mới", "5")
    reading = fund(*MONEY, houses, head=("TT", "Nội dung", "Kết quả (triệu đồng)"))
    assert [(item.text, item.reason) for item in reading.unread] == [("5", Reason.OTHER_UNIT)]

    for said in ("5 triệu đồng", "5 hộ", "5 nhà/năm"):
        assert {item.reason for item in fund(*MONEY, (houses[0], said)).unread} >= {Reason.OTHER_UNIT}
    two = fund(MONEY[0], over="ĐVT: triệu đồng\nĐVT: nghìn đồng\n")
    assert handed_back(two) == [("872", Reason.OTHER_UNIT)]
    thousands = fund(MONEY[0], houses, head=("TT", "Nội dung", "Kết quả (nghìn nhà)"))
    assert {item.reason for item in thousands.unread} == {Reason.OTHER_UNIT}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("05 nhà", 5),
        ("1.555", 1555),
        ("5", 5),
        ("1 555", Reason.NOT_A_FIGURE),
        ("1,5", Reason.NOT_A_FIGURE),
        ("hơn 5 nhà", Reason.NOT_A_FIGURE),
        ("5-7 nhà", Reason.NOT_A_FIGURE),
        ("1/2/3", Reason.NOT_A_FIGURE),
        ("07/09/2023", Reason.NOT_A_FIGURE),
        ("-", Reason.MARK),
        ("…", Reason.MARK),
        ("đang rà soát", Reason.NOT_A_FIGURE),
    ],
)
def test_a_count_is_one_whole_number(said: str, value: object) -> None:
    reading = fund(("Số nhà Đại đoàn kết được xây mới", said), ("Tỷ lệ hộ nghèo", "5%"))
    back = {item.text: item.reason for item in reading.unread}
    assert placed(reading).get("houses", back.get(said)) == value


def test_other_figures_are_read_as_their_type_says() -> None:
    reading = fund(("Tỷ lệ hộ nghèo", "5,10%"), ("Diện tích đất hiến tặng", "1.234,5"))
    assert placed(reading) == {"share": Share(Decimal("5.10")), "area": Decimal("1234.5")}
    wrong = fund(("Tỷ lệ hộ nghèo", "5,10"), ("Diện tích đất hiến tặng", "5%"))
    assert handed_back(wrong) == [("5,10", Reason.NOT_A_FIGURE), ("5%", Reason.NOT_A_FIGURE)]
    assert handed_back(fund(("Tỷ lệ hộ nghèo", "5/7/9"))) == [("5/7/9", Reason.NOT_A_FIGURE)]


def test_a_fraction_of_a_sheet_is_read_where_it_cannot_be_thousands() -> None:
    head = "".join(
        MADE["text_cell"](f"{letter}1", text)
        for letter, text in (("A", "Nội dung"), ("B", "Kết quả (tỷ đồng)"))
    )
    lines = "".join(
        f"<row>{MADE['text_cell'](f'A{at}', label)}<c r='B{at}'><v>{stored}</v></c></row>"
        for at, (label, stored) in enumerate(((MONEY[0][0], "4.5"), (MONEY[1][0], "1.555")), start=2)
    )
    reading = read(MADE["sheet"](f"<sheetData><row>{head}</row>{lines}</sheetData>"), forms=[Fund])
    assert placed(reading) == {"raised": 4_500_000_000}
    assert handed_back(reading) == [("1,555", Reason.BECAME_FRACTION)]


# --- which forms ---
def test_a_form_of_mttq_beside_the_appendices_is_read_where_the_file_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = tabs(("Nội dung", "Kết quả"), *MONEY)
    assert len(mttq.reading.read(lines).figures) == 1  # 1.500,5 đồng is no sum
    monkeypatch.setattr(Fund, "__module__", "mttq.forms.fund")
    assert mttq.reading.read(lines).figures == ()
    assert len(mttq.reading.read("QUỸ THỬ\n".encode() + lines).figures) == 1


def test_forms_may_be_chosen() -> None:
    lines = tabs(("Nội dung", "Số lượng"), *((label, "5") for _, label, _ in MEMBERS))
    assert read(lines, forms=[ParticipationAppendix]).figures == ()
    with pytest.raises(mttq.DeclarationError):
        read(lines, forms=[str])


# --- hints ---
def test_hints_map_a_custom_sheet() -> None:
    lines = [
        ("HN quán triệt", "1", "2"),
        (MEMBERS[0][1], "3", "4"),
        ("Của xã", "5", "6"),
        *((item.label, "7", "8") for item in CRITICISM),
    ]
    hints = Hints(
        columns={"năm 2023": "value", "Năm 2022": None},
        lines={
            "HN quán triệt": "kl62-pl1.dissemination.conferences.separate",
            "Của xã": None,
            MEMBERS[0][1]: ("a", "b"),
        },
        tier=Tier.COMMUNE,
    )
    reading = read(tabs(("Nội dung", "Năm 2022", "Năm 2023"), *lines), hints=hints)

    assert placed(reading)["dissemination.conferences.separate"] == 2
    assert placed(reading)["criticism.sessions.commune"] == 8
    assert ("6", Reason.OWN_LINE) in handed_back(reading)
    levels = Hints(columns={"Năm 2022": "province", "Năm 2023": ("value", "commune")})
    reading = read(tabs(("Nội dung", "Năm 2022", "Năm 2023"), *lines[3:]), hints=levels)
    assert placed(reading)["criticism.sessions.province"] == 7


def test_hints_are_written_with_what_is_unread() -> None:
    lines = [("Tổng số hội viên mới", "1"), *((label, "5") for _, label, _ in MEMBERS)]
    first = read(tabs(("Nội dung", "Số lượng"), *lines)).hints()
    assert first.as_dict() == {
        "lines": {"Tổng số hội viên mới": ["kl62-pl1.membership.members", "kl62-pl1.membership.admitted"]}
    }
    second = read(tabs(("Nội dung", "Năm 2022", "Năm 2023"), (MEMBERS[0][1], "1", "2"))).hints()
    assert second.columns == dict.fromkeys(
        ("Năm 2022", "Năm 2023"), ("value", "province", "district", "commune")
    )


def test_sheets_are_of_the_units_that_hints_name() -> None:
    made = MADE["sheet_of_members"]('<c r="C2"><v>7</v></c>', '<c r="C3"><v>5</v></c>', name="BL")
    reading = read(made, hints=Hints(sheets={"BL": "Xã Bình Long", "x": None}))
    assert set(reading.appendices) == {"Xã Bình Long"}
    assert reading.reports(title="A")["Xã Bình Long"].unit.full_name == "xã Bình Long"


def test_hints_are_read_from_json(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text('{"lines": {"a": null, "b": ["x", "y"]}, "tier": "commune"}', "utf-8")
    assert Hints.load(path) == Hints(lines={"a": None, "b": ("x", "y")}, tier=Tier.COMMUNE)

    for text, faults in {
        "[": ["$"],
        "[]": ["$"],
        '{"lines": [], "liens": {}, "tier": "xa"}': ["$.lines", "$.liens", "$.tier"],
        '{"lines": {"a": 5}, "columns": {"b": "valeu", "c": [5]}}': [
            "$.lines['a']",
            "$.columns['b']",
            "$.columns['c']",
        ],
    }.items():
        path.write_text(text, "utf-8")
        with pytest.raises(mttq.reading.ReadError) as caught:
            Hints.load(path)
        assert [fault.path for fault in caught.value.faults] == faults
        assert caught.value.source == str(path)


def test_a_label_that_comes_again_is_hinted_with_its_heading() -> None:
    lines = [
        "STT\tNội dung\tSố lượng",
        "I\tNhân sự của ta\t",
        "1\tCấp xóm\t5",
        "II\tHội nghị của ta\t",
        "1\tCấp xóm\t7",
    ]
    reading = read("\n".join([*lines, "2\tSố mô hình\t9"]).encode())
    assert [*reading.hints().lines] == [
        "Nhân sự của ta / Cấp xóm",
        "Hội nghị của ta / Cấp xóm",
        "Số mô hình",
    ]
    path = "kl62-pl1.dissemination.conferences.separate"
    hints = Hints(lines={"Hội nghị của ta / Cấp xóm": path, "Nhân sự của ta / Cấp xóm": None})
    told = read("\n".join(lines).encode(), hints=hints)
    assert [(figure.path, figure.value) for figure in told.figures] == [(path, 7)]
    assert [(item.text, item.reason) for item in told.unread] == [("5", Reason.OWN_LINE)]


def test_quantities_of_the_text_become_figures_of_records_where_hints_say_so() -> None:
    text = "BÁO CÁO\nTổng kết\n\nXã có 05 thôn, 946 hộ, 946 hộ; hơn 4,5 tỷ đồng; tỷ lệ 51,59%."
    hints = Hints(
        records={
            "dòng 4 / 05 thôn": "population.villages",
            "946 hộ": "population.households",
            "51,59%": "population.poor.share",
            "hơn 4,5 tỷ đồng": "population.persons",
        },
        report={"unit": {"kind": "xã", "name": "Bình Long"}, "as_of": "2023-12"},
    )
    reading = read(text.encode(), hints=hints)
    report = reading.report()

    assert (report.population.villages, report.population.households) == (5, 946)
    assert str(report.value_at("population.poor.share")) == "51,59%"
    assert (str(report.as_of), report.unit.name, report.title) == ("tháng 12/2023", "Bình Long", "Tổng kết")
    assert [(item.path, item.text) for item in report.printed] == [("population.villages", "05")]
    assert [(item.text, item.reason) for item in reading.unread] == [
        ("946 hộ", Reason.TWICE),
        ("hơn 4,5 tỷ đồng", Reason.NOT_A_FIGURE),
    ]
    astray = {"946 hộ": "funds.ledgers.0.raised", "05 thôn": "x"}
    lost = read(text.encode(), hints=Hints(records=astray, report={"funds": {"ledgers": []}}))
    assert {item.reason for item in lost.unread} == {Reason.NARRATIVE, Reason.NOT_A_FIGURE}


def test_hints_that_tell_what_no_report_can_hold_are_refused() -> None:
    with pytest.raises(ReadError, match=r"\$\.report\.population\.villages"):
        read(b"a", hints=Hints(report={"population": {"villages": "năm"}}))
    with pytest.raises(ReadError, match=r"\$\.report: cần một đối tượng"):
        Hints.from_dict({"report": 5})
    hints = Hints(report={"title": "Biểu"}, records={"946 hộ": "population.households"})
    assert Hints.from_dict(hints.as_dict()) == hints
