"""record_hearing - article 31(六): the signed record stays with the unit."""

import pytest

from records.errors import NoticeIncomplete
from tests.workers.at_hearing import HELD, arranged, change_hearing, hearing_of
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.hearing.record_hearing import record_hearing


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter whose hearing was held."""
    found = at_unit(case)
    arranged(found, clock, **HELD)
    return found


def test_twice_is_as_good_as_once_and_the_petitioner_does_not_get_it(matter: AtUnit) -> None:
    for _ in range(2):
        record_hearing(matter.id, UNIT)
    assert matter.documents() == [("record_hearing", hearing_of(matter).id, UNIT)]
    body = matter.document("record_hearing").body
    assert "各方陈述了意见。" in body
    assert "各方参加人签名" in body


def test_a_record_that_nobody_signed_is_none(matter: AtUnit) -> None:
    change_hearing(matter, record_signed_by="")
    with pytest.raises(NoticeIncomplete, match="笔录签名人"):
        record_hearing(matter.id, UNIT)
