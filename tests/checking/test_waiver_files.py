"""Waivers as a file: what is written is read again, and what is no waiver is listed with its place."""

import datetime as dt
from pathlib import Path

import pytest

from mttq.checking import Waiver, dump_waivers, load_waivers
from mttq.errors import FieldError, LoadError

WAIVERS = (
    Waiver(code="ORG001", reason="xã đã giải trình"),
    Waiver(
        code="CRI001",
        reason="số của huyện",
        path="kl62-pl2.criticism.sessions.commune",
        expires=dt.date(2024, 12, 31),
        unit="xã Mẫu",
        fingerprint="0123456789abcdef",
        figures=("actual=15", "{sum}=13"),
    ),
)
TEXT = """\
{
  "schema_version": 2,
  "waivers": [
    {
      "code": "ORG001",
      "reason": "xã đã giải trình"
    },
    {
      "code": "CRI001",
      "reason": "số của huyện",
      "path": "kl62-pl2.criticism.sessions.commune",
      "expires": "2024-12-31",
      "unit": "xã Mẫu",
      "fingerprint": "0123456789abcdef",
      "figures": [
        "actual=15",
        "{sum}=13"
      ]
    }
  ]
}
"""


def test_waivers_written_are_read_back(tmp_path: Path) -> None:
    dump_waivers(iter(WAIVERS), tmp_path / "waivers.json")
    assert (tmp_path / "waivers.json").read_text("utf-8") == TEXT
    assert load_waivers(tmp_path / "waivers.json") == WAIVERS


def test_anything_but_a_waiver_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FieldError, match="waivers: cần danh sách các Waiver; đã nhận 'ORG001'"):
        dump_waivers(["ORG001"], tmp_path / "waivers.json")  # type: ignore[list-item]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[", {"$": "sai cú pháp JSON"}),
        ("5", {"$": "cần"}),
        ('{"code": "ORG001"}', {"$.schema_version": "đọc được tệp phiên bản 2; ghi"}),
        ('{"schema_version": 1, "waivers": []}', {"$.schema_version": "đọc được tệp phiên bản 2; ghi"}),
        ('{"schema_version": 3, "waivers": []}', {"$.schema_version": "cần cập nhật mttq"}),
        ('{"schema_version": 2}', {"$.waivers": "thiếu khóa"}),
        (
            '{"schema_version": 2, "waivers": [{"code": "A1", "reason": "x", "figures": "a=1"}], "by": ""}',
            {"$.waivers[0].figures": "cần danh sách", "$.by": "không có khóa"},
        ),
        (
            '{"schema_version": 2, "waivers": [{"code": "A1", "reason": "x", "figures": ["a=1", "5"]}]}',
            {"$.waivers[0].figures": "cần ghi “tên=số liệu”; đã nhận '5'"},
        ),
        (
            '[{"code": "A1", "reason": " "}, {"reason": "x", "expires": "31/12/2024", "reasn": ""}]',
            {
                "$[0].reason": "cần ghi lý do",
                "$[1].expires": "cần ngày",
                "$[1].reasn": "không có khóa",
                "$[1].code": "thiếu khóa",
            },
        ),
    ],
)
def test_every_fault_is_reported_with_its_place(tmp_path: Path, text: str, faults: dict[str, str]) -> None:
    file = tmp_path / "waivers.json"
    file.write_text(text, "utf-8")
    with pytest.raises(LoadError) as caught:
        load_waivers(file)
    assert caught.value.source == str(file)
    assert [fault.path for fault in caught.value.faults] == list(faults)
    assert all(
        words in fault.message for fault, words in zip(caught.value.faults, faults.values(), strict=True)
    )


COMPAT = Path(__file__).parents[1] / "compat/waivers"


def test_files_of_every_version_are_still_read(tmp_path: Path) -> None:
    first = load_waivers(COMPAT / "v1.json")
    assert [(item.code, item.path, item.expires) for item in first] == [
        ("ORG001", None, None),
        ("CRI001", "kl62-pl2.criticism.sessions.commune", dt.date(2024, 12, 31)),
    ]
    assert load_waivers(COMPAT / "v2.json") == WAIVERS
    dump_waivers(WAIVERS, tmp_path / "v2.json")
    assert (tmp_path / "v2.json").read_bytes() == (COMPAT / "v2.json").read_bytes()


def test_a_file_with_figures_in_printed_form_warns_once_that_it_is_old(tmp_path: Path) -> None:
    file = tmp_path / "waivers.json"
    old = [Waiver(code=code, reason="đã rõ", value_hash="0123456789abcdef") for code in ("A1", "A2")]
    dump_waivers([*old, *WAIVERS], file)
    with pytest.warns(FutureWarning, match=r"waivers\.json: 2 giải trình .* --rewrite-waivers TỆP") as said:
        assert load_waivers(file) == (*old, *WAIVERS)
    assert [Path(warning.filename) for warning in said] == [Path(__file__)]
