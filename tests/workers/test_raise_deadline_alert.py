"""raise_deadline_alert - articles 34 and 40: each alert once, and the watch goes on."""

from datetime import datetime

import pytest

from law.instants import SHANGHAI
from records.ledger import ENGINE, clocks_of, meet_clock, open_clock
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, result_of
from workers.watch_deadline.open_supervision import open_supervision
from workers.watch_deadline.raise_deadline_alert import raise_deadline_alert

pytestmark = pytest.mark.usefixtures("calendar")


def opened(case: Case, clock: StandingClock, code: str = "D05") -> str:
    """A clock that began on 2 March 2026; its id."""
    with case.database.transaction() as session:
        return open_clock(
            session,
            petition_id=case.petition_id,
            code=code,
            started_on=MON_2_MARCH,
            actor=ENGINE,
            now=clock.now(),
        ).id


@pytest.fixture
def clock_id(case: Case, clock: StandingClock) -> str:
    """A handling period that ends on 6 May 2026."""
    return opened(case, clock)


def kinds(case: Case) -> list[str]:
    with case.database.reading() as session:
        ((_, events),) = clocks_of(session, case.petition_id)
        return [event.kind for event in events]


def test_before_the_first_alert_nothing_is_recorded(case: Case, clock_id: str) -> None:
    told = result_of(raise_deadline_alert(clock_id))
    assert (told["is_clock_running"], told["is_newly_breached"]) == (True, False)
    assert kinds(case) == ["started"]


def test_after_the_last_day_one_breach_is_recorded_and_the_watch_goes_on(
    case: Case, clock: StandingClock, clock_id: str
) -> None:
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    told = result_of(raise_deadline_alert(clock_id))
    assert kinds(case).count("breached") == 1
    assert (told["is_clock_running"], told["is_newly_breached"]) == (True, True)
    assert datetime.fromisoformat(told["next_alert_at"]) > clock.moment


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock, clock_id: str) -> None:
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    first = raise_deadline_alert(clock_id)
    recorded = kinds(case)
    assert raise_deadline_alert(clock_id) == first
    assert kinds(case) == recorded


def test_a_breach_is_new_until_its_supervision_is_open(clock: StandingClock, clock_id: str) -> None:
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    raise_deadline_alert(clock_id)
    open_supervision(clock_id)
    clock.moment = datetime(2026, 5, 14, 0, 0, tzinfo=SHANGHAI)
    assert result_of(raise_deadline_alert(clock_id))["is_newly_breached"] is False


def test_a_window_that_ended_is_neither_breached_nor_watched_on(
    case: Case, clock: StandingClock
) -> None:
    window = opened(case, clock, "D07")
    clock.moment = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)
    for _ in range(2):
        told = result_of(raise_deadline_alert(window))
        assert told == {
            "next_alert_at": None,
            "is_clock_running": False,
            "is_newly_breached": False,
        }
    assert kinds(case) == ["started", "lapsed"]


def test_a_clock_that_was_met_is_watched_no_more(
    case: Case, clock: StandingClock, clock_id: str
) -> None:
    with case.database.transaction() as session:
        meet_clock(session, clock_id=clock_id, actor="engine", now=clock.now())
    told = result_of(raise_deadline_alert(clock_id))
    assert (told["next_alert_at"], told["is_clock_running"]) == (None, False)
