"""Finding the documents that other documents refer to."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sqlmodel import Session, col, select

from records.models import Document, DocumentService, Matter, Review
from records.reviews import occasion_of
from workers.notices.required import Says
from workers.notices.words import chinese_date

OPINION = "issue_opinion"
REVIEW_OPINION = "issue_review_opinion"
ASSIGNMENT = "dispatch_petition"
REPORT = "send_closing_report"
OBJECTION = "send_objection"


@dataclass(frozen=True)
class DocumentLine:
    """A document that was issued before, and when it was received."""

    title: Annotated[str, Says("文书名称")]
    number: Annotated[str, Says("文号")]
    issued_on: Annotated[str, Says("出具日期")]
    received_on: Annotated[str, Says("收到日期", optional=True)]


def last_document(session: Session, matter: Matter, *element_ids: str) -> Document | None:
    """The last document of these steps that the matter has."""
    found = select(Document).where(
        Document.matter_id == matter.id, col(Document.element_id).in_(element_ids)
    )
    newest = col(Document.issued_at).desc(), col(Document.number).desc()
    return session.exec(found.order_by(*newest)).first()


def review_opinion(session: Session, matter: Matter, review: Review) -> Document | None:
    """The opinion of this review."""
    return session.exec(
        select(Document).where(
            Document.petition_id == matter.petition_id,
            Document.element_id == REVIEW_OPINION,
            Document.occasion == occasion_of(matter, review),
        )
    ).first()


def last_service(session: Session, document: Document) -> DocumentService | None:
    """The last attempt to serve a document."""
    found = select(DocumentService).where(DocumentService.document_id == document.id)
    return session.exec(found.order_by(col(DocumentService.ordinal).desc())).first()


def document_line(
    document: Document | None, received_on: date | None = None
) -> DocumentLine | None:
    """The document as others name it; None without one."""
    if document is None:
        return None
    return DocumentLine(
        title=document.title,
        number=document.number,
        issued_on=chinese_date(document.issued_on),
        received_on=chinese_date(received_on),
    )
