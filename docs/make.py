"""Write anew all that is derived, unless a rule or a form lacks what only a person can write.

Derived are the conformance cases and the samples of forms (added, never changed), the tables of what rules
declare and find, all words, the pages of rules and of forms with their indexes, the page of names,
and what is promised.
`python docs/make.py`
"""

import runpy
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from mttq.errors import DeclarationError

try:
    from mttq.forms import Form
    from mttq.forms._form import SHIPPED
    from mttq.rules import Rule
    from mttq.wording import label, words
except DeclarationError as error:  # such as a rule without Vietnamese words
    sys.exit(str(error))

ROOT = Path(__file__).parents[1]
WRITERS = (
    "docs/make_samples.py",
    ".ci/conformance_rules.py",
    "tests/rules/test_declared.py",  # which reads the conformance cases
    "tests/wording/test_recorded.py",
    "docs/make_rules.py",
    "docs/make_errors.py",
    "docs/make_forms.py",
    "docs/make_examples.py",
    "docs/make_names.py",
    "docs/make_promises.py",
)


def main() -> str | None:
    """Write everything; if something is missing, write nothing and return a sentence for each thing."""
    told = "\n".join(missing())
    if told:
        return told
    for writer in WRITERS:
        runpy.run_path(str(ROOT / writer), run_name="__main__")
    return None


def missing() -> Iterator[str]:
    """Return what the rules and the built-in forms lack."""
    import mttq.forms
    import mttq.rules

    for module in _public(mttq.rules):
        for item in vars(module).values():
            if isinstance(item, Rule):
                yield from missing_of_rule(item)
    for module in _public(mttq.forms):
        for form in mttq.forms.registered_forms().values():
            if form.record.__module__ == module.__name__:
                yield from missing_of_form(form)


def _public(package: ModuleType) -> Iterator[ModuleType]:
    for item in iter_modules(package.__path__):
        if not item.name.startswith("_"):
            yield import_module(f"{package.__name__}.{item.name}")


def missing_of_rule(rule: Rule) -> Iterator[str]:
    """Return what a rule of mttq lacks."""
    from mttq._samples._faults import FAULTS
    from mttq._samples._together import TOGETHER
    from mttq.rules import RULES

    family = rule.family.lower()
    if rule.code not in RULES:
        yield f"{rule.code} is not in RULES: import its module in src/mttq/rules/_families.py."
    if not _has_both(rule.words):
        yield f"{rule.code} has no English title and message: add them in src/mttq/wording."
    if not _has_both(rule.reason):
        yield f"{rule.code} has no Vietnamese reason: give it in @rule(reason=…)."
    if f"family.{rule.family}" not in words("vi"):
        yield f"The family {rule.family} has no name: add it in src/mttq/wording, in both languages."
    if rule.code not in {fault.code for fault in (*FAULTS, *TOGETHER)}:
        yield f"{rule.code} has no planted fault: add one in src/mttq/_samples/_faults.py or _together.py."
    tests = [
        path.read_text("utf-8")
        for pattern in (f"test_{family}.py", f"test_{family}_*.py")
        for path in (ROOT / "tests/rules").glob(pattern)
    ]
    if not any(name in text for text in tests for name in (rule.code, rule.judge.__name__)):
        yield f"{rule.code} has no test: write one in tests/rules/test_{family}.py."


def _has_both(said: Callable[..., object]) -> bool:
    try:
        return said(lang="en") != said(lang="vi")
    except KeyError:
        return False


def missing_of_form(form: Form) -> Iterator[str]:
    """Return what a built-in form lacks."""
    if form.code not in SHIPPED:
        yield f"{form.code} is not in SHIPPED: add it in src/mttq/forms/_form.py."
    texts = (
        *(form.name, form.title),
        *(text for row in form.rows for text in (row.label, *row.parts)),
        *(head for row in form.rows for column in row.columns for head in column.heads),
        *(word.value for row in form.rows for item in (row, *row.columns) for word in item.choice or ()),
    )
    for text in dict.fromkeys(filter(None, texts)):
        if label(text, "en") in (text, ""):
            yield f"{form.code}: “{text}” has no English: add it in src/mttq/wording."


if __name__ == "__main__":
    sys.exit(main())
