"""Who may see a petition. What is sealed (article 30) is seen by its sealed clerk and nobody else,
not even by who oversees; a foreign petition does not exist for others."""

from sqlalchemy import ColumnElement, and_, exists, or_, true
from sqlmodel import Session, col, select

from api.queries.supervision_access import sees_document
from records.errors import PetitionNotFound
from records.models import Document, Matter, Petition, Review
from records.people import BUREAU_ROLES, SEALED_ROLES, UNIT_ROLES, Person
from records.petitions import get_by_number
from records.review_authority import is_authority_over
from records.reviews import reviewing_units
from records.sealed_looks import note_look


def may_see(session: Session, person: Person, petition: Petition) -> bool:
    """Bureau roles of its bureau, roles of a unit that has a matter of it, and who oversees.

    The sealed clerk sees what is sealed, whole or in part, and no other petition.
    """
    if petition.is_sealed:
        return sees_sealed(person, petition)
    return (
        person.oversees
        or petition.bureau_id in person.units_with(*BUREAU_ROLES)
        or bool(units_of(session, petition) & {*person.units_with(*UNIT_ROLES)})
        or (sees_sealed(person, petition) and has_sealed_part(session, petition))
    )


def sees_sealed(person: Person, petition: Petition) -> bool:
    """Whether the sealed parts of the petition are shown to the person too."""
    return person.has(*SEALED_ROLES, at=petition.bureau_id)


def has_sealed_part(session: Session, petition: Petition) -> bool:
    """Whether the petition is a report or accusation, in whole or in one of its claims."""
    sealed = select(Matter.id).where(Matter.petition_id == petition.id, col(Matter.is_sealed))
    return petition.is_sealed or session.exec(sealed.limit(1)).first() is not None


def units_of(session: Session, petition: Petition) -> set[str]:
    """The units that have an open part of the petition, or review what was decided on it."""
    found = session.exec(
        select(Matter.unit_id).where(
            Matter.petition_id == petition.id, col(Matter.is_sealed).is_(False)
        )
    )
    reviewing = reviewing_units(session, petition.id)
    return {*found, *reviewing, *([petition.unit_id] if petition.unit_id else [])}


def seen_by(person: Person) -> ColumnElement[bool]:
    """The same as a condition on the table of petitions."""
    return or_(is_sealed_for(person), and_(col(Petition.is_sealed).is_(False), _open_to(person)))


def is_sealed_for(person: Person) -> ColumnElement[bool]:
    """Whether it is a case of the person's sealed desk, in whole or in part, as a condition."""
    sealed_here = col(Petition.bureau_id).in_(person.units_with(*SEALED_ROLES))
    part = exists().where(col(Matter.petition_id) == col(Petition.id), col(Matter.is_sealed))
    return and_(sealed_here, or_(col(Petition.is_sealed), part))


def visible_petition(session: Session, person: Person, number: str) -> Petition:
    """The petition with this number, if the person may see it. Raises PetitionNotFound."""
    petition = get_by_number(session, number)
    if not (may_see(session, person, petition) or _may_be_asked(session, person, petition)):
        raise PetitionNotFound
    note_if_sealed(session, person, petition, "case")
    return petition


def note_if_sealed(session: Session, person: Person, petition: Petition, at: str) -> None:
    """Note the look of the sealed desk at one of its cases; of other petitions nothing."""
    if sees_sealed(person, petition) and has_sealed_part(session, petition):
        note_look(session, person.id, petition.id, at)


def visible_document(session: Session, person: Person, document_id: str) -> Document | None:
    """The document, if the person may see its petition and the part of it that it is about."""
    document = session.get(Document, document_id)
    petition = session.get(Petition, document.petition_id) if document else None
    if document is None or petition is None or not may_see(session, person, petition):
        return None
    matter = session.get(Matter, document.matter_id) if document.matter_id else None
    if matter is not None and matter.is_sealed and not sees_sealed(person, petition):
        return None
    if not sees_document(session, person, petition, document):
        return None
    note_if_sealed(session, person, petition, f"document {document.id}")
    return document


def has_matter_in(units: list[str]) -> ColumnElement[bool]:
    """Whether one of these units has an open part of it or reviews it, as a condition."""
    matter = exists().where(
        col(Matter.petition_id) == col(Petition.id),
        col(Matter.unit_id).in_(units),
        col(Matter.is_sealed).is_(False),
    )
    review = exists().where(
        col(Review.petition_id) == col(Petition.id), col(Review.unit_id).in_(units)
    )
    return or_(col(Petition.unit_id).in_(units), matter, review)


def _may_be_asked(session: Session, person: Person, petition: Petition) -> bool:
    """Who takes requests for review where a unit of the petition would be reviewed.

    They open it by its number, to record the request; lists show it from then on.
    """
    bodies = person.units_with("review_clerk")
    if petition.is_sealed or not bodies:
        return False
    units = units_of(session, petition)
    return any(is_authority_over(session, body, units) for body in bodies)


def _open_to(person: Person) -> ColumnElement[bool]:
    if person.oversees:
        return true()
    return or_(
        col(Petition.bureau_id).in_(person.units_with(*BUREAU_ROLES)),
        has_matter_in(person.units_with(*UNIT_ROLES)),
    )
