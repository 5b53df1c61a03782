"""MEM: union members, association members, and those brought to the Party."""

from collections.abc import Iterator
from typing import Final

from mttq.forms import ImplementationAppendix
from mttq.model import SocioPoliticalOrganization
from mttq.report import Report
from mttq.rules._kit.bases import FORM, PRACTICE
from mttq.rules._kit.cells import HALVES
from mttq.rules._kit.claims import claim
from mttq.rules._kit.judgements import PASSED, Breach, Evidence, Judgement, Term, Unverifiable
from mttq.rules._kit.rule import Severity, rule
from mttq.values import Pair

__all__ = [
    "admitted_to_the_party_were_nominated",
    "closing_members_follow_from_opening_ones",
    "halves_of_a_pair_are_no_slip_of_a_digit",
    "members_are_the_sum_of_the_organisations",
    "new_members_are_reported_with_the_members",
]

_NEW_MEMBERS: Final = claim("needed", "kl62-pl1.membership.admitted")
_ADMITTED: Final = claim("at_most", "membership.admitted_to_party", "kl62-pl1.membership.admitted_to_party")
_CLOSING: Final = claim("total_of", "membership.organisations.*.closing")


@rule(
    "MEM002",
    Severity.WARNING,
    level=1,
    basis=PRACTICE,
    claims=_ADMITTED,
    title="Số được kết nạp Đảng cần không nhiều hơn số được giới thiệu",
    message="Kết nạp {stated} người, giới thiệu {other} người; nếu tính khác kỳ, đề nghị ghi rõ",
    reason="""
        Người được kết nạp Đảng đều đã được giới thiệu trước đó, nên trong thời gian dài số được kết nạp không
        nhiều hơn số được giới thiệu.

        Sai: Giới thiệu 5 người, kết nạp 7 người.
        Đúng: Giới thiệu 7 người, kết nạp 5 người.
    """,
)
def admitted_to_the_party_were_nominated(report: Report) -> Iterator[Judgement]:
    """Who is admitted to the Party was nominated first, so over a long time there are not more of them.

    Wrong: 5 nominated, 7 admitted.
    Right: 7 nominated, 5 admitted.
    """
    return _ADMITTED.judge(report)


@rule(
    "MEM004",
    Severity.INFO,
    level=1,
    basis=PRACTICE,
    title="Số đoàn viên và số hội viên thường không gần như trùng nhau",
    message="{first} và {second} chỉ khác nhau một chữ số; đề nghị kiểm tra có gõ lặp",
    reason="""
        Số đoàn viên và số hội viên chỉ khác nhau ở một chữ số thêm vào có thể là một số gõ lặp hai lần, đề
        nghị kiểm tra. Số có ít chữ số thì không đối chiếu, vì dễ trùng ngẫu nhiên.

        Sai: “169/1.169”.
        Đúng: “169/1.204”.
    """,
)
def halves_of_a_pair_are_no_slip_of_a_digit(report: Report, digits: int = 3) -> Iterator[Judgement]:
    """Two numbers of members that differ only by one inserted digit are often one number typed twice.

    With fewer than `digits` digits this happens too often by chance.

    Wrong: "169/1.169".
    Right: "169/1.204".
    """
    appendix = report.appendix(ImplementationAppendix)
    if appendix is None:
        return
    for name in ("members", "admitted"):
        pair = getattr(appendix.membership, name)
        if not isinstance(pair, Pair):
            continue
        short, long = sorted((str(pair.first), str(pair.second)), key=len)
        inserted = len(long) == len(short) + 1 and any(
            long[:cut] + long[cut + 1 :] == short for cut in range(len(long))
        )
        if inserted and len(short) >= digits:
            args = {"first": pair.first, "second": pair.second}
            yield Breach(path=f"kl62-pl1.membership.{name}", args=args, actual=pair)
        else:
            yield PASSED


@rule(
    "MEM005",
    Severity.ERROR,
    level=2,
    claims=_CLOSING,
    title="Số cuối kỳ phải bằng số đầu kỳ cộng kết nạp trừ giảm",
    message="Số đầu kỳ cộng kết nạp trừ giảm là {other}; báo cáo ghi cuối kỳ {stated}",
    reason="""
        Số đoàn viên, hội viên cuối kỳ của một tổ chức bằng số đầu kỳ cộng số kết nạp mới trừ số giảm.

        Sai: Đầu kỳ 300, kết nạp 40, giảm 10, cuối kỳ 340.
        Đúng: Đầu kỳ 300, kết nạp 40, giảm 10, cuối kỳ 330.
    """,
)
def closing_members_follow_from_opening_ones(report: Report) -> Iterator[Judgement]:
    """An organisation has at the end of a period the members of its beginning, plus admitted, minus left.

    Wrong: 300 at the beginning, 40 admitted, 10 left, 340 at the end.
    Right: 300 at the beginning, 40 admitted, 10 left, 330 at the end.
    """
    return _CLOSING.judge(report)


@rule(
    "MEM006",
    Severity.ERROR,
    level=1,
    title="Tổng số đoàn viên, hội viên phải bằng tổng các tổ chức",
    message="Báo cáo ghi tổng {total}; cộng các tổ chức được {sum}",
    reason="""
        Số đoàn viên, hội viên của các tổ chức cộng lại phải bằng tổng số ghi trong báo cáo và phụ lục. Khi
        thiếu một tổ chức hoặc thiếu số của tổ chức đó, các tổ chức còn lại cộng vào vẫn không được nhiều hơn
        tổng.

        Sai: Tổng 900 hội viên: 500 nông dân, 300 phụ nữ, 200 cựu chiến binh.
        Đúng: Tổng 1.000 hội viên: 500 nông dân, 300 phụ nữ, 200 cựu chiến binh.
    """,
)
def members_are_the_sum_of_the_organisations(report: Report) -> Iterator[Judgement]:
    """The members of the organisations add up to the members that the report and its appendix count.

    Where an organisation or its figure is missing, the sum of the others is still at most the total.

    Wrong: 900 association members: 500 farmers, 300 women, 200 veterans.
    Right: 1.000 association members: 500 farmers, 300 women, 200 veterans.
    """
    record, appendix = report.membership, report.appendix(ImplementationAppendix)
    for field, there, name, totals in (
        ("closing", "", "members", (record.union_members, record.association_members)),
        (
            "admitted",
            "admitted_",
            "admitted",
            (record.admitted_union_members, record.admitted_association_members),
        ),
    ):
        cell = None if appendix is None else getattr(appendix.membership, name)
        cells = tuple(cell) if isinstance(cell, Pair) else (None, None)
        for half, sort in enumerate(("union", "association")):
            parts = _members_of(report, field, union=sort == "union")
            known = sum(figure for _, _, figure in parts)
            for total, path in (
                (totals[half], "membership.{there}{sort}_members"),
                (cells[half], "kl62-pl1.membership.{name}"),
            ):
                if parts and total is not None:
                    if known == total:
                        yield PASSED
                    else:
                        place = path.format(there=there, sort=sort, name=name)
                        yield _unequal(total, known, place, parts, field)


_Part = tuple[int, str, int]  # the position of an organisation, its name, its figure


def _members_of(report: Report, field: str, *, union: bool) -> list[_Part]:
    """Return the five organisations, as far as they are of one sort and say something of their members."""
    return [
        (number, item.organisation, figure)
        for number, item in enumerate(report.membership.organisations)
        if (figure := getattr(item, field)) is not None
        and item.is_socio_political
        and item.has_union_members is union
    ]


def _unequal(total: int, known: int, path: str, parts: list[_Part], field: str) -> Judgement:
    named = {body for _, body, _ in parts}
    union = SocioPoliticalOrganization(parts[0][1]).has_union_members
    of_this_sort = {item for item in SocioPoliticalOrganization if item.has_union_members is union}
    if known < total and of_this_sort - named:
        return Unverifiable("membership.organisations")
    terms = tuple(
        Term(str(body), figure, f"membership.organisations.{number}.{field}")
        for number, body, figure in parts
    )
    return Breach(
        path=path,
        args={"total": total, "sum": known},
        evidence=Evidence((Term("tổng số", total, path),), "=", terms),
        expected=known,
        actual=total,
        related=tuple(term.path for term in terms),
        about="" if union else HALVES[1],
    )


@rule(
    "MEM007",
    Severity.WARNING,
    level=1,
    basis=FORM,
    claims=_NEW_MEMBERS,
    title="Cần ghi số đoàn viên, hội viên kết nạp mới",
    message=("Có {other} đoàn viên/hội viên nhưng dòng kết nạp mới để trống; nếu không có, đề nghị ghi 0"),
    reason="""
        Dòng sau số đoàn viên, hội viên hỏi trong đó có bao nhiêu người kết nạp mới; để trống thì không hiểu
        là 0.

        Sai: 169/1.169 đoàn viên/hội viên, dòng kết nạp mới để trống.
        Đúng: 169/1.169 đoàn viên/hội viên, kết nạp mới 12/85.
    """,
)
def new_members_are_reported_with_the_members(report: Report) -> Iterator[Judgement]:
    """The line after the number of members asks how many of them are new; a blank there is not a zero.

    Wrong: 169/1.169 members, no figure for new ones.
    Right: 169/1.169 members, 12/85 of them new.
    """
    return _NEW_MEMBERS.judge(report)
