"""What administrators see: accounts, and units as a tree."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, func, or_, select

from api.queries.paging import escape_like, from_cursor, to_cursor
from api.shapes.admin import PersonOut, RoleOut, UnitOut
from api.shapes.common import Named
from records.accounts import AccountNotFound
from records.lock_out import locked_until
from records.models import Membership, User
from records.people import unit_names
from records.unit_admin import as_tree
from records.units import list_units


def people_page(
    session: Session,
    *,
    q: str | None,
    unit: str | None,
    limit: int,
    cursor: str | None,
    now: datetime,
) -> tuple[list[PersonOut], str | None]:
    """Accounts by id, those with `q` in id or name, of one unit or all. Raises BadCursor."""
    query = select(User).order_by(col(User.id)).limit(limit + 1)
    if q:
        like = f"%{escape_like(q.lower())}%"
        found = (
            func.lower(User.id).like(like, escape="!"),
            func.lower(User.name).like(like, escape="!"),
        )
        query = query.where(or_(*found))
    if unit:
        members = select(Membership.user_id).where(Membership.unit_id == unit)
        query = query.where(col(User.id).in_(members))
    if cursor:
        (after,) = from_cursor(cursor, 1)
        query = query.where(col(User.id) > str(after))
    rows = session.exec(query).all()
    following = to_cursor(rows[limit - 1].id) if len(rows) > limit else None
    return _people(session, rows[:limit], now), following


def account(session: Session, user_id: str, *, now: datetime) -> PersonOut:
    """One account. Raises AccountNotFound."""
    user = session.get(User, user_id)
    if user is None:
        raise AccountNotFound
    return _people(session, [user], now)[0]


def unit_tree(session: Session) -> list[UnitOut]:
    """Every unit with its depth, each before those below it."""
    counted = session.exec(
        select(Membership.unit_id, func.count(func.distinct(Membership.user_id)))
        .join(User, col(User.id) == col(Membership.user_id))
        .where(col(User.is_active))
        .group_by(col(Membership.unit_id))
    ).all()
    people = dict(counted)
    return [
        UnitOut(
            **unit.model_dump(exclude={"parent_id", "in_force_from", "is_demo"}),
            parent=unit.parent_id,
            depth=depth,
            people=people.get(unit.id, 0),
        )
        for depth, unit in as_tree(list_units(session))
    ]


def _people(session: Session, users: Sequence[User], now: datetime) -> list[PersonOut]:
    ids = [user.id for user in users]
    rows = session.exec(
        select(Membership)
        .where(col(Membership.user_id).in_(ids))
        .order_by(col(Membership.unit_id), col(Membership.role))
    ).all()
    names = unit_names(session, {row.unit_id for row in rows})
    return [
        PersonOut(
            id=user.id,
            name=user.name,
            is_active=user.is_active,
            must_change_password=user.must_change_password,
            has_password=bool(user.password_hash),
            subject=user.subject,
            locked_until=locked_until(session, user.id, now=now),
            roles=[
                RoleOut(role=row.role, unit=Named(id=row.unit_id, name=names[row.unit_id]))
                for row in rows
                if row.user_id == user.id
            ],
        )
        for user in users
    ]
