"""What each decision changes in the case, and what of it the engine needs to route the case.

One module per process, one function per user task, named as its element. Only what a function
returns reaches the engine: codes, flags and unit ids, never text that people wrote.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from records.decisions import (
    acceptance,
    advice,
    aftercare,
    conclusion,
    duty,
    handling,
    hearing,
    imported_procedure,
    intake,
    joint_handling,
    level_transfer,
    litigation,
    matter,
    mediation,
    objection,
    redispatch,
    review,
    screening,
    sealed_report,
    serving,
    simple_procedure,
    suggestion,
    supervision,
    supervision_feedback,
    unit_handling,
    urgent_report,
)
from records.decisions.case import DateInFuture, Decide, Decision, Variables
from records.models import Matter, Petition, Review
from records.proposals import Proposed

__all__ = ["DECISIONS", "DateInFuture", "Decision", "Variables", "chosen_values", "decide"]

CHOICES = ("select", "radio", "checkbox", "checklist", "taglist")

DECISIONS: dict[str, Decide] = {
    "classify_petition": intake.classify_petition,
    "sign_assignment": intake.sign_assignment,
    "judge_repetition": screening.judge_repetition,
    "confirm_new_facts": screening.confirm_new_facts,
    "arrange_care": screening.arrange_care,
    "check_closing_report": matter.check_closing_report,
    "redispatch_matter": redispatch.redispatch_matter,
    "forward_matter": level_transfer.forward_matter,
    "negotiate_lead": joint_handling.negotiate_lead,
    "decide_lead_by_superior": joint_handling.decide_lead_by_superior,
    "decide_lead_by_conference": joint_handling.decide_lead_by_conference,
    "guide_visitor": litigation.guide_visitor,
    "study_suggestion": suggestion.study_suggestion,
    "hand_over_report": sealed_report.hand_over_report,
    "record_report_feedback": sealed_report.record_report_feedback,
    "report_by_phone": urgent_report.report_by_phone,
    "draft_urgent_report": urgent_report.draft_urgent_report,
    "sign_urgent_report": urgent_report.sign_urgent_report,
    "follow_urgent_matter": urgent_report.follow_urgent_matter,
    "examine_matter": acceptance.examine_matter,
    "decide_objection": objection.decide_objection,
    "write_closing_report": unit_handling.write_closing_report,
    "assign_handler": handling.assign_handler,
    "hear_petitioner": handling.hear_petitioner,
    "investigate_facts": handling.investigate_facts,
    "draft_opinion": handling.draft_opinion,
    "review_legality": handling.review_legality,
    "sign_opinion": handling.sign_opinion,
    "decide_extension": handling.decide_extension,
    "arrange_hearing": hearing.arrange_hearing,
    "hold_hearing": hearing.hold_hearing,
    "ask_consent": mediation.ask_consent,
    "mediate_dispute": mediation.mediate_dispute,
    "record_judicial_confirmation": mediation.record_judicial_confirmation,
    "confirm_performance": mediation.confirm_performance,
    "answer_simply": simple_procedure.answer_simply,
    "approve_switch": simple_procedure.approve_switch,
    "perform_duty": duty.perform_duty,
    "record_procedure_result": imported_procedure.record_procedure_result,
    "hand_over_document": serving.hand_over_document,
    "supervise_execution": conclusion.supervise_execution,
    "counsel_petitioner": conclusion.counsel_petitioner,
    "complete_closing_checks": conclusion.complete_closing_checks,
    "follow_up_petitioner": aftercare.follow_up_petitioner,
    "check_execution": aftercare.check_execution,
    "examine_request": review.examine_request,
    "obtain_file": review.obtain_file,
    "investigate_review": review.investigate_review,
    "draft_review_opinion": review.draft_review_opinion,
    "sign_review_opinion": review.sign_review_opinion,
    "publish_review_opinion": review.publish_review_opinion,
    "sign_supervision_letter": supervision.sign_supervision_letter,
    "arrange_talk": supervision.arrange_talk,
    "hold_talk": supervision.hold_talk,
    "announce_supervision": supervision.announce_supervision,
    "order_correction": supervision.order_correction,
    "give_feedback": supervision_feedback.give_feedback,
    "verify_feedback": supervision_feedback.verify_feedback,
    "draft_advice": advice.draft_advice,
    "answer_advice": advice.answer_advice,
}


def decide(
    session: Session,
    element_id: str,
    petition: Petition,
    matter: Matter | None,
    data: dict[str, Any],
    schema: dict[str, Any],
    *,
    person_id: str,
    now: datetime,
    proposals: Sequence[Proposed] = (),
    review: Review | None = None,
    supervision_id: str | None = None,
) -> Variables:
    """Carry out the decision of this element and return its routing variables.

    An element without a function of its own (a designer's new step) routes by its choice fields.
    Raises what its function raises: UnitNotFound, also for a unit that is dissolved by then;
    DateInFuture; MatterNotFound; law.errors.StepRefused.
    """
    function = DECISIONS.get(element_id)
    if function is None:
        return chosen_values(schema, data)
    variables = function(
        Decision(session, petition, matter, data, person_id, now, proposals, review, supervision_id)
    )
    session.add_all(row for row in (petition, matter, review) if row is not None)
    return variables


def chosen_values(schema: dict[str, Any], data: dict[str, Any]) -> Variables:
    """Values of the form's choice fields whose options the form itself lists: codes, not text."""
    keys = {
        component["key"]
        for component in schema.get("components", [])
        if component.get("type") == "checkbox"
        or (component.get("type") in CHOICES and component.get("values"))
    }
    return {key: value for key, value in data.items() if key in keys}
