"""Template texts for answers: what a unit keeps for its steps, and filling in what is known."""

import re
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from records import audit
from records.errors import RecordsError
from records.models import AnswerTemplate

EVERY_STEP = ""
# What is filled in when the text is used, under its Chinese and its English name.
PLACEHOLDERS = {
    "编号": "number",
    "标题": "subject",
    "日期": "date",
    "收到日期": "received_on",
    "到期日": "due_on",
    "单位": "unit",
    "经办人": "person",
}
_PLACE = re.compile(r"{([^{}\n]{1,20})}")


class AnswerTemplateNotFound(RecordsError):
    """There is no such template text. It may have been deleted: look at the list."""


class PlaceholderUnknown(RecordsError):
    """Nothing is known to fill in between these braces. Use one of the placeholders listed."""

    field = "text"


def templates_for(session: Session, unit_ids: list[str], element_id: str) -> list[AnswerTemplate]:
    """What these units keep for this step: its own first, then those for every step, by title."""
    query = select(AnswerTemplate).where(
        col(AnswerTemplate.unit_id).in_(unit_ids),
        col(AnswerTemplate.element_id).in_([element_id, EVERY_STEP]),
    )
    return sorted(session.exec(query), key=lambda one: (one.element_id == EVERY_STEP, one.title))


def templates_of(session: Session, unit_id: str) -> list[AnswerTemplate]:
    """Everything a unit keeps, by step and title."""
    query = select(AnswerTemplate).where(AnswerTemplate.unit_id == unit_id)
    return list(
        session.exec(query.order_by(col(AnswerTemplate.element_id), col(AnswerTemplate.title)))
    )


def get_template(session: Session, unit_id: str, template_id: str) -> AnswerTemplate:
    """The template text of this unit. Raises AnswerTemplateNotFound."""
    found = session.get(AnswerTemplate, template_id, with_for_update=True)
    if found is None or found.unit_id != unit_id:
        raise AnswerTemplateNotFound
    return found


def keep_template(
    session: Session,
    unit_id: str,
    *,
    title: str,
    text: str,
    actor: str,
    now: datetime,
    element_id: str = EVERY_STEP,
    template: AnswerTemplate | None = None,
) -> AnswerTemplate:
    """Add a template text, or change one of the unit. Raises PlaceholderUnknown."""
    if not {*_PLACE.findall(text)} <= {*PLACEHOLDERS, *PLACEHOLDERS.values()}:
        raise PlaceholderUnknown
    kept = template or AnswerTemplate(
        unit_id=unit_id, title=title, text=text, changed_by=actor, changed_at=now
    )
    kept.element_id, kept.title, kept.text = element_id, title, text
    kept.changed_by, kept.changed_at = actor, now
    session.add(kept)
    session.flush()
    _note(session, kept, "keep_answer_template", actor, now)
    return kept


def drop_template(session: Session, template: AnswerTemplate, *, actor: str, now: datetime) -> None:
    """Delete a template text; answers that began with it stay as they are."""
    _note(session, template, "drop_answer_template", actor, now)
    session.delete(template)


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known, by English name; what is not known stays as a placeholder."""

    def fill(place: re.Match[str]) -> str:
        name = PLACEHOLDERS.get(place[1], place[1])
        return values.get(name) or place[0]

    return _PLACE.sub(fill, text)


def _note(
    session: Session, template: AnswerTemplate, action: str, actor: str, now: datetime
) -> None:
    audit.record(
        session, now=now, actor=actor, action=action, template=template.id, unit=template.unit_id
    )
