"""send_closing_report - article 22(1)(三): who was assigned a matter reports."""

from law.decision_words import DispatchMode
from records.models.matter import MatterEnd
from tests.workers.at_unit import at_unit
from tests.workers.conftest import MON_2_MARCH, UNIT, Case, StandingClock
from workers.unit_handling.send_closing_report import send_closing_report


def test_twice_is_as_good_as_once_and_each_round_has_its_report(
    case: Case, clock: StandingClock
) -> None:
    matter = at_unit(
        case,
        dispatch_mode=DispatchMode.assign,
        report_due_on=MON_2_MARCH.replace(month=5),
        end=MatterEnd.answered,
    )
    for step in ("dispatch_petition", "issue_opinion"):
        matter.issued(step, clock.now())
    matter.decide("write_closing_report", clock.now(), report="已修复电梯。", contact="乙某")
    for _ in range(2):
        send_closing_report(matter.id)
    assert matter.document("send_closing_report").issued_by == UNIT
    matter.change(round=2)
    send_closing_report(matter.id)
    assert matter.documents()[2:] == [
        ("send_closing_report", "1.1", "bureau"),
        ("send_closing_report", "1.2", "bureau"),
    ]
