"""Another unit, or another handler: who may, then what the records do."""

from datetime import datetime

from sqlmodel import Session

from api.actions.requests.may import may_correct_route, may_transfer
from api.errors import RoleMissing
from api.shapes.requests import RecusalIn, TransferIn
from records.models import Matter, Petition
from records.people import Person
from records.requests.recusal import recuse
from records.requests.transfer import transfer_matter


def transfer(
    session: Session,
    person: Person,
    petition: Petition,
    matter: Matter,
    given: TransferIn,
    *,
    now: datetime,
) -> None:
    """The bureau gives the matter to another unit."""
    if not may_transfer(person, petition, matter):
        raise RoleMissing
    transfer_matter(
        session, matter, given.unit, reason=given.reason, recorded_by=person.id, now=now
    )


def replace_handler(
    session: Session, person: Person, matter: Matter, given: RecusalIn, *, now: datetime
) -> None:
    """The leader of the unit says who keeps out, and who follows."""
    if not may_correct_route(person, matter):
        raise RoleMissing
    recuse(
        session,
        matter,
        given.user,
        handler=given.handler,
        reason=given.reason,
        recorded_by=person.id,
        now=now,
    )
