import subprocess
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from mttq._declared.types import Count
from mttq.codec import dumps, loads
from mttq.codec._converter import reader_of, writer_of
from mttq.errors import DeclarationError
from mttq.forms import form, registered_forms, row, section
from mttq.values import Pair, Quantity, Tiered


@attrs.frozen(kw_only=True)
class Groups:
    border: Pair | Count | None = row("1", "Tổ tự quản đường biên", parts=("tổ", "hộ"))


@form("test-codec", title="Biểu của người dùng", tiers=True)
@attrs.frozen(kw_only=True)
class OwnForm:
    houses: Tiered[Count] = row("1", "Nhà Đại đoàn kết")
    groups: Groups = section("2", "Tổ tự quản")


@form("test-codec-clash", title="Biểu có dòng tên form")
@attrs.frozen(kw_only=True)
class Clash:
    form: Count | None = row("1", "Số biểu")


@form("test-codec-broken", title="Biểu có lỗi lập trình")
@attrs.frozen(kw_only=True)
class Broken:
    houses: Count | None = row("1", "Số nhà")

    def __attrs_post_init__(self) -> None:
        raise KeyError("lỗi lập trình")


def test_a_programming_error_of_a_users_class_is_no_fault_of_the_file(
    with_fields: Callable[..., str],
) -> None:
    with pytest.raises(KeyError, match="lỗi lập trình"):
        loads(with_fields(appendices=[{"form": "test-codec-broken"}]))


def test_a_form_that_no_file_can_hold_is_no_fault_of_the_file(
    with_fields: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mttq.forms._form._FORMS", registered_forms())

    @form("test-codec-unheld", title="Biểu có kiểu lạ")
    @attrs.frozen(kw_only=True)
    class Unheld:
        names: dict[str, str] | None = row("1", "Tên")

    with pytest.raises(DeclarationError, match=r"không chứa được kiểu dict\[str, str\]"):
        loads(with_fields(title=5, appendices=[{"form": "test-codec-unheld"}]))
    assert Unheld().names is None


def test_a_custom_form_is_read_and_written(with_fields: Callable[..., str]) -> None:
    own = OwnForm(houses=Tiered(commune=4), groups=Groups(border=Pair(3, 91)))
    report = attrs.evolve(loads(with_fields()), appendices=(own,))
    text = dumps(report, indent=None)
    assert '{"form": "test-codec", "houses": {"commune": 4}, "groups": {"border": [3, 91]}}' in text
    assert loads(text) == report


def test_a_row_called_form_would_clash_with_the_tag(with_fields: Callable[..., str]) -> None:
    report = attrs.evolve(loads(with_fields()), appendices=(Clash(form=1),))
    with pytest.raises(DeclarationError, match="Clash: khóa “form” trong tệp dành cho mã biểu"):
        dumps(report)


def test_an_explicit_null_is_a_blank(with_fields: Callable[..., str]) -> None:
    own = {"form": "test-codec", "groups": {"border": None}, "houses": {"commune": None}}
    report = loads(with_fields(subject=None, reviewed=None, appendices=[own]))
    assert (report.subject, report.reviewed, report.appendix(OwnForm)) == (None, None, OwnForm())


def test_blanks_inside_a_list_are_written_as_null() -> None:
    assert writer_of(tuple[Pair | Count | None, ...])((Pair(1, 2), 3, None)) == [[1, 2], 3, None]
    assert reader_of(tuple[Pair | Count | None, ...])([[1, 2], 3, None], None) == (Pair(1, 2), 3, None)


@pytest.mark.parametrize("value", ["ab", [1], 7, None, {"x": 1}])
def test_a_record_is_read_from_an_object_with_known_keys_only(value: Any) -> None:
    with pytest.raises(ValueError, match=r"cần đối tượng|không có khóa|có khóa lạ"):
        reader_of(Quantity)(value, None)


def test_cattrs_is_imported_only_when_a_file_is_read() -> None:
    code = "import sys, mttq.codec; assert 'cattrs' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
