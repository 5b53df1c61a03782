"""DOC: the report as a document, with its head and its signature, and the documents that it cites."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import attrs

from mttq.forms import label_of
from mttq.model import Header, Unit, UnitRef
from mttq.report import Report
from mttq.rules._data.instruments import INSTRUMENTS, Instrument, instruments_of
from mttq.rules._data.norms import ASSEMBLIES, FORMAT, PARTY_FORMAT
from mttq.rules._kit.bases import PRACTICE, Basis, Confidence, in_force
from mttq.rules._kit.judgements import PASSED, Breach, Figure, Judgement, Suggestion, Unverifiable
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import judged_on
from mttq.values import DocumentFlag, DocumentKind, DocumentRef, PartialDate, Tier, UnitKind, UnitName
from mttq.vi import find_dates, find_documents, find_units, fold
from mttq.vi.text import clean
from mttq.wording import Phrase

__all__ = [
    "citations_can_be_found",
    "cited_words_and_parts_agree",
    "documents_come_before_the_report",
    "documents_have_the_date_of_the_register",
    "head_and_signature_name_the_unit",
    "head_of_the_report_is_complete",
    "one_document_has_one_date",
    "one_document_has_one_title",
    "reports_are_dated_after_their_figures",
    "resolutions_on_communes_are_of_the_own_province",
    "signer_speaks_for_the_body_reported_on",
    "symbol_of_the_report_is_that_of_its_kind",
    "symbols_are_well_formed",
    "symbols_fit_what_stands_beside_them",
]

_ONE_CITATION: Final = Basis(text="Một lời viện dẫn nói về một văn bản")
_SYMBOLS: Final = Basis(
    text="Luật Ban hành văn bản quy phạm pháp luật",
    symbol="80/2015/QH13",
    article="10",
    confidence=Confidence.SECONDARY,
)
_ONE_DATE: Final = Basis(text="Mỗi văn bản có một ngày ban hành")
_TIME: Final = Basis(text="Trình tự thời gian")
_CUSTOM: Final = Basis(text="Thể thức viện dẫn văn bản", confidence=Confidence.SECONDARY)

_MALFORMED: Final[tuple[str, ...]] = (
    DocumentFlag.MISSING_DASH,
    DocumentFlag.SEPARATORS_SWAPPED,
    DocumentFlag.SPACES_IN_CODE,
)
_REGISTER: Final = Basis(text="Danh mục văn bản", confidence=Confidence.SECONDARY)
_KNOWN: Final = (Confidence.CONFIRMED, Confidence.SECONDARY)


_BY_PARTY: Final = re.compile("[0-9]+-[^/]+/.+")  # a dash behind the number, as "62-KL/TW"


@rule(
    "DOC001",
    Severity.WARNING,
    level=0,
    basis=(*FORMAT[:-1], *PARTY_FORMAT),
    by_day=False,
    title="Số, ký hiệu văn bản cần viết đúng thể thức",
    message="Ký hiệu trong “{raw}” đề nghị viết là {symbol}",
    reason="""
        Số, ký hiệu viết đúng như cơ quan ban hành thì mới tra cứu được văn bản. Ký hiệu văn bản của Đảng được
        đối chiếu theo quy định của Đảng, của Nhà nước và Mặt trận theo Nghị định số 30/2020/NĐ-CP; cách viết
        khác về hình thức, như chữ đầu viết thường hoặc dấu hai chấm sau “số”, không bị nêu.

        Sai: 62/KL-TW; 05 - CT/TW; 834/NQ-UBTVQH 14.
        Đúng: 62-KL/TW; 05-CT/TW; 834/NQ-UBTVQH14.

        Cách xử lý: Ghi theo ký hiệu đề nghị; nếu văn bản gốc ghi khác, giữ theo văn bản gốc và giải trình.
    """,
)
def symbols_are_well_formed(
    report: Report, *, malformed: tuple[str, ...] = _MALFORMED
) -> Iterator[Judgement]:
    """A symbol is written as its issuer writes it; a document cannot be looked up by a malformed one.

    `malformed` names the flags of a citation that count; variants of style, such as a small first letter or a
    colon after "số", do not.

    Symbols of the Party follow its own texts, those of the State and the Front follow the decree.

    Wrong: 62/KL-TW, 05 - CT/TW, 834/NQ-UBTVQH 14.
    Right: 62-KL/TW, 05-CT/TW, 834/NQ-UBTVQH14.

    What to do: Use the suggested symbol; if the original document differs, keep to the original and explain.
    """
    day = judged_on(report)
    for path, ref in _documents(report):
        if ref.symbol is None:
            continue
        if ref.flags and any(flag in malformed for flag in ref.flags):
            yield Breach(
                path=path,
                basis=in_force(PARTY_FORMAT if _BY_PARTY.fullmatch(ref.symbol) else FORMAT, day),
                args={"raw": ref.raw, "symbol": ref.symbol},
                expected=ref.symbol,
                actual=ref.raw,
            )
        else:
            yield PASSED


@rule(
    "DOC002",
    Severity.ERROR,
    level=1,
    basis=_ONE_DATE,
    title="Ngày ban hành của một văn bản phải ghi thống nhất",
    message="{symbol} được ghi hai ngày ban hành: {first} và {second}; đề nghị tra lại văn bản gốc",
    reason="""
        Một văn bản chỉ có một ngày ban hành, nên các lần nhắc đến phải ghi cùng một ngày. Số văn bản của Nhà
        nước và Mặt trận đánh lại mỗi năm, của Đảng đánh lại mỗi nhiệm kỳ, nên hai ngày chỉ coi là trái nhau
        khi cùng một năm hoặc khi ký hiệu đã có năm.

        Sai: 05-CT/TW ngày 05/5/2016, ở đoạn sau 05-CT/TW ngày 15/5/2016.
        Đúng: 05-CT/TW ngày 15/5/2016 ở cả hai nơi.
    """,
)
def one_document_has_one_date(report: Report) -> Iterator[Judgement]:
    """All mentions of a document give the same date.

    Numbers start again: those of the State and the Front each year, those of the Party each term.  So two
    dates contradict each other only in one year, or where the symbol itself holds the year.

    Wrong: 05-CT/TW ngày 05/5/2016, and later 05-CT/TW ngày 15/5/2016.
    Right: 05-CT/TW ngày 15/5/2016, twice.
    """
    mentions: dict[str, list[_Mention]] = {}
    for path, ref in _documents(report):
        if not (ref.symbol and ref.date):
            continue
        earlier = mentions.setdefault(ref.symbol, [])
        first = _first_mention(ref, earlier)
        earlier.append((path, ref, ref.date))
        if first is None:
            continue
        there, _, day = first
        if day == ref.date:
            yield PASSED
        else:
            yield Breach(
                path=path,
                args={"symbol": ref.symbol, "first": day, "second": ref.date},
                actual=ref.date,
                related=(there,),
            )


_Mention = tuple[str, DocumentRef, Figure]


def _first_mention(ref: DocumentRef, earlier: list[_Mention]) -> _Mention | None:
    return next((mention for mention in earlier if _is_same_document(mention[1], ref)), None)


def _is_same_document(one: DocumentRef, other: DocumentRef) -> bool:
    """Return whether two dated citations with one symbol must mean one document."""
    symbol = one.symbol or ""
    if one.term and other.term and one.term != other.term:
        return False
    if not (_HOLDS_YEAR.search(symbol) or _year_of(one) == _year_of(other)):
        return False
    if symbol.endswith("/TW") or _is_same_body(one.issuer, other.issuer):
        return True
    named = _issuer_of(symbol)  # who issued it, whatever body one of the two texts says
    return named not in _LOCAL and named in (one.issuer, other.issuer)


_LOCAL: Final = (None, "Tỉnh ủy", "Huyện ủy", "Đảng ủy")


@lru_cache(maxsize=1024)
def _issuer_of(symbol: str) -> str | None:
    return next((ref.issuer for ref, _ in find_documents(symbol)), None)


_HOLDS_YEAR: Final = re.compile("/([0-9]{4})/")


def _year_of(ref: DocumentRef) -> int | None:
    return ref.date.year if ref.date else None


def _is_same_body(one: str | None, other: str | None) -> bool:
    return bool(one and other) and (one == other or fold(one or "") == fold(other or ""))


@rule(
    "DOC003",
    Severity.WARNING,
    level=4,
    basis=_REGISTER,
    title="Ngày ban hành văn bản cần khớp với danh mục văn bản",
    message="{symbol} ghi ngày {cited}; theo danh mục, {issuer} ban hành ngày {listed}",
    reason="""
        Văn bản cần được viện dẫn đúng ngày ban hành; ngày đã ghi được so với mọi văn bản cùng loại, cùng số,
        ký hiệu trong danh mục văn bản, vì số, ký hiệu được dùng lại theo năm hoặc theo nhiệm kỳ. Nếu ngày đó
        không phải của văn bản nào, quy tắc nêu văn bản gần nhất trong các văn bản cùng năm, có năm trong ký
        hiệu, hoặc cùng ngày và tháng.

        Sai: 218-QĐ/TW ngày 02/12/2013.
        Đúng: 218-QĐ/TW ngày 12/12/2013.
    """,
)
def documents_have_the_date_of_the_register(
    report: Report,
    *,
    register: tuple[Instrument, ...] = INSTRUMENTS,
    confidence: tuple[Confidence, ...] = _KNOWN,
) -> Iterator[Judgement]:
    """A document is cited with the day on which it was issued.

    Symbols come again each year or term, and for other kinds of documents, so a date is compared with all
    documents of that kind and symbol.  If none has it, it contradicts those of the same year, those whose
    symbol holds the year, and those of the same day and month; the nearest is named.  `confidence` sets how
    certain an entry must be to count.

    Wrong: 218-QĐ/TW ngày 02/12/2013.
    Right: 218-QĐ/TW ngày 12/12/2013.
    """
    for path, ref in _documents(report):
        symbol, day = ref.symbol, ref.date
        if symbol is None or day is None:
            continue
        meant = instruments_of(register, ref.kind, symbol)
        listed = [item.date for item in meant if item.date and item.confidence in confidence]
        if day in listed:
            yield PASSED
        elif day not in [item.date for item in meant]:
            contradicted = [date for date in listed if _contradict(day, date, symbol)]
            if contradicted:
                nearest = _nearest(day, contradicted)
                yield Breach(
                    path=path,
                    args={
                        "symbol": symbol,
                        "cited": day,
                        "issuer": _issuer_in(meant, nearest),
                        "listed": nearest,
                    },
                    expected=nearest,
                    actual=day,
                )


def _contradict(cited: dt.date, listed: dt.date, symbol: str) -> bool:
    """Return whether two days must be meant of one document, so that one of them is wrong."""
    same_day = (cited.day, cited.month) == (listed.day, listed.month)
    return cited.year == listed.year or same_day or f"/{listed.year}/" in symbol


def _nearest(cited: dt.date, listed: list[dt.date]) -> dt.date:
    return min(listed, key=lambda day: abs(day - cited))


def _issuer_in(entries: tuple[Instrument, ...], day: dt.date) -> str:
    named = next((item.issuer for item in entries if item.date == day), "")
    return named or Phrase("cơ quan có thẩm quyền")


@rule(
    "DOC013",
    Severity.WARNING,
    level=1,
    basis=_ONE_CITATION,
    title="Số, ngày của văn bản cần khớp với nguyên văn lời viện dẫn",
    message="Nguyên văn “{raw}” ghi {what} {written}; ở đây ghi {told}",
    reason="""
        Số và ngày ban hành của văn bản được ghi tách riêng bên cạnh nguyên văn lời viện dẫn, nên hai nơi phải
        là một. Nguyên văn không có số, không có ngày hoặc có nhiều ngày thì không đối chiếu.

        Sai: Nguyên văn “Kế hoạch số 87/KH-UBND ngày 14/5/2020”, ngày ban hành 14/5/2021.
        Đúng: Nguyên văn “Kế hoạch số 87/KH-UBND ngày 14/5/2020”, ngày ban hành 14/5/2020.
    """,
)
def cited_words_and_parts_agree(report: Report) -> Iterator[Judgement]:
    """Number and day of a document stand beside the words by which it is cited, and are one with them.

    Words without a number, without a day or with several days are not judged.

    Wrong: "Kế hoạch số 87/KH-UBND ngày 14/5/2020", issued on 14 May 2021.
    Right: "Kế hoạch số 87/KH-UBND ngày 14/5/2020", issued on 14 May 2020.
    """
    founding = report.unit.established_by
    named = [("unit.established_by", founding)] if founding is not None else []
    for path, ref in (*_documents(report), *named):
        number, day = ref.number, ref.date
        if number and number.isdecimal():
            symbol = ref.symbol or "?"
            if (symbol.startswith(number) and symbol in ref.raw) or _is_among(ref.raw, int(number)):
                yield PASSED
            elif (written := _number_in(ref.raw)) is not None:
                yield _of_other_words(_in(path, "number"), ref, Phrase("số"), written, number)
        if day:
            if f"{day.day:02}/{day.month:02}/{day.year}" in ref.raw or _is_among(
                ref.raw, day.day, day.month, day.year
            ):
                yield PASSED
            elif (cited := _day_in(ref.raw)) is not None:
                yield (
                    PASSED
                    if cited == day
                    else _of_other_words(_in(path, "date"), ref, Phrase("ngày"), cited, day)
                )


_DIGITS: Final = re.compile("(?<![0-9])0*([0-9]+)")


def _is_among(words: str, *numbers: int) -> bool:
    """Return whether numbers follow one another among those of the words."""
    return f" {' '.join(map(str, numbers))} " in _numbers_in(words)


@lru_cache(maxsize=4096)  # the same documents are cited in many reports
def _numbers_in(words: str) -> str:
    return f" {' '.join(_DIGITS.findall(words))} "


def _number_in(words: str) -> str | None:
    found = [ref.number for ref, _ in find_documents(words)]
    return found[0] if len(found) == 1 else None


def _day_in(words: str) -> dt.date | None:
    found = [time.first_day for time, _ in find_dates(words) if time.first_day == time.last_day]
    return found[0] if len(found) == 1 else None


def _of_other_words(path: str, ref: DocumentRef, what: Phrase, written: Figure, told: Figure) -> Breach:
    return Breach(
        path=path,
        args={"raw": ref.raw, "what": what, "written": written, "told": told},
        expected=written,
        actual=told,
        suggestions=(Suggestion(path=path, old=told, new=written),),
    )


@rule(
    "DOC004",
    Severity.ERROR,
    level=1,
    basis=_TIME,
    title="Văn bản viện dẫn phải ban hành trước báo cáo",
    message="Văn bản {document} ban hành sau ngày báo cáo ({signed})",
    reason="""
        Báo cáo không thể viện dẫn văn bản ban hành sau báo cáo. Báo cáo không ghi ngày có thể lập sau thời
        điểm số liệu, nên chỉ văn bản ban hành đến thời điểm đó là đạt, văn bản ban hành sau đó thì chưa đủ số
        liệu để đối chiếu.

        Sai: Báo cáo ngày 10/01/2025 viện dẫn chỉ thị ngày 12/3/2025.
        Đúng: Báo cáo ngày 10/01/2025 viện dẫn chỉ thị ngày 26/10/2022.
    """,
)
def documents_come_before_the_report(report: Report) -> Iterator[Judgement]:
    """A report cites no document that was issued after it.

    A report without a date may be younger than its figures: documents issued up to the time of the figures
    are in order, later ones cannot be checked.

    Wrong: a report of 10 January 2025 cites a directive of 12 March 2025.
    Right: a report of 10 January 2025 cites a directive of 26 October 2022.
    """
    signed = report.header.date
    limit = signed or (report.as_of.last_day if report.as_of else None)
    for path, ref in _documents(report):
        if ref.date is None and ref.year is None:
            continue
        if limit and (ref.date <= limit if ref.date else (ref.year or 0) <= limit.year):
            yield PASSED
        elif signed is None:
            yield Unverifiable("header.date")
        else:
            yield Breach(
                path=path,
                args={"document": ref.symbol or ref.raw, "signed": signed},
                actual=ref.date or str(ref.year),
                related=("header.date",),
            )


@rule(
    "DOC006",
    Severity.INFO,
    level=1,
    basis=_CUSTOM,
    title="Văn bản viện dẫn nên đủ thông tin để tra cứu",
    message="Đề nghị bổ sung ký hiệu hoặc ngày ban hành của “{document}”",
    reason="""
        Mỗi văn bản viện dẫn nên có ít nhất một lần ghi ký hiệu, ngày, năm hoặc nhiệm kỳ; sau đó có thể viết
        gọn. Văn bản gọi theo tên, như “Luật Thanh tra” hay “Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII”,
        không cần kèm số.

        Sai: “Nghị định 100 của Chính phủ”, không nơi nào ghi đủ hơn.
        Đúng: “Nghị định 100/2019/NĐ-CP”, sau đó “Nghị định 100”.
    """,
)
def citations_can_be_found(report: Report) -> Iterator[Judgement]:
    """A document is cited by symbol, date, year or term at least once; then a short form may stand for it.

    Names ("Luật Thanh tra", "Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII") need no number.

    Wrong: "Nghị định 100 của Chính phủ", and nowhere more.
    Right: "Nghị định 100/2019/NĐ-CP", later "Nghị định 100".
    """
    documents = list(_documents(report))
    short = [_is_short(ref) for _, ref in documents]
    known = [_keys(ref) for _, ref in documents] if any(short) else [_NO_KEYS] * len(documents)
    full = {key for keys, is_short in zip(known, short, strict=True) if not is_short for key in keys}
    named: set[tuple[str, str]] = set()
    for (path, ref), keys, is_short in zip(documents, known, short, strict=True):
        if not path.startswith("citations."):
            continue
        if named or is_short:
            if not keys or keys & named:
                continue
            if is_short and not keys & full:
                named |= keys
                yield Breach(path=path, args={"document": ref.raw}, actual=ref.raw)
                continue
        if ref.number and (ref.kind or ref.candidates):
            yield PASSED


def _is_short(ref: DocumentRef) -> bool:
    if ref.year is not None or ref.term is not None:
        return False
    return ref.symbol is None or DocumentFlag.YEAR_MISSING_IN_CODE in ref.flags


_NO_KEYS: Final = frozenset[tuple[str, str]]()


def _keys(ref: DocumentRef) -> frozenset[tuple[str, str]]:
    """Return kind and number, under which a short form finds the full one; nothing for a name."""
    if not ref.number:
        return _NO_KEYS
    number = ref.number.lstrip("0")
    return frozenset([(kind, number) for kind in ((ref.kind,) if ref.kind else ref.candidates)])


@rule(
    "DOC007",
    Severity.INFO,
    level=1,
    basis=_CUSTOM,
    title="Tên một văn bản nên ghi thống nhất",
    message="{document} được ghi hai tên: “{first}” và “{second}”",
    reason="""
        Văn bản viện dẫn theo tên thì các lần sau nên giữ đúng tên đã ghi lần đầu.

        Sai: “Luật Thanh tra 11/2022/QH15”, ở đoạn sau “Luật Thanh tra nhân dân 11/2022/QH15”.
        Đúng: “Luật Thanh tra 11/2022/QH15” ở cả hai nơi.
    """,
)
def one_document_has_one_title(report: Report) -> Iterator[Judgement]:
    """A document that is cited by its title keeps the title of its first mention.

    Wrong: "Luật Thanh tra 11/2022/QH15", and later "Luật Thanh tra nhân dân 11/2022/QH15".
    Right: "Luật Thanh tra 11/2022/QH15", twice.
    """
    first: dict[str, tuple[str, DocumentRef]] = {}
    for path, ref in _documents(report):
        if not (ref.symbol and ref.title):
            continue
        place, earlier = first.setdefault(ref.symbol, (path, ref))
        if earlier is ref or (earlier.year and ref.year and earlier.year != ref.year):
            continue
        title = earlier.title or ""
        if title == ref.title or fold(title) == fold(ref.title):
            yield PASSED
        else:
            yield Breach(
                path=path,
                args={"document": ref.symbol, "first": title, "second": ref.title},
                expected=title,
                actual=ref.title,
                related=(place,),
            )


@rule(
    "DOC010",
    Severity.WARNING,
    level=4,
    basis=_REGISTER,
    title="Nghị quyết sắp xếp đơn vị cấp xã cần đúng là của tỉnh mình",
    message="{symbol} là nghị quyết của {province}; nghị quyết của {own} là {right}",
    reason="""
        Năm 2025, đơn vị cấp xã của mỗi tỉnh, thành phố được sắp xếp bằng một nghị quyết riêng; 34 nghị quyết
        cùng ngày, ký hiệu gần giống nhau. Chỉ đối chiếu văn bản viện dẫn và văn bản thành lập đơn vị, khi
        danh mục văn bản có tỉnh, thành phố của đơn vị hoặc của đơn vị cấp trên.

        Sai: Xã của thành phố Huế viện dẫn 1685/NQ-UBTVQH15, là nghị quyết của Thành phố Hồ Chí Minh.
        Đúng: Xã của thành phố Huế viện dẫn 1675/NQ-UBTVQH15.
    """,
)
def resolutions_on_communes_are_of_the_own_province(
    report: Report, *, register: tuple[Instrument, ...] = INSTRUMENTS
) -> Iterator[Judgement]:
    """The communes of each province were formed in 2025 by a resolution of their own, one of 34 of one day.

    Checked are the citations and the document that established the unit, where the register knows the
    province of the unit or of its parent.

    Wrong: a commune of the city Huế, and 1685/NQ-UBTVQH15, which is the resolution on Hồ Chí Minh City.
    Right: a commune of the city Huế, and 1675/NQ-UBTVQH15.
    """
    unit = report.unit
    own = unit.name if unit.tier is Tier.PROVINCE else unit.parent and unit.parent.name
    cited = [
        (f"citations.{position}", citation.document) for position, citation in enumerate(report.citations)
    ]
    if unit.established_by is not None:
        cited.append(("unit.established_by", unit.established_by))
    for path, ref in cited:
        province = _province_in(instruments_of(register, ref.kind, ref.symbol)) if ref.symbol else None
        if province is None or ref.symbol is None or unit.tier is Tier.CENTRE:
            continue
        right = _resolution_on(own, register) if own else None
        if right is None:
            yield Unverifiable("unit.parent")
        elif ref.symbol == right:
            yield PASSED
        else:
            yield Breach(
                path=path,
                args={"symbol": ref.symbol, "province": province, "own": own or "", "right": right},
                expected=right,
                actual=ref.symbol,
                related=("unit.parent",),
            )


_ON_COMMUNES: Final = re.compile(
    "Sắp xếp các đơn vị hành chính cấp xã của (?:tỉnh|[Tt]hành phố) (.+) năm 2025"
)


def _province_in(entries: tuple[Instrument, ...]) -> str | None:
    return next(filter(None, [_province_of(item.title) for item in entries]), None)


@lru_cache(maxsize=4096)
def _province_of(title: str) -> str | None:
    found = _ON_COMMUNES.fullmatch(title)
    return found[1] if found else None


def _resolution_on(province: str, register: tuple[Instrument, ...]) -> str | None:
    named = ((item.symbol, _province_in((item,))) for item in register)
    return next((symbol for symbol, name in named if name and fold(name) == fold(province)), None)


def _documents(report: Report) -> Iterator[tuple[str, DocumentRef]]:
    """Return the documents that a report names, by their paths: the one that is reviewed, those cited."""
    if report.reviewed is not None:
        yield "reviewed", report.reviewed
    for position, citation in enumerate(report.citations):
        yield f"citations.{position}", citation.document


def _in(path: str, field: str) -> str:
    """Return the path of a part of a document."""
    return f"{path}.document.{field}" if path.startswith("citations.") else f"{path}.{field}"


_HEAD, _SIGNING = (
    (attrs.evolve(FORMAT[0], annex="", article=article, clause=clause), PRACTICE)
    for article, clause in (("8", "2"), ("13", ""))
)
_BODIES: Final = tuple(
    re.compile(names.replace("ủy", "(?:ủy|uỷ)"), re.IGNORECASE)
    for names in (
        "mặt trận|mttq",
        "ủy ban nhân dân|ubnd",
        "hội đồng nhân dân|hđnd",
        "(?:đảng|huyện|tỉnh|thành|quận|thị|cấp) ủy|đảng bộ",
    )
)


@rule(
    "DOC008",
    Severity.WARNING,
    level=0,
    basis=_HEAD,
    judges_sums=False,
    title="Phần đầu báo cáo cần đủ các thành phần thể thức",
    message="Phần đầu báo cáo còn thiếu: {parts}",
    reason="""
        Báo cáo cần cho biết cơ quan ban hành, số, ký hiệu, địa danh, ngày ban hành và nơi nhận.

        Sai: Báo cáo không ghi số, không ghi ngày.
        Đúng: “Số: 05/BC-MTTQ-BTT”, “Trung Sơn, ngày 10 tháng 01 năm 2025”, “Nơi nhận: …”.
    """,
)
def head_of_the_report_is_complete(report: Report) -> Iterator[Judgement]:
    """A report says who issued it, under what number, where and when, and to whom it goes.

    Residential areas and organisations, which hand in a form, are not judged.

    Wrong: a report with neither number nor date.
    Right: "Số: 05/BC-MTTQ-BTT", "Trung Sơn, ngày 10 tháng 01 năm 2025", "Nơi nhận: …".
    """
    if report.unit.tier is Tier.BASE:
        return
    names = ("issuer", "symbol", "place", "date")
    missing = {
        f"header.{name}": label_of(Header, name) for name in names if getattr(report.header, name) is None
    }
    if not report.recipients:
        missing["recipients"] = label_of(Report, "recipients")
    if missing:
        parts = tuple(Phrase(label[0].lower() + label[1:]) for label in missing.values())
        path, *related = missing
        yield Breach(path=path, args={"parts": parts}, related=tuple(related))
    else:
        yield PASSED


@rule(
    "DOC009",
    Severity.INFO,
    level=1,
    basis=_SIGNING,
    title="Cơ quan ký nên là cơ quan được báo cáo",
    message="Báo cáo về {subject} nhưng ký thay mặt {body}; đề nghị xem lại thẩm quyền ký",
    reason="""
        Cơ quan ký thường là cơ quan mà báo cáo nói đến; cơ quan khác vẫn có thể ký, nhưng người đọc sẽ hỏi lý
        do.

        Sai: Báo cáo về Mặt trận, ký thay mặt Ủy ban nhân dân.
        Đúng: Báo cáo về Mặt trận, ký thay mặt Ban Thường trực Ủy ban MTTQ.
    """,
)
def signer_speaks_for_the_body_reported_on(report: Report) -> Iterator[Judgement]:
    """The body that signs is the one that the report is about; another may sign, but a reader will ask.

    Wrong: on the Front, signed for the People's Committee.
    Right: on the Front, signed for the Standing Board of its Committee.
    """
    if report.signature is None or report.subject is None:
        yield Unverifiable("subject" if report.subject is None else "signature")
        return
    body, subject = _bodies_in(report.signature.body), _bodies_in(report.subject)
    if not body or not subject:
        yield Unverifiable("signature.body" if subject else "subject")
    elif body & subject:
        yield PASSED
    else:
        yield Breach(
            path="signature.body",
            args={"subject": report.subject, "body": report.signature.body},
            actual=report.signature.body,
            related=("subject",),
        )


@lru_cache(maxsize=1024)
def _bodies_in(text: str) -> frozenset[int]:
    normal = clean(text)
    return frozenset(index for index, names in enumerate(_BODIES) if names.search(normal))


@rule(
    "DOC011",
    Severity.WARNING,
    level=1,
    basis=_TIME,
    title="Ngày ban hành báo cáo cần không trước thời điểm của số liệu",
    message="Báo cáo ghi ngày {signed}, trước thời điểm của số liệu ({as_of})",
    reason="""
        Báo cáo ban hành khi đã có số liệu, không trước tháng hoặc năm của số liệu. Ngày nào trong tháng hoặc
        năm đó cũng được. Số liệu ước thực hiện có thể là của thời gian chưa đến, nên chỉ là cảnh báo.

        Sai: Số liệu tháng 12/2024, báo cáo ghi ngày 10/01/2024.
        Đúng: Số liệu tháng 12/2024, báo cáo ghi ngày 10/01/2025.
    """,
)
def reports_are_dated_after_their_figures(report: Report) -> Iterator[Judgement]:
    """A report is dated when its figures are known, not before the month or year of which they are.

    A warning, for figures of a time to come may be estimated ("ước thực hiện").  Within that month or year
    any day is in order.

    Wrong: figures of 12/2024 in a report of 10 January 2024.
    Right: figures of 12/2024 in a report of 10 January 2025.
    """
    signed, as_of = report.header.date, report.as_of
    first = as_of.first_day if as_of else None
    if signed is None and as_of is None:
        return
    if signed is None or first is None:
        yield Unverifiable("as_of" if signed else "header.date")
    elif signed >= first:
        yield PASSED
    else:
        yield Breach(
            path="header.date",
            args={"signed": signed, "as_of": as_of or ""},
            actual=signed,
            related=("as_of",),
        )


@rule(
    "DOC012",
    Severity.WARNING,
    level=1,
    basis=_HEAD,
    title="Phần đầu và chữ ký cần ghi đúng đơn vị báo cáo",
    message="Báo cáo về {unit} nhưng ở đây ghi {named}; đề nghị xem lại",
    reason="""
        Cơ quan ban hành, địa danh và chữ ký của báo cáo là của đơn vị báo cáo hoặc của cấp trên, cơ quan chủ
        quản là của cấp trên. Tên một đơn vị khác cùng cấp, của cấp dưới, hay một đơn vị cấp trên khác, thường
        còn sót lại từ báo cáo dùng làm mẫu. Tên đơn vị cũ không bị coi là sai; địa danh của cấp huyện, cấp
        tỉnh không được đối chiếu.

        Sai: Báo cáo về xã Trung Sơn, ký “TM. Ủy ban MTTQ Việt Nam xã Hồng Kim”.
        Đúng: Báo cáo về xã Trung Sơn, ký “TM. Ủy ban MTTQ Việt Nam xã Trung Sơn”.
    """,
)
def head_and_signature_name_the_unit(report: Report) -> Iterator[Judgement]:
    """Who issues and signs a report on a unit, and where, is of that unit or of one above it.

    Another unit of the same level there, one of a level below, or another unit above is mostly left from a
    report that served as a model.
    Former units are in order, and so is the place of a district or province, which lies in one of its
    communes.

    Wrong: a report on xã Trung Sơn, "TM. Ủy ban MTTQ Việt Nam xã Hồng Kim".
    Right: a report on xã Trung Sơn, "TM. Ủy ban MTTQ Việt Nam xã Trung Sơn".
    """
    head, signature, unit = report.header, report.signature, report.unit
    own = [_folded(name) for name in (unit.name, *(former.name for former in unit.predecessors))]
    told = (
        ("subject", report.subject),
        ("header.issuer", head.issuer),
        ("signature.body", signature.body if signature else None),
    )
    for path, text in told:
        if not text:
            continue
        is_own = any(name in _folded(text) for name in own)
        wrong = [each for each in _others_in(text, unit, path) if not (is_own and each[1] is unit)]
        if wrong:
            (other, meant, (start, end)), *_ = wrong
            breach = _of_another_unit(report, path, other, text, text[:start] + meant.full_name + text[end:])
            yield breach if meant is unit else attrs.evolve(breach, related=("unit.parent",))
        elif is_own:
            yield PASSED
    yield from _judge_superior(report)
    if head.place and unit.tier is Tier.COMMUNE:
        own += [_folded(unit.parent.name)] if unit.parent else []
        here = any(name in _folded(head.place) for name in own)
        named = "header.place", head.place, head.place, unit.name
        yield PASSED if here else _of_another_unit(report, *named)


def _judge_superior(report: Report) -> Iterator[Judgement]:
    """Hold the body above the issuer to the unit above: where it names one of the same level, it is that."""
    text, parent = report.header.superior, report.unit.parent
    if not text or parent is None or not isinstance(parent.kind, UnitKind):
        return
    tier = parent.kind.tier
    named = [
        each for each in _units_in(text) if isinstance(each[0].kind, UnitKind) and each[0].kind.tier is tier
    ]
    if any(_is_called_alike(parent, each) for each, _ in named):
        yield PASSED
    elif named:
        (other, (start, end)), *_ = named
        right = text[:start] + parent.full_name + text[end:]
        breach = _of_another_unit(report, "header.superior", str(other), text, right)
        yield attrs.evolve(breach, related=("unit.parent",))


def _of_another_unit(report: Report, path: str, named: str, old: str, new: str) -> Breach:
    return Breach(
        path=path,
        args={"unit": report.unit.full_name, "named": named},
        actual=named,
        related=("unit.name",),
        suggestions=(Suggestion(path=path, old=old, new=new),),
    )


def _others_in(text: str, unit: Unit, path: str) -> Iterator[tuple[str, Unit | UnitRef, tuple[int, int]]]:
    """Return units that cannot stand in a text of a report, each with the one that is meant, and its place.

    The subject may be a unit below.
    """
    parent = unit.parent if path != "subject" else None
    for named, span in _single_units_in(text):
        if not isinstance(named.kind, UnitKind):
            continue
        tier = named.kind.tier
        if tier == unit.tier or (path != "subject" and tier > unit.tier):
            yield str(named), unit, span
        elif (
            parent
            and isinstance(parent.kind, UnitKind)
            and tier is parent.kind.tier
            and not _is_called_alike(parent, named)
        ):
            yield str(named), parent, span


def _is_called_alike(one: UnitRef, other: UnitName) -> bool:
    """Return whether two names may be of one unit at two times: "Huế" was "Thừa Thiên Huế"."""
    first, second = _folded(one.name), _folded(other.name)
    return first in second or second in first


@lru_cache(maxsize=1024)
def _units_in(text: str) -> tuple[tuple[UnitName, tuple[int, int]], ...]:
    return tuple(find_units(text))


@lru_cache(maxsize=1024)
def _single_units_in(text: str) -> tuple[tuple[UnitName, tuple[int, int]], ...]:
    """Return the units that a text names, and those named as lying above them, each with its own place."""
    found, letters = [], text.casefold()
    for named, (start, end) in _units_in(text):
        for each in (attrs.evolve(named, parents=()), *named.parents):
            at = letters.find(str(each).casefold(), start, end)
            found.append((each, (start, end) if at < 0 else (at, at + len(str(each)))))
    return tuple(found)


_folded: Final = lru_cache(maxsize=1024)(fold)


@rule(
    "DOC014",
    Severity.WARNING,
    level=0,
    basis=_HEAD,
    title="Ký hiệu của báo cáo cần ghi đúng tên loại văn bản",
    message="Ký hiệu ghi {symbol}; ký hiệu của báo cáo có chữ BC",
    reason="""
        Ký hiệu gồm chữ viết tắt tên loại văn bản và cơ quan ban hành. Ký hiệu của kế hoạch, tờ trình trên một
        báo cáo thường còn sót lại từ văn bản dùng làm mẫu.

        Sai: Báo cáo ghi số 12/KH-MTTQ-BTT.
        Đúng: Báo cáo ghi số 12/BC-MTTQ-BTT.
    """,
)
def symbol_of_the_report_is_that_of_its_kind(report: Report) -> Iterator[Judgement]:
    """The symbol of a report has the letters BC; those of a plan are KH.

    Letters of another kind are mostly left from a document that served as a model.  A report is what calls
    itself one with the first words of its title.

    Wrong: a report with the number 12/KH-MTTQ-BTT.
    Right: a report with the number 12/BC-MTTQ-BTT.
    """
    symbol = report.header.symbol
    kind = _kind_in(symbol) if symbol and _folded(report.title).startswith("báo cáo ") else None
    if kind is DocumentKind.REPORT:
        yield PASSED
    elif symbol and kind:
        yield Breach(path="header.symbol", args={"symbol": symbol}, actual=symbol, related=("title",))


@lru_cache(maxsize=1024)
def _kind_in(symbol: str) -> DocumentKind | None:
    return next((ref.kind for ref, _ in find_documents(symbol)), None)


@rule(
    "DOC015",
    Severity.WARNING,
    level=1,
    basis=_SYMBOLS,
    title="Năm, cơ quan ban hành văn bản cần khớp với ký hiệu",
    message="Ký hiệu {symbol} là của {meant}; ở đây ghi {told}",
    reason="""
        Ký hiệu văn bản quy phạm pháp luật cho biết năm ban hành, cơ quan ban hành, với văn bản của Quốc hội
        và Ủy ban Thường vụ Quốc hội còn cho biết khóa Quốc hội. Chữ “Bộ trưởng”, “Ban Thường vụ” trước tên cơ
        quan không bị coi là cơ quan khác. Ký hiệu “/TW” không cho biết cơ quan nào, nên chỉ đối chiếu Bộ
        Chính trị với Ban Bí thư, theo danh mục văn bản, khi đúng ngày ban hành.

        Sai: 30/2020/NĐ-CP ngày 05/3/2021; 10/2020/QH15; 30/2020/NĐ-CP của Quốc hội.
        Đúng: 30/2020/NĐ-CP ngày 05/3/2020; 10/2022/QH15; 30/2020/NĐ-CP của Chính phủ.
    """,
)
def symbols_fit_what_stands_beside_them(
    report: Report,
    *,
    register: tuple[Instrument, ...] = INSTRUMENTS,
    confidence: tuple[Confidence, ...] = _KNOWN,
) -> Iterator[Judgement]:
    """The symbol of a document tells its year, who issued it, and the term of the National Assembly.

    A minister is the ministry, and the head of a body is the body.  A symbol of the centre of the Party names
    no body: the register tells Politburo from Secretariat, if it knows a document of that day.

    Wrong: 30/2020/NĐ-CP ngày 05/3/2021; 10/2020/QH15; 30/2020/NĐ-CP của Quốc hội.
    Right: 30/2020/NĐ-CP ngày 05/3/2020; 10/2022/QH15; 30/2020/NĐ-CP của Chính phủ.
    """
    for path, ref in _documents(report):
        symbol = ref.symbol
        if symbol is None:
            continue
        told = _told_by(symbol, ref.date, ref.issuer)
        if ref.issuer in _OF_THE_PARTY and ref.date:
            listed = instruments_of(register, ref.kind, symbol)
            bodies = {
                item.issuer for item in listed if item.date == ref.date and item.confidence in confidence
            }
            if bodies and bodies <= _OF_THE_PARTY:
                told = (*told, _Told("issuer", min(bodies), ref.issuer, agrees=ref.issuer in bodies))
        for part, meant, beside, agrees in told:
            if agrees:
                yield PASSED
            else:
                yield Breach(
                    path=_in(path, part),
                    args={"symbol": symbol, "meant": meant, "told": beside},
                    actual=beside,
                    related=(path,),
                )


_OF_THE_PARTY: Final = frozenset(("Bộ Chính trị", "Ban Bí thư"))


class _Told(NamedTuple):
    """What a symbol tells, and what a citation tells beside it.

    Args:
        part: where in the document that stands.
        meant: what the symbol tells.
        beside: what the citation tells.
        agrees: whether both may be true.
    """

    part: str
    meant: Figure
    beside: Figure
    agrees: bool


@lru_cache(maxsize=4096)  # the same documents are cited in many reports
def _told_by(symbol: str, day: dt.date | None, issuer: str | None) -> tuple[_Told, ...]:
    found, year, assembly = [], _HOLDS_YEAR.search(symbol), _OF_AN_ASSEMBLY.search(symbol)
    if year and day:
        found.append(_Told("date", PartialDate(year=int(year[1])), day, int(year[1]) == day.year))
    if assembly and (term := ASSEMBLIES.get(int(assembly[1]))) and (year or day):
        issued = int(year[1]) if year else day.year if day else 0
        of_term = Phrase("khóa {} ({} - {})", *map(str, (int(assembly[1]), *term)))
        agrees, part = term[0] <= issued <= term[1], "symbol" if year else "date"
        found.append(_Told(part, of_term, PartialDate(year=issued), agrees))
    named = _issuer_of(symbol)
    if issuer and named and named not in _LOCAL and ", " not in named:
        one, other = fold(named), fold(issuer)
        found.append(_Told("issuer", named, issuer, one in other or other in one))
    return tuple(found)


_OF_AN_ASSEMBLY: Final = re.compile("QH([0-9]+)")
