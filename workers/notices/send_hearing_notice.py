"""听证通知书: when and where a hearing is held, and what the petitioner may do there."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.hearing import HearingPhase
from records.models import Hearing, Matter, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.hearings import HearingLines, hearing_lines
from workers.notices.notice import Notice
from workers.notices.required import Says

IN_REREVIEW = "听证所需时间不计算在复核期限内"
COUNTED = "听证期间，办理期限照常计算"


@dataclass(frozen=True)
class HearingNotice(Notice):
    """The hearing, and what it means for the period."""

    element_id = "send_hearing_notice"

    hearing: Annotated[HearingLines, Says("听证")]
    period: Annotated[str, Says("期限")]


def send_hearing_notice_notice(
    session: Session, petition: Petition, matter: Matter, hearing: Hearing
) -> HearingNotice:
    """The notice of a hearing whose phase is known."""
    is_rereview = hearing.phase is HearingPhase.rereview
    return HearingNotice(
        kind="听证",
        title="信访事项听证通知书",
        basis="regulation_2022:36(2)" if is_rereview else "regulation_2022:31(六)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        hearing=hearing_lines(session, hearing),
        period=IN_REREVIEW if is_rereview else COUNTED,
    )
