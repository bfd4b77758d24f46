"""pause_for_hearing - article 36(2): in re-review hearing time is not counted, elsewhere it is."""

from datetime import date, datetime

import pytest

from law.instants import SHANGHAI
from records.clocks.office_rules import set_clock
from tests.workers.at_hearing import arranged, change_hearing, run_clock
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, StandingClock
from workers.hearing.pause_for_hearing import pause_for_hearing
from workers.hearing.send_hearing_notice import send_hearing_notice

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter whose hearing is arranged; the notice goes out on 10 March."""
    found = at_unit(case)
    for code in ("D05", "D08", "D10"):
        run_clock(found, code, clock)
    clock.moment = clock.moment.replace(day=10)
    arranged(found, clock)
    return found


def test_in_re_review_the_clock_pauses_from_the_notice_on_once(matter: AtUnit) -> None:
    send_hearing_notice(matter.id, UNIT, "rereview", "review-1")
    for _ in range(2):
        pause_for_hearing(matter.id, "rereview")
    assert matter.entries() == {
        "D05": ["started"],
        "D08": ["started"],
        "D10": ["started", "paused"],
    }


@pytest.mark.parametrize("phase", ["handling", "review"])
def test_elsewhere_the_clock_goes_on(matter: AtUnit, phase: str) -> None:
    send_hearing_notice(matter.id, UNIT, phase, None)
    pause_for_hearing(matter.id, phase)
    assert set(map(tuple, matter.entries().values())) == {("started",)}


def test_unless_the_office_has_set_it_otherwise(case: Case, clock: StandingClock) -> None:
    with case.database.transaction() as session:
        set_clock(
            session,
            "D05",
            in_force_from=date(2026, 1, 1),
            reason="本单位设定",
            actor="admin",
            now=clock.now(),
            pause=True,
        )
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    run_clock(matter, "D05", clock)
    arranged(matter, clock)
    send_hearing_notice(matter.id, UNIT, "handling", None)
    pause_for_hearing(matter.id, "handling")
    assert matter.entries() == {"D05": ["started", "paused"]}


def test_a_hearing_after_the_last_day_saves_nothing_and_is_no_incident(
    matter: AtUnit, clock: StandingClock
) -> None:
    clock.moment = datetime(2026, 4, 20, 10, 0, tzinfo=SHANGHAI)
    change_hearing(matter, planned_on=date(2026, 5, 20))
    send_hearing_notice(matter.id, UNIT, "rereview", None)
    pause_for_hearing(matter.id, "rereview")
    assert matter.entries()["D10"] == ["started"]
    (act,) = matter.case.acts("refuse_pause")
    assert act.detail["reason"] == "PauseTooLate"
