"""Server-rendered pages: the same functions as the JSON routes, printed by templates."""

from fastapi import APIRouter

from api.pages import (
    calendar,
    case_requests,
    demo_clock,
    inbox,
    language,
    law,
    new_petition,
    notifications,
    own_settings,
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
    own_settings.router,
    notifications.router,
    calendar.router,
    demo_clock.router,
    inbox.router,
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
