"""Signing in and out."""

from fastapi import APIRouter, Request, Response

from api.actions.password import change_password
from api.actions.sign_in import clear_cookie, set_cookie, sign_in, sign_out
from api.deps import RuntimeDep, SessionDep, SignedInDep, TokenDep
from api.routes.responses import errors
from api.shapes.session import Credentials, NewPassword, SignedIn, Who, who

router = APIRouter(prefix="/api/session", tags=["session"])


@router.post("", responses=errors(400, 401, 403, 422, 429))
async def post_session(
    credentials: Credentials, request: Request, response: Response, runtime: RuntimeDep
) -> SignedIn:
    """Sign in: gives a bearer token and sets the same as a cookie."""
    person, token, expires_at = await sign_in(runtime, request, credentials)
    set_cookie(response, request, runtime, token)
    return SignedIn(**who(person).model_dump(), token=token, expires_at=expires_at)


@router.get("", responses=errors(401))
def get_session(person: SignedInDep) -> Who:
    """Who is signed in, and their groups."""
    return who(person)


@router.delete("", status_code=204, responses=errors(401, 403))
def delete_session(
    person: SignedInDep, token: TokenDep, response: Response, session: SessionDep
) -> None:
    """Sign out."""
    sign_out(session, token)
    clear_cookie(response)


@router.post("/password", status_code=204, responses=errors(400, 401, 403, 422, 429))
async def post_password(
    given: NewPassword, person: SignedInDep, token: TokenDep, runtime: RuntimeDep
) -> None:
    """Change one's own password; every other sign-in of the account ends."""
    await change_password(runtime, person, token, given)
