"""What the sources raise on purpose is an error of mttq, and what it says is a phrase, which has English."""

import ast
import builtins
import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

import mttq
from mttq import errors
from mttq.errors import Fault, LoadError, MttqError, NotationError
from mttq.wording import Phrase

PACKAGE = Path(mttq.__path__[0])
OTHERS = {
    "__main__.py: SystemExit": "how a command ends",
    "_names/former.py: TypeError": "what Python raises for an argument that is given twice",
    "_names/lazy.py: AttributeError": "what Python wants of the __getattr__ of a module",
    "_files/saving.py: PermissionError": "`save` makes a FileError of it",
    "checking/_finding.py: AttributeError": "what Python wants of the __getattr__ of a class",
    "cli/__init__.py: RuntimeError": "a rule of another package ends the program: a crash with its traceback",
    "rules/_kit/passing.py: TypeError": "the judge is asked instead",
    "testing/_assertions.py: AssertionError": "how a test fails, in the language asked for",
    "testing/strategies.py: ImportError": "what Python raises where a package is missing",
    "vi/figures.py: _Refused": "`scan` raises the NumberFormatError in it, or passes over it",
    "wording/__init__.py: Exception": "an ArgumentError, by a function below the module that names the class",
}
"""What else is raised, and why."""
PHRASES = ("Phrase", "Phrase | None", "tuple[Phrase, Phrase]")
SAID = ((Fault, slice(1, 2)), (NotationError, slice(1, 3)), (LoadError, slice(0)), (MttqError, slice(1)))
"""Which arguments of a class are what it says; a LoadError says what its faults say."""


@attrs.frozen
class Function:
    """A function of the sources, or the body of a module or class, without the functions inside."""

    path: str
    module: ModuleType
    node: Any

    @cache  # noqa: B019  # they live as long as the tests of this module
    def nodes(self) -> list[Any]:
        found = list(ast.iter_child_nodes(self.node))
        for node in found:
            if not isinstance(node, ast.FunctionDef):
                found += ast.iter_child_nodes(node)
        return found

    def named(self, name: str) -> Any:
        """Return what a name means in the module, or as a builtin."""
        return vars(self.module).get(name, getattr(builtins, name, None))

    def returned(self, name: str) -> str:
        """Return the name of the class of what a call returns."""
        called = self.named(name)
        said = inspect.signature(called).return_annotation if inspect.isfunction(called) else name
        return re.sub(r"\w+\.", "", inspect.formatannotation(said)).strip("'")

    def kinds(self, raised: Any) -> list[str]:
        """Return the names of the classes of which an exception may be."""
        match raised:
            case ast.Name(name) if inspect.isclass(self.named(name)):
                return [name]
            case ast.Name(name):
                return [kind for item in self.narrowed(name, raised) for kind in self.kinds(item)]
            case ast.Call(ast.Name(name)):
                return [self.returned(name)]
            case ast.Call(ast.Attribute(error, "of")):  # the same error, of a file
                return self.kinds(error)
            case _:
                return [_declared(self.module)[getattr(raised, "func", raised).attr]]

    def narrowed(self, name: str, used: ast.Name) -> Iterator[Any]:
        """Return the classes by which an exception was caught, or found to be one."""
        for node in self.nodes():
            match node:
                case ast.ExceptHandler(kind, caught) if caught == name and used in ast.walk(node):
                    yield kind
                case ast.Call(ast.Name("isinstance"), [ast.Name(known), kind]) if known == name:
                    yield kind

    def is_phrase(self, said: Any) -> bool:
        """Return whether an expression can only be a phrase."""
        match said:
            case ast.Call():
                return self.returns_a_phrase(said)
            case ast.Attribute(_, "message" | "reason" | "hint"):  # of another error
                return True
            case ast.Subscript(ast.Name(name)):
                return all(isinstance(item, Phrase) for item in self.named(name).values())
            case ast.IfExp(_, first, second):
                return self.is_phrase(first) and self.is_phrase(second)
            case ast.BoolOp(values=values):
                return all(map(self.is_phrase, values))
            case ast.Starred(parts):
                return self.is_phrase(parts)
            case ast.Name(name):
                return self.names_a_phrase(name)
            case _:
                return False

    def returns_a_phrase(self, call: ast.Call) -> bool:
        match call.func:
            case ast.Name(name):
                return self.returned(name) in PHRASES
            case ast.Attribute(ast.Name(name), "get"):  # words.get(key, otherwise)
                known = self.named(name).values()
                return all(isinstance(item, Phrase) for item in known) and self.is_phrase(call.args[1])
            case _:
                return ast.unparse(call.func) == "Phrase.joined"

    def names_a_phrase(self, name: str) -> bool:
        if name in self.arguments():
            return self.arguments()[name] in PHRASES
        if name in vars(self.module):
            return isinstance(self.named(name), Phrase)
        return all(map(self.is_phrase, self.values(name)))

    def arguments(self) -> dict[str, str]:
        """Return the arguments of the function with their annotations."""
        given = [*self.node.args.args, *self.node.args.kwonlyargs]
        return {item.arg: ast.unparse(item.annotation) for item in given if item.annotation}

    def values(self, name: str) -> list[Any]:
        """Return what a variable of the function is set to."""
        found = []
        for node in self.nodes():
            targets = getattr(node, "targets", [getattr(node, "target", None)])
            found += [node.value for item in targets if isinstance(item, ast.Name) and item.id == name]
        assert found, f"{self.path}: {name}"
        return found


@cache
def _declared(module: ModuleType) -> dict[str, str]:
    """Return what the methods of a module return, and of what class its attributes are."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    methods = {item.name: ast.unparse(item.returns) for item in functions if item.returns}
    arguments = [item for function in functions for item in function.args.args]
    return {item.arg: ast.unparse(item.annotation) for item in arguments if item.annotation} | methods


@pytest.fixture(scope="module")
def functions(trees: dict[Path, ast.Module]) -> tuple[Function, ...]:
    return tuple(_functions(trees))


def _functions(trees: dict[Path, ast.Module]) -> Iterator[Function]:
    for path, tree in trees.items():
        if not path.is_relative_to(PACKAGE):
            continue
        name = ".".join(("mttq", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        module = import_module(name) if path.name != "__main__.py" else builtins
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.Module):
                yield Function(path.relative_to(PACKAGE).as_posix(), module, node)


def class_of(function: Function, name: str) -> type:
    """Return the class of a name; `object` if it is none."""
    found = function.named(name) or getattr(errors, name, None)
    return found if inspect.isclass(found) else object


def test_what_is_raised_is_an_error_of_mttq_or_has_a_reason_to_be_another(
    functions: tuple[Function, ...],
) -> None:
    others = set()
    for function in functions:
        for node in function.nodes():
            if isinstance(node, ast.Raise) and node.exc is not None:
                kinds = function.kinds(node.exc)
                assert kinds, f"{function.path}, line {node.lineno}: what is raised?"
                others |= {
                    f"{function.path}: {kind}"
                    for kind in kinds
                    if not issubclass(class_of(function, kind), MttqError)
                }
    assert sorted(others) == sorted(OTHERS)


def test_what_an_error_says_is_a_phrase(functions: tuple[Function, ...]) -> None:
    """Its pattern then has English, which tests of the catalogues hold."""
    plain = []
    for function in functions:
        for node in function.nodes():
            match node:
                case ast.Call(ast.Name(name), arguments):
                    said = [part for kind, part in SAID if issubclass(class_of(function, name), kind)][:1]
                    if not all(function.is_phrase(item) for part in said for item in arguments[part]):
                        plain.append(f"{function.path}: {ast.unparse(node)}")
    assert sorted(set(plain)) == ["codec/_faults.py: Fault(path, _said(error), value)"]  # or a user's class
