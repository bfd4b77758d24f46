"""Regulation on Petition Work, article 24(1) - a matter of several units."""

import pytest

from law.decision_facts import Dispute
from law.errors import NotJoint
from law.joint_handling import dispute_of
from law.unit_tree import common_superior, is_within, superiors

PARENTS = {
    "city": None,
    "city_housing": "city",
    "county": "city",
    "county_housing": "county",
    "county_water": "county",
    "railway": None,
}


class TestParagraph1:
    """They agree; if not, the superior they share decides; without one, the joint conference."""

    def test_without_a_dispute_they_agree(self) -> None:
        units = ["county_housing", "county_water"]
        assert dispute_of(units, PARENTS, is_disputed=False) == (Dispute.none, "county")

    def test_in_a_dispute_the_nearest_common_superior_decides(self) -> None:
        units = ["county_housing", "county_water"]
        assert dispute_of(units, PARENTS, is_disputed=True) == (Dispute.common_superior, "county")

    def test_across_levels_it_lies_higher(self) -> None:
        units = ["county_housing", "city_housing"]
        assert dispute_of(units, PARENTS, is_disputed=True) == (Dispute.common_superior, "city")

    def test_without_a_common_superior_the_joint_conference_does(self) -> None:
        units = ["county_housing", "railway"]
        assert dispute_of(units, PARENTS, is_disputed=True) == (Dispute.no_common_superior, None)

    def test_one_unit_alone_is_no_joint_matter(self) -> None:
        with pytest.raises(NotJoint):
            dispute_of(["railway", "railway"], PARENTS, is_disputed=True)


class TestTree:
    """Who stands above whom."""

    def test_the_nearest_superior_comes_first(self) -> None:
        assert superiors("county_water", PARENTS) == ["county", "city"]
        assert superiors("city", PARENTS) == superiors("unknown", PARENTS) == []

    def test_a_superior_is_not_common_to_itself(self) -> None:
        assert common_superior(["county", "county_water"], PARENTS) == "city"

    def test_a_loop_in_the_records_ends(self) -> None:
        loop: dict[str, str | None] = {"a": "b", "b": "a"}
        assert superiors("a", loop) == ["b"]
        assert is_within("a", "b", loop)
