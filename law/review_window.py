"""The petitioner's window to ask for review (D07) or re-review (D09): regulation 35 and 36(1).

Whether a delay has a just cause is left to people; that such a request is still taken is office
practice, as the regulation is silent.
"""

from datetime import date

from law.calendar import WorkCalendar
from law.clock_due import due_by_rule
from law.clock_rules import rule_for
from law.decision_facts import ReviewStage, Timeliness
from law.errors import ClockNotInForce
from law.instants import posted_in_time

CODES = {ReviewStage.review: "D07", ReviewStage.rereview: "D09"}


def window_end(
    stage: ReviewStage, opinion_received_on: date, calendar: WorkCalendar
) -> date | None:
    """The last day to ask; None before the rules known here, a window that has long ended."""
    try:
        rule = rule_for(CODES[stage], opinion_received_on)
    except ClockNotInForce:
        return None
    return due_by_rule(rule, opinion_received_on, calendar).due


def timeliness(
    stage: ReviewStage,
    opinion_received_on: date,
    calendar: WorkCalendar,
    *,
    asked_on: date,
    posted_on: date | None = None,
    just_cause: bool = False,
) -> Timeliness:
    """Whether a request that arrived on `asked_on` is in time; the postmark counts."""
    last_day = window_end(stage, opinion_received_on, calendar)
    if last_day is not None and asked_on <= last_day:
        return Timeliness.in_time
    if last_day is not None and posted_on is not None and posted_in_time(posted_on, last_day):
        return Timeliness.posted_in_time
    return Timeliness.late_with_cause if just_cause else Timeliness.late
