"""return_for_rework - articles 22 and 40: the unit works again and gains no days."""

from datetime import date

import pytest

from law.decision_words import DispatchMode
from records.models.matter import MatterEnd
from records.models.petition import Outcome
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import BUREAU, MON_2_MARCH, Case, StandingClock
from workers.handling.start_handling_clock import start_handling_clock
from workers.matter.return_for_rework import return_for_rework
from workers.matter_clocks import open_for

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """An assigned matter, answered and reported, whose report is not accepted."""
    found = at_unit(
        case,
        dispatch_mode=DispatchMode.assign,
        report_due_on=date(2026, 5, 20),
        accepted_on=MON_2_MARCH,
        end=MatterEnd.answered,
        outcome=Outcome.explain,
        answer="已经说明。",
        served_on=date(2026, 3, 20),
    )
    start_handling_clock(found.id)
    found.write(
        lambda session: open_for(session, found.row(), "D07", date(2026, 3, 20), clock.now())
    )
    found.issued("send_closing_report", clock.now())
    found.decide("check_closing_report", clock.now(), is_report_accepted="no", defects="缺证据")
    return found


def test_what_was_answered_no_longer_counts_and_the_dates_stay(matter: AtUnit) -> None:
    assert return_for_rework(matter.id) == {"is_rework": True}
    row = matter.row()
    assert (row.round, row.end, row.answer, row.outcome, row.served_on) == (2, *[None] * 4)
    assert row.accepted_on == MON_2_MARCH
    assert matter.entries() == {"D05": ["started"], "D07": ["started", "withdrawn"]}


def test_the_notice_says_what_is_wrong_with_the_round_that_was_reported(matter: AtUnit) -> None:
    return_for_rework(matter.id)
    notice = matter.document("return_for_rework")
    assert (notice.occasion, notice.addressee, notice.issued_by) == ("1.1", "unit", BUREAU)
    assert "缺证据" in notice.body


def test_twice_is_as_good_as_once(matter: AtUnit) -> None:
    assert return_for_rework(matter.id) == return_for_rework(matter.id)
    assert matter.row().round == 2
    assert len(matter.case.acts("return_for_rework")) == 1


def test_a_second_report_may_be_returned_too(matter: AtUnit, clock: StandingClock) -> None:
    return_for_rework(matter.id)
    clock.moment = clock.moment.replace(day=9)
    matter.change(end=MatterEnd.answered)
    matter.issued("send_closing_report", clock.now())
    return_for_rework(matter.id)
    assert matter.row().round == 3
    returned = [one for one in matter.documents() if one[0] == "return_for_rework"]
    assert [occasion for _, occasion, _ in returned] == ["1.1", "1.2"]
