"""Findings as JUnit XML: a suite for each report, a case for each rule."""

import re
from typing import TYPE_CHECKING, Final

from mttq._names.former import former_arguments
from mttq.checking import Counts, FailOn, Findings
from mttq.exporting._results import Results, by_name, codes_of, rules_of
from mttq.tables import Lang
from mttq.wording import label, words
from mttq.wording._unicode import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["FailOn", "to_junit"]

_NOT_XML: Final = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@former_arguments("0.2", "lang")
def to_junit(
    results: Results,
    *,
    lang: Lang = "vi",
    fail_on: FailOn = "error",
) -> str:
    """Return findings as JUnit XML, as test servers (Jenkins, GitLab) show it.

    A rule fails if it found something at or above `fail_on`; what is below stands in the case's output.
    A rule that does not apply, lacks the figures it needs, or whose breaches are all waived is skipped, with
    the reason.  A report that could not be read is an error.  There is no time and no date in it: the same
    findings give the same text.

    Args:
        results: the findings of one report, or of several by name.
        lang: of all texts.
        fail_on: the least severity that fails a case.

    Source: junit-10.xsd of Jenkins' xUnit plugin.
    """
    from xml.etree import ElementTree as ET

    root = ET.Element("testsuites", name="mttq")
    for name, result in by_name(results).items():
        suite = ET.SubElement(root, "testsuite", name=_legal(name) or "mttq")
        if isinstance(result, str):
            _add(_case(suite, name, words(lang)["junit.reading"]), "error", "unreadable", result)
        else:
            _judge(suite, name, result, lang, fail_on)
        _count(suite, suite)
    _count(root, root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _judge(suite: "Element", name: str, findings: Findings, lang: Lang, fail_on: FailOn) -> None:
    """Add a case for each rule, in the order of the codes."""
    said, rules = words(lang), rules_of(findings)
    for code in codes_of(findings):
        title = f"{code} {rules[code].words(lang)[0]}" if code in rules else code
        case = _case(suite, name, title)
        found, counts = findings[code], findings.counts.get(code, Counts())
        waived = found.waived
        grave = found.where(least=fail_on)
        if grave:
            _add(case, "failure", grave[0].severity.name.lower(), *_explained(grave, lang))
        elif not found and not counts.passed:
            reasons = (f"{said['junit.waived']}: {item.waiver.reason}" for item in waived if item.waiver)
            blanks = dict.fromkeys(item.place(lang=lang) for item in findings.missing.get(code, ()))
            lacks = f"{said['junit.not_verifiable']}: {'; '.join(blanks)}"
            other = lacks if blanks else said["junit.not_applicable"]
            _add(case, "skipped", "", "; ".join(dict.fromkeys(reasons)) or other)
        lesser = [item for item in found if item not in grave.found]
        if lesser:
            _add(case, "system-out", "", "", "\n\n".join(item.explain(lang=lang) for item in lesser))


def _explained(findings: Findings, lang: Lang) -> tuple[str, str]:
    """Return messages on one line, and all that is known."""
    messages = "; ".join(f"{label(item.place, lang)}: {item.render(lang=lang)}" for item in findings)
    return messages, "\n\n".join(item.explain(lang=lang) for item in findings)


def _case(suite: "Element", name: str, title: str) -> "Element":
    from xml.etree import ElementTree as ET

    return ET.SubElement(suite, "testcase", classname=_legal(name) or "mttq", name=_legal(title))


def _add(case: "Element", tag: str, kind: str, message: str, text: str = "") -> None:
    from xml.etree import ElementTree as ET

    attributes = {"type": kind, "message": _legal(message)}
    ET.SubElement(case, tag, {key: value for key, value in attributes.items() if value}).text = _legal(text)


def _count(parent: "Element", counted: "Element") -> None:
    """Write on a suite how its cases ended."""
    for name, path in (
        ("tests", "testcase"),
        ("failures", "testcase/failure"),
        ("errors", "testcase/error"),
        ("skipped", "testcase/skipped"),
    ):
        if name != "skipped" or parent.tag == "testsuite":
            parent.set(name, str(len(counted.findall(f".//{path}"))))


def _legal(text: str) -> str:
    """Replace what no XML file can hold, or no terminal should be shown."""
    return _NOT_XML.sub("\ufffd", printable(text, lines=True))
