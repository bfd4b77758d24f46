"""The sender: each command is settled by what the engine answers."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from engine.errors import (
    EngineBusy,
    EngineRefused,
    EngineUnavailable,
    MessageKnown,
    NotDeployed,
    TaskGone,
    TaskTaken,
)
from engine.sender import LONGEST_DELAY_SECONDS, Sender, retry_delay

TASK = 2251799813685300


@dataclass
class Command:
    """A command of the fake outbox."""

    id: int
    kind: str
    payload: dict[str, Any]
    key: str = ""
    attempts: int = 0


@dataclass
class Outbox:
    """A source in memory: hands out each waiting command, one per key at a time."""

    waiting: list[Command]
    settled: list[tuple[int, str, str]] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    leased: dict[int, Command] = field(default_factory=dict)
    broken: int = 0

    def lease(self, limit: int) -> list[Command]:
        if self.broken:
            self.broken -= 1
            raise OSError("database is locked")
        batch: list[Command] = []
        busy = {command.key for command in self.leased.values()}
        for command in list(self.waiting):
            if len(batch) < limit and command.key not in busy:
                busy.add(command.key)
                self.waiting.remove(command)
                command.attempts += 1
                self.leased[command.id] = command
                batch.append(command)
        return batch

    def done(self, command_id: int) -> None:
        self._settle(command_id, "done", "")

    def gone(self, command_id: int, note: str) -> None:
        self._settle(command_id, "gone", note)

    def refuse(self, command_id: int, error: str) -> None:
        self._settle(command_id, "refused", error)

    def retry(self, command_id: int, error: str, delay_seconds: float) -> None:
        self.delays.append(delay_seconds)
        self.waiting.insert(0, self.leased.pop(command_id))

    def _settle(self, command_id: int, result: str, note: str) -> None:
        del self.leased[command_id]
        self.settled.append((command_id, result, note))


@dataclass
class Engine:
    """A fake engine: answers with the errors given, one per call, then with success."""

    errors: list[Exception] = field(default_factory=list)
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    pause: float = 0.0
    at_once: int = 0
    most_at_once: int = 0

    async def _called(self, *call: Any) -> None:
        self.calls.append(call)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.pause)
        self.at_once -= 1
        if self.errors:
            raise self.errors.pop(0)

    async def assign_task(
        self, task_key: int, assignee: str, *, allow_override: bool = True
    ) -> None:
        await self._called("assign", task_key, assignee, allow_override)

    async def unassign_task(self, task_key: int) -> None:
        await self._called("unassign", task_key)

    async def complete_task(self, task_key: int, variables: dict[str, Any]) -> None:
        await self._called("complete", task_key, variables)

    async def create_instance(self, process_id: str, variables: Mapping[str, Any]) -> None:
        await self._called("create", process_id, variables)

    async def cancel_instance(self, instance_key: int) -> None:
        await self._called("cancel", instance_key)

    async def publish_message(
        self,
        name: str,
        correlation_key: str,
        *,
        message_id: str,
        ttl_ms: int,
        variables: Mapping[str, Any],
    ) -> None:
        await self._called("publish", name, correlation_key, message_id, ttl_ms, variables)

    async def update_job_retries(self, job_key: int, retries: int) -> None:
        await self._called("retries", job_key, retries)

    async def resolve_incident(self, incident_key: int) -> None:
        await self._called("resolve", incident_key)


async def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for what another task brings about."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - the fakes know no events
            await asyncio.sleep(0.005)


async def send_all(outbox: Outbox, engine: Engine) -> None:
    """Run a sender until everything is settled."""
    wake = asyncio.Event()
    sender = Sender(outbox, engine, engine, wake)
    running = asyncio.create_task(sender.run())
    await until(lambda: not outbox.waiting and not outbox.leased)
    sender.stop()
    await running


def completion(number: int = 1, key: str = "") -> Command:
    return Command(number, "complete_task", {"task_key": str(TASK), "variables": {}}, key)


@pytest.mark.parametrize(
    ("kind", "payload", "calls"),
    [
        (
            "start_instance",
            {"process_id": "petition", "petition_id": "p", "variables": {"bureau": "b"}},
            [("create", "petition", {"bureau": "b"})],
        ),
        (
            "assign_task",
            {"task_key": TASK, "assignee": "person-1"},
            [("assign", TASK, "person-1", True)],
        ),
        ("unassign_task", {"task_key": TASK}, [("unassign", TASK)]),
        (
            "complete_task",
            {"task_key": TASK, "variables": {"category": "appeal"}},
            [("complete", TASK, {"category": "appeal"})],
        ),
        (
            "publish_message",
            {
                "name": "deadline_moved",
                "correlation_key": "c",
                "message_id": "entry-7",
                "ttl_ms": 1000,
                "variables": {},
            },
            [("publish", "deadline_moved", "c", "entry-7", 1000, {})],
        ),
        ("cancel_instance", {"instance_key": 5}, [("cancel", 5)]),
        ("resolve_incident", {"incident_key": 6}, [("resolve", 6)]),
        (
            "resolve_incident",
            {"incident_key": 6, "job_key": 7, "retries": 3},
            [("retries", 7, 3), ("resolve", 6)],
        ),
    ],
)
async def test_each_kind_reaches_the_engine_and_is_done(
    kind: str, payload: dict[str, Any], calls: list[tuple[Any, ...]]
) -> None:
    outbox, engine = Outbox([Command(1, kind, payload)]), Engine()
    await send_all(outbox, engine)
    assert engine.calls == calls
    assert outbox.settled == [(1, "done", "")]


@pytest.mark.parametrize(
    ("error", "result"),
    [
        (TaskGone("not there"), "gone"),
        (EngineRefused("wrong"), "refused"),
        (MessageKnown("again"), "done"),
    ],
)
async def test_a_final_answer_settles_the_command_at_the_first_try(
    error: Exception, result: str
) -> None:
    outbox, engine = Outbox([completion()]), Engine([error])
    await send_all(outbox, engine)
    assert [settled[1] for settled in outbox.settled] == [result]
    assert len(engine.calls) == 1


@pytest.mark.parametrize("error", [EngineUnavailable, EngineBusy, NotDeployed, TaskTaken])
async def test_what_may_pass_is_repeated_until_it_is_done(error: type[Exception]) -> None:
    outbox, engine = Outbox([completion()]), Engine([error("wait"), error("wait")])
    await send_all(outbox, engine)
    assert outbox.settled == [(1, "done", "")]
    assert len(engine.calls) == 3
    assert len(outbox.delays) == 2


async def test_a_task_that_stays_taken_is_given_up_as_gone() -> None:
    outbox, engine = Outbox([completion()]), Engine([TaskTaken("ending")] * 10)
    await send_all(outbox, engine)
    assert outbox.settled == [(1, "gone", "ending")]


@pytest.mark.parametrize(
    ("kind", "payload", "reason"),
    [
        ("dance", {}, "no kind of command dance"),
        ("complete_task", {"task_key": 1}, "complete_task needs the field 'variables'"),
    ],
)
async def test_a_malformed_command_is_refused_and_says_what_is_wrong(
    kind: str, payload: dict[str, Any], reason: str
) -> None:
    outbox, engine = Outbox([Command(1, kind, payload)]), Engine()
    await send_all(outbox, engine)
    assert outbox.settled[0][1] == "refused"
    assert reason in outbox.settled[0][2]


async def test_commands_of_one_key_leave_in_order_and_one_at_a_time() -> None:
    commands = [
        Command(1, "assign_task", {"task_key": TASK, "assignee": "person-1"}, "task"),
        Command(2, "unassign_task", {"task_key": TASK}, "task"),
        Command(3, "assign_task", {"task_key": TASK, "assignee": "person-2"}, "task"),
    ]
    outbox, engine = Outbox(commands), Engine(pause=0.01)
    await send_all(outbox, engine)
    assert [call[0] for call in engine.calls] == ["assign", "unassign", "assign"]
    assert engine.most_at_once == 1


async def test_no_more_than_eight_commands_are_under_way() -> None:
    outbox = Outbox([completion(number, str(number)) for number in range(30)])
    engine = Engine(pause=0.01)
    await send_all(outbox, engine)
    assert engine.most_at_once == 8
    assert len(outbox.settled) == 30


async def test_an_outbox_that_fails_for_a_moment_is_asked_again() -> None:
    outbox, engine = Outbox([completion()], broken=1), Engine()
    await send_all(outbox, engine)
    assert outbox.settled == [(1, "done", "")]


async def test_wake_sends_at_once_instead_of_after_the_pause() -> None:
    outbox, engine, wake = Outbox([]), Engine(), asyncio.Event()
    sender = Sender(outbox, engine, engine, wake)
    running = asyncio.create_task(sender.run())
    await asyncio.sleep(0.05)
    outbox.waiting.append(completion())
    wake.set()
    await until(lambda: bool(outbox.settled), seconds=0.3)
    sender.stop()
    await running


async def test_stopping_waits_for_what_is_under_way() -> None:
    outbox, engine = Outbox([completion()]), Engine(pause=0.1)
    sender = Sender(outbox, engine, engine, asyncio.Event())
    running = asyncio.create_task(sender.run())
    await until(lambda: bool(engine.calls))
    sender.stop()
    await running
    assert outbox.settled == [(1, "done", "")]


@pytest.mark.parametrize("attempts", [1, 5, 50, 10_000])
def test_the_wait_grows_and_stays_below_its_limit(attempts: int) -> None:
    assert 0.2 < retry_delay(attempts) <= LONGEST_DELAY_SECONDS
    assert retry_delay(1) < retry_delay(6)
