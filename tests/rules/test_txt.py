import json
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from mttq._declared.types import AsRead
from mttq.checking import Profile, check
from mttq.codec import dumps, loads
from mttq.forms import form, row
from mttq.model import Heading, Statement
from mttq.report import Report
from mttq.rules import PASSED, Breach, Rule, txt
from mttq.rules._kit.shares import has_a_part, has_a_whole
from mttq.testing import make_report
from mttq.values import Quantity, Share

Judge = Callable[..., list[str | tuple[str, ...]]]


def outline(*numbers: str) -> dict[str, object]:
    """Make an outline of numbers, each indented by its level."""
    return {
        "outline": tuple(
            Heading(number=number.strip(), level=len(number) - len(number.lstrip())) for number in numbers
        )
    }


def gap(position: int, number: str, previous: str) -> tuple[str, str, str]:
    return (f"outline.{position}", f"number={number}; previous={previous}", "")


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({}, ["passed"] * 3),
        (outline(), []),
        (outline("I"), []),
        (outline("I", "II", "III"), ["passed"] * 2),
        (outline("I", " 1", "  1.1", "  1.2", " 3"), ["passed", gap(4, "3", "1")]),
        (outline("I", " 1", " 2", "II", " 1", " 2"), ["passed"] * 3),
        (
            outline("Phần thứ nhất", " I", " II", "Phần thứ ba", " I"),
            ["passed", gap(3, "Phần thứ ba", "Phần thứ nhất")],
        ),
        (outline("I", "II", "II"), ["passed", gap(2, "II", "II")]),
        (outline("I", "II", "I", "II"), ["passed"] * 3),  # begins anew
        (
            outline("I", "Mở đầu", "III", "IV"),
            ["passed"],
        ),  # what a heading without a number hides is not judged
        (outline("a", "b", "d"), ["passed", gap(2, "d", "b")]),
    ],
)
def test_each_heading_follows_the_one_before_it_on_its_level(
    judge: Judge, changes: dict[str, object], outcomes: list[object]
) -> None:
    assert judge(txt.heading_numbers_have_no_gap, changes) == outcomes


def test_the_real_report_goes_from_1_to_3(real_report: Report) -> None:
    breaches = [item for item in txt.heading_numbers_have_no_gap(real_report) if isinstance(item, Breach)]
    assert breaches == [
        Breach(path="outline.17", args={"number": "3", "previous": "1"}, related=("outline.14",))
    ]


NARRATIVE = [
    rule for rule in vars(txt).values() if isinstance(rule, Rule) and rule.code not in ("TXT002", "TXT008")
]


@pytest.mark.parametrize("narrative", [None, ""])
@pytest.mark.parametrize("rule", NARRATIVE, ids=lambda rule: rule.code)
def test_without_a_narrative_nothing_is_judged(judge: Judge, rule: Rule, narrative: str | None) -> None:
    assert judge(rule, {"narrative": narrative}) == []


def two_readings(number: str, line: int = 1) -> tuple[str, str, str]:
    return (f"narrative.{line}", f"number={number}", "")


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("1.555 người, 7.296,66 ha, 51,59%", ["passed"] * 3),
        ("215.910.000đ", ["passed"]),
        ("946 hộ", []),
        ("đất lâm nghiệp 7,296.66 ha", [two_readings("7,296.66")]),
        ("đất lâm nghiệp 7,296.66  ha, rừng 21.5  ha", [two_readings("7,296.66"), two_readings("21.5")]),
        ("thu nhập\n21.5 triệu đồng, tức 21.5 triệu", [two_readings("21.5", 2)]),
        ("đạt 51.59%", [two_readings("51.59")]),
        ("quỹ có 215,910,000", [two_readings("215,910,000")]),
        ("quỹ có 215,910,000đ", [two_readings("215,910,000")]),
        ("có 1,555 người dự, quỹ 215,910đ", [two_readings("1,555"), two_readings("215,910")]),
        ("5,565 tỷ, 1,555 ha, 0,785 người", ["passed"] * 3),
        ("bình quân 3,772 người, 1,555 đồng/kg", ["passed"] * 2),
        # what is no number
        ("2.1. Nâng cao nhận thức", []),
        ("6.1 *Mục tiêu*", []),
        ("  **6.1 người có uy tín**", []),
        ("Nghị quyết Hội nghị lần thứ 6,7,8", []),
        ("ngày 30.10.2016, mục 2.1.3", []),
        ("theo mục 3.2 hộ nghèo được hỗ trợ; thôn 1,2,3 người dân hiến đất", []),
        ("danh mục có 21.5 ha", [two_readings("21.5")]),
        ("số 1.5/KH, địa chỉ 192.168.1.1", []),
    ],
)
def test_numbers_have_one_reading(judge: Judge, narrative: str, outcomes: list[object]) -> None:
    assert judge(txt.numbers_are_written_in_the_vietnamese_way, {"narrative": narrative}) == outcomes


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("Trưởng ban công tác Mặt trận", ["passed"]),
        ("Mặt trận\nTrường\u00a0ban", [("narrative.2", "found=Trường ban; right=Trưởng ban", "")]),
        (
            "Mặt trận\n\nTrường ban; hang năm",
            [
                ("narrative.3", "found=Trường ban; right=Trưởng ban", ""),
                ("narrative.3", "found=hang năm; right=hằng năm", ""),
            ],
        ),
    ],
)
def test_common_words_have_the_right_marks(judge: Judge, narrative: str, outcomes: list[object]) -> None:
    rule = txt.common_words_have_the_right_marks
    assert judge(rule, {"narrative": narrative}) == outcomes
    assert judge(rule, {"narrative": unicodedata.normalize("NFD", narrative)}) == outcomes


def broken(line: int, before: str, after: str) -> list[object]:
    return [(f"narrative.{line}", f"after={after}; before={before}", "")]


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("Lễ ra mắt mô hình.", ["passed"]),
        ("tổ chức Lễ ra\n\nmắt mô hình mới", broken(1, "Lễ ra", "mắt mô")),
        ("BÁO CÁO\r\n\r\nBản sắc, \r\n \r\n  văn hóa", broken(3, "Bản sắc", "văn hóa")),
        ("BÁO CÁO\n\nThực hiện Kết luận\ncủa Bộ Chính trị", ["passed"]),  # one paragraph of two lines
        ("Thực hiện Kết luận\ncủa Bộ Chính trị", broken(1, "Kết luận", "của Bộ")),  # no blank lines at all
        ("Hoạt động\n\nĐại hội", ["passed"]),
        ("Gồm các mục:\n\nvề tổ chức", ["passed"]),
        ("Các hình thức\n\na) hội nghị\n\nb. đối thoại", ["passed"]),
        ("Các hình thức\n\n- hội nghị", ["passed"]),
        ("\n\nmở đầu", ["passed"]),
    ],
)
def test_paragraphs_are_not_broken_off(judge: Judge, narrative: str, outcomes: list[object]) -> None:
    assert judge(txt.paragraphs_are_not_broken_off, {"narrative": narrative}) == outcomes


def encoded(line: int, lines: int, encoding: str) -> tuple[str, str, str]:
    return (f"narrative.{line}", f"encoding={encoding}; lines={lines}", "")


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("Nhân dân xã Hồng Kim\nBAO CAO", ["passed"]),
        (unicodedata.normalize("NFD", "Báo cáo\nNhân dân"), ["passed"]),  # a report holds composed texts only
        ("Báo cáo\nnh©n d©n x· Hång Kim", [encoded(2, 1, "TCVN3")]),
        (
            "nhaân daân xaõ Hoàng Kim\nnh©n d©n x· Hång Kim\nnhaân daân xaõ Hoàng Kim",
            [encoded(1, 2, "VNI"), encoded(2, 1, "TCVN3")],
        ),
    ],
)
def test_the_text_is_in_composed_unicode(judge: Judge, narrative: str, outcomes: list[object]) -> None:
    assert judge(txt.text_is_in_composed_unicode, {"narrative": narrative}) == outcomes


def personal(kind: str, masked: str, line: int = 1) -> list[object]:
    return [(f"narrative.{line}", f"masked={masked}…", "")]


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("một hộ nghèo ở thôn A", ["passed"]),
        ("bà N.\nCCCD 046012345678", personal("số căn cước", "046", 2)),
        ("CCCD số 046 012 345 678", personal("số căn cước", "046")),
        ("CMND số: 191234567", personal("số CMND", "191")),
        ("giấy chứng minh nhân dân 191234567", personal("số CMND", "191")),
        ("điện thoại 0914123456", personal("số điện thoại", "091")),
        ("ĐT: 0914.123.456, 946 hộ", personal("số điện thoại", "091")),
        ("+84 914 123 456", personal("số điện thoại", "+84")),
        ("0914123456-Zalo, 0914123457/bà N.", personal("số điện thoại", "091") * 2),
        # what is none
        ("công văn số 0914123456/CV-MTTQ, hóa đơn 0914123456-HĐ", ["passed"]),
        ("quỹ 215.910.000 đồng, mã 191234567", ["passed"]),
        ("MST: 0312345678", ["passed"]),
        ("tài khoản số 0312345678", ["passed"]),
        ("diện tích 0,3512345678 ha", ["passed"]),
        ("điện thoại cơ quan 0234 3878 123", ["passed"]),
    ],
)
def test_the_text_holds_no_personal_data(judge: Judge, narrative: str, outcomes: list[object]) -> None:
    assert judge(txt.text_holds_no_personal_data, {"narrative": narrative}) == outcomes


def test_no_finding_repeats_personal_data() -> None:
    report = make_report(narrative="CCCD 046012345678, điện thoại 0914123456")
    assert "12345" not in repr(list(txt.text_holds_no_personal_data(report)))


def from_file(**fields: object) -> Report:
    """Read a report that holds names which Python code cannot write."""
    bare = {"schema_version": 1, "unit": {"kind": "xã", "name": "Mẫu"}, "title": "Báo cáo"}
    return loads(json.dumps(bare | fields))


def stated(indicator: str, unit: str = "households") -> dict[str, object]:
    return {"indicator": indicator, "value": {"value": "15", "unit": unit}}


MISTYPED = "Không rõ “population.housholds” là gì nên chưa đối chiếu được; có phải “population.households”?"


@pytest.mark.parametrize(
    ("report", "outcomes"),
    [
        (from_file(), []),
        (from_file(statements=[stated("population.households")]), ["passed", "passed"]),
        (from_file(statements=[stated("số lều", "chiếc lều")]), ["passed", "passed"]),  # of the caller's own
        (
            from_file(statements=[stated("population.housholds", "conferencs")]),
            [
                ("statements.0", MISTYPED),
                (
                    "statements.0.value",
                    "Không rõ “conferencs” là gì nên chưa đối chiếu được; có phải “conferences”?",
                ),
            ],
        ),
        (
            from_file(
                periods=[{"subject": "reviw"}], printed=[{"path": "population.housholds", "text": "05"}]
            ),
            [
                ("periods.0", "Không rõ “reviw” là gì nên chưa đối chiếu được; có phải “review”?"),
                ("printed.0", MISTYPED),
            ],
        ),
        (
            from_file(statements=[stated("population.xyzzy", None)]),  # type: ignore[arg-type]
            [("statements.0", "Không rõ “population.xyzzy” là gì nên chưa đối chiếu được")],
        ),
        (
            from_file(funds={"gifts": [{"count": {"value": "5", "unit": "giftss"}}, {}]}),
            [("funds.gifts.0.count", "Không rõ “giftss” là gì nên chưa đối chiếu được; có phải “gifts”?")],
        ),
    ],
)
def test_mistyped_names_in_a_file_are_reported_with_the_nearest(
    report: Report, outcomes: list[object]
) -> None:
    found = check(report, rules=[txt.names_of_figures_and_units_are_known])
    passed = ["passed"] * found.counts["TXT008"].passed
    assert [*passed, *((item.path, item.message) for item in found)] == outcomes
    assert check(loads(dumps(report)), rules=[txt.names_of_figures_and_units_are_known]) == found


def test_the_nearest_name_is_suggested_in_english_too() -> None:
    found = check(from_file(statements=[stated("population.housholds")]), profile=Profile(select=("TXT008",)))
    assert [item.render(lang="en") for item in found] == [
        "“population.housholds” is not a known name, so it was compared with nothing; "
        "did you mean “population.households”?"
    ]


def test_units_in_a_custom_form_are_checked() -> None:
    @form("test-txt-hives", title="Đàn ong")
    @attrs.frozen(kw_only=True)
    class Hives:
        honey: Quantity | None = row("1", "Mật ong")

    written = make_report(appendices=(Hives(honey=Quantity(value=Decimal(5), unit=AsRead("litrres"))),))
    (found,) = check(written, rules=[txt.names_of_figures_and_units_are_known])
    assert (found.path, found.expected) == ("test-txt-hives.honey", "litres")


SEED = sorted((Path(__file__).parents[3] / "shared" / "seed").glob("*.txt"))


@pytest.mark.skipif(not SEED, reason="the real report lies outside the project")
@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (txt.numbers_are_written_in_the_vietnamese_way, []),
        (txt.common_words_have_the_right_marks, [27, 57, 77, 77, 83, 105, 161, 175, 285]),
        (txt.paragraphs_are_not_broken_off, [19, 49, 145, 253]),
        (txt.text_is_in_composed_unicode, []),
        (txt.text_holds_no_personal_data, []),
    ],
    ids=lambda item: item.code if isinstance(item, Rule) else "",
)
def test_the_text_of_the_real_report(real_report: Report, rule: Rule, lines: list[int]) -> None:
    """More slips and breaks than the catalogue names; all were looked at."""
    narrative = SEED[0].read_text("utf-8").partition("PHỤ LỤC 1")[0]
    judgements = list(rule(attrs.evolve(real_report, narrative=narrative)))
    assert [item.path for item in judgements if isinstance(item, Breach)] == [
        f"narrative.{line}" for line in lines
    ]
    assert lines or PASSED in judgements


def text(*sentences: str) -> dict[str, object]:
    return {"narrative": "\n\n".join(sentences)}


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Có 57/60 khu dân cư tổ chức Ngày hội, đạt 95%.", ["passed"]),
        ("Có 499/946 hộ đăng ký, đạt 52,74%.", ["passed"]),  # cut, not rounded
        ("Có 57/0 thôn, đạt 95%.", []),
        ("Có 22 người (tỷ lệ 21,36%).", []),  # TXT010 judges it
        (
            "Có 57/60 khu dân cư tổ chức\nNgày hội, đạt 92%.",
            [
                (
                    "narrative.4",
                    "exact=95%; part=57; quoted=57/60 khu dân cư tổ chức Ngày hội, đạt 92%; whole=60",
                    "92 = 95",
                )
            ],
        ),
        (
            "Xã có 946 hộ, trong đó hộ nghèo 480 hộ, chiếm 51,59%, cận nghèo 153 hộ, chiếm 16,17%.",
            [
                (
                    "narrative.3",
                    "exact=50.74%; part=480; quoted=480 hộ, chiếm 51,59%; whole=946",
                    "5159/100 = 24000/473",
                ),
                "passed",
            ],
        ),
    ],
)
def test_a_percentage_of_the_text_fits_the_figures_beside_it(
    judge: Judge, sentence: str, outcomes: list[object]
) -> None:
    assert judge(txt.percentages_fit_the_figures_beside_them, text("Mở đầu.", sentence)) == outcomes


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Nữ 22 người (tỷ lệ 21,36%).", ["passed"]),
        ("Nữ 22 người (tỷ lệ 21,35%).", ["passed"]),  # 22/103 cut
        ("Nữ 22 người (tỷ lệ 0%).", ["passed"]),
        ("Nữ 0 người (tỷ lệ 5%).", [("narrative.1", "quoted=0 người (tỷ lệ 5%)", "")]),
        ("Nữ 22 người (tỷ lệ 21,34%).", [("narrative.1", "quoted=22 người (tỷ lệ 21,34%)", "")]),
        ("1.249 người chiếm 17,77%.", ["passed"]),
        ("Có 66,7% trong tổng số 6 thôn.", ["passed"]),
        ("Có 66,6% trong tổng số 6 thôn.", ["passed"]),  # cut
        ("Có 0% trong tổng số 6 thôn.", ["passed"]),
        ("Có 65% trong tổng số 6 thôn.", [("narrative.1", "quoted=65% trong tổng số 6", "")]),
        ("Có 57/60 thôn, đạt 92%.", []),  # TXT009 judges it
    ],
)
def test_a_percentage_of_the_text_is_of_a_whole_number(
    judge: Judge, sentence: str, outcomes: list[object]
) -> None:
    assert judge(txt.percentages_are_of_whole_numbers, text(sentence)) == outcomes


@pytest.mark.parametrize("percent", range(83, 10_000, 613))
@pytest.mark.parametrize("number", [7, 22])
def test_a_whole_number_is_found_where_there_is_one(number: int, percent: int) -> None:
    share = Share(Decimal(percent).scaleb(-2))
    prints = [
        (share.admits(*pair) or share.is_cut_from(*pair), *pair)
        for other in range(1, 3000)
        for pair in ((number, other), (other, number))
    ]
    assert has_a_part(share, number) == any(fits and whole == number for fits, _, whole in prints)
    if percent * 30 > 100 * number:  # no total beyond those that were tried
        assert has_a_whole(share, number) == any(fits and part == number for fits, part, _ in prints)


@pytest.mark.parametrize(
    ("narrative", "outcomes"),
    [
        ("Toàn xã có 6 thôn, 1.000 hộ.", ["passed"] * 2),
        (
            "Toàn xã có 6 thôn, 1.001 hộ; hộ nghèo 87 hộ (tỷ lệ 8,1%).",
            [
                "passed",
                ("narrative.1", "quoted=1.001 hộ; recorded=1000", ""),
                "passed",
                ("narrative.1", "quoted=hộ nghèo 87 hộ (tỷ lệ 8,1%); recorded=8.7%", ""),
            ],
        ),
        (
            "Từ năm 2015 đến năm 2024, Ủy ban MTTQ xã tổ chức 9 cuộc phản biện xã hội.",
            [("narrative.1", "quoted=9 cuộc phản biện xã hội; recorded=13", "")],
        ),
        (
            "Đảng bộ xã có 9 chi bộ, 215 đảng viên.",
            ["passed", ("narrative.1", "quoted=215 đảng viên; recorded=214", "")],
        ),
        ("Ban Thanh tra nhân dân xã có 9 thành viên.", ["? organisation.peoples_inspection.members"]),
        ("Toàn xã hội có 5 thôn.", []),
        (None, []),
    ],
)
def test_the_text_tells_the_figures_of_the_report(
    judge: Judge, narrative: str | None, outcomes: list[object]
) -> None:
    found = judge(txt.the_text_tells_the_figures_of_the_report, {"narrative": narrative})
    assert found == outcomes


def test_what_a_statement_tells_as_the_text_does_is_judged_there() -> None:
    stated = Statement(indicator="population.villages", value=Quantity(value=Decimal(7)))
    report = attrs.evolve(make_report(), narrative="Toàn xã có 7 thôn, 1.000 hộ.", statements=(stated,))
    assert list(txt.the_text_tells_the_figures_of_the_report(report)) == [PASSED]
    other = attrs.evolve(report, statements=(attrs.evolve(stated, value=Quantity(value=Decimal(6))),))
    assert len(list(txt.the_text_tells_the_figures_of_the_report(other))) == 2


@pytest.mark.parametrize(
    ("name", "said", "outcomes"),
    [
        ("Hòa Lộc", "xã Hòa Lộc và Xã Hoà Lộc", ["passed", "passed"]),
        ("Hòa Lộc", "Xã Hòa Lọc", [("narrative.1", "found=xã Hòa Lọc; right=xã Hòa Lộc", "")]),
        ("Hòa Lộc", "xã Hoa Lộc", [("narrative.1", "found=xã Hoa Lộc; right=xã Hòa Lộc", "")]),
        (
            "Đăk Rve",
            "xã Đăk Rve, xã Dăk Rve",
            ["passed", ("narrative.1", "found=xã Dăk Rve; right=xã Đăk Rve", "")],
        ),
        ("Hòa Lộc", "xả Hòa Lộc; XÃ Hòa Lọc", []),
        ("Hòa Lộc", "", []),
        ("Hòa Lộc", "xã\u00a0Hòa\u00a0Lọc", [("narrative.1", "found=xã Hòa Lọc; right=xã Hòa Lộc", "")]),
        ("Hòa Lộc", "xã Hòa Lạc, xã Hòa Lộng, xã hoa lọc, xã hội, xã Hòa", []),
        ("Hòa Lộc 1", "xã Hòa Lọc 1", [("narrative.1", "found=xã Hòa Lọc 1; right=xã Hòa Lộc 1", "")]),
        ("Hòa Lộc 1", "xã Hòa Lộc 1, xã Hòa Lộc 2, xã Hòa Lọc 12", ["passed"]),
        ("Mầu", "xã Mẫu", ["passed"]),  # as its district
    ],
)
def test_the_name_of_the_unit_has_its_marks(
    judge: Judge, name: str, said: str, outcomes: list[object]
) -> None:
    changes = {"unit.name": name, "narrative": f"{said}." if said else None}
    assert judge(txt.the_name_of_the_unit_has_its_marks, changes) == outcomes


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Thứ Ba, ngày 01/12/2026.", ["passed"]),
        (
            "Chi 95.000 đồng (Chín mươi\tnghìn đồng).",
            [
                (
                    "narrative.3",
                    "first=95000 VND; quoted=95.000 đồng (Chín mươi nghìn đồng); second=90000 VND",
                    "",
                )
            ],
        ),
        (
            "Cử 22 người, gồm 12 nam và 9 nữ.",
            [("narrative.3", "first=22; quoted=22 người, gồm 12 nam và 9 nữ; second=21", "")],
        ),
    ],
)
def test_what_a_sentence_tells_twice_agrees(judge: Judge, sentence: str, outcomes: list[object]) -> None:
    assert judge(txt.what_a_sentence_tells_twice_agrees, text("Mở đầu.", sentence)) == outcomes
