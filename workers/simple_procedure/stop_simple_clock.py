"""停止简易期限 - 《信访事项简易办理办法》；《信访工作条例》第三十四条."""

from pyzeebe import ZeebeTaskRouter

from law.decision_words import Procedure
from records.clocks.many import meet_all, withdraw_all
from workers import runtime
from workers.cases import matter_of

SIMPLE_OPINION = ("D13",)

router = ZeebeTaskRouter()


@router.task(task_type="stop_simple_clock", timeout_ms=runtime.LEASE_MS)
def stop_simple_clock(matter_id: str, is_switched: bool) -> dict[str, bool]:
    """The matter was answered simply; or it goes over to the ordinary procedure.

    Then the period of article 34 goes on from the first acceptance: nobody gains days by a switch.
    """
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        if is_switched:
            matter.procedure = Procedure.ordinary
            withdraw_all(
                session, matter_id=matter_id, codes=SIMPLE_OPINION, reason="转普通程序", now=now
            )
        else:
            meet_all(session, matter_id=matter_id, codes=SIMPLE_OPINION, now=now)
        return {"is_switched": is_switched}
