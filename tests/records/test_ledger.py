"""Statutory clocks in the database: repeatable, told to the engine when they move."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from law.errors import (
    AlreadyMet,
    ClockAlreadyPaused,
    EntryIncomplete,
    ExtensionAlreadyGiven,
    ExtensionNotAllowed,
    ExtensionTooLate,
    UnknownClock,
)
from law.instants import SHANGHAI, end_of_day
from records.clocks.append import ClockView
from records.database import Database
from records.errors import ClockNotFound, PetitionNotFound
from records.ledger import (
    clocks_of,
    correct_receipt,
    extend_clock,
    meet_clock,
    open_clock,
    pause_clock,
    raise_alerts,
    resume_clock,
    state_of,
    withdraw_clock,
)
from records.models import Clock, ClockEvent
from records.models.petition import new_id
from tests.records.cases import at_once, commands_in, count

# 60 and 90 days after it; both are working days, so nothing is moved to the next one.
THU_12_MARCH, DUE, EXTENDED = date(2026, 3, 12), date(2026, 5, 11), date(2026, 6, 10)
NOON = datetime(2026, 3, 12, 12, 0, tzinfo=SHANGHAI)
HALF_GONE = datetime(2026, 4, 12, tzinfo=SHANGHAI)
BREACH = end_of_day(DUE)
WEEK = timedelta(days=7)


def opened(session: Session, petition_id: str, code: str = "D05") -> ClockView:
    return open_clock(
        session,
        petition_id=petition_id,
        code=code,
        started_on=THU_12_MARCH,
        actor="engine",
        now=NOON,
    )


def extended(session: Session, clock_id: str, now: datetime, days: int = 30) -> ClockView:
    return extend_clock(
        session, clock_id=clock_id, days=days, reason="情况复杂", actor="unit_leader_zj", now=now
    )


def kinds(session: Session, petition_id: str) -> list[str]:
    ((_, events),) = clocks_of(session, petition_id)
    return [event.kind for event in events]


@pytest.fixture
def clock_id(database: Database, petition_id: str) -> str:
    """The handling clock of the petition, begun on 12 March 2026."""
    with database.transaction() as session:
        return opened(session, petition_id).id


@pytest.fixture
def session(database: Database, petition_id: str) -> Iterator[Session]:
    """One transaction for the whole test, begun when the petition is on file."""
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def running_id(session: Session, petition_id: str) -> str:
    """The same clock, opened in that transaction."""
    return opened(session, petition_id).id


def moved_messages(database: Database) -> list[dict[str, object]]:
    return [one.payload for one in commands_in(database) if one.kind == "publish_message"]


class TestOpening:
    def test_a_clock_knows_its_last_day_and_first_alert(
        self, session: Session, petition_id: str
    ) -> None:
        view = opened(session, petition_id)
        assert (view.due_on, view.is_running, view.is_breached) == (DUE, True, False)
        assert view.next_alert_at == HALF_GONE

    def test_opening_again_gives_the_clock_that_runs(
        self, database: Database, petition_id: str
    ) -> None:
        views = []
        for _ in range(2):
            with database.transaction() as session:
                views.append(opened(session, petition_id))
        assert views[0] == views[1]
        assert (count(database, Clock), count(database, ClockEvent)) == (1, 1)

    def test_opening_at_once_gives_one_clock(self, database: Database, petition_id: str) -> None:
        def work(_: int) -> str:
            with database.transaction() as session:
                return opened(session, petition_id).id

        assert len(set(at_once(4, work))) == 1
        assert (count(database, Clock), count(database, ClockEvent)) == (1, 1)

    def test_opening_does_not_tell_the_engine_which_asked_for_it(
        self, database: Database, clock_id: str
    ) -> None:
        assert moved_messages(database) == []

    def test_a_clock_that_has_ended_may_begin_anew(
        self, session: Session, petition_id: str
    ) -> None:
        first = opened(session, petition_id)
        meet_clock(session, clock_id=first.id, actor="engine", now=NOON)
        assert opened(session, petition_id).id != first.id

    def test_an_unknown_petition_has_no_clocks(self, session: Session) -> None:
        with pytest.raises(PetitionNotFound):
            opened(session, new_id())

    def test_an_unknown_clock_is_not_opened(self, database: Database, petition_id: str) -> None:
        def open_it() -> None:
            with database.transaction() as session:
                opened(session, petition_id, code="D99")

        with pytest.raises(UnknownClock):
            open_it()
        assert count(database, Clock) == 0


class TestExtending:
    def test_an_extension_moves_the_last_day_and_tells_the_engine_once(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        with database.transaction() as session:
            view = extended(session, clock_id, NOON + WEEK)
            ((clock, events),) = clocks_of(session, petition_id)
        assert (view.due_on, clock.due_on) == (EXTENDED, EXTENDED)
        assert view.next_alert_at is not None
        assert moved_messages(database) == [
            {
                "name": "deadline_moved",
                "correlation_key": clock_id,
                "message_id": events[-1].id,
                "ttl_ms": 30 * 24 * 3600 * 1000,
                "variables": {"next_alert_at": view.next_alert_at.isoformat()},
            }
        ]

    def test_what_the_law_refuses_leaves_no_trace(self, database: Database, clock_id: str) -> None:
        def too_late() -> None:
            with database.transaction() as session:
                extended(session, clock_id, BREACH + WEEK)

        with pytest.raises(ExtensionTooLate):
            too_late()
        assert (count(database, ClockEvent), moved_messages(database)) == (1, [])

    def test_of_two_leaders_at_once_one_extends(self, database: Database, clock_id: str) -> None:
        def work(_: int) -> bool:
            try:
                with database.transaction() as session:
                    extended(session, clock_id, NOON + WEEK)
            except ExtensionAlreadyGiven:
                return False
            return True

        assert sorted(at_once(3, work)) == [False, False, True]
        assert len(moved_messages(database)) == 1

    def test_a_period_without_extension_stays(self, session: Session, petition_id: str) -> None:
        clock = opened(session, petition_id, code="D03")
        with pytest.raises(ExtensionNotAllowed):
            extended(session, clock.id, NOON)

    def test_an_unknown_clock_is_not_extended(self, session: Session) -> None:
        with pytest.raises(ClockNotFound):
            extended(session, new_id(), NOON)


class TestAlerts:
    def test_nothing_is_raised_before_its_time(
        self, session: Session, petition_id: str, running_id: str
    ) -> None:
        view = raise_alerts(session, clock_id=running_id, now=NOON + WEEK)
        assert view.next_alert_at == HALF_GONE
        assert kinds(session, petition_id) == ["started"]

    def test_an_alert_asked_for_again_is_raised_once(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        views = []
        for _ in range(3):
            with database.transaction() as session:
                views.append(raise_alerts(session, clock_id=clock_id, now=HALF_GONE))
        with database.reading() as session:
            assert kinds(session, petition_id) == ["started", "warned"]
        assert views[0] == views[1] == views[2]
        assert moved_messages(database) == []

    def test_alerts_asked_for_at_once_are_raised_once(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        def work(_: int) -> None:
            with database.transaction() as session:
                raise_alerts(session, clock_id=clock_id, now=BREACH)

        at_once(4, work)
        with database.reading() as session:
            assert kinds(session, petition_id) == ["started", "breached"]

    def test_following_its_own_advice_ends_in_one_breach_and_weekly_reminders(
        self, session: Session, petition_id: str, running_id: str
    ) -> None:
        view = raise_alerts(session, clock_id=running_id, now=NOON)
        while view.next_alert_at is not None and view.next_alert_at <= BREACH + 2 * WEEK:
            now = view.next_alert_at
            view = raise_alerts(session, clock_id=running_id, now=now)
            assert view.next_alert_at is not None
            assert view.next_alert_at > now
        found = kinds(session, petition_id)
        assert found.count("breached") == 1
        assert found[-3:] == ["breached", "reminded", "reminded"]
        assert (view.is_breached, view.is_running) == (True, True)

    def test_an_extended_period_can_be_breached_at_its_new_end(
        self, session: Session, petition_id: str, running_id: str
    ) -> None:
        extended(session, running_id, NOON + WEEK)
        assert not raise_alerts(session, clock_id=running_id, now=BREACH).is_breached
        assert raise_alerts(session, clock_id=running_id, now=end_of_day(EXTENDED)).is_breached
        ((_, events),) = clocks_of(session, petition_id)
        breaches = [event.until for event in events if event.kind == "breached"]
        assert breaches == [EXTENDED]


class TestPause:
    """Hearing time in re-review does not count (article 36)."""

    @pytest.fixture
    def rereview_id(self, database: Database, petition_id: str) -> str:
        """A re-review clock begun on 12 March 2026; 30 days later is Saturday 11 April."""
        with database.transaction() as session:
            return opened(session, petition_id, code="D10").id

    def pause(self, session: Session, clock_id: str, key: str = "") -> ClockView:
        return pause_clock(
            session,
            clock_id=clock_id,
            first_day=date(2026, 3, 20),
            reason="听证",
            actor="unit_leader_zj",
            now=NOON + WEEK,
            basis="regulation_2022:36(2)",
            key=key,
        )

    def resume(self, session: Session, clock_id: str, key: str = "") -> ClockView:
        return resume_clock(
            session,
            clock_id=clock_id,
            first_day=date(2026, 3, 30),
            reason="听证结束",
            actor="unit_leader_zj",
            now=NOON + 2 * WEEK,
            key=key,
        )

    def test_its_watcher_waits_for_nothing_and_then_for_the_later_end(
        self, database: Database, rereview_id: str
    ) -> None:
        for act in (self.pause, self.resume):
            with database.transaction() as session:
                view = act(session, rereview_id)
        assert view.due_on == date(2026, 4, 21)
        alerts = [message["variables"] for message in moved_messages(database)]
        assert [str(one)[:24] for one in alerts] == [
            "{'next_alert_at': '9999-",
            "{'next_alert_at': '2026-",
        ]

    def test_a_repetition_with_the_same_key_appends_nothing(
        self, database: Database, petition_id: str, rereview_id: str
    ) -> None:
        for act in (self.pause, self.pause, self.resume, self.resume):
            with database.transaction() as session:
                act(session, rereview_id, key=act.__name__)
        with database.reading() as session:
            assert kinds(session, petition_id) == ["started", "paused", "resumed"]
        assert len(moved_messages(database)) == 2

    def test_without_a_key_the_law_refuses_the_repetition(
        self, session: Session, petition_id: str
    ) -> None:
        clock = opened(session, petition_id, code="D10")
        self.pause(session, clock.id)
        with pytest.raises(ClockAlreadyPaused):
            self.pause(session, clock.id)


class TestCorrectedReceipt:
    """The period counts from the day that was right from the beginning."""

    def correct(self, session: Session, clock_id: str, on: date, now: datetime = NOON) -> ClockView:
        return correct_receipt(
            session,
            clock_id=clock_id,
            received_on=on,
            reason="登记有误",
            actor="unit_leader_zj",
            now=now,
        )

    def test_last_day_and_watcher_move(self, database: Database, clock_id: str) -> None:
        with database.transaction() as session:
            view = self.correct(session, clock_id, date(2026, 3, 10))
        assert view.due_on == DUE - timedelta(days=2)  # Saturday 9 May is a make-up day
        assert len(moved_messages(database)) == 1

    def test_a_correction_to_the_day_that_stands_changes_nothing(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        for _ in range(2):
            with database.transaction() as session:
                self.correct(session, clock_id, date(2026, 3, 11))
        with database.reading() as session:
            assert kinds(session, petition_id) == ["started", "receipt_corrected"]

    def test_it_may_be_corrected_back(self, session: Session, running_id: str) -> None:
        self.correct(session, running_id, date(2026, 3, 11))
        assert self.correct(session, running_id, THU_12_MARCH).due_on == DUE

    def test_an_ended_clock_is_not_corrected(self, session: Session, running_id: str) -> None:
        meet_clock(session, clock_id=running_id, actor="engine", now=NOON)
        with pytest.raises(AlreadyMet):
            self.correct(session, running_id, date(2026, 3, 11))


class TestSetByLetter:
    """D11 ends on the day that the letter of assignment names."""

    def test_the_letter_sets_the_last_day(self, session: Session, petition_id: str) -> None:
        view = open_clock(
            session,
            petition_id=petition_id,
            code="D11",
            started_on=THU_12_MARCH,
            until=date(2026, 4, 4),
            actor="leader",
            now=NOON,
        )
        assert view.due_on == date(2026, 4, 4)  # a Saturday: nothing rolls

    def test_without_a_day_it_does_not_start(self, session: Session, petition_id: str) -> None:
        with pytest.raises(EntryIncomplete):
            opened(session, petition_id, code="D11")


class TestEnding:
    @pytest.mark.parametrize("way", ["met", "withdrawn"])
    def test_an_ended_clock_is_silent_and_stays_ended(
        self, session: Session, petition_id: str, running_id: str, way: str
    ) -> None:
        for now in (NOON + WEEK, NOON + 2 * WEEK):
            if way == "met":
                view = meet_clock(session, clock_id=running_id, actor="engine", now=now)
            else:
                view = withdraw_clock(
                    session, clock_id=running_id, reason="撤回", actor="clerk", now=now
                )
            assert (view.is_running, view.next_alert_at) == (False, None)
        assert not raise_alerts(session, clock_id=running_id, now=BREACH + WEEK).is_breached
        assert kinds(session, petition_id) == ["started", way]

    def test_a_duty_done_late_was_breached_and_is_met(
        self, session: Session, petition_id: str, running_id: str
    ) -> None:
        raise_alerts(session, clock_id=running_id, now=BREACH)
        view = meet_clock(session, clock_id=running_id, actor="engine", now=BREACH + WEEK)
        assert (view.is_running, view.is_breached) == (False, True)
        ((clock, _),) = clocks_of(session, petition_id)
        assert state_of(session, clock)[1].is_met_late

    def test_ending_does_not_tell_the_watcher_which_the_process_takes_away(
        self, database: Database, clock_id: str
    ) -> None:
        with database.transaction() as session:
            meet_clock(session, clock_id=clock_id, actor="engine", now=NOON + WEEK)
        assert moved_messages(database) == []


def test_clocks_are_listed_by_their_last_day(session: Session, petition_id: str) -> None:
    for code in ("D05", "D01", "D03"):
        opened(session, petition_id, code)
    codes = [clock.code for clock, _ in clocks_of(session, petition_id)]
    assert codes[-1] == "D05"
    dues = [clock.due_on for clock, _ in clocks_of(session, petition_id)]
    assert dues == sorted(dues)
