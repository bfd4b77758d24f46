"""Regulation on Petition Work, article 40 - supervision and three suggestions."""

from law.clock_rule import Mark
from law.clock_rules import rule_for
from tests.law import dates as d
from tests.law.ledgers import due_of, started


class TestParagraph4:
    """Who receives a suggestion says in writing what became of it; the days are a local rule's."""

    def test_thirty_days_that_an_office_may_change(self) -> None:
        rule = rule_for("D17", d.MON_2_MAR_2026)
        assert due_of(rule, started(d.MON_2_MAR_2026)).due == d.WED_1_APR_2026
        assert (rule.mark, rule.basis) == (Mark.local, "local_rule")
        shorter = rule.configured(length=15)
        assert due_of(shorter, started(d.MON_2_MAR_2026)).due == d.TUE_17_MAR_2026
