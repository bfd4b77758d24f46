"""Regulation on Petition Work, article 41 - the yearly report."""

from datetime import date

from law.clock_rules import rule_for
from tests.law import dates as d
from tests.law.ledgers import due_of, started


class TestParagraph1:
    """Once a year, to the own party committee and government and to the bureau above."""

    def test_the_report_on_a_year_is_due_by_the_end_of_the_next(self) -> None:
        due = due_of(rule_for("D23", d.MON_2_MAR_2026), started(date(2025, 12, 31)))
        assert due.due == d.THU_31_DEC_2026
