"""Who reviews what a unit decided: the organ above it (articles 35 and 36)."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from law.unit_tree import superiors
from records.matters import parents_of_units
from records.models import Unit
from records.units import NOT_HANDLING

REVIEW_BODY = "review_body"


def is_authority_over(session: Session, body_id: str, unit_ids: Collection[str]) -> bool:
    """Whether this body reviews what one of these units decided."""
    units = [session.get_one(Unit, one) for one in sorted(unit_ids)]
    found = [review_authority(session, unit) for unit in units]
    return any(one is not None and one.id == body_id for one in found)


def review_authority(session: Session, unit: Unit) -> Unit | None:
    """The nearest unit above that is no petition bureau, else the review body of its division.

    A review body is reviewed by one above it, never by itself.

    None when the records name neither: then nobody can be told where to ask for a review.
    """
    for unit_id in superiors(unit.id, parents_of_units(session)):
        above = session.get_one(Unit, unit_id)
        if above.kind == REVIEW_BODY or above.kind not in NOT_HANDLING:
            return above
    if unit.kind == REVIEW_BODY:
        return None
    bodies = select(Unit).where(Unit.kind == REVIEW_BODY, Unit.division == unit.division)
    return session.exec(bodies.order_by(col(Unit.id))).first()
