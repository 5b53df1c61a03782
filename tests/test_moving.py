"""The page on moving from 0.1 to 0.2 says what old names do, and that is what they do."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import mttq
from mttq.errors import FieldError
from mttq.forms import Row, row
from mttq.rules import Basis, CampaignName, Rule
from mttq.testing import make_report

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "moving-to-0.2.md").read_text("utf-8")
PROMISES = (ROOT / "tests" / "promises.txt").read_text("utf-8")


def test_every_former_name_is_on_the_page() -> None:
    former = re.findall(r"^([\w.]+) warns$", PROMISES, re.MULTILINE)
    assert [name for name in former if f"| `{name}` |" not in PAGE] == []


@pytest.mark.parametrize(
    ("old", "use", "new"),
    [
        ("`mttq.model.ResidentialArea`", lambda: mttq.model.ResidentialArea, mttq.model.Unit),
        (
            '`render(report, "html", "en")`',
            lambda: mttq.render(make_report(), "html", "en"),  # type: ignore[call-arg]
            mttq.render(make_report(), fmt="html", lang="en"),
        ),
    ],
)
def test_an_old_name_works_with_a_warning(old: str, use: Callable[[], object], new: object) -> None:
    assert f"| {old}" in PAGE
    with pytest.warns(DeprecationWarning, match=r"0\.2"):
        assert use() == new


@pytest.mark.parametrize(
    ("old", "use", "error"),
    [
        (
            '`basis="Điều 36(1)"`',
            lambda: Basis(text="Luật", symbol="10/2022/QH15", article="Điều 36(1)"),
            FieldError,
        ),
        ("the profile `strict`", lambda: mttq.check(make_report(), profile="strict"), mttq.errors.CodeError),
    ],
)
def test_what_is_refused_is_refused(old: str, use: Callable[[], object], error: type[Exception]) -> None:
    assert f"| {old}" in PAGE
    with pytest.raises(error):
        use()


@pytest.mark.parametrize(
    ("record", "name"), [(Row, "rule"), (Rule, "wording"), (CampaignName, "followed_by")], ids=str
)
def test_what_is_gone_is_gone(record: type, name: str) -> None:
    assert f"`{record.__name__}.{name}`" in PAGE
    assert name not in attrs.fields_dict(record)


def test_a_row_names_no_rule() -> None:
    assert "`row(rule=…)`" in PAGE
    assert "rule" not in inspect.signature(row).parameters
