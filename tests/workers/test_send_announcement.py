"""send_announcement - article 39(3): a circular first, then the case is listed."""

import pytest

from tests.workers.conftest import Case, StandingClock
from tests.workers.supervised import supervised
from workers.supervision.send_announcement import send_announcement

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.mark.parametrize(
    ("step", "title"),
    [("circular", "信访工作通报"), ("listed_supervision", "挂牌督办通知书")],
)
def test_twice_is_as_good_as_once(case: Case, clock: StandingClock, step: str, title: str) -> None:
    found = supervised(case, clock)
    found.decide("announce_supervision", problem="逾期未办。", demand="限期整改。")
    for _ in range(2):
        assert send_announcement(found.id, step) == {"last_step": step}
    letter = found.matter.document("send_announcement")
    assert letter.title == title
    assert "限期整改。" in letter.body


def test_circular_and_listing_are_two_documents(case: Case, clock: StandingClock) -> None:
    found = supervised(case, clock)
    found.decide("announce_supervision", problem="逾期未办。", demand="限期整改。")
    for step in ("circular", "listed_supervision"):
        send_announcement(found.id, step)
    assert len(found.matter.documents()) == 2
