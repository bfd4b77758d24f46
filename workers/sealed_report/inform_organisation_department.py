"""通报组织人事部门 - 《信访工作条例》第三十条."""

from pyzeebe import ZeebeTaskRouter

from workers import runtime
from workers.notices.inform_organisation_department import inform_organisation_department_notice
from workers.sealed_sending import send_sealed

router = ZeebeTaskRouter()


@router.task(task_type="inform_organisation_department", timeout_ms=runtime.LEASE_MS)
def inform_organisation_department(matter_id: str) -> None:
    """Tell the organisation department what is about a cadre in its charge."""
    send_sealed(matter_id, inform_organisation_department_notice)
