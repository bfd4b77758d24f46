"""报告负责同志 - 《信访工作条例》第三十条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.notices.inform_leaders import inform_leaders_notice
from workers.sealed_sending import send_sealed

router = ZeebeTaskRouter()


@router.task(task_type="inform_leaders", timeout_ms=runtime.LEASE_MS)
def inform_leaders(matter_id: str) -> None:
    """Tell the leaders that the sealed desk named what is major."""
    send_sealed(matter_id, inform_leaders_notice)
