"""Expressions of Front reports whose marks are easily mistyped, and where a text has such slips.

A slip is one letter with wrong marks in an expression that has no other reading: "Trường ban" for "Trưởng
ban".  Expressions that mean something else with other marks ("trong điểm", "cộng tác") are left out,
and so are words written like a name ("tổ dân phố Đàng Bộ").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from mttq.vi import fold
from mttq.vi._letters import bare, letters_of

__all__ = ["Slip", "find_slips"]

_RIGHT: Final = """
ban hành; biểu dương; bồi dưỡng; bộ chính trị; cấp ủy; cận nghèo; chỉ đạo; chỉ thị; chính quyền;
chính sách; chủ tịch; chủ trương; chuyển biến; củng cố; cứu trợ; đảng bộ; đảng viên; đề nghị; đoàn thể;
đoàn viên; đối thoại; đối tượng; giám sát; giới thiệu; hằng năm, hàng năm; hòa giải; hội đồng; hội nghị;
hội viên; hưởng ứng; kết luận; kết nạp; khen thưởng; làm điểm; lãnh đạo; lồng ghép; mặt trận; nâng cao;
nghị định; nghị quyết; nhân dân; nhân khẩu; nhiệm kỳ; nhiệm vụ; phản biện; phát huy; phong trào; phối hợp;
quán triệt; quần chúng; quyết định; sáp nhập; thanh tra; thắp sáng; thực hiện; thường trực; tiếp tục;
tiếp xúc cử tri; tổ chức; tổ dân phố; tổ quốc; tổng kết; triển khai; trưởng ban; tuyên truyền; tự quản;
ủy ban; ủy viên; vận động; vì người nghèo; xã hội; xây dựng; xóa đói giảm nghèo
"""
_NO_SLIP: Final = ("ban đầu", "ban giám hiệu", "ban ngành", "cố gắng", "quản lý", "thông báo")
"""Expressions that make a slip of no part of them: "nhà trường ban đầu", "cũng cố gắng"."""

_LOST: Final = {"là báo tổng kết": "là báo cáo tổng kết"}
"""Expressions of which a word was lost."""


class Slip(NamedTuple):
    """A slip: where it stands in the normal text, what it is, and how it should read."""

    position: int
    found: str
    right: str


class _Lexicon(NamedTuple):
    """The expressions, ready for a search.

    Attributes:
        pattern: all of them without marks (`letters_of`), behind what is no part of a word.
        sound: all that are written right, folded.
        right: by expression without marks, how it may be written, folded; the first one is proposed.
    """

    pattern: re.Pattern[bytes]
    sound: frozenset[str]
    right: Mapping[str, tuple[str, ...]]


@cache
def _lexicon() -> _Lexicon:
    right = {bare(spellings[0]): tuple(map(fold, spellings)) for spellings in _spellings()}
    pattern = re.compile(rf" {_one_of(_expressions())}(?!\w)".encode())
    sound = frozenset((*map(fold, _NO_SLIP), *(spelling for some in right.values() for spelling in some)))
    return _Lexicon(pattern, sound, right)


@cache
def _expressions() -> list[str]:
    """Return all expressions without marks, the longest first."""
    spelled = (spellings[0] for spellings in _spellings())
    return sorted({*map(bare, (*spelled, *_LOST, *_NO_SLIP))}, key=len, reverse=True)


def _one_of(endings: Iterable[str]) -> str:
    """Return a pattern that reads each letter once, however many expressions begin with it."""
    following = defaultdict[str, list[str]](list)
    for ending in endings:
        following[ending[:1]].append(ending[1:])
    some = [first and first.replace(" ", " +") + _one_of(rest) for first, rest in following.items()]
    return some[0] if len(some) == 1 else f"(?:{'|'.join(some)})"


def _spellings() -> Iterator[Sequence[str]]:
    """Return how each expression may be written, first what is proposed."""
    return (" ".join(item.split()).split(", ") for item in _RIGHT.split(";"))


@lru_cache(maxsize=4096)  # the same expressions come again and again
def _is_sound(written: str) -> bool:
    return _folded(written) in _lexicon().sound


def _folded(written: str) -> str:
    """Return an expression folded; nothing if other than blanks is between its words."""
    return fold(written) if written.replace(" ", "").isalpha() else ""


def find_slips(text: str) -> Iterator[Slip]:
    """Find the slips of a normal text (`mttq.vi.normalize`) from its beginning to its end.

    >>> [(slip.found, slip.right) for slip in find_slips("Trường ban công tác; nhà trường ban hành")]
    [('Trường ban', 'Trưởng ban')]
    """
    lexicon, searched = _lexicon(), b" " + letters_of(text)
    doubtful: Slip | None = None
    hits = lexicon.pattern.finditer(searched)
    while hit := next(hits, None):
        start, end = hit.start(), hit.end() - 1
        written = text[start:end]
        if doubtful is None and _is_sound(written):
            continue  # most are
        if doubtful and doubtful.position + len(doubtful.found) <= start:
            yield doubtful
            doubtful = None
        if _is_sound(written):
            doubtful = None
        elif (folded := _folded(written)) in _LOST:
            yield _slip(text, start, end, _LOST[folded])
        else:
            if doubtful is None and not _is_name(written):
                right = lexicon.right.get(" ".join(hit[0].decode().split()), ())
                if any(_differ_by_one(folded, spelling) for spelling in right):
                    doubtful = _slip(text, start, end, right[0])
            hits = lexicon.pattern.finditer(searched, start + 1)  # what overlaps it may be right
    if doubtful:
        yield doubtful


def _is_name(written: str) -> bool:
    """Return whether words are written like a name, "Đàng Bộ", and not in capitals throughout."""
    return written.istitle()


def _slip(text: str, start: int, end: int, right: str) -> Slip:
    capital = text[start].isupper()
    return Slip(start, text[start:end], right[0].upper() + right[1:] if capital else right)


def _differ_by_one(one: str, other: str) -> bool:
    return sum(left != right for left, right in zip(one, other, strict=False)) == 1
