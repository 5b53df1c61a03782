"""A titled table of texts, printed as plain text, Markdown or HTML through tabulate.

tabulate reads numbers: "1.550" people come out as 1,55 and "05" as 5.  So only texts reach it, with number
parsing off, in NFC, with pipes and line breaks escaped and indents and lines marked by letters that it keeps.

>>> from typing import get_args
>>> get_args(Lang), get_args(Format), PAGE
(('vi', 'en'), ('text', 'markdown', 'html'), 100)
"""

import html
import re
import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, partial
from itertools import groupby
from typing import Final, Literal, get_args

import attrs

from mttq._declared.types import checked, not_among
from mttq._names.former import former_arguments
from mttq.errors import ConstraintError
from mttq.wording import Lang, Phrase
from mttq.wording._unicode import composed, printable

__all__ = ["PAGE", "Column", "Format", "Lang", "Shown", "Table", "heading", "on_page", "paragraph", "stack"]

Format = Literal["text", "markdown", "html"]
"""How a table, and all that `mttq.render` prints, may look."""

PAGE: Final = 100
"""How many letters a line of plain text may hold; longer texts are wrapped, figures never."""

_CROSS: Final = "x"  # in a column that is ticked
_page: Final = ContextVar("page", default=PAGE)

_NARROWEST: Final = 16  # letters that a column of texts keeps, however many columns there are
_MANY: Final = 6  # columns: of a table with more, what exceeds the page is printed in blocks
_LINES: Final = 3  # in so many a head above many columns of HTML is broken, and a text
_GAP: Final = 2  # spaces between columns, as tabulate's "plain" sets them
_INDENT: Final = "\ue000"  # private letters that stand for what tabulate would strip or split
_BREAK: Final = "\ue001"
_MARKS: Final = re.compile(f"[{_INDENT}{_BREAK}]")
_MARKUP: Final = re.compile(r"[\\`*\[\]&|~]|<(?! )|(?<![^\W_])_|_(?![^\W_])")  # not in "6 < 7", each_year
_CODE: Final = re.compile(r"`([^`]+)`")
_CODE_OR_MARKUP: Final = re.compile(f"{_CODE.pattern}|{_MARKUP.pattern}")
_PADDING: Final = re.compile(r"(?<=>) +| +(?=</t[dh]>)")


class Shown:
    """What `mttq.render` shows: `str`, and so `print`, has its text, a notebook its HTML.

    How each is shown is said in one place, `mttq.rendering`, which stands above and is looked for when
    something is first shown.

    >>> from mttq import check
    >>> from mttq.testing import make_report
    >>> shown = check(make_report())
    >>> str(shown).splitlines()[0]
    'Kết quả đối chiếu'
    """

    __slots__ = ()

    def __str__(self) -> str:
        from mttq.rendering import render

        return render(self)

    def _repr_html_(self) -> str:
        from mttq.rendering import render

        return render(self, fmt="html")


@attrs.frozen(field_transformer=checked)
class Column:
    """The head of a column and the side to which its cells lean: texts left, figures right.

    Args:
        head: what stands above its cells.
        align: to which side they lean.
        over: the heads above it, from the top, which it shares with its neighbours.
    """

    head: str
    align: Literal["left", "right", "center"] = "left"
    over: tuple[str, ...] = ()


@attrs.frozen
class Head:
    """A head as it stands above columns.

    Args:
        text: what it says.
        level: in which row of heads it begins, from the top.
        first: the position of its first column.
        columns: above how many it stands.
        is_lowest: whether no other head stands below it, so that it takes all rows that are left.
    """

    text: str
    level: int
    first: int
    columns: int
    is_lowest: bool = attrs.field(kw_only=True)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Table(Shown):
    """A table ready to be printed: every cell is a text.

    Args:
        title: what is printed above it; nothing if empty.
        columns: the heads.
        rows: the cells.
        empty: what is said in place of a table without rows.

    Raises:
        FieldError: a cell is no text.
        ValueError: a row has more or fewer cells than there are columns.

    >>> columns = (Column("Thôn"), Column("Số hộ", align="right"))
    >>> print(Table(title="Số hộ", columns=columns, rows=(("A Roàng", "05"), ("Pa Ling", "1.550"))).render())
    Số hộ
    <BLANKLINE>
    Thôn     Số hộ
    -------  -----
    A Roàng     05
    Pa Ling  1.550
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                said = "Table: dòng {} có {} ô, bảng có {} cột"
                raise ConstraintError(Phrase(said, repr(row), len(row), len(self.columns)), "rows")

    @former_arguments("0.2", "fmt", "level")
    def render(self, *, fmt: Format = "text", level: int = 2) -> str:
        """Print the table; `level` is the depth of its title among the headings of Markdown.

        Raises:
            ArgumentError: there is no such format.
        """
        title = heading(self.title, fmt=fmt, level=level)
        if not self.rows:  # tabulate 0.9 fails on such a table, 0.10 forgets the sides
            return stack((title, paragraph(self.empty.splitlines(), fmt=fmt)), fmt=fmt)
        if fmt == "html":
            return self._as_html()
        return stack((title, self._as_markdown() if fmt == "markdown" else self._as_text()), fmt=fmt)

    def __repr__(self) -> str:
        return f"<Table “{self.title}”: {len(self.rows)} dòng, {len(self.columns)} cột>"

    @property
    def _heads(self) -> tuple[str, ...]:
        return tuple(": ".join((*column.over, column.head)) for column in self.columns)

    def _as_text(self) -> str:
        widths = self._widths()
        if len(widths) > _MANY and sum(widths) + _GAP * (len(widths) - 1) > _page.get():
            return self._as_blocks()
        head, *rows = (
            ["\n".join(_wrap(cell, width)) for cell, width in zip(row, widths, strict=True)]
            for row in (self._heads, *self.rows)
        )
        columns = ("\n".join(cells).split("\n") for cells in zip(head, *rows, strict=True))
        rules = ["-" * max(map(len, column)) for column in columns]
        return self._tabulate("plain", (head, rules, *rows)).replace(_INDENT, " ")

    def _widths(self) -> list[int]:
        """Return each column what it needs, and take what exceeds the page from texts, then from heads."""
        widths = [max(map(_width, column)) for column in zip(self._heads, *self.rows, strict=True)]
        page = _page.get()
        texts = {place: _NARROWEST for place, column in enumerate(self.columns) if column.align == "left"}
        figures = {
            place: max(map(_width, (*self._heads[place].split(), *column)))
            for place, column in enumerate(zip(*self.rows, strict=True))
            if place not in texts
        }
        for place in texts:
            widths[place] = min(widths[place], page)
        for least in (texts, figures):
            excess = sum(widths) + _GAP * (len(widths) - 1) - page
            wide = [place for place in least if widths[place] > least[place]]
            while excess > 0 and wide:
                widest = max(wide, key=widths.__getitem__)
                widths[widest] -= 1
                excess -= 1
                wide = [place for place in wide if widths[place] > least[place]]
        return widths

    def _as_blocks(self) -> str:
        """Print each row as lines of its own, "head: cell", without the blanks: no page is so wide."""
        return "\n\n".join(paragraph(self._block(row)) for row in self.rows)

    def _block(self, row: tuple[str, ...]) -> Iterator[str]:
        """Return the lines of a row; of crosses below one head, those that are made, in one line."""
        told = [(column, cell) for column, cell in zip(self.columns, row, strict=True) if cell]
        for (over, is_cross), group in groupby(told, lambda pair: (pair[0].over, pair[1] == _CROSS)):
            if is_cross and over:
                yield f"{': '.join(over)}: {'; '.join(column.head for column, _ in group)}"
            else:
                yield from (f"{': '.join((*over, column.head))}: {cell}" for column, cell in group)

    def _as_markdown(self) -> str:
        heads, *rows = ([_markdown(cell) for cell in row] for row in (self._heads, *self.rows))
        return self._tabulate("pipe", rows, heads)

    def _as_html(self) -> str:
        heads, *rows = ([_BREAK.join(_lines(cell)) for cell in row] for row in (self._heads, *self.rows))
        table = _unmark(_PADDING.sub("", self._tabulate("html", rows, heads)))  # tabulate escapes
        caption = f"\n<caption>{_unmark(_html(self.title))}</caption>" if self.title else ""
        if self._is_wide or any(column.over for column in self.columns):
            table = f"<table>\n{self._html_heads()}{table[table.index('<tbody>') :]}"
        opened = '<table class="wide">' if self._is_wide else "<table>"
        return table.replace("<table>", f"{opened}{caption}", 1)

    @property
    def _is_wide(self) -> bool:
        return len(self.columns) > _MANY

    def _html_heads(self) -> str:
        """Return the heads of columns in several rows, those that neighbours share above them once."""
        deep = max(len(column.over) for column in self.columns)
        rows = ["".join(self._html_row(level, deep)) for level in range(deep + 1)]
        return "<thead>\n" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</thead>\n"

    def _html_row(self, level: int, deep: int) -> Iterator[str]:
        for head in heads_of(self.columns):
            if head.level != level:
                continue
            wide = f' colspan="{head.columns}"' if head.columns > 1 else ""
            tall = f' rowspan="{deep - level + 1}"' if head.is_lowest and deep > level else ""
            style = " ".join(self._html_style(head))
            styled = f' style="{style}"' if style else ""
            yield f"<th{wide}{tall}{styled}>{_unmark(_html(head.text))}</th>"

    def _html_style(self, head: Head) -> Iterator[str]:
        """Return to which side a head leans, and in a wide table how wide its column must be."""
        align = self.columns[head.first].align
        if not head.is_lowest:
            return
        if align != "left":
            yield f"text-align: {align};"
        if self._is_wide:
            texts = [head.text, *(row[head.first] for row in self.rows if align == "left")]
            yield f"min-width: {min(max(map(_width, texts)) // _LINES + 1, _NARROWEST)}ch;"

    def _tabulate(self, style: str, rows: Iterable[Iterable[str]], heads: Iterable[str] = ()) -> str:
        from tabulate import tabulate

        cells = [[cell or None for cell in row] for row in rows]  # whose type tabulate need not guess
        sides = [column.align for column in self.columns]
        return str(tabulate(cells, list(heads), style, disable_numparse=True, colalign=sides))


def heads_of(columns: Sequence[Column]) -> Iterator[Head]:
    """Return the heads of columns level by level, those that neighbours share above them once."""
    for level in range(max((len(column.over) for column in columns), default=0) + 1):
        first = 0
        named = [((*column.over, column.head)[: level + 1], column) for column in columns]
        for heads, group in groupby(named, lambda item: item[0]):
            over = [len(column.over) for _, column in group]
            lowest = over[0] == level
            if len(heads) > level:
                for place in range(len(over) if lowest else 1):
                    wide = 1 if lowest else len(over)
                    yield Head(heads[-1], level, first + place, wide, is_lowest=lowest)
            first += len(over)


@contextmanager
def on_page(width: int) -> Iterator[None]:
    """Print plain text on a narrower page, in this thread and as long as the block lasts.

    >>> with on_page(20):
    ...     print(paragraph(["Báo cáo kết quả công tác Mặt trận"]))
    Báo cáo kết quả
      công tác Mặt trận
    """
    before = _page.set(width)
    try:
        yield
    finally:
        _page.reset(before)


@former_arguments("0.2", "fmt", "level")
def heading(text: str, *, fmt: Format = "text", level: int = 2) -> str:
    """Print a heading of depth 1 to 6; nothing if it is empty.

    >>> heading("Phụ lục 1", fmt="markdown"), heading("Thu < chi", fmt="html", level=1)
    ('## Phụ lục 1', '<h1>Thu &lt; chi</h1>')
    """
    line = " ".join(text.split())
    if not line:
        return ""
    match fmt:
        case "text":
            return paragraph([line])
        case "markdown":
            return f"{'#' * level} {_markdown(line)}"
        case _:
            return f"<h{level}>{_html(line)}</h{level}>"


@former_arguments("0.2", "fmt")
def paragraph(lines: Iterable[str], *, fmt: Format = "text", code: bool = False) -> str:
    r"""Print lines one below the other; empty ones are left out.

    Args:
        lines: the texts.
        fmt: "text", "markdown" or "html".
        code: whether text between backticks is printed as code, as in a docstring.

    >>> paragraph(["Đơn vị: xã Trung Sơn", "", "Năm: 2023"], fmt="html")
    '<p>Đơn vị: xã Trung Sơn<br>\nNăm: 2023</p>'
    >>> paragraph(["*`size`*"], fmt="markdown", code=True)
    '\\*`size`\\*'
    """
    kept = [line for line in lines if line.strip()]
    match fmt:
        case "text":
            return "\n".join(part for line in kept for part in _wrap(line, _page.get())).replace(_INDENT, " ")
        case "markdown":
            return "  \n".join(_markdown(line, code=code) for line in kept)
        case _:
            marked = (_CODE.sub(r"<code>\1</code>", _html(line)) if code else _html(line) for line in kept)
            return "<p>" + "<br>\n".join(map(_unmark, marked)) + "</p>" if kept else ""


@former_arguments("0.2", "fmt")
def stack(blocks: Iterable[str], *, fmt: Format = "text") -> str:
    r"""Set printed blocks one below the other; empty ones are left out.

    Raises:
        ArgumentError: there is no such format.

    >>> stack(["Một", "", "Hai"])
    'Một\n\nHai'
    """
    if fmt not in get_args(Format):
        raise not_among("fmt", get_args(Format), fmt)
    return ("\n" if fmt == "html" else "\n\n").join(block for block in blocks if block)


@lru_cache(maxsize=4096)  # labels of lines and small figures come again and again
def _lines(text: str) -> tuple[str, ...]:
    """Split a text into printable lines in NFC, their indents marked."""
    lines = [_MARKS.sub("", printable(composed(line))).rstrip() for line in text.splitlines()]
    return tuple(_INDENT * (len(line) - len(line.lstrip())) + line.lstrip() for line in lines) or ("",)


def _width(text: str) -> int:
    return max(map(len, _lines(text)))


def _wrap(text: str, width: int) -> list[str]:
    """Break lines at spaces only, what is left of a line hanging under it."""
    return [part for line in _lines(text) for part in _wrap_line(line, width)]


def _wrap_line(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    hanging = _INDENT * (line.count(_INDENT) + 2)
    wrap = partial(
        textwrap.wrap, line, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    needed = len(wrap(width))
    even = range(len(line) // needed, width)  # the narrowest page: no last word alone on a line
    return wrap(min(even.start + bisect_left(even, -needed, key=lambda page: -len(wrap(page))), width))


@lru_cache(maxsize=4096)
def _markdown(text: str, *, code: bool = False) -> str:
    special = _CODE_OR_MARKUP if code else _MARKUP
    lines = (
        special.sub(lambda found: found[0] if found.lastindex else rf"\{found[0]}", line)
        for line in _lines(text)
    )
    return _unmark(_BREAK.join(lines))


def _html(text: str) -> str:
    return html.escape(_BREAK.join(_lines(text)))


def _unmark(text: str) -> str:
    return text.replace(_INDENT, "&nbsp;").replace(_BREAK, "<br>")
