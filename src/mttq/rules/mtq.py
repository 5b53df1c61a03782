"""MTQ: how a check itself went.

These rules take part in every check, regardless of the rules chosen; a profile leaves them out by `ignore`
only.  Two numbers belong to no rule.  MTQ902 (a rule that lacks what it needs) stays free: what a
rule could not judge is counted as not verifiable or not applicable, and a rule without an entry in
`Findings.counts` did not take part.  MTQ998 (a limit reached) is printed by `mttq.repairs._repair.Repairs`.
"""

from collections.abc import Iterator
from typing import Final

from mttq.rules._kit.bases import Basis
from mttq.rules._kit.judgements import Breach, Judgement
from mttq.rules._kit.rule import Severity, rule
from mttq.rules._kit.subjects import Accepted, Run, Scope

__all__ = ["rules_judge_to_the_end", "waivers_cover_a_breach", "waivers_have_not_expired"]

_CONVENTION: Final = Basis(text="Quy ước của mttq")


@rule(
    "MTQ900",
    Severity.WARNING,
    level=0,
    basis=_CONVENTION,
    scope=Scope.RUN,
    title="Giải trình đã chấp nhận cần còn thời hạn",
    message="Giải trình đã chấp nhận cho {code} hết hạn ngày {expires}; đề nghị xem xét lại",
    reason="""
        Giải trình chỉ được chấp nhận trong một thời hạn; hết thời hạn đó cần có người xem xét lại.

        Sai: Giải trình được chấp nhận đến ngày 31/12/2024; báo cáo ngày 10/01/2025 vẫn có phát hiện đó.
        Đúng: Giải trình được chấp nhận đến ngày 31/12/2025.
    """,
)
def waivers_have_not_expired(run: Run) -> Iterator[Judgement]:
    """A finding is accepted for a time; after that, somebody looks at it again.

    Wrong: a waiver until 31 December 2024, and the same breach in a report of 10 January 2025.
    Right: a waiver until 31 December 2025.
    """
    for waiver in run.expired:
        if waiver.expires is not None:
            yield Breach(
                path=waiver.path or waiver.code,
                about=_told(waiver),
                args={"code": waiver.code, "expires": waiver.expires},
            )


@rule(
    "MTQ901",
    Severity.WARNING,
    level=0,
    basis=_CONVENTION,
    scope=Scope.RUN,
    title="Giải trình đã chấp nhận cần còn ứng với một phát hiện",
    message=(
        "Giải trình đã chấp nhận cho {code} (“{reason}”) không còn ứng với phát hiện nào; đề nghị bỏ khỏi tệp"
    ),
    reason="""
        Giải trình đã chấp nhận mà không còn ứng với phát hiện nào thì cần bỏ đi, để không che khuất phát hiện
        về sau. Trường hợp này xảy ra khi số liệu đã được sửa, hoặc nơi đó nay ghi số khác với số đã chấp
        nhận.

        Sai: Có giải trình đã chấp nhận cho một dòng tổng nay đã cộng khớp.
        Đúng: Không còn giải trình đó.
    """,
)
def waivers_cover_a_breach(run: Run) -> Iterator[Judgement]:
    """A waiver that covers nothing is removed, so that it cannot hide a later finding.

    It covers nothing once the figure was corrected, or when the accepted figure has changed.

    Wrong: a waiver for a sum that now adds up.
    Right: no waiver.
    """
    for waiver in run.stale:
        yield Breach(
            path=waiver.path or waiver.code,
            about=_told(waiver),
            args={"code": waiver.code, "reason": waiver.reason},
        )


def _told(waiver: Accepted) -> str:
    """Distinguish a waiver from others by what it accepts."""
    return f"{waiver.code} {waiver.fingerprint or ''}".rstrip()


@rule(
    "MTQ999",
    Severity.ERROR,
    level=0,
    basis=_CONVENTION,
    scope=Scope.RUN,
    title="Quy tắc phải chạy được đến hết",
    message=(
        "Quy tắc {code} gặp lỗi chương trình, phần còn lại chưa được đối chiếu ({error}); đề "
        "nghị báo người phụ trách phần mềm"
    ),
    reason="""
        Quy tắc bị dừng do lỗi chương trình thì không được coi là đạt; các quy tắc khác vẫn đối chiếu bình
        thường. Các lần đối chiếu trước khi dừng vẫn được tính.

        Sai: Quy tắc do đơn vị tự viết chia cho số hộ khi số hộ bằng 0.
        Đúng: Khi số hộ bằng 0 hoặc để trống, quy tắc báo chưa đủ số liệu.
    """,
)
def rules_judge_to_the_end(run: Run) -> Iterator[Judgement]:
    """A rule that breaks down has not passed; the others still run.

    What it checked before is still counted.

    Wrong: a custom rule divides by a number of households that is 0.
    Right: it yields `Unverifiable` where that number is 0 or blank.
    """
    for code, error in run.crashed.items():
        yield Breach(path=code, args={"code": code, "error": error})
