"""The project file: what a folder of work asks of every check, said once for Python, the command and pytest.

It is read and never run.  One that names modules, whose code runs when they are imported, is refused unless
the caller allows it: who hands on a folder must not run code on the machine of who opens it.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final, TypedDict, TypeVar, get_args

import attrs

from mttq._declared.types import clipped
from mttq._files.opening import content_of, why_unusable
from mttq._files.toml import text_in, tree_in
from mttq.checking._check import installed_rules
from mttq.checking._profiles import DEFAULT, PROFILES, Profile, profile_of
from mttq.checking._waiver_files import load_waivers
from mttq.checking._waivers import Waiver
from mttq.errors import CodeError, DeclarationError, Fault, LoadError, MttqError
from mttq.rules import RETIRED, RULES, Rule, RuleSet, Selection, load_rules
from mttq.rules._kit.selection import codes_in, no_rule, see_that_rules_begin_so
from mttq.wording import Lang, Phrase
from mttq.wording._nearest import meant

__all__ = [
    "CheckArguments",
    "Project",
    "file_meant",
    "lang_meant",
    "project",
    "project_file",
    "project_in",
    "with_arguments",
]

T = TypeVar("T")

_SHARED: Final = "pyproject.toml"
_NAMES: Final = ("mttq.toml", _SHARED)


class CheckArguments(TypedDict):
    """By what reports are judged: arguments of `mttq.check`, `mttq.check_all` and `assert_consistent`."""

    rules: RuleSet
    profile: Profile
    waivers: tuple[Waiver, ...]


@attrs.frozen(kw_only=True)
class Project:
    """What a project file asks of checks, ready to be used.

    Args:
        source: the file; None if there is none.
        rules: mttq's rules, those of the modules and of the files of rules that it names.
        profile: which of them take part, with what parameters.
        waivers: the accepted breaches of its waiver file.
        hints: its file of hints on how to read office files, for `mttq.reading.Hints.load`.
        lang: the language of what is said.
        modules: the modules that it names; they are imported.

    >>> from mttq.checking import check
    >>> from mttq.testing import make_report
    >>> len(check(make_report(), **Project(profile=Profile(select="CRI")).arguments))
    0
    """

    source: str | None = None
    rules: RuleSet = RULES
    profile: Profile = DEFAULT
    waivers: tuple[Waiver, ...] = ()
    hints: str | None = None
    lang: Lang | None = None
    modules: tuple[str, ...] = ()

    @property
    def arguments(self) -> CheckArguments:
        """What the project passes to a check: `mttq.check(report, **project.arguments)`."""
        return {"rules": self.rules, "profile": self.profile, "waivers": self.waivers}


def project(
    path: str | PathLike[str] | None = None, *, modules: bool = False, installed: bool = False
) -> Project:
    r"""Read a project file: the table `[tool.mttq]` of a `pyproject.toml`, or the top of any other TOML file.

    Args:
        path: the file; if None, the `mttq.toml`, or `pyproject.toml` with that table, of the working folder
            or of the nearest above it, up to the first folder with a `.git`.
        modules: whether the modules that it names may be imported, which runs their code.
        installed: whether the rules of installed packages (`installed_rules`) are among those it may name.

    Returns:
        what it asks for; what mttq does by itself, if no file is found.

    Raises:
        LoadError: the file, or one that it names, is not what it should be; `faults` lists all that is wrong.
            So is one that names modules, unless they may be imported.
        FileError: the file cannot be read.
        DeclarationError: an installed package offers no rules.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "mttq.toml")
    ...     _ = file.write_text('select = ["CRI", "UNI009"]\nparameters.UNI009.greatest = 6\n')
    ...     found = project(file)
    >>> found.profile.select, found.profile.parameters
    (('CRI', 'UNI009'), {'UNI009': {'greatest': 6}})
    """
    return project_in(project_file() if path is None else fspath(path), modules=modules, installed=installed)


def project_in(file: str | None, *, modules: bool = False, installed: bool = False) -> Project:
    """Return what a project file asks for, or what mttq does by itself; as for `project`."""
    base = installed_rules() if installed else RULES
    return Project(rules=base) if file is None else _read(file, base, modules=modules)


def with_arguments(
    of: Project,
    *,
    profile: str | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: str | None = None,
    rules: Sequence[str] = (),
    hints: str | None = None,
) -> Project:
    """Return a project with the arguments of a command: rules join its own, all else takes its place.

    Raises:
        LoadError: a file is not what it should be.
        FileError: a file cannot be read.
        CodeError: there is no such profile.
        DeclarationError: two rules have one code.
    """
    more = [one for name in rules for one in load_rules(name)]
    base = of.profile if profile is None else profile_of(profile)
    return attrs.evolve(
        of,
        rules=RuleSet([*of.rules, *more]) if more else of.rules,
        profile=_profile(
            base,
            codes_in("select", select) or of.profile.select,
            codes_in("ignore", ignore) or of.profile.ignore,
            of.profile.parameters,
        ),
        waivers=of.waivers if waivers is None else load_waivers(waivers),
        hints=hints or of.hints,
    )


def _profile(
    base: Profile,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    parameters: Mapping[str, Mapping[str, object]],
) -> Profile:
    made = attrs.evolve(base, select=select, ignore=ignore, parameters=parameters)
    return base if made == base else made  # what was chosen by one that is known need not be chosen again


def project_file() -> str | None:
    """Return the project file of the working folder: in it, or the nearest above up to a `.git` or the root.

    Raises:
        LoadError: a folder has two, or one that may be it is no TOML.
        FileError: one that may be it cannot be read.
    """
    try:
        here = Path.cwd()
    except OSError:  # it was removed
        return None
    for folder in (here, *here.parents):
        found = [file for name in _NAMES if _sets_up_mttq(file := str(folder / name))]
        if len(found) > 1:
            told = Phrase("cùng thư mục có {} với bảng [tool.mttq]; chỉ giữ một trong hai", _SHARED)
            raise LoadError((Fault("$", told, None),), found[0])
        if found:
            return found[0]
        if os.path.lexists(folder / ".git"):
            return None
    return None


def _sets_up_mttq(file: str) -> bool:
    """Return whether a file is there that sets up mttq; a `pyproject.toml` need not."""
    if not os.path.lexists(file):
        return False
    if Path(file).name != _SHARED:
        return True
    content = content_of(file)
    return b"mttq" in content and _table(content, file) is not None


def _table(content: bytes, file: str) -> object:
    """Return what a file says to mttq; None if a `pyproject.toml` says nothing."""
    tree: object = tree_in(text_in(content, file), file)
    for key in ("tool", "mttq") if Path(file).name == _SHARED else ():
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _keys(file: str) -> dict[str, Any]:
    """Return what a file says by its keys.

    Raises:
        LoadError: it is no TOML, or has nothing for mttq.
        FileError: it cannot be read.
    """
    keys = _table(content_of(file), file)
    if isinstance(keys, dict):
        return keys
    there = Phrase("không có") if keys is None else Phrase("không phải bảng: {}", clipped(keys))
    raise LoadError((Fault("tool.mttq", Phrase("cần bảng {}; {}", "[tool.mttq]", there), keys),), file)


def file_meant(named: str | None, *, ignored: bool = False) -> str | None:
    """Return the project file that a command line means: the one it names, or the nearest, or none.

    Raises:
        LoadError: as for `project_file`.
        FileError: as for `project_file`.
    """
    if ignored:
        return None
    return project_file() if named is None else named


def lang_meant(named: str | None, *, ignored: bool = False) -> Lang | None:
    """Return the language that this file asks for, if it can be read so far."""
    try:
        file = file_meant(named, ignored=ignored)
        found = {} if file is None else _keys(file)
    except (MttqError, OSError):
        return None
    return found["lang"] if found.get("lang") in _CHOICES["lang"] else None


def _read(file: str, base: RuleSet, *, modules: bool) -> Project:
    """Read a project file; all that is wrong with it is said at once."""
    keys = _keys(file)
    wrong = list(_wrong_keys(keys, modules=modules))
    bad = {re.split(r"[.\[]", fault.path)[0] for fault in wrong}
    good = {key: value for key, value in keys.items() if key not in bad}

    def beside(name: str) -> str:
        return str(Path(file).parent / name)

    def each(key: str, read: Callable[[str], T]) -> list[T]:
        """Return what files or modules hold; why one cannot be had joins what is wrong."""
        given = good.get(key, ())
        places = [(key, given)] if isinstance(given, str) else _numbered(key, given)
        return [found for place, name in places if (found := _had(read, name, place, wrong)) is not None]

    def hinted(name: str) -> str:
        content_of(beside(name))
        return beside(name)

    loads = not wrong or not keys.get("modules")  # no code runs for a file that is refused
    number = len(wrong)
    added = each("modules", _rules_of) if loads else []
    added += each("rules", lambda name: load_rules(beside(name)))
    waivers = each("waivers", lambda name: load_waivers(beside(name)))
    hints = each("hints", hinted)
    rules = base
    try:
        rules = RuleSet([*base, *(rule for found in added for rule in found)])
    except DeclarationError as error:
        wrong.append(Fault("rules", error.message, None))
    if loads and "rules" not in bad and len(wrong) == number:
        wrong += _wrong_codes(good, rules)
    if wrong:
        table = "tool.mttq." if Path(file).name == _SHARED else ""
        raise LoadError(tuple(Fault(f"{table}{one.path}", one.message, one.value) for one in wrong), file)
    return Project(
        source=file,
        rules=rules,
        profile=_profile(
            profile_of(keys.get("profile")),
            codes_in("select", keys.get("select")),
            codes_in("ignore", keys.get("ignore")),
            _parameters(keys.get("parameters", {}), rules),
        ),
        waivers=tuple(waiver for found in waivers for waiver in found),
        hints=hints[0] if hints else None,
        lang=keys.get("lang"),
        modules=tuple(keys.get("modules", ())),
    )


def _numbered(key: str, names: Iterable[T]) -> list[tuple[str, T]]:
    return [(f"{key}[{number}]", name) for number, name in enumerate(names)]


def _had(read: Callable[[str], T], name: str, place: str, wrong: list[Fault]) -> T | None:
    """Return what a file or a module holds, or say why it cannot be had.

    Raises:
        LoadError: of a file that is there, which says more than its name does.
    """
    try:
        return read(name)
    except LoadError:
        raise
    except OSError as error:
        wrong.append(Fault(place, why_unusable(error), name))
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        wrong.append(Fault(place, Phrase("không nạp được ({})", why), name))
    return None


def _rules_of(module: str) -> tuple[Rule, ...]:
    """Import a module, which makes its forms known, and return the rules that it adds to those of mttq."""
    found = (item for item in vars(import_module(module)).values() if isinstance(item, Rule))
    return tuple(rule for rule in found if rule.code not in RULES or RULES[rule.code] is not rule)


_LISTS: Final = {
    "select": Phrase("danh sách mã hoặc nhóm quy tắc, như {}", '["CRI", "ORG001"]'),
    "ignore": Phrase("danh sách mã hoặc nhóm quy tắc, như {}", '["CRI", "ORG001"]'),
    "rules": Phrase("danh sách tệp quy tắc, như {}", '["quy_tac.toml"]'),
    "modules": Phrase("danh sách mô-đun Python đã cài, như {}", '["hue.bieu"]'),
}
_FILES: Final = {
    "waivers": Phrase("tên tệp, như {}", '"giai_trinh.json"'),
    "hints": Phrase("tên tệp, như {}", '"goi_y.json"'),
}
_CHOICES: Final = {"profile": tuple(PROFILES), "lang": get_args(Lang)}
_TABLES: Final = Phrase("bảng theo mã quy tắc, như {}", "UNI009.greatest = 6")
_KEYS: Final = ("select", "ignore", "parameters", "profile", "waivers", "rules", "hints", "lang", "modules")
_UNASKED: Final = Phrase(
    "mô-đun chạy mã Python nên chỉ được nạp khi có yêu cầu: “mttq --modules”, trong Python “modules=True”; "
    "bỏ qua tệp này: “mttq --no-config”"
)


def _wrong_keys(keys: Mapping[str, Any], *, modules: bool) -> Iterator[Fault]:
    """Yield what is wrong with a file by itself: unknown keys, wrong types, modules unasked for."""
    for key, value in keys.items():
        if key in _LISTS:
            if not isinstance(value, list) or (key == "select" and not value):  # a choice of nothing
                yield _unfit(key, _LISTS[key], value)
            else:
                items = (item for item in _numbered(key, value) if not _is_text(item[1]))
                yield from (_unfit(place, _LISTS[key], item) for place, item in items)
        elif key in _FILES and not _is_text(value):
            yield _unfit(key, _FILES[key], value)
        elif key in _CHOICES and value not in _CHOICES[key]:
            yield _unfit(key, Phrase("một trong: {}", ", ".join(_CHOICES[key])), value)
        elif key == "parameters":
            tables = value if isinstance(value, dict) else {"": value}
            yield from (
                _unfit(f"{key}.{code}".rstrip("."), _TABLES, values)
                for code, values in tables.items()
                if not isinstance(values, dict)
            )
        elif key not in _KEYS:
            near = meant(key, _KEYS, Phrase("chỉ có: {}", ", ".join(_KEYS)))
            yield Fault(key, Phrase("không có khóa “{}”{}", key, near), value)
    if not modules and isinstance(keys.get("modules"), list) and keys["modules"]:
        yield Fault("modules", _UNASKED, keys["modules"])


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _unfit(path: str, wanted: str, value: object) -> Fault:
    return Fault(path, Phrase("cần {}; trong tệp là {}{}", wanted, clipped(value), ""), value)


def _wrong_codes(keys: Mapping[str, Any], rules: RuleSet) -> Iterator[Fault]:
    """Yield which rules, and which of their parameters, there are not."""
    names = (*rules.names, *RULES.names, *RETIRED)
    for key in ("select", "ignore"):
        for place, code in _numbered(key, keys.get(key, ())):
            try:
                see_that_rules_begin_so(codes_in(key, code), names)
            except CodeError as error:
                yield Fault(place, error.message, code)
    for code, values in keys.get("parameters", {}).items():
        if code in rules:
            yield from _wrong_parameters(rules[code], values)
        elif code not in RETIRED:
            yield Fault(f"parameters.{code}", no_rule(code, rules.names).message, values)


def _wrong_parameters(rule: Rule, values: Mapping[str, object]) -> Iterator[Fault]:
    known = rule.parameters
    for name, value in values.items():
        place = f"parameters.{rule.code}.{name}"
        if name not in known:
            there = Phrase("có: {}", ", ".join(known)) if known else Phrase("không có tham số nào")
            yield Fault(place, Phrase("{} không có {}{}", rule.code, name, meant(name, known, there)), value)
        elif _parameter(known[name], value) is None:
            yield _unfit(place, _wanted(known[name]), value)


def _parameters(given: Mapping[str, Mapping[str, object]], rules: RuleSet) -> dict[str, dict[str, object]]:
    return {
        code: {name: _parameter(rules[code].parameters[name], value) for name, value in values.items()}
        for code, values in given.items()
        if code not in RETIRED
    }


def _parameter(default: object, value: object) -> object:
    """Return a value of a file as a parameter is that has this default; None if it cannot be one."""
    if isinstance(default, bool | str):
        return value if type(value) is type(default) else None
    if type(value) is not int and not (isinstance(value, Decimal) and value.is_finite()):
        return None
    if isinstance(default, int):
        return value if type(value) is int else None
    return type(default)(value) if isinstance(default, Decimal | Fraction) else None


def _wanted(default: object) -> Phrase:
    match default:
        case bool():
            return Phrase("true hoặc false")
        case str():
            return Phrase("chuỗi (str)")
        case int():
            return Phrase("số nguyên")
        case Decimal() | Fraction():
            return Phrase("một số")
        case _:
            return Phrase("đặt trong Python bằng mttq.Profile")
