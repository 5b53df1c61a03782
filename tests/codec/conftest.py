import copy
import json

import pytest

MINIMAL = {"schema_version": 1, "unit": {"kind": "xã", "name": "Suối Mơ"}, "title": "Báo cáo"}


@pytest.fixture
def with_fields():
    """Make the JSON text of a minimal report with more or other fields."""

    def make(**fields):
        return json.dumps({**copy.deepcopy(MINIMAL), **fields}, ensure_ascii=False)

    return make
