"""record_matter_withdrawal - articles 17 and 21: one matter is withdrawn, the others go on."""

import pytest

from records.models.matter import MatterEnd
from tests.workers.at_unit import at_unit
from tests.workers.conftest import Case, StandingClock
from workers.acceptance.receive_matter import receive_matter
from workers.matter.record_matter_withdrawal import record_matter_withdrawal

pytestmark = pytest.mark.usefixtures("calendar")


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    receive_matter(matter.id)
    first = clock.moment
    for day in (4, 5):
        clock.moment = first.replace(day=day)
        record_matter_withdrawal(matter.id)
    row = matter.row()
    assert (row.end, row.ended_at) == (MatterEnd.withdrawn, first.replace(day=4))
    assert matter.entries() == {code: ["started", "withdrawn"] for code in ("D03", "D04")}
    assert [one.detail for one in case.acts("record_matter_withdrawal")] == [{"matter": 1}]
