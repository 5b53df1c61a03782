"""Files that are given to be read."""

import errno
import os
from pathlib import Path

import pytest

from mttq._files.opening import content_of, report_files, why_unusable
from mttq.checking import load_waivers
from mttq.codec import load


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
@pytest.mark.parametrize("read", [content_of, load, load_waivers])
def test_an_endless_file_is_not_read(read: object, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for endless in (tmp_path / "pipe.json", Path("/dev/zero")):
        with pytest.raises(OSError, match="là thiết bị hoặc đường ống, không phải tệp"):
            read(endless)  # type: ignore[operator]


def test_a_folder_and_an_empty_name_are_not_files(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        content_of(tmp_path)
    with pytest.raises(FileNotFoundError):
        content_of("")
    with pytest.raises(TypeError):
        content_of(0)  # type: ignore[arg-type]
    (tmp_path / "a.json").write_bytes(b"{}")
    assert content_of(tmp_path / "a.json") == b"{}"


def test_report_files_are_listed_with_those_below_and_behind_links(tmp_path: Path) -> None:
    """In any case of the ending; a folder named like a file is left to the reader to refuse."""
    reports, other = tmp_path / "reports", tmp_path / "other"
    for folder in (reports / "deep", reports / "x.json", other):
        folder.mkdir(parents=True)
    for path in (reports / "B.JSON", reports / "deep/a.json", reports / "notes.txt", other / "c.json"):
        path.write_text("{}", "utf-8")
    (reports / "link").symlink_to(other, target_is_directory=True)
    (reports / "deep/back").symlink_to(reports, target_is_directory=True)
    (reports / "lost.json").symlink_to("nowhere")

    found, unread = report_files(str(reports))

    names = ["B.JSON", "deep/a.json", "link/c.json", "lost.json", "x.json"]
    assert [Path(name).relative_to(reports).as_posix() for name in found] == names
    assert unread == []


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.json").write_text("{}", "utf-8")
    scan = os.scandir

    def refuse(folder: str) -> object:
        if str(folder).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    found, unread = report_files(str(tmp_path))

    assert found == [str(tmp_path / "a.json")]
    assert [(error.filename, why_unusable(error)) for error in unread] == [
        (str(tmp_path / "closed"), "không có quyền truy cập")
    ]


def test_reasons_are_vietnamese_where_they_are_known(tmp_path: Path) -> None:
    (tmp_path / "lost.json").symlink_to("nowhere")
    (tmp_path / "loop.json").symlink_to("loop.json")
    (tmp_path / "a.json").write_text("{}", "utf-8")
    reasons = {
        "lost.json": "liên kết trỏ đến tệp không có",
        "loop.json": "các liên kết trỏ vòng quanh",
        "none.json": "không có tệp này",
        "a.json/b.json": "không có tệp này",
        f"{'a' * 300}.json": "tên quá dài",
        ".": "là thư mục",
    }
    for name, reason in reasons.items():
        with pytest.raises(OSError) as caught:  # noqa: PT011 - the reason is what is looked at
            content_of(tmp_path / name)
        assert why_unusable(caught.value) == reason
    assert why_unusable(OSError(errno.EIO, "Input/output error")) == "thiết bị lưu trữ bị lỗi"
    assert why_unusable(OSError(999, "Unknown error 999")) == "lỗi hệ thống số 999"
    assert why_unusable(OSError("no number")) == "không đọc được (no number)"
