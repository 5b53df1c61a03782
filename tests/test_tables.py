"""Tables print every figure as it is given, whatever tabulate makes of numbers, pipes and line breaks."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttq.errors import FieldError
from mttq.tables import PAGE, Column, Format, Table, heading, on_page, paragraph, stack
from mttq.vi import format_figure

FORMATS: tuple[Format, ...] = ("text", "markdown", "html")
COLUMNS = (Column("STT"), Column("Nội dung"), Column("Số lượng", "right"))
FIGURES = Table(
    title="Số liệu",
    columns=COLUMNS,
    rows=(
        ("1", "Hội nghị", "05"),
        ("", "  - Cấp xã", "1.550"),
        ("2", "a|b <c> & *d*", "215.910.000"),
        ("3", "dòng một\ndòng hai", "51,590"),
        ("", "", "12E5"),
    ),
)


def test_text_keeps_figures_indents_and_lines() -> None:
    assert FIGURES.render() == "\n".join(
        [
            "Số liệu",
            "",
            "STT  Nội dung          Số lượng",
            "---  -------------  -----------",
            "1    Hội nghị                05",
            "       - Cấp xã           1.550",
            "2    a|b <c> & *d*  215.910.000",
            "3    dòng một            51,590",
            "     dòng hai",
            "                           12E5",
        ]
    )


def test_markdown_escapes_what_would_change_the_table() -> None:
    assert FIGURES.render(fmt="markdown") == "\n".join(
        [
            "## Số liệu",
            "",
            "| STT   | Nội dung             |    Số lượng |",
            "|:------|:---------------------|------------:|",
            "| 1     | Hội nghị             |          05 |",
            "|       | &nbsp;&nbsp;- Cấp xã |       1.550 |",
            r"| 2     | a\|b \<c> \& \*d\*   | 215.910.000 |",
            "| 3     | dòng một<br>dòng hai |      51,590 |",
            "|       |                      |        12E5 |",
        ]
    )


def test_html_is_valid_and_minimal() -> None:
    right = '<td style="text-align: right;">'
    assert FIGURES.render(fmt="html") == "\n".join(
        [
            "<table>",
            "<caption>Số liệu</caption>",
            "<thead>",
            '<tr><th>STT</th><th>Nội dung</th><th style="text-align: right;">Số lượng</th></tr>',
            "</thead>",
            "<tbody>",
            f"<tr><td>1</td><td>Hội nghị</td>{right}05</td></tr>",
            f"<tr><td></td><td>&nbsp;&nbsp;- Cấp xã</td>{right}1.550</td></tr>",
            f"<tr><td>2</td><td>a|b &lt;c&gt; &amp; *d*</td>{right}215.910.000</td></tr>",
            f"<tr><td>3</td><td>dòng một<br>dòng hai</td>{right}51,590</td></tr>",
            f"<tr><td></td><td></td>{right}12E5</td></tr>",
            "</tbody>",
            "</table>",
        ]
    )


def test_text_is_wrapped_evenly_at_spaces_and_hangs() -> None:
    """No last word stands alone, and an indent holds for every line."""
    label = "Số cuộc tổ chức đối thoại giữa người đứng đầu cấp ủy với nhân dân ở các xã, phường, thị trấn"
    table = Table(title="", columns=COLUMNS, rows=(("1", label, "15"), ("", f"  {label}", "1.555")))

    assert table.render() == "\n".join(
        [
            "STT  Nội dung                                            Số lượng",
            "---  --------------------------------------------------  --------",
            "1    Số cuộc tổ chức đối thoại giữa người đứng đầu             15",
            "       cấp ủy với nhân dân ở các xã, phường, thị trấn",
            "       Số cuộc tổ chức đối thoại giữa người đứng đầu        1.555",
            "         cấp ủy với nhân dân ở các xã, phường, thị trấn",
        ]
    )


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("text", "Kết quả\n\nKhông có phát hiện."),
        ("markdown", "## Kết quả\n\nKhông có phát hiện."),
        ("html", "<h2>Kết quả</h2>\n<p>Không có phát hiện.</p>"),
    ],
)
def test_a_table_without_rows_says_so(fmt: Format, expected: str) -> None:
    table = Table(title="Kết quả", columns=COLUMNS, rows=(), empty="Không có phát hiện.")

    assert table.render(fmt=fmt) == expected


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_table_without_rows_and_words_is_nothing(fmt: Format) -> None:
    assert Table(title="", columns=COLUMNS, rows=()).render(fmt=fmt) == ""


def test_a_title_has_its_level_of_markdown() -> None:
    assert (
        Table(title="1. Giám sát", columns=COLUMNS, rows=()).render(fmt="markdown", level=3)
        == "### 1. Giám sát"
    )


def test_texts_reach_tabulate_composed() -> None:
    """Decomposed letters would be counted twice and shift the columns."""
    label = unicodedata.normalize("NFD", "Tổng số hộ")
    table = Table(title="", columns=(Column(label), Column("x")), rows=((label, "1"),))

    assert table.render() == "Tổng số hộ  x\n----------  -\nTổng số hộ  1"


def test_what_cannot_be_printed_does_nothing_to_a_terminal() -> None:
    """The one of these that tabulate takes for a line across the table, too."""
    table = Table(title="", columns=(Column("a"), Column("b")), rows=(("\x01", "\x1b[1mx\ue000\ty\u202e"),))

    assert table.render() == "a  b\n-  --------\n�  �[1mx y�"


def test_only_texts_are_cells() -> None:
    with pytest.raises(FieldError, match=r"rows\[0\]\[2\]: cần"):
        Table(title="", columns=COLUMNS, rows=(("1", "Hội nghị", 5),))  # type: ignore[arg-type]


def test_a_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="có 2 ô, bảng có 3 cột"):
        Table(title="", columns=COLUMNS, rows=(("1", "Hội nghị"),))


def test_figures_and_long_words_are_never_wrapped() -> None:
    word = "kl62-pl2." * 9
    table = Table(
        title="", columns=(Column("a"), Column("b"), Column("c", "right")), rows=((word, word, "1" * 90),)
    )

    assert table.render().splitlines()[2] == f"{word}  {word}  {'1' * 90}"


def test_a_table_of_figures_alone_may_exceed_the_page() -> None:
    table = Table(
        title="", columns=(Column("a", "right"), Column("b", "right")), rows=(("1" * 60, "2" * 60),)
    )

    assert table.render().splitlines()[2] == f"{'1' * 60}  {'2' * 60}"


WIDE = Table(
    title="Đơn thư",
    columns=(
        Column("Xã"),
        *(Column(head, "right", ("Đã tiếp nhận", "Số đơn")) for head in ("Trong kỳ", "Từ đầu năm")),
        Column("Còn lại < 5", "right"),
        Column("Loa", "center", ("Nơi",)),
    ),
    rows=(("An Bá", "3", "5", "", "x"), ("Yên Định", "", "", "2", "")),
)


def test_heads_that_columns_share_stand_above_them() -> None:
    assert WIDE.render(fmt="markdown").splitlines()[2] == (
        "| Xã       |   Đã tiếp nhận: Số đơn: Trong kỳ |   Đã tiếp nhận: Số đơn: Từ đầu năm |"
        "   Còn lại < 5 |  Nơi: Loa  |"
    )
    right = 'style="text-align: right;"'
    assert WIDE.render(fmt="html").splitlines()[1:7] == [
        "<caption>Đơn thư</caption>",
        "<thead>",
        '<tr><th rowspan="3">Xã</th><th colspan="2">Đã tiếp nhận</th>'
        f'<th rowspan="3" {right}>Còn lại &lt; 5</th><th>Nơi</th></tr>',
        '<tr><th colspan="2">Số đơn</th><th rowspan="2" style="text-align: center;">Loa</th></tr>',
        f"<tr><th {right}>Trong kỳ</th><th {right}>Từ đầu năm</th></tr>",
        "</thead>",
    ]


def test_heads_of_figures_are_wrapped_before_a_table_exceeds_the_page() -> None:
    with on_page(40):
        printed = WIDE.render().splitlines()
    assert max(map(len, printed)) <= 40
    assert printed[-1].split() == ["Yên", "Định", "2"]


def test_a_column_of_texts_keeps_16_letters_though_the_page_is_narrower() -> None:
    table = Table(title="", columns=(Column("Nội dung"),) * 6, rows=(("từ " * 20,) * 6,))
    assert table.render().splitlines()[1] == "  ".join(["-" * 16] * 6)


def test_a_table_of_many_columns_that_no_page_holds_is_a_block_for_each_row() -> None:
    many = Table(
        title="Sổ",
        columns=tuple(Column(f"Cột thứ {place} của sổ", "right") for place in range(9)),
        rows=(("1" * 14,) * 9, ("2", *[""] * 8)),
    )
    _, first, second = many.render().split("\n\n")
    assert first.splitlines()[8] == "Cột thứ 8 của sổ: 11111111111111"
    assert second == "Cột thứ 0 của sổ: 2"


def test_centred_columns_are_centred() -> None:
    table = Table(title="", columns=(Column("Xã, phường", "center"),), rows=(("có",),))

    assert table.render(fmt="markdown") == "|  Xã, phường  |\n|:------------:|\n|      có      |"


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [("text", "Thu < chi"), ("markdown", "# Thu < chi"), ("html", "<h1>Thu &lt; chi</h1>")],
)
def test_a_heading_is_one_line(fmt: Format, expected: str) -> None:
    assert heading(" Thu\n < chi", fmt=fmt, level=1) == expected
    assert heading(" ", fmt=fmt) == ""


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("text", "a\n  b < c"),
        ("markdown", "a  \n&nbsp;&nbsp;b < c"),
        ("html", "<p>a<br>\n&nbsp;&nbsp;b &lt; c</p>"),
    ],
)
def test_a_paragraph_keeps_its_lines(fmt: Format, expected: str) -> None:
    assert paragraph(["a", " ", "  b < c"], fmt=fmt) == expected
    assert paragraph([], fmt=fmt) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 < 7, each_year", "6 < 7, each_year"),
        ("_a_ a_ <b> <2@c.d> x<", r"\_a\_ a\_ \<b> \<2@c.d> x\<"),
    ],
)
def test_markdown_escapes_only_what_would_be_markup(text: str, expected: str) -> None:
    assert paragraph([text], fmt="markdown") == expected


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ("text", "the `a_` of <*b*>, `"),
        ("markdown", r"the `a_` of \<\*b\*>, \`"),
        ("html", "<p>the <code>a_</code> of &lt;*b*&gt;, `</p>"),
    ],
)
def test_text_between_backticks_is_code_on_request(fmt: Format, expected: str) -> None:
    assert paragraph(["the `a_` of <*b*>, `"], fmt=fmt, code=True) == expected
    assert paragraph(["`a`"], fmt="markdown") == r"\`a\`"


def test_in_a_block_the_crosses_below_a_head_stand_in_one_line() -> None:
    ways = ("Họp dân", "Phát phiếu", "Hòm thư", "Mạng xã hội", "Trang tin điện tử")
    columns = (
        Column("Nội dung"),
        *(Column(way, "center", ("Hình thức lấy ý kiến",)) for way in ways),
        Column("Ghi chú"),
        Column("Khác"),
    )
    rows = (("Hương ước", "x", "", "x", "", "", "Thôn Đông", "x"), ("Cộng", "2", "", "1", "", "", "", ""))
    with on_page(60):
        page = Table(title="", columns=columns, rows=rows).render()
    assert (
        page
        == """\
Nội dung: Hương ước
Hình thức lấy ý kiến: Họp dân; Hòm thư
Ghi chú: Thôn Đông
Khác: x

Nội dung: Cộng
Hình thức lấy ý kiến: Họp dân: 2
Hình thức lấy ý kiến: Hòm thư: 1"""
    )


def test_empty_blocks_leave_no_gap() -> None:
    assert stack(["a", "", "b"]) == "a\n\nb"
    assert stack(["<p>a</p>", "", "<p>b</p>"], fmt="html") == "<p>a</p>\n<p>b</p>"


def test_an_unknown_format_is_named_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"fmt: cần một trong: 'text', 'markdown', 'html'; đã nhận 'pdf'"):
        FIGURES.render(fmt="pdf")  # type: ignore[arg-type]


COUNTS = st.integers(0, 10**15)
TABLES = st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=8)


@settings(max_examples=100)
@given(TABLES)
def test_no_figure_is_changed(counts: list[tuple[int, int, int]]) -> None:
    """Text and Markdown have one line for each row, with its figures as `format_figure` writes them."""
    rows = [[format_figure(count) for count in row] for row in counts]
    table = Table(
        title="", columns=tuple(Column(head, "right") for head in "abc"), rows=tuple(map(tuple, rows))
    )

    assert [line.split() for line in table.render().splitlines()[2:]] == rows
    assert [
        line.strip("|").replace("|", " ").split() for line in table.render(fmt="markdown").splitlines()[2:]
    ] == rows


class Cells(HTMLParser):
    """The cells of an HTML table."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.open = True
        elif tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.rows[-1][-1] += data


def shown(cell: str) -> str:
    """What a reader should see of a cell: its lines, their indents as no-break spaces, no space behind."""
    lines = [line.rstrip() for line in cell.replace("\t", " ").splitlines()]
    return "\n".join("\xa0" * (len(line) - len(line.lstrip())) + line.lstrip() for line in lines)


def markdown_cells(line: str) -> list[str]:
    cells = re.findall(r"((?:\\.|[^|\\])*)\|", line.removeprefix("|"))
    plain = [cell.strip(" ").replace("<br>", "\n").replace("&nbsp;", "\xa0") for cell in cells]
    return [re.sub(r"\\(.)", r"\1", cell) for cell in plain]


HOSTILE = st.text("a1. |\\<>&*_`~[]\"'\n\t;", max_size=12).filter(lambda text: not text.isspace())


@settings(max_examples=100)
@given(st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1, max_size=4))
def test_no_text_breaks_a_table(rows: list[tuple[str, str]]) -> None:
    """Every cell comes back from Markdown and HTML as a reader should see it."""
    table = Table(title="", columns=(Column("x"), Column("y")), rows=tuple(rows))
    wanted = [[shown(cell) for cell in row] for row in rows]

    assert [markdown_cells(line) for line in table.render(fmt="markdown").splitlines()[2:]] == wanted
    assert Cells(table.render(fmt="html")).rows[1:] == wanted


WORDS = st.lists(st.text("ăbđ-/", min_size=1, max_size=9), max_size=60).map(" ".join)


@settings(max_examples=50)
@given(st.lists(st.tuples(WORDS, WORDS, COUNTS.map(format_figure)), min_size=1, max_size=3))
def test_text_fits_the_page_and_loses_no_word(rows: list[tuple[str, str, str]]) -> None:
    page = Table(title="", columns=COLUMNS, rows=tuple(rows)).render()

    assert max(map(len, page.splitlines())) <= PAGE
    assert sorted("\n".join(page.splitlines()[2:]).split()) == sorted(" ".join(map(" ".join, rows)).split())


def test_html_of_many_columns_keeps_heads_and_texts_from_breaking_word_by_word() -> None:
    heads = ("STT", "Số cử tri đã tham gia bỏ phiếu", *("Số phiếu",) * 5)
    columns = (Column("Nội dung"), *(Column(head, "right") for head in heads))
    rows = (("Bầu cử đại biểu Hội đồng nhân dân", *"1234567"),)
    made = Table(title="", columns=columns, rows=rows).render(fmt="html")
    assert made.startswith('<table class="wide">')
    assert re.findall(r"<th( [^>]*)>([^<]*)", made)[:3] == [
        (' style="min-width: 12ch;"', "Nội dung"),
        (' style="text-align: right; min-width: 2ch;"', "STT"),
        (' style="text-align: right; min-width: 11ch;"', "Số cử tri đã tham gia bỏ phiếu"),
    ]
    few = Table(title="", columns=columns[:6], rows=(rows[0][:6],)).render(fmt="html")
    assert few.startswith("<table>")
    assert "min-width" not in few
