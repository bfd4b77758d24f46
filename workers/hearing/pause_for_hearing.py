"""停止计算期限 - 《信访工作条例》第三十六条第二款."""

from datetime import date, datetime

from pyzeebe import ZeebeTaskRouter
from sqlmodel import Session

from law.errors import EntryRefused
from law.hearing import HearingPhase
from records import audit
from records.clocks.find import running
from records.hearings import current_hearing
from records.ledger import ENGINE, pause_clock, state_of
from records.models import Clock, Hearing
from workers import runtime
from workers.cases import day_of, matter_of

REASON = "举行听证"

router = ZeebeTaskRouter()


@router.task(task_type="pause_for_hearing", timeout_ms=runtime.LEASE_MS)
def pause_for_hearing(matter_id: str, phase: str) -> None:
    """In re-review nothing is counted from the day of the notice on (article 36(2)).

    In handling and review a clock goes on, unless the office lets it pause. One that is paused,
    as the hearing was postponed, stays so; one whose last day has passed is not saved.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        hearing = current_hearing(session, matter_id)
        held_in = HearingPhase(phase)
        for clock in running(session, matter_id=matter_id, codes=(held_in.clock,)):
            rule, state = state_of(session, clock)
            if not rule.pause_rule.allows_pause or state.is_paused:
                continue
            try:
                _pause(session, clock, hearing, held_in, now)
            except EntryRefused as refused:
                audit.record(
                    session,
                    now=now,
                    actor=ENGINE,
                    action="refuse_pause",
                    petition_id=matter.petition_id,
                    clock=clock.code,
                    reason=type(refused).__name__,
                )


def _pause(
    session: Session, clock: Clock, hearing: Hearing, held_in: HearingPhase, now: datetime
) -> None:
    first_day: date = hearing.notice_sent_on or day_of(now)
    pause_clock(
        session,
        clock_id=clock.id,
        first_day=first_day,
        reason=REASON,
        basis=held_in.pause_basis,
        actor=ENGINE,
        now=now,
        key=f"hearing:{hearing.id}",
    )
