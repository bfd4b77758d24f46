"""What the reviews of a matter say about how far it has come, for law.public_status."""

from datetime import date

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.instants import SHANGHAI
from law.review import ReviewState
from records.clocks.find import is_any_running
from records.models import Matter, Petition, Review
from records.reviews import open_review, reviews_of

# While one of these runs the matter may still go on after its petition is closed.
STILL_OPEN = ("D07", "D09", "D16")
ASKED = {ReviewStage.review: "review_asked_on", ReviewStage.rereview: "rereview_asked_on"}
ANSWERED = {ReviewStage.review: "review_answered_on", ReviewStage.rereview: "rereview_answered_on"}


def review_days(session: Session, matter: Matter) -> dict[str, date | None]:
    """When review and re-review were asked for and answered; the last request of each counts."""
    days: dict[str, date | None] = {}
    for review in _counted(session, matter):
        days[ASKED[review.level]] = review.requested_on
        days[ANSWERED[review.level]] = review.issued_on
    return days


def concluded_on(session: Session, petition: Petition, matter: Matter) -> date | None:
    """When nothing can follow any more: not while a review runs, or may still be asked for."""
    if petition.closed_at is None:
        return None
    closed = petition.closed_at
    if reviews := reviews_of(session, [matter.id]):
        if open_review(session, matter.id) or is_any_running(session, matter.id, STILL_OPEN):
            return None
        closed = max(closed, reviews[-1].ended_at or closed)
    return closed.astimezone(SHANGHAI).date()


def _counted(session: Session, matter: Matter) -> list[Review]:
    """A request that was refused or taken back changes nothing of where the matter is."""
    nothing = (ReviewState.refused, ReviewState.withdrawn)
    return [one for one in reviews_of(session, [matter.id]) if one.state not in nothing]
