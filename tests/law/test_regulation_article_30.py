"""Regulation on Petition Work, article 30 - reports on officials and their secrecy."""

import pytest

from law.claims import ClaimFacts, Part, parts_of
from law.decision_words import Route
from law.errors import NobodyMayReceive, ReportToAccused
from law.sealing import check_recipient, may_receive, recipients

PARENTS = {
    "city": None,
    "city_discipline": "city",
    "county": "city",
    "county_bureau": "county",
    "county_discipline": "county",
    "county_housing": "county",
    "housing_office": "county_housing",
}
DISCIPLINE = {"city_discipline", "county_discipline"}


class TestParagraph3:
    """What was reported never reaches the accused: neither people nor units."""

    def test_the_accused_unit_and_those_under_it_are_excluded(self) -> None:
        for unit in ("county_housing", "housing_office"):
            with pytest.raises(ReportToAccused, match=unit):
                check_recipient(unit, {"county_housing"}, PARENTS, DISCIPLINE)

    def test_a_unit_beside_the_accused_is_no_recipient_either(self) -> None:
        assert not may_receive("county_bureau", {"county_housing"}, PARENTS, DISCIPLINE)

    def test_superiors_and_organs_of_discipline_are(self) -> None:
        assert recipients({"county_housing"}, PARENTS, DISCIPLINE) == [
            "city",
            "city_discipline",
            "county",
            "county_discipline",
        ]
        check_recipient("county", {"county_housing"}, PARENTS, DISCIPLINE)

    def test_an_accused_organ_of_discipline_is_not(self) -> None:
        found = recipients({"county_discipline"}, PARENTS, DISCIPLINE)
        assert found == ["city", "city_discipline", "county"]

    def test_when_the_county_is_accused_its_own_discipline_organ_is_under_it(self) -> None:
        assert recipients({"county"}, PARENTS, DISCIPLINE) == ["city", "city_discipline"]

    def test_of_two_accused_units_the_recipient_stands_above_both(self) -> None:
        assert not may_receive("county", {"county_housing", "city_discipline"}, PARENTS, set())
        assert may_receive("city", {"county_housing", "city_discipline"}, PARENTS, set())

    def test_where_nobody_known_may_receive_it_somebody_must_be_added(self) -> None:
        with pytest.raises(NobodyMayReceive):
            recipients({"city"}, PARENTS, DISCIPLINE)

    def test_a_report_within_a_complaint_is_taken_out_and_sealed(self) -> None:
        claims = [
            ClaimFacts(1, Route.petition),
            ClaimFacts(2, Route.none, is_sealed=True),
            ClaimFacts(3, Route.petition),
        ]
        assert parts_of(claims) == [
            Part(Route.petition, is_sealed=False, ordinals=(1, 3)),
            Part(Route.none, is_sealed=True, ordinals=(2,)),
        ]
