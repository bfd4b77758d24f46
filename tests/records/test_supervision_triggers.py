"""What opens a supervision besides a breach: returns, ratings, checks (articles 32(2), 40(1))."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from law.decision_facts import SupervisionTrigger
from law.instants import end_of_day
from records.documents import issue_document
from records.ledger import meet_clock, open_clock, raise_alerts
from records.models import Matter, OutboxCommand, Petition, Supervision, TaskDecision, Unit
from records.models.petition import Outcome
from records.requests.rating import give_rating
from records.supervisions.breaches import open_supervision
from records.supervisions.errors import SupervisionRuns
from records.supervisions.start import carry, order_supervision, start_supervision
from records.supervisions.triggers import report_returned
from tests.records.cases import MON_2_MARCH, NOON, UNIT
from tests.records.deciding import decided
from tests.records.matters import add_matter


def triggers(session: Session) -> list[str]:
    """Of the supervisions that are open, in the order opened."""
    session.flush()
    return list(session.exec(select(Supervision.trigger).order_by(col(Supervision.id))))


def told(session: Session) -> list[str]:
    """Names of the messages, and processes started beside those of petitions."""
    session.flush()
    rows = session.exec(select(OutboxCommand).order_by(col(OutboxCommand.id)))
    names = [row.payload.get("name") or row.payload.get("process_id") for row in rows]
    return [str(name) for name in names if name != "petition"]


def supported(session: Session, filed_id: str, **fields: Any) -> Matter:
    """A matter whose claim was supported."""
    return add_matter(session, filed_id, outcome=Outcome.support, **fields)


def returned(session: Session, matter: Matter) -> None:
    """The report of the matter is returned once more."""
    issue_document(
        session,
        petition=session.get_one(Petition, matter.petition_id),
        matter=matter,
        element_id="return_for_rework",
        occasion=f"1.{matter.round}",
        kind="退办",
        title="退回重办通知书",
        html=str,
        basis="regulation_2022:22(1)",
        unit=session.get_one(Unit, UNIT),
        template_sha256="0" * 64,
        now=NOON,
    )
    matter.round += 1


def test_a_report_returned_twice_is_one_too_many(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    returned(session, matter)
    assert report_returned(session, matter, now=NOON) is None
    returned(session, matter)
    opened = report_returned(session, matter, now=NOON)
    assert opened is not None
    assert (opened.trigger, opened.unit_id, opened.clock_id) == ("returned_repeatedly", UNIT, None)
    assert report_returned(session, matter, now=NOON) == opened


def test_a_report_accepted_at_last_ends_it(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    for _ in range(2):
        returned(session, matter)
    report_returned(session, matter, now=NOON)
    decided(session, "check_closing_report", matter, is_report_accepted="yes")
    assert told(session) == ["supervision", "duty_done"]


def test_what_is_not_carried_out_is_supervised_at_once(session: Session, filed_id: str) -> None:
    supported(session, filed_id)
    add_matter(session, filed_id, ordinal=2, outcome=Outcome.reject)
    decided(session, "check_execution", filed_id, is_performed="no")
    assert triggers(session) == ["refuses_execution"]


def test_what_is_carried_out_is_not(session: Session, filed_id: str) -> None:
    supported(session, filed_id)
    decided(session, "check_execution", filed_id, is_performed="yes")
    assert triggers(session) == []


@pytest.mark.parametrize(
    ("unit", "performed", "opened"),
    [
        ("dissatisfied", "no", ["dissatisfied_unperformed"]),
        ("dissatisfied", "yes", []),
        ("satisfied", "no", []),
    ],
)
def test_dissatisfied_with_what_is_not_carried_out(
    session: Session, filed_id: str, unit: str, performed: str, opened: list[str]
) -> None:
    matter = supported(session, filed_id)
    keep_decision(session, matter, "supervise_execution", is_performed=performed)
    rate(session, filed_id, unit)
    assert triggers(session) == opened


def test_one_that_is_supervised_for_that_very_reason_is_not_supervised_twice(
    session: Session, filed_id: str
) -> None:
    matter = supported(session, filed_id)
    keep_decision(session, matter, "supervise_execution", is_performed="no")
    decided(session, "check_execution", filed_id, is_performed="no")
    rate(session, filed_id, "dissatisfied")
    assert triggers(session) == ["refuses_execution"]


def test_by_hand_one_runs_at_a_time(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    asked: dict[str, Any] = {
        "petition_id": filed_id,
        "matter_id": matter.id,
        "unit_id": UNIT,
        "trigger": SupervisionTrigger.leader_order,
        "reason": "领导批示",
        "actor": "supervisor",
        "now": NOON,
    }
    first = order_supervision(session, **asked)
    assert (first.opened_by, first.reason, first.due_on) == ("supervisor", "领导批示", None)
    with pytest.raises(SupervisionRuns):
        order_supervision(session, **asked)
    first.closed_at = NOON
    assert order_supervision(session, **asked).id != first.id


def test_two_breaches_of_one_kind_are_one_supervision_while_it_runs(
    session: Session, filed_id: str
) -> None:
    matter = add_matter(session, filed_id)
    opened = [breach(session, matter, code) for code in ("D03", "D12")]
    assert opened[0] == opened[1]
    assert told(session).count("supervision") == 1


def test_the_process_is_told_ids_and_codes_only(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id)
    row = start_supervision(
        session,
        petition_id=filed_id,
        matter_id=matter.id,
        unit_id=UNIT,
        trigger=SupervisionTrigger.shirks_or_deceives,
        reason="推诿",
        now=NOON,
    )
    session.flush()
    command = session.exec(select(OutboxCommand).order_by(col(OutboxCommand.id).desc())).first()
    assert command is not None
    assert command.ordering_key == row.id
    assert command.payload["variables"] == {
        "petition_id": filed_id,
        "supervision_id": row.id,
        "matter_id": matter.id,
        "bureau": session.get_one(Petition, filed_id).bureau_id,
        "unit": UNIT,
        "trigger": "shirks_or_deceives",
        "last_step": "none",
    }


def test_the_duty_done_ends_it_before_a_letter_and_not_after(
    session: Session, filed_id: str
) -> None:
    for number, step in enumerate(("none", "remind", "alert_leader", "supervision_letter"), 1):
        matter = add_matter(session, filed_id, ordinal=number)
        row = breach(session, matter, "D05")
        row.step = type(row.step)(step)
        session.flush()
        before = told(session).count("duty_done")
        meet_clock(session, clock_id=str(row.clock_id), actor="engine", now=NOON)
        is_told = told(session).count("duty_done") > before
        assert is_told == (step != "supervision_letter")


def test_another_instance_does_not_carry_it(session: Session, filed_id: str) -> None:
    row = breach(session, add_matter(session, filed_id), "D05")
    assert carry(session, row.id, 1, MON_2_MARCH)
    assert carry(session, row.id, 1, MON_2_MARCH)
    assert not carry(session, row.id, 2, MON_2_MARCH)


def breach(session: Session, matter: Matter, code: str) -> Supervision:
    """The supervision of a clock of this code that is over."""
    clock = open_clock(
        session,
        petition_id=matter.petition_id,
        matter_id=matter.id,
        code=code,
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    raise_alerts(session, clock_id=clock.id, now=end_of_day(clock.due_on))
    opened = open_supervision(session, clock.id, now=end_of_day(clock.due_on))
    assert opened is not None
    return opened


def keep_decision(session: Session, matter: Matter, element_id: str, **data: Any) -> None:
    """A form that was handed in at a task of the matter."""
    session.add(
        TaskDecision(
            task_key=len(session.exec(select(TaskDecision)).all()) + 1,
            petition_id=matter.petition_id,
            matter_id=matter.id,
            element_id=element_id,
            data=data,
            decided_by="handler_zj",
            decided_at=NOON,
        )
    )
    session.flush()


def rate(session: Session, filed_id: str, unit: str) -> None:
    """The petitioner rates the unit so."""
    open_clock(
        session,
        petition_id=filed_id,
        code="D21",
        started_on=MON_2_MARCH,
        actor="engine",
        now=NOON,
    )
    give_rating(
        session,
        session.get_one(Petition, filed_id),
        bureau="satisfied",
        unit=unit,
        reason="电梯仍未修复",
        recorded_by="clerk",
        now=NOON + timedelta(hours=1),
    )
