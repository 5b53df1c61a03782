"""CAM: campaigns, emulation movements, communication."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mttq.forms import ImplementationAppendix
from mttq.report import Report
from mttq.rules._data.norms import CAMPAIGNS, CampaignName
from mttq.rules._kit.amounts import CUT
from mttq.rules._kit.bands import USUAL
from mttq.rules._kit.bases import PRACTICE
from mttq.rules._kit.claims import claim
from mttq.rules._kit.judgements import PASSED, Breach, Judgement, Suggestion, Term, Unverifiable
from mttq.rules._kit.relations import compare
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.spans import whole_years
from mttq.rules._kit.statements import judge_cuts, judge_statements, naming, where
from mttq.values import Pair
from mttq.vi import fold

__all__ = [
    "campaigns_have_their_names",
    "hedged_figures_of_the_text_are_near",
    "people_reached_fit_the_conferences",
    "rewards_of_the_text_are_in_the_appendix",
    "shares_show_their_base",
    "text_agrees_with_the_appendix",
    "years_of_a_festival_fit_its_period",
]


_ALIKE: Final = Fraction(2, 3)
"""The share of words in common from which two names are taken for one."""

_REACHED: Final = claim(
    "each", "kl62-pl1.dissemination.conferences.people_reached", "campaigns.conferences.*.attendances"
)
_WORD: Final = re.compile(r"\w+")
_UNITS: Final = ("persons", "conferences")


@rule(
    "CAM001",
    Severity.INFO,
    level=1,
    basis=tuple(item.basis for item in CAMPAIGNS),
    by_day=False,
    title="Tên cuộc vận động nên ghi đúng tên dùng trong kỳ báo cáo",
    message="Tên “{name}” đề nghị ghi là “{right}”",
    reason="""
        Cuộc vận động chung của cả hệ thống Mặt trận nên ghi đủ tên để người khác tra cứu được. Tên không
        giống tên nào đã biết được coi là cuộc vận động của địa phương và không đối chiếu.

        Sai: “Toàn dân đoàn kết xây dựng nông thôn mới”.
        Đúng: “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”.
    """,
)
def campaigns_have_their_names(
    report: Report, names: tuple[CampaignName, ...] = CAMPAIGNS
) -> Iterator[Judgement]:
    """A campaign of the whole Front is called by its full name, by which others find it.

    A name unlike all known ones belongs to a local campaign and is not checked.

    Wrong: "Toàn dân đoàn kết xây dựng nông thôn mới".
    Right: "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh".
    """
    for number, campaign in enumerate(report.campaigns.campaigns):
        words = _words(campaign.name)
        likest = _likest(words, names)
        if likest is None:
            continue
        right = likest.name
        if words == _words(right):
            yield PASSED
        else:
            path = f"campaigns.campaigns.{number}.name"
            yield Breach(
                path=path,
                basis=likest.basis,
                args={"name": campaign.name, "right": right},
                expected=right,
                actual=campaign.name,
                suggestions=(Suggestion(path=path, old=campaign.name, new=right),),
            )


@lru_cache(maxsize=512)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


@lru_cache(maxsize=512)
def _likest(words: tuple[str, ...], names: tuple[CampaignName, ...]) -> CampaignName | None:
    """Return the known name that is most like a name; None if none is like it."""
    alike = ((_likeness(words, _words(item.name)), item) for item in names)
    likeness, found = max(alike, key=lambda pair: pair[0], default=(Fraction(0), None))
    return found if likeness >= _ALIKE else None


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> Fraction:
    """Return the share of words that two names have in common."""
    return Fraction((Counter(one) & Counter(other)).total(), max(len(one), len(other), 1))


@rule(
    "CAM002",
    Severity.WARNING,
    level=1,
    title="Số liệu phần lời cần thống nhất với phụ lục",
    message="Phần lời ghi {text}; {where} ghi {appendix}",
    reason="""
        Một số liệu có cả ở phần lời và phụ lục thì chỉ là một, nên hai nơi cần ghi khớp nhau. Quy tắc này đối
        chiếu mọi số liệu phần lời mà không quy tắc nào khác đối chiếu.

        Sai: Phần lời ghi 115 hội nghị, phụ lục ghi 45.
        Đúng: Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 45.
    """,
)
def text_agrees_with_the_appendix(report: Report) -> Iterator[Judgement]:
    """A fact that the narrative and an appendix both give is one fact, so the figures agree.

    This covers all figures of the narrative that no other rule checks.

    Wrong: the text has 115 conferences, the appendix 45.
    Right: the text has "hơn 40" conferences, the appendix 45.
    """
    return naming(judge_statements(report), where)


@rule(
    "CAM003",
    Severity.WARNING,
    level=1,
    basis=USUAL,
    claims=_REACHED,
    title="Số người dự cần phù hợp với số hội nghị",
    message=(
        "Báo cáo ghi {stated} dự {other}; "
        "bình quân mỗi hội nghị {mean}, ngoài mức thường gặp ({low} đến {high} người)"
    ),
    reason="""
        Số người dự một hội nghị thường vừa một hội trường; bình quân quá ít hoặc quá nhiều người cho thấy số
        người hoặc số hội nghị cần kiểm tra lại.

        Sai: 155.500 người dự 75 hội nghị.
        Đúng: 1.555 người dự 75 hội nghị.
    """,
)
def people_reached_fit_the_conferences(
    report: Report, least: int = 10, greatest: int = 300
) -> Iterator[Judgement]:
    """A conference reaches as many people as a hall holds: more than a handful, fewer than a stadium.

    Wrong: 155.500 people at 75 conferences.
    Right: 1.555 people at 75 conferences.
    """
    return _REACHED.judge(report, low=least, high=greatest)


@rule(
    "CAM004",
    Severity.ERROR,
    level=1,
    title="Số khen thưởng ở phần lời không được nhiều hơn phụ lục",
    message="Phần lời ghi {text}; phụ lục chỉ ghi {appendix}",
    reason="""
        Phụ lục tính tất cả tập thể, cá nhân được khen thưởng, nên không đợt khen thưởng nào ở phần lời có thể
        nhiều hơn.

        Sai: Phần lời ghi 12 tập thể và 160 cá nhân; phụ lục ghi tất cả 150.
        Đúng: Phần lời ghi 4 tập thể và 11 cá nhân; phụ lục ghi tất cả 150.
    """,
)
def rewards_of_the_text_are_in_the_appendix(report: Report) -> Iterator[Judgement]:
    """The appendix counts all that were commended, so no single occasion can have more.

    Wrong: the text names 12 collectives and 160 individuals, the appendix 150 in all.
    Right: the text names 4 collectives and 11 individuals, the appendix 150 in all.
    """
    appendix = report.appendix(ImplementationAppendix)
    if appendix is None:
        return
    commended = appendix.movements.commended
    for number, item in enumerate(report.campaigns.commendations):
        collectives, individuals = item.collectives, item.individuals
        if collectives is None and individuals is None:
            continue
        if commended is None:
            yield Unverifiable("kl62-pl1.movements.commended")
        elif isinstance(commended, Pair):
            if collectives is not None:
                yield _at_most(collectives, commended.first, number, "collectives")
            if individuals is not None:
                yield _at_most(individuals, commended.second, number, "individuals")
        else:
            name = "individuals" if collectives is None else "collectives"
            yield _at_most((collectives or 0) + (individuals or 0), commended, number, name)


def _at_most(part: int, whole: int, number: int, name: str) -> Judgement:
    if part <= whole:
        return PASSED
    place = f"campaigns.commendations.{number}.{name}"
    there = Term("phụ lục", whole, "kl62-pl1.movements.commended")
    return compare(Term("phần lời", part, place), "≤", there, text=part, appendix=whole)


@rule(
    "CAM005",
    Severity.INFO,
    level=1,
    basis=PRACTICE,
    title="Tỷ lệ phần trăm nên kèm tử số và mẫu số",
    message="Tỷ lệ {share} chưa kèm tử số, mẫu số; đề nghị bổ sung để đối chiếu được",
    reason="""
        Tỷ lệ phần trăm không kèm tử số và mẫu số thì cho biết ít, và cấp trên không tổng hợp được.

        Sai: “100% các khu dân cư tổ chức ngày hội”.
        Đúng: “5/5 khu dân cư (100%) tổ chức ngày hội”.
    """,
)
def shares_show_their_base(report: Report) -> Iterator[Judgement]:
    """A percentage without its two numbers says little, and the next level cannot aggregate it.

    Wrong: "100% các khu dân cư tổ chức ngày hội".
    Right: "5/5 khu dân cư (100%) tổ chức ngày hội".
    """
    for number, festival in enumerate(report.campaigns.festivals):
        if festival.share_holding is not None:
            if festival.areas is None or festival.areas_holding is None:
                path = f"campaigns.festivals.{number}.share_holding"
                yield Breach(path=path, args={"share": festival.share_holding}, actual=festival.share_holding)
            else:
                yield PASSED


@rule(
    "CAM006",
    Severity.ERROR,
    level=1,
    title="Số năm phải khớp với giai đoạn ghi kèm",
    message="Báo cáo ghi {years} năm nhưng kèm theo {period}",
    reason="""
        Số năm và hai năm ghi kèm cùng nói về một giai đoạn, nên phải khớp nhau.

        Sai: “20 năm, giai đoạn 2003 - 2013”.
        Đúng: “20 năm, giai đoạn 2003 - 2023”.
    """,
)
def years_of_a_festival_fit_its_period(report: Report) -> Iterator[Judgement]:
    """The number of years agrees with the two years next to it.

    Wrong: "20 năm, giai đoạn 2003 - 2013".
    Right: "20 năm, giai đoạn 2003 - 2023".
    """
    for number, festival in enumerate(report.campaigns.festivals):
        stated = festival.stated_years
        if stated is None or festival.period is None:
            continue
        possible = whole_years(festival.period)
        if not possible:
            yield Unverifiable(f"campaigns.festivals.{number}.period")
        elif stated in possible:
            yield PASSED
        else:
            left = Term("số năm nêu", stated, f"campaigns.festivals.{number}.stated_years")
            right = Term("số năm của kỳ", possible[0])
            yield compare(left, "=", right, years=stated, period=festival.period)


@rule(
    "CAM007",
    Severity.WARNING,
    level=1,
    basis=CUT,
    title="Số ước lượng ở phần lời cần sát với phụ lục",
    message=(
        "Phần lời ghi {text}; {where} ghi {appendix}; theo cách ghi thường gặp, “hơn 2,7” là từ "
        "2,7 đến dưới 2,8"
    ),
    reason="""
        Phần lời ghi “hơn” hoặc “gần” thường là bỏ bớt phần sau chữ số cuối cùng đã ghi, ví dụ “hơn 5.500” là
        dưới 5.600. Đây là cảnh báo vì theo câu chữ thì số thực có thể cách xa hơn; trong các báo cáo đã kiểm
        tra được thì chưa gặp trường hợp nào như vậy.

        Sai: Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 450.
        Đúng: Phần lời ghi “hơn 40” hội nghị, phụ lục ghi 45.
    """,
)
def hedged_figures_of_the_text_are_near(report: Report) -> Iterator[Judgement]:
    """A text that says "hơn" or "gần" cuts a figure after its last printed digit: "hơn 5.500" is below 5.600.

    The words allow more, so this is a warning; in the reports that could be checked it was never more.

    Wrong: the text has "hơn 40" conferences, the appendix 450.
    Right: the text has "hơn 40" conferences, the appendix 45.
    """
    return naming(judge_cuts(report), where)
