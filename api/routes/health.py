"""Whether the application is well."""

from fastapi import APIRouter

from api.deps import ReadingDep, RuntimeDep
from api.queries.health import health
from api.shapes.engine import Health

router = APIRouter(tags=["operation"])


@router.get("/health")
def get_health(runtime: RuntimeDep, session: ReadingDep) -> Health:
    """Records answer, how fresh the journal is, what waits for the engine."""
    return health(session, machine_now=runtime.machine_clock.now())
