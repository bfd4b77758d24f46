"""To whom a unit can send a matter on a day: units that handle, lower bureaus, its subordinates."""

from datetime import date

from sqlmodel import Session, select

from law.unit_tree import superiors
from records.matters import parents_of_units
from records.models import Unit
from records.units import BUREAU, exists_on, handling_units


def receiving_units(session: Session, sender_id: str, on: date) -> list[Unit]:
    """Units that a bureau sends to, by id: who handles, and bureaus below it (article 22(1))."""
    parents = parents_of_units(session)
    bureaus = session.exec(select(Unit).where(Unit.kind == BUREAU)).all()
    lower = [
        one for one in bureaus if exists_on(one, on) and sender_id in superiors(one.id, parents)
    ]
    return sorted([*handling_units(session, on), *lower], key=lambda unit: unit.id)


def subordinate_units(session: Session, unit_id: str, on: date) -> list[Unit]:
    """Units below this one that handle matters, by id (article 23(1))."""
    parents = parents_of_units(session)
    return [unit for unit in handling_units(session, on) if unit_id in superiors(unit.id, parents)]
