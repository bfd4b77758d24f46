"""Issuing documents: numbered, hashed, kept as issued, one per step of a case and occasion."""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records import audit
from records.errors import NoticeIncomplete
from records.models import Document, Matter, Petition, Unit
from records.numbers import document_number

ACTOR = "engine"


def issue_document(
    session: Session,
    *,
    petition: Petition,
    element_id: str,
    kind: str,
    title: str,
    html: Callable[[str], str],
    basis: str,
    unit: Unit,
    template_sha256: str,
    now: datetime,
    missing: Sequence[str] = (),
    matter: Matter | None = None,
    occasion: str = "",
    addressee: str = "petitioner",
) -> Document:
    """Issue the document of this step, or return the one it issued before on this occasion.

    `matter`, `occasion` and `addressee` are those of records.models.Document.
    `kind` goes into the number (文号: 代字 + kind + 〔year〕 + serial). `html` is given that number
    and returns the body. `basis` is what law.sources cites. `missing` names what the document must
    say and does not: then NoticeIncomplete is raised before a number is taken. The number is taken
    in the caller's transaction, so nothing is skipped when that rolls back. Two callers at once:
    the database lets one commit; the other fails with IntegrityError and finds the document when
    it tries again.
    """
    issued = session.exec(
        select(Document).where(
            Document.petition_id == petition.id,
            Document.element_id == element_id,
            Document.occasion == occasion,
        )
    ).first()
    if issued is not None:
        return issued
    if missing:
        raise NoticeIncomplete(f"{title}缺少：{'、'.join(missing)}")
    issued_on = now.astimezone(SHANGHAI).date()
    number = document_number(session, unit, kind, issued_on)
    body = html(number)
    document = Document(
        petition_id=petition.id,
        matter_id=matter.id if matter else None,
        element_id=element_id,
        occasion=occasion,
        addressee=addressee,
        number=number,
        title=title,
        body=body,
        sha256=sha256(body.encode()).hexdigest(),
        template_sha256=template_sha256,
        basis=basis,
        issued_by=unit.id,
        issued_on=issued_on,
        issued_at=now,
    )
    session.add(document)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=ACTOR,
        action="issue_document",
        petition_id=petition.id,
        element_id=element_id,
        number=number,
    )
    return document


def documents_of(session: Session, petition_id: str) -> list[Document]:
    """Documents of a case, in the order issued."""
    return list(
        session.exec(
            select(Document)
            .where(Document.petition_id == petition_id)
            .order_by(col(Document.issued_at), col(Document.number))
        )
    )
