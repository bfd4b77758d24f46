"""record_withdrawal - articles 17 and 21: withdrawn before it went anywhere."""

from typing import Any

import pytest
from sqlmodel import Session

from records.errors import NoticeIncomplete
from records.models import Petition
from records.models.matter import MatterEnd
from records.models.petition import Category
from records.requests.withdrawal import withdraw
from tests.workers.at_bureau import AtBureau, at_bureau
from tests.workers.at_unit import CLERK
from tests.workers.conftest import BUREAU, Case, StandingClock
from workers.intake.start_dispatch_clock import start_dispatch_clock
from workers.petition.record_withdrawal import record_withdrawal

pytestmark = pytest.mark.usefixtures("calendar")


def test_nothing_of_it_runs_any_more_and_twice_is_as_good_as_once(
    case: Case, clock: StandingClock
) -> None:
    petition = at_bureau(case)
    start_dispatch_clock(case.petition_id)
    stated(petition, clock)
    petition.classified(clock.now())
    for day in (4, 5):
        clock.moment = clock.moment.replace(day=day)
        assert record_withdrawal(case.petition_id) == {"petition_end": "withdrawn"}
    assert petition.entries() == {"D01": ["started", "withdrawn"]}
    ends = [(one.end, one.ended_at.day) for one in petition.matters() if one.ended_at]
    assert ends == [(MatterEnd.withdrawn, 4)] * 2
    assert len(case.acts("record_withdrawal")) == 1
    assert petition.documents() == [("record_withdrawal", "", "petitioner")]
    document = petition.document("record_withdrawal")
    assert (document.issued_by, document.issued_on.day) == (BUREAU, 4)
    for passage in ("2026年3月3日书面声明撤回", "恢复电梯运行", "公开维修资金使用情况"):
        assert passage in document.body
    assert "已经解决" not in document.body


@pytest.mark.parametrize(
    "values",
    [{"is_name_clear": False}, {"is_sealed": True}, {"proposed_category": Category.report}],
)
def test_who_cannot_be_reached_and_who_reported_somebody_gets_no_paper(
    case: Case, clock: StandingClock, values: dict[str, Any]
) -> None:
    petition = at_bureau(case)
    petition.change(**values)
    stated(petition, clock)
    record_withdrawal(case.petition_id)
    assert petition.documents() == []


def test_without_a_written_statement_there_is_nothing_to_confirm(case: Case) -> None:
    at_bureau(case)
    with pytest.raises(NoticeIncomplete, match="书面声明日期"):
        record_withdrawal(case.petition_id)


def stated(petition: AtBureau, clock: StandingClock) -> None:
    """The written statement of 3 March, as the window took it."""

    def act(session: Session) -> None:
        row = session.get_one(Petition, petition.id)
        on = clock.now().replace(day=3)
        said = {"reason": "已经解决", "is_written": True, "recorded_by": CLERK, "now": on}
        withdraw(session, row, **said)

    petition.write(act)
