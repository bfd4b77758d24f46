"""Signing in. The password is checked in a thread, outside any transaction, two at a time."""

from datetime import datetime, timedelta

from fastapi import Request, Response
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.deps import COOKIE, Runtime, read_briefly
from api.errors import ForeignRequest
from api.same_origin import is_from_elsewhere
from api.shapes.session import Credentials
from records.people import (
    Person,
    SignInRefused,
    close_sign_in,
    find_user,
    open_sign_in,
    person_of,
    verify_password,
)


async def sign_in(
    runtime: Runtime, request: Request, credentials: Credentials
) -> tuple[Person, str, datetime]:
    """The person, their new token, and when it ends.

    Raises SignInRefused, TooManyAttempts, ForeignRequest (another site sent the form).
    """
    if is_from_elsewhere(request):
        raise ForeignRequest
    address = request.client.host if request.client else ""
    runtime.attempts.begin(credentials.user, address)
    settings, now = runtime.settings, runtime.machine_clock.now()
    user = await read_briefly(
        runtime, lambda session: find_user(session, credentials.user, demo=settings.demo)
    )
    async with runtime.verifying:
        is_right = await run_in_threadpool(verify_password, user, credentials.password)
    if user is None or not is_right:
        raise SignInRefused
    runtime.attempts.succeeded(credentials.user, address)

    def begin() -> tuple[Person, str]:
        with runtime.database.transaction() as session:
            token = open_sign_in(session, user, hours=settings.session_hours, now=now)
            return person_of(session, user), token

    async with runtime.writing, runtime.slots:
        person, token = await run_in_threadpool(begin)
    return person, token, now + timedelta(hours=settings.session_hours)


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
