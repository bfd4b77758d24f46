"""Each kind of outbox command: how it is sent, and why sending it twice is harmless.

start_instance    {process_id, petition_id, variables}: a second instance may start; its first
                  worker finds that another one carries the petition, and ends it.
assign_task       {task_key, assignee}: sets the assignee whatever it was; the second time changes
                  nothing, and commands of one task leave in order.
unassign_task     {task_key}: likewise.
complete_task     {task_key, variables}: a completed task is gone (404), so the second send ends as
                  gone.
publish_message   {name, correlation_key, message_id, ttl_ms, variables}: the engine knows the id
                  while the message lives (MessageKnown). Once it is taken, a second copy says again
                  what the ledger says, and whoever hears it reads the ledger.
cancel_instance   {instance_key}: a cancelled instance is gone.
resolve_incident  {incident_key, job_key?, retries?}: a resolved incident is gone; retries are set,
                  not added.
"""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from engine.errors import EngineRefused

Payload = dict[str, Any]


class TaskCommands(Protocol):
    """User tasks, as `engine.rest.EngineRest` has them."""

    async def assign_task(
        self, task_key: int, assignee: str, *, allow_override: bool = True
    ) -> None:
        """Give the task to a person."""

    async def unassign_task(self, task_key: int) -> None:
        """Take the task away from whoever has it."""

    async def complete_task(self, task_key: int, variables: Payload) -> None:
        """Complete the task."""


class InstanceCommands(Protocol):
    """Everything else, as `engine.gateway.Gateway` has it."""

    async def create_instance(self, process_id: str, variables: Mapping[str, Any]) -> object:
        """Start an instance."""

    async def cancel_instance(self, instance_key: int) -> None:
        """Cancel an instance."""

    async def publish_message(
        self,
        name: str,
        correlation_key: str,
        *,
        message_id: str,
        ttl_ms: int,
        variables: Mapping[str, Any],
    ) -> object:
        """Publish a message."""

    async def update_job_retries(self, job_key: int, retries: int) -> None:
        """Give a job retries again."""

    async def resolve_incident(self, incident_key: int) -> None:
        """Resolve an incident."""


class CommandMalformed(EngineRefused):
    """Unknown kind, or a field is missing in the payload: correct the code that wrote it."""


async def _start_instance(p: Payload, _tasks: TaskCommands, instances: InstanceCommands) -> None:
    await instances.create_instance(p["process_id"], p["variables"])


async def _assign_task(p: Payload, tasks: TaskCommands, _instances: InstanceCommands) -> None:
    await tasks.assign_task(int(p["task_key"]), p["assignee"], allow_override=True)


async def _unassign_task(p: Payload, tasks: TaskCommands, _instances: InstanceCommands) -> None:
    await tasks.unassign_task(int(p["task_key"]))


async def _complete_task(p: Payload, tasks: TaskCommands, _instances: InstanceCommands) -> None:
    await tasks.complete_task(int(p["task_key"]), p["variables"])


async def _publish_message(p: Payload, _tasks: TaskCommands, instances: InstanceCommands) -> None:
    await instances.publish_message(
        p["name"],
        p["correlation_key"],
        message_id=p["message_id"],
        ttl_ms=int(p["ttl_ms"]),
        variables=p["variables"],
    )


async def _cancel_instance(p: Payload, _tasks: TaskCommands, instances: InstanceCommands) -> None:
    await instances.cancel_instance(int(p["instance_key"]))


async def _resolve_incident(p: Payload, _tasks: TaskCommands, instances: InstanceCommands) -> None:
    # A job without retries must get some first; resolving alone is refused.
    if p.get("job_key") is not None:
        await instances.update_job_retries(int(p["job_key"]), int(p["retries"]))
    await instances.resolve_incident(int(p["incident_key"]))


Send = Callable[[Payload, TaskCommands, InstanceCommands], Awaitable[None]]

KINDS: Mapping[str, Send] = MappingProxyType(
    {
        "start_instance": _start_instance,
        "assign_task": _assign_task,
        "unassign_task": _unassign_task,
        "complete_task": _complete_task,
        "publish_message": _publish_message,
        "cancel_instance": _cancel_instance,
        "resolve_incident": _resolve_incident,
    }
)


async def send_command(
    kind: str, payload: Payload, tasks: TaskCommands, instances: InstanceCommands
) -> None:
    """Send one command. Raises CommandMalformed and the errors of `engine.errors`."""
    try:
        send = KINDS[kind]
    except KeyError:
        raise CommandMalformed(f"There is no kind of command {kind}.") from None
    try:
        await send(payload, tasks, instances)
    except KeyError as error:
        raise CommandMalformed(f"A command {kind} needs the field {error}.") from error
