"""What the form of a task starts from: options of lists, proposals, what was found before."""

from collections.abc import Callable
from typing import Any

from api.queries.initial import (
    classes,
    earlier,
    handlers,
    hearing,
    opinion,
    petition,
    reviews,
    said,
    supervision,
    units,
    urgent,
)
from api.queries.initial.basics import basics
from api.queries.initial.proposed import proposed
from api.queries.initial.start import Start

__all__ = ["Start", "initial_data"]

FILLINGS: dict[str, tuple[Callable[[Start], dict[str, Any]], ...]] = {
    "classify_petition": (units.receiving, classes.content, petition.claims, petition.classified),
    "sign_assignment": (said.assignment,),
    "judge_repetition": (earlier.options,),
    "confirm_new_facts": (said.new_facts,),
    "check_closing_report": (said.closing_report,),
    "redispatch_matter": (units.receiving,),
    "forward_matter": (units.receiving_below,),
    "negotiate_lead": (units.handling,),
    "decide_lead_by_superior": (units.handling, said.disputing_units),
    "decide_lead_by_conference": (units.handling, said.disputing_units),
    "examine_matter": (units.subordinate, units.receiving, classes.refusals, opinion.standing),
    "decide_objection": (said.objection,),
    "assign_handler": (handlers.options, handlers.interested),
    "investigate_facts": (handlers.options,),
    "arrange_hearing": (hearing.chairs, hearing.last),
    "hold_hearing": (hearing.arranged,),
    "confirm_performance": (hearing.agreement,),
    "draft_opinion": (opinion.draft,),
    "review_legality": (opinion.written,),
    "sign_opinion": (opinion.written,),
    "decide_extension": (said.extension,),
    "answer_simply": (opinion.draft,),
    "approve_switch": (said.switch,),
    "hand_over_report": (units.existing,),
    "report_by_phone": (urgent.situation,),
    "draft_urgent_report": (urgent.situation, urgent.departments),
    "sign_urgent_report": (urgent.situation, urgent.drafted),
    "follow_urgent_matter": (urgent.situation,),
    "follow_up_petitioner": (classes.attitudes,),
    "examine_request": (reviews.request, reviews.refusal),
    "obtain_file": (reviews.asked_by,),
    "investigate_review": (reviews.request, reviews.file_list, reviews.handlers),
    "draft_review_opinion": (reviews.draft,),
    "sign_review_opinion": (reviews.written,),
    "publish_review_opinion": (reviews.written,),
    "sign_supervision_letter": (supervision.about,),
    "arrange_talk": (supervision.about,),
    "hold_talk": (supervision.about,),
    "announce_supervision": (supervision.about, supervision.announcement),
    "order_correction": (supervision.about,),
    "give_feedback": (supervision.about, supervision.demand),
    "verify_feedback": (supervision.about, supervision.feedback),
    "draft_advice": (supervision.about, units.existing, supervision.advice),
    "answer_advice": (supervision.about, supervision.suggestion),
}
"""By user task; a task that is not here starts from the basics."""


def initial_data(start: Start) -> dict[str, Any]:
    """What the form starts from, by key. Later parts win: what was decided, over what is proposed.

    Nothing here is filled in by who sends the form: options and read-only values are taken from
    here again when it is checked.
    """
    data = {**basics(start), **proposed(start)}
    for filling in FILLINGS.get(start.task.element_id, ()):
        data |= filling(start)
    return data
