"""The page 我的设置, and the switch for large type in the head of every page."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api.actions.own_settings import keep_own_settings, keep_type_size
from api.deps import (
    LanguageDep,
    PersonDep,
    PersonOrNone,
    ReadingDep,
    RuntimeDep,
    write_briefly,
)
from api.i18n import text
from api.language import Language
from api.pages.forms import local_path
from api.pages.render import LARGE_COOKIE, render
from api.queries.own_settings import own_settings, sending_channels
from api.shapes.notification import Choice, OwnSettings, OwnSettingsOut
from records.models.notification import Channel, NotificationKind

router = APIRouter(include_in_schema=False)
YEAR_SECONDS = 365 * 24 * 3600


@router.get("/settings")
def settings_page(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    done: str | None = None,
) -> Response:
    """What this person has set."""
    return _page(request, own_settings(session, person, runtime.settings), done=bool(done))


@router.post("/settings")
async def settings_submitted(
    request: Request,
    person: PersonDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    email: Annotated[str, Form(max_length=300)] = "",
    mobile: Annotated[str, Form(max_length=100)] = "",
    told: Annotated[list[str], Form(max_length=60)] = [],  # noqa: B006 - FastAPI copies it
    is_large: Annotated[bool, Form()] = False,
    has_shortcuts: Annotated[bool, Form()] = False,
) -> Response:
    """Keep them; a box that is not ticked is not sent, so it is off."""
    choices = [
        Choice(kind=kind, channel=channel, is_on=f"{kind}:{channel}" in told)
        for kind in NotificationKind
        for channel in Channel
    ]
    rest = {"is_large": is_large, "has_shortcuts": has_shortcuts}
    try:
        wanted = OwnSettings(email=email, mobile=mobile, choices=choices, **rest)
    except ValidationError as error:
        shown = OwnSettingsOut(choices=choices, sending=sending_channels(runtime.settings), **rest)
        # What was typed stands in the field again, faulty as it is.
        shown.email, shown.mobile = email, mobile
        return _page(request, shown, faults=_faults(error, language), status=422)
    await write_briefly(runtime, lambda session: keep_own_settings(session, person, wanted))
    answer = RedirectResponse("/settings?done=1", status_code=303)
    _remember_size(answer, is_large=is_large)
    return answer


@router.post("/large-type")
async def switch_type_size(
    person: PersonOrNone,
    runtime: RuntimeDep,
    to: Annotated[bool, Form()],
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Large type on or off: for the person, and in this browser for who is not signed in."""
    if person is not None:
        await write_briefly(runtime, lambda session: keep_type_size(session, person, is_large=to))
    answer = RedirectResponse(local_path(next), status_code=303)
    _remember_size(answer, is_large=to)
    return answer


def _remember_size(answer: Response, *, is_large: bool) -> None:
    if is_large:
        answer.set_cookie(LARGE_COOKIE, "1", max_age=YEAR_SECONDS, samesite="lax", httponly=True)
    else:
        answer.delete_cookie(LARGE_COOKIE, samesite="lax", httponly=True)


def _faults(error: ValidationError, language: Language) -> dict[str, str]:
    keys = {str(fault["loc"][0]) for fault in error.errors(include_input=False)}
    return {key: text(language, f"settings.bad_{key}") for key in keys & {"email", "mobile"}}


def _page(
    request: Request,
    shown: OwnSettingsOut,
    *,
    done: bool = False,
    faults: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    return render(
        request,
        "settings.html",
        status,
        own=shown,
        kinds=list(NotificationKind),
        channels=list(Channel),
        on={(one.kind, one.channel): one.is_on for one in shown.choices},
        done=done,
        faults=faults or {},
    )
