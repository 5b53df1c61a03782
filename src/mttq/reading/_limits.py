"""How much of a file is read: what no report needs is refused before it costs time or memory."""

from typing import Final

import attrs

__all__ = ["Limits"]

_MIB: Final = 2**20


@attrs.frozen(kw_only=True)
class Limits:
    """How large a file may be; one that is larger is refused.

    Args:
        part: bytes of one part of a packed file, unpacked.
        total: bytes of the file, or of all its parts that are read.
        depth: how deep elements may stand in each other.
        nodes: how many elements one part may have.
        cells: how many cells may hold something.

    >>> Limits(cells=1000).cells
    1000
    """

    part: int = 64 * _MIB
    total: int = 128 * _MIB
    depth: int = 200
    nodes: int = 800_000
    cells: int = 100_000
