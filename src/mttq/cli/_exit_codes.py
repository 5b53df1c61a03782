"""What the command `mttq` ends with; `docs/command.md` promises it."""

from typing import Final

__all__ = ["CLEAN", "CRASHED", "FOUND", "INTERRUPTED", "PIPE_CLOSED", "UNUSABLE"]

CLEAN: Final = 0
"""Nothing at or above `--fail-on`."""

FOUND: Final = 1
"""Findings at or above it."""

UNUSABLE: Final = 2
"""A file, a code or an option that cannot be used, or a result that cannot be written."""

CRASHED: Final = 3
"""A mistake in mttq itself."""

INTERRUPTED: Final = 130
"""Ctrl+C, as shells say it."""

PIPE_CLOSED: Final = 141
"""Nobody reads the result to its end (`mttq … | head`), as shells say it."""
