"""Mergers of units as texts state them: "sáp nhập xã A và một phần xã B thành xã C"."""

import re
from typing import Final

from mttq._names.regex import regex
from mttq.errors import UnitFormatError
from mttq.values import Extent, Merger, MergerPart, MergerStatus, UnitName
from mttq.vi._layout import plain_text
from mttq.vi.text import fold
from mttq.wording import Phrase

__all__ = ["parse_merger"]

Found = tuple[UnitName, tuple[int, int]]

_VERB: Final = "(?:sáp nhập|hợp nhất|nhập|sắp xếp)"
_MERGES: Final = regex(rf"\b(?:{_VERB}|trên cơ sở)\b", re.IGNORECASE)
_DENIED: Final = regex(rf"\b(?:không|chưa)(?: thực hiện)?(?: việc)? {_VERB}\b", re.IGNORECASE)
_INTO: Final = regex(
    r"\b(?:thành lập(?: mới)?|hình thành|thành|lập|lấy tên(?: gọi)?(?: mới)?(?: là)?"
    r"|(?:với|có|mang) tên(?: gọi)?(?: mới)?(?: là)?)(?: một| 0?1)?"
    r"(?: đơn vị hành chính)?(?: mới)?(?: là|:)? ?\Z",
    re.IGNORECASE,
)
_JOINED_TO: Final = regex(r"\bvào (?:[^\W0-9_]+ ){0,3}\Z", re.IGNORECASE)
_CLAUSE: Final = r"(?:[^;.]|(?<=[0-9])\.(?=[0-9]))*"
_FORMED_OF: Final = regex(
    rf"{_CLAUSE}\b(?:thành lập|hình thành|{_VERB})\b{_CLAUSE}\b(?:trên cơ sở|từ)\b|(?: mới)? ?: ?{_VERB}\b",
    re.IGNORECASE,
)
_IN_PART: Final = regex(r"\b(?:một phần|phần (?:còn lại|diện tích|lớn)|một số)\b", re.IGNORECASE)
_PART_AFTER: Final = regex(r"(?: cũ)? \((?:một phần|phần còn lại)", re.IGNORECASE)
_GOES_ON: Final = regex(r" ?[,;] (?:và )?| và ")
_PROPOSED: Final = regex(
    r"\b(?:dự kiến|đề xuất|đề nghị|dự thảo|phương án|kiến nghị|sẽ|(?:xin|lấy) ý kiến|chủ trương|đề án"
    r"|tờ trình)\b",
    re.IGNORECASE,
)
_HINT: Final = Phrase("ví dụ: {}", "“sáp nhập xã A và xã B thành xã C”")


def parse_merger(text: str) -> Merger:
    """Read which units are merged into which, each whole or in part, as a fact or as a proposal.

    Raises:
        FieldError: what was given is no text.
        UnitFormatError: the text states no merger, or does not clearly say what becomes what.

    >>> merger = parse_merger("Dự kiến nhập xã Bình Sơn và một phần xã Bình Lâm thành xã Bình Lâm Sơn")
    >>> merger.new.full_name, merger.status.value
    ('xã Bình Lâm Sơn', 'proposed')
    >>> [(part.unit.full_name, part.extent.value) for part in merger.parts]
    [('xã Bình Sơn', 'whole'), ('xã Bình Lâm', 'part')]
    """
    from mttq.vi._unit_grammar import find_chains

    line = plain_text(text)
    found = list(find_chains(line, loose=True))
    if not found or not _MERGES.search(line) or _DENIED.search(line):
        raise UnitFormatError(text, Phrase("không nói việc sáp nhập đơn vị"), _HINT)
    new, merged = _sides(line, found)
    parts = _parts(line, found, merged, new) if new else ()
    if new is None or not parts:
        raise UnitFormatError(text, Phrase("không rõ đơn vị nào nhập thành đơn vị nào"), _HINT)
    status = MergerStatus.PROPOSED if _PROPOSED.search(line) else MergerStatus.IN_FORCE
    return Merger(new=new, parts=parts, status=status)


def _sides(line: str, found: list[Found]) -> tuple[UnitName | None, range]:
    """Return which of the units found is the new one, and which may be its parts."""
    ends = [0, *(end for _, (_, end) in found)]
    before = [line[end:start] for end, (_, (start, _)) in zip(ends, found, strict=False)]
    formed = [index for index, gap in enumerate(before) if _INTO.search(gap)]
    joined = [index for index, gap in enumerate(before) if index and _JOINED_TO.search(gap)]
    match formed, joined:
        case [index], _:  # "nhập xã A và xã B thành xã C", "thành lập xã C trên cơ sở …"
            return found[index][0], range(index) if index else range(1, len(found))
        case [], [index] if before[index].endswith(" vào "):  # "nhập xã A vào xã B", but not "vào các xã"
            return found[index][0], range(index + 1)
        case [], [] if len(found) > 1 and _FORMED_OF.match(before[1]):  # "xã C được thành lập từ …"
            return found[0][0], range(1, len(found))
        case _:
            return None, range(0)


def _parts(line: str, found: list[Found], merged: range, new: UnitName) -> tuple[MergerPart, ...]:
    """Read the parts of a new unit; none where one cannot be read, or is itself a part of a part."""
    parts: list[MergerPart] = []
    starts = {start for _, (start, _) in found}
    in_part = False
    end = found[merged.start - 1][1][1] if merged.start else 0
    for unit, (start, stop) in found[merged.start : merged.stop]:
        gap, end = line[end:start], stop
        more = _GOES_ON.match(line, stop)
        (lowest, highest), (least, most) = unit.levels, new.levels
        if highest < least or (more and line[more.end()].isupper() and more.end() not in starts):
            return ()
        has_word = not fold(line[start:stop]).startswith(fold(unit.name))
        if has_word or not _GOES_ON.fullmatch(gap):
            in_part = _IN_PART.search(gap) is not None
        if lowest <= most:  # otherwise it is named as what they lie in
            whole = not in_part and not _PART_AFTER.match(line, stop)
            parts.append(MergerPart(unit, Extent.WHOLE if whole else Extent.PART))
    return tuple(parts)
