"""Decisions at the tasks of the process handling."""

from law.recusal import check_handler
from records.decisions.case import Decision, Variables
from records.decisions.extension import decide_extension
from records.decisions.investigation import check_who_investigated
from records.decisions.opinion import keep_opinion
from records.decisions.rehandling import check_new_opinion
from records.interest import interested_in, keep_interested
from records.people import PersonNotFound, members_of

__all__ = [
    "assign_handler",
    "decide_extension",
    "draft_opinion",
    "hear_petitioner",
    "investigate_facts",
    "review_legality",
    "sign_opinion",
]


def assign_handler(case: Decision) -> Variables:
    """Who handles the matter, and who keeps out of it (article 28(3)); not filled in: as before.

    Raises PersonNotFound for somebody who does not handle for the unit, HandlerHasInterest.
    """
    matter, handler = case.the_matter, case.text("handler")
    interested = set(case.chosen("interested"))
    if "interested" not in case.data:
        interested = interested_in(case.session, matter.id)
    members = {user.id for user in members_of(case.session, [f"handler@{matter.unit_id}"])}
    if not {handler, *interested} <= members:
        raise PersonNotFound
    check_handler(handler, interested)
    matter.handler_id = handler
    keep_interested(case.session, matter.id, interested, now=case.now)
    return {}


def hear_petitioner(case: Decision) -> Variables:
    """What the petitioner said (article 31(六)): kept. Raises DateInFuture."""
    case.past_day("heard_on")
    return {}


def investigate_facts(case: Decision) -> Variables:
    """Who investigated and what was found (articles 28(1), 31(六)): kept.

    Whether a hearing is held or both sides are asked to mediate before the draft (33) goes on.
    Raises InvestigatorsTooFew, HandlerHasInterest.
    """
    check_who_investigated(case)
    return {key: True for key in ("is_hearing_wanted", "is_mediation_wanted") if case.data.get(key)}


def draft_opinion(case: Decision) -> Variables:
    """The opinion (article 32); its text stays here. Raises InterimAnswer, OpinionIncomplete."""
    return {"outcome": keep_opinion(case).value}


def review_legality(case: Decision) -> Variables:
    """The legal reviewer lets the draft pass, or sends it back."""
    return {"is_lawful": case.is_yes("is_lawful")}


def sign_opinion(case: Decision) -> Variables:
    """The leader signs, or sends the draft back; from the signature on it is the unit's opinion.

    After a review that set an opinion aside, raises SameOpinionAgain, SameOutcomeUnexplained.

    The outcome goes on from here: what was answered simply has passed no draft.
    """
    matter = case.the_matter
    if not case.is_yes("is_opinion_signed"):
        matter.signed_at = matter.signed_by = None
        return {"is_opinion_signed": False}
    check_new_opinion(case)
    matter.signed_at, matter.signed_by = case.now, case.person_id
    variables: Variables = {"is_opinion_signed": True}
    if matter.outcome:
        variables["outcome"] = matter.outcome.value
    return variables
