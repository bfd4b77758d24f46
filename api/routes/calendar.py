"""The work calendar: a year, a new notice, a single day."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.actions.calendar import change_calendar, move_clocks
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep
from api.queries.calendar import calendar_view
from api.routes.responses import errors
from api.shapes.calendar import CalendarOut, ChangeOut, DayIn, MovedOut, NoticeIn
from api.shapes.common import shanghai
from law.calendar import CalendarDay
from records.calendar import plan_day, plan_notice

router = APIRouter(prefix="/api/calendar", tags=["calendar"])
Year = Annotated[int | None, Query(ge=1950, le=2100, description="this year when left out")]


@router.get("", responses=errors(401, 422))
def get_calendar(
    person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep, year: Year = None
) -> CalendarOut:
    """The days of a year that differ from the ordinary week, and how far notices are known."""
    today = shanghai(now).date()
    return calendar_view(session, year or today.year, language, today)


@router.post("/notices", responses=errors(400, 401, 403, 409, 413, 422))
def post_notice(
    notice: NoticeIn,
    runtime: RuntimeDep,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> ChangeOut:
    """Load a holiday notice (administrator). `dry_run` shows what would change, clocks included."""
    return change_calendar(
        runtime,
        session,
        person,
        lambda reading: plan_notice(reading, notice.text, notice.source),
        language=language,
        now=now,
        dry_run=notice.dry_run,
    )


@router.put("/days/{on}", responses=errors(400, 401, 403, 404, 409, 422))
def put_day(
    on: Annotated[date, Path(description="the day, as 2027-10-08")],
    given: DayIn,
    runtime: RuntimeDep,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
) -> ChangeOut:
    """Say what one day is (administrator); the calendar gets a new edition."""
    day = CalendarDay(on, given.kind, given.name, given.source)
    return change_calendar(
        runtime,
        session,
        person,
        lambda reading: plan_day(reading, day),
        language=language,
        now=now,
        reason=given.reason,
        dry_run=given.dry_run,
    )


@router.post("/moves", responses=errors(401, 403))
def post_moves(
    runtime: RuntimeDep, person: PersonDep, session: ReadingDep, now: NowDep
) -> MovedOut:
    """Move running clocks to where calendar and settings put them (administrator), 500 at a time.

    Repeat while `left` is not 0. Moving again moves nothing twice.
    """
    return move_clocks(runtime, session, person, now=now)
