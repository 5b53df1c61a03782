"""Which line of a table is which row of a form: by words, printed number and order together.

All lines of a document are laid along all rows of the forms, in order, with gaps wherever that makes the
whole likelier.  A line is believed only where its row leads the next-best reading of the whole: what is
nearly as likely otherwise stays unread.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from mttq.forms import Form, Kind, Row
from mttq.reading._words import plain_words

__all__ = ["Match", "Said", "Target", "Targets", "align", "likest"]

_LEAST: Final = 0.55  # below it two texts are not alike at all
_BAR: Final = 0.75  # of equal letters that a line needs to be believed
_SHORT_BAR: Final = 0.84  # and a short one: "Cấp thôn" is not "Cấp tỉnh"
_SHORT: Final = 16  # letters
_NEAREST: Final = 0.05  # by how much the words of a line may be more like another row
_CLEARER: Final = 0.02  # by how many of the letters no other row may come as near to a line
_APART: Final = 2  # sure lines that must part a line from another row of its words
_MISSPELT: Final = 0.55  # of the letters that are equal in words that differ
_TINY: Final = 3  # letters
_PLAIN: Final = 0.8  # likeness of a line that is surely one of the form
_MOST_ADDED: Final = 0.25  # of a line
_MOST_LEFT_OUT: Final = 0.35  # of a label
_TELLING: Final = frozenset(
    (
        "khong",
        "chua",
        "tren",
        "duoi",
        "vuot",
        "ngoai",
        "cap",
        "tinh",
        "huyen",
        "xa",
        "thon",
        "nu",
        "moi",
        "cu",
    )
) | {"rieng", "tong", "them", "con", "tang", "giam"}
_LEAD: Final = 0.1
_BASE: Final = 0.4
_NUMBER: Final = 0.1
_HEADING: Final = 0.3
_NO_WORDS: Final = "\0"  # of a register without a heading
_ALONE: Final = 0.9  # likeness of a line that is out of order
_ALONE_LEAD: Final = 0.25


class Target(NamedTuple):
    """A row of a form, prepared to be compared."""

    form: Form
    row: Row
    words: str
    number: str


class Said(NamedTuple):
    """A line of a document: its words, its number, whether it has figures."""

    words: str
    number: str
    has_figure: bool


class Match(NamedTuple):
    """The row that a line was matched to, with how alike they are and how far it leads."""

    target: int
    likeness: float
    lead: float


class Targets(list[Target]):
    """The rows of forms, one form after the other; what was asked of them is remembered.

    Args:
        forms: the forms.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        super().__init__(
            Target(form, row, plain_words(row.label) or _NO_WORDS, row.printed)
            for form in forms
            for row in form.rows
        )
        self.known: dict[str, list[tuple[float, int]]] = {}
        self.places: dict[str, list[int]] = {}
        for place, target in enumerate(self):
            self.places.setdefault(target.words, []).append(place)
        self.registers = [(target.form, target.row) for target in self if target.row.kind is Kind.REGISTER]
        self.heads = frozenset(
            plain_words(head)
            for target in self
            for column in target.row.columns
            for head in (
                *column.heads,
                *(str(word.value) for word in column.choice or () if column.is_ticked),
            )
        )
        self.numbered = Counter((target.words, target.number) for target in self if target.number)

    def is_alone(self, place: int, number: str) -> bool:
        """Return whether no other row has the words of a row, or the words and the number of a line."""
        target = self[place]
        same = number == target.number and self.numbered[target.words, number] == 1
        return same or len(self.places[target.words]) == 1


@lru_cache(maxsize=4096)
def _grams(words: str) -> frozenset[str]:
    padded = f" {words} "
    return frozenset(padded[place : place + 3] for place in range(len(padded) - 2))


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, by the groups of three letters that they share: 1 is equal.

    >>> likeness("cap tinh", "cap tinh"), round(likeness("cap thon", "cap tinh"), 2)
    (1.0, 0.5)
    """
    if one == other:
        return 1.0
    left, right = _grams(one), _grams(other)
    if 2 * min(len(left), len(right)) < _LEAST * (len(left) + len(right)):
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def likest(words: str, targets: Targets) -> list[tuple[float, int]]:
    """Return the rows that a text is like, the likeliest first."""
    known = targets.known.get(words)
    if known is None:
        alike = {label: likeness(words, label) for label in targets.places}
        found = [
            (value, at) for label, value in alike.items() if value >= _LEAST for at in targets.places[label]
        ]
        known = targets.known[words] = sorted(found, key=lambda item: (-item[0], item[1]))
    return known


def align(lines: Sequence[Said], targets: Targets) -> list[Match | None]:
    """Return the row of each line, or None where that is not certain."""
    alike = [{place: value for value, place in likest(line.words, targets)} for line in lines]
    gains = [
        {place: _gain(line, targets[place], value) for place, value in likenesses.items()}
        for line, likenesses in zip(lines, alike, strict=True)
    ]
    before = _totals(gains, len(targets))
    after = [
        total[::-1]
        for total in _totals([_mirrored(gain, len(targets)) for gain in gains[::-1]], len(targets))
    ]
    after.reverse()
    found: list[Match | None] = []
    for place, gain in enumerate(gains):
        match = _best(gain, before[place], after[place + 1])
        if match:
            nearest = alike[place][match[0]] >= max(alike[place].values()) - _NEAREST
            if not nearest or not _is_clear(lines[place].words, match[0], alike[place], targets):
                match = None
        found.append(Match(match[0], alike[place][match[0]], match[1]) if match else None)
    if _may_have_moved(lines, alike, targets):
        _drop_uncertain(lines, alike, targets, found)
    _add_moved(lines, targets, alike, found)
    return found


def _is_clear(words: str, place: int, alike: dict[int, float], targets: Targets) -> bool:
    """Return whether a line says what a row says, and is nearer to it, by its letters, than to others."""
    label = targets[place].words
    if words == label:
        return True
    others = {targets[at].words for at in alike} - {label}
    nearest = _ratio(words, label) - _CLEARER
    return say_the_same(words, label) and all(_ratio(words, other) < nearest for other in others)


def _may_have_moved(lines: Sequence[Said], alike: Sequence[dict[int, float]], targets: Targets) -> bool:
    """Return whether lines stand out of order, or so many are misspelt that it is hard to see if they do."""
    nearest = [
        (line.words, max(each, key=lambda at: each[at]), max(each.values()))
        for line, each in zip(lines, alike, strict=True)
        if each
    ]
    misspelt = sum(words != targets[at].words for words, at, _ in nearest)
    order = [at for _, at, like in nearest if like >= _PLAIN and len(targets.places[targets[at].words]) == 1]
    return 3 * misspelt > len(nearest) or any(later < before for before, later in pairwise(order))


def _drop_uncertain(
    lines: Sequence[Said], alike: Sequence[dict[int, float]], targets: Targets, found: list[Match | None]
) -> None:
    """Give up lines whose words a form has several times, where another order would make them another row.

    Such a line stands if each other row of these words is said by a line or is far from it, and if it is
    apart from the next line of these words.  A line that is given up may take others with it.
    """
    words = [targets[max(each, key=lambda at: each[at])].words if each else "" for each in alike]
    matched = [match is not None for match in found]
    sure = {
        place: match.target
        for place, match in enumerate(found)
        if match and targets.is_alone(match.target, lines[place].number)
    }

    def is_near(place: int, row: int, other: int) -> bool:
        """Return whether few sure lines stand where a line of the other row would not have them."""
        low, high = sorted((row, other))
        return sum(low < of < high and (at < place) == (other < row) for at, of in sure.items()) < _APART

    def is_beside_the_same(place: int, own: str) -> bool:
        for way in (range(place + 1, len(found)), range(place - 1, -1, -1)):
            next_line = next((at for at in way if matched[at] or words[at] == own), place)
            if next_line != place and words[next_line] == own:
                return True
        return False

    def is_uncertain(place: int, match: Match, taken: set[int]) -> bool:
        own = targets[match.target].words
        rows = set(targets.places[own])
        if lines[place].has_figure:
            rows = {at for at in rows if targets[at].row.kind is not Kind.HEADING}
        return is_beside_the_same(place, own) or any(is_near(place, match.target, at) for at in rows - taken)

    while True:
        taken = {match.target for match in found if match}
        uncertain = [
            place
            for place, match in enumerate(found)
            if match and place not in sure and is_uncertain(place, match, taken)
        ]
        if not uncertain:
            return
        for place in uncertain:
            found[place] = None


def _gain(line: Said, target: Target, alike: float) -> float:
    gain = alike - _BASE
    if line.number and target.number:
        gain += _NUMBER if line.number == target.number else -_NUMBER
    if line.has_figure and target.row.kind in (Kind.HEADING, Kind.REGISTER):
        gain -= _HEADING
    return gain


def _mirrored(gain: dict[int, float], width: int) -> dict[int, float]:
    return {width - 1 - place: value for place, value in gain.items()}


def _totals(gains: Sequence[dict[int, float]], width: int) -> list[list[float]]:
    """Return, for the first lines and for the first rows, the best total of laying them along each other."""
    row = [0.0] * (width + 1)
    totals = [row]
    for gain in gains:
        last, row = row, row[:]
        for place, value in gain.items():
            total = last[place] + value
            at = place + 1
            while at <= width and row[at] < total:
                row[at] = total
                at += 1
        totals.append(row)
    return totals


def _best(gain: dict[int, float], before: list[float], after: list[float]) -> tuple[int, float] | None:
    """Return the row of a line and its lead, if it leads by enough."""
    if not gain:
        return None
    ranked = sorted(((before[at] + value + after[at + 1], at) for at, value in gain.items()), reverse=True)
    total, place = ranked[0]
    none = max(map(float.__add__, before, after))
    lead = total - max(none, ranked[1][0] if len(ranked) > 1 else none)
    return (place, lead) if lead >= _LEAD else None


@lru_cache(maxsize=4096)
def say_the_same(words: str, label: str) -> bool:
    """Return whether a line says what a label says: misspelt perhaps, or a little longer or shorter.

    >>> say_the_same("duoc huong nren dinh muc", "duoc huong tren dinh muc")
    True
    >>> say_the_same("duoc huong vuot dinh muc", "duoc huong tren dinh muc")
    False
    """
    if words == label:
        return True
    if _ratio(words, label) < (_SHORT_BAR if len(words) < _SHORT else _BAR):
        return False
    said, printed = Counter(words.split()), Counter(label.split())
    added, left_out = [*(said - printed).elements()], [*(printed - said).elements()]
    if not added or not left_out:
        return (
            _TELLING.isdisjoint((*added, *left_out))
            and sum(map(len, added)) <= _MOST_ADDED * len(words)
            and sum(map(len, left_out)) <= _MOST_LEFT_OUT * len(label)
        )
    mine, theirs = "".join(added), "".join(left_out)
    alike = _ratio(mine, theirs)
    return alike >= (_MISSPELT if max(len(mine), len(theirs)) > _TINY else 0.5)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _add_moved(
    lines: Sequence[Said],
    targets: Sequence[Target],
    alike: Sequence[dict[int, float]],
    found: list[Match | None],
) -> None:
    """Match lines that are out of order, where their words leave one row that nothing else claims."""
    taken = {match.target for match in found if match}
    claims: dict[int, list[int]] = {}
    for place, likenesses in enumerate(alike):
        if likenesses:
            claims.setdefault(max(likenesses, key=lambda at: likenesses[at]), []).append(place)
    for target, places in claims.items():
        if len(places) != 1 or target in taken:
            continue
        line, likenesses = lines[places[0]], alike[places[0]]
        best = likenesses[target] if say_the_same(line.words, targets[target].words) else 0.0
        second = max((value for at, value in likenesses.items() if at != target), default=0.0)
        numbered = not line.number or not targets[target].number or line.number == targets[target].number
        alone = best >= _ALONE and best - second >= _ALONE_LEAD and len(line.words) >= _SHORT
        if alone and numbered and found[places[0]] is None:
            found[places[0]] = Match(target, best, best - second)
