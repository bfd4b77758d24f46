"""恢复计算期限 - 《信访工作条例》第三十六条第二款."""

from pyzeebe import ZeebeTaskRouter

from law.hearing import HearingPhase, HearingResult
from records.clocks.find import running
from records.hearings import current_hearing
from records.ledger import ENGINE, resume_clock, state_of
from workers import runtime
from workers.cases import day_of, matter_of

REASON = "听证结束"

router = ZeebeTaskRouter()


@router.task(task_type="resume_after_hearing", timeout_ms=runtime.LEASE_MS)
def resume_after_hearing(matter_id: str, phase: str) -> dict[str, bool]:
    """Count again from the day of the conclusion; the last day moves by what was not counted."""
    with runtime.transaction() as (session, now):
        matter_of(session, matter_id)
        hearing = current_hearing(session, matter_id)
        for clock in running(session, matter_id=matter_id, codes=(HearingPhase(phase).clock,)):
            if state_of(session, clock)[1].is_paused:
                resume_clock(
                    session,
                    clock_id=clock.id,
                    first_day=hearing.concluded_on or day_of(now),
                    reason=REASON,
                    actor=ENGINE,
                    now=now,
                    key=f"hearing_over:{hearing.id}",
                )
        return {"is_hearing_held": hearing.result is HearingResult.held}
