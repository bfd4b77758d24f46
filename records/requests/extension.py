"""An extension of the handling period asked for (article 34); the leader decides in a task."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from law.clock_checks import check_entry
from law.clock_entries import ClockEntry, EntryKind
from law.instants import SHANGHAI
from records import audit
from records.clocks.find import running
from records.clocks.ledgers import read_ledger
from records.clocks.terms import Terms
from records.errors import ClockNotFound
from records.models import Clock, ExtensionRequest, Matter
from records.outbox import publish_message
from records.requests.errors import ExtensionWaits

HANDLING = "D05"


def ask_extension(
    session: Session, matter: Matter, *, days: int, reason: str, asked_by: str, now: datetime
) -> ExtensionRequest:
    """Ask for these days more; the message to the process carries the id of the request only.

    Raises ClockNotFound, ExtensionWaits; law.errors.ExtensionTooLate, ExtensionAlreadyGiven,
    ExtensionTooLong.
    """
    clocks = running(session, matter_id=matter.id, codes=(HANDLING,))
    if not clocks:
        raise ClockNotFound
    check_extension(
        session, clocks[0], days=days, actor=asked_by, on=now.astimezone(SHANGHAI).date()
    )
    if any(one.is_approved is None for one in requests_of(session, [matter.id])):
        raise ExtensionWaits
    request = ExtensionRequest(
        matter_id=matter.id, days=days, reason=reason, asked_by=asked_by, asked_at=now
    )
    session.add(request)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=asked_by,
        action="request_extension",
        petition_id=matter.petition_id,
        matter=matter.ordinal,
        days=days,
    )
    publish_message(
        session,
        "extension_requested",
        key=matter.id,
        message_id=request.id,
        now=now,
        variables={"extension_id": request.id},
    )
    return request


def check_extension(session: Session, clock: Clock, *, days: int, actor: str, on: date) -> None:
    """Whether the law would allow this extension on that day; nothing is written.

    Raises law.errors.ExtensionTooLate, ExtensionAlreadyGiven, ExtensionTooLong,
    ExtensionNotAllowed.
    """
    terms, ledger = Terms(session), read_ledger(session, clock)
    entry = ClockEntry(EntryKind.extended, on, days=days, actor=actor)
    check_entry(terms.rule(ledger), ledger.entries, entry, terms.calendar(ledger))


def requests_of(session: Session, matter_ids: list[str]) -> list[ExtensionRequest]:
    """What was asked for these matters, oldest first."""
    return list(
        session.exec(
            select(ExtensionRequest)
            .where(col(ExtensionRequest.matter_id).in_(matter_ids))
            .order_by(col(ExtensionRequest.asked_at), col(ExtensionRequest.id))
        )
    )
