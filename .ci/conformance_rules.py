"""Add cases to the conformance suite for rules that have none; a case once written is never changed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mttq import RULES, LoadError, Profile, Waiver, check, dumps, loads
from mttq.rules import Scope
from mttq.testing import draw_report
from mttq.testing._conformance import _whole
from mttq.testing._faults import FAULTS

FILE = Path(__file__).parents[1] / "src/mttq/conformance/rules.json"
BARE = {"schema_version": 1, "unit": {"kind": "xã", "name": "Mẫu"}, "title": "Báo cáo"}


def main() -> None:
    """Write the file anew: its cases as they were, then those of rules without any."""
    if FILE.exists():
        suite = json.loads(FILE.read_text(encoding="utf-8"))
    else:
        suite = {"report": json.loads(dumps(draw_report(62))), "cases": []}
    known = {case["rule"] for case in suite["cases"]}
    blanks = _blanks(suite["report"])
    for rule in RULES:
        if rule.code not in known and rule.scope is Scope.REPORT:
            suite["cases"] += list(_cases(rule.code, suite["report"], blanks))
    suite["cases"].sort(key=lambda case: case["rule"])
    lines = ",\n".join(f"  {json.dumps(case, ensure_ascii=False)}" for case in suite["cases"])
    report = json.dumps(suite["report"], ensure_ascii=False)
    FILE.write_text(
        f'{{"suite": "rules", "format": 1, "report": {report}, "cases": [\n{lines}\n]}}\n', encoding="utf-8"
    )


def _cases(code: str, base: Any, blanks: dict[str, Any]) -> Iterator[dict[str, object]]:
    """Give the cases of a rule: each must end as it says, or there is no such case."""
    report = loads(json.dumps(base))
    cases: list[dict[str, Any]] = [{"case": "as drawn", "patch": [], "state": "passed"}]
    for fault in FAULTS:
        if fault.code == code:
            wrong = json.loads(dumps(fault.plant(report, 2)))
            case = {"case": fault.name, "patch": list(_difference(base, wrong, ""))}
            waivers = [{"code": code, "reason": "đã giải trình bằng văn bản"}]
            cases += [{**case, "state": "failed"}, {**case, "waivers": waivers, "state": "waived"}]
    if code in blanks:
        cases.append({"case": "a blank", "patch": blanks[code], "state": "not_verifiable"})
    bare = [{"op": "replace", "path": "", "value": BARE}]
    cases.append({"case": "nothing but a unit and a title", "patch": bare, "state": "not_applicable"})
    for case in cases:
        state, paths = _judge(code, case, base)
        if state == case["state"]:
            yield {"rule": code, **case, **({"findings": paths} if paths else {})}


def _judge(code: str, case: dict[str, Any], base: Any) -> tuple[str, list[str]]:
    """Tell how a rule ends on the report of a case, and which figures it calls into question."""
    report = loads(json.dumps(_whole(case, base)["report"]))
    waivers = [Waiver(**waiver) for waiver in case.get("waivers", ())]
    findings = check(report, profile=Profile(select=(code,)), waivers=waivers)
    counts = findings.counts[code]
    if counts.failed:
        state = "failed" if findings[code] else "waived"
        return state, [finding.path for finding in (*findings[code], *findings.waived)]
    if counts.not_verifiable:
        return "not_verifiable", []
    return ("passed" if counts.passed else "not_applicable"), []


def _blanks(base: Any) -> dict[str, Any]:
    """Find for each rule a patch that leaves out one figure or record, so that nothing can be verified."""
    found: dict[str, Any] = {}
    for path in _places(base, ""):
        patch = [{"op": "remove", "path": path}]
        try:
            report = loads(json.dumps(_whole({"patch": patch}, base)["report"]))
        except LoadError:
            continue
        for code, counts in check(report, profile="strict").counts.items():
            if counts.not_verifiable and not counts.failed:
                found.setdefault(code, patch)
    return found


def _places(tree: Any, path: str) -> Iterator[str]:
    for key in tree if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        yield f"{path}/{key}"
        yield from _places(tree[key], f"{path}/{key}")


def _difference(old: Any, new: Any, path: str) -> Iterator[dict[str, object]]:
    """Give the patch that makes `new` of `old`; lists grow at their end only."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() - new.keys():
            yield {"op": "remove", "path": f"{path}/{key}"}
        for key in new:
            if key in old:
                yield from _difference(old[key], new[key], f"{path}/{key}")
            else:
                yield {"op": "add", "path": f"{path}/{key}", "value": new[key]}
    elif isinstance(old, list) and isinstance(new, list) and len(old) <= len(new):
        for place, item in enumerate(new):
            if place < len(old):
                yield from _difference(old[place], item, f"{path}/{place}")
            else:
                yield {"op": "add", "path": f"{path}/-", "value": item}
    else:
        yield {"op": "replace", "path": path, "value": new}


if __name__ == "__main__":
    main()
