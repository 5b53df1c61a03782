"""Mergers: what becomes what, whole or in part, done or proposed."""

import json
from pathlib import Path

import pytest

from mttq.errors import FieldError, UnitFormatError
from mttq.values import Extent, MergerStatus
from mttq.vi import parse_merger

W, P = Extent.WHOLE, Extent.PART


def read(text: str) -> tuple[str, list[tuple[str, Extent]]]:
    merger = parse_merger(text)
    return merger.new.full_name, [(part.unit.full_name, part.extent) for part in merger.parts]


@pytest.mark.parametrize(
    ("text", "new", "parts"),
    [
        (
            "Sáp nhập xã Bình Sơn và xã Bình Lâm thành xã Bình Lâm Sơn",
            "xã Bình Lâm Sơn",
            [("xã Bình Sơn", W), ("xã Bình Lâm", W)],
        ),
        (
            "thành lập phường An Hòa trên cơ sở toàn bộ phường An Đông và một phần xã Tân Lập",
            "phường An Hòa",
            [("phường An Đông", W), ("xã Tân Lập", P)],
        ),
        (
            "nhập thị trấn Tân Lập, các xã Bình Sơn, Bình Lâm thành xã Tân Lập",
            "xã Tân Lập",
            [("thị trấn Tân Lập", W), ("xã Bình Sơn", W), ("xã Bình Lâm", W)],
        ),
        (
            "Hợp nhất xã Bình Sơn, một phần các xã Bình Lâm, Tân Lập và phường An Hòa thành phường Bình Sơn",
            "phường Bình Sơn",
            [("xã Bình Sơn", W), ("xã Bình Lâm", P), ("xã Tân Lập", P), ("phường An Hòa", W)],
        ),
        (
            "Phường An Hòa: Sáp nhập phường An Đông, phần còn lại của phường An Tây, xã Tân Lập (một phần)",
            "phường An Hòa",
            [("phường An Đông", W), ("phường An Tây", P), ("xã Tân Lập", P)],
        ),
        (
            "Xã Bình Sơn được thành lập, hoạt động từ 1/7/2025, trên cơ sở nhập 5,7 km2 của xã An Hòa,"
            " xã An Đông thuộc huyện Hoành Bồ",
            "xã Bình Sơn",
            [("xã An Hòa", W), ("xã An Đông", W)],
        ),
        ("Nhập xã A Ngo vào xã A Lưới", "xã A Lưới", [("xã A Ngo", W), ("xã A Lưới", W)]),
        (
            "Hợp nhất thành phố Hải Phòng và tỉnh Hải Dương, lấy tên là thành phố Hải Phòng",
            "thành phố Hải Phòng",
            [("thành phố Hải Phòng", W), ("tỉnh Hải Dương", W)],
        ),
        (
            "Sắp xếp các thôn 1, 2 và 3 của xã Bình Sơn để thành lập thôn mới Đông Sơn",
            "thôn Đông Sơn",
            [("thôn 1", W), ("thôn 2", W), ("thôn 3", W)],
        ),
        (
            "sáp nhập 3 thôn: Đông, Tây, Nam thành thôn Đông Tây Nam",
            "thôn Đông Tây Nam",
            [("thôn Đông", W), ("thôn Tây", W), ("thôn Nam", W)],
        ),
        (
            "Sáp nhập xã Bình Sơn, xã Bình Lâm và huyện đảo Cồn, tỉnh Mẫu thành xã Cồn",
            "xã Cồn",
            [("xã Bình Sơn", W), ("xã Bình Lâm", W)],
        ),
    ],
)
def test_parse_merger(text: str, new: str, parts: list[tuple[str, Extent]]) -> None:
    assert read(text) == (new, parts)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("", MergerStatus.IN_FORCE),
        ("Đã ", MergerStatus.IN_FORCE),
        ("Dự kiến ", MergerStatus.PROPOSED),
        ("Lấy ý kiến về phương án ", MergerStatus.PROPOSED),
        ("Từ 2027 sẽ ", MergerStatus.PROPOSED),
    ],
)
def test_a_proposal_is_distinguished_from_a_fact(words: str, status: MergerStatus) -> None:
    assert parse_merger(f"{words}nhập xã An Hòa và xã An Đông thành xã An Hòa").status is status


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xã Bình Sơn",
        "đổi tên xã An Hòa thành xã An Đông",
        "không sáp nhập xã An Hòa và xã An Đông thành xã An Hòa",
        "Điều chỉnh một phần xã An Hòa về xã An Đông",
        "Sáp nhập xã An Hòa và xã An Đông",
        "Sáp nhập thành xã An Hòa",
        "nhập xã A vào xã B và xã C vào xã D",
        "nhập xã A vào xã B và xã C",
        "Nhập xã An Hòa, Đông bắc thành xã Bình Sơn",
        "Nhập thôn Đông của xã An Hòa và xã An Đông thành xã Bình Sơn",
        "nhập xã A và xã B thành xã C; nhập xã D và xã E thành xã G",
        "Xã An Hòa đổi tên thành Phường, xã mới An Lạc. Xã mới được sáp nhập từ xã An Hòa, xã An Lạc",
    ],
)
def test_a_text_that_states_no_certain_merger_is_refused(text: str) -> None:
    with pytest.raises(UnitFormatError):
        parse_merger(text)


def test_a_wrong_type_is_refused() -> None:
    with pytest.raises(FieldError, match="cần chuỗi"):
        parse_merger(None)  # type: ignore[arg-type]


CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "units.jsonl"


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus stays outside the project")
def test_real_mergers() -> None:
    lines = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    told = [line for line in lines if line["kind"] == "merger" and not line.get("malformed")]
    assert [read(line["text"]) for line in told] == [
        (
            f"{line['tier']} {line['result']}",
            [(f"{tier} {name}", P if extent == "part" else W) for tier, name, extent in line["merged_from"]],
        )
        for line in told
    ]
    for line in lines:
        if line["kind"] in ("tier_change", "transfer") or line.get("malformed"):
            with pytest.raises(UnitFormatError):
                parse_merger(line["text"])
