"""Public names that are imported when first used: building every record takes a fifth of a second."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["importer"]


def importer(package: str, defined_in: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package.

    Args:
        package: the name of the package.
        defined_in: the module in which each public name is defined; a public module is defined in itself.

    >>> importer("mttq", {"Period": "mttq.values"})("Period").__name__
    'Period'
    """

    def imported(name: str) -> object:
        if name not in defined_in:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(defined_in[name])
        value = module if module.__name__ == f"{package}.{name}" else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return imported
