"""Requests leave ids and codes in the audit trail and in messages; the words stay in their rows."""

import orjson
import pytest
from sqlmodel import Session

from law.decision_facts import RouteChoice
from records.database import Database
from records.ledger import open_clock
from records.matters import set_facts
from records.models import AuditEntry, Matter, Petition
from records.requests.extension import ask_extension
from records.requests.interim_answer import send_interim_answer
from records.requests.rating import give_rating
from records.requests.route_choice import choose_route, open_routes
from records.requests.withdrawal import withdraw
from tests.records.cases import MON_2_MARCH, NOON, UNIT, all_rows, commands_in
from tests.records.matters import add_matter

WORDS = "甲某某家住一号路，已与物业和解"


def live_through(session: Session, petition_id: str) -> Matter:
    """Everything that can be asked about a petition."""
    petition = session.get_one(Petition, petition_id)
    matter = add_matter(session, petition_id, dispatched_at=NOON, accepted_on=MON_2_MARCH)
    for code, owner in (("D05", matter.id), ("D24", matter.id), ("D21", None)):
        open_clock(
            session,
            petition_id=petition_id,
            matter_id=owner,
            code=code,
            started_on=MON_2_MARCH,
            actor="engine",
            now=NOON,
        )
    set_facts(session, matter.id, {"duty_open": True, "arbitration_open": True})
    ask_extension(session, matter, days=30, reason=WORDS, asked_by="handler_zj", now=NOON)
    choose_route(session, matter, RouteChoice.duty, recorded_by="clerk", now=NOON)
    send_interim_answer(session, petition, matter, text=WORDS, sent_by="handler_zj", now=NOON)
    give_rating(
        session,
        petition,
        bureau="satisfied",
        unit="dissatisfied",
        reason=WORDS,
        recorded_by="clerk",
        now=NOON,
    )
    withdraw(session, petition, reason=WORDS, is_written=True, recorded_by="clerk", now=NOON)
    return matter


@pytest.fixture
def matter(database: Database, petition_id: str) -> Matter:
    with database.transaction() as session:
        return live_through(session, petition_id)


def test_no_words_leave_their_rows(database: Database, matter: Matter) -> None:
    acts = [act.model_dump() for act in all_rows(database, AuditEntry)]
    payloads = [one.payload for one in commands_in(database)]
    assert WORDS not in orjson.dumps([acts, payloads]).decode()


def test_every_request_is_in_the_trail_and_told_the_process(
    database: Database, matter: Matter
) -> None:
    actions = {act.action for act in all_rows(database, AuditEntry)}
    assert actions >= {
        "request_extension",
        "choose_route",
        "send_interim_answer",
        "give_rating",
        "withdraw_petition",
    }
    told = [
        (one.payload["name"], one.payload["correlation_key"], one.ordering_key)
        for one in commands_in(database)
        if one.kind == "publish_message" and one.payload["name"] != "deadline_moved"
    ]
    petition = matter.petition_id
    assert told == [
        ("extension_requested", matter.id, matter.id),
        ("route_chosen", matter.id, matter.id),
        ("rating_given", petition, petition),
        ("matter_withdrawn", matter.id, matter.id),
    ]


def test_a_unit_withdraws_from_its_own_matters_only(database: Database, petition_id: str) -> None:
    with database.transaction() as session:
        petition = session.get_one(Petition, petition_id)
        for ordinal, unit in ((1, UNIT), (2, "990100-jy")):
            add_matter(session, petition_id, ordinal, unit_id=unit, dispatched_at=NOON)
        ended = withdraw(
            session,
            petition,
            reason=WORDS,
            is_written=True,
            recorded_by="handler_zj",
            now=NOON,
            units=[UNIT],
        )
    assert (ended.petition, ended.matters) == (False, (1,))


def test_open_routes_are_in_the_order_of_article_31() -> None:
    facts: dict[str, str | bool] = {
        "duty_open": True,
        "administrative_open": True,
        "litigation": "open",
        "is_urgent": True,
    }
    assert open_routes(facts) == [
        RouteChoice.litigation,
        RouteChoice.administrative,
        RouteChoice.duty,
    ]
    assert open_routes({"litigation": "finished"}) == []
