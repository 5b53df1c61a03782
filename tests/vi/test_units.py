"""Nouns of units and their codes."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mttq.model import ResidentialKind, UnitKind
from mttq.vi.quantities import find_quantities, format_quantity, parse_quantity
from mttq.vi.units import CODES, NOUNS, Noun, is_counted, is_money, unit_noun


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
        ("đoàn viên/hội viên", "persons", "đoàn viên/hội viên"),
        ("đ/c nữ", "persons", "đ/c"),
        ("đ/c/tổ", "persons/group", "đ/c/tổ"),
        ("tổ tự quản", "groups", "tổ"),
    ],
)
def test_takes_the_longest_noun_that_fits(text: str, code: str, read: str) -> None:
    found = NOUNS.read(text, 0)
    assert (found.unit, text[: found.end]) == (code, read)


@pytest.mark.parametrize("text", ["kệ", "mx", "hộp sữa", "đảng", "", "/người", "tổ trưởng"])
def test_reads_nothing_without_a_known_noun(text: str) -> None:
    assert NOUNS.read(text, 0).unit is None


OTHER_WORDS = """
cuộc sống, cây xăng, căn cứ, căn cước, cấp độ, cấp ủy, huyện đội, huyện ủy, hộ lý, hộ tịch, khẩu
hiệu, khẩu phần, khẩu súng, nhà báo, nhà giáo, nhà khoa học, nhà máy, nhà nghiên cứu, nhà nước, nhà
thầu, nhà trường, nhà văn, nhà vệ sinh, nhà đầu tư, phường hội, phường đội, phần mềm,
thôn phó, thôn trưởng, thôn đội, tỉnh đội, tỉnh ủy, tổ phó, tổ trưởng, tổ viên, vị trí, xã hội, xã
viên, xã đội, đồng hành, đồng lòng, đồng minh, đồng nghiệp, đồng phục, đồng thuận, đồng đội
"""


@pytest.mark.parametrize("text", OTHER_WORDS.replace("\n", " ").strip().split(", "))
def test_a_noun_that_is_part_of_another_word_is_no_unit(text: str) -> None:
    assert NOUNS.read(text, 0).unit is None


def test_codes_and_their_nouns_are_kept() -> None:
    """The codes stand in files, so none may be renamed or come to mean something else."""
    lines = Path(__file__).with_name("units.tsv").read_text("utf-8").splitlines()
    kept = {code: nouns.split(", ") for code, nouns in (line.split("\t") for line in lines)}
    assert sorted(CODES) == list(kept)
    assert {code: nouns[0] for code, nouns in kept.items()} == {code: unit_noun(code) for code in kept}
    for code, nouns in kept.items():
        assert [NOUNS.read(noun, 0) for noun in nouns] == [(code, None, len(noun)) for noun in nouns]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_printed_by_a_noun_that_is_read_as_the_code(code: str) -> None:
    noun = unit_noun(code)
    assert NOUNS.read(noun, 0) == (code, None, len(noun))


@given(st.lists(st.sampled_from(CODES), min_size=2, max_size=3, unique=True))
def test_every_rate_is_read_back(codes: list[str]) -> None:
    kinds = [NOUNS.kinds(code) for code in codes]
    assume(all(one.isdisjoint(other) or one == {""} for one, other in combinations(kinds, 2)))
    noun = "/".join(map(unit_noun, codes))
    read = NOUNS.read(noun, 0)
    assert (unit_noun(read.unit or ""), read.end) == (noun, len(noun))


@pytest.mark.parametrize(
    ("code", "noun"),
    [("chiếc lều", "chiếc lều"), ("VND/lều", "đồng/lều"), ("", "")],
)
def test_prints_a_custom_unit_as_it_is(code: str, noun: str) -> None:
    assert unit_noun(code) == noun


def test_people_and_dong_are_counted_and_areas_measured() -> None:
    assert [is_counted(code) for code in ("persons", "VND", "VND/year", "ha", "percent", None)] == [
        *(True, True, True),
        *(False, False, False),
    ]
    assert [is_money(code) for code in ("VND/year", "USD", "persons", None)] == [True, True, False, False]


@pytest.mark.parametrize("kind", [*UnitKind, *ResidentialKind])
def test_every_kind_of_place_is_a_noun(kind: UnitKind | ResidentialKind) -> None:
    noun = kind.noun if isinstance(kind, UnitKind) else kind.value
    assert kind is UnitKind.COUNTRY or NOUNS.read(noun, 0).unit is not None


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("xã, thị trấn", "communes+townships", "xã, thị trấn"),
        ("tỉnh/thành phố đã họp", "provinces+cities", "tỉnh/thành phố"),
        ("tỉnh, thành đã họp", "provinces+cities", "tỉnh, thành"),
        ("tỉnh, thành tựu", "provinces", "tỉnh"),
        ("huyện, thị xã, thành phố", "districts+towns+cities", "huyện, thị xã, thành phố"),
        ("tổ chức, cá nhân", "organisations+persons", "tổ chức, cá nhân"),
        ("hộ, cá nhân", "households+persons", "hộ, cá nhân"),
        ("thôn và tổ dân phố", "villages+residential_groups", "thôn và tổ dân phố"),
        ("cán bộ, đảng viên", "persons+party_members", "cán bộ, đảng viên"),
        ("đoàn viên, hội viên", "persons", "đoàn viên, hội viên"),
        ("xã và huyện", "communes", "xã"),
        ("xã/huyện", "communes/district", "xã/huyện"),
        ("hộ, học sinh nghèo", "households", "hộ"),
        ("xã, 2 thị trấn", "communes", "xã"),
        ("xã, thị trấn Lăng Cô", "communes", "xã"),
        ("xã, phường 5", "communes", "xã"),
        ("xã, phường/năm", "communes+wards/year", "xã, phường/năm"),
    ],
)
def test_a_count_before_several_kinds_is_shared(text: str, code: str, read: str) -> None:
    found = NOUNS.read(text, 0)
    assert (found.unit, text[: found.end]) == (code, read)
    assert NOUNS.read(unit_noun(code), 0).unit == code


@pytest.mark.parametrize(
    ("text", "code", "read"),
    [
        ("hộ/1 cán bộ", "households/person", "hộ/1 cán bộ"),
        ("đồng/1 cuộc gọi", "VND/session", "đồng/1 cuộc"),
        ("đồng/kWh điện", "VND/kwh điện", "đồng/kWh điện"),
        ("đồng/", "VND", "đồng"),
        ("đồng/của", "VND", "đồng"),
        ("cuộc giám sát nhân dân/năm", "supervisions/year", "cuộc giám sát nhân dân/năm"),
        ("cuộc giám sát và báo cáo/năm", "supervisions", "cuộc giám sát"),
        ("hộ/kWh", "households", "hộ"),
    ],
)
def test_a_rate_names_what_it_is_for(text: str, code: str, read: str) -> None:
    found = NOUNS.read(text, 0)
    assert (found.unit, text[: found.end]) == (code, read)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lượt công dân", "person_visits"),
        ("lượt cử tri", "person_visits"),
        ("lượt đoàn", "visits"),
        ("lượt/trẻ em", "visits/children"),
        ("chiếc khẩu trang", "masks"),
        ("cái đồng hồ", "clocks"),
        ("trường hợp người bị nạn", "persons"),
        ("trường hợp vi phạm", "cases"),
        ("suất", "gifts"),
        ("suất cho hộ nghèo", "gifts"),
        ("khu, mỗi khu", "zones"),
    ],
)
def test_the_words_around_a_noun_say_what_it_counts(text: str, code: str) -> None:
    assert NOUNS.read(text, 0).unit == code


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (" máy ép nước mía cho các hộ", "máy ép nước mía"),
        (" suất ăn", "suất ăn"),
        (" nhà trẻ và 1 nhà thờ", "nhà trẻ"),
        (" lớp mẫu giáo", "lớp mẫu giáo"),
        (" chiếc xe máy", "chiếc xe máy"),
        (" con bò giống trị giá 15 triệu", "con bò giống"),
        (" Bộ quần áo", None),
        (" túi quà Tết", "túi quà"),
        (" đã họp", None),
        (" hoàn thành", None),
        ("máy", None),
        (", máy", None),
    ],
)
def test_the_words_of_a_noun_that_is_not_known_are_kept(text: str, noun: str | None) -> None:
    found = NOUNS.read(text, 0)
    assert (found.unit, found.noun) == (None, noun)


def test_a_user_adds_nouns_and_changes_nothing_for_others() -> None:
    tents = Noun("tents", ("lều", "chiếc lều"), "tarpaulin tents")
    soil = Noun("loads", ("xe đất",), measured=True)
    table = NOUNS.adding(tents, soil)
    assert (table.read("chiếc lều", 0).unit, NOUNS.read("chiếc lều", 0).unit) == ("tents", None)
    assert [unit_noun("tents", lang, table) for lang in ("vi", "en")] == ["lều", "tarpaulin tents"]
    assert [is_counted(code, table) for code in ("tents", "loads")] == [True, False]
    assert find_quantities("tặng 5 lều", table=table)[0][0].unit == "tents"
    assert parse_quantity("2,5 xe đất", table=table).unit == "loads"
    assert (
        format_quantity(parse_quantity("hơn 5 lều", table=table), lang="en", table=table)
        == "more than 5 tarpaulin tents"
    )


@pytest.mark.parametrize(
    "noun", [Noun("tents", ("hộ",)), Noun("households", ("lều",)), Noun("tents", ("lều", "lều"))]
)
def test_every_noun_and_every_code_is_unique(noun: Noun) -> None:
    with pytest.raises(ValueError, match="có hai lần"):
        NOUNS.adding(noun)


@pytest.mark.parametrize(
    ("code", "noun"),
    [
        ("VND", "đồng"),
        ("person_visits", "attendances"),
        ("border_markers", "border markers"),
        ("ha", "ha"),
        ("communes+wards/year", "communes, wards/year"),
        ("chiếc lều", "chiếc lều"),
    ],
)
def test_a_unit_has_an_english_noun(code: str, noun: str) -> None:
    assert unit_noun(code, "en") == noun
