"""Decisions at the tasks of the process hearing (articles 31(六), 36(2))."""

from law.errors import HearingNoticeTooShort
from law.hearing import (
    ClosedGround,
    HearingResult,
    Minutes,
    check_chair,
    check_notice,
    check_openness,
    check_result,
)
from law.recusal import check_handler
from records.decisions.case import Decision, Variables
from records.hearings import current_hearing, hearings_of, investigators_of, notice_rule
from records.interest import interested_in
from records.models import Hearing, User
from records.people import PersonNotFound


def arrange_hearing(case: Decision) -> Variables:
    """Day, place, chair and whether it is public; the notice goes out next.

    Raises HearingNoticeTooShort, HearingClosedWithoutGround, ChairInvestigated,
    HandlerHasInterest, PersonNotFound.
    """
    matter_id, chair = case.the_matter.id, case.text("chair")
    planned_on = case.day("hearing_on")
    if planned_on is None:
        raise HearingNoticeTooShort
    if case.session.get(User, chair) is None:
        raise PersonNotFound
    is_public = case.is_yes("is_public")
    ground = None if is_public else case.text("closed_ground")
    hearing = Hearing(
        matter_id=matter_id,
        ordinal=len(hearings_of(case.session, matter_id)) + 1,
        planned_on=planned_on,
        planned_time=case.text("hearing_time"),
        place=case.text("place"),
        chair_id=chair,
        members=case.text("hearing_members"),
        is_public=is_public,
        closed_ground=ClosedGround(ground) if ground else None,
        arranged_by=case.person_id,
        arranged_at=case.now,
    )
    check_notice(case.today, planned_on, notice_rule(case.session, hearing))
    check_openness(is_public=is_public, ground=hearing.closed_ground)
    check_chair(chair, investigators_of(case.session, matter_id))
    check_handler(chair, interested_in(case.session, matter_id))
    case.session.add(hearing)
    return {}


def hold_hearing(case: Decision) -> Variables:
    """The hearing was held and concluded, is postponed, or the petitioner gave it up in writing.

    Raises DateInFuture, HearingNotConcluded, HearingNoticeTooShort, PostponementWithoutReason,
    HearingWaiverNotWritten.
    """
    hearing = current_hearing(case.session, case.the_matter.id)
    result = HearingResult(case.text("hearing_result"))
    record, signed_by = case.text("record"), case.text("record_signed_by")
    conclusion, reason = case.text("conclusion"), case.text("note")
    check_result(
        result,
        Minutes(record=bool(record), signed=bool(signed_by), conclusion=bool(conclusion)),
        has_reason=bool(reason),
        is_waiver_written=case.is_ticked("is_waiver_written"),
    )
    hearing.result, hearing.reason = result, reason
    if result is HearingResult.held:
        held_on = case.past_day("held_on") or case.today
        if hearing.notice_sent_on is not None:
            check_notice(hearing.notice_sent_on, held_on, notice_rule(case.session, hearing))
        hearing.held_on = held_on
        hearing.record, hearing.record_signed_by = record, signed_by
        hearing.conclusion = conclusion
        hearing.concluded_on = max(case.past_day("concluded_on") or case.today, held_on)
    elif result is HearingResult.waived:
        hearing.concluded_on = case.today
    case.session.add(hearing)
    return {"hearing_result": result.value}
