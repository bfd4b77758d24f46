"""The petitioner's page: progress and result by query code, as the QR code of the receipt opens."""

from fastapi import APIRouter, Request, Response

from api.deps import LanguageDep, ReadingDep, RuntimeDep
from api.pages.render import render
from api.queries.public import public_view
from api.routes.public import QueryCodeInPath, petition_of_code

router = APIRouter(include_in_schema=False, prefix="/public")


@router.get("/{query_code}")
def public_page(
    query_code: QueryCodeInPath,
    request: Request,
    runtime: RuntimeDep,
    session: ReadingDep,
    language: LanguageDep,
) -> Response:
    """How far a petition has come; no names."""
    petition = petition_of_code(runtime, request, session, query_code)
    return render(request, "public.html", seen=public_view(session, petition, language))
