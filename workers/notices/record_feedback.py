"""督办情况反馈单: what a supervised unit says it has done (articles 38, 40)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from sqlmodel import Session

from records.models import Petition, Supervision
from workers.cases import unit_of
from workers.notices.required import Says
from workers.notices.supervised import SupervisionLetter, head_of
from workers.notices.words import chinese_date, paragraphs


@dataclass(frozen=True)
class Feedback(SupervisionLetter):
    """What was done about it, until when it had to be said, and when it was."""

    element_id = "record_feedback"

    feedback: Annotated[tuple[str, ...], Says("整改和办理情况")]
    feedback_due_on: Annotated[str, Says("反馈期限")]
    feedback_on: Annotated[str, Says("反馈日期")]


def record_feedback_notice(
    session: Session, petition: Petition, row: Supervision, _now: datetime
) -> Feedback:
    """The feedback to the bureau, as the unit gave it."""
    head: dict[str, Any] = head_of(session, petition, row)
    return Feedback(
        kind="督复",
        title="督办情况反馈单",
        basis="regulation_2022:40(1)",
        **head | {"addressee": unit_of(session, petition.bureau_id).name},
        feedback=paragraphs(row.feedback),
        feedback_due_on=chinese_date(row.feedback_due_on),
        feedback_on=chinese_date(row.feedback_on),
    )
