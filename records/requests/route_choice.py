"""The petitioner chooses one of several open routes (article 31); the process is told."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from law.decision_facts import Litigation, RouteChoice
from records import audit
from records.matters import Fact, facts_of
from records.models import Matter
from records.outbox import publish_message
from records.requests.errors import NoChoiceAsked, RouteNotOpen
from records.requests.periods import is_running

CHOICE = "D24"
ROUTES: dict[RouteChoice, str] = {
    RouteChoice.arbitration: "arbitration_open",
    RouteChoice.party_appeal: "party_appeal_open",
    RouteChoice.administrative: "administrative_open",
    RouteChoice.duty: "duty_open",
}


def open_routes(facts: Mapping[str, Fact]) -> list[RouteChoice]:
    """The routes open for a matter, in the order of article 31, by what is known of it."""
    first = [RouteChoice.litigation] if facts.get("litigation") == Litigation.open else []
    return [*first, *(route for route, name in ROUTES.items() if facts.get(name))]


def choices_now(session: Session, matter: Matter) -> list[RouteChoice]:
    """The routes to choose from while the petitioner is asked; none at any other time."""
    asked = is_running(session, CHOICE, petition_id=matter.petition_id, matter_id=matter.id)
    if matter.ended_at is not None or not asked:
        return []
    return open_routes(facts_of(session, matter.id))


def choose_route(
    session: Session, matter: Matter, route: RouteChoice, *, recorded_by: str, now: datetime
) -> None:
    """Keep the choice; made again before the process goes on, the last one counts.

    Raises NoChoiceAsked, RouteNotOpen.
    """
    choices = choices_now(session, matter)
    if not choices:
        raise NoChoiceAsked
    if route not in choices:
        raise RouteNotOpen
    matter.chosen_route = route.value
    session.add(matter)
    audit.record(
        session,
        now=now,
        actor=recorded_by,
        action="choose_route",
        petition_id=matter.petition_id,
        matter=matter.ordinal,
        route=route.value,
    )
    publish_message(
        session,
        "route_chosen",
        key=matter.id,
        message_id=f"route_chosen:{matter.id}:{now.isoformat()}",
        now=now,
    )
