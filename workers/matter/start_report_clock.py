"""起算交办期限 - 《信访工作条例》第二十二条第一款第三项."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import DispatchMode
from records.ledger import ENGINE, open_clock
from workers import runtime
from workers.cases import day_of, matter_of
from workers.matter_clocks import named

REPORTING, LETTER = "D11", "assignment_letter"

router = ZeebeTaskRouter()


@router.task(task_type="start_report_clock", timeout_ms=runtime.LEASE_MS)
def start_report_clock(matter_id: str) -> dict[str, str | None]:
    """Open the clock of the closing report, to the day its letter sets; nothing if not assigned."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        clock = None
        if matter.dispatch_mode is DispatchMode.assign:
            clock = open_clock(
                session,
                petition_id=matter.petition_id,
                matter_id=matter.id,
                code=REPORTING,
                started_on=matter.received_on or day_of(now),
                until=matter.report_due_on,
                basis=LETTER,
                actor=ENGINE,
                now=now,
            )
        return named("report", clock)
