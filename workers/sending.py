"""Sending a matter on: where it is from now on, the letter that goes with it, and who is told."""

from datetime import datetime

from sqlmodel import Session

from records import audit
from records.models import Matter, Petition, Unit
from workers.cases import day_of, unit_of
from workers.notices.notice import Notice, issue


def send_on(
    session: Session,
    petition: Petition,
    matter: Matter,
    unit_id: str,
    *,
    action: str,
    now: datetime,
) -> None:
    """The unit has the matter from today on, in a new round. Raises UnitNotFound."""
    # Who has it no more sees the petition no more, unless another matter of it is there.
    if petition.unit_id == matter.unit_id:
        petition.unit_id = unit_of(session, unit_id).id
    matter.unit_id = unit_of(session, unit_id).id
    matter.dispatched_at, matter.received_on = now, day_of(now)
    matter.is_objection_refused = False
    matter.round += 1
    audit.record(
        session,
        now=now,
        actor="engine",
        action=action,
        petition_id=petition.id,
        matter=matter.ordinal,
        unit=unit_id,
    )


def tell_where(
    session: Session,
    petition: Petition,
    matter: Matter,
    letter: Notice,
    notice: Notice,
    *,
    sender: Unit,
    now: datetime,
) -> None:
    """Issue the letter to the unit, and the notice to the petitioner if one can be reached."""
    issue(
        session,
        letter,
        petition=petition,
        matter=matter,
        unit=sender,
        now=now,
        addressee="unit",
    )
    if petition.is_name_clear:
        issue(session, notice, petition=petition, matter=matter, unit=sender, now=now)
