"""Waivers as a JSON file, so that decisions outlive the script that made them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from os import PathLike, fspath
from typing import Annotated, Any, Final
from warnings import warn

import attrs

from mttq._declared.types import Label, checked, gathered
from mttq._files.opening import content_of
from mttq._files.saving import save
from mttq.checking._finding import Finding
from mttq.checking._waivers import Waiver
from mttq.codec._converter import writer_of
from mttq.codec._faults import read_as
from mttq.codec._leaves import JsonSchema
from mttq.codec._parsing import VERSION_KEY, json_values
from mttq.codec._schema import schema_of
from mttq.errors import Fault, LoadError, VersionError
from mttq.wording import Lang, Phrase

__all__ = [
    "WAIVERS_VERSION",
    "OldWaiversWarning",
    "WaiverFile",
    "dump_waivers",
    "load_waivers",
    "renewed",
    "waivers_schema",
]

WAIVERS_VERSION: Final = 2
"""The version of waiver files; the first one was a bare list."""


class OldWaiversWarning(FutureWarning):
    """A file holds waivers in a form that a later version will not read."""


@attrs.frozen(kw_only=True, field_transformer=checked)
class WaiverFile:
    """What a waiver file holds besides its version."""

    waivers: Annotated[tuple[Waiver, ...], Label("Giải trình đã chấp nhận")]


def load_waivers(path: str | PathLike[str]) -> tuple[Waiver, ...]:
    """Read waivers from a JSON file: its version, and objects whose keys are the fields of `Waiver`.

    A bare list, the form before files had a version, is read too.  Waivers of that time that hold figures as
    they were printed are said to be out of date by a FutureWarning, once for the file.

    Raises:
        LoadError: the file holds something else; `faults` lists all that is wrong, `source` is the path.
        FileError: the file cannot be read, or is a device or a pipe.
    """
    source = fspath(path)
    try:
        tree = _current(json_values(content_of(path)))
    except LoadError as error:
        raise error.of(source) from None
    is_list = isinstance(tree, list)
    read: Any = read_as(tree, tuple[Waiver, ...] if is_list else WaiverFile, source)
    waivers: tuple[Waiver, ...] = read if is_list else read.waivers
    old = sum(waiver.is_old for waiver in waivers)
    if old:
        warn(Phrase("{}: {} {}", source, old, _OLD), OldWaiversWarning, stacklevel=2)
    return waivers


_OLD: Final = Phrase(
    "giải trình đã chấp nhận ghi số liệu theo cách cũ, mttq 0.4 sẽ không đọc nữa; "
    "ghi lại bằng: mttq check … --waivers TỆP --rewrite-waivers TỆP"
)


def _current(tree: Any) -> Any:
    """Take the version off.

    Raises:
        VersionError: there is none, or it is one that is not known here.
    """
    if isinstance(tree, dict):
        version = tree.pop(VERSION_KEY, None)
        if type(version) is not int or version != WAIVERS_VERSION:
            newer = type(version) is int and version > WAIVERS_VERSION
            known = f'"{VERSION_KEY}": {WAIVERS_VERSION}'
            wanted = Phrase("cần cập nhật mttq") if newer else Phrase("ghi {}", known)
            message = Phrase("bản mttq này đọc được tệp phiên bản {}; {}", WAIVERS_VERSION, wanted)
            raise VersionError((Fault(f"$.{VERSION_KEY}", message, version),))
    return tree


def dump_waivers(waivers: Iterable[Waiver], path: str | PathLike[str]) -> None:
    """Write waivers to a JSON file in UTF-8, as `load_waivers` reads it, whole or not at all.

    Raises:
        TypeError: something is no waiver.
        FileError: the file cannot be written, as for `dump`; an old one stands as it was.

    >>> import tempfile
    >>> waiver = Waiver(code="ORG001", reason="xã đã giải trình")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     dump_waivers([waiver], f"{folder}/waivers.json")
    ...     load_waivers(f"{folder}/waivers.json") == (waiver,)
    True
    """
    given = gathered("waivers", waivers, Waiver)
    tree = {VERSION_KEY: WAIVERS_VERSION, **writer_of(WaiverFile)(WaiverFile(waivers=given))}
    save(f"{json.dumps(tree, ensure_ascii=False, indent=2)}\n".encode(), path)


def waivers_schema(*, lang: Lang = "vi") -> JsonSchema:
    """Make the JSON Schema (2020-12) of waiver files; a bare list, as files were before, it does not accept.

    Args:
        lang: the language of its titles.

    >>> waivers_schema()["$defs"]["Waiver"]["required"]
    ['code', 'reason']
    >>> waivers_schema(lang="en")["$defs"]["Waiver"]["properties"]["code"]["title"]
    'Code of the rule'
    """
    title = Phrase("Tệp giải trình đã chấp nhận")
    return schema_of(WaiverFile, WAIVERS_VERSION, "waivers", title, lang)


def renewed(waivers: Iterable[Waiver], waived: Iterable[Finding]) -> tuple[Waiver, ...]:
    """Return renewed waivers: in place of an old one those of the findings that it covers.

    Others stay as they are, and so do old ones that cover nothing here: their reports may not be at hand.

    Args:
        waivers: the waivers.
        waived: what they cover, from one check or several (`Findings.waived`).
    """
    covered = defaultdict[Waiver | None, list[Finding]](list)
    for finding in waived:
        covered[finding.waiver].append(finding)
    new: dict[Waiver, None] = {}
    for waiver in waivers:
        found = covered[waiver] if waiver.is_old else []
        new |= dict.fromkeys([item.waive(waiver.reason, waiver.expires) for item in found] or [waiver])
    return tuple(new)
