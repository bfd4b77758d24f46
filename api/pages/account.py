"""One's own account: roles, password, absences."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from api.actions.password import change_password
from api.deps import (
    LanguageDep,
    NowDep,
    PersonDep,
    ReadingDep,
    RuntimeDep,
    SessionDep,
    SignedInDep,
    TokenDep,
    read_briefly,
)
from api.errors import SignInLocked, status_of
from api.i18n import error_text, text
from api.pages.absence_form import TypedAbsence, TypedAbsenceDep, enter_typed
from api.pages.forms import local_path
from api.pages.render import render
from api.queries.account import Account, account_view
from api.routes.absences import AbsenceId
from api.shapes.common import shanghai
from api.shapes.session import NewPassword
from records.absences import end_absence
from records.passwords import PasswordUnfit, PasswordWrong

router = APIRouter(include_in_schema=False, prefix="/account")
DONE = ("password", "absence", "ended")


@router.get("")
def account_page(
    request: Request,
    person: SignedInDep,
    session: ReadingDep,
    language: LanguageDep,
    now: NowDep,
    next: str = "",
    done: str = "",
) -> Response:
    """Who I am here, my password, and who stands in for whom."""
    said = text(language, f"account.done_{done}") if done in DONE else ""
    view = account_view(session, person, language, shanghai(now).date())
    return _page(request, view, onward=next, said=said)


@router.post("/password")
async def password_submitted(
    request: Request,
    runtime: RuntimeDep,
    person: SignedInDep,
    token: TokenDep,
    language: LanguageDep,
    now: NowDep,
    current: Annotated[str, Form(max_length=1000)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    again: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Change the password; then on to where one wanted to go."""
    status, fault = 422, ""
    try:
        if password == again:
            given = NewPassword(current=current, password=password)
            await change_password(runtime, person, token, given)
        else:
            fault = text(language, "account.not_the_same")
    except ValidationError:
        fault = error_text(language, PasswordUnfit())
    except (PasswordUnfit, PasswordWrong, SignInLocked) as error:
        status, fault = status_of(error), error_text(language, error)
    if fault:
        today = shanghai(now).date()
        view = await read_briefly(
            runtime, lambda session: account_view(session, person, language, today)
        )
        return _page(request, view, status, onward=next, password_fault=fault)
    onward = local_path(next) if next else "/account?done=password"
    return RedirectResponse(onward, status_code=303)


@router.post("/absences")
def absence_submitted(
    request: Request,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    typed: TypedAbsenceDep,
) -> Response:
    """Enter an absence."""
    status, fault = enter_typed(session, person, typed, language=language, now=now)
    if not fault:
        return RedirectResponse("/account?done=absence#absences", status_code=303)
    view = account_view(session, person, language, shanghai(now).date())
    return _page(request, view, status, absence_fault=fault, typed=typed)


@router.post("/absences/{absence_id}/end")
def absence_ended(
    absence_id: AbsenceId, person: PersonDep, session: SessionDep, now: NowDep
) -> Response:
    """End an absence or call it off."""
    end_absence(session, person, absence_id, now=now)
    return RedirectResponse("/account?done=ended#absences", status_code=303)


def _page(
    request: Request,
    account: Account,
    status: int = 200,
    *,
    onward: str = "",
    said: str = "",
    password_fault: str = "",
    absence_fault: str = "",
    typed: TypedAbsence | None = None,
) -> Response:
    return render(
        request,
        "account.html",
        status,
        account=account,
        absences=account.absences,
        choices=account.choices,
        act_at="/account/absences",
        next=local_path(onward) if onward else "",
        said=said,
        password_fault=password_fault,
        absence_fault=absence_fault,
        typed=typed or TypedAbsence(),
    )
