"""`mttq schema`: what the files of mttq look like, as JSON Schema."""

import argparse
import json
from typing import Final

from mttq.checking import waivers_schema
from mttq.cli._exit_codes import CLEAN
from mttq.cli._saying import write
from mttq.codec import json_schema
from mttq.exporting import findings_schema

__all__ = ["run_schema"]

_SCHEMAS: Final = {"report": json_schema, "findings": findings_schema, "waivers": waivers_schema}


def run_schema(options: argparse.Namespace) -> int:
    write(json.dumps(_SCHEMAS[options.of](lang=options.lang), ensure_ascii=False, indent=2))
    return CLEAN
