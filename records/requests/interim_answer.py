"""A message to the petitioner while work goes on (过程性答复): it finishes nothing (32(1))."""

from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.models import InterimAnswer, Matter, Petition
from records.requests.errors import PetitionClosed


def send_interim_answer(
    session: Session,
    petition: Petition,
    matter: Matter | None,
    *,
    text: str,
    sent_by: str,
    now: datetime,
) -> InterimAnswer:
    """Keep the message, for the petitioner's page. No clock, no task and no message to the process.

    Raises PetitionClosed.
    """
    if petition.closed_at is not None:
        raise PetitionClosed
    answer = InterimAnswer(
        petition_id=petition.id,
        matter_id=matter.id if matter else None,
        text=text,
        sent_by=sent_by,
        sent_at=now,
    )
    session.add(answer)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=sent_by,
        action="send_interim_answer",
        petition_id=petition.id,
        matter=matter.ordinal if matter else None,
    )
    return answer


def interim_answers_of(session: Session, petition_id: str) -> list[InterimAnswer]:
    """The messages sent so far, oldest first."""
    query = select(InterimAnswer).where(InterimAnswer.petition_id == petition_id)
    return list(session.exec(query.order_by(col(InterimAnswer.sent_at), col(InterimAnswer.id))))
