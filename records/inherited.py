"""Running matters of a unit that has ended go to who carries on its powers (article 24(2)).

Clocks belong to the matter and keep their dates. Open tasks keep their candidate groups in the
engine: whoever works in the heir has the groups of the units that it inherited from.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.models import Matter, Petition, Supervision, UnitHandOver


def hand_on_matters(
    session: Session, unit_id: str, heir_id: str, *, actor: str, now: datetime
) -> int:
    """Hand every running matter of the unit to its heir; how many these were. Once per unit."""
    if session.get(UnitHandOver, unit_id) is None:
        session.add(UnitHandOver(unit_id=unit_id, heir_id=heir_id, actor=actor, at=now))
    running = session.exec(
        select(Matter)
        .where(Matter.unit_id == unit_id, col(Matter.ended_at).is_(None))
        .order_by(col(Matter.id))
        .with_for_update()
    ).all()
    for matter in running:
        matter.unit_id = heir_id
        session.add(matter)
        audit.record(
            session,
            now=now,
            actor=actor,
            action="succeed_matter",
            petition_id=matter.petition_id,
            matter=matter.ordinal,
            predecessor=unit_id,
            successor=heir_id,
        )
    for petition in session.exec(
        select(Petition).where(Petition.unit_id == unit_id, col(Petition.closed_at).is_(None))
    ):
        petition.unit_id = heir_id
        session.add(petition)
    for supervision in session.exec(
        select(Supervision).where(
            Supervision.unit_id == unit_id, col(Supervision.closed_at).is_(None)
        )
    ):
        supervision.unit_id = heir_id
        session.add(supervision)
    session.flush()
    return len(running)
