"""The list of messages, and the bell that renews itself."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.pages.render import render
from api.queries.notifications import notification_page, place_of
from api.routes.notifications import NotificationId
from api.routes.params import Cursor
from api.shapes.common import LARGEST_KEY
from records.notifications.inbox import mark_all_read, mark_read

router = APIRouter(include_in_schema=False, prefix="/notifications")
ROWS = 25


@router.get("")
def notifications_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    cursor: Cursor = None,
) -> Response:
    """What this person has been told, newest first."""
    page = notification_page(session, person, limit=ROWS, cursor=cursor, language=language)
    return render(request, "notifications.html", page=page)


@router.get("/bell")
def bell(request: Request, person: PersonDep) -> Response:
    """The bell alone, for a page that stays open."""
    return render(request, "_bell.html")


@router.post("/read")
def read_submitted(
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    until: Annotated[int, Form(ge=0, le=LARGEST_KEY)],
) -> Response:
    """Mark as read all up to the newest one that stood on the page."""
    mark_all_read(session, person, until=until, now=now)
    return RedirectResponse("/notifications", status_code=303)


@router.post("/{notification_id}/open")
def opened(
    notification_id: NotificationId, person: PersonDep, session: SessionDep, now: NowDep
) -> Response:
    """Mark one as read and go to what it is about."""
    found = mark_read(session, person, notification_id, now=now)
    return RedirectResponse(place_of(session, found), status_code=303)
