"""Putting a paper of a hearing on file."""

from collections.abc import Callable

from sqlmodel import Session

from records.hearings import current_hearing
from records.models import Hearing, Matter, Petition
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import PETITIONER, Notice, issue

Write = Callable[[Session, Petition, Matter, Hearing], Notice]


def issue_about_hearing(
    matter_id: str, unit: str, write: Write, *, addressee: str = PETITIONER
) -> None:
    """Issue the paper in the name of the unit that held the hearing, once for each hearing."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        hearing = current_hearing(session, matter_id)
        issue(
            session,
            write(session, petition, matter, hearing),
            petition=petition,
            matter=matter,
            occasion=hearing.id,
            unit=unit_of(session, unit),
            addressee=addressee,
            now=now,
        )
