"""What helps to write an answer: template texts filled in, and other answers nearly the same."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from api.errors import FormMissing
from api.language import Language
from api.queries.actors import Actors
from api.queries.steps import step_names
from api.queries.task import form_schema, load_task
from api.queries.visibility import may_see
from api.shapes.answer_template import (
    AnswerTemplateOut,
    FilledTemplate,
    LikeAnswerOut,
    LikeAnswers,
)
from api.shapes.common import Named
from records.answer_likeness import MOST_NAMED, like_answers
from records.answer_templates import filled_in, templates_for, templates_of
from records.models import AnswerTemplate, Clock, Matter, Petition
from records.people import Person
from records.tasks.rules import TaskRef, check_visible

EVERY_STEP_WORDS = {"zh": "各环节", "en": "Every step"}


def templates_kept(session: Session, unit_id: str, language: Language) -> list[AnswerTemplateOut]:
    """Everything a unit keeps, by step and title."""
    return template_views(session, templates_of(session, unit_id), language)


def template_views(
    session: Session, templates: list[AnswerTemplate], language: Language
) -> list[AnswerTemplateOut]:
    """Template texts with names of unit, step and who changed them last."""
    actors, steps = Actors(session, language), step_names(session)
    actors.load(one.changed_by for one in templates)
    return [
        AnswerTemplateOut(
            **one.model_dump(include={"id", "element_id", "title", "text", "changed_at"}),
            unit=Named(id=one.unit_id, name=actors.unit(one.unit_id)),
            step=steps.get(one.element_id, one.element_id) or EVERY_STEP_WORDS[language],
            changed_by=Named(id=one.changed_by, name=actors.name(one.changed_by)),
        )
        for one in templates
    ]


def templates_for_task(
    session: Session, person: Person, key: int, *, language: Language, today: date
) -> list[FilledTemplate]:
    """What the units of the task keep for its step, filled in. Raises TaskNotFound."""
    task = load_task(session, key)
    check_visible(session, person, task)
    values = _values(session, person, task, language, today)
    return [
        FilledTemplate(id=one.id, title=one.title, text=filled_in(one.text, values))
        for one in templates_for(session, sorted(task.units), task.element_id)
    ]


def like_answers_to(
    session: Session, person: Person, key: int, texts: Mapping[str, str]
) -> LikeAnswers:
    """Recent answers of the task's unit to other claims that are nearly the same.

    Raises TaskNotFound. What is sealed is neither shown nor counted.
    """
    task = load_task(session, key)
    check_visible(session, person, task)
    matter = session.get(Matter, task.matter_id) if task.matter_id else None
    if matter is None:
        return LikeAnswers(answers=[], hidden=0)
    found = like_answers(session, matter.unit_id, texts, except_matter=matter.id)
    ids = {one.petition_id for one in found}
    petitions = {
        one.id: one for one in session.exec(select(Petition).where(col(Petition.id).in_(ids)))
    }
    labels = _labels(session, task)
    seen = {one for one in ids if may_see(session, person, petitions[one])}
    return LikeAnswers(
        answers=[
            LikeAnswerOut(
                key=one.key,
                label=labels.get(one.key, one.key),
                number=petitions[one.petition_id].number,
                subject=petitions[one.petition_id].subject,
                likeness=round(one.likeness, 2),
            )
            for one in found
            if one.petition_id in seen
        ][:MOST_NAMED],
        hidden=len(ids - seen),
    )


def _labels(session: Session, task: TaskRef) -> dict[str, str]:
    try:
        fields: list[dict[str, Any]] = form_schema(session, task).get("components", [])
    except FormMissing:
        return {}
    return {one["key"]: one.get("label", one["key"]) for one in fields if "key" in one}


def _values(
    session: Session, person: Person, task: TaskRef, language: Language, today: date
) -> dict[str, str]:
    petition = session.get(Petition, task.petition_id) if task.petition_id else None
    matter = session.get(Matter, task.matter_id) if task.matter_id else None
    if petition is None:
        return {}
    due_on = session.exec(
        select(func.min(Clock.due_on)).where(
            Clock.petition_id == petition.id,
            col(Clock.is_running),
            Clock.matter_id == (matter.id if matter else None),
        )
    ).one()
    unit_id = matter.unit_id if matter else petition.bureau_id
    return {
        "number": petition.number,
        "subject": petition.subject,
        "date": _day(today),
        "received_on": _day(petition.received_on),
        "due_on": _day(due_on) if due_on else "",
        "unit": Actors(session, language).unit(unit_id),
        "person": person.name,
    }


def _day(value: date) -> str:
    # The answer is a Chinese document, whatever language the page is in.
    return f"{value.year}年{value.month}月{value.day}日"
