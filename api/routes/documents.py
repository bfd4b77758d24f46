"""Issued documents: as issued, and as they are printed."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import HTMLResponse

from api.actions.print_document import printed_document
from api.deps import PersonDep, ReadingDep, RuntimeDep
from api.errors import DocumentNotFound
from api.queries.visibility import visible_document
from api.routes.responses import errors
from api.shapes.common import Code

router = APIRouter(prefix="/api/documents", tags=["documents"])
# A document is shown as a picture of paper: it runs nothing and loads nothing.
DOCUMENT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
# A browser's own viewer of PDF takes no sandbox.
FRAMED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


@router.get("/{document_id}", response_class=HTMLResponse, responses=errors(401, 404))
def get_document(
    document_id: Annotated[Code, Path()], person: PersonDep, session: ReadingDep
) -> HTMLResponse:
    """The HTML of a document, unchanged since it was issued."""
    document = visible_document(session, person, document_id)
    if document is None:
        raise DocumentNotFound
    return HTMLResponse(document.body, headers={"Content-Security-Policy": DOCUMENT_POLICY})


class PdfResponse(Response):
    """A PDF."""

    media_type = "application/pdf"


@router.get("/{document_id}/pdf", response_class=PdfResponse, responses=errors(401, 404, 409, 503))
async def get_document_pdf(
    document_id: Annotated[Code, Path()],
    person: PersonDep,
    runtime: RuntimeDep,
    inline: Annotated[bool, Query(description="to be shown and printed, not saved")] = False,
) -> PdfResponse:
    """The PDF of a document to put the seal under: made once, the same bytes every time."""
    document, rendition = await printed_document(runtime, person, document_id)
    name = quote(f"{document.title} {document.number}.pdf", safe="")
    way = "inline" if inline else "attachment"
    headers = {"Content-Disposition": f"{way}; filename=\"document.pdf\"; filename*=UTF-8''{name}"}
    if inline:
        headers["Content-Security-Policy"] = FRAMED_POLICY
    return PdfResponse(rendition.content, headers=headers)
