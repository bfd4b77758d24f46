"""Names of steps and clocks for messages, which have no page around them."""

from sqlalchemy import select
from sqlmodel import Session

from api.language import Language
from api.queries.diagram import element_name
from journal.tables import user_task
from law.clock_rules import RULES


def step_name(session: Session, task_key: int | None, element_id: str) -> str:
    """The label of the step in the diagram its task runs by; its id when that is not known."""
    found = select(user_task.c.definition_key)
    if task_key is not None:
        found = found.where(user_task.c.key == task_key)
    else:
        found = found.where(user_task.c.element_id == element_id)
    row = session.execute(found.limit(1)).first()
    return element_name(session, row.definition_key, element_id) if row else element_id


def clock_name(code: str, language: Language) -> str:
    """What the period is for, by its newest rule."""
    rule = next((rule for rule in reversed(RULES) if rule.code == code), None)
    if rule is None:
        return code
    return rule.name_zh if language == "zh" else rule.name_en
