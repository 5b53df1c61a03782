"""The same shape of report in pydantic and in msgspec, generated from the annotations of mttq's records."""

import datetime as dt
import enum
import types
from collections.abc import Callable
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import msgspec
import pydantic

from mttq._declared.types import AtLeast, unwrap
from mttq.forms import ImplementationAppendix, ParticipationAppendix, form_of
from mttq.report import Report
from mttq.values import Pair, PartialDate, Share, Triple

__all__ = ["msgspec_report", "pydantic_report"]

_APPENDICES = (ImplementationAppendix, ParticipationAppendix)
_STRICT = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)

Make = Callable[[Any, str, dict[str, tuple[Any, Any]]], Any]


@cache
def pydantic_report() -> Any:
    """Make the pydantic model of a report: strict, frozen, unknown keys forbidden."""
    return _Peers(_pydantic_record, Annotated[int, pydantic.Field(ge=0)]).report()


@cache
def msgspec_report() -> Any:
    """Make the msgspec struct of a report: frozen, unknown keys forbidden.

    Counts are plain integers: with `msgspec.Meta(ge=0)` msgspec 0.22.0 crashes in the next collection.
    """
    return _Peers(_msgspec_record, int).report()


def _pydantic_record(record: Any, name: str, fields: dict[str, tuple[Any, Any]]) -> Any:
    tag: dict[str, Any] = {"form": (Literal[form_of(record).code], ...)} if record in _APPENDICES else {}
    definitions: dict[str, Any] = tag | fields
    return pydantic.create_model(name, __config__=_STRICT, **definitions)


def _msgspec_record(record: Any, name: str, fields: dict[str, tuple[Any, Any]]) -> Any:
    tag: dict[str, Any] = {"tag_field": "form", "tag": form_of(record).code} if record in _APPENDICES else {}
    listed = [
        (field, kind) if default is ... else (field, kind, default)
        for field, (kind, default) in fields.items()
    ]
    return msgspec.defstruct(
        name, listed, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, **tag
    )


class _Peers:
    """One translation of mttq's annotations, each record made once."""

    def __init__(self, make: Make, least_0: Any) -> None:
        self.make = make
        self.leaves: dict[Any, Any] = {
            Share: Decimal,
            PartialDate: str,
            Pair: tuple[least_0, least_0],
            Triple: tuple[least_0, least_0, least_0],
        }
        self.least_0 = least_0
        self.made: dict[Any, Any] = {}

    def report(self) -> Any:
        return self.record(Report, {}, {"schema_version": (int, 1)})

    def record(self, annotation: Any, arguments: dict[Any, Any], more: dict[str, tuple[Any, Any]]) -> Any:
        if annotation not in self.made:
            cls = get_origin(annotation) or annotation
            fields = {field.name: self.field(field, arguments) for field in attrs.fields(cls) if field.init}
            name = f"{cls.__module__.rpartition('.')[2]}_{cls.__name__}_{len(self.made)}"
            self.made[annotation] = self.make(cls, name, more | fields)
        return self.made[annotation]

    def field(self, field: "attrs.Attribute[Any]", arguments: dict[Any, Any]) -> tuple[Any, Any]:
        kind = self.translated(field.type, arguments)
        if field.default is attrs.NOTHING:
            return kind, ...
        blank = field.default is None or field.default == () or not attrs.has(type(field.default))
        if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            optional = type(None) in get_args(kind)
            return kind, None if optional else kind()
        return kind, field.default if blank else kind()

    def translated(self, annotation: Any, arguments: dict[Any, Any]) -> Any:
        bare, extra = unwrap(arguments.get(annotation, annotation))
        origin, args = get_origin(bare), get_args(bare)
        if bare is int:
            return self.least_0 if AtLeast(0) in extra else int
        if origin in (Union, types.UnionType):
            kinds = [self.translated(arg, arguments) for arg in args]
            words = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, enum.Enum)]
            if len(words) > 1:  # msgspec takes one enumeration in a union: words of several are texts
                kinds = [kind for kind in kinds if kind not in words] + [str]
            return reduce(or_, kinds)
        if origin is tuple:
            item: Any = self.translated(args[0], arguments)
            return tuple.__class_getitem__((item, ...))
        if bare is object:
            return reduce(or_, (self.record(form, {}, {}) for form in _APPENDICES))
        cls = origin or bare
        if cls in self.leaves:
            return self.leaves[cls]
        if cls in (str, bool, Decimal, dt.date, types.NoneType) or issubclass(cls, enum.Enum):
            return cls
        return self.record(bare, dict(zip(getattr(cls, "__parameters__", ()), args, strict=True)), {})
