"""Whether the person prepared what this task decides (law.four_eyes)."""

from sqlmodel import Session

from law.four_eyes import Pair, SecondPersonNeeded, pairs_before
from law.sources import cite_basis
from records.models import TaskDecision
from records.task_decisions import latest


def barred_by(
    session: Session,
    element_id: str,
    *,
    petition_id: str | None,
    matter_id: str | None,
    user_id: str,
) -> Pair | None:
    """The pair that keeps this person from the step; None when nothing does.

    Only the last time counts: who drafted an earlier version may sign that of a colleague.
    """
    if petition_id is None:
        return None
    for pair in pairs_before(element_id):
        before = _before(session, pair, petition_id, matter_id)
        if before is not None and before.decided_by == user_id:
            return pair
    return None


def check_second_person(
    session: Session,
    element_id: str,
    *,
    petition_id: str | None,
    matter_id: str | None,
    user_id: str,
) -> None:
    """Raises law.four_eyes.SecondPersonNeeded, which names the article."""
    pair = barred_by(
        session, element_id, petition_id=petition_id, matter_id=matter_id, user_id=user_id
    )
    if pair is not None:
        raise SecondPersonNeeded(cite_basis(pair.basis))


def _before(
    session: Session, pair: Pair, petition_id: str, matter_id: str | None
) -> TaskDecision | None:
    if matter_id is None:
        return latest(session, pair.first, petition_id=petition_id)
    return latest(session, pair.first, petition_id=petition_id, matter_id=matter_id)
