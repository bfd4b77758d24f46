"""Administration: the list of people, and one account with its roles."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlmodel import Session

from api.actions.admin import change_person, create_person, give_password
from api.deps import (
    AdministratorDep,
    LanguageDep,
    NowDep,
    ReadingDep,
    Runtime,
    RuntimeDep,
    SessionDep,
    read_briefly,
)
from api.errors import status_of
from api.i18n import error_text, text
from api.pages.render import render
from api.queries.admin import account, people_page, unit_tree
from api.routes.admin import UserId
from api.routes.params import Cursor
from api.shapes.admin import PersonChange, PersonIn, PersonMade, PersonOut, UnitOut
from api.shapes.common import Code, Search
from records.accounts import AccountInvalid, grant_role, revoke_role, set_active
from records.errors import RecordsError
from records.people import ROLES

router = APIRouter(include_in_schema=False, prefix="/admin/people")
ROWS = 50
Act = Literal["changed", "closed", "opened", "granted", "revoked"]
DONE = get_args(Act)
Id = Annotated[str, Form(max_length=60)]
Name = Annotated[str, Form(max_length=255)]


@dataclass(frozen=True)
class TypedPerson:
    """What was typed about a new account."""

    user: str = ""
    name: str = ""
    subject: str = ""


@router.get("")
def people_listed(
    request: Request,
    person: AdministratorDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    q: Annotated[Search | None, Query()] = None,
    unit: Annotated[Code | None, Query()] = None,
    cursor: Cursor = None,
) -> Response:
    """Accounts, and a form for a new one."""
    return _list(request, session, runtime, q=q or "", unit=unit or "", cursor=cursor)


@router.post("")
async def person_submitted(
    request: Request,
    person: AdministratorDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
    user: Id = "",
    name: Name = "",
    subject: Name = "",
    has_password: Annotated[bool, Form()] = False,
) -> Response:
    """A new account; the page shows its temporary password this once."""
    typed = TypedPerson(user, name, subject)
    try:
        given = PersonIn(
            id=user.strip(), name=name, subject=subject or None, has_password=has_password
        )
        made = await create_person(runtime, person, given, now=now)
    except (RecordsError, ValidationError) as problem:
        error = AccountInvalid() if isinstance(problem, ValidationError) else problem
        fault = error_text(language, error)
        return await read_briefly(
            runtime,
            lambda session: _list(
                request, session, runtime, status=status_of(error), fault=fault, typed=typed
            ),
        )
    return await _shown(request, runtime, made)


@router.get("/{user_id}")
def person_opened(
    request: Request,
    user_id: UserId,
    person: AdministratorDep,
    session: ReadingDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    done: str = "",
) -> Response:
    """One account."""
    said = text(language, f"admin.done_{done}") if done in DONE else ""
    shown = account(session, user_id, now=runtime.machine_clock.now())
    return _page(request, shown, unit_tree(session), said=said)


@router.post("/{user_id}/password")
async def password_given(
    request: Request, user_id: UserId, person: AdministratorDep, runtime: RuntimeDep, now: NowDep
) -> Response:
    """A new temporary password, shown this once."""
    return await _shown(request, runtime, await give_password(runtime, person, user_id, now=now))


@router.post("/{user_id}")
def person_changed(
    request: Request,
    user_id: UserId,
    person: AdministratorDep,
    session: SessionDep,
    runtime: RuntimeDep,
    language: LanguageDep,
    now: NowDep,
    act: Annotated[Act, Form()],
    name: Name = "",
    subject: Name = "",
    role: Id = "",
    unit: Id = "",
) -> Response:
    """One change of the account."""
    demo, by = runtime.settings.demo, person.id
    try:
        with session.begin_nested():
            match act:
                case "changed":
                    given = PersonChange(name=name, subject=subject or None)
                    change_person(session, person, user_id, given, now=now)
                case "closed" | "opened":
                    is_active = act == "opened"
                    set_active(session, user_id, is_active=is_active, demo=demo, actor=by, now=now)
                case "granted":
                    grant_role(session, user_id, role, unit, actor=by, now=now)
                case "revoked":
                    revoke_role(session, user_id, role, unit, demo=demo, actor=by, now=now)
    except (RecordsError, ValidationError) as problem:
        error = AccountInvalid() if isinstance(problem, ValidationError) else problem
        shown = account(session, user_id, now=runtime.machine_clock.now())
        fault = error_text(language, error)
        return _page(request, shown, unit_tree(session), status_of(error), fault=fault)
    return RedirectResponse(f"/admin/people/{user_id}?done={act}", status_code=303)


def _list(
    request: Request,
    session: Session,
    runtime: Runtime,
    *,
    q: str = "",
    unit: str = "",
    cursor: str | None = None,
    status: int = 200,
    fault: str = "",
    typed: TypedPerson = TypedPerson(),
) -> Response:
    people, following = people_page(
        session,
        q=q or None,
        unit=unit or None,
        limit=ROWS,
        cursor=cursor,
        now=runtime.machine_clock.now(),
    )
    asked = {"q": q, "unit": unit, "cursor": following}
    return render(
        request,
        "admin_people.html",
        status,
        people=people,
        units=unit_tree(session),
        q=q,
        unit=unit,
        following=f"/admin/people?{urlencode(asked)}" if following else None,
        fault=fault,
        typed=typed,
    )


async def _shown(request: Request, runtime: Runtime, made: PersonMade) -> Response:
    units = await read_briefly(runtime, unit_tree)
    return _page(request, made, units, secret=made.password or "")


def _page(
    request: Request,
    shown: PersonOut,
    units: list[UnitOut],
    status: int = 200,
    *,
    said: str = "",
    fault: str = "",
    secret: str = "",
) -> Response:
    return render(
        request,
        "admin_person.html",
        status,
        account=shown,
        units=units,
        roles=ROLES,
        said=said,
        fault=fault,
        secret=secret,
    )
