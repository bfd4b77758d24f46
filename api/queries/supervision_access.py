"""Who sees a supervision: who supervises or leads at the bureau, who oversees, and the unit itself.

A petitioner never does, nor does a unit that has another matter of the petition.
"""

from sqlmodel import Session, select

from records.models import Advice, Clock, Document, Petition, Supervision
from records.people import UNIT_ROLES, Person

SUPERVISING = ("supervisor", "bureau_leader", "conference_office")
OF_ADVICE = ("issue_advice", "record_adoption")


def supervises(person: Person, petition: Petition) -> bool:
    """Whether the person sees every supervision of the petition."""
    return person.oversees or person.has(*SUPERVISING, at=petition.bureau_id)


def sees_supervision_of(person: Person, petition: Petition, unit_id: str) -> bool:
    """The same, or the supervision is of the person's own unit."""
    return supervises(person, petition) or person.has(*UNIT_ROLES, at=unit_id)


def sees_document(session: Session, person: Person, petition: Petition, document: Document) -> bool:
    """Whether the person sees a document that is one of a supervision; any other is not judged.

    A suggestion is its addressee's to read, not that of the unit it may be about.
    """
    row = session.get(Supervision, document.occasion.partition(":")[0])
    if row is None:
        return True
    unit_id = row.unit_id
    if document.element_id in OF_ADVICE:
        advice = session.exec(select(Advice).where(Advice.supervision_id == row.id)).first()
        unit_id = advice.unit_id if advice else unit_id
    return sees_supervision_of(person, petition, unit_id)


def sees_clock(session: Session, person: Person, petition: Petition, clock: Clock) -> bool:
    """The same of a clock."""
    if not clock.subject:
        return True
    owner = session.get(Supervision, clock.subject) or session.get(Advice, clock.subject)
    return owner is not None and sees_supervision_of(person, petition, owner.unit_id)
