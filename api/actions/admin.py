"""What administrators change. Passwords are hashed in a thread, outside the transaction."""

from datetime import datetime

from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from api.deps import Runtime, write_briefly
from api.queries.admin import account
from api.shapes.admin import PersonChange, PersonIn, PersonMade, UnitIn
from api.shapes.common import shanghai
from records.accounts import (
    change_account,
    create_account,
    reset_password,
)
from records.passwords import new_temporary_password
from records.people import Person
from records.sign_ins import hash_password
from records.unit_admin import NewUnit, add_unit


async def create_person(
    runtime: Runtime, person: Person, given: PersonIn, *, now: datetime
) -> PersonMade:
    """A new account with its temporary password. Raises what create_account raises."""
    password, hashed = await _temporary(runtime) if given.has_password else (None, "")

    def write(session: Session) -> PersonMade:
        create_account(
            session,
            given.id,
            given.name,
            password_hash=hashed,
            subject=given.subject,
            actor=person.id,
            now=now,
        )
        return _made(session, runtime, given.id, password)

    return await write_briefly(runtime, write)


async def give_password(
    runtime: Runtime, person: Person, user_id: str, *, now: datetime
) -> PersonMade:
    """A new temporary password, shown once. Raises AccountNotFound."""
    password, hashed = await _temporary(runtime)

    def write(session: Session) -> PersonMade:
        reset_password(session, user_id, hashed, actor=person.id, now=now)
        return _made(session, runtime, user_id, password)

    return await write_briefly(runtime, write)


def change_person(
    session: Session, person: Person, user_id: str, given: PersonChange, *, now: datetime
) -> None:
    """Name and identifier. Raises what change_account raises."""
    change_account(
        session, user_id, name=given.name, subject=given.subject, actor=person.id, now=now
    )


def create_unit(session: Session, person: Person, given: UnitIn, *, now: datetime) -> None:
    """A new unit. Raises what add_unit raises."""
    new = NewUnit(**given.model_dump(exclude={"parent"}), parent_id=given.parent)
    add_unit(session, new, actor=person.id, now=now, today=shanghai(now).date())


async def _temporary(runtime: Runtime) -> tuple[str, str]:
    password = new_temporary_password()
    async with runtime.verifying:
        return password, await run_in_threadpool(hash_password, password)


def _made(session: Session, runtime: Runtime, user_id: str, password: str | None) -> PersonMade:
    session.flush()
    made = account(session, user_id, now=runtime.machine_clock.now())
    return PersonMade(**made.model_dump(), password=password)
