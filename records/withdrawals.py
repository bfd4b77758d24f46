"""Statements by which petitioners withdrew (撤回), as the trail keeps them: when, and what of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records.models import AuditEntry

WITHDRAW = "withdraw_petition"


@dataclass(frozen=True)
class Statement:
    """One written statement: its day, and the numbers of the matters that it was the first to end.

    No matters, where it ended the petition as a whole, or nothing.
    """

    on: date
    is_whole: bool
    matters: frozenset[int]


def statement_on_petition(session: Session, petition_id: str) -> Statement | None:
    """The statement that ended the petition before it went anywhere; None without one."""
    return next((one for one in _statements(session, petition_id) if one.is_whole), None)


def statement_on_matter(session: Session, petition_id: str, ordinal: int) -> Statement | None:
    """The statement that ended the matter with this number; None without one."""
    found = _statements(session, petition_id)
    return next((one for one in found if ordinal in one.matters), None)


def _statements(session: Session, petition_id: str) -> Iterator[Statement]:
    acts = select(AuditEntry).where(
        AuditEntry.petition_id == petition_id, AuditEntry.action == WITHDRAW
    )
    ended: set[int] = set()
    for act in session.exec(acts.order_by(col(AuditEntry.id))):
        matters = frozenset(act.detail["matters"]) - ended
        ended |= matters
        yield Statement(act.at.astimezone(SHANGHAI).date(), bool(act.detail["whole"]), matters)
