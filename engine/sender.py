"""Takes commands from the outbox to the engine until each is settled.

A command whose answer is lost is sent again: `engine.commands` says for each kind why that is
harmless. Commands of one ordering key leave one after the other, since the source hands out the
next only when the last is settled.
"""

import asyncio
import contextlib
import random

import structlog

from engine.commands import InstanceCommands, TaskCommands, send_command
from engine.errors import EngineRefused, MessageKnown, RetryLater, TaskGone, TaskTaken
from engine.outbox import Command, CommandSource

logger = structlog.get_logger(__name__)

CONCURRENT = 8
IDLE_SECONDS = 0.5
FIRST_DELAY_SECONDS = 0.25
LONGEST_DELAY_SECONDS = 10.0
TAKEN_ATTEMPTS = 5

_jitter = random.SystemRandom()


def retry_delay(attempts: int) -> float:
    """Seconds to wait after this many attempts: doubling, at most 10 s, half of it by chance.

    By chance, so that commands which failed together do not all come back together.
    """
    whole = min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2.0 ** min(attempts, 10))
    return whole / 2 + _jitter.uniform(0, whole / 2)


class Sender:
    """One task of the application: `asyncio.create_task(sender.run())`, `await sender.stop()`.

    Set `wake` after a commit that wrote commands; without it they leave within half a second.
    """

    def __init__(
        self,
        source: CommandSource,
        rest: TaskCommands,
        gateway: InstanceCommands,
        wake: asyncio.Event,
        *,
        concurrent: int = CONCURRENT,
    ) -> None:
        self._source = source
        self._rest = rest
        self._gateway = gateway
        self._wake = wake
        self._concurrent = concurrent
        self._sending: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self) -> None:
        """Send until stopped; a source that fails (a locked database) is asked again."""
        while not self._stopping:
            self._wake.clear()
            leased = await self._lease()
            for command in leased:
                task = asyncio.create_task(self._carry_out(command))
                self._sending.add(task)
                task.add_done_callback(self._sent)
            if not leased and not self._stopping:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)
        if self._sending:
            await asyncio.wait(self._sending)

    def stop(self) -> None:
        """Lease no more; `run` returns when what was leased is settled."""
        self._stopping = True
        self._wake.set()

    async def _lease(self) -> list[Command]:
        free = self._concurrent - len(self._sending)
        if free <= 0:
            return []
        try:
            return list(await asyncio.to_thread(self._source.lease, free))
        except Exception:
            logger.exception("outbox_lease_failed")
            return []

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        # A place is free, and the next command of the same ordering key may leave.
        self._wake.set()

    async def _carry_out(self, command: Command) -> None:
        log = logger.bind(command_id=command.id, kind=command.kind)
        try:
            await self._settle(command)
        except Exception:
            # Not settled: the lease ends and it is sent again, which is harmless.
            log.exception("command_not_settled")

    async def _settle(self, command: Command) -> None:
        source, to_thread = self._source, asyncio.to_thread
        log = logger.bind(command_id=command.id, kind=command.kind, attempts=command.attempts)
        try:
            await send_command(command.kind, command.payload, self._rest, self._gateway)
        except MessageKnown:
            await to_thread(source.done, command.id)
        except TaskGone as error:
            await to_thread(source.gone, command.id, str(error))
        except TaskTaken as error:
            # The engine is in the middle of another step of this task; soon it is gone or free.
            if command.attempts < TAKEN_ATTEMPTS:
                await to_thread(source.retry, command.id, str(error), retry_delay(command.attempts))
            else:
                await to_thread(source.gone, command.id, str(error))
        except RetryLater as error:
            delay = retry_delay(command.attempts)
            log.info("command_waits", obstacle=type(error).__name__, delay_seconds=round(delay, 2))
            await to_thread(source.retry, command.id, str(error), delay)
        except EngineRefused as error:
            log.error("command_refused", obstacle=type(error).__name__)
            await to_thread(source.refuse, command.id, str(error))
        else:
            await to_thread(source.done, command.id)
