"""Decisions at the tasks of the process simple_procedure."""

from law.decision_words import Route
from law.simple_procedure import check_simple
from records.decisions.case import Decision, Variables
from records.decisions.opinion import keep_opinion
from records.decisions.simple_facts import simple_facts
from records.models.petition import Outcome


def answer_simply(case: Decision) -> Variables:
    """The answer, which the leader signs next; or the matter turns out not to suit.

    What is not supported goes over to the ordinary procedure.
    Raises SimpleProcedureExcluded, OpinionIncomplete.
    """
    if not case.is_yes("suits_simple"):
        return {"suits_simple": False}
    is_rejected = case.text("outcome") == Outcome.reject
    route = case.the_matter.route or Route.petition
    check_simple(simple_facts(case, route, is_rejected=is_rejected))
    return {"suits_simple": True, "outcome": keep_opinion(case).value}


def approve_switch(case: Decision) -> Variables:
    """The leader lets the matter go over to the ordinary procedure, or does not."""
    return {"is_switch_approved": case.is_yes("is_switch_approved")}
