"""Recording by hand how a document was served."""

from datetime import datetime

from sqlmodel import Session

from api.actions.requests.may import SERVED_IN_ITS_TASK, may_record_service
from api.errors import DocumentNotFound, RoleMissing, ServedInTask
from api.queries.visibility import visible_document
from api.shapes.common import shanghai
from api.shapes.requests import ServiceIn
from records.decisions import DateInFuture
from records.models import DocumentService
from records.people import Person
from records.services import record_service


def serve_document(
    session: Session, person: Person, document_id: str, given: ServiceIn, *, now: datetime
) -> DocumentService:
    """One attempt; whether its day counts as receipt is what the law says.

    Raises DocumentNotFound, ServedInTask, RoleMissing, DateInFuture; law.errors
    ProofOfServiceMissing, ConsentMissing, RefusalMissing, PublicNoticeTooEarly.
    """
    document = visible_document(session, person, document_id)
    if document is None:
        raise DocumentNotFound
    if document.element_id in SERVED_IN_ITS_TASK:
        raise ServedInTask
    if not may_record_service(person, document):
        raise RoleMissing
    if given.on > shanghai(now).date():
        raise DateInFuture("on")
    return record_service(session, document, **given.model_dump(), server_id=person.id, now=now)
