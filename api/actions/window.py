"""Working at the window: who may, then what the records do."""

from datetime import datetime

from sqlmodel import Session

from api.actions.filing import file_at_window
from api.errors import NotFound, RoleMissing
from api.shapes.filing import Filed, NewPetitionIn
from api.shapes.window import QuickRegistrationIn, UnregisteredIn, VisitorIn
from records.models import Petition, Visitor
from records.people import Person
from records.reception import queue

CLERK, LOOKS_ON = "window_clerk", "bureau_leader"


def windows_of(person: Person) -> list[str]:
    """Units whose window the person sees; those where the person works come first."""
    working = person.units_with(CLERK)
    return [*working, *(one for one in person.units_with(LOOKS_ON) if one not in working)]


def window_of(person: Person, unit: str | None) -> str:
    """The window asked for, else the person's first. Raises NotFound for everybody else."""
    seen = windows_of(person)
    if not seen or (unit and unit not in seen):
        raise NotFound
    return unit or seen[0]


def working_at(person: Person, unit: str | None) -> str:
    """The same for who changes something. Raises NotFound; RoleMissing for who only looks on."""
    found = window_of(person, unit)
    if not person.has(CLERK, at=found):
        raise RoleMissing
    return found


def add_visitor(
    session: Session, person: Person, unit: str | None, given: VisitorIn, *, now: datetime
) -> Visitor:
    """Give somebody a number. Raises as working_at."""
    at = working_at(person, unit)
    return queue.add_visitor(session, at, actor=person.id, now=now, **given.model_dump())


def call_next(session: Session, person: Person, unit: str | None, *, now: datetime) -> Visitor:
    """Call the next one. Raises as working_at, NobodyWaits, StillReceiving."""
    return queue.call_next(session, working_at(person, unit), actor=person.id, now=now)


def visitor_of(session: Session, person: Person, visitor_id: str) -> Visitor:
    """A visitor of a window where the person works.

    Raises NotFound, RoleMissing, VisitorNotFound.
    """
    visitor = queue.get_visitor(session, windows_of(person), visitor_id)
    working_at(person, visitor.unit_id)
    return visitor


def call_visitor(session: Session, person: Person, visitor_id: str, *, now: datetime) -> Visitor:
    """Call this one. Raises as visitor_of and records.reception.queue.call_visitor."""
    visitor = visitor_of(session, person, visitor_id)
    return queue.call_visitor(session, visitor, actor=person.id, now=now)


def put_back(session: Session, person: Person, visitor_id: str, *, now: datetime) -> Visitor:
    """Let them wait again. Raises as visitor_of and records.reception.queue.put_back."""
    visitor = visitor_of(session, person, visitor_id)
    return queue.put_back(session, visitor, actor=person.id, now=now)


def end_unregistered(
    session: Session, person: Person, visitor_id: str, given: UnregisteredIn, *, now: datetime
) -> Visitor:
    """End a visit without a petition. Raises as visitor_of and queue.end_unregistered."""
    visitor = visitor_of(session, person, visitor_id)
    return queue.end_unregistered(
        session, visitor, given.reason, actor=person.id, now=now, note=given.note
    )


def register_quickly(
    session: Session, person: Person, unit: str | None, given: QuickRegistrationIn, *, now: datetime
) -> tuple[Filed, bool]:
    """File what the window knows so far, and end the visit with it.

    The second value is False when it was filed before. Raises as working_at, visitor_of,
    file_at_window and records.reception.queue.end_registered.
    """
    at = working_at(person, unit)
    new = NewPetitionIn(bureau=at, **given.model_dump(exclude={"visitor", "source"}))
    new.source = given.source
    return file_visit(session, person, new, given.visitor, now=now)


def file_visit(
    session: Session, person: Person, new: NewPetitionIn, visitor_id: str | None, *, now: datetime
) -> tuple[Filed, bool]:
    """File a petition; the visit of this visitor, if there is one, ends with it. Raises as above.

    A form that comes twice files one petition and ends the visit once.
    """
    visitor = visitor_of(session, person, visitor_id) if visitor_id else None
    filed, is_new = file_at_window(session, person, new, now=now)
    if visitor and (is_new or visitor.petition_id != filed.id):
        petition = session.get_one(Petition, filed.id)
        queue.end_registered(session, visitor, petition, actor=person.id, now=now)
    return filed, is_new
