"""What `import hypothesis` runs where mttq is installed."""

import importlib
import json
import subprocess
import sys
from importlib.machinery import SourceFileLoader

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import mttq
from mttq.checking import check
from mttq.report import Report
from mttq.testing import _hypothesis

TYPES = [(module, name) for module, types in _hypothesis._STRATEGIES.items() for name in types]


@pytest.mark.parametrize(("module", "name"), TYPES)
def test_hypothesis_draws_what_a_type_annotation_asks_for(module: str, name: str) -> None:
    """`register_types` is what the entry point calls; calling it again changes nothing."""
    known = getattr(importlib.import_module(module), name)
    _hypothesis.register_types()

    @settings(max_examples=3, phases=[Phase.generate])
    @given(st.from_type(known))
    def drawn(value: object) -> None:
        assert type(value) is known
        assert not isinstance(value, Report) or not check(value).errors

    drawn()


def test_types_are_registered_as_soon_as_their_module_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever is imported first, mttq or hypothesis."""
    registered: list[str] = []
    monkeypatch.setattr(st, "register_type_strategy", lambda known, _: registered.append(known.__name__))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    monkeypatch.setattr(mttq, "values", mttq.values)
    monkeypatch.delitem(sys.modules, "mttq.values")
    before = [*sys.meta_path]

    _hypothesis.register_types()
    assert registered == ["Report"]
    module = importlib.import_module("mttq.values")

    assert registered == ["Report", *_hypothesis._STRATEGIES["mttq.values"]]
    assert sys.meta_path == before
    assert module.__spec__ is not None
    assert type(module.__spec__.loader) is type(module.__loader__) is SourceFileLoader


def test_a_module_that_is_not_there_stays_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = _hypothesis._Waiting("mttq.nowhere")
    monkeypatch.setattr(sys, "meta_path", [waiting, *sys.meta_path])
    assert waiting.find_spec("mttq.elsewhere", None) is None
    with pytest.raises(ModuleNotFoundError, match=r"No module named 'mttq\.nowhere'"):
        importlib.import_module("mttq.nowhere")
    assert waiting not in sys.meta_path


LOADED = """
import sys, json, hypothesis
print(json.dumps(sorted(sys.modules)))
import hypothesis.strategies as st, mttq
print(type(st.from_type(mttq.values.Pair).example()))
"""


@pytest.mark.share(2)
@pytest.mark.parametrize("optimised", [[], ["-OO"]])
def test_import_hypothesis_waits_for_nothing_of_mttq(optimised: list[str]) -> None:
    """It costs what an empty package does, and nothing that mttq imports can make it fail."""
    command = [sys.executable, "-W", "ignore", *optimised, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    first, drawn = done.stdout.splitlines()
    loaded = set(json.loads(first))
    own = {name for name in loaded if name.split(".")[0] == "mttq"}
    assert own == {"mttq", "mttq._names", "mttq._names.lazy", "mttq.testing", "mttq.testing._hypothesis"}
    assert loaded & {"attr", "attrs", "cattrs", "tabulate"} == set()
    assert drawn == "<class 'mttq.values.figures.Pair'>"
