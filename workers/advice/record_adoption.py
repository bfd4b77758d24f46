"""登记采纳情况 - 《信访工作条例》第四十条、第四十一条."""

from pyzeebe import ZeebeTaskRouter

from records.supervisions.find import advice_of, supervision_of
from workers import runtime
from workers.measures import issue_letter
from workers.notices.record_adoption import record_adoption_notice

router = ZeebeTaskRouter()


@router.task(task_type="record_adoption", timeout_ms=runtime.LEASE_MS)
def record_adoption(supervision_id: str) -> None:
    """What became of the suggestion, as a document of its addressee to the bureau."""
    with runtime.transaction() as (session, now):
        row = supervision_of(session, supervision_id)
        issue_letter(
            session,
            row,
            record_adoption_notice,
            now=now,
            by=advice_of(session, supervision_id).unit_id,
            addressee="bureau",
        )
