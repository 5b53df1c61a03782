"""By what a command line wants reports to be judged: rules, a profile, waivers."""

import argparse
import warnings
from typing import NamedTuple

from mttq.checking import Profile, Waiver, installed_rules, load_waivers
from mttq.checking._profiles import profile_of
from mttq.cli._inputs import opened
from mttq.cli._saying import UnusableError, repeat
from mttq.errors import CodeError, DeclarationError
from mttq.rules import RULES, RuleSet, load_rules
from mttq.rules._kit.selection import codes_in
from mttq.wording import Phrase

__all__ = ["Demands", "demands_of", "rules_of", "waivers_of"]


class Demands(NamedTuple):
    """By what the command line wants reports to be judged."""

    rules: RuleSet
    profile: Profile
    waivers: tuple[Waiver, ...]


def demands_of(options: argparse.Namespace) -> Demands:
    demands = Demands(rules_of(options), profile_in(options), waivers_of(options))
    if not demands.profile.choose(demands.rules):  # a check by no rule would pass for good
        raise UnusableError(Phrase("--profile, --select và --ignore không để lại quy tắc nào"))
    return demands


def rules_of(options: argparse.Namespace) -> RuleSet:
    try:
        rules = installed_rules() if options.installed_rules else RULES
    except DeclarationError as error:
        raise UnusableError(Phrase("{}: {}", "--installed-rules", error.message)) from None
    if not options.rules:
        return rules
    more = [one for file in options.rules for one in opened(load_rules, file)]
    try:
        return RuleSet([*rules, *more])
    except DeclarationError as error:  # two files have one code
        raise UnusableError(Phrase("{}: {}", "--rules", error.message)) from None


def profile_in(options: argparse.Namespace) -> Profile:
    """Return the profile; one code that fits no rule would let everything pass in silence."""
    for name in ("select", "ignore"):  # a variable of a script that was not set
        text = getattr(options, name)
        if text is not None and not codes_in(name, text):
            raise UnusableError(Phrase("--{}: chưa ghi mã quy tắc nào", name))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        profile = profile_of(options.profile, select=options.select, ignore=options.ignore)
    repeat(caught, options.lang)
    try:
        profile.choose(rules_of(options))
    except CodeError as error:
        raise UnusableError(Phrase("{}; xem: mttq rules", error.message)) from None
    return profile


def waivers_of(options: argparse.Namespace) -> tuple[Waiver, ...]:
    """Read the waivers, and say if they are out of date and are not written anew."""
    if options.waivers is None:
        return ()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        waivers = opened(load_waivers, options.waivers)
    if getattr(options, "rewrite_waivers", None) is None:
        repeat(caught, options.lang)
    return waivers
