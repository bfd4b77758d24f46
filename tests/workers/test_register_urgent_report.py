"""register_urgent_report - article 25: one instance carries a report; its limits are moments."""

from datetime import timedelta

import pytest

from law.instants import SHANGHAI
from tests.workers.conftest import Case, StandingClock, job, result_of
from tests.workers.urgent import row, urgent_report
from workers.errors import RepeatedStart
from workers.urgent_report.register_urgent_report import register_urgent_report


def test_the_limits_go_to_the_engine_as_moments(case: Case, clock: StandingClock) -> None:
    urgent_id = urgent_report(case, clock.now())
    told = result_of(register_urgent_report(job(), urgent_id))
    known_at = clock.now().astimezone(SHANGHAI)
    assert told == {
        "phone_due_at": (known_at + timedelta(hours=1)).isoformat(),
        "written_due_at": (known_at + timedelta(hours=2)).isoformat(),
    }
    assert result_of(register_urgent_report(job(), urgent_id)) == told
    assert row(case, urgent_id).instance_key == job().process_instance_key


def test_a_second_instance_is_not_needed(case: Case, clock: StandingClock) -> None:
    urgent_id = urgent_report(case, clock.now())
    register_urgent_report(job(1), urgent_id)
    with pytest.raises(RepeatedStart):
        register_urgent_report(job(2), urgent_id)
