"""制作协议书 - 《信访工作条例》第三十三条."""

from pyzeebe import ZeebeTaskRouter

from law.mediation import CONFIRMATION, PERFORMANCE
from records.ledger import ENGINE, open_clock
from records.mediations import current_mediation
from workers import runtime
from workers.cases import day_of, matter_of, petition_of, unit_of
from workers.matter_clocks import named, open_for
from workers.notices.issue_agreement import issue_agreement_notice
from workers.notices.notice import issue

router = ZeebeTaskRouter()


@router.task(task_type="issue_agreement", timeout_ms=runtime.LEASE_MS)
def issue_agreement(matter_id: str) -> dict[str, str | None]:
    """Issue the agreement, and open the time to perform it and, if wanted, to have it confirmed.

    Both count from the day the agreement takes effect; its own words set how long.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        mediation = current_mediation(session, matter_id)
        agreed_on = mediation.agreed_on or day_of(now)
        issue(
            session,
            issue_agreement_notice(session, petition, matter, mediation),
            petition=petition,
            matter=matter,
            occasion=mediation.id,
            unit=unit_of(session, matter.unit_id),
            now=now,
        )
        performance = open_clock(
            session,
            petition_id=matter.petition_id,
            matter_id=matter_id,
            code=PERFORMANCE,
            started_on=agreed_on,
            until=mediation.perform_until,
            basis="regulation_2022:33",
            actor=ENGINE,
            now=now,
        )
        confirmation = (
            open_for(session, matter, CONFIRMATION, agreed_on, now)
            if mediation.is_confirmation_wanted
            else None
        )
        return named("performance", performance) | named("confirmation", confirmation)
