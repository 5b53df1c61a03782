"""Union members and association members."""

from mttq.model import SocioPoliticalOrganization


def test_two_of_the_five_organisations_have_union_members() -> None:
    assert {
        organisation.name: organisation.has_union_members for organisation in SocioPoliticalOrganization
    } == {
        "TRADE_UNION": True,
        "FARMERS": False,
        "YOUTH_UNION": True,
        "WOMENS_UNION": False,
        "VETERANS": False,
    }
