"""What findings say in English: no Vietnamese but quotations, proper names, citations and words of money."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import mttq
from mttq._samples._cases import Case
from mttq._samples._drawn import draw_report
from mttq._samples._faults import FAULTS, Fault
from mttq._samples._together import TOGETHER
from mttq.checking import Finding, Findings, check
from mttq.forms import ParticipationAppendix, form_of, print_form
from mttq.repairs import localise
from mttq.rulebook import tell
from mttq.rules import CAMPAIGNS, INSTRUMENTS, RULES, Rule
from mttq.rules._data.lexicon import _RIGHT
from mttq.vi import normalize
from mttq.wording import Phrase, label

SYMBOL = re.compile(r"\b[0-9]+(?:/[0-9]{4}/|[-/])[A-ZĐ]\w*(?:[-/]\w+)*")
MONEY = {"đồng", "nghìn", "triệu", "tỷ"}
VIETNAMESE = re.compile(r"\w*[^\W\x00-\x7f]\w*")
REPORT = mttq.load(Path(__file__).parents[2] / "examples" / "trung_son_2023.json")
SAMPLE = draw_report(1)
REGISTERS = normalize(
    "; ".join((_RIGHT, *(item.name for item in CAMPAIGNS), *(item.issuer for item in INSTRUMENTS)))
)
"""Right spellings and proper names that rules propose."""


def quotations(text: object) -> Iterator[str]:
    """Return what is quoted: every text that is no phrase, also inside phrases."""
    if isinstance(text, Phrase):
        for part in text.parts:
            yield from quotations(part)
    elif isinstance(text, tuple):
        for item in text:
            yield from quotations(item)
    elif isinstance(text, str):
        yield text


def names(given: Case) -> Iterator[str]:
    """Return the names of the units that are given, with their kinds."""
    units = [report.unit for report in (*given.reports, *given.previous)]
    for unit in (*units, *given.units):
        yield unit.address
        yield from (former.full_name for former in unit.predecessors)


def foreign(finding: Finding, given: Case) -> set[str]:
    """Return the Vietnamese words in the English of a finding, except what is given and registers."""
    terms = (*finding.evidence.left, *finding.evidence.right) if finding.evidence else ()
    quoted = [*quotations((finding.place, *finding.related, *finding.args.values()))]
    quoted += quotations(tuple(term.label for term in terms))
    for item in finding.suggestions:
        quoted += quotations((item.place, item.old, item.new))
    known = " ".join((repr(attrs.asdict(given)), *names(given), REGISTERS)).lower()
    said = "\n".join([finding.explain(lang="en"), *map(str, finding.as_dict(lang="en").values())])
    basis = finding.basis.render(lang="en")
    said = said.replace(basis, SYMBOL.sub("", basis))
    for text in sorted((finding.unit, *quoted), key=len, reverse=True):
        if text and text.lower() in known:
            said = said.replace(text, "").replace(text[:1].upper() + text[1:], "")
    return set(VIETNAMESE.findall(said)) - MONEY


def test_the_findings_of_the_real_report_are_english() -> None:
    findings = check(REPORT)
    assert len(findings) > 10
    assert {
        finding.code: words for finding in findings if (words := foreign(finding, Case(reports=(REPORT,))))
    } == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_findings_on_planted_faults_are_english(rule: Rule) -> None:
    faults = [fault for fault in (*FAULTS, *TOGETHER) if fault.code == rule.code]
    assert faults
    for case in (fault.wrong(SAMPLE) for fault in faults):
        found = case.judged_by(rule)[rule.code]
        assert found
        assert [words for finding in found if (words := foreign(finding, case))] == []


def test_repairs_and_assurance_are_english() -> None:
    wrong = SAMPLE.with_value("population.households", 3)
    repairs = localise(REPORT)
    headings = " ".join(quotations(tuple(change.place for item in repairs for change in item.changes)))
    tables = (*repairs.tables(lang="en"), *localise(wrong).tables(lang="en"))
    tables += mttq.assure(SAMPLE).tables(lang="en")
    cells = [
        cell for table in tables for cells in (table.rows, [(table.title,)]) for row in cells for cell in row
    ]
    assert set(VIETNAMESE.findall(" ".join(cells))) <= MONEY | set(VIETNAMESE.findall(headings))


def test_forms_are_english() -> None:
    for appendix in SAMPLE.appendices:
        said = re.sub("[0-9]+-(?:QĐ|KL)/TW", "", print_form(appendix, lang="en"))
        assert VIETNAMESE.findall(said) == []


def test_a_place_is_english() -> None:
    form = form_of(ParticipationAppendix)
    assert SAMPLE.place_of("kl62-pl2.criticism.conferences.commune", lang="en") == (
        "Appendix 2, section 2, line “Conferences held”, commune level"
    )
    assert SAMPLE.place_of("narrative.3", lang="en") == "Narrative, line 3"
    assert SAMPLE.place_of("statements.0.value", lang="en").startswith("Figure of the narrative no. 1, Value")
    assert SAMPLE.place_of(form.code, lang="en") == "Appendix 2"
    assert SAMPLE.place_of("tên riêng", lang="en") == "tên riêng"


def test_the_english_of_a_rule_names_no_vietnamese_but_law_and_names() -> None:
    """What a page says of a rule apart from its reason, which quotes reports."""
    told = tell(RULES["ORG010"], lang="en")
    assert "Basis: " in told
    assert "members of People's Inspection Boards" in told


def everything(findings: Findings) -> list[Any]:
    return [(item.fingerprint, item.value_hash, item.as_dict(), item.explain()) for item in findings]


@pytest.mark.parametrize("fault", FAULTS[::8], ids=lambda fault: f"{fault.code} {fault.name}")
def test_asking_for_english_leaves_findings_as_they_are(fault: Fault) -> None:
    findings = check(fault.wrong(SAMPLE).reports[0])
    before = everything(findings)
    assert findings.to_json(lang="en") != findings.to_json()
    assert everything(findings) == before
    for item in findings:
        numbers = [re.findall("[0-9.,]*[0-9]", item.arithmetic(lang=lang)) for lang in ("vi", "en")]
        assert numbers[0] == numbers[1]
        assert label(item.place) == item.place
