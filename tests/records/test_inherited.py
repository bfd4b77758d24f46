"""A unit ends while its matters run: its heir has them, and their dates stay (article 24(2))."""

from datetime import timedelta

from sqlmodel import Session, select

from law.succession import SuccessionKind
from records.ledger import clocks_of, open_clock
from records.models import AuditEntry, Matter, Membership, User
from records.people import members_of, person_of
from records.unit_succession import hand_on_ended, succeed
from tests.records.cases import MON_2_MARCH, NOON, UNIT
from tests.records.matters import add_matter

SCHOOLS, LABOUR = "990100-jy", "990100-rs"
ACCEPTED = MON_2_MARCH - timedelta(days=40)


def merge(
    session: Session, unit: str = UNIT, into: str = SCHOOLS, *, days: int = 0, at: int = 0
) -> None:
    """A merger that begins in so many days, recorded on a day `at` days from now."""
    succeed(
        session,
        unit,
        {into: ""},
        kind=SuccessionKind.merge,
        on=MON_2_MARCH + timedelta(days=days),
        basis="示范市机构改革方案",
        actor="admin",
        now=NOON + timedelta(days=at),
    )


def running(session: Session, petition_id: str) -> Matter:
    matter = add_matter(session, petition_id, accepted_on=ACCEPTED)
    open_clock(
        session,
        petition_id=petition_id,
        matter_id=matter.id,
        code="D05",
        started_on=ACCEPTED,
        actor="engine",
        now=NOON,
    )
    return matter


def test_merged_on_day_forty_the_heir_has_what_is_left(session: Session, filed_id: str) -> None:
    matter = running(session, filed_id)
    [(before, _)] = clocks_of(session, filed_id)
    due_on = before.due_on
    merge(session)
    [(after, events)] = clocks_of(session, filed_id)
    assert (matter.unit_id, matter.accepted_on) == (SCHOOLS, ACCEPTED)
    assert (after.due_on, after.is_running) == (due_on, True)
    assert [one.kind for one in events] == ["started"]


def test_the_trail_names_both(session: Session, filed_id: str) -> None:
    running(session, filed_id)
    merge(session)
    [act] = session.exec(select(AuditEntry).where(AuditEntry.action == "succeed_matter"))
    assert act.petition_id == filed_id
    assert (act.detail["predecessor"], act.detail["successor"]) == (UNIT, SCHOOLS)


def test_what_has_ended_stays_with_who_did_it(session: Session, filed_id: str) -> None:
    matter = add_matter(session, filed_id, ended_at=NOON)
    merge(session)
    assert matter.unit_id == UNIT


def test_open_tasks_are_those_of_the_heirs_people(session: Session) -> None:
    merge(session)
    heir = person_of(session, session.get_one(User, "handler_jy"))
    assert {f"handler@{UNIT}", f"handler@{SCHOOLS}"} <= heir.groups
    names = {user.id for user in members_of(session, [f"handler@{UNIT}"])}
    assert {"handler_jy", "handler2_jy"} <= names
    other = person_of(session, session.get_one(User, "handler_rs"))
    assert f"handler@{UNIT}" not in other.groups


def test_a_second_merger_passes_on_both(session: Session, filed_id: str) -> None:
    matter = running(session, filed_id)
    merge(session)
    merge(session, SCHOOLS, LABOUR, days=1, at=1)
    assert matter.unit_id == LABOUR
    last = person_of(session, session.get_one(User, "handler_rs"))
    assert {f"handler@{unit}" for unit in (UNIT, SCHOOLS, LABOUR)} <= last.groups


def test_before_the_day_nothing_is_moved(session: Session, filed_id: str) -> None:
    matter = running(session, filed_id)
    merge(session, days=5)
    assert matter.unit_id == UNIT
    day = MON_2_MARCH + timedelta(days=5)
    for done in ({UNIT: 1}, {}):
        assert hand_on_ended(session, day, actor="command", now=NOON) == done
    assert matter.unit_id == SCHOOLS


def test_where_no_heir_is_clear_the_matter_waits_for_a_decision(
    session: Session, filed_id: str
) -> None:
    matter = running(session, filed_id)
    succeed(
        session,
        UNIT,
        {SCHOOLS: "", LABOUR: ""},
        kind=SuccessionKind.split_up,
        on=MON_2_MARCH,
        basis="示范市机构改革方案",
        actor="admin",
        now=NOON,
    )
    assert matter.unit_id == UNIT
    assert session.exec(select(Membership).where(Membership.unit_id == UNIT)).first()
