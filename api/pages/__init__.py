"""Server-rendered pages: the same functions as the JSON routes, printed by templates."""

from fastapi import APIRouter

from api.pages import (
    account,
    admin_people,
    admin_units,
    calendar,
    case_requests,
    case_urging,
    demo_clock,
    inbox,
    language,
    law,
    new_petition,
    petition,
    petitions,
    provider_sign_in,
    public,
    sealed,
    sign_in,
    suggestions,
    task,
    task_lists,
    task_work,
    urgent,
)

# Fixed paths before those with parameters.
ROUTERS: tuple[APIRouter, ...] = (
    sign_in.router,
    provider_sign_in.router,
    account.router,
    admin_people.router,
    admin_units.router,
    language.router,
    calendar.router,
    demo_clock.router,
    inbox.router,
    task_lists.router,
    task.router,
    task_work.router,
    new_petition.router,
    petitions.router,
    petition.router,
    case_requests.router,
    case_urging.router,
    urgent.router,
    sealed.router,
    suggestions.router,
    law.router,
    public.router,
)
