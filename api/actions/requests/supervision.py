"""Ordering a supervision by hand."""

from datetime import datetime

from sqlmodel import Session

from api.actions.requests.cases import visible_matter
from api.actions.requests.may import may_order_supervision
from api.errors import RoleMissing
from api.shapes.requests import SupervisionIn
from records.errors import MatterNotFound
from records.models import Petition, Supervision
from records.people import Person
from records.supervisions.start import order_supervision


def supervise(
    session: Session, person: Person, petition: Petition, given: SupervisionIn, *, now: datetime
) -> Supervision:
    """Whoever has the matter is supervised; without a matter, who has the petition.

    Raises RoleMissing, MatterNotFound, SupervisionRuns.
    """
    if not may_order_supervision(person, petition):
        raise RoleMissing
    matter = visible_matter(session, person, petition, given.matter) if given.matter else None
    if matter is not None and matter.is_sealed:
        raise MatterNotFound
    unit_id = matter.unit_id if matter else petition.unit_id or petition.bureau_id
    return order_supervision(
        session,
        petition_id=petition.id,
        matter_id=matter.id if matter else None,
        unit_id=unit_id,
        trigger=given.trigger,
        reason=given.reason,
        actor=person.id,
        now=now,
    )
