import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

MINIMAL = {"schema_version": 1, "unit": {"kind": "xã", "name": "Suối Mơ"}, "title": "Báo cáo"}


@pytest.fixture
def with_fields() -> Callable[..., str]:
    """Make the JSON text of a minimal report with more or other fields."""

    def make(**fields: Any) -> str:
        return json.dumps({**copy.deepcopy(MINIMAL), **fields}, ensure_ascii=False)

    return make
