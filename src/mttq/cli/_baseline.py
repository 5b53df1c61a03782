"""What was found the last time, so that only what is new is shown."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

import attrs

from mttq._files.opening import content_of
from mttq.checking import Findings
from mttq.checking._findings import FINDINGS_VERSION
from mttq.codec._parsing import VERSION_KEY, json_values
from mttq.errors import Fault, LoadError
from mttq.wording import Phrase

__all__ = ["Baseline", "baseline_in"]


@attrs.frozen
class Baseline:
    """Fingerprints of what was found or accepted, by the file that was checked.

    Args:
        known: them.
    """

    known: Mapping[str, frozenset[str]]

    def new_in(self, name: str, findings: Findings, *, together: bool) -> Findings:
        """Return what is new; of several reports checked together, it counts which files there were."""
        known = frozenset[str]().union(*self.known.values()) if together else self.known.get(_plain(name), ())
        return attrs.evolve(
            findings, found=tuple(finding for finding in findings.found if finding.fingerprint not in known)
        )


def baseline_in(name: str) -> Baseline:
    """Read what `mttq check --format json` wrote.

    Raises:
        LoadError: it is something else.
        FileError: it cannot be read.
    """
    try:
        tree = json_values(content_of(name))
        if not isinstance(tree, dict):
            raise _other("$", tree)
        known = {_plain(file): frozenset(_fingerprints(file, one)) for file, one in tree.items()}
        return Baseline(known)
    except LoadError as error:
        raise error.of(name) from None


def _fingerprints(file: str, result: Any) -> list[str]:
    if isinstance(result, dict) and "error" in result:  # it could not be read then
        return []
    if not isinstance(result, dict) or result.get(VERSION_KEY) != FINDINGS_VERSION:
        raise _other(f"$.{file}", result)
    found = [*result.get("findings", ()), *result.get("waived", ())]
    try:
        return [finding["fingerprint"] for finding in found]
    except (KeyError, TypeError):
        raise _other(f"$.{file}", found) from None


def _other(path: str, value: object) -> LoadError:
    return LoadError((Fault(path, Phrase("cần kết quả của: mttq check … --format json"), value),))


def _plain(name: str) -> str:
    """Return a name of a file as it is on all systems, without "./"."""
    return PurePath(name).as_posix()
