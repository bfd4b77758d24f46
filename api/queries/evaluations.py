"""Evaluations of decision tables out of the journal, in the words of the version evaluated."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from api.i18n import text, text_or
from api.language import Language
from api.queries.decision_table import BASIS, DecisionTable, decision_table
from api.shapes.common import from_millis
from api.shapes.decision import Evaluation, RuleHit, Value
from journal.tables import decision_evaluation, instance, user_task
from law.errors import LawError
from law.sources import cite_basis
from records.proposals import ANSWERS

PROPOSALS = {answer.decision_id for answers in ANSWERS.values() for answer in answers}
INPUT = "input_"


def evaluations_of(session: Session, root_key: int) -> list[Row[Any]]:
    """Every evaluation that a case asked for, oldest first."""
    return list(
        session.execute(
            select(decision_evaluation)
            .join(instance, instance.c.key == decision_evaluation.c.instance_key)
            .where(instance.c.root_key == root_key)
            .order_by(decision_evaluation.c.evaluated_at, decision_evaluation.c.key)
        )
    )


def evaluation_before(session: Session, task_key: int, decision_id: str) -> Row[Any] | None:
    """The last answer of this decision in the instance of a task, before the task was made."""
    evaluation = decision_evaluation.c
    return session.execute(
        select(decision_evaluation)
        .join(user_task, user_task.c.instance_key == evaluation.instance_key)
        .where(
            user_task.c.key == task_key,
            evaluation.decision_id == decision_id,
            evaluation.state == "evaluated",
            evaluation.evaluated_at <= user_task.c.created_at,
        )
        .order_by(evaluation.evaluated_at.desc(), evaluation.key.desc())
        .limit(1)
    ).first()


def outputs_of(session: Session, row: Row[Any]) -> dict[str, Any]:
    """The answer by output name; a table with one output answers with the bare value."""
    answer = json.loads(row.output)
    if isinstance(answer, dict):
        return answer
    names = [*decision_table(session, row.decision_key).outputs]
    return {names[0] if len(names) == 1 else "": answer}


def evaluation_view(session: Session, row: Row[Any], language: Language) -> Evaluation:
    """The evaluation in words; what the person decided about it is left to the caller."""
    table = decision_table(session, row.decision_key)
    outputs = outputs_of(session, row) if row.state == "evaluated" else {}
    inputs = json.loads(row.inputs)
    return Evaluation(
        key=row.key,
        decision_id=row.decision_id,
        name=_name(table, row.decision_id, language),
        version=row.version,
        element_id=row.element_id,
        state=row.state,
        evaluated_at=from_millis(row.evaluated_at),
        is_proposal=row.decision_id in PROPOSALS,
        inputs=values(table.inputs, inputs, language),
        outputs=values(
            table.outputs, {name: outputs[name] for name in outputs if name != BASIS}, language
        ),
        rules=[_hit(table, rule_id, language) for rule_id in json.loads(row.matched_rules)],
    )


def values(labels: Mapping[str, str], found: Mapping[str, Any], language: Language) -> list[Value]:
    """Inputs or outputs with their labels and words."""
    return [
        Value(
            id=name,
            label=_label(name, labels.get(name, name), language),
            value=value,
            text=_words(name.removeprefix(INPUT), value, language),
        )
        for name, value in found.items()
    ]


def _name(table: DecisionTable, decision_id: str, language: Language) -> str:
    name = table.name or decision_id
    return name if language == "zh" and table.name else _word(language, "decision", decision_id)


def _label(name: str, label: str, language: Language) -> str:
    if language == "zh":
        return label
    return text_or(language, f"fact.{name.removeprefix(INPUT)}", label)


def _words(kind: str, value: Any, language: Language) -> str:  # noqa: ANN401 - any JSON value
    """A value in words: label("category", "appeal"); codes without words stand for themselves."""
    match value:
        case None | "" | []:
            return text(language, "value.none")
        case bool():
            return text(language, "value.yes" if value else "value.no")
        case list():
            return text(language, "value.join").join(_words(kind, each, language) for each in value)
        case str():
            return _word(language, kind, value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _word(language: Language, kind: str, code: str) -> str:
    return text_or(language, f"{kind}.{code}", code)


def _hit(table: DecisionTable, rule_id: str, language: Language) -> RuleHit:
    rule = table.rules.get(rule_id)
    if rule is None:
        return RuleHit(id=rule_id, number=None, description=rule_id, basis=[], cited=[])
    cited = [_cited(basis, language) for basis in rule.basis]
    return RuleHit(
        id=rule_id,
        number=rule.number,
        description=rule.description or rule_id,
        basis=list(rule.basis),
        cited=cited,
    )


def _cited(basis: str, language: Language) -> str:
    try:
        return cite_basis(basis, language)
    except LawError:  # a designer's own word: shown as it is
        return basis
