"""The cells of a form are read together, however few it has."""

import attrs

from mttq._typed import Count
from mttq.forms import form, form_of, row
from mttq.model import Unit, UnitKind
from mttq.report import Report
from mttq.rules._kit.slots import Slots, cells_by_path, filled, slots_of
from mttq.values import Pair


@form("test-slots-none", title="Biểu không dòng")
@attrs.frozen(kw_only=True)
class Empty:
    """A form without a line."""


@form("test-slots-one", title="Biểu một dòng")
@attrs.frozen(kw_only=True)
class Single:
    houses: Pair | Count | None = row("1", "Nhà", parts=("mới", "cũ"))


def test_a_form_may_have_no_cell_or_one() -> None:
    unit = Unit(kind=UnitKind.COMMUNE, name="Mẫu")
    report = Report(unit=unit, title="Báo cáo", appendices=(Empty(), Single(houses=7)))
    assert [values for _, values in filled(report)] == [(), (7,)]
    assert cells_by_path(report) == {"test-slots-one.houses": 7}
    (slot,) = slots_of(form_of(Single))
    assert list(Slots([slot]).cells((7,))) == [(slot, 7)]
    assert list(Slots([]).cells((7,))) == []
