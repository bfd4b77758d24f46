"""送达回证: how a document was served, and the day that counts as receipt (article 35)."""

from dataclasses import dataclass
from typing import Annotated

from sqlmodel import Session

from law.service import BASES
from law.sources import cite_basis
from records.models import Document, DocumentService, Matter, Petition, User
from workers.notices.case_lines import addressee_of, case_lines
from workers.notices.notice import Notice
from workers.notices.petitioner_lines import petitioner_lines
from workers.notices.referred import (
    OPINION,
    DocumentLine,
    document_line,
    last_document,
    last_service,
)
from workers.notices.required import Says
from workers.notices.words import WAY, chinese_date


@dataclass(frozen=True)
class ServiceRecord(Notice):
    """One service of one document; what was not needed that day stays out of it."""

    element_id = "record_service"

    document: Annotated[DocumentLine | None, Says("送达文书")]
    way: Annotated[str, Says("送达方式")]
    place: Annotated[str, Says("送达地点")]
    served_on: Annotated[str, Says("送达日期")]
    received_on: Annotated[str, Says("收到日期")]
    recipient: Annotated[str, Says("签收人")]
    refused: Annotated[bool, Says("拒收")]
    witness: Annotated[str, Says("见证人", optional=True)]
    server: Annotated[str, Says("送达人")]
    note: Annotated[str, Says("备注", optional=True)]


def record_service_notice(
    session: Session,
    petition: Petition,
    matter: Matter,
    service: DocumentService | None = None,
) -> ServiceRecord:
    """The record of this service; without one, of the last service of the matter's opinion."""
    document = (
        session.get(Document, service.document_id)
        if service
        else last_document(session, matter, OPINION)
    )
    if service is None and document is not None:
        service = last_service(session, document)
    server = session.get(User, service.server_id) if service else None
    return ServiceRecord(
        kind="送达",
        title="送达回证",
        basis="regulation_2022:35",
        addressee=addressee_of(session, petition),
        case=case_lines(session, petition, matter),
        document=document_line(document),
        way=_way(service) if service else "",
        place=(service.place if service else "") or petitioner_lines(session, petition).address,
        served_on=chinese_date(service.on) if service else "",
        received_on=chinese_date(service.received_on) if service else "",
        recipient=_recipient(session, petition, service),
        refused=bool(service and service.refused),
        witness=service.witness if service else "",
        server=server.name if server else "信访信息系统",
        note=service.note if service else "",
    )


def _way(service: DocumentService) -> str:
    """The way, and the rule that is applied to it by analogy."""
    return f"{WAY[service.way]}（参照{cite_basis(BASES[service.way])}）"


def _recipient(session: Session, petition: Petition, service: DocumentService | None) -> str:
    """Who signed, and as whom; the petitioner where nobody else did."""
    if service is None or not service.recipient:
        return addressee_of(session, petition)
    return f"{service.recipient}（{service.relation}）" if service.relation else service.recipient
