"""Where a figure stands in a file, and why one was not read."""

import enum

import attrs

from mttq.wording import Phrase

__all__ = ["Reason", "Source"]


class Reason(enum.StrEnum):
    """Why a figure was handed back and not placed."""

    NO_FORM = "no_form"
    NO_LINE = "no_line"
    NEAR_TIE = "near_tie"
    OWN_LINE = "own_line"
    HEADING = "heading"
    OTHER_COLUMN = "other_column"
    OTHER_UNIT = "other_unit"
    NOT_A_FIGURE = "not_a_figure"
    MARK = "mark"
    HIDDEN = "hidden"
    DELETED = "deleted"
    NO_VALUE = "no_value"
    ERROR = "error"
    BECAME_DATE = "became_date"
    BECAME_FRACTION = "became_fraction"
    SHOWN_OTHERWISE = "shown_otherwise"
    TOTAL = "total"
    TWICE = "twice"
    NARRATIVE = "narrative"


@attrs.frozen(kw_only=True)
class Source:
    """The place of a figure in the file that was read; what does not apply is None.

    Args:
        file: the name of the file.
        sheet: the name of the sheet.
        cell: the address of the cell in it ("C7").
        table: the number of the table among all tables of the document, from 1.
        row: the row of the table, from 1, heads counted.
        column: the column of its grid, from 1; a merged cell counts as many as it spans.
        paragraph: the paragraph of the body, from 1.
        line: the line of a text file, from 1.

    >>> Source(sheet="PL1", cell="C7").place, Source(table=3, row=12, column=3).place
    ('trang tính PL1, ô C7', 'bảng 3, dòng 12, cột 3')
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    line: int | None = None

    @property
    def place(self) -> Phrase:
        """The place in words, "trang tính PL1, ô C7"."""
        parts: tuple[str | int | None, ...] = (
            self.sheet and Phrase("trang tính {}", self.sheet),
            self.cell and Phrase("ô {}", self.cell),
            self.table and Phrase("bảng {}", self.table),
            self.row and Phrase("dòng {}", self.row),
            self.paragraph and Phrase("đoạn {}", self.paragraph),
            self.line and Phrase("dòng {}", self.line),
            self.column and Phrase("cột {}", self.column),
        )
        return Phrase.joined(", ", (part for part in parts if isinstance(part, str) and part))
