"""Write the page of errors anew: `python docs/make.py`."""

import datetime as dt
import errno
import inspect
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import attrs

import mttq
from mttq import errors
from mttq.errors import MttqError
from mttq.testing import draw_units, make_report

HEAD = """# Errors

What is wrong in *shape* (a text where a count belongs, a path that leads nowhere) raises one of these; what
is wrong in *sums* comes back as findings. `except mttq.MttqError` catches all of them. `error.code` stays
from release to release; `str(error)` and `error.message` are Vietnamese, `error.render(lang="en")` is
English, and either may become better. Written by `python docs/make.py`.

Số liệu sai *dạng* thì mttq báo một trong các lỗi dưới đây; số liệu không khớp thì nêu trong kết quả đối
chiếu. Mã lỗi (`error.code`) giữ nguyên qua các bản; câu báo lỗi có tiếng Việt (`str(error)`) và tiếng Anh
(`error.render(lang="en")`).
"""


class Entry(NamedTuple):
    """What the page says of a class besides its docstring, and code that raises it."""

    example: str
    meaning: str
    """In Vietnamese; the English is the docstring."""
    advice: str
    in_english: str
    refused: str = ""
    """What the system refuses while the example runs."""
    missing: str = ""
    """A library that is not installed meanwhile."""


ENTRIES = {
    "ArgumentError": Entry(
        'mttq.render(report, fmt="pdf")',
        "Tham số của hàm đúng kiểu nhưng không phải giá trị dùng được.",
        "Chọn một trong các giá trị mà câu báo lỗi liệt kê.",
        "Use one of the values that the message lists.",
    ),
    "FieldError": Entry(
        'mttq.Pair("169", 1169)',
        "Giá trị đưa vào sai kiểu; câu báo lỗi nêu từng trường sai.",
        "Đưa vào giá trị đúng kiểu; nếu có chuỗi, đọc bằng hàm của mttq.vi.",
        "Give a value of the type asked for; read texts with the functions of `mttq.vi` first.",
    ),
    "ConstraintError": Entry(
        'mttq.Unit(kind=mttq.model.UnitKind.COMMUNE, name="")',
        "Giá trị đúng kiểu nhưng không thể đứng ở đó, hoặc mâu thuẫn với nhau; `fields` nêu các trường.",
        "Kiểm tra các trường nêu trong `fields`; chưa có giá trị thì để None nếu trường cho phép.",
        "Look at `fields`; where a value is not known, leave it out if the field allows that.",
    ),
    "DeclarationError": Entry(
        'mttq.rule("hue1", mttq.Severity.ERROR, level=1, title="…", message="…")',
        "Biểu hoặc quy tắc tự khai báo có mâu thuẫn, hoặc trùng mã đã có.",
        "Sửa chỗ khai báo; lỗi này do chương trình, không do báo cáo.",
        "Correct the declaration: the mistake is in the program, not in a report.",
    ),
    "CodeError": Entry(
        'mttq.check(report, select="CRI999")',
        "Không có quy tắc, nhóm quy tắc hay bộ quy tắc mang tên này.",
        "Dùng mã gần nhất mà câu báo lỗi gợi ý, hoặc xem `mttq rules`.",
        "Take the nearest code, which the message names, or see `mttq rules`.",
    ),
    "PathError": Entry(
        'report.value_at("population.housholds")',
        "Đường dẫn không chỉ đến số liệu nào.",
        "Sửa đường dẫn theo gợi ý; nếu là phụ lục, kiểm tra báo cáo có phụ lục đó không.",
        "Correct the path as suggested; if it leads into an appendix, see whether the report has that one.",
    ),
    "FileError": Entry(
        'mttq.dump(report, "con.json")',
        "Không đọc hoặc không ghi được tệp, vì lý do khác với ba mã dưới đây.",
        "Xem lý do trong câu báo lỗi (`strerror`) và số của hệ thống (`errno`).",
        "See the reason in the message (`strerror`) and the number of the system (`errno`).",
    ),
    "FileDeniedError": Entry(
        'mttq.load("2023.json")',
        "Không có quyền đọc hoặc ghi tệp, hoặc tệp đang mở ở chương trình khác.",
        "Đóng tệp ở chương trình khác; nếu vẫn vậy, xin quyền hoặc chọn nơi khác.",
        "Close the file in other programs; otherwise ask for permission or choose another place.",
        refused="os.stat",
    ),
    "FileMissingError": Entry(
        'mttq.load("2023.json")',
        "Không có tệp, hoặc không có thư mục để ghi tệp.",
        "Kiểm tra tên tệp và thư mục đang làm việc.",
        "Check the name, and the folder in which the program runs.",
    ),
    "FolderError": Entry(
        'mttq.load(".")',
        "Đây là thư mục, trong khi cần một tệp.",
        "Chỉ rõ tệp trong thư mục đó; lệnh `mttq check` nhận cả thư mục.",
        "Name a file in it; the command `mttq check` takes folders, too.",
    ),
    "NotationError": Entry(
        'mttq.vi.convert_legacy("abc")',
        "Chuỗi không viết theo cách của Việt Nam, trường hợp ngoài bốn mã dưới đây.",
        "Xem `reason` và `hint`; sửa ở nguồn của chuỗi.",
        "See `reason` and `hint`, and correct the text where it comes from.",
    ),
    "NumberFormatError": Entry(
        'mttq.vi.parse_number("1.5")',
        "Chuỗi không phải số, số tiền, tỷ lệ phần trăm hay số lượng viết theo cách của Việt Nam.",
        "Dấu chấm phân nhóm nghìn, dấu phẩy trước phần thập phân; theo gợi ý nếu đúng ý người viết.",
        "A dot groups thousands, a comma begins the decimals; take the hint if it is what was meant.",
    ),
    "DateFormatError": Entry(
        'mttq.vi.parse_date("31/02/2024")',
        "Chuỗi không phải ngày hay kỳ viết theo cách của Việt Nam, hoặc không có ngày đó.",
        "Ghi theo thứ tự ngày/tháng/năm; chưa rõ ngày thì dùng parse_period.",
        "Write day/month/year; where the day is not known, use `parse_period`.",
    ),
    "DocumentFormatError": Entry(
        'mttq.vi.parse_document("62")',
        "Không tìm thấy văn bản nào trong chuỗi.",
        "Ghi đủ loại văn bản, số và ký hiệu.",
        "Write the kind of document, its number and its symbol.",
    ),
    "UnitFormatError": Entry(
        'mttq.vi.parse_unit("Trung Son")',
        "Chuỗi không phải tên đơn vị, hoặc không nói việc sáp nhập đơn vị nào.",
        "Ghi cả cấp của đơn vị: “xã …, huyện …, tỉnh …”.",
        "Write the kind of unit with its name: “xã …, huyện …, tỉnh …”.",
    ),
    "LoadError": Entry(
        """mttq.loads('{"schema_version": 1, "population": {"households": "946"}, "titel": "2023"}')""",
        "Tệp không phải báo cáo của mttq; `faults` liệt kê mọi chỗ chưa đúng.",
        "Sửa từng chỗ trong tệp, hoặc trong chương trình đã ghi tệp; không sửa số liệu chỉ để đọc được.",
        "Correct each place in the file, or the program that wrote it; invent no figure to have it read.",
    ),
    "NotJsonError": Entry(
        """mttq.loads('{"schema_version": 1')""",
        "Tệp không phải JSON mã UTF-8: tệp trống, tệp bị cắt, tệp Word.",
        "Lấy lại tệp từ nơi gửi; tệp Word, Excel thì đọc bằng mttq.reading.",
        "Get the file again; read files of Word and Excel with `mttq.reading`.",
    ),
    "VersionError": Entry(
        """mttq.loads('{"schema_version": 9}')""",
        "Tệp thiếu số phiên bản, hoặc theo phiên bản mới hơn mttq đang cài.",
        "Cập nhật mttq; tệp tự viết thì thêm số phiên bản.",
        "Update mttq; add the version to a file that you wrote yourself.",
    ),
    "UnitsError": Entry(
        'mttq.Units([mttq.Unit(kind=mttq.model.UnitKind.DISTRICT, name="A Lưới", code="481")])',
        "Danh mục đơn vị hành chính có mâu thuẫn; `faults` liệt kê mọi chỗ.",
        "Sửa danh mục; danh mục của một tỉnh, có đơn vị từ nơi khác, thì đọc với closed=False.",
        "Correct the list; one of a single province, which knows no others, is taken with `closed=False`.",
    ),
    "ExtraError": Entry(
        'mttq.writing.template(mttq.forms.ParticipationAppendix, "bieu.xlsx")',
        "Việc này cần một thư viện thuộc phần mở rộng chưa được cài.",
        "Cài bằng lệnh nêu trong câu báo lỗi.",
        "Install it by the command of the message.",
        missing="xlsxwriter",
    ),
    "DocumentError": Entry(
        'mttq.document(["Có {population.housholds} hộ."], of=report)',
        "Văn bản tự soạn có chỗ chưa in được: đường dẫn sai, số liệu còn trống; `faults` liệt kê mọi chỗ.",
        "Sửa đường dẫn; số liệu có thể trống thì ghi chữ thay thế: {đường.dẫn|chưa có số liệu}.",
        "Correct the path; where a figure may be blank, say what stands in its place: `{path|not reported}`.",
    ),
    "RollUpError": Entry(
        "mttq.RollUp.combine()",
        "Các báo cáo không cộng chung được: của nhiều cấp, vào nhiều đơn vị, theo nhiều kỳ.",
        "Cộng riêng từng cấp, từng kỳ; bảng của các đơn vị khác nhau thì ghi into=.",
        "Add each level and each time up by itself; give `into=` for sums into several units.",
    ),
    "AmbiguousSuccession": Entry(
        "mttq.roll_up([report_of_a_divided_commune], into=one_of_its_heirs, units=units)",
        "Một đơn vị đã chia cho nhiều đơn vị, chỉ một phần thuộc đơn vị tổng hợp.",
        "Ghi phần của từng đơn vị nhận vào allocation=, hoặc tổng hợp vào đơn vị cấp trên của cả hai.",
        "Give the shares of the heirs in `allocation=`, or add up into a unit in which all of them lie.",
    ),
    "DuplicateReport": Entry(
        'mttq.roll_up([report, report], into=mttq.Unit(kind=report.unit.parent.kind, name="Mẫu"))',
        "Một đơn vị có hai báo cáo trùng thời gian.",
        "Chỉ giữ báo cáo đã đính chính, hoặc báo cáo của kỳ dài hơn.",
        "Keep the corrected report, or the one over the longer time.",
    ),
    "ReadError": Entry(
        'mttq.reading.read(b"2023").report()',
        "Không đọc được báo cáo từ tệp Word, Excel, OpenDocument hay văn bản.",
        "Làm theo câu báo lỗi: lưu lại tệp, bỏ mật khẩu, hoặc ghi thêm đơn vị, tên báo cáo.",
        "Do what the message says: save the file anew, remove a password, or name the unit and the title.",
    ),
}
"""By the name of each class that is raised itself."""


REPORT = make_report()
GENERAL = ("LookupError", "Exception", "BaseException", "object")


def kinds() -> list[type[MttqError]]:
    """Return all classes in the order of the module: each stands below what it is a kind of."""
    return [item for item in vars(errors).values() if inspect.isclass(item) and issubclass(item, MttqError)]


def raised(name: str) -> MttqError:
    """Run the example of a class and return what it raises."""
    entry = ENTRIES[name]
    with ExitStack() as stack:
        if entry.missing:
            stack.enter_context(mock.patch.dict(sys.modules, {entry.missing: None}))
        if entry.refused:
            denied = PermissionError(errno.EACCES, "Permission denied")
            stack.enter_context(mock.patch(entry.refused, side_effect=denied))
        try:
            eval(entry.example, {"mttq": mttq, "report": REPORT, **_divided()})  # noqa: S307 - the texts above
        except MttqError as error:
            return error
    raise AssertionError(name)


def _divided() -> dict[str, object]:
    """Return a report of a commune that was divided in July 2025, one of its heirs, and the units."""
    day = dt.date(2025, 6, 30)
    units = draw_units(1, communes=300)
    divided = next(unit for unit in units.at(day) if len(units.successors(unit)) > 1)
    report = attrs.evolve(REPORT, unit=divided)
    heir = units.successors(divided)[0]
    return {"units": units, "report_of_a_divided_commune": report, "one_of_its_heirs": heir}


def page() -> str:
    """Return the page: the codes at a glance, then a section for each class that is raised itself."""
    return "\n".join([HEAD, *_overview(), "", *(line for kind in kinds() for line in _section(kind))])


def _overview() -> Iterator[str]:
    yield "| code | class | a kind of | caught as |"
    yield "|---|---|---|---|"
    for kind in kinds():
        above = ", ".join(f"`{item.__name__}`" for item in kind.__bases__ if issubclass(item, MttqError))
        builtin = [item.__name__ for item in kind.__mro__ if item.__module__ == "builtins"]
        caught = ", ".join(f"`{name}`" for name in builtin if name not in GENERAL) or "`Exception`"
        yield f"| `{kind.code}` | `{kind.__name__}` | {above} | {caught} |"


def _section(kind: type[MttqError]) -> Iterator[str]:
    entry = ENTRIES.get(kind.__name__)
    if entry is None:  # the root
        return
    error = raised(kind.__name__)
    yield f"## `{kind.code}` · {kind.__name__}\n"
    meaning, _, _ = (inspect.getdoc(kind) or "").partition("\n\n")
    yield f"{meaning}  "
    yield f"{entry.meaning}\n"
    yield f"```python\n{entry.example}\n```\n"
    yield f"```text\n{error.message}\n{error.render(lang='en')}\n```\n"
    yield f"What to do: {entry.in_english}  "
    yield f"Cách xử lý: {entry.advice}\n"


if __name__ == "__main__":
    path = Path(__file__).with_name("errors.md")
    path.write_text(page(), "utf-8", newline="\n")
    print(path)
