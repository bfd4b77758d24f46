"""The window of a right in the database: at its end it lapses, and its watcher is let go."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from law.instants import end_of_day
from records.ledger import clocks_of, meet_clock, open_clock, raise_alerts
from tests.records.cases import MON_2_MARCH, NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock_id(session: Session, filed_id: str) -> str:
    """The window to ask for review, open since 2 March 2026."""
    return open_clock(
        session,
        petition_id=filed_id,
        code="D07",
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    ).id


def over(session: Session, filed_id: str) -> datetime:
    """The first instant after the last day."""
    ((clock, _),) = clocks_of(session, filed_id)
    return end_of_day(clock.due_on)


def test_it_lapses_once_and_stops(session: Session, clock_id: str, filed_id: str) -> None:
    moment = over(session, filed_id)
    for later in (moment, moment + MINUTE, moment + timedelta(days=30)):
        view = raise_alerts(session, clock_id=clock_id, now=later)
        assert (view.is_running, view.is_breached, view.next_alert_at) == (False, False, None)
    ((clock, events),) = clocks_of(session, filed_id)
    assert [event.kind for event in events] == ["started", "lapsed"]
    assert (clock.is_running, clock.is_breached) == (False, False)


def test_a_minute_before_it_still_runs(session: Session, clock_id: str, filed_id: str) -> None:
    moment = over(session, filed_id)
    view = raise_alerts(session, clock_id=clock_id, now=moment - MINUTE)
    assert (view.is_running, view.next_alert_at) == (True, moment)


def test_what_comes_after_its_end_changes_nothing(
    session: Session, clock_id: str, filed_id: str
) -> None:
    moment = over(session, filed_id)
    raise_alerts(session, clock_id=clock_id, now=moment)
    meet_clock(session, clock_id=clock_id, actor="engine", now=moment)
    ((_, events),) = clocks_of(session, filed_id)
    assert [event.kind for event in events] == ["started", "lapsed"]
