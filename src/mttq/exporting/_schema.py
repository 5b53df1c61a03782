"""The JSON Schema of findings, and with it the columns of their flat rows."""

from typing import Final

import attrs

from mttq.checking import Counts
from mttq.checking._findings import FINDINGS_VERSION
from mttq.rules import Severity

__all__ = ["FIELDS", "findings_schema"]

_TEXT: Final[dict[str, object]] = {"type": "string"}
_TEXTS: Final[dict[str, object]] = {"type": "array", "items": _TEXT}
_OPTIONAL: Final[dict[str, object]] = {"type": ["string", "null"]}
FIELDS: Final[dict[str, dict[str, object]]] = {
    "code": _TEXT | {"description": "Mã quy tắc"},
    "severity": {"enum": [severity.name.lower() for severity in Severity], "description": "Mức"},
    "title": _TEXT | {"description": "Nội dung quy tắc"},
    "message": _TEXT | {"description": "Điều cần rà soát"},
    "unit": _TEXT | {"description": "Đơn vị báo cáo"},
    "path": _TEXT | {"description": "Địa chỉ của số liệu"},
    "place": _TEXT | {"description": "Vị trí trong báo cáo"},
    "expected": _OPTIONAL | {"description": "Số phù hợp, nếu biết"},
    "actual": _OPTIONAL | {"description": "Số đang ghi"},
    "arithmetic": _OPTIONAL | {"description": "Phép tính"},
    "suggestions": _TEXTS | {"description": "Các cách sửa có thể, không tự áp dụng"},
    "related": _TEXTS | {"description": "Vị trí các số liệu liên quan"},
    "waived": _OPTIONAL | {"description": "Lý do chấp nhận; null nếu chưa chấp nhận"},
    "fingerprint": _TEXT | {"description": "Tên của phát hiện, không đổi khi số liệu hoặc chỗ khác đổi"},
    "basis": _TEXT | {"description": "Căn cứ vào thời điểm của số liệu"},
}
"""What is known of a finding, by the keys of `Finding.as_dict`."""


def findings_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of what `Findings.to_json` writes.

    >>> findings_schema()["required"]
    ['schema_version', 'findings', 'waived', 'counts', 'missing']
    """
    listed: dict[str, object] = {"type": "array", "items": {"$ref": "#/$defs/finding"}}
    blanks: dict[str, object] = {"type": "array", "items": {"$ref": "#/$defs/missing"}}
    missing: dict[str, object] = {"type": "object", "additionalProperties": blanks}
    counts: dict[str, object] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/counts"}}
    version: dict[str, object] = {"const": FINDINGS_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mttq:findings:{FINDINGS_VERSION}",
        "title": "Kết quả đối chiếu",
        **_object(
            {
                "schema_version": version,
                "findings": listed,
                "waived": listed,
                "counts": counts,
                "missing": missing,
            }
        ),
        "$defs": {
            "finding": _object(FIELDS),
            "counts": _object(
                {name: {"type": "integer", "minimum": 0} for name in attrs.fields_dict(Counts)}
            ),
            "missing": _object(
                {
                    "path": _TEXT | {"description": "Địa chỉ của số liệu còn thiếu"},
                    "unit": FIELDS["unit"],
                    "judged": _TEXT
                    | {"description": "Địa chỉ của tổng chưa đối chiếu được vì thiếu số liệu đó"},
                    "place": FIELDS["place"],
                }
            ),
        },
    }


def _object(properties: dict[str, dict[str, object]]) -> dict[str, object]:
    """Describe an object that has exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
