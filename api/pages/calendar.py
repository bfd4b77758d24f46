"""The page of the work calendar: a year, the horizon, and loading the next notice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.actions.calendar import (
    change_calendar,
    may_change_calendar,
    move_clocks,
)
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep
from api.errors import ApiError, RoleMissing, status_of
from api.i18n import error_text, text
from api.language import Language
from api.pages.render import render
from api.queries.calendar import calendar_view
from api.queries.calendar_grid import year_grid
from api.shapes.calendar import ChangeOut
from api.shapes.common import is_storable, shanghai
from law.errors import LawError
from records.calendar import load_calendar, plan_notice
from records.errors import RecordsError
from records.people import Person

router = APIRouter(include_in_schema=False, prefix="/calendar")
FIRST_YEAR, LAST_YEAR = 1950, 2100
LONGEST_NOTICE = 200_000
DONE = ("loaded", "unchanged", "moved")


@dataclass
class Notice:
    """What the administrator has typed, and what is wrong with it or would come of it."""

    text: str = ""
    source: str = ""
    fault: str = ""
    preview: ChangeOut | None = None


@router.get("")
def calendar_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    year: Annotated[int | None, Query(ge=FIRST_YEAR, le=LAST_YEAR)] = None,
    done: str = "",
    count: Annotated[int, Query(ge=0)] = 0,
    left: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """A year; everybody who has signed in may look."""
    said = text(language, f"calendar.done_{done}", count=count) if done in DONE else ""
    shown = year or shanghai(now).year
    return _page(request, person, session, language, now, shown, Notice(), said=said, left=left)


@router.post("/notices")
def notice_submitted(
    request: Request,
    runtime: RuntimeDep,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    file: Annotated[UploadFile | None, File()] = None,
    notice: Annotated[str, Form(max_length=LONGEST_NOTICE)] = "",
    source: Annotated[str, Form(max_length=200)] = "",
    confirmed: Annotated[bool, Form()] = False,
) -> Response:
    """Show what the notice would change; load it once that is confirmed."""
    if not may_change_calendar(person):
        raise RoleMissing
    given = Notice(notice.strip(), source.strip())
    status, shown = 200, shanghai(now).year
    try:
        given.text = _content(file) or given.text
        change = change_calendar(
            runtime,
            session,
            person,
            lambda reading: plan_notice(reading, given.text, given.source),
            language=language,
            now=now,
            dry_run=not confirmed,
        )
    except UnreadableFile:
        given.fault, status = text(language, "calendar.not_utf8"), 422
    except (LawError, RecordsError, ApiError) as error:
        given.fault, status = error_text(language, error), status_of(error)
    else:
        shown = max((day.date.year for day in change.changes), default=shown)
        if confirmed or not change.changes:
            done = "loaded" if change.changes else "unchanged"
            left = change.clocks_total
            target = f"/calendar?year={shown}&done={done}&count={len(change.changes)}&left={left}"
            return RedirectResponse(target, status_code=303)
        given.preview = change
    return _page(request, person, session, language, now, shown, given, status=status)


@router.post("/clocks")
def move_submitted(
    runtime: RuntimeDep, person: PersonDep, session: ReadingDep, now: NowDep
) -> Response:
    """Move running clocks to where the newest calendar puts them, so many at a time."""
    moved = move_clocks(runtime, session, person, now=now)
    target = f"/calendar?done=moved&count={moved.moved}&left={moved.left}"
    return RedirectResponse(target, status_code=303)


class UnreadableFile(Exception):
    """The file is not UTF-8, or holds characters that no text has."""


def _content(file: UploadFile | None) -> str:
    """The text of the file, empty without one. Raises UnreadableFile."""
    if file is None or not file.filename:
        return ""
    try:
        content = file.file.read(4 * LONGEST_NOTICE).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile from None
    if not is_storable(content):
        raise UnreadableFile
    return content.strip()


def _page(
    request: Request,
    person: Person,
    session: Session,
    language: Language,
    now: datetime,
    year: int,
    notice: Notice,
    *,
    status: int = 200,
    said: str = "",
    left: int = 0,
) -> Response:
    today = shanghai(now).date()
    grid = year_grid(load_calendar(session), year, today, english=language == "en")
    return render(
        request,
        "calendar.html",
        status,
        calendar=calendar_view(session, year, language, today),
        months=grid,
        this_year=today.year,
        years=[one for one in (year - 1, year + 1) if FIRST_YEAR <= one <= LAST_YEAR],
        may_change=may_change_calendar(person),
        notice=notice,
        said=said,
        left=left if may_change_calendar(person) else 0,
    )
