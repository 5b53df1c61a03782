"""Waivers as a JSON file, so that decisions outlive the script that made them."""

import json
from collections.abc import Iterable
from os import PathLike, fspath

from mttq._opening import content_of
from mttq._saving import save
from mttq.codec._converter import writer_of
from mttq.codec._faults import read_as
from mttq.codec._parsing import json_values
from mttq.errors import FieldError, LoadError
from mttq.waivers import Waiver

__all__ = ["dump_waivers", "load_waivers"]


def load_waivers(path: str | PathLike[str]) -> tuple[Waiver, ...]:
    """Read waivers from a JSON file: a list of objects whose keys are the fields of `Waiver`.

    Raises:
        LoadError: the file holds something else; `faults` lists all that is wrong, `source` is the path.
        OSError: the file cannot be read, or is a device or a pipe.
    """
    try:
        listed = json_values(content_of(path))
    except LoadError as error:
        raise LoadError(error.faults, fspath(path)) from None
    waivers: tuple[Waiver, ...] = read_as(listed, tuple[Waiver, ...], fspath(path))
    return waivers


def dump_waivers(waivers: Iterable[Waiver], path: str | PathLike[str]) -> None:
    """Write waivers to a JSON file in UTF-8, as `load_waivers` reads it, whole or not at all.

    Raises:
        TypeError: something is no waiver.
        OSError: the file cannot be written, as for `dump`; an old one stands as it was.

    >>> import tempfile
    >>> waiver = Waiver(code="ORG001", reason="xã đã giải trình")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dump_waivers([waiver], f"{folder}/waivers.json")
    ...     load_waivers(f"{folder}/waivers.json") == (waiver,)
    True
    """
    given = tuple(waivers)
    for waiver in given:
        if not isinstance(waiver, Waiver):
            raise FieldError(f"waivers phải gồm các Waiver, không phải {waiver!r}")
    listed = writer_of(tuple[Waiver, ...])(given)
    save(f"{json.dumps(listed, ensure_ascii=False, indent=2)}\n".encode(), path)
