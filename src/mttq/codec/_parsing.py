"""From a text to JSON values of the current version: what is wrong before any field is looked at."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from mttq._declared.types import DIGITS
from mttq.codec._faults import Repeated
from mttq.codec._kinds import kind_of
from mttq.codec._leaves import JSON_WORDS, shown
from mttq.errors import Fault, NotJsonError, VersionError
from mttq.wording import NOTHING, Phrase
from mttq.wording._unicode import composed

__all__ = ["SCHEMA_VERSION", "VERSION_KEY", "json_values", "parse"]

VERSION_KEY: Final = "schema_version"
SCHEMA_VERSION: Final = 1
"""The newest version of the format; it rises when an older mttq would misread a file, not with each new key.

A report is written in the lowest version that holds it: while there is one, in that."""

_UPGRADES: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""For each older version the step that turns its JSON into that of the next."""

_WHY_NO_JSON: Final = {  # by the beginning of what Python says
    "Expecting value": Phrase("cần một giá trị"),
    "Expecting property name": Phrase("cần tên khóa trong dấu nháy kép"),
    "Expecting ':'": Phrase("cần dấu hai chấm"),
    "Expecting ','": Phrase("cần dấu phẩy, hoặc dấu đóng"),
    "Illegal trailing comma": Phrase("thừa dấu phẩy trước dấu đóng"),
    "Extra data": Phrase("thừa nội dung sau dấu đóng cuối cùng"),
    "Unterminated string": Phrase("chuỗi chưa có dấu nháy đóng"),
    "Invalid control character": Phrase("trong chuỗi có dấu xuống dòng hoặc ký tự điều khiển"),
    "Invalid \\": Phrase("trong chuỗi, dấu \\ phải viết hai lần"),
}
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def parse(text: str | bytes) -> dict[str, Any]:
    """Read a JSON text, bring it to NFC and to the current version, and take the version off.

    Raises:
        LoadError: with one fault; nothing else can be judged before it is mended.
    """
    tree: Any = json_values(text)
    if not isinstance(tree, dict):
        wanted = Phrase("{}, mỗi tệp một báo cáo", JSON_WORDS[dict])
        raise _no_json(Phrase("cần {}; trong tệp là {}{}", wanted, shown(tree), NOTHING), tree)
    version = tree.pop(VERSION_KEY, None)
    if type(version) is not int or version < 1:
        example = f'"{VERSION_KEY}": {SCHEMA_VERSION}'
        raise _of_version(Phrase("thiếu số phiên bản của tệp; thêm {}", example), version)
    if version > SCHEMA_VERSION:
        newer = Phrase(
            "tệp theo phiên bản {}; mttq đang cài đọc được đến phiên bản {}; cần cập nhật mttq",
            shown(version),
            SCHEMA_VERSION,
        )
        raise _of_version(newer, version)
    for older in range(version, SCHEMA_VERSION):
        tree = _UPGRADES[older](tree)
    fields: dict[str, Any] = tree
    return fields


def _of_version(message: Phrase, version: object) -> VersionError:
    return VersionError((Fault(f"$.{VERSION_KEY}", message, version),))


def _no_json(message: Phrase, value: object = None) -> NotJsonError:
    return NotJsonError((Fault("$", message, value),))


def json_values(text: str | bytes) -> Any:
    """Read a JSON text in UTF-8 and bring its texts to NFC; a key that stands twice becomes a `Repeated`.

    Raises:
        LoadError: with one fault.
    """
    if not text or text.isspace():
        raise _no_json(Phrase("tệp trống"))
    kind = kind_of(text) if isinstance(text, bytes) else NOTHING
    if kind:
        advice = Phrase("cần tệp JSON như lệnh mttq schema mô tả")
        raise _no_json(Phrase("đây là {}, không phải báo cáo dạng JSON; {}", kind, advice))
    try:
        if isinstance(text, bytes):
            decoded = text.decode("utf-8-sig")
        else:
            text.encode()  # finds half a character
            decoded = text.removeprefix("\ufeff")
        tree = _decoded(decoded)
        # Parts of a normal text are normal, but an escape may hide a combining mark or half a character.
        is_escaped = "\\" in decoded and "\\u" in decoded  # one letter is found sooner than two
        is_normal = not is_escaped and composed(decoded) == decoded
        return tree if is_normal else _normal(tree)
    except UnicodeDecodeError as error:
        is_utf_16 = error.object.startswith(_UTF_16)
        found = Phrase("có thể là UTF-16") if is_utf_16 else Phrase("từ byte thứ {}", error.start + 1)
        raise _no_json(Phrase("tệp không phải UTF-8 ({}); cần lưu lại với mã UTF-8", found)) from None
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        raise _no_json(Phrase("tệp không phải UTF-8: {} chỉ là nửa ký tự", half)) from None
    except json.JSONDecodeError as error:
        ends = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        cut = Phrase("; {}", Phrase("tệp có thể bị thiếu phần cuối")) if ends else NOTHING
        ours = (ours for theirs, ours in _WHY_NO_JSON.items() if error.msg.startswith(theirs))
        why = next(ours, Phrase("{}", error.msg))
        said = Phrase("sai cú pháp JSON ở dòng {}, cột {}: {}{}", error.lineno, error.colno, why, cut)
        raise _no_json(said, error.doc[error.pos :][:20]) from None
    except RecursionError:
        raise _no_json(Phrase("danh sách, đối tượng lồng nhau quá nhiều cấp")) from None


def _decoded(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a whole number of more digits than Python reads: a fault of its place
        return json.loads(text, object_pairs_hook=_object, parse_int=_number)


def _number(text: str) -> int | Decimal:
    return int(text) if len(text) <= DIGITS else Decimal(text)


def _object(pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found = {}
    for key, value in pairs:
        found[Repeated(key) if key in found else key] = value
    return found


def _normal(value: Any) -> Any:
    if isinstance(value, str):
        value.encode()
        return composed(value)
    if isinstance(value, list):
        return [_normal(part) for part in value]
    if isinstance(value, dict):
        return _object([(_normal(key), _normal(part)) for key, part in value.items()])
    return value
