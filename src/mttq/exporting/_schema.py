"""The JSON Schema of findings, and with it the columns of their flat rows."""

from typing import Final

import attrs

from mttq.checking import Counts
from mttq.checking._findings import FINDINGS_VERSION
from mttq.rules import Severity
from mttq.wording import Lang, Phrase, label, words

__all__ = ["FIELDS", "findings_schema"]

_TEXT: Final[dict[str, object]] = {"type": "string"}
_TEXTS: Final[dict[str, object]] = {"type": "array", "items": _TEXT}
_OPTIONAL: Final[dict[str, object]] = {"type": ["string", "null"]}
FIELDS: Final[dict[str, dict[str, object]]] = {
    "code": _TEXT | {"description": Phrase("Mã quy tắc")},
    "severity": {
        "enum": [severity.name.lower() for severity in Severity],
        "description": Phrase("Mức độ"),
    },
    "title": _TEXT | {"description": Phrase("Nội dung quy tắc")},
    "message": _TEXT | {"description": Phrase("Điều cần rà soát")},
    "unit": _TEXT | {"description": Phrase("Đơn vị báo cáo")},
    "path": _TEXT | {"description": Phrase("Địa chỉ của số liệu")},
    "place": _TEXT | {"description": Phrase("Vị trí trong báo cáo")},
    "expected": _OPTIONAL | {"description": Phrase("Số phù hợp, nếu biết")},
    "actual": _OPTIONAL | {"description": Phrase("Số đang ghi")},
    "arithmetic": _OPTIONAL | {"description": Phrase("Phép tính")},
    "suggestions": _TEXTS | {"description": Phrase("Các phương án sửa, không tự áp dụng")},
    "related": _TEXTS | {"description": Phrase("Vị trí các số liệu liên quan")},
    "waived": _OPTIONAL | {"description": Phrase("Lý do chấp nhận; null nếu chưa chấp nhận")},
    "fingerprint": _TEXT
    | {"description": Phrase("Dấu của phát hiện, không đổi khi số liệu hoặc chỗ khác đổi")},
    "basis": _TEXT | {"description": Phrase("Căn cứ vào thời điểm của số liệu")},
}
"""What is known of a finding, by the keys of `Finding.as_dict`."""


def findings_schema(*, lang: Lang = "vi") -> dict[str, object]:
    """Return the JSON Schema (2020-12) of what `Findings.to_json` writes.

    Args:
        lang: the language of its title and descriptions.  Keys and words are the same in either.

    >>> findings_schema()["required"]
    ['schema_version', 'findings', 'waived', 'counts', 'missing']
    """
    listed: dict[str, object] = {"type": "array", "items": {"$ref": "#/$defs/finding"}}
    blanks: dict[str, object] = {"type": "array", "items": {"$ref": "#/$defs/missing"}}
    missing: dict[str, object] = {"type": "object", "additionalProperties": blanks}
    counts: dict[str, object] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/counts"}}
    fields = {
        key: said | {"description": label(str(said["description"]), lang)} for key, said in FIELDS.items()
    }
    version: dict[str, object] = {"const": FINDINGS_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mttq:findings:{FINDINGS_VERSION}",
        "title": words(lang)["findings"],
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
            "finding": _object(fields),
            "counts": _object(
                {name: {"type": "integer", "minimum": 0} for name in attrs.fields_dict(Counts)}
            ),
            "missing": _object(
                {
                    "path": _TEXT | {"description": label(Phrase("Địa chỉ của số liệu còn thiếu"), lang)},
                    "unit": fields["unit"],
                    "judged": _TEXT
                    | {
                        "description": label(
                            Phrase("Địa chỉ của tổng chưa đối chiếu được vì thiếu số liệu đó"), lang
                        )
                    },
                    "place": fields["place"],
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
