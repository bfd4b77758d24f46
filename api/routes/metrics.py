"""Figures for a monitoring system on the same machine."""

from ipaddress import ip_address

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.deps import ReadingDep, RuntimeDep
from api.errors import NotFound
from api.metrics import Metrics
from api.queries.health import health
from api.routes.responses import errors

router = APIRouter(tags=["operation"])


@router.get("/metrics", responses=errors(404))
def get_metrics(request: Request, runtime: RuntimeDep, session: ReadingDep) -> Response:
    """Prometheus text; on this machine only, and not through a proxy."""
    if not _is_local(request):
        raise NotFound
    metrics: Metrics = request.app.state.metrics
    figures = health(session, machine_now=runtime.machine_clock.now())
    metrics.outbox_waiting.set(figures.outbox_waiting)
    metrics.outbox_refused.set(figures.outbox_refused)
    metrics.outbox_oldest.set(figures.oldest_waiting_seconds)
    return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)


def _is_local(request: Request) -> bool:
    if {"forwarded", "x-forwarded-for"} & set(request.headers.keys()) or request.client is None:
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
