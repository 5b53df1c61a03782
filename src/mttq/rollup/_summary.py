"""A table of figures over reports: a line for each unit, and their sum below."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from mttq._declared.paths import complaint
from mttq._declared.relations import Condition, Path, Relation, Shape, Term, path_of
from mttq._declared.relations import total_of as sum_of
from mttq._declared.types import gathered, unfit
from mttq.errors import ArgumentError, PathError
from mttq.exporting._csv import table_to_csv
from mttq.model import Unit
from mttq.report import Report
from mttq.rollup._figures import total_of
from mttq.rollup._sums import Bounds, as_quantity
from mttq.rules._kit.joins import ByUnit, key_of
from mttq.tables import Column, Lang, Shown, Table
from mttq.values import Pair, Quantity, Share, Triple
from mttq.vi import format_figure, sort_key
from mttq.wording import Phrase, label
from mttq.wording._nearest import meant

__all__ = ["Asked", "Summary", "summary"]

Asked = str | tuple[str, ...] | Relation | Callable[[Report], Any]
"""What a column shows: the figure at a path, a sum of several with signs, a percentage, or what a function
returns of a report."""

_UNIT: Final = Phrase("Đơn vị")
_PARTS: Final = {2: Pair, 3: Triple}


@attrs.frozen(kw_only=True, repr=False)
class Summary(Shown):
    """A table of figures over reports; `mttq.render` prints it as text, Markdown or HTML.

    Args:
        title: what stands above it.
        heads: the heads of the columns behind that of the unit.
        units: the units, in the order of the lines.
        values: the figures of each line.
        total: what the sum is called; nothing, if there is none.
        totals: the sums.
        reported: how many units told each figure.

    >>> from mttq.testing import make_report
    >>> table = summary([make_report()], {"Số hộ": "population.households"})
    >>> table.totals, table.reported
    ((1000,), (1,))
    """

    title: str
    heads: tuple[str, ...]
    units: tuple[Unit, ...]
    values: tuple[tuple[Any, ...], ...]
    total: str
    totals: tuple[Any, ...]
    reported: tuple[int, ...]

    def __repr__(self) -> str:
        return f"<Summary “{self.title}”: {len(self.units)} dòng, {len(self.heads)} cột>"

    def rows(self) -> list[dict[str, Any]]:
        """Return the lines as dictionaries of figures, as a DataFrame takes them, without the sum.

        Counts are `int`, percentages and exact measures `Decimal`, blanks None; pairs and hedged figures
        stay what they are.
        """
        return [
            {str(_UNIT): unit.full_name, **dict(zip(self.heads, map(_plain, line), strict=True))}
            for unit, line in zip(self.units, self.values, strict=True)
        ]

    def to_csv(self) -> str:
        """Return the table as CSV that Excel opens: UTF-8 with a byte-order mark, cells parted by semicolons.

        Whole numbers are plain digits; all else is as printed.
        """
        lines = [
            [unit.full_name, *map(_in_csv, line)] for unit, line in zip(self.units, self.values, strict=True)
        ]
        if self.total:
            lines.append([self.total, *map(_in_csv, self.totals)])
        return table_to_csv([_UNIT, *self.heads], lines)

    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return the table that `mttq.render` prints; a sum that not all have told says how many have."""
        lines = [
            (unit.full_name, *(_shown(value, lang) for value in line))
            for unit, line in zip(self.units, self.values, strict=True)
        ]
        if self.total:
            lines.append((label(self.total, lang), *self._totals(lang)))
        sides = ["left" if _is_text(column) else "right" for column in zip(*self.values, strict=True)]
        aligned = sides or ["right"] * len(self.heads)
        columns = [Column(label(_UNIT, lang)), *map(Column, self.heads, aligned)]  # type: ignore[arg-type]
        return (Table(title=self.title, columns=tuple(columns), rows=tuple(lines)),)

    def _totals(self, lang: Lang) -> Iterable[str]:
        nouns = {unit.noun for unit in self.units}
        noun = nouns.pop() if len(nouns) == 1 else Phrase("đơn vị")
        for value, reported in zip(self.totals, self.reported, strict=True):
            text = _shown(value, lang)
            if value is not None and reported < len(self.units):
                text += f" ({reported}/{len(self.units)} {label(noun, lang)})"
            yield text


def summary(
    reports: Iterable[Report],
    columns: Mapping[str, Asked],
    *,
    title: str = "",
    total: str = "Cộng",
    sort: str | None = "",
    previous: Iterable[Report] | None = None,
) -> Summary:
    """Set figures of reports side by side, a line for each, with their sum below.

    Args:
        reports: the reports.
        columns: by head, what stands below: the path of a figure ("population.households";
            "funds.ledgers.*.raised" is the sum over a list, "#supervision.supervisions" the number of its
            items), a sum of paths with signs, a percentage (`mttq.share_of("population.poor.households",
            "population.households")`), or a function of a report.  "<" before a path means the earlier report
            of the unit: `("population.households", "-<population.households")` is how many there are more.
        title: what stands above.
        total: what the sum is called; "" for none.  Percentages are computed anew from the reports that tell
            both figures; what is no figure has no sum.
        sort: the head by whose column the lines are sorted, "-" before it for the greatest first, blanks
            last; "" for the names of the units in Vietnamese order; None for the order of the reports.
        previous: earlier reports of the units, as those of last year; of several on one unit the last counts.

    Raises:
        FieldError: something is no report; a column is neither a path, a percentage nor a function.
        PathError: nothing can stand at a path.
        ArgumentError: no column has the head by which to sort.

    >>> from mttq import share_of
    >>> from mttq.testing import make_report
    >>> poor = share_of("population.poor.households", "population.households")
    >>> print(summary([make_report()], {"Số hộ": "population.households", "Hộ nghèo": poor}))
    Đơn vị  Số hộ  Hộ nghèo
    ------  -----  --------
    xã Mẫu  1.000     8,70%
    Cộng    1.000     8,70%
    """
    given = [_Told(*pair) for pair in _with_earlier(gathered("reports", reports, Report), previous or ())]
    if not isinstance(columns, Mapping):
        raise unfit("columns", dict, columns)
    roots = ("", "/") if previous is None else ("", "/", "<")
    readers = [_reader(head, asked, roots) for head, asked in columns.items()]
    lines = [(told.report.unit, tuple(read(told) for read in readers)) for told in given]
    lines = _sorted(lines, tuple(columns), sort)
    by_column = list(zip(*(values for _, values in lines), strict=True)) or [()] * len(readers)
    sums = [_total(asked, column, given) for asked, column in zip(columns.values(), by_column, strict=True)]
    return Summary(
        title=title,
        heads=tuple(columns),
        units=tuple(unit for unit, _ in lines),
        values=tuple(values for _, values in lines),
        total=total,
        totals=tuple(value for value, _ in sums),
        reported=tuple(number for _, number in sums),
    )


@attrs.frozen
class _Told:
    """A report, and the earlier one of its unit, if there is one."""

    report: Report
    earlier: Report | None

    def meant(self, path: Path) -> Report | None:
        """Return the report in which a path begins."""
        return self.earlier if path.root == "<" else self.report


def _with_earlier(
    reports: Iterable[Report], previous: Iterable[Report]
) -> Iterator[tuple[Report, Report | None]]:
    before = gathered("previous", previous, Report)
    by_unit = ByUnit(key_of(report.unit) for report in before)
    for report in reports:
        found = by_unit[key_of(report.unit)]
        yield report, before[found[-1]] if found else None


Line = tuple[Unit, tuple[Any, ...]]


def _sorted(lines: list[Line], heads: tuple[str, ...], sort: str | None) -> list[Line]:
    if sort is None:
        return lines
    named = sorted(lines, key=lambda line: sort_key(line[0].name))
    if not sort:
        return named
    head = sort.removeprefix("-")
    if head not in heads:
        raise ArgumentError(Phrase("sort: không có cột “{}”{}", head, meant(head, heads)))
    place = heads.index(head)
    told = [line for line in named if line[1][place] is not None]
    blank = [line for line in named if line[1][place] is None]
    return sorted(told, key=lambda line: _size(line[1][place]), reverse=sort != head) + blank


def _size(value: Any) -> Any:
    """Return by what a figure is sorted; a text by its letters behind all figures."""
    match value:
        case Pair() | Triple():
            return 0, Fraction(value.first), ""
        case Share():
            return 0, Fraction(value.percent), ""
        case Quantity():
            return 0, Fraction(value.value), ""
        case int() | Decimal() | Fraction():
            return 0, Fraction(value), ""
        case _:
            return 1, Fraction(0), sort_key(str(value))


def _reader(head: str, asked: object, roots: tuple[str, ...]) -> Callable[[_Told], Any]:
    """Return what reads the cells of a column.

    Raises:
        FieldError: it is neither a path, a sum, a percentage nor a function.
    """
    if isinstance(asked, str):
        path = _path(asked, path_of(asked), roots)
        return lambda told: _value(told, path)
    if isinstance(asked, tuple):
        terms = sum_of(*asked).terms
        for term in terms:
            _path(str(term), term.path, roots)
        return lambda told: _side(told, terms)
    if isinstance(asked, Relation) and asked.shape is Shape.SHARE_OF:
        share = asked
        return lambda told: _share([_sides(told, share)])
    if callable(asked) and not isinstance(asked, type):
        return lambda told: asked(told.report)
    raise unfit(f"columns[{head!r}]", str, asked)


def _path(written: str, path: Path, roots: tuple[str, ...]) -> Path:
    """Return a path that leads from a report to a figure.

    Raises:
        PathError: it does not.
    """
    if path.root not in roots or any(one.other or one.root for one in path.conditions):
        raise PathError(Phrase("“{}” không dẫn từ báo cáo đến một số liệu", written))
    inside = (path.inner or (), *(one.steps for one in path.conditions))
    for steps in filter(None, inside):  # only fields are looked up, no other attributes
        if told := complaint(".".join((*path.steps, "0", *steps))):
            raise PathError(told)
    return path


def figure_in(report: Report, path: str) -> Any:
    """Return the figure at a path, over a list the sum of its items; None if one of them is blank.

    Raises:
        PathError: nothing can stand there.
        DeclarationError: it is no path.

    >>> from mttq.testing import make_report
    >>> figure_in(make_report(), "population.households")
    1000
    """
    return _value(_Told(report, None), _path(path, path_of(path), ("", "/")))


def _value(told: _Told, path: Path) -> Any:
    """Return the figure at a path; over a list the sum of its items, None if one of them is blank."""
    report = told.meant(path)
    if report is None:
        return None
    found = _at(report, ".".join(path.steps))
    if path.counts:
        return len(found) if found else None
    if path.inner is None:
        return found
    items = [item for item in found or () if all(_is_meant(item, one) for one in path.conditions)]
    figures = [_inside(item, path.inner) for item in items]
    if not figures or None in figures:
        return None
    return _figure(total_of(figures))


def _at(report: Report, path: str) -> Any:
    try:
        return report.value_at(path)
    except PathError:
        if complaint(path):
            raise
        return None  # the report lacks the appendix


def _inside(item: Any, steps: tuple[str, ...]) -> Any:
    """Return what is at a path inside an item of a list, None if something on the way is blank."""
    for name in steps:
        item = None if item is None else getattr(item, name)
    return item


def _is_meant(item: Any, condition: Condition) -> bool:
    value = _inside(item, condition.steps)
    return condition.member == getattr(value, "name", str(value))


def _sides(told: _Told, share: Relation) -> tuple[Any, Any]:
    """Return part and whole of a percentage; None for a side of which something is blank."""
    return _side(told, share.terms), _side(told, share.whole)


def _side(told: _Told, terms: Iterable[Term]) -> Any:
    """Return a sum with signs; None if something in it is blank, or not exact."""
    figures = [(-1 if term.minus else 1, _value(told, term.path)) for term in terms]
    known = all(isinstance(figure, int | Decimal) for _, figure in figures)
    return sum(sign * figure for sign, figure in figures) if known else None


def _share(sides: Iterable[tuple[Any, Any]]) -> Share | None:
    known = [(part, whole) for part, whole in sides if None not in (part, whole)]
    whole = sum(whole for _, whole in known)
    return Share.of(sum(part for part, _ in known), whole) if whole else None


def _total(asked: Asked, column: tuple[Any, ...], reports: Iterable[_Told]) -> tuple[Any, int]:
    """Return the sum of a column, and how many reports told it."""
    if isinstance(asked, Relation):
        sides = [_sides(told, asked) for told in reports]
        return _share(sides), sum(None not in both for both in sides)
    figures = [value for value in column if value is not None]
    if not figures or not all(map(_is_figure, figures)):
        return None, len(figures)
    known = total_of(column)
    return _figure(known), len(known.reported)


def _is_figure(value: object) -> bool:
    return isinstance(value, int | Decimal | Pair | Triple | Quantity) and not isinstance(value, bool)


def _figure(told: Any) -> Any:
    """Return a sum as a figure."""
    value = told.value
    if isinstance(value, tuple):
        return _PARTS[len(value)](*value)
    if isinstance(value, Bounds):
        quantity = as_quantity(value, told.unit or None)
        return quantity.value if quantity and not told.unit and value.low == value.high else quantity
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Share):
        return value.percent
    exact = isinstance(value, Quantity) and value.low == value.high
    return value.value if exact else value


def _in_csv(value: Any) -> str:
    return str(value) if type(value) is int else _shown(value, "vi")


def _is_text(column: Iterable[Any]) -> bool:
    return any(isinstance(value, str) for value in column)


def _shown(value: Any, lang: Lang) -> str:
    return format_figure(value, lang=lang)
