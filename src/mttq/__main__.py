"""The command `mttq`, and `python -m mttq`, which takes nothing from the folder in which it is run."""

import gc
import os
import sys

from mttq import __version__

__all__ = ["main"]


def main() -> int:
    """Run the command; a crash never ends with the exit code of a finding."""
    try:
        if sys.argv[1:] == ["--version"] and _printed(f"mttq {__version__}\n"):
            return 0  # what else the command does takes ten times as long to import
        gc.disable()  # a search of what is being imported takes an eighth of the time
        from mttq.cli import main as run

        gc.freeze()
        gc.enable()
        return run()
    except Exception:
        from contextlib import suppress
        from traceback import format_exc

        from mttq.cli._exit_codes import CRASHED

        with suppress(OSError, AttributeError):  # there may be no standard error
            from mttq.cli._parser import lang_of
            from mttq.wording import Phrase, label

            asked = Phrase("{}đề nghị gửi những dòng trên cho tác giả của mttq", format_exc())
            sys.stderr.write(f"{label(asked, lang_of(None))}\n")
        return CRASHED


def _printed(line: str) -> bool:
    """Return whether standard output took a line."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (OSError, AttributeError):  # the command says what is wrong
        return False
    return True


def _leave_the_working_folder() -> None:
    """Take off what `-m` puts before all other places to import from, unless mttq itself is there."""
    own = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - a pathlib.py may be lying there
    try:
        here = os.getcwd()  # noqa: PTH109
    except OSError:  # it was removed, and is not on the path
        return
    if not sys.flags.safe_path and sys.path[0] == here != own:
        del sys.path[0]


if __name__ == "__main__":
    _leave_the_working_folder()
    raise SystemExit(main())
