"""open_supervision - articles 39 and 40: whoever let a time limit pass is supervised, once."""

from datetime import datetime

import pytest
from sqlmodel import select

from law.instants import SHANGHAI
from records.models import Supervision
from tests.workers.conftest import UNIT, Case, StandingClock
from tests.workers.test_raise_deadline_alert import opened
from workers.watch_deadline.open_supervision import open_supervision
from workers.watch_deadline.raise_deadline_alert import raise_deadline_alert

pytestmark = pytest.mark.usefixtures("calendar")


def supervisions(case: Case) -> list[tuple[str, str, str]]:
    with case.database.reading() as session:
        found = session.exec(select(Supervision)).all()
        return [(one.trigger, one.unit_id, one.due_on.isoformat()) for one in found]


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    case.classify()
    clock_id = opened(case, clock)
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    raise_deadline_alert(clock_id)
    for _ in range(2):
        open_supervision(clock_id)
    assert supervisions(case) == [("late_answer", UNIT, "2026-05-06")]
    assert len(case.acts("open_supervision")) == 1


def test_who_is_in_time_is_not_supervised(case: Case, clock: StandingClock) -> None:
    open_supervision(opened(case, clock))
    assert supervisions(case) == []
