"""record_follow_up - articles 21 and 32: what was said is put on file, and sent to nobody."""

import pytest

from records.errors import NoticeIncomplete
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.aftercare.record_follow_up import record_follow_up

STEP = "record_follow_up"


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    """Its claims are known; nobody has called the petitioner back."""
    found = at_bureau(case)
    found.classified(clock.now())
    return found


def test_twice_is_as_good_as_once_and_the_petitioner_does_not_get_it(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.change_petitioner(accepts_electronic=True)
    said = {"reached": "yes", "attitude": "agrees", "note": "上午电话回访。\n没有异议。"}
    petition.decide("follow_up_petitioner", clock.now(), **said)
    for _ in range(2):
        record_follow_up(petition.id)
    assert petition.documents() == [(STEP, "", "file")]
    document = petition.document(STEP)
    assert document.issued_by == BUREAU
    for passage in ("乙某", "2026年3月2日10:00", "已联系上", "同意", "没有异议。"):
        assert passage in document.body


def test_who_was_not_reached_has_said_nothing(petition: AtBureau, clock: StandingClock) -> None:
    petition.decide("follow_up_petitioner", clock.now(), reached="no", attitude="agrees", note=None)
    record_follow_up(petition.id)
    body = petition.document(STEP).body
    assert "未联系上" in body
    assert "信访人的意见" not in body
    assert "回访情况" not in body


def test_it_tells_nothing_of_a_sealed_matter(petition: AtBureau, clock: StandingClock) -> None:
    petition.matter(2).change(is_sealed=True)
    petition.decide("follow_up_petitioner", clock.now(), reached="no")
    record_follow_up(petition.id)
    assert "公开维修资金使用情况" not in petition.document(STEP).body


def test_there_is_no_record_of_a_call_that_nobody_made(petition: AtBureau) -> None:
    with pytest.raises(NoticeIncomplete, match="记录时间"):
        record_follow_up(petition.id)
