"""The file format: JSON to `Report` and back, faults with their paths, JSON Schema."""

from mttq.codec._files import OnError, dump, dumps, load, load_many, loads
from mttq.codec._parsing import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "OnError", "dump", "dumps", "load", "load_many", "loads"]
