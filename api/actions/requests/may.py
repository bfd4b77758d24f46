"""Who may make which request about a case they see."""

from collections.abc import Iterable

from sqlmodel import Session

from api.queries.visibility import sees_sealed, units_of
from records.models import Document, Matter, Petition
from records.people import BUREAU_ROLES, SEALED_ROLES, UNIT_ROLES, Person

TAKING_STATEMENTS = ("window_clerk", "classifier", "bureau_leader")
WRITING_TO_PETITIONERS = (*TAKING_STATEMENTS, "supervisor", "follow_up")
ORDERING_SUPERVISION = ("supervisor", "bureau_leader")
TAKING_RATINGS = ("window_clerk", "follow_up")
IN_CHARGE = ("acceptance_clerk", "handler", "unit_leader")
ASKING_EXTENSIONS = ("handler", "unit_leader")
# An opinion is served in a task of its own, which starts the period for a review.
SERVED_IN_ITS_TASK = ("issue_opinion", "issue_review_opinion")


def may_withdraw_all(person: Person, petition: Petition) -> bool:
    """Whether the person takes the statement for the whole petition: at its bureau."""
    return person.has(*TAKING_STATEMENTS, at=petition.bureau_id)


def may_withdraw_sealed(person: Person, petition: Petition, matters: Iterable[Matter]) -> bool:
    """Whether the person takes the statement for what is sealed of it: the sealed desk."""
    return sees_sealed(person, petition) and any(one.is_sealed for one in matters)


def units_withdrawn_from(person: Person, matters: Iterable[Matter]) -> list[str]:
    """Units for whose matters the person takes the statement."""
    units = {one.unit_id for one in matters if not one.is_sealed}
    return sorted(units & {*person.units_with(*IN_CHARGE)})


def may_ask_extension(person: Person, matter: Matter) -> bool:
    """The handler or the leader of the unit that has the matter."""
    return not matter.is_sealed and person.has(*ASKING_EXTENSIONS, at=matter.unit_id)


def may_record_choice(person: Person, petition: Petition, matter: Matter) -> bool:
    """Who hears the petitioner: at the bureau, or in the unit that has the matter."""
    at_bureau = person.has("window_clerk", "classifier", at=petition.bureau_id)
    return not matter.is_sealed and (at_bureau or person.has(*IN_CHARGE, at=matter.unit_id))


def may_transfer(person: Person, petition: Petition, matter: Matter) -> bool:
    """Only the bureau gives a matter to another unit."""
    at_bureau = person.has("classifier", "bureau_leader", at=petition.bureau_id)
    return not matter.is_sealed and not matter.is_direct and at_bureau


def may_correct_route(person: Person, matter: Matter) -> bool:
    """The leader of the unit that has the matter."""
    return not matter.is_sealed and person.has("unit_leader", at=matter.unit_id)


def may_answer_interim(session: Session, person: Person, petition: Petition) -> bool:
    """Who writes to the petitioner: at the bureau, or in a unit that has a matter."""
    if petition.is_sealed:
        return False
    if person.has(*WRITING_TO_PETITIONERS, at=petition.bureau_id):
        return True
    return bool(units_of(session, petition) & {*person.units_with(*IN_CHARGE)})


def may_take_rating(person: Person, petition: Petition) -> bool:
    """Who takes down what the petitioner thinks: at the bureau, never the unit that is rated."""
    return person.has(*TAKING_RATINGS, at=petition.bureau_id)


def may_order_supervision(person: Person, petition: Petition) -> bool:
    """Who supervises, or leads, where the petition was filed."""
    is_there = person.has(*ORDERING_SUPERVISION, at=petition.bureau_id)
    return is_there and not petition.is_sealed


def may_record_service(person: Person, document: Document) -> bool:
    """Who works where the document was issued."""
    if document.element_id in SERVED_IN_ITS_TASK:
        return False
    return person.has(*BUREAU_ROLES, *SEALED_ROLES, *UNIT_ROLES, at=document.issued_by)
