"""The documents of a case, each with the attempts to serve it."""

from api.actions.requests.may import may_record_service
from api.queries.reader import Reader
from api.queries.supervision_access import sees_document
from api.shapes.case_parts import DocumentOut, ServiceOut
from records.documents import documents_of
from records.models import Document, DocumentService
from records.services import services_of


def document_views(reader: Reader) -> list[DocumentOut]:
    """The documents that the reader sees, in the order issued."""
    found = shown_documents(reader)
    services = services_of(reader.session, [one.id for one in found])
    reader.actors.load(one.server_id for own in services.values() for one in own)
    return [_document(reader, one, services.get(one.id, [])) for one in found]


def shown_documents(reader: Reader) -> list[Document]:
    """Those that the reader sees."""
    return [one for one in documents_of(reader.session, reader.petition.id) if _shown(reader, one)]


def service_view(service: DocumentService, server: str) -> ServiceOut:
    """One attempt; `server` is who served, in words."""
    columns = ServiceOut.model_fields.keys() - {"server"}
    return ServiceOut(**service.model_dump(include={*columns}), server=server)


def _shown(reader: Reader, document: Document) -> bool:
    return reader.shows(document.matter_id) and sees_document(
        reader.session, reader.person, reader.petition, document
    )


def _document(reader: Reader, document: Document, services: list[DocumentService]) -> DocumentOut:
    return DocumentOut(
        id=document.id,
        number=document.number,
        title=document.title,
        issued_on=document.issued_on,
        link=f"/api/documents/{document.id}",
        pdf=f"/api/documents/{document.id}/pdf",
        addressee=document.addressee,
        matter=reader.ordinal(document.matter_id),
        services=[service_view(one, reader.actors.name(one.server_id)) for one in services],
        can_record_service=may_record_service(reader.person, document),
    )
