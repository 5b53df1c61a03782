"""Findings for other programs: CSV and TSV for spreadsheets, JUnit for test servers, SARIF for code hosts.

Each function takes the findings of one report, or those of several by name (of the file, as a rule), and
returns text to be written as UTF-8.  A name may also hold the reason why its report could not be read.

>>> from typing import get_args
>>> from mttq import check
>>> from mttq.testing import make_report
>>> get_args(FailOn)
('error', 'warning', 'info', 'never')
>>> results: Results = {"a.json": check(make_report())}
>>> len(to_csv(results).splitlines())
1
"""

from mttq.exporting._csv import to_csv, to_tsv
from mttq.exporting._junit import FailOn, to_junit
from mttq.exporting._results import Results
from mttq.exporting._sarif import to_sarif
from mttq.exporting._schema import findings_schema

__all__ = ["FailOn", "Results", "findings_schema", "to_csv", "to_junit", "to_sarif", "to_tsv"]
