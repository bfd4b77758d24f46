"""Filing a petition at a window."""

from datetime import datetime

from sqlmodel import Session

from api.errors import ReceivedInFuture, RoleMissing, SourceTaken
from api.queries.petitions import may_see
from api.shapes.common import shanghai
from api.shapes.petition import Filed, NewPetitionIn
from records.models import Petition
from records.people import Person
from records.petitions import NewPetition, file_petition, find_by_source


def filing_bureaus(person: Person) -> list[str]:
    """Units for which the person may file petitions."""
    return person.units_with("window_clerk", "administrator")


def file_at_window(
    session: Session, person: Person, given: NewPetitionIn, *, now: datetime
) -> tuple[Filed, bool]:
    """File the petition; the second value is False when its source was filed before.

    Raises RoleMissing, SourceTaken, ReceivedInFuture, UnitNotFound.
    """
    bureaus = filing_bureaus(person)
    bureau = given.bureau or (bureaus[0] if bureaus else None)
    if bureau is None or bureau not in bureaus:
        raise RoleMissing
    source = (given.source.system, given.source.id) if given.source else None
    known = find_by_source(session, *source) if source else None
    if known and not may_see(person, known):
        raise SourceTaken
    received_on = given.received_on or shanghai(now).date()
    if received_on > shanghai(now).date():
        raise ReceivedInFuture
    petition = file_petition(
        session,
        NewPetition(
            bureau_id=bureau,
            form=given.form,
            subject=given.subject,
            text=given.text,
            received_on=received_on,
            petitioner_name=given.petitioner_name,
            address=given.address,
            phone=given.phone,
            id_number=given.id_number,
            claims=tuple(given.claims),
            source=source,
            tags=tuple(given.tags),
        ),
        filed_by=person.id,
        now=now,
    )
    return filed(petition), known is None


def filed(petition: Petition) -> Filed:
    """What the person at the window is told."""
    return Filed(id=petition.id, number=petition.number, query_code=petition.query_code)
