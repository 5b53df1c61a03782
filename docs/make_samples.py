"""Write a sample of each line of a built-in form that no sample of the format holds yet.

A sample is never edited: what is missing is added at the end.  `python docs/make_samples.py`
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Final

import mttq.forms
from mttq.codec import SCHEMA_VERSION, dumps, load, load_many
from mttq.errors import FieldError
from mttq.forms import Form, Kind, form_of, registered_forms
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.values import Pair, Share, Triple

SAMPLES: Final = Path(__file__).parents[1] / "tests/compat"
WRITTEN: Final = SAMPLES / f"forms_v{SCHEMA_VERSION}.jsonl"
VALUES: Final = (3, Pair(3, 5), Triple(3, 5, 8), Share(Decimal("51.59")), Decimal("1.5"))
"""A figure of each kind; a cell takes the first that it can hold."""

Lines = set[tuple[str, tuple[str, ...]]]


def built_in() -> list[Form]:
    """Return the forms of mttq."""
    return [form for form in registered_forms().values() if form.record.__name__ in mttq.forms.__all__]


def filled(form: Form) -> Report:
    """Return a report whose only appendix is a form with a figure in each cell."""
    unit = Unit(kind=UnitKind.COMMUNE, name="Suối Mơ")
    report = Report(unit=unit, title="Báo cáo mẫu", appendices=(form.record(),))
    for cell in form.cells(form.record()):
        report = next(_with_value(report, cell.path))
    return report


def _with_value(report: Report, path: str) -> Iterator[Report]:
    for value in VALUES:
        with suppress(FieldError):
            yield report.with_value(path, value)


def held() -> Lines:
    """Return the lines of forms that samples hold, with the codes of the forms."""
    reports = [load(path) for path in SAMPLES.glob("*.json")]
    for path in SAMPLES.glob("*.jsonl"):
        with path.open("rb") as lines:
            reports += load_many(lines=lines)
    return {
        (form.code, cell.row.path)
        for report in reports
        for item in report.appendices
        for form in [form_of(type(item))]
        for cell in form.cells(item)
        if cell.value is not None
    }


def main() -> None:
    """Add the samples that are missing."""
    known = held()
    for form in built_in():
        if not {(form.code, row.path) for row in form.rows if row.kind is not Kind.HEADING} <= known:
            sample = json.dumps(json.loads(dumps(filled(form))), ensure_ascii=False)
            with WRITTEN.open("a", encoding="utf-8") as lines:
                lines.write(f"{sample}\n")


if __name__ == "__main__":
    main()
