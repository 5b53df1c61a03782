"""Waivers as a file: what is written is read again, and what is no waiver is told with its place."""

import datetime as dt
from pathlib import Path

import pytest

from mttq.codec import dump_waivers, load_waivers
from mttq.errors import FieldError, LoadError
from mttq.waivers import Waiver

WAIVERS = (
    Waiver(code="ORG001", reason="xã đã giải trình"),
    Waiver(
        code="CRI001",
        reason="số của huyện",
        path="kl62-pl2.criticism.sessions.commune",
        expires=dt.date(2024, 12, 31),
        unit="xã Mẫu",
        value_hash="0123456789abcdef",
    ),
)
TEXT = """\
[
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
    "value_hash": "0123456789abcdef"
  }
]
"""


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    dump_waivers(iter(WAIVERS), tmp_path / "waivers.json")
    assert (tmp_path / "waivers.json").read_text("utf-8") == TEXT
    assert load_waivers(tmp_path / "waivers.json") == WAIVERS


def test_what_is_no_waiver_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FieldError, match="waivers phải gồm các Waiver, không phải 'ORG001'"):
        dump_waivers(["ORG001"], tmp_path / "waivers.json")  # type: ignore[list-item]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[", {"$": "không phải JSON"}),
        ('{"code": "ORG001"}', {"$": "cần danh sách"}),
        (
            '[{"code": "A1", "reason": " "}, {"reason": "x", "expires": "31/12/2024", "reasn": ""}]',
            {
                "$[0].reason": "cần nêu lý do",
                "$[1].expires": "cần ngày",
                "$[1].reasn": "khóa lạ",
                "$[1].code": "thiếu khóa",
            },
        ),
    ],
)
def test_every_fault_is_told_with_its_place(tmp_path: Path, text: str, faults: dict[str, str]) -> None:
    file = tmp_path / "waivers.json"
    file.write_text(text, "utf-8")
    with pytest.raises(LoadError) as caught:
        load_waivers(file)
    assert caught.value.source == str(file)
    assert [fault.path for fault in caught.value.faults] == list(faults)
    assert all(
        words in fault.message for fault, words in zip(caught.value.faults, faults.values(), strict=True)
    )
