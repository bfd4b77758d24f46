"""Who puts notes and files on a case they see."""

from sqlmodel import Session

from api.queries.visibility import sees_sealed, units_of
from records.models import Petition
from records.people import BUREAU_ROLES, UNIT_ROLES, Person


def may_add(session: Session, person: Person, petition: Petition) -> bool:
    """Who works on the case: at its bureau, in a unit that has or reviews a matter, at the sealed
    desk. Who only oversees reads."""
    if sees_sealed(person, petition) or person.has(*BUREAU_ROLES, at=petition.bureau_id):
        return True
    return bool(units_of(session, petition) & {*person.units_with(*UNIT_ROLES)})
