"""By what things are known again: one key beside each class, one form for each value."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, get_args, get_origin

import attrs
import pytest

from mttq._declared.types import KEY, Key, checked, unwrap
from mttq.forms import ParticipationAppendix
from mttq.model import (
    Citation,
    Conference,
    Heading,
    Houses,
    HouseSource,
    HouseWork,
    ReportPeriod,
    Statement,
)
from mttq.report import Report
from mttq.rules._kit.identity import Identity, canonical, digest, key_fields, key_of, spot_at, thing_at
from mttq.testing import make_report
from mttq.values import (
    DocumentRef,
    Pair,
    PartialDate,
    Period,
    Qualifier,
    Quantity,
    Share,
    Tier,
    Tiered,
    Triple,
)
from mttq.wording import Phrase


def test_a_key_that_came_later_changes_nothing_where_it_is_blank() -> None:
    """So that waivers of findings on records of former versions hold."""
    built = Houses(work=HouseWork.BUILT, period=Period.of_year(2026))
    assert key_of(built) == '["xây mới", "year 2026"]'
    assert key_of(attrs.evolve(built, source=HouseSource.FAMILY)) == (
        '["xây mới", "year 2026", "gia đình đối ứng"]'
    )


def _listed(record: Any, name: str = "") -> Iterator[tuple[str, type]]:
    """Find the record classes that stand in lists, anywhere in a report."""
    for field in attrs.fields(record):
        yield from _in_annotation(field.type, f"{name}.{field.name}".lstrip("."), in_list=False)


def _in_annotation(annotation: Any, name: str, *, in_list: bool) -> Iterator[tuple[str, type]]:
    bare, _ = unwrap(annotation)
    if isinstance(bare, type) and get_origin(bare) is None and attrs.has(bare):
        if in_list:
            yield name, bare
        yield from _listed(bare, name)
    is_list = get_origin(bare) is tuple
    for argument in get_args(bare):
        yield from _in_annotation(argument, name, in_list=in_list or is_list)


LISTED = sorted(dict(_listed(Report)).items())


@pytest.mark.parametrize("record", [pytest.param(record, id=name) for name, record in LISTED])
def test_each_class_of_records_in_a_list_declares_its_key(record: type) -> None:
    keys = [name for name, _ in key_fields(record)]
    assert keys
    figures = (int, Decimal, Quantity, Share, Pair, Triple, Tiered)
    for name in keys:  # no figure is among the facts, so that a fingerprint stays when figures change
        kinds = {unwrap(kind)[0] for kind in get_args(unwrap(attrs.fields_dict(record)[name].type)[0])}
        assert not {*kinds, unwrap(attrs.fields_dict(record)[name].type)[0]} & set(figures), name


def test_lists_are_found_at_every_depth() -> None:
    assert {"citations", "funds.ledgers.receipts", "organisation.cadres.training"} <= set(dict(LISTED))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (7296, "7296"),
        (True, "true"),
        (Decimal("7296.660"), "364833/50"),
        (Decimal(5), "5"),
        (Fraction(1, 3), "1/3"),
        (Share(Decimal("51.50")), "51.50%"),
        (Pair(169, 1169), "169/1169"),
        (Triple(3, 91, 3), "3/91/3"),
        (Quantity(value=Decimal(5), pad=2), "5"),
        (Quantity(value=Decimal(50), unit="VND", qualifier=Qualifier.MORE_THAN), "more_than 50 VND"),
        (
            Quantity(value=Decimal(7), upper=Decimal(9), qualifier=Qualifier.RANGE, unit="persons"),
            "range 7..9 persons",
        ),
        (Quantity(value=Decimal("2.5"), unit="percent", decimals=1), "5/2 ±1/10 percent"),
        (PartialDate(month=7, day=27), "--07-27"),
        (Period.term(2025, 2030), "term 2025/2030"),
        (dt.date(2024, 3, 5), "2024-03-05"),
        ("Hoà  BÌNH", "hòa bình"),
        (Phrase("{} và {}", Phrase("các thôn"), "Thôn  A"), " thôn a"),
        (("b", "a"), '["a", "b"]'),
        (Tier.COMMUNE, "commune"),
        (DocumentRef(raw="Luật  A", symbol="1-L/A", date=dt.date(2024, 1, 1)), '["luật a", "1-l/a"]'),
    ],
    ids=str,
)
def test_a_value_has_one_form(value: object, text: str) -> None:
    assert canonical(value) == text


@attrs.frozen(kw_only=True, field_transformer=checked)
class Library:
    """A record of a user's own, whose class says nothing of keys."""

    name: str
    books: int


@attrs.frozen(kw_only=True, field_transformer=checked)
class Shelf:
    """One whose class does."""

    room: Annotated[str, KEY]
    path: Annotated[str, Key(path=True)]
    books: int = 0


def test_a_record_without_a_key_is_identified_by_its_whole_content() -> None:
    assert key_of(Library(name="A", books=5)) == '["a", "5"]'
    assert key_of(Shelf(room="A", path="citations.0", books=5)) == '["a", "citations.0"]'


REPORT = attrs.evolve(
    make_report(),
    narrative="I. Đặc điểm\nĐảng bộ có 18 chi bộ",
    citations=(Citation(document=DocumentRef(raw="Luật A")),),
    outline=(Heading(number="I", level=1),),
    periods=(ReportPeriod(subject="statements.0.value", stated_years=5),),
    statements=(Statement(indicator="outline.0.level", value=Quantity(value=Decimal(1))),),
)


@pytest.mark.parametrize(
    ("path", "thing", "figure"),
    [
        ("population.persons", "population.persons", 4100),
        ("population", "population", None),
        ("population.ghosts", "population.ghosts", None),
        ("unit.name", "unit.name", "Mẫu"),
        ("narrative", "narrative", None),
        ("narrative.2", "narrative[đảng bộ có 18 chi bộ]", None),
        ("narrative.0", "narrative.0", None),
        ("narrative.3", "narrative.3", None),
        ("citations.0", 'citations[["[\\"luật a\\", \\"\\"]"]]', None),
        ("citations.1", "citations.1", None),
        ("citations.00", "citations.00", None),
        ("citations.0.document.raw", 'citations[["[\\"luật a\\", \\"\\"]"]].document.raw', "Luật A"),
        ("recipients", "recipients", None),
        ("outline.0.level", 'outline[["i", ""]].level', 1),
        ("statements.0", 'statements[["outline[[\\"i\\", \\"\\"]].level", "", "false", "", ""]]', None),
        ("kl62-pl2.criticism.sessions.commune", "kl62-pl2.criticism.sessions.commune", 13),
        ("kl62-pl2.criticism.sessions", "kl62-pl2.criticism.sessions", 13),
        ("kl99.sessions", "kl99.sessions", None),
        ("của riêng tôi.5", "của riêng tôi.5", None),
        ("", "", None),
    ],
)
def test_a_path_leads_to_a_thing_and_a_figure(path: str, thing: str, figure: object) -> None:
    spot = spot_at(REPORT, path)
    assert (thing_at(REPORT, path), spot.thing(), spot.figure) == (thing, thing, figure)


def test_a_member_of_a_list_of_texts_is_identified_by_its_words() -> None:
    report = attrs.evolve(REPORT, recipients=("UBMTTQ  huyện", "Lưu"))
    spot = spot_at(report, "recipients.0")
    assert (spot.thing(), spot.figure) == ("recipients[ubmttq huyện]", "UBMTTQ  huyện")


def test_an_appendix_is_found_by_the_code_of_its_form() -> None:
    report = attrs.evolve(REPORT, appendices=(ParticipationAppendix(),))
    assert spot_at(report, "kl62-pl2.criticism.sessions.commune").figure is None


def test_a_fingerprint_distinguishes_rule_unit_thing_and_count() -> None:
    known = Identity(unit="xã a", thing="title", code="19806")
    others = [
        attrs.evolve(known, unit="xã b"),
        attrs.evolve(known, thing="subject"),
        attrs.evolve(known, nth=2),
        attrs.evolve(known, has_namesake=True),
    ]
    names = [item.fingerprint("A1") for item in (known, *others)]
    assert len({*names, known.fingerprint("A2")}) == 6
    assert attrs.evolve(known, code=None).fingerprint("A1") == names[0] == "16a2e4bb6041d27e"
    assert known.fingerprint("A1", with_code=True) == names[-1]


def test_parts_of_a_digest_do_not_run_into_one_another() -> None:
    assert digest(["a", "b"]) != digest(["a\nb"])
    assert len(digest(["\ud800"])) == 16


def test_keys_of_two_conferences_differ_by_subject_and_not_by_their_figures() -> None:
    one = Conference(subject="Hòa giải", held=Quantity(value=Decimal(5)))
    assert key_of(one) == key_of(attrs.evolve(one, held=None, subject="Hoà  giải"))
    assert key_of(one) != key_of(attrs.evolve(one, period=Period.of_year(2023)))
