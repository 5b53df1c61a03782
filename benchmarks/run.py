"""mttq beside pydantic, msgspec and plain json: `python benchmarks/run.py [--reports 1000] [--rounds 9]`.

With `--write` the figures of docs/performance.md are written anew.
"""

import argparse
import compileall
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import msgspec
from aims import aims
from inlined import CODES, inlined
from kept import LOADERS
from peers import msgspec_report, pydantic_report
from tabulate import tabulate
from timing import Line, compare, markdown

import mttq
from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.errors import LoadError
from mttq.forms import print_form, tables_of
from mttq.report import Report
from mttq.rules import RULES, Rule, RuleSet
from mttq.testing import draw_report

_SIZE = 5  # as long as real reports
_KEPT = 200  # reports by which memory is measured: what they share is counted once
_IMPORTS = (
    "mttq",
    "mttq.codec",
    "pydantic",
    "msgspec",
    "cattrs",
    "tabulate",
    "pytest",
    "pytest_mttq",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="how many reports are drawn")
    parser.add_argument("--rounds", type=int, default=9, help="in how many rounds they are gone through")
    parser.add_argument(
        "--only", default="", help="aims, load, faults, dump, check, rules, render, import or memory"
    )
    parser.add_argument("--write", action="store_true", help="write docs/performance.md anew")
    chosen = parser.parse_args()
    if chosen.reports < 5 * chosen.rounds:
        parser.error("each round takes five other reports")
    compileall.compile_dir(Path(mttq.__file__).parent, quiet=2)  # as pip does when it installs
    reports = [draw_report(seed, size=_SIZE) for seed in range(chosen.reports)]
    texts = [dumps(report, indent=None) for report in reports]
    told = ["## Figures", _machine(texts, chosen.rounds)]
    sections: dict[str, Callable[[], str]] = {
        "aims": lambda: _aims(reports, texts, chosen.rounds),
        "load": lambda: _load(texts, chosen.rounds),
        "faults": lambda: _faults(texts, chosen.rounds),
        "dump": lambda: _dump(texts, chosen.rounds),
        "check": lambda: _check(reports, chosen.rounds),
        "rules": lambda: _rules(reports[:100]),
        "render": lambda: _render(reports, chosen.rounds),
        "import": lambda: _import(3 * chosen.rounds),
        "memory": lambda: _memory(texts),
    }
    if not chosen.write:
        print(*told, sep="\n\n", flush=True)
    for name, section in sections.items():
        if chosen.only in ("", name) and not (chosen.write and name == "rules"):
            told.append(section())
            if not chosen.write:
                print("", told[-1], sep="\n", flush=True)
    if chosen.write:
        _write("\n\n".join(told))


_PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_BEGIN, _END = "<!-- figures: python benchmarks/run.py --write -->", "<!-- end of the figures -->"


def _write(figures: str) -> None:
    page = _PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _PAGE.write_text(f"{before}{_BEGIN}\n\n{figures}\n\n{_END}{after}", encoding="utf-8")


def _aims(reports: list[Report], texts: list[str], rounds: int) -> str:
    some = reports[: 5 * rounds]
    faulty = [list(_planted(report))[-1] for report in some]
    with tempfile.TemporaryDirectory() as folder:
        memory = _kept("mttq", _kept_in(folder, texts), "tracemalloc")
    return "### Aims\n\n" + aims(some, faulty, rounds, memory)


def _machine(texts: list[str], rounds: int) -> str:
    libraries = ("attrs", "cattrs", "tabulate", "pydantic", "msgspec")
    size = sum(len(text.encode()) for text in texts) / len(texts)
    return "  \n".join(
        (
            f"{dt.datetime.now(tz=dt.UTC).date().isoformat()}, load of the machine {os.getloadavg()[0]:.0f}",
            f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, "
            f"{os.cpu_count()} cores, {platform.system()}",
            ", ".join(f"{name} {version(name)}" for name in libraries),
            f"{len(texts)} drawn reports, {size / 1000:.1f} kB each in JSON, with some 500 letters of text, "
            f"where it is said, of 46,000; {len(RULES)} rules, {rounds} rounds, CPU time",
        )
    )


def _table(title: str, lines: list[Line], reference: str) -> str:
    rows = [
        (
            line.name,
            f"{line.micros:,.0f}",
            f"{median(line.ratios):.2f} [{min(line.ratios):.2f}–{max(line.ratios):.2f}]",
        )
        for line in lines
    ]
    return f"### {title}\n\n" + markdown(("", "µs/report", f"× {reference} [least–most]"), rows)


def _load(texts: list[str], rounds: int) -> str:
    variants = {name: (make(), texts) for name, make in LOADERS.items()}
    lines = compare(variants, reference="pydantic strict", rounds=rounds)
    return _table("Load: JSON text → report, every type checked", lines, "pydantic strict")


def _faults(texts: list[str], rounds: int) -> str:
    """Three faults in each report: a figure in quotes, an unknown key, a word that is none of the choices."""
    model = pydantic_report()
    bad = []
    for text in texts:
        tree = json.loads(text)
        tree["population"]["persons"] = str(tree["population"]["persons"])
        tree["supervision"]["supervisions"][7]["subjekt"] = "x"
        tree["funds"]["ledgers"][1]["fund"] = "Quỹ"
        bad.append(json.dumps(tree, ensure_ascii=False))

    def by_mttq(text: str) -> int:
        try:
            loads(text)
        except LoadError as error:
            return len(error.faults)
        return 0

    def by_pydantic(text: str) -> int:
        try:
            model.model_validate_json(text)
        except ValueError as error:
            return len(error.errors())  # type: ignore[attr-defined]
        return 0

    variants = {"mttq": (by_mttq, bad), "pydantic strict": (by_pydantic, bad)}
    assert all(function(bad[0]) == 3 for function, _ in variants.values())  # noqa: PLR2004
    lines = compare(variants, reference="pydantic strict", rounds=rounds)
    return _table("Load of reports with three faults each, all located", lines, "pydantic strict")


def _dump(texts: list[str], rounds: int) -> str:
    """Each variant writes what it has just loaded, as a program does: texts are not encoded yet."""
    encode, model, struct = msgspec.json.Encoder().encode, pydantic_report(), msgspec_report()
    decode = msgspec.json.Decoder(struct).decode
    variants = {
        "mttq": (lambda report: dumps(report, indent=None), [loads(text) for text in texts]),
        "pydantic": (
            lambda report: report.model_dump_json(exclude_defaults=True),
            [model.model_validate_json(text) for text in texts],
        ),
        "msgspec": (encode, [decode(text) for text in texts]),
        "json, of ready dicts": (
            lambda tree: json.dumps(tree, ensure_ascii=False),
            [json.loads(text) for text in texts],
        ),
    }
    lines = compare(variants, reference="pydantic", rounds=rounds)
    return _table("Dump: report → JSON text, defaults left out", lines, "pydantic")


def _check(reports: list[Report], rounds: int) -> str:
    """Check all rules, and those that are plain arithmetic beside the same arithmetic written by hand."""
    some = RuleSet(RULES[code] for code in CODES)
    assert not any(  # the rules find more: they judge the percentages of statements too
        Counter(inlined(report)) - Counter(_codes(report, some))
        for report in reports[:50]
        for report in _planted(report)
    )
    variants = {
        f"mttq.check, all {len(RULES)} rules": (check, reports),
        f"mttq.check, {len(CODES)} arithmetic rules": (lambda report: check(report, rules=some), reports),
        f"the same {len(CODES)}, inlined by hand": (inlined, reports),
    }
    lines = compare(variants, reference=list(variants)[-1], rounds=rounds)
    return _table("Check of a consistent report", lines, "inlined")


def _codes(report: Report, rules: RuleSet) -> list[str]:
    return sorted(finding.code for finding in check(report, rules=rules))


def _planted(report: Report) -> Iterator[Report]:
    """Return a report as it is, and with one fault after the other planted."""
    yield report
    for path, more in (
        ("population.persons", 100_000),
        ("population.poor.households", 2000),
        ("organisation.committee.members", 3),
        ("organisation.standing_board.chairs", 9),
        ("kl62-pl1.cadres.full_time.commune", 4),
        ("kl62-pl1.membership.admitted_to_party", 500),
        ("kl62-pl1.dissemination.conferences.people_reached", 10**6),
        ("kl62-pl1.allowances.villages.at_norm", 1),
        ("kl62-pl2.criticism.sessions.commune", 100),
        ("campaigns.commendations.3.individuals", 1000),
        ("campaigns.festivals.2.areas_holding", 1),
        ("funds.gifts.1.value", 10**12),
        ("membership.organisations.2.closing", 7),
        ("supervision.supervisions.3.answered", 50),
    ):
        value = report.value_at(path)
        assert isinstance(value, int)
        report = report.with_value(path, value + more)
        yield report


def _rules(reports: list[Report]) -> str:
    """Return the cost of each rule, the dearest first."""
    nothing = _micros_of_check(reports, ())
    costs = {rule.code: _micros_of_check(reports, (rule,)) - nothing for rule in RULES}
    rows = [(code, f"{cost:.1f}") for code, cost in sorted(costs.items(), key=lambda item: -item[1])]
    return "### Each rule\n\n" + markdown(
        ("Rule", "µs/report"), [("(engine alone)", f"{nothing:.1f}"), *rows]
    )


def _micros_of_check(reports: list[Report], rules: tuple[Rule, ...]) -> float:
    def once() -> float:
        start = time.process_time()
        for report in reports:
            check(report, rules=rules)
        return (time.process_time() - start) / len(reports) * 1e6

    return min(once() for _ in range(5))


def _render(reports: list[Report], rounds: int) -> str:
    tables = [
        [
            (table.rows, [column.head for column in table.columns])
            for form in report.appendices
            for table in tables_of(form)
        ]
        for report in reports
    ]
    variants: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "mttq, both appendices": (
            lambda report: [print_form(form, fmt="markdown") for form in report.appendices],
            reports,
        ),
        "tabulate alone, of ready texts": (
            lambda ready: [tabulate(rows, heads, "pipe", disable_numparse=True) for rows, heads in ready],
            tables,
        ),
    }
    reference = "tabulate alone, of ready texts"
    lines = compare(variants, reference=reference, rounds=rounds)
    return _table("Render: both appendices as Markdown", lines, "tabulate")


def _import(rounds: int) -> str:
    """Start fresh processes in turn; what an import adds to bare Python."""
    times: dict[str, list[float]] = {name: [] for name in ("", *_IMPORTS)}
    for _ in range(rounds):
        for name, found in times.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", f"import {name}" if name else ""], check=True)
            found.append(time.perf_counter() - start)
    bare = times.pop("")
    rows = [
        (name, f"{median(own - base for own, base in zip(found, bare, strict=True)) * 1000:.0f}")
        for name, found in times.items()
    ]
    title = f"### Import: ms over bare Python ({median(bare) * 1000:.0f} ms)"
    return f"{title}\n\n" + markdown(("", "ms"), rows)


def _memory(texts: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = _kept_in(folder, texts)
        rows = [
            (name, *(_kept(name, file, measure) for measure in ("tracemalloc", "rss"))) for name in LOADERS
        ]
    return "### Memory of a kept report\n\n" + markdown(("", "KiB (tracemalloc)", "KiB (RSS)"), rows)


def _kept_in(folder: str, texts: list[str]) -> Path:
    """Write the reports whose memory is measured to a file."""
    more = (dumps(draw_report(seed, size=_SIZE), indent=None) for seed in range(len(texts), _KEPT))
    file = Path(folder, "reports.jsonl")
    file.write_text("\n".join((*texts, *more)), encoding="utf-8")
    return file


def _kept(name: str, file: Path, measure: str) -> str:
    script = str(Path(__file__).with_name("kept.py"))
    command = [sys.executable, script, name, str(file), measure]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return f"{float(result.stdout):.0f}"


if __name__ == "__main__":
    main()
