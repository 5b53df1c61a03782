"""TXT: the text as text, and what its figures are said to be of; without either these rules do not apply."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from itertools import repeat
from typing import Any, Final, get_args

import attrs

from mttq._declared.types import AsRead, Known, unwrap
from mttq.forms import form_of
from mttq.report import Report
from mttq.rules._data.lexicon import find_slips
from mttq.rules._data.norms import FORMAT, PRIVACY
from mttq.rules._kit.bands import rounded_like
from mttq.rules._kit.bases import PRACTICE, Basis, Confidence
from mttq.rules._kit.fields import classes_in
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Judgement,
    Term,
    Unverifiable,
)
from mttq.rules._kit.narrated import Told, told_of_the_unit
from mttq.rules._kit.numerals import ordinal
from mttq.rules._kit.once import once
from mttq.rules._kit.retold import retold_in
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.shares import has_a_part, has_a_whole, prints
from mttq.rules._kit.statements import agrees, holder_of, overlap
from mttq.values import Quantity, Share
from mttq.vi import StatedShare, detect_legacy, find_shares, fold, normalize
from mttq.vi._letters import bare, is_common, letters_of, numerals_of
from mttq.vi.numbers import NUMERAL
from mttq.wording import Phrase

__all__ = [
    "common_words_have_the_right_marks",
    "heading_numbers_have_no_gap",
    "names_of_figures_and_units_are_known",
    "numbers_are_written_in_the_vietnamese_way",
    "paragraphs_are_not_broken_off",
    "percentages_are_of_whole_numbers",
    "percentages_fit_the_figures_beside_them",
    "text_holds_no_personal_data",
    "text_is_in_composed_unicode",
    "the_name_of_the_unit_has_its_marks",
    "the_text_tells_the_figures_of_the_report",
    "what_a_sentence_tells_twice_agrees",
]

_NUMBERS: Final = (
    Basis(
        text="Luật Kế toán",
        symbol="88/2015/QH13",
        article="11",
        clause="2",
        valid_from=dt.date(2017, 1, 1),
        confidence=Confidence.SECONDARY,  # the clause is missing in the copy that was read
    ),
    PRACTICE,
)
_SPELLING: Final = Basis(text="Chính tả tiếng Việt", confidence=Confidence.SECONDARY)


@rule(
    "TXT001",
    Severity.WARNING,
    level=0,
    basis=_NUMBERS,
    title="Số trong phần lời cần viết theo cách viết số của Việt Nam",
    message=(
        "Số “{number}” có thể đọc hai cách; đề nghị dùng dấu chấm sau chữ số hàng nghìn, dấu "
        "phẩy trước phần thập phân"
    ),
    reason="""
        Dấu chấm ngăn nhóm hàng nghìn, dấu phẩy ngăn phần thập phân thì mỗi số chỉ đọc được một cách. Chỉ đối
        chiếu chỗ chắc chắn là số: có cả hai dấu, chia nhóm ba chữ số, hoặc đứng trước đơn vị tính; “2.1”
        trước chữ là số đề mục, “6,7,8” là liệt kê.

        Sai: 7,296.66 ha; 21.5 triệu đồng; 1,555 người.
        Đúng: 7.296,66 ha; 21,5 triệu đồng; 1.555 người.
    """,
)
def numbers_are_written_in_the_vietnamese_way(report: Report) -> Iterator[Judgement]:
    """Dots group the thousands and a comma marks the decimals, so that a number has one reading.

    Only what must be a number is checked: with both marks, in groups of three, or before a unit.  "2.1"
    before words is the number of a heading, "6,7,8" a list.

    Wrong: 7,296.66 ha; 21.5 triệu đồng; 1,555 người.
    Right: 7.296,66 ha; 21,5 triệu đồng; 1.555 người.
    """
    text, well_formed = report.narrative or "", _well_formed().fullmatch
    for found in _marked_numbers(text):
        number = found[1]
        if well_formed(number) and not _is_doubtful(found):
            yield PASSED
        elif _is_number(found) or ("." in number and "," in number) or _grouped().fullmatch(number):
            path = _line(text, found.start())
            yield Breach(path=path, about=number, args={"number": number}, actual=number)


def _marked_numbers(text: str) -> Iterator[re.Match[str]]:
    """Return the numbers with a mark inside, each with the unit behind it."""
    read = _marked_number().match
    starts = (found.start() for found in _MARK.finditer(numerals_of(text)))
    return (found for start in starts if (found := read(text, start)))


_MARK: Final = re.compile(rb"00{0,30}+[.,]0")
"""Begins with one byte, not with some of it: searched most quickly; digits without end are no number."""


@cache
def _marked_number() -> re.Pattern[str]:
    units = "%|triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|đ|ha|tấn|tạ|kg|km|m2|m²|m|hộ|người|khẩu|lượt|suất|căn"
    number = r"(?<![\w.,/-])([0-9]+(?:[.,][0-9]+)+)(?=đ|[^\w/]|\Z)(?![.,-][0-9])"
    return re.compile(rf"{number}(?P<unit> *(?:{units})(?!\w))?")


def _is_number(found: re.Match[str]) -> bool:
    """Return whether a unit follows, and what stands before makes it no heading and no list."""
    return bool(found["unit"]) and not _is_no_number().fullmatch(_before(found) + found[1])


def _before(found: re.Match[str]) -> str:
    """Return the line as far as a number."""
    return found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]


@cache
def _is_no_number() -> re.Pattern[str]:
    """Find the number of a heading, "6.1 Người …" and "mục 3.2", and a list, "thôn 1,2,3"."""
    heading = r"(?:[ \t*#]*|.*\b(?:mục|điểm|khoản|điều) )[0-9.]+"
    return re.compile(rf"{heading}|.*(?<![0-9.,])[0-9]{{1,2}}(?:,[0-9]{{1,2}}){{2,}}", re.IGNORECASE)


@cache
def _well_formed() -> re.Pattern[str]:
    return re.compile(NUMERAL)


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")  # 215,910,000


_UNDIVIDED: Final = frozenset({"hộ", "người", "khẩu", "lượt", "suất", "căn", "đồng", "đ"})


def _is_doubtful(found: re.Match[str]) -> bool:
    """Recognise a count with three decimals, "1,555 người", for thousands; a mean may have decimals."""
    return (
        "," in found[1]  # in few, and quickly seen
        and (found["unit"] or "").strip() in _UNDIVIDED
        and re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", found[1]) is not None
        and not found.string.startswith("/", found.end())
        and "bình quân" not in _before(found)
    )


def _line(text: str, position: int) -> str:
    """Return the address of the line of the narrative in which a position lies."""
    return f"narrative.{bisect_right(_starts_of_lines(text), position) + 1}"


@lru_cache(maxsize=1)  # asked for each finding in a text, one after the other
def _starts_of_lines(text: str) -> list[int]:
    """Return where all lines but the first begin."""
    return [found.end() for found in re.finditer("\n", text)]


@rule(
    "TXT002",
    Severity.WARNING,
    level=0,
    basis=FORMAT,
    title="Số thứ tự các mục cần liên tục",
    message="Mục {number} đứng ngay sau mục {previous}; đề nghị đánh lại số thứ tự",
    reason="""
        Mỗi đề mục mang số liền sau đề mục cùng cấp đứng trước, hoặc bắt đầu lại từ 1.

        Sai: III, 1, 1.1, 1.2, 3.
        Đúng: III, 1, 1.1, 1.2, 2.
    """,
)
def heading_numbers_have_no_gap(report: Report) -> Iterator[Judgement]:
    """Each heading continues the numbering of its level, or starts again at 1.

    Wrong: III, 1, 1.1, 1.2, 3.
    Right: III, 1, 1.1, 1.2, 2.
    """
    open_: list[tuple[int, int, int]] = []  # the headings above and before: level, position, place
    for position, heading in enumerate(report.outline):
        level, place, last = heading.level, ordinal(heading.number), None
        while open_ and open_[-1][0] >= level:
            last = open_.pop()
        if place is None:
            continue
        open_.append((level, position, place))
        if last is None or last[0] != level:
            continue
        if place in (1, last[2] + 1):
            yield PASSED
        else:
            yield Breach(
                path=f"outline.{position}",
                args={"number": heading.number, "previous": report.outline[last[1]].number},
                related=(f"outline.{last[1]}",),
            )


@rule(
    "TXT003",
    Severity.INFO,
    level=0,
    basis=_SPELLING,
    title="Các từ thường dùng nên viết đúng dấu",
    message="“{found}” đề nghị viết là “{right}”",
    reason="""
        Từ thường dùng mà đặt dấu không đúng thì khó đọc, và khi tìm từ đó trong văn bản sẽ không thấy.

        Sai: “Trường ban công tác Mặt trận”, “bàn hành”, “Hang năm”.
        Đúng: “Trưởng ban công tác Mặt trận”, “ban hành”, “Hằng năm”.
    """,
)
def common_words_have_the_right_marks(report: Report) -> Iterator[Judgement]:
    """A wrong mark on a common word reads badly, and a search for the word does not find it.

    Wrong: "Trường ban công tác Mặt trận", "bàn hành", "Hang năm".
    Right: "Trưởng ban công tác Mặt trận", "ban hành", "Hằng năm".
    """
    text = report.narrative
    if not text:
        return
    if not is_common(text):
        text = normalize(text)
    slips = list(find_slips(text))
    for slip in slips:
        yield Breach(
            path=_line(text, slip.position),
            about=slip.found,
            args={"found": slip.found, "right": slip.right},
            expected=slip.right,
            actual=slip.found,
        )
    if not slips:
        yield PASSED


@rule(
    "TXT004",
    Severity.INFO,
    level=0,
    basis=FORMAT,
    title="Đoạn văn không nên bị ngắt giữa chừng",
    message="Đoạn văn bị ngắt giữa “{before}” và “{after}”; đề nghị nối lại",
    reason="""
        Đoạn văn kết thúc mà không có dấu chấm, đoạn sau lại bắt đầu bằng chữ thường, là đoạn bị ngắt, phần
        nhiều do sang trang. Các đoạn được nhận biết theo dòng trống; phần lời không có dòng trống thì mỗi
        dòng là một đoạn.

        Sai: “… tổ chức thành công Lễ ra”, một dòng trống, “mắt mô hình …”.
        Đúng: “… tổ chức thành công Lễ ra mắt mô hình …”.
    """,
)
def paragraphs_are_not_broken_off(report: Report) -> Iterator[Judgement]:
    """A paragraph that ends without a stop and goes on in a small letter was broken, mostly by a page end.

    Paragraphs are separated by blank lines; a text without any has one on each line.

    Wrong: "… tổ chức thành công Lễ ra", a blank line, "mắt mô hình …".
    Right: "… tổ chức thành công Lễ ra mắt mô hình …".
    """
    text = report.narrative
    if not text:
        return
    blank = any(not line.strip() for line in text.strip().split("\n"))
    broken = False
    for gap in _gaps(blank=blank).finditer(text):
        if not text[gap.end() : gap.end() + 1].islower():
            continue
        before = text[max(0, gap.start() - _SHOWN) : gap.start()].rstrip(" \t\r,")
        after = text[gap.end() : gap.end() + _SHOWN]
        if _goes_on().match(after) and before and before[-1].isalnum():
            broken = True
            yield Breach(
                path=_line(text, gap.start()),
                args={"before": " ".join(before.split()[-2:]), "after": " ".join(after.split()[:2])},
            )
    if not broken:
        yield PASSED


_SHOWN: Final = 40  # characters in which the two words beside a gap are found


@cache
def _gaps(*, blank: bool) -> re.Pattern[str]:
    """Find whole gaps, regardless of what follows, so that each is read only once."""
    lines = r"\n(?:[ \t\r]*+\n)++" if blank else r"\n"
    return re.compile(lines + r"[ \t]*+")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"(?=[^\W0-9_])(?!\w[.)])")  # "a)" and "b." begin the items of a list


@rule(
    "TXT006",
    Severity.WARNING,
    level=0,
    basis=FORMAT,
    title="Phần lời cần dùng mã Unicode dựng sẵn",
    message="Có {lines} dòng dùng mã chữ {encoding}; đề nghị chuyển sang Unicode dựng sẵn",
    reason="""
        Phần lời viết bằng bảng mã cũ chỉ hiển thị đúng ở máy có phông chữ cũ, và không tìm kiếm được.

        Sai: “nh©n d©n x· Hång Kim” (TCVN3), “nhaân daân xaõ” (VNI).
        Đúng: “nhân dân xã Hồng Kim”.
    """,
)
def text_is_in_composed_unicode(report: Report) -> Iterator[Judgement]:
    """A text in an old font looks right only where that font is installed, and no search finds it.

    Wrong: "nh©n d©n x· Hång Kim" (TCVN3), "nhaân daân xaõ" (VNI).
    Right: "nhân dân xã Hồng Kim".
    """
    text = report.narrative
    if not text:
        return
    wrong: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii():
            continue
        if encoding := detect_legacy(line):
            wrong.setdefault(encoding.upper(), []).append(number)
    for name, numbers in wrong.items():
        first, *others = (f"narrative.{number}" for number in numbers)
        yield Breach(
            path=first,
            about=name,
            args={"lines": len(numbers), "encoding": name},
            related=tuple(others),
        )
    if not wrong:
        yield PASSED


@rule(
    "TXT007",
    Severity.ERROR,
    level=0,
    basis=PRIVACY,
    title="Báo cáo không được có dữ liệu cá nhân",
    message="Báo cáo có {kind} ({masked}); đề nghị bỏ trước khi gửi",
    reason="""
        Báo cáo chỉ đếm số người; những số có thể dùng để tìm ra một người thì không được đưa vào báo cáo.
        Phát hiện chỉ in một phần của số đó; số điện thoại cơ quan không phải dữ liệu cá nhân, số điện thoại
        cố định không đối chiếu. Trước ngày 01/7/2023, đây là thông lệ và ở mức Cảnh báo.

        Sai: “bà N., CCCD 046…, điện thoại 0914…”.
        Đúng: “một hộ nghèo ở thôn A”.
    """,
)
def text_holds_no_personal_data(report: Report) -> Iterator[Judgement]:
    """A report counts people; numbers by which one person can be found do not belong in it.

    What is found is shown in part only.  Numbers of offices are no personal data; fixed lines are not judged.
    Before 1 July 2023 it is good practice, and a warning.

    Wrong: "bà N., CCCD 046…, điện thoại 0914…".
    Right: "một hộ nghèo ở thôn A".
    """
    text = report.narrative
    if not text:
        return
    found = personal_data_in(text)
    for item in found:
        kind = item.lastgroup or ""
        masked = f"{item[kind][:3]}…"
        yield Breach(
            path=_line(text, item.start(kind)),
            about=f"{kind} {masked}",
            args={"kind": Phrase(_KINDS[kind]), "masked": masked},
        )
    if not found:
        yield PASSED


def personal_data_in(text: str) -> list[re.Match[str]]:
    """Return the numbers by which one person can be found, each in the group of its kind."""
    if not _has_enough_digits(text):  # a report rarely has so many, and they are quickly looked for
        return []
    return [item for item in _identifiers().finditer(text) if item.lastgroup]


_KINDS: Final = {"citizen": "số căn cước", "identity": "số CMND", "phone": "số điện thoại"}


def _has_enough_digits(text: str) -> bool:
    """Return whether a text has what is in each identifier: nine digits, nine more behind a 0, or "+84"."""
    return bool(b"0" * 9 in numerals_of(text) or "+84" in text or _ZERO_AND_NINE.search(text))


_ZERO_AND_NINE: Final = re.compile(r"0(?:[ .-]?[0-9]){9}")


@cache
def _identifiers() -> re.Pattern[str]:
    """Find 12 digits with a leading 0, 9 digits behind "CMND", and mobile numbers.

    Tax codes and accounts are not among them, and neither are the numbers of documents, which capitals follow
    ("…/CV").
    """
    other = r"(?:MST|mã số thuế|tài khoản|STK)[^0-9\n]{0,20}[0-9 .-]+"
    citizen = r"(?P<citizen>0[0-9]{2}(?:[ .]?[0-9]{3}){3})"
    identity = r"(?:CMND|CMTND|chứng minh nhân dân)[^0-9\n]{0,20}(?P<identity>[0-9]{9})"
    phone = r"(?P<phone>(?:0|\+84[ .]?)[35789][0-9](?:[ .-]?[0-9]){7})"
    one_of = "|".join((other, citizen, identity, phone))
    goes_on = r"[0-9]|[.,/-][0-9]|[/-](?-i:[A-ZĐ]{2})"
    return re.compile(rf"(?<![\w.,/+-])(?:{one_of})(?!{goes_on})", re.IGNORECASE)


_NAMES: Final = Basis(text="Danh mục chỉ tiêu và đơn vị đo của mttq")


@rule(
    "TXT008",
    Severity.WARNING,
    level=0,
    basis=_NAMES,
    title="Tên chỉ tiêu và đơn vị đo cần ghi đúng",
    message="Không rõ “{name}” là gì nên chưa đối chiếu được{near}",
    reason="""
        Số liệu ghi dưới một tên sai thì không được đối chiếu với số nào, nên sai cũng không ai thấy. Đối
        chiếu tên chỉ tiêu của số liệu trong lời văn, của kỳ số liệu, của cách ghi số, và đơn vị. Tên do người
        dùng tự đặt, không giống tên nào của mttq, thì không bị coi là sai.

        Sai: Số liệu của “population.housholds”; 15 “conferencs”.
        Đúng: Số liệu của “population.households”; 15 “conferences”.
    """,
)
def names_of_figures_and_units_are_known(report: Report) -> Iterator[Judgement]:
    """A figure under a mistyped name is compared with nothing, so any value passes.

    This covers the figures that statements, periods and spellings are about, and units of measure.  Python
    code cannot write such a name; a file that holds one is read.  A custom name, unlike all of mttq's, is not
    reported.

    Wrong: a statement about "population.housholds"; 15 "conferencs".
    Right: a statement about "population.households"; 15 "conferences".
    """
    counted = _count_names((report, *report.appendices))
    if counted is not None:
        yield from repeat(PASSED, counted)
        return
    forms = ((item, f"{form_of(type(item)).code}.") for item in report.appendices)
    for path, name, meant in (found for item in ((report, ""), *forms) for found in _named(*item)):
        if name == meant:
            yield PASSED
        else:
            near = Phrase("; có phải “{}”?", meant) if meant else ""
            args = {"name": name, "near": near}
            yield Breach(path=path, about=name, args=args, expected=meant, actual=name)


def _count_names(records: Iterable[object]) -> int | None:
    """Return how many names stand in records; None if one was read from a file, which alone can be wrong."""
    counted, waiting = 0, [*records]
    for record in waiting:
        kind: Any = type(record)
        for field, known in _fields_with_names(kind):
            value = getattr(record, field)
            if value is None:
                continue
            if known is None:
                waiting += value if type(value) is tuple else (value,)
            elif type(value) is AsRead:
                return None
            else:
                counted += 1
    return counted


def _named(record: object, place: str) -> Iterator[tuple[str, str, str | None]]:
    """Return the names that stand in a record: what each is the name of, the name, and the one that is meant.

    Only what was read from a file can differ.
    """
    kind: Any = type(record)
    for field, known in _fields_with_names(kind):
        value = getattr(record, field)
        if known is None:
            several = isinstance(value, tuple)
            for number, item in enumerate(value if several else (value,)):
                yield from _named(item, f"{place}{field}.{number}." if several else f"{place}{field}.")
        elif value is not None:
            is_read = type(value) is AsRead
            yield place.removesuffix("."), value, known.corrected(str(value)) if is_read else value


@cache
def _fields_with_names(record: type) -> tuple[tuple[str, Known | None], ...]:
    """Return the fields of a class that hold such names, and those in which records with them stand."""
    if not attrs.has(record):
        return ()
    fields = ((field.name, field.type) for field in attrs.fields(attrs.resolve_types(record)))
    return tuple(
        (name, known)
        for name, annotation in fields
        for known in [_known_in(annotation)]
        if known or any(map(_fields_with_names, classes_in(annotation)))
    )


def _known_in(annotation: Any) -> Known | None:
    bare, extra = unwrap(annotation)
    own = [item for item in extra if isinstance(item, Known)]
    return own[0] if own else next(filter(None, map(_known_in, get_args(bare))), None)


@rule(
    "TXT009",
    Severity.WARNING,
    level=1,
    title="Tỷ lệ trong phần lời cần khớp với các số ghi kèm",
    message="“{quoted}”: {part}/{whole} là {exact}",
    reason="""
        Tỷ lệ phần trăm trong câu là thương của hai số trong câu đó, làm tròn. Chỉ đối chiếu câu có một cách
        đọc, như “57/60 khu dân cư, đạt 95%” hay “946 hộ, trong đó hộ nghèo 488 hộ, chiếm 51,59%”. Số ước
        lượng, mức tăng, giảm và tỷ lệ so với kế hoạch, so với đối tượng chỉ nêu bằng lời thì không đối chiếu;
        tỷ lệ cắt bớt chữ số thay vì làm tròn không bị coi là sai.

        Sai: 100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 66,24%.
        Đúng: 100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 60,24%.
    """,
)
def percentages_fit_the_figures_beside_them(report: Report) -> Iterator[Judgement]:
    """A percentage in a sentence is the two numbers of that sentence divided and rounded.

    Only what has one reading is checked: "57/60 khu dân cư, đạt 95%", "946 hộ, trong đó hộ nghèo 488 hộ,
    chiếm 51,59%".  Hedged figures, changes ("tăng 15%") and shares of what is named in words ("đạt 109% kế
    hoạch") are not judged; one that was cut instead of rounded passes.

    Wrong: 100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 66,24%.
    Right: 100/166 khu dân cư đạt chuẩn văn hóa, đạt tỷ lệ 60,24%.
    """
    for stated, quoted, path in _shares(report):
        share, part, whole = stated
        if part is None or not whole:
            continue
        if prints(share, part, whole):
            yield PASSED
            continue
        right = rounded_like(share, part, whole)
        exact = 100 * Fraction(part) / whole
        yield Breach(
            path=path,
            about=quoted,
            args={"quoted": quoted, "part": part, "whole": whole, "exact": right},
            evidence=Evidence((Term("tỷ lệ ghi", share.percent, path),), "=", (Term("tính lại", exact),)),
            expected=right,
            actual=share,
        )


@rule(
    "TXT010",
    Severity.WARNING,
    level=1,
    title="Tỷ lệ trong phần lời cần ứng với một số nguyên",
    message="“{quoted}”: không có {what} nào cho đúng tỷ lệ này; đề nghị xem lại cả hai số",
    reason="""
        Người, hộ, cuộc đếm bằng số nguyên nên với một số nhỏ chỉ có ít tỷ lệ phần trăm là có thể. Câu chỉ nêu
        một số kèm tỷ lệ thì phải có một tổng số mà số đó chiếm đúng tỷ lệ ấy, hoặc có một số chiếm đúng tỷ lệ
        ấy trong tổng số đã nêu.

        Sai: Ngoài Đảng 22 người (tỷ lệ 21,34%): trên 103 là 21,36%, trên 104 là 21,15%.
        Đúng: Ngoài Đảng 22 người (tỷ lệ 21,36%).
    """,
)
def percentages_are_of_whole_numbers(report: Report) -> Iterator[Judgement]:
    """People and things are counted in whole numbers, so only few percentages are possible for a small count.

    Where a sentence gives one number with a percentage, there must be a whole number that goes with both: a
    total of which the count has this share, or a count that is this share of the total.

    Wrong: ngoài Đảng 22 người (tỷ lệ 21,34%): of 103 it is 21,36%, of 104 it is 21,15%.
    Right: ngoài Đảng 22 người (tỷ lệ 21,36%).
    """
    for stated, quoted, path in _shares(report):
        share, part, whole = stated
        if part is not None and whole is not None:
            continue
        if has_a_part(share, whole) if whole is not None else has_a_whole(share, part or 0):
            yield PASSED
        else:
            what = Phrase("số nguyên") if part is None else Phrase("tổng số")
            yield Breach(path=path, about=quoted, args={"quoted": quoted, "what": what}, actual=share)


@once
def _shares(report: Report) -> tuple[tuple[StatedShare, str, str], ...]:
    """Return the percentages of the narrative, each with its words and the address of its line."""
    text = report.narrative or ""
    return tuple(
        (stated, " ".join(text[start:end].split()), _line(text, end - 1))
        for stated, (start, end) in find_shares(text)
    )


@rule(
    "TXT011",
    Severity.WARNING,
    level=1,
    title="Số liệu về đơn vị trong phần lời cần khớp với số liệu của báo cáo",
    message="Phần lời ghi “{quoted}”; {where} ghi {recorded}",
    reason="""
        Số thôn, số hộ, số vị ủy viên, số thu của quỹ nêu trong phần lời là một với số trong hồ sơ, phụ lục.
        Chỉ đối chiếu câu có một cách đọc, bắt đầu bằng chính đơn vị hoặc tổ chức của đơn vị (“xã A có”, “toàn
        xã có”, “Đảng bộ xã có”), như “Toàn xã có 11 thôn, 1.947 hộ, 7.428 nhân khẩu.”. Số ước lượng, số của
        thời gian khác, của đơn vị khác, một phần của tổng số thì không đối chiếu; số đã nêu đúng như vậy
        trong số liệu phần lời thì quy tắc CAM002 hoặc UNI005 đối chiếu.

        Sai: Phần lời ghi “toàn xã có 11 thôn, 1.947 hộ”; hồ sơ ghi 1.974 hộ.
        Đúng: Phần lời ghi “toàn xã có 11 thôn, 1.974 hộ”; hồ sơ ghi 1.974 hộ.
    """,
)
def the_text_tells_the_figures_of_the_report(report: Report) -> Iterator[Judgement]:
    """What the narrative says of the unit itself is what the records and appendices of the report hold.

    Only sentences of one reading are checked: those that begin with the unit or a body of it ("xã A có",
    "toàn xã có", "Đảng bộ xã có").  Hedged figures, other times, other units and parts of a total are not
    judged.  CAM002 and UNI005 judge a figure that stands among the statements as it is told here.

    Wrong: "toàn xã có 11 thôn, 1.947 hộ" in the narrative, 1.974 households in the record.
    Right: "toàn xã có 11 thôn, 1.974 hộ" in the narrative, 1.974 households in the record.
    """
    for told in told_of_the_unit(report):
        if _is_stated(report, told):
            continue
        figure = report.value_at(told.path)
        if not isinstance(figure, int | Quantity | Share):
            yield Unverifiable(told.path)
        elif _fits(told, figure):
            yield PASSED
        else:
            yield Breach(
                path=_line(report.narrative or "", told.position),
                about=told.path,
                args={"quoted": told.words, "where": holder_of(told.path), "recorded": figure},
                actual=told.stated,
                related=(told.path,),
            )


def _is_stated(report: Report, told: Told) -> bool:
    """Return whether a statement tells the same, which is judged there."""
    return isinstance(told.stated, Quantity) and any(
        item.indicator == told.path and item.value.value == told.stated.value for item in report.statements
    )


def _fits(told: Told, figure: int | Quantity | Share) -> bool:
    """Return whether what is told and what is recorded can be one figure."""
    stated = told.stated
    if isinstance(stated, Quantity):
        return agrees(stated, figure, told.path)
    return isinstance(figure, Share) and overlap(stated, figure)


@rule(
    "TXT012",
    Severity.WARNING,
    level=0,
    basis=_SPELLING,
    title="Tên đơn vị báo cáo trong phần lời cần viết đúng dấu",
    message="Phần lời ghi “{found}”; có phải là {right}?",
    reason="""
        Tên của chính đơn vị báo cáo viết sai dấu thì đọc thành tên của đơn vị khác. Chỉ đối chiếu tên đứng
        sau loại đơn vị, cùng chữ cái mà khác dấu; chỗ đặt dấu (hòa, hoà) không bị coi là sai.

        Sai: Báo cáo của xã An Lộc, phần lời ghi “xã An Lọc”.
        Đúng: Báo cáo của xã An Lộc, phần lời ghi “xã An Lộc”.
    """,
)
def the_name_of_the_unit_has_its_marks(report: Report) -> Iterator[Judgement]:
    """The name of the reporting unit with other marks reads as that of another unit.

    Judged are names behind the kind of the unit that have the same letters and other marks; where a tone
    stands in its syllable is no matter (hòa, hoà).

    Wrong: a report of xã An Lộc that says "xã An Lọc".
    Right: a report of xã An Lộc that says "xã An Lộc".
    """
    unit, text = report.unit, report.narrative
    if not text:
        return
    if not is_common(text):
        text = normalize(text)
    own, kind = " ".join(normalize(unit.name).split()), str(unit.kind.value)
    others = {fold(each.name) for each in (*unit.predecessors, *([unit.parent] if unit.parent else []))}
    named = re.escape(bare(f"{kind} {own[:1]}").encode("ascii", "replace"))
    for start, end in (found.span() for found in re.finditer(named, letters_of(text))):
        begins = end - 1
        ends = begins + len(own)
        said = text[begins:ends]
        if text[start:begins] not in (f"{kind} ", f"{kind.capitalize()} "):
            continue
        if said == own:
            yield PASSED
        elif bare(said) == bare(own) and not text[ends : ends + 1].isalnum():
            folded = fold(said)
            if folded == fold(own) or folded in others:
                yield PASSED
            elif not any(word[0].islower() for word in said.split()):  # a number is no small letter
                found, right = f"{kind} {said}", unit.full_name
                path = _line(text, begins)
                yield Breach(path=path, about=said, args={"found": found, "right": right}, actual=found)


@rule(
    "TXT013",
    Severity.WARNING,
    level=0,
    basis=PRACTICE,
    title="Điều ghi hai lần trong một câu cần khớp nhau",
    message="“{quoted}”: chỗ trước là {first}, chỗ sau là {second}",
    reason="""
        Số tiền và chữ của nó trong ngoặc, số tiền ghi theo hai đơn vị, ngày và thứ, số người và số nam, nữ là
        một điều ghi hai lần. Chỉ đối chiếu câu có một cách đọc; số trong ngoặc có thể là của mỗi hộ, “lần thứ
        hai” không phải thứ Hai, “trong đó có 2 nam và 9 nữ là người có uy tín” chỉ là một phần.

        Sai: 1.500.000 đồng (Một triệu năm trăm đồng); 22 người, gồm 12 nam và 9 nữ; thứ Hai, ngày 01/12/2026.
        Đúng: 1.500.000 đồng (Một triệu năm trăm nghìn đồng); 21 người, gồm 12 nam và 9 nữ; thứ Ba, ngày
        01/12/2026.
    """,
)
def what_a_sentence_tells_twice_agrees(report: Report) -> Iterator[Judgement]:
    """A sum and its words in brackets, a sum in two units, a day and its weekday, people and sexes agree.

    Only what has one reading is checked: a sum in brackets may be that of each household, "lần thứ hai" is no
    Monday, and "trong đó có 2 nam và 9 nữ là người có uy tín" are some of all.

    Wrong: 1.500.000 đồng (Một triệu năm trăm đồng); 22 người, gồm 12 nam và 9 nữ; thứ Hai, ngày 01/12/2026.
    Right: 1.500.000 đồng (Một triệu năm trăm nghìn đồng); 21 người, gồm 12 nam và 9 nữ; thứ Ba, ngày
    01/12/2026.
    """
    text = report.narrative or ""
    for told in retold_in(text):
        if told.agrees:
            yield PASSED
        else:
            quoted = " ".join(text[told.start : told.end].split())
            args = {"quoted": quoted, "first": told.first, "second": told.second}
            yield Breach(path=_line(text, told.start), about=quoted, args=args)
