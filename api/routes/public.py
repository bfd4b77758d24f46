"""The petitioner's own look at a petition, by query code and without signing in."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from api.deps import LanguageDep, ReadingDep, Runtime, RuntimeDep
from api.errors import QueryCodeNotFound
from api.queries.public import find_by_query_code, public_view
from api.routes.responses import errors
from api.shapes.public import PublicPetition
from records.models import Petition

router = APIRouter(prefix="/api/public", tags=["public"])
LOOKUP = "query_code"
QueryCodeInPath = Annotated[str, Path(max_length=40, description="查询码, from the receipt")]


def petition_of_code(
    runtime: Runtime, request: Request, session: Session, query_code: str
) -> Petition:
    """The petition with this code. Raises QueryCodeNotFound; TooManyLookups after ten of those."""
    address = request.client.host if request.client else ""
    runtime.lookups.begin(LOOKUP, address)
    petition = find_by_query_code(session, query_code)
    if petition is None:
        raise QueryCodeNotFound
    runtime.lookups.take_back(LOOKUP, address)
    return petition


@router.get("/petitions/{query_code}", responses=errors(404, 429), response_model=PublicPetition)
def get_public_petition(
    query_code: QueryCodeInPath,
    request: Request,
    runtime: RuntimeDep,
    session: ReadingDep,
    language: LanguageDep,
) -> PublicPetition | Response:
    """How far a petition has come, until when, and what was issued; no names.

    After ten codes that do not exist there is a pause of some minutes. A browser that opens this
    address, as by the QR code of the receipt, is shown the page instead.
    """
    if "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(f"/public/{query_code}", status_code=303)
    petition = petition_of_code(runtime, request, session, query_code)
    return public_view(session, petition, language)
