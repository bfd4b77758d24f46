"""Regulation on Petition Work, article 25 - grave and urgent matters are reported at once."""

from datetime import datetime, timedelta

import pytest

from law.clock_rule import Mark
from law.clock_rules import rule_for
from law.errors import PeriodNotInDays, PeriodNotInHours, PeriodTooLong, PeriodTooShort
from law.instants import SHANGHAI
from law.order import Conduct, OrderStep, order_steps
from law.period_types import Unit
from law.periods import due_moment, hours_after, start_of_day
from law.sources import cite_basis
from law.urgent import REPORTING, UPWARDS, ReportForm, Told, report_limits, tellings
from tests.law import dates as d
from tests.law.ledgers import due_of, started

REPORT = rule_for("D22", d.MON_2_MAR_2026)


class TestParagraph1:
    """What may have effects on the public is reported in time to the own party committee and
    government; how many hours that is, an office sets."""

    @pytest.mark.parametrize(("variant", "hours"), [("phone", 1), ("written", 2)])
    def test_the_hours_are_defaults(self, variant: str, hours: int) -> None:
        assert (REPORT.length_of(variant), REPORT.mark) == (hours, Mark.recalled)
        known_at = start_of_day(d.MON_2_MAR_2026)
        assert hours_after(known_at, REPORT.length_of(variant)).hour == hours

    def test_hours_are_not_counted_in_days(self) -> None:
        with pytest.raises(PeriodNotInDays):
            due_of(REPORT, started(d.MON_2_MAR_2026, days=1))

    def test_what_may_affect_the_public_is_reported_whatever_the_conduct(self) -> None:
        steps = order_steps(Conduct.inciting, is_serious=False, may_affect_public=True)
        assert OrderStep.report_urgently in steps

    def test_party_committee_government_department_and_conference_are_told(self) -> None:
        found = tellings(is_bureau=False)
        assert [one.told for one in found] == [
            *(Told.party_and_government, Told.department, Told.conference_office),
        ]
        assert {one.basis for one in found} == {REPORTING}
        assert cite_basis(REPORTING)


class TestHours:
    """Hours begin at once and run through nights and rest days; the article counts none."""

    NIGHT = datetime(2025, 9, 30, 23, 30, tzinfo=SHANGHAI)  # before eight days of holidays

    def test_they_run_through_the_night_and_holidays(self) -> None:
        limits = report_limits(self.NIGHT)
        assert limits[ReportForm.phone].due == datetime(2025, 10, 1, 0, 30, tzinfo=SHANGHAI)
        assert limits[ReportForm.written].due == datetime(2025, 10, 1, 1, 30, tzinfo=SHANGHAI)

    def test_an_office_sets_its_own(self) -> None:
        limits = report_limits(self.NIGHT, {ReportForm.phone: 3})
        assert [limits[form].hours for form in ReportForm] == [3, 2]

    def test_the_last_moment_is_in_time(self) -> None:
        limit = report_limits(self.NIGHT)[ReportForm.phone]
        late = limit.due + timedelta(seconds=1)
        assert not limit.is_late(limit.due)
        assert limit.is_late(late)
        assert not limit.is_late(late, done_at=limit.due)

    @pytest.mark.parametrize(
        ("length", "unit", "error"),
        [
            (0, Unit.hours, PeriodTooShort),
            (10**8, Unit.hours, PeriodTooLong),
            (1, Unit.calendar, PeriodNotInHours),
        ],
    )
    def test_what_cannot_be_counted_in_hours(
        self, length: int, unit: Unit, error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            due_moment(self.NIGHT, length, unit, basis=REPORTING)


class TestParagraph2:
    """A petition bureau reports to the bureau above and to the national one."""

    def test_a_bureau_reports_upwards_too(self) -> None:
        upwards = [one.told for one in tellings(is_bureau=True) if one.basis == UPWARDS]
        assert upwards == [Told.superior_bureau, Told.national_bureau]
