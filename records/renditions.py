"""Printed documents: what was made first is kept, and given again byte for byte."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from records.models import DocumentRendition


def find_rendition(session: Session, document_id: str) -> DocumentRendition | None:
    """The printed form of a document, once it was made."""
    return session.get(DocumentRendition, document_id)


def keep_rendition(
    session: Session, document_id: str, *, content: bytes, pages: int, renderer: str, now: datetime
) -> DocumentRendition:
    """Keep the PDF of a document. Where two printed it at once, the first one stays."""
    rendition = DocumentRendition(
        document_id=document_id,
        content=content,
        sha256=sha256(content).hexdigest(),
        pages=pages,
        renderer=renderer,
        made_at=now,
    )
    try:
        with session.begin_nested():
            session.add(rendition)
    except IntegrityError:
        return session.get_one(DocumentRendition, document_id)
    return rendition
