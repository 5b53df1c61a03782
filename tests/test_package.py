"""The face of the package: what it names, and what importing it loads."""

import inspect
import json
import subprocess
import sys

import pytest

import mttq
import mttq.forms
import mttq.model
import mttq.rules
import mttq.tables
import mttq.testing
import mttq.values
import mttq.vi

FACES = [mttq, mttq.forms, mttq.model, mttq.rules, mttq.tables, mttq.testing, mttq.values, mttq.vi]


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_every_public_name_is_there_once_and_sorted(face: object) -> None:
    """`__all__` names what exists, in the order that ruff sorts by."""
    names = face.__all__  # type: ignore[attr-defined]

    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(face, name)] == []


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.__name__)
def test_every_public_function_and_class_is_documented(face: object) -> None:
    """A reader of `help()` never meets an empty page."""
    public = [getattr(face, name) for name in face.__all__]  # type: ignore[attr-defined]
    described = [item for item in public if inspect.isclass(item) or inspect.isfunction(item)]

    assert [item.__name__ for item in described if not inspect.getdoc(item)] == []


@pytest.mark.parametrize("name", ["mttq", "mttq.vi", "mttq.testing", "mttq.cli"])
def test_importing_stays_light(name: str) -> None:
    """Babel, tabulate and cattrs are loaded where they are first used, never by an import."""
    code = f"import sys, json, {name}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = {module.split(".")[0] for module in json.loads(done.stdout)}

    assert loaded & {"babel", "tabulate", "cattrs", "pytest", "hypothesis", "importlib_metadata"} == set()
    assert "mttq" in loaded


def test_the_front_door_opens_no_room() -> None:
    """Building the records takes a fifth of a second; `import mttq` waits until a name is used."""
    code = "import sys, mttq; print([name for name in sys.modules if name.startswith(('mttq.', 'attr'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "[]"


def test_the_public_names_are_sorted_and_shown() -> None:
    """`dir()` and tab completion show what is promised, and no more."""
    names = dir(mttq)

    assert sorted(names) == names == getattr(mttq, "__all__")  # noqa: B009 - the stub does not name it


def test_a_name_that_there_is_not_is_no_attribute() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="module 'mttq' has no attribute 'chek'"):
        mttq.chek  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("use", "library"),
    [
        ("mttq.dumps(report)", "cattrs"),
        ("mttq.render(report)", "tabulate"),
        ("mttq.vi.format_list(['a', 'b'])", "babel"),
    ],
)
def test_a_library_is_loaded_when_it_is_used(use: str, library: str) -> None:
    """The proof above would see a library that is loaded."""
    code = (
        "import sys, mttq; from mttq.testing import make_report; report = make_report();"
        f"before = {library!r} in sys.modules; {use}; print(before, {library!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.split() == ["False", "True"]
