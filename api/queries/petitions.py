"""Petitions that a person may see: one, or a list. A foreign petition does not exist for others."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, false, func, or_, select, true, tuple_
from sqlmodel import Session, col

from api.errors import BadCursor
from api.queries.paging import escape_like, from_cursor, to_cursor
from api.shapes.common import Named
from api.shapes.petition import PetitionPage, PetitionRow
from records.errors import PetitionNotFound
from records.models import Clock, Document, Petition
from records.people import BUREAU_ROLES, UNIT_ROLES, Person, unit_names
from records.petitions import get_by_number


@dataclass(frozen=True)
class PetitionFilter:
    """What to list. `is_open`: only those not closed (True) or closed (False)."""

    q: str | None = None
    unit: str | None = None
    is_open: bool | None = None


def may_see(person: Person, petition: Petition) -> bool:
    """Bureau roles of its bureau, roles of the unit that handles it, and who oversees."""
    return (
        person.oversees
        or petition.bureau_id in person.units_with(*BUREAU_ROLES)
        or petition.unit_id in person.units_with(*UNIT_ROLES)
    )


def visible_petition(session: Session, person: Person, number: str) -> Petition:
    """The petition with this number, if the person may see it. Raises PetitionNotFound."""
    petition = get_by_number(session, number)
    if not may_see(person, petition):
        raise PetitionNotFound
    return petition


def visible_document(session: Session, person: Person, document_id: str) -> Document | None:
    """The document, if the person may see its petition."""
    document = session.get(Document, document_id)
    petition = session.get(Petition, document.petition_id) if document else None
    return document if petition and may_see(person, petition) else None


def petition_page(
    session: Session, person: Person, wanted: PetitionFilter, *, limit: int, cursor: str | None
) -> PetitionPage:
    """One page of the petitions the person may see, newest receipt first. Raises BadCursor."""
    due_on = (
        select(func.min(col(Clock.due_on)))
        .where(col(Clock.petition_id) == col(Petition.id), col(Clock.is_running))
        .scalar_subquery()
    )
    query = (
        select(Petition, due_on.label("due_on"))
        .where(_visible(person), *_conditions(wanted))
        .order_by(col(Petition.received_on).desc(), col(Petition.number).desc())
        .limit(limit + 1)
    )
    if cursor:
        query = query.where(
            tuple_(col(Petition.received_on), col(Petition.number)) < tuple_(*_place(cursor))
        )
    found = session.execute(query).all()
    names = unit_names(session, {row[0].unit_id for row in found[:limit] if row[0].unit_id})
    rows = [_row(petition, due, names) for petition, due in found[:limit]]
    more = len(found) > limit
    last = rows[-1] if rows else None
    return PetitionPage(
        petitions=rows,
        next=to_cursor(last.received_on.isoformat(), last.number) if more and last else None,
    )


def _visible(person: Person) -> ColumnElement[bool]:
    if person.oversees:
        return true()
    bureaus, units = person.units_with(*BUREAU_ROLES), person.units_with(*UNIT_ROLES)
    return or_(false(), col(Petition.bureau_id).in_(bureaus), col(Petition.unit_id).in_(units))


def _conditions(wanted: PetitionFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.q:
        pattern = f"%{escape_like(wanted.q.lower())}%"
        conditions.append(
            or_(
                func.lower(col(Petition.number)).like(pattern, escape="!"),
                func.lower(col(Petition.subject)).like(pattern, escape="!"),
            )
        )
    if wanted.unit:
        conditions.append(col(Petition.unit_id) == wanted.unit)
    if wanted.is_open is not None:
        closed = col(Petition.closed_at).is_not(None)
        conditions.append(~closed if wanted.is_open else closed)
    return conditions


def _place(cursor: str) -> tuple[date, str]:
    received_on, number = from_cursor(cursor, 2)
    try:
        return date.fromisoformat(received_on), str(number)
    except (TypeError, ValueError):
        raise BadCursor from None


def _row(petition: Petition, due_on: date | None, names: dict[str, str]) -> PetitionRow:
    unit_id = petition.unit_id
    return PetitionRow(
        id=petition.id,
        number=petition.number,
        subject=petition.subject,
        form=petition.form,
        received_on=petition.received_on,
        category=petition.category,
        unit=Named(id=unit_id, name=names.get(unit_id, unit_id)) if unit_id else None,
        outcome=petition.outcome,
        due_on=due_on,
        closed_at=petition.closed_at,
    )
