"""The work calendar in the database: editions are added, never changed, and each can be read."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete
from sqlmodel import Session, col, select

from law.calendar import CalendarDay, DayKind
from law.calendar_seed import LAST_ANNOUNCED_YEAR, VERSION, seed_calendar
from law.errors import DayKindUnfit, NationalDayMissing, UnknownBasis
from records.calendar import (
    FIRST_YEAR,
    YEARS_AHEAD,
    CalendarChanged,
    CalendarMissing,
    EditionNotFound,
    list_editions,
    load_calendar,
    make_edition,
    plan_day,
    plan_notice,
    seed_work_calendar,
)
from records.database import Database
from records.models import AuditEntry, CalendarEdition, WorkDay
from tests.law.notices import NOTICE_2027
from tests.records.cases import NOON, all_rows, count

FRI_8_OCT_2027 = date(2027, 10, 8)
A_DAY_OFF = CalendarDay(FRI_8_OCT_2027, DayKind.shifted_rest, "国庆节", "office_setting")


def edited(database: Database, day: CalendarDay = A_DAY_OFF) -> str:
    """The newest edition after this day was set."""
    with database.transaction() as session:
        change = plan_day(session, day)
        assert make_edition(session, change, actor="admin", reason="示例", now=NOON)
        return change.after.version


class TestSeed:
    def test_seeding_again_in_the_same_year_adds_nothing(self, database: Database) -> None:
        days = count(database, WorkDay)
        with database.transaction() as session:
            seed_work_calendar(session, now=NOON + timedelta(days=200))
        assert (count(database, WorkDay), count(database, CalendarEdition)) == (days, 1)
        assert days > 0

    def test_a_later_start_adds_the_years_that_are_missing(self, database: Database) -> None:
        later = NOON + timedelta(days=400)
        for _ in range(2):
            with database.transaction() as session:
                seed_work_calendar(session, now=later)
        with database.reading() as session:
            newest, first = list_editions(session)
            before, after = load_calendar(session, first.version), load_calendar(session)
        added = {new.date.year for _, new in before.changes_to(after)}
        assert added == {later.year + YEARS_AHEAD}
        assert (newest.kind, newest.source) == ("seed", VERSION)
        assert all(day.provisional for day in after.days if day.date.year in added)

    def test_beyond_the_computed_years_no_edition_is_made(self, database: Database) -> None:
        for _ in range(2):
            with database.transaction() as session:
                seed_work_calendar(session, now=NOON.replace(year=2099))
        assert count(database, CalendarEdition) == 2

    def test_years_without_a_notice_are_provisional_and_the_others_not(
        self, session: Session
    ) -> None:
        days = session.exec(select(WorkDay)).all()
        provisional = {day.date.year for day in days if day.is_provisional}
        announced = {day.date.year for day in days if not day.is_provisional}
        assert LAST_ANNOUNCED_YEAR == 2026
        assert provisional == set(range(2027, NOON.year + YEARS_AHEAD + 1))
        assert announced == set(range(FIRST_YEAR, LAST_ANNOUNCED_YEAR + 1))

    def test_the_calendar_read_back_is_the_calendar_seeded(self, session: Session) -> None:
        seeded = seed_calendar(FIRST_YEAR, NOON.year + YEARS_AHEAD)
        loaded = load_calendar(session)
        assert loaded.version == seeded.version
        assert list(loaded.days) == list(seeded.days)

    def test_an_empty_calendar_says_what_to_do(self, session: Session) -> None:
        session.execute(delete(WorkDay).where(col(WorkDay.edition_from) > 0))
        session.execute(delete(CalendarEdition).where(col(CalendarEdition.id) > 0))
        with pytest.raises(CalendarMissing, match="Start Xinfang once"):
            load_calendar(session)


class TestEdit:
    def test_one_edited_day_is_a_new_edition_with_its_reason(self, database: Database) -> None:
        version = edited(database)
        with database.reading() as session:
            calendar, newest = load_calendar(session), list_editions(session)[0]
        assert calendar.version == newest.version == version
        assert calendar.day(FRI_8_OCT_2027) == A_DAY_OFF
        assert (newest.kind, newest.source, newest.reason, newest.actor) == (
            "edit",
            "2027-10-08",
            "示例",
            "admin",
        )
        (act,) = (act for act in all_rows(database, AuditEntry) if act.action == "change_calendar")
        assert (act.actor, act.detail["edition"], act.detail["days"]) == ("admin", version, 1)

    def test_every_earlier_edition_can_still_be_read(self, database: Database) -> None:
        with database.reading() as session:
            first = load_calendar(session)
        versions = [edited(database)]
        back = CalendarDay(FRI_8_OCT_2027, DayKind.workday, "", "office_setting")
        versions.append(edited(database, back))
        # Another process has read none of them before.
        from records import calendar_editions

        calendar_editions._loaded.clear()
        with database.reading() as session:
            again = load_calendar(session, first.version)
            kinds = [load_calendar(session, one).day(FRI_8_OCT_2027).kind for one in versions]
        assert first.changes_to(again) == []
        assert kinds == [DayKind.shifted_rest, DayKind.workday]

    def test_the_same_edit_again_makes_no_edition(self, database: Database) -> None:
        edited(database)
        with database.transaction() as session:
            change = plan_day(session, A_DAY_OFF)
            assert not make_edition(session, change, actor="admin", now=NOON)
        assert count(database, CalendarEdition) == 2

    def test_of_two_changes_planned_at_once_the_second_must_look_again(
        self, database: Database
    ) -> None:
        with database.reading() as session:
            stale = plan_day(session, A_DAY_OFF)
        edited(database)

        def late() -> None:
            with database.transaction() as session:
                make_edition(session, stale, actor="admin", now=NOON)

        with pytest.raises(CalendarChanged):
            late()
        assert count(database, CalendarEdition) == 2

    def test_what_cannot_be_is_refused(self, session: Session) -> None:
        with pytest.raises(DayKindUnfit):
            plan_day(session, CalendarDay(FRI_8_OCT_2027, DayKind.makeup_workday, "", "local_rule"))
        with pytest.raises(UnknownBasis):
            plan_day(session, CalendarDay(FRI_8_OCT_2027, DayKind.shifted_rest, "", "somebody"))
        with pytest.raises(EditionNotFound):
            load_calendar(session, "never made")


class TestNotice:
    def test_a_notice_replaces_the_provisional_year(self, database: Database) -> None:
        with database.transaction() as session:
            change = plan_notice(session, NOTICE_2027)
            assert make_edition(session, change, actor="admin", now=NOON)
        with database.reading() as session:
            calendar, newest = load_calendar(session), list_editions(session)[0]
        assert calendar.horizon == date(2027, 12, 31)
        assert calendar.is_workday(date(2027, 10, 9))
        assert (newest.kind, newest.source) == ("notice", "国办发明电〔2026〕99号")

    def test_the_same_notice_again_changes_nothing(self, database: Database) -> None:
        for expected in (True, False):
            with database.transaction() as session:
                change = plan_notice(session, NOTICE_2027)
                assert make_edition(session, change, actor="admin", now=NOON) is expected
        assert count(database, CalendarEdition) == 2

    def test_a_wrong_notice_leaves_everything_as_it_was(self, database: Database) -> None:
        with database.transaction() as session, pytest.raises(NationalDayMissing):
            plan_notice(session, NOTICE_2027.partition("七、")[0])
        assert count(database, CalendarEdition) == 1

    def test_a_named_source_comes_before_the_number_in_the_text(self, session: Session) -> None:
        assert plan_notice(session, NOTICE_2027, "another").source == "another"
        unnumbered = NOTICE_2027.replace("国办发明电", "")
        assert plan_notice(session, unnumbered).source == "notice 2027"
