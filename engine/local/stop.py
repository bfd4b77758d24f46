"""Stops a broker that another process started."""

import contextlib

import psutil

from engine.local.state import BrokerState


def stop_broker(state: BrokerState, patience_seconds: float = 20.0) -> None:
    """Ask it to stop, wait, and end it by force when it does not listen.

    `state` comes from `live_state`, so the process is the broker that holds the data's lock.
    """
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(state.pid)
        process.terminate()
        try:
            process.wait(patience_seconds)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait()
