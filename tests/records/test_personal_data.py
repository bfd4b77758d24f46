"""Audit trail, outbox and errors hold ids and codes; what people wrote stays in its own tables."""

from dataclasses import asdict

import orjson
import pytest
from sqlmodel import Session

from records.database import Database
from records.documents import issue_document
from records.errors import RecordsError
from records.ledger import extend_clock, meet_clock, open_clock, raise_alerts
from records.models import AuditEntry, Petition, Unit
from records.petitions import carry, file_petition
from tests.records.cases import (
    A_PETITION,
    ADDRESS,
    ID_NUMBER,
    MON_2_MARCH,
    NAME,
    NOON,
    PHONE,
    SUBJECT,
    TEXT,
    UNIT,
    all_rows,
    commands_in,
)

REASON, BODY = "案情复杂，需现场核查", "正文：甲某某，您好"
PERSONAL = (NAME, ADDRESS, PHONE, ID_NUMBER, SUBJECT, TEXT, REASON, BODY)


def live_through(session: Session) -> Petition:
    """Everything that records can do to a petition."""
    petition = file_petition(session, A_PETITION, filed_by="clerk", now=NOON)
    carry(session, petition.id, 2251799813685250)
    clock = open_clock(
        session,
        petition_id=petition.id,
        code="D05",
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    extend_clock(
        session, clock_id=clock.id, days=30, reason=REASON, actor="unit_leader_zj", now=NOON
    )
    raise_alerts(session, clock_id=clock.id, now=NOON.replace(year=2027))
    meet_clock(session, clock_id=clock.id, actor="engine", now=NOON.replace(year=2027))
    issue_document(
        session,
        petition=petition,
        element_id="send_reply",
        kind="答",
        title="答复",
        html=lambda number: f"{BODY} {number}",
        basis="regulation_2022:32",
        unit=session.get_one(Unit, UNIT),
        template_sha256="0" * 64,
        now=NOON,
    )
    return petition


@pytest.fixture
def lived(database: Database) -> Petition:
    with database.transaction() as session:
        return live_through(session)


def test_the_audit_trail_names_every_act(database: Database, lived: Petition) -> None:
    acts = all_rows(database, AuditEntry)
    assert {act.petition_id for act in acts} == {lived.id}
    assert {act.action for act in acts} == {
        "file_petition",
        "clock_started",
        "clock_extended",
        "clock_breached",
        "clock_reminded",
        "clock_met",
        "issue_document",
    }


def test_the_audit_trail_holds_no_personal_data(database: Database, lived: Petition) -> None:
    written = orjson.dumps([act.model_dump() for act in all_rows(database, AuditEntry)]).decode()
    assert [word for word in PERSONAL if word in written] == []
    assert lived.query_code not in written


def test_commands_to_the_engine_hold_no_personal_data(database: Database, lived: Petition) -> None:
    written = orjson.dumps([one.payload for one in commands_in(database)]).decode()
    assert [word for word in PERSONAL if word in written] == []
    assert lived.query_code not in written


def test_the_check_would_find_what_it_looks_for() -> None:
    written = orjson.dumps(asdict(A_PETITION))
    found = [word for word in PERSONAL if word in written.decode()]
    assert found == [NAME, ADDRESS, PHONE, ID_NUMBER, SUBJECT, TEXT]


def test_every_error_says_what_to_do() -> None:
    kinds = RecordsError.__subclasses__()
    assert kinds
    assert all(str(kind()).endswith((".", "。")) for kind in kinds)
