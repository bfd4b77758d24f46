"""Showing one field of one person to somebody who may ask for it: never without a trace."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from api.errors import PersonFieldNotFound, RoleMissing
from api.queries.case_parts import part_of
from api.queries.masks import PETITIONER, access_in
from records import audit
from records.masking.table import FIELDS, Access
from records.models import Petition, Petitioner
from records.people import Person
from records.registration.rows import agents_of, companions_of

ACTION = "reveal_person_field"


def reveal(
    session: Session, person: Person, petition: Petition, who: str, field: str, *, now: datetime
) -> str:
    """The value of the field. The trail says who asked, for what of whom, and when.

    `who` is one of `persons`. Raises RoleMissing, PersonFieldNotFound.
    """
    if field not in FIELDS:
        raise PersonFieldNotFound
    if access_in(session, person, petition)[FIELDS[field]] is Access.masked:
        raise RoleMissing
    value = persons(session, petition).get(who, {}).get(field)
    if not isinstance(value, str) or not value:
        raise PersonFieldNotFound
    audit.record(
        session,
        now=now,
        actor=person.id,
        action=ACTION,
        petition_id=petition.id,
        part=part_of(session, person, petition).value,
        who=who,
        field=field,
    )
    return value


def persons(session: Session, petition: Petition) -> dict[str, Mapping[str, object]]:
    """Everybody registered with the petition: petitioner, companion-1 ..., agent-1 ..."""
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    found: dict[str, Mapping[str, object]] = {PETITIONER: petitioner.model_dump()}
    for companion in companions_of(session, petition.id):
        found[f"companion-{companion.ordinal}"] = companion.model_dump()
    for ordinal, agent in enumerate(agents_of(session, petition.id), start=1):
        found[f"agent-{ordinal}"] = agent.model_dump()
    return found
