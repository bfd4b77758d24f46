"""JSON routes, one module per resource."""

from fastapi import APIRouter

from api.routes import (
    clocks,
    demo,
    documents,
    health,
    instances,
    metrics,
    petitions,
    processes,
    session,
    task_actions,
    tasks,
)

ROUTERS: tuple[APIRouter, ...] = (
    session.router,
    petitions.router,
    clocks.router,
    documents.router,
    tasks.router,
    task_actions.router,
    instances.router,
    processes.router,
    demo.router,
    health.router,
    metrics.router,
)
