"""What becomes of units: recording a change, and finding who carries on (article 24(2))."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from law.succession import (
    Inheritance,
    Succession,
    SuccessionKind,
    check_change,
    successors_on,
)
from records import audit
from records.errors import RecordsError, UnitNotFound
from records.inherited import hand_on_matters
from records.models import Unit, UnitHandOver, UnitSuccession
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

    `successors` names the share of powers by unit id, "" where none is named. From that day on the
    heir has the matters under way, if it is clear who that is. Raises UnitNotFound,
    SuccessorNotThere, and SuccessionNotPossible or SuccessionCycle of law.succession.
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
    hand_on_ended(session, now.astimezone(SHANGHAI).date(), actor=actor, now=now)


def hand_on_ended(session: Session, today: date, *, actor: str, now: datetime) -> dict[str, int]:
    """Hand on the matters of every unit that has ended by today, where its heir is clear.

    How many matters, by unit. A unit that was handed on before is left out.
    """
    ended = select(Unit.id).where(col(Unit.dissolved_on) <= today).order_by(col(Unit.id))
    done: dict[str, int] = {}
    for unit_id in session.exec(ended).all():
        heirs = successors_of(session, unit_id, today)
        is_done = session.get(UnitHandOver, unit_id) is not None
        if not is_done and heirs.is_clear and heirs.units and heirs.units[0] != unit_id:
            done[unit_id] = hand_on_matters(session, unit_id, heirs.units[0], actor=actor, now=now)
    return done


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
