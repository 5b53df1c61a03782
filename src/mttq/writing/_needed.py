"""Libraries of the extras, asked for when they are first needed."""

from importlib import import_module
from typing import Any

from mttq.errors import ExtraError
from mttq.wording import Phrase

__all__ = ["needed"]


def needed(module: str, extra: str) -> Any:
    """Return a library.

    Raises:
        ExtraError: it is not installed; the message says how to.
    """
    try:
        return import_module(module)
    except ImportError:
        command = f"pip install 'mttq[{extra}]'"
        raise ExtraError(Phrase("cần thư viện {}; cài bằng: {}", module, command)) from None
