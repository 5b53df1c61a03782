"""What was read of a file: figures with their places, and everything that was not read, with the reason."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from mttq.checking import Finding, Findings
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
from mttq.reading._hints import BELOW, Hints
from mttq.reading._source import Reason, Source
from mttq.report import BARE_REPORT, Report
from mttq.tables import Column, Shown, Table
from mttq.values import Pair, Quantity, Share, Triple, UnitName
from mttq.vi import find_units, format_figure, parse_unit
from mttq.wording import Lang, Phrase, label, name_of, words

__all__ = ["Around", "Figure", "FigureValue", "Reading", "Unread", "unit_named"]

FigureValue = int | Decimal | Pair | Triple | Share | Quantity


@attrs.frozen(kw_only=True)
class Figure:
    """A figure that was placed.

    Args:
        path: its address in a report, "kl62-pl2.criticism.sessions.commune".
        value: what it says: a count, a sum in đồng, a `Pair` …; a text in a column of words.
        text: how it is printed.
        source: where it stands in the file.
        unit: the unit that it is of, as printed, where a file holds figures of several.
        likeness: how alike the words of its line and of the form are; 1 is equal.
        lead: by how much this reading leads the next-best.
    """

    path: str
    value: FigureValue | str | None
    text: str
    source: Source
    unit: str | None = None
    likeness: float = 1.0
    lead: float = 1.0


@attrs.frozen(kw_only=True)
class Unread:
    r"""A figure that was not placed.

    Args:
        text: how it is printed.
        reason: why.
        source: where it stands in the file.
        label: the words of its line, or those around a quantity of the text.
        section: the heading over its line, if other lines have the same words.
        head: the heads of its column.
        candidates: the paths that it may belong to, the likeliest first.
        suggestion: what was probably meant.
        unit: the unit that it is of, as printed.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from mttq.reading import read
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.csv")
    ...     _ = path.write_text("STT;Nội dung;Số\n1;Số chim;12\n", "utf-8")
    ...     told: Unread = read(path).unread[0]
    >>> told.text, told.reason.name
    ('12', 'NO_LINE')
    """

    text: str
    reason: Reason
    source: Source
    label: str = ""
    section: str = ""
    head: str = ""
    candidates: tuple[str, ...] = ()
    suggestion: str | None = None
    unit: str | None = None


_NUMBER: Final = re.compile(r"[0-9][0-9.]*")
_MOST_WORDS: Final = 80  # letters of a line that a table shows
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
class Reading(Around, Shown):
    r"""What `read` found in a file.

    Every cell and every quantity of the text that looks like a figure stands either in `figures` or in
    `unread` (or is a statement, if hints say so), once.

    Args:
        figures: what was placed.
        unread: what was not.
        appendices: the filled-in forms, by the unit that they are of; None is the unit of the file.
        records: the records that a document of `mttq.writing` holds, or that hints tell, by the field of the
            report.
        given: what else hints tell, by the field of the report.
        statements: the quantities of the text that hints tie to an indicator.
        header: the letterhead.
        title: the title, as printed below "BÁO CÁO".
        outline: the numbered headings of the text.
        citations: each mention of a document.
        recipients: to whom the report goes.
        signature: who signs; names of persons are not read.
        narrative: the text before the appendices; None if `read` was to leave it out.
        notes: what a user has to know of the file.
        places: where each cell and heading of a form stands, blank ones too, by unit and path.
        unit: the unit that `read` was told, or that is written into a sheet of `mttq.writing`.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from mttq.reading import read
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "report.md")
    ...     _ = path.write_text("# BÁO CÁO\n\nXã có 946 hộ.", "utf-8")
    ...     told: Reading = read(path)
    >>> told.narrative
    'BÁO CÁO\n\nXã có 946 hộ.'
    """

    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]
    appendices: Mapping[str | None, tuple[object, ...]]
    records: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    given: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = ()
    places: Mapping[tuple[str | None, str], Source] = attrs.field(factory=dict, repr=False)
    unit: Unit | None = None

    def __repr__(self) -> str:
        counted = {"reading.figures": len(self.figures), "reading.unread": len(self.unread)}
        said = "; ".join(f"{words('vi')[name].lower()}: {number}" for name, number in counted.items())
        return f"<Reading {said}>"

    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return what was read, what was not and why, and what is to be known of the file, as tables."""
        said = words(lang)

        def table(name: str, heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Table:
            cells = tuple(rows)
            columns = tuple(
                Column(said[head], align="right" if head == "figure" else "left") for head in heads
            )
            title = f"{said[f'reading.{name}']} · {len(cells)}"
            return Table(title=title, columns=columns, rows=cells, empty=said["reading.none"])

        tables = (
            table(
                "figures",
                ("place", "figure", "reading.where"),
                (
                    (_place_of(item.path, item.unit, lang), item.text, label(item.source.place, lang))
                    for item in self.figures
                ),
            ),
            table(
                "unread",
                ("figure", "reading.reason", "reading.label", "reading.meant", "reading.where"),
                ((*_said_of(item, lang), label(item.source.place, lang)) for item in self.unread),
            ),
            table("notes", ("reading.note",), ((label(note, lang),) for note in self.notes)),
        )
        return tables if self.notes else tables[:2]

    def source(self, path: str, unit: str | None = None) -> Source | None:
        """Return where a figure stands in the file, or would stand, None if no line was read for it.

        Args:
            path: the address of the figure.
            unit: the unit that it is of, as printed, where the file holds several.
        """
        found = (figure.source for figure in self.figures if figure.path == path and figure.unit == unit)
        place = next(found, None) or self.places.get((unit, path))
        return place or (self._of_text(path) if unit is None else None)

    def _of_text(self, path: str) -> Source | None:
        """Return where a line of the text stands, or a citation, heading or statement on it."""
        root, _, rest = path.partition(".")
        number = rest.partition(".")[0]
        if not number.isdecimal():
            return None
        listed: dict[str, list[int | None]] = {
            "outline": [heading.line for heading in self.outline],
            "citations": [item.source.line if item.source else None for item in self.citations],
            "statements": [item.source.line if item.source else None for item in self.statements],
        }
        lines = listed.get(root, [])
        at = int(number)
        line = at if root == "narrative" else lines[at] if at < len(lines) else None
        return self.places.get((None, f"narrative.{line}"))

    def located(self, findings: Findings, unit: str | None = None) -> Findings:
        r"""Return findings on its report with the place in the file beside each place.

        Args:
            findings: what `check` found.
            unit: the unit of the report, as printed, where the file holds several.

        >>> from mttq import check
        >>> from mttq.reading import read
        >>> lines = ["Nội dung\tCấp cơ sở", "Số cuộc phản biện xã hội\t9", "+ Tổ chức hội nghị\t5"]
        >>> lines += ["+ Gửi văn bản dự thảo\t2", "+ Phản biện xã hội bằng hình thức đối thoại trực tiếp\t1"]
        >>> reading = read("\n".join(lines).encode())
        >>> report = reading.report(unit=Unit(kind=UnitKind.COMMUNE, name="Bình Long"), title="Báo cáo")
        >>> reading.located(check(report)).errors[0].place
        'Phụ lục 2, mục 2, dòng 2, cấp cơ sở (dòng 2, cột 2)'
        """
        placed = [path for of, path in self.places if of == unit]
        placed += [figure.path for figure in self.figures if figure.unit == unit]
        said = {BARE_REPORT.place_of(path): path for path in placed}

        def with_place(place: str, path: str | None = None) -> str:
            path = said.get(place) if path is None else path
            source = self.source(path, unit) if path else None
            return Phrase("{} ({})", place, source.place) if source else place

        def located(finding: Finding) -> Finding:
            return attrs.evolve(
                finding,
                place=with_place(finding.place, finding.path),
                related=tuple(map(with_place, finding.related)),
                suggestions=tuple(
                    attrs.evolve(item, place=with_place(item.place, item.path))
                    for item in finding.suggestions
                ),
            )

        return attrs.evolve(
            findings,
            found=tuple(map(located, findings.found)),
            waived=tuple(map(located, findings.waived)),
        )

    def report(self, *, unit: Unit | None = None, title: str | None = None) -> Report:
        """Return the report of the unit of the file.

        Args:
            unit: the unit; else `unit`, else the one that the letterhead names.
            title: the title; else the printed one.

        Raises:
            ReadError: unit or title is missing: nothing is made up.
        """
        unit = unit or self.unit or self.given.get("unit") or self._unit_of_letterhead()
        title = title or self.given.get("title") or self.title
        faults = []
        if unit is None:
            faults.append(Fault("$.unit", Phrase("tệp không nói rõ đơn vị báo cáo; cần ghi unit="), None))
        if title is None:
            faults.append(Fault("$.title", Phrase("tệp không có tên báo cáo; cần ghi title="), None))
        if unit is None or title is None:
            raise ReadError(tuple(faults))
        told: dict[str, Any] = {
            "header": self.header,
            "statements": self.statements,
            "citations": self.citations,
            "outline": self.outline,
            "narrative": self.narrative,
            "appendices": self.appendices.get(None, ()),
            "printed": tuple(self._printed(None)),
            "recipients": self.recipients,
            "signature": self.signature,
        }
        return Report(**(told | dict(self.records) | dict(self.given) | {"unit": unit, "title": title}))

    def reports(self, *, title: str | None = None) -> dict[str, Report]:
        """Return a report for each unit whose figures the file holds, by its name as printed.

        Args:
            title: their title; else that of the file.

        Raises:
            ReadError: the title is missing, or a name does not say of which kind its unit is.
        """
        title = title or self.title
        units = {name: unit_named(name) for name in self.appendices if name is not None}
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
            f"{item.section}{BELOW}{item.label}" if item.section else item.label: item.candidates
            for item in self.unread
            if item.reason in _PLACED_BY_LINE and item.label
        }
        columns = {
            item.head.rpartition(BELOW)[2]: ("value", "province", "district", "commune")
            for item in self.unread
            if item.reason is Reason.OTHER_COLUMN and item.head
        }
        return Hints(lines=lines, columns=columns)

    def _printed(self, unit: str | None) -> Iterator[PrintedFigure]:
        for figure in self.figures:
            text = figure.text
            if isinstance(figure.value, int) and figure.path.partition(".")[0] in self.records:
                text = text.removesuffix(" đồng")  # which is said there of each sum
            if figure.source.cell is None and figure.source.column is None:  # a quantity of the text
                number = _NUMBER.match(text) if isinstance(figure.value, int) else None
                text = number[0] if number else format_figure(figure.value)
            if (
                figure.unit == unit
                and not isinstance(figure.value, str)
                and text != format_figure(figure.value)
            ):
                yield PrintedFigure(path=figure.path, text=text)

    def _unit_of_letterhead(self) -> Unit | None:
        named = [_admin(unit) for unit, _ in find_units(self.header.issuer or "")]
        above = [_admin(unit) for unit, _ in find_units(self.header.superior or "")]
        if len(named) != 1 or named[0] is None:
            return None
        parent = above[0] if len(above) == 1 else None
        higher = parent is not None and parent != named[0]
        return Unit(kind=named[0].kind, name=named[0].name, parent=parent if higher else None)


def _place_of(path: str, unit: str | None, lang: Lang) -> str:
    place = BARE_REPORT.place_of(path, lang=lang)
    return f"{unit}: {place}" if unit else place


def _said_of(item: Unread, lang: Lang) -> tuple[str, str, str, str]:
    """Return what a table says of what was not read, its place apart."""
    meant = item.suggestion or "; ".join(_place_of(path, item.unit, lang) for path in item.candidates)
    words_of_line = item.label if len(item.label) <= _MOST_WORDS else f"{item.label[:_MOST_WORDS]}…"
    return item.text, name_of(item.reason, lang), words_of_line, meant


def _admin(named: UnitName) -> UnitRef | None:
    return UnitRef.of(named) if isinstance(named.kind, UnitKind) else None


def unit_named(name: str) -> Unit | None:
    """Return the unit that a text names, None if it does not say of which kind it is."""
    try:
        named = parse_unit(name)
    except NotationError:
        return None
    found, above = _admin(named), next(map(_admin, named.parents), None)
    return Unit(kind=found.kind, name=found.name, parent=above) if found else None
