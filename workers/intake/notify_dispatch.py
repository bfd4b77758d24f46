"""告知去向 - 《信访工作条例》第二十二条、第二十三条."""

from pyzeebe import ZeebeTaskRouter

from records.matters import matters_of
from workers import runtime
from workers.cases import petition_of, unit_of
from workers.errors import NotClassified
from workers.matter_items import is_litigation
from workers.notices.notice import issue
from workers.notices.notify_dispatch import notify_dispatch_notice

router = ZeebeTaskRouter()


@router.task(task_type="notify_dispatch", timeout_ms=runtime.LEASE_MS)
def notify_dispatch(petition_id: str) -> None:
    """Tell the petitioner of every matter which unit it went to, unless nobody can be reached.

    Of what is sealed nothing is said; where litigation belongs is told apart. Raises
    NotClassified.
    """
    with runtime.transaction() as (session, now):
        petition = petition_of(session, petition_id)
        if petition.dispatched_at is None:
            raise NotClassified
        if not petition.is_name_clear:
            return
        bureau = unit_of(session, petition.bureau_id)
        for matter in matters_of(session, petition_id):
            if matter.is_sealed or is_litigation(session, matter):
                continue
            notice = notify_dispatch_notice(session, petition, matter)
            issue(session, notice, petition=petition, matter=matter, unit=bureau, now=now)
