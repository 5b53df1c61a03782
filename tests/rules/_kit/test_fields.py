"""What fields of records and cells of forms hold."""

import pytest

from mttq.rules._kit.fields import classes_in, unit_at
from mttq.values import Quantity, Share


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("population.households", "households"),
        ("population.persons", "persons"),
        ("funds.mobilised.0.through_funds", "VND"),
        ("funds.gifts.3.count", "gifts"),
        ("core.population.households", "households"),
        ("kl62-pl1.membership.members.first", None),  # of a half the form says nothing
        ("population.poor.share", None),
        ("population.families", None),
        ("population.households.persons", None),
        ("unit.children", None),
    ],
)
def test_a_path_says_what_a_number_counts(path: str, unit: str | None) -> None:
    assert unit_at(path) == unit


def test_classes_are_found_in_whatever_they_stand() -> None:
    found = set(classes_in(tuple[dict[str, Quantity] | Share, ...]))
    assert {tuple, dict, str, Quantity, Share} <= found
