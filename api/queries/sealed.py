"""The cases of the sealed desk, and who looked at them (article 30)."""

from sqlalchemy import tuple_
from sqlmodel import Session, col, or_, select

from api.language import Language
from api.queries.actors import Actors
from api.queries.paging import from_cursor, to_cursor
from api.queries.petitions import place_of
from api.queries.visibility import has_sealed_part, is_sealed_for, visible_petition
from api.shapes.common import Named
from api.shapes.sealed import LookOut, Looks, SealedCase, SealedCases
from records.errors import PetitionNotFound
from records.models import Matter, Petition, TaskDecision, Unit
from records.people import SEALED_ROLES, Person
from records.sealed_looks import looks_at, note_look
from records.task_decisions import latest

LIST = "list"


def sealed_cases(
    session: Session, person: Person, *, limit: int, cursor: str | None
) -> SealedCases:
    """One page of the reports of the person's desk. Looking at the list is a look too.

    Raises BadCursor.
    """
    note_look(session, person.id, None, LIST)
    query = (
        select(Petition)
        .where(is_sealed_for(person))
        .order_by(col(Petition.received_on).desc(), col(Petition.number).desc())
        .limit(limit + 1)
    )
    if cursor:
        place = place_of(from_cursor(cursor, 2))
        query = query.where(
            tuple_(col(Petition.received_on), col(Petition.number)) < tuple_(*place)
        )
    found = session.exec(query).all()
    last = found[limit - 1] if len(found) > limit else None
    return SealedCases(
        cases=[_case(session, one) for one in found[:limit]],
        next=to_cursor(last.received_on.isoformat(), last.number) if last else None,
    )


def looks_of(session: Session, person: Person, number: str, language: Language) -> Looks:
    """Who looked at this case. Raises PetitionNotFound, also for a petition that is not sealed."""
    petition = visible_petition(session, person, number)
    if not person.has(*SEALED_ROLES, at=petition.bureau_id) or not has_sealed_part(
        session, petition
    ):
        raise PetitionNotFound
    entries = looks_at(session, petition.id)
    actors = Actors(session, language)
    actors.load(entry.actor for entry in entries)
    return Looks(
        looks=[
            LookOut(
                at=entry.at,
                actor=Named(id=entry.actor, name=actors.name(entry.actor)),
                what=str(entry.detail.get("at", "")),
            )
            for entry in entries
        ]
    )


def _case(session: Session, petition: Petition) -> SealedCase:
    matters = session.exec(
        select(Matter)
        .where(Matter.petition_id == petition.id, or_(col(Matter.is_sealed), petition.is_sealed))
        .order_by(col(Matter.ordinal))
    ).all()
    handed = [one.dispatched_at for one in matters if one.dispatched_at]
    said = [latest(session, "hand_over_report", matter_id=one.id) for one in matters]
    back = [latest(session, "record_report_feedback", matter_id=one.id) for one in matters]
    return SealedCase(
        number=petition.number,
        subject=petition.subject,
        received_on=petition.received_on,
        category=petition.category,
        organ="、".join(dict.fromkeys(_organ(session, one) for one in said if one)) or None,
        handed_over_at=max(handed, default=None),
        feedback=next((str(one.data.get("report_feedback")) for one in back if one), None),
        closed_at=petition.closed_at,
    )


def _organ(session: Session, said: TaskDecision) -> str:
    unit = session.get(Unit, said.data["recipient"]) if said.data.get("recipient") else None
    return unit.name if unit else str(said.data.get("organ") or "")
