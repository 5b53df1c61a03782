"""Where figures stand in a plain text: number, scale word, unit, hedge, range, chain of slashes.

This is the grammar; what may be taken out of a running text is decided in `mttq.vi.quantities`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from mttq._declared.types import has_meaning
from mttq._names.regex import regex
from mttq.errors import NumberFormatError
from mttq.values import Qualifier, Quantity
from mttq.vi._spoken import Spoken, read_spoken
from mttq.vi.money import format_amount, read_amount, read_short_money
from mttq.vi.numbers import EXACT, Amount, meaningful, meant_as
from mttq.vi.text import fold, fold_in_place
from mttq.vi.units import NOUNS, Nouns, Reading, is_money, only_counted
from mttq.wording import NOTHING, Phrase

__all__ = ["HEDGES", "Figure", "scan"]

HEDGES: Final[Mapping[Qualifier, tuple[str, ...]]] = {
    Qualifier.MORE_THAN: (
        "hơn",
        "trên",
        ">",
        "quá",
        "vượt quá",
        "lớn hơn",
        "nhiều hơn",
        "cao hơn",
        "vượt trên",
    ),
    Qualifier.AT_LEAST: (
        *("ít nhất", "tối thiểu", "không dưới", "≥", ">=", "chí ít", "không kém", "không ít hơn"),
        *("không nhỏ hơn", "không thấp hơn", "đạt, vượt", "đạt và vượt"),
    ),
    Qualifier.NEARLY: ("gần", "ngót", "gần đạt", "gần đến", "gần tới", "non", "suýt soát", "ngót nghét"),
    Qualifier.LESS_THAN: (
        *("dưới", "<", "nhỏ hơn", "ít hơn", "thấp hơn"),
        *("chưa đạt", "chưa đến", "chưa tới", "chưa đầy", "không đầy", "không đến", "không tới"),
    ),
    Qualifier.AT_MOST: (
        *("không quá", "không vượt quá", "tối đa", "nhiều nhất", "≤", "<=", "không hơn", "không nhiều hơn"),
        *("không cao hơn", "không lớn hơn", "tối đa đến", "tối đa lên đến", "tối đa lên tới"),
    ),
    Qualifier.ABOUT: (
        *(
            "khoảng",
            "ước",
            "ước đạt",
            "ước tính",
            "xấp xỉ",
            "trên dưới",
            "ước khoảng",
            "ước giá",
            "ước chừng",
        ),
        *("chừng", "vào khoảng", "ước thực hiện", "ước có", "ước tính có"),
    ),
}
"""The words before a figure that hedge it; the first one is printed."""

_MEANINGS: Final = {fold(word): meaning for meaning, words in HEDGES.items() for word in words}
_PREPOSITIONS: Final = (
    "trên",
    "dưới",
    "gần",
    "quá",
    "ước",
    "non",
    "chừng",
)  # they also mean on, under, near …
_HEDGE: Final = "|".join(
    rf"(?<!\w){word}(?!\w)" if word[0].isalpha() else re.escape(word)
    for word in sorted(_MEANINGS, key=len, reverse=True)
)
_BEFORE: Final = regex(rf"(?:(?:({_HEDGE})(?: là)?|((?<!\w)từ)) *)*((?<![^\s(])-)?\Z")
_LAST_WORDS: Final = frozenset((*(word.rpartition(" ")[2] for word in _MEANINGS), "là", "từ"))
_SIGNS: Final = frozenset("<>=≥≤-")
_OPENING: Final = "([{\"'“‘/+,.;:…-"
_REACH: Final = 48  # no stack of hedges is longer
# "chuyển lên cấp trên 93 kiến nghị", "tính trên 20 hội viên": no hedge
_PLACE_OF: Final = regex(r"(?<!\w)(?:cấp|tuyến|bậc|tầng|lớp|phía|bên|ở|nêu|nói|kể|tính)(?: từ)? \Z|[0-9%] \Z")
# "xã ít nhất là 8 thôn" says which is the least, "có ít nhất là 8 thôn" how many at least
_THE_LEAST: Final = regex(
    r"(?<!\w)(?!(?:có|gồm|phải|được|đủ|cần|bầu|cử|đạt|giữ|là|và|với|có thể) )[^\W\d_]+ \Z"
)
_ONWARDS: Final = regex(r"(?: (?!trở )[^\W0-9_]+){0,4}? trở (lên|xuống)(?!\w)")

_NOT_A_NUMBER: Final = (
    "thứ",
    "vài",
    "dăm",
    "đôi",
    "mấy",
    "mươi",
    "mười",
    "trăm",
    "linh",
    "lẻ",
    "nghìn",
    "tháng",
    "ngày",
    "lớp",
    "số",
)
_STARTS: Final = (
    "một",
    "hai",
    "ba",
    "bốn",
    "năm",
    "sáu",
    "bảy",
    "tám",
    "chín",
    "mười",
    "hàng",
    "vài",
    "mấy",
    "nửa",
)
_START: Final = regex(  # each branch begins with a letter, which is quick to search
    r"(?:[1-9]|0(?!00(?![0-9])))(?<!\w.)(?<!\w-.)(?<![0-9][.,].)"
    + "".join(rf"|{word[0]}(?<!\w.){word[1:]}(?!\w)" for word in _STARTS)
)
_GOES_ON: Final = regex(rf"(?<!\w)(?:{'|'.join(_NOT_A_NUMBER)}) \Z")
_CUT: Final = regex(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})*\. \Z")  # "215.910. 000 đồng"
_OF_TWO: Final = regex(r"(?<!\w)(?:âm|giữa [0-9.,]+ và|nghìn|ngàn|vạn|triệu|tỷ|tr) \Z")
_LISTED: Final = regex(r"(?<![\w.,/-])([0-9]{1,2}), \Z")
_GROUPS: Final = regex(r"[0-9]{3}(?:\.[0-9]{3})*(?![0-9])")
_FIVE: Final = regex(r"(?:^|(?<!\w)(?:gồm|tặng|có|được|với|và|đủ|cả|trong) )$")
_TOKEN: Final = regex(r"[\w.,]+")
_BARE: Final = regex(  # what follows can be no noun; "một" alone is an article
    r"[0-9][0-9.,]*(?:\Z|[\0\n\t;:)\]”\"]|(?<=[.,]) (?![0-9]))"
    r"|một (?!đến |tới |- ?|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mươi|trăm|chục|nghìn|ngàn|vạn|triệu|tỷ|phần"
    r"|phẩy)\b)"
)
_UNTIL: Final = regex(
    r"(?: ?[-~÷] ?|(?P<said> (?:cho )?(?:đến|tới) )(?P<limit>(?:[^\W\d_]+ ){0,2}|[<≤>≥]=? ?))"
    rf"(?=[0-9]|(?:{'|'.join(_STARTS)})(?!\w))"
)
_LIMITS: Final = {
    **dict.fromkeys(
        ("", "hết ", "không quá ", "tối đa ", "nhiều nhất ", "khoảng ", "≤", "≤ ", "<=", "<= "), False
    ),
    **dict.fromkeys(("dưới ", "gần ", "<", "< "), True),
}
_PARTS: Final = frozenset(["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "1/10"])
_SLASH: Final = regex(r" ?/ ?(?=[0-9])")
_HALF: Final = regex(r" rưỡi(?!\w)")
_CROPS: Final = regex(r"(?<!\w)(?:ruộng|đất|lúa|màu|canh tác|gieo|cấy|trồng|từ [0-9] vụ|[0-9] vụ thành) \Z")
_CROP: Final = regex(r" ?vụ(?! (?:việc|án|cháy|tai|vi|bạo|ly|tranh|khiếu|tố|trộm|hỏa)(?!\w))(?!\w)")
_NO_NOUN: Final = regex(
    r"\s*(?:$|[.,;:)/…\n\t]|[=+×x*-](?!\w)|(?:để|cho|và|từ|của|trong|với|do|là|được|đã|nhằm|vào|mà|thì|còn|tại|ở|bằng"
    r"|tiền|mỗi|một|gồm|nhưng|theo|trở|về|sẽ|đến)\s)"
)
_PRICED: Final = regex(r"(?<!\w)(?:mỗi (?:suất|phần)(?: quà| học bổng)?|trị giá|số tiền|kinh phí) \Z")
_PARTS_OF_A_TEXT: Final = regex(r"(?<!\w)(?:gồm|có|chia làm|chia thành|kết cấu|bố cục) \Z")
_A_PART: Final = regex(r" ?phần(?= ?[:,.;(])")
_MILLION: Final = 10**6
_FAR: Final = 10
_HUNDRED: Final = 100
_IN_TENS: Final = regex(r"[^\s-]+ (?:trăm|chục|mươi)(?!\w)")


class Figure(NamedTuple):
    """One reading of a text.

    Attributes:
        quantity: what it says.
        start: where it begins, its hedge included.
        number: where its number begins.
        end: where its text ends.
        plain: whether it is a quantity for certain; false for a bare number, and for "một hộ" (an article).
    """

    quantity: Quantity
    start: int
    number: int
    end: int
    plain: bool


class _Item(NamedTuple):
    start: int
    amount: Amount
    unit: str | None
    noun: str | None
    end: int
    spoken: Spoken | None = None


class _Before(NamedTuple):
    start: int
    hedge: str | None
    says_from: bool
    negative: bool

    @property
    def meaning(self) -> Qualifier:
        return _MEANINGS.get(self.hedge or "", Qualifier.EXACT)


class _Refused(Exception):  # noqa: N818 - it passes on where to go on
    def __init__(self, fault: NumberFormatError, end: int) -> None:
        super().__init__(fault)
        self.fault, self.end = fault, end


def scan(
    plain: str, folded: str | None = None, *, nouns: Nouns = NOUNS, strict: bool = False
) -> Iterator[Figure]:
    """Read the figures of a plain text (`mttq.vi._layout`) from left to right.

    Args:
        plain: the text as it is printed.
        folded: the same text, its words folded in place, and blanked where no figure is to be read.
        nouns: the nouns that are known.
        strict: raise at the first malformed figure instead of passing over it.

    Raises:
        NumberFormatError: a figure is malformed, and `strict` is set.
    """
    text = _Text(plain, fold_in_place(plain) if folded is None else folded, nouns, strict)
    position = 0
    while found := _START.search(text.folded, position):
        start = found.start()
        try:
            figures, position = text.read_at(start, position)
        except _Refused as refused:
            if strict:
                raise refused.fault from None
            figures, position = [], refused.end
        yield from figures


class _Text(NamedTuple):
    """A text that is searched."""

    plain: str
    folded: str
    nouns: Nouns
    strict: bool

    def read_at(self, start: int, floor: int) -> tuple[list[Figure], int]:
        if self.goes_on(start):
            return [], start + 1
        bare = None if self.strict else _BARE.match(self.folded, start)
        if bare and not self.before(start, floor).hedge:
            return [], bare.end()  # most numbers, and quickly seen
        item = self.item(start)
        before = self.before(start, floor) if item else None
        if item is None or before is None or self.means_year(item, before):
            spoken = read_spoken(self.folded, start)
            return [], spoken.end if spoken and not spoken.amount else start + 1
        if not (self.strict or item.unit or item.noun or before.hedge or self.leads_on(item)):
            return [], item.end  # most numbers: of pages, years, names
        try:
            return self.figures(item, before)
        except NumberFormatError as fault:
            upper = self.upper(item)
            raise _Refused(fault, (upper[0] if upper else item).end) from fault

    def goes_on(self, start: int) -> bool:
        """Return whether a number is a part of something that began before: "thứ hai", "215. 910.000"."""
        reach = max(0, start - _REACH)
        if not self.folded[start].isdigit():
            return _GOES_ON.search(self.folded, reach, start) is not None
        if self.is_one_of_two(start):
            return True
        cut = _CUT.search(self.folded, reach, start)
        return bool(
            cut and cut.start() and self.folded[cut.start() - 1] != "\n" and _GROUPS.match(self.folded, start)
        )

    def is_one_of_two(self, start: int) -> bool:
        """Return whether a number alone is not a count: "5, 6 người", "giữa 3 và 5 tỷ"."""
        reach = max(0, start - _REACH)
        if _OF_TWO.search(self.folded, reach, start):
            return True
        one = _LISTED.search(self.folded, reach, start)
        return one is not None and re.match(rf"{int(one[1]) + 1}(?![0-9.,])", self.folded[start:]) is not None

    def leads_on(self, item: _Item) -> bool:
        """Return whether what follows a bare number may make it a figure."""
        return any(pattern.match(self.folded, item.end) for pattern in (_SLASH, _UNTIL, _ONWARDS))

    def figures(self, item: _Item, before: _Before) -> tuple[list[Figure], int]:
        chain = self.chain(item)
        if len(chain) > 1:
            last = chain[-1]
            amounts = [self.scaled_like(each, last) for each in chain]
            if self.is_a_part(item, last, before) or self.are_far_apart(amounts):
                return [], last.end
            return [
                Figure(
                    self.quantity(amount, last),
                    each.start,
                    each.start,
                    each.end,
                    plain=last.unit is not None,
                )
                for each, amount in zip(chain, amounts, strict=True)
            ], last.end
        upper = self.upper(item)
        figure = self.range(item, *upper, before) if upper else self.single(item, before)
        figure = self.onwards(figure, before)
        return [figure], figure.end

    @staticmethod
    def are_far_apart(amounts: list[Amount]) -> bool:
        """Return whether a scale may not be said of all: "850/1,2 tỷ đồng", but "15/17 tỷ đồng"."""
        *_, last = amounts
        return last.scale > 1 and any(each.value > _FAR * last.value for each in amounts)

    def is_a_part(self, part: _Item, last: _Item, before: _Before) -> bool:
        """Return whether "2/3 diện tích", "hơn 2/3 số hộ", "2/3 thành viên" may be a part of a whole."""
        whole = EXACT.divide(last.amount.value, Decimal(last.amount.scale))
        if f"{part.amount.value}/{whole.normalize():f}" not in _PARTS:
            return False
        return (
            before.hedge is not None
            or last.amount.scale > 1
            or last.unit is None
            or not self.nouns.counts(last.unit)
            or "person" in self.nouns.kinds(last.unit)
        )

    def item(self, start: int) -> _Item | None:
        """Read a number and its unit; a number in words must have one."""
        try:
            short = read_short_money(self.folded, start)
            if short:
                return _Item(start, short[0], *self.as_dong(short[1]))
            read = read_amount(self.folded, start)
        except NumberFormatError as fault:
            found = _TOKEN.match(self.folded, start)
            raise _Refused(fault, found.end() if found else start + 1) from fault
        spoken = None if read else read_spoken(self.folded, start)
        if spoken and spoken.amount and has_meaning(spoken.amount.value):
            read = spoken.amount, spoken.end
        if read is None:
            return None
        amount, end = read
        unit = self.unit(start, end)
        if unit.unit:
            return self.and_a_half(_Item(start, amount, *unit, spoken))
        if self.folded[end : end + 1].isalnum() or _HALF.match(self.folded, end):  # "1,5 tỷ rưỡi" is nothing
            return None
        if amount.scale > 1 and _NO_NOUN.match(self.folded, end):
            money = self.as_dong(end)
            if amount.scale >= _MILLION or "/" in money.unit or self.is_priced(start):  # type: ignore[operator]
                return _Item(start, amount, *money, spoken)  # but "500 nghìn" may be of anything
        uncertain = spoken and (spoken.single or spoken.vague or not unit.noun)
        if uncertain and not _UNTIL.match(self.folded, end):  # "từ hai đến ba tỷ đồng"
            return None
        return _Item(start, amount, *unit, spoken)

    def unit(self, start: int, end: int) -> Reading:
        read = self.nouns.read(self.plain, end, self.folded)
        if (
            read.unit == "cases"
            and _CROP.match(self.folded, end)
            and _CROPS.search(self.folded, max(0, start - _REACH), start)
        ):
            return Reading(None, self.plain[end : read.end].strip(), read.end)
        if (
            read.unit == "gifts"
            and _A_PART.match(self.folded, end)
            and _PARTS_OF_A_TEXT.search(self.folded, max(0, start - _REACH), start)
        ):  # "gồm 2 phần: phần lễ và phần hội"
            return Reading(None, self.plain[end : read.end].strip(), read.end)
        return read

    def is_priced(self, start: int) -> bool:
        return _PRICED.search(self.folded, max(0, start - _REACH), start) is not None

    def as_dong(self, end: int) -> Reading:
        """Read "45 triệu/người/năm" as if its "đồng" had not been left out."""
        currency = "đồng"
        rest = self.plain[end : end + _REACH]
        read = self.nouns.read(currency + rest, 0)
        if not rest.lstrip().startswith("/"):
            return Reading("VND", None, end)
        return Reading(read.unit, None, end + read.end - len(currency))

    def and_a_half(self, item: _Item) -> _Item | None:
        """Read "1 tấn rưỡi"; "1,5 tấn rưỡi" is nothing."""
        half = _HALF.match(self.folded, item.end)
        amount = item.amount
        if not half:
            return item
        if amount.scale != 1 or amount.decimals or "/" in (item.unit or ""):
            return None
        return item._replace(
            amount=Amount(EXACT.add(amount.value, Decimal("0.5")), decimals=1), end=half.end()
        )

    def before(self, start: int, floor: int) -> _Before:
        reach = max(floor, start - _REACH)
        last = (self.folded[reach:start].split() or [""])[-1]
        if last.lstrip(_OPENING) not in _LAST_WORDS and last[-1:] not in _SIGNS:  # most figures; quickly seen
            return _Before(start, None, says_from=False, negative=False)
        found = next(_BEFORE.finditer(self.folded, reach, start))  # if only nothing
        hedge, says_from, minus = found.groups()
        began = found.start()
        if hedge in ("trên", "dưới") and _PLACE_OF.search(self.folded, max(0, began - _REACH), began):
            return _Before(start, None, says_from=False, negative=bool(minus))
        if hedge in ("nhiều nhất", "ít nhất") and found[0].endswith((" là ", " là")):
            exact = hedge == "nhiều nhất" or _THE_LEAST.search(self.folded, max(0, began - _REACH), began)
            hedge = None if exact else hedge
        return _Before(began, hedge, bool(says_from), bool(minus))

    def means_year(self, item: _Item, before: _Before) -> bool:
        """Return whether "năm" is the year: "trong năm hộ nghèo giảm", but "trong năm năm"."""
        if not self.folded.startswith("năm ", item.start) or not item.spoken or not item.spoken.single:
            return False
        introduced = _FIVE.search(self.folded, max(0, item.start - _REACH), item.start)
        in_the_year = introduced is not None and introduced[0] == "trong " and item.unit != "years"
        return before.hedge is None and (introduced is None or in_the_year)

    def chain(self, item: _Item) -> list[_Item]:
        """Read "29/29 nhà văn hóa": all numbers have the unit of the last one."""
        chain: list[_Item] = [item]
        while chain[-1].unit is None and (slash := _SLASH.match(self.folded, chain[-1].end)):
            following = self.item(slash.end())
            if following is None:
                break
            chain.append(following)
        return chain

    def upper(self, lower: _Item) -> tuple[_Item, bool] | None:
        """Read the upper end of "15-20 người", "từ 6 đến dưới 12 thôn", and whether it is left out itself."""
        until = _UNTIL.match(self.folded, lower.end)
        upper = self.item(until.end()) if until else None
        if until is None or upper is None:
            return None
        if lower.unit and not f"{upper.unit}/".startswith(f"{lower.unit}/"):
            return None
        if self.may_share_tens(lower, until.end()):
            raise _Refused(
                NumberFormatError(until[0].strip(), Phrase("không rõ đầu dưới của khoảng")), upper.end
            )
        if not self.scaled_like(lower, upper).value < upper.amount.value:
            in_thousands = upper.amount.scale > 1 == lower.amount.scale and lower.amount.value >= _HUNDRED
            if (until["said"] or in_thousands) and not lower.unit:  # "500 - 1 triệu đồng"
                raise _Refused(
                    NumberFormatError(until[0].strip(), Phrase("đầu dưới của khoảng lớn hơn đầu trên")),
                    upper.end,
                )
            return None
        if (until["limit"] or "") not in _LIMITS:
            raise _Refused(
                NumberFormatError(until[0].strip(), Phrase("không rõ đầu trên của khoảng")), upper.end
            )
        return upper, _LIMITS[until["limit"] or ""]

    def may_share_tens(self, lower: _Item, upper: int) -> bool:
        """Return whether "trăm" may be said of both ends: "2-3 trăm triệu", "hai đến ba trăm hộ"."""
        alone = not lower.unit and lower.amount.scale == 1 and lower.amount.value < _FAR
        return alone and _IN_TENS.match(self.folded, upper) is not None

    def scaled_like(self, lower: _Item, upper: _Item) -> Amount:
        """Return the scale of the upper end to a bare lower one: "1,5 - 4,8 triệu đồng"."""
        amount, scale = lower.amount, upper.amount.scale
        if lower.unit or amount.scale != 1:
            return amount
        value = EXACT.multiply(amount.value, Decimal(scale))
        return amount._replace(value=meaningful(value, format_amount(amount)), scale=scale)

    def range(self, lower: _Item, upper: _Item, below: bool, before: _Before) -> Figure:  # noqa: FBT001
        if before.meaning not in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.AT_LEAST):
            hedge = before.hedge or ""
            raise NumberFormatError(hedge, Phrase("“{}” không đi với một khoảng", hedge))
        if before.negative:
            raise NumberFormatError("-", Phrase("khoảng giá trị phải từ 0 trở lên"))
        low, high = self.scaled_like(lower, upper), upper.amount
        scale = min(low.scale, high.scale)
        step = min(len(str(each.scale)) - each.decimals for each in (low, high))
        whole = Amount(low.value, scale, max(0, len(str(scale)) - step), max(low.pad, high.pad))
        above = before.meaning is Qualifier.MORE_THAN
        quantity = self.quantity(whole, upper, Qualifier.RANGE, high.value, above=above, below=below)
        return Figure(quantity, before.start, lower.start, upper.end, plain=upper.unit is not None)

    def single(self, item: _Item, before: _Before) -> Figure:
        vague = item.spoken is not None and item.spoken.vague
        qualifier = Qualifier.AT_LEAST if vague else before.meaning
        amount, start = item.amount, before.start if before.hedge else item.start
        if before.negative and (
            is_money(item.unit) or not self.nouns.counts(item.unit or "")
        ):  # else a bullet
            amount, start = amount._replace(value=amount.value.copy_negate()), min(start, item.start - 1)
        plain = bool(item.unit) or bool(before.hedge and before.hedge not in _PREPOSITIONS)
        is_article = (
            item.spoken is not None and item.spoken.single and self.folded.startswith("một ", item.start)
        )
        quantity = self.quantity(amount, item, qualifier)
        return Figure(quantity, start, item.start, item.end, plain=plain and not is_article)

    def onwards(self, figure: Figure, before: _Before) -> Figure:
        """Read "từ 350 hộ gia đình trở lên": at least so many; of a range, at least its lower end."""
        found = _ONWARDS.match(self.folded, figure.end)
        if not found:
            return figure
        q = figure.quantity
        qualifier = Qualifier.AT_LEAST if found[1] == "lên" else Qualifier.AT_MOST
        bound = q.value if q.upper is None or found[1] == "lên" else q.upper
        item = _Item(figure.number, Amount(bound, q.scale, q.decimals, q.pad), q.unit, q.noun, found.end())
        return Figure(
            self.quantity(item.amount, item, qualifier), before.start, figure.number, found.end(), plain=True
        )

    def quantity(
        self,
        amount: Amount,
        item: _Item,
        qualifier: Qualifier = Qualifier.EXACT,
        upper: Decimal | None = None,
        *,
        above: bool = False,
        below: bool = False,
    ) -> Quantity:
        self.refuse_a_fraction(amount, item.unit)
        return Quantity(
            value=amount.value,
            unit=item.unit,
            noun=item.noun,
            qualifier=qualifier,
            upper=upper,
            scale=amount.scale,
            decimals=amount.decimals,
            pad=amount.pad,
            above=above,
            below=below,
        )

    def refuse_a_fraction(self, amount: Amount, unit: str | None) -> None:
        """Refuse "1,5 hộ"; "3,15 hộ/1 cán bộ" is a mean."""
        has_fraction = amount.value != amount.value.to_integral_value() or (
            amount.decimals and amount.scale == 1
        )
        looks_grouped = amount.decimals == 3  # noqa: PLR2004 - a group of thousands
        if not unit or not has_fraction or not self.nouns.counts(unit):
            return
        if "/" in unit and not is_money(unit) and not looks_grouped:
            return
        printed = format_amount(amount)
        hint = meant_as(printed.replace(",", ".")) if looks_grouped else NOTHING
        raise NumberFormatError(printed, only_counted(unit, self.nouns), hint)
