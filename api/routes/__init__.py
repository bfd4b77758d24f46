"""JSON routes, one module per resource."""

from fastapi import APIRouter

from api.routes import (
    calendar,
    changes,
    clocks,
    demo,
    documents,
    health,
    instances,
    law,
    metrics,
    petitions,
    processes,
    public,
    requests,
    sealed,
    session,
    suggestions,
    task_actions,
    tasks,
    urgent,
    vocabularies,
)

ROUTERS: tuple[APIRouter, ...] = (
    session.router,
    petitions.router,
    clocks.router,
    requests.router,
    changes.router,
    urgent.router,
    sealed.router,
    suggestions.router,
    public.router,
    calendar.router,
    documents.router,
    tasks.router,
    task_actions.router,
    instances.router,
    processes.router,
    law.router,
    vocabularies.router,
    demo.router,
    health.router,
    metrics.router,
)
