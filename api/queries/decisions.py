"""判断依据: every evaluation of a case, and what a person decided about it."""

from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from api.language import Language
from api.queries.actors import Actors
from api.queries.decision_table import decision_table
from api.queries.evaluations import evaluation_before, evaluation_view, evaluations_of, values
from api.shapes.decision import Evaluation, Verdict
from records.models import DecisionOverride, Petition, TaskDecision
from records.proposals import ANSWERS, answers_to, decisions_for


def case_decisions(
    session: Session,
    petition: Petition,
    root: Row[Any] | None,
    actors: Actors,
    language: Language,
) -> list[Evaluation]:
    """Every evaluation of the case, oldest first."""
    if root is None:
        return []
    rows = evaluations_of(session, root.key)
    verdicts = _verdicts(session, petition, actors, language) if rows else {}
    return [
        evaluation_view(session, row, language).model_copy(
            update={"decided": verdicts.get(row.key)}
        )
        for row in rows
    ]


def _verdicts(
    session: Session, petition: Petition, actors: Actors, language: Language
) -> dict[int, Verdict]:
    """What people decided, by the key of the evaluation it is about."""
    decisions = session.exec(
        select_rows(TaskDecision)
        .where(
            TaskDecision.petition_id == petition.id, col(TaskDecision.element_id).in_([*ANSWERS])
        )
        .order_by(col(TaskDecision.decided_at))
    ).all()
    overrides = {
        (row.task_key, row.decision_id): row
        for row in session.exec(
            select_rows(DecisionOverride).where(DecisionOverride.petition_id == petition.id)
        )
    }
    actors.load(row.decided_by for row in decisions)
    found = {}
    for made in decisions:
        for decision_id in decisions_for(made.element_id):
            row = evaluation_before(session, made.task_key, decision_id)
            if row:
                override = overrides.get((made.task_key, decision_id))
                found[row.key] = _verdict(session, row, made, override, actors, language)
    return found


def _verdict(
    session: Session,
    row: Row[Any],
    made: TaskDecision,
    override: DecisionOverride | None,
    actors: Actors,
    language: Language,
) -> Verdict:
    answered = {
        answer.output: made.data.get(answer.field)
        for answer in answers_to(made.element_id, row.decision_id)
    }
    return Verdict(
        task_key=made.task_key,
        values=values(decision_table(session, row.decision_key).outputs, answered, language),
        is_override=override is not None,
        reason=override.reason if override else None,
        by=actors.named(made.decided_by),
        at=made.decided_at,
    )
