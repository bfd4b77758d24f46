"""The movable clock of demo mode."""

from fastapi import APIRouter

from api.actions.demo_clock import demo_clock, move
from api.deps import PersonDep, RuntimeDep
from api.routes.responses import errors
from api.shapes.engine import DemoClock, MoveClock

router = APIRouter(prefix="/api/demo/clock", tags=["demo"])


@router.get("", responses=errors(401, 409))
def get_clock(person: PersonDep, runtime: RuntimeDep) -> DemoClock:
    """The procedure's time and how far it has been moved."""
    return demo_clock(runtime)


@router.post("", responses=errors(400, 401, 403, 409, 422, 503))
def post_clock(to: MoveClock, person: PersonDep, runtime: RuntimeDep) -> DemoClock:
    """Move time forward, for the engine and for everything else."""
    return move(runtime, to.add)
