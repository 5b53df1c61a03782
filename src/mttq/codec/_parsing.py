"""From a text to JSON values of the current version: what is wrong before any field is looked at."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from mttq._typed import DIGITS
from mttq._unicode import composed
from mttq.codec._faults import Repeated
from mttq.codec._kinds import kind_of
from mttq.codec._leaves import shown
from mttq.errors import Fault, LoadError

__all__ = ["SCHEMA_VERSION", "VERSION_KEY", "json_values", "parse"]

VERSION_KEY: Final = "schema_version"
SCHEMA_VERSION: Final = 1
"""The newest version of the format; it rises when an older mttq would misread a file, not with each new key.

A report is written in the lowest version that holds it: while there is one, in that."""

_UPGRADES: Final[dict[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
"""For each older version the step that turns its JSON into that of the next."""

_WHY_NO_JSON: Final = {  # by the beginning of what Python says
    "Expecting value": "cần một giá trị",
    "Expecting property name": "cần tên khóa trong dấu nháy kép",
    "Expecting ':'": "cần dấu hai chấm",
    "Expecting ','": "cần dấu phẩy, hoặc dấu đóng",
    "Illegal trailing comma": "thừa dấu phẩy trước dấu đóng",
    "Extra data": "thừa nội dung sau dấu đóng cuối cùng",
    "Unterminated string": "chuỗi chưa có dấu nháy đóng",
    "Invalid control character": "trong chuỗi có dấu xuống dòng hoặc ký tự điều khiển",
    "Invalid \\": "trong chuỗi, dấu \\ phải viết hai lần",
}
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def parse(text: str | bytes) -> dict[str, Any]:
    """Read a JSON text, bring it to NFC and to the current version, and take the version off.

    Raises:
        LoadError: with one fault; nothing else can be judged before it is mended.
    """
    tree: dict[str, Any] = json_values(text)
    if not isinstance(tree, dict):
        raise _error(f"cần một đối tượng {{…}} là báo cáo, ở đây là {shown(tree)}", tree)
    version = tree.pop(VERSION_KEY, None)
    if type(version) is not int or version < 1:
        reason = f'cần số phiên bản của tệp, ví dụ "{VERSION_KEY}": {SCHEMA_VERSION}'
        raise _error(reason, version, f"$.{VERSION_KEY}")
    if version > SCHEMA_VERSION:
        known = f"bản mttq này đọc được đến {SCHEMA_VERSION}; hãy cập nhật mttq"
        reason = f"tệp theo phiên bản {shown(version)}, {known}"
        raise _error(reason, version, f"$.{VERSION_KEY}")
    for older in range(version, SCHEMA_VERSION):
        tree = _UPGRADES[older](tree)
    return tree


def _error(message: str, value: object, path: str = "$") -> LoadError:
    return LoadError((Fault(path, message, value),))


def json_values(text: str | bytes) -> Any:
    """Read a JSON text in UTF-8 and bring its texts to NFC; a key that stands twice becomes a `Repeated`.

    Raises:
        LoadError: with one fault.
    """
    if not text or text.isspace():
        raise _error("không có nội dung nào", None)
    kind = kind_of(text) if isinstance(text, bytes) else ""
    if kind:
        advice = "hãy ghi số liệu vào tệp JSON như lệnh mttq schema mô tả"
        raise _error(f"là {kind}, không phải báo cáo dạng JSON, mttq không đọc; {advice}", None)
    try:
        data = text if isinstance(text, bytes) else text.encode()
        decoded = data.decode("utf-8-sig")
        tree = _decoded(decoded)
        # Parts of a normal text are normal, but an escape may hide a combining mark or half a character.
        is_normal = b"\\u" not in data and composed(decoded) == decoded
        return tree if is_normal else _normal(tree)
    except UnicodeDecodeError as error:
        found = "có vẻ là UTF-16" if error.object.startswith(_UTF_16) else f"từ byte thứ {error.start + 1}"
        raise _error(f"không phải văn bản UTF-8 ({found}); hãy lưu lại bằng UTF-8", None) from None
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        raise _error(f"không phải văn bản UTF-8: {half} chỉ là nửa ký tự", None) from None
    except json.JSONDecodeError as error:
        place = f"dòng {error.lineno}, cột {error.colno}"
        ends = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        cut = "; tệp bị cắt cụt?" if ends else ""
        why = next((ours for theirs, ours in _WHY_NO_JSON.items() if error.msg.startswith(theirs)), error.msg)
        raise _error(f"không phải JSON: {place}: {why}{cut}", error.doc[error.pos :][:20]) from None
    except RecursionError:
        raise _error("các danh sách, đối tượng lồng nhau quá sâu", None) from None


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
