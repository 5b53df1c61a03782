"""Which rules take part in a check, and with what parameters."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from mttq._declared.types import checked, clipped
from mttq._names.former import former_arguments
from mttq.errors import CodeError, ConstraintError
from mttq.rules import RULES, Confidence, Rule, RuleSet
from mttq.rules._kit.rule import LEVELS, as_rule_set
from mttq.rules._kit.selection import (
    RETIRED,
    Selection,
    chosen_by,
    codes_in,
    no_rule,
    say_if_retired,
    see_that_rules_begin_so,
)
from mttq.wording import Phrase
from mttq.wording._nearest import meant

__all__ = ["DEFAULT", "FORM_ONLY", "PROFILES", "Profile", "profile_of"]


def _own(parameters: Mapping[str, Mapping[str, object]]) -> Mapping[str, Mapping[str, object]]:
    """Copy what the caller may change later."""
    try:
        return {code: dict(values) for code, values in parameters.items()}
    except AttributeError:
        return parameters  # which its type refuses


def _select(given: Selection) -> tuple[str, ...]:
    return codes_in("select", given)


def _ignore(given: Selection) -> tuple[str, ...]:
    return codes_in("ignore", given)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Profile:
    """A choice of rules and of their parameters.

    Args:
        name: how the profile is called.
        select: codes, families and other beginnings of codes that take part ("ORG,CRI001", or a list); if
            empty, all but rules on an unconfirmed basis, which take part only where they are selected.
        ignore: codes, families and other beginnings of codes that do not.
        levels: the levels of rules that take part (0 form, 1 within a report …); all, if empty.
        parameters: by code, what the rule's keyword arguments shall be.

    A code whose rule was given up (`mttq.rules.RETIRED`) causes a FutureWarning and changes nothing.

    >>> Profile(select="ORG,CRI001").select
    ('ORG', 'CRI001')
    """

    name: str = "default"
    select: tuple[str, ...] = attrs.field(default=(), converter=_select)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_ignore)
    levels: tuple[int, ...] = ()
    parameters: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict, hash=False, converter=_own)

    def __attrs_post_init__(self) -> None:
        say_if_retired((*self.select, *self.ignore, *self.parameters), stacklevel=3)
        for level in self.levels:
            if level not in LEVELS:
                told = Phrase("cấp của quy tắc là 0 đến {}, không phải {}", LEVELS[-1], clipped(level))
                raise ConstraintError(Phrase("{}: {}", f"Profile {self.name}", told), "levels")

    def takes(self, rule: Rule) -> bool:
        """Return whether a rule takes part."""
        return _taken(self, [rule])(rule)

    def choose(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that take part.

        Raises:
            CodeError: no rule has a selected code or begins so, since a check by no rule would look like a
                good result, as would one by rules given up alone; or no rule, of mttq's neither, has one that
                is ignored or for which a parameter is set.
            ConstraintError: the profile sets a parameter that its rule does not have.
        """
        rules = as_rule_set(rules)
        for code, values in self.parameters.items():
            if code in RETIRED:
                continue
            if code not in rules:
                raise no_rule(code, [rule.code for rule in rules])
            known = rules[code].parameters
            if unknown := sorted(values.keys() - known.keys()):
                names = Phrase("có: {}", ", ".join(known)) if known else Phrase("không có tham số nào")
                near = meant(unknown[0], known, names)
                told = Phrase("{} không có {}{}", code, ", ".join(unknown), near)
                raise ConstraintError(Phrase("{}: {}", f"Profile {self.name}", told), "parameters")
        return _chosen(rules, self)

    @former_arguments("0.2", "select", "ignore")
    def narrowed(self, *, select: Selection = None, ignore: Selection = None) -> "Profile":
        """Return the profile that takes what `select` names, or all of its own, without what `ignore` names.

        >>> PROFILES["form-only"].narrowed(ignore="TXT").levels
        (0,)
        """
        return attrs.evolve(
            self, select=_select(select) or self.select, ignore=(*self.ignore, *_ignore(ignore))
        )


@lru_cache(maxsize=32)
def _chosen(rules: RuleSet, profile: Profile) -> tuple[Rule, ...]:
    own = (*rules.names, *RETIRED) if set(profile.select) - RETIRED.keys() else rules.names
    see_that_rules_begin_so(profile.select, own)
    see_that_rules_begin_so(profile.ignore, (*rules.names, *RULES.names, *RETIRED))
    return tuple(filter(_taken(profile, rules), rules))


def _taken(profile: Profile, rules: Iterable[Rule]) -> Callable[[Rule], bool]:
    """Return what says of a rule whether it takes part among others."""
    codes = [rule.code for rule in rules]
    is_selected, is_ignored = (chosen_by(names, codes) for names in (profile.select, profile.ignore))

    def takes(rule: Rule) -> bool:
        if is_ignored(rule.code) or (profile.levels and rule.level not in profile.levels):
            return False
        if profile.select:
            return is_selected(rule.code)
        return any(basis.confidence is not Confidence.UNCONFIRMED for basis in rule.bases)

    return takes


DEFAULT: Final = Profile()
"""Every rule whose basis is known."""

FORM_ONLY: Final = Profile(name="form-only", levels=(0,))
"""Whether a report is filled in as its forms ask, regardless of its figures."""

PROFILES: Final = MappingProxyType({profile.name: profile for profile in (DEFAULT, FORM_ONLY)})
"""The profiles that can be named in a call and on the command line."""


def profile_of(
    profile: Profile | str | None, *, select: Selection = None, ignore: Selection = None
) -> Profile:
    """Return a profile, found by its name where a name is given, and narrowed; None is the default.

    Raises:
        CodeError: there is no profile of that name.

    >>> profile_of("form-only", ignore="TXT").levels
    (0,)
    """
    chosen = profile if isinstance(profile, Profile) else _named(profile)
    return chosen if select is None and ignore is None else chosen.narrowed(select=select, ignore=ignore)


def _named(profile: str | None) -> Profile:
    try:
        return PROFILES[profile or DEFAULT.name]
    except KeyError:
        known = meant(profile, PROFILES, Phrase("chọn một trong: {}", ", ".join(PROFILES)))
        raise CodeError(Phrase("không có bộ quy tắc {}{}", repr(profile), known)) from None
