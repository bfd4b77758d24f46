"""The window as it looks on a day, and the receipt of a petition."""

from datetime import date

from sqlmodel import Session, col, select

from api.actions.window import CLERK
from api.language import Language
from api.queries.actors import Actors
from api.queries.visibility import may_see
from api.shapes.common import Named
from api.shapes.window import ReceiptOut, VisitorOut, WindowOut
from records.models import Document, Petition, Visitor
from records.people import Person
from records.reception.queue import visitors_on
from settings import Settings

RECEIPT = "issue_receipt"


def window_view(
    session: Session, person: Person, unit_id: str, day: date, language: Language
) -> WindowOut:
    """The queue of that day, by number."""
    visitors = visitors_on(session, unit_id, day)
    views = visitor_views(session, person, visitors, language)
    return WindowOut(
        unit=Named(id=unit_id, name=Actors(session, language).unit(unit_id)),
        day=day,
        can_work=person.has(CLERK, at=unit_id),
        waiting=sum(one.state == "waiting" for one in views),
        visitors=views,
    )


def visitor_views(
    session: Session, person: Person, visitors: list[Visitor], language: Language
) -> list[VisitorOut]:
    """Visitors as the person sees them; who brought what is sealed since is named to nobody."""
    actors = Actors(session, language)
    actors.load(one.received_by for one in visitors)
    ids = [one.petition_id for one in visitors if one.petition_id]
    rows = session.exec(select(Petition).where(col(Petition.id).in_(ids))) if ids else ()
    petitions = {one.id: one for one in rows}
    return [
        _view(session, person, one, petitions.get(one.petition_id or ""), actors)
        for one in visitors
    ]


def receipt_view(session: Session, petition: Petition, settings: Settings) -> ReceiptOut:
    """The receipt of a petition that the person may see."""
    document = session.exec(
        select(Document.id)
        .where(Document.petition_id == petition.id, Document.element_id == RECEIPT)
        .limit(1)
    ).first()
    base = settings.public_address.rstrip("/")
    return ReceiptOut(
        number=petition.number,
        subject=petition.subject,
        query_code=petition.query_code,
        query_address=f"{base}/public/{petition.query_code}" if base else "",
        document=f"/api/documents/{document}" if document else None,
        pdf=f"/api/documents/{document}/pdf?inline=true" if document else None,
    )


def _view(
    session: Session, person: Person, visitor: Visitor, petition: Petition | None, actors: Actors
) -> VisitorOut:
    is_shown = petition is None or may_see(session, person, petition)
    return VisitorOut(
        **visitor.model_dump(
            include={"id", "number", "people", "arrived_at", "called_at", "ended_at"}
        ),
        state=_state(visitor),
        name=visitor.name if is_shown else "",
        phone=visitor.phone if is_shown else None,
        about=visitor.about if is_shown else "",
        received_by=actors.named(visitor.received_by),
        petition=petition.number if petition and is_shown else None,
        unregistered=visitor.unregistered,
        note=visitor.note if is_shown else "",
        is_mine=visitor.ended_at is None and visitor.received_by == person.id,
    )


def _state(visitor: Visitor) -> str:
    if visitor.ended_at is not None:
        return "registered" if visitor.petition_id else "unregistered"
    return "received" if visitor.called_at else "waiting"
