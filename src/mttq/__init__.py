"""Reports of the Vietnam Fatherland Front, computable."""

__version__ = "0.1.0"
