"""record_report_transfer - article 30: the report is with the organ in charge."""

from records.models.matter import MatterEnd
from tests.workers.at_bureau import at_bureau
from tests.workers.conftest import Case, StandingClock
from workers.sealed_report.record_report_transfer import record_report_transfer


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    petition = at_bureau(case)
    petition.classified(clock.now(), category="report")
    matter, first = petition.matter(), clock.moment
    for day in (4, 5):
        clock.moment = first.replace(day=day)
        record_report_transfer(matter.id)
    row = matter.row()
    assert (row.end, row.dispatched_at) == (MatterEnd.handed_over, first.replace(day=4))
    assert [one.detail for one in case.acts("record_report_transfer")] == [{"matter": 1}]
    assert petition.documents() == []
