"""Changing one's own password: checked and hashed in a thread, outside the transaction."""

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.actions.sign_in import locked_out
from api.deps import Runtime, read_briefly, write_briefly
from api.errors import NotSignedIn
from api.shapes.session import NewPassword
from records import audit
from records.lock_out import begin_try, forget_failures
from records.models import User
from records.passwords import (
    PasswordUnchanged,
    PasswordWrong,
    check_new_password,
    set_password,
)
from records.people import Person
from records.sign_ins import close_sign_ins, find_user, hash_password, verify_password


async def change_password(
    runtime: Runtime, person: Person, token: str | None, given: NewPassword
) -> None:
    """Keep the new password; other sign-ins of the person end.

    Raises PasswordWrong, PasswordUnfit and its kinds, SignInLocked after wrong guesses.
    """
    now, demo = runtime.machine_clock.now(), runtime.settings.demo
    # Whoever sits at an open page must not guess the password here either.
    locked = await write_briefly(runtime, lambda session: begin_try(session, person.id, now=now))
    if locked:
        raise locked_out(locked, now)
    user = await read_briefly(runtime, lambda session: find_user(session, person.id, demo=demo))
    async with runtime.verifying:
        is_right = await run_in_threadpool(verify_password, user, given.current)
    if not is_right:
        raise PasswordWrong
    await write_briefly(runtime, lambda session: forget_failures(session, person.id))
    await run_in_threadpool(check_new_password, given.password, user_id=person.id, name=person.name)
    if given.password == given.current:
        raise PasswordUnchanged
    async with runtime.verifying:
        hashed = await run_in_threadpool(hash_password, given.password)
    moment = runtime.clock.now()

    def write(session: Session) -> None:
        kept = session.get(User, person.id, with_for_update=True)
        if kept is None or user is None or kept.password_hash != user.password_hash:
            raise NotSignedIn
        set_password(session, kept, hashed, is_temporary=False)
        close_sign_ins(session, person.id, but=token)
        audit.record(
            session, now=moment, actor=person.id, action="change_password", represents=None
        )

    await write_briefly(runtime, write)
