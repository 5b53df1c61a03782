"""A check: rules judge reports; what they find is counted, compared, waived."""

from mttq.checking._check import check, check_all, installed_rules
from mttq.checking._finding import Finding
from mttq.checking._findings import Comparison, Counts, FailOn, Findings, Missing
from mttq.checking._profiles import DEFAULT, FORM_ONLY, PROFILES, Profile
from mttq.checking._project import CheckArguments, Project, project
from mttq.checking._waiver_files import dump_waivers, load_waivers, waivers_schema
from mttq.checking._waivers import Waiver, Waivers

__all__ = [
    "DEFAULT",
    "FORM_ONLY",
    "PROFILES",
    "CheckArguments",
    "Comparison",
    "Counts",
    "FailOn",
    "Finding",
    "Findings",
    "Missing",
    "Profile",
    "Project",
    "Waiver",
    "Waivers",
    "check",
    "check_all",
    "dump_waivers",
    "installed_rules",
    "load_waivers",
    "project",
    "waivers_schema",
]
