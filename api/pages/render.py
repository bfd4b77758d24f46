"""Rendering: templates only loop and print; what they print is ready here."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.actions.answer_templates import led_units
from api.actions.demo_clock import demo_clock, is_movable
from api.actions.filing import filing_bureaus
from api.actions.window import windows_of
from api.deps import Runtime
from api.i18n import text, text_or
from api.language import Language, language_of
from api.queries.header import Header
from api.shapes.common import shanghai
from records.people import SEALED_ROLES, Person
from settings import ROOT

LARGE_COOKIE = "xinfang_large"

_templates = Environment(
    loader=FileSystemLoader(ROOT / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(request: Request, template: str, status: int = 200, **context: object) -> HTMLResponse:
    """A page or a fragment of one."""
    runtime: Runtime = request.app.state.runtime
    person: Person | None = getattr(request.state, "person", None)
    language = language_of(request)
    header: Header = getattr(request.state, "header", Header())
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    body = _templates.get_template(f"pages/{template}").render(
        language=language,
        t=partial(text, language),
        label=partial(_label, language),
        static=request.app.state.static_urls,
        day=partial(_day, language),
        moment=_moment,
        person=person,
        may_file=bool(person and filing_bureaus(person)),
        is_administrator=bool(person and person.has("administrator")),
        sees_window=bool(person and windows_of(person)),
        keeps_templates=bool(person and led_units(person)),
        is_sealed_desk=bool(person and person.has(*SEALED_ROLES)),
        here=here,
        header=header,
        is_large=header.is_large if person else request.cookies.get(LARGE_COOKIE) == "1",
        demo_clock=demo_clock(runtime) if person and is_movable(runtime) else None,
        path=request.url.path,
        **context,
    )
    return HTMLResponse(body, status_code=status)


def render_error(
    request: Request, status: int, detail: str, headers: Mapping[str, str]
) -> HTMLResponse:
    """A page that says what is wrong and what to do."""
    response = render(request, "error.html", status, status_code=status, detail=detail)
    response.headers.update(headers)
    return response


def _label(language: Language, kind: str, code: Any) -> str:  # noqa: ANN401 - any code
    """The word for a code: label("category", "appeal")."""
    return text_or(language, f"{kind}.{code}", str(code)) if code else ""


def _day(language: Language, value: date | None) -> str:
    if value is None:
        return ""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {value:%b %Y}"


def _moment(value: datetime | None) -> str:
    return f"{shanghai(value):%Y-%m-%d %H:%M}" if value else ""
