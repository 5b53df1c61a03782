"""What is packed is read as it was."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from mttq.rules._kit.packed import Numbers, packed, unpacked

NUMBER = st.one_of(st.integers(-300, 300), st.integers(-(2**40), 2**40), st.integers())
CELL = st.one_of(st.none(), NUMBER, st.tuples(NUMBER, NUMBER), st.tuples(NUMBER, NUMBER, NUMBER))


@given(st.lists(CELL, max_size=12).map(tuple))
def test_every_cell_is_read_as_it_was(values: tuple[Numbers, ...]) -> None:
    kept = packed(values)
    assert unpacked(kept) == values
    assert unpacked(pickle.loads(pickle.dumps(kept))) == values
    assert repr(kept) == f"Packed{values}"
