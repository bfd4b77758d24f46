"""Moving time in demo mode: the engine's and our own together."""

from datetime import timedelta

from api.deps import Runtime
from api.errors import ClockNotMovable
from api.shapes.common import shanghai
from api.shapes.engine import DemoClock

UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def is_movable(runtime: Runtime) -> bool:
    """Whether this application runs as a demo with a clock that can be moved."""
    return runtime.settings.demo and runtime.move_clock is not None


def demo_clock(runtime: Runtime) -> DemoClock:
    """The procedure's time. Raises ClockNotMovable outside demo mode."""
    if not is_movable(runtime):
        raise ClockNotMovable
    now = runtime.clock.now()
    offset = (now - runtime.machine_clock.now()).total_seconds()
    return DemoClock(now=shanghai(now), offset_seconds=round(offset))


def move(runtime: Runtime, amount: str) -> DemoClock:
    """Move forward by `20d`, `6h` or `30m`. Raises ClockNotMovable,
    and errors of engine.clock_control."""
    if not is_movable(runtime) or runtime.move_clock is None:
        raise ClockNotMovable
    runtime.move_clock(timedelta(**{UNITS[amount[-1]]: int(amount[:-1])}))
    return demo_clock(runtime)
