"""The figures that have an aim, each beside it: all variants take turns in one run, in CPU time."""

import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import attrs
from inlined import inlined
from peers import pydantic_report
from prose import prose
from script import source
from tabulate import tabulate
from timing import Line, compare, markdown

from mttq.checking import check, check_all
from mttq.codec import dumps, load, load_many, loads
from mttq.forms import print_form, tables_of
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rollup import roll_up

__all__ = ["aims", "with_prose"]

_HERE = Path(__file__).parent
_REAL = _HERE.parent / "examples" / "trung_son_2023.json"
_CHUNK = 5  # reports that are kept, or checked together, at once
_SUMMED = 100  # reports of one sum
_PROVINCE = Unit(kind=UnitKind.PROVINCE, name="Mẫu")


class Aim(NamedTuple):
    """One line of the table: what is measured, how much it is, how much it should be at most."""

    name: str
    figure: str
    aim: str


def with_prose(reports: Sequence[Report]) -> list[Report]:
    """Return reports with a text as long as that of real ones."""
    return [report.with_value("narrative", prose(report, number)) for number, report in enumerate(reports)]


def aims(short: Sequence[Report], faulty: Sequence[Report], rounds: int, memory: str) -> str:
    """Measure all that has an aim.

    Args:
        short: reports as they are drawn; as many get a text of real length.
        faulty: reports with planted faults.
        rounds: how many rounds.
        memory: how much a kept report takes, in KiB.
    """
    lines = _lines(short, faulty, rounds)
    processes = _processes(3 * rounds)
    rows = [
        Aim("check, text of real length, all rules", _ms(lines, "check, long"), "5.5 ms"),
        Aim("check, short text", _ms(lines, "check"), ""),
        Aim("check, short text, 14 planted faults", _ms(lines, "check, faulty"), ""),
        Aim("check_all, text of real length, each report", _ms(lines, "check_all, long", _CHUNK), "9 ms"),
        Aim("check_all, short text, each report", _ms(lines, "check_all", _CHUNK), ""),
        Aim("check of examples/trung_son_2023.json", _ms(lines, "check, real"), "1.8 ms"),
        Aim("load, kept", _times(lines, "load", "load, pydantic"), "1.6 × pydantic strict"),
        Aim("the same, in time", _ms(lines, "load", _CHUNK), ""),
        Aim("memory of a kept report", f"{memory} KiB", "90 KiB"),
        Aim("both appendices as Markdown", _times(lines, "render", "f-strings"), "18 × f-strings"),
        Aim("the same beside tabulate alone", _times(lines, "render", "tabulate"), ""),
        Aim("dump", _times(lines, "dump", "dump, pydantic"), "1.3 × pydantic"),
        Aim("roll-up, cells of forms, each report", _us(lines, "roll-up of cells", _SUMMED), "25 µs"),
        Aim("roll-up, all of a report", _us(lines, "roll-up", _SUMMED), "60 µs"),
        Aim("load, check, render, dump", _times(lines, "all", "all, pydantic"), "1.5 × pydantic"),
        Aim(
            "the same, text of real length",
            _times(lines, "all, long", "all, pydantic, long"),
            "2.2 × pydantic",
        ),
        Aim(
            "`mttq check FILE` beside a script with models of a whole report",
            _ratio(processes["check"], processes["whole script"]),
            "1.8 × script",
        ),
        Aim("the same beside small_script.py", _ratio(processes["check"], processes["script"]), ""),
        Aim("the same, in time", f"{median(processes['check']) * 1000:.0f} ms", ""),
        Aim("`mttq --version`", f"{median(processes['version']) * 1000:.0f} ms", "30 ms"),
        Aim("first load and check of a process, over bare Python", _over(processes, "first"), ""),
    ]
    return markdown(("", "measured", "aim, at most"), rows)


def _lines(short: Sequence[Report], faulty: Sequence[Report], rounds: int) -> Mapping[str, Line]:
    """Time all variants in one run."""
    long, real = with_prose(short), load(_REAL)
    peer = pydantic_report()
    texts, long_texts = ([dumps(report, indent=None) for report in some] for some in (short, long))
    ready = [
        [
            (table.rows, [column.head for column in table.columns])
            for form in one.appendices
            for table in tables_of(form)
        ]
        for one in short
    ]
    peers = [peer.model_validate_json(text) for text in texts]
    summed = _summed(short)
    cells = [
        Report(unit=one.unit, title=one.title, periods=one.periods, appendices=one.appendices)
        for one in summed
    ]

    def mine(text: str) -> None:
        report = loads(text)
        check(report)
        _printed(report)
        dumps(report, indent=None)

    def theirs(given: tuple[str, Report, Any]) -> None:
        text, report, tables = given
        model = peer.model_validate_json(text)
        inlined(report)
        _tabulated(tables)
        model.model_dump_json(exclude_defaults=True)

    variants: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "check": (check, short),
        "check, long": (check, long),
        "check, faulty": (check, faulty),
        "check, real": (check, [real] * len(short)),
        "check_all": (check_all, _chunks(short)),
        "check_all, long": (check_all, _chunks(long)),
        "load": (lambda lines: list(load_many(lines=lines)), _chunks(texts)),
        "load, pydantic": (lambda lines: [peer.model_validate_json(line) for line in lines], _chunks(texts)),
        "dump": (partial(dumps, indent=None), [loads(text) for text in texts]),
        "dump, pydantic": (lambda report: report.model_dump_json(exclude_defaults=True), peers),
        "render": (_printed, short),
        "tabulate": (_tabulated, ready),
        "f-strings": (_joined, ready),
        "roll-up": (partial(roll_up, into=_PROVINCE), [summed] * rounds),
        "roll-up of cells": (partial(roll_up, into=_PROVINCE), [cells] * rounds),
        "all": (mine, texts),
        "all, pydantic": (theirs, list(zip(texts, short, ready, strict=True))),
        "all, long": (mine, long_texts),
        "all, pydantic, long": (theirs, list(zip(long_texts, long, ready, strict=True))),
    }
    return {line.name: line for line in compare(variants, reference="check", rounds=rounds)}


def _chunks(items: Sequence[Any]) -> list[Sequence[Any]]:
    return [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]


def _summed(reports: Sequence[Report]) -> list[Report]:
    """Return as many reports as a sum has, each of a unit of its own."""
    return [
        attrs.evolve(report, unit=attrs.evolve(report.unit, name=f"Mẫu {number}", code=f"{number:05d}"))
        for number in range(_SUMMED)
        for report in (reports[number % len(reports)],)
    ]


def _printed(report: Report) -> list[str]:
    return [print_form(form, fmt="markdown") for form in report.appendices]


def _tabulated(tables: Sequence[Any]) -> list[str]:
    return [tabulate(rows, heads, "pipe", disable_numparse=True) for rows, heads in tables]


def _joined(tables: Sequence[Any]) -> list[str]:
    """Set the same cells, as wide as their columns, by f-strings alone."""
    texts = []
    for rows, heads in tables:
        lines = (heads, *rows)
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        padded = ([f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)] for line in lines)
        texts.append("\n".join(f"| {' | '.join(line)} |" for line in padded))
    return texts


def _processes(rounds: int) -> dict[str, list[float]]:
    """Start processes in turn, and return the CPU time of each."""
    with TemporaryDirectory() as folder:
        whole = Path(folder, "whole_script.py")
        whole.write_text(source(), encoding="utf-8")
        return _timed(rounds, whole)


def _timed(rounds: int, whole: Path) -> dict[str, list[float]]:
    first = f"import mttq; mttq.check(mttq.load({str(_REAL)!r}))"
    commands = {
        "check": ["-m", "mttq", "check", str(_REAL)],
        "script": [str(_HERE / "small_script.py"), str(_REAL)],
        "whole script": [str(whole), str(_REAL)],
        "version": ["-m", "mttq", "--version"],
        "first": ["-c", first],
        "bare": ["-c", ""],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *command], check=False, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return times


def _over(processes: Mapping[str, list[float]], name: str) -> str:
    over = [own - bare for own, bare in zip(processes[name], processes["bare"], strict=True)]
    return f"{median(over) * 1000:.0f} ms"


def _ms(lines: Mapping[str, Line], name: str, among: int = 1) -> str:
    return f"{lines[name].micros / 1000 / among:.2f} ms"


def _us(lines: Mapping[str, Line], name: str, among: int) -> str:
    return f"{lines[name].micros / among:.0f} µs"


def _times(lines: Mapping[str, Line], name: str, reference: str) -> str:
    return _ratio(lines[name].ratios, lines[reference].ratios)


def _ratio(one: Sequence[float], other: Sequence[float]) -> str:
    """Return how many times as long one takes as the other, by rounds: the median, the least and the most."""
    found = [a / b for a, b in zip(one, other, strict=True)]
    return f"{median(found):.2f} × [{min(found):.2f}–{max(found):.2f}]"
