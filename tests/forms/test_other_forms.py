"""All forms that offices were seen to use can be declared, printed, written and read again."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mttq
from mttq._declared import paths
from mttq.checking import check
from mttq.codec import dumps, loads
from mttq.forms import _form, form_of, form_with, is_form, tables_of
from mttq.forms._form import SHIPPED

ROOT = Path(__file__).parents[2]
MAKE = runpy.run_path(str(ROOT / "docs" / "make_samples.py"))
CATALOGUE = ROOT.parent / "shared" / "reference" / "forms"
SHIPPED_OF_OFFICES = {code for code in SHIPPED if not code.startswith("kl62")} - {"core"}
OTHERS = (
    "chanhhiep-bc-cong-tac-mat-tran",
    "chanhhiep-to-trinh-nha",
    "hd78-2017-hai-long",
    "nghean-ds-nhan-ho-tro",
    "nq101-hnct-01",
    "nqlt102-bcdb-01",
    "nqlt102-bcdb-04",
    "qcdc-1-cong-khai",
    "qcdc-5-huy-dong-von",
    "thidua-2026",
    "thon-ct01-14",
    "tt20-2026-xac-nhan-tai-tro",
    "tt72-2008-ba-so",
)


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The classes of the other forms by their codes; no other test meets them."""
    monkeypatch.setattr(_form, "_FORMS", dict(_form._FORMS))
    monkeypatch.setattr(_form, "_BY_RECORD", dict(_form._BY_RECORD))
    monkeypatch.setattr(paths, "_ROOTS", dict(paths._ROOTS))
    found = runpy.run_path(str(Path(__file__).with_name("other_forms.py"))).values()
    records = [item for item in found if isinstance(item, type) and is_form(item)]
    yield {form_of(record).code.removeprefix("test-"): record for record in records}
    paths.corrected.cache_clear()


def test_each_is_declared_printed_written_and_read_again(declared: dict[str, Any]) -> None:
    assert sorted(declared) == sorted(OTHERS)
    for code, record in declared.items():
        report = MAKE["filled"](form_of(record))
        (filled,) = report.appendices
        assert loads(dumps(report)) == report, code
        printed = "\n".join(
            text for printed in tables_of(filled) for line in printed.rows for text in (*line, printed.title)
        )
        assert [item.label for item in form_of(record).rows if item.label not in printed] == [], code
        assert list(check(report)["MTQ999"]) == [], code
        assert mttq.render(report, fmt="html").count("<table") >= len(tables_of(filled)), code


def test_all_31_forms_are_shipped_or_declared() -> None:
    assert SHIPPED_OF_OFFICES.isdisjoint(OTHERS)
    assert len(SHIPPED_OF_OFFICES) + len(OTHERS) == 31
    assert [code for code in OTHERS if form_with(f"test-{code}")] == []


@pytest.mark.skipif(not CATALOGUE.is_dir(), reason="the catalogue of forms does not stand beside the project")
def test_they_are_those_of_the_catalogue() -> None:
    known = {path.stem for path in CATALOGUE.glob("*.json")} - {"core_indicators"}
    assert SHIPPED_OF_OFFICES | {*OTHERS} == known
