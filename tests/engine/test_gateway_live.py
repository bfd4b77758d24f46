"""gRPC and REST against a real broker, 8.6.0 (8.5.8 too with XINFANG_ENGINE_VERSION=8.5.8)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from engine.address import EngineAddress
from engine.channel import open_channel
from engine.clock import machine_now
from engine.clock_control import ClockNotControlled, check_movable
from engine.deploy import deploy_all
from engine.errors import (
    EngineRefused,
    EngineUnavailable,
    MessageKnown,
    NotDeployed,
    TaskGone,
    TaskTaken,
)
from engine.gateway import Gateway
from engine.local import LocalBroker
from engine.rest import EngineRest
from settings import ROOT, Settings
from tests.engine.receiver import Received, receiver

pytestmark = pytest.mark.engine

WAITING = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://xinfang">
  <message id="m" name="told"><extensionElements>
    <zeebe:subscription correlationKey="=clock_id"/></extensionElements></message>
  <process id="ask_and_wait" isExecutable="true">
    <startEvent id="begun"><outgoing>a</outgoing></startEvent>
    <sequenceFlow id="a" sourceRef="begun" targetRef="ask"/>
    <userTask id="ask"><extensionElements><zeebe:userTask/></extensionElements>
      <incoming>a</incoming><outgoing>b</outgoing></userTask>
    <sequenceFlow id="b" sourceRef="ask" targetRef="wait"/>
    <intermediateCatchEvent id="wait"><incoming>b</incoming><outgoing>c</outgoing>
      <messageEventDefinition id="md" messageRef="m"/></intermediateCatchEvent>
    <sequenceFlow id="c" sourceRef="wait" targetRef="ended"/>
    <endEvent id="ended"><incoming>c</incoming></endEvent>
  </process></definitions>"""


@pytest.fixture(scope="module")
def received() -> Iterator[Received]:
    with receiver() as receiving:
        yield receiving


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, received: Received
) -> Iterator[EngineAddress]:
    """A broker of this module's own, on machine time."""
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("gateway"), journal_password=SecretStr("secret")
    )
    broker = LocalBroker(settings, received.url)
    try:
        state = broker.start()
        broker.wait_ready()
        yield EngineAddress.of_broker(state)
    finally:
        broker.stop()


@pytest.fixture
async def gateway(address: EngineAddress) -> AsyncIterator[Gateway]:
    async with open_channel(address.grpc) as channel:
        gateway = Gateway(channel)
        await gateway.deploy_resources({"ask_and_wait.bpmn": WAITING.encode()})
        yield gateway


@pytest.fixture
async def rest(address: EngineAddress) -> AsyncIterator[EngineRest]:
    rest = EngineRest(address)
    yield rest
    await rest.close()


async def eventually(find: Callable[[], list[Any]]) -> Any:
    """The first that the exporter brings."""
    async with asyncio.timeout(15):
        while True:
            if found := find():
                return found[0]
            await asyncio.sleep(0.05)


async def task_of(received: Received, instance_key: int) -> int:
    """Key of the open task of an instance."""
    value = await eventually(
        lambda: [
            value
            for value in received.values("USER_TASK", "CREATED")
            if value["processInstanceKey"] == instance_key
        ]
    )
    return int(value["key"])


def ended(received: Received, instance_key: int, intent: str) -> list[dict[str, Any]]:
    return [
        value
        for value in received.values("PROCESS_INSTANCE", intent)
        if value["key"] == instance_key
    ]


async def test_an_instance_runs_from_start_through_task_and_message_to_its_end(
    gateway: Gateway, rest: EngineRest, received: Received
) -> None:
    started = await gateway.create_instance("ask_and_wait", {"clock_id": "clock-1"})
    task = await task_of(received, started.instance_key)
    await rest.assign_task(task, "person-1")
    await rest.complete_task(task, {"category": "appeal"})
    await gateway.publish_message(
        "told", "clock-1", message_id="entry-1", ttl_ms=60_000, variables={}
    )
    await eventually(lambda: ended(received, started.instance_key, "ELEMENT_COMPLETED"))
    variables = {value["name"]: value["value"] for value in received.values("VARIABLE", "CREATED")}
    assert variables["category"] == '"appeal"'
    assert received.authorization.startswith("Basic ")


async def test_a_completed_task_is_gone_so_a_repeated_completion_is_harmless(
    gateway: Gateway, rest: EngineRest, received: Received
) -> None:
    started = await gateway.create_instance("ask_and_wait", {"clock_id": "clock-2"})
    task = await task_of(received, started.instance_key)
    await rest.complete_task(task, {})
    with pytest.raises(TaskGone):
        await rest.complete_task(task, {})


async def test_a_taken_task_is_not_given_away_without_override(
    gateway: Gateway, rest: EngineRest, received: Received
) -> None:
    started = await gateway.create_instance("ask_and_wait", {"clock_id": "clock-3"})
    task = await task_of(received, started.instance_key)
    await rest.assign_task(task, "person-1", allow_override=False)
    with pytest.raises(TaskTaken):
        await rest.assign_task(task, "person-2", allow_override=False)
    await rest.unassign_task(task)
    await rest.update_task(task, {"candidateGroups": ["handler@unit"]})
    await rest.assign_task(task, "person-2", allow_override=False)


async def test_a_message_that_waits_is_known_when_it_comes_again(gateway: Gateway) -> None:
    async def publish() -> None:
        await gateway.publish_message(
            "told", "nobody", message_id="entry-2", ttl_ms=60_000, variables={}
        )

    await publish()
    with pytest.raises(MessageKnown):
        await publish()


async def test_a_cancelled_instance_is_gone(gateway: Gateway, received: Received) -> None:
    started = await gateway.create_instance("ask_and_wait", {"clock_id": "clock-4"})
    await gateway.cancel_instance(started.instance_key)
    await eventually(lambda: ended(received, started.instance_key, "ELEMENT_TERMINATED"))
    with pytest.raises(TaskGone):
        await gateway.cancel_instance(started.instance_key)


async def test_a_modified_instance_goes_on_elsewhere(gateway: Gateway, received: Received) -> None:
    started = await gateway.create_instance("ask_and_wait", {"clock_id": "clock-5"})
    await task_of(received, started.instance_key)
    task_element = next(
        value["elementInstanceKey"]
        for value in received.values("USER_TASK", "CREATED")
        if value["processInstanceKey"] == started.instance_key
    )
    await gateway.modify_instance(
        started.instance_key,
        activate=["ended"],
        terminate=[task_element],
        variables={"moved": True},
    )
    await eventually(lambda: ended(received, started.instance_key, "ELEMENT_COMPLETED"))


async def test_an_incident_is_resolved_after_its_variable_is_set(
    gateway: Gateway, rest: EngineRest, received: Received
) -> None:
    started = await gateway.create_instance("ask_and_wait", {})  # no correlation key
    await rest.complete_task(await task_of(received, started.instance_key), {})
    incident = await eventually(
        lambda: [
            value
            for value in received.values("INCIDENT", "CREATED")
            if value["processInstanceKey"] == started.instance_key
        ]
    )
    await gateway.set_variables(started.instance_key, {"clock_id": "clock-6"})
    await gateway.resolve_incident(incident["key"])
    await eventually(
        lambda: [
            value
            for value in received.values("PROCESS_MESSAGE_SUBSCRIPTION", "CREATED")
            if value["correlationKey"] == "clock-6"
        ]
    )
    with pytest.raises(TaskGone):
        await gateway.resolve_incident(incident["key"])


async def test_a_process_that_is_not_deployed_may_be_soon(gateway: Gateway) -> None:
    with pytest.raises(NotDeployed):
        await gateway.create_instance("nothing_like_it", {})


async def test_a_decision_says_what_it_read_and_which_rule_answered(
    address: EngineAddress, gateway: Gateway
) -> None:
    await deploy_all(address, ROOT)
    variables = {"tags": ["disputes_decision"], "form": "visit"}
    answer = await gateway.evaluate_decision("propose_category", variables)
    assert answer.output == {"category": "appeal", "basis": "regulation_2022:31"}
    assert answer.rule_ids == ("disputes_decision",)
    assert answer.inputs == {"input_tags": ["disputes_decision"], "input_form": "visit"}
    assert answer.version == 1


async def test_a_decision_that_is_not_deployed_is_refused(gateway: Gateway) -> None:
    with pytest.raises(EngineRefused, match="nothing_like_it"):
        await gateway.evaluate_decision("nothing_like_it", {})


async def test_a_broken_diagram_is_refused_with_the_element_and_the_reason(
    gateway: Gateway,
) -> None:
    broken = WAITING.replace('messageRef="m"', "")
    with pytest.raises(EngineRefused, match=r"Element: md\s+- ERROR: Must reference a message"):
        await gateway.deploy_resources({"broken.bpmn": broken.encode()})


async def test_the_procedure_is_deployed_at_once_and_unchanged_keeps_its_version(
    address: EngineAddress,
) -> None:
    first = await deploy_all(address, ROOT)
    assert {process.process_id for process in first} >= {"petition", "watch_deadline"}
    assert await deploy_all(address, ROOT) == first


async def test_the_topology_shows_one_partition(gateway: Gateway, rest: EngineRest) -> None:
    assert (await gateway.topology()).partitionsCount == 1
    assert (await rest.topology())["partitionsCount"] == 1


def test_an_engine_on_machine_time_cannot_be_moved(address: EngineAddress) -> None:
    assert address.management is not None
    with pytest.raises(ClockNotControlled):
        check_movable(address.management)


async def test_where_nothing_listens_the_engine_is_unavailable(tmp_path: Path) -> None:
    began = machine_now()
    async with open_channel("127.0.0.1:1") as channel:
        with pytest.raises(EngineUnavailable):
            await Gateway(channel).topology()
    assert machine_now() - began < timedelta(seconds=5)
