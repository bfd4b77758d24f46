"""How many tasks wait, by tab and queue. Nothing counts further than `MOST`: "2000+"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ScalarSelect, Select, false, func, literal, or_, select, union_all
from sqlmodel import Session, col

from api.queries.inbox_conditions import Condition, Rows, first_of
from api.queries.inbox_filter import Scope
from api.queries.inbox_reach import MOST_GROUPS, groups_of, sealed_groups
from records.models import InboxEntry
from records.people import Person

MOST = 2_000
E = InboxEntry


@dataclass(frozen=True)
class Count:
    """A number, or that it is more than MOST."""

    number: int

    def __str__(self) -> str:
        return f"{MOST}+" if self.number > MOST else str(self.number)


def queue_counts(session: Session, person: Person) -> dict[str, Count]:
    """Of each group of the person, the tasks that nobody has; by group, empty ones too."""
    groups = sorted(person.groups)[:MOST_GROUPS]
    if not groups:
        return {}
    sealed = sealed_groups(person)
    parts = [
        select(
            literal(group).label("group_name"),
            _capped(
                select(col(E.task_key)).where(
                    col(E.group_name) == group,
                    *([] if group in sealed else [col(E.is_sealed) == false()]),
                    col(E.holder_id).is_(None),
                )
            ).label("number"),
        )
        for group in groups
    ]
    query = union_all(*parts) if len(parts) > 1 else parts[0]
    return {row.group_name: Count(row.number) for row in session.execute(query)}


def tab_count(session: Session, person: Person, scope: Scope) -> Count:
    """How many tasks the tab lists without a filter. Raises RoleMissing."""
    groups, sealed = groups_of(person, scope), sealed_groups(person)
    is_shown: Condition = col(E.is_sealed) == false()
    if sealed:
        is_shown = or_(is_shown, col(E.group_name).in_(sealed))
    key = col(E.task_key)
    if scope == "mine":
        tasks = _held(session, person, sealed)
    elif groups is None:
        tasks = select(key).where(col(E.ordinal) == 0, is_shown)
    else:
        tasks = _of_groups(groups, is_shown, scope)
    return Count(session.execute(select(_capped(tasks))).scalar_one())


def _held(session: Session, person: Person, sealed: tuple[str, ...]) -> Select[Any]:
    """What the person holds, and what those hold for whom they stand in."""
    rows, key = Rows(session.connection().dialect.name), col(E.task_key)
    alone = rows.unindexed(col(E.ordinal), 0) == 0
    own = select(key).where(col(E.holder_id) == person.id, alone, *rows.unsealed(sealed))
    if not person.represents:
        return own
    groups = tuple(sorted(person.groups))[:MOST_GROUPS]
    theirs = select(key).where(
        col(E.holder_id).in_(person.represented_ids),
        col(E.group_name).in_(groups),
        first_of(groups),
        *rows.unsealed(sealed),
    )
    return select(union_all(own, theirs).subquery().c.task_key)


def _of_groups(groups: Sequence[str], is_shown: Condition, scope: Scope) -> Select[Any]:
    """A task of several groups counts once."""
    free = [col(E.holder_id).is_(None)] if scope == "free" else []
    parts = [
        select(
            select(col(E.task_key))
            .where(col(E.group_name) == group, is_shown, *free)
            .limit(MOST + 1)
            .subquery()
        )
        for group in groups[:MOST_GROUPS]
    ]
    if not parts:
        return select(col(E.task_key)).where(false())
    return select(union_all(*parts).subquery().c.task_key).distinct()


def _capped(tasks: Select[Any]) -> ScalarSelect[int]:
    found = tasks.limit(MOST + 1).subquery()
    return select(func.count()).select_from(found).scalar_subquery()
