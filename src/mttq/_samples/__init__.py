"""Drawn consistent reports and planted faults, for `mttq.testing`, the rule book and the benchmarks."""
