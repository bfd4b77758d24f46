"""What is decided once the opinion is out: it is served (article 35), carried out, followed up."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from law.errors import (
    ConsentMissing,
    ProofOfServiceMissing,
    PublicNoticeTooEarly,
    RefusalMissing,
)
from records.decisions import DECISIONS, decide
from records.decisions.case import DateInFuture
from records.decisions.serving import NothingToServe
from records.models import Document, DocumentService, Matter, Petition
from records.services import services_of
from tests.records.cases import ADDRESS, MON_2_MARCH, NOON, UNIT
from tests.records.deciding import decided
from tests.records.matters import add_matter

SERVED: dict[str, Any] = {
    "way": "in_person",
    "on": MON_2_MARCH.isoformat(),
    "is_document_served": "yes",
    "is_proved": True,
}


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter whose opinion was issued."""
    return add_matter(session, filed_id)


@pytest.fixture
def opinion(session: Session, matter: Matter) -> Document:
    """Its newest opinion; there was an earlier one."""
    return [_opinion(session, matter, number) for number in (1, 2)][-1]


def attempts(session: Session, document: Document) -> list[DocumentService]:
    return services_of(session, [document.id]).get(document.id, [])


class TestServing:
    """hand_over_document: by analogy to the Civil Procedure Law."""

    def test_the_day_of_receipt_is_kept_with_who_served_it(
        self, session: Session, matter: Matter, opinion: Document
    ) -> None:
        assert decided(session, "hand_over_document", matter, **SERVED) == {
            "is_document_served": True
        }
        [attempt] = attempts(session, opinion)
        assert (attempt.received_on, attempt.server_id) == (MON_2_MARCH, "handler_zj")
        assert attempt.place == ADDRESS

    def test_every_attempt_is_kept(
        self, session: Session, matter: Matter, opinion: Document
    ) -> None:
        failed = SERVED | {"is_document_served": "no", "refused": True, "is_proved": False}
        assert decided(session, "hand_over_document", matter, **failed) == {
            "is_document_served": False
        }
        left = SERVED | {"way": "left", "refused": True, "witness": "某社区工作者"}
        decided(session, "hand_over_document", matter, **left)
        first, second = attempts(session, opinion)
        assert (first.ordinal, first.is_served, first.received_on) == (1, False, None)
        assert (second.ordinal, second.is_served, second.witness) == (2, True, "某社区工作者")

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"is_proved": False}, ProofOfServiceMissing),
            ({"way": "electronic"}, ConsentMissing),
            ({"way": "left"}, RefusalMissing),
            ({"way": "public_notice"}, PublicNoticeTooEarly),
        ],
    )
    def test_what_is_no_service_is_refused(
        self,
        session: Session,
        matter: Matter,
        opinion: Document,
        change: dict[str, Any],
        error: type[Exception],
    ) -> None:
        with pytest.raises(error):
            decided(session, "hand_over_document", matter, **SERVED | change)
        assert attempts(session, opinion) == []

    def test_public_notice_counts_its_days(
        self, session: Session, matter: Matter, opinion: Document
    ) -> None:
        last = SERVED | {"way": "public_notice", "other_ways_failed": True}
        decided(session, "hand_over_document", matter, **last)
        [attempt] = attempts(session, opinion)
        assert attempt.received_on == MON_2_MARCH + timedelta(days=30)

    def test_it_was_not_served_tomorrow(
        self, session: Session, matter: Matter, opinion: Document
    ) -> None:
        tomorrow = (MON_2_MARCH + timedelta(days=1)).isoformat()
        with pytest.raises(DateInFuture):
            decided(session, "hand_over_document", matter, **SERVED | {"on": tomorrow})
        assert attempts(session, opinion) == []

    def test_before_there_is_an_opinion_nothing_is_served(
        self, session: Session, matter: Matter
    ) -> None:
        with pytest.raises(NothingToServe):
            decided(session, "hand_over_document", matter, **SERVED)


def test_what_was_carried_out_was_so_by_today(session: Session, matter: Matter) -> None:
    tomorrow = (MON_2_MARCH + timedelta(days=1)).isoformat()
    assert decided(session, "supervise_execution", matter, is_performed="no") == {}
    with pytest.raises(DateInFuture):
        decided(session, "supervise_execution", matter, is_performed="yes", performed_on=tomorrow)


@pytest.mark.parametrize(
    "element", ["complete_closing_checks", "follow_up_petitioner", "check_execution"]
)
def test_what_is_only_kept_sends_nothing_on(session: Session, matter: Matter, element: str) -> None:
    assert decided(session, element, matter, aid="none", reached="no", is_performed="yes") == {}


def test_a_step_without_a_function_routes_by_the_choices_its_form_lists(
    session: Session, filed_id: str
) -> None:
    schema = {
        "components": [
            {"type": "radio", "key": "mode", "values": [{"label": "甲", "value": "a"}]},
            {"type": "checkbox", "key": "is_urgent"},
            {"type": "select", "key": "unit", "valuesKey": "unit_options"},
            {"type": "textarea", "key": "note"},
        ]
    }
    data = {"mode": "a", "is_urgent": True, "unit": UNIT, "note": "某人"}
    petition = session.get_one(Petition, filed_id)
    assert "weigh_case" not in DECISIONS
    assert decide(
        session, "weigh_case", petition, None, data, schema, person_id="leader", now=NOON
    ) == {"mode": "a", "is_urgent": True}


def _opinion(session: Session, matter: Matter, number: int) -> Document:
    document = Document(
        petition_id=matter.petition_id,
        matter_id=matter.id,
        element_id="issue_opinion",
        occasion=f"1.{number}",
        number=f"示住建意见〔2026〕{number}号",
        title="信访事项处理意见书",
        body="",
        sha256="",
        template_sha256="",
        basis="regulation_2022:32(1)",
        issued_by=UNIT,
        issued_on=date(2026, 3, 2),
        issued_at=NOON + timedelta(minutes=number),
    )
    session.add(document)
    session.flush()
    return document
