"""The work calendar in the database: seeded once, announced years exact, later ones provisional."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete
from sqlmodel import Session, col, select

from law.calendar_seed import LAST_ANNOUNCED_YEAR, seed_calendar
from records.calendar import (
    FIRST_YEAR,
    YEARS_AHEAD,
    CalendarMissing,
    load_calendar,
    seed_work_calendar,
)
from records.database import Database
from records.models import CalendarEdition, WorkDay
from tests.records.cases import NOON, count


def test_seeding_again_adds_nothing(database: Database) -> None:
    days = count(database, WorkDay)
    with database.transaction() as session:
        seed_work_calendar(session, now=NOON + timedelta(days=400))
    assert (count(database, WorkDay), count(database, CalendarEdition)) == (days, 1)
    assert days > 0


def test_an_edited_day_survives_the_next_start(database: Database) -> None:
    new_year = date(2027, 1, 1)
    with database.transaction() as session:
        session.get_one(WorkDay, new_year).name = "元旦（已公布）"
    with database.transaction() as session:
        seed_work_calendar(session, now=NOON)
    with database.reading() as session:
        assert session.get_one(WorkDay, new_year).name == "元旦（已公布）"


def test_years_without_a_notice_are_provisional_and_the_others_not(session: Session) -> None:
    days = session.exec(select(WorkDay)).all()
    provisional = {day.date.year for day in days if day.is_provisional}
    announced = {day.date.year for day in days if not day.is_provisional}
    assert LAST_ANNOUNCED_YEAR == 2026
    assert provisional == set(range(2027, NOON.year + YEARS_AHEAD + 1))
    assert announced == set(range(FIRST_YEAR, LAST_ANNOUNCED_YEAR + 1))


def test_the_calendar_read_back_is_the_calendar_seeded(session: Session) -> None:
    seeded = seed_calendar(FIRST_YEAR, NOON.year + YEARS_AHEAD)
    loaded = load_calendar(session)
    assert loaded.version == seeded.version
    assert list(loaded.days) == list(seeded.days)


def test_an_empty_calendar_says_what_to_do(session: Session) -> None:
    session.execute(delete(CalendarEdition).where(col(CalendarEdition.id) > 0))
    with pytest.raises(CalendarMissing, match="Start Xinfang once"):
        load_calendar(session)
