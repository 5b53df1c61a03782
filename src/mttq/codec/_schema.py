"""JSON Schema of the file format, from the same shapes that read and write it."""

from typing import Any, Final, get_origin

from mttq.codec._leaves import JsonSchema, Leaf
from mttq.codec._parsing import SCHEMA_VERSION, VERSION_KEY
from mttq.codec._shapes import FORM_TAG, Choice, Many, Record, record_shape, shape_of
from mttq.forms import label_of, registered_forms
from mttq.report import Report
from mttq.wording import Lang, Phrase, label

__all__ = ["json_schema", "schema_of"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(*, lang: Lang = "vi") -> JsonSchema:
    """Make the JSON Schema (2020-12) of the file format, every form registered so far included.

    Args:
        lang: the language of its titles.  Keys and words of the file are the same in either.

    It says all that types say.  What it cannot say is left to `loads`: that a day exists (31/02), that a
    period does not end before it starts, that a form comes once, that a key stands once in its object.

    >>> schema = json_schema()
    >>> schema["required"], schema["$defs"]["PovertyFigure"]["properties"]["households"]["title"]
    (['schema_version', 'unit', 'title'], 'Số hộ')
    >>> json_schema(lang="en")["$defs"]["PovertyFigure"]["properties"]["households"]["title"]
    'Households'
    """
    return schema_of(Report, SCHEMA_VERSION, "report", Phrase("Tệp báo cáo"), lang)


def schema_of(record: type, version: int, name: str, title: Phrase, lang: Lang) -> JsonSchema:
    """Make the JSON Schema of a file that holds a record and its version; `name` says what kind of file."""
    definitions = _Definitions(lang)
    file = definitions.object_of(record_shape(record), **{VERSION_KEY: {"const": version}})
    return {
        "$schema": _DIALECT,
        "$id": f"urn:mttq:{name}:{version}",
        "title": label(title, lang),
        **file,
        "$defs": definitions.by_name,
    }


class _Definitions:
    """The definitions made so far; a second class of the same name gets a number."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self.by_name: dict[str, JsonSchema] = {}
        self._names: dict[Any, str] = {}

    def of(self, annotation: Any) -> JsonSchema:
        match shape_of(annotation):
            case Leaf(schema=schema):
                return dict(schema)
            case Choice(members=members, blank=blank):
                choices = [self.of(member) for member in members.values()]
                return {"anyOf": [*choices, {"type": "null"}] if blank else choices}
            case Many(item=item):
                return {"type": "array", "items": self.of(item)}
            case Record(record=record) as shape:
                return self._reference(shape, (get_origin(record) or record).__name__)
            case _:
                return {"oneOf": [self._form(code, form.record) for code, form in registered_forms().items()]}

    def object_of(self, shape: Record, **more: object) -> JsonSchema:
        record = get_origin(shape.record) or shape.record
        fields = {
            name: {**self._title(record, name), **self.of(annotation)}
            for name, annotation in shape.fields.items()
        }
        return {
            "type": "object",
            "properties": {**more, **fields},
            "required": [*more, *shape.required],
            "additionalProperties": False,
        }

    def _title(self, record: type, name: str) -> JsonSchema:
        said = label_of(record, name, lang=self._lang)
        return {} if said == name else {"title": said}  # some lines, such as a total, go by their section

    def _form(self, code: str, record: type) -> JsonSchema:
        return self._reference(record_shape(record), code, **{FORM_TAG: {"const": code}})

    def _reference(self, shape: Record, name: str, **more: object) -> JsonSchema:
        known = self._names.get(shape.record)
        if known is None:
            number = 2
            known = name
            while known in self.by_name:
                known, number = f"{name}{number}", number + 1
            self._names[shape.record] = known
            self.by_name[known] = {}  # holds the name while the fields are described
            self.by_name[known] = self.object_of(shape, **more)
        return {"$ref": f"#/$defs/{known}"}
