"""What was read of a file: figures with their places, and everything that was not read, with the reason."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import attrs

from mttq.errors import Fault, NotationError, ReadError
from mttq.model import (
    Citation,
    Header,
    Heading,
    PrintedFigure,
    Signature,
    Statement,
    Unit,
    UnitKind,
    UnitRef,
)
from mttq.reading._hints import Hints
from mttq.reading._source import Reason, Source
from mttq.report import Report
from mttq.values import Pair, Quantity, Share, Triple, UnitName
from mttq.vi import find_units, format_figure, parse_unit
from mttq.wording import Phrase

__all__ = ["Around", "Figure", "FigureValue", "Reading", "Unread"]

FigureValue = int | Decimal | Pair | Triple | Share | Quantity


@attrs.frozen(kw_only=True)
class Figure:
    """A figure that was placed.

    Args:
        path: its address in a report, "kl62-pl2.criticism.sessions.commune".
        value: what it says: a count, a sum in đồng, a `Pair` …
        text: how it is printed.
        source: where it stands in the file.
        unit: the unit that it is of, as printed, where a file holds figures of several.
        likeness: how alike the words of its line and of the form are; 1 is equal.
        lead: by how much this reading leads the next-best.
    """

    path: str
    value: FigureValue | None
    text: str
    source: Source
    unit: str | None = None
    likeness: float = 1.0
    lead: float = 1.0


@attrs.frozen(kw_only=True)
class Unread:
    """A figure that was not placed.

    Args:
        text: how it is printed.
        reason: why.
        source: where it stands in the file.
        label: the words of its line, or those around a quantity of the text.
        head: the heads of its column.
        candidates: the paths that it may belong to, the likeliest first.
        suggestion: what was probably meant.
        unit: the unit that it is of, as printed.
    """

    text: str
    reason: Reason
    source: Source
    label: str = ""
    head: str = ""
    candidates: tuple[str, ...] = ()
    suggestion: str | None = None
    unit: str | None = None


_PLACED_BY_LINE: Final = (Reason.NO_LINE, Reason.NEAR_TIE)


@attrs.frozen(kw_only=True)
class Around:
    """What a report says around its tables; `Reading` says what each is."""

    header: Header = Header()
    title: str | None = None
    outline: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: Signature | None = None
    narrative: str | None = None


@attrs.frozen(kw_only=True)
class Reading(Around):
    """What `read` found in a file.

    Every cell and every quantity of the text that looks like a figure stands either in `figures` or in
    `unread` (or is a statement, if hints say so), once.

    Args:
        figures: what was placed.
        unread: what was not.
        appendices: the filled-in forms, by the unit that they are of; None is the unit of the file.
        statements: the quantities of the text that hints tie to an indicator.
        header: the letterhead.
        title: the title, as printed below "BÁO CÁO".
        outline: the numbered headings of the text.
        citations: each mention of a document.
        recipients: to whom the report goes.
        signature: who signs; names of persons are not read.
        narrative: the text before the appendices; None if `read` was to leave it out.
        notes: what a user has to know of the file.
        unit: the unit that `read` was told.
    """

    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]
    appendices: Mapping[str | None, tuple[object, ...]]
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    unit: Unit | None = None

    def source(self, path: str, unit: str | None = None) -> Source | None:
        """Return where the figure at a path stands in the file, None if none was read there.

        Args:
            path: the address of the figure.
            unit: the unit that it is of, as printed, where the file holds several.
        """
        found = (figure.source for figure in self.figures if figure.path == path and figure.unit == unit)
        return next(found, None)

    def report(self, *, unit: Unit | None = None, title: str | None = None) -> Report:
        """Return the report of the unit of the file.

        Args:
            unit: the unit; else that which `read` was told, else the one that the letterhead names.
            title: the title; else the printed one.

        Raises:
            ReadError: unit or title is missing: nothing is made up.
        """
        unit = unit or self.unit or self._unit_of_letterhead()
        title = title or self.title
        faults = []
        if unit is None:
            faults.append(Fault("$.unit", Phrase("tệp không nói rõ đơn vị báo cáo; cần ghi unit="), None))
        if title is None:
            faults.append(Fault("$.title", Phrase("tệp không có tên báo cáo; cần ghi title="), None))
        if unit is None or title is None:
            raise ReadError(tuple(faults))
        return Report(
            unit=unit,
            title=title,
            header=self.header,
            statements=self.statements,
            citations=self.citations,
            outline=self.outline,
            narrative=self.narrative,
            appendices=self.appendices.get(None, ()),
            printed=tuple(self._printed(None)),
            recipients=self.recipients,
            signature=self.signature,
        )

    def reports(self, *, title: str | None = None) -> dict[str, Report]:
        """Return a report for each unit whose figures the file holds, by its name as printed.

        Args:
            title: their title; else that of the file.

        Raises:
            ReadError: the title is missing, or a name does not say of which kind its unit is.
        """
        title = title or self.title
        units = {name: _unit_named(name) for name in self.appendices if name is not None}
        faults = [
            Fault("$.unit", Phrase("“{}” không nói rõ loại đơn vị; cần ghi trong hints.sheets", name), name)
            for name, unit in units.items()
            if unit is None
        ]
        if title is None:
            faults.append(Fault("$.title", Phrase("tệp không có tên báo cáo; cần ghi title="), None))
        if faults or title is None:
            raise ReadError(tuple(faults))
        return {
            name: Report(
                unit=unit, title=title, appendices=self.appendices[name], printed=tuple(self._printed(name))
            )
            for name, unit in units.items()
            if unit
        }

    def hints(self) -> Hints:
        """Return hints to be completed: each line and column that was not read, with what it may mean.

        What is a tuple is still to be chosen: keep one of it, or None for what belongs to no form.  A head
        may mean "value" or a level.
        """
        lines = {
            item.label: item.candidates
            for item in self.unread
            if item.reason in _PLACED_BY_LINE and item.label
        }
        columns = {
            item.head.rpartition(" / ")[2]: ("value", "province", "district", "commune")
            for item in self.unread
            if item.reason is Reason.OTHER_COLUMN and item.head
        }
        return Hints(lines=lines, columns=columns)

    def _printed(self, unit: str | None) -> Iterator[PrintedFigure]:
        for figure in self.figures:
            if figure.unit == unit and figure.text != format_figure(figure.value):
                yield PrintedFigure(path=figure.path, text=figure.text)

    def _unit_of_letterhead(self) -> Unit | None:
        named = [_admin(unit) for unit, _ in find_units(self.header.issuer or "")]
        above = [_admin(unit) for unit, _ in find_units(self.header.superior or "")]
        if len(named) != 1 or named[0] is None:
            return None
        parent = above[0] if len(above) == 1 else None
        higher = parent is not None and parent != named[0]
        return Unit(kind=named[0].kind, name=named[0].name, parent=parent if higher else None)


def _admin(named: UnitName) -> UnitRef | None:
    return UnitRef.of(named) if isinstance(named.kind, UnitKind) else None


def _unit_named(name: str) -> Unit | None:
    try:
        named = parse_unit(name)
    except NotationError:
        return None
    found = _admin(named)
    return Unit(kind=found.kind, name=found.name) if found else None
