"""Cells that are packed are read as they were."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from mttq.rules._kit.packed import Numbers, packed

NUMBERS = st.one_of(st.integers(-300, 300), st.integers(-(2**40), 2**40), st.integers())
WIDTHS = st.lists(st.integers(1, 3), max_size=12)


def cells(widths: list[int]) -> st.SearchStrategy[tuple[Numbers, ...]]:
    """Return what may stand in cells of some numbers each."""
    each = (NUMBERS if width == 1 else st.tuples(*[NUMBERS] * width) for width in widths)
    return st.tuples(*(st.none() | one for one in each))


@given(WIDTHS.flatmap(lambda widths: st.tuples(st.just(bytes(widths)), cells(widths))))
def test_every_cell_is_read_as_it_was(drawn: tuple[bytes, tuple[Numbers, ...]]) -> None:
    widths, values = drawn
    kept = packed(values, widths)
    assert tuple(kept) == values
    assert [kept[position] for position in range(len(values))] == list(values)
    assert kept[1:] == values[1:]
    assert tuple(pickle.loads(pickle.dumps(kept))) == values
    assert len(kept) == len(values)


def test_a_number_that_no_array_holds_is_kept_beside_the_others() -> None:
    assert packed((2**63, None), bytes((1, 1))) == (2**63, None)
    assert repr(packed((2**63 - 1, None), bytes((1, 1)))) == f"Packed({2**63 - 1}, None)"
