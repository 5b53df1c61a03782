"""MEM: union members, association members, and those brought to the Party."""

from collections.abc import Iterator

from mttq.forms import ImplementationAppendix
from mttq.report import Report
from mttq.rules._relations import judge_relation
from mttq.rules._rule import PASSED, Breach, Judgement, Severity, Term, Unverifiable, rule
from mttq.rules._totals import amount
from mttq.values import Pair

__all__ = [
    "admitted_to_the_party_were_nominated",
    "halves_of_a_pair_are_no_slip_of_a_digit",
    "new_members_are_reported_with_the_members",
]


@rule("MEM002", Severity.WARNING, level=1)
def admitted_to_the_party_were_nominated(report: Report) -> Iterator[Judgement]:
    """Who is admitted to the Party was nominated first, so over a long time there are not more of them.

    Wrong: 5 nominated, 7 admitted.
    Right: 7 nominated, 5 admitted.
    """
    appendix, record = report.appendix(ImplementationAppendix), report.membership
    pairs = [(record.admitted_to_party, record.nominated_to_party, "membership")]
    if appendix is not None:
        block = appendix.membership
        pairs.append((block.admitted_to_party, amount(block.nominated_to_party), "kl62-pl1.membership"))
    for admitted, nominated, place in pairs:
        if admitted is None and nominated is None:
            continue
        if admitted is None or nominated is None:
            name = "admitted_to_party" if admitted is None else "nominated_to_party"
            yield Unverifiable(f"{place}.{name}")
        elif admitted <= nominated:
            yield PASSED
        else:
            left = Term("được kết nạp", admitted, f"{place}.admitted_to_party")
            right = Term("được giới thiệu", nominated, f"{place}.nominated_to_party")
            yield judge_relation(left, "≤", right, admitted=admitted, nominated=nominated)


@rule("MEM004", Severity.INFO, level=1)
def halves_of_a_pair_are_no_slip_of_a_digit(report: Report, digits: int = 3) -> Iterator[Judgement]:
    """Two numbers of members that differ by one digit put in are often one number typed twice.

    Numbers of fewer than `digits` digits are too often so by chance.

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


@rule("MEM007", Severity.WARNING, level=1)
def new_members_are_reported_with_the_members(report: Report) -> Iterator[Judgement]:
    """The line after the number of members asks how many of them are new; blank, it is no zero.

    Wrong: 169/1.169 members, no figure for new ones.
    Right: 169/1.169 members, 12/85 of them new.
    """
    appendix = report.appendix(ImplementationAppendix)
    if appendix is None or appendix.membership.members is None:
        return
    if appendix.membership.admitted is not None:
        yield PASSED
    else:
        yield Breach(
            path="kl62-pl1.membership.admitted",
            args={"members": appendix.membership.members},
            related=("kl62-pl1.membership.members",),
        )
