"""Findings as SARIF 2.1.0: one run, each rule with what is known about it, each report an artifact."""

import json
import os
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

import attrs

from mttq._names.former import former_arguments
from mttq.checking import Finding, Findings
from mttq.exporting._results import Results, by_name, codes_of, rules_of
from mttq.rules import Rule, Severity
from mttq.tables import Lang
from mttq.wording import label
from mttq.wording._unicode import escaped

__all__ = ["to_sarif"]

_Object = dict[str, object]
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@former_arguments("0.2", "lang")
def to_sarif(results: Results, *, lang: Lang = "vi") -> str:
    """Return findings as SARIF 2.1.0, as code hosts and editors show it.

    A report has no lines, so a place is a logical location: the path of the figure, with its name in words
    and the file where there is one.  A waiver comes as an accepted suppression with its reason.  How often
    each rule passed, failed, did not apply or could not judge stands with the report's artifact.

    Args:
        results: the findings of one report, or of several by name of their file.
        lang: of all texts.

    Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
    """
    from mttq import __version__

    read = {name: result for name, result in by_name(results).items() if isinstance(result, Findings)}
    unread = {name: result for name, result in by_name(results).items() if isinstance(result, str)}
    rules = {code: rule for findings in read.values() for code, rule in rules_of(findings).items()}
    codes = sorted({code for findings in read.values() for code in codes_of(findings)})
    driver = {
        "name": "mttq",
        "version": __version__,
        "language": lang,
        "rules": [_rule(code, rules.get(code), lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": reason}, "locations": [_file(name)]}
                    for name, reason in unread.items()
                ],
            }
        ],
        "artifacts": [_artifact(name, findings) for name, findings in read.items()],
        "results": [
            _result(finding, codes.index(finding.code), name, index, lang)
            for index, (name, findings) in enumerate(read.items())
            for finding in (*findings.found, *findings.waived)
        ],
    }
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return escaped(json.dumps(log, ensure_ascii=False, indent=2))


def _rule(code: str, rule: Rule | None, lang: Lang) -> _Object:
    if rule is None:
        return {"id": code}
    bases = "; ".join(map(str, rule.bases))
    return {
        "id": code,
        "name": "".join(word.title() for word in rule.judge.__name__.split("_")),
        "shortDescription": {"text": rule.words(lang)[0]},
        "fullDescription": {"text": rule.reason(lang=lang)},
        "help": {"text": f"{rule.reason(lang=lang)}\n\n{bases}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family],
            "level": rule.level,
            "basis": bases,
            "confidence": str(rule.basis.confidence),
        },
    }


def _result(finding: Finding, rule: int, name: str, artifact: int, lang: Lang) -> _Object:
    facts = finding.as_dict(lang=lang)
    shown = ("expected", "actual", "arithmetic", "suggestions", "basis")
    waiver, file = finding.waiver, _file(name, index=artifact)
    figure = {
        "name": finding.path.rpartition(".")[2],
        "fullyQualifiedName": finding.path,
        "kind": "value",
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {
            "text": ": ".join(filter(None, (finding.render(lang=lang), finding.arithmetic(lang=lang))))
        },
        "locations": [{**file, "logicalLocations": [figure], "message": {"text": facts["place"]}}],
        "relatedLocations": [
            {**file, "message": {"text": label(place, lang)}} for place in dict.fromkeys(finding.related)
        ],
        "partialFingerprints": {"mttqFinding/v2": finding.fingerprint},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": waiver.reason}]
        if waiver
        else [],
        "properties": {key: facts[key] for key in shown},
    }


def _file(name: str, **index: int) -> _Object:
    """Say in which file something is, if there is one."""
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(name), **index}}} if name else {}


def _artifact(name: str, findings: Findings) -> _Object:
    counts = {code: attrs.asdict(counts) for code, counts in findings.counts.items()}
    location = {"location": {"uri": _uri(name)}} if name else {}
    return {**location, "mimeType": "application/json", "properties": {"counts": counts}}


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
