"""`mttq rules`: the list of rules, or all about one of them."""

import argparse

from mttq.cli._exit_codes import CLEAN
from mttq.cli._saying import UnusableError, write
from mttq.errors import CodeError
from mttq.rendering import render
from mttq.rules import RuleSet
from mttq.rules._kit.selection import chosen_by, codes_in, see_that_rules_begin_so
from mttq.tables import Column, Lang, Table
from mttq.wording import Phrase, name_of, words

__all__ = ["run_rules"]


def run_rules(options: argparse.Namespace) -> int:
    """Print all about one rule, or list the rules that codes and families choose."""
    rules = options.project.rules
    codes = codes_in("codes", options.codes)
    if len(codes) == 1 and codes[0] in rules:
        from mttq.rulebook import tell

        write(tell(rules[codes[0]], lang=options.lang))
        return CLEAN
    try:
        see_that_rules_begin_so(codes, rules.names)
    except CodeError as error:
        raise UnusableError(Phrase("{}; xem: mttq rules", error.message)) from None
    is_chosen = chosen_by(codes, rules.names)
    write(_list(RuleSet(rule for rule in rules if not codes or is_chosen(rule.code)), options.lang))
    return CLEAN


def _list(rules: RuleSet, lang: Lang) -> str:
    rows = tuple((rule.code, name_of(rule.severity, lang), rule.words(lang)[0]) for rule in rules)
    columns = tuple(Column(words(lang)[key]) for key in ("code", "severity", "title"))
    return render(Table(title=words(lang)["rules"], columns=columns, rows=rows))
