"""close_urgent_report - article 25: it is over since then; the petition goes on."""

from tests.workers.conftest import Case, StandingClock
from tests.workers.urgent import row, urgent_report
from workers.urgent_report.close_urgent_report import close_urgent_report


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    urgent_id, first = urgent_report(case, clock.now()), clock.moment.replace(day=4)
    for clock.moment in (first, first.replace(day=5)):
        close_urgent_report(urgent_id)
    assert row(case, urgent_id).closed_at == first
    assert case.petition().closed_at is None
