"""A form of a user's own is seen to be well declared before a report is checked."""

import attrs
import pytest

from mttq import Count
from mttq.errors import DeclarationError
from mttq.forms import form, row
from mttq.testing import check_relations


@form("test-well-related", title="Biểu")
@attrs.frozen(kw_only=True)
class Well:
    houses: Count | None = row("1", "Số nhà", at_most="/population.households")


@form("test-ill-related", title="Biểu")
@attrs.frozen(kw_only=True)
class Ill:
    houses: Count | None = row("1", "Số nhà", at_most="/kl62-pl1.cadres.full_time.comune")


def test_what_leads_nowhere_is_refused_with_the_nearest_line() -> None:
    check_relations(Well)
    with pytest.raises(DeclarationError) as caught:
        check_relations(Ill)
    told = "test-ill-related: dòng 1: không có “/kl62-pl1.cadres.full_time.comune”"
    assert str(caught.value) == f"{told}; có phải “/kl62-pl1.cadres.full_time.commune”?"
