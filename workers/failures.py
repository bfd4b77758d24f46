"""What the engine hears when a step fails: the name of the obstacle, and when to try again.

Neither variables nor messages leave this process: they may carry personal data.
"""

from contextlib import suppress
from typing import Protocol

import structlog
from pyzeebe import Job
from pyzeebe.errors import (
    JobAlreadyDeactivatedError,
    JobNotFoundError,
    ProcessInstanceNotFoundError,
)

from workers.errors import LegalObstacle, RepeatedStart

logger = structlog.get_logger(__name__)

# Ten tries with these pauses last four minutes: a database that is away for one is no incident.
# The diagrams ask for the same number (tests/bpmn).
RETRIES = 10
FIRST_PAUSE_MS = 1_000
LONGEST_PAUSE_MS = 60_000


class Answers(Protocol):
    """The part of pyzeebe's JobController that tells of failures."""

    async def set_failure_status(self, message: str, retry_back_off_ms: int) -> None:
        """The step failed and may be tried again. Raises JobNotFoundError."""

    async def set_error_status(self, message: str, error_code: str) -> None:
        """The step met an obstacle that the diagram catches. Raises JobNotFoundError."""


class Instances(Protocol):
    """The part of pyzeebe's client that ends an instance."""

    async def cancel_process_instance(self, process_instance_key: int) -> object:
        """Cancel it. Raises ProcessInstanceNotFoundError."""


def pause_before_retry(retries: int) -> int:
    """Milliseconds to wait when the failed job had this many retries: doubles, up to a minute."""
    failures_before = max(RETRIES - retries, 0)
    return min(FIRST_PAUSE_MS << min(failures_before, 16), LONGEST_PAUSE_MS)


class FailureHandler:
    """Exception handler of every job. Give it to ZeebeWorker before the routers are included."""

    def __init__(self, instances: Instances) -> None:
        self._instances = instances

    async def __call__(self, error: Exception, job: Job, controller: Answers) -> None:
        """Turn the error of a worker into what the engine does next."""
        log = logger.bind(
            job_type=job.type, element_id=job.element_id, instance_key=str(job.process_instance_key)
        )
        # The job may be gone: its lease ended, or the engine took the step away meanwhile.
        with suppress(JobNotFoundError, JobAlreadyDeactivatedError):
            if isinstance(error, RepeatedStart):
                log.info("repeated_start_cancelled")
                with suppress(ProcessInstanceNotFoundError):
                    await self._instances.cancel_process_instance(job.process_instance_key)
            elif isinstance(error, LegalObstacle):
                log.info("legal_obstacle", code=error.code)
                await controller.set_error_status(type(error).__name__, error_code=error.code)
            else:
                log.error("job_failed", retries_left=job.retries - 1, exc_info=error)
                pause = pause_before_retry(job.retries)
                await controller.set_failure_status(type(error).__name__, retry_back_off_ms=pause)
