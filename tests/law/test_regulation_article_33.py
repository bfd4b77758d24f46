"""Regulation on Petition Work, article 33 - mediation and settlement."""

from law.clock_rules import rule_for
from law.periods import Roll
from tests.law import dates as d
from tests.law.ledgers import due_of, started


class TestAgreement:
    """What both sides agree on is written down; they may have a court confirm it together."""

    def test_the_court_is_asked_within_thirty_days_of_its_effect(self) -> None:
        rule = rule_for("D19", d.THU_5_MAR_2026)
        due = due_of(rule, started(d.THU_5_MAR_2026))
        assert (due.unrolled, due.due) == (d.SAT_4_APR_2026, d.TUE_7_APR_2026)
        assert rule.roll is Roll.over
