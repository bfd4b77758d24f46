"""Who keeps out of a matter has none of its tasks (article 28(3)); decisions know their matter."""

import pytest
from sqlmodel import Session

from law.errors import HandlerHasInterest
from records.interest import keep_interested, keeps_out
from records.models import Matter, TaskDecision, User
from records.people import Person, person_of
from records.tasks.claiming import assign_task, claim_task
from records.tasks.deciding import decide_task
from records.tasks.errors import TaskNotFound
from records.tasks.rules import TaskRef
from tests.records.cases import BUREAU, NOON, UNIT
from tests.records.matters import add_matter

KEY = 2251799813690105


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter that the second handler keeps out of."""
    matter = add_matter(session, filed_id)
    keep_interested(session, matter.id, ["handler2_zj"], now=NOON)
    session.flush()
    return matter


def person(session: Session, user_id: str) -> Person:
    return person_of(session, session.get_one(User, user_id))


def hearing(matter: Matter, matter_id: str | None) -> TaskRef:
    groups = (f"handler@{UNIT}",)
    return TaskRef(
        KEY, matter.petition_id, BUREAU, "hear_petitioner", None, groups, True, matter_id
    )


def decide(session: Session, user_id: str, task: TaskRef) -> TaskDecision:
    data = {"heard_on": "2026-03-02", "statement": "陈述如下。"}
    by = person(session, user_id)
    return decide_task(session, by, task, data, schema={}, proposals=(), now=NOON)


def test_they_neither_claim_a_task_nor_are_given_one(session: Session, matter: Matter) -> None:
    task = hearing(matter, matter.id)
    with pytest.raises(HandlerHasInterest):
        claim_task(session, person(session, "handler2_zj"), task, now=NOON)
    leader = person(session, "unit_leader_zj")
    with pytest.raises(HandlerHasInterest):
        assign_task(session, leader, task, "handler2_zj", now=NOON)
    claim_task(session, person(session, "handler_zj"), task, now=NOON)


def test_nor_do_they_decide_what_they_held_before(session: Session, matter: Matter) -> None:
    task = hearing(matter, matter.id)
    claim_task(session, person(session, "handler_zj"), task, now=NOON)
    keep_interested(session, matter.id, ["handler_zj"], now=NOON)
    with pytest.raises(HandlerHasInterest):
        decide(session, "handler_zj", task)


def test_another_matter_is_nothing_to_keep_out_of(
    session: Session, filed_id: str, matter: Matter
) -> None:
    other = add_matter(session, filed_id, ordinal=2)
    assert [keeps_out(session, one, "handler2_zj") for one in (matter.id, other.id, None)] == [
        True,
        False,
        False,
    ]
    claim_task(session, person(session, "handler2_zj"), hearing(matter, other.id), now=NOON)


def test_the_decision_is_kept_with_its_matter(session: Session, matter: Matter) -> None:
    task = hearing(matter, matter.id)
    claim_task(session, person(session, "handler_zj"), task, now=NOON)
    assert decide(session, "handler_zj", task).matter_id == matter.id


def test_a_matter_that_is_not_the_petition_s_is_no_task(session: Session, matter: Matter) -> None:
    task = hearing(matter, "another")
    claim_task(session, person(session, "handler_zj"), task, now=NOON)
    with pytest.raises(TaskNotFound):
        decide(session, "handler_zj", task)
