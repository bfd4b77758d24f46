"""record_report_transfer - articles 22(2), 30: the report is with the organ in charge."""

from records.models.matter import MatterEnd
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import Case, StandingClock
from workers.notices.sealed_letter import SECRECY
from workers.sealed_report.record_report_transfer import record_report_transfer


def handed_over(case: Case, clock: StandingClock, **data: object) -> AtBureau:
    petition = at_bureau(case)
    petition.classified(clock.now(), category="report")
    petition.matter().decide("hand_over_report", clock.now(), **data)
    record_report_transfer(petition.matter().id)
    return petition


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    first = clock.moment.replace(day=4)
    clock.moment = first
    petition = handed_over(case, clock, organ="某机关")
    matter = petition.matter()
    clock.moment = first.replace(day=5)
    record_report_transfer(matter.id)
    row = matter.row()
    assert (row.end, row.dispatched_at) == (MatterEnd.handed_over, first)
    assert [one.detail for one in case.acts("record_report_transfer")] == [{"matter": 1}]
    assert petition.documents() == [("record_report_transfer", "1.1", "organ")]


def test_the_letter_names_the_organ_and_bears_its_mark(case: Case, clock: StandingClock) -> None:
    letter = handed_over(case, clock, organ="某某机关").document("record_report_transfer")
    assert "某某机关：" in letter.body
    assert SECRECY in letter.body
    assert letter.title == "检举控告转送函"


def test_a_unit_here_is_addressed_by_its_name(case: Case, clock: StandingClock) -> None:
    letter = handed_over(case, clock, recipient="990100-rs").document("record_report_transfer")
    assert "示范市人力资源和社会保障局：" in letter.body
