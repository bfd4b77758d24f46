"""The language switch."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from api.language import COOKIE
from api.pages.forms import local_path

router = APIRouter(include_in_schema=False)
YEAR_SECONDS = 365 * 24 * 3600


@router.post("/language")
def switch_language(
    to: Annotated[Literal["zh", "en"], Form()], next: Annotated[str, Form(max_length=2000)] = "/"
) -> Response:
    """Remember the language in this browser and go back to the page."""
    response = RedirectResponse(local_path(next), status_code=303)
    response.set_cookie(COOKIE, to, max_age=YEAR_SECONDS, samesite="lax", httponly=True)
    return response
