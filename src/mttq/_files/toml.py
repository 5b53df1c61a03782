"""Files of TOML: what stands in one, or in which line it is none."""

import re
from decimal import Decimal
from typing import Any

from mttq.errors import Fault, LoadError
from mttq.wording import Phrase

__all__ = ["text_in", "tree_in"]


def text_in(content: bytes, source: str) -> str:
    """Return the text of a file.

    Raises:
        LoadError: it is not in UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fault = Fault(Phrase("dòng {}", line), Phrase("không phải UTF-8; hãy lưu tệp với mã UTF-8"), None)
        raise LoadError((fault,), source) from None


def tree_in(text: str, source: str) -> dict[str, Any]:
    """Return what a text says by its keys; numbers with a point are decimals.

    Raises:
        LoadError: it is no TOML.

    >>> tree_in("rare = 0.1", "mttq.toml")
    {'rare': Decimal('0.1')}
    """
    from tomllib import TOMLDecodeError, loads

    try:
        return loads(text, parse_float=Decimal)
    except TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = Phrase("dòng {}", line[1]) if line else Phrase("cuối tệp")
        raise LoadError((Fault(where, Phrase("viết sai TOML: {}", str(error)), None),), source) from None
