"""What one writes without mttq, for all of a report: a program with models of pydantic.

The models are those of `peers`, written out as classes; what is looked at is what `small_script` looks at.
"""

import datetime as dt
import enum
import inspect
import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pydantic
import small_script
from peers import pydantic_report

__all__ = ["source"]

_HEAD = """\
import datetime
import enum
import sys
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from tabulate import tabulate


class Model(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="allow")
"""


def source() -> str:
    """Return the program."""
    report = pydantic_report()
    written: dict[str, str] = {}
    _write(report, written)
    named = f"Report = {report.__name__}"
    return "\n\n".join((_HEAD, *written.values(), named, inspect.getsource(small_script.main), "main()\n"))


def _write(model: Any, written: dict[str, str]) -> None:
    """Write the class of a model, those of its fields before it."""
    if model.__name__ in written:
        return
    lines = [f"class {model.__name__}(Model):"]
    for name, field in model.model_fields.items():
        kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        for inner in _classes(kind):
            (_write if issubclass(inner, pydantic.BaseModel) else _write_words)(inner, written)
        lines.append(f"    {name}: {_told(kind)}{_default(field)}")
    written[model.__name__] = "\n".join(lines)


def _write_words(words: Any, written: dict[str, str]) -> None:
    lines = [f"class {words.__name__}(enum.Enum):", *(f"    {word.name} = {word.value!r}" for word in words)]
    written[words.__name__] = "\n".join(lines)


def _classes(kind: Any) -> Iterator[Any]:
    """Return the models and enumerations that an annotation names."""
    if isinstance(kind, type) and get_origin(kind) is None:
        if issubclass(kind, (pydantic.BaseModel, enum.Enum)):
            yield kind
    elif get_origin(kind) is not Literal:
        for argument in get_args(kind):
            yield from _classes(argument)


def _told(kind: Any) -> str:
    """Write an annotation."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return f"Annotated[{_told(arguments[0])}, Field(ge=0)]"
    if origin is Literal:
        return f"Literal[{arguments[0]!r}]"
    if origin in (Union, types.UnionType):
        return " | ".join(map(_told, arguments))
    if origin is tuple:
        return f"tuple[{', '.join('...' if one is ... else _told(one) for one in arguments)}]"
    plain = {types.NoneType: "None", dt.date: "datetime.date", Decimal: "Decimal"}
    return plain.get(kind, kind.__name__)


def _default(field: Any) -> str:
    if field.is_required():
        return ""
    if isinstance(field.default, pydantic.BaseModel):
        return f" = {type(field.default).__name__}()"
    if isinstance(field.default, enum.Enum):
        return f" = {type(field.default).__name__}.{field.default.name}"
    return f" = {field.default!r}"
