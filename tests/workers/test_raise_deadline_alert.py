"""raise_deadline_alert - articles 34 and 40: each alert once, and the watch goes on."""

from datetime import datetime

import pytest

from law.instants import SHANGHAI
from records.ledger import clocks_of, meet_clock
from tests.workers.conftest import Case, StandingClock, result_of
from workers.petition.start_handling_clock import start_handling_clock
from workers.watch_deadline.raise_deadline_alert import raise_deadline_alert

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def clock_id(case: Case, clock: StandingClock) -> str:
    """A handling period that began on 2 March and ends on 6 May 2026."""
    case.dispatch(clock.moment)
    return str(result_of(start_handling_clock(case.petition_id))["handling_clock_id"])


def kinds(case: Case) -> list[str]:
    with case.database.reading() as session:
        ((_, events),) = clocks_of(session, case.petition_id)
        return [event.kind for event in events]


def test_before_the_first_alert_nothing_is_recorded(case: Case, clock_id: str) -> None:
    assert result_of(raise_deadline_alert(clock_id))["is_clock_running"] is True
    assert kinds(case) == ["started"]


def test_after_the_last_day_one_breach_is_recorded_and_the_watch_goes_on(
    case: Case, clock: StandingClock, clock_id: str
) -> None:
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    variables = result_of(raise_deadline_alert(clock_id))
    assert kinds(case).count("breached") == 1
    assert variables["is_clock_running"] is True
    assert datetime.fromisoformat(variables["next_alert_at"]) > clock.moment


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock, clock_id: str) -> None:
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    first = raise_deadline_alert(clock_id)
    recorded = kinds(case)
    assert raise_deadline_alert(clock_id) == first
    assert kinds(case) == recorded


def test_a_clock_that_was_met_is_watched_no_more(
    case: Case, clock: StandingClock, clock_id: str
) -> None:
    with case.database.transaction() as session:
        meet_clock(session, clock_id=clock_id, actor="engine", now=clock.now())
    variables = result_of(raise_deadline_alert(clock_id))
    assert variables == {"next_alert_at": None, "is_clock_running": False}
