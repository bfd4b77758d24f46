"""What is decided about a hearing: articles 31(六) and 36(2)."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from law.errors import (
    ChairInvestigated,
    HandlerHasInterest,
    HearingClosedWithoutGround,
    HearingNotConcluded,
    HearingNoticeTooShort,
    HearingWaiverNotWritten,
    PostponementWithoutReason,
)
from law.hearing import ClosedGround, HearingResult
from records.decisions.case import DateInFuture
from records.hearings import NoHearingArranged, current_hearing, hearings_of
from records.interest import keep_interested
from records.models import Matter, TaskDecision
from records.people import PersonNotFound
from tests.records.cases import MON_2_MARCH, NOON
from tests.records.deciding import decided
from tests.records.matters import add_matter

ARRANGED: dict[str, Any] = {
    "hearing_on": (MON_2_MARCH + timedelta(days=7)).isoformat(),
    "hearing_time": "上午九时",
    "place": "听证室",
    "chair": "unit_leader_zj",
    "hearing_members": "听证员两名",
    "is_public": "yes",
}
HELD_AT = NOON + timedelta(days=8)
HELD: dict[str, Any] = {
    "hearing_result": "held",
    "held_on": (MON_2_MARCH + timedelta(days=7)).isoformat(),
    "record": "各方陈述。",
    "record_signed_by": "各方",
    "conclusion": "已经查清。",
    "concluded_on": (MON_2_MARCH + timedelta(days=8)).isoformat(),
}


@pytest.fixture
def matter(session: Session, filed_id: str) -> Matter:
    """A matter that the housing unit handles; handler_zj has investigated it."""
    found = add_matter(session, filed_id)
    session.add(
        TaskDecision(
            task_key=1,
            petition_id=filed_id,
            matter_id=found.id,
            element_id="investigate_facts",
            data={"investigators": ["handler_zj"]},
            decided_by="handler_zj",
            decided_at=NOON,
        )
    )
    session.flush()
    return found


class TestArranging:
    """Day, chair and openness."""

    def test_on_the_first_possible_day_in_public(self, session: Session, matter: Matter) -> None:
        assert decided(session, "arrange_hearing", matter, **ARRANGED) == {}
        hearing = current_hearing(session, matter.id)
        assert (hearing.chair_id, hearing.is_public, hearing.ordinal) == ("unit_leader_zj", True, 1)
        assert hearing.notice_sent_on is None

    def test_a_day_earlier_is_too_short_after_the_notice(
        self, session: Session, matter: Matter
    ) -> None:
        early = (MON_2_MARCH + timedelta(days=6)).isoformat()
        with pytest.raises(HearingNoticeTooShort):
            decided(session, "arrange_hearing", matter, **ARRANGED | {"hearing_on": early})
        assert hearings_of(session, matter.id) == []

    def test_who_investigated_does_not_lead_it(self, session: Session, matter: Matter) -> None:
        with pytest.raises(ChairInvestigated):
            decided(session, "arrange_hearing", matter, **ARRANGED | {"chair": "handler_zj"})

    def test_nor_does_who_has_an_interest(self, session: Session, matter: Matter) -> None:
        keep_interested(session, matter.id, ["handler2_zj"], now=NOON)
        with pytest.raises(HandlerHasInterest):
            decided(session, "arrange_hearing", matter, **ARRANGED | {"chair": "handler2_zj"})

    def test_nor_somebody_unknown(self, session: Session, matter: Matter) -> None:
        with pytest.raises(PersonNotFound):
            decided(session, "arrange_hearing", matter, **ARRANGED | {"chair": "nobody"})

    def test_not_public_needs_a_ground(self, session: Session, matter: Matter) -> None:
        closed = ARRANGED | {"is_public": "no"}
        with pytest.raises(HearingClosedWithoutGround):
            decided(session, "arrange_hearing", matter, **closed)
        decided(session, "arrange_hearing", matter, **closed, closed_ground="privacy")
        hearing = current_hearing(session, matter.id)
        assert (hearing.is_public, hearing.closed_ground) == (False, ClosedGround.privacy)


class TestHolding:
    """Held, postponed, waived."""

    @pytest.fixture(autouse=True)
    def arranged(self, session: Session, matter: Matter) -> None:
        decided(session, "arrange_hearing", matter, **ARRANGED)
        current_hearing(session, matter.id).notice_sent_on = MON_2_MARCH

    def test_held_it_keeps_record_and_conclusion(self, session: Session, matter: Matter) -> None:
        told = decided(session, "hold_hearing", matter, now=HELD_AT, **HELD)
        assert told == {"hearing_result": "held"}
        hearing = current_hearing(session, matter.id)
        assert hearing.result is HearingResult.held
        days = (hearing.held_on, hearing.concluded_on)
        assert days == (MON_2_MARCH + timedelta(days=7), MON_2_MARCH + timedelta(days=8))
        assert (hearing.record, hearing.conclusion) == ("各方陈述。", "已经查清。")

    @pytest.mark.parametrize("lacks", ["record", "record_signed_by", "conclusion"])
    def test_held_without_one_of_them_is_refused(
        self, session: Session, matter: Matter, lacks: str
    ) -> None:
        with pytest.raises(HearingNotConcluded):
            decided(session, "hold_hearing", matter, now=HELD_AT, **HELD | {lacks: " "})

    def test_held_before_the_notice_allows_is_refused(
        self, session: Session, matter: Matter
    ) -> None:
        early = HELD | {"held_on": (MON_2_MARCH + timedelta(days=6)).isoformat()}
        with pytest.raises(HearingNoticeTooShort):
            decided(session, "hold_hearing", matter, now=HELD_AT, **early)

    def test_it_does_not_lie_in_the_future(self, session: Session, matter: Matter) -> None:
        with pytest.raises(DateInFuture):
            decided(session, "hold_hearing", matter, now=NOON, **HELD)

    def test_postponed_for_a_reason_it_is_arranged_again(
        self, session: Session, matter: Matter
    ) -> None:
        with pytest.raises(PostponementWithoutReason):
            decided(session, "hold_hearing", matter, hearing_result="postponed")
        told = decided(session, "hold_hearing", matter, hearing_result="postponed", note="患病")
        assert told == {"hearing_result": "postponed"}
        decided(session, "arrange_hearing", matter, **ARRANGED)
        assert [one.ordinal for one in hearings_of(session, matter.id)] == [1, 2]

    def test_waived_in_writing(self, session: Session, matter: Matter) -> None:
        with pytest.raises(HearingWaiverNotWritten):
            decided(session, "hold_hearing", matter, hearing_result="waived")
        said = {"hearing_result": "waived", "is_waiver_written": True}
        assert decided(session, "hold_hearing", matter, **said) == {"hearing_result": "waived"}
        assert current_hearing(session, matter.id).concluded_on == MON_2_MARCH


def test_what_was_not_arranged_is_not_held(session: Session, matter: Matter) -> None:
    with pytest.raises(NoHearingArranged):
        decided(session, "hold_hearing", matter, now=HELD_AT, **HELD)


def test_who_investigated_may_choose_both_before_a_draft(session: Session, matter: Matter) -> None:
    both = {"is_hearing_wanted": True, "is_mediation_wanted": True}
    said = {"investigators": ["handler_zj", "handler2_zj"], "findings": "属实"}
    assert decided(session, "investigate_facts", matter, **said, **both) == both
    assert decided(session, "investigate_facts", matter, **said, is_hearing_wanted=False) == {}
