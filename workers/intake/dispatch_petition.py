"""转送交办 - 《信访工作条例》第二十二条第一款."""

from pyzeebe import ZeebeTaskRouter

from records import audit
from records.matters import matters_of
from workers import runtime
from workers.cases import day_of, petition_of, unit_of
from workers.errors import NotClassified
from workers.matter_items import is_litigation
from workers.notices.dispatch_petition import dispatch_petition_notice
from workers.notices.notice import issue

router = ZeebeTaskRouter()


@router.task(task_type="dispatch_petition", timeout_ms=runtime.LEASE_MS)
def dispatch_petition(petition_id: str) -> None:
    """Send every matter to its unit, with a letter; the unit receives it on that day.

    What is sealed stays at its desk, what is litigation gets a letter of its own later. Raises
    NotClassified.
    """
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        bureau = unit_of(session, petition.bureau_id)
        matters = matters_of(session, petition_id)
        if not matters:
            raise NotClassified
        for matter in matters:
            if matter.is_sealed or matter.dispatched_at is not None:
                continue
            matter.dispatched_at, matter.received_on = now, day_of(now)
            audit.record(
                session,
                now=now,
                actor="engine",
                action="dispatch_petition",
                petition_id=petition_id,
                matter=matter.ordinal,
                unit=matter.unit_id,
            )
            if not is_litigation(session, matter):
                letter = dispatch_petition_notice(session, petition, matter)
                issue(
                    session,
                    letter,
                    petition=petition,
                    matter=matter,
                    unit=bureau,
                    now=now,
                    addressee="unit",
                )
        if petition.dispatched_at is None:
            petition.dispatched_at = now
