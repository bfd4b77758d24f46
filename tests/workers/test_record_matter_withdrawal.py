"""record_matter_withdrawal - articles 17 and 21: one matter is withdrawn, the others go on."""

from typing import Any

import pytest
from sqlmodel import Session

from records.matters import matters_of
from records.models import Petition
from records.models.matter import MatterEnd
from records.requests.withdrawal import withdraw
from tests.workers.at_bureau import OTHER, AtBureau, at_bureau
from tests.workers.at_unit import CLERK, at_unit
from tests.workers.conftest import BUREAU, UNIT, Case, StandingClock
from workers.acceptance.receive_matter import receive_matter
from workers.matter.record_matter_withdrawal import record_matter_withdrawal

pytestmark = pytest.mark.usefixtures("calendar")
STEP = "record_matter_withdrawal"


@pytest.fixture
def petition(case: Case, clock: StandingClock) -> AtBureau:
    """Its two claims have been sent to the unit."""
    found = at_bureau(case)
    found.classified(clock.now())
    for ordinal in (1, 2):
        found.matter(ordinal).change(dispatched_at=clock.now(), unit_id=UNIT)
    return found


def withdrawn(petition: AtBureau, clock: StandingClock, **said: Any) -> None:
    """The written statement, and what the process does about it, twice."""

    def act(session: Session) -> None:
        row = session.get_one(Petition, petition.id)
        reason = {"reason": "已经解决", "is_written": True, "recorded_by": CLERK}
        ended = withdraw(session, row, **reason, now=clock.now(), **said)
        told.extend(one.id for one in matters_of(session, row.id) if one.ordinal in ended.matters)

    told: list[str] = []
    petition.write(act)
    for matter_id in told * 2:
        record_matter_withdrawal(matter_id)


def test_twice_is_as_good_as_once(case: Case, clock: StandingClock) -> None:
    matter = at_unit(case)
    matter.change_petition(is_name_clear=False)
    receive_matter(matter.id)
    first = clock.moment
    for day in (4, 5):
        clock.moment = first.replace(day=day)
        record_matter_withdrawal(matter.id)
    row = matter.row()
    assert (row.end, row.ended_at) == (MatterEnd.withdrawn, first.replace(day=4))
    assert matter.entries() == {"D04": ["started", "withdrawn"]}
    assert [one.detail for one in case.acts(STEP)] == [{"matter": 1}]
    assert matter.documents() == []


def test_all_that_one_statement_withdraws_is_confirmed_once(
    petition: AtBureau, clock: StandingClock
) -> None:
    withdrawn(petition, clock)
    assert petition.documents() == [(STEP, "1.1", "petitioner")]
    document = petition.document(STEP)
    assert (document.issued_by, document.matter_id) == (UNIT, None)
    for passage in ("恢复电梯运行", "公开维修资金使用情况", "2026年3月2日书面声明撤回。"):
        assert passage in document.body
    assert "已经解决" not in document.body
    assert "继续办理" not in document.body


def test_matters_of_several_units_are_confirmed_by_the_bureau(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.matter(2).change(unit_id=OTHER)
    withdrawn(petition, clock)
    document = petition.document(STEP)
    assert document.issued_by == BUREAU
    assert "示范市住房和城乡建设局、示范市人力资源和社会保障局均已经终止办理" in document.body


def test_each_statement_has_its_own_confirmation(petition: AtBureau, clock: StandingClock) -> None:
    petition.matter(2).change(unit_id=OTHER)
    withdrawn(petition, clock, units=[UNIT])
    first = petition.document(STEP)
    assert (first.issued_by, first.matter_id) == (UNIT, petition.matter(1).id)
    assert "您的其他诉求继续办理" in first.body
    assert "公开维修资金使用情况" not in first.body
    withdrawn(petition, clock)
    assert [one[1] for one in petition.documents()] == ["1.1", "2.1"]


def test_the_file_is_the_bureaus_while_it_has_not_sent_the_matter_on(
    petition: AtBureau, clock: StandingClock
) -> None:
    petition.matter(2).change(dispatched_at=None)
    withdrawn(petition, clock)
    assert petition.document(STEP).issued_by == BUREAU


def test_of_a_report_nothing_is_put_on_paper(petition: AtBureau, clock: StandingClock) -> None:
    petition.matter(2).change(is_sealed=True)
    withdrawn(petition, clock, is_sealed_desk=True, in_public_interest=False)
    assert petition.matter(2).row().end is MatterEnd.withdrawn
    assert petition.documents() == []
    withdrawn(petition, clock)
    body = petition.document(STEP).body
    assert "公开维修资金使用情况" not in body
    assert "继续办理" not in body
