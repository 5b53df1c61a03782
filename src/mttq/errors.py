"""What can go wrong, each class saying what the caller did.

Wrong *shape* raises one of these, once, with every fault.  Wrong *sums* never raise: real reports are full
of them, so they load and come back from `mttq.check` as findings.
"""

from typing import Final, NamedTuple

from mttq._unicode import printable

__all__ = [
    "CodeError",
    "ConstraintError",
    "DateFormatError",
    "DeclarationError",
    "DocumentFormatError",
    "Fault",
    "FieldError",
    "LoadError",
    "MttqError",
    "NotationError",
    "NumberFormatError",
    "PathError",
    "UnitFormatError",
]


_MOST_LINES: Final = 100  # of one message


class MttqError(Exception):
    """The root of every error that mttq raises on purpose."""


class FieldError(MttqError, TypeError):
    """You gave a constructor a value of the wrong type; the message names every such field in one line."""


class ConstraintError(FieldError, ValueError):
    """You gave a constructor values that cannot stand there, though their types are right: a blank name.

    Attributes:
        fields: the paths from the record to the fields that are wrong; none if it is wrong as a whole.
    """

    def __init__(self, message: str, *fields: str) -> None:
        super().__init__(message, *fields)
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        return self.message


class DeclarationError(MttqError, TypeError):
    """You declared a form or a rule that contradicts itself or one that exists already."""


class CodeError(MttqError, KeyError, ValueError):
    """You named a rule, a family of rules or a profile that there is not; the message has the nearest one."""

    def __str__(self) -> str:  # KeyError would put it in quotes
        return ValueError.__str__(self)


class PathError(MttqError, KeyError):
    """You gave a path at which nothing can stand; the message has the nearest one."""

    def __str__(self) -> str:
        return Exception.__str__(self)


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


class UnitFormatError(NotationError):
    """You gave a text that names no unit, or tells no merger of units."""


class Fault(NamedTuple):
    """One fault of a file: where (`$.unit.tier`), what is wrong with a hint, and the value found there."""

    path: str
    message: str
    value: object


class LoadError(MttqError, ValueError):
    """You gave a file that is not an mttq report; `faults` lists all that is wrong with it.

    Attributes:
        faults: (path, message, value) of every fault, in the order of the file; what a class says of its
            fields together follows on them.  Of a file with more than a thousand, the first thousand.
        source: the name of the file, or an empty string.
        more: how many faults there are besides.
    """

    def __init__(self, faults: tuple[Fault, ...], source: str = "", more: int = 0) -> None:
        super().__init__(faults, source, more)
        self.faults = faults
        self.source = source
        self.more = more

    def __str__(self) -> str:
        """Return a line for each fault, for a hundred at most."""
        lines = [f"{self.source or 'Báo cáo'}: {len(self.faults) + self.more} lỗi"]
        lines += [f"  {fault.path}: {fault.message}" for fault in self.faults[:_MOST_LINES]]
        left = len(self.faults) + self.more - _MOST_LINES
        return "\n".join(map(printable, [*lines, f"  … và {left} lỗi nữa"] if left > 0 else lines))
