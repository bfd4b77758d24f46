"""The petitioner asks for review or re-review of an opinion (articles 35 and 36), or takes it back.

The request is a row; its process starts through the outbox. Whether it is admissible is decided
there. It uses the right: the period to ask (D07, D09) is met.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from law.decision_facts import ReviewStage
from law.errors import WithdrawalTooLate
from law.review import Applicant, ReviewState, check_applicants
from law.withdrawal import effect_of_withdrawal
from records import audit, outbox
from records.clocks.many import meet_all
from records.clocks.wake import wake_watcher
from records.models import Matter, Petition, Review, Unit
from records.outbox import publish_message
from records.requests.errors import NothingToReview, ReviewRuns
from records.review_authority import review_authority
from records.reviews import last_opinion, open_review, reviews_of
from records.units import require_unit

WINDOWS = {ReviewStage.review: "D07", ReviewStage.rereview: "D09"}
PROCESS_ID = "review"


@dataclass(frozen=True)
class NewReview:
    """A request as it came in. `unit`: who was asked, where that is not the unit above."""

    level: ReviewStage
    requested_on: date
    reference: str
    reasons: str
    posted_on: date | None = None
    applicant: Applicant = Applicant.petitioner
    people: int = 1
    representatives: int = 0
    just_cause: str = ""
    missing: tuple[str, ...] = ()
    unit: str = ""


def request_review(
    session: Session, matter: Matter, new: NewReview, *, recorded_by: str, now: datetime
) -> Review:
    """Keep the request and start its process. One runs at a time.

    Raises ReviewRuns, NothingToReview (no unit above is known, and none was said), UnitNotFound;
    law.errors.TooManyRepresentatives, RepresentativesMissing.
    """
    check_applicants(new.people, new.representatives)
    # Who asks twice at once: the second waits here and finds the first.
    session.get_one(Matter, matter.id, with_for_update=True)
    if open_review(session, matter.id) is not None:
        raise ReviewRuns
    previous = _previous(session, matter, new.level)
    review = Review(
        petition_id=matter.petition_id,
        matter_id=matter.id,
        ordinal=len(reviews_of(session, [matter.id])) + 1,
        level=new.level,
        unit_id=_asked(session, matter, previous, new),
        previous_id=previous.id if previous else None,
        applicant=new.applicant,
        people=new.people,
        representatives=new.representatives,
        requested_on=new.requested_on,
        posted_on=new.posted_on,
        reference=new.reference,
        reasons=new.reasons,
        just_cause=new.just_cause,
        missing=",".join(new.missing),
        recorded_by=recorded_by,
        recorded_at=now,
    )
    session.add(review)
    session.flush()
    _use_the_right(session, matter, new.level, actor=recorded_by, now=now)
    _record(session, review, "request_review", actor=recorded_by, now=now)
    _start(session, matter, review, now)
    return review


def withdraw_review(
    session: Session, review: Review, *, reason: str, is_written: bool, actor: str, now: datetime
) -> None:
    """The request is taken back; the opinion before it stands, and its process ends.

    Raises law.errors.WithdrawalNotWritten, WithdrawalTooLate (its opinion is signed, or it ended).
    """
    if not review.state.is_open:
        raise WithdrawalTooLate
    effect_of_withdrawal(is_written=is_written, opinion_signed=review.signed_at is not None)
    # From now on nobody can sign: the row decides, whatever reaches the engine first.
    review.state, review.withdrawal_reason = ReviewState.withdrawn, reason
    review.ended_at = now
    session.add(review)
    _record(session, review, "withdraw_review", actor=actor, now=now)
    publish_message(
        session,
        "review_withdrawn",
        key=review.id,
        message_id=f"review_withdrawn:{review.id}",
        now=now,
    )


def complete_request(
    session: Session, review: Review, *, on: date, actor: str, now: datetime
) -> None:
    """What the request lacked was handed in; the unit looks at it again.

    Raises NothingToReview: nothing was asked for, or it was handed in already.
    """
    waits = review.completion_asked_on is not None and review.completed_on is None
    if not review.state.is_open or not waits:
        raise NothingToReview
    review.completed_on = on
    session.add(review)
    _record(session, review, "complete_review_request", actor=actor, now=now)
    publish_message(
        session,
        "supplement_given",
        key=review.id,
        message_id=f"supplement_given:{review.id}",
        now=now,
    )


def _previous(session: Session, matter: Matter, level: ReviewStage) -> Review | None:
    if level is ReviewStage.review:
        return None
    return last_opinion(session, matter.id, ReviewStage.review)


def _asked(session: Session, matter: Matter, previous: Review | None, new: NewReview) -> str:
    if new.unit:
        return require_unit(session, new.unit, new.requested_on).id
    below = session.get_one(Unit, previous.unit_id if previous else matter.unit_id)
    authority = review_authority(session, below)
    if authority is None:
        raise NothingToReview
    return authority.id


def _use_the_right(
    session: Session, matter: Matter, level: ReviewStage, *, actor: str, now: datetime
) -> None:
    """The period to ask is used up; who waits for its end in the petition's process goes on."""
    for clock in meet_all(
        session, matter_id=matter.id, codes=(WINDOWS[level],), actor=actor, now=now
    ):
        wake_watcher(session, clock.id, now=now)


def _start(session: Session, matter: Matter, review: Review, now: datetime) -> None:
    petition = session.get_one(Petition, matter.petition_id)
    outbox.start_process(
        session,
        PROCESS_ID,
        petition.id,
        {
            "matter_id": matter.id,
            "review_id": review.id,
            "bureau": petition.bureau_id,
            "review_unit": review.unit_id,
            "phase": review.level.value,
        },
        ordering_key=review.id,
        now=now,
    )


def _record(session: Session, review: Review, action: str, *, actor: str, now: datetime) -> None:
    audit.record(
        session,
        now=now,
        actor=actor,
        action=action,
        petition_id=review.petition_id,
        review=review.id,
        level=review.level.value,
    )
