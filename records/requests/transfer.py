"""The bureau gives a matter that is being handled to another unit, with reasons (article 22)."""

from datetime import datetime

from sqlmodel import Session

from law.instants import SHANGHAI
from records import audit
from records.clocks.many import withdraw_all
from records.models import Matter, MatterChange
from records.models.change import ChangeKind
from records.outbox import publish_message
from records.requests.errors import NothingToTransfer
from records.requests.route_correction import may_be_corrected
from records.units import NOT_HANDLING, require_unit

# They belong to the way that the former unit took; handling counts on.
OF_THE_WAY = ("D13", "D18")


def transfer_matter(
    session: Session, matter: Matter, unit_id: str, *, reason: str, recorded_by: str, now: datetime
) -> None:
    """The new unit examines the matter anew; the day of acceptance and its period are kept.

    Raises UnitNotFound; NothingToTransfer: no unit works on it, it is answered, or it is there.
    """
    unit = require_unit(session, unit_id, now.astimezone(SHANGHAI).date())
    if not may_be_corrected(matter) or unit.id == matter.unit_id or unit.kind in NOT_HANDLING:
        raise NothingToTransfer
    before, matter.unit_id = matter.unit_id, unit.id
    matter.route = matter.procedure = matter.handler_id = None
    matter.round += 1
    session.add(matter)
    session.add(
        MatterChange(
            matter_id=matter.id,
            kind=ChangeKind.transfer,
            before=before,
            after=unit.id,
            reason=reason,
            recorded_by=recorded_by,
            recorded_at=now,
        )
    )
    withdraw_all(
        session, matter_id=matter.id, codes=OF_THE_WAY, reason="已改由其他单位办理", now=now
    )
    audit.record(
        session,
        now=now,
        actor=recorded_by,
        action="transfer_matter",
        petition_id=matter.petition_id,
        matter=matter.ordinal,
        predecessor=before,
        successor=unit.id,
    )
    # The process examines anew as when a route is corrected, and hears there which unit it is.
    publish_message(
        session,
        "route_corrected",
        key=matter.id,
        message_id=f"transferred:{matter.id}:{matter.round}",
        now=now,
    )
