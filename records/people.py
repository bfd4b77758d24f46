"""People and what they may see: roles in units, written `role@unit`."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session, col, select

from records.errors import RecordsError
from records.models import Membership, Unit, User
from records.person import OVERSIGHT_ROLES as OVERSIGHT_ROLES
from records.person import Person as Person
from records.person import Represented
from records.standing_in import represented_by
from records.unit_heirs import heirs_of, predecessors_of

BUREAU_ROLES = (
    "window_clerk",
    "classifier",
    "bureau_leader",
    "supervisor",
    "follow_up",
    "conference_office",
)
# Reports and accusations are known to few: this role alone opens no other petition (article 30).
SEALED_ROLES = ("sealed_clerk",)
# Who works in a unit that reviews what another decided (articles 35 and 36).
REVIEW_ROLES = ("review_clerk", "review_handler")
UNIT_ROLES = ("acceptance_clerk", "handler", "unit_leader", "legal_reviewer", *REVIEW_ROLES)
LEADER_ROLES = ("bureau_leader", "unit_leader", "administrator")
ENGINE_ROLES = ("manager", "operator", "administrator", "bureau_leader")
# Nobody gets these by standing in for somebody: what is sealed is known to those named for it, and
# whoever hands out roles does so in their own name.
PERSONAL_ROLES = (*SEALED_ROLES, "administrator")
TECHNICAL_ROLES = ("designer", "operator")
ROLES = (
    *BUREAU_ROLES,
    *SEALED_ROLES,
    *UNIT_ROLES,
    "manager",
    "auditor",
    "administrator",
    *TECHNICAL_ROLES,
)


class PersonNotFound(RecordsError):
    """There is no such person among those who can be chosen here. Choose one of the list."""


def person_of(session: Session, user: User, *, on: date | None = None) -> Person:
    """The user with the groups they belong to, those inherited from former units among them.

    With a day, also with those they stand in for on it; none of the PERSONAL_ROLES comes that way.
    """
    away = represented_by(session, user.id, on) if on else []
    groups = groups_of(session, [user.id, *away])
    names = user_names(session, set(away))
    return Person(
        id=user.id,
        name=user.name,
        language=user.language,
        own_groups=groups[user.id],
        represents=tuple(
            Represented(one, names[one], frozenset(g for g in groups[one] if not _is_personal(g)))
            for one in away
        ),
        must_change_password=user.must_change_password,
    )


def groups_of(session: Session, user_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The groups of each of these users, those inherited from former units among them."""
    wanted = list(user_ids)
    rows = session.exec(select(Membership).where(col(Membership.user_id).in_(wanted))).all()
    earlier = predecessors_of(session)
    found: dict[str, set[str]] = {user_id: set() for user_id in wanted}
    for row in rows:
        for unit in (row.unit_id, *earlier.get(row.unit_id, ())):
            found[row.user_id].add(f"{row.role}@{unit}")
    return {user_id: frozenset(groups) for user_id, groups in found.items()}


def members_of(session: Session, groups: list[str]) -> list[User]:
    """Active users in at least one of these groups `role@unit`, by name.

    Of a unit whose matters were handed over, those of its heir.
    """
    heirs = heirs_of(session)
    parts = (group.partition("@") for group in groups)
    groups = [*groups, *(f"{role}@{heirs[unit]}" for role, _, unit in parts if unit in heirs)]
    units = {group.partition("@")[2] for group in groups}
    rows = session.exec(
        select(Membership, User)
        .join(User, col(User.id) == col(Membership.user_id))
        .where(col(Membership.unit_id).in_(units), col(User.is_active))
    ).all()
    found = {user.id: user for row, user in rows if f"{row.role}@{row.unit_id}" in groups}
    return sorted(found.values(), key=lambda user: user.name)


def user_names(session: Session, user_ids: set[str]) -> dict[str, str]:
    """Names by user id."""
    rows = session.exec(select(User.id, User.name).where(col(User.id).in_(user_ids))).all()
    return dict(rows)


def unit_names(session: Session, unit_ids: set[str] | None = None) -> dict[str, str]:
    """Names by unit id, of these units or of all."""
    query = select(Unit.id, Unit.name).order_by(col(Unit.id))
    if unit_ids is not None:
        query = query.where(col(Unit.id).in_(unit_ids))
    return dict(session.exec(query).all())


def _is_personal(group: str) -> bool:
    return group.partition("@")[0] in PERSONAL_ROLES
