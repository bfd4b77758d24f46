"""Adding units and moving them in the tree; what becomes of a unit is records.unit_succession."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, select

from records import audit
from records.errors import RecordsError
from records.models import Unit
from records.units import DEPARTMENT
from records.vocabularies.terms import codes_on

LONGEST_NAME, LONGEST_DESIGNATION = 200, 20


class UnitInvalid(RecordsError):
    """Something about the unit is not valid. Correct the field and try again."""

    def __init__(self, field: str | None = None) -> None:
        super().__init__()
        self.field = field


class UnitExists(RecordsError):
    """There is a unit with this id already. Choose another one."""

    field = "id"


class SerialTaken(RecordsError):
    """Another unit of this division has this serial, and both would give the same numbers."""

    field = "serial"


class UnitCircle(RecordsError):
    """A unit cannot be below itself. Choose another unit above it."""

    field = "parent"


@dataclass(frozen=True)
class NewUnit:
    """A unit to be added, see records.models.Unit."""

    id: str
    name: str
    designation: str
    division: str
    serial: str
    kind: str = DEPARTMENT
    level: str | None = None
    parent_id: str | None = None
    in_force_from: date | None = None


def add_unit(session: Session, new: NewUnit, *, actor: str, now: datetime, today: date) -> Unit:
    """Add it. Raises UnitInvalid (with the field), UnitExists, SerialTaken."""
    _check(session, new, today)
    if session.get(Unit, new.id) is not None:
        raise UnitExists
    same = select(Unit.id).where(Unit.division == new.division, Unit.serial == new.serial)
    if session.exec(same).first():
        raise SerialTaken
    unit = Unit(**vars(new) | {"name": new.name.strip(), "designation": new.designation.strip()})
    session.add(unit)
    session.flush()
    audit.record(session, now=now, actor=actor, action="add_unit", unit=new.id)
    return unit


def move_unit(
    session: Session, unit_id: str, parent_id: str | None, *, actor: str, now: datetime
) -> None:
    """Put a unit below another one, or at the top. Raises UnitInvalid, UnitCircle."""
    unit = session.get(Unit, unit_id, with_for_update=True)
    if unit is None or (parent_id and session.get(Unit, parent_id) is None):
        raise UnitInvalid("parent")
    above = parent_id
    while above is not None:
        if above == unit_id:
            raise UnitCircle
        above = session.get_one(Unit, above).parent_id
    if unit.parent_id == parent_id:
        return
    audit.record(
        session,
        now=now,
        actor=actor,
        action="move_unit",
        unit=unit_id,
        before=unit.parent_id,
        after=parent_id,
    )
    unit.parent_id = parent_id
    session.add(unit)


def as_tree(units: list[Unit]) -> list[tuple[int, Unit]]:
    """Every unit with its depth, each before those below it."""
    below: dict[str | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id, []).append(unit)
    ordered: list[tuple[int, Unit]] = []
    waiting = [(0, unit) for unit in reversed(below.get(None, []))]
    while waiting:
        depth, unit = waiting.pop()
        ordered.append((depth, unit))
        waiting += [(depth + 1, one) for one in reversed(below.get(unit.id, []))]
    return ordered


def _check(session: Session, new: NewUnit, today: date) -> None:
    # The id stands in candidate groups (role@unit) and in addresses.
    checks = {
        "id": bool(re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", new.id)),
        "name": 1 <= len(new.name.strip()) <= LONGEST_NAME,
        "designation": 1 <= len(new.designation.strip()) <= LONGEST_DESIGNATION,
        "division": bool(re.fullmatch("[0-9]{6}", new.division)),
        "serial": bool(re.fullmatch("[0-9]{2}", new.serial)),
        "kind": new.kind in codes_on(session, "unit_kind", today),
        "level": new.level is None or new.level in codes_on(session, "unit_level", today),
        "parent": new.parent_id is None or session.get(Unit, new.parent_id) is not None,
    }
    for field, is_fine in checks.items():
        if not is_fine:
            raise UnitInvalid(field)
