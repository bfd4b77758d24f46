"""What decision tables propose and people decide: a table may be overridden, but not in silence.

The proposal is what the engine's own records say (the caller reads the journal), never what comes
back with a form.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from records.errors import RecordsError
from records.models import DecisionOverride, TaskDecision

REASON_FIELD = "note"


class OverrideNeedsReason(RecordsError):
    """You decide otherwise than proposed. Write down the reason, then submit again."""

    field = REASON_FIELD


@dataclass(frozen=True)
class Answer:
    """The form field in which a person answers one output of a decision table.

    `open_value` is what the table answers where it proposes nothing. `asked_if`: values of other
    fields without which the form does not ask.
    """

    decision_id: str
    output: str
    field: str
    open_value: str | None = None
    asked_if: tuple[tuple[str, str], ...] = ()

    def is_asked(self, data: dict[str, Any]) -> bool:
        """Whether the form, filled in so, asks for it."""
        return all(data.get(field) == value for field, value in self.asked_if)


OWN = ("power", "own")
ANSWERS: dict[str, tuple[Answer, ...]] = {
    "classify_petition": (Answer("propose_category", "category", "category"),),
    "examine_matter": (
        Answer("propose_route", "route", "route", "none", (OWN,)),
        Answer(
            "propose_procedure", "procedure", "procedure", "by_route", (OWN, ("route", "petition"))
        ),
    ),
    # Where the table cannot know, a person looks; there is nothing to override then.
    "examine_request": (
        Answer("check_review_admissibility", "review_answer", "review_answer", "check_facts"),
    ),
}
"""By user task. Each of these forms has the field REASON_FIELD."""


@dataclass(frozen=True)
class Proposed:
    """What a table answered before the task: values by output.

    `evaluation_key` is None where only the process variable is known (records of older versions).
    """

    decision_id: str
    values: dict[str, Any]
    evaluation_key: int | None = None


@dataclass(frozen=True)
class Override:
    """Outputs of one table that a person decided otherwise; both by output."""

    proposal: Proposed
    proposed: dict[str, Any]
    decided: dict[str, Any]


def answers_to(element_id: str, decision_id: str) -> list[Answer]:
    """The fields of this user task's form that answer this decision table."""
    return [one for one in ANSWERS.get(element_id, ()) if one.decision_id == decision_id]


def decisions_for(element_id: str) -> list[str]:
    """Ids of the decision tables that the form of this user task answers."""
    return list(dict.fromkeys(one.decision_id for one in ANSWERS.get(element_id, ())))


def overrides(
    element_id: str, data: dict[str, Any], proposals: Iterable[Proposed]
) -> Iterator[Override]:
    """What of the form at this user task differs from what was proposed. Nothing proposed: nothing.

    `data` is the validated form.
    """
    for proposal in proposals:
        proposed, decided = {}, {}
        for answer in answers_to(element_id, proposal.decision_id):
            value, given = proposal.values.get(answer.output), data.get(answer.field)
            is_open = value is None or value == answer.open_value
            if not is_open and value != given and answer.is_asked(data):
                proposed[answer.output], decided[answer.output] = value, given
        if proposed:
            yield Override(proposal, proposed, decided)


def reason_in(data: dict[str, Any]) -> str:
    """The reason given in the form. Raises OverrideNeedsReason when it is blank."""
    reason = str(data.get(REASON_FIELD) or "").strip()
    if not reason:
        raise OverrideNeedsReason
    return reason


def keep_overrides(
    session: Session, decision: TaskDecision, proposals: Iterable[Proposed]
) -> list[str]:
    """Keep what the decision does not follow, with its reason; ids of those decision tables.

    Raises OverrideNeedsReason.
    """
    found = list(overrides(decision.element_id, decision.data, proposals))
    for one in found:
        session.add(
            DecisionOverride(
                task_key=decision.task_key,
                decision_id=one.proposal.decision_id,
                petition_id=decision.petition_id,
                evaluation_key=one.proposal.evaluation_key,
                proposed=one.proposed,
                decided=one.decided,
                reason=reason_in(decision.data),
                decided_by=decision.decided_by,
                decided_at=decision.decided_at,
            )
        )
    return [one.proposal.decision_id for one in found]
