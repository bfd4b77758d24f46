"""信访事项回访记录: what a petitioner said when called back after the answer (21, 32)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sqlmodel import Session

from law.instants import SHANGHAI
from records.matters import matters_of
from records.models import Petition, User
from records.task_decisions import latest
from records.vocabularies.terms import term_as_of
from workers.cases import unit_of
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says
from workers.notices.words import chinese_day, paragraphs

FOLLOWED_UP, ATTITUDE, YES = "follow_up_petitioner", "petitioner_attitude", "yes"


@dataclass(frozen=True)
class FollowUpRecord(Notice):
    """Who was called back by whom, and what was said; who was not reached has said nothing."""

    element_id = "record_follow_up"

    petitioner: Annotated[PetitionerLines, Says("信访人")]
    recorded_at: Annotated[str, Says("记录时间")]
    called_by: Annotated[str, Says("回访人")]
    is_reached: Annotated[bool, Says("是否联系上")]
    attitude: Annotated[str, Says("信访人的意见", optional=True)]
    note: Annotated[tuple[str, ...], Says("回访情况", optional=True)]


def record_follow_up_notice(session: Session, petition: Petition) -> FollowUpRecord:
    """The record of `follow_up_petitioner`, for the file; it tells nothing of a sealed matter."""
    decision = latest(session, FOLLOWED_UP, petition_id=petition.id)
    data = decision.data if decision else {}
    caller = session.get(User, decision.decided_by) if decision else None
    is_reached = data.get("reached") == YES
    answered = [one for one in matters_of(session, petition.id) if not one.is_sealed]
    return FollowUpRecord(
        kind="回访",
        title="信访事项回访记录",
        basis="regulation_2022:21(2)",
        addressee=unit_of(session, petition.bureau_id).name,
        case=case_lines(session, petition, *answered),
        petitioner=petitioner_lines(session, petition),
        recorded_at=_moment(decision.decided_at) if decision else "",
        called_by=caller.name if caller else "",
        is_reached=is_reached,
        attitude=_attitude(session, petition, data.get("attitude")) if is_reached else "",
        note=paragraphs(data.get("note")),
    )


def _attitude(session: Session, petition: Petition, code: object) -> str:
    term = term_as_of(session, ATTITUDE, str(code or ""), petition.received_on)
    return term.name_zh if term else ""


def _moment(at: datetime) -> str:
    return f"{chinese_day(at)}{at.astimezone(SHANGHAI):%H:%M}"
