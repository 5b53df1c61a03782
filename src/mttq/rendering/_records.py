"""Records of the model as tables, found by walking their fields: what is blank is left out, all else is said.

A record is a table of its figures, line by line, those of the records inside it under their label.  A list of
records is a table with a column for each field.  Records that hold lists of figures themselves, as a ledger
its receipts, are a table each: a balance, from its opening to its closing line.
"""

import enum
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final, get_args, get_origin

import attrs

from mttq._declared.types import Key, choices, counted_in, unwrap
from mttq.forms import label_of
from mttq.model import Compiled, Gap
from mttq.model.statements import NAMES
from mttq.report import BARE_REPORT, place_in
from mttq.tables import Column, Lang, Table
from mttq.values import Pair, Printed, Quantity, Share, Triple
from mttq.vi import format_figure, format_quantity
from mttq.wording import label, name_of, words

__all__ = ["is_record", "said", "tables_of_list", "tables_of_record"]

_INDENT: Final = "  "
_FIGURES: Final = (int, Decimal, Quantity, Share, Pair, Triple)


@attrs.frozen
class _Field:
    """A field of a record.

    Args:
        path: the names that lead to it from the record.
        heads: its label, below those of the records around it.
        unit: what whole numbers in it count; empty if that is not said.
        is_key: whether it distinguishes the record from its neighbours.
        is_path: whether it is the path of a figure.
        inner: the class of the records that stand in it; None if none do.
        is_list: whether several do.
    """

    path: tuple[str, ...]
    heads: tuple[str, ...]
    unit: str
    is_key: bool
    is_path: bool
    inner: Any
    is_list: bool

    def value_in(self, record: Any) -> Any:
        for name in self.path:
            record = getattr(record, name) if record is not None else None
        return record

    @property
    def is_register(self) -> bool:
        """Whether it is a list of records with figures."""
        return self.is_list and self.inner is not None and _has_figures(self.inner)


def is_record(value: object) -> bool:
    """Return whether something is a record of the model."""
    return attrs.has(type(value)) and type(value).__module__.startswith("mttq.model")


@cache
def _fields(record: Any) -> tuple[_Field, ...]:
    return tuple(_field(record, field) for field in attrs.fields(attrs.resolve_types(record)))


def _field(record: Any, field: Any) -> _Field:
    marks = unwrap(field.type)[1]
    admitted = list(choices(field.type))
    lists = [get_args(choice)[0] for choice in admitted if get_origin(choice) is tuple]
    kinds = [choice for item in lists for choice in choices(item)] if lists else admitted
    return _Field(
        path=(field.name,),
        heads=(label_of(record, field.name),),
        unit=counted_in(field.type),
        is_key=any(isinstance(mark, Key) for mark in marks),
        is_path=any(isinstance(mark, Key) and mark.path for mark in marks),
        inner=next((kind for kind in kinds if _is_class_of_records(kind)), None),
        is_list=bool(lists),
    )


def _is_class_of_records(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind.__module__.startswith("mttq.model")


@cache
def _has_figures(record: Any) -> bool:
    return any(
        _has_figures(field.inner) if field.inner else bool(set(choices(raw.type)) & set(_FIGURES))
        for field, raw in zip(_fields(record), attrs.fields(record), strict=True)
    )


@cache
def _columns(record: Any) -> tuple[_Field, ...]:
    """Return the fields of a record, in place of a record inside it those of that."""
    found: list[_Field] = []
    for field in _fields(record):
        if field.inner is None or field.is_list or _is_named(field.inner):
            found.append(field)
            continue
        found += [
            attrs.evolve(
                inner,
                path=(*field.path, *inner.path),
                heads=(*field.heads, *inner.heads),
                is_key=field.is_key and inner.is_key,
            )
            for inner in _columns(field.inner)
        ]
    return tuple(found)


def _is_named(record: Any) -> bool:
    """Return whether a class says in words of its own what its records are called, as a unit does."""
    return "__str__" in vars(record)


def _is_blank(value: Any) -> bool:
    return value is None or value is False or value == () or (is_record(value) and _is_empty(value))


def _is_empty(record: Any) -> bool:
    return all(_is_blank(field.value_in(record)) for field in _fields(record.__class__))


# --- words ---
def said(value: Any, *, unit: str = "", is_path: bool = False, lang: Lang = "vi") -> str:
    """Say what stands in a field of a record: sums of money in đồng, lists in one line.

    Args:
        value: what stands there.
        unit: what whole numbers count there.
        is_path: whether texts are paths of figures: said is their place.
        lang: the language.
    """
    match value:
        case bool():
            return words(lang)["rule.yes" if value else "rule.no"]
        case enum.Enum():
            return name_of(value, lang)
        case int() if unit == "VND":
            return format_quantity(Quantity.of(value, unit), lang=lang)
        case str() if is_path:
            return label(place_in(BARE_REPORT, value) or NAMES.get(value) or value, lang)
        case tuple() if not isinstance(value, Printed):
            return "; ".join(said(item, unit=unit, is_path=is_path, lang=lang) for item in value)
        case _ if is_record(value):
            return _in_a_line(value, lang)
        case _:
            return format_figure(value, lang=lang)


def _in(field: _Field, record: Any, lang: Lang) -> str:
    value = field.value_in(record)
    return "" if _is_blank(value) else said(value, unit=field.unit, is_path=field.is_path, lang=lang)


def _in_a_line(record: Any, lang: Lang) -> str:
    """Say a record by its name, with what else it holds in brackets."""
    name = _name_of(record, lang)
    rest = [field for field in _columns(record.__class__) if not field.is_key or field.inner]
    return _with_rest(name, record, rest, lang)


def _name_of(record: Any, lang: Lang) -> str:
    """Return what a record is called: by words of its own, or by what distinguishes it."""
    if _is_named(type(record)):
        return str(record)
    keys = [field for field in _columns(record.__class__) if field.is_key]
    return ", ".join(filter(None, (_key_in(field, record, lang) for field in keys)))


def _key_in(field: _Field, record: Any, lang: Lang) -> str:
    """Return what a key holds; of a thing that is so or not, what is so."""
    return _head(field, lang) if field.value_in(record) is True else _in(field, record, lang)


def _with_rest(name: str, record: Any, rest: Iterable[_Field], lang: Lang) -> str:
    told = ((_head(field, lang), _in(field, record, lang)) for field in rest)
    others = "; ".join(f"{head}: {text}" for head, text in told if text and text not in name)
    return f"{name} ({others})" if name and others else name or others


def _head(field: _Field, lang: Lang) -> str:
    return ": ".join(label(head, lang) for head in field.heads)


# --- tables ---
def tables_of_record(record: Any, *, title: str = "", lang: Lang = "vi") -> Iterator[Table]:
    """Return a record of the model as tables: its own figures, then each list of records inside it.

    Args:
        record: the record.
        title: what stands above the first table.
        lang: the language of heads, labels and words.
    """
    if _is_balance(record.__class__) and any(field.is_key for field in _fields(record.__class__)):
        yield from tables_of_list((record,), title=title, lang=lang)
        return
    lines = list(_lines(record, lang))
    if lines:
        yield _of_lines(title, lines, lang)
    for heads, items in _lists(record, ()):
        name = ": ".join(label(head, lang) for head in heads)
        if isinstance(record, Compiled):
            yield _of_gaps(name, record, lang)
        else:
            yield from tables_of_list(items, title=name, lang=lang)


def tables_of_list(items: Sequence[Any], *, title: str = "", lang: Lang = "vi") -> Iterator[Table]:
    """Return records of one class as a table, a line for each; as balances, if they hold lists of figures.

    Args:
        items: the records.
        title: what stands above.
        lang: the language.
    """
    if not _is_balance(items[0].__class__):
        yield _of_records(title, items, lang)
        return
    for item in items:
        name = ": ".join(filter(None, (title, _name_of(item, lang))))
        yield _of_lines(name, list(_lines(item, lang, is_balance=True)), lang)


def _is_balance(record: Any) -> bool:
    """Return whether a class has lists of figures in it."""
    return any(field.is_register for field in _columns(record))


@attrs.frozen
class _Line:
    label: str
    text: str = ""
    is_words: bool = False


def _lines(record: Any, lang: Lang, depth: int = 0, *, is_balance: bool = False) -> Iterator[_Line]:
    """Return what a record holds, line by line: of a balance its lists too, and not its name."""
    for field in _fields(record.__class__):
        value, head = field.value_in(record), _INDENT * depth + _head(field, lang)
        if _is_blank(value) or (is_balance and field.is_key):
            continue
        if field.is_register and is_balance:
            yield _Line(head)
            for place, item in enumerate(value, 1):
                yield _item(item, place, depth + 1, lang)
        elif is_record(value) and not _is_named(type(value)):
            name = _name_of(value, lang) if is_balance else ""
            inner = list(_lines(value, lang, depth + 1, is_balance=is_balance))
            yield from [_Line(": ".join(filter(None, (head, name)))), *inner] if inner or name else []
        elif is_balance or not (field.is_list and field.inner):
            yield _Line(head, _in(field, record, lang), _is_words(value))


def _item(record: Any, place: int, depth: int, lang: Lang) -> _Line:
    """Return a record of a list inside a balance: its name, and the figure that is its sum of money."""
    told = [f for f in _columns(record.__class__) if not f.is_key and not _is_blank(f.value_in(record))]
    main = next((field for field in told if field.unit == "VND"), told[0] if told else None)
    name = _name_of(record, lang) or str(place)
    head = _with_rest(name, record, (field for field in told if field is not main), lang)
    return _Line(_INDENT * depth + head, _in(main, record, lang) if main else "")


def _lists(record: Any, heads: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Return the lists of records inside a record, each with the labels that lead to it."""
    for field in _fields(record.__class__):
        value, here = field.value_in(record), (*heads, *field.heads)
        if field.is_list and field.inner and value:
            yield here, value
        elif is_record(value) and not _is_named(type(value)):
            yield from _lists(value, here)


def _of_lines(title: str, lines: Iterable[_Line], lang: Lang) -> Table:
    kept = list(lines)
    heads = words(lang)
    is_words = any(line.is_words for line in kept)
    told = Column(heads["form.value"]) if is_words else Column(heads["figure"], "right")
    return Table(
        title=title,
        columns=(Column(heads["form.item"]), told),
        rows=tuple((line.label, line.text) for line in kept),
    )


def _of_records(title: str, items: Sequence[Any], lang: Lang) -> Table:
    told = [
        field
        for field in _columns(items[0].__class__)
        if any(not _is_blank(field.value_in(item)) for item in items)
    ]
    return Table(
        title=title,
        columns=tuple(_column(field, [field.value_in(item) for item in items], lang) for field in told),
        rows=tuple(tuple(_in(field, item, lang) for field in told) for item in items),
    )


def _of_gaps(title: str, compiled: Compiled, lang: Lang) -> Table:
    """Return the figures that not all have told, with the names of those who have not."""
    figure, missing = (Column(label_of(Gap, name, lang=lang)) for name in ("path", "missing"))
    return Table(
        title=title,
        columns=(figure, missing),
        rows=tuple(
            (
                said(gap.path, is_path=True, lang=lang),
                "; ".join(compiled.units[place] for place in gap.missing if place < len(compiled.units)),
            )
            for gap in compiled.gaps
        ),
    )


def _column(field: _Field, values: Iterable[Any], lang: Lang) -> Column:
    *over, head = (label(head, lang) for head in field.heads)
    is_figure = all(isinstance(value, Printed | Decimal | None) for value in values)
    return Column(head, "right" if is_figure else "left", tuple(over))


def _is_words(value: Any) -> bool:
    """Return whether something is a text, or several, as opposed to a figure, a date, a word of a choice."""
    return isinstance(value, str | tuple) and not isinstance(value, Printed | enum.Enum)
