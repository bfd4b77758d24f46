"""Sending one sealed letter of a report."""

from collections.abc import Callable

from sqlmodel import Session

from records.models import Matter, Petition
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.sealed_letter import SealedLetter

Write = Callable[[Session, Petition, Matter], SealedLetter]


def send_sealed(matter_id: str, write: Write) -> None:
    """Issue the letter in the name of the bureau; a second time nothing is added."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        issue(
            session,
            write(session, petition, matter),
            petition=petition,
            matter=matter,
            unit=unit_of(session, petition.bureau_id),
            now=now,
            addressee="organ",
        )
