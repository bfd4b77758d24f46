"""Every look at what is sealed goes into the trail: who, when, at what (article 30).

What is read is noted at its session; who opened the session keeps the notes when it is done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from records import audit
from records.models import AuditEntry

LOOK = "look_at_sealed"
NOTES = "sealed_looks"
# A page that renews itself is one look.
ONE_LOOK = timedelta(minutes=10)


@dataclass(frozen=True)
class Look:
    """Who looked at which petition; `at` says what of it: case, list, a step or a document id."""

    person_id: str
    petition_id: str | None
    at: str


def note_look(session: Session, person_id: str, petition_id: str | None, at: str) -> None:
    """Note a look; each once per session."""
    session.info.setdefault(NOTES, {})[Look(person_id, petition_id, at)] = None


def looks_noted(session: Session) -> list[Look]:
    """What was noted at this session."""
    return list(session.info.get(NOTES, ()))


def keep_looks(session: Session, looks: Iterable[Look], *, now: datetime) -> None:
    """Write looks into the trail; the same one within minutes stands once."""
    for look in looks:
        if not _is_kept(session, look, now):
            audit.record(
                session,
                now=now,
                actor=look.person_id,
                action=LOOK,
                petition_id=look.petition_id,
                represents=None,  # nobody sees what is sealed for somebody else
                at=look.at,
            )


def looks_at(session: Session, petition_id: str) -> list[AuditEntry]:
    """Every look at this petition, newest first."""
    return list(
        session.exec(
            select(AuditEntry)
            .where(AuditEntry.petition_id == petition_id, AuditEntry.action == LOOK)
            .order_by(col(AuditEntry.id).desc())
        )
    )


def _is_kept(session: Session, look: Look, now: datetime) -> bool:
    lately = session.exec(
        select(AuditEntry).where(
            AuditEntry.action == LOOK,
            AuditEntry.actor == look.person_id,
            col(AuditEntry.petition_id) == look.petition_id
            if look.petition_id
            else col(AuditEntry.petition_id).is_(None),
            col(AuditEntry.at) > now - ONE_LOOK,
            col(AuditEntry.at) <= now,
        )
    )
    return any(entry.detail.get("at") == look.at for entry in lately)
