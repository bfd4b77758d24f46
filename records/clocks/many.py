"""Ending several clocks of a petition or a matter at once; what has ended stays as it is."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from records.clocks.append import ClockView
from records.clocks.find import running
from records.ledger import ENGINE, meet_clock, withdraw_clock


def meet_all(
    session: Session,
    *,
    codes: Sequence[str],
    now: datetime,
    petition_id: str | None = None,
    matter_id: str | None = None,
    actor: str = ENGINE,
) -> list[ClockView]:
    """The duties of these codes were done: their running clocks stop."""
    clocks = running(session, petition_id=petition_id, matter_id=matter_id, codes=codes)
    return [meet_clock(session, clock_id=clock.id, actor=actor, now=now) for clock in clocks]


def withdraw_all(
    session: Session,
    *,
    reason: str,
    now: datetime,
    codes: Sequence[str] = (),
    petition_id: str | None = None,
    matter_id: str | None = None,
    actor: str = ENGINE,
) -> list[ClockView]:
    """These clocks no longer apply; without codes every running one of the petition or matter.

    Those of a supervision go on: it has an end of its own.
    """
    clocks = running(session, petition_id=petition_id, matter_id=matter_id, codes=codes)
    return [
        withdraw_clock(session, clock_id=clock.id, reason=reason, actor=actor, now=now)
        for clock in clocks
        if codes or not clock.subject
    ]
