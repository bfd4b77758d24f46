"""Every attempt to serve a document is kept, with the day of receipt when it succeeded."""

from datetime import date

import pytest
from sqlmodel import Session

from law.errors import RefusalMissing
from law.service import Way
from records.documents import issue_document
from records.models import Document, Petition, Unit
from records.services import record_service, services_of
from tests.records.cases import NOON, UNIT

TUE_3_MARCH = date(2026, 3, 3)


@pytest.fixture
def document(session: Session, filed_id: str) -> Document:
    """An issued opinion."""
    return issue_document(
        session,
        petition=session.get_one(Petition, filed_id),
        element_id="issue_opinion",
        kind="复",
        title="处理意见书",
        html=str,
        basis="regulation_2022:32",
        unit=session.get_one(Unit, UNIT),
        template_sha256="0" * 64,
        now=NOON,
    )


def test_a_failed_attempt_and_then_public_notice(session: Session, document: Document) -> None:
    record_service(
        session, document, way=Way.post, on=TUE_3_MARCH, is_served=False, server_id="x", now=NOON
    )
    record_service(
        session,
        document,
        way=Way.public_notice,
        on=TUE_3_MARCH,
        is_served=True,
        other_ways_failed=True,
        server_id="x",
        now=NOON,
    )
    failed, served = services_of(session, [document.id])[document.id]
    assert (failed.ordinal, failed.received_on) == (1, None)
    assert (served.ordinal, served.received_on) == (2, date(2026, 4, 2))


def test_the_law_refuses_what_proves_nothing(session: Session, document: Document) -> None:
    with pytest.raises(RefusalMissing):
        record_service(
            session, document, way=Way.left, on=TUE_3_MARCH, is_served=True, server_id="x", now=NOON
        )
    assert services_of(session, [document.id]) == {}
