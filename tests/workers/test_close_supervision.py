"""close_supervision - article 40: a supervision is closed with a reason, the case goes on."""

import pytest

from records.models.supervision import SupervisionEnd, SupervisionState
from tests.workers.conftest import Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.close_supervision import close_supervision
from workers.supervision_feedback.start_feedback_clock import start_feedback_clock

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.mark.parametrize(
    ("is_corrected", "is_advised", "end"),
    [
        (True, False, SupervisionEnd.corrected),
        (False, True, SupervisionEnd.advised),
        (None, False, SupervisionEnd.not_needed),
    ],
)
def test_it_says_why(
    case: Case,
    clock: StandingClock,
    is_corrected: bool | None,
    is_advised: bool,
    end: SupervisionEnd,
) -> None:
    found = supervised(case, clock)
    if is_advised:
        found.draft()
    found.change(is_corrected=is_corrected)
    for _ in range(2):
        close_supervision(found.id)
    row = found.row()
    assert (row.end, row.state) == (end, SupervisionState.closed)
    assert len(case.acts("close_supervision")) == 1
    assert found.matter.row().end is None


def test_nothing_is_awaited_any_more(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    start_feedback_clock(found.id)
    close_supervision(found.id)
    assert found.matter.entries() == {"D17a": ["started", "withdrawn"]}
