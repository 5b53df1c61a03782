"""How a file is refused that cannot be read."""

from mttq.errors import Fault, ReadError
from mttq.wording import Phrase

__all__ = ["refused"]


def refused(why: Phrase) -> ReadError:
    """Return the error of a file that is refused as a whole."""
    return ReadError((Fault("$", why, None),))
