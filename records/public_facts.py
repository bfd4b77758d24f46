"""What the rows say about how far a petition has come, for law.public_status."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from law.clock_entries import EntryKind
from law.decision_words import DispatchMode, Procedure, Route
from law.instants import SHANGHAI
from law.public_status import PublicFacts
from records.models import Clock, ClockEvent, Document, Matter, Petition
from records.models.matter import MatterEnd
from records.models.petition import PetitionEnd
from records.public_reviews import concluded_on, review_days

HANDLING = "D05"
ANSWERS = ("issue_opinion", "send_duty_answer", "send_suggestion_reply")
REFUSALS = ("notify_refusal", "refuse_matter")
FINALITY = ("notify_no_longer_accepted",)
# A letter or visitor about litigation is shown the way of article 31(一).
INTO_PROCEDURE = (MatterEnd.imported, MatterEnd.guided)


def petition_facts(session: Session, petition: Petition) -> PublicFacts:
    """The facts of the petition itself: what is shown while it has no matters."""
    documents = _issued(session, petition, None)
    closed = _day(petition.closed_at)
    final = petition.end is PetitionEnd.no_longer_accepted
    refused = petition.end is PetitionEnd.refused
    return PublicFacts(
        registered_on=petition.received_on,
        is_sealed=petition.is_sealed,
        refused_on=_first(documents, REFUSALS) or (closed if refused else None),
        no_longer_accepted_on=_first(documents, FINALITY) or (closed if final else None),
        concluded_on=closed,
    )


def matter_facts(session: Session, petition: Petition, matter: Matter) -> PublicFacts:
    """The facts of one matter."""
    documents = _issued(session, petition, matter.id)
    ended = _day(matter.ended_at)
    end = matter.end
    answered = _last(documents, ANSWERS) or matter.served_on or _day(matter.signed_at) or ended
    withdrawn_on = ended if end is MatterEnd.withdrawn else None
    return PublicFacts(
        registered_on=petition.received_on,
        is_sealed=matter.is_sealed,
        sent_on=None if matter.is_direct else _day(matter.dispatched_at),
        is_assigned=matter.dispatch_mode is DispatchMode.assign,
        accepted_on=matter.accepted_on,
        refused_on=(_last(documents, REFUSALS) or ended) if end is MatterEnd.refused else None,
        imported_on=ended if end in INTO_PROCEDURE else None,
        handled_from=matter.accepted_on if _is_handled(matter) else None,
        extended_on=_extended_on(session, matter),
        answered_on=answered if end is MatterEnd.answered else None,
        **review_days(session, matter),
        settled_on=ended if end is MatterEnd.settled else None,
        concluded_on=concluded_on(session, petition, matter) or withdrawn_on,
        # It may be long until the organ in charge answers; that it has the report is told before.
        passed_on=_day(matter.dispatched_at) or ended if end is MatterEnd.handed_over else None,
    )


def _is_handled(matter: Matter) -> bool:
    """Whether somebody works on it: a handler is assigned, or the route needs no assignment."""
    return (
        matter.handler_id is not None
        or matter.procedure is Procedure.simple
        or matter.route is Route.duty
    )


def _extended_on(session: Session, matter: Matter) -> date | None:
    days = session.exec(
        select(col(ClockEvent.on))
        .join(Clock, col(Clock.id) == col(ClockEvent.clock_id))
        .where(
            Clock.matter_id == matter.id,
            Clock.code == HANDLING,
            ClockEvent.kind == EntryKind.extended.value,
        )
    )
    return max(days, default=None)


def _issued(session: Session, petition: Petition, matter_id: str | None) -> list[Document]:
    query = select(Document).where(
        Document.petition_id == petition.id, Document.matter_id == matter_id
    )
    return list(session.exec(query.order_by(col(Document.issued_at))))


def _first(documents: Sequence[Document], steps: Sequence[str]) -> date | None:
    return min((one.issued_on for one in documents if one.element_id in steps), default=None)


def _last(documents: Sequence[Document], steps: Sequence[str]) -> date | None:
    return max((one.issued_on for one in documents if one.element_id in steps), default=None)


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(SHANGHAI).date() if moment else None
