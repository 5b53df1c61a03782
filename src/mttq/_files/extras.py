"""Libraries of the extras, asked for when they are first needed."""

from importlib import import_module
from typing import Any, Final

from mttq.errors import ExtraError
from mttq.wording import Phrase

__all__ = ["needed"]

_LIBRARIES: Final = {
    "excel": ("xlsxwriter", "XlsxWriter"),
    "frames": ("pyarrow", "pyarrow"),
    "word": ("docx", "python-docx"),
}


def needed(extra: str) -> Any:
    """Return the library of an extra.

    Raises:
        ExtraError: it is not installed; the message says how to.
    """
    module, name = _LIBRARIES[extra]
    try:
        return import_module(module)
    except ImportError:
        command = f"pip install 'mttq[{extra}]'"
        raise ExtraError(Phrase("cần thư viện {}; cài bằng: {}", name, command)) from None
