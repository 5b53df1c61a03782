"""Nouns of units and their codes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttq.vi.text import fold
from mttq.vi.units import CODES, is_counted, is_money, read_unit, unit_noun


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("người", "persons", "người"),
        ("lượt người", "person_visits", "lượt người"),
        ("hộ nghèo", "households", "hộ"),
        ("nhà văn hóa", "culture_houses", "nhà văn hóa"),
        ("nhà hảo tâm", "persons", "nhà hảo tâm"),
        ("khẩu trang", "masks", "khẩu trang"),
        ("đồng bào Hoa", "persons", "đồng bào"),
        ("tổ hoà giải", "conciliation_groups", "tổ hoà giải"),
        ("m² đất", "m2", "m²"),
        ("đ;", "VND", "đ"),
        ("VNĐ", "VND", "VNĐ"),
        ("%", "percent", "%"),
        ("đồng/suất", "VND/gift", "đồng/suất"),
        ("đồng/người/năm", "VND/person/year", "đồng/người/năm"),
        ("đồng / nhà", "VND/house", "đồng / nhà"),
        ("đồng/tiêu chí", "VND/criterion", "đồng/tiêu chí"),
        ("người/gia đình", "persons/family", "người/gia đình"),
        ("đoàn viên/hội viên", "persons", "đoàn viên"),
        ("đ/c nữ", "persons", "đ/c"),
        ("đ/c/tổ", "persons/group", "đ/c/tổ"),
        ("tổ tự quản", "groups", "tổ"),
    ],
)
def test_takes_the_longest_noun_that_fits(text: str, code: str, read: str) -> None:
    assert read_unit(fold(text), 0) == (code, len(read))


@pytest.mark.parametrize("text", ["kệ", "mx", "hộp sữa", "đảng", "", "/người", "tổ trưởng"])
def test_reads_nothing_where_no_known_noun_stands(text: str) -> None:
    assert read_unit(fold(text), 0) is None


OTHER_WORDS = """
cuộc sống, cây xăng, căn cứ, căn cước, cấp độ, cấp ủy, huyện đội, huyện ủy, hộ lý, hộ tịch, khẩu
hiệu, khẩu phần, khẩu súng, nhà báo, nhà giáo, nhà khoa học, nhà máy, nhà nghiên cứu, nhà nước, nhà
thầu, nhà trường, nhà văn, nhà vệ sinh, nhà đầu tư, phường hội, phường đội, phần mềm, phần việc,
thôn phó, thôn trưởng, thôn đội, tỉnh đội, tỉnh ủy, tổ phó, tổ trưởng, tổ viên, vị trí, xã hội, xã
viên, xã đội, đồng hành, đồng lòng, đồng minh, đồng nghiệp, đồng phục, đồng thuận, đồng đội
"""


@pytest.mark.parametrize("text", OTHER_WORDS.replace("\n", " ").strip().split(", "))
def test_a_noun_that_is_part_of_another_word_is_no_unit(text: str) -> None:
    assert read_unit(fold(text), 0) is None


def test_codes_and_their_nouns_are_kept() -> None:
    """The codes stand in files, so none may be renamed or come to mean something else."""
    lines = Path(__file__).with_name("units.tsv").read_text("utf-8").splitlines()
    kept = {code: nouns.split(", ") for code, nouns in (line.split("\t") for line in lines)}
    assert sorted(CODES) == list(kept)
    assert {code: nouns[0] for code, nouns in kept.items()} == {code: unit_noun(code) for code in kept}
    for code, nouns in kept.items():
        assert [read_unit(fold(noun), 0) for noun in nouns] == [(code, len(noun)) for noun in nouns]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_printed_by_a_noun_that_is_read_as_the_code(code: str) -> None:
    noun = fold(unit_noun(code))
    assert read_unit(noun, 0) == (code, len(noun))


@given(st.lists(st.sampled_from(CODES), min_size=2, max_size=3, unique=True))
def test_every_rate_is_read_back(codes: list[str]) -> None:
    noun = fold("/".join(map(unit_noun, codes)))
    read = read_unit(noun, 0)
    assert read is not None
    assert (unit_noun(read[0]), read[1]) == ("/".join(map(unit_noun, codes)), len(noun))


@pytest.mark.parametrize(
    ("code", "noun"),
    [("chiếc lều", "chiếc lều"), ("VND/lều", "đồng/lều"), ("", "")],
)
def test_prints_a_unit_of_the_callers_own_as_it_is(code: str, noun: str) -> None:
    assert unit_noun(code) == noun


def test_people_and_dong_are_counted_and_areas_measured() -> None:
    assert [is_counted(code) for code in ("persons", "VND", "VND/year", "ha", "percent", None)] == [
        *(True, True, True),
        *(False, False, False),
    ]
    assert [is_money(code) for code in ("VND/year", "USD", "persons", None)] == [True, True, False, False]
