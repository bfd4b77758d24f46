"""begin_supervision - article 40: one instance carries a supervision, another ends itself."""

import pytest

from tests.workers.conftest import Case, StandingClock, job
from tests.workers.supervised import supervised
from workers.errors import RepeatedStart
from workers.supervision.begin_supervision import begin_supervision


def test_the_first_instance_carries_it_and_a_second_is_not_needed(
    case: Case, clock: StandingClock
) -> None:
    found = supervised(case, clock)
    for _ in range(2):
        begin_supervision(job(7), found.id)
    assert found.row().instance_key == 7
    with pytest.raises(RepeatedStart):
        begin_supervision(job(8), found.id)


def test_one_that_has_ended_by_itself_is_not_begun(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    found.change(closed_at=clock.now())
    with pytest.raises(RepeatedStart):
        begin_supervision(job(7), found.id)
