"""The way from a file to a reading."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any, Final, TypeVar

import attrs

from mttq._files.opening import content_of
from mttq.codec._converter import writer_of
from mttq.codec._faults import faults_in, read_as
from mttq.errors import Fault, LoadError, ReadError
from mttq.forms import Form, ImplementationAppendix, Kind, ParticipationAppendix, form_of, registered_forms
from mttq.model import Statement, Unit, UnitKind
from mttq.reading._blocks import Document, Text
from mttq.reading._figures import looks_like_figure
from mttq.reading._hints import Hints
from mttq.reading._letterhead import Told, read_around
from mttq.reading._limits import Limits
from mttq.reading._matching import Target, Targets
from mttq.reading._opening import opened
from mttq.reading._placing import place
from mttq.reading._reading import Figure, Reading, Unread, unit_named
from mttq.reading._source import Reason, Source
from mttq.reading._words import plain_words
from mttq.rendering._reports import RECORDS
from mttq.report import Report
from mttq.rules.txt import personal_data_in
from mttq.values import Qualifier, Quantity, Share
from mttq.wording import Phrase

__all__ = ["read"]

_MOST_WORDS: Final = 500  # letters of a line that is shown beside a quantity
_AROUND: Final = 90  # letters before and after a quantity that tell its topic
_SHARED: Final = 0.6  # of the words of a row that occur there
_MOST_TOPICS: Final = 3
_PERSONS: Final = Phrase(
    "phần lời có dữ liệu cá nhân ({}); không cần phần lời thì đọc với {}", "TXT007", "narrative=False"
)


def read(
    source: str | PathLike[str] | bytes,
    *,
    forms: Iterable[type] | None = None,
    unit: Unit | None = None,
    hints: Hints | None = None,
    narrative: bool = True,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Reading:
    r"""Read a file of an office: Word, Excel, OpenDocument, HTML, Markdown, text or CSV.

    A figure is placed where its line is certain, by words, number and order; every other one is handed back
    with its place and the reason.  Tracked changes are read as accepted; what is hidden or deleted is not
    read; nothing that the file points to is opened, no macro is run.

    Args:
        source: the path of the file, or what it holds.
        forms: the classes of the forms that it may hold; None for the two appendices, every form that the
            user's code declared, and a form of mttq that the file names by its title or printed name.
        unit: the unit that reports.
        hints: what the user says of heads, lines and sheets.
        narrative: whether the reading keeps the text.
        limits: how large the file may be.

    Raises:
        ReadError: nothing can be read: `faults` says why, and what to do.
        FileError: the file cannot be opened.
        DeclarationError: a class in `forms` is no form.

    >>> found = read("Nội dung\tSố lượng\n1. Tổng số đoàn viên/hội viên\t169/1.169\n".encode())
    >>> [(figure.path, figure.value, figure.source.place) for figure in found.figures]
    [('kl62-pl1.membership.members', Pair(first=169, second=1169), 'dòng 2, cột 2')]
    """
    data = source if isinstance(source, bytes) else content_of(source)
    name = "" if isinstance(source, bytes) else fspath(source)
    document = opened(data, name, limits)
    hints = hints or Hints()
    chosen = _forms(document) if forms is None else [form_of(record) for record in forms]
    placed = place(document, chosen, hints)
    around, quantities, lines = read_around(document, frozenset(placed.grids))
    told = _Told(hints, Targets(chosen))
    told.read(quantities)
    alone = _alone(document, {said.source for _, _, said, _ in quantities})
    given = told.given()
    texts = {(None, f"narrative.{line}"): place for line, place in lines.items()}
    file = PurePath(name).name or None
    said = around if narrative else attrs.evolve(around, narrative=None)
    return Reading(
        **attrs.asdict(said, recurse=False),
        figures=tuple(_located(item, file) for item in (*placed.figures, *told.figures)),
        unread=tuple(_located(item, file) for item in (*placed.unread, *told.unread, *alone)),
        places={key: _in_file(place, file) for key, place in (*placed.places.items(), *texts.items())},
        appendices={unit: tuple(found.values()) for unit, found in placed.instances.items()},
        records=placed.records | {name: given.pop(name) for name in RECORDS if name in given},
        statements=(*told.statements, *given.pop("statements", ())),
        given=given,
        notes=(*document.notes, *([_PERSONS] if personal_data_in(said.narrative or "") else ())),
        unit=unit or (unit_named(placed.unit) if placed.unit else None),
    )


T = TypeVar("T", Figure, Unread)


def _located(item: T, file: str | None) -> T:
    return attrs.evolve(item, source=_in_file(item.source, file))


def _in_file(place: Source, file: str | None) -> Source:
    return attrs.evolve(place, file=file) if file else place


def _alone(document: Document, told: set[Source]) -> Iterator[Unread]:
    """Hand back figures that stand alone in a line, as cells do in a text that was made of a document."""
    for block in document.blocks:
        if isinstance(block, Text) and block.source not in told:
            for text in filter(looks_like_figure, block.text.split("\n")):
                yield Unread(text=text.strip(), reason=Reason.NO_LINE, source=block.source)


class _Told:
    """What quantities of the text tell where hints say of what, and what else hints tell.

    Args:
        hints: the hints.
        targets: the rows that a quantity may be of.
    """

    def __init__(self, hints: Hints, targets: Sequence[Target]) -> None:
        self.hints = hints
        self.targets = targets
        self.report: dict[str, Any] = {**_BARE, **copy.deepcopy(dict(hints.report))}
        self.statements: list[Statement] = []
        self.figures: list[Figure] = []
        self.unread: list[Unread] = []

    def read(self, quantities: Iterable[Told]) -> None:
        """Take quantities as statements and figures of records; offer those of which hints say nothing."""
        for told in quantities:
            quantity, text, said, stands = told
            indicator = self.hints.statement_of(text, said.line)
            path = self.hints.figure_of(text, said.line)
            if indicator:
                self.statements.append(Statement(indicator=indicator, value=quantity, source=stands))
            elif path is None:
                self.hand_back(told, Reason.NARRATIVE, _topics(said.text, text, self.targets))
            elif path in (figure.path for figure in self.figures):
                self.hand_back(told, Reason.TWICE, (path,))
            elif not self.is_figure(path, told):
                self.hand_back(told, Reason.NOT_A_FIGURE, (path,))

    def hand_back(self, told: Told, reason: Reason, candidates: tuple[str, ...]) -> None:
        _, text, said, _ = told
        words = said.text if len(said.text) <= _MOST_WORDS else ""
        self.unread.append(
            Unread(text=text, reason=reason, source=said.source, label=words, candidates=candidates)
        )

    def is_figure(self, path: str, told: Told) -> bool:
        """Put a quantity into the report at a path, in the first way that makes no fault there."""
        before = self.faults(self.report)
        for value in _values(told.quantity):
            kind: Any = type(value)
            changed = _with(self.report, path, writer_of(kind)(value))
            if changed is not None and self.faults(changed) <= before:
                self.report = changed
                figure = Figure(path=path, value=value, text=told.text, source=told.said.source)
                self.figures.append(figure)
                return True
        return False

    @staticmethod
    def faults(report: dict[str, Any]) -> set[str]:
        return {fault.path for fault in faults_in(report, Report)}

    def given(self) -> dict[str, Any]:
        """Return the fields of the report that hints tell.

        Raises:
            ReadError: it is nothing that a report can tell.
        """
        try:
            report = read_as(self.report, Report, "")
        except LoadError as error:
            faults = (
                Fault(f"$.report{fault.path[1:]}", fault.message, fault.value) for fault in error.faults
            )
            raise ReadError(tuple(faults)) from None
        told = {*self.hints.report, *(figure.path.partition(".")[0] for figure in self.figures)}
        return {
            field.name: getattr(report, field.name) for field in attrs.fields(Report) if field.name in told
        }


_BARE: Final = {"unit": {"kind": str(UnitKind.COMMUNE), "name": "…"}, "title": "…"}


def _with(report: dict[str, Any], path: str, value: object) -> dict[str, Any] | None:
    """Return what a file holds with a value at a path; None if nothing can stand there."""
    changed = copy.deepcopy(report)
    *names, last = path.split(".")
    at: Any = changed
    try:
        for name in names:
            at = at.setdefault(name, {}) if isinstance(at, dict) else at[int(name)]
        at[last] = value
    except (LookupError, TypeError, ValueError):
        return None
    return changed


def _values(quantity: Quantity) -> Iterator[int | Share | Quantity]:
    """Return what a quantity may be in a record: a count, a percentage, itself."""
    exact = quantity.qualifier is Qualifier.EXACT and quantity.upper is None
    if exact and quantity.value == quantity.value.to_integral_value():
        yield int(quantity.value)
    if exact and quantity.unit == "percent":
        yield Share(quantity.value)
    yield quantity


def _topics(sentence: str, quantity: str, targets: Sequence[Target]) -> tuple[str, ...]:
    """Return the rows whose words stand around a quantity, those with most of them first."""
    before, _, after = sentence.partition(quantity)
    words = set(plain_words(f"{before[-_AROUND:]} {quantity} {after[:_AROUND]}").split())
    found = []
    for target in targets:
        own = set(target.words.split())
        share = len(own & words) / len(own) if own else 0
        if share >= _SHARED and len(own) > 1 and target.row.kind is not Kind.HEADING:
            found.append((-share, -len(own), ".".join((target.form.code, *target.row.path))))
    return tuple(path for _, _, path in sorted(found)[:_MOST_TOPICS])


def _forms(document: Document) -> list[Form]:
    """Return the two appendices, the forms that the user's code declared, and those that a document names."""
    always = (form_of(ImplementationAppendix), form_of(ParticipationAppendix))
    known = registered_forms().values()
    others = [form for form in known if form.record.__module__.startswith("mttq.") and form not in always]
    said = {plain_words(text) for text in document.texts()} if others else set()
    named = [form for form in others if plain_words(form.title) in said or plain_words(form.name) in said]
    return [form for form in known if form in always or form in named or form not in others]
