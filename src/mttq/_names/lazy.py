"""Public names that are imported when first used: building every record takes a fifth of a second.

It is loaded before `python -m mttq` leaves the working folder out, and imports nothing that may lie there.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["importer"]


def importer(
    package: str, defined_in: Mapping[str, str], former: Mapping[str, tuple[str, str]] | None = None
) -> Callable[[str], object]:
    """Return the `__getattr__` of a module or package.

    Args:
        package: the name of the module or package.
        defined_in: the module in which each public name is defined; a public module is defined in itself.
        former: what each former name is called today (in this module, or by its whole path) and since which
            version of mttq; its use is a DeprecationWarning.

    >>> importer("mttq", {"Period": "mttq.values"})("Period").__name__
    'Period'
    >>> __getattr__ = importer("mttq", {}, former={"Span": ("mttq.values.Period", "0.1")})
    """
    replaced = former or {}

    def imported(name: str) -> object:
        if name in replaced:
            from mttq._names.former import warn_of_former

            now, since = replaced[name]
            path = now if "." in now else f"{package}.{now}"
            warn_of_former(f"{package}.{name}", path, since)
            where, _, today = path.rpartition(".")
            return getattr(import_module(where), today)
        if name not in defined_in:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(defined_in[name])
        value = module if module.__name__ == f"{package}.{name}" else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    vars(imported)["former"] = tuple(replaced)
    return imported
