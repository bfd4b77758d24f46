"""send_hearing_notice - article 31(六): when, where and before whom; others count from its day."""

from datetime import date

import pytest

from law.hearing import ClosedGround, HearingPhase
from tests.workers.at_hearing import arranged, hearing_of
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import UNIT, Case, StandingClock
from workers.hearing.send_hearing_notice import send_hearing_notice


@pytest.fixture
def matter(case: Case, clock: StandingClock) -> AtUnit:
    """A matter whose hearing is arranged."""
    found = at_unit(case)
    arranged(found, clock)
    return found


def test_the_notice_names_the_hearing_and_its_day_is_noted(matter: AtUnit) -> None:
    send_hearing_notice(matter.id, UNIT, "handling", None)
    hearing, document = hearing_of(matter), matter.document("send_hearing_notice")
    assert (hearing.notice_sent_on, hearing.phase) == (date(2026, 3, 2), HearingPhase.handling)
    assert (document.occasion, document.issued_by) == (hearing.id, UNIT)
    for word in ("2026年3月20日上午九时", "听证室", "丙某", "公开", "照常计算"):
        assert word in document.body


def test_in_re_review_it_says_that_the_time_is_not_counted(matter: AtUnit) -> None:
    send_hearing_notice(matter.id, UNIT, "rereview", "review-1")
    document = matter.document("send_hearing_notice")
    assert "不计算在复核期限内" in document.body
    assert document.basis == "regulation_2022:36(2)"
    assert hearing_of(matter).review_id == "review-1"


def test_twice_is_as_good_as_once_and_each_arrangement_has_its_notice(
    matter: AtUnit, clock: StandingClock
) -> None:
    send_hearing_notice(matter.id, UNIT, "handling", None)
    clock.moment = clock.moment.replace(day=4)
    send_hearing_notice(matter.id, UNIT, "handling", None)
    assert hearing_of(matter).notice_sent_on == date(2026, 3, 2)
    assert len(matter.documents()) == 1
    closed = {"is_public": False, "closed_ground": ClosedGround.privacy}
    arranged(matter, clock, ordinal=2, **closed)
    send_hearing_notice(matter.id, UNIT, "handling", None)
    assert hearing_of(matter).notice_sent_on == date(2026, 3, 4)
    bodies = [one.body for one in matter.case.documents()]
    assert [("涉及个人隐私" in body) for body in bodies].count(True) == 1


def test_who_cannot_be_reached_gets_no_paper(matter: AtUnit) -> None:
    matter.change_petition(is_name_clear=False)
    send_hearing_notice(matter.id, UNIT, "handling", None)
    assert matter.documents() == []
    assert hearing_of(matter).notice_sent_on == date(2026, 3, 2)
