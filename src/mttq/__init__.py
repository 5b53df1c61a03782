"""Reports of the Vietnam Fatherland Front (Mặt trận Tổ quốc Việt Nam), computable.

A report loads into a typed model, `check` says what in it cannot be true and shows the arithmetic, `render`
prints it as the forms do.  Vietnamese notation is in `mttq.vi`, the records in `mttq.model`, the official
appendices in `mttq.forms`, help for tests in `mttq.testing`.
"""

import ast
from importlib import import_module

__version__ = "0.1.0"
"""The version of mttq; files have a version of their own."""


def _rooms() -> dict[str, str]:
    """Read from the stub beside this file in which room each public name lives.

    Type checkers read the same lines, so that every name is declared once.
    """
    stub = ast.parse(__spec__.loader.get_data(f"{__file__}i"))  # type: ignore[union-attr]
    imports = [node for node in stub.body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in imports for alias in node.names}


_ROOMS = _rooms()
__all__ = sorted([*_ROOMS, "__version__"])  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    """Open a room when one of its names is first used: building every record takes a fifth of a second."""
    room = _ROOMS.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = import_module(f"{room}.{name}") if room == __name__ else getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
