"""Workers for every step of the procedure that do nothing: the engine's own speed, without ours."""

import asyncio
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import grpc
from pyzeebe import Job, ZeebeWorker

from engine.channel import OPTIONS
from workers.registry import job_routers

FAR_AWAY = "2999-01-01T00:00:00+08:00"


@contextmanager
def idle_workers(grpc_address: str) -> Iterator[None]:
    """Complete every job of the procedure at once while the block runs."""
    stop = Event()
    thread = Thread(target=lambda: asyncio.run(_work(grpc_address, stop)), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


async def _work(grpc_address: str, stop: Event) -> None:
    channel = grpc.aio.insecure_channel(grpc_address, options=OPTIONS)
    worker = ZeebeWorker(channel, name="idle", max_connection_retries=-1, stream_enabled=True)
    for job_type in job_routers():
        worker.task(task_type=job_type, timeout_ms=60_000)(_idle)  # type: ignore[arg-type]
    working = asyncio.create_task(worker.work())
    await asyncio.to_thread(stop.wait)
    await worker.stop()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    await channel.close()


async def _idle(job: Job) -> dict[str, Any]:
    if job.type == "start_handling_clock":
        return {"handling_clock_id": str(uuid.uuid4()), "handling_next_alert_at": FAR_AWAY}
    return {}
