"""Side-by-side timing: interleaved rounds, shuffled order, medians of the ratios of each round."""

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from random import Random
from statistics import median
from typing import Any, NamedTuple

__all__ = ["Line", "compare", "markdown"]


class Line(NamedTuple):
    """One variant: µs for each report, and the ratios to the reference in the same rounds."""

    name: str
    micros: float
    ratios: list[float]


def compare(
    variants: Mapping[str, tuple[Callable[[Any], object], Sequence[Any]]], *, reference: str, rounds: int
) -> list[Line]:
    """Time functions on the same reports, each in its own form.

    Every round takes another part of the reports; its variants run in shuffled order, in CPU time.

    Args:
        variants: by name, a function and what it is called with, report by report.
        reference: the variant to which the others are set in proportion.
        rounds: in how many rounds the reports are gone through.
    """
    names = list(variants)
    shuffle = Random(1).shuffle  # noqa: S311 - an order, no secret
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds + 1):
        shuffle(names)
        for name in names:
            function, inputs = variants[name]
            batch = inputs[number % rounds :: rounds]
            gc.collect()
            start = time.process_time()
            for item in batch:
                function(item)
            if number:  # the first round makes what is made once
                times[name].append((time.process_time() - start) / len(batch))
    base = times[reference]
    return [
        Line(
            name,
            median(times[name]) * 1e6,
            [own / other for own, other in zip(times[name], base, strict=True)],
        )
        for name in variants
    ]


def markdown(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Set cells as a Markdown table, figures to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
