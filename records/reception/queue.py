"""Visitors of a day: they come, are called, and their visit ends; one change at a time."""

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from law.instants import SHANGHAI
from records import audit
from records.errors import UnitNotFound
from records.models import Petition, Unit, Visitor
from records.models.reception import Unregistered
from records.reception.errors import (
    NobodyWaits,
    NotReceived,
    ReasonNeedsNote,
    StillReceiving,
    VisitEnded,
    VisitorNotFound,
    VisitorTaken,
)


def add_visitor(
    session: Session,
    unit_id: str,
    *,
    actor: str,
    now: datetime,
    name: str = "",
    phone: str | None = None,
    about: str = "",
    people: int = 1,
) -> Visitor:
    """Put somebody at the end of today's queue, with the next number. Raises UnitNotFound."""
    _lock(session, unit_id)
    today = now.astimezone(SHANGHAI).date()
    last = session.exec(
        select(func.max(Visitor.number)).where(Visitor.unit_id == unit_id, Visitor.on == today)
    ).one()
    visitor = Visitor(
        unit_id=unit_id,
        on=today,
        number=(last or 0) + 1,
        name=name,
        phone=phone,
        about=about,
        people=people,
        arrived_at=now,
    )
    session.add(visitor)
    session.flush()
    _note(session, visitor, "add_visitor", actor, now)
    return visitor


def call_next(session: Session, unit_id: str, *, actor: str, now: datetime) -> Visitor:
    """Call who has waited longest today. Raises NobodyWaits, StillReceiving, UnitNotFound."""
    _lock(session, unit_id)
    today = now.astimezone(SHANGHAI).date()
    found = session.exec(
        select(Visitor)
        .where(
            Visitor.unit_id == unit_id,
            Visitor.on == today,
            col(Visitor.called_at).is_(None),
            col(Visitor.ended_at).is_(None),
        )
        .order_by(col(Visitor.number))
        .limit(1)
    ).first()
    _check_free(session, unit_id, actor, today)
    if found is None:
        raise NobodyWaits
    return _call(session, found, actor, now)


def call_visitor(session: Session, visitor: Visitor, *, actor: str, now: datetime) -> Visitor:
    """Call this one, out of turn. Calling whom one receives changes nothing.

    Raises VisitEnded, VisitorTaken, StillReceiving.
    """
    found = _again(session, visitor)
    if found.received_by == actor:
        return found
    if found.called_at is not None:
        raise VisitorTaken
    _check_free(session, found.unit_id, actor, found.on)
    return _call(session, found, actor, now)


def put_back(session: Session, visitor: Visitor, *, actor: str, now: datetime) -> Visitor:
    """Send whom one receives back to wait, at the old place. Raises VisitEnded, VisitorTaken."""
    found = _again(session, visitor)
    _check_mine(found, actor)
    found.called_at = found.received_by = None
    session.add(found)
    _note(session, found, "put_back_visitor", actor, now)
    return found


def end_unregistered(
    session: Session,
    visitor: Visitor,
    reason: Unregistered,
    *,
    actor: str,
    now: datetime,
    note: str = "",
) -> Visitor:
    """The visit ends without a petition. Only who leaves while waiting was not received.

    Raises VisitEnded, VisitorTaken, NotReceived, ReasonNeedsNote.
    """
    found = _again(session, visitor)
    _check_mine(found, actor)
    if found.called_at is None and reason is not Unregistered.left:
        raise NotReceived
    if reason is Unregistered.other and not note:
        raise ReasonNeedsNote
    found.unregistered, found.note = reason, note
    return _end(session, found, actor, now)


def end_registered(
    session: Session, visitor: Visitor, petition: Petition, *, actor: str, now: datetime
) -> Visitor:
    """The visit ends as this petition; who was not called yet is received by who registers.

    Raises VisitEnded, VisitorTaken.
    """
    found = _again(session, visitor)
    _check_mine(found, actor)
    if found.called_at is None:
        found.called_at, found.received_by = now, actor
    found.petition_id = petition.id
    return _end(session, found, actor, now)


def visitors_on(session: Session, unit_id: str, on: date) -> list[Visitor]:
    """The queue of a day, by number."""
    query = select(Visitor).where(Visitor.unit_id == unit_id, Visitor.on == on)
    return list(session.exec(query.order_by(col(Visitor.number))))


def get_visitor(session: Session, unit_ids: list[str], visitor_id: str) -> Visitor:
    """The visitor of one of these windows. Raises VisitorNotFound."""
    visitor = session.get(Visitor, visitor_id)
    if visitor is None or visitor.unit_id not in unit_ids:
        raise VisitorNotFound
    return visitor


def _lock(session: Session, unit_id: str) -> None:
    # As filing does: who files at this unit waits too, and in the same order.
    if session.get(Unit, unit_id, with_for_update={"key_share": True}) is None:
        raise UnitNotFound


def _again(session: Session, visitor: Visitor) -> Visitor:
    """The visitor as it is once nobody else changes the queue. Raises VisitEnded."""
    _lock(session, visitor.unit_id)
    found = session.get_one(Visitor, visitor.id, populate_existing=True)
    if found.ended_at is not None:
        raise VisitEnded
    return found


def _check_mine(visitor: Visitor, actor: str) -> None:
    if visitor.received_by not in (None, actor):
        raise VisitorTaken


def _check_free(session: Session, unit_id: str, actor: str, on: date) -> None:
    busy = select(Visitor.id).where(
        Visitor.unit_id == unit_id,
        Visitor.on == on,
        Visitor.received_by == actor,
        col(Visitor.ended_at).is_(None),
    )
    if session.exec(busy.limit(1)).first() is not None:
        raise StillReceiving


def _call(session: Session, visitor: Visitor, actor: str, now: datetime) -> Visitor:
    visitor.called_at, visitor.received_by = now, actor
    session.add(visitor)
    _note(session, visitor, "call_visitor", actor, now)
    return visitor


def _end(session: Session, visitor: Visitor, actor: str, now: datetime) -> Visitor:
    visitor.ended_at = now
    session.add(visitor)
    _note(session, visitor, "end_visit", actor, now)
    return visitor


def _note(session: Session, visitor: Visitor, action: str, actor: str, now: datetime) -> None:
    audit.record(
        session,
        now=now,
        actor=actor,
        action=action,
        petition_id=visitor.petition_id,
        visitor=visitor.id,
        **({"reason": visitor.unregistered.value} if visitor.unregistered else {}),
    )
