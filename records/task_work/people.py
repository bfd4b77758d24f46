"""Whom one may ask about a task."""

from sqlmodel import Session

from records.interest import interested_in
from records.models import User
from records.people import (
    BUREAU_ROLES,
    LEADER_ROLES,
    UNIT_ROLES,
    Person,
    members_of,
)
from records.tasks.rules import TaskRef, is_sealed

# Who works on cases; the technical roles of a unit read none.
_CASEWORK = (*BUREAU_ROLES, *UNIT_ROLES)


def group_members(session: Session, task: TaskRef, *, besides: str) -> list[User]:
    """Colleagues in the task's groups, by name, without who keeps out of the matter (28(3))."""
    return _others(session, task, list(task.groups), besides)


def co_workers(session: Session, task: TaskRef, *, besides: str) -> list[User]:
    """Who does casework in the units of the task; of a report its own desk alone (article 30)."""
    if is_sealed(session, task):
        return group_members(session, task, besides=besides)
    groups = [f"{role}@{unit}" for unit in sorted(task.units) for role in _CASEWORK]
    return _others(session, task, groups, besides)


def people_led(session: Session, person: Person) -> list[User]:
    """Who works in the units that the person leads, by name; nobody for who leads none."""
    led = person.units_with(*LEADER_ROLES)
    groups = [f"{role}@{unit}" for unit in led for role in _CASEWORK]
    return members_of(session, groups) if groups else []


def _others(session: Session, task: TaskRef, groups: list[str], besides: str) -> list[User]:
    out = interested_in(session, task.matter_id) if task.matter_id else set()
    return [one for one in members_of(session, groups) if one.id not in {*out, besides}]
