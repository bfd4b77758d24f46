"""The workers go on whatever happens to the connection, and stop when told."""

import asyncio

import pytest

from workers import staying_up
from workers.staying_up import Connection, work_until


class Channel:
    """Counts how often it was closed."""

    def __init__(self) -> None:
        self.closed = 0

    async def close(self) -> None:
        self.closed += 1


class BrokenWorker:
    """Loses its connection at once."""

    async def work(self) -> None:
        raise ConnectionError

    async def stop(self) -> None:
        raise AssertionError("nothing to stop")


class SteadyWorker:
    """Works until it is stopped."""

    def __init__(self) -> None:
        self.stopped = asyncio.Event()

    async def work(self) -> None:
        await self.stopped.wait()

    async def stop(self) -> None:
        self.stopped.set()


class StubbornWorker(SteadyWorker):
    """Never gets its jobs done."""

    async def stop(self) -> None:
        await asyncio.Event().wait()


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staying_up, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(staying_up, "FINISH_SECONDS", 0.01)


async def test_a_lost_connection_is_replaced_by_a_new_one_until_it_holds() -> None:
    stop = asyncio.Event()
    channels: list[Channel] = []

    def connect() -> Connection:
        channels.append(Channel())
        if len(channels) < 4:
            return Connection(BrokenWorker(), channels[-1])
        stop.set()
        return Connection(SteadyWorker(), channels[-1])

    await asyncio.wait_for(work_until(stop, connect), 5)
    assert [channel.closed for channel in channels] == [1, 1, 1, 1]


@pytest.mark.parametrize("kind", [SteadyWorker, StubbornWorker])
async def test_told_to_stop_it_stops_even_when_jobs_hang(kind: type[SteadyWorker]) -> None:
    stop, channel = asyncio.Event(), Channel()
    working = asyncio.create_task(work_until(stop, lambda: Connection(kind(), channel)))
    await asyncio.sleep(0.01)
    stop.set()
    await asyncio.wait_for(working, 5)
    assert channel.closed == 1
