"""What can go wrong, each class saying what the caller did.

Wrong *shape* raises one of these, once, with every fault.  Wrong *sums* never raise: real reports are full
of them, so they load and come back from `mttq.check` as findings.

Every error has a `code` that stays from release to release, and its text in Vietnamese (`str`, `message`) and
in English (`render(lang="en")`).
"""

from typing import Any, ClassVar, Final, NamedTuple, Self

from mttq.wording import NOTHING, Lang, Phrase, label
from mttq.wording._unicode import printable

__all__ = [
    "AmbiguousSuccession",
    "ArgumentError",
    "CodeError",
    "ConstraintError",
    "DateFormatError",
    "DeclarationError",
    "DocumentError",
    "DocumentFormatError",
    "DuplicateReport",
    "ExtraError",
    "Fault",
    "FieldError",
    "FileDeniedError",
    "FileError",
    "FileMissingError",
    "FolderError",
    "LoadError",
    "MttqError",
    "NotJsonError",
    "NotationError",
    "NumberFormatError",
    "PathError",
    "ReadError",
    "RollUpError",
    "UnitFormatError",
    "UnitsError",
    "VersionError",
]


_MOST_LINES: Final = 100  # of one message


class MttqError(Exception):
    """The root of every error that mttq raises on purpose.

    Attributes:
        code: what kind of error it is, in a word that stays when texts are mended.
        message: what is wrong, in Vietnamese.

    >>> import mttq
    >>> try:
    ...     mttq.vi.parse_number("1.5")
    ... except mttq.errors.MttqError as error:
    ...     print(error.code)
    notation.number
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese."""
        said: str = self.args[0]
        return said

    def render(self, *, lang: Lang = "vi") -> str:
        """Return what is wrong, in either language; what was given is quoted as it is."""
        return label(self.message, lang)

    def __str__(self) -> str:  # KeyError would put it in quotes
        return self.message


class ArgumentError(MttqError, ValueError):
    """You gave a function a value of the right type that it does not take, such as an unknown format."""

    code = "argument"


class FieldError(MttqError, TypeError):
    """You gave a constructor or a function a value of the wrong type; the message names every such field."""

    code = "type"


class ConstraintError(FieldError, ValueError):
    """You gave a constructor values of the right types that it does not allow, such as a blank name.

    Attributes:
        fields: the paths from the record to the fields that are wrong; none if it is wrong as a whole.
    """

    code = "value"

    def __init__(self, message: str, *fields: str) -> None:
        super().__init__(message)
        self.args: tuple[Any, ...] = (message, *fields)  # what pickle makes it from
        self.fields = fields


class DeclarationError(MttqError, TypeError):
    """You declared a form or a rule that contradicts itself or another one."""

    code = "declaration"


class CodeError(MttqError, KeyError, ValueError):
    """You named a rule, a family, a profile or a unit that does not exist; the message gives a hint."""

    code = "unknown"


class PathError(MttqError, KeyError):
    """You gave a path that leads nowhere; the message names the nearest one."""

    code = "path"


class ExtraError(MttqError, ImportError):
    """You called what needs a library of an extra that is not installed."""

    code = "extra"


class FileError(MttqError, OSError):
    """You named a file that cannot be read or written; the system says why.

    Attributes:
        errno: the number that the system gives the reason, as of any OSError.
        strerror: the reason, in Vietnamese.
        filename: the name of the file.
    """

    code = "file"

    def __init__(self, reason: str, errno: int | None, filename: str) -> None:
        super().__init__(reason)
        self.args: tuple[Any, ...] = (reason, errno, filename)
        self.errno: int | None = errno
        self.strerror: str | None = reason
        self.filename: str = filename

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese: the name of the file and the reason."""
        return Phrase("{}: {}", printable(self.filename), self.args[0])


class FileDeniedError(FileError, PermissionError):
    """You named a file that you may not read or write, or that another program holds open."""

    code = "file.denied"


class FileMissingError(FileError, FileNotFoundError):
    """You named a file, or a folder for one, that does not exist."""

    code = "file.missing"


class FolderError(FileError, IsADirectoryError):
    """You named a folder where a file belongs."""

    code = "file.folder"


class NotationError(MttqError, ValueError):
    """You gave a text that is not written in Vietnamese notation.

    Attributes:
        text: the text as it was given.
        reason: what is wrong with it.
        hint: how it is probably meant to be written, or an empty string.
    """

    code = "notation"

    def __init__(self, text: str, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.args: tuple[Any, ...] = (text, reason, hint)
        self.text = text
        self.reason = reason
        self.hint = hint

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese: the text, the reason and the hint."""
        quoted = repr(self.text)  # one line whatever the text
        return Phrase("{}: {}; {}" if self.hint else "{}: {}", quoted, self.reason, self.hint)


class NumberFormatError(NotationError):
    """You gave a text that is not a Vietnamese number, sum of money, percentage or quantity."""

    code = "notation.number"


class DateFormatError(NotationError):
    """You gave a text that is not a Vietnamese date or period."""

    code = "notation.date"


class DocumentFormatError(NotationError):
    """You gave a text in which no document is named."""

    code = "notation.document"


class UnitFormatError(NotationError):
    """You gave a text that names no unit, or states no merger of units."""

    code = "notation.unit"


class _Fault(NamedTuple):
    path: str
    message: str
    value: object


class Fault(_Fault):
    """One fault of a file: where (`$.unit.tier`), what is wrong with a hint, and the value found there.

    The message and the place are Vietnamese; `mttq.wording.label(message, "en")` has their English.

    Attributes:
        path: where it is in the file.
        message: what is wrong.
        value: what is found there.
        place: where it is in words (“Phụ lục 2, mục 2, dòng 2”), or "" if it has no name; not in the tuple.
    """

    place: str

    def __new__(cls, path: str, message: str, value: object, place: str = NOTHING) -> Self:  # noqa: D102 - the class says it
        self = super().__new__(cls, path, message, value)
        self.place = place
        return self


class LoadError(MttqError, ValueError):
    """You gave a file that is not an mttq report; `faults` lists all that is wrong with it.

    Attributes:
        faults: (path, message, value) of every fault, in the order of the file; what a class says of its
            fields together follows on them.  Of a file with more than a thousand, the first thousand.
        source: the name of the file, or an empty string.
        more: how many faults there are besides.
    """

    code = "load"

    def __init__(self, faults: tuple[Fault, ...], source: str = "", more: int = 0) -> None:
        super().__init__(source)
        self.args: tuple[Any, ...] = (faults, source, more)
        self.faults = faults
        self.source = source
        self.more = more

    @property
    def message(self) -> str:
        """What is wrong, in Vietnamese: a line for each fault, for a hundred at most."""
        return self.render()

    def render(self, *, lang: Lang = "vi") -> str:
        """Return a line for each fault, for a hundred at most, in either language."""
        number = len(self.faults) + self.more
        lines = [
            self._head(),
            *(Phrase("  {}: {}", _where(fault), fault.message) for fault in self.faults[:_MOST_LINES]),
        ]
        if number > _MOST_LINES:
            lines.append(Phrase("  … và {} chỗ nữa", number - _MOST_LINES))
        return "\n".join(printable(label(line, lang)) for line in lines)

    def _head(self) -> Phrase:
        number = len(self.faults) + self.more
        return Phrase("{}: chưa đọc được, có {} chỗ chưa đúng", self.source or Phrase("Báo cáo"), number)

    def of(self, source: str) -> Self:
        """Return the same error as one of a file of this name."""
        return type(self)(self.faults, source, self.more)


def _where(fault: Fault) -> str:
    return Phrase("{} ({})", fault.place, fault.path) if fault.place else fault.path


class NotJsonError(LoadError):
    """You gave a file that is not JSON in UTF-8: an empty one, a truncated one, a Word document."""

    code = "load.json"


class VersionError(LoadError):
    """You gave a file without a version of the format, or with one that this mttq does not know yet."""

    code = "load.version"


class UnitsError(LoadError):
    """You gave units, or what became of them, that contradict each other; `faults` lists all of it."""

    code = "load.units"


class ReadError(LoadError):
    """You gave an office file from which no report can be read; `faults` says why, and what to do."""

    code = "load.office"


class DocumentError(LoadError):
    """You asked for a document that cannot be printed as it is; `faults` lists all that is wrong with it."""

    code = "document"

    def _head(self) -> Phrase:
        return Phrase("Văn bản chưa in được, có {} chỗ chưa đúng", len(self.faults))


class RollUpError(MttqError, ValueError):
    """You asked for a sum of reports that do not add up: of several levels, into several units."""

    code = "rollup"


class AmbiguousSuccession(RollUpError):  # noqa: N818 - as it is called where successions are kept
    """You asked for a sum with a unit that was divided, of which only a part lies in the unit of the sum.

    Attributes:
        unit: the unit that was divided.
        heirs: the units that took over its parts.
    """

    code = "rollup.ambiguous"

    def __init__(self, message: str, unit: Any = None, heirs: tuple[Any, ...] = ()) -> None:
        super().__init__(message)
        self.args: tuple[Any, ...] = (message, unit, heirs)
        self.unit = unit
        self.heirs = heirs


class DuplicateReport(RollUpError):  # noqa: N818 - what was given, as the other one is called
    """You asked for a sum with two reports of one unit over one time; keep the corrected one."""

    code = "rollup.duplicate"
