"""start_handling_clock - article 34: sixty days from acceptance, that day not counted."""

from datetime import date, datetime

import pytest

from law.decision_words import Route
from law.instants import SHANGHAI
from records.clocks.find import running
from tests.workers.at_unit import at_unit
from tests.workers.conftest import MON_2_MARCH, Case, StandingClock, result_of
from workers.errors import NotAccepted
from workers.handling.start_handling_clock import start_handling_clock
from workers.handling.stop_handling_clock import stop_handling_clock
from workers.matter_clocks import open_for
from workers.unit_handling.correct_route import correct_route

pytestmark = pytest.mark.usefixtures("calendar")


def test_the_period_runs_from_the_day_of_acceptance(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case, accepted_on=date(2026, 3, 3))
    clock.moment = datetime(2026, 3, 9, 9, 0, tzinfo=SHANGHAI)
    start_handling_clock(matter.id)
    # 3 March + 60 days is Saturday 2 May, Labour Day holidays until 5 May.
    assert matter.clocks() == {"D05": ("2026-05-06", ["started"])}


def test_the_first_alert_lies_before_the_last_day(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    variables = result_of(start_handling_clock(matter.id))
    first_alert = datetime.fromisoformat(variables["handling_next_alert_at"])
    assert clock.moment < first_alert < datetime(2026, 5, 2, tzinfo=SHANGHAI)


def test_twice_is_as_good_as_once(case: Case) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    assert start_handling_clock(matter.id) == start_handling_clock(matter.id)
    assert matter.entries() == {"D05": ["started"]}


def test_a_matter_that_is_returned_gains_no_days(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    first = result_of(start_handling_clock(matter.id))
    stop_handling_clock(matter.id)
    clock.moment = clock.moment.replace(day=20)
    assert result_of(start_handling_clock(matter.id)) == {
        "handling_clock_id": first["handling_clock_id"],
        "handling_next_alert_at": None,
    }
    assert matter.entries() == {"D05": ["started", "met"]}


def test_a_route_that_is_corrected_back_counts_from_the_first_acceptance(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH, route=Route.petition)
    first = result_of(start_handling_clock(matter.id))
    correct_route(matter.id)
    clock.moment = clock.moment.replace(day=20)
    second = result_of(start_handling_clock(matter.id))
    assert second["handling_clock_id"] != first["handling_clock_id"]
    with case.database.reading() as session:
        (period,) = running(session, matter_id=matter.id, codes=("D05",))
        assert (period.id, str(period.due_on)) == (second["handling_clock_id"], "2026-05-06")


def test_no_period_before_acceptance(case: Case) -> None:
    with pytest.raises(NotAccepted):
        start_handling_clock(at_unit(case).id)


def test_handled_anew_after_a_review_the_period_set_for_it_runs(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(case, accepted_on=MON_2_MARCH)
    start_handling_clock(matter.id)
    stop_handling_clock(matter.id)
    matter.write(lambda session: open_for(session, matter.row(), "D16", MON_2_MARCH, clock.now()))
    for _ in range(2):
        assert result_of(start_handling_clock(matter.id))["handling_next_alert_at"]
    stop_handling_clock(matter.id)
    assert matter.entries() == {"D05": ["started", "met"], "D16": ["started", "met"]}
