"""The sign-in page."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.sign_in import clear_cookie, set_cookie, sign_in, sign_out
from api.deps import PersonOrNone, Runtime, RuntimeDep, SessionDep, SignedInDep, TokenDep
from api.errors import ApiError, SignInLocked, status_of
from api.i18n import error_text, text
from api.language import COOKIE, Language, language_of
from api.pages.forms import local_path
from api.pages.render import render
from api.shapes.session import Credentials
from records.demo import BUREAU_ACCOUNTS, UNIT_ACCOUNTS
from records.people import Person
from records.sign_ins import SignInRefused
from settings import DEMO_PASSWORD

router = APIRouter(include_in_schema=False)


@router.get("/sign-in")
def sign_in_page(
    request: Request, runtime: RuntimeDep, person: PersonOrNone, next: str = "/"
) -> Response:
    """User name and password, or the identity provider."""
    if person:
        return RedirectResponse(local_path(next), status_code=303)
    return show_sign_in(request, runtime, onward=local_path(next))


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
    except (SignInRefused, SignInLocked, ValueError) as error:
        refused = SignInRefused() if isinstance(error, ValueError) else error
        return show_sign_in(request, runtime, onward=onward, user=user, error=refused)
    return signed_in(request, runtime, person, token, onward)


@router.post("/sign-out")
def sign_out_submitted(person: SignedInDep, token: TokenDep, session: SessionDep) -> Response:
    """Sign out, back to the sign-in page."""
    sign_out(session, token)
    response = RedirectResponse("/sign-in", status_code=303)
    clear_cookie(response)
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


def show_sign_in(
    request: Request,
    runtime: Runtime,
    *,
    onward: str,
    user: str = "",
    error: Exception | None = None,
) -> Response:
    """The page, with what is wrong where something is."""
    language = language_of(request)
    response = render(
        request,
        "sign_in.html",
        status_of(error) if error else 200,
        next=onward,
        user=user,
        fault=error_text(language, error) if error else "",
        provider=_provider_name(runtime, language),
        demo=_demo(runtime),
    )
    if isinstance(error, ApiError):
        response.headers.update(error.headers)
    return response


def signed_in(
    request: Request, runtime: Runtime, person: Person, token: str, onward: str
) -> Response:
    """Go on, signed in, in the person's language where none was chosen in this browser."""
    response = RedirectResponse(onward, status_code=303)
    set_cookie(response, request, runtime, token)
    if COOKIE not in request.cookies:
        response.set_cookie(COOKIE, person.language, samesite="lax", httponly=True)
    return response


def _provider_name(runtime: Runtime, language: Language) -> str:
    """What the provider is called here; empty where there is none."""
    if runtime.provider is None:
        return ""
    return runtime.settings.oidc_name or text(language, "sign_in.provider")


def _demo(runtime: Runtime) -> dict[str, object] | None:
    """Accounts and password to try; None outside demo mode."""
    if not runtime.settings.demo:
        return None
    accounts = [
        *((user, role) for user, (_, role) in BUREAU_ACCOUNTS.items()),
        *((f"{prefix}_zj", role) for prefix, (_, role) in UNIT_ACCOUNTS.items()),
    ]
    return {"accounts": accounts, "password": DEMO_PASSWORD}
