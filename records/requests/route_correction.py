"""The route of a matter was wrong and is corrected (article 31); the process examines it anew."""

from datetime import datetime

from sqlmodel import Session

from law.decision_facts import Litigation
from law.decision_words import Route
from records import audit
from records.matters import Fact, set_facts
from records.models import Matter
from records.outbox import publish_message
from records.requests.errors import NothingToCorrect

FACTS: dict[Route, str] = {
    Route.litigation: "litigation",
    Route.arbitration: "arbitration_open",
    Route.party_appeal: "party_appeal_open",
    Route.administrative: "administrative_open",
    Route.duty: "duty_open",
}


def may_be_corrected(matter: Matter) -> bool:
    """Whether a unit is working on the matter by a route, and no opinion is signed yet."""
    return matter.ended_at is None and matter.route is not None and matter.signed_at is None


def correct_route(
    session: Session,
    matter: Matter,
    route: Route,
    *,
    reason: str,
    recorded_by: str,
    now: datetime,
) -> None:
    """Let the tables propose the right route; what was decided and issued before stays on file.

    `route` is one of the six. Raises NothingToCorrect: the matter has no route yet, has this one,
    or is answered.
    """
    if not may_be_corrected(matter) or matter.route is route or route is Route.none:
        raise NothingToCorrect
    facts: dict[str, Fact | None] = dict.fromkeys(FACTS.values())
    if route in FACTS:
        facts[FACTS[route]] = Litigation.open.value if route is Route.litigation else True
    set_facts(session, matter.id, facts)
    matter.chosen_route = None
    session.add(matter)
    audit.record(
        session,
        now=now,
        actor=recorded_by,
        action="ask_route_correction",
        petition_id=matter.petition_id,
        matter=matter.ordinal,
        route=route.value,
        reason=reason,
    )
    publish_message(
        session,
        "route_corrected",
        key=matter.id,
        message_id=f"route_corrected:{matter.id}:{matter.round}",
        now=now,
    )
