"""重复信访事项办理情况告知单: the matter is being handled already (articles 19 and 21)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.earlier import Standing, earlier_petitions, standings
from workers.notices.notice import Notice
from workers.notices.required import Says


@dataclass(frozen=True)
class ProgressNotice(Notice):
    """Which petition carries the matter, and where it stands."""

    element_id = "notify_progress"

    standings: Annotated[tuple[Standing, ...], Says("在办事项的办理情况")]


def notify_progress_notice(session: Session, petition: Petition) -> ProgressNotice:
    """The notice of a petition that was linked to an earlier one of the same person."""
    found = [standings(session, one) for one in earlier_petitions(session, petition)]
    return ProgressNotice(
        kind="进展",
        title="重复信访事项办理情况告知单",
        basis="regulation_2022:21(2)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition),
        standings=tuple(line for lines in found for line in lines),
    )
