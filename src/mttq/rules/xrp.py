"""XRP: reports compared with each other: versions, sources, names, and copies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from mttq.model import Statement, Unit, UnitRef
from mttq.report import Report
from mttq.rules._kit.additive import PEOPLE, Item
from mttq.rules._kit.amounts import Fit, as_sum, fit
from mttq.rules._kit.bases import CATALOGUE, PRACTICE
from mttq.rules._kit.claims import claim_statements
from mttq.rules._kit.copies import Figures, Repeated, candidates
from mttq.rules._kit.digests import Digest, Ends
from mttq.rules._kit.joins import ByUnit, is_child_of, is_one_code, key_of
from mttq.rules._kit.judgements import PASSED, Breach, Figure, Judgement, Suggestion, Unverifiable
from mttq.rules._kit.passages import LEAST, words_of
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.statements import alike, judge_statements, overlap
from mttq.rules._kit.subjects import Batch, Scope
from mttq.values import Pair, Quantity, Share, Triple
from mttq.vi import fold
from mttq.vi._letters import bare
from mttq.wording import Phrase

__all__ = [
    "a_code_is_of_one_unit",
    "a_unit_keeps_its_name",
    "a_unit_reports_once",
    "changes_are_told",
    "quoted_figures_agree",
    "reports_are_no_copies",
    "sources_agree",
    "texts_are_about_their_unit",
]


@rule(
    "XRP001",
    Severity.INFO,
    level=2,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Số liệu thay đổi so với bản trước nên được nêu rõ",
    message="Bản trước ghi {old}; bản này ghi {new}; đề nghị xác nhận số đã sửa",
    reason="""
        Bản thứ hai của báo cáo cho cùng thời gian nên nêu rõ đã sửa số liệu nào; quy tắc này liệt kê các số
        đó. Mọi số ở phụ lục và phần dân số khác với bản trước đều được nêu, kể cả ô trước đây để trống; đây
        là lưu ý vì sửa số liệu không phải là lỗi.

        Sai: Bản này ghi 488 hộ nghèo, bản trước ghi 480, không nêu gì thêm.
        Đúng: Bản này ghi 488 hộ nghèo, có nêu 480 ở bản trước là số ghi nhầm.
    """,
)
def changes_are_told(batch: Batch) -> Iterator[Judgement]:
    """A second version of a report over the same time says which figures it corrects; here they are.

    Each figure of the appendices or the population that differs is listed, also one that was blank.  A
    notice, since a correction is no fault.

    Wrong: 488 poor households, where the former version had 480, without a word.
    Right: the same, with a word that 480 was a slip.
    """
    former = ByUnit(map(key_of, batch.earlier))
    for place, item in enumerate(batch.digests):
        for other in former[key_of(item)]:
            earlier = batch.earlier[other]
            if _issuer(earlier) == _issuer(item) and earlier.time() == item.time():
                yield from _changes(place, earlier.figures(), item.figures())


def _issuer(given: Digest) -> str:
    return fold(given.issuer or "")


def _changes(
    place: int, old: dict[Item, tuple[int, ...]], new: dict[Item, tuple[int, ...]]
) -> Iterator[Judgement]:
    changed = [item for item in {**new, **old} if old.get(item) != new.get(item)]
    if not changed:
        yield PASSED
    for item in changed:
        before, now = _figure(old.get(item, ())), _figure(new.get(item, ()))
        yield Breach(
            path=item.path, report=place, args={"old": before, "new": now}, expected=before, actual=now
        )


def _figure(numbers: tuple[int, ...]) -> int | Pair | Triple | str:
    match numbers:
        case (one,):
            return one
        case (first, second):
            return Pair(first, second)
        case (first, second, third):
            return Triple(first, second, third)
    return Phrase("ô trống")


@rule(
    "XRP002",
    Severity.WARNING,
    level=3,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Hai nguồn của cùng một số liệu cần khớp nhau",
    message="{issuer} ghi {other}; báo cáo này ghi {figure}",
    reason="""
        Báo cáo của hai cơ quan (Mặt trận, Ủy ban nhân dân, cơ quan thống kê) về cùng một đơn vị cần khớp
        nhau. Mỗi số liệu phụ lục, dân số, kinh tế được so với cơ quan khác đầu tiên có số đó cho cùng thời
        gian; số làm tròn, số ước lượng khớp khi khoảng giá trị gặp nhau, “hơn 2,7” được hiểu là dưới 2,8.

        Sai: Báo cáo của Mặt trận ghi 488 hộ nghèo, của Ủy ban nhân dân ghi 513.
        Đúng: Cả hai báo cáo ghi 488.
    """,
)
def sources_agree(batch: Batch) -> Iterator[Judgement]:
    """Reports of two bodies on one unit agree: of the Front, the People's Committee, the statistics office.

    Each figure of the appendices, the population and the economy is compared with that of the first other
    body that has it over the same time; rounded and hedged ones agree where their bounds meet, those cut
    after their last digit ("hơn 2,7" is below 2,8).

    Wrong: 488 poor households in the report of the Front, 513 in that of the People's Committee.
    Right: 488 in both.
    """
    units = ByUnit(map(key_of, batch.digests))
    several = [place for place, item in enumerate(batch.digests) if _bodies(batch, units[key_of(item)]) > 1]
    told = {place: _measures(batch.digests[place]) for place in several}
    for place in several:
        before = [other for other in units[key_of(batch.digests[place])] if other < place]
        others = [other for other in before if _bodies(batch, (other, place)) > 1]
        for key, figure in told[place].items():
            other = next((other for other in others if key in told[other]), None)
            if other is None:
                continue
            twin = told[other][key]
            if _is_unclear(figure, twin):
                yield Unverifiable(key[0])
            elif _meet(figure, twin):
                yield PASSED
            else:
                body = batch.digests[other].issuer or batch.digests[other].title
                args = {"issuer": body, "other": twin, "figure": figure}
                yield Breach(path=key[0], report=place, args=args, actual=figure)


def _bodies(batch: Batch, places: Iterable[int]) -> int:
    return len({_issuer(batch.digests[place]) for place in places})


def _measures(given: Digest) -> dict[tuple[str, Ends], Figure]:
    """Return the figures of a report, by where each stands and over what time it runs."""
    found: dict[tuple[str, Ends], Figure] = {
        (item.path, given.time(item.subject)): _figure(numbers) for item, numbers in given.figures().items()
    }
    return found | {(path, given.time(path.partition(".")[0])): value for path, value in given.rates}


def _is_unclear(one: Figure, other: Figure) -> bool:
    """Return whether two figures are measured in different units, or one says nothing about one side."""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    return not alike(one.unit, other.unit) or fit(as_sum(one), as_sum(other)) is Fit.OPEN


def _meet(one: Figure, other: Figure) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return fit(as_sum(one), as_sum(other)) in (Fit.SAME, Fit.CUT)
    return overlap(one, other) if isinstance(one, Share) and isinstance(other, Share) else one == other


@claim_statements
def _quoted(statement: Statement) -> bool:
    return statement.according_to is not None


@rule(
    "XRP005",
    Severity.WARNING,
    level=3,
    title="Số liệu dẫn của cơ quan khác cần khớp với báo cáo",
    message="Theo {source} là {text}; báo cáo này ghi {appendix}",
    reason="""
        Số liệu mà báo cáo dẫn từ cơ quan khác cần bằng số liệu của chính báo cáo.

        Sai: Báo cáo ghi 488 hộ nghèo và ghi “theo Phòng Lao động - Thương binh và Xã hội: 513 hộ”.
        Đúng: Cả hai nơi ghi 488.
    """,
)
def quoted_figures_agree(report: Report) -> Iterator[Judgement]:
    """A figure that the report quotes from another body (`Statement.according_to`) is that of the report.

    Wrong: 488 poor households, and "theo Phòng Lao động - Thương binh và Xã hội: 513 hộ".
    Right: 488 in both.
    """
    for judgement in judge_statements(report, _quoted):
        if isinstance(judgement, Breach):
            number = int(judgement.related[0].split(".")[1])
            args = {**judgement.args, "source": report.statements[number].according_to or ""}
            yield attrs.evolve(judgement, args=args)
        else:
            yield judgement


@rule(
    "XRP006",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Mỗi đơn vị cần nộp một báo cáo cho một kỳ",
    message="Có báo cáo khác cùng tên, cùng kỳ của đơn vị này; {differ} trong {figures} số liệu khác nhau",
    reason="""
        Hai báo cáo cùng tên, cùng cơ quan, cùng kỳ của một đơn vị làm số liệu bị cộng hai lần, hoặc không rõ
        số nào đúng. Bản sửa thì so với bản trước bằng XRP001.

        Sai: Hai báo cáo năm 2024 của xã Trung Sơn trong cùng một đợt tổng hợp.
        Đúng: Một báo cáo năm 2024 của xã Trung Sơn.
    """,
)
def a_unit_reports_once(batch: Batch) -> Iterator[Judgement]:
    """Two reports of one title by one body on one unit over one time are counted twice, or one is wrong.

    A corrected version is compared with the former one by XRP001, where that is given as `previous`.

    Wrong: two reports for 2024 of the commune Trung Sơn among those that are added up.
    Right: one of them.
    """
    seen: dict[object, int] = {}
    for place, item in enumerate(batch.digests):
        key = key_of(item), _issuer(item), fold(item.title), item.time()
        if key not in seen:
            seen[key] = place
            yield PASSED
            continue
        old, new = _all_figures(batch.digests[seen[key]]), _all_figures(item)
        differ = sum(old.get(path) != new.get(path) for path in {**old, **new})
        yield Breach(path="title", report=place, args={"differ": differ, "figures": len({**old, **new})})


@rule(
    "XRP007",
    Severity.WARNING,
    level=3,
    basis=CATALOGUE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Mỗi đơn vị cần ghi mã đơn vị hành chính của riêng mình",
    message="Mã {code} cũng được ghi cho {other} trong cùng thời gian",
    reason="""
        Trong một thời gian, mỗi mã đơn vị hành chính là của một đơn vị. Hai đơn vị khác tên ghi cùng mã thì
        một bên ghi nhầm, số liệu dễ bị cộng vào nhau. Mã được dùng lại cho đơn vị khác ở thời gian khác thì
        không bị nêu.

        Sai: Báo cáo năm 2024 của xã Hồng Trung và của xã Bắc Sơn cùng ghi mã 20056.
        Đúng: Mỗi xã ghi mã của mình.
    """,
)
def a_code_is_of_one_unit(batch: Batch) -> Iterator[Judgement]:
    """Two units of other names cannot have one code at one time; a code that is used again later is fine.

    Wrong: the reports for 2024 of the communes Hồng Trung and Bắc Sơn both give the code 20056.
    Right: each gives its own.
    """
    seen: dict[object, int] = {}
    for place, item in enumerate(batch.digests):
        if item.unit.code is None:
            continue
        first = seen.setdefault((item.unit.code, item.unit.tier, item.time()), place)
        other = batch.digests[first]
        if item.name == other.name:
            yield PASSED
        else:
            args = {"code": item.unit.code, "other": other.unit.full_name}
            yield Breach(path="unit.code", report=place, args=args, actual=item.unit.code)


@rule(
    "XRP008",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Tên đơn vị cần viết như trong báo cáo trước",
    message="Báo cáo ghi {name}; báo cáo trước ghi {other}; đề nghị kiểm tra tên đơn vị",
    reason="""
        Tên viết khác đi thì số liệu không còn nối với kỳ trước và không cộng vào cấp trên. Nêu khi báo cáo
        không có báo cáo trước, còn báo cáo trước của một đơn vị cùng loại, cùng cấp trên, có số hộ hoặc số
        nhân khẩu gần bằng, không có báo cáo sau, mà hai tên chỉ khác nhau ở dấu hoặc ở một chữ cái. Tên có số
        (“Phường 1”) không đối chiếu.

        Sai: Năm trước “xã Diên Lâm”, năm nay “xã Diên Lầm”.
        Đúng: Cả hai năm “xã Diên Lâm”.
    """,
)
def a_unit_keeps_its_name(batch: Batch) -> Iterator[Judgement]:
    """A name that is spelled in another way does not lead to the earlier report, nor to the parent's sum.

    It fires where a report has no earlier one, a unit of the same kind and parent with about as many
    households or people has no later one, and both names differ in their marks or by one letter.  A number
    in a name tells units apart.

    Wrong: "xã Diên Lâm" last year, "xã Diên Lầm" this year.
    Right: "xã Diên Lâm" in both.
    """
    earlier, now = (ByUnit(map(key_of, given)) for given in (batch.earlier, batch.digests))
    gone = defaultdict[object, dict[str, Digest]](dict)
    for item in batch.earlier:
        if not now[key_of(item)]:
            gone[_above(item.unit)][item.name] = item
    for place, item in enumerate(batch.digests if batch.earlier else ()):
        if earlier[key_of(item)]:
            yield PASSED
            continue
        if item.unit.predecessors:
            continue
        for other in gone.get(_above(item.unit), {}).values():
            if (
                is_one_code(other.unit.code, item.unit.code)
                and _is_misspelt(item.name, other.name)
                and _is_as_large(item, other)
            ):
                yield Breach(
                    path="unit.name",
                    report=place,
                    args={"name": item.unit.full_name, "other": other.unit.full_name},
                    actual=item.unit.name,
                    suggestions=(Suggestion(path="unit.name", old=item.unit.name, new=other.unit.name),),
                )
                break


def _above(unit: Unit) -> object:
    return unit.kind, unit.parent and fold(unit.parent.full_name)


def _is_misspelt(name: str, other: str) -> bool:
    """Return whether two names differ in their marks, or by one letter that is another, lacks or is added."""
    if any(letter.isdigit() for letter in name + other):
        return False
    one, two = sorted((bare(name), bare(other)), key=len)
    if one == two:
        return True
    start = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    return two[start + 1 :] in (one[start:], one[start + 1 :])


def _is_as_large(one: Digest, other: Digest) -> bool:
    """Return whether two units have about as many households, or people."""
    for path in PEOPLE:
        first, second = one.figure_at(path), other.figure_at(path)
        if isinstance(first, int) and isinstance(second, int) and first and second:
            return 10 * abs(first - second) <= max(first, second)
    return False


def _all_figures(given: Digest) -> dict[str, object]:
    found: dict[str, object] = {item.path: numbers for item, numbers in given.figures().items()}
    return found | {figure.path: figure.number for figure in given.records().values()}


@rule(
    "XRP004",
    Severity.WARNING,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Phần lời cần nói đúng về đơn vị mình",
    message="Phần lời có tên {units}; đề nghị kiểm tra có sao chép nhầm",
    reason="""
        Phần lời nêu tên đơn vị mình, đơn vị cấp trên, cấp dưới và đơn vị cũ; tên đơn vị khác có thể còn lại
        từ báo cáo khác, đề nghị kiểm tra. Chỉ tính tên có kèm loại đơn vị (“xã Hồng Trung”) của các đơn vị
        cùng đợt đối chiếu hoặc trong danh mục.

        Sai: Phần lời báo cáo của xã Quảng Nhâm ghi “nhân dân xã Hồng Trung”.
        Đúng: Phần lời ghi “nhân dân xã Quảng Nhâm”.
    """,
)
def texts_are_about_their_unit(batch: Batch) -> Iterator[Judgement]:
    """The text of a report names its own unit, those above, below and before it; another comes from a copy.

    Only names with their kind ("xã Hồng Trung") count, of units in the batch or in the catalogue.

    Wrong: "nhân dân xã Hồng Trung" in the text of the commune Quảng Nhâm.
    Right: "nhân dân xã Quảng Nhâm".
    """
    known = _Known((*batch.units, *(item.unit for item in batch.digests)))
    for place, item in enumerate(batch.digests):
        if item.names is None:
            continue
        names = dict.fromkeys(name for text in item.names for name in known.names_in(text))
        foreign = tuple(filter(None, (known.foreign(name, item.unit) for name in names)))
        if foreign:
            yield Breach(path="narrative", report=place, args={"units": foreign})
        else:
            yield PASSED


class _Known:
    """The units that are known, by their names; those of one name are all meant."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._named = defaultdict[str, list[Unit]](list)
        for unit in dict.fromkeys(units):
            self._named[words_of(unit.full_name)].append(unit)
        self._firsts = {name.partition(" ")[0] for name in self._named}
        self._longest = max((len(name.split()) for name in self._named), default=0)
        self._above: dict[UnitRef | None, frozenset[str]] = {None: frozenset()}

    def names_in(self, text: str) -> Iterator[str]:
        """Find the names of units in words, of two that begin with one word the longer."""
        words = text.split()
        behind = 0  # "xã Hương Trà" is no unit inside "thị xã Hương Trà"
        for start, word in enumerate(words):
            if word in self._firsts and start >= behind:
                spans = (" ".join(words[start : start + size]) for size in range(self._longest, 0, -1))
                name = next((span for span in spans if span in self._named), None)
                if name is not None:
                    behind = start + len(name.split())
                    yield name

    def foreign(self, name: str, own: Unit) -> str | None:
        """Return the name of a unit as it is written; None if one of that name is kin to a unit."""
        names = {words_of(ref.full_name) for ref in own.predecessors} | self._names_above(own.parent)
        if name in names or name == words_of(own.full_name):
            return None
        own_name = words_of(own.full_name)
        below = any(
            is_child_of(unit.parent, own) or own_name in self._names_above(unit.parent)
            for unit in self._named[name]
        )
        return None if below else min(unit.full_name for unit in self._named[name])

    def _names_above(self, ref: UnitRef | None) -> frozenset[str]:
        """Return the names of a unit and of those above it, as far as they are known."""
        if ref is not None and ref not in self._above:
            name = words_of(ref.full_name)
            self._above[ref] = frozenset((name,))  # ends a wrong circle
            above = [unit.parent for unit in self._named.get(name, ()) if is_child_of(ref, unit)]
            self._above[ref] = self._above[ref].union(*map(self._names_above, above))
        return self._above[ref]


_FEWEST: Final = 10


@rule(
    "XRP003",
    Severity.INFO,
    level=3,
    basis=PRACTICE,
    scope=Scope.BATCH,
    reads_digests=True,
    title="Báo cáo của hai đơn vị không nên trùng nhau",
    message=(
        "{equal} trong {figures} số liệu trùng với báo cáo của {other}; đề nghị kiểm tra có sao chép nhầm"
    ),
    reason="""
        Hai đơn vị hiếm khi có số liệu giống nhau hàng loạt, trừ khi báo cáo này lập từ báo cáo kia. So các số
        đủ lớn ở phụ lục, dân số, đoàn viên, hội viên, quỹ, nhà, quà, hoặc các số ở phần lời cùng ba từ hai
        bên; câu chữ không có số, câu nhiều đơn vị dùng chung, số của văn bản, ngày, năm và 100% không tính;
        dưới mười số thì không đối chiếu. Sửa một phần mười số liệu thì một số dòng tổng cũng đổi theo, nên
        bốn phần năm giống nhau đã được nêu.

        Sai: 38 trong tổng số 40 số liệu của xã giống xã bên cạnh.
        Đúng: 5 trong tổng số 40 số liệu giống nhau.

        Cách xử lý: (1) Đặt hai báo cáo cạnh nhau để xem các số liệu giống nhau. (2) Thay số còn sót bằng số
        của đơn vị mình. (3) Nếu số liệu thật sự trùng, nêu lý do. Phát hiện này không có nghĩa là đơn vị sao
        chép.
    """,
)
def reports_are_no_copies(
    batch: Batch, *, share: Fraction = Fraction(4, 5), least: int = LEAST, standard: int = 5
) -> Iterator[Judgement]:
    """Two units rarely have the same figures throughout, unless one report was made from the other.

    Of the figures from `least` upwards at least `share` are equal: those of the appendices, the population,
    members, funds, houses and gifts, or those of the narrative with three words on either side.  Who changes
    a tenth of them changes totals with them, so four in five are enough.  Prose without figures proves
    nothing, since whole provinces follow one outline; neither do words that more than `standard` units share,
    numbers that name a document, a day or a year, and 100%.  Fewer than ten figures are not checked.

    Wrong: 38 of 40 figures of a commune are those of its neighbour.
    Right: 5 of 40.

    What to do: (1) Compare both reports side by side.  (2) Replace the figures left over from the other one.
    (3) If they are really equal, explain.  This finding does not say that anyone copied.
    """
    yield from _judge_figures(batch, share, least)
    yield from _judge_texts(batch, share, least, standard)


def _judge_figures(batch: Batch, share: Fraction, least: int) -> Iterator[Judgement]:
    figures = Figures(batch.digests, least)
    for place, twins in candidates(figures, share, _FEWEST):
        own = figures[place]
        compared = (
            (twin, len(own.items() & other.items()), len(own.keys() | other.keys()))
            for twin, other in ((twin, figures[twin]) for twin in twins)
        )
        yield _copied(batch, place, "appendices", compared, share)


def _judge_texts(batch: Batch, share: Fraction, least: int, standard: int) -> Iterator[Judgement]:
    passages = list[Sequence[int]]()
    for item in batch.digests:
        is_alike = item.least == least
        if item.passages and not is_alike:
            yield Unverifiable("narrative")
        passages.append((item.passages or ()) if is_alike else ())
    firsts: dict[object, int] = {}  # of several reports on one unit, the first
    units = [firsts.setdefault(key_of(item), place) for place, item in enumerate(batch.digests)]
    often = Repeated(passages, sum(map(len, passages)))
    held = defaultdict[int, dict[int, None]](dict)
    for unit, found in zip(units, passages, strict=True):
        for passage in filter(often, found):
            if len(held[passage]) <= standard:
                held[passage][unit] = None

    common = {passage for passage, found in held.items() if len(found) > standard}
    for passage in common:
        del held[passage]
    kept = [len(found) - len(common.intersection(found)) for found in passages]
    for place, found in enumerate(passages):
        if kept[place] >= _FEWEST:
            others = (unit for passage in held.keys() & found for unit in held[passage])
            shared = sorted(Counter(unit for unit in others if unit < units[place]).items())
            compared = ((unit, number, kept[place] + kept[unit] - number) for unit, number in shared)
            yield _copied(batch, place, "narrative", compared, share)


def _copied(
    batch: Batch, place: int, path: str, compared: Iterable[tuple[int, int, int]], share: Fraction
) -> Judgement:
    """Judge the reports that share something: which, how many figures, of how many that either has."""
    own = key_of(batch.digests[place])
    for twin, number, every in compared:
        other = batch.digests[twin]
        if number >= share * every and key_of(other) != own:
            return Breach(
                path=path,
                report=place,
                args={"equal": number, "figures": every, "other": other.unit.address},
            )
    return PASSED
