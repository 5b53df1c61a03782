"""A project file says once what is asked of every check; it is read and never run."""

import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import mttq
from mttq.checking import PROFILES, Profile, Project, Waiver, dump_waivers, project
from mttq.checking._project import lang_meant, project_file, with_arguments
from mttq.errors import FileError, LoadError
from mttq.rules import RULES
from mttq.testing import assert_consistent, make_report

RULE = """
[[rule]]
code = "HUE001"
left = "organisation.working_boards.boards"
relation = "="
right = "/population.villages"
title = "Mỗi thôn có một Ban công tác Mặt trận"
"""
MODULE = """
from collections.abc import Iterator

from mttq import Report, Severity, rule
from mttq.rules import RULES, Breach, Judgement

theirs = RULES["CRI001"]


@rule("XYZ001", Severity.ERROR, level=1, title="Có năm thôn", message="Có {n} thôn")
def villages(
    report: Report, n: int = 5, rare: object = None, strict: bool = True, name: str = "x"
) -> Iterator[Judgement]:
    \"\"\"There are five villages.\"\"\"
    if report.population.villages != n:
        yield Breach(path="population.villages", args={"n": report.population.villages})
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def module(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that is installed."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "rules_of_xyz.py").write_text(MODULE, "utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "rules_of_xyz", raising=False)
    return "rules_of_xyz"


def faults(read: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(LoadError) as caught:
        read()
    return {fault.path: fault.message for fault in caught.value.faults}


def test_all_keys_are_honoured_and_files_stand_beside_the_file(here: Path, module: str) -> None:
    folder = here / "cau_hinh"
    folder.mkdir()
    (folder / "quy_tac.toml").write_text(RULE, "utf-8")
    (folder / "goi_y.json").write_text("{}", "utf-8")
    accepted = Waiver(code="CRI001", reason="đã giải trình")
    dump_waivers([accepted], folder / "giai_trinh.json")
    (folder / "mttq.toml").write_text(
        f"""
        select = ["CRI", "hue001", "XYZ"]
        ignore = ["CRI002"]
        profile = "form-only"
        waivers = "giai_trinh.json"
        rules = ["quy_tac.toml"]
        hints = "goi_y.json"
        lang = "en"
        modules = ["{module}"]
        [parameters.UNI009]
        greatest = 6
        [parameters.FND001]
        least = 0.05
        greatest = 3
        [parameters.TRD004]
        rare = 0.01
        [parameters.XYZ001]
        strict = false
        name = "y"
        """,
        "utf-8",
    )
    found = project("cau_hinh/mttq.toml", modules=True)
    assert found.rules.names == RuleNames([*RULES.names, "HUE", "HUE001", "XYZ", "XYZ001"])
    assert found.profile == Profile(
        name="form-only",
        select=("CRI", "HUE001", "XYZ"),
        ignore=("CRI002",),
        levels=(0,),
        parameters={
            "UNI009": {"greatest": 6},
            "FND001": {"least": Decimal("0.05"), "greatest": Decimal(3)},
            "TRD004": {"rare": Fraction(1, 100)},
            "XYZ001": {"strict": False, "name": "y"},
        },
    )
    assert found.waivers == (accepted,)
    assert found.hints == str(Path("cau_hinh/goi_y.json"))
    assert (found.source, found.lang, found.modules) == ("cau_hinh/mttq.toml", "en", (module,))
    assert [type(value) for value in found.profile.parameters["FND001"].values()] == [Decimal, Decimal]


class RuleNames(tuple[str, ...]):
    """Names in any order."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple) and sorted(self) == sorted(other)

    __hash__ = tuple.__hash__


def test_a_check_takes_it_as_arguments(here: Path) -> None:
    wrong = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
    (here / "mttq.toml").write_text('ignore = ["CRI"]', "utf-8")
    found = project()
    assert len(mttq.check(wrong).where(select="CRI")) > 0
    assert not mttq.check(wrong, **found.arguments).where(select="CRI")
    assert not mttq.check_all([wrong], **found.arguments).where(select="CRI")
    assert_consistent(wrong, **found.arguments)


def test_it_is_looked_for_upwards_to_a_repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = here / "a" / "b"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    assert project_file() is None
    assert project() == Project()
    (here / "mttq.toml").write_text("", "utf-8")
    assert project_file() == str(here / "mttq.toml")
    (here / "a" / "pyproject.toml").write_text('[project]\nname = "mttq-cua-hue"', "utf-8")
    assert project_file() == str(here / "mttq.toml")
    (here / "a" / "pyproject.toml").write_text('[tool.mttq]\nlang = "en"', "utf-8")
    assert project_file() == str(here / "a" / "pyproject.toml")
    assert lang_meant(None) == "en"
    assert lang_meant(None, ignored=True) is None
    (work / ".git").write_text("gitdir: elsewhere", "utf-8")
    assert project_file() is None
    (work / "pyproject.toml").write_text("[tool.mttq]", "utf-8")
    assert project().source == str(work / "pyproject.toml")


def test_of_two_in_one_folder_none_is_taken(here: Path) -> None:
    (here / "mttq.toml").write_text("", "utf-8")
    (here / "pyproject.toml").write_text("[tool.mttq]", "utf-8")
    told = "cùng thư mục có pyproject.toml với bảng [tool.mttq]; chỉ giữ một trong hai"
    assert faults(project) == {"$": told}
    assert lang_meant(None) is None
    with pytest.raises(FileError):
        project(here)


def test_a_removed_working_folder_has_none(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = here / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert project_file() is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.mttq", "viết sai TOML: "),
        ("[tool]", "cần bảng [tool.mttq]; không có"),
        ("[tool]\nmttq = 3", "cần bảng [tool.mttq]; không phải bảng: 3"),
    ],
)
def test_a_file_without_the_table_is_refused(here: Path, text: str, told: str) -> None:
    (here / "pyproject.toml").write_text(text, "utf-8")
    (said,) = faults(lambda: project("pyproject.toml")).values()
    assert said.startswith(told)
    assert lang_meant("pyproject.toml") is None


CODES = 'cần danh sách mã hoặc nhóm quy tắc, như ["CRI", "ORG001"]; trong tệp là '
KEYS = "select, ignore, parameters, profile, waivers, rules, hints, lang, modules"
WRONG_KEYS: dict[str, tuple[str, str]] = {
    'selct = ["CRI"]': ("selct", "không có khóa “selct”; có phải “select”?"),
    "x = 1": (
        "x",
        f"không có khóa “x”; chỉ có: {KEYS}",
    ),
    'select = "CRI"': (
        "select",
        f"{CODES}'CRI'",
    ),
    "ignore = ['CRI', 7]": (
        "ignore[1]",
        f"{CODES}7",
    ),
    "profile = 'strict'": ("profile", "cần một trong: default, form-only; trong tệp là 'strict'"),
    "lang = ['vi']": ("lang", "cần một trong: vi, en; trong tệp là ['vi']"),
    "waivers = ' '": ("waivers", """cần tên tệp, như "giai_trinh.json"; trong tệp là ' '"""),
    "hints = 'nowhere.json'": ("hints", "không có tệp này"),
    "rules = ['nowhere.toml']": ("rules[0]", "không có tệp này"),
    "parameters = 3": ("parameters", "cần bảng theo mã quy tắc, như UNI009.greatest = 6; trong tệp là 3"),
    "parameters.UNI009 = 3": (
        "parameters.UNI009",
        "cần bảng theo mã quy tắc, như UNI009.greatest = 6; trong tệp là 3",
    ),
    "modules = 'hue'": (
        "modules",
        """cần danh sách mô-đun Python đã cài, như ["hue.bieu"]; trong tệp là 'hue'""",
    ),
}


@pytest.mark.parametrize("text", WRONG_KEYS)
def test_what_is_wrong_is_said_with_its_path_and_a_hint(here: Path, text: str) -> None:
    (here / "mttq.toml").write_text(text, "utf-8")
    path, told = WRONG_KEYS[text]
    found = faults(project)
    assert found[path] == told
    (here / "mttq.toml").unlink()
    table, _, rest = text.partition(" = ")
    (here / "pyproject.toml").write_text(f"[tool.mttq]\n{table} = {rest}", "utf-8")
    assert faults(project)[f"tool.mttq.{path}"] == told


def test_all_faults_come_at_once(here: Path) -> None:
    (here / "mttq.toml").write_text(
        """
        selct = ["CRI"]
        select = []
        lang = "fr"
        ignore = ["CRI01", "CRI9"]
        parameters.UNI009.greatst = 6
        parameters.UNI009.greatest = "6"
        parameters.UNI009.least = 2.5
        parameters.CRI001.least = 1
        parameters.CRI0001.least = 1
        parameters.FND001.least = nan
        parameters.DOC001.malformed = 1
        parameters.PER001.tolerance = "1"
        """,
        "utf-8",
    )
    assert faults(project) == {
        "selct": "không có khóa “selct”; có phải “select”?",
        "select": f"{CODES}[]",
        "lang": "cần một trong: vi, en; trong tệp là 'fr'",
        "ignore[1]": "không có quy tắc nào mã 'CRI9'; có phải “CRI”?",
        "parameters.UNI009.greatst": "UNI009 không có greatst; có phải “greatest”?",
        "parameters.UNI009.greatest": "cần số nguyên; trong tệp là '6'",
        "parameters.UNI009.least": "cần số nguyên; trong tệp là Decimal('2.5')",
        "parameters.CRI001.least": "CRI001 không có least; không có tham số nào",
        "parameters.CRI0001": "không có quy tắc nào mã 'CRI0001'; có phải “CRI001”?",
        "parameters.FND001.least": "cần một số; trong tệp là Decimal('NaN')",
        "parameters.DOC001.malformed": "cần đặt trong Python bằng mttq.Profile; trong tệp là 1",
        "parameters.PER001.tolerance": "cần một số; trong tệp là '1'",
    }


def test_a_rule_that_was_given_up_is_named_without_harm(here: Path) -> None:
    (here / "mttq.toml").write_text("parameters.APP005.least = 1", "utf-8")
    assert project().profile == PROFILES["default"]


def test_modules_are_imported_only_where_that_is_asked_for(here: Path, module: str) -> None:
    (here / "mttq.toml").write_text(f'modules = ["{module}"]', "utf-8")
    assert faults(project) == {
        "modules": "mô-đun chạy mã Python nên chỉ được nạp khi có yêu cầu: “mttq --modules”, trong Python "
        "“modules=True”; bỏ qua tệp này: “mttq --no-config”"
    }
    assert module not in sys.modules
    (here / "mttq.toml").write_text(f'modules = ["{module}"]\nselct = 1', "utf-8")
    assert [*faults(lambda: project(modules=True))] == ["selct"]
    assert module not in sys.modules  # no code runs for a file that is refused
    (here / "mttq.toml").write_text(f'modules = ["{module}"]', "utf-8")
    assert project(modules=True).rules["XYZ001"].title == "Có năm thôn"
    (here / "mttq.toml").write_text(
        f'modules = ["{module}"]\nparameters.XYZ001 = {{strict = 1, name = 1, rare = "x", n = true}}', "utf-8"
    )
    assert faults(lambda: project(modules=True)) == {
        "parameters.XYZ001.strict": "cần true hoặc false; trong tệp là 1",
        "parameters.XYZ001.name": "cần chuỗi (str); trong tệp là 1",
        "parameters.XYZ001.rare": "cần đặt trong Python bằng mttq.Profile; trong tệp là 'x'",
        "parameters.XYZ001.n": "cần số nguyên; trong tệp là True",
    }


def test_modules_of_the_working_folder_are_not_found(here: Path) -> None:
    (here / "rules_beside.py").write_text(MODULE, "utf-8")
    (here / "mttq.toml").write_text('modules = ["rules_beside"]', "utf-8")
    before = [*sys.path]
    told = faults(lambda: project(modules=True))
    assert told == {"modules[0]": "không nạp được (ModuleNotFoundError: No module named 'rules_beside')"}
    assert sys.path == before


def test_two_rules_with_one_code_are_refused(here: Path, module: str) -> None:
    (here / "a.toml").write_text(RULE.replace("HUE001", "XYZ001"), "utf-8")
    (here / "mttq.toml").write_text(f'modules = ["{module}"]\nrules = ["a.toml"]', "utf-8")
    assert faults(lambda: project(modules=True)) == {"rules": "hai quy tắc cùng mã XYZ001"}
    (here / "mttq.toml").write_text('rules = ["a.toml"]\nwaivers = "a.toml"', "utf-8")
    with pytest.raises(LoadError, match=r"^a\.toml|a\.toml: "):
        project()


def test_arguments_take_the_place_of_what_the_file_says(here: Path) -> None:
    (here / "a.toml").write_text(RULE, "utf-8")
    (here / "b.toml").write_text(RULE.replace("HUE001", "HUE002"), "utf-8")
    dump_waivers([Waiver(code="CRI001", reason="a")], here / "a.json")
    dump_waivers([Waiver(code="CRI002", reason="b")], here / "b.json")
    (here / "mttq.toml").write_text(
        'select = ["CRI"]\nignore = ["CRI001"]\nwaivers = "a.json"\nrules = ["a.toml"]\n'
        "parameters.UNI009.greatest = 6",
        "utf-8",
    )
    of = project()
    given: dict[str, Any] = {"profile": "form-only", "select": "ORG", "ignore": "ORG001", "hints": "h.json"}
    found = with_arguments(of, **given, waivers="b.json", rules=["b.toml"])
    assert found.profile == Profile(
        name="form-only",
        levels=(0,),
        select=("ORG",),
        ignore=("ORG001",),
        parameters={"UNI009": {"greatest": 6}},
    )
    assert [waiver.reason for waiver in found.waivers] == ["b"]
    assert {"HUE001", "HUE002"} <= {rule.code for rule in found.rules}
    assert found.hints == "h.json"
    assert with_arguments(of) == of


def test_rules_of_packages_are_there_to_be_chosen_if_they_are_asked_for(here: Path) -> None:
    (here / "mttq.toml").write_text('select = ["CRI"]', "utf-8")
    assert set(project(installed=True).rules.names) >= set(RULES.names)
