"""Issued documents: one per step, numbered without gaps, kept and hashed as issued."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlalchemy.exc import IntegrityError

from records.database import Database
from records.documents import documents_of, issue_document
from records.models import Document, Petition, Unit
from tests.records.cases import NOON, UNIT, all_rows, at_once, count


class Slip(Exception):
    """Raised on purpose."""


def issue(
    database: Database,
    petition_id: str,
    element_id: str = "send_reply",
    *,
    now: datetime = NOON,
    then_fail: bool = False,
) -> Document:
    with database.transaction() as session:
        document = issue_document(
            session,
            petition=session.get_one(Petition, petition_id),
            element_id=element_id,
            kind="答",
            title="答复意见书",
            html=lambda number: f"<p>{number}</p>",
            basis="regulation_2022:32",
            unit=session.get_one(Unit, UNIT),
            template_sha256="0" * 64,
            now=now,
        )
        if then_fail:
            raise Slip
        return document


def test_a_document_carries_its_number_in_its_body_and_its_hash(
    database: Database, petition_id: str
) -> None:
    issue(database, petition_id)
    (kept,) = all_rows(database, Document)
    assert (kept.number, kept.body) == ("示住建答〔2026〕1号", "<p>示住建答〔2026〕1号</p>")
    assert kept.sha256 == sha256(kept.body.encode()).hexdigest()
    assert (kept.issued_on, kept.issued_by) == (date(2026, 3, 2), UNIT)


def test_a_step_that_runs_again_issues_nothing_new(database: Database, petition_id: str) -> None:
    first, second = issue(database, petition_id), issue(database, petition_id)
    assert (first.id, first.number) == (second.id, second.number)
    assert count(database, Document) == 1


def test_a_step_that_runs_twice_at_once_issues_one_document(
    database: Database, petition_id: str
) -> None:
    def work(_: int) -> str:
        try:
            return issue(database, petition_id).number
        except IntegrityError:  # as the worker: the job comes again and finds the document
            return issue(database, petition_id).number

    assert at_once(4, work) == ["示住建答〔2026〕1号"] * 4
    assert issue(database, petition_id, "send_more").number == "示住建答〔2026〕2号"


def test_numbers_have_no_gap_where_a_step_failed(database: Database, petition_id: str) -> None:
    issue(database, petition_id, "notify_dispatch")
    with pytest.raises(Slip):
        issue(database, petition_id, then_fail=True)
    assert issue(database, petition_id).number == "示住建答〔2026〕2号"
    with database.reading() as session:
        issued = [one.element_id for one in documents_of(session, petition_id)]
    assert issued == ["notify_dispatch", "send_reply"]


def test_the_year_in_the_number_is_the_year_in_shanghai(
    database: Database, petition_id: str
) -> None:
    new_year_there = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
    issued = issue(database, petition_id, now=new_year_there)
    assert (issued.number, issued.issued_on) == ("示住建答〔2027〕1号", date(2027, 1, 1))
