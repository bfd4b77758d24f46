"""Serving documents: every attempt is a row, with the day that counts as receipt."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from sqlmodel import Session, col, select

from law.service import Service, Way, received_on
from records import audit
from records.models import Document, DocumentService

ENGINE = "engine"


def record_service(
    session: Session,
    document: Document,
    *,
    way: Way,
    on: date,
    is_served: bool,
    server_id: str,
    now: datetime,
    is_proved: bool = True,
    refused: bool = False,
    consented: bool = False,
    other_ways_failed: bool = False,
    recipient: str = "",
    relation: str = "",
    witness: str = "",
    place: str = "",
    note: str = "",
) -> DocumentService:
    """Record one attempt; `received_on` of one that succeeded is what law.service says.

    `server_id` is a user id, or `engine`. Raises law.errors.ProofOfServiceMissing, ConsentMissing,
    RefusalMissing, PublicNoticeTooEarly, of an attempt that is said to have succeeded.
    """
    received = None
    if is_served:
        received = received_on(
            Service(
                way,
                on,
                is_proved=is_proved,
                consented=consented,
                refused=refused,
                other_ways_failed=other_ways_failed,
            )
        )
    service = DocumentService(
        document_id=document.id,
        ordinal=len(services_of(session, [document.id]).get(document.id, [])) + 1,
        way=way,
        on=on,
        is_served=is_served,
        is_proved=is_proved,
        refused=refused,
        consented=consented,
        recipient=recipient,
        relation=relation,
        witness=witness,
        place=place,
        note=note,
        received_on=received,
        server_id=server_id,
        recorded_at=now,
    )
    session.add(service)
    session.flush()
    audit.record(
        session,
        now=now,
        actor=server_id,
        action="record_service",
        petition_id=document.petition_id,
        matter_id=document.matter_id,
        number=document.number,
        way=way.value,
        is_served=is_served,
    )
    return service


def services_of(session: Session, document_ids: Sequence[str]) -> dict[str, list[DocumentService]]:
    """The attempts to serve these documents, each document's in order; one query."""
    rows = session.exec(
        select(DocumentService)
        .where(col(DocumentService.document_id).in_(document_ids))
        .order_by(col(DocumentService.document_id), col(DocumentService.ordinal))
    )
    return {one: list(own) for one, own in groupby(rows, key=lambda row: row.document_id)}
