"""What hypothesis loads at its start (entry point "hypothesis"): types of mttq that `st.from_type` knows."""

from collections.abc import Callable

from mttq.report import Report
from mttq.values import DocumentRef, Pair, PartialDate, Period, Quantity, Share, Triple

__all__ = ["register_types"]

_STRATEGIES: dict[type, str] = {
    DocumentRef: "documents",
    PartialDate: "partial_dates",
    Pair: "pairs",
    Period: "periods",
    Quantity: "quantities",
    Report: "reports",
    Share: "shares",
    Triple: "triples",
}


def register_types() -> None:
    """Tell hypothesis how to draw reports and figures; each strategy is made when it is first asked for."""
    from hypothesis import strategies as st

    def drawing(name: str) -> Callable[[object], st.SearchStrategy[object]]:
        def strategy(_type: object) -> st.SearchStrategy[object]:
            from mttq.testing import strategies  # which needs the hypothesis that is being loaded

            made: st.SearchStrategy[object] = getattr(strategies, name)()
            return made

        return strategy

    for known, name in _STRATEGIES.items():
        st.register_type_strategy(known, drawing(name))
