"""What agrees in a report, and which figures nothing verifies: silence of the rules is no praise."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from fractions import Fraction

import attrs

from mttq import vi
from mttq._names.former import former_arguments
from mttq.checking import Profile, Waivers
from mttq.checking._profiles import profile_of
from mttq.repairs._figures import Figure, figures_of, numbers_in
from mttq.repairs._judges import Judged, Judges
from mttq.repairs._repair import Change
from mttq.repairs._slips import Slip
from mttq.report import Report
from mttq.rules import Rule, Selection
from mttq.tables import Column, Lang, Shown, Table
from mttq.wording import label, words

__all__ = ["Assurance", "assure"]


@attrs.frozen(kw_only=True, eq=False)
class Assurance(Shown):
    """How far the figures of a report bear each other out (mức kiểm chứng).

    Args:
        figures: all figures by path, blanks left out.
        agreed: by code, the paths of the figures for which a rule passes, and would not with other numbers.
        questioned: the paths of the figures that a finding uses.
        verified: the paths of the figures that agree with others and that no finding uses.
        places: each path in Vietnamese.
        rules: the rules that took part, by code.
        crashed: by code of a rule that broke down on the report, the error; it took no part (MTQ999).

    >>> from mttq import assure
    >>> from mttq.testing import make_report
    >>> assured = assure(make_report().with_value("population.poor.households", 78))
    >>> "population.poor.households" in assured.questioned, "population.poor.households" in assured.verified
    (True, False)
    """

    figures: Mapping[str, Figure]
    agreed: Mapping[str, tuple[str, ...]]
    questioned: tuple[str, ...]
    verified: tuple[str, ...]
    places: Mapping[str, str]
    rules: Mapping[str, Rule]
    crashed: Mapping[str, str] = attrs.field(factory=dict)

    def __repr__(self) -> str:
        said = words("vi")
        counted = (f"{said[f'assurance.{name}'].lower()}: {len(paths)}" for name, paths in self._groups)
        return f"<Assurance {'; '.join(counted)}>"

    @property
    def unverified(self) -> tuple[str, ...]:
        """The paths of the figures that nothing verifies and no finding calls into question."""
        known = {*self.verified, *self.questioned}
        return tuple(path for path in self.figures if path not in known)

    @property
    def share(self) -> Fraction:
        """Which part of the figures is verified, from 0 to 1; 1 where there are none."""
        return Fraction(len(self.verified), len(self.figures)) if self.figures else Fraction(1)

    @former_arguments("0.2", "lang")
    def tables(self, *, lang: Lang = "vi") -> tuple[Table, ...]:
        """Return three tables: the extent, what agrees by rule, what nothing verifies.

        A fourth names the rules that broke down, if any.
        """
        said = words(lang)
        crashed = Table(
            title=said["crashed"],
            columns=(Column(said["code"]), Column(said["message"])),
            rows=tuple(self.crashed.items()),
        )
        return (
            Table(
                title=said["assurance"],
                columns=(
                    Column(said["assurance.what"]),
                    Column(said["assurance.number"], align="right"),
                    Column(said["assurance.share"], align="right"),
                ),
                rows=tuple(
                    (
                        said[f"assurance.{name}"],
                        vi.format_number(len(paths)),
                        vi.format_percent(len(paths), len(self.figures)),
                    )
                    for name, paths in self._groups
                    if self.figures
                ),
                empty=said["assurance.nothing"],
            ),
            Table(
                title=said["assurance.agreed"],
                columns=(Column(said["code"]), Column(said["title"]), Column(said["place"])),
                rows=tuple(
                    (
                        code,
                        self.rules[code].words(lang)[0],
                        "\n".join(self._shown(path, lang) for path in paths),
                    )
                    for code, paths in self.agreed.items()
                ),
                empty=said["assurance.nothing"],
            ),
            Table(
                title=said["assurance.unverified"],
                columns=(Column(said["place"]), Column(said["figure"], align="right")),
                rows=tuple(
                    (label(self.places[path], lang), vi.format_figure(self.figures[path], lang=lang))
                    for path in self.unverified
                ),
                empty=said["assurance.everything"],
            ),
            *([crashed] if self.crashed else []),
        )

    @property
    def _groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("figures", tuple(self.figures)),
            ("verified", self.verified),
            ("questioned", self.questioned),
            ("unverified", self.unverified),
        )

    def _shown(self, path: str, lang: Lang) -> str:
        return f"{label(self.places[path], lang)}: {vi.format_figure(self.figures[path], lang=lang)}"


def assure(
    report: Report,
    *,
    rules: Iterable[Rule] | None = None,
    profile: Profile | str | None = None,
    select: Selection = None,
    ignore: Selection = None,
    waivers: Waivers = (),
) -> Assurance:
    """Find out which figures of a report agree with others, and which nothing verifies.

    A rule *verifies* a figure if it leaves it no other number: it would find a breach at one place with one
    more and with one less, of a rounded figure in its last printed digit.  So "at most", "at least" and a
    percentage that other numbers would fit as well verify nothing.  A 0, which has nothing below, is verified
    if 1 would be a breach; a cell of several figures if each of them is.  A figure that a finding uses is
    called into question and not verified, even if something else agrees.  Rules of form (level 0), bands of
    what is usual, and all others on a basis that is not confirmed verify nothing: a plausible figure may
    still be wrong.

    Args:
        report: the report.
        rules: as for `mttq.check`.
        profile: as for `mttq.check`.
        select: as for `mttq.check`.
        ignore: as for `mttq.check`.
        waivers: accepted breaches, which call no figure into question.

    >>> from mttq.testing import make_report
    >>> found = assure(make_report())
    >>> found.agreed["UNI008"][:2], "population.persons" in found.unverified
    (('population.poor.households', 'population.poor.share'), True)
    """
    judges, accepted = Judges.beside(
        report, rules, profile_of(profile, select=select, ignore=ignore), waivers
    )
    asked = {code: rule for code, rule in judges.rules.items() if rule.level and judges.is_confirmed(rule)}
    figures = figures_of(report)
    agreed: dict[str, list[str]] = {}
    questioned: list[str] = []
    verified: list[str] = []
    for path, figure in figures.items():
        numbers = list(_others(judges, path, figure))
        held = [{code for code in asked if _holds(code, others)} for others in numbers]
        for code in sorted(set().union(*held)):
            agreed.setdefault(code, []).append(path)
        if any(_doubts(code, one, accepted) for others in numbers for one in others for code in asked):
            questioned.append(path)
        elif held and all(held):
            verified.append(path)
    return Assurance(
        figures=figures,
        agreed={code: tuple(paths) for code, paths in sorted(agreed.items())},
        questioned=tuple(questioned),
        verified=tuple(verified),
        places={path: report.place_of(path) for path in figures},
        rules=asked,
        crashed=judges.crashed,
    )


def _others(judges: Judges, path: str, figure: Figure) -> Iterator[list[Judged]]:
    """Return for each number in a figure the reports with one less there, and with one more."""
    for number, make in numbers_in(figure):
        found = []
        for near in (number - 1, number + 1) if number else (1,):
            with suppress(ValueError):  # the ends of a range would be the wrong way round
                change = Change(path=path, old=figure, new=make(near), kind=Slip.OTHER, distance=1)
                found.append(judges.without((change,)))
        yield [one for one in found if one]


def _holds(code: str, others: list[Judged]) -> bool:
    """Return whether a rule would find a breach at one place with each of the other numbers."""
    found = [set(one.verdict(code).paths - one.judges.first[code].paths) for one in others]
    return bool(found and set.intersection(*found))


def _doubts(code: str, other: Judged, accepted: frozenset[tuple[str, str]]) -> bool:
    """Return whether a breach that is not accepted is another one, or gone, with another number."""
    after = other.verdict(code)
    breaches = (one for one in other.judges.first[code].breaches if (code, one.path) not in accepted)
    return any(after.lacks(breach) for breach in breaches)
