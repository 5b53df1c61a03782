import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mttq.codec import dump, dumps, load, load_many, loads
from mttq.errors import FieldError, LoadError
from mttq.report import Report


@pytest.fixture
def report(with_fields: Callable[..., str]) -> Report:
    return loads(with_fields(recipients=["Lưu: VT"]))


def test_a_text_is_indented_and_keeps_vietnamese_letters(report: Report) -> None:
    assert dumps(report) == (
        '{\n  "schema_version": 1,\n  "unit": {\n    "kind": "xã",\n    "name": "Suối Mơ"\n  },\n'
        '  "title": "Báo cáo",\n  "recipients": [\n    "Lưu: VT"\n  ]\n}'
    )


def test_a_file_is_utf_8_with_one_line_ending(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "xã.json"
    dump(report, path)
    assert path.read_bytes() == f"{dumps(report)}\n".encode()
    assert load(path) == load(str(path)) == report


@pytest.mark.parametrize("collects", [True, False])
def test_loading_leaves_the_garbage_collector_as_it_was(report: Report, *, collects: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        loads(dumps(report))
        after_a_report = gc.isenabled()
        with pytest.raises(LoadError):
            loads("{}")
        assert (after_a_report, gc.isenabled()) == (collects, collects)
    finally:
        (gc.enable if before else gc.disable)()


def test_reports_keep_a_short_text_once(with_fields: Callable[..., str]) -> None:
    first, second = (loads(with_fields(recipients=["Lưu: VT, BTT"])) for _ in range(2))
    assert first.recipients[0] is second.recipients[0]


def test_the_error_of_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "hỏng.json"
    path.write_text('{"schema_version": 1}', encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        load(path)
    assert caught.value.source == str(path)
    assert str(caught.value) == (
        f"{path}: chưa đọc được, có 2 chỗ chưa đúng\n"
        "  Đơn vị ($.unit): thiếu khóa bắt buộc\n  Tên báo cáo ($.title): thiếu khóa bắt buộc"
    )


def test_a_missing_file_stays_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "không có.json")
    with pytest.raises(FileNotFoundError):
        list(load_many([tmp_path / "không có.json"], on_error="skip"))


def test_paths_and_lines_are_read_one_by_one(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "một.json"
    dump(report, path)
    line = dumps(report, indent=None)
    sources: list[str | bytes | Path] = [
        path,
        str(path),
        line,
        f" {line}\n",
        "\n",
        "",
        b"",
        line.encode(),
        "\ufeff" + line,
    ]
    reading = load_many(iter(sources))
    assert next(reading) == report
    assert list(reading) == [report] * 5


def test_a_line_is_never_taken_for_a_path(report: Report) -> None:
    line = dumps(report, indent=None)
    text = f"{line}\n\n[1]\nbáo cáo.json\n  {line}"
    gathered = []
    reading = load_many(lines=text.splitlines(), on_error=lambda *args: gathered.append(args))
    assert list(reading) == [report, report]
    assert [name for name, _ in gathered] == ["dòng 3", "dòng 4"]
    assert list(load_many(lines=text.encode().splitlines(keepends=True), on_error="skip")) == [report] * 2


def test_a_text_that_does_not_begin_like_a_report_is_a_path() -> None:
    for path in ("[1]", "nonsense\n"):
        with pytest.raises(FileNotFoundError):
            list(load_many([path], on_error="skip"))


@pytest.mark.parametrize("on_error", ["ignore", "", None, 5])
def test_an_unknown_on_error_is_refused_at_once(on_error: Any) -> None:
    with pytest.raises(ValueError, match=r'^on_error: cần "raise", "skip", "collect" hoặc một hàm; đã nhận '):
        load_many([], on_error=on_error)


@pytest.mark.parametrize("given", [{}, {"sources": None}, {"sources": [], "lines": []}])
def test_either_paths_or_lines_are_read(given: dict[str, Any]) -> None:
    with pytest.raises(FieldError, match="một trong hai"):
        load_many(**given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"lines": [Path("xa.json")]}, r"lines\[0\]: cần chuỗi \(str\) hoặc bytes; đã nhận PosixPath"),
        ({"sources": 5}, "cần nhiều đường dẫn"),
        ({"sources": ["", None]}, r"sources\[1\]: cần chuỗi \(str\) hoặc bytes hoặc PathLike; đã nhận None"),
    ],
)
def test_anything_but_a_source_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(FieldError, match=message):
        list(load_many(**given))


def test_an_open_file_of_json_lines_is_read(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "nhiều.jsonl"
    path.write_text(f"{dumps(report, indent=None)}\n\n{dumps(report, indent=None)}\n", encoding="utf-8")
    with path.open(encoding="utf-8") as text, path.open("rb") as binary:
        assert list(load_many(text)) == list(load_many(binary)) == [report, report]


def test_a_line_that_is_not_a_report_raises_with_its_number(report: Report) -> None:
    reading = load_many([dumps(report, indent=None), b"nonsense\n"])
    assert next(reading) == report
    with pytest.raises(LoadError) as caught:
        next(reading)
    assert caught.value.source == "dòng 2"


def test_bad_sources_may_be_skipped_or_collected(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.json"
    path.write_bytes(b"\xff")
    sources: list[str | Path] = [Path(path), dumps(report, indent=None), "{}"]
    gathered = []
    assert list(load_many(sources, on_error="skip")) == [report]
    assert list(load_many(sources, on_error=lambda *args: gathered.append(args))) == [report]
    assert [(name, error.source, len(error.faults)) for name, error in gathered] == [
        (str(path), str(path), 1),
        ("dòng 3", "dòng 3", 1),
    ]


@pytest.mark.parametrize("source", ["báo cáo.jsonl", b"{}", Path("báo cáo.jsonl")])
def test_a_single_path_is_refused_since_its_letters_are_not_paths(source: Any) -> None:
    with pytest.raises(TypeError, match="nhiều đường dẫn hoặc nhiều dòng"):
        load_many(source)
    with pytest.raises(TypeError, match="nhiều đường dẫn hoặc nhiều dòng"):
        load_many(lines=source)


@pytest.mark.parametrize(("refuse", "value"), [(loads, 5), (loads, None), (dumps, "báo cáo")])
def test_what_is_neither_a_text_nor_a_report_is_refused(refuse: Callable[[Any], object], value: Any) -> None:
    with pytest.raises(FieldError, match=r"cần (chuỗi \(str\) hoặc bytes|Report); đã nhận"):
        refuse(value)


def test_what_is_no_report_may_be_collected(report: Report, tmp_path: Path) -> None:
    """And the caller may be told how far reading has come."""
    dump(report, tmp_path / "a.json")
    (tmp_path / "b.json").write_text("{}", "utf-8")
    done: list[int] = []
    sources = [str(tmp_path / "b.json"), str(tmp_path / "a.json"), ""]
    loading = load_many(sources, on_error="collect", progress=done.append)
    assert (loading.loaded, loading.errors) == (0, [])
    assert next(loading) == report
    assert done == [1]
    assert list(loading) == []
    assert done == [1, 2, 3]
    assert [error.source for error in loading.errors] == [str(tmp_path / "b.json")]
    assert loading.loaded == 1
