"""DOC: the report as a document: its head, and who signs it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from mttq.forms import label_of
from mttq.model import Header
from mttq.report import Report
from mttq.rules._bases import PRACTICE
from mttq.rules._judgements import PASSED, Breach, Judgement, Unverifiable
from mttq.rules._norms import FORMAT
from mttq.rules._rule import Severity, rule
from mttq.vi.text import clean
from mttq.wording import Phrase

__all__ = ["head_of_the_report_is_complete", "signer_speaks_for_the_body_reported_on"]

_HEAD, _SIGNING = (
    (attrs.evolve(FORMAT[0], article=article), PRACTICE) for article in ("Điều 8(2)", "Điều 13")
)
_BODIES: Final = tuple(
    re.compile(names.replace("ủy", "(?:ủy|uỷ)"), re.IGNORECASE)
    for names in (
        "mặt trận|mttq",
        "ủy ban nhân dân|ubnd",
        "hội đồng nhân dân|hđnd",
        "(?:đảng|huyện|tỉnh|thành|quận|thị|cấp) ủy|đảng bộ",
    )
)


@rule("DOC008", Severity.WARNING, level=0, basis=_HEAD)
def head_of_the_report_is_complete(report: Report) -> Iterator[Judgement]:
    """A report says who issued it, under what number, where and when, and to whom it goes.

    Wrong: a report with neither number nor date.
    Right: "Số: 05/BC-MTTQ-BTT", "Trung Sơn, ngày 10 tháng 01 năm 2025", "Nơi nhận: …".
    """
    names = ("issuer", "symbol", "place", "date")
    missing = {
        f"header.{name}": label_of(Header, name) for name in names if getattr(report.header, name) is None
    }
    if not report.recipients:
        missing["recipients"] = label_of(Report, "recipients")
    if missing:
        parts = tuple(Phrase(label[0].lower() + label[1:]) for label in missing.values())
        path, *related = missing
        yield Breach(path=path, args={"parts": parts}, related=tuple(related))
    else:
        yield PASSED


@rule("DOC009", Severity.INFO, level=1, basis=_SIGNING)
def signer_speaks_for_the_body_reported_on(report: Report) -> Iterator[Judgement]:
    """The body that signs is the one that the report is about; another may sign, but a reader will ask.

    Wrong: on the Front, signed for the People's Committee.
    Right: on the Front, signed for the Standing Board of its Committee.
    """
    if report.signature is None or report.subject is None:
        yield Unverifiable("subject" if report.subject is None else "signature")
        return
    body, subject = _bodies_in(report.signature.body), _bodies_in(report.subject)
    if not body or not subject:
        yield Unverifiable("signature.body" if subject else "subject")
    elif body & subject:
        yield PASSED
    else:
        yield Breach(
            path="signature.body",
            args={"subject": report.subject, "body": report.signature.body},
            actual=report.signature.body,
            related=("subject",),
        )


@lru_cache(maxsize=1024)
def _bodies_in(text: str) -> frozenset[int]:
    normal = clean(text)
    return frozenset(index for index, names in enumerate(_BODIES) if names.search(normal))
