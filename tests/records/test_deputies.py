"""Absence and deputy (代理): who may be one, what a deputy may do, what comes back afterwards."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from law.errors import HandlerHasInterest
from records import audit
from records.absences import (
    AbsenceDates,
    AbsenceNotFound,
    AbsenceOverlaps,
    DeputyAway,
    DeputyNeeded,
    DeputyUnfit,
    NewAbsence,
    absences_seen,
    end_absence,
    enter_absence,
)
from records.interest import keep_interested
from records.models import Absence, AuditEntry, Matter, Membership, TaskDecision, TaskHold, User
from records.people import Person, PersonNotFound, person_of
from records.tasks.claiming import assign_task, claim_task, release_task
from records.tasks.deciding import decide_task
from records.tasks.errors import TaskEnded, TaskHeld, TaskNotFound, TaskNotYours
from records.tasks.rules import TaskRef
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, UNIT
from tests.records.matters import add_matter

KEY = 2251799813690205
FRI_6_MARCH, MON_9_MARCH = date(2026, 3, 6), date(2026, 3, 9)
AWAY, DEPUTY, LEADER = "handler_zj", "acceptance_zj", "unit_leader_zj"
HANDLERS = (f"handler@{UNIT}",)
SAID = {"heard_on": "2026-03-02", "statement": "陈述如下。"}


def someone(session: Session, user_id: str, on: date = MON_2_MARCH) -> Person:
    return person_of(session, session.get_one(User, user_id), on=on)


def away(
    session: Session,
    user_id: str = AWAY,
    deputy: str = DEPUTY,
    *,
    by: str | None = None,
    first: date = MON_2_MARCH,
    last: date = FRI_6_MARCH,
) -> Absence:
    """An absence of this week, entered by the person or by somebody else."""
    new = NewAbsence(user_id, deputy, first, last)
    person = someone(session, by or user_id)
    return enter_absence(session, person, new, now=NOON, today=MON_2_MARCH)


def grant(session: Session, user_id: str, role: str, unit: str = UNIT) -> None:
    session.add(Membership(user_id=user_id, role=role, unit_id=unit))
    session.flush()


def newest(session: Session) -> AuditEntry:
    entry = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc())).first()
    assert entry is not None
    return entry


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    return add_matter(session, filed_id)


@pytest.fixture
def task(matter: Matter) -> TaskRef:
    """Hearing the petitioner, a task for the unit's handlers."""
    return TaskRef(
        KEY, matter.petition_id, BUREAU, "hear_petitioner", None, HANDLERS, True, matter.id
    )


def decide(session: Session, person: Person, task: TaskRef) -> TaskDecision:
    return decide_task(session, person, task, SAID, schema={}, proposals=(), now=NOON)


class TestWhoMayBeDeputy:
    def test_a_colleague_of_the_same_unit_is_named_by_oneself(self, session: Session) -> None:
        absence = away(session)

        entry = newest(session)
        assert (entry.actor, entry.action) == (AWAY, "enter_absence")
        assert entry.detail == {
            "absence": absence.id,
            "person": AWAY,
            "deputy": DEPUTY,
            "first_day": "2026-03-02",
            "last_day": "2026-03-06",
        }

    def test_somebody_of_another_unit_only_by_the_leader(self, session: Session) -> None:
        with pytest.raises(DeputyUnfit):
            away(session, deputy="handler_jy")
        away(session, deputy="handler_jy", by=LEADER)

        assert someone(session, "handler_jy").has("handler", at=UNIT)

    def test_a_leader_does_not_give_away_roles_in_units_led_by_others(
        self, session: Session
    ) -> None:
        grant(session, AWAY, "handler", "990100-rs")

        with pytest.raises(DeputyUnfit):
            away(session, by=LEADER)
        away(session, by="admin")

    def test_nobody_enters_an_absence_of_people_they_do_not_lead(self, session: Session) -> None:
        for stranger in ("handler2_zj", "unit_leader_jy", "clerk"):
            with pytest.raises(PersonNotFound):
                away(session, by=stranger)
        with pytest.raises(PersonNotFound):
            away(session, "nobody", by="admin")

    def test_neither_oneself_nor_a_closed_account_stands_in(self, session: Session) -> None:
        with pytest.raises(DeputyUnfit):
            away(session, deputy=AWAY)
        session.get_one(User, DEPUTY).is_active = False
        with pytest.raises(DeputyUnfit):
            away(session)

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            (FRI_6_MARCH, MON_2_MARCH),
            (date(2026, 2, 20), date(2026, 3, 1)),
            (MON_2_MARCH, date(2027, 3, 3)),
        ],
        ids=["ends before it begins", "over before today", "longer than a year"],
    )
    def test_days_make_sense(self, session: Session, first: date, last: date) -> None:
        with pytest.raises(AbsenceDates):
            away(session, first=first, last=last)

    def test_one_is_away_once_at_a_time(self, session: Session) -> None:
        away(session)
        with pytest.raises(AbsenceOverlaps):
            away(session, deputy="legal_zj", first=FRI_6_MARCH, last=MON_9_MARCH)
        away(session, deputy="legal_zj", first=MON_9_MARCH, last=MON_9_MARCH)


class TestNoChains:
    def test_who_is_away_is_nobodys_deputy(self, session: Session) -> None:
        away(session, DEPUTY, "legal_zj")
        with pytest.raises(DeputyAway):
            away(session)

    def test_a_deputy_does_not_go_away(self, session: Session) -> None:
        away(session)
        with pytest.raises(DeputyNeeded):
            away(session, DEPUTY, "legal_zj", first=FRI_6_MARCH, last=MON_9_MARCH)
        away(session, DEPUTY, "legal_zj", first=MON_9_MARCH, last=MON_9_MARCH)

    def test_two_do_not_stand_in_for_one_another(self, session: Session) -> None:
        away(session)
        with pytest.raises(DeputyAway):
            away(session, DEPUTY, AWAY)

    def test_not_even_an_administrator_makes_a_chain(self, session: Session) -> None:
        away(session)
        with pytest.raises(DeputyNeeded):
            away(session, DEPUTY, "legal_zj", by="admin")

    def test_the_deputy_of_a_leader_names_no_deputies(self, session: Session) -> None:
        away(session, LEADER, DEPUTY)
        assert someone(session, DEPUTY).has("unit_leader", at=UNIT)
        with pytest.raises(PersonNotFound):
            away(session, "handler2_zj", "legal_zj", by=DEPUTY)

    def test_one_may_stand_in_for_two(self, session: Session) -> None:
        away(session)
        away(session, "legal_zj", DEPUTY)
        assert someone(session, DEPUTY).represented_ids == {AWAY, "legal_zj"}


class TestWhatADeputyIs:
    def test_groups_come_on_the_first_day_and_go_after_the_last(self, session: Session) -> None:
        away(session)
        days = [date(2026, 3, 1), MON_2_MARCH, FRI_6_MARCH, date(2026, 3, 7)]

        has = [someone(session, DEPUTY, day).has("handler", at=UNIT) for day in days]

        assert has == [False, True, True, False]
        assert someone(session, DEPUTY).own_groups == {f"acceptance_clerk@{UNIT}"}

    def test_the_person_keeps_their_groups_meanwhile(self, session: Session) -> None:
        away(session)
        assert someone(session, AWAY).has("handler", at=UNIT)

    def test_without_a_day_nobody_stands_in(self, session: Session) -> None:
        away(session)
        assert person_of(session, session.get_one(User, DEPUTY)).represents == ()

    def test_ending_takes_the_groups_away_at_once_and_is_in_the_trail(
        self, session: Session
    ) -> None:
        absence = away(session)
        with pytest.raises(AbsenceNotFound):
            end_absence(session, someone(session, DEPUTY), absence.id, now=NOON)

        end_absence(session, someone(session, LEADER), absence.id, now=NOON)
        end_absence(session, someone(session, AWAY), absence.id, now=NOON)

        assert someone(session, DEPUTY).represents == ()
        ended = session.exec(select(AuditEntry).where(AuditEntry.action == "end_absence")).all()
        assert [(one.actor, one.detail["person"], one.detail["deputy"]) for one in ended] == [
            (LEADER, AWAY, DEPUTY)
        ]

    def test_what_is_sealed_is_never_deputised(self, session: Session) -> None:
        away(session, "sealed", "classifier", by="leader")

        deputy = someone(session, "classifier")

        assert deputy.represented_ids == {"sealed"}
        assert not deputy.has("sealed_clerk")

    def test_who_is_of_the_sealed_desk_stays_so_and_gets_the_other_roles(
        self, session: Session
    ) -> None:
        grant(session, "sealed", "window_clerk", BUREAU)
        grant(session, "classifier", "sealed_clerk", BUREAU)
        away(session, "sealed", "classifier")

        deputy = someone(session, "classifier")

        assert deputy.has("sealed_clerk", "window_clerk", at=BUREAU)
        assert f"sealed_clerk@{BUREAU}" in deputy.own_groups
        assert deputy.represents[0].groups == {f"window_clerk@{BUREAU}"}

    def test_nobody_becomes_administrator_by_standing_in(self, session: Session) -> None:
        away(session, "admin", "leader")
        assert not someone(session, "leader").has("administrator")

    def test_people_see_the_absences_that_concern_them(self, session: Session) -> None:
        absence = away(session)
        seen = {
            user: absences_seen(session, someone(session, user), MON_2_MARCH) == [absence]
            for user in (AWAY, DEPUTY, LEADER, "admin", "handler2_zj", "unit_leader_jy")
        }
        assert [user for user, sees in seen.items() if sees] == [AWAY, DEPUTY, LEADER, "admin"]


class TestTasks:
    def test_a_deputy_decides_what_is_held_and_the_trail_names_both(
        self, session: Session, task: TaskRef
    ) -> None:
        claim_task(session, someone(session, AWAY), task, now=NOON)
        with pytest.raises(TaskNotFound):
            decide(session, someone(session, DEPUTY), task)
        away(session)

        decision = decide(session, someone(session, DEPUTY), task)

        assert (decision.decided_by, decision.decided_for) == (DEPUTY, AWAY)
        entry = newest(session)
        assert (entry.actor, entry.detail["represents"]) == (DEPUTY, AWAY)

    def test_what_a_deputy_claims_is_the_absent_persons(
        self, session: Session, task: TaskRef
    ) -> None:
        away(session)

        claim_task(session, someone(session, DEPUTY), task, now=NOON)

        assert session.get_one(TaskHold, KEY).user_id == AWAY
        entry = newest(session)
        assert (entry.actor, entry.action) == (DEPUTY, "claim_task")
        assert (entry.detail["holder"], entry.detail["represents"]) == (AWAY, AWAY)
        claim_task(session, someone(session, DEPUTY), task, now=NOON)
        with pytest.raises(TaskHeld):
            claim_task(session, someone(session, "handler2_zj"), task, now=NOON)

    def test_what_was_not_done_is_the_owners_alone_afterwards(
        self, session: Session, task: TaskRef
    ) -> None:
        away(session)
        claim_task(session, someone(session, DEPUTY), task, now=NOON)

        with pytest.raises(TaskNotFound):
            decide(session, someone(session, DEPUTY, MON_9_MARCH), task)

        decision = decide(session, someone(session, AWAY, MON_9_MARCH), task)
        assert (decision.decided_by, decision.decided_for) == (AWAY, None)

    def test_who_has_the_group_themselves_acts_for_themselves(
        self, session: Session, task: TaskRef
    ) -> None:
        away(session, deputy="handler2_zj")

        claim_task(session, someone(session, "handler2_zj"), task, now=NOON)
        decision = decide(session, someone(session, "handler2_zj"), task)

        assert (decision.decided_by, decision.decided_for) == ("handler2_zj", None)
        assert "represents" not in newest(session).detail

    def test_both_decide_at_once_and_the_first_one_stands(
        self, session: Session, task: TaskRef
    ) -> None:
        claim_task(session, someone(session, AWAY), task, now=NOON)
        away(session)
        decide(session, someone(session, DEPUTY), task)

        again = decide(session, someone(session, DEPUTY), task)

        assert again.decided_by == DEPUTY
        with pytest.raises(TaskEnded):
            claim_task(session, someone(session, AWAY), task, now=NOON)

    def test_a_deputy_gives_back_what_the_absent_person_holds(
        self, session: Session, task: TaskRef
    ) -> None:
        claim_task(session, someone(session, AWAY), task, now=NOON)
        away(session)

        release_task(session, someone(session, DEPUTY), task, now=NOON)

        assert session.get(TaskHold, KEY) is None
        assert newest(session).detail["represents"] == AWAY

    def test_a_leader_is_represented_in_assigning(self, session: Session, task: TaskRef) -> None:
        away(session, LEADER, DEPUTY)

        assign_task(session, someone(session, DEPUTY), task, "handler2_zj", now=NOON)

        entry = newest(session)
        assert (entry.actor, entry.detail["represents"]) == (DEPUTY, LEADER)
        with pytest.raises(TaskNotYours):
            decide(session, someone(session, DEPUTY), task)

    def test_a_deputy_with_an_interest_keeps_out(
        self, session: Session, task: TaskRef, matter: Matter
    ) -> None:
        claim_task(session, someone(session, AWAY), task, now=NOON)
        away(session)
        keep_interested(session, matter.id, [DEPUTY], now=NOON)

        with pytest.raises(HandlerHasInterest):
            decide(session, someone(session, DEPUTY), task)

    def test_nobody_acts_for_who_keeps_out(
        self, session: Session, task: TaskRef, matter: Matter
    ) -> None:
        away(session)
        keep_interested(session, matter.id, [AWAY], now=NOON)

        with pytest.raises(HandlerHasInterest):
            claim_task(session, someone(session, DEPUTY), task, now=NOON)

    def test_a_sealed_task_that_is_held_stays_unseen(self, session: Session, filed_id: str) -> None:
        groups = (f"sealed_clerk@{BUREAU}",)
        sealed = TaskRef(KEY, filed_id, BUREAU, "hand_over_report", None, groups, True)
        claim_task(session, someone(session, "sealed"), sealed, now=NOON)
        away(session, "sealed", "classifier", by="leader")

        with pytest.raises(TaskNotFound):
            claim_task(session, someone(session, "classifier"), sealed, now=NOON)
        with pytest.raises(TaskNotFound):
            decide(session, someone(session, "classifier"), sealed)
        with pytest.raises(TaskNotFound):
            release_task(session, someone(session, "classifier"), sealed, now=NOON)


def test_other_acts_of_a_deputy_name_for_whom_they_stand_in(session: Session) -> None:
    away(session)

    audit.record(session, now=NOON, actor=DEPUTY, action="print")
    assert newest(session).detail == {"deputy_of": [AWAY]}
    audit.record(session, now=NOON + timedelta(days=7), actor=DEPUTY, action="print")
    assert newest(session).detail == {}
