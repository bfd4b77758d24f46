"""resume_after_hearing - article 36(2): the last day moves by exactly the length of the hearing."""

from datetime import date, timedelta

import pytest

from law.hearing import HearingResult
from records.ledger import clocks_of, states_of
from tests.workers.at_hearing import HELD, arranged, change_hearing, run_clock
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import UNIT, Case, StandingClock, result_of
from workers.hearing.pause_for_hearing import pause_for_hearing
from workers.hearing.resume_after_hearing import resume_after_hearing
from workers.hearing.send_hearing_notice import send_hearing_notice

pytestmark = pytest.mark.usefixtures("calendar")

NOTIFIED_ON = date(2026, 3, 10)


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A re-review asked for on 2 March, paused by a notice of 10 March."""
    found = at_unit(case)
    run_clock(found, "D10", clock)
    clock.moment = clock.moment.replace(day=NOTIFIED_ON.day)
    arranged(found, clock)
    send_hearing_notice(found.id, UNIT, "rereview", "review-1")
    pause_for_hearing(found.id, "rereview")
    return found


def last_day(matter: AtUnit) -> date:
    """Before rest days are looked at."""
    with matter.case.database.reading() as session:
        ((_, state),) = states_of(session, clocks_of(session, matter.case.petition_id))
        assert state.due is not None
        return state.due.unrolled


@pytest.mark.parametrize("days", [0, 1, 10, 18, 40])
def test_it_moves_by_the_days_from_the_notice_to_the_conclusion(matter: AtUnit, days: int) -> None:
    before = last_day(matter)
    concluded_on = NOTIFIED_ON + timedelta(days=days)
    change_hearing(matter, **HELD | {"concluded_on": concluded_on})
    for _ in range(2):
        assert result_of(resume_after_hearing(matter.id, "rereview")) == {"is_hearing_held": True}
    assert last_day(matter) - before == timedelta(days=days)
    assert matter.entries() == {"D10": ["started", "paused", "resumed"]}


def test_the_vector_of_the_law_ten_days(matter: AtUnit) -> None:
    change_hearing(matter, **HELD)
    resume_after_hearing(matter.id, "rereview")
    # 1 April + 10 days is Saturday 11 April.
    assert matter.clocks()["D10"][0] == "2026-04-13"


def test_a_postponed_hearing_stays_one_pause(matter: AtUnit, clock: StandingClock) -> None:
    change_hearing(matter, result=HearingResult.postponed, reason="当事人患病")
    clock.moment = clock.moment.replace(day=20)
    arranged(matter, clock, ordinal=2, planned_on=date(2026, 3, 30))
    send_hearing_notice(matter.id, UNIT, "rereview", "review-1")
    pause_for_hearing(matter.id, "rereview")
    change_hearing(matter, **HELD | {"concluded_on": date(2026, 3, 30)})
    before = last_day(matter)
    resume_after_hearing(matter.id, "rereview")
    assert last_day(matter) - before == timedelta(days=20)
    assert matter.entries() == {"D10": ["started", "paused", "resumed"]}


def test_one_that_was_waived_counts_up_to_the_waiver(matter: AtUnit) -> None:
    before = last_day(matter)
    change_hearing(matter, result=HearingResult.waived, concluded_on=date(2026, 3, 13))
    assert result_of(resume_after_hearing(matter.id, "rereview")) == {"is_hearing_held": False}
    assert last_day(matter) - before == timedelta(days=3)


def test_where_nothing_was_paused_nothing_is_resumed(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    run_clock(matter, "D05", clock)
    arranged(matter, clock, **HELD)
    assert result_of(resume_after_hearing(matter.id, "handling")) == {"is_hearing_held": True}
    assert matter.entries() == {"D05": ["started"]}
