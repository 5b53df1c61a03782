"""Expressions of Front reports whose marks are easily mistyped, and where a text has such slips.

A slip is one letter with wrong marks in an expression that has no other reading: "Trường ban" for "Trưởng
ban".  Expressions that mean something else with other marks ("trong điểm", "cộng tác") are left out,
and so are words written like a name ("tổ dân phố Đàng Bộ").
"""

import re
import string
from codecs import charmap_build, charmap_encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from mttq.vi import fold
from mttq.vi.text import TONES

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
        pattern: all of them without marks (`_searched`), behind what is no part of a word.
        sound: all that are written right, folded.
        right: by expression without marks, how it may be written, folded; the first one is proposed.
    """

    pattern: re.Pattern[bytes]
    sound: frozenset[str]
    right: Mapping[str, tuple[str, ...]]


@cache
def _lexicon() -> _Lexicon:
    right = {_bare(spellings[0]): tuple(map(fold, spellings)) for spellings in _spellings()}
    endings = defaultdict[str, list[str]](list)  # by first letter: the search is twice as fast
    for name in _expressions():
        endings[name[0]].append(name[1:].replace(" ", " +"))
    names = "|".join(f"{letter}(?:{'|'.join(some)})" for letter, some in endings.items())
    pattern = re.compile(rf" (?=({names})(?!\w))".encode())
    sound = frozenset((*map(fold, _NO_SLIP), *(spelling for some in right.values() for spelling in some)))
    return _Lexicon(pattern, sound, right)


@cache
def _expressions() -> list[str]:
    """Return all expressions without marks, the longest first."""
    spelled = (spellings[0] for spellings in _spellings())
    return sorted({*map(_bare, (*spelled, *_LOST, *_NO_SLIP))}, key=len, reverse=True)


def _spellings() -> Iterator[Sequence[str]]:
    """Return how each expression may be written, first what is proposed."""
    return (" ".join(item.split()).split(", ") for item in _RIGHT.split(";"))


@cache
def _letters() -> dict[int, str]:
    """Return for each letter the one that is left without its marks, one for one, so that places stay."""
    codes = (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    return {code: normalize("NFD", chr(code))[0].lower() for code in codes} | {
        ord(letter): "d" for letter in "đĐ"
    }


def _bare(text: str) -> str:
    """Return a text without marks, every letter in its place."""
    return text.translate(_letters())


@cache
def _common() -> str:
    """Return the characters of most texts, for each of which there is one byte; the first has to be 0."""
    vowels = "".join(normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES))
    return "".join(dict.fromkeys(f"\0{string.printable}{vowels}{vowels.upper()}đĐ“”‘’–—…•°²³×≥≤"))


@cache
def _bytes() -> tuple[Any, bytes]:
    """Return the table by which common characters are written, and what stands for them in a search."""
    common = _common()
    return charmap_build(common.ljust(256, "\ufffe")), "".join(map(_plain, common)).ljust(256).encode()


def _plain(char: str) -> str:
    """Return what stands for a character in a search: its letter without marks, a blank beside words."""
    letter = _bare(char)
    if not (letter.isalnum() or letter == "_"):
        return " "
    return letter if letter.isascii() else "z"  # with which no expression is written


def _searched(text: str) -> bytes:
    """Return a text without marks, one byte for each character: so it is made and searched most quickly."""
    table, plain = _bytes()
    try:
        return charmap_encode(text, "strict", table)[0].translate(plain)
    except UnicodeEncodeError:
        return _searched(_rare().sub(lambda char: _plain(char[0]), text))


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(_common())}]")


@lru_cache(maxsize=4096)  # the same expressions come again and again
def _folded(written: str) -> str:
    """Return an expression folded; nothing if other than blanks is between its words."""
    if not written.replace(" ", "").isalpha():
        return ""
    plain = " ".join(written.lower().split())
    return plain if plain in _lexicon().sound else fold(plain)


def find_slips(text: str) -> Iterator[Slip]:
    """Find the slips of a normal text (`mttq.vi.normalize`) from its beginning to its end.

    >>> [(slip.found, slip.right) for slip in find_slips("Trường ban công tác; nhà trường ban hành")]
    [('Trường ban', 'Trưởng ban')]
    """
    lexicon = _lexicon()
    sound, read_until = lexicon.sound, 0
    doubtful: Slip | None = None
    for hit in lexicon.pattern.finditer(b" " + _searched(text)):
        start, end = hit.start(), hit.end(1) - 1
        if doubtful and doubtful.position + len(doubtful.found) <= start:
            yield doubtful
            doubtful = None
        written = text[start:end]
        if start < read_until:
            continue
        folded = _folded(written)
        if folded in sound:
            read_until, doubtful = end, None
        elif folded in _LOST:
            yield _slip(text, start, end, _LOST[folded])
            read_until = end
        elif _is_name(written):
            continue
        elif doubtful is None:
            right = lexicon.right.get(" ".join(hit[1].decode().split()), ())
            if any(_differ_by_one(folded, spelling) for spelling in right):
                doubtful = _slip(text, start, end, right[0])
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
