"""Which rules take part in a check, and with what parameters."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from mttq._nearest import meant
from mttq._typed import checked
from mttq.errors import CodeError
from mttq.rules import RULES, Confidence, Rule, RuleSet
from mttq.rules._kit.rule import LEVELS, RETIRED, say_if_retired

__all__ = ["DEFAULT", "FORM_ONLY", "PROFILES", "Profile", "profile_of"]


def _own(parameters: Mapping[str, Mapping[str, object]]) -> Mapping[str, Mapping[str, object]]:
    """Copy what the caller may change later."""
    try:
        return {code: dict(values) for code, values in parameters.items()}
    except AttributeError:
        return parameters  # which its type refuses


@attrs.frozen(kw_only=True, field_transformer=checked)
class Profile:
    """A choice of rules and of their parameters.

    Args:
        name: how the profile is called.
        select: codes or beginnings of codes that take part; if empty, all but rules on an unconfirmed basis,
            which take part only where they are selected.
        ignore: codes or beginnings of codes that do not.
        levels: the levels of rules that take part (0 form, 1 within a report …); all, if empty.
        parameters: by code, what the rule's keyword arguments shall be.

    A code whose rule was given up (`mttq.rules.RETIRED`) is told by a FutureWarning and changes nothing.
    """

    name: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    parameters: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict, hash=False, converter=_own)

    def __attrs_post_init__(self) -> None:
        say_if_retired((*self.select, *self.ignore, *self.parameters), stacklevel=3)
        for level in self.levels:
            if level not in LEVELS:
                told = f"cấp của quy tắc là 0 đến {LEVELS[-1]}, không phải {level}"
                raise ValueError(f"Profile {self.name}: {told}")

    def takes(self, rule: Rule) -> bool:
        """Return whether a rule takes part."""
        if rule.code.startswith(self.ignore) or (self.levels and rule.level not in self.levels):
            return False
        if self.select:
            return rule.code.startswith(self.select)
        return any(basis.confidence is not Confidence.UNCONFIRMED for basis in rule.bases)

    def choose(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that take part.

        Raises:
            CodeError: nothing begins like one of the selected codes, for a check of no rule would pass for
                good, as by codes of rules given up alone; or no rule, of mttq's neither, like one that is
                ignored or for which a parameter is set.
            TypeError: the profile sets a parameter that its rule does not have.
        """
        rules = rules if isinstance(rules, RuleSet) else RuleSet(rules)
        for code, values in self.parameters.items():
            if code in RETIRED:
                continue
            if code not in rules:
                raise _no_rule(self, code, [rule.code for rule in rules])
            known = rules[code].parameters
            if unknown := sorted(values.keys() - known.keys()):
                names = f"có: {', '.join(known) or 'không có tham số nào'}"
                told = f"{code} không có {', '.join(unknown)}{meant(unknown[0], known, names)}"
                raise TypeError(f"Profile {self.name}: {told}")
        return _chosen(rules, self)

    def narrowed(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> "Profile":
        """Return the profile that takes only codes that begin like one of `select`, if any, none of `ignore`.

        >>> PROFILES["form-only"].narrowed(ignore=("TXT",)).levels
        (0,)
        """
        return attrs.evolve(self, select=select or self.select, ignore=(*self.ignore, *ignore))


@lru_cache(maxsize=32)
def _chosen(rules: RuleSet, profile: Profile) -> tuple[Rule, ...]:
    own = (*rules.names, *RETIRED) if set(profile.select) - RETIRED.keys() else rules.names
    everywhere = (*rules.names, *RULES.names, *RETIRED)
    for codes, known in ((profile.select, own), (profile.ignore, everywhere)):
        for code in codes:
            if not code or not any(name.startswith(code) for name in known):
                raise _no_rule(profile, code, known)
    return tuple(rule for rule in rules if profile.takes(rule))


def _no_rule(profile: Profile, code: str, known: Iterable[str]) -> CodeError:
    told = f"; đã thôi dùng: {RETIRED[code]}" if code in RETIRED else meant(code, known)
    return CodeError(f"Profile {profile.name}: không có quy tắc nào mã {code!r}{told}")


DEFAULT: Final = Profile()
"""Every rule whose basis is known."""

FORM_ONLY: Final = Profile(name="form-only", levels=(0,))
"""Whether a report is filled in as its forms ask, whatever its figures say."""

PROFILES: Final = MappingProxyType({profile.name: profile for profile in (DEFAULT, FORM_ONLY)})
"""The profiles that can be named in a call and on the command line."""


def profile_of(profile: Profile | str | None) -> Profile:
    """Return a profile, found by its name where a name is given; None is the default.

    Raises:
        CodeError: there is no profile of that name.

    >>> profile_of("form-only").levels
    (0,)
    """
    if isinstance(profile, Profile):
        return profile
    try:
        return PROFILES[profile or DEFAULT.name]
    except KeyError:
        known = f"chọn một trong {', '.join(PROFILES)}"
        raise CodeError(f"không có bộ quy tắc {profile!r}{meant(profile, PROFILES, known)}") from None
