"""A line is what `json` writes of the tree that cattrs makes."""

import datetime as dt
import enum
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from mttq._declared.types import Count
from mttq.codec import dumps, loads
from mttq.codec._converter import writer_of
from mttq.codec._lines import line_of
from mttq.forms import form, row
from mttq.report import Report
from mttq.testing import draw_report, make_report
from mttq.values import Pair, Share, Tiered

RICH = (Path(__file__).parents[1] / "compat" / "rich_v1.json").read_bytes()


def upper(name: str) -> str:
    return name.upper()


class Kind(enum.Enum):
    NEW = "mới"


@attrs.frozen(kw_only=True)
class Village:
    hamlets: Count | None = 3
    name: str
    kind: Kind = Kind.NEW
    other: Pair | Count | str | None = None
    named: str | int | None = "“A”\n"
    choices: tuple[Pair | Count | None, ...] = (1,)
    size: int = attrs.field(default=attrs.Factory(lambda self: len(self.name), takes_self=True))


@attrs.frozen
class Blank:
    shares: tuple[Share, ...] = ()
    decimal: Decimal | None = None
    day: dt.date | None = None
    is_new: bool = False
    inner: "Village | None" = None


@attrs.frozen
class Upper:
    """A record whose constructor does more than check types: a default passes through it too."""

    name: str = attrs.field(default="a", converter=upper)


@attrs.frozen
class Outer:
    upper: Upper = Upper("b")


@form("test-line", title="Biểu của người dùng", tiers=True)
@attrs.frozen(kw_only=True)
class OwnForm:
    houses: Tiered[Count] = row("1", "Nhà Đại đoàn kết")


@form("test-line-upper", title="Biểu của người dùng")
@attrs.frozen(kw_only=True)
class UpperForm:
    houses: Count | None = row("1", "Nhà Đại đoàn kết")
    name: str = attrs.field(default="a", converter=upper)


attrs.resolve_types(Blank)


def line_by_json(record: Any, **first: object) -> str:
    kind: Any = type(record)
    return json.dumps({**first, **writer_of(kind)(record)}, ensure_ascii=False)


@pytest.mark.parametrize(
    "record",
    [
        Village(name="A"),
        Village(
            name='\x1f\\"/😀', hamlets=None, kind=Kind.NEW, other=Pair(1, 2), named=None, choices=(), size=7
        ),
        Village(name="", hamlets=0, other=4, named=-(10**30), choices=(None, Pair(0, 1), 5), size=-1),
        Village(name="B", other="x", named="", choices=(None,)),
        Blank(),
        Blank(shares=(Share(Decimal("1.0")), Share(Decimal("1.00"))), decimal=Decimal("-0.10")),
        Blank(day=dt.date(999, 1, 2), is_new=True, inner=Village(name="C")),
        Outer(),
        Outer(Upper("a")),
        Outer(Upper("c")),
    ],
)
@pytest.mark.parametrize("first", [{}, {"mã": "“1”"}])
def test_a_record_is_written_as_json_writes_it(record: Any, first: dict[str, object]) -> None:
    assert line_of(record, **first) == line_by_json(record, **first)


FORMS = (OwnForm(houses=Tiered(commune=4)), UpperForm(), UpperForm(houses=2, name="b"))
REPORTS = [loads(RICH), draw_report(5, size=3), attrs.evolve(make_report(), appendices=FORMS[:2])]


@pytest.mark.parametrize("report", [*REPORTS, attrs.evolve(make_report(), appendices=FORMS[2:])])
def test_a_report_is_written_as_json_writes_it(report: Report) -> None:
    assert dumps(report, indent=None) == json.dumps(json.loads(dumps(report)), ensure_ascii=False)
