"""What becomes of units: recording a change, and finding who carries on (article 24(2))."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from law.succession import (
    Inheritance,
    Succession,
    SuccessionKind,
    check_change,
    successors_on,
)
from records import audit
from records.errors import RecordsError, UnitNotFound
from records.models import Unit, UnitSuccession
from records.units import exists_on


class SuccessorNotThere(RecordsError):
    """A successor does not exist on that day. Add it first, or choose another day."""


def succeed(
    session: Session,
    unit_id: str,
    successors: Mapping[str, str],
    *,
    kind: SuccessionKind,
    on: date,
    basis: str,
    note: str = "",
    actor: str,
    now: datetime,
) -> None:
    """Record a change of a unit; unless powers are only transferred, the unit ends on that day.

    `successors` names the share of powers by unit id, "" where none is named. Matters under way
    stay where they are. Raises UnitNotFound, SuccessorNotThere, and SuccessionNotPossible or
    SuccessionCycle of law.succession.
    """
    # One change at a time: two could lead to each other.
    units = {
        unit.id: unit
        for unit in session.exec(select(Unit).order_by(col(Unit.id)).with_for_update())
    }
    if unit_id not in units or not set(successors) <= set(units):
        raise UnitNotFound
    step = [Succession(unit_id, one, kind, on, share) for one, share in successors.items()]
    step = step or [Succession(unit_id, None, kind, on)]
    check_change(step, known_successions(session))
    if not all(exists_on(units[successor], on) for successor in successors):
        raise SuccessorNotThere
    for one in step:
        session.add(
            UnitSuccession(
                predecessor_id=unit_id,
                successor_id=one.successor,
                kind=kind,
                on=on,
                share=one.share,
                basis=basis,
                note=note,
                actor=actor,
                recorded_at=now,
            )
        )
    if kind.ends_unit:
        units[unit_id].dissolved_on = on
        session.add(units[unit_id])
    session.flush()
    audit.record(
        session,
        now=now,
        actor=actor,
        action="succeed_unit",
        unit=unit_id,
        kind=kind.value,
        successors=sorted(successors),
        on=on.isoformat(),
    )


def known_successions(session: Session) -> list[Succession]:
    """Every recorded change, as law.succession wants it."""
    return [
        Succession(row.predecessor_id, row.successor_id, row.kind, row.on, row.share)
        for row in session.exec(select(UnitSuccession).order_by(col(UnitSuccession.id)))
    ]


def successors_of(session: Session, unit_id: str, on: date) -> Inheritance:
    """Who carries on the powers of this unit on that day."""
    return successors_on(unit_id, on, known_successions(session))


def changes_of(session: Session, unit_id: str) -> list[UnitSuccession]:
    """Changes in which the unit ended or took over, oldest first."""
    return list(
        session.exec(
            select(UnitSuccession)
            .where(
                (col(UnitSuccession.predecessor_id) == unit_id)
                | (col(UnitSuccession.successor_id) == unit_id)
            )
            .order_by(col(UnitSuccession.on), col(UnitSuccession.id))
        )
    )
