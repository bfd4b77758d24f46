"""Filing a petition at a window, of a bureau or of a unit itself (article 23(2))."""

from datetime import datetime

from sqlmodel import Session

from api.errors import ReceivedInFuture, RoleMissing, SourceTaken
from api.queries.visibility import may_see
from api.shapes.common import shanghai
from api.shapes.filing import Filed, NewPetitionIn
from records.models import Petition, Petitioner
from records.people import Person
from records.petitions import NewPetition, file_petition, find_by_source
from records.registration.errors import NotReadBack
from records.registration.id_numbers import looks_mistyped
from records.registration.new_petition import NewAgent, NewCompanion, NewStep
from records.units import require_unit

APART = {"bureau", "source", "received_on", "claims", "course", "companions", "agents"}
ID_NUMBER_MISTYPED = "id_number_mistyped"


def filing_bureaus(person: Person) -> list[str]:
    """Bureaus and units for which the person may file petitions."""
    return person.units_with("window_clerk", "acceptance_clerk", "administrator")


def check_files(person: Person) -> None:
    """Raises RoleMissing for who files nowhere."""
    if not filing_bureaus(person):
        raise RoleMissing


def file_at_window(
    session: Session, person: Person, given: NewPetitionIn, *, now: datetime
) -> tuple[Filed, bool]:
    """File the petition; the second value is False when its source was filed before.

    Raises RoleMissing, SourceTaken, ReceivedInFuture, NotReadBack, UnitNotFound, and what
    records.registration.checks.check_registration raises.
    """
    bureaus = filing_bureaus(person)
    bureau = given.bureau or (bureaus[0] if bureaus else None)
    if bureau is None or bureau not in bureaus:
        raise RoleMissing
    today = shanghai(now).date()
    require_unit(session, bureau, today)
    source = (given.source.system, given.source.id) if given.source else None
    known = find_by_source(session, *source) if source else None
    if known and not may_see(session, person, known):
        raise SourceTaken
    if given.received_on and given.received_on > today:
        raise ReceivedInFuture
    new = NewPetition(
        **given.model_dump(exclude=APART | {"tags", "flags"}),
        bureau_id=bureau,
        received_on=given.received_on or today,
        source=source,
        claims=tuple(given.claims),
        tags=tuple(given.tags),
        flags=tuple(given.flags),
        course=tuple(NewStep(**step.model_dump()) for step in given.course),
        companions=tuple(NewCompanion(**one.model_dump()) for one in given.companions),
        agents=tuple(NewAgent(**one.model_dump()) for one in given.agents),
    )
    if new.is_oral and not new.is_read_back:
        raise NotReadBack
    petition = file_petition(session, new, filed_by=person.id, now=now)
    return filed(session, petition), known is None


def filed(session: Session, petition: Petition) -> Filed:
    """What the person at the window is told."""
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    mistyped = looks_mistyped(petitioner.id_number, petitioner.certificate_type)
    return Filed(
        id=petition.id,
        number=petition.number,
        query_code=petition.query_code,
        warnings=[ID_NUMBER_MISTYPED] if mistyped else [],
    )
