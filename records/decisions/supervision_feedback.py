"""Decisions at the tasks of the process supervision_feedback."""

from records.decisions.case import Decision, Variables
from records.models.supervision import Verification
from records.supervisions.feedback import keep_feedback, verify


def give_feedback(case: Decision) -> Variables:
    """What the supervised unit has done about it (articles 38, 40)."""
    keep_feedback(case.session, case.the_supervision, case.text("feedback"), now=case.now)
    return {}


def verify_feedback(case: Decision) -> Variables:
    """What was found by phone or on site: put right or not. Raises DateInFuture."""
    is_corrected = case.is_yes("is_corrected")
    verify(
        case.session,
        case.the_supervision,
        Verification(case.text("verification")),
        is_corrected=is_corrected,
        on=case.past_day("verified_on") or case.today,
    )
    return {"is_corrected": is_corrected}
