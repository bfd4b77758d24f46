"""note_late_phone - article 25: lateness is noted once; the report must still be made."""

from tests.workers.conftest import Case, StandingClock
from tests.workers.urgent import log, row, urgent_report
from workers.urgent_report.note_late_phone import note_late_phone


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    urgent_id = urgent_report(case, clock.now())
    for _ in range(2):
        note_late_phone(urgent_id)
    assert [one.kind.value for one in log(case, urgent_id)] == ["late_phone"]
    assert row(case, urgent_id).closed_at is None
