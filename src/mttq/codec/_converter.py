"""The two directions between JSON values and records, made from the shapes.

Plain records are read by functions of this library; cattrs writes those for all others and for the way back.
Every leaf is read by a strict hook, since cattrs' own would turn null into "None" and 3.7 into 3.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, get_origin

import attrs

from mttq._declared.types import either, is_plain, unwrap
from mttq.codec._compiling import Read, compiled
from mttq.codec._leaves import JSON_WORDS, Leaf, same, shown, unexpected
from mttq.codec._shapes import FORM_TAG, Choice, Many, Record, shape_of, without_null
from mttq.errors import ArgumentError, DeclarationError
from mttq.forms import form_of, form_with, registered_forms
from mttq.model import UnitRef
from mttq.values import Period
from mttq.wording import Phrase
from mttq.wording._nearest import meant

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["class_of", "form_named", "reader_of", "tag_of", "writer_of"]

Write = Callable[[Any], Any]

_COME_AGAIN: Final = (Period, UnitRef)
"""Records of texts that stand many times in a report, and in other reports too."""


@cache
def _converter() -> "Converter":
    from cattrs import Converter

    return Converter(detailed_validation=False)


@cache
def reader_of(annotation: Any) -> Read:
    """Make the function that turns JSON values into an annotation's; any fault raises at once, pathless."""
    match shape_of(annotation):
        case Leaf(read=read):
            return read
        case Choice(members=members, blank=True) if len(members) == 1:
            return _read_or_blank(reader_of(next(iter(members.values()))))
        case Choice(members=members, blank=blank):
            return _read_choice({kind: reader_of(member) for kind, member in members.items()}, blank=blank)
        case Many(item=item):
            return _read_many(reader_of(item))
        case Record(record=record) as shape if record in _COME_AGAIN:
            return _read_once(compiled(shape, reader_of))
        case Record(record=record) as shape if is_plain(get_origin(record) or record):
            return compiled(shape, reader_of)
        case Record() as shape:
            return _read_by_constructor(shape)
        case _:
            return _read_tagged


def _read_or_blank(reader: Read) -> Read:
    return lambda value, annotation: None if value is None else reader(value, annotation)


def _read_choice(readers: dict[type, Read], *, blank: bool) -> Read:
    def read(value: object, annotation: object) -> object:
        if value is None and blank:
            return None
        reader = readers.get(type(value))
        if reader is None:
            raise unexpected(either(*(JSON_WORDS[kind] for kind in readers)), value)
        return reader(value, annotation)

    return read


def _read_many(item: Read) -> Read:
    def read(value: object, annotation: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise unexpected(JSON_WORDS[list], value)
        return tuple([item(part, annotation) for part in value])

    return read


def _read_once(reader: Read) -> Read:
    """Keep what was read of an object whose fields are texts: equal objects become one record."""
    kept = lru_cache(8192)(lambda *fields: reader(dict(fields), None))

    def read(value: object, _: object) -> object:
        try:
            return kept(*value.items())  # type: ignore[attr-defined]
        except (AttributeError, TypeError):  # no object, or a list in it
            return reader(value, None)

    return read


def _read_by_constructor(shape: Record) -> Read:
    from cattrs.gen import make_dict_structure_fn, override

    hooks: dict[str, Any] = {
        name: override(struct_hook=reader_of(annotation)) for name, annotation in shape.fields.items()
    }
    make = make_dict_structure_fn(shape.record, _converter(), **hooks)
    known = shape.fields.keys()

    def read(value: object, annotation: object) -> object:
        if type(value) is not dict:
            raise unexpected(JSON_WORDS[dict], value)
        if not value.keys() <= known:
            raise ArgumentError(Phrase("không có khóa này"))  # which one, the second pass says
        return make(value, annotation)

    return read


def _read_tagged(value: object, _: object) -> object:
    if not isinstance(value, dict):
        raise unexpected(JSON_WORDS[dict], value)
    fields = dict(value)
    record = form_named(fields.pop(FORM_TAG, None))
    return reader_of(record)(fields, record)


def form_named(code: object) -> type:
    """Return the class of a registered form.

    Raises:
        ArgumentError: there is no such form; the message lists those that there are.
    """
    found = form_with(code) if isinstance(code, str) else None
    if found is not None:
        return found.record
    forms = registered_forms()
    raise ArgumentError(
        Phrase(
            "không có mã biểu {}{}; {}",
            shown(code),
            meant(code, forms),
            Phrase("các mã dùng được: {}", ", ".join(forms)),
        )
    )


@cache
def writer_of(annotation: Any) -> Write:
    """Make the function that turns an annotation's values into JSON values, defaults omitted."""
    match shape_of(annotation):
        case Leaf(write=write):
            return write
        case Choice(members=members):
            return _write_choice({class_of(member): writer_of(member) for member in members.values()})
        case Many(item=item):
            write_item = writer_of(item)
            return lambda value: [write_item(part) for part in value]
        case Record() as shape:
            return _write_record(shape)
        case _:
            return _write_tagged


def class_of(annotation: Any) -> type:
    """Return the class whose objects an annotation names."""
    bare, _ = unwrap(annotation)
    found: type = get_origin(bare) or bare
    return found


def _write_choice(writers: dict[type, Write]) -> Write:
    if all(write is same for write in writers.values()):
        return same
    return lambda value: None if value is None else writers[type(value)](value)


def _write_record(shape: Record) -> Write:
    from cattrs.fns import identity
    from cattrs.gen import make_dict_unstructure_fn, override

    def hook(field: "attrs.Attribute[Any]") -> Write:
        annotation = shape.fields[field.name]
        if field.default is None:
            annotation, _ = without_null(annotation)  # blanks are left out before it is called
        write = writer_of(annotation)
        return identity if write is same else write  # cattrs does not even call what it knows

    record: Any = get_origin(shape.record) or shape.record
    hooks: dict[str, Any] = {
        field.name: override(unstruct_hook=hook(field)) for field in attrs.fields(record)
    }
    write: Write = make_dict_unstructure_fn(shape.record, _converter(), _cattrs_omit_if_default=True, **hooks)
    return write


def _write_tagged(value: object) -> object:
    record: Any = type(value)
    return {FORM_TAG: tag_of(record), **writer_of(record)(value)}


def tag_of(record: Any) -> str:
    """Return the code by which a file names a form.

    Raises:
        DeclarationError: a line of the form has the name of the key under which that stands.
    """
    if FORM_TAG in attrs.fields_dict(record):
        raise DeclarationError(Phrase("{}: khóa “{}” trong tệp dành cho mã biểu", record.__name__, FORM_TAG))
    return form_of(record).code
