"""Regulation on Petition Work, article 25 - grave and urgent matters are reported at once."""

import pytest

from law.clock_rule import Mark
from law.clock_rules import rule_for
from law.errors import PeriodNotInDays
from law.order import Conduct, OrderStep, order_steps
from law.periods import hours_after, start_of_day
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
