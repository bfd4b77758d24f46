"""What people are told about periods: a warning, a breach."""

from datetime import datetime

from sqlmodel import Session, col, select

from law.clock_entries import EntryKind
from records.errors import ClockNotFound
from records.ledger import state_of
from records.models import AuditEntry, Clock, ClockEvent, Matter, Membership, TaskHold
from records.models.notification import NotificationKind
from records.notifications.notify import About, notify
from records.notifications.sealing import desk_of, is_sealed
from records.people import members_of
from records.supervisions.breaches import late_unit

KINDS = {
    EntryKind.warned: NotificationKind.clock_warned,
    EntryKind.reminded: NotificationKind.clock_warned,
    EntryKind.breached: NotificationKind.clock_breached,
}
LEADERS = ("unit_leader", "bureau_leader")


def tell_alerts(session: Session, clock_id: str, *, now: datetime) -> None:
    """Tell whose clock this is of the alerts raised at this very moment. Raises ClockNotFound.

    A reminder after the last day is one of the breach. That a right of the petitioner runs out is
    no duty of anybody here.
    """
    clock = session.get(Clock, clock_id)
    if clock is None:
        raise ClockNotFound
    raised = session.exec(
        select(ClockEvent).where(
            ClockEvent.clock_id == clock_id,
            ClockEvent.recorded_at == now,
            ClockEvent.alert_key != "",
        )
    ).all()
    if not raised or state_of(session, clock)[1].is_window:
        return
    for event in raised:
        kind = KINDS.get(EntryKind(event.kind))
        if kind is None:
            continue
        if clock.is_breached:
            kind = NotificationKind.clock_breached
        notify(
            session,
            kind,
            whose(session, clock, is_breached=clock.is_breached),
            About(
                petition_id=clock.petition_id,
                matter_id=clock.matter_id,
                clock_code=clock.code,
                due_on=event.until or clock.due_on,
            ),
            key=f"{clock.id}:{event.alert_key}",
            now=now,
        )


def whose(session: Session, clock: Clock, *, is_breached: bool) -> set[str]:
    """Whose clock it is: the handler of its matter, and who holds a task of the case in the unit.

    Where nobody is at work, and of a breach, those who lead the unit. Of what is sealed, its desk.
    """
    if is_sealed(session, clock.petition_id, clock.matter_id):
        return desk_of(session, clock.petition_id)
    unit = late_unit(session, clock)
    matter = session.get(Matter, clock.matter_id) if clock.matter_id else None
    found = _holders(session, clock.petition_id, unit)
    if matter is not None and matter.handler_id and matter.unit_id == unit:
        found.add(matter.handler_id)
    if is_breached or not found:
        leaders = members_of(session, [f"{role}@{unit}" for role in LEADERS])
        found |= {user.id for user in leaders}
    return found


def _holders(session: Session, petition_id: str, unit_id: str) -> set[str]:
    # Which tasks the petition has had is in the trail; which of them are held, in the holds.
    details = session.exec(
        select(AuditEntry.detail).where(AuditEntry.petition_id == petition_id)
    ).all()
    keys = {int(detail["task_key"]) for detail in details if "task_key" in detail}
    held = session.exec(
        select(TaskHold.user_id)
        .join(Membership, col(Membership.user_id) == col(TaskHold.user_id))
        .where(col(TaskHold.task_key).in_(keys), Membership.unit_id == unit_id)
    )
    return {*held}
