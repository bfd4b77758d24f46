"""The sign-in page."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.sign_in import clear_cookie, set_cookie, sign_in, sign_out
from api.deps import PersonDep, PersonOrNone, RuntimeDep, SessionDep, TokenDep
from api.errors import TooManyAttempts
from api.i18n import error_text
from api.language import COOKIE, language_of
from api.pages.forms import local_path
from api.pages.render import render
from api.shapes.session import Credentials
from records.demo import BUREAU_ACCOUNTS, UNIT_ACCOUNTS
from records.people import SignInRefused
from settings import DEMO_PASSWORD

router = APIRouter(include_in_schema=False)
TEMPLATE = "sign_in.html"


@router.get("/sign-in")
def sign_in_page(
    request: Request, runtime: RuntimeDep, person: PersonOrNone, next: str = "/"
) -> Response:
    """User name and password."""
    if person:
        return RedirectResponse(local_path(next), status_code=303)
    return render(request, TEMPLATE, next=local_path(next), user="", fault="", demo=_demo(runtime))


@router.post("/sign-in")
async def sign_in_submitted(
    request: Request,
    runtime: RuntimeDep,
    user: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Sign in and go on; what was typed stays when it was wrong, but for the password."""
    onward = local_path(next)
    try:
        credentials = Credentials(user=user.strip(), password=password)
        person, token, _ = await sign_in(runtime, request, credentials)
    except (SignInRefused, TooManyAttempts, ValueError) as error:
        refused = SignInRefused() if isinstance(error, ValueError) else error
        fault = error_text(language_of(request), refused)
        status = 429 if isinstance(error, TooManyAttempts) else 401
        return render(
            request, TEMPLATE, status, next=onward, user=user, fault=fault, demo=_demo(runtime)
        )
    response = RedirectResponse(onward, status_code=303)
    set_cookie(response, request, runtime, token)
    if COOKIE not in request.cookies:
        response.set_cookie(COOKIE, person.language, samesite="lax", httponly=True)
    return response


@router.post("/sign-out")
def sign_out_submitted(person: PersonDep, token: TokenDep, session: SessionDep) -> Response:
    """Sign out, back to the sign-in page."""
    sign_out(session, token)
    response = RedirectResponse("/sign-in", status_code=303)
    clear_cookie(response)
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


def _demo(runtime: RuntimeDep) -> dict[str, object] | None:
    """Accounts and password to try; None outside demo mode."""
    if not runtime.settings.demo:
        return None
    accounts = [
        *((user, role) for user, (_, role) in BUREAU_ACCOUNTS.items()),
        *((f"{prefix}_zj", role) for prefix, (_, role) in UNIT_ACCOUNTS.items()),
    ]
    return {"accounts": accounts, "password": DEMO_PASSWORD}
