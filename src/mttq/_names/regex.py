"""Regular expressions that are compiled when they are first used: most of them are not, in one process."""

import re
from typing import cast

__all__ = ["regex"]


class _Pattern:
    """A regular expression: what is asked of it is found by compiling it, and kept."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression as `re.compile` does, which is compiled when it is first used.

    >>> regex("[0-9]+").findall("115 of 1169")
    ['115', '1169']
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
