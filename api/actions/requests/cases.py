"""Requests about a case: who may, then what the records do. Each raises RoleMissing first."""

from datetime import datetime

from sqlmodel import Session

from api.actions.requests.may import (
    may_answer_interim,
    may_ask_extension,
    may_correct_route,
    may_record_choice,
    may_take_rating,
    may_withdraw_all,
    may_withdraw_sealed,
    units_withdrawn_from,
)
from api.errors import RoleMissing
from api.queries.visibility import sees_sealed
from api.shapes.petition import ExtensionIn
from api.shapes.requests import InterimAnswerIn, RatingIn, RouteCorrectionIn, WithdrawalIn
from law.decision_facts import RouteChoice
from records.errors import MatterNotFound
from records.matters import matters_of
from records.models import InterimAnswer, Matter, Petition
from records.people import Person
from records.requests.extension import ask_extension
from records.requests.interim_answer import send_interim_answer
from records.requests.rating import give_rating
from records.requests.route_choice import choose_route
from records.requests.route_correction import correct_route
from records.requests.withdrawal import Ended, withdraw


def visible_matter(session: Session, person: Person, petition: Petition, ordinal: int) -> Matter:
    """The matter of this claim; one that is sealed exists for its sealed clerk only.

    Raises MatterNotFound.
    """
    for matter in matters_of(session, petition.id):
        if matter.ordinal == ordinal and (not matter.is_sealed or sees_sealed(person, petition)):
            return matter
    raise MatterNotFound


def take_withdrawal(
    session: Session, person: Person, petition: Petition, given: WithdrawalIn, *, now: datetime
) -> Ended:
    """The bureau takes it for the whole petition, a unit for its own matters.

    For what is sealed its desk takes it, and says whether the public interest wants it to go on.
    """
    units, matters = None, matters_of(session, petition.id)
    is_sealed_desk = may_withdraw_sealed(person, petition, matters)
    if not is_sealed_desk and not may_withdraw_all(person, petition):
        units = units_withdrawn_from(person, matters)
        if not units:
            raise RoleMissing
    return withdraw(
        session,
        petition,
        reason=given.reason,
        is_written=given.is_written,
        recorded_by=person.id,
        now=now,
        units=units,
        is_sealed_desk=is_sealed_desk,
        in_public_interest=given.in_public_interest,
    )


def request_extension(
    session: Session, person: Person, matter: Matter, given: ExtensionIn, *, now: datetime
) -> None:
    """The handler or the leader of the unit asks; the leader decides in a task."""
    if not may_ask_extension(person, matter):
        raise RoleMissing
    ask_extension(
        session, matter, days=given.days, reason=given.reason, asked_by=person.id, now=now
    )


def record_choice(
    session: Session,
    person: Person,
    petition: Petition,
    matter: Matter,
    route: RouteChoice,
    *,
    now: datetime,
) -> None:
    """The route that the petitioner chose."""
    if not may_record_choice(person, petition, matter):
        raise RoleMissing
    choose_route(session, matter, route, recorded_by=person.id, now=now)


def correct_the_route(
    session: Session, person: Person, matter: Matter, given: RouteCorrectionIn, *, now: datetime
) -> None:
    """The right route of a matter; the unit examines it anew."""
    if not may_correct_route(person, matter):
        raise RoleMissing
    correct_route(session, matter, given.route, reason=given.reason, recorded_by=person.id, now=now)


def answer_interim(
    session: Session, person: Person, petition: Petition, given: InterimAnswerIn, *, now: datetime
) -> InterimAnswer:
    """A message to the petitioner."""
    if not may_answer_interim(session, person, petition):
        raise RoleMissing
    matter = visible_matter(session, person, petition, given.matter) if given.matter else None
    if matter is not None and matter.is_sealed:
        raise RoleMissing
    return send_interim_answer(
        session, petition, matter, text=given.text, sent_by=person.id, now=now
    )


def take_rating(
    session: Session, person: Person, petition: Petition, given: RatingIn, *, now: datetime
) -> None:
    """What the petitioner says in a call or a letter."""
    if not may_take_rating(person, petition):
        raise RoleMissing
    give_rating(
        session,
        petition,
        bureau=given.bureau,
        unit=given.unit,
        reason=given.reason,
        recorded_by=person.id,
        now=now,
    )
