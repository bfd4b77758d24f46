"""A hearing in re-review on its own: the clock pauses from the notice to the conclusion (36(2))."""

from datetime import timedelta

import pytest

from law.clock_ledger import ClockState
from records import outbox
from records.ledger import open_clock, state_of
from records.models import Clock, Membership
from simulation.answers import Form, Task
from tests.engine.casework import UNIT, in_handling
from tests.engine.moved_time import move_to, now_of, today_of
from tests.engine.procedure.driver import LEAVE_OPEN, WAIT, Case, Cohort, Scenario
from tests.running import Running, until

pytestmark = pytest.mark.engine

REREVIEW = "D10"
DAYS = 15


def hearing_in_rereview(xinfang: Running, number: str) -> tuple[Case, str]:
    """Begin a re-review of this petition's matter today and its hearing; the id of the clock."""
    (row,) = xinfang.query(
        "SELECT m.id, m.petition_id FROM matter m JOIN petition p ON p.id = m.petition_id "
        "WHERE p.number = :number",
        number=number,
    )
    with xinfang.database.transaction() as session:
        session.add(Membership(user_id="unit_leader_zj", role="review_handler", unit_id=UNIT))
        clock = open_clock(
            session,
            petition_id=row.petition_id,
            matter_id=row.id,
            code=REREVIEW,
            started_on=today_of(xinfang),
            actor="engine",
            now=now_of(xinfang),
        )
        variables = {
            "petition_id": row.petition_id,
            "matter_id": row.id,
            "unit": UNIT,
            "phase": "rereview",
            "review_id": "review-1",
        }
        command = {"process_id": "hearing", "petition_id": row.petition_id}
        outbox.enqueue(
            session,
            "start_instance",
            command | {"variables": variables},
            ordering_key=clock.id,
            now=now_of(xinfang),
        )
    # What is open in handling stays open: only the hearing goes on.
    answers = {"assign_handler": lambda _case, _task: LEAVE_OPEN, "hold_hearing": on_its_day}
    case = Case(Scenario(number, answers=answers), xinfang)
    case.number, case.petition_id = number, row.petition_id
    return case, clock.id


def on_its_day(case: Case, task: Task) -> Form:
    """Holds the hearing as soon as its day has come."""
    if today_of(case.xinfang).isoformat() < task["data"]["hearing_on"]:
        return WAIT
    return case.usual("hold_hearing", task)


def test_the_last_day_moves_by_exactly_the_length_of_the_hearing(
    time_machine_xinfang: Running,
) -> None:
    xinfang = time_machine_xinfang
    number = in_handling(xinfang)
    case, clock_id = hearing_in_rereview(xinfang, number)
    cohort = Cohort(xinfang, [])
    cohort.cases[number] = case

    def state() -> ClockState:
        with xinfang.database.reading() as session:
            return state_of(session, session.get_one(Clock, clock_id))[1]

    def is_paused() -> bool:
        cohort.complete_open()
        return state().is_paused

    before = state()
    until(is_paused)
    notified_on = today_of(xinfang)
    move_to(xinfang, now_of(xinfang) + timedelta(days=DAYS))
    until(lambda: not is_paused())
    after = state()
    assert case.refused == []
    assert before.due is not None
    assert after.due is not None
    assert after.due.unrolled - before.due.unrolled == today_of(xinfang) - notified_on
    assert after.paused_days == DAYS
