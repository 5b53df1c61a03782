"""The figures of relations are found once; what leads nowhere, or cannot be added, is refused."""

import datetime as dt
from typing import Annotated

import attrs
import pytest

from mttq._declared.relations import STOCK, During, Relation, at_most, same_as, total_of
from mttq._declared.types import Count, Label, Money
from mttq.errors import DeclarationError
from mttq.forms import (
    ImplementationAppendix,
    ParticipationAppendix,
    column,
    columns,
    form,
    form_of,
    registered_forms,
    row,
    table,
)
from mttq.model import SocioPoliticalOrganization, Supervision, SupervisionForm, Unit
from mttq.rules._kit.compiled import Compiled, _reader, _Search, compile_relations
from mttq.testing import check_relations
from mttq.values import Pair, Period, PeriodKind, Tier, Tiered


@pytest.mark.parametrize("own", list(Tier))
def test_all_of_mttqs_own_relations_are_found(own: Tier) -> None:
    ours = [item for item in registered_forms().values() if item.record.__module__.startswith("mttq.forms.")]
    found = compile_relations(own, tuple((item, frozenset[int]()) for item in ours))
    assert isinstance(found, Compiled)
    assert {bound.line for place in found.places for bound in place.bounds} >= {
        "kl62-pl1.allowances.villages.total"
    }


def refused(record: type) -> str:
    """Return why the relations of a record are refused, as if it were a report."""
    with pytest.raises(DeclarationError) as caught:
        _Search(Tier.COMMUNE, {}, record).compiled()
    return str(caught.value)


def with_relation(relation: Relation) -> type:
    """Return a record with a relation on its figure `whole`, besides a list, a text, a state and money."""

    @attrs.frozen(kw_only=True)
    class Record:
        whole: Annotated[Count | None, Label("Tổng"), relation] = None
        state: Annotated[Count | None, STOCK] = None
        money: Money | None = None
        day: dt.date | None = None
        kind: SupervisionForm | None = None
        items: tuple[Item, ...] = ()
        words: str | None = None
        names: tuple[str, ...] = ()

    return Record


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        (total_of("/stat"), "không có “/stat”; có phải “state”?"),
        (total_of("/state.x"), "không có “/state.x”"),
        (total_of("^state"), "“^state”: trên đó không còn gì"),
        (total_of("~state"), "“~state” chỉ viết được trong biểu"),
        (total_of("items.*.halff"), "không có “items.*.halff”; có phải “half”?"),
        (total_of("state.*.half"), "“state.*.half” không phải danh sách"),
        (total_of("names.*.half"), "“names.*.half” không phải danh sách"),
        (same_as("#state"), "“#state” không phải danh sách"),
        (total_of("words"), "“words” không phải số liệu"),
        (total_of("state"), "số phát sinh không thể là tổng của “state” là số dư"),
        (at_most("state", where="kind=DELEGATON"), "không có “DELEGATON”; có phải “DELEGATION”?"),
        (at_most("state", where="state=True"), "không có “True”"),
        (at_most("whole.x"), "không có “whole.x”"),
        (at_most("/last_day"), "không có “/last_day”"),
        (at_most("state.last_day"), "không có “state.last_day”"),
        (at_most("day"), "ngày chỉ so được với một ngày khác"),
        (total_of("day", "day"), "ngày chỉ so được với một ngày khác"),
        (at_most("<state"), "“<…” chỉ viết được trong same_as"),
        (at_most("items.*[half=wholle].half"), "không có “wholle”; có phải “whole”?"),
        (at_most("state", during=During("state")), "“state” không phải ngày"),
        (at_most("state", during=During("dy")), "không có “dy”; có phải “day”?"),
    ],
)
def test_what_leads_nowhere_or_cannot_be_added_is_refused(relation: Relation, told: str) -> None:
    assert refused(with_relation(relation)) == f"Record.whole: {told}"


@attrs.frozen(kw_only=True)
class Item:
    half: Annotated[Count | None, Label("Nửa")] = None


def test_a_figure_is_no_sum_of_itself() -> None:
    @attrs.frozen(kw_only=True)
    class Circle:
        one: Annotated[Count | None, total_of("two")] = None
        two: Annotated[Count | None, total_of("one")] = None

    assert refused(Circle) == "Circle.one: “one” là tổng của chính nó"


def test_money_and_things_are_not_added() -> None:
    @attrs.frozen(kw_only=True)
    class Mixed:
        money: Annotated[Money | None, total_of("/form-mixed.things")] = None

    @form("form-mixed", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Things:
        things: Count | None = row("1", "Số hộ", unit="households")

    search = _Search(Tier.COMMUNE, {form_of(Things): frozenset()}, Mixed)
    with pytest.raises(
        DeclarationError, match=r"^Mixed.money: VND không cộng được “form-mixed.things” \(households\)$"
    ):
        search.compiled()


@form("test-abroad", title="Biểu")
@attrs.frozen(kw_only=True)
class Abroad:
    """A form whose lines are compared with figures elsewhere."""

    tiered: Tiered[Count] = row("1", "Theo cấp", at_most="/population.households")
    half: Count | None = row("2", "Một nửa", at_most="both.second")
    both: Pair | None = row("3", "Hai nửa", parts=("một", "hai"))
    other: Count | None = row("4", "Biểu khác", at_most="/kl62-pl2.criticism.sessions")


def places_of(*forms: type, own: Tier = Tier.COMMUNE) -> dict[str, list[str]]:
    """Return what figures of a reporter are held to, by their paths."""
    found = compile_relations(own, tuple((form_of(item), frozenset[int]()) for item in forms))
    return {
        bound.figure.path: [term.path for term in bound.terms]
        for place in found.places
        for bound in place.bounds
        if bound.figure.path.startswith("test-abroad")
    }


def test_a_relation_to_what_the_report_does_not_have_is_none() -> None:
    """Nor is one of a column of another level: a figure of a record is one of the reporter's own."""
    own = {
        "test-abroad.tiered.commune": ["population.households"],
        "test-abroad.half": ["test-abroad.both"],
    }
    assert places_of(Abroad) == own
    assert places_of(Abroad, ParticipationAppendix) == own | {
        "test-abroad.other": ["kl62-pl2.criticism.sessions.commune"]
    }
    assert "test-abroad.other" not in places_of(Abroad, ParticipationAppendix, own=Tier.CENTRE)


def test_a_path_into_a_form_leads_to_a_line() -> None:
    @form("test-astray", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Astray:
        half: Count | None = row("1", "Một", at_most="/kl62-pl2.criticism.session")

    with pytest.raises(DeclarationError, match=r"không có “/kl62-pl2.criticism.session”; có phải “/kl62"):
        places_of(Astray, ParticipationAppendix)


def test_a_condition_on_a_line_is_refused() -> None:
    @form("test-where", title="Biểu")
    @attrs.frozen(kw_only=True)
    class Where:
        half: Count | None = row("1", "Một", relations=(at_most("whole", where="whole=True"),))
        whole: Count | None = row("2", "Hai")

    with pytest.raises(DeclarationError, match="điều kiện chỉ viết được ở bản ghi"):
        compile_relations(Tier.COMMUNE, ((form_of(Where), frozenset()),))


@attrs.frozen(kw_only=True)
class Visit:
    """A record inside a record of a list, for paths that go up and conditions that go in."""

    kind: SupervisionForm = SupervisionForm.DELEGATION
    met: Annotated[Count | None, at_most("^persons")] = None
    organisation: SocioPoliticalOrganization | None = None


@attrs.frozen(kw_only=True)
class Tour:
    persons: Count | None = None
    first: Visit = Visit()
    visits: tuple[Visit, ...] = ()
    led: Annotated[Count | None, at_most("visits.*[kind=DELEGATION].met")] = None
    seen: Annotated[Count | None, at_most("persons", where="first.kind=DELEGATION")] = None
    young: Annotated[Count | None, at_most("visits.*[organisation.has_union_members=True].met")] = None


@attrs.frozen(kw_only=True)
class Tours:
    tours: tuple[Tour, ...] = ()


def test_paths_go_up_and_conditions_go_in() -> None:
    found = _Search(Tier.COMMUNE, {}, Tours).compiled()
    assert {bound.figure.path: bound.terms[0].path for place in found.places for bound in place.bounds} == {
        "tours.{}.first.met": "tours.{}.persons",
        "tours.{}.visits.{}.met": "tours.{}.persons",
        "tours.{}.led": "tours.{}.visits",
        "tours.{}.seen": "tours.{}.persons",
        "tours.{}.young": "tours.{}.visits",
    }


@attrs.frozen(kw_only=True)
class Guest:
    """A record whose figure is held to the rows of a section with a part for each level."""

    unit: Unit | None = None
    full_time: Annotated[Count | None, same_as("/kl62-pl1.cadres.full_time")] = None
    advanced: Annotated[Count | None, same_as("/kl62-pl1.cadres.political_theory.levels.first")] = None
    party: Annotated[Count | None, same_as("/kl62-pl1.cadres.transferred.party")] = None
    bodies: Annotated[Count | None, same_as("/kl62-pl1.cadres.transferred.bodies.first")] = None


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        (
            Tier.COMMUNE,
            {
                "full_time": "kl62-pl1.cadres.full_time.commune",
                "advanced": "kl62-pl1.cadres.political_theory.commune.levels",
                "party": "kl62-pl1.cadres.transferred.commune.party",
            },
        ),
        (
            Tier.PROVINCE,
            {
                "full_time": "kl62-pl1.cadres.full_time.province",
                "advanced": "kl62-pl1.cadres.political_theory.province.levels",
                "bodies": "kl62-pl1.cadres.transferred.province.bodies",
            },
        ),
        (Tier.CENTRE, {}),
    ],
)
def test_a_section_with_a_part_for_each_level_means_that_of_the_reporter(
    own: Tier, lines: dict[str, str]
) -> None:
    form_1 = form_of(ImplementationAppendix)
    found = _Search(own, {form_1: frozenset()}, Guest).compiled()
    bounds = (bound for place in found.places for bound in place.bounds if place.form is None)
    assert {bound.figure.path: bound.terms[0].path for bound in bounds} == lines


def test_records_that_no_key_tells_apart_are_not_found_again() -> None:
    @columns
    @attrs.frozen(kw_only=True)
    class Body:
        opening: Count | None = column("Đầu kỳ", stock=True, same_as="<closing")
        closing: Count | None = column("Cuối kỳ", stock=True)

    @attrs.frozen(kw_only=True)
    class Bodies:
        bodies: tuple[Body, ...] = table("1", "Các tổ chức")

    made = form("khong-khoa", title="Hội viên")(Bodies)
    with pytest.raises(DeclarationError, match=r"“<…” cần bảng có key="):
        check_relations(made)


def test_a_condition_reads_through_a_field_and_holds_of_no_blank_one() -> None:
    kind = _reader(("period", "kind"))
    assert kind(Supervision(period=Period.of_year(2023))) is PeriodKind.YEAR
    assert kind(Supervision()) is None
