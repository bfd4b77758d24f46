"""Completing a registration record later: what was left out is added, nothing changed."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from law.instants import SHANGHAI
from records import audit
from records.errors import RecordsError
from records.models import Petition, Petitioner, PetitionFlag
from records.registration.checks import check_registration
from records.registration.flags import ANONYMOUS, flags_at_filing
from records.registration.new_petition import NewAgent, NewCompanion, NewPetition, NewStep
from records.registration.rows import add_rows, agents_of, companions_of, course_of
from records.requests.errors import PetitionClosed
from records.similarity import remember_facts

OF_PETITIONER = (
    *("former_name", "certificate_type", "id_number", "household_address", "residence"),
    *("address", "phone", "email", "employer"),
)
OF_PETITION = ("incident_place", "division", "content_class")


class RegisteredAlready(RecordsError):
    """This was registered already, with something else. What is on record is not overwritten."""

    def __init__(self, field: str = "") -> None:
        self.field = field or None
        super().__init__()


@dataclass(frozen=True)
class Completion:
    """What is added. Values as in NewPetition; None and False say nothing."""

    petitioner_name: str | None = None
    former_name: str | None = None
    certificate_type: str | None = None
    id_number: str | None = None
    household_address: str | None = None
    residence: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    employer: str | None = None
    incident_place: str | None = None
    division: str | None = None
    content_class: str | None = None
    is_verified: bool = False
    accepts_electronic: bool = False
    is_name_clear: bool = False
    is_spokesperson: bool = False
    course: tuple[NewStep, ...] = ()
    companions: tuple[NewCompanion, ...] = ()
    agents: tuple[NewAgent, ...] = ()
    flags: tuple[str, ...] = ()


def complete_registration(
    session: Session, petition: Petition, more: Completion, *, actor: str, now: datetime
) -> list[str]:
    """Add to the record; the names of the fields that were added.

    The whole is checked as if it were filed now. Raises PetitionClosed, RegisteredAlready, and what
    records.registration.checks.check_registration raises.
    """
    petition = session.get_one(Petition, petition.id, with_for_update=True)
    if petition.closed_at is not None:
        raise PetitionClosed
    petitioner = session.get_one(Petitioner, petition.petitioner_id)
    added = _fill(petitioner, more, OF_PETITIONER) + _fill(petition, more, OF_PETITION)
    added += _name(session, petition, petitioner, more)
    for row, names in (
        (petitioner, ("is_verified", "accepts_electronic")),
        (petition, ("is_name_clear",)),
    ):
        for name in names:
            if getattr(more, name) and not getattr(row, name):
                setattr(row, name, True)
                added.append(name)
    known = registered(session, petition, petitioner)
    whole = replace(
        known,
        course=(*known.course, *more.course),
        companions=(*known.companions, *more.companions),
        agents=(*known.agents, *more.agents),
        flags=more.flags,
        is_spokesperson=more.is_spokesperson,
    )
    # Whether the petitioner spoke for the group is not on record: who speaks is asked again only
    # when names are added.
    checked = whole if more.companions else replace(whole, people=1, companions=())
    check_registration(session, checked, now.astimezone(SHANGHAI).date())
    petition.people = whole.number_of_people
    petition.is_name_clear = petition.is_name_clear and not whole.is_anonymous
    add_rows(
        session,
        petition,
        replace(
            whole,
            course=more.course,
            companions=more.companions,
            agents=more.agents,
            flags=tuple(flags_at_filing(whole)),
        ),
        after=(len(known.companions), len(known.course)),
    )
    session.add_all([petition, petitioner])
    added += [name for name in ("course", "companions", "agents", "flags") if getattr(more, name)]
    if added:
        remember_facts(session, petition, petitioner)
        audit.record(
            session,
            now=now,
            actor=actor,
            action="complete_registration",
            petition_id=petition.id,
            fields=sorted(added),
        )
    return added


def registered(session: Session, petition: Petition, petitioner: Petitioner) -> NewPetition:
    """The record as it stands, in the shape it was handed in."""
    own = {one.name for one in fields(NewPetition)}
    return NewPetition(
        **petition.model_dump(include=own - {"people"}),
        **petitioner.model_dump(include=own),
        petitioner_name=petitioner.name,
        people=petition.people,
        course=tuple(
            NewStep(organ=one.organ, what=one.what, on=one.on)
            for one in course_of(session, petition.id)
        ),
        companions=tuple(
            NewCompanion(
                name=one.name,
                id_number=one.id_number,
                phone=one.phone,
                address=one.address,
                is_representative=one.is_representative,
            )
            for one in companions_of(session, petition.id)
        ),
        agents=tuple(
            NewAgent(
                name=one.name,
                standing=one.standing,
                phone=one.phone,
                has_mandate=one.has_mandate,
            )
            for one in agents_of(session, petition.id)
        ),
    )


def _fill(row: Petition | Petitioner, more: Completion, names: tuple[str, ...]) -> list[str]:
    added = []
    for name in names:
        value, known = getattr(more, name), getattr(row, name)
        if value is None or value == known:
            continue
        if known is not None:
            raise RegisteredAlready(name)
        setattr(row, name, value)
        added.append(name)
    return added


def _name(
    session: Session, petition: Petition, petitioner: Petitioner, more: Completion
) -> list[str]:
    """A name that was not known: the petition is anonymous no longer."""
    name = (more.petitioner_name or "").strip()
    if not name or name == petitioner.name:
        return []
    if petitioner.name.strip():
        raise RegisteredAlready("petitioner_name")
    petitioner.name = name
    session.execute(
        delete(PetitionFlag).where(
            col(PetitionFlag.petition_id) == petition.id, col(PetitionFlag.flag) == ANONYMOUS
        )
    )
    return ["petitioner_name"]
