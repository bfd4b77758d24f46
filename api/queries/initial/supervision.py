"""What the forms of a supervision start from: who is supervised for what, and what was said."""

from typing import Any

from api.i18n import text_or
from api.queries.initial.start import Start
from law.decision_facts import SupervisionTrigger
from law.decision_words import SupervisionStep
from records.models import Supervision, Unit
from records.models.supervision import AdviceKind
from records.supervisions.find import find_advice

DEMANDS = {
    SupervisionStep.supervision_letter: "sign_supervision_letter",
    SupervisionStep.talk: "hold_talk",
    SupervisionStep.circular: "announce_supervision",
    SupervisionStep.listed_supervision: "announce_supervision",
}
KINDS = {
    SupervisionTrigger.policy_problem.value: AdviceKind.policy,
    SupervisionTrigger.grave_consequence.value: AdviceKind.liability,
}


def about(start: Start) -> dict[str, Any]:
    """Unit, trigger, reason and the step done last, in words; the day feedback is due."""
    row = _row(start)
    if row is None:
        return {}
    unit = start.session.get(Unit, row.unit_id)
    return {
        "supervised_unit": unit.name if unit else row.unit_id,
        "supervision_trigger": text_or(start.language, f"trigger.{row.trigger}", row.trigger),
        "supervision_done": _step(start, row.step),
        "supervision_reason": row.reason,
        **_day("feedback_due_on", row.feedback_due_on),
    }


def announcement(start: Start) -> dict[str, Any]:
    """`supervision_next`: a circular first, then listed supervision."""
    row = _row(start)
    is_second = row is not None and row.step is SupervisionStep.circular
    step = SupervisionStep.listed_supervision if is_second else SupervisionStep.circular
    return {"supervision_next": _step(start, step)}


def demand(start: Start) -> dict[str, Any]:
    """`required_of_unit`: what the step done last demands of the unit."""
    row = _row(start)
    element = DEMANDS.get(row.step) if row else None
    return _kept("required_of_unit", start.said(element).get("demand") if element else None)


def feedback(start: Start) -> dict[str, Any]:
    """`given_feedback`: what the unit has fed back."""
    row = _row(start)
    return _kept("given_feedback", row.feedback if row else None)


def advice(start: Start) -> dict[str, Any]:
    """The unit that is supervised, and the suggestion that the reason calls for."""
    row = _row(start)
    if row is None:
        return {}
    return {"unit": row.unit_id, "kind": KINDS.get(row.trigger, AdviceKind.improve).value}


def suggestion(start: Start) -> dict[str, Any]:
    """`given_suggestion` and until when its addressee answers."""
    row = _row(start)
    found = find_advice(start.session, row.id) if row else None
    if found is None:
        return {}
    return {"given_suggestion": found.suggestion, **_day("adoption_due_on", found.due_on)}


def _row(start: Start) -> Supervision | None:
    wanted = start.task.supervision_id
    return start.session.get(Supervision, wanted) if wanted else None


def _step(start: Start, step: SupervisionStep) -> str:
    return text_or(start.language, f"supervision_step.{step.value}", step.value)


def _kept(key: str, value: object) -> dict[str, Any]:
    return {key: value} if value else {}


def _day(key: str, day: object) -> dict[str, Any]:
    return {key: str(day)} if day else {}
