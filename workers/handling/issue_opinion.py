"""出具处理意见书 - 《信访工作条例》第三十二条、第三十四条、第三十五条."""

from pyzeebe import ZeebeTaskRouter

from records.models.matter import MatterEnd
from workers import runtime
from workers.cases import matter_of, petition_of, unit_of
from workers.notices.issue_opinion import issue_opinion_notice
from workers.notices.notice import issue

router = ZeebeTaskRouter()


@router.task(task_type="issue_opinion", timeout_ms=runtime.LEASE_MS)
def issue_opinion(matter_id: str) -> None:
    """Issue the signed opinion in the name of the unit; it is served apart, with proof."""
    with runtime.transaction() as (session, now):
        matter = matter_of(session, matter_id)
        petition = petition_of(session, matter.petition_id)
        unit = unit_of(session, matter.unit_id)
        notice = issue_opinion_notice(session, petition, matter)
        issue(session, notice, petition=petition, matter=matter, unit=unit, now=now)
        matter.end = MatterEnd.answered
