"""The file format: JSON to `Report` and back, every fault with its path, JSON Schema."""

from mttq.codec._files import OnError, dump, dumps, load, load_many, loads
from mttq.codec._parsing import SCHEMA_VERSION
from mttq.codec._schema import json_schema, waivers_schema
from mttq.codec._waivers import dump_waivers, load_waivers

__all__ = [
    "SCHEMA_VERSION",
    "OnError",
    "dump",
    "dump_waivers",
    "dumps",
    "json_schema",
    "load",
    "load_many",
    "load_waivers",
    "loads",
    "waivers_schema",
]
