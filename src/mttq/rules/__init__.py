"""The rules, one file for each family, and the frozen default set `RULES`.

>>> from typing import get_args
>>> [kind.__name__.strip("_") for kind in get_args(Judgement)]
['Breach', 'Unverifiable', 'Passed']
>>> str in get_args(Selection)
True
>>> [basis.symbol for basis in POVERTY_CLASSES]
['351/2025/NĐ-CP', '07/2021/NĐ-CP', '59/2015/QĐ-TTg']
>>> figure: Figure = 946
>>> isinstance(figure, get_args(Figure))
True
"""

from mttq.rules._data.instruments import INSTRUMENTS, Instrument
from mttq.rules._data.norms import (
    BOARD_NORMS,
    CAMPAIGNS,
    COMMITTEE_NORMS,
    POVERTY_CLASSES,
    BoardNorm,
    BoardOf,
    CampaignName,
    CommitteeNorm,
    RunsOn,
)
from mttq.rules._families import RULES
from mttq.rules._from_files import load_rules
from mttq.rules._kit.bases import ARITHMETIC, PRACTICE, Basis, Confidence, Provision
from mttq.rules._kit.claims import Claim, claim
from mttq.rules._kit.digests import Digest, digest
from mttq.rules._kit.judgements import (
    PASSED,
    Breach,
    Evidence,
    Figure,
    Judgement,
    Suggestion,
    Term,
    Unverifiable,
)
from mttq.rules._kit.relations import compare, term
from mttq.rules._kit.rule import Rule, RuleSet, Severity, rule
from mttq.rules._kit.selection import RETIRED, Selection
from mttq.rules._kit.subjects import Batch, Run, Scope
from mttq.rules._kit.verdicts import Verdict

__all__ = [
    "ARITHMETIC",
    "BOARD_NORMS",
    "CAMPAIGNS",
    "COMMITTEE_NORMS",
    "INSTRUMENTS",
    "PASSED",
    "POVERTY_CLASSES",
    "PRACTICE",
    "RETIRED",
    "RULES",
    "Basis",
    "Batch",
    "BoardNorm",
    "BoardOf",
    "Breach",
    "CampaignName",
    "Claim",
    "CommitteeNorm",
    "Confidence",
    "Digest",
    "Evidence",
    "Figure",
    "Instrument",
    "Judgement",
    "Provision",
    "Rule",
    "RuleSet",
    "Run",
    "RunsOn",
    "Scope",
    "Selection",
    "Severity",
    "Suggestion",
    "Term",
    "Unverifiable",
    "Verdict",
    "claim",
    "compare",
    "digest",
    "load_rules",
    "rule",
    "term",
]
