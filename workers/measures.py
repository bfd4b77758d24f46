"""Carrying out a step of a supervision: noted, and told to the unit in a letter of the bureau."""

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from law.decision_words import SupervisionStep
from records.models import Petition, Supervision
from records.supervisions.find import supervision_of
from records.supervisions.ladder import take_step
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.notice import Notice, issue

MakeNotice = Callable[[Session, Petition, Supervision, datetime], Notice]


def carry_out(
    session: Session,
    supervision_id: str,
    step: SupervisionStep,
    make: MakeNotice,
    *,
    now: datetime,
) -> dict[str, str]:
    """Take this step and issue its letter, once; `last_step` for the next choice.

    Raises SupervisionNotFound, NoticeIncomplete.
    """
    row = supervision_of(session, supervision_id)
    take_step(session, row, step, now=now)
    issue_letter(session, row, make, now=now)
    return {"last_step": step.value}


def issue_letter(
    session: Session,
    row: Supervision,
    make: MakeNotice,
    *,
    now: datetime,
    by: str | None = None,
    addressee: str = "unit",
) -> None:
    """Issue a letter about the supervision, one per step: of the bureau, or of the unit `by`."""
    petition = petition_of(session, row.petition_id)
    issue(
        session,
        make(session, petition, row, now),
        petition=petition,
        unit=unit_of(session, by or petition.bureau_id),
        now=now,
        matter=matter_of(session, row.matter_id) if row.matter_id else None,
        occasion=f"{row.id}:{row.step.value}",
        addressee=addressee,
    )
