"""The file format: JSON to `Report` and back, every fault with its path, JSON Schema."""

from mttq.codec._files import Loading, OnError, dump, dumps, load, load_many, loads
from mttq.codec._parsing import SCHEMA_VERSION
from mttq.codec._schema import json_schema

__all__ = [
    "SCHEMA_VERSION",
    "Loading",
    "OnError",
    "dump",
    "dumps",
    "json_schema",
    "load",
    "load_many",
    "loads",
]
