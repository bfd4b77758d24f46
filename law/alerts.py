"""When a clock must speak up.

Warnings at shares of the period and some days before its end, a breach at the first instant after
the last day, then reminders week by week. The window of a right is not breached: at that instant it
lapses, and nothing follows. An alert's key is its name and the due date it is about,
so raising it twice is impossible, and a moved due date has warnings of its own.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from law.clock_entries import ClockEntry, EntryKind
from law.clock_ledger import ClockState
from law.instants import end_of_day, start_of_day
from law.period_types import DueDate


class AlertKind(StrEnum):
    """What an alert is, and by `entry_kind` what it becomes in the ledger."""

    warning = "warning"
    reminder = "reminder"
    unrolled_day_ended = "unrolled_day_ended"
    breach = "breach"
    lapse = "lapse"
    overdue = "overdue"

    @property
    def entry_kind(self) -> EntryKind:
        """The ledger's word for it."""
        return {
            AlertKind.warning: EntryKind.warned,
            AlertKind.unrolled_day_ended: EntryKind.warned,
            AlertKind.breach: EntryKind.breached,
            AlertKind.lapse: EntryKind.lapsed,
        }.get(self, EntryKind.reminded)


@dataclass(frozen=True)
class AlertPolicy:
    """When to speak up, as an office has set it. Shares are percent of the period gone by."""

    percents: tuple[int, ...] = (50, 75, 90)
    days_before: int = 3
    overdue_every_days: int = 7


DEFAULT_POLICY = AlertPolicy()


@dataclass(frozen=True)
class Alert:
    """One alert: when, about which due date. `name` tells apart alerts of one kind."""

    kind: AlertKind
    name: str
    at: datetime
    due: date

    @property
    def key(self) -> str:
        """What makes raising idempotent: "warn_75:2026-02-24"."""
        return f"{self.name}:{self.due.isoformat()}"

    def entry(self, on: date, *, actor: str, calendar_version: str) -> ClockEntry:
        """The ledger entry that says it was raised."""
        return ClockEntry(
            self.kind.entry_kind,
            on,
            until=self.due,
            actor=actor,
            calendar_version=calendar_version,
            alert_key=self.key,
        )


def warnings_of(state: ClockState, policy: AlertPolicy = DEFAULT_POLICY) -> list[Alert]:
    """The warnings before a due date, in order; those that lay before its last move are dropped.

    They look at the unrolled date where rolling is by analogy only (DueDate.alert_on).
    """
    if state.due is None:
        return []
    due = state.due
    begin, end, over_at = end_of_day(due.start), end_of_day(due.alert_on), end_of_day(due.due)
    points = [
        Alert(AlertKind.warning, f"warn_{n}", begin + (end - begin) * n / 100, due.due)
        for n in policy.percents
    ]
    before = end - timedelta(days=policy.days_before)
    points.append(Alert(AlertKind.reminder, f"days_before_{policy.days_before}", before, due.due))
    if due.alert_on != due.due:
        points.append(Alert(AlertKind.unrolled_day_ended, "unrolled_day_ended", end, due.due))
    earliest = begin if state.moved_on is None else max(begin, start_of_day(state.moved_on))
    return sorted(
        (point for point in points if earliest < point.at < over_at),
        key=lambda point: point.at,
    )


def alerts_due(
    state: ClockState,
    now: datetime,
    raised: AbstractSet[str],
    policy: AlertPolicy = DEFAULT_POLICY,
) -> list[Alert]:
    """What must be raised now and was not: the latest warning, breach and reminder, or the lapse.

    Warnings that a later one has overtaken are not raised any more (after an outage, say), and
    none is raised after the end. Nothing is due while the clock is paused or once it has ended.
    """
    if state.due is None or not state.is_running or state.is_paused:
        return []
    end = _end(state.due, is_window=state.is_window)
    if now < end.at:
        passed = [point for point in warnings_of(state, policy) if point.at <= now]
        return [point for point in passed[-1:] if point.key not in raised]
    weeks = 0
    if not state.is_window:
        weeks = (now - end.at) // timedelta(days=policy.overdue_every_days)
    late = [end, *([_overdue(state.due, weeks, policy)] if weeks else [])]
    return [alert for alert in late if alert.key not in raised]


def next_alert(
    state: ClockState,
    after: datetime,
    already: AbstractSet[str],
    policy: AlertPolicy = DEFAULT_POLICY,
) -> Alert | None:
    """The next alert to wait for: one that is due by `after` and not raised, else the next to come.

    None while nothing can come: paused, ended or not started.
    """
    if state.due is None or not state.is_running or state.is_paused:
        return None
    pending = alerts_due(state, after, already, policy)
    if pending:
        return pending[0]
    end = _end(state.due, is_window=state.is_window)
    if after < end.at:
        coming = [*warnings_of(state, policy), end]
        if not state.is_window:
            coming.append(_overdue(state.due, 1, policy))
        new = (alert for alert in coming if alert.at > after and alert.key not in already)
        return next(new, None)
    if state.is_window:
        return None
    weeks = (after - end.at) // timedelta(days=policy.overdue_every_days)
    return _overdue(state.due, weeks + 1, policy)


def _end(due: DueDate, *, is_window: bool) -> Alert:
    kind = AlertKind.lapse if is_window else AlertKind.breach
    return Alert(kind, kind.value, end_of_day(due.due), due.due)


def _overdue(due: DueDate, number: int, policy: AlertPolicy) -> Alert:
    at = end_of_day(due.due) + timedelta(days=policy.overdue_every_days * number)
    return Alert(AlertKind.overdue, f"overdue_{number}", at, due.due)
