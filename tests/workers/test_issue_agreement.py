"""issue_agreement - article 33: the agreement, and the periods that its day starts."""

from datetime import date

import pytest

from law.mediation import AgreementKind
from records.errors import NoticeIncomplete
from tests.workers.at_hearing import mediated
from tests.workers.at_unit import AtUnit, at_unit
from tests.workers.conftest import Case, StandingClock, result_of
from workers.mediation.issue_agreement import issue_agreement

pytestmark = pytest.mark.usefixtures("calendar")


@pytest.fixture
def matter(case: Case) -> AtUnit:
    """A matter at its unit."""
    return at_unit(case)


def test_its_own_words_say_until_when_it_is_performed(matter: AtUnit, clock: StandingClock) -> None:
    mediated(matter, clock)
    first = result_of(issue_agreement(matter.id))
    assert result_of(issue_agreement(matter.id)) == first
    assert (first["confirmation_clock_id"], first["confirmation_next_alert_at"]) == (None, None)
    assert matter.clocks() == {"D26": ("2026-03-16", ["started"])}
    document = matter.document("issue_agreement")
    assert document.title == "信访事项调解协议书"
    for word in ("甲某某；乙单位", "费用由谁承担。", "乙单位承担。", "一次付清", "2026年3月16日"):
        assert word in document.body
    assert "司法确认" not in document.body


def test_the_court_may_be_asked_from_the_day_it_takes_effect(
    matter: AtUnit, clock: StandingClock
) -> None:
    mediated(matter, clock, is_confirmation_wanted=True)
    clock.moment = clock.moment.replace(day=4)
    assert result_of(issue_agreement(matter.id))["confirmation_clock_id"]
    assert matter.clocks()["D19"] == ("2026-04-01", ["started"])
    assert "2026年4月1日之前共同向人民法院申请司法确认" in matter.document("issue_agreement").body


def test_without_a_mediator_it_is_a_settlement(matter: AtUnit, clock: StandingClock) -> None:
    mediated(matter, clock, kind=AgreementKind.settlement, is_oral=True)
    issue_agreement(matter.id)
    document = matter.document("issue_agreement")
    assert document.title == "信访事项和解协议书"
    assert "口头达成" in document.body


def test_an_item_that_is_missing_is_named(matter: AtUnit, clock: StandingClock) -> None:
    mediated(matter, clock, way=" ", perform_until=date(2026, 3, 16))
    with pytest.raises(NoticeIncomplete, match="履行方式"):
        issue_agreement(matter.id)
