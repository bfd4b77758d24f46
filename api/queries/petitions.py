"""The list of petitions that a person may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, tuple_
from sqlmodel import Session, col

from api.errors import BadCursor
from api.queries.paging import escape_like, from_cursor, to_cursor
from api.queries.visibility import has_matter_in, seen_by
from api.shapes.common import Named
from api.shapes.petition import PetitionPage, PetitionRow
from records.models import Clock, Petition
from records.people import Person, unit_names


@dataclass(frozen=True)
class PetitionFilter:
    """What to list. `is_open`: only those not closed (True) or closed (False)."""

    q: str | None = None
    unit: str | None = None
    is_open: bool | None = None


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
        .where(seen_by(person), *_conditions(wanted))
        .order_by(col(Petition.received_on).desc(), col(Petition.number).desc())
        .limit(limit + 1)
    )
    if cursor:
        query = query.where(
            tuple_(col(Petition.received_on), col(Petition.number))
            < tuple_(*place_of(from_cursor(cursor, 2)))
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
        conditions.append(has_matter_in([wanted.unit]))
    if wanted.is_open is not None:
        closed = col(Petition.closed_at).is_not(None)
        conditions.append(~closed if wanted.is_open else closed)
    return conditions


def place_of(parts: Sequence[object]) -> tuple[date, str]:
    """Day of receipt and number that a cursor holds. Raises BadCursor."""
    received_on, number = parts
    try:
        return date.fromisoformat(str(received_on)), str(number)
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
