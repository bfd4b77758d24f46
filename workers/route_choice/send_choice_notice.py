"""告知可走途径 - 《信访工作条例》第二十三条第二款、第三十一条."""

from pyzeebe import ZeebeTaskRouter

from records.clocks.find import running
from workers import runtime
from workers.cases import day_of, matter_of, petition_of, unit_of
from workers.matter_clocks import named, open_for
from workers.notices.notice import issue
from workers.notices.send_choice_notice import send_choice_notice_notice

CHOICE = "D24"

router = ZeebeTaskRouter()


@router.task(task_type="send_choice_notice", timeout_ms=runtime.LEASE_MS)
def send_choice_notice(matter_id: str) -> dict[str, str | None]:
    """Tell the petitioner which routes are open, and wait for the choice for a while.

    A choice made before, of a route that was not open, is asked for again.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        if not running(session, matter_id=matter_id, codes=(CHOICE,)):
            matter.chosen_route = None
        clock = open_for(session, matter, CHOICE, day_of(now), now)
        if petition.is_name_clear:
            issue(
                session,
                send_choice_notice_notice(session, petition, matter),
                petition=petition,
                matter=matter,
                # One notice for each time the choice is asked for.
                occasion=clock.id,
                unit=unit_of(session, matter.unit_id),
                now=now,
            )
        return named("choice", clock)
