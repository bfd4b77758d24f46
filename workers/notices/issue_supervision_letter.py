"""督办函: what the unit has to do, signed by the supervisor (article 40(1))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from records.models import Petition, Supervision
from workers.notices.required import Says
from workers.notices.supervised import SupervisionLetter, feedback_due, head_of, written
from workers.notices.words import paragraphs

SIGNED = "sign_supervision_letter"


@dataclass(frozen=True)
class Letter(SupervisionLetter):
    """What was found, what is demanded, and until when feedback is due."""

    element_id = "issue_supervision_letter"

    problem: Annotated[tuple[str, ...], Says("存在的问题")]
    demand: Annotated[tuple[str, ...], Says("督办要求")]
    feedback_due_on: Annotated[str, Says("反馈期限")]


def issue_supervision_letter_notice(
    session: Session, petition: Petition, row: Supervision, now: datetime
) -> Letter:
    """The letter as `sign_supervision_letter` has it."""
    signed = written(session, row, SIGNED)
    return Letter(
        kind="督办",
        title="信访事项督办函",
        basis="regulation_2022:40(1)",
        **head_of(session, petition, row),
        problem=paragraphs(signed.get("problem")),
        demand=paragraphs(signed.get("demand")),
        feedback_due_on=feedback_due(session, now),
    )
