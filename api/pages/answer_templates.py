"""The page of template texts, for leaders of a unit; and those of a task, to insert."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlmodel import Session

from api.actions.answer_templates import drop_template, keep_template, led_unit, led_units
from api.deps import LanguageDep, NowDep, PersonDep, ReadingDep, SessionDep
from api.errors import ApiError, status_of
from api.i18n import error_text, text
from api.language import Language
from api.pages.filing_form import faults_of
from api.pages.render import render
from api.queries.answer_help import templates_kept
from api.queries.steps import step_names
from api.routes.answer_templates import TemplateInPath
from api.routes.window import UnitAsked
from api.shapes.answer_template import AnswerTemplateIn
from api.shapes.common import Code, Named
from records.answer_templates import PLACEHOLDERS
from records.errors import RecordsError
from records.people import Person, unit_names

router = APIRouter(include_in_schema=False, prefix="/answer-templates")
DONE = ("kept", "dropped")
UnitTyped = Annotated[Code, Form()]
Words = Annotated[str, Form()]


@router.get("")
def templates_opened(
    request: Request,
    person: PersonDep,
    session: ReadingDep,
    language: LanguageDep,
    unit: UnitAsked = None,
    done: str = "",
) -> Response:
    """What the unit keeps, and a form to add."""
    return _page(request, session, person, language, led_unit(person, unit), done=done)


@router.post("")
def template_submitted(
    request: Request,
    person: PersonDep,
    session: SessionDep,
    language: LanguageDep,
    now: NowDep,
    unit: UnitTyped,
    title: Words = "",
    text_typed: Annotated[str, Form(alias="text")] = "",
    element_id: Words = "",
    template_id: Words = "",
) -> Response:
    """Add one, or change the one named; what was typed stays when something is wrong."""
    led_unit(person, unit)
    typed = {"title": title, "text": text_typed.replace("\r\n", "\n"), "element_id": element_id}
    try:
        given = AnswerTemplateIn.model_validate(typed)
        with session.begin_nested():
            keep_template(session, person, unit, given, now=now, template_id=template_id or None)
    except ValidationError as error:
        words = {"title": "templates.name", "text": "templates.text"}
        fault = " ".join(
            f"{text(language, words.get(key, 'templates.step'))}：{message}"
            for key, message in faults_of(error, language).items()
        )
        status = 422
    except (ApiError, RecordsError) as error:
        status = status_of(error)
        if status == 404:
            raise
        fault = error_text(language, error)
    else:
        return RedirectResponse(f"/answer-templates?unit={unit}&done=kept", status_code=303)
    typed["id"] = template_id
    return _page(request, session, person, language, unit, typed=typed, fault=fault, status=status)


@router.post("/{template_id}/drop")
def template_dropped(
    template_id: TemplateInPath,
    person: PersonDep,
    session: SessionDep,
    now: NowDep,
    unit: UnitTyped,
) -> Response:
    """Delete one."""
    drop_template(session, person, unit, template_id, now=now)
    return RedirectResponse(f"/answer-templates?unit={unit}&done=dropped", status_code=303)


def _page(
    request: Request,
    session: Session,
    person: Person,
    language: Language,
    unit: str,
    *,
    done: str = "",
    typed: dict[str, str] | None = None,
    fault: str = "",
    status: int = 200,
) -> Response:
    led = led_units(person)
    names = unit_names(session, {*led})
    return render(
        request,
        "answer_templates.html",
        status,
        unit=unit,
        units=[Named(id=one, name=names.get(one, one)) for one in led],
        templates=templates_kept(session, unit, language),
        steps=[Named(id=key, name=name) for key, name in step_names(session).items()],
        placeholders=[f"{{{name}}}" for name in PLACEHOLDERS],
        typed=typed or {},
        blank=dict.fromkeys(("title", "text", "element_id"), ""),
        fault=fault,
        done=done if done in DONE else "",
    )
