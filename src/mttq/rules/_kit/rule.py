"""What a rule is: a function that judges, with all that is known about it.

It yields one `Judgement` for each thing it judged; a rule that yields nothing does not apply.  A few rules
judge a `Batch` of reports, or how the check itself went (`Run`); that is their scope.
"""

import datetime as dt
import enum
import inspect
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pkgutil import resolve_name
from types import MappingProxyType, ModuleType
from typing import Final, get_args

import attrs

from mttq._declared.paths import complaint
from mttq._declared.types import AsRead, checked, clipped, conforms, gathered
from mttq._names.former import former_arguments
from mttq.errors import DeclarationError, FieldError
from mttq.report import BARE_REPORT, Report
from mttq.rules._kit.bases import ARITHMETIC, Basis, Confidence, in_force
from mttq.rules._kit.claims import Claim, claim_relations
from mttq.rules._kit.judgements import PASSED, Breach, Figure, Judgement, Unverifiable, misfits, shown
from mttq.rules._kit.selection import RETIRED, family_of, names_of, no_rule
from mttq.rules._kit.spans import judged_on
from mttq.rules._kit.subjects import Batch, Run, Scope, Subject
from mttq.rules._kit.sums import told_by_all_alike
from mttq.rules._kit.verdicts import Verdict, passed
from mttq.wording import Lang, Phrase, name_of, words_of_rules

__all__ = [
    "LEVELS",
    "Rule",
    "RuleSet",
    "Severity",
    "as_rule_set",
    "collect",
    "rule",
    "see_that_it_is_a_code",
]


class Severity(enum.IntEnum):
    """How bad a breach is; the names a reader sees stand in the wording."""

    INFO = 10
    WARNING = 20
    ERROR = 30


Judge = Callable[..., Iterable[Judgement]]

LEVELS: Final = range(5)
"""Of what a rule speaks: 0 form, 1 within a report, 2 over time, 3 another source, 4 across domains."""


@attrs.frozen(kw_only=True, eq=False, field_transformer=checked)
class Rule:
    """A rule with all that is known about it.

    Args:
        code: family and number, never re-used ("CRI001").
        severity: how bad a breach is, where the basis is confirmed; on another it is a warning at most.
        level: 0 form, 1 within a report, 2 over time, 3 against another source, 4 across domains.
        bases: on what it rests; of several that hold on a day the first counts.
        judge: the function that judges a report; its keyword arguments are the parameters of a profile.
        title: what the rule demands, in Vietnamese.
        message: what is wrong, in Vietnamese, with "{name}" for the figures of a breach.
        english: title and message in English; of mttq's own rules they stand in the catalogue.
        reason: in Vietnamese what the docstring of the function says in another language.
        scope: what it judges: a report, a batch of them, or the run of a check.
        by_day: whether it is judged by the basis that holds on the day of the figures, and does not apply
            where none does; else it chooses itself, for what it judges has days of its own.
        claims: the relations that it judges in place of the general rules.
        judges_sums: whether it judges reports that are sums of others (`Report.compiled`), too.
        reads_digests: of a rule on several reports whether it reads their digests alone (`Batch.digests`), so
            that a check need not keep the reports.

    >>> from mttq.rules import RULES
    >>> rule = RULES["CRI001"]
    >>> rule.severity.name, rule.family
    ('ERROR', 'CRI')
    """

    code: str
    severity: Severity
    level: int
    bases: tuple[Basis, ...]
    judge: Judge
    title: str
    message: str
    english: tuple[str, ...] | None = None
    scope: Scope = Scope.REPORT
    by_day: bool = True
    claims: tuple[Claim, ...] = ()
    judges_sums: bool = True
    reads_digests: bool = False
    _reason: str = attrs.field(default="", alias="reason")
    _is_ours: bool = attrs.field(
        init=False, default=attrs.Factory(lambda self: _is_ours(self.judge), takes_self=True)
    )
    _chooses: bool = attrs.field(  # known once: most rules rest on one basis without dates
        init=False, default=attrs.Factory(lambda self: _is_to_choose(self.bases), takes_self=True)
    )

    def __repr__(self) -> str:
        return f"<Rule {self.code}, {name_of(self.severity)}: {self.title}>"

    @property
    def basis(self) -> Basis:
        """The first of the bases."""
        return self.bases[0]

    def basis_for(self, subject: Subject) -> Basis | None:
        """Return the basis that holds on the day of the figures; None if none does: the rule does not apply.

        The day of a batch is that of its latest report.  A rule that chooses itself always applies.
        """
        if not self._chooses:
            return self.bases[0]
        found = _basis_on(self, _day_of(subject))
        return found if self.by_day else found or self.bases[0]

    def severity_by(self, basis: Basis) -> Severity:
        """Return how bad a breach is on a basis: only a confirmed one makes an error."""
        confirmed = basis.confidence is Confidence.CONFIRMED
        return self.severity if confirmed else min(self.severity, Severity.WARNING)

    @property
    def family(self) -> str:
        """The letters of the code."""
        return family_of(self.code)

    @property
    def module(self) -> str:
        """The module in which it stands: "mttq.rules.cri" holds the rules of the family CRI."""
        return self.judge.__module__

    def words(self, lang: Lang) -> tuple[str, str]:
        """Return title and message in a language, in Vietnamese where the rule lacks it.

        Raises:
            ArgumentError: there is no such language.
        """
        known = words_of_rules(lang)
        own = known.get(self.code) if self._is_ours else lang == "en" and self.english
        title, message = own or (self.title, self.message)
        return title, message

    @former_arguments("0.2", "lang")
    def say(self, args: Mapping[str, Figure | tuple[Figure, ...]], *, lang: Lang = "vi") -> str:
        """Return the message with its arguments; a sentence begins with a capital.

        Raises:
            KeyError: the message names an argument that is not given.
            FieldError: an argument is no figure.
        """
        _, message = self.words(lang)
        said = message.format_map({name: shown(value, lang) for name, value in args.items()})
        return said[:1].upper() + said[1:]

    @property
    def doc(self) -> str:
        """Why there is such a rule, with an example: the docstring of the function, or the title without one.

        `python -OO` takes docstrings away.
        """
        return inspect.getdoc(self.judge) or self.title

    @former_arguments("0.2", "lang")
    def reason(self, *, lang: Lang = "vi") -> str:
        """Return why there is such a rule, in Vietnamese if it says so, else as `doc` does."""
        return (lang == "vi" and _unwrapped(self._reason)) or self.doc

    @property
    def parameters(self) -> dict[str, object]:
        """What a profile may set, with the default values."""
        values = list(inspect.signature(self.judge).parameters.values())[1:]
        return {value.name: value.default for value in values}

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        """Pickle by name, since the function's own name now means the rule."""
        return resolve_name, (f"{self.judge.__module__}:{self.judge.__qualname__}",)

    def verdict(self, subject: Subject, parameters: Mapping[str, object] | None = None) -> Verdict:
        """Return how the rule judges a report, or what else the scope says; it never raises.

        Each breach names the basis that holds on the day of the figures, where there are several.  Where none
        does, the rule does not apply, and where that day is not known, it cannot tell.  A rule breaks down by
        any error, by yielding what is no judgement, and by a breach that its message cannot tell.

        >>> from mttq.model import PopulationProfile, Unit, UnitKind
        >>> from mttq.rules import RULES
        >>> unit = Unit(kind=UnitKind.COMMUNE, name="Trung Sơn")
        >>> report = Report(unit=unit, title="Báo cáo", population=PopulationProfile(persons=4100))
        >>> RULES["UNI009"].verdict(report).unverifiable
        (Unverifiable(path='population.persons', blanks=('population.households',)),)
        """
        well = 0
        basis = self.basis_for(subject) if self._chooses else self.bases[0]
        breaches: list[Breach] = []
        blanks: list[Unverifiable] = []
        crash: Exception | SystemExit | None = None
        try:
            for judgement in self._judged_by(basis, subject, parameters or {}):
                if judgement is PASSED:  # nearly all
                    well += 1
                elif isinstance(judgement, Unverifiable):
                    if not self._is_ours:
                        self._see_that_it_is_well_made(judgement)
                    blanks.append(judgement)
                else:
                    breach = self._telling(judgement, subject)
                    if isinstance(subject, Report):
                        told = told_by_all_alike(subject, breach)
                        if isinstance(told, Unverifiable):
                            blanks.append(told)
                            continue
                    if self._chooses and breach.basis is None:
                        breach = attrs.evolve(breach, basis=basis)
                    breaches.append(breach)
        except (Exception, SystemExit) as error:  # a rule of a user may do anything
            crash = error
        if breaches or blanks or crash is not None:
            return Verdict(well, tuple(breaches), tuple(blanks), crash)
        return passed(well)

    def _judged_by(
        self, basis: Basis | None, subject: Subject, parameters: Mapping[str, object]
    ) -> Iterable[Judgement]:
        """Let the function judge; without a basis there is nothing to judge, or no day by which to tell."""
        if not self.judges_sums and isinstance(subject, Report) and subject.compiled is not None:
            return ()
        if not self.reads_digests and isinstance(subject, Batch) and not subject.has_reports:
            return (Unverifiable(_REPORTS),)
        if basis is not None:
            return self.judge(subject, **parameters)
        return () if _day_of(subject) else (Unverifiable("as_of"),)

    def _telling(self, judgement: object, subject: Subject) -> Breach:
        """Return a breach that the message can tell; of mttq's own rules that is known.

        Raises:
            DeclarationError: it is none, holds what does not belong there, is about a report that was not
                judged, or its message cannot be said in each language.
        """
        if not isinstance(judgement, Breach):
            raise DeclarationError(
                Phrase("{}: {} không phải PASSED, Unverifiable hay Breach", self.code, clipped(judgement))
            )
        if self._is_ours:
            return judgement
        self._see_that_it_is_well_made(judgement)
        if judgement.report is not None and isinstance(subject, Batch):
            last = len(subject.digests) - 1
            if not 0 <= judgement.report <= last:
                told = Phrase(
                    "report là vị trí của báo cáo, 0 đến {}, không phải {}", last, str(judgement.report)
                )
                raise DeclarationError(Phrase("{}: {}", self.code, told))
        for lang in get_args(Lang):
            try:
                self.say(judgement.args, lang=lang)
            except KeyError as error:
                raise DeclarationError(
                    Phrase("{}: câu báo cần {}, args của Breach không có", self.code, str(error))
                ) from None
            except FieldError as error:
                raise DeclarationError(Phrase("{}: {}", self.code, error.message)) from None
        return judgement

    def _see_that_it_is_well_made(self, judgement: Breach | Unverifiable) -> None:
        """Refuse what does not belong in a judgement, and mistyped paths; a name that a report holds is none.

        Raises:
            DeclarationError: it holds such.
        """
        if told := Phrase.joined("; ", misfits(judgement)):
            raise DeclarationError(Phrase("{}: {}", self.code, told))
        if isinstance(judgement, Breach):
            more = (*judgement.related, *(item.path for item in judgement.suggestions))
        else:
            more = judgement.blanks
        for path in (judgement.path, *more):
            if type(path) is not AsRead and complaint(path):
                raise DeclarationError(Phrase("{}: {}", self.code, complaint(path)))

    def __call__(self, subject: Subject, **parameters: object) -> Iterator[Judgement]:
        """Judge a report, or what else the scope says, by the basis of its day."""
        return iter(self._judged_by(self.basis_for(subject), subject, parameters))


@lru_cache(maxsize=4096)  # most figures are of few days
def _basis_on(rule: Rule, day: dt.date | None) -> Basis | None:
    return in_force(rule.bases, day)


def _is_ours(judge: Judge) -> bool:
    return str(judge.__module__).startswith("mttq.rules.")  # None in a session


def _is_to_choose(bases: tuple[Basis, ...]) -> bool:
    return len(bases) > 1 or any(basis.valid_from or basis.valid_until for basis in bases)


def _day_of(subject: Subject) -> dt.date | None:
    if isinstance(subject, Report):
        return judged_on(subject)
    days = [item.judged_on for item in subject.digests] if isinstance(subject, Batch) else []
    return max(filter(None, days), default=None)


_REPORTS: Final = "reports"
"""What a rule on several reports lacks where only their digests are at hand."""


def rule(
    code: str,
    severity: Severity,
    *,
    level: int,
    title: str,
    message: str,
    reason: str = "",
    english: tuple[str, str] | None = None,
    basis: Basis | tuple[Basis, ...] = ARITHMETIC,
    scope: Scope = Scope.REPORT,
    by_day: bool = True,
    claims: Claim | tuple[Claim | str, ...] = (),
    judges_sums: bool = True,
    reads_digests: bool = False,
) -> Callable[[Judge], Rule]:
    """Make a rule of a function that judges a report.

    Args:
        code: family and number; for rules of your own, use a prefix of your own.
        severity: how bad a breach is; where the basis is not confirmed, a warning at most.
        level: 0 form, 1 within a report, 2 over time, 3 against another source, 4 across domains.
        title: what the rule demands, in Vietnamese.
        message: what is wrong, in Vietnamese, with "{name}" for the figures of a breach.
        reason: why there is such a rule, in Vietnamese, with a line "Sai:" and a line "Đúng:"; without it the
            docstring is the reason in each language.
        english: title and message in English; without them the rule speaks Vietnamese in either language.
        basis: arithmetic, practice, or a legal text; several with their dates, the newest first, and practice
            last if it is a warning by practice where no text holds.
        scope: what the function judges: a report, or with `Scope.BATCH` several together.
        by_day: whether the rule is judged by the basis that holds on the day of the figures, and does not
            apply where none does; else its breaches name theirs, for what it judges has days of its own.
        claims: the relations that the rule judges in place of the general rules; the path of a line of a form
            ("kl62-pl2.criticism.sessions") leaves to it all that is declared on the line, and its blanks.
        judges_sums: whether the rule judges reports that are sums of others (`mttq.roll_up`), too: not what
            asks for the head, the form or the body of one unit.
        reads_digests: of a rule on several reports whether it reads their digests alone (`Batch.digests`), so
            that a check need not keep the reports, and judges digests without them.

    Raises:
        DeclarationError: a code of another shape or of a rule that was given up, an unknown level,
            no basis, an error without a confirmed one, no docstring, an empty title or message, a malformed
            place for a figure; a mistyped path that is claimed; or what the function yields for a bare report
            is no judgement, or a breach that lacks what the message names.
        FieldError: an argument of another type.

    >>> @rule("HUE001", Severity.WARNING, level=1, title="Phải có tên xã", message="Thiếu tên xã")
    ... def unit_has_a_name(report):
    ...     '''A report names its unit.'''
    ...     yield PASSED if report.unit.name else Breach(path="unit.name")
    >>> unit_has_a_name.code, unit_has_a_name.title
    ('HUE001', 'Phải có tên xã')
    """
    see_that_it_is_a_code(code)
    if level not in LEVELS:
        told = Phrase("cấp của quy tắc là 0 đến {}, không phải {}", LEVELS[-1], clipped(level))
        raise DeclarationError(Phrase("{}: {}", code, told))
    if not title or not message:
        raise DeclarationError(Phrase("{}: thiếu tên hoặc câu báo bằng tiếng Việt", code))
    if english is not None and not (
        conforms(tuple[str, ...])(english) and len(english) == len((title, message))
    ):
        told = Phrase("english cần (tên, câu báo), không phải {}", clipped(english))
        raise DeclarationError(Phrase("{}: {}", code, told))
    bases = (basis,) if isinstance(basis, Basis) else gathered("basis", basis, Basis)
    if not bases:
        raise DeclarationError(Phrase("{}: thiếu căn cứ", code))
    if severity is Severity.ERROR and all(item.confidence is not Confidence.CONFIRMED for item in bases):
        raise DeclarationError(Phrase("{}: chỉ căn cứ đã xác nhận mới được báo lỗi", code))

    def decorate(judge: Judge) -> Rule:
        if __doc__ and not judge.__doc__:  # unless `python -OO` took all docstrings away
            raise DeclarationError(Phrase("{}: thiếu lời giải thích (docstring)", code))
        made = Rule(
            code=code,
            severity=severity,
            level=level,
            bases=bases,
            judge=judge,
            title=title,
            message=message,
            english=english,
            reason=reason,
            scope=scope,
            by_day=by_day,
            claims=_claims_of(claims),
            judges_sums=judges_sums,
            reads_digests=reads_digests,
        )
        if not _is_ours(judge):
            _try(made)
        _claim(made)
        return made

    return decorate


def _unwrapped(reason: str) -> str:
    """Return a text with whole paragraphs and examples as lines."""
    return re.sub(r"(?<!\n)\n(?!\n|Sai:|Đúng:)", " ", inspect.cleandoc(reason))


def _claims_of(given: Claim | tuple[Claim | str, ...]) -> tuple[Claim, ...]:
    """Return what a rule claims; a path claims all that stands on its line."""
    listed = (given,) if isinstance(given, Claim) else given
    return tuple(item if isinstance(item, Claim) else Claim(None, (item,)) for item in listed)


def _claim(made: Rule) -> None:
    """Leave to a rule what it claims.

    Raises:
        DeclarationError: a path is mistyped.
    """
    for path in (line for item in made.claims for line in item.lines if "*" not in line):
        if complaint(path):
            raise DeclarationError(Phrase("{}: {}", made.code, complaint(path)))
    claim_relations(made.claims)


def see_that_it_is_a_code(code: str) -> None:
    """Refuse what cannot be the code of a new rule.

    Raises:
        DeclarationError: it has another shape, or was that of a rule that was given up.
    """
    if not re.fullmatch("[A-Z]+[0-9]+", str(code)):
        raise DeclarationError(
            Phrase("mã quy tắc phải là chữ hoa rồi chữ số, như {}, không phải {}", "HUE001", clipped(code))
        )
    if code in RETIRED:
        raise DeclarationError(Phrase("mã {} của một quy tắc đã thôi dùng, cần đặt mã khác", code))


def _try(made: Rule) -> None:
    """Find in a rule of a user what would only be seen when it finds something: on a report with no figures.

    Raises:
        DeclarationError: its message cannot be said, or what it yields cannot be judged.
    """
    for message in (made.message, *(made.english or ())[1:]):
        try:
            message.format_map(defaultdict(str))
        except (ValueError, AttributeError, TypeError) as error:
            told = Phrase("câu báo {} viết sai: {}", clipped(message), str(error))
            raise DeclarationError(Phrase("{}: {}", made.code, told)) from None
    always = attrs.evolve(made, bases=(ARITHMETIC,))  # a bare report has no day by which a text would hold
    crash = always.verdict(_bare(made.scope)).crash
    if isinstance(crash, DeclarationError):
        raise crash


def _bare(scope: Scope) -> Subject:
    if scope is Scope.BATCH:
        return Batch(reports=(BARE_REPORT,))
    return BARE_REPORT if scope is Scope.REPORT else Run()


class RuleSet:
    """Rules in the order of their codes; a code finds its rule.

    Raises:
        DeclarationError: two rules have one code.
        FieldError: something is no rule.

    >>> from mttq.rules import RETIRED, RULES
    >>> chosen = RuleSet([RULES["CRI002"], RULES["CRI001"]])
    >>> [rule.code for rule in chosen], "APP005" in RETIRED, "APP005" in RULES
    (['CRI001', 'CRI002'], True, False)
    """

    __slots__ = ("_codes",)

    def __init__(self, rules: Iterable[Rule]) -> None:
        codes: dict[str, Rule] = {}
        for item in sorted(_listed(rules), key=lambda item: item.code):
            if codes.setdefault(item.code, item) is not item:
                raise DeclarationError(Phrase("hai quy tắc cùng mã {}", item.code))
        self._codes: Final = MappingProxyType(codes)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def __repr__(self) -> str:
        codes = list(self._codes)
        return f"<RuleSet {len(codes)} quy tắc{f': {codes[0]} … {codes[-1]}' if codes else ''}>"

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __getitem__(self, code: str) -> Rule:
        try:
            return self._codes[code]
        except KeyError:
            raise no_rule(code, self._codes) from None

    @property
    def names(self) -> tuple[str, ...]:
        """The codes and the families, by which rules are chosen."""
        return names_of(self._codes)

    def __reduce__(self) -> tuple[type["RuleSet"], tuple[tuple[Rule, ...]]]:
        return RuleSet, (tuple(self),)


def _listed(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    hint = Phrase("; {}", Phrase("chọn theo mã bằng Profile(select=…)"))
    return gathered("rules", rules, Rule, hint)


def as_rule_set(rules: Iterable[Rule]) -> RuleSet:
    """Return rules as a set, of the same rules the same one: what a profile takes of it is found once.

    Raises:
        DeclarationError: as for `RuleSet`.
        FieldError: likewise.
    """
    return rules if isinstance(rules, RuleSet) else _set_of(_listed(rules))


@lru_cache(maxsize=32)
def _set_of(rules: tuple[Rule, ...]) -> RuleSet:
    return RuleSet(rules)


def collect(*families: ModuleType) -> RuleSet:
    """Gather the rules that stand in modules."""
    return RuleSet(item for family in families for item in vars(family).values() if isinstance(item, Rule))
