"""start_report_clock - article 22(1)(三): until the day that the letter of assignment sets."""

from datetime import date

import pytest

from law.decision_words import DispatchMode
from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, result_of
from workers.matter.start_report_clock import start_report_clock

pytestmark = pytest.mark.usefixtures("calendar")
A_SATURDAY = date(2026, 5, 23)


def test_it_ends_on_the_day_of_the_letter_and_twice_is_as_good_as_once(case: Case) -> None:
    matter = at_unit(case, dispatch_mode=DispatchMode.assign, report_due_on=A_SATURDAY)
    told = result_of(start_report_clock(matter.id))
    assert result_of(start_report_clock(matter.id)) == told
    assert told["report_clock_id"]
    assert told["report_next_alert_at"]
    assert matter.clocks() == {"D11": ("2026-05-23", ["started"])}


def test_what_was_only_forwarded_has_none(case: Case) -> None:
    matter = at_unit(case)
    assert start_report_clock(matter.id) == {
        "report_clock_id": None,
        "report_next_alert_at": None,
    }
    assert matter.clocks() == {}
