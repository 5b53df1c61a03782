"""The face of the package: what it names, and what importing it loads."""

import ast
import inspect
import json
import re
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest

import mttq
import mttq.testing

ROOT = Path(__file__).parents[1]
STABILITY = (ROOT / "docs/stability.md").read_text("utf-8")
PROMISED = re.findall(r"`(mttq(?:\.[a-z]+)+)`", STABILITY.partition(" name is public")[0])
PUBLIC = [item.name for item in walk_packages(mttq.__path__, "mttq.") if "._" not in item.name]
FACES = [mttq, *map(import_module, PUBLIC)]


def test_every_module_that_is_promised_is_public() -> None:
    assert set(PROMISED) <= set(PUBLIC)


def test_a_citation_names_the_version() -> None:
    version = mttq.__version__
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"version {version}." in (ROOT / "docs/cite.md").read_text("utf-8")


def test_the_changelog_tells_of_the_version_and_its_day() -> None:
    """The newest part that is released, below what is not."""
    day = re.search(r"^date-released: (.*)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    parts = re.findall(r"^## \[(.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert day is not None
    assert parts[:2] == ["Unreleased]", f"{mttq.__version__}] - {day[1]}"]


def test_the_changelog_tells_nothing_twice() -> None:
    """As a merge of branches does that keeps the lines of both."""
    told = re.findall(r"^- .*(?:\n  .*)*", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert [line for line, times in Counter(told).items() if times > 1] == []


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


def test_importing_stays_light() -> None:
    """Babel, tabulate and cattrs are loaded where they are first used, never by an import."""
    modules = "mttq, mttq.vi, mttq._samples._reports, mttq.cli"
    code = f"import sys, json, {modules}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = {module.split(".")[0] for module in json.loads(done.stdout)}

    assert loaded & {"babel", "tabulate", "cattrs", "pytest", "hypothesis", "importlib_metadata"} == set()
    assert "mttq" in loaded


def test_notation_needs_no_words_of_rules_forms_or_records() -> None:
    search = "from mttq import vi; vi.find_quantities('5 hộ')"
    code = f"import sys, json; {search}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = {
        module for module in json.loads(done.stdout) if module.startswith(("mttq.wording.", "mttq.rules"))
    }

    assert loaded == {
        "mttq.wording._nearest",
        "mttq.wording._unicode",
        "mttq.wording._vi",
        "mttq.wording._vi.frame",
    }


def test_importing_the_package_builds_nothing() -> None:
    """Building the records takes a fifth of a second; `import mttq` waits until a name is used."""
    code = (
        "import sys, mttq; print([name for name in sys.modules if name.startswith(('mttq.', 'attr', 'ast'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "['mttq._names', 'mttq._names.lazy']"


def test_checking_a_report_imports_its_own_forms_alone() -> None:
    report = Path(__file__).parents[1] / "examples" / "trung_son_2023.json"
    code = (
        f"import sys, mttq; mttq.check(mttq.load({str(report)!r})); from mttq.forms._form import SHIPPED; "
        "print([code for code in SHIPPED if f'mttq.forms.{code.replace(chr(45), chr(95))}' in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "['kl62-pl1', 'kl62-pl2']"


@pytest.mark.parametrize("package", [mttq, mttq.testing], ids=lambda package: package.__name__)
def test_type_checkers_see_the_same_names_as_python(package: ModuleType) -> None:
    """A name that is added to the stub belongs in the table of `__init__.py` too, and the other way round."""
    stub = ast.parse(Path(str(package.__file__)).with_suffix(".pyi").read_text("utf-8"))
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    told = {alias.name: node.module for node in imports for alias in node.names}
    modules = {
        name: f"{package.__name__}.{name}" for name, where in told.items() if where == package.__name__
    }

    assert told | modules == package._DEFINED_IN
    assert all(alias.asname == alias.name for node in imports for alias in node.names)


def test_every_module_that_is_promised_is_there_after_importing_the_package() -> None:
    code = f"import mttq; print([eval(name).__name__ for name in {PROMISED}])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == str(PROMISED)
    assert {name for name in dir(mttq) if inspect.ismodule(getattr(mttq, name))} == {
        name.split(".")[1] for name in PROMISED
    }


def test_the_public_names_are_sorted_and_shown() -> None:
    """`dir()` and tab completion show what is promised, and no more."""
    names = dir(mttq)

    assert sorted(names) == names == getattr(mttq, "__all__")  # noqa: B009 - the stub does not name it


def test_an_unknown_name_is_no_attribute() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="module 'mttq' has no attribute 'chek'"):
        mttq.chek  # type: ignore[attr-defined]  # noqa: B018


USES = {
    "babel": "mttq.vi.format_list(['a', 'b'], lang='en')",
    "cattrs": "mttq.dumps(report)",
    "tabulate": "mttq.render(report)",
}


def test_a_library_is_loaded_when_it_is_used() -> None:
    """The proof above would see a library that is loaded."""
    loaded = f"print(*[name for name in {list(USES)} if name in sys.modules])"
    start = "import sys, mttq; from mttq.testing import make_report; report = make_report()"
    code = "\n".join((start, loaded, *(line for use in USES.values() for line in (use, loaded))))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.splitlines() == ["", "babel", "babel cattrs", "babel cattrs tabulate"]
