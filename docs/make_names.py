"""Write the page of all public names anew: `python docs/make.py`."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import attrs

import mttq.forms
from mttq.forms import label_of

PROMISED = re.findall(
    r"`(mttq(?:\.[a-z]+)+)`",
    (Path(__file__).parent / "stability.md").read_text("utf-8").partition(" name is public")[0],
)
FORMS = [
    f"mttq.forms.{item.name}" for item in iter_modules(mttq.forms.__path__) if not item.name.startswith("_")
]
MODULES = sorted({"mttq", *PROMISED, *FORMS})
HEAD = """# All public names

What each module offers, with the first line of its help; `help(mttq.check)` prints all of it. The fields of a
record follow, with their Vietnamese labels. Written by `python docs/make.py`.
"""


def page() -> str:
    """Return the page: a list for each module."""
    return "\n".join((HEAD, *(line for name in MODULES for line in _module(importlib.import_module(name)))))


def _module(module: ModuleType) -> Iterator[str]:
    yield f"## {module.__name__}\n"
    yield f"{_first_line(module)}\n"
    for name in module.__all__:
        thing = getattr(module, name)
        yield f"- **`{name}`**: {said_of(thing, name, module)}{_fields(thing)}"
    yield ""


def said_of(thing: object, name: str, module: ModuleType) -> str:
    """Return the first line of the docstring; a constant or an alias has it below its assignment."""
    if inspect.isclass(thing) or inspect.isroutine(thing) or inspect.ismodule(thing):
        return _first_line(thing)
    return next((said for source in _sources(module) if (said := _below(source, name))), "")


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _sources(module: ModuleType) -> Iterator[Path]:
    """Return the files in which the names of a module may be assigned: its own first."""
    own = Path(module.__file__ or "")
    yield own
    yield from sorted(Path(mttq.__path__[0]).rglob("*.py"))


def _below(source: Path, name: str) -> str:
    for line, following in pairwise(_lines(source) if name in _text(source) else ()):
        targets = line.targets if isinstance(line, ast.Assign) else [getattr(line, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            match following:
                case ast.Expr(ast.Constant(str(text))):
                    return text.strip().partition("\n")[0]
    return ""


@cache
def _text(source: Path) -> str:
    return source.read_text("utf-8")


@cache
def _lines(source: Path) -> list[ast.stmt]:
    return ast.parse(_text(source)).body


def _fields(thing: object) -> str:
    if not inspect.isclass(thing) or not attrs.has(thing) or not thing.__module__.startswith("mttq.model"):
        return ""
    fields = (f"`{field.name}` {label_of(thing, field.name)}" for field in attrs.fields(thing))
    return f" Fields: {', '.join(fields)}."


if __name__ == "__main__":
    path = Path(__file__).with_name("names.md")
    path.write_text(page(), "utf-8", newline="\n")
    print(path)
