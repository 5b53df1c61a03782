"""What hypothesis loads at its start (entry point "hypothesis"): `st.from_type` learns the types of mttq.

Every `import hypothesis` where mttq is installed runs this, so it imports nothing of mttq: types are
registered as soon as others import the modules in which they are defined.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["register_types"]

_STRATEGIES: Final = {
    "mttq.report": {"Report": "reports"},
    "mttq.values": {
        "DocumentRef": "documents",
        "Pair": "pairs",
        "PartialDate": "partial_dates",
        "Period": "periods",
        "Quantity": "quantities",
        "Share": "shares",
        "Triple": "triples",
    },
}
"""By module and type the name of the strategy in `mttq.testing.strategies`."""


def register_types() -> None:
    """Register with hypothesis how to draw reports and figures, now or when their modules are imported."""
    for name in _STRATEGIES:
        if name in sys.modules:
            _register(sys.modules[name])
        else:
            sys.meta_path.insert(0, _Waiting(name))


def _register(module: ModuleType) -> None:
    from hypothesis import strategies as st

    for known, strategy in _STRATEGIES[module.__name__].items():
        st.register_type_strategy(getattr(module, known), partial(_drawn_by, strategy))


def _drawn_by(strategy: str, _type: object) -> "SearchStrategy[object]":
    from mttq.testing import strategies

    made: SearchStrategy[object] = getattr(strategies, strategy)()
    return made


class _Waiting(MetaPathFinder):
    """Notice that a module is being imported, and leave the finding to the others."""

    def __init__(self, name: str) -> None:
        self.name = name

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        if name != self.name:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        if spec and spec.loader:
            spec.loader = _Registering(spec, spec.loader)
        return spec


class _Registering(Loader):
    """Load a module as its own loader does, then register its types."""

    def __init__(self, spec: ModuleSpec, loader: Loader) -> None:
        self.spec = spec
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self.spec.loader = module.__loader__ = self.loader
        self.loader.exec_module(module)
        _register(module)
