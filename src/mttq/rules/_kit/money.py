"""The sums of money that a report tells, but for the balances of its funds."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

import attrs

from mttq._declared.types import counted_in
from mttq.forms import Form, Kind, form_of
from mttq.report import Report
from mttq.rules._kit.amounts import VND
from mttq.rules._kit.fields import classes_in, fields_of, is_stock

__all__ = ["sums_of_money"]


def sums_of_money(report: Report) -> Iterator[tuple[str, int]]:
    """Return the exact sums of money in the funds and the forms of a report, by their paths."""
    return chain(_in_record(report.funds, "funds"), _in_forms(report))


def _in_record(record: Any, path: str) -> Iterator[tuple[str, int]]:
    """Return the exact sums of money in a record and in those inside it."""
    kind: Any = type(record)
    for name, is_money in _fields_with_money(kind):
        value = getattr(record, name)
        if is_money:
            if type(value) is int:
                yield f"{path}.{name}", value
        elif type(value) is tuple:
            for number, item in enumerate(value):
                yield from _in_record(item, f"{path}.{name}.{number}")
        elif value is not None:
            yield from _in_record(value, f"{path}.{name}")


@cache
def _fields_with_money(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a class that hold money, or records with money; balances left out."""
    if not attrs.has(kind):
        return ()
    found = list[tuple[str, bool]]()
    for field in fields_of(kind).values():
        if counted_in(field.type) == VND:
            if not is_stock(field.type):
                found.append((field.name, True))
        elif any(map(_fields_with_money, classes_in(field.type))):
            found.append((field.name, False))
    return tuple(found)


def _in_forms(report: Report) -> Iterator[tuple[str, int]]:
    """Return the sums of money in the cells of the forms of a report; states, as balances, left out."""
    for instance in report.appendices:
        form = form_of(type(instance))
        if _has_money(form):
            for cell in form.cells(instance):
                if cell.kind is Kind.MONEY and type(cell.value) is int and not cell.stock:
                    yield cell.path, cell.value


@cache
def _has_money(form: Form) -> bool:
    return any(cell.kind is Kind.MONEY or cell.row.kind is Kind.REGISTER for cell in form.blank)
