"""The command `mttq`: a module for each of its commands, and what they share."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr

from mttq.cli._exit_codes import INTERRUPTED, PIPE_CLOSED, UNUSABLE
from mttq.cli._judging import settle
from mttq.cli._parser import lang_of, parser
from mttq.cli._saying import REFUSED, UnwrittenError, page_width, say, silence, write
from mttq.tables import Lang, on_page
from mttq.wording import Phrase

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: what follows `mttq` on the command line; that of the process if None.

    Returns:
        the exit code.

    Raises:
        SystemExit: help or the version was asked for (0), or the command is wrongly written (2).
    """
    if sys.stderr is None:  # closed, as by `2>&-`; print would write to standard output instead
        with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stderr(nowhere):  # noqa: PTH123
            return main(arguments)
    lang = lang_of(arguments)
    if sys.stdout is None:
        say(Phrase("không ghi được kết quả: đầu ra chuẩn đã đóng"), lang)
        return UNUSABLE
    for stream in (sys.stdout, sys.stderr):  # a console of Windows may know no Vietnamese
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments, lang)
    except UnwrittenError as error:
        silence(sys.stdout)
        if isinstance(error.__cause__, BrokenPipeError):  # `mttq … | head`: the reader has enough
            return PIPE_CLOSED
        say(error.message, lang)
        return UNUSABLE


def _run(arguments: Sequence[str] | None, lang: Lang) -> int:
    try:
        options = parser(lang).parse_args(arguments)
        with on_page(page_width()):
            return _exit_code(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except REFUSED as error:
        say(error.render(lang=lang))
        return UNUSABLE
    finally:
        write(end="", flush=True)


def _exit_code(options: argparse.Namespace) -> int:
    """Do what is asked for; no code of a package ends the command as if nothing had been found."""
    try:
        settle(options)
        return _command(options.command)(options)
    except SystemExit as error:
        raise RuntimeError(f"sys.exit({error.code!r})") from error


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a command; the modules of the others, and what they need, are not imported."""
    match name:
        case "check":
            from mttq.cli._check import run_check as run
        case "read":
            from mttq.cli._read import run_read as run
        case "compare":
            from mttq.cli._compare import run_compare as run
        case "show":
            from mttq.cli._show import run_show as run
        case "rules":
            from mttq.cli._rules import run_rules as run
        case "form":
            from mttq.cli._form import run_form as run
        case _:
            from mttq.cli._schema import run_schema as run
    return run
