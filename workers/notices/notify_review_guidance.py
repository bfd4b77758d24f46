"""引导复查复核告知单: there is an opinion, and the way to review is open (articles 35 and 36)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from records.matters import matters_of
from records.models import Document, Matter, Petition
from records.review_authority import review_authority
from workers.cases import unit_of
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.earlier import earlier_petitions
from workers.notices.notice import Notice
from workers.notices.periods import last_day_of, length_words
from workers.notices.referred import OPINION, DocumentLine, document_line, last_document
from workers.notices.required import Says

REVIEW = "D07"


@dataclass(frozen=True)
class ReviewGuidance(Notice):
    """Which opinion, whom to ask, until when."""

    element_id = "notify_review_guidance"

    opinion: Annotated[DocumentLine | None, Says("已出具的处理意见书")]
    opinion_by: Annotated[str, Says("原办理单位")]
    authority: Annotated[str, Says("复查机关")]
    period: Annotated[str, Says("请求复查期限")]
    last_day: Annotated[str, Says("请求复查届满日", optional=True)]


def notify_review_guidance_notice(session: Session, petition: Petition) -> ReviewGuidance:
    """The notice. Without the day of receipt the last day is not told, only the period."""
    matter, document = _opinion(session, petition)
    issuer = unit_of(session, document.issued_by) if document else None
    authority = review_authority(session, issuer) if issuer else None
    served_on = matter.served_on if matter else None
    return ReviewGuidance(
        kind="引导",
        title="信访事项引导复查复核告知单",
        basis="regulation_2022:35",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition),
        opinion=document_line(document, served_on),
        opinion_by=issuer.name if issuer else "",
        authority=authority.name if authority else "",
        period=length_words(session, REVIEW, served_on or petition.received_on),
        last_day=last_day_of(session, matter, REVIEW, served_on) if matter and served_on else "",
    )


def _opinion(session: Session, petition: Petition) -> tuple[Matter | None, Document | None]:
    """The opinion of the newest earlier petition that has one; of several, the last received."""
    for earlier in earlier_petitions(session, petition):
        found = [
            (matter, document)
            for matter in matters_of(session, earlier.id)
            if not matter.is_sealed and (document := last_document(session, matter, OPINION))
        ]
        if found:
            return max(found, key=lambda one: (one[0].served_on or one[1].issued_on, one[1].number))
    return None, None
