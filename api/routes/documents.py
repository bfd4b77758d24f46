"""Issued documents, as issued."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse

from api.deps import PersonDep, ReadingDep
from api.errors import DocumentNotFound
from api.queries.petitions import visible_document
from api.routes.responses import errors
from api.shapes.common import Code

router = APIRouter(prefix="/api/documents", tags=["documents"])
# A document is shown as a picture of paper: it runs nothing and loads nothing.
DOCUMENT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@router.get("/{document_id}", response_class=HTMLResponse, responses=errors(401, 404))
def get_document(
    document_id: Annotated[Code, Path()], person: PersonDep, session: ReadingDep
) -> HTMLResponse:
    """The HTML of a document, unchanged since it was issued."""
    document = visible_document(session, person, document_id)
    if document is None:
        raise DocumentNotFound
    return HTMLResponse(document.body, headers={"Content-Security-Policy": DOCUMENT_POLICY})
