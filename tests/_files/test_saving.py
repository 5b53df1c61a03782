"""Files are written whole or not at all, by whatever writes files."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mttq._files.saving import save
from mttq.checking import dump_waivers
from mttq.codec import dump
from mttq.testing import make_report

OLD, NEW = b'{"old": 1}\n', b'{"new": 22}\n'
WRITERS: list[Callable[[Path], None]] = [
    lambda path: save(NEW, path),
    lambda path: dump(make_report(), path),
    lambda path: dump_waivers([], path),
]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Return a file that exists, and check after the test that nothing else is beside it."""
    path = tmp_path / "báo cáo.json"
    path.write_bytes(OLD)
    yield path
    assert names_in(tmp_path) == [path.name]


def test_a_file_is_created_or_replaced(file: Path) -> None:
    save(NEW, str(file))
    assert file.read_bytes() == NEW
    file.unlink()
    save(NEW, file)
    assert file.read_bytes() == NEW


def test_a_new_file_has_the_mode_of_any_other(file: Path) -> None:
    before = stat.S_IMODE(file.stat().st_mode)
    file.unlink()
    save(NEW, file)
    assert stat.S_IMODE(file.stat().st_mode) == before


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_and_the_owner_of_the_old_file_stay(
    file: Path, mode: int, windows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(mode)
    before = file.stat()
    if windows:
        monkeypatch.delattr("os.chown")
    save(NEW, file)
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    folder.mkdir()
    link = tmp_path / "liên kết.json"
    link.symlink_to(folder / "xa.json")
    for data in (OLD, NEW):  # the file that a dangling link names is made
        save(data, link)
        assert link.is_symlink()
        assert (folder / "xa.json").read_bytes() == data
    assert names_in(folder) == ["xa.json"]


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="không ghi được tệp"):
        save(NEW, tmp_path / "a")
    assert names_in(tmp_path) == ["a", "b"]


def broken(_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupted(_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("write", WRITERS)
def test_on_a_full_disk_the_old_file_stays(
    file: Path, write: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(OSError, match="hết dung lượng đĩa") as caught:
        write(file)
    assert caught.value.errno == errno.ENOSPC
    assert caught.value.filename == str(file)
    assert str(caught.value).count("tệp cũ còn nguyên") == 1
    assert file.read_bytes() == OLD


def test_a_new_file_that_cannot_be_written_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(OSError, match=r"mới\.json: không ghi được tệp \(hết dung lượng đĩa\)$"):
        save(NEW, tmp_path / "mới.json")
    assert not names_in(tmp_path)


def test_an_interrupt_keeps_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(NEW, file)
    assert file.read_bytes() == OLD


def test_a_file_open_in_another_windows_program_is_one_clear_error(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError) as caught:
        save(NEW, file)
    assert caught.value.strerror == (
        "không ghi được tệp (không có quyền truy cập; tệp đang mở ở chương trình khác?); tệp cũ còn nguyên"
    )
    assert file.read_bytes() == OLD


def test_a_read_only_file_is_not_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: (Path(path), mode) != (file, os.W_OK))
    with pytest.raises(PermissionError, match="không có quyền truy cập"):
        save(NEW, file)
    assert file.read_bytes() == OLD


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        save(NEW, tmp_path)


def test_a_device_is_written_as_it_is() -> None:
    save(NEW, "/dev/null")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(OSError, match="hết dung lượng đĩa"):
        save(NEW, "/dev/full")


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("báo cáo 10:30.json", "tên tệp không được có dấu hai chấm"),
        ("CON", "CON là tên thiết bị của Windows, không đặt cho tệp được"),
        ("nul.json", "nul là tên thiết bị của Windows, không đặt cho tệp được"),
        ("Com1 .tar.gz", "Com1 là tên thiết bị của Windows, không đặt cho tệp được"),
        ("lpt³", "lpt³ là tên thiết bị của Windows, không đặt cho tệp được"),
        ("xa.json.", "tên tệp không được kết thúc bằng dấu chấm hoặc dấu cách"),
        ("xa ", "tên tệp không được kết thúc bằng dấu chấm hoặc dấu cách"),
    ],
)
def test_a_name_that_windows_takes_for_something_else_is_refused(
    tmp_path: Path, write: Callable[[Path], None], name: str, reason: str
) -> None:
    with pytest.raises(OSError, match=reason) as caught:
        write(tmp_path / name)
    assert (caught.value.errno, caught.value.filename) == (errno.EINVAL, str(tmp_path / name))
    assert not names_in(tmp_path)


@pytest.mark.parametrize("name", ["COM10.json", "console.json", "xã CON.json", "a.b.json", ".json"])
def test_other_names_are_taken(tmp_path: Path, name: str) -> None:
    save(NEW, tmp_path / name)
    assert names_in(tmp_path) == [name]


def test_a_reader_beside_a_writer_never_meets_a_torn_file(file: Path) -> None:
    contents = {bytes([letter]) * 200_000 for letter in b"abc"}
    ended = threading.Event()

    def read() -> set[bytes]:
        met = set()
        while not ended.is_set():
            met.add(file.read_bytes())
        return met

    met: set[bytes] = set()
    reader = threading.Thread(target=lambda: met.update(read()))
    reader.start()
    for _ in range(10):
        for content in contents:
            save(content, file)
    ended.set()
    reader.join()
    assert met <= contents | {OLD}


_WRITING = """
import sys
from mttq._files.saving import save
while True:
    for letter in b"ab":
        save(bytes([letter]) * 3_000_000, sys.argv[1])
        print("written", flush=True)
"""


def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "xa.json"
    writer = subprocess.Popen([sys.executable, "-c", _WRITING, path], stdout=subprocess.PIPE)
    assert writer.stdout
    for _ in range(3):
        writer.stdout.readline()
    writer.kill()
    writer.wait()
    writer.stdout.close()
    content = path.read_bytes()
    assert content in (b"a" * 3_000_000, b"b" * 3_000_000)


_ELSEWHERE = """
import builtins, importlib, os, pkgutil, sys
from pathlib import Path
for name in ("fcntl", "grp", "pwd", "resource", "spwd", "termios", "tty", "pty", "syslog", "readline"):
    sys.modules[name] = None
for name in dir(os):
    if name in {"O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW"} or name.startswith(
        ("chown", "fch", "fork", "get", "set", "lch", "mkfifo", "posix_", "pread", "pwrite")
    ) and name not in {"getcwd", "getcwdb", "getenv", "getpid", "get_exec_path", "get_terminal_size"}:
        delattr(os, name)
import mttq
for module in pkgutil.walk_packages(mttq.__path__, "mttq."):
    if module.name != "mttq.__main__":
        importlib.import_module(module.name)
from mttq.cli import main
from mttq.testing import make_report
path = Path(sys.argv[1]) / "báo cáo.json"
mttq.dump(make_report(), path)
mttq.dump(make_report(), path)
assert mttq.load(path) == make_report()
sys.exit(main(["check", str(path)]))
"""


def test_nothing_needs_posix_or_a_console_that_knows_vietnamese(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", _ELSEWHERE, tmp_path],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1258"},
        check=False,
    )
    assert (ran.returncode, ran.stderr.decode()) == (0, "")
    assert "báo cáo.json" in ran.stdout.decode("utf-8")
    assert names_in(tmp_path) == ["báo cáo.json"]
