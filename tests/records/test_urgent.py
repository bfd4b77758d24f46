"""Reports of grave and urgent matters: one at a time, with limits in hours and a log (25)."""

from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlmodel import Session, col, select

from law.order import Conduct
from law.urgent import ReportForm, UrgentKind
from records.models import AuditEntry, OutboxCommand, Petition, UrgentReport
from records.models.urgent import UrgentActKind
from records.urgent import (
    KnownInFuture,
    NoUrgentReport,
    UrgentReportOpen,
    acts_of,
    find_open,
    log_once,
    raise_urgent_report,
)
from tests.records.cases import BUREAU, NOON
from tests.records.deciding import decided

SITUATION = "某小区有人扬言跳楼"


def raised(session: Session, petition_id: str, **change: Any) -> UrgentReport:
    given: dict[str, Any] = {
        "kind": UrgentKind.danger_to_life,
        "situation": SITUATION,
        "known_at": NOON,
        "raised_by": "clerk",
        "now": NOON,
    }
    return raise_urgent_report(session, session.get_one(Petition, petition_id), **given | change)


def kinds(session: Session, report: UrgentReport) -> list[str]:
    return [one.kind.value for one in acts_of(session, report.id)]


def test_it_starts_a_process_of_its_own_with_ids_only(session: Session, filed_id: str) -> None:
    report = raised(session, filed_id, conduct=Conduct.insult_violence_or_threat)
    command = session.exec(select(OutboxCommand).order_by(col(OutboxCommand.id).desc())).first()
    assert command is not None
    assert (command.kind, command.payload["process_id"]) == ("start_instance", "urgent_report")
    assert command.payload["variables"] == {
        "petition_id": filed_id,
        "urgent_id": report.id,
        "bureau": BUREAU,
    }
    acts = [one.detail for one in session.exec(select(AuditEntry))]
    assert SITUATION not in orjson.dumps(acts).decode()


def test_the_hours_of_the_office_count_from_when_it_was_known(
    session: Session, filed_id: str
) -> None:
    known_at = NOON - timedelta(minutes=30)
    report = raised(session, filed_id, known_at=known_at, hours={ReportForm.phone: 3})
    assert report.phone_due_at == known_at + timedelta(hours=3)
    assert report.written_due_at == known_at + timedelta(hours=2)


def test_one_is_open_at_a_time(session: Session, filed_id: str) -> None:
    report = raised(session, filed_id)
    with pytest.raises(UrgentReportOpen):
        raised(session, filed_id)
    report.closed_at = NOON
    session.add(report)
    assert raised(session, filed_id).id != report.id


def test_nothing_is_known_in_the_future(session: Session, filed_id: str) -> None:
    with pytest.raises(KnownInFuture):
        raised(session, filed_id, known_at=NOON + timedelta(seconds=1))


def test_what_the_engine_says_twice_stands_once(session: Session, filed_id: str) -> None:
    report = raised(session, filed_id)
    for _ in range(2):
        log_once(session, report, UrgentActKind.late_phone, actor="engine", now=NOON)
    assert kinds(session, report) == ["late_phone"]


def test_decisions_fill_the_log(session: Session, filed_id: str) -> None:
    report = raised(session, filed_id)
    assert decided(session, "report_by_phone", filed_id, told_to="市委值班室") == {}
    drafted = {"situation": SITUATION, "measures": "已经派人到场"}
    assert decided(session, "draft_urgent_report", filed_id, **drafted) == {}
    no = decided(session, "sign_urgent_report", filed_id, is_urgent_signed="no")
    assert no == {"is_urgent_signed": False}
    going_on = {"measures": "已经劝离", "urgent_step": "update"}
    assert decided(session, "follow_urgent_matter", filed_id, **going_on) == {
        "urgent_step": "update"
    }
    over = {"measures": "无", "urgent_step": "close", "conclusion": "已经化解"}
    assert decided(session, "follow_urgent_matter", filed_id, **over) == {"urgent_step": "close"}
    assert report.phoned_at == NOON
    assert sorted(kinds(session, report)) == ["closing", "measure", "measure", "measure", "phone"]


def test_without_an_open_report_there_is_nothing_to_decide(session: Session, filed_id: str) -> None:
    assert find_open(session, filed_id) is None
    with pytest.raises(NoUrgentReport):
        decided(session, "report_by_phone", filed_id, told_to="市委值班室")
