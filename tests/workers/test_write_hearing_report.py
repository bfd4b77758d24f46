"""write_hearing_report - articles 31(六), 36(2): how the hearing went and what it concluded."""

from datetime import date

from tests.workers.at_hearing import HELD, arranged, hearing_of
from tests.workers.at_unit import at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.hearing.write_hearing_report import write_hearing_report


def test_twice_is_as_good_as_once_and_both_days_are_told(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    arranged(matter, clock, notice_sent_on=date(2026, 3, 10), **HELD)
    for _ in range(2):
        write_hearing_report(matter.id, UNIT)
    assert matter.documents() == [("write_hearing_report", hearing_of(matter).id, "petitioner")]
    body = matter.document("write_hearing_report").body
    for word in ("2026年3月10日", "2026年3月20日", "事实已经查清。"):
        assert word in body
