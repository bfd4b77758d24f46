"""What the unit decides while it handles a matter: articles 28, 31, 32 and 34."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from law.decision_words import Procedure, Route
from law.errors import (
    ExtensionTooLate,
    HandlerHasInterest,
    InterimAnswer,
    InvestigatorsTooFew,
    OpinionIncomplete,
    SimpleProcedureExcluded,
)
from records.decisions.case import DateInFuture
from records.interest import interested_in, keep_interested
from records.ledger import open_clock
from records.models import Claim, ExtensionRequest, Matter
from records.people import PersonNotFound
from tests.records.cases import MON_2_MARCH, NOON
from tests.records.deciding import decided
from tests.records.matters import add_matter

TOMORROW = (MON_2_MARCH + timedelta(days=1)).isoformat()
TODAY = MON_2_MARCH.isoformat()
OPINION: dict[str, Any] = {
    "outcome": "explain",
    "facts": "电梯停运属实。",
    "answer": "维修资金尚在征求意见。",
    "legal_basis": "《信访工作条例》第三十二条",
}


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter that the housing unit handles by the petition procedure."""
    return add_matter(
        session,
        filed_id,
        route=Route.petition,
        procedure=Procedure.ordinary,
        accepted_on=MON_2_MARCH,
    )


class TestRecusal:
    """Who has a direct interest keeps out: article 28(3)."""

    def test_handler_and_interested_are_kept(self, session: Session, matter: Matter) -> None:
        data = {"handler": "handler_zj", "interested": ["handler2_zj"]}
        assert decided(session, "assign_handler", matter, **data) == {}
        assert matter.handler_id == "handler_zj"
        assert interested_in(session, matter.id) == {"handler2_zj"}

    def test_a_handler_with_an_interest_is_refused(self, session: Session, matter: Matter) -> None:
        with pytest.raises(HandlerHasInterest):
            decided(
                session,
                "assign_handler",
                matter,
                handler="handler_zj",
                interested=["handler_zj"],
            )

    def test_who_was_noted_stays_noted_unless_the_list_says_otherwise(
        self, session: Session, matter: Matter
    ) -> None:
        keep_interested(session, matter.id, ["handler2_zj"], now=NOON)
        with pytest.raises(HandlerHasInterest):
            decided(session, "assign_handler", matter, handler="handler2_zj")
        decided(session, "assign_handler", matter, handler="handler2_zj", interested=[])
        assert interested_in(session, matter.id) == set()

    @pytest.mark.parametrize("handler", ["handler_jy", "unit_leader_zj", "nobody"])
    def test_only_handlers_of_the_unit(
        self, session: Session, matter: Matter, handler: str
    ) -> None:
        with pytest.raises(PersonNotFound):
            decided(session, "assign_handler", matter, handler=handler)

    def test_nor_may_they_investigate(self, session: Session, matter: Matter) -> None:
        keep_interested(session, matter.id, ["handler2_zj"], now=NOON)
        both = ["handler_zj", "handler2_zj"]
        with pytest.raises(HandlerHasInterest):
            decided(session, "investigate_facts", matter, investigators=both, findings="属实")


class TestInvestigation:
    """Two investigate, or one with a reason: an office setting."""

    def test_two(self, session: Session, matter: Matter) -> None:
        both = ["handler_zj", "handler2_zj"]
        assert decided(session, "investigate_facts", matter, investigators=both) == {}

    @pytest.mark.parametrize("people", [["handler_zj"], ["handler_zj", "handler_zj"]])
    def test_one_gives_a_reason(self, session: Session, matter: Matter, people: list[str]) -> None:
        with pytest.raises(InvestigatorsTooFew):
            decided(session, "investigate_facts", matter, investigators=people, note=" ")
        said = {"investigators": people, "note": "只有一名承办人。"}
        assert decided(session, "investigate_facts", matter, **said) == {}


@pytest.mark.parametrize(
    ("element", "field"),
    [("hear_petitioner", "heard_on"), ("counsel_petitioner", "counselled_on")],
)
def test_what_has_happened_does_not_lie_in_the_future(
    session: Session, matter: Matter, element: str, field: str
) -> None:
    assert decided(session, element, matter, **{field: TODAY}) == {}
    with pytest.raises(DateInFuture) as refused:
        decided(session, element, matter, **{field: TOMORROW})
    assert refused.value.field == field


class TestDraftOpinion:
    """draft_opinion: article 32(1)."""

    def test_the_text_stays_here_and_the_claim_has_its_outcome(
        self, session: Session, matter: Matter
    ) -> None:
        assert decided(session, "draft_opinion", matter, **OPINION) == {"outcome": "explain"}
        kept = (matter.outcome, matter.facts, matter.answer, matter.legal_basis)
        assert kept == tuple(OPINION.values())
        [claim] = session.exec(select(Claim)).all()
        assert claim.outcome == "explain"

    def test_an_interim_answer_finishes_nothing(self, session: Session, matter: Matter) -> None:
        with pytest.raises(InterimAnswer):
            decided(session, "draft_opinion", matter, **OPINION, is_interim=True)
        assert matter.outcome is None

    @pytest.mark.parametrize(
        ("lacks", "named"),
        [
            ("facts", "facts_and_reasons"),
            ("answer", "decision"),
            ("legal_basis", "legal_basis"),
            ("outcome", "claim 1"),
        ],
    )
    def test_each_part_is_there(
        self, session: Session, matter: Matter, lacks: str, named: str
    ) -> None:
        with pytest.raises(OpinionIncomplete) as refused:
            decided(session, "draft_opinion", matter, **OPINION | {lacks: " "})
        assert refused.value.detail == named


class TestSignature:
    """review_legality, sign_opinion."""

    def test_the_signature_makes_it_the_unit_s_and_sends_the_outcome_on(
        self, session: Session, matter: Matter
    ) -> None:
        decided(session, "draft_opinion", matter, **OPINION)
        signed = decided(
            session, "sign_opinion", matter, by="unit_leader_zj", is_opinion_signed="yes"
        )
        assert signed == {"is_opinion_signed": True, "outcome": "explain"}
        assert (matter.signed_at, matter.signed_by) == (NOON, "unit_leader_zj")

    def test_what_is_sent_back_is_not_signed(self, session: Session, matter: Matter) -> None:
        matter.signed_at, matter.signed_by = NOON, "unit_leader_zj"
        sent_back = decided(session, "sign_opinion", matter, is_opinion_signed="no")
        assert sent_back == {"is_opinion_signed": False}
        session.refresh(matter)
        kept = [matter.signed_at, matter.signed_by]
        assert kept == [None, None]

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_the_legal_reviewer_lets_it_pass_or_not(
        self, session: Session, matter: Matter, answer: str
    ) -> None:
        variables = decided(session, "review_legality", matter, is_lawful=answer)
        assert variables == {"is_lawful": answer == "yes"}


class TestExtension:
    """decide_extension: once, by the leader, before the period ends (article 34)."""

    @pytest.fixture
    def request_(self, session: Session, matter: Matter) -> ExtensionRequest:
        open_clock(
            session,
            petition_id=matter.petition_id,
            matter_id=matter.id,
            code="D05",
            started_on=MON_2_MARCH,
            actor="engine",
            now=NOON,
        )
        request = ExtensionRequest(
            matter_id=matter.id, days=30, reason="须鉴定", asked_by="handler_zj", asked_at=NOON
        )
        session.add(request)
        session.flush()
        return request

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_who_decided_what_and_when(
        self, session: Session, matter: Matter, request_: ExtensionRequest, answer: str
    ) -> None:
        variables = decided(
            session, "decide_extension", matter, by="unit_leader_zj", is_extension_approved=answer
        )
        assert variables == {"is_extension_approved": answer == "yes"}
        kept = (request_.is_approved, request_.decided_by, request_.decided_at)
        assert kept == (answer == "yes", "unit_leader_zj", NOON)

    def test_afterwards_only_a_refusal_is_possible(
        self, session: Session, matter: Matter, request_: ExtensionRequest
    ) -> None:
        late = NOON + timedelta(days=100)
        with pytest.raises(ExtensionTooLate):
            decided(session, "decide_extension", matter, now=late, is_extension_approved="yes")
        assert request_.is_approved is None
        decided(session, "decide_extension", matter, now=late, is_extension_approved="no")
        assert request_.is_approved is False


class TestSimpleAnswer:
    """answer_simply, approve_switch."""

    def test_an_answer_at_once(self, session: Session, matter: Matter) -> None:
        variables = decided(session, "answer_simply", matter, suits_simple="yes", **OPINION)
        assert variables == {"suits_simple": True, "outcome": "explain"}
        assert matter.answer == OPINION["answer"]

    def test_what_is_not_supported_goes_over(self, session: Session, matter: Matter) -> None:
        rejected = OPINION | {"outcome": "reject"}
        with pytest.raises(SimpleProcedureExcluded) as refused:
            decided(session, "answer_simply", matter, suits_simple="yes", **rejected)
        assert refused.value.detail == "not_supported"
        assert matter.outcome is None

    def test_what_does_not_suit_is_not_answered(self, session: Session, matter: Matter) -> None:
        variables = decided(session, "answer_simply", matter, suits_simple="no", note="须鉴定")
        assert variables == {"suits_simple": False}
        assert matter.outcome is None

    @pytest.mark.parametrize("answer", ["yes", "no"])
    def test_the_leader_approves(self, session: Session, matter: Matter, answer: str) -> None:
        variables = decided(session, "approve_switch", matter, is_switch_approved=answer)
        assert variables == {"is_switch_approved": answer == "yes"}


def test_a_duty_keeps_its_answer_here(session: Session, matter: Matter) -> None:
    said = {"is_performed": "yes", "answer": "已经查处。", "legal_basis": "有关法律"}
    assert decided(session, "perform_duty", matter, **said) == {}
    assert (matter.answer, matter.legal_basis) == ("已经查处。", "有关法律")


def test_the_result_of_a_procedure_that_took_it_up(session: Session, matter: Matter) -> None:
    no = {"is_taken_up": "no", "organ": "仲裁委员会"}
    assert decided(session, "record_procedure_result", matter, **no) == {"is_taken_up": False}
    assert matter.answer is None
    yes = {"is_taken_up": "yes", "organ": "仲裁委员会", "result": "已经立案。"}
    assert decided(session, "record_procedure_result", matter, **yes) == {"is_taken_up": True}
    assert matter.answer == "已经立案。"
