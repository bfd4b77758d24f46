"""Server-rendered pages: the same functions as the JSON routes, printed by templates."""

from fastapi import APIRouter

from api.pages import (
    answer_templates,
    calendar,
    case_requests,
    demo_clock,
    filing_drafts,
    inbox,
    language,
    law,
    new_petition,
    petition,
    petitions,
    public,
    record,
    sealed,
    sign_in,
    suggestions,
    task,
    urgent,
    window,
)

# Fixed paths before those with parameters.
ROUTERS: tuple[APIRouter, ...] = (
    sign_in.router,
    language.router,
    calendar.router,
    demo_clock.router,
    inbox.router,
    task.router,
    filing_drafts.router,
    new_petition.router,
    window.router,
    answer_templates.router,
    petitions.router,
    petition.router,
    case_requests.router,
    record.router,
    urgent.router,
    sealed.router,
    suggestions.router,
    law.router,
    public.router,
)
