"""The requests for review of a case, as its reader sees them."""

from api.actions.requests.reviews import may_record_about, may_request_review
from api.queries.reader import Reader
from api.shapes.reviews import ReviewOut
from records.models import Matter, Review
from records.models.matter import MatterEnd
from records.review_facts import is_final
from records.reviews import open_review, reviews_of

COLUMNS = (
    *("ordinal", "level", "applicant", "people", "requested_on", "posted_on", "reference"),
    *("reasons", "state", "completion_asked_on", "completed_on", "accepted_on"),
    *("refusal_reason", "outcome", "issued_on", "served_on", "final_on", "recorded_at"),
)


def review_views(reader: Reader) -> list[ReviewOut]:
    """The requests about the matters that the reader sees."""
    ids = [one.id for one in reader.matters]
    return [review_view(reader, review) for review in reviews_of(reader.session, ids)]


def review_view(reader: Reader, review: Review) -> ReviewOut:
    """One request."""
    return ReviewOut(
        **review.model_dump(include={*COLUMNS}),
        matter=reader.ordinal(review.matter_id) or 0,
        unit=reader.unit(review.unit_id),
        recorded_by=reader.actor(review.recorded_by),
        may=_may(reader, review),
    )


def can_ask_review(reader: Reader, matter: Matter) -> bool:
    """Whether the reader may record a request about this matter now."""
    is_answered = matter.end is MatterEnd.answered and matter.served_on is not None
    return (
        is_answered
        and may_request_review(reader.person, reader.petition, matter)
        and open_review(reader.session, matter.id) is None
        and not is_final(reader.session, matter)
    )


def _may(reader: Reader, review: Review) -> list[str]:
    if not review.state.is_open or not may_record_about(reader.person, reader.petition, review):
        return []
    found = ["withdraw"] if review.signed_at is None else []
    waits = review.completion_asked_on is not None and review.completed_on is None
    return [*found, "complete"] if waits else found
