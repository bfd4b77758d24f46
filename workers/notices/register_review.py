"""复查、复核申请书: what the petitioner asks, as it was handed in (articles 35 and 36(1))."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.review import level_basis
from records.models import Matter, Petition, Review
from workers.notices.case_lines import case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import PetitionerLines, petitioner_lines
from workers.notices.required import Says
from workers.notices.review_words import LEVEL, ReviewLines, review_lines
from workers.notices.words import paragraphs


@dataclass(frozen=True)
class ReviewApplication(Notice):
    """The request on paper, for the petitioner's signature and the file."""

    element_id = "register_review"

    review: Annotated[ReviewLines, Says("请求")]
    petitioner: Annotated[PetitionerLines, Says("信访人")]
    reasons: Annotated[tuple[str, ...], Says("事实和理由")]
    just_cause: Annotated[tuple[str, ...], Says("逾期的理由", optional=True)]


def register_review_notice(
    session: Session, petition: Petition, matter: Matter, review: Review
) -> ReviewApplication:
    """The application of this request."""
    lines = review_lines(session, matter, review)
    return ReviewApplication(
        kind="申请",
        title=f"信访事项{LEVEL[review.level]}申请书",
        basis=level_basis(review.level),
        addressee=lines.unit,
        case=case_lines(session, petition, matter),
        review=lines,
        petitioner=petitioner_lines(session, petition),
        reasons=paragraphs(review.reasons),
        just_cause=paragraphs(review.just_cause),
    )
