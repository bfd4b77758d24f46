"""Decisions at the tasks of the process screening: is it about something raised before?"""

from law.new_facts import check_new_facts
from records.decisions.case import Decision, Variables
from records.models import RelatedPetition
from records.task_decisions import latest


def judge_repetition(case: Decision) -> Variables:
    """Which earlier petitions are about the same matter (articles 19(3), 36(3)): links, no merger.

    Whether a delay has a just cause is read from the form when repetition is assessed.
    """
    same, others = case.chosen("same_matter"), case.chosen("other_person")
    for earlier_id in same:
        case.session.merge(
            RelatedPetition(
                petition_id=case.petition.id,
                earlier_id=earlier_id,
                same_person=earlier_id not in others,
                linked_by=case.person_id,
                linked_at=case.now,
            )
        )
    return {"has_new_facts": bool(same) and case.is_ticked("new_facts")}


def confirm_new_facts(case: Decision) -> Variables:
    """The leader agrees with the clerk that facts are new, with a reason (article 36(3)).

    Raises NewFactsUndecided: both are the same person, or there is no reason.
    """
    is_confirmed = case.is_yes("is_new_facts_confirmed")
    if is_confirmed:
        check_new_facts(
            clerk=_clerk(case), leader=case.person_id, has_reason=bool(case.text("note"))
        )
    return {"is_new_facts_confirmed": is_confirmed}


def arrange_care(_case: Decision) -> Variables:
    """What is done for somebody whose matter is not taken up again (article 37(3)): kept."""
    return {}


def _clerk(case: Decision) -> str:
    """Who found facts to be new; empty when nobody did."""
    found = latest(case.session, "judge_repetition", petition_id=case.petition.id)
    return found.decided_by if found else ""
