"""The narrative as far as it is computable: headings, figures, periods, printed spellings."""

from typing import Annotated, Final

import attrs

from mttq._declared.paths import complaint, corrected
from mttq._declared.relations import share_of, total_of
from mttq._declared.types import KEY, Count, Key, Known, Label, checked
from mttq.values import Period, Quantity, Share
from mttq.wording import Phrase

__all__ = ["Heading", "PrintedFigure", "ReportPeriod", "Source", "Statement"]

NAMES: Final = {
    "review": Phrase("Kỳ tổng kết"),
    "unit.children": Phrase("Số đơn vị cấp dưới trực tiếp"),
    "funds.transfers": Phrase("Số tiền quỹ chuyển cho đơn vị khác"),
}
"""What a period or a statement may be about that is no path, each in words."""

Indicator = Annotated[str, Known(complaint, corrected)]


@attrs.frozen(kw_only=True, field_transformer=checked)
class Source:
    """Where something stands in the report."""

    heading: Annotated[str | None, Label("Mục")] = None
    line: Annotated[Count | None, Label("Dòng")] = None
    page: Annotated[Count | None, Label("Trang")] = None

    @property
    def place(self) -> Phrase:
        """The place in words, "Phần thứ hai, II.1.3, dòng 177"."""
        line = None if self.line is None else Phrase("dòng {}", self.line)
        page = None if self.page is None else Phrase("trang {}", self.page)
        return Phrase.joined(", ", filter(None, (self.heading, line, page)))


@attrs.frozen(kw_only=True, field_transformer=checked)
class Heading:
    """A numbered heading as printed: "Phần thứ nhất", "II", "2.1"; headings stand in the text's order.

    >>> Heading(number="2.1", level=3, title="Công tác giám sát").level
    3
    """

    number: Annotated[str, Label("Số mục"), KEY]
    level: Annotated[Count, Label("Cấp đề mục")]
    title: Annotated[str | None, Label("Tên mục"), KEY] = None
    line: Annotated[Count | None, Label("Dòng")] = None

    @property
    def source(self) -> Source:
        """Where the heading stands: at its own number."""
        return Source(heading=Phrase("mục {}", self.number), line=self.line)


@attrs.frozen(kw_only=True, field_transformer=checked)
class Statement:
    """A figure of the narrative, tied to what it states.

    "Chưa tổ chức hội nghị phản biện" is the statement that the number of such conferences is 0.

    Args:
        indicator: the path of a form's row ("kl62-pl2.criticism.conferences") or of a record's field
            ("population.villages"), or a name of your own where the report holds the figure nowhere else.
            One that begins like a path and leads nowhere is refused; a file that holds it is still read.
        value: the figure as stated.
        whole: of how many it is a part ("13.076/15.183 hộ").
        share: the percentage that it is of them.
        planned: what the plan asks for.
        share_of_plan: how much of the plan that is; it may exceed 100%.
        previous: the figure of the same time of the year before, or of the term before.
        change: by how much it is more than that; less, if it is negative.
        growth: the same as a percentage of the former figure.
        period: the time it covers, if the text says so.
        each_year: whether it is a yearly figure ("hằng năm").
        unit: the unit it is about, if that is not the unit of the report.
        according_to: the body whose figure it is, if the text quotes another than the reporter ("theo Chi cục
            Thống kê").
        quote: the words, where you want them kept.
        source: where it stands.
    """

    indicator: Annotated[Indicator, Label("Chỉ tiêu"), Key(path=True)]
    value: Annotated[Quantity, Label("Giá trị")]
    whole: Annotated[Quantity | None, Label("Trong tổng số")] = None
    share: Annotated[Share | None, Label("Tỷ lệ"), share_of("value", "whole")] = None
    planned: Annotated[Quantity | None, Label("Kế hoạch")] = None
    share_of_plan: Annotated[Share | None, Label("Tỷ lệ so với kế hoạch"), share_of("value", "planned")] = (
        None
    )
    previous: Annotated[Quantity | None, Label("Cùng kỳ năm trước")] = None
    change: Annotated[
        Quantity | None, Label("Tăng, giảm so với cùng kỳ"), total_of("value", "-previous", optional=True)
    ] = None
    growth: Annotated[
        Share | None,
        Label("Tỷ lệ tăng, giảm so với cùng kỳ"),
        share_of(("value", "-previous"), "previous"),
    ] = None
    period: Annotated[Period | None, Label("Kỳ"), KEY] = None
    each_year: Annotated[bool, Label("Hằng năm"), KEY] = False
    unit: Annotated[str | None, Label("Đơn vị"), KEY] = None
    according_to: Annotated[str | None, Label("Theo số liệu của"), KEY] = None
    quote: Annotated[str | None, Label("Trích")] = None
    source: Annotated[Source | None, Label("Vị trí")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class ReportPeriod:
    """A period that the report names: of the review, of an appendix, of a figure.

    Args:
        subject: what the period is of: "review", a form's code, or an indicator.
        period: the period as stated.
        stated_years: the length that the report gives in words ("15 năm").
        source: where it stands.
    """

    subject: Annotated[Indicator, Label("Áp dụng cho"), Key(path=True)]
    period: Annotated[Period | None, Label("Kỳ")] = None
    stated_years: Annotated[Count | None, Label("Số năm nêu trong báo cáo")] = None
    source: Annotated[Source | None, Label("Vị trí")] = None


@attrs.frozen(kw_only=True, field_transformer=checked)
class PrintedFigure:
    """How the report spells a figure where that is not the plain spelling: "05", "00".

    >>> PrintedFigure(path="population.villages", text="06").text
    '06'
    """

    path: Annotated[Indicator, Label("Chỉ tiêu"), Key(path=True)]
    text: Annotated[str, Label("Cách ghi")]
