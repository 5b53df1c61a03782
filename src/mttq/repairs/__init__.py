"""Repairs: which figure may be a slip and what may have been meant; which figures nothing verifies."""

from mttq.repairs._assuring import Assurance, assure
from mttq.repairs._localising import localise
from mttq.repairs._repair import Change, Repair, Repairs

__all__ = ["Assurance", "Change", "Repair", "Repairs", "assure", "localise"]
