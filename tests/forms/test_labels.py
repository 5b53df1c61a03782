"""A label is attached to a field once and read back."""

from typing import Annotated

import attrs
import pytest

from mttq._declared.types import Count, Label
from mttq.forms._labels import RowSpec, SectionSpec, label_of, row, section, spec_of
from mttq.values import Tier, Tiered


@attrs.frozen(kw_only=True)
class Block:
    total: Count | None = row("", total_of=("part",))
    part: Count | None = row("a", "Một phần", printed="-", tier=Tier.COMMUNE, unit="persons")
    tiered: Tiered[Count] = row("b", "Theo cấp")


@attrs.frozen(kw_only=True)
class Whole:
    block: Block = section("1", "Khối", printed="1)", tier=Tier.PROVINCE, unit="communes")
    unnamed: Block = section()
    note: Annotated[str, Label("Ghi chú")] = ""
    plain: int = 0


def test_rows_and_sections_start_blank() -> None:
    blank = Block(total=None, part=None, tiered=Tiered())
    assert Block() == blank
    assert Whole() == Whole(block=blank, unnamed=blank)
    assert Whole().block is not None


def test_what_was_declared_is_read_back() -> None:
    fields = attrs.fields_dict(Block) | attrs.fields_dict(Whole)
    assert spec_of(fields["part"]) == RowSpec(
        number="a",
        label="Một phần",
        printed="-",
        parts=(),
        tier=Tier.COMMUNE,
        unit="persons",
        stock=False,
        since=None,
        until=None,
        relations=(),
    )
    assert spec_of(fields["block"]) == SectionSpec(
        number="1", label="Khối", printed="1)", tier=Tier.PROVINCE, unit="communes", relations=()
    )
    assert spec_of(fields["unnamed"]) == SectionSpec(
        number="", label="", printed="", tier=None, unit=None, relations=()
    )
    assert spec_of(fields["note"]) is None


@pytest.mark.parametrize(
    ("record", "name", "label"),
    [
        (Block, "part", "Một phần"),
        (Block, "total", "total"),  # takes its words from the section around it, which is not known here
        (Whole, "block", "Khối"),
        (Whole, "note", "Ghi chú"),
        (Whole, "plain", "plain"),
    ],
)
def test_a_field_without_a_label_is_called_by_its_name(record: type, name: str, label: str) -> None:
    assert label_of(record, name) == label


def test_an_unknown_field_has_no_label() -> None:
    with pytest.raises(KeyError, match="nothing"):
        label_of(Block, "nothing")


def test_a_class_of_rows_may_be_extended() -> None:
    """The default of a row is looked up in the class that is made, not in the one that declared it."""

    @attrs.frozen(kw_only=True)
    class More(Block):
        more: Tiered[Count] = row("c", "Thêm")

    assert (More().tiered, More().more, More().part) == (Tiered(), Tiered(), None)
    assert Block().tiered == Tiered()
