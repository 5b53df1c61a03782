"""What can go wrong, each class saying what the caller did.

Wrong *shape* raises one of these, once, with every fault.  Wrong *sums* never raise: real reports are full
of them, so they load and come back from `mttq.check` as findings.
"""

from typing import NamedTuple

__all__ = [
    "DateFormatError",
    "DeclarationError",
    "DocumentFormatError",
    "Fault",
    "FieldError",
    "LoadError",
    "MttqError",
    "NotationError",
    "NumberFormatError",
]


class MttqError(Exception):
    """The root of every error that mttq raises on purpose."""


class FieldError(MttqError, TypeError):
    """You gave a constructor a value of the wrong type; the message names every such field in one line."""


class DeclarationError(MttqError, TypeError):
    """You declared a form or a rule that contradicts itself or one that exists already."""


class NotationError(MttqError, ValueError):
    """You gave a text that is not written in Vietnamese notation.

    Attributes:
        text: the text as it was given.
        hint: how it is probably meant to be written, or an empty string.
    """

    def __init__(self, text: str, reason: str, hint: str = "") -> None:
        super().__init__(text, reason, hint)
        self.text = text
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.text!r}: {self.reason}" + (f"; {self.hint}" if self.hint else "")


class NumberFormatError(NotationError):
    """You gave a text that is not a Vietnamese number, sum of money, percentage or quantity."""


class DateFormatError(NotationError):
    """You gave a text that is not a Vietnamese date or period."""


class DocumentFormatError(NotationError):
    """You gave a text in which no document is named."""


class Fault(NamedTuple):
    """One fault of a file: where (`$.unit.tier`), what is wrong with a hint, and the value found there."""

    path: str
    message: str
    value: object


class LoadError(MttqError, ValueError):
    """You gave a file that is not an mttq report; `faults` lists all that is wrong with it.

    Attributes:
        faults: (path, message, value) of every fault, in the order of the file.
        source: the name of the file, or an empty string.
    """

    def __init__(self, faults: tuple[Fault, ...], source: str = "") -> None:
        super().__init__(faults, source)
        self.faults = faults
        self.source = source

    def __str__(self) -> str:
        head = f"{self.source or 'Báo cáo'}: {len(self.faults)} lỗi"
        return "\n".join([head, *(f"  {fault.path}: {fault.message}" for fault in self.faults)])
