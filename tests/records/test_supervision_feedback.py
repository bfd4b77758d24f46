"""Feedback on a supervision: in time, verified either way, or missed, which climbs one step."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from law.decision_facts import Adoption, SupervisionTrigger
from law.decision_words import SupervisionStep
from law.instants import end_of_day
from records.clocks.many import withdraw_all
from records.decisions import decide
from records.ledger import clocks_of, raise_alerts
from records.models import Advice, Matter, OutboxCommand, Petition, Supervision
from records.models.supervision import SupervisionState, Verification
from records.supervisions.advice import note_issued
from records.supervisions.breaches import breach_without_supervision, open_supervision
from records.supervisions.errors import SupervisionNotFound
from records.supervisions.feedback import ask_feedback
from records.supervisions.find import supervision_of
from records.supervisions.ladder import take_step
from records.supervisions.start import start_supervision
from tests.records.cases import NOON, UNIT
from tests.records.matters import add_matter


@pytest.fixture
def row(session: Session, filed_id: str) -> Supervision:
    """A supervision whose letter has gone out; feedback is awaited."""
    matter = add_matter(session, filed_id)
    found = start(session, matter, SupervisionTrigger.leader_order)
    take_step(session, found, SupervisionStep.supervision_letter, now=NOON)
    return found


def start(session: Session, matter: Matter, trigger: SupervisionTrigger) -> Supervision:
    """A supervision of the unit that has the matter."""
    return start_supervision(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        unit_id=UNIT,
        trigger=trigger,
        now=NOON,
    )


def handed_in(session: Session, row: Supervision, element_id: str, **data: Any) -> dict[str, Any]:
    """Routing variables of this form."""
    matter = session.get_one(Matter, row.matter_id)
    return decide(
        session,
        element_id,
        session.get_one(Petition, row.petition_id),
        matter,
        data,
        {},
        person_id="clerk",
        now=NOON,
        supervision_id=row.id,
    )


def entries(session: Session, row: Supervision) -> dict[str, list[str]]:
    """Entries of each clock of the petition, by code."""
    found = clocks_of(session, row.petition_id)
    return {clock.code: [event.kind for event in events] for clock, events in found}


def messages(session: Session) -> list[tuple[str, str]]:
    """Name and key of each message."""
    session.flush()
    rows = session.exec(
        select(OutboxCommand)
        .where(OutboxCommand.kind == "publish_message")
        .order_by(col(OutboxCommand.id))
    )
    return [(row.payload["name"], row.payload["correlation_key"]) for row in rows]


@pytest.mark.parametrize("way", list(Verification))
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_feedback_in_time_is_verified_by_phone_or_on_site(
    session: Session, row: Supervision, way: Verification, answer: str
) -> None:
    ask_feedback(session, row, now=NOON)
    assert handed_in(session, row, "give_feedback", feedback="已经修复。") == {}
    assert (row.feedback, row.state) == ("已经修复。", SupervisionState.answered)
    assert entries(session, row) == {"D17a": ["started", "met"]}
    routed = handed_in(
        session,
        row,
        "verify_feedback",
        verification=way.value,
        verified_on=NOON.date().isoformat(),
        is_corrected=answer,
    )
    assert routed == {"is_corrected": answer == "yes"}
    assert (row.verification, row.state) == (way, SupervisionState.verified)


def test_a_period_that_ends_without_feedback_takes_it_one_step_further_once(
    session: Session, row: Supervision
) -> None:
    clock = ask_feedback(session, row, now=NOON)
    over = end_of_day(clock.due_on)
    assert not breach_without_supervision(session, clock.id)
    raise_alerts(session, clock_id=clock.id, now=over)
    assert breach_without_supervision(session, clock.id)
    for _ in range(2):
        assert open_supervision(session, clock.id, now=over) == row
    assert not breach_without_supervision(session, clock.id)
    assert messages(session) == [("feedback_missed", clock.id)]
    assert row.missed_on == clock.due_on
    assert entries(session, row)["D17a"][-2:] == ["breached", "withdrawn"]
    assert len(session.exec(select(Supervision)).all()) == 1


def test_each_step_has_a_period_of_its_own(session: Session, row: Supervision) -> None:
    first = ask_feedback(session, row, now=NOON)
    over = end_of_day(first.due_on)
    raise_alerts(session, clock_id=first.id, now=over)
    open_supervision(session, first.id, now=over)
    take_step(session, row, SupervisionStep.talk, now=over)
    second = ask_feedback(session, row, now=over + timedelta(hours=1))
    assert second.id != first.id
    assert row.feedback_due_on == second.due_on > first.due_on


def test_supervisions_of_one_matter_have_periods_apart(session: Session, row: Supervision) -> None:
    matter = session.get_one(Matter, row.matter_id)
    other = start(session, matter, SupervisionTrigger.policy_problem)
    assert ask_feedback(session, row, now=NOON).id != ask_feedback(session, other, now=NOON).id


def test_a_withdrawn_matter_does_not_end_the_period(session: Session, row: Supervision) -> None:
    ask_feedback(session, row, now=NOON)
    withdraw_all(session, matter_id=row.matter_id, reason="撤回", now=NOON)
    assert entries(session, row) == {"D17a": ["started"]}


def test_the_leader_says_whether_the_own_delay_is_put_right(
    session: Session, row: Supervision
) -> None:
    assert handed_in(session, row, "order_correction", is_corrected="yes", note="已转送") == {
        "is_corrected": True
    }
    assert row.is_corrected


def test_a_letter_that_is_not_called_for_is_not_sent(session: Session, row: Supervision) -> None:
    for answer, signed in (("yes", True), ("no", False)):
        routed = handed_in(session, row, "sign_supervision_letter", is_letter_signed=answer)
        assert routed == {"is_letter_signed": signed}


@pytest.mark.parametrize("adoption", list(Adoption))
@pytest.mark.parametrize("kind", ["improve", "policy", "liability"])
def test_a_suggestion_of_each_kind_is_answered_in_each_way(
    session: Session, row: Supervision, kind: str, adoption: Adoption
) -> None:
    causes = {"duty_causes": "无人跟进", "policy_causes": "无", "conduct_causes": "无"}
    drafted = {"kind": kind, "unit": UNIT, "suggestion": "建立制度", **causes}
    assert handed_in(session, row, "draft_advice", **drafted) == {"unit": UNIT}
    handed_in(session, row, "draft_advice", **drafted | {"suggestion": "完善制度"})
    (advice,) = session.exec(select(Advice)).all()
    assert (advice.kind, advice.suggestion) == (kind, "完善制度")
    note_issued(session, row, advice, now=NOON)
    assert str(advice.due_on) == "2026-04-01"
    reasons = {"adoption": adoption.value, "adoption_reason": "已经落实"}
    assert handed_in(session, row, "answer_advice", **reasons) == {}
    assert (advice.adoption, advice.answered_on) == (adoption, NOON.date())
    assert entries(session, row) == {"D17": ["started", "met"]}


def test_who_is_late_with_an_answer_to_a_suggestion_is_only_reminded(
    session: Session, row: Supervision
) -> None:
    causes = {"duty_causes": "无", "policy_causes": "无", "conduct_causes": "无"}
    handed_in(session, row, "draft_advice", kind="policy", unit=UNIT, suggestion="修改", **causes)
    (advice,) = session.exec(select(Advice)).all()
    clock = note_issued(session, row, advice, now=NOON)
    raise_alerts(session, clock_id=clock.id, now=end_of_day(clock.due_on))
    assert not breach_without_supervision(session, clock.id)
    assert open_supervision(session, clock.id, now=NOON) is None


def test_an_unknown_supervision_is_not_found(session: Session) -> None:
    for unknown in (None, "nothing"):
        with pytest.raises(SupervisionNotFound):
            supervision_of(session, unknown)
