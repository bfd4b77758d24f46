"""Decisions at the tasks of the process advice (三项建议, article 40)."""

from law.decision_facts import Adoption
from records.decisions.case import Decision, Variables
from records.models.supervision import AdviceKind
from records.supervisions.advice import Draft, answer, draft


def draft_advice(case: Decision) -> Variables:
    """Root causes, what is suggested, and to whom. Raises UnitNotFound."""
    drafted = Draft(
        kind=AdviceKind(case.text("kind")),
        unit_id=case.unit().id,
        duty_causes=case.text("duty_causes"),
        policy_causes=case.text("policy_causes"),
        conduct_causes=case.text("conduct_causes"),
        suggestion=case.text("suggestion"),
    )
    draft(case.session, case.the_supervision, drafted, by=case.person_id)
    return {"unit": drafted.unit_id}


def answer_advice(case: Decision) -> Variables:
    """What became of the suggestion, in writing (article 40(4))."""
    answer(
        case.session,
        case.the_supervision,
        Adoption(case.text("adoption")),
        reason=case.text("adoption_reason"),
        now=case.now,
    )
    return {}
