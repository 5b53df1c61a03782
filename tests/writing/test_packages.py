"""What is written holds together as Office asks: parts, their kinds, relations, the order of elements."""

import io
import posixpath
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import mttq
from mttq.forms import ImplementationAppendix, ParticipationAppendix, registered_forms
from mttq.reading import read
from mttq.testing import make_report
from mttq.writing import annotate, filled, review, spreadsheet, template, word

ORDER: dict[str, str] = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps vanish color sz szCs vertAlign",
    "tblPr": "tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection mergeCells"
    " dataValidations printOptions pageMargins pageSetup headerFooter legacyDrawing",
}
"""By the element the order of what stands in it, as the schemas of ECMA-376 have it."""
CHOICE = {"trPr"}  # whose elements may stand in any order
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def files(folder: Path) -> list[Path]:
    report = make_report().with_value("kl62-pl2.criticism.sessions.commune", 15)
    findings = mttq.check(report)
    word(report, folder / "nd30.docx")
    wide = registered_forms()["hdbc-28-1"].record()
    word(attrs.evolve(report, appendices=(wide, *report.appendices)), folder / "wide.docx")
    word(report, folder / "party.docx", profile="party")
    annotate(folder / "nd30.docx", mttq.check(read(folder / "nd30.docx").report()), folder / "noted.docx")
    for declared in (ImplementationAppendix, registered_forms()["qcdc-9-don-thu"].record):
        template(declared, folder / f"{declared.__name__}.xlsx")
    filled(report.appendix(ParticipationAppendix), folder / "filled.xlsx")
    annotate(folder / "filled.xlsx", findings, folder / "noted.xlsx")
    review(findings, folder / "review.xlsx")
    spreadsheet(findings, folder / "table.xlsx")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("packages")
    return {path.name: zipfile.ZipFile(io.BytesIO(path.read_bytes())) for path in files(folder)}


def tree(package: zipfile.ZipFile, name: str) -> Any:
    return ET.fromstring(package.read(name))  # noqa: S314 - our own


def local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def test_every_part_has_a_kind_and_every_kind_a_part(packages: dict[str, zipfile.ZipFile]) -> None:
    for name, package in packages.items():
        types = tree(package, "[Content_Types].xml")
        overrides = [item.get("PartName", "").lstrip("/") for item in types if local(item) == "Override"]
        defaults = {item.get("Extension") for item in types if local(item) == "Default"}
        parts = {*package.namelist()} - {"[Content_Types].xml"}
        assert len(overrides) == len({*overrides}), name
        assert {*overrides} <= parts, name
        assert {part for part in parts - {*overrides} if part.rpartition(".")[2] not in defaults} == set(), (
            name
        )


def test_every_relation_leads_to_a_part_and_every_reference_to_a_relation(
    packages: dict[str, zipfile.ZipFile],
) -> None:
    for name, package in packages.items():
        for part in package.namelist():
            folder, own = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{own}.rels")
            relations = tree(package, rels) if rels in package.namelist() else []
            targets = {
                item.get("Id"): posixpath.normpath(
                    posixpath.join("/", folder, item.get("Target", ""))
                ).lstrip("/")
                for item in relations
            }
            assert len(targets) == len(relations), (name, part)
            assert {*targets.values()} <= {*package.namelist()}, (name, part)
            if part.endswith(".xml"):
                used = {
                    value
                    for item in tree(package, part).iter()
                    for key, value in item.items()
                    if key.startswith(R)
                }
                assert used <= {*targets}, (name, part)


def test_elements_stand_in_the_order_of_the_schemas(packages: dict[str, zipfile.ZipFile]) -> None:
    met: set[str] = set()
    for name, package in packages.items():
        for part in package.namelist():
            if not part.endswith(("document.xml", "comments.xml")) and "/worksheets/sheet" not in part:
                continue
            for element in tree(package, part).iter():
                order = ORDER.get(local(element), "").split()
                found = [local(child) for child in element]
                met |= {local(element)} & {*ORDER}
                if not order:
                    continue
                assert {*found} <= {*order}, (name, part, local(element), found)
                places = [order.index(child) for child in found]
                assert places == sorted(places) or local(element) in CHOICE, (name, local(element), found)
    assert met == {*ORDER}


def test_comments_and_marks_belong_together(packages: dict[str, zipfile.ZipFile]) -> None:
    package = packages["noted.docx"]
    marks: dict[str, list[str]] = {
        "comment": [],
        "commentRangeStart": [],
        "commentRangeEnd": [],
        "commentReference": [],
    }
    for part in (name for name in package.namelist() if name.endswith(("document.xml", "comments1.xml"))):
        for element in tree(package, part).iter():
            if local(element) in marks:
                marks[local(element)] += [value for key, value in element.items() if key.endswith("}id")]
    assert len({tuple(found) for found in marks.values()}) == 1
    assert len(marks["comment"]) == len({*marks["comment"]}) >= 1
