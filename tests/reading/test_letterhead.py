"""What is around the tables: letterhead, title, headings, citations, recipients, signature."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from runpy import run_path

import pytest

from mttq.forms import ParticipationAppendix
from mttq.model import Header, Heading, Signature, SigningAuthority, Source, Unit, UnitKind, UnitRef
from mttq.reading import Hints, ReadError, Reason, read

MADE = run_path(str(Path(__file__).with_name("office.py")))
word, run, table, cell, members = (MADE[name] for name in ("word", "run", "table", "cell", "members"))
COLLECTIVE = SigningAuthority.COLLECTIVE
LETTERHEAD = """ỦY BAN MTTQ VIỆT NAM
HUYỆN SƠN ĐÔNG
ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LONG
*
Số: 07/BC-MTTQ-BTT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Long, ngày 05 tháng 3 năm 2024

BÁO CÁO
Tổng kết 15 năm thực hiện Kết luận số 62-KL/TW
ngày 08/12/2009 của Bộ Chính trị

Kính gửi: Ban Thường trực Ủy ban MTTQ Việt Nam huyện
"""
BODY = """Phần thứ nhất: KẾT QUẢ

I. ĐẶC ĐIỂM TÌNH HÌNH
1. Công tác giám sát
1.1 *Mục tiêu:* tổ chức 12 hội nghị phản biện xã hội theo Quyết định số 217-QĐ/TW
1.2. Giải pháp

Phần thứ hai
II. PHƯƠNG HƯỚNG
"""
FOOT = """Nơi nhận:
- Như trên;
- Lưu: VT.

TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
"""


def paragraphs(text: str) -> str:
    return "".join(f"<w:p>{run(line)}</w:p>" for line in text.splitlines())


def test_a_report_is_read_from_its_letterhead_to_its_signature() -> None:
    reading = read(f"{LETTERHEAD}{BODY}{FOOT}".encode())

    assert reading.header == Header(
        issuer="ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LONG",
        superior="ỦY BAN MTTQ VIỆT NAM HUYỆN SƠN ĐÔNG",
        symbol="07/BC-MTTQ-BTT",
        place="Bình Long",
        date=dt.date(2024, 3, 5),
        addressee="Ban Thường trực Ủy ban MTTQ Việt Nam huyện",
    )
    assert reading.title == "Tổng kết 15 năm thực hiện Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị"
    assert reading.outline == (
        Heading(number="Phần thứ nhất", level=1, title="KẾT QUẢ", line=15),
        Heading(number="I", level=2, title="ĐẶC ĐIỂM TÌNH HÌNH", line=17),
        Heading(number="1", level=3, title="Công tác giám sát", line=18),
        Heading(
            number="1.1",
            level=4,
            title="Mục tiêu: tổ chức 12 hội nghị phản biện xã hội theo Quyết định số 217-QĐ/TW",
            line=19,
        ),
        Heading(number="1.2", level=4, title="Giải pháp", line=20),
        Heading(number="Phần thứ hai", level=1, line=22),
        Heading(number="II", level=2, title="PHƯƠNG HƯỚNG", line=23),
    )
    assert [(item.document.symbol, item.source and item.source.place) for item in reading.citations] == [
        ("62-KL/TW", "dòng 11"),
        ("217-QĐ/TW", "Phần thứ nhất, I.1.1, dòng 19"),
    ]
    assert reading.recipients == ("Như trên", "Lưu: VT")
    assert reading.signature == Signature(
        authority=SigningAuthority.COLLECTIVE, body="Ban Thường trực", position="Chủ tịch"
    )
    report = reading.report()
    assert report.unit == Unit(
        kind=UnitKind.COMMUNE, name="Bình Long", parent=UnitRef(kind=UnitKind.DISTRICT, name="Sơn Đông")
    )
    assert report.narrative == reading.narrative


def test_quantities_of_the_text_are_offered_with_rows_and_tied_to_none() -> None:
    reading = read(f"{LETTERHEAD}{BODY}".encode(), forms=[ParticipationAppendix])
    told = [(item.text, item.reason, item.candidates[:1]) for item in reading.unread]

    assert told == [
        ("15 năm", Reason.NARRATIVE, ()),
        ("12 hội nghị", Reason.NARRATIVE, ("kl62-pl2.criticism.conferences",)),
    ]
    assert reading.statements == ()


def test_hints_make_a_statement_of_a_quantity() -> None:
    path = "kl62-pl2.criticism.conferences"
    reading = read(f"{LETTERHEAD}{BODY}".encode(), hints=Hints(statements={"12 hội nghị": path}))

    assert [(item.indicator, item.value.value) for item in reading.statements] == [(path, Decimal(12))]
    assert reading.statements[0].source == Source(heading="Phần thứ nhất, I.1.1", line=19)
    assert [item.text for item in reading.unread] == ["15 năm"]


def test_a_citation_in_a_table_has_no_line() -> None:
    reading = read(word(table(("Thực hiện Kế hoạch số 03-KH/TU", "xã"))))
    assert [(item.document.symbol, item.source) for item in reading.citations] == [("03-KH/TU", None)]


def test_a_letterhead_may_be_a_table_and_the_appendices_are_no_text() -> None:
    left, _, right = LETTERHEAD.partition("BÁO CÁO")[0].partition("CỘNG HÒA")
    head = table((f"<w:tc>{paragraphs(left)}</w:tc>", f"<w:tc>{paragraphs('CỘNG HÒA' + right)}</w:tc>"))
    text = "BÁO CÁO\n\nTỔNG KẾT\nNĂM 2023\n\nI. MỞ ĐẦU\nXã có 5 thôn.\n\nPHỤ LỤC 1\n(Kết luận 62-KL/TW)"
    reading = read(word(f"{head}{paragraphs(text)}{members('5', '6')}"))

    assert reading.header.symbol == "07/BC-MTTQ-BTT"
    assert reading.title == "TỔNG KẾT NĂM 2023"
    assert reading.narrative == "BÁO CÁO\n\nTỔNG KẾT\nNĂM 2023\n\nI. MỞ ĐẦU\nXã có 5 thôn."
    assert [item.text for item in reading.unread] == ["5 thôn"]
    assert reading.citations[0].source is not None
    assert read(word(members("5", "6")), narrative=False).narrative is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("BÁO CÁO TÌNH HÌNH\nNĂM 2023\nxã", "TÌNH HÌNH NĂM 2023 xã"),
        ("BÁO CÁO", None),
        ("BÁO CÁO\nI. A b", None),
        ("BÁO CÁO\nTổng kết\nPhần thứ nhất", "Tổng kết"),
        ("BÁO CÁO\n" + "Dài " * 200, None),
        ("Xã", None),
    ],
)
def test_the_title_ends_where_it_no_longer_continues(text: str, title: str | None) -> None:
    assert read(text.encode()).title == title


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Số:    /BC-MTTQ\nBình Long, ngày     tháng 3 năm 2024", Header(place=None)),
        ("Số: 5/BC\nBình Long, ngày chưa ghi", Header(symbol="5/BC", place="Bình Long")),
        ("XÃ A\nBAN THƯỜNG TRỰC\nXÃ B\nSố: 5/BC", Header(issuer="BAN THƯỜNG TRỰC XÃ B", symbol="5/BC")),
        ("Xã A", Header()),
    ],
)
def test_what_the_letterhead_does_not_say_stays_blank(head: str, expected: Header) -> None:
    assert read(f"{head}\nBÁO CÁO\nxã".encode()).header == expected


@pytest.mark.parametrize(
    ("foot", "signature"),
    [
        (
            "TM. ỦY BAN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            Signature(authority=COLLECTIVE, body="ỦY BAN", position="Phó chủ tịch"),
        ),
        ("TM. ỦY BAN\nnhân dân", None),
        ("TM. ỦY BAN", None),
        ("Chủ tịch", None),
    ],
)
def test_a_signature_needs_a_body_and_an_office(foot: str, signature: Signature | None) -> None:
    assert read(foot.encode()).signature == signature


def test_recipients_end_where_the_list_does() -> None:
    assert read("Nơi nhận:\n- A;\n\n+ B.\nC\n- D".encode()).recipients == ("A", "B")


def test_a_long_heading_is_named_by_its_beginning() -> None:
    long = "chữ " * 60
    reading = read(f"1. Mục tiêu: {long}\n2. {long}\n3. {long}: x".encode())
    assert [heading.title for heading in reading.outline] == ["Mục tiêu", None, None]


def test_a_missing_unit_or_title_is_not_invented() -> None:
    reading = read("Nội dung\tSố lượng\n".encode())
    with pytest.raises(ReadError) as caught:
        reading.report()
    assert [fault.path for fault in caught.value.faults] == ["$.unit", "$.title"]
    with pytest.raises(ReadError, match="không có tên báo cáo"):
        reading.reports()
    unit = Unit(kind=UnitKind.WARD, name="An Hòa")
    assert read(b"x", unit=unit).report(title="Báo cáo").unit == unit
    assert reading.report(unit=unit, title="Báo cáo").title == "Báo cáo"


@pytest.mark.parametrize(
    ("issuer", "unit"),
    [
        ("ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LONG", Unit(kind=UnitKind.COMMUNE, name="Bình Long")),
        ("ỦY BAN MTTQ VIỆT NAM THÀNH PHỐ HUẾ", None),
        ("BAN THƯỜNG TRỰC", None),
    ],
)
def test_the_unit_is_that_of_the_letterhead(issuer: str, unit: Unit | None) -> None:
    reading = read(f"{issuer}\nSố: 5/BC\nBÁO CÁO\nxã".encode())
    if unit is None:
        with pytest.raises(ReadError, match="không nói rõ đơn vị"):
            reading.report()
    else:
        assert reading.report().unit == unit


def test_the_spelling_of_figures_is_kept_and_their_place_is_found() -> None:
    reading = read(word(members("05/7", "6")))
    report = reading.report(unit=Unit(kind=UnitKind.WARD, name="An Hòa"), title="Báo cáo")

    assert [(item.path, item.text) for item in report.printed] == [("kl62-pl1.membership.members", "05/7")]
    place = reading.source("kl62-pl1.membership.admitted")
    assert place is not None
    assert place.place == "bảng 1, dòng 3, cột 3"
    assert reading.source("kl62-pl1.membership.admitted", "Xã A") is None
