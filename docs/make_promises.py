"""Write down what mttq promises: each public name with its types, each key and word of its files, each code.

One line for each thing that others may rely on, so that a difference shows what became of it.
`python docs/make.py` writes `tests/promises.txt`; the test beside it compares that with the last release.
"""

import enum
import inspect
import json
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import attrs

import mttq
from mttq._declared.types import DIGITS, AtLeast, AtMost, NotBlank

FILE = Path(__file__).parents[1] / "tests" / "promises.txt"
OPERATORS = ("add", "and", "bool", "call", "contains", "eq", "getitem", "iter", "len", "or", "sub")
LIMITS = (AtLeast, AtMost, NotBlank)
GREATEST = 10**DIGITS - 1


def promises() -> str:
    """Return the text, sorted: what belongs together stands together."""
    return "".join(f"{line}\n" for line in sorted({*names(), *files(), *codes()}))


# Names


def modules() -> Iterator[types.ModuleType]:
    """Return every public module: nothing in its path begins with an underscore."""
    yield mttq
    for item in walk_packages(mttq.__path__, "mttq."):
        if "._" not in item.name:
            yield import_module(item.name)


def is_promised(module: types.ModuleType, name: str) -> bool:
    """Return whether a name is public: a module inside a package promises what the package names.

    Forms and strategies stand in modules of their own, and types of arguments beside the functions.
    """
    package, thing = module.__name__.rpartition(".")[0], getattr(module, name)
    if package in ("", "mttq", "mttq.forms", "mttq.testing") or typing.get_origin(thing):
        return True
    around = import_module(package)
    return name in around.__all__ and getattr(around, name) is thing


PUBLIC = [
    (module.__name__, name, getattr(module, name))
    for module in modules()
    for name in module.__all__
    if is_promised(module, name)
]
ALIASES = [(name, thing) for _, name, thing in PUBLIC if typing.get_origin(thing)]
ALIASES += [("Count", mttq.Count), ("Money", mttq.Money)]


def names() -> Iterator[str]:
    """Describe each public thing once, in the package to which it belongs, and say where else it is found."""
    homes: dict[int, str] = {}
    for where, name, thing in sorted(PUBLIC, key=lambda found: rank(*found)):
        path = f"{where}.{name}"
        if isinstance(thing, types.ModuleType):
            yield f"{path}: module"
        elif (inspect.isclass(thing) or inspect.isroutine(thing)) and id(thing) in homes:
            yield f"{path} is {homes[id(thing)]}"
        else:
            homes[id(thing)] = path
            yield from of_thing(path, thing)
    for module in modules():
        former = getattr(getattr(module, "__getattr__", None), "former", ())
        yield from (f"{module.__name__}.{name} warns" for name in former)


def rank(where: str, name: str, thing: object) -> tuple[bool, bool, int, str]:
    """Order the places of a thing: packages before their modules, `mttq` itself last."""
    is_elsewhere = not f"{getattr(thing, '__module__', '')}.".startswith(f"{where}.")
    return where == "mttq", is_elsewhere, where.count("."), f"{where}.{name}"


def of_thing(path: str, thing: object) -> Iterator[str]:
    """Describe a class, a function, a type or a constant."""
    if inspect.isclass(thing):
        yield from of_class(path, thing)
    elif inspect.isroutine(thing):
        yield from of_function(path, thing)
    elif typing.get_origin(thing) is typing.Literal:
        yield from (f"{path} may be {word!r}" for word in typing.get_args(thing))
    elif typing.get_origin(thing):
        yield f"{path} = {of_type(thing, named=False)}"
    else:
        yield f"{path}: {type(thing).__qualname__}"


def of_class(path: str, thing: type) -> Iterator[str]:
    """Describe a class; the arguments of an attrs class are its fields, too."""
    yield f"{path}: class"
    for parent in thing.__mro__[1:]:
        if parent.__module__.startswith(("mttq", "builtins")) and parent is not object:
            yield f"{path} is a {parent.__qualname__}"
    if issubclass(thing, enum.Enum):
        yield from (f"{path}.{member.name} = {member.value!r}" for member in thing)
    elif is_ours(thing.__init__) or hasattr(thing, "_fields"):
        yield from of_arguments(path, thing)
    for name, owner in {name: each for each in reversed(thing.__mro__) for name in vars(each)}.items():
        if owner.__module__.startswith("mttq") and (not name.startswith("_") or name.strip("_") in OPERATORS):
            yield from of_attribute(path, thing, name)


def of_attribute(path: str, thing: type, name: str) -> Iterator[str]:
    """Describe a property or a method, and a field that is no argument."""
    value = inspect.getattr_static(thing, name)
    if isinstance(value, property) and value.fget:
        yield f"{path}.{name}: {of_type(hints(value.fget).get('return'))}"
    elif inspect.isfunction(value) or isinstance(value, classmethod | staticmethod):
        method = getattr(thing, name)
        if is_ours(method) and not is_written_by_attrs(method):
            yield from of_function(f"{path}.{name}", method, skipped=int(inspect.isfunction(value)))
    elif isinstance(value, types.MemberDescriptorType) and name not in inspect.signature(thing).parameters:
        yield f"{path}.{name}: {of_type(hints(thing).get(name))}"


def is_ours(method: Any) -> bool:
    """Say whether a method is one of mttq's classes, not of Python's."""
    return getattr(method, "__module__", "").startswith("mttq")


def is_written_by_attrs(method: Any) -> bool:
    """Say whether a method is none of the source, such as `__eq__`."""
    return not inspect.unwrap(method).__code__.co_filename.startswith(mttq.__path__[0])


def of_function(path: str, thing: Any, skipped: int = 0) -> Iterator[str]:
    """Describe what a function takes and returns."""
    yield f"{path}() -> {of_type(hints(thing).get('return'))}"
    yield from of_arguments(path, thing, skipped)


def of_arguments(path: str, thing: Any, skipped: int = 0) -> Iterator[str]:
    """Describe each argument, by its number if it can be given by position."""
    known = hints(thing.__init__ if inspect.isfunction(getattr(thing, "__init__", None)) else thing)
    stars = {
        inspect.Parameter.KEYWORD_ONLY: "",
        inspect.Parameter.VAR_POSITIONAL: "*",
        inspect.Parameter.VAR_KEYWORD: "**",
    }
    for number, argument in enumerate([*inspect.signature(thing).parameters.values()][skipped:], 1):
        if not argument.name.startswith("_"):
            name = stars.get(argument.kind, f"{number} ") + argument.name
            default = "" if argument.default is argument.empty else f" = {of_default(argument.default)}"
            yield f"{path}({name}: {of_type(known.get(argument.name, argument.annotation))}{default})"
    yield from (f"{path}({former}) warns" for former in former_of(thing, skipped))


def former_of(thing: Any, skipped: int) -> Iterator[str]:
    """Return the arguments that are still taken as they were before a version, with a warning."""
    for written in getattr(thing, "former", ()):
        number, _, name = written.rpartition(" ")
        yield f"{int(number) - skipped} {name}" if number else name


def hints(thing: Any) -> Mapping[str, object]:
    """Return the types of arguments, as written where their names are known to type checkers only."""
    try:
        return typing.get_type_hints(thing, include_extras=True)
    except NameError:
        return inspect.get_annotations(thing)


def of_type(annotation: Any, *, named: bool = True) -> str:  # noqa: C901 - a case for each kind of annotation
    """Write a type as its author does, the same under every version of Python."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if named:
        for name, alias in ALIASES:
            if annotation == alias:
                return name
    if origin in (typing.Union, types.UnionType):
        return of_union(args, named=named)
    if origin is typing.Annotated:
        kept = [repr(limit) for limit in annotation.__metadata__ if isinstance(limit, LIMITS)]
        return f"Annotated[{of_type(args[0])}, {', '.join(kept)}]" if kept else of_type(args[0])
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, args))}]"
    if isinstance(annotation, list):
        return f"[{', '.join(map(of_type, annotation))}]"
    if origin:
        return f"{of_type(origin)}[{', '.join(map(of_type, args))}]"
    if annotation is ...:
        return "..."
    if annotation in (None, types.NoneType):
        return "None"
    return str(getattr(annotation, "__forward_arg__", None) or getattr(annotation, "__name__", annotation))


def of_union(args: tuple[Any, ...], *, named: bool) -> str:
    """Write a union; several of its members may have a name together."""
    for name, alias in ALIASES if named else ():
        members = typing.get_args(alias)
        if typing.get_origin(alias) in (typing.Union, types.UnionType) and set(members) < set(args):
            return " | ".join((name, *(of_type(arg) for arg in args if arg not in members)))
    return " | ".join(map(of_type, args))


def of_default(value: object) -> str:
    """Write a default by its value or its name, without what changes from run to run."""
    if value is attrs.NOTHING:
        return "…"
    if isinstance(value, enum.Enum):
        return f"{type(value).__qualname__}.{value.name}"
    if value is None or isinstance(value, str | int | tuple):
        return repr(value)
    return getattr(value, "__qualname__", f"{type(value).__qualname__}(…)")


# Files


def files() -> Iterator[str]:
    """Describe the files by their schemas, without the words that a reader sees: those may become better."""
    from mttq.checking import waivers_schema
    from mttq.exporting import findings_schema

    schemas = {"report": mttq.json_schema(), "waivers": waivers_schema(), "findings": findings_schema()}
    for file, schema in schemas.items():
        yield from (f"file of {file} {key} {schema[key]}" for key in ("$id",) if key in schema)
        for name, record in {"": schema, **typing.cast("dict[str, Any]", schema.get("$defs", {}))}.items():
            yield from of_record(f"file of {file}: {name}", record)


def of_record(where: str, schema: Any) -> Iterator[str]:
    """Describe the keys of an object, which of them are required, and the words that they may hold."""
    for key, value in schema.get("properties", {}).items():
        words: list[str] = []
        yield f"{where}.{key}: {of_schema(value, words)}"
        yield from (f"{where}.{key} may be {word!r}" for word in words)
    yield from (f"{where}.{key} is required" for key in schema.get("required", ()))
    if schema.get("additionalProperties") is not False:
        yield f"{where} takes keys besides"


def of_schema(schema: Any, words: list[str]) -> str:
    """Write what a value may be, and put the words of its enumerations into a list."""
    words += schema.get("enum", ())
    if "oneOf" in schema:  # which have lines of their own, and one more breaks nothing
        return "a form"
    choices = schema.get("anyOf")
    rest = {
        key: value for key, value in schema.items() if key not in {"title", "description", "enum", "type"}
    }
    if choices:
        return " | ".join(of_schema(choice, words) for choice in choices)
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "items" in schema:
        del rest["items"]
        limits = [f"{key} {value}" for key, value in rest.items()]
        return " ".join((f"array of ({of_schema(schema['items'], words)})", *limits))
    if isinstance(schema.get("additionalProperties"), dict):
        return f"object of ({of_schema(schema['additionalProperties'], words)})"
    if rest.get("maximum") == GREATEST:
        del rest["maximum"]
    kinds = [schema.get("type", "")] if isinstance(schema.get("type", ""), str) else schema["type"]
    kind = "a word" if "enum" in schema else " | ".join(kinds)
    limits = (f"{key} {json.dumps(value, ensure_ascii=False)}" for key, value in rest.items())
    return " ".join((kind, *limits)).strip()


# Codes


def codes() -> Iterator[str]:
    """Return the codes that other programs may name: of rules and of forms."""
    yield from (f"rule {code}" for code in (rule.code for rule in mttq.RULES))
    yield from (f"form {code}" for code, form in mttq.forms.registered_forms().items())


if __name__ == "__main__":
    path = Path(sys.argv[1]) if sys.argv[1:] else FILE
    path.write_text(promises(), "utf-8", newline="\n")
    print(path)
