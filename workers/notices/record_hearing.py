"""听证笔录: what was said at a hearing, and who signed that."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.models import Hearing, Matter, Petition
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.hearings import HearingLines, hearing_lines
from workers.notices.notice import Notice
from workers.notices.required import Says
from workers.notices.words import paragraphs, words


@dataclass(frozen=True)
class HearingRecord(Notice):
    """The record as signed."""

    element_id = "record_hearing"

    hearing: Annotated[HearingLines, Says("听证")]
    record: Annotated[tuple[str, ...], Says("听证笔录")]
    signed_by: Annotated[str, Says("笔录签名人")]


def record_hearing_notice(
    session: Session, petition: Petition, matter: Matter, hearing: Hearing
) -> HearingRecord:
    """The record of a hearing that was held."""
    return HearingRecord(
        kind="听录",
        title="信访事项听证笔录",
        basis="regulation_2022:31(六)",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        hearing=hearing_lines(session, hearing),
        record=paragraphs(hearing.record),
        signed_by=words(hearing.record_signed_by),
    )
