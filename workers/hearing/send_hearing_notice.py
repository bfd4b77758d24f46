"""发送听证通知 - 《信访工作条例》第三十一条第六项、第三十六条第二款."""

from pyzeebe import ZeebeTaskRouter

from law.hearing import HearingPhase
from records.hearings import current_hearing
from workers import runtime
from workers.cases import day_of, matter_of, petition_of, unit_of
from workers.notices.notice import issue
from workers.notices.send_hearing_notice import send_hearing_notice_notice

router = ZeebeTaskRouter()


@router.task(task_type="send_hearing_notice", timeout_ms=runtime.LEASE_MS)
def send_hearing_notice(
    matter_id: str, unit: str, phase: str, review_id: str | None = None
) -> None:
    """Tell the petitioner when, where and before whom; note the day, from which others count."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        hearing = current_hearing(session, matter_id)
        hearing.phase, hearing.review_id, hearing.unit_id = HearingPhase(phase), review_id, unit
        if hearing.notice_sent_on is None:
            hearing.notice_sent_on = day_of(now)
        session.add(hearing)
        if petition.is_name_clear:
            issue(
                session,
                send_hearing_notice_notice(session, petition, matter, hearing),
                petition=petition,
                matter=matter,
                # One notice for each time a hearing is arranged.
                occasion=hearing.id,
                unit=unit_of(session, unit),
                now=now,
            )
