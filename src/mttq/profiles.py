"""Which rules take part in a check, and with what parameters."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from mttq.rules import Confidence, Rule, RuleSet
from mttq.typed import checked

__all__ = ["DEFAULT", "FORM_ONLY", "PROFILES", "STRICT", "Profile", "profile_of"]


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
        select: codes or beginnings of codes that take part; all but rules on an unconfirmed basis, if empty.
        ignore: codes or beginnings of codes that do not.
        levels: the levels of rules that take part (0 form, 1 within a report …); all, if empty.
        parameters: by code, what the rule's keyword arguments shall be.
    """

    name: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    parameters: Mapping[str, Mapping[str, object]] = attrs.field(factory=dict, hash=False, converter=_own)

    def takes(self, rule: Rule) -> bool:
        """Tell whether a rule takes part."""
        if rule.code.startswith(self.ignore) or (self.levels and rule.level not in self.levels):
            return False
        if self.select:
            return rule.code.startswith(self.select)
        return any(basis.confidence is not Confidence.UNCONFIRMED for basis in rule.bases)

    def choose(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Give the rules that take part.

        Raises:
            ValueError: nothing begins like one of the selected codes, for a check of no rule would pass for
                good; or no rule has the code for which a parameter is set.
            TypeError: the profile sets a parameter that its rule does not have.
        """
        rules = rules if isinstance(rules, RuleSet) else RuleSet(rules)
        for code, values in self.parameters.items():
            if code not in rules:
                raise ValueError(f"Profile {self.name}: không có quy tắc nào mã {code!r}")
            known = rules[code].parameters
            if unknown := sorted(values.keys() - known.keys()):
                names = ", ".join(known) or "không có tham số nào"
                raise TypeError(f"Profile {self.name}: {code} không có {', '.join(unknown)}; có: {names}")
        return _chosen(rules, self)

    def narrowed(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> "Profile":
        """Give the profile that takes only codes that begin like one of `select`, if any, none of `ignore`.

        >>> PROFILES["form-only"].narrowed(ignore=("TXT",)).levels
        (0,)
        """
        return attrs.evolve(self, select=select or self.select, ignore=(*self.ignore, *ignore))


@lru_cache(maxsize=32)
def _chosen(rules: RuleSet, profile: Profile) -> tuple[Rule, ...]:
    for code in profile.select:
        if not any(rule.code.startswith(code) for rule in rules):
            raise ValueError(f"Profile {profile.name}: không có quy tắc nào mã {code!r}")
    return tuple(rule for rule in rules if profile.takes(rule))


DEFAULT: Final = Profile()
"""Every rule whose basis is known."""

STRICT: Final = Profile(name="strict", select=("",))
"""Every rule, those on an unconfirmed basis too."""

FORM_ONLY: Final = Profile(name="form-only", levels=(0,))
"""Whether a report is filled in as its forms ask, whatever its figures say."""

PROFILES: Final = MappingProxyType({profile.name: profile for profile in (DEFAULT, STRICT, FORM_ONLY)})
"""The profiles that can be named in a call and on the command line."""


def profile_of(profile: Profile | str | None) -> Profile:
    """Give a profile, found by its name where a name is given; None is the default.

    Raises:
        ValueError: there is no profile of that name.

    >>> profile_of("form-only").levels
    (0,)
    """
    if isinstance(profile, Profile):
        return profile
    try:
        return PROFILES[profile or DEFAULT.name]
    except KeyError:
        known = ", ".join(PROFILES)
        raise ValueError(f"không có bộ quy tắc {profile!r}; chọn một trong {known}") from None
