"""What a user says of an office's own sheet: which column, which line, which sheet means what."""

import json
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import Any, Final

import attrs

from mttq._files.opening import content_of
from mttq._files.saving import save
from mttq.errors import Fault, ReadError
from mttq.reading._error import refused
from mttq.reading._words import plain_words
from mttq.values import Tier
from mttq.wording import Phrase

__all__ = ["Hints"]

Choice = str | None | tuple[str, ...]
"""What was decided: a meaning, None for "of no form", or several of which one is still to be chosen."""

VALUE: Final = "value"
BELOW: Final = " / "
"""What stands between a heading and what stands below it."""
_REPORT: Final = "report"
_LIST: Final = ".*."  # in the path of a column of a register
_MAPS: Final = ("columns", "lines", "sheets", "statements", "records")


def _choices(given: Mapping[str, Any]) -> dict[str, Choice]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}


@attrs.frozen(kw_only=True)
class Hints:
    """What a user says of an office's own sheet; one serves all files that are laid out alike.

    Heads and labels are compared by their letters: case, marks, numbers and bullets do not count.  A tuple
    stands for what is still to be chosen, and decides nothing.

    Args:
        columns: what a head means: "value", a level ("province", "district", "commune"), the column of a
            register ("qcdc-9-don-thu.communes.*.open"), None for nothing.
        lines: the path of the row that a label means; None for a line that is the office's own.  A label
            that comes several times is written with the heading above it: "Cán bộ chuyên trách / Cấp xã".
        sheets: the unit of which a sheet is.
        statements: the indicator that a quantity of the text states, by the quantity as printed; one that
            comes several times by its line too: "dòng 35 / 115 hội nghị".
        records: the figure of a record that a quantity of the text is, by the quantity likewise:
            "population.households".
        tier: the level of the figures of a table that has one column for lines with several levels.
        report: what the file does not tell, as a report's file has it ("unit", "title", "campaigns" …); its
            statements are added to those that are read.

    >>> hints = Hints(columns={"Năm 2023": "value", "Kế hoạch": None}, tier=Tier.COMMUNE)
    >>> Hints.from_dict(hints.as_dict()) == hints
    True
    """

    columns: Mapping[str, Choice] = attrs.field(factory=dict, converter=_choices)
    lines: Mapping[str, Choice] = attrs.field(factory=dict, converter=_choices)
    sheets: Mapping[str, Choice] = attrs.field(factory=dict, converter=_choices)
    statements: Mapping[str, Choice] = attrs.field(factory=dict, converter=_choices)
    records: Mapping[str, Choice] = attrs.field(factory=dict, converter=_choices)
    tier: Tier | None = None
    report: Mapping[str, Any] = attrs.field(factory=dict)

    @classmethod
    def load(cls, path: str | PathLike[str]) -> "Hints":
        """Read hints from a JSON file.

        Raises:
            ReadError: it holds no hints; `faults` lists what is wrong.
            FileError: the file cannot be read.
        """
        try:
            return cls.from_dict(json.loads(content_of(path)))
        except ReadError as error:
            raise error.of(fspath(path)) from None
        except ValueError as error:
            raise refused(Phrase("không phải JSON: {}", str(error))).of(fspath(path)) from None

    def save(self, path: str | PathLike[str]) -> None:
        """Write them to a JSON file, as `load` reads it.

        Raises:
            FileError: the file cannot be written.
        """
        save(f"{json.dumps(self.as_dict(), ensure_ascii=False, indent=2)}\n".encode(), path)

    @classmethod
    def from_dict(cls, given: object) -> "Hints":
        """Read hints from what a JSON file holds.

        Raises:
            ReadError: these are no hints; `faults` lists what is wrong.
        """
        faults = list(_faults(given))
        if faults or not isinstance(given, dict):
            raise ReadError(tuple(faults))
        tier = given.get("tier")
        said = {name: given.get(name, {}) for name in (*_MAPS, _REPORT)}
        return cls(**said, tier=Tier(tier) if tier else None)

    def as_dict(self) -> dict[str, object]:
        """Return what a JSON file holds; what says nothing is left out."""
        said: dict[str, object] = {
            name: {key: list(value) if isinstance(value, tuple) else value for key, value in found.items()}
            for name in _MAPS
            if (found := getattr(self, name))
        }
        said |= {"tier": str(self.tier)} if self.tier else {}
        return said | ({_REPORT: dict(self.report)} if self.report else {})

    def column_of(self, heads: Sequence[str]) -> Tier | bool | None:
        """Return the level that a column counts, True for its figures, False for nothing; None: not said."""
        for head in reversed(heads):
            said = _asked(self.columns, head)
            if said is None:
                return False
            if isinstance(said, str) and said and _LIST not in said:
                return True if said == VALUE else Tier(said)
        return None

    def field_of(self, heads: Sequence[str]) -> str | None:
        """Return the path of the column of a register that heads mean, None if that is not said."""
        said = (_asked(self.columns, head) for head in (" ".join(heads), *reversed(heads)))
        return next((each for each in said if isinstance(each, str) and _LIST in each), None)

    def path_of(self, label: str, above: Sequence[str] = ()) -> str | None:
        """Return the path that a label means below some headings, None if that is not said."""
        said = self._line(label, above)
        return said if isinstance(said, str) and said else None

    def is_own(self, label: str, above: Sequence[str] = ()) -> bool:
        """Return whether a line is said to belong to no form."""
        return self._line(label, above) is None

    def _line(self, label: str, above: Sequence[str]) -> Choice:
        """Return what is said of a label, first of all below the nearest heading."""
        for heading in above:
            said = _asked(self.lines, f"{heading}{BELOW}{label}")
            if said != ():
                return said
        return _asked(self.lines, label)

    def unit_of(self, sheet: str) -> str | None:
        """Return the unit of which a sheet is."""
        said = _asked(self.sheets, sheet)
        return said if isinstance(said, str) and said else None

    def statement_of(self, quantity: str, line: int | None) -> str | None:
        """Return what a quantity of a line of the text states."""
        return _told(self.statements, quantity, line)

    def figure_of(self, quantity: str, line: int | None) -> str | None:
        """Return which figure of a record a quantity of a line of the text is."""
        return _told(self.records, quantity, line)


def _told(said: Mapping[str, Choice], quantity: str, line: int | None) -> str | None:
    found = _asked(said, f"dòng {line}{BELOW}{quantity}") or _asked(said, quantity)
    return found if isinstance(found, str) and found else None


def _asked(said: Mapping[str, Choice], text: str) -> Choice:
    """Return what is said of a text; () if nothing is."""
    wanted = plain_words(text)
    return next((value for key, value in said.items() if plain_words(key) == wanted), ())


def _faults(given: object) -> Any:
    if not isinstance(given, dict):
        yield Fault("$", Phrase("cần một đối tượng JSON"), given)
        return
    for name, value in given.items():
        if name == "tier":
            if value not in [*map(str, Tier), None]:
                yield Fault("$.tier", Phrase("chỉ có: {}", ", ".join(Tier)), value)
        elif name not in (*_MAPS, _REPORT):
            known = ", ".join((*_MAPS, "tier", _REPORT))
            yield Fault(f"$.{name}", Phrase("khóa lạ; chỉ có: {}", known), value)
        elif not isinstance(value, dict):
            yield Fault(f"$.{name}", Phrase("cần một đối tượng JSON"), value)
        elif name != _REPORT:
            yield from _wrong_choices(name, value)


def _wrong_choices(name: str, said: Mapping[str, object]) -> Any:
    for key, value in said.items():
        several = isinstance(value, list) and all(isinstance(item, str) for item in value)
        if not (value is None or isinstance(value, str) or several):
            yield Fault(f"$.{name}[{key!r}]", Phrase("cần chuỗi, null hoặc danh sách chuỗi"), value)
        elif name == "columns" and isinstance(value, str) and not (value in (VALUE, *Tier) or _LIST in value):
            yield Fault(f"$.{name}[{key!r}]", Phrase("chỉ có: {}", ", ".join((VALUE, *Tier))), value)
