"""The queue of the window: numbers of a day, one visitor at a time, and every visit has an end."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from records.database import Database
from records.models import Petition, Visitor
from records.models.reception import Unregistered
from records.reception.errors import (
    NobodyWaits,
    NotReceived,
    ReasonNeedsNote,
    StillReceiving,
    VisitEnded,
    VisitorNotFound,
    VisitorTaken,
)
from records.reception.queue import (
    add_visitor,
    call_next,
    call_visitor,
    end_registered,
    end_unregistered,
    get_visitor,
    put_back,
    visitors_on,
)
from tests.records.cases import BUREAU, MON_2_MARCH, NOON, at_once

CLERK, OTHER = "clerk", "leader"


def comes(session: Session, name: str = "", at: datetime = NOON) -> Visitor:
    return add_visitor(session, BUREAU, actor=CLERK, now=at, name=name)


def calls(session: Session, actor: str = CLERK) -> Visitor:
    return call_next(session, BUREAU, actor=actor, now=NOON)


def test_numbers_run_from_one_on_each_day(session: Session) -> None:
    assert [comes(session).number for _ in range(3)] == [1, 2, 3]
    assert comes(session, at=NOON + timedelta(days=1)).number == 1


def test_the_day_begins_at_midnight_in_shanghai(session: Session) -> None:
    """2026-03-01T16:30Z is half past midnight on 2 March there."""
    assert comes(session, at=datetime.fromisoformat("2026-03-01T16:30+00:00")).on == MON_2_MARCH


def test_whoever_waits_longest_is_called_first(session: Session) -> None:
    for name in ("甲某某", "乙某某"):
        comes(session, name)

    assert (calls(session).name, calls(session, OTHER).name) == ("甲某某", "乙某某")
    with pytest.raises(StillReceiving):
        calls(session)


def test_nobody_is_called_when_nobody_waits(session: Session) -> None:
    comes(session, at=NOON - timedelta(days=1))
    with pytest.raises(NobodyWaits):
        calls(session)


def test_out_of_turn_by_one_clerk_only(session: Session) -> None:
    comes(session)
    second = comes(session)
    assert call_visitor(session, second, actor=OTHER, now=NOON).received_by == OTHER
    with pytest.raises(VisitorTaken):
        call_visitor(session, second, actor=CLERK, now=NOON)
    with pytest.raises(VisitorTaken):
        end_unregistered(session, second, Unregistered.asked, actor=CLERK, now=NOON)
    assert calls(session).number == 1


def test_who_is_put_back_keeps_the_place(session: Session) -> None:
    comes(session)
    comes(session)
    put_back(session, calls(session), actor=CLERK, now=NOON)
    assert calls(session).number == 1


def test_a_visit_without_a_petition_has_a_reason(session: Session) -> None:
    visitor = comes(session)
    with pytest.raises(NotReceived):
        end_unregistered(session, visitor, Unregistered.asked, actor=CLERK, now=NOON)
    calls(session)
    with pytest.raises(ReasonNeedsNote):
        end_unregistered(session, visitor, Unregistered.other, actor=CLERK, now=NOON)
    ended = end_unregistered(
        session, visitor, Unregistered.other, actor=CLERK, now=NOON, note="送锦旗"
    )
    assert (ended.unregistered, ended.note, ended.ended_at) == ("other", "送锦旗", NOON)
    with pytest.raises(VisitEnded):
        put_back(session, visitor, actor=CLERK, now=NOON)


def test_who_leaves_while_waiting_was_received_by_nobody(session: Session) -> None:
    ended = end_unregistered(session, comes(session), Unregistered.left, actor=CLERK, now=NOON)
    assert (ended.received_by, ended.unregistered) == (None, "left")


def test_a_visit_ends_as_a_petition_once(session: Session, filed_id: str) -> None:
    petition = session.get_one(Petition, filed_id)
    ended = end_registered(session, comes(session), petition, actor=CLERK, now=NOON)

    assert (ended.petition_id, ended.received_by) == (filed_id, CLERK)
    with pytest.raises(VisitEnded):
        end_registered(session, ended, petition, actor=CLERK, now=NOON)


def test_a_foreign_window_has_no_such_visitor(session: Session) -> None:
    visitor = comes(session)
    assert get_visitor(session, [BUREAU], visitor.id) == visitor
    for units, key in (([], visitor.id), (["990100-zj"], visitor.id), ([BUREAU], "no-such")):
        with pytest.raises(VisitorNotFound):
            get_visitor(session, units, key)


def test_two_clerks_at_once_never_call_the_same_visitor(database: Database) -> None:
    with database.transaction() as session:
        for _ in range(2):
            comes(session)

    def call(place: int) -> int:
        with database.transaction() as session:
            return calls(session, (CLERK, OTHER)[place]).number

    assert sorted(at_once(2, call)) == [1, 2]
    with database.reading() as session:
        assert len(visitors_on(session, BUREAU, MON_2_MARCH)) == 2
