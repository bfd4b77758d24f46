"""Messages to the person who is signed in, and their own settings."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.own_settings import keep_own_settings
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, RuntimeDep, SessionDep
from api.queries.notifications import notification_page
from api.queries.own_settings import own_settings
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.common import LARGEST_KEY
from api.shapes.notification import NotificationPage, OwnSettings, OwnSettingsOut, ReadUntil
from records.notifications.inbox import mark_all_read, mark_read

router = APIRouter(prefix="/api", tags=["notifications"])
NotificationId = Annotated[int, Path(ge=0, le=LARGEST_KEY, description="id of the message")]


@router.get("/notifications", responses=errors(401, 422))
def get_notifications(
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> NotificationPage:
    """Your messages, newest first, and how many you have not read."""
    return notification_page(session, person, limit=limit, cursor=cursor, language=language)


@router.post("/notifications/read", status_code=204, responses=errors(400, 401, 403, 422))
def post_read(wanted: ReadUntil, person: PersonDep, session: SessionDep, now: NowDep) -> None:
    """Mark your messages as read, up to the newest one that you saw."""
    mark_all_read(session, person, until=wanted.until, now=now)


@router.post(
    "/notifications/{notification_id}/read", status_code=204, responses=errors(401, 403, 404)
)
def post_one_read(
    notification_id: NotificationId, person: PersonDep, session: SessionDep, now: NowDep
) -> None:
    """Mark one of your messages as read."""
    mark_read(session, person, notification_id, now=now)


@router.get("/settings", responses=errors(401))
def get_settings(person: PersonDep, session: ReadingDep, runtime: RuntimeDep) -> OwnSettingsOut:
    """Your own settings: addresses, what you are told how, large type, keys."""
    return own_settings(session, person, runtime.settings)


@router.put("/settings", responses=errors(400, 401, 403, 422))
def put_settings(
    wanted: OwnSettings, person: PersonDep, session: SessionDep, runtime: RuntimeDep
) -> OwnSettingsOut:
    """Change your own settings, all at once."""
    keep_own_settings(session, person, wanted)
    session.flush()
    return own_settings(session, person, runtime.settings)
