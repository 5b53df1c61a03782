"""The rule book: all about one rule, and a page for each rule with an index by family.

The example of a rule is run, not written: a fault is planted in a report that is in order, and what the rule
then says is shown.
"""

from mttq.rulebook._pages import INDEX, pages, tell

__all__ = ["INDEX", "pages", "tell"]
