"""Regulation on Petition Work, article 22 - the bureau registers, forwards and assigns."""

from dataclasses import replace
from datetime import timedelta

import pytest

from law.clock_due import due_by_rule
from law.clock_rules import rule_for
from law.errors import EntryIncomplete, UnknownVariant
from law.level_limits import level_limits
from law.levels import Level
from law.periods import Unit
from tests.law import dates as d
from tests.law.dates import CALENDAR
from tests.law.ledgers import ASSIGNMENT, add, due_of, extended, started


class TestParagraph1:
    """The bureau deals with what it receives within 15 days; an assignment sets its own date."""

    def test_the_bureau_has_15_days(self) -> None:
        rule = rule_for("D01", d.TUE_23_SEP_2025)
        assert (rule.length, rule.unit) == (15, Unit.calendar)
        assert due_of(rule, started(d.TUE_23_SEP_2025)).due == d.THU_9_OCT_2025

    def test_an_assignment_is_due_when_its_letter_says(self) -> None:
        assert ASSIGNMENT.is_configurable
        due = due_of(ASSIGNMENT, started(d.FRI_26_SEP_2025, until=d.WED_1_OCT_2025))
        assert due.due == d.WED_1_OCT_2025

    def test_an_assignment_may_give_days_instead(self) -> None:
        due = due_of(ASSIGNMENT, started(d.FRI_26_SEP_2025, days=14))
        assert due.due == d.FRI_10_OCT_2025

    def test_an_assignment_without_date_or_days_is_refused(self) -> None:
        with pytest.raises(EntryIncomplete):
            add(ASSIGNMENT, started(d.FRI_26_SEP_2025))
        with pytest.raises(EntryIncomplete):
            due_by_rule(ASSIGNMENT, d.FRI_26_SEP_2025, CALENDAR)

    def test_its_assigner_may_extend_it_more_than_once(self) -> None:
        first_day = started(d.FRI_26_SEP_2025, until=d.THU_9_OCT_2025)
        once = extended(d.THU_9_OCT_2025, days=1, actor="assigner")
        twice = extended(d.FRI_10_OCT_2025, days=45, actor="assigner")
        state = add(ASSIGNMENT, first_day, once, twice)
        assert state.extended_days == 46
        assert state.due is not None
        assert state.due.due == d.THU_9_OCT_2025 + timedelta(days=46)


class TestLevels:
    """On its way down each level has a share of the 15 days; the shares are an office's to set."""

    def test_each_level_counts_from_its_own_receipt(self) -> None:
        limits = level_limits(
            [(Level.province, d.TUE_10_MAR_2026), (Level.city, d.FRI_13_MAR_2026)], CALENDAR
        )
        assert [(limit.level, limit.due) for limit in limits] == [
            (Level.province, d.FRI_13_MAR_2026),
            (Level.city, d.MON_16_MAR_2026),
        ]
        assert not any(limit.is_cut for limit in limits)

    def test_the_fifteen_days_from_the_first_registration_cut_a_share_short(self) -> None:
        limits = level_limits(
            [(Level.province, d.TUE_10_MAR_2026), (Level.county, d.TUE_24_MAR_2026)], CALENDAR
        )
        assert (limits[1].due, limits[1].is_cut) == (d.WED_25_MAR_2026, True)

    def test_an_office_may_set_other_shares(self) -> None:
        shares = replace(rule_for("D01a", d.TUE_10_MAR_2026), variants=(("city", 7),))
        (limit,) = level_limits([(Level.city, d.TUE_10_MAR_2026)], CALENDAR, shares)
        assert limit.due == d.TUE_17_MAR_2026

    def test_town_and_street_have_no_share(self) -> None:
        with pytest.raises(UnknownVariant, match="town"):
            level_limits([(Level.town, d.TUE_10_MAR_2026)], CALENDAR)

    def test_without_a_registration_there_is_no_limit(self) -> None:
        assert level_limits([], CALENDAR) == []

    def test_levels_know_who_is_above(self) -> None:
        assert Level.national.is_above(Level.county)
        assert not Level.county.is_above(Level.county)
        assert [level.rank for level in Level] == [1, 2, 3, 4, 5]
