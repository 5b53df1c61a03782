"""What agrees in a report, and which figures nothing verifies: silence of the rules is no praise."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

from mttq import vi
from mttq.figures import Printed, figures_of, numbers_in
from mttq.probing import Judges, Verdict, probes
from mttq.profiles import Profile
from mttq.report import Report
from mttq.rules import Confidence, Rule
from mttq.tables import Column, Lang, Table

__all__ = ["Assurance", "assure"]

_WORDS: Final[dict[str, dict[str, str]]] = {
    "vi": {
        "share": "Mức kiểm chứng",
        "what": "Số liệu của báo cáo",
        "number": "Số lượng",
        "of_all": "Tỷ lệ",
        "figures": "Tất cả",
        "verified": "Đã khớp với số liệu khác",
        "questioned": "Đang có phát hiện",
        "unverified": "Chưa có gì kiểm chứng",
        "agreed": "Những gì đã khớp",
        "code": "Mã",
        "title": "Nội dung",
        "place": "Vị trí",
        "figure": "Số liệu",
        "nothing": "Chưa có số liệu nào khớp với số liệu khác.",
        "everything": "Mọi số liệu đều được kiểm chứng.",
    },
    "en": {
        "share": "Extent of verification",
        "what": "Figures of the report",
        "number": "Number",
        "of_all": "Share",
        "figures": "All",
        "verified": "Agree with other figures",
        "questioned": "Called into question",
        "unverified": "Verified by nothing",
        "agreed": "What agrees",
        "code": "Code",
        "title": "Title",
        "place": "Place",
        "figure": "Figure",
        "nothing": "No figure agrees with another yet.",
        "everything": "Every figure is verified.",
    },
}


@attrs.frozen(kw_only=True, eq=False)
class Assurance:
    """How far the figures of a report bear each other out (mức kiểm chứng).

    Args:
        figures: all figures by path, blanks left out.
        agreed: by code, the paths of the figures for which a rule passes, and would not with other numbers.
        questioned: the paths of the figures of which a finding takes notice.
        verified: the paths of the figures that agree with others and that no finding takes notice of.
        places: each path in Vietnamese.
        rules: the rules that took part, by code.
    """

    figures: Mapping[str, Printed]
    agreed: Mapping[str, tuple[str, ...]]
    questioned: tuple[str, ...]
    verified: tuple[str, ...]
    places: Mapping[str, str]
    rules: Mapping[str, Rule]

    @property
    def unverified(self) -> tuple[str, ...]:
        """The paths of the figures that nothing verifies and no finding calls into question."""
        known = {*self.verified, *self.questioned}
        return tuple(path for path in self.figures if path not in known)

    @property
    def share(self) -> Fraction:
        """Which part of the figures is verified, from 0 to 1; 1 where there are none."""
        return Fraction(len(self.verified), len(self.figures)) if self.figures else Fraction(1)

    def tables(self, lang: Lang = "vi") -> tuple[Table, ...]:
        """Give three tables: the extent, what agrees by rule, and what nothing verifies."""
        words = _WORDS[lang]
        return (
            Table(
                title=words["share"],
                columns=(
                    Column(words["what"]),
                    Column(words["number"], align="right"),
                    Column(words["of_all"], align="right"),
                ),
                rows=tuple(
                    (
                        words[name],
                        vi.format_number(len(paths)),
                        vi.format_percent(len(paths), len(self.figures)),
                    )
                    for name, paths in self._groups
                    if self.figures
                ),
                empty=words["nothing"],
            ),
            Table(
                title=words["agreed"],
                columns=(Column(words["code"]), Column(words["title"]), Column(words["place"])),
                rows=tuple(
                    (code, self.rules[code].words(lang)[0], "\n".join(map(self._shown, paths)))
                    for code, paths in self.agreed.items()
                ),
                empty=words["nothing"],
            ),
            Table(
                title=words["unverified"],
                columns=(Column(words["place"]), Column(words["figure"], align="right")),
                rows=tuple(
                    (self.places[path], vi.format_figure(self.figures[path])) for path in self.unverified
                ),
                empty=words["everything"],
            ),
        )

    @property
    def _groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("figures", tuple(self.figures)),
            ("verified", self.verified),
            ("questioned", self.questioned),
            ("unverified", self.unverified),
        )

    def _shown(self, path: str) -> str:
        return f"{self.places[path]}: {vi.format_figure(self.figures[path])}"


def assure(
    report: Report, *, rules: Iterable[Rule] | None = None, profile: Profile | str | None = None
) -> Assurance:
    """Find out which figures of a report agree with others, and which nothing verifies.

    A rule *verifies* a figure if it passes as things stand and would pass less often with another number in
    its place: 0, one more, or a thousand times as many and 7.  A cell of several figures is verified if each
    of them is.  A figure that a finding takes notice of is called into question and not verified, whatever
    else agrees.  Rules of form (level 0), bands of what is usual, and all others on a basis that is not
    confirmed verify nothing: a plausible figure may still be wrong.

    >>> from mttq.testing import make_report
    >>> found = assure(make_report())
    >>> found.agreed["UNI008"][:2], "population.persons" in found.unverified
    (('population.households', 'population.poor.households'), True)
    """
    judges = Judges.for_report(report, rules, profile)
    judges = judges.only(code for code, rule in judges.rules.items() if _verifies(rule))
    before, figures = judges.verdicts(report), figures_of(report)
    agreed: dict[str, list[str]] = {}
    questioned: list[str] = []
    verified: list[str] = []
    for path, figure in figures.items():
        seen: dict[int, set[str]] = {position: set() for position, _ in enumerate(numbers_in(figure))}
        doubted = False
        for position, changed in probes(report, path, figure):
            after = judges.verdicts(changed)
            seen[position] |= {code for code in after if after[code].passed < before[code].passed}
            doubted = doubted or any(_doubts(before[code], after[code]) for code in after)
        for code in sorted(set().union(*seen.values())):
            agreed.setdefault(code, []).append(path)
        if doubted:
            questioned.append(path)
        elif seen and all(seen.values()):
            verified.append(path)
    return Assurance(
        figures=figures,
        agreed={code: tuple(paths) for code, paths in sorted(agreed.items())},
        questioned=tuple(questioned),
        verified=tuple(verified),
        places={path: report.place_of(path) for path in figures},
        rules=judges.rules,
    )


def _verifies(rule: Rule) -> bool:
    return rule.level >= 1 and rule.basis.confidence is Confidence.CONFIRMED


def _doubts(before: Verdict, after: Verdict) -> bool:
    return any(map(after.lacks, before.breaches))
