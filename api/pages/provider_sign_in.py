"""Out to the identity provider and back."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.actions.provider_sign_in import come_back, leave
from api.deps import Runtime, RuntimeDep
from api.errors import IdentityUnknown, ProviderRefused, ProviderUnreachable
from api.pages.forms import local_path
from api.pages.sign_in import show_sign_in, signed_in

router = APIRouter(include_in_schema=False, prefix="/sign-in/provider")
COOKIE = "xinfang_provider"
SECONDS = 600
Text = Annotated[str, Query(max_length=4000)]


@router.get("")
async def provider_chosen(request: Request, runtime: RuntimeDep, next: str = "/") -> Response:
    """Send the browser to the provider."""
    onward = local_path(next)
    try:
        url, browser = await leave(runtime, _return_address(request, runtime), onward)
    except ProviderUnreachable as error:
        return show_sign_in(request, runtime, onward=onward, error=error)
    response = RedirectResponse(url, status_code=303)
    response.set_cookie(
        COOKIE,
        browser,
        max_age=SECONDS,
        path=router.prefix,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response


@router.get("/return", name="provider_returned")
async def provider_returned(
    request: Request, runtime: RuntimeDep, code: Text = "", state: Text = ""
) -> Response:
    """The provider sends the browser back; without a code when it refused."""
    try:
        person, token, _, onward = await come_back(
            runtime,
            code=code,
            state=state,
            browser=request.cookies.get(COOKIE, ""),
            redirect_uri=_return_address(request, runtime),
        )
    except (ProviderUnreachable, ProviderRefused, IdentityUnknown) as error:
        response = show_sign_in(request, runtime, onward="/", error=error)
    else:
        response = signed_in(request, runtime, person, token, onward)
    response.delete_cookie(COOKIE, path=router.prefix, httponly=True, samesite="lax")
    return response


def _return_address(request: Request, runtime: Runtime) -> str:
    return runtime.settings.oidc_redirect_uri or str(request.url_for("provider_returned"))
