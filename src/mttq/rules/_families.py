"""The families of rules, one file each, and the default set made of them."""

from types import ModuleType

from mttq.rules import (  # noqa: F401 - the families: all that is gathered below
    agg,
    app,
    cam,
    cri,
    doc,
    fnd,
    mem,
    mtq,
    org,
    per,
    sup,
    trd,
    txt,
    uni,
    xrp,
)
from mttq.rules._kit.rule import collect

__all__ = ["RULES"]

RULES = collect(*(module for module in tuple(globals().values()) if isinstance(module, ModuleType)))
"""The default rule set, in the order of the codes."""
