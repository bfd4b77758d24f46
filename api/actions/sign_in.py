"""Signing in. The password is checked in a thread, outside any transaction, two at a time."""

from datetime import datetime, timedelta

from fastapi import Request, Response
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.deps import COOKIE, Runtime, read_briefly, write_briefly
from api.errors import ForeignRequest, SignInLocked
from api.same_origin import is_from_elsewhere
from api.shapes.common import shanghai
from api.shapes.session import Credentials
from records.lock_out import begin_try, forget_failures
from records.models import User
from records.people import Person, person_of
from records.sign_ins import SignInRefused, close_sign_in, find_user, open_sign_in, verify_password


async def sign_in(
    runtime: Runtime, request: Request, credentials: Credentials
) -> tuple[Person, str, datetime]:
    """The person, their new token, and when it ends.

    Raises SignInRefused, SignInLocked, ForeignRequest (another site sent the form).
    """
    if is_from_elsewhere(request):
        raise ForeignRequest
    settings, now = runtime.settings, runtime.machine_clock.now()
    locked = await write_briefly(
        runtime, lambda session: begin_try(session, credentials.user, now=now)
    )
    if locked:
        raise locked_out(locked, now)
    user = await read_briefly(
        runtime, lambda session: find_user(session, credentials.user, demo=settings.demo)
    )
    async with runtime.verifying:
        is_right = await run_in_threadpool(verify_password, user, credentials.password)
    if user is None or not is_right:
        raise SignInRefused
    return await begin(runtime, user, typed=credentials.user)


async def begin(
    runtime: Runtime, user: User, *, typed: str | None = None
) -> tuple[Person, str, datetime]:
    """Begin a sign-in of somebody who has shown who they are; failures under `typed` are over."""
    hours, now = runtime.settings.session_hours, runtime.machine_clock.now()
    today = shanghai(runtime.clock.now()).date()

    def write(session: Session) -> tuple[Person, str]:
        if typed is not None:
            forget_failures(session, typed)
        token = open_sign_in(session, user, hours=hours, now=now)
        return person_of(session, user, on=today), token

    person, token = await write_briefly(runtime, write)
    return person, token, now + timedelta(hours=hours)


def locked_out(until: datetime, now: datetime) -> SignInLocked:
    """The refusal of a locked name, which says how long."""
    seconds = max(1, int((until - now).total_seconds()))
    return SignInLocked(minutes=-(-seconds // 60), headers={"Retry-After": str(seconds)})


def sign_out(session: Session, token: str | None) -> None:
    """End the sign-in of this token."""
    if token:
        close_sign_in(session, token)


def set_cookie(response: Response, request: Request, runtime: Runtime, token: str) -> None:
    """Keep the token where no script can read it."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=runtime.settings.session_hours * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def clear_cookie(response: Response) -> None:
    """Forget the token."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")
