"""What was proposed for a task, as the engine's records say; nothing that a form says counts."""

import json
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from api.language import Language
from api.queries.evaluations import evaluation_before, evaluation_view, outputs_of
from api.shapes.decision import Evaluation
from journal.tables import user_task, variable
from records.proposals import Proposed, answers_to, decisions_for
from records.tasks.rules import TaskRef


def proposals_for(session: Session, task: TaskRef) -> list[Proposed]:
    """One per decision table that the form of this task answers, where it has answered."""
    found = []
    for decision_id in decisions_for(task.element_id):
        row = evaluation_before(session, task.key, decision_id)
        if row:
            found.append(Proposed(decision_id, outputs_of(session, row), row.key))
        elif kept := _variables(session, task, decision_id):
            found.append(Proposed(decision_id, kept))
    return found


def proposal_views(session: Session, task: TaskRef, language: Language) -> list[Evaluation]:
    """The same for people: with the rule and its basis."""
    rows = [
        evaluation_before(session, task.key, decision_id)
        for decision_id in decisions_for(task.element_id)
    ]
    return [evaluation_view(session, row, language) for row in rows if row]


def _variables(session: Session, task: TaskRef, decision_id: str) -> dict[str, Any]:
    """Where the engine told no evaluation (older records): what it carries, proposed_<output>."""
    outputs = [answer.output for answer in answers_to(task.element_id, decision_id)]
    rows = session.execute(
        select(variable.c.name, variable.c.value)
        .join(user_task, user_task.c.instance_key == variable.c.instance_key)
        .where(
            user_task.c.key == task.key,
            variable.c.name.in_([f"proposed_{output}" for output in outputs]),
        )
    )
    kept = {row.name.removeprefix("proposed_"): json.loads(row.value) for row in rows}
    return {output: value for output, value in kept.items() if value is not None}
