"""Who is told what: once, on the channels they chose, and of sealed cases nobody but the desk."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from law.instants import SHANGHAI
from records.clocks.find import running
from records.database import Database
from records.ledger import open_clock, raise_alerts
from records.models import (
    DailyListRun,
    Matter,
    Notification,
    NotificationDelivery,
    Petition,
    TaskDecision,
    User,
    UserSetting,
)
from records.models.notification import Channel, NotificationKind
from records.models.petition import Category
from records.notifications.choices import choices_of, keep_choices
from records.notifications.clocks import tell_alerts
from records.notifications.daily import open_day
from records.notifications.inbox import (
    NotificationNotFound,
    mark_all_read,
    mark_read,
    told,
    unread_count,
)
from records.notifications.matters import tell_returned
from records.notifications.notify import About, notify
from records.notifications.queue import LEASE, DeliveryQueue
from records.notifications.tasks import tell_sent_back
from records.people import Person, person_of
from records.sign_ins import find_user
from records.tasks.claiming import assign_task, claim_task, release_task
from records.tasks.rules import TaskRef
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, UNIT, all_rows, at_once, count

HANDLERS = (f"handler@{UNIT}",)
EMAIL = "handler@example.test"
ASSIGNED = NotificationKind.task_assigned


def person(session: Session, user_id: str) -> Person:
    user = find_user(session, user_id, demo=True)
    assert user is not None
    return person_of(session, user)


def task(petition_id: str, key: int = 7, **more: object) -> TaskRef:
    given = {
        "key": key,
        "petition_id": petition_id,
        "bureau_id": BUREAU,
        "element_id": "draft_opinion",
        "form_key": None,
        "groups": HANDLERS,
        "is_open": True,
    }
    return TaskRef(**given | more)  # type: ignore[arg-type]


def reachable(session: Session, user_id: str, **more: str) -> None:
    session.add(UserSetting(user_id=user_id, **{"email": EMAIL} | more))
    session.flush()


def who_were_told(session: Session, kind: NotificationKind) -> list[str]:
    rows = session.exec(select(Notification.user_id).where(Notification.kind == kind))
    return sorted(rows)


def seal(session: Session, petition_id: str) -> None:
    petition = session.get_one(Petition, petition_id)
    petition.is_sealed, petition.category = True, Category.report
    session.add(petition)
    session.flush()


def tell(session: Session, users: Sequence[str], about: About, key: str = "k") -> int:
    return notify(session, ASSIGNED, users, about, key=key, now=NOON)


# what is told of


def test_who_is_assigned_a_task_is_told_and_who_takes_one_is_not(
    session: Session, filed_id: str
) -> None:
    leader, handler = person(session, "unit_leader_zj"), person(session, "handler_zj")
    claim_task(session, handler, task(filed_id, 1), now=NOON)
    assign_task(session, leader, task(filed_id, 2), "handler_zj", now=NOON)
    (one,) = session.exec(select(Notification)).all()
    assert (one.user_id, one.kind, one.task_key) == ("handler_zj", ASSIGNED, 2)
    assert (one.petition_id, one.element_id, one.at) == (filed_id, "draft_opinion", NOON)


def test_a_task_that_is_assigned_again_is_news_again(session: Session, filed_id: str) -> None:
    leader, handler = person(session, "unit_leader_zj"), person(session, "handler_zj")
    for _ in range(2):
        assign_task(session, leader, task(filed_id), "handler_zj", now=NOON)
        release_task(session, handler, task(filed_id), now=NOON)
    assert who_were_told(session, ASSIGNED) == ["handler_zj", "handler_zj"]


def test_what_is_sent_back_is_told_to_whoever_decided_it(session: Session, filed_id: str) -> None:
    session.add(
        TaskDecision(
            task_key=3,
            petition_id=filed_id,
            element_id="draft_opinion",
            data={},
            decided_by="handler_zj",
            decided_at=NOON,
        )
    )
    session.flush()
    signing = task(filed_id, 4, element_id="sign_opinion", groups=(f"unit_leader@{UNIT}",))
    tell_sent_back(session, signing, "draft_opinion", actor="unit_leader_zj", now=NOON)
    tell_sent_back(session, signing, "investigate_facts", actor="unit_leader_zj", now=NOON)
    assert who_were_told(session, NotificationKind.matter_returned) == ["handler_zj"]


def test_a_returned_matter_is_told_once_per_round(session: Session, filed_id: str) -> None:
    matter = Matter(
        petition_id=filed_id,
        ordinal=1,
        category=Category.claim,
        unit_id=UNIT,
        handler_id="handler_zj",
    )
    session.add(matter)
    session.flush()
    for number in (1, 1, 2):
        matter.round = number
        tell_returned(session, matter, "return_for_rework", now=NOON)
    found = who_were_told(session, NotificationKind.matter_returned)
    assert found == ["handler_zj", "handler_zj", "unit_leader_zj", "unit_leader_zj"]


# clocks


def alerted(session: Session, petition_id: str, at: datetime, code: str = "D05") -> None:
    """Everything that is due by then has been raised and told, as the worker does."""
    clocks = running(session, petition_id=petition_id, codes=(code,))
    clock_id = (
        clocks[0].id
        if clocks
        else open_clock(
            session,
            petition_id=petition_id,
            code=code,
            started_on=MON_2_MARCH,
            actor="engine",
            now=NOON,
        ).id
    )
    raise_alerts(session, clock_id=clock_id, now=at)
    tell_alerts(session, clock_id, now=at)
    # A job may come twice.
    raise_alerts(session, clock_id=clock_id, now=at + timedelta(seconds=1))
    tell_alerts(session, clock_id, now=at + timedelta(seconds=1))


def at_unit(session: Session, petition_id: str) -> None:
    session.get_one(Petition, petition_id).unit_id = UNIT
    session.flush()


# 60 days from 2 March 2026 end on 1 May; holidays move the end to 6 May.
WARNED = datetime(2026, 5, 1, 12, 0, tzinfo=SHANGHAI)
BREACHED = datetime(2026, 5, 7, 0, 0, tzinfo=SHANGHAI)


def test_a_warning_is_told_once_to_who_holds_a_task_of_the_case(
    session: Session, filed_id: str
) -> None:
    at_unit(session, filed_id)
    claim_task(session, person(session, "handler_zj"), task(filed_id), now=NOON)
    alerted(session, filed_id, WARNED)
    (one,) = session.exec(select(Notification)).all()
    assert (one.user_id, one.kind) == ("handler_zj", NotificationKind.clock_warned)
    assert (one.clock_code, one.due_on) == ("D05", date(2026, 5, 6))


def test_a_holder_in_another_unit_is_not_told_of_this_units_clock(
    session: Session, filed_id: str
) -> None:
    at_unit(session, filed_id)
    at_bureau = task(filed_id, groups=(f"classifier@{BUREAU}",))
    claim_task(session, person(session, "classifier"), at_bureau, now=NOON)
    alerted(session, filed_id, WARNED)
    # Nobody of the unit has begun: its leader is told.
    assert who_were_told(session, NotificationKind.clock_warned) == ["unit_leader_zj"]


def test_of_a_breach_the_leader_is_told_too(session: Session, filed_id: str) -> None:
    at_unit(session, filed_id)
    claim_task(session, person(session, "handler_zj"), task(filed_id), now=NOON)
    alerted(session, filed_id, BREACHED)
    found = who_were_told(session, NotificationKind.clock_breached)
    assert found == ["handler_zj", "unit_leader_zj"]


def test_that_a_right_of_the_petitioner_lapses_is_told_to_nobody(
    session: Session, filed_id: str
) -> None:
    at_unit(session, filed_id)
    alerted(session, filed_id, BREACHED, code="D07")
    assert session.exec(select(Notification)).all() == []


# sealed


def test_of_a_sealed_case_only_its_desk_is_told(session: Session, filed_id: str) -> None:
    seal(session, filed_id)
    about = About(petition_id=filed_id)
    assert tell(session, ["classifier", "handler_zj", "manager", "admin", "sealed"], about) == 1
    assert who_were_told(session, ASSIGNED) == ["sealed"]


def test_of_a_step_of_the_sealed_desk_nobody_else_is_told(session: Session, filed_id: str) -> None:
    about = About(petition_id=filed_id, is_sealed=True)
    assert tell(session, ["classifier", "manager", "sealed"], about) == 1
    assert who_were_told(session, ASSIGNED) == ["sealed"]


def test_the_desk_is_told_of_the_clocks_of_a_sealed_case(session: Session, filed_id: str) -> None:
    claim_task(
        session,
        person(session, "classifier"),
        task(filed_id, groups=(f"classifier@{BUREAU}",)),
        now=NOON,
    )
    seal(session, filed_id)
    alerted(session, filed_id, BREACHED)
    assert who_were_told(session, NotificationKind.clock_breached) == ["sealed"]


def test_what_is_sealed_afterwards_is_gone_from_lists_and_counts(
    session: Session, filed_id: str
) -> None:
    tell(session, ["classifier", "sealed"], About(petition_id=filed_id))
    classifier, desk = person(session, "classifier"), person(session, "sealed")
    (one,) = told(session, classifier, limit=10)
    seal(session, filed_id)
    assert told(session, classifier, limit=10) == []
    assert unread_count(session, classifier) == 0
    with pytest.raises(NotificationNotFound):
        mark_read(session, classifier, one.id or 0, now=NOON)
    assert unread_count(session, desk) == 1


# choices and reading


def test_who_is_told_twice_of_one_event_is_told_once(session: Session, filed_id: str) -> None:
    about = About(petition_id=filed_id)
    assert [tell(session, ["handler_zj"], about) for _ in range(2)] == [1, 0]
    assert tell(session, ["handler_zj"], about, key="other") == 1


def test_two_jobs_at_once_tell_once(database: Database, petition_id: str) -> None:
    def tell_once(_: int) -> int:
        with database.transaction() as session:
            return tell(session, ["handler_zj"], About(petition_id=petition_id))

    assert sorted(at_once(4, tell_once)) == [0, 0, 0, 1]
    assert count(database, Notification) == 1


def test_channels_are_those_chosen_and_those_that_reach_somebody(
    session: Session, filed_id: str
) -> None:
    about = About(petition_id=filed_id)
    tell(session, ["handler_zj"], about, key="no address")
    assert session.exec(select(NotificationDelivery)).all() == []
    reachable(session, "handler_zj", mobile="10000000000")
    # As shipped: by e-mail everything, by SMS not that a task was assigned.
    tell(session, ["handler_zj"], about, key="as shipped")
    rows = session.exec(select(NotificationDelivery.channel)).all()
    assert rows == [Channel.email]


def test_a_kind_that_is_off_on_every_channel_is_not_told(session: Session, filed_id: str) -> None:
    keep_choices(session, "handler_zj", {(ASSIGNED, one): False for one in Channel})
    assert tell(session, ["handler_zj"], About(petition_id=filed_id)) == 0


def test_a_kind_off_in_the_page_still_goes_by_mail(session: Session, filed_id: str) -> None:
    reachable(session, "handler_zj")
    keep_choices(session, "handler_zj", {(ASSIGNED, Channel.page): False})
    tell(session, ["handler_zj"], About(petition_id=filed_id))
    assert unread_count(session, person(session, "handler_zj")) == 0
    assert session.exec(select(NotificationDelivery.channel)).all() == [Channel.email]


def test_choices_that_are_as_shipped_leave_no_row(session: Session) -> None:
    shipped = choices_of(session, "handler_zj")
    keep_choices(session, "handler_zj", shipped | {(ASSIGNED, Channel.sms): True})
    assert choices_of(session, "handler_zj")[ASSIGNED, Channel.sms] is True
    keep_choices(session, "handler_zj", shipped)
    assert choices_of(session, "handler_zj") == shipped


def test_a_closed_account_is_told_nothing(session: Session, filed_id: str) -> None:
    session.get_one(User, "handler_zj").is_active = False
    session.flush()
    assert tell(session, ["handler_zj"], About(petition_id=filed_id)) == 0


def test_reading_counts_once_and_only_what_was_seen(session: Session, filed_id: str) -> None:
    handler = person(session, "handler_zj")
    for key in ("1", "2", "3"):
        tell(session, ["handler_zj", "handler2_zj"], About(petition_id=filed_id), key=key)
    newest, middle, oldest = told(session, handler, limit=10)
    mark_read(session, handler, oldest.id or 0, now=NOON)
    later = NOON + timedelta(hours=1)
    mark_all_read(session, handler, until=middle.id or 0, now=later)
    session.expire_all()
    assert [newest.read_at, middle.read_at, oldest.read_at] == [None, later, NOON]
    assert unread_count(session, person(session, "handler2_zj")) == 3


def test_a_message_of_somebody_else_is_not_there(session: Session, filed_id: str) -> None:
    tell(session, ["handler_zj"], About(petition_id=filed_id))
    (one,) = told(session, person(session, "handler_zj"), limit=1)
    with pytest.raises(NotificationNotFound):
        mark_read(session, person(session, "handler2_zj"), one.id or 0, now=NOON)


# the queue


def waiting(database: Database, petition_id: str) -> None:
    with database.transaction() as session:
        reachable(session, "handler_zj")
        for key in ("1", "2"):
            tell(session, ["handler_zj"], About(petition_id=petition_id), key=key)


def test_a_delivery_is_handed_out_once_until_its_lease_ends(
    database: Database, petition_id: str
) -> None:
    waiting(database, petition_id)
    moment = [datetime(2026, 3, 2, 4, 0, tzinfo=UTC)]
    queue = DeliveryQueue(database, lambda: moment[0])
    first, second = queue.lease(10)
    assert queue.lease(10) == []
    queue.sent(first.id)
    moment[0] += LEASE + timedelta(seconds=1)
    (again,) = queue.lease(10)
    assert (again.id, again.attempts) == (second.id, 2)


def test_a_delivery_waits_before_it_is_tried_again_and_the_first_answer_stands(
    database: Database, petition_id: str
) -> None:
    waiting(database, petition_id)
    moment = [datetime(2026, 3, 2, 4, 0, tzinfo=UTC)]
    queue = DeliveryQueue(database, lambda: moment[0])
    first, second = queue.lease(10)
    queue.refuse(first.id, "smtp 550")
    queue.sent(first.id)
    queue.retry(second.id, "smtp 451", 60)
    assert queue.lease(10) == []
    moment[0] += timedelta(seconds=61)
    assert [one.id for one in queue.lease(10)] == [second.id]
    rows = {row.id: (row.result, row.error) for row in all_rows(database, NotificationDelivery)}
    assert rows == {first.id: ("refused", "smtp 550"), second.id: (None, "smtp 451")}


def test_a_notification_that_was_rolled_back_is_never_sent(
    database: Database, petition_id: str
) -> None:
    with database.reading() as session:
        reachable(session, "handler_zj")
        assert tell(session, ["handler_zj"], About(petition_id=petition_id)) == 1
    assert DeliveryQueue(database, lambda: NOON).lease(10) == []


def test_the_lists_of_a_day_are_made_by_one_of_several(database: Database) -> None:
    def begin(_: int) -> bool:
        with database.transaction() as session:
            return open_day(session, MON_2_MARCH, now=NOON)

    assert sorted(at_once(4, begin)) == [False, False, False, True]
    assert count(database, DailyListRun) == 1
    with database.reading() as session:
        days = session.exec(select(DailyListRun.day).order_by(col(DailyListRun.day))).all()
    assert days == [MON_2_MARCH]
