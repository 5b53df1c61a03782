"""The command on many files: what is new, what is shown, where it goes; folders compared; blank forms."""

import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import mttq
from mttq.cli import main
from mttq.forms._form import SHIPPED
from mttq.testing import make_report

WRONG = make_report().with_value("kl62-pl2.criticism.sessions.commune", 31)
WORSE = WRONG.with_value("population.poor.households", 88)
ONLY = ["--select", "CRI001,UNI008"]


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reports of two weeks: one was mended, one has a new fault, one came, one went."""
    monkeypatch.chdir(tmp_path)
    for name, report in {
        "before/a.json": WRONG,
        "before/b.json": WRONG,
        "before/gone.json": WRONG,
        "after/a.json": make_report(),
        "after/b.json": WORSE,
        "after/deep/came.json": WRONG,
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        mttq.dump(report, name)


def test_findings_are_explained_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "before/a.json", *ONLY])
    short = capsys.readouterr().out.rstrip()
    main(["check", "before/a.json", *ONLY, "--explain"])
    told = capsys.readouterr().out
    (finding,) = mttq.check(WRONG, select="CRI001")
    assert told.rstrip() == f"{short}\n\n{mttq.render(finding)}"
    assert main(["check", "before/a.json", "--explain", "--format", "csv"]) == 2
    said = "không dùng được --explain cùng --format csv; dùng text, markdown hoặc html\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("fmt", ["text", "json", "csv"])
def test_a_result_goes_into_a_file(fmt: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "before", *ONLY, "--format", fmt]
    assert main(arguments) == 1
    printed = capsys.readouterr().out
    assert main([*arguments, "-o", "result"]) == 1
    assert capsys.readouterr() == ("", "đã ghi result\n")
    assert Path("result").read_text("utf-8") == printed
    assert main([*arguments, "-o", "-"]) == 1
    assert capsys.readouterr().out == printed
    for nowhere in ("", "no/result"):
        assert main([*arguments, "-o", nowhere]) == 2
        assert capsys.readouterr().out == ""


class Page(HTMLParser):
    """What a page holds: its tags with their classes, and whether it wants anything from outside."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.classes: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        if tag == "article":
            self.classes.append(given["class"] or "")
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_for_an_officer_holds_everything_itself(capsys: pytest.CaptureFixture[str]) -> None:
    Path("after/<b>.json").write_text("<i>", "utf-8")
    (known,) = mttq.check(WRONG, select="CRI001")
    mttq.dump_waivers([known.waive("đã <giải trình>")], "waivers.json")
    assert main(["check", "after", *ONLY, "--format", "html", "--lang", "en"]) == 2
    page = Page(capsys.readouterr().out)
    assert page.classes == ["error", "error", "error"]
    assert page.links == ["#f1", "#f3", "#f4"]
    assert not page.tags & {"script", "img", "link", "i", "b"}
    assert "3 reports: 3 errors; 1 file could not be read" in page.text
    assert "after/<b>.json" in page.text
    assert f"{WORSE.title}\n{WORSE.unit} · {Path('after/b.json')}\n" in page.text
    (first,) = mttq.check(WORSE, select="UNI008")
    assert all(line in page.text for line in first.explain(lang="en").splitlines())

    main(["check", "before/a.json", *ONLY, "--format", "html", "--waivers", "waivers.json", "--repairs"])
    page = Page(capsys.readouterr().out)
    assert page.classes == []
    assert "Đã chấp nhận giải trình: CRI001" in page.text
    assert "đã <giải trình>" in page.text


def test_only_what_is_new_is_named_beside_a_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    Path("before/hong.json").write_text("x", "utf-8")
    main(["check", "./before", *ONLY, "--format", "json", "-o", "known.json"])
    capsys.readouterr()
    assert main(["check", "before/a.json", "before/b.json", *ONLY, "--baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "2 báo cáo: không có phát hiện; 2 phát hiện đã có ở lần trước\n"
    mttq.dump(WORSE, "before/b.json")
    assert main(["check", "before/a.json", "before/b.json", *ONLY, "--baseline", "known.json"]) == 1
    out = capsys.readouterr().out
    assert "UNI008" in out
    assert "CRI001" not in out
    assert out.endswith("2 báo cáo: 1 lỗi; 2 phát hiện đã có ở lần trước\n")
    assert main(["check", "before/a.json", *ONLY, "--baseline", "known.json", "--together"]) == 0


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("[]", "$"),
        ('{"a.json": 3}', "$.a.json"),
        ('{"a.json": {"schema_version": 1, "findings": [3]}}', "$.a.json"),
    ],
)
def test_another_file_is_no_baseline(text: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("known.json").write_text(text, "utf-8")
    assert main(["check", "before", "--baseline", "known.json"]) == 2
    assert f"  {path}: cần kết quả của: mttq check … --format json\n" in capsys.readouterr().err


def test_folders_are_compared_file_by_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "before", "after", *ONLY, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line.endswith(".json")] == [
        "a.json",
        "b.json",
        str(Path("deep", "came.json")),
        "gone.json",
    ]
    assert out.count("only in the later version") == out.count("only in the earlier version") == 1
    counted = "new findings: 2; remaining findings: 1; resolved findings: 1; findings not checked again: 1"
    assert " ".join(out.split()).endswith(f"4 reports: {counted}")

    assert main(["compare", "before", "before", *ONLY]) == 0
    assert " ".join(capsys.readouterr().out.split()) == (
        "3 báo cáo: phát hiện mới so với bản trước: 0; phát hiện đã có ở bản trước: 3; "
        "phát hiện đã khắc phục: 0; phát hiện chưa được đối chiếu lại: 0"
    )
    Path("after/b.json").write_text("x", "utf-8")
    assert main(["compare", "before", "after", *ONLY, "--all"]) == 2
    assert "b.json: chưa đọc được" in capsys.readouterr().err


def test_a_file_is_not_compared_with_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "before", "after/b.json"]) == 2
    assert capsys.readouterr().err == "cần hai tệp hoặc hai thư mục\n"
    Path("empty").mkdir()
    assert main(["compare", "before", "empty"]) == 2
    assert capsys.readouterr().err == "empty: là thư mục không có tệp .json nào\n"


def test_forms_are_listed_and_each_is_there_blank(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["form"]) == 0
    listed = capsys.readouterr().out
    for code in SHIPPED:
        assert f"\n{code}" in listed
        assert main(["form", code]) == 0
        blank = mttq.forms.registered_forms()[code].record()
        assert capsys.readouterr().out == f"{mttq.render(blank)}\n"


def test_a_form_is_written_to_be_filled_in(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["form", "kl62-pl2", "-o", "bieu.xlsx", "--unit", "xã Trung Sơn"]) == 0
    assert capsys.readouterr() == ("", "đã ghi bieu.xlsx\n")
    unit = mttq.reading.read("bieu.xlsx").unit
    assert unit is not None
    assert unit.name == "Trung Sơn"
    for wrong, told in {
        ("form", "kl62-pl"): "không có biểu “kl62-pl”; có phải “kl62-pl1”?\n",
        ("form", "x"): "không có biểu “x”; xem: mttq form\n",
        ("form", "kl62-pl2", "-o", ""): "tên tệp để trống\n",
        ("form", "kl62-pl2", "-o", "bieu.docx"): "bieu.docx: biểu để điền là tệp .xlsx\n",
        ("form", "kl62-pl2", "-o", "no/bieu.xlsx"): "no/bieu.xlsx: không ghi được tệp (không có tệp này)\n",
    }.items():
        assert main(wrong) == 2
        assert capsys.readouterr().err == told
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert main(["form", "kl62-pl2", "-o", "bieu.xlsx"]) == 2
    assert capsys.readouterr().err == "cần thư viện XlsxWriter; cài bằng: pip install 'mttq[excel]'\n"
