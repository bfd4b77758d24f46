"""Completing a registration record: who files where it was filed may."""

from datetime import datetime

from sqlmodel import Session

from api.actions.filing import filing_bureaus
from api.errors import RoleMissing
from api.shapes.completion import CompletionIn
from records.models import Petition
from records.people import Person
from records.registration.completion import Completion, complete_registration
from records.registration.new_petition import NewAgent, NewCompanion, NewStep

ROWS = {"course", "companions", "agents", "flags"}


def may_complete(person: Person, petition: Petition) -> bool:
    """Whether the person may add to the record: at the place of filing, while it is open."""
    return (
        petition.bureau_id in filing_bureaus(person)
        and petition.closed_at is None
        and not petition.is_sealed
    )


def complete_record(
    session: Session, person: Person, petition: Petition, given: CompletionIn, *, now: datetime
) -> list[str]:
    """Add to the record; names of what was added. Raises RoleMissing and what
    records.registration.completion.complete_registration raises."""
    if petition.bureau_id not in filing_bureaus(person) or petition.is_sealed:
        raise RoleMissing
    more = Completion(
        **given.model_dump(exclude=ROWS),
        course=tuple(NewStep(**one.model_dump()) for one in given.course),
        companions=tuple(NewCompanion(**one.model_dump()) for one in given.companions),
        agents=tuple(NewAgent(**one.model_dump()) for one in given.agents),
        flags=tuple(given.flags),
    )
    return complete_registration(session, petition, more, actor=person.id, now=now)
