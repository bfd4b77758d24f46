"""Periods as documents tell them: the length by the rule, the last day by rule and calendar."""

from datetime import date

from sqlmodel import Session

from law.clock_due import due_by_rule
from law.clock_rule import ClockRule
from law.clock_rules import rule_for
from law.explain_words import amount_words
from records.calendar import load_calendar
from records.clocks.find import latest
from records.clocks.office_rules import configured, load_rules
from records.models import Matter
from workers.notices.words import chinese_date


def length_words(session: Session, code: str, on: date | None) -> str:
    """15日, 5个工作日: as the office has it on that day. Empty without a day."""
    if on is None:
        return ""
    rule = _rule(session, code, on)
    return amount_words(rule.length, rule.unit, "zh")


def last_day(session: Session, code: str, start: date | None, *, variant: str = "") -> str:
    """The last day of a period that starts from the events of `start`; empty without one.

    Raises law.errors.ClockNotInForce; records.calendar.CalendarMissing.
    """
    if start is None:
        return ""
    rule = _rule(session, code, start)
    return chinese_date(due_by_rule(rule, start, load_calendar(session), variant=variant).due)


def last_day_of(session: Session, matter: Matter, code: str, start: date | None) -> str:
    """The last day of the matter's clock of this code; before it is opened, that of the rule."""
    clock = latest(session, code, petition_id=matter.petition_id, matter_id=matter.id)
    return chinese_date(clock.due_on) if clock else last_day(session, code, start)


def _rule(session: Session, code: str, on: date) -> ClockRule:
    return configured(rule_for(code, on), load_rules(session).setting(code, on))
