"""Write a sample of each line of a built-in form that no sample of the format holds yet.

A sample is never edited: what is missing is added at the end.  `python docs/make_samples.py`
"""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Final

from mttq.codec import SCHEMA_VERSION, dumps, load, load_many
from mttq.errors import FieldError
from mttq.forms import Form, Kind, form_of, form_with
from mttq.forms._form import SHIPPED
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.values import Pair, PartialDate, Share, Triple

SAMPLES: Final = Path(__file__).parents[1] / "tests/compat"
WRITTEN: Final = SAMPLES / f"forms_v{SCHEMA_VERSION}.jsonl"
VALUES: Final = (
    *(3, Pair(3, 5), Triple(3, 5, 8), Share(Decimal("51.59")), Decimal("1.5")),
    *("Suối Mơ", dt.date(2026, 3, 5), PartialDate(year=2026)),
)
"""A value of each kind; a cell takes the first that it can hold."""

Lines = set[tuple[str, tuple[str, ...]]]


def built_in() -> list[Form]:
    """Return the forms of mttq."""
    return [form for code in SHIPPED if (form := form_with(code)) is not None]


def filled(form: Form, turn: int = 0) -> Report:
    """Return a report whose only appendix is a form with a value in each cell.

    A register has a record for each word of its columns; a line takes one word at a turn.
    """
    unit = Unit(kind=UnitKind.COMMUNE, name="Suối Mơ")
    report = Report(unit=unit, title="Báo cáo mẫu", appendices=(form.record(),))
    for row in form.rows:
        if row.record is not None:
            records = (row.record(),) * max(len(column.choice or (1,)) for column in row.columns)
            report = report.with_value(".".join((form.code, *row.path)), records)
    for cell in form.cells(report.appendices[0]):
        chosen = list((cell.column.choice if cell.column is not None else cell.row.choice) or ())
        word = [chosen[(cell.record or turn) % len(chosen)]] if chosen else []
        report = next(_with_value(report, cell.path, (*word, frozenset(chosen), *VALUES)))
    return report


def _with_value(report: Report, path: str, values: tuple[object, ...]) -> Iterator[Report]:
    for value in values:
        with suppress(FieldError):
            yield report.with_value(path, value)


def turns(form: Form) -> range:
    """Return as many turns as the lines of a form have words."""
    return range(max(len(row.choice or (1,)) for row in form.rows))


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
            reports = (filled(form, turn) for turn in turns(form))
            with WRITTEN.open("a", encoding="utf-8") as lines:
                lines.writelines(
                    json.dumps(json.loads(dumps(report)), ensure_ascii=False) + "\n" for report in reports
                )


if __name__ == "__main__":
    main()
