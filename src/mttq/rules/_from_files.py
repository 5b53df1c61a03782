"""Rules without programming: relations between figures in a TOML file, and the words of their findings.

Only paths and numbers are read; nothing is evaluated.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any, Final

import attrs

from mttq._declared.relations import Path, Relation, Shape, Term, condition_of, path_of, term_of
from mttq._declared.types import clipped
from mttq._files.opening import content_of
from mttq._files.toml import text_in, tree_in
from mttq.errors import DeclarationError, Fault, LoadError
from mttq.forms import Form, registered_forms
from mttq.forms._rows import PARTS
from mttq.report import Report
from mttq.rules._families import RULES
from mttq.rules._kit.bases import Basis, Confidence
from mttq.rules._kit.cells import absent_cells, filled
from mttq.rules._kit.claims import judge_bounds
from mttq.rules._kit.compiled import Compiled, Declared, compile_declared
from mttq.rules._kit.judgements import PASSED, Breach, Judgement
from mttq.rules._kit.rule import Rule, Severity, rule, see_that_it_is_a_code
from mttq.rules._kit.selection import family_of
from mttq.rules._kit.shares import judge_share, shares_at
from mttq.values import Tier
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["load_rules"]

MOST_RULES: Final = 1_000
MOST_TERMS: Final = 16

_WITH_TOLERANCE: Final = (Shape.TOTAL_OF, Shape.SAME_AS, Shape.AT_MOST, Shape.AT_LEAST)
_WITHOUT_TOLERANCE: Final = (Shape.EACH, Shape.BETWEEN, Shape.NEEDED, Shape.SHARE_OF, Shape.DEADLINE)
_SHAPES: Final = {
    "=": Shape.SAME_AS,
    "≤": Shape.AT_MOST,
    "<=": Shape.AT_MOST,
    "≥": Shape.AT_LEAST,
    ">=": Shape.AT_LEAST,
    **{shape.value: shape for shape in (*_WITH_TOLERANCE, *_WITHOUT_TOLERANCE)},
}
"""The words and signs for a relation."""
_WITH_BOUNDS: Final = (Shape.EACH, Shape.BETWEEN)
_OF_PATHS: Final = (Shape.EACH, Shape.NEEDED, Shape.SHARE_OF, Shape.DEADLINE)
_SEVERITIES: Final = {item.name.lower(): item for item in Severity}
_TIERS: Final = {item.name: item for item in Tier}
_LIKE: Final = {
    Shape.EACH: "APP015",
    Shape.BETWEEN: "APP019",
    Shape.NEEDED: "APP016",
    Shape.SHARE_OF: "UNI008",
    Shape.DEADLINE: "APP018",
}
"""The rules whose message is taken where a file gives none; of all other relations that of APP013."""

_OF_TWO: Final = ("stated", "other")
_NAMES: Final = {
    Shape.EACH: (*_OF_TWO, "mean", "low", "high"),
    Shape.BETWEEN: ("stated", "low", "high"),
    Shape.NEEDED: ("other",),
    Shape.SHARE_OF: ("share", "part", "whole", "exact"),
    Shape.DEADLINE: (*_OF_TWO, "event", "days"),
}
"""What a message may name."""

Entry = Mapping[str, Any]
"""A rule as it stands in the file."""
Found = Iterator[Fault]
"""What is wrong with a rule, at which of its keys."""


def load_rules(path: str | PathLike[str]) -> tuple[Rule, ...]:
    """Read rules from a TOML file: relations between figures, each with a code and its words.

    Args:
        path: a file of tables `[[rule]]`, as docs/rules_in_a_file.md tells.

    Raises:
        LoadError: it is no TOML in UTF-8, or a rule in it is none; `faults` lists all that is wrong, each
            with the number of its line.
        FileError: the file cannot be read, or is a device or a pipe.

    >>> import tempfile
    >>> from mttq.checking import check
    >>> from mttq.testing import make_report
    >>> told = '''
    ... [[rule]]
    ... code = "HUE001"
    ... left = "organisation.working_boards.boards"
    ... relation = "="
    ... right = "/population.villages"
    ... title = "Mỗi thôn có một Ban công tác Mặt trận"
    ... message = "Có {stated} ban, {other} thôn"
    ... '''
    >>> with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
    ...     _ = file.write(told), file.flush()
    ...     rules = load_rules(file.name)
    >>> report = make_report().with_value("organisation.working_boards.boards", 7)
    >>> [finding.message for finding in check(report, rules=rules)]
    ['Có 7 ban, 6 thôn']
    """
    source = fspath(path)
    text = text_in(content_of(path), source)
    entries, lines = _parsed(text, source), _lines(text)
    file = PurePath(source).name
    basis = Phrase("Quy tắc trong tệp {}", file)
    faults: list[Fault] = []
    made: list[Rule] = []
    codes: set[str] = set()
    for number, entry in enumerate(entries):
        found = list(_wrong(entry, codes)) if isinstance(entry, dict) else [Fault("", _NO_RULE, entry)]
        if not found:
            made.append(_rule_of({"basis": basis, **entry, "file": file}))
        at = lines[number] if len(lines) == len(entries) else {}
        faults += [Fault(_place(at, fault.path, number), fault.message, fault.value) for fault in found]
    if faults:
        raise LoadError(tuple(faults), source)
    return tuple(made)


_NO_RULE: Final = Phrase("mỗi quy tắc là một bảng [[rule]]")


def _place(at: Mapping[str, int], key: str, number: int) -> Phrase:
    """Say where in the file a fault is: at a key, or else at the head of its rule."""
    line = at.get(key, at.get(""))
    where = Phrase("quy tắc thứ {}", number + 1) if line is None else Phrase("dòng {}", line)
    return Phrase("{}, {}", where, key) if key else where


def _parsed(text: str, source: str) -> list[Any]:
    """Return the rules of a file.

    Raises:
        LoadError: it is no TOML, holds something else, or too many rules.
    """
    tree = tree_in(text, source)
    entries = tree.pop("rule", [])
    faults = [Fault(key, Phrase("không có khóa “{}”{}", key, meant(key, ["rule"])), None) for key in tree]
    if not isinstance(entries, list):
        faults.append(Fault("rule", _NO_RULE, None))
    elif len(entries) > MOST_RULES:
        told = Phrase("nhiều nhất {} quy tắc trong một tệp, không phải {}", MOST_RULES, len(entries))
        faults.append(Fault("rule", told, len(entries)))
    if faults:
        raise LoadError(tuple(faults), source)
    listed: list[Any] = entries
    return listed


def _lines(text: str) -> list[dict[str, int]]:
    """Return of each rule the number of its line, under "", and those of its keys."""
    found: list[dict[str, int]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if re.match(r"\s*\[\[\s*rule\s*\]\]", line):
            found.append({"": number})
        elif found and (key := re.match(r"\s*([A-Za-z_]+)\s*=", line)):
            found[-1].setdefault(key[1], number)
    return found


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and Decimal(value).is_finite()


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(item in _TIERS for item in value)


_TEXT: Final = Phrase("một chuỗi có chữ")
_NUMBER: Final = Phrase("một số")
_KEYS: Final[Mapping[str, tuple[Callable[[Any], bool], Phrase]]] = {
    "code": (_is_text, _TEXT),
    "left": (_is_text, Phrase("một đường dẫn")),
    "relation": (lambda value: value in _SHAPES, Phrase("một trong: {}", ", ".join(_SHAPES))),
    "right": (lambda value: bool(_listed(value)), Phrase("đường dẫn, số, hoặc danh sách của chúng")),
    "low": (_is_number, _NUMBER),
    "high": (_is_number, _NUMBER),
    "tolerance": (lambda value: _is_number(value) and value >= 0, Phrase("một số không âm")),
    "severity": (
        lambda value: value in _SEVERITIES,
        Phrase("một trong: {}", ", ".join(_SEVERITIES)),
    ),
    "title": (_is_text, _TEXT),
    "message": (_is_text, _TEXT),
    "title_en": (_is_text, _TEXT),
    "message_en": (_is_text, _TEXT),
    "reason": (_is_text, _TEXT),
    "basis": (_is_text, _TEXT),
    "where": (_is_text, Phrase("một điều kiện, như {}", "category=CADRE")),
    "tiers": (_is_names, Phrase("một trong: {}", ", ".join(_TIERS))),
}
"""The keys of a rule, each with what may stand there."""
_NEEDED: Final = ("code", "left", "relation", "right", "title")


def _listed(value: object) -> list[Any]:
    """Return the terms of a sum; nothing if something is neither a path nor a number."""
    listed = value if isinstance(value, list) else [value]
    return listed if all(_is_text(item) or _is_number(item) for item in listed) else []


def _wrong(entry: Entry, codes: set[str]) -> Found:
    """Return what is wrong with a rule as it stands, with a hint; its code joins those of the file."""
    found = list(_keys_of(entry))
    yield from found
    bad = {*(key for key, _, _ in found), *_missing(entry)}
    if "code" not in bad:
        yield from _wrong_code(entry["code"], codes)
    if not bad & {"right", "relation", "low", "high", "tolerance"}:
        yield from _wrong_numbers(entry)
    if not bad & {"left", "right", "where", "tiers"}:
        yield from _wrong_paths({**entry, "relation": "="} if "relation" in bad else entry)
    if not bad & {"relation", "message", "message_en"}:
        yield from _wrong_words(entry)


def _missing(entry: Entry) -> list[str]:
    """Return the keys that a rule lacks; bounds of its own need nothing to stand right."""
    bare = entry.get("relation") == Shape.BETWEEN
    return [key for key in _NEEDED if key not in entry and not (bare and key == "right")]


def _keys_of(entry: Entry) -> Found:
    for key in _missing(entry):
        yield Fault("", Phrase("thiếu “{}”", key), None)
    for key, value in entry.items():
        if key not in _KEYS:
            yield Fault(key, Phrase("không có khóa “{}”{}", key, meant(key, _KEYS)), value)
        elif not _KEYS[key][0](value):
            wanted = _KEYS[key][1]
            yield Fault(key, Phrase("cần {}; trong tệp là {}{}", wanted, clipped(value), ""), value)


def _wrong_code(code: str, codes: set[str]) -> Found:
    try:
        see_that_it_is_a_code(code)
    except DeclarationError as error:
        yield Fault("code", error.message, code)
        return
    if code in codes:
        yield Fault("code", Phrase("hai quy tắc cùng mã {}", code), code)
    elif family_of(code) in {item.family for item in RULES}:
        told = Phrase("{} là nhóm quy tắc của mttq; hãy đặt mã khác, như {}", family_of(code), "HUE001")
        yield Fault("code", told, code)
    codes.add(code)


def _wrong_numbers(entry: Entry) -> Found:
    shape, terms = _SHAPES[entry["relation"]], _listed(entry.get("right", []))
    if len(terms) > MOST_TERMS:
        yield Fault(
            "right", Phrase("nhiều nhất {} số hạng, không phải {}", MOST_TERMS, len(terms)), entry["right"]
        )
    bounds = [entry[key] for key in ("low", "high") if key in entry]
    if shape in _WITH_BOUNDS and not bounds:
        yield Fault("relation", Phrase("{} cần low hoặc high", str(shape)), entry["relation"])
    if bounds != sorted(bounds):
        yield Fault("low", Phrase("giới hạn dưới lớn hơn giới hạn trên"), entry["low"])
    for key in ("low", "high") if shape not in _WITH_BOUNDS else ():
        if key in entry:
            yield Fault(key, Phrase("chỉ dùng với {}", ", ".join(_WITH_BOUNDS)), entry[key])
    if "tolerance" in entry and shape not in _WITH_TOLERANCE:
        yield Fault("tolerance", Phrase("chỉ dùng với {}", ", ".join(_WITH_TOLERANCE)), entry["tolerance"])
    if shape in _OF_PATHS and any(map(_is_number, terms)):
        yield Fault("right", Phrase("{} cần đường dẫn, không phải số", str(shape)), entry["right"])
    elif shape is Shape.SHARE_OF and len(terms) != _PART_AND_WHOLE:
        told = Phrase("{} cần hai đường dẫn: của phần và của toàn bộ", str(shape))
        yield Fault("right", told, entry["right"])
    elif shape is Shape.BETWEEN and terms:
        yield Fault("right", Phrase("{} không cần “right”", str(shape)), entry["right"])


def _wrong_words(entry: Entry) -> Found:
    """Return what no message of such a relation can say; a name alone may stand in brackets."""
    names = [f"{{{name}}}" for name in _NAMES.get(_SHAPES[entry["relation"]], _OF_TWO)]
    for key in ("message", "message_en"):
        named = re.findall(r"\{[^{}]*\}?|\}", entry.get(key, ""))
        unknown = next((name for name in named if name not in names), None)
        if unknown is not None:
            yield Fault(key, Phrase("không có {}; chỉ ghi {}", unknown, ", ".join(names)), entry[key])


def _wrong_paths(entry: Entry) -> Found:
    """Return what leads nowhere, for a reporter of any level that has all forms."""
    for key in ("left", "right", "where"):
        for written in _listed(entry.get(key, [])):
            if isinstance(written, str):
                try:
                    _READ_BY[key](written)
                except DeclarationError as error:
                    yield Fault(key, error.message, written)
                    return
    declared = _declared(entry)
    for key, one in (("left", _alone(declared)), ("right" if "right" in entry else "left", declared)):
        try:
            places = [compile_declared(tier, _all_forms(), one).places for tier in Tier]
        except DeclarationError as error:
            yield Fault(key, error.message, entry[key])
            return
        if not any(places):
            yield Fault("left", Phrase("“{}” không có ở cấp nào", entry["left"]), entry["left"])
            return


def _alone(declared: Declared) -> Declared:
    """Return that the left figure is itself, which is wrong only if it leads nowhere."""
    names = declared.left.inner or declared.left.steps
    itself = Path("", names[-2:] if names[-1] in PARTS else names[-1:])
    relation = Relation(shape=Shape.SAME_AS, terms=(Term(itself),), where=declared.relation.where)
    return attrs.evolve(declared, relation=relation)


def _all_forms() -> tuple[tuple[Form, frozenset[int]], ...]:
    """Return all forms, with all of their lines."""
    return tuple((form, frozenset[int]()) for form in registered_forms().values())


_READ_BY: Final[Mapping[str, Callable[[str], object]]] = {
    "left": path_of,
    "right": term_of,
    "where": condition_of,
}
_PART_AND_WHOLE: Final = 2


def _declared(entry: Entry) -> Declared:
    """Return the relation of a rule, with the figure on which it stands."""
    shape, terms = _SHAPES[entry["relation"]], _listed(entry.get("right", []))
    left = path_of(entry["left"])
    conditions = (condition_of(entry["where"]),) if "where" in entry else left.conditions
    paths = tuple(term_of(term) for term in terms if isinstance(term, str))
    parts = 1 if shape is Shape.SHARE_OF else len(paths)
    relation = Relation(
        shape=Shape.TOTAL_OF if shape is Shape.SAME_AS and (len(terms) > 1 or not paths) else shape,
        terms=paths[:parts],
        whole=paths[parts:],
        low=entry.get("low"),
        high=entry.get("high"),
        where=conditions,
        tiers=tuple(_TIERS[name] for name in entry.get("tiers", ())),
    )
    return Declared(left, relation, tuple(term for term in terms if not isinstance(term, str)), entry["left"])


@attrs.frozen(kw_only=True, eq=False)
class _RuleOfFile(Rule):
    """A rule of a file; it is pickled as what stands there."""

    entry: Entry

    def __reduce__(self) -> tuple[Callable[[Entry], Rule], tuple[Entry]]:  # type: ignore[override]
        return _rule_of, (dict(self.entry),)


def _rule_of(entry: Entry) -> Rule:
    """Make a rule of what stands in a file, in which nothing is wrong.

    Raises:
        DeclarationError: the code has another shape, or was given up; or the message names what there is not.
    """
    declared, tolerance = _declared(entry), entry.get("tolerance", 0)

    def judge(report: Report) -> Iterator[Judgement]:
        for judgement in _judged(report, declared):
            yield PASSED if _is_within(judgement, tolerance) else judgement

    like = RULES[_LIKE.get(declared.relation.shape, "APP013")]
    message = entry.get("message", like.message)
    said = entry.get("message_en", message if "message" in entry else like.words("en")[1])
    judge.__doc__, judge.__module__ = entry.get("reason", entry["title"]), entry["file"]
    text: str = entry["basis"]
    made = rule(
        entry["code"],
        _SEVERITIES[entry.get("severity", "warning")],
        level=1,
        title=entry["title"],
        message=message,
        english=(entry.get("title_en", entry["title"]), said),
        basis=Basis(text=text, confidence=Confidence.CONFIRMED),
    )(judge)
    fields: dict[str, Any] = {
        str(item.alias): getattr(made, item.name) for item in attrs.fields(Rule) if item.init
    }
    return _RuleOfFile(**fields, entry=entry)


def _judged(report: Report, declared: Declared) -> Iterable[Judgement]:
    forms = tuple((form, absent_cells(report, form)) for form, _ in filled(report))
    compiled: Compiled = compile_declared(report.unit.tier, forms, declared)
    if declared.relation.shape is Shape.SHARE_OF:
        return map(judge_share, shares_at(report, [(place, place.bounds) for place in compiled.places]))
    return judge_bounds(report, compiled)


def _is_within(judgement: Judgement, tolerance: int | Decimal) -> bool:
    """Return whether a breach is no greater than what a rule lets pass."""
    if not tolerance or not isinstance(judgement, Breach) or judgement.evidence is None:
        return False
    return abs(judgement.evidence.residual) <= tolerance
