"""通报 and 挂牌督办通知书: a unit is criticised, or its case listed (article 39(3))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from law.decision_words import SupervisionStep
from records.models import Petition, Supervision
from workers.notices.required import Says
from workers.notices.supervised import SupervisionLetter, feedback_due, head_of, written
from workers.notices.words import paragraphs

ANNOUNCED = "announce_supervision"
TITLES = {
    SupervisionStep.circular: ("通报", "信访工作通报"),
    SupervisionStep.listed_supervision: ("挂督", "挂牌督办通知书"),
}


@dataclass(frozen=True)
class Announcement(SupervisionLetter):
    """What was found, and what has to be put right until when."""

    element_id = "send_announcement"

    is_listed: Annotated[bool, Says("挂牌督办")]
    problem: Annotated[tuple[str, ...], Says("存在的问题")]
    demand: Annotated[tuple[str, ...], Says("整改要求")]
    feedback_due_on: Annotated[str, Says("反馈期限")]


def send_announcement_notice(
    session: Session, petition: Petition, row: Supervision, now: datetime
) -> Announcement:
    """The circular or the notice of listing, as `announce_supervision` has it, by the step."""
    announced = written(session, row, ANNOUNCED)
    kind, title = TITLES[row.step]
    return Announcement(
        kind=kind,
        title=title,
        basis="regulation_2022:39(3)",
        **head_of(session, petition, row),
        is_listed=row.step is SupervisionStep.listed_supervision,
        problem=paragraphs(announced.get("problem")),
        demand=paragraphs(announced.get("demand")),
        feedback_due_on=feedback_due(session, now),
    )
