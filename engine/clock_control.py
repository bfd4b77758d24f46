"""Moves the engine's clock together with ours. Only for an engine with a controlled clock.

The engine forgets its offset at every restart; `reapply_offset` gives it back before workers start.
Timers already fired stay fired, so time never goes back. A cycle timer fires once per move: to live
through a year, move day by day.
"""

import fcntl
import time
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import httpx
import structlog

from engine.clock import machine_now, read_offset, write_offset
from engine.errors import EngineError, EngineUnavailable

logger = structlog.get_logger(__name__)

SECOND = timedelta(seconds=1)


class ClockNotControlled(EngineError):
    """The engine runs on machine time. Start it with XINFANG_ENGINE_CONTROLLED_CLOCK=true (demo and
    tests only; `./start --demo` does it)."""

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


class ClockOnlyForward(EngineError):
    """Time moves forward only: timers that fired stay fired. For an earlier time, take a new data
    directory (--data)."""

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


def move_clock(path: Path, management: str, delta: timedelta) -> timedelta:
    """Move our clock and the engine's forward by `delta` (whole seconds); returns the whole offset.

    The file first: jobs that the engine then hands out already see the new time. When the engine
    does not answer, the file keeps the offset and `reapply_offset` catches up.
    Raises ClockOnlyForward, ClockNotControlled, EngineUnavailable.
    """
    if delta < SECOND:
        raise ClockOnlyForward
    check_movable(management)  # before the file is written
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        write_offset(path, read_offset(path) + delta // SECOND * SECOND)
        reapply_offset(path, management, timeout_seconds=10.0)
        return read_offset(path)


def reapply_offset(path: Path, management: str, timeout_seconds: float = 60.0) -> None:
    """Bring the engine's clock to the offset in the file; harmless when it is there already.

    The engine answers about when its leader appears: asks until then.
    Raises ClockNotControlled, and EngineUnavailable after `timeout_seconds`.
    """
    wanted = read_offset(path)
    if not wanted:
        return
    end = time.monotonic() + timeout_seconds
    while True:
        try:
            missing = wanted - engine_offset(management)
            if missing > timedelta():
                _add(management, missing)
                logger.info("engine_clock_moved", seconds=missing // SECOND)
            return
        except EngineUnavailable:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def check_movable(management: str) -> None:
    """Raises ClockNotControlled, EngineUnavailable. A machine-time engine refuses even no move."""
    _add(management, timedelta())


def engine_offset(management: str) -> timedelta:
    """How far the engine's clock is ahead of the machine's, to the second.

    Raises EngineUnavailable.
    """
    body = _ask("GET", management, "")
    ahead = datetime.fromtimestamp(body["epochMilli"] / 1000, machine_now().tzinfo) - machine_now()
    return round(ahead / SECOND) * SECOND


def _add(management: str, delta: timedelta) -> None:
    _ask("POST", management, "/add", {"offsetMilli": delta // timedelta(milliseconds=1)})


@cache
def _client() -> httpx.Client:
    """Made once: that costs more than a move, and to live through a year takes hundreds.

    It keeps no connection: the broker may have been started again meanwhile.
    """
    limits = httpx.Limits(max_keepalive_connections=0)
    return httpx.Client(timeout=5.0, trust_env=False, limits=limits)


def _ask(
    method: str, management: str, path: str, body: dict[str, int] | None = None
) -> dict[str, int]:
    url = f"{management}/actuator/clock{path}"
    try:
        answer = _client().request(method, url, json=body)
    except httpx.HTTPError as error:
        raise EngineUnavailable("The engine's clock does not answer.") from error
    if answer.status_code == httpx.codes.FORBIDDEN:
        raise ClockNotControlled
    if not answer.is_success:
        raise EngineUnavailable(f"The engine's clock answers {answer.status_code}.")
    found: dict[str, int] = answer.json()
    return found
