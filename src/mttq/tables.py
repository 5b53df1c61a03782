"""A titled table of texts, printed as plain text, Markdown or HTML through tabulate.

tabulate reads numbers: "1.550" people come out as 1,55 and "05" as 5.  So only texts reach it, with number
parsing off, in NFC, with pipes and line breaks escaped.
"""

from typing import Literal

import attrs

__all__ = ["Column", "Format", "Table"]

Format = Literal["text", "markdown", "html"]


@attrs.frozen
class Column:
    """The head of a column and the side to which its cells lean."""

    head: str
    align: Literal["left", "right", "center"] = "left"


@attrs.frozen(kw_only=True)
class Table:
    """A table ready to be printed: every cell is a text.

    Args:
        title: what stands above it.
        columns: the heads.
        rows: the cells.
        empty: what is said in place of a table without rows.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""

    def render(self, fmt: Format = "text") -> str:
        """Print the table."""
        raise NotImplementedError
