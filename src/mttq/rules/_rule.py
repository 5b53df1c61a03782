"""What a rule is, and what it says about a report: facts, no text.

A rule is a function that judges a report and yields one `Judgement` for each thing it judged: `PASSED`, an
`Unverifiable` (something it needs is blank), or a `Breach` with its arithmetic.  A rule that yields nothing
does not apply.  Code, severity, title and words are put on by the engine.  A few rules judge a `Batch` of
reports, or how the check itself went (`Run`); that is their scope.
"""

import datetime as dt
import enum
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pkgutil import resolve_name
from types import MappingProxyType, ModuleType
from typing import Final

import attrs

from mttq.errors import DeclarationError
from mttq.rules._subjects import Scope, Subject
from mttq.typed import checked
from mttq.values import Pair, PartialDate, Period, Quantity, Share, Triple
from mttq.wording import Lang, has_rule_words, label, rule_words

__all__ = [
    "ARITHMETIC",
    "PASSED",
    "Basis",
    "Breach",
    "Confidence",
    "Evidence",
    "Figure",
    "Judgement",
    "Rule",
    "RuleSet",
    "Severity",
    "Suggestion",
    "Term",
    "Unverifiable",
    "collect",
    "rule",
]

Figure = int | Decimal | Fraction | Quantity | Share | Pair | Triple | Period | PartialDate | dt.date | str
"""Whatever a message can show; `mttq.vi.format_figure` writes it."""


class Severity(enum.IntEnum):
    """How bad a breach is; the names a reader sees stand in the wording."""

    INFO = 10
    WARNING = 20
    ERROR = 30


class Confidence(enum.StrEnum):
    """How well the basis of a rule is known; only CONFIRMED ones may be errors."""

    CONFIRMED = "confirmed"  # arithmetic, or a text that was read
    SECONDARY = "secondary"  # local practice, press, third-party summaries
    UNCONFIRMED = "unconfirmed"  # off by default


@attrs.frozen(kw_only=True, field_transformer=checked)
class Basis:
    """On what a rule rests: arithmetic, or a legal text with article and dates."""

    text: str
    article: str = ""
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    confidence: Confidence = Confidence.CONFIRMED

    def render(self, lang: Lang = "vi") -> str:
        """Name it for a reader; legal texts keep their Vietnamese names, by which they are found."""
        return ", ".join(filter(None, (label(self.text, lang), self.article)))

    def __str__(self) -> str:
        return self.render()


ARITHMETIC: Final = Basis(text="Số học")


@attrs.frozen
class Term:
    """One figure in the arithmetic of a breach: what it is, its value, where it stands ("" if nowhere).

    The label is Vietnamese; its English is found in the catalogue.
    """

    label: str
    value: int | Decimal | Fraction
    path: str = ""


@attrs.frozen
class Evidence:
    """The arithmetic of a breach: the sum of `left` stands in `relation` ("=", "≤" …) to that of `right`.

    >>> Evidence((Term("cuộc", 15),), "=", (Term("hội nghị", 10), Term("văn bản", 15))).residual
    Fraction(-10, 1)
    """

    left: tuple[Term, ...]
    relation: str
    right: tuple[Term, ...]

    @property
    def residual(self) -> Fraction:
        """Left minus right."""
        return _sum(self.left) - _sum(self.right)


def _sum(terms: tuple[Term, ...]) -> Fraction:
    return sum((Fraction(term.value) for term in terms), Fraction(0))


@attrs.frozen(kw_only=True)
class Suggestion:
    """A repair that would satisfy the rule; it is shown, never applied.

    Args:
        path: where.
        old: what stands there; None is a blank.
        new: what could stand there.
        reason: what speaks for it.
        place: the path in Vietnamese; put on by the engine.
    """

    path: str
    old: Figure | None
    new: Figure | None
    reason: str = ""
    place: str = ""


@attrs.frozen
class Unverifiable:
    """A judgement that cannot be made because what stands at `path` is blank."""

    path: str


@attrs.frozen(kw_only=True)
class Breach:
    """A judgement that failed.

    Args:
        path: the figure that is called into question.
        args: what the message shows, by the names in its wording; texts in a tuple are joined by "và".  A
            text is a quotation and stays as it is in any language; words of ours are a `mttq.wording.Phrase`.
        evidence: the arithmetic, where there is one.
        expected: what should stand there, where that is known.
        actual: what stands there.
        related: the other figures involved.
        suggestions: possible repairs.
        report: for a rule that judges several reports, the position of the one in which the path stands;
            None if the breach is about all of them.
    """

    path: str
    args: Mapping[str, Figure | tuple[str, ...]] = attrs.field(factory=dict)
    evidence: Evidence | None = None
    expected: Figure | None = None
    actual: Figure | None = None
    related: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    report: int | None = None


class _Passed(enum.Enum):
    PASSED = "passed"


PASSED: Final = _Passed.PASSED
Judgement = Breach | Unverifiable | _Passed
Judge = Callable[..., Iterable[Judgement]]


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A rule with all that is known about it.

    Args:
        code: family and number, never re-used ("CRI001").
        severity: how bad a breach is.
        level: 0 form, 1 within a report, 2 over time, 3 against another source, 4 across domains.
        basis: on what it rests.
        judge: the function that judges a report; its keyword arguments are the parameters of a profile.
        wording: title and message by language; None if they stand in the catalogues of mttq.
        scope: what it judges: a report, a batch of them, or the run of a check.
    """

    code: str
    severity: Severity
    level: int
    basis: Basis
    judge: Judge
    wording: Mapping[str, tuple[str, str]] | None = None
    scope: Scope = Scope.REPORT

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def title(self) -> str:
        """The Vietnamese title."""
        return self.words("vi")[0]

    def words(self, lang: str) -> tuple[str, str]:
        """Give title and message in a language, in Vietnamese where the rule lacks it."""
        if self.wording is None:
            return rule_words(self.code, lang)
        return self.wording.get(lang, self.wording["vi"])

    @property
    def doc(self) -> str:
        """Why there is such a rule, with an example (the docstring of the function)."""
        return inspect.getdoc(self.judge) or ""

    @property
    def parameters(self) -> dict[str, object]:
        """What a profile may set, with the default values."""
        values = list(inspect.signature(self.judge).parameters.values())[1:]
        return {value.name: value.default for value in values}

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        """Pickle by name, since the function's own name now means the rule."""
        return resolve_name, (f"{self.judge.__module__}:{self.judge.__qualname__}",)

    def __call__(self, subject: Subject, **parameters: object) -> Iterator[Judgement]:
        """Judge a report, or what else the scope says."""
        return iter(self.judge(subject, **parameters))


def rule(
    code: str,
    severity: Severity,
    *,
    level: int,
    basis: Basis = ARITHMETIC,
    wording: Mapping[str, tuple[str, str]] | None = None,
    scope: Scope = Scope.REPORT,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function that judges a report.

    Args:
        code: family and number; for rules of your own, use a prefix of your own.
        severity: how bad a breach is; only a rule with a confirmed basis may be an error.
        level: 0 form, 1 within a report, 2 over time, 3 against another source, 4 across domains.
        basis: arithmetic, or a legal text.
        wording: (title, message) by language ("vi", "en"); mttq's own rules have theirs in the catalogues.
        scope: what the function judges: a report, or with `Scope.BATCH` several together.

    Raises:
        DeclarationError: an error without a confirmed basis, no wording, or no docstring.

    >>> @rule("HUE001", Severity.WARNING, level=1, wording={"vi": ("Có tên xã", "Thiếu tên xã")})
    ... def unit_has_a_name(report):
    ...     '''A report names its unit.'''
    ...     yield PASSED if report.unit.name else Breach(path="unit.name")
    >>> unit_has_a_name.code, unit_has_a_name.title
    ('HUE001', 'Có tên xã')
    """
    if not ("vi" in wording if wording else has_rule_words(code)):
        raise DeclarationError(f"{code}: thiếu tên và câu báo bằng tiếng Việt")
    if severity is Severity.ERROR and basis.confidence is not Confidence.CONFIRMED:
        raise DeclarationError(f"{code}: chỉ căn cứ đã xác nhận mới được báo lỗi")

    def decorate(judge: Judge) -> Rule:
        if not judge.__doc__:
            raise DeclarationError(f"{code}: thiếu lời giải thích (docstring)")
        return Rule(
            code=code,
            severity=severity,
            level=level,
            basis=basis,
            judge=judge,
            wording=wording or None,
            scope=scope,
        )

    return decorate


class RuleSet:
    """Rules in the order of their codes; a code finds its rule.

    Raises:
        DeclarationError: two rules have one code, or something is no rule.
    """

    __slots__ = ("_codes",)

    def __init__(self, rules: Iterable[Rule]) -> None:
        given, codes = tuple(rules), dict[str, Rule]()
        for item in given:
            if not isinstance(item, Rule):
                raise DeclarationError(
                    f"rules phải gồm các Rule, không phải {item!r}; chọn theo mã bằng Profile(select=…)"
                )
        for item in sorted(given, key=lambda item: item.code):
            if codes.setdefault(item.code, item) is not item:
                raise DeclarationError(f"hai quy tắc cùng mã {item.code}")
        self._codes: Final = MappingProxyType(codes)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __getitem__(self, code: str) -> Rule:
        return self._codes[code]

    def __reduce__(self) -> tuple[type["RuleSet"], tuple[tuple[Rule, ...]]]:
        return RuleSet, (tuple(self),)


def collect(*families: ModuleType) -> RuleSet:
    """Gather the rules that stand in modules."""
    return RuleSet(item for family in families for item in vars(family).values() if isinstance(item, Rule))
