"""What the command understands: its options, help and refusals, in Vietnamese or English throughout."""

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn, get_args

from mttq import __version__
from mttq.checking import PROFILES, FailOn
from mttq.checking._project import lang_meant
from mttq.errors import ArgumentError
from mttq.tables import Format, Lang
from mttq.wording import Phrase, asked_lang, label
from mttq.wording._nearest import meant
from mttq.wording._unicode import printable

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["SCHEMAS", "lang_of", "parser"]

SCHEMAS: Final = ("report", "findings", "waivers")
_FORMATS: Final = ("text", "markdown", "html", "json", "csv", "tsv", "junit", "sarif")
_REFUSALS: Final = (  # as argparse says it, as we do
    (r"the following arguments are required: (.+)", Phrase("thiếu tham số: {}")),
    (r"argument (.+): expected one argument", Phrase("{} cần một giá trị")),
    (r"argument (.+): expected at least one argument", Phrase("{} cần ít nhất một giá trị")),
    (r"argument (.+): ignored explicit argument '(.*)'", Phrase("{} không nhận giá trị; đã ghi “{}”")),
    (r"ambiguous option: (.+) could match (.+)", Phrase("“{}” có thể là {}; cần ghi rõ")),
    (r"unrecognized arguments: (.+)", Phrase("không có tham số hoặc tùy chọn: {}")),
)
_NO_CHOICE: Final = re.compile(r"argument (.+): invalid choice: '(.*)' \(choose from (.+)\)", re.DOTALL)


def lang_of(arguments: Sequence[str] | None) -> Lang:
    """Return in which language a command line is answered; an unknown language, in Vietnamese."""
    scan = argparse.ArgumentParser(add_help=False)
    scan.add_argument("--lang", nargs="?")
    scan.add_argument("--config", nargs="?")
    scan.add_argument("--no-config", action="store_true")
    given = scan.parse_known_args(arguments)[0]
    try:
        return asked_lang(given.lang, lang_meant(given.config, ignored=given.no_config))
    except ArgumentError:
        return "vi"


class _Formatter(argparse.HelpFormatter):
    def __init__(self, *args: Any, usage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._usage_is = usage

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._usage_is if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks one language, and shows no name that does something to a terminal as it is."""

    def __init__(self, *, lang: Lang, **kwargs: Any) -> None:
        usage = label(Phrase("cách dùng: "), lang)
        super().__init__(add_help=False, formatter_class=partial(_Formatter, usage=usage), **kwargs)
        self.lang: Lang = lang
        self._positionals.title = self.said("tham số")
        self._optionals.title = self.said("tùy chọn")
        self.add_argument("-h", "--help", action="help", help=self.said("xem hướng dẫn này và thoát"))
        self.add_argument(
            "--lang",
            choices=get_args(Lang),
            default=argparse.SUPPRESS,
            help=self.said("ngôn ngữ (mặc định: theo biến MTTQ_LANG, tệp cấu hình, hoặc vi)"),
        )
        self._add_absent("--config", "tệp cấu hình (mặc định: mttq.toml, pyproject.toml gần nhất)", "TỆP")
        self._add_absent("--no-config", "không theo tệp cấu hình nào")
        self._add_absent("--modules", "cho nạp các mô-đun Python mà tệp cấu hình nêu")

    def _add_absent(self, name: str, told: str, value: str = "") -> None:
        """Add an option that can stand before the command and after it: absent, it is unsaid."""
        more: dict[str, Any] = {"metavar": self.said(value)} if value else {"action": "store_true"}
        self.add_argument(name, default=argparse.SUPPRESS, help=self.said(told), **more)

    def said(self, text: str) -> str:
        return label(text, self.lang)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {label(_refusal(message), self.lang)}\n")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        super()._print_message(printable(message, lines=True), file)


def _refusal(message: str) -> str:
    """Say what argparse says in the words of mttq."""
    if found := _NO_CHOICE.fullmatch(message):
        where, given, listed = found.groups()
        choices = [choice.strip("'") for choice in listed.split(", ")]
        near = meant(given, choices, Phrase("chọn một trong: {}", ", ".join(choices)))
        return Phrase("không có giá trị “{}” cho {}{}", given, where, near)
    for pattern, said in _REFUSALS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return Phrase(said.pattern, *found.groups())
    return message


def parser(lang: Lang) -> argparse.ArgumentParser:
    """Return what reads a command line; the name of the command is `command`."""

    class Speaking(_Parser):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(lang=lang, **kwargs)

    whole = Speaking(
        prog="mttq",
        description=label("Đối chiếu số liệu và in báo cáo của Mặt trận Tổ quốc Việt Nam.", lang),
    )
    said = whole.said
    whole.add_argument(
        "--version", action="version", version=f"mttq {__version__}", help=said("xem phiên bản và thoát")
    )
    commands = whole.add_subparsers(
        required=True, dest="command", metavar=said("LỆNH"), parser_class=Speaking
    )
    one_file = said("tệp báo cáo: JSON, Word, Excel …; “-” để đọc từ đầu vào chuẩn")

    command = commands.add_parser("check", help=said("đối chiếu số liệu của báo cáo"))
    command.add_argument(
        "files",
        nargs="+",
        metavar=said("TỆP"),
        help=said("tệp báo cáo JSON, Word, Excel … hoặc thư mục chứa tệp JSON; “-” để đọc từ đầu vào chuẩn"),
    )
    _add_judging(command)
    _add_reading(command)
    _add_format(command, _FORMATS)
    command.add_argument(
        "-o",
        "--output",
        metavar=said("TỆP"),
        help=said("ghi kết quả vào tệp này; “-” là đầu ra chuẩn"),
    )
    command.add_argument(
        "--all", action="store_true", help=said("in cả những tệp không có phát hiện, khi đối chiếu nhiều tệp")
    )
    command.add_argument(
        "--explain",
        action="store_true",
        help=said("giải thích từng phát hiện: phép tính, nơi liên quan, gợi ý, căn cứ"),
    )
    command.add_argument(
        "--baseline",
        metavar=said("TỆP"),
        help=said("chỉ nêu phát hiện mới so với kết quả này, do lần trước ghi bằng --format json"),
    )
    command.add_argument(
        "--together",
        action="store_true",
        help=said("đối chiếu cả giữa các báo cáo, in một kết quả chung"),
    )
    command.add_argument(
        "--previous",
        action="append",
        default=[],
        metavar=said("TỆP"),
        help=said("báo cáo kỳ trước, bản trước (chỉ dùng với --together)"),
    )
    command.add_argument(
        "--rewrite-waivers",
        metavar=said("TỆP"),
        help=said("ghi lại các giải trình của --waivers theo dạng mới, vào tệp này"),
    )
    command.add_argument(
        "--repairs",
        action="store_true",
        help=said("in thêm các số liệu có thể ghi nhầm (với text, markdown, html)"),
    )

    command = commands.add_parser("read", help=said("đọc tệp Word, Excel … thành báo cáo"))
    command.add_argument(
        "files", nargs="+", metavar=said("TỆP"), help=said("tệp Word, Excel, ODF, HTML, văn bản")
    )
    _add_reading(command)
    command.add_argument(
        "-o",
        "--output",
        metavar=said("TỆP"),
        help=said("ghi báo cáo JSON vào tệp này, hoặc vào thư mục nếu có nhiều; “-” là đầu ra chuẩn"),
    )
    command.add_argument(
        "--write-hints",
        metavar=said("TỆP"),
        help=said("ghi vào tệp này những dòng, cột chưa đọc được, để bổ sung rồi dùng làm --hints"),
    )
    _add_format(command, get_args(Format))

    command = commands.add_parser(
        "compare", help=said("so sánh phát hiện của hai bản: mới, còn, đã khắc phục")
    )
    or_folder = said("tệp báo cáo, hoặc thư mục chứa tệp JSON; so sánh từng cặp tệp cùng tên")
    command.add_argument("earlier", metavar=said("BẢN_TRƯỚC"), help=or_folder)
    command.add_argument("later", metavar=said("BẢN_SAU"), help=or_folder)
    command.add_argument(
        "--all", action="store_true", help=said("in cả những tệp không thay đổi, khi so sánh thư mục")
    )
    _add_judging(command)
    _add_reading(command)
    _add_format(command, get_args(Format))

    command = commands.add_parser("show", help=said("in báo cáo kèm phụ lục"))
    command.add_argument("file", metavar=said("TỆP"), help=one_file)
    _add_reading(command)
    _add_format(command, get_args(Format))

    command = commands.add_parser("rules", help=said("danh mục quy tắc, hoặc nội dung một quy tắc"))
    command.add_argument(
        "codes", nargs="?", metavar=said("MÃ"), help=said("mã của quy tắc; hoặc các nhóm và mã: CRI,ORG001")
    )
    _add_more_rules(command)

    command = commands.add_parser("form", help=said("danh sách biểu, hoặc một biểu trống để xem, để điền"))
    command.add_argument("code", nargs="?", metavar=said("MÃ"), help=said("mã của biểu, như kl62-pl2"))
    command.add_argument(
        "-o", "--output", metavar=said("TỆP"), help=said("ghi biểu để điền vào tệp .xlsx này")
    )
    command.add_argument(
        "--unit", metavar=said("ĐƠN_VỊ"), help=said("đơn vị báo cáo (loại, tên), nếu tệp không nói rõ")
    )
    _add_format(command, get_args(Format))

    command = commands.add_parser("schema", help=said("JSON Schema của tệp báo cáo, của kết quả đối chiếu …"))
    command.add_argument(
        "of",
        nargs="?",
        choices=SCHEMAS,
        default="report",
        help=said(
            "của tệp báo cáo (report), kết quả đối chiếu (findings) hoặc giải trình đã chấp nhận (waivers)"
        ),
    )
    return whole


def _add_judging(command: _Parser) -> None:
    """Add what says by which rules a report is judged, and how gravely."""
    said = command.said
    _add_more_rules(command)
    command.add_argument("--profile", choices=PROFILES, help=said("bộ quy tắc (mặc định: default)"))
    command.add_argument(
        "--select", metavar=said("MÃ,…"), help=said("chỉ dùng các quy tắc, nhóm quy tắc này")
    )
    command.add_argument("--ignore", metavar=said("MÃ,…"), help=said("bỏ các quy tắc, nhóm quy tắc này"))
    command.add_argument(
        "--waivers", metavar=said("TỆP"), help=said("tệp các giải trình đã chấp nhận, mỗi mục có lý do")
    )
    command.add_argument(
        "--fail-on",
        choices=get_args(FailOn),
        default="error",
        help=said("mức độ nhẹ nhất làm lệnh kết thúc với mã 1 (mặc định: error)"),
    )


def _add_reading(command: _Parser) -> None:
    """Add what is said of office files beyond what they say themselves."""
    said = command.said
    command.add_argument(
        "--hints", metavar=said("TỆP"), help=said("tệp gợi ý cách đọc: dòng, cột, trang tính là gì")
    )
    command.add_argument(
        "--unit", metavar=said("ĐƠN_VỊ"), help=said("đơn vị báo cáo (loại, tên), nếu tệp không nói rõ")
    )
    command.add_argument("--title", metavar=said("TÊN"), help=said("tên báo cáo, nếu tệp không có"))


def _add_more_rules(command: _Parser) -> None:
    command.add_argument(
        "--installed-rules",
        action="store_true",
        help=command.said("dùng thêm quy tắc của các gói Python đã cài"),
    )
    command.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar=command.said("TỆP"),
        help=command.said("dùng thêm quy tắc trong tệp TOML này"),
    )


def _add_format(command: _Parser, formats: Sequence[str]) -> None:
    command.add_argument(
        "--format",
        choices=formats,
        default="text",
        help=command.said("định dạng kết quả (mặc định: text)"),
    )
