"""Server-rendered pages: the same functions as the JSON routes, printed by templates."""

from fastapi import APIRouter

from api.pages import (
    calendar,
    case_requests,
    demo_clock,
    inbox,
    inbox_claim,
    inbox_events,
    inbox_export,
    inbox_settings,
    language,
    law,
    new_petition,
    petition,
    petitions,
    public,
    sealed,
    sign_in,
    suggestions,
    task,
    urgent,
)

# Fixed paths before those with parameters.
ROUTERS: tuple[APIRouter, ...] = (
    sign_in.router,
    language.router,
    calendar.router,
    demo_clock.router,
    inbox.router,
    inbox_settings.router,
    inbox_export.router,
    inbox_events.router,
    inbox_claim.router,
    task.router,
    new_petition.router,
    petitions.router,
    petition.router,
    case_requests.router,
    urgent.router,
    sealed.router,
    suggestions.router,
    law.router,
    public.router,
)
