"""Template texts for answers (答复模板): kept by leaders of a unit, used in its tasks."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.actions.answer_templates import drop_template, keep_template, led_unit
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.queries.answer_help import (
    like_answers_to,
    template_views,
    templates_for_task,
    templates_kept,
)
from api.routes.responses import errors
from api.shapes.answer_template import (
    AnswerTemplateIn,
    AnswerTemplateOut,
    FilledTemplate,
    LikeAnswers,
    TextsIn,
)
from api.shapes.common import Code, KeyInPath, shanghai

router = APIRouter(prefix="/api", tags=["answer templates"])
UnitInPath = Annotated[Code, Path(description="a unit you lead")]
TemplateInPath = Annotated[Code, Path(description="id of the template text")]


@router.get("/units/{unit}/answer-templates", responses=errors(401, 404))
def get_templates(
    unit: UnitInPath, person: PersonDep, session: ReadingDep, language: LanguageDep
) -> list[AnswerTemplateOut]:
    """The template texts of a unit, for its leaders."""
    return templates_kept(session, led_unit(person, unit), language)


@router.post(
    "/units/{unit}/answer-templates", status_code=201, responses=errors(400, 401, 404, 409, 422)
)
def post_template(
    unit: UnitInPath,
    given: AnswerTemplateIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> AnswerTemplateOut:
    """Add a template text.

    Placeholders: {编号} {标题} {日期} {收到日期} {到期日} {单位} {经办人}.
    """
    kept = keep_template(session, person, unit, given, now=now)
    return template_views(session, [kept], language)[0]


@router.put(
    "/units/{unit}/answer-templates/{template_id}", responses=errors(400, 401, 404, 409, 422)
)
def put_template(
    unit: UnitInPath,
    template_id: TemplateInPath,
    given: AnswerTemplateIn,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
) -> AnswerTemplateOut:
    """Change a template text; answers that began with it stay as they are."""
    kept = keep_template(session, person, unit, given, now=now, template_id=template_id)
    return template_views(session, [kept], language)[0]


@router.delete(
    "/units/{unit}/answer-templates/{template_id}", status_code=204, responses=errors(401, 404)
)
def delete_template(
    unit: UnitInPath,
    template_id: TemplateInPath,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
) -> None:
    """Delete a template text."""
    drop_template(session, person, unit, template_id, now=now)


@router.get("/tasks/{key}/answer-templates", responses=errors(401, 404))
def get_templates_of_task(
    key: KeyInPath, person: PersonDep, session: ReadingDep, language: LanguageDep, now: NowDep
) -> list[FilledTemplate]:
    """The template texts for this task, with number, date and the like filled in."""
    today = shanghai(now).date()
    return templates_for_task(session, person, key, language=language, today=today)


@router.post("/tasks/{key}/like-answers", responses=errors(400, 401, 404, 413, 422))
def post_like_answers(
    key: KeyInPath, given: TextsIn, person: PersonDep, session: ReadingDep
) -> LikeAnswers:
    """Recent answers of the unit to other claims that are nearly the same; nothing is changed.

    A warning for who pastes an answer: it never hinders handing it in.
    """
    return like_answers_to(session, person, key, given.texts)
