"""What the engine hears when a worker raises: names and pauses, never values."""

from typing import Any

import pytest
from pyzeebe.errors import JobNotFoundError, ProcessInstanceNotFoundError

from records.errors import PetitionNotFound
from tests.workers.conftest import INSTANCE, job
from workers.errors import LegalObstacle, RepeatedStart
from workers.failures import RETRIES, FailureHandler, pause_before_retry


class UnitLacksPower(LegalObstacle):
    """An obstacle of these tests."""


class Controller:
    """Keeps what a job controller is told."""

    def __init__(self, answer: Exception | None = None) -> None:
        self.told: list[tuple[Any, ...]] = []
        self._answer = answer

    async def set_failure_status(self, message: str, retry_back_off_ms: int) -> None:
        self.told.append(("failure", message, retry_back_off_ms))
        if self._answer:
            raise self._answer

    async def set_error_status(self, message: str, error_code: str) -> None:
        self.told.append(("error", message, error_code))


class Instances:
    """Keeps which instances were cancelled."""

    def __init__(self, answer: Exception | None = None) -> None:
        self.cancelled: list[int] = []
        self._answer = answer

    async def cancel_process_instance(self, process_instance_key: int) -> None:
        self.cancelled.append(process_instance_key)
        if self._answer:
            raise self._answer


async def test_an_error_is_told_by_its_class_name_alone() -> None:
    controller = Controller()
    await FailureHandler(Instances())(ValueError("甲某某"), job(), controller)
    assert controller.told == [("failure", "ValueError", 1_000)]


async def test_a_legal_obstacle_becomes_the_bpmn_error_of_its_name() -> None:
    controller = Controller()
    await FailureHandler(Instances())(UnitLacksPower("甲某某"), job(), controller)
    assert controller.told == [("error", "UnitLacksPower", "unit_lacks_power")]


async def test_a_repeated_start_ends_its_own_instance_and_nothing_else() -> None:
    controller, instances = Controller(), Instances()
    await FailureHandler(instances)(RepeatedStart(), job(), controller)
    assert (instances.cancelled, controller.told) == ([INSTANCE], [])


async def test_a_repeated_start_that_was_ended_before_is_fine() -> None:
    instances = Instances(ProcessInstanceNotFoundError(INSTANCE))
    await FailureHandler(instances)(RepeatedStart(), job(), Controller())
    assert instances.cancelled == [INSTANCE]


async def test_a_job_that_is_gone_needs_no_failure() -> None:
    controller = Controller(JobNotFoundError(1))
    await FailureHandler(Instances())(PetitionNotFound(), job(), controller)
    assert len(controller.told) == 1


def test_the_tries_outlast_a_database_that_is_away_for_a_minute() -> None:
    pauses = [pause_before_retry(retries) for retries in range(RETRIES, 1, -1)]
    assert pauses[:4] == [1_000, 2_000, 4_000, 8_000]
    assert sum(pauses) > 3 * 60_000
    assert max(pauses) == 60_000


@pytest.mark.parametrize(("retries", "pause"), [(1, 60_000), (99, 1_000)])
def test_retries_that_an_operator_set_get_a_sound_pause(retries: int, pause: int) -> None:
    assert pause_before_retry(retries) == pause
