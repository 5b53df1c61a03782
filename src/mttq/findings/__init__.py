"""What a check gives back: findings with place and arithmetic."""

from mttq.findings._finding import Finding
from mttq.findings._findings import Comparison, Counts, Findings, Missing
from mttq.findings._identities import identity_of, involved_in, renewed, told_apart

__all__ = [
    "Comparison",
    "Counts",
    "Finding",
    "Findings",
    "Missing",
    "identity_of",
    "involved_in",
    "renewed",
    "told_apart",
]
