"""Files written whole or not at all: a new file is made beside the old one and then takes its place."""

import errno
import os
import stat
from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path
from typing import Final

from mttq._files.opening import unusable, why_unusable
from mttq.errors import FileError
from mttq.wording import Phrase

__all__ = ["save"]

_DEVICES: Final = frozenset(
    {"AUX", "CON", "CONIN$", "CONOUT$", "NUL", "PRN"}
    | {f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"}
)
"""Names that Windows takes for a device, whatever follows their first dot."""


def save(data: bytes, path: str | PathLike[str]) -> None:
    """Write a file so that a reader meets the old content or the new, never a part of either.

    A file that exists keeps its mode and, as far as the system lets it, its owner; a link stays a link to the
    file that is written.  A device or a pipe, which nothing can take the place of, is written as it is.

    Args:
        data: the whole content.
        path: where it shall stand.

    Raises:
        FileError: the file cannot be written, and the old one stands as it was; or its name is one that
            Windows would take for a device, a stream of another file, or another name.
    """
    name = fspath(path)
    reason = _why_no_name(Path(name).name)
    if reason:
        raise FileError(reason, errno.EINVAL, name)
    try:
        _save(data, Path(os.path.realpath(name)))
    except OSError as error:
        reason = Phrase("không ghi được tệp ({})", _reason(error))
        kept = Phrase("{}; tệp cũ còn nguyên", reason) if Path(name).is_file() else reason
        raise unusable(error, kept, name) from error


def _why_no_name(name: str) -> Phrase | None:
    """Say why Windows would write something else than a file of this name; None if it would not."""
    if ":" in name:
        return Phrase("tên tệp không được có dấu hai chấm")
    if name != name.rstrip(" ."):
        return Phrase("tên tệp không được kết thúc bằng dấu chấm hoặc dấu cách")
    word = name.partition(".")[0].rstrip(" ")
    if word.upper() in _DEVICES:
        return Phrase("{} là tên thiết bị của Windows, không đặt cho tệp được", word)
    return None


def _reason(error: OSError) -> Phrase:
    """Say why a file was not written; on Windows no file can be replaced while a program has it open."""
    reason = why_unusable(error)
    if isinstance(error, PermissionError):
        return Phrase("{}; tệp đang mở ở chương trình khác?", reason)
    return reason


def _save(data: bytes, target: Path) -> None:
    old = _stat(target)
    if old is not None and not stat.S_ISREG(old.st_mode):
        target.write_bytes(data)  # a folder is refused here
        return
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = target.parent / f".mttq-{os.urandom(8).hex()}.tmp"
    try:
        with beside.open("xb") as file:
            if old is not None:
                _look_like(old, beside)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:  # an interrupt leaves no litter either
        with suppress(OSError):
            beside.unlink()
        raise


def _stat(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _look_like(old: os.stat_result, new: Path) -> None:
    """Let a file have the owner, the group and the mode of another, before anything stands in it."""
    if hasattr(os, "chown"):  # not on Windows
        for owner in ((old.st_uid, -1), (-1, old.st_gid)):
            with suppress(OSError):  # only an administrator may give a file away
                os.chown(new, *owner)
    new.chmod(stat.S_IMODE(old.st_mode))
