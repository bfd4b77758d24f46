"""Administration of people and their roles. For who is no administrator there is nothing here."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.actions.admin import change_person, create_person, give_password
from api.deps import AdministratorDep, NowDep, ReadingDep, RuntimeDep, SessionDep
from api.queries.admin import account, people_page
from api.routes.params import Cursor, Limit
from api.routes.responses import errors
from api.shapes.admin import Opening, People, PersonChange, PersonIn, PersonMade, PersonOut
from api.shapes.common import Code, Search
from records.accounts import grant_role, revoke_role, set_active

router = APIRouter(prefix="/api/admin/people", tags=["administration"])
UserId = Annotated[str, Path(max_length=60)]
Part = Annotated[str, Path(max_length=60)]


@router.get("", responses=errors(401, 404, 422))
def get_people(
    person: AdministratorDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    q: Annotated[Search | None, Query(description="part of id or name")] = None,
    unit: Annotated[Code | None, Query(description="with a role in this unit")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> People:
    """Accounts by id."""
    now = runtime.machine_clock.now()
    people, following = people_page(session, q=q, unit=unit, limit=limit, cursor=cursor, now=now)
    return People(people=people, next=following)


@router.post("", status_code=201, responses=errors(400, 401, 404, 409, 422))
async def post_person(
    given: PersonIn, person: AdministratorDep, runtime: RuntimeDep, now: NowDep
) -> PersonMade:
    """A new account; its temporary password is in this answer and nowhere else."""
    return await create_person(runtime, person, given, now=now)


@router.get("/{user_id}", responses=errors(401, 404))
def get_account(
    user_id: UserId, person: AdministratorDep, session: ReadingDep, runtime: RuntimeDep
) -> PersonOut:
    """One account."""
    return account(session, user_id, now=runtime.machine_clock.now())


@router.put("/{user_id}", responses=errors(400, 401, 404, 409, 422))
def put_person(
    user_id: UserId,
    given: PersonChange,
    person: AdministratorDep,
    session: SessionDep,
    runtime: RuntimeDep,
    now: NowDep,
) -> PersonOut:
    """Change name and identifier at the identity provider."""
    change_person(session, person, user_id, given, now=now)
    return account(session, user_id, now=runtime.machine_clock.now())


@router.put("/{user_id}/active", responses=errors(400, 401, 404, 409, 422))
def put_active(
    user_id: UserId,
    given: Opening,
    person: AdministratorDep,
    session: SessionDep,
    runtime: RuntimeDep,
    now: NowDep,
) -> PersonOut:
    """Close the account, which ends its sign-ins, or open it again."""
    set_active(
        session,
        user_id,
        is_active=given.is_active,
        demo=runtime.settings.demo,
        actor=person.id,
        now=now,
    )
    return account(session, user_id, now=runtime.machine_clock.now())


@router.post("/{user_id}/password", responses=errors(401, 404))
async def post_password(
    user_id: UserId, person: AdministratorDep, runtime: RuntimeDep, now: NowDep
) -> PersonMade:
    """A new temporary password: sign-ins end, a lock is taken off."""
    return await give_password(runtime, person, user_id, now=now)


@router.put("/{user_id}/roles/{role}/{unit}", responses=errors(401, 404, 422))
def put_role(
    user_id: UserId,
    role: Part,
    unit: Part,
    person: AdministratorDep,
    session: SessionDep,
    runtime: RuntimeDep,
    now: NowDep,
) -> PersonOut:
    """Give a role in a unit; giving it twice is harmless."""
    grant_role(session, user_id, role, unit, actor=person.id, now=now)
    session.flush()
    return account(session, user_id, now=runtime.machine_clock.now())


@router.delete("/{user_id}/roles/{role}/{unit}", responses=errors(401, 404, 409))
def delete_role(
    user_id: UserId,
    role: Part,
    unit: Part,
    person: AdministratorDep,
    session: SessionDep,
    runtime: RuntimeDep,
    now: NowDep,
) -> PersonOut:
    """Take a role away. The last administrator stays one."""
    demo = runtime.settings.demo
    revoke_role(session, user_id, role, unit, demo=demo, actor=person.id, now=now)
    session.flush()
    return account(session, user_id, now=runtime.machine_clock.now())
