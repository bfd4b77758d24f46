"""A unit objects to what was sent to it (regulation 23(3)).

Within five working days and with reasons in detail; the sender checks and agrees before material
goes back. That a later objection is refused, when the last day ends and how often a matter may
go back before the units settle it together (24(1)) is set by the office.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from law.calendar import WorkCalendar
from law.clock_due import due_by_rule
from law.clock_rules import rule_for
from law.errors import ObjectionTooLate, ObjectionWithoutReasons
from law.instants import SHANGHAI, end_of_day


@dataclass(frozen=True)
class ObjectionPolicy:
    """As an office has set it. `closes_at` None: the last day ends at 24:00."""

    closes_at: time | None = None
    agreed_before_joint_handling: int = 2


DEFAULT_POLICY = ObjectionPolicy()


def objection_ends(
    received_on: date, calendar: WorkCalendar, policy: ObjectionPolicy = DEFAULT_POLICY
) -> datetime:
    """The first instant that is too late.

    Raises:
        ClockNotInForce: before May 2022 there was no such objection.
    """
    last_day = due_by_rule(rule_for("D04", received_on), received_on, calendar).due
    if policy.closes_at is None:
        return end_of_day(last_day)
    return datetime.combine(last_day, policy.closes_at, SHANGHAI)


def check_objection(
    received_on: date,
    objected_at: datetime,
    calendar: WorkCalendar,
    *,
    has_reasons: bool,
    policy: ObjectionPolicy = DEFAULT_POLICY,
) -> None:
    """Whether the unit may still object.

    Raises:
        ObjectionTooLate: the fifth working day is over.
        ObjectionWithoutReasons: no reasons are given.
        ClockNotInForce: before May 2022 there was no such objection.
    """
    ends = objection_ends(received_on, calendar, policy)
    if objected_at >= ends:
        raise ObjectionTooLate(f"{ends:%Y-%m-%d %H:%M}")
    if not has_reasons:
        raise ObjectionWithoutReasons


def must_be_settled_jointly(
    agreed_objections: int, policy: ObjectionPolicy = DEFAULT_POLICY
) -> bool:
    """Whether the next step is the way of 24(1): the matter came back as often as may be."""
    return agreed_objections >= policy.agreed_before_joint_handling
