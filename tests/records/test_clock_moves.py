"""Running clocks follow calendar and settings; those that have ended keep their dates for ever."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event as database_event
from sqlmodel import Session, select

from law.calendar import CalendarDay, DayKind
from law.instants import SHANGHAI, end_of_day
from law.period_types import Roll
from records.calendar import EditionNotFound, make_edition, plan_day, plan_notice
from records.clocks.follow import Move, apply_moves, preview_moves
from records.clocks.office_rules import set_clock
from records.database import Database
from records.ledger import (
    ClockView,
    clocks_of,
    extend_clock,
    meet_clock,
    move_by_calendar,
    open_clock,
    pause_clock,
    raise_alerts,
    state_of,
)
from records.models import AuditEntry, Clock
from records.petitions import file_petition
from tests.law.notices import NOTICE_2027
from tests.records.cases import A_PETITION, all_rows, at_once, commands_in

# 60 days after it is Monday 11 May, a working day.
THU_12_MARCH, MON_11_MAY, TUE_12_MAY = date(2026, 3, 12), date(2026, 5, 11), date(2026, 5, 12)
NOON = datetime(2026, 3, 12, 12, 0, tzinfo=SHANGHAI)
DAY_OFF = CalendarDay(MON_11_MAY, DayKind.shifted_rest, "示例", "office_setting")


@pytest.fixture
def clock_id(database: Database, petition_id: str) -> str:
    """A handling clock that ends on Monday 11 May 2026."""
    with database.transaction() as session:
        return opened(session, petition_id).id


def opened(session: Session, petition_id: str, code: str = "D05") -> ClockView:
    return open_clock(
        session,
        petition_id=petition_id,
        code=code,
        started_on=THU_12_MARCH,
        actor="engine",
        now=NOON,
    )


def set_day(database: Database, day: CalendarDay = DAY_OFF) -> str:
    with database.transaction() as session:
        change = plan_day(session, day)
        make_edition(session, change, actor="admin", reason="示例", now=NOON)
        return change.after.version


def preview(database: Database, today: date = THU_12_MARCH) -> list[Move]:
    with database.reading() as session:
        return list(preview_moves(session, today=today))


def applied(database: Database, now: datetime = NOON) -> int:
    wanted = [move.clock_id for move in preview(database, now.date())]
    return apply_moves(database, wanted, actor="command", now=lambda: now)


def due_of(database: Database, clock_id: str) -> date:
    with database.reading() as session:
        clock = session.get_one(Clock, clock_id)
        state = state_of(session, clock)[1]
        assert state.due is not None
        assert state.due.due == clock.due_on
        return clock.due_on


def kinds(database: Database, petition_id: str) -> list[str]:
    with database.reading() as session:
        return [event.kind for _, events in clocks_of(session, petition_id) for event in events]


class TestCalendar:
    def test_a_new_edition_alone_moves_nothing(self, database: Database, clock_id: str) -> None:
        set_day(database)
        assert due_of(database, clock_id) == MON_11_MAY

    def test_the_preview_says_from_when_to_when_and_why(
        self, database: Database, clock_id: str
    ) -> None:
        version = set_day(database)
        (move,) = preview(database)
        assert (move.clock_id, move.code) == (clock_id, "D05")
        assert (move.old_due, move.new_due) == (MON_11_MAY, TUE_12_MAY)
        assert (move.edition, move.setting) == (version, None)

    def test_a_notice_not_loaded_yet_can_be_previewed(
        self, database: Database, clock_id: str
    ) -> None:
        with database.reading() as session:
            planned = plan_day(session, DAY_OFF).after
            (move,) = preview_moves(session, today=THU_12_MARCH, calendar=planned)
        assert (move.clock_id, move.new_due) == (clock_id, TUE_12_MAY)
        assert preview(database) == []

    def test_applying_moves_ledger_audit_and_timer_once(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        set_day(database)
        assert [applied(database), applied(database)] == [1, 0]
        assert due_of(database, clock_id) == TUE_12_MAY
        assert kinds(database, petition_id) == ["started", "moved_by_calendar"]
        acts = [act.action for act in all_rows(database, AuditEntry)]
        assert acts.count("clock_moved_by_calendar") == 1
        (message,) = (one for one in commands_in(database) if one.kind == "publish_message")
        assert message.payload["correlation_key"] == clock_id

    def test_moving_to_the_same_edition_again_appends_nothing(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        version = set_day(database)
        for _ in range(2):
            with database.transaction() as session:
                view = move_by_calendar(
                    session, clock_id=clock_id, version=version, actor="x", now=NOON
                )
            assert view.due_on == TUE_12_MAY
        assert kinds(database, petition_id) == ["started", "moved_by_calendar"]

    def test_two_who_apply_at_once_append_one_entry(
        self, database: Database, petition_id: str, clock_id: str
    ) -> None:
        set_day(database)
        moved = at_once(3, lambda _: apply_moves(database, [clock_id], actor="x", now=lambda: NOON))
        assert sum(moved) == 1
        assert kinds(database, petition_id) == ["started", "moved_by_calendar"]

    def test_a_clock_that_ends_before_the_changed_day_stays(
        self, database: Database, clock_id: str
    ) -> None:
        set_day(database, CalendarDay(TUE_12_MAY, DayKind.shifted_rest, "", "office_setting"))
        assert preview(database) == []

    def test_a_met_clock_keeps_its_dates_whatever_the_calendar_becomes(
        self, database: Database, clock_id: str
    ) -> None:
        with database.transaction() as session:
            meet_clock(session, clock_id=clock_id, actor="engine", now=NOON)
        set_day(database)
        assert applied(database) == 0
        assert due_of(database, clock_id) == MON_11_MAY
        assert apply_moves(database, [clock_id], actor="x", now=lambda: NOON) == 0

    def test_until_it_moves_a_clock_is_extended_by_its_own_edition(
        self, database: Database, clock_id: str
    ) -> None:
        wednesday = CalendarDay(date(2026, 6, 10), DayKind.shifted_rest, "", "office_setting")
        set_day(database, wednesday)
        with database.transaction() as session:
            extend_clock(
                session, clock_id=clock_id, days=30, reason="复杂", actor="leader", now=NOON
            )
        assert due_of(database, clock_id) == date(2026, 6, 10)
        assert applied(database) == 1
        assert due_of(database, clock_id) == date(2026, 6, 11)

    def test_a_breach_of_a_day_that_became_a_rest_day_no_longer_counts(
        self, database: Database, clock_id: str
    ) -> None:
        breach = end_of_day(MON_11_MAY)
        with database.transaction() as session:
            assert raise_alerts(session, clock_id=clock_id, now=breach).is_breached
        set_day(database)
        assert applied(database, breach) == 1
        with database.transaction() as session:
            assert not session.get_one(Clock, clock_id).is_breached
            later = end_of_day(TUE_12_MAY)
            assert raise_alerts(session, clock_id=clock_id, now=later).is_breached

    def test_an_unknown_edition_is_refused(self, database: Database, clock_id: str) -> None:
        with database.transaction() as session, pytest.raises(EditionNotFound):
            move_by_calendar(session, clock_id=clock_id, version="none", actor="x", now=NOON)

    def test_a_date_that_stays_is_explained_by_the_newest_edition(
        self, database: Database, petition_id: str
    ) -> None:
        with database.transaction() as session:
            view = open_clock(
                session,
                petition_id=petition_id,
                code="D01",
                started_on=date(2027, 3, 1),
                actor="engine",
                now=NOON,
            )
        with database.reading() as session:
            state = state_of(session, session.get_one(Clock, view.id))[1]
            assert state.due is not None
            assert state.due.provisional
        with database.transaction() as session:
            change = plan_notice(session, NOTICE_2027)
            make_edition(session, change, actor="admin", now=NOON)
        assert preview(database) == []
        with database.reading() as session:
            state = state_of(session, session.get_one(Clock, view.id))[1]
        assert state.due is not None
        assert (state.due.due, state.due.provisional) == (view.due_on, False)
        assert state.calendar_version == change.after.version


class TestSettings:
    def test_running_clocks_follow_a_setting_from_its_day_on(
        self, database: Database, clock_id: str
    ) -> None:
        with database.transaction() as session:
            setting = set_clock(
                session,
                "D05",
                in_force_from=THU_12_MARCH + timedelta(days=1),
                pause=True,
                reason="示例",
                actor="command",
                now=NOON,
                applies_to_running=True,
            )
        assert preview(database) == []
        tomorrow = NOON + timedelta(days=1)
        (move,) = preview(database, tomorrow.date())
        assert (move.setting, move.edition) == (setting.id, None)
        assert (move.old_due, move.new_due) == (MON_11_MAY, MON_11_MAY)
        assert [applied(database, tomorrow), applied(database, tomorrow)] == [1, 0]
        with database.transaction() as session:
            view = pause_clock(
                session,
                clock_id=clock_id,
                first_day=tomorrow.date(),
                reason="听证",
                actor="leader",
                now=tomorrow,
            )
        assert view.next_alert_at is not None
        assert view.next_alert_at.year == 9999

    def test_setting_and_calendar_move_a_clock_together(
        self, database: Database, petition_id: str
    ) -> None:
        with database.transaction() as session:
            # 60 days later is Monday 11 May, here without rolling.
            clock_id = opened(session, petition_id, "D16").id
            set_clock(
                session,
                "D16",
                in_force_from=THU_12_MARCH,
                length=61,
                roll=Roll.over,
                reason="示例",
                actor="command",
                now=NOON + timedelta(seconds=1),
                applies_to_running=True,
            )
        set_day(database, CalendarDay(TUE_12_MAY, DayKind.shifted_rest, "", "office_setting"))
        (move,) = preview(database)
        assert move.new_due == date(2026, 5, 13)
        assert None not in (move.setting, move.edition)
        assert applied(database) == 1
        assert due_of(database, clock_id) == move.new_due
        assert kinds(database, petition_id) == ["started", "moved_by_rule", "moved_by_calendar"]


class TestMany:
    """Beside a running system, and in batches."""

    @pytest.fixture
    def many(self, sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
        """Twenty-five running clocks, read and written seven at a time."""
        monkeypatch.setattr("records.clocks.follow.READ_AT_ONCE", 7)
        monkeypatch.setattr("records.clocks.follow.WRITE_AT_ONCE", 7)
        with sqlite.transaction() as session:
            petition = file_petition(session, A_PETITION, filed_by=None, now=NOON)
            for _ in range(25):
                clock = session.get_one(Clock, opened(session, petition.id).id)
                # Set aside meanwhile: a petition has one running clock of a code.
                clock.is_running = False
                session.flush()
            for clock in session.exec(select(Clock)):
                clock.is_running = True
        set_day(sqlite)
        return sqlite

    def test_every_clock_is_seen_once(self, many: Database) -> None:
        moves = preview(many)
        assert len({move.clock_id for move in moves}) == len(moves) == 25

    def test_what_was_cut_off_goes_on(self, many: Database) -> None:
        class Killed(Exception):
            """Stands for a process that ends between two batches."""

        seen: list[int] = []

        def cut_off(count: int) -> None:
            seen.append(count)
            if len(seen) == 2:
                raise Killed

        wanted = [move.clock_id for move in preview(many)]
        with pytest.raises(Killed):
            apply_moves(many, wanted, actor="x", now=lambda: NOON, on_progress=cut_off)
        assert len(preview(many)) == 25 - 14
        assert applied(many) == 11
        assert preview(many) == []

    def test_the_preview_asks_no_question_per_clock(self, many: Database) -> None:
        asked: list[str] = []

        def note(*args: object) -> None:
            asked.append(str(args[2]))

        database_event.listen(many.engine, "before_cursor_execute", note)
        preview(many)
        # Settings, editions and two questions per chunk of seven.
        assert len([one for one in asked if "clock" in one]) <= 1 + 2 * 5
