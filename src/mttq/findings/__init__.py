"""What a check gives back: findings with place and arithmetic."""

from mttq.findings._finding import Finding
from mttq.findings._findings import Comparison, Counts, Findings

__all__ = ["Comparison", "Counts", "Finding", "Findings"]
