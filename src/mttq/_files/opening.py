"""Files that are given to be read: which ones a folder holds, what is in one, why it cannot be read."""

import errno
import os
import stat
from os import PathLike, fspath
from pathlib import Path
from typing import Final

from mttq.errors import FileDeniedError, FileError, FileMissingError, FolderError
from mttq.wording import Phrase

__all__ = ["content_of", "report_files", "unusable", "why_unusable"]

_WHY: Final = {
    errno.EACCES: Phrase("không có quyền truy cập"),
    errno.EDQUOT: Phrase("hết dung lượng được cấp"),
    errno.EFBIG: Phrase("tệp quá lớn"),
    errno.EIO: Phrase("thiết bị lưu trữ bị lỗi"),
    errno.EISDIR: Phrase("là thư mục"),
    errno.ELOOP: Phrase("các liên kết trỏ vòng quanh"),
    errno.EMFILE: Phrase("mở quá nhiều tệp"),
    errno.ENAMETOOLONG: Phrase("tên quá dài"),
    errno.ENOENT: Phrase("không có tệp này"),
    errno.ENOSPC: Phrase("hết dung lượng đĩa"),
    errno.ENOTDIR: Phrase("không có tệp này"),
    errno.EPERM: Phrase("không có quyền truy cập"),
    errno.EROFS: Phrase("ổ đĩa chỉ cho đọc"),
}


def content_of(path: str | PathLike[str]) -> bytes:
    """Read a file that has an end: no device and no pipe, which may be waited for for ever.

    Raises:
        FileError: it cannot be read, or is none.
    """
    name = fspath(path)
    try:
        mode = os.stat(name).st_mode  # noqa: PTH116 - Path("") is the working folder
        if stat.S_ISREG(mode):
            return Path(name).read_bytes()
    except OSError as error:
        raise unusable(error, why_unusable(error), name) from error
    if stat.S_ISDIR(mode):
        raise FolderError(_WHY[errno.EISDIR], errno.EISDIR, name)
    raise FileError(Phrase("là thiết bị hoặc đường ống, không phải tệp"), errno.EINVAL, name)


def unusable(error: OSError, reason: Phrase, name: str) -> FileError:
    """Return an error of the system about a file as the like one of mttq.

    >>> type(unusable(PermissionError(errno.EACCES, "Permission denied"), Phrase("…"), "a.json")).__name__
    'FileDeniedError'
    """
    kinds: dict[type[OSError], type[FileError]] = {
        PermissionError: FileDeniedError,
        FileNotFoundError: FileMissingError,
        NotADirectoryError: FileMissingError,  # a folder of the path is a file
        IsADirectoryError: FolderError,
    }
    return kinds.get(type(error), FileError)(reason, error.errno, name)


def report_files(folder: str) -> tuple[list[str], list[OSError]]:
    """List the report files (*.json) in a folder and below by name, and what could not be listed.

    Links are followed; a folder that is met again is listed once.
    """
    found: list[str] = []
    unread: list[OSError] = []
    met: set[str] = set()
    for place, folders, files in os.walk(folder, onerror=unread.append, followlinks=True):
        real = os.path.realpath(place)
        if real in met:
            folders.clear()
        else:
            met.add(real)
            named = (name for name in (*folders, *files) if name.lower().endswith(".json"))
            found += (os.path.join(place, name) for name in named)  # noqa: PTH118 - keeps "./"
    return sorted(found), unread


def why_unusable(error: OSError) -> Phrase:
    """Say in a few words why a file could not be read or written; what the system says is English or its own.

    >>> why_unusable(FileNotFoundError(errno.ENOENT, "No such file or directory", "a.json"))
    'không có tệp này'
    """
    if isinstance(error.strerror, Phrase):
        return error.strerror
    if error.errno == errno.ENOENT and error.filename and os.path.islink(error.filename):  # noqa: PTH114
        return Phrase("liên kết trỏ đến tệp không có")
    if error.errno is None:
        return Phrase("không đọc được ({})", str(error))
    return _WHY.get(error.errno, Phrase("lỗi hệ thống số {}", error.errno))
