"""issue_receipt - article 21(2): the petitioner holds number and query code in hand."""

import pytest
from sqlmodel import select

from records.models import DocumentService
from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.petition.issue_receipt import issue_receipt

pytestmark = pytest.mark.usefixtures("calendar")


def test_it_names_number_and_query_code(case: Case) -> None:
    issue_receipt(case.petition_id)
    (receipt,) = case.documents()
    petition = case.petition()
    assert (receipt.issued_by, receipt.addressee) == (BUREAU, "petitioner")
    assert petition.number in receipt.body
    assert petition.query_code in receipt.body


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    for day in (2, 3):
        clock.moment = clock.moment.replace(day=day)
        issue_receipt(case.petition_id)
    assert [receipt.issued_on.day for receipt in case.documents()] == [2]


def test_it_is_served_at_once_where_electronic_service_was_agreed_to(case: Case) -> None:
    at_bureau(case).change_petitioner(accepts_electronic=True)
    for _ in range(2):
        issue_receipt(case.petition_id)
    with case.database.reading() as session:
        served = session.exec(select(DocumentService)).all()
        assert [(one.way, str(one.received_on)) for one in served] == [("electronic", "2026-03-02")]
