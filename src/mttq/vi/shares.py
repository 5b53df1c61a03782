"""Percentages of a running text with the figures next to them: "488 hộ, chiếm tỷ lệ 51,59%"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mttq._names.regex import regex
from mttq.values import Share
from mttq.vi._layout import lay_out
from mttq.vi.numbers import NUMERAL, parse_number
from mttq.vi.text import fold_in_place, require_text
from mttq.vi.units import NOUNS

__all__ = ["StatedShare", "find_shares"]


class StatedShare(NamedTuple):
    """A percentage as a sentence states it, with the whole numbers of which it says what share they are.

    Attributes:
        share: the percentage as printed.
        part: what has this share; None if the sentence names the whole alone.
        whole: that of which it is a share; None if the sentence does not say it in figures.

    >>> from mttq.vi import find_shares
    >>> share = find_shares("57/60 khu dân cư, đạt 95%")[0][0]
    >>> share.part, share.whole
    (57, 60)
    """

    share: Share
    part: int | None
    whole: int | None


_BEFORE, _AFTER = 400, 60
"""How many characters before and behind a percent sign are read."""

_PARAGRAPH: Final = "\n\n"
"""What stands between most paragraphs: no sentence goes on beyond it, so nothing there need be read."""

_PHRASE, _CLAUSE = 60, 160
"""How long a percentage is with the words that say of what it is, and the clause with its figures."""

_DIGITS: Final = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]{1,9})"
_COUNT: Final = rf"{_DIGITS}(?![0-9]|[.,/-][0-9])"
_WORDS: Final = r"(?: [^\W\d_]+){0,%d}"
_SAYS: Final = r"(?:(?:đạt|chiếm|với)(?: tỷ lệ)?|tỷ lệ(?: đạt)?|bằng|tương đương|tương ứng)(?: là)?:? "
_PERCENT: Final = regex(rf"(?P<joint> ?, ?| ?\(| )(?P<says>{_SAYS}|(?<=\())(?P<percent>{NUMERAL}) ?\Z")
_BARE_PERCENT: Final = regex(rf"(?<![\w.,/-])(?P<percent>{NUMERAL}) ?\Z")
_ENDS: Final = regex(r" ?(?:\Z|[);:\n\t]|[.,](?![0-9])|và (?!hơn)|trong đó )")
_OF_A_COUNT: Final = regex(
    rf" ?(?:trong|trên|của)(?: tổng)?(?: số)? (?P<whole>{_COUNT})"
    r"(?= (?!tháng|năm|ngày|quý|tuần)[^\W\d_])"
)
_NO_PART: Final = (
    r"(?<![\w.,/-])(?<!tháng )(?<!ngày )(?<!năm )(?<!quý )(?<!(?<!thiểu )(?<!tổng )số )(?<!thứ )(?<!kỳ )"
)
_FRACTION: Final = rf"(?P<part>{_DIGITS}) ?/ ?(?P<whole>{_COUNT})"
_SLASHED: Final = regex(rf"{_NO_PART}{_FRACTION}(?P<of>{_WORDS % 14})\Z")
_SLASHED_BEHIND: Final = regex(rf" ?\({_FRACTION}(?P<of>{_WORDS % 6})\)")
_HEDGING: Final = (
    *(
        "hơn",
        "trên",
        "dưới",
        "gần",
        "khoảng",
        "ước",
        "quá",
        "đạt",
        "nhất",
        "từ",
        "đến",
        "xuống",
        "lên",
        "còn",
    ),
    *("tăng", "giảm", "thêm", "mỗi", "trong", "với", "của", ">"),
)
_HEDGED: Final = "".join(rf"(?<!{word} )" for word in _HEDGING)
_COUNTED: Final = regex(rf"{_NO_PART}{_HEDGED}(?P<part>{_COUNT})(?P<of>{_WORDS % 5})\Z")
_SET_AGAINST: Final = regex(
    rf"{_NO_PART}{_HEDGED}(?P<part>{_COUNT}){_WORDS % 5}"
    rf" (?:(?:tính )?trên(?: tổng)?(?: số)?|trong(?: tổng)? số) (?P<whole>{_COUNT})(?P<of>{_WORDS % 5})\Z"
)
"""A count and that of which it is a share, "27 người tính trên 73 đại biểu", "5 trong số 20"."""

_ANOTHER_SUBJECT: Final = regex(
    r"(?<!\w)(?:có|tỷ lệ|với|mức|bình quân|còn|từ|tăng|giảm|so|cùng|riêng|trong đó)(?!\w)"
)
_A_TOTAL: Final = regex(rf"{_NO_PART}{_HEDGED}(?P<whole>{_COUNT}) (?P<of>[^\W\d_]+){_WORDS % 6}")
_ALSO: Final = rf"(?:(?: ?[/,] ?| với | và )(?:(?:hơn|trên|gần|khoảng) )?{_COUNT}{_WORDS % 4})*"
_ITS_PARTS: Final = regex(rf"{_ALSO}(?: ?[:;,(]? ?trong (?:tổng số )?đó(?!\w)| ?:)")
"""What follows a total, be it behind counts of something else: "946 hộ/3.568 nhân khẩu; trong đó"."""
_SORTS: Final = (
    "(?:cận )?nghèo(?: đa chiều)?",
    "nữ|nam",
    "(?:là )?đảng viên|ngoài đảng",
    "(?:là |người |đồng bào )*dân tộc(?: thiểu số| kinh)?",
)
"""What some of all are beyond doubt, and what others of them are, next to each other."""


def _some(sort: str) -> str:
    """Return a pattern of how some of all are named, before they are counted: "; hộ nghèo"."""
    return rf" ?[,;:(] ?(?:và )?(?:số )?(?:(?P=of) (?:gia đình |dân )?)?(?:{sort})(?: là| có|:)? "


_SHARED: Final = rf"{_COUNT}(?: (?P=of))? ?[,( ] ?(?:{_SAYS})?{NUMERAL} ?%\)?"
_SOME_OF_ALL: Final = regex(
    r"(?<!\w)(?:có|gồm|(?<!so )với|tất cả|tổng cộng|dân số"
    rf"|tổng số(?: [^\W\d_]+(?: gia đình| dân| khẩu)?)?(?: (?:toàn|cả|của) [^\W\d_]+)?)(?: là|:)? "
    rf"(?:{_COUNT}{_WORDS % 4} ?[,/] ?)*"
    rf"(?P<whole>{_COUNT}) (?P<of>[^\W\d_]+)(?: gia đình| dân| khẩu)?{_ALSO}(?P<some>"
    + "|".join(rf"(?:{_some(sort)}{_SHARED})*{_some(sort)}" for sort in _SORTS)
    + r")\Z"
)
"""All of a noun, among what there is, and some of them: "có 11 thôn, 1.947 hộ, 7.803 nhân khẩu; hộ nghèo"."""
_OF_A_NOUN: Final = regex(r"[0-9] (?P<of>[^\W\d_]+)")
_HAS_A_SHARE: Final = regex(rf"(?: ?, ?| ?\(| )(?:{_SAYS}){NUMERAL} ?%")
_SENTENCE: Final = regex(r"[\n\t!?….](?:(?<!\.)|(?<=\.) (?P<next>\w))")
_WORD: Final = regex(r"[^\W\d_]+")
_DIGIT: Final = regex("[0-9]+")
"""Where figures begin, which is found far sooner than all that may not stand before them."""
_YEARS: Final = range(1900, 2100)


def find_shares(text: str) -> list[tuple[StatedShare, tuple[int, int]]]:
    """Find the percentages of a running text that say of which whole numbers of their sentence they are.

    Read is the sentence around a percent sign, nothing else.  A percentage is found behind "a/b …, đạt",
    "a/b … (", "n …, chiếm tỷ lệ", "n … (tỷ lệ", "a … trên tổng số b …", and before "trong tổng số b …" and
    "(a/b …)".  The whole of "n …" is the count of the same noun that is said to consist of parts ("946 hộ,
    trong đó …", "103 người: …"), or that there are, of which the poor, women, members of the Party or a
    people are some ("có 946 hộ, 3.568 nhân khẩu; hộ nghèo …"), where there is one and no other.  Left alone
    are hedged percentages and counts, changes ("tăng 15%"), shares of something that is named in words ("đạt
    109% kế hoạch"), and all that can be read in two ways.

    Returns:
        each with its (start, end), the place of figure and percentage in the text as given, in their order.

    Raises:
        FieldError: what was given is no text.

    >>> text = "Toàn xã có 946 hộ, trong đó hộ nghèo 488 hộ, chiếm tỷ lệ 51,59%; tăng 15% so với cùng kỳ."
    >>> [(stated.part, stated.whole, str(stated.share.percent), text[start:end])
    ...  for stated, (start, end) in find_shares(text)]
    [(488, 946, '51.59', '488 hộ, chiếm tỷ lệ 51,59%')]
    >>> find_shares("Có 57/60 khu dân cư tổ chức Ngày hội, đạt 95%")[0][0][1:]
    (57, 60)
    """
    require_text(text)
    return [found for sign in _signs(text) for found in _read(text, sign)]


def _signs(text: str) -> Iterator[int]:
    sign = text.find("%")
    while sign >= 0:
        yield sign
        sign = text.find("%", sign + 1)


def _read(text: str, sign: int) -> Iterator[tuple[StatedShare, tuple[int, int]]]:
    start = max(0, sign - _BEFORE)
    paragraph = text.rfind(_PARAGRAPH, start, sign)
    if paragraph >= 0:
        start = paragraph + len(_PARAGRAPH)
    elif start:  # no word, and no number, is cut
        start = next((place for place in range(start, sign) if text[place].isspace()), sign)
    laid = lay_out(text[start:sign])
    plain = laid.text
    first = max(
        (found.start("next") if found["next"] else found.end() for found in _breaks(plain)), default=0
    )
    sentence = fold_in_place(plain[first:])
    behind = lay_out(text[sign + 1 : sign + 1 + _AFTER].partition(_PARAGRAPH)[0])
    found = _stated(sentence, fold_in_place(behind.text))
    if found:
        stated, begins, more = found
        place, _ = laid.origin(first + begins, len(plain))
        end = sign + 1 + (behind.origin(0, more)[1] if more else 0)
        yield stated, (start + place, end)


def _breaks(plain: str) -> Iterator[re.Match[str]]:
    """Return where sentences end: a stop ends none before a small letter or inside a number."""
    return (found for found in _SENTENCE.finditer(plain) if not found["next"] or found["next"].isupper())


def _stated(sentence: str, after: str) -> tuple[StatedShare, int, int] | None:
    """Read a sentence up to a percent sign and after it; return what it states, from where to where."""
    of_a_count = _OF_A_COUNT.match(after)
    if of_a_count:
        bare = _BARE_PERCENT.search(sentence, max(0, len(sentence) - _PHRASE))
        if bare is None or re.search(rf"{_HEDGED}\Z", sentence[: bare.start()]) is None:
            return None
        return StatedShare(_share(bare), None, _number(of_a_count["whole"])), bare.start(), of_a_count.end()
    said = _PERCENT.search(sentence, max(0, len(sentence) - _PHRASE))
    behind = _SLASHED_BEHIND.match(after)
    if said and behind and said["says"]:
        stated = _beside(behind, said, sentence)
        return (stated, said.start("percent"), behind.end()) if stated else None
    if said is None or not _ENDS.match(after):
        return None
    clause = sentence[: said.start()]
    numbers = [found.start() for found in _DIGIT.finditer(clause, max(0, len(clause) - _CLAUSE))]
    tried = (pattern.match(clause, at) for pattern in (_SLASHED, _SET_AGAINST, _COUNTED) for at in numbers)
    figures = next(filter(None, tried), None)
    stated = figures and _beside(figures, said, sentence)
    if not (figures and stated):
        return None
    return stated, figures.start(), int("(" in said["joint"] and after.startswith(")"))


def _beside(figures: re.Match[str], said: re.Match[str], sentence: str) -> StatedShare | None:
    if (said["joint"] == " " or not said["says"]) and _ANOTHER_SUBJECT.search(figures["of"]):
        return None
    named = figures.groupdict()
    part, whole = _number(named["part"]), named.get("whole")
    share = _share(said)
    if whole is not None:
        number = _number(whole)
        if part <= _MONTHS and number in _YEARS:  # "12/2023" may be a month
            return None
        return StatedShare(share, part, number)
    if not said["says"]:  # "22 hộ (70%)" may be of anything
        return None
    noun = _WORD.match(sentence, figures.end("part") + 1)
    unit = NOUNS.read(sentence, figures.end("part"), sentence).unit
    if noun is None or unit is None or not NOUNS.counts(unit) or part in _YEARS:
        return None
    return StatedShare(share, part, _whole(sentence[: figures.start()], noun[0], part))


_MONTHS: Final = 12


def _whole(before: str, noun: str, part: int) -> int | None:
    """Return the one count of a noun that is said to consist of parts.

    There is none if a part may have parts itself: "946 hộ, trong đó hộ nghèo 488 hộ, dân tộc thiểu số 60 hộ".
    Where no parts are announced, it is that of which a part of such a name must be one (`_SOME_OF_ALL`).
    """
    tried = (_A_TOTAL.match(before, digit.start()) for digit in _DIGIT.finditer(before))
    counts = [count for count in tried if count and count["of"] == noun]
    totals = [(count, parts) for count in counts if (parts := _ITS_PARTS.match(before, count.end()))]
    if not totals:
        return _whole_of_some(before, noun, part)
    if len(totals) != 1:
        return None
    (total, parts), number = totals[0], _number(totals[0][0]["whole"])
    others = (count for count in counts if count.start() > total.start())
    doubtful = "trong đó" in before[parts.end() :] or not all(
        _HAS_A_SHARE.match(before, one.end()) for one in others
    )
    return None if doubtful or number < part else number


def _whole_of_some(before: str, noun: str, part: int) -> int | None:
    found = _SOME_OF_ALL.search(before)
    if found is None or found["of"] != noun or _number(found["whole"]) < part:
        return None
    others = (other["of"] for other in _OF_A_NOUN.finditer(before, 0, found.start("some")))
    return _number(found["whole"]) if list(others).count(noun) == 1 else None


def _share(found: re.Match[str]) -> Share:
    return Share(parse_number(found["percent"]))


def _number(text: str) -> int:
    return int(text.replace(".", ""))
