"""Regulation on Petition Work, article 31 - six ways to handle a claim."""

from datetime import date

import pytest

from law.claims import ClaimFacts, parts_of
from law.clock_rules import rule_for
from law.decision_words import Route
from law.reclassification import ClockChange, clock_change
from tests.law import dates as d
from tests.law.ledgers import due_of, started


class TestItem5:
    """Who asks for protection or an inquiry gets the duty performed, or an answer."""

    def test_two_months_unless_another_law_says_otherwise(self) -> None:
        due = due_of(rule_for("D18", d.MON_2_MAR_2026), started(d.MON_2_MAR_2026))
        assert due.unrolled == date(2026, 5, 2)

    def test_the_two_months_are_of_2015(self) -> None:
        assert rule_for("D18", d.MON_2_MAR_2026).in_force_from == date(2015, 5, 1)


class TestItems:
    """Claims that belong on different ways are handled apart."""

    def test_each_way_is_a_part_with_its_claims(self) -> None:
        claims = [
            ClaimFacts(1, Route.arbitration),
            ClaimFacts(2, Route.petition),
            ClaimFacts(3, Route.arbitration),
        ]
        assert [(part.route, part.ordinals) for part in parts_of(claims)] == [
            (Route.arbitration, (1, 3)),
            (Route.petition, (2,)),
        ]


class TestCorrectedWay:
    """A wrong way is put right; the clock of the right one runs as if it had been right before."""

    def test_from_the_original_receipt_where_nothing_was_accepted(self) -> None:
        change = clock_change(Route.none, Route.petition, received_on=d.MON_2_MAR_2026)
        assert change == ClockChange(None, "D05", d.MON_2_MAR_2026)

    def test_from_acceptance_where_there_was_one(self) -> None:
        change = clock_change(
            Route.duty,
            Route.petition,
            received_on=d.MON_2_MAR_2026,
            accepted_on=d.TUE_10_MAR_2026,
        )
        assert change == ClockChange("D18", "D05", d.TUE_10_MAR_2026)

    def test_a_duty_counts_from_the_application_whenever_it_was_accepted(self) -> None:
        change = clock_change(
            Route.petition,
            Route.duty,
            received_on=d.MON_2_MAR_2026,
            accepted_on=d.TUE_10_MAR_2026,
        )
        assert change == ClockChange("D05", "D18", d.MON_2_MAR_2026)

    @pytest.mark.parametrize("route", [Route.litigation, Route.arbitration, Route.none])
    def test_on_the_ways_of_others_no_clock_of_ours_runs(self, route: Route) -> None:
        change = clock_change(Route.petition, route, received_on=d.MON_2_MAR_2026)
        assert change == ClockChange(withdraw="D05")

    def test_between_ways_without_clock_nothing_changes(self) -> None:
        change = clock_change(Route.none, Route.arbitration, received_on=d.MON_2_MAR_2026)
        assert change == ClockChange()
