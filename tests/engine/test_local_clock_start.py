"""A broker that begins in the past: its clock is moved before anything asks it for the time."""

from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest
from pydantic import SecretStr

from engine.clock import machine_now, offset_path, write_offset
from engine.clock_control import engine_offset, move_clock
from engine.local.broker import LocalBroker
from engine.local.clock_start import write_clock_start
from settings import Settings
from tests.engine.receiver import receiver
from tests.running import until

A_YEAR_AGO = timedelta(days=-365)
WAITING = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="wait"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <process id="wait" isExecutable="true">
    <startEvent id="begun"><outgoing>a</outgoing></startEvent>
    <sequenceFlow id="a" sourceRef="begun" targetRef="waiting"/>
    <intermediateCatchEvent id="waiting">
      <incoming>a</incoming><outgoing>b</outgoing>
      <timerEventDefinition>
        <timeDate xsi:type="tFormalExpression">=due</timeDate>
      </timerEventDefinition>
    </intermediateCatchEvent>
    <sequenceFlow id="b" sourceRef="waiting" targetRef="over"/>
    <endEvent id="over"><incoming>b</incoming></endEvent>
  </process>
</definitions>
"""
BEANS = "{http://www.springframework.org/schema/beans}"


@pytest.mark.parametrize("offset", [timedelta(), timedelta(days=3)])
def test_a_clock_that_is_not_moved_back_starts_as_it_is(tmp_path: Path, offset: timedelta) -> None:
    assert write_clock_start(tmp_path, offset) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_clock_that_is_moved_back_is_moved_while_the_broker_is_put_together(
    tmp_path: Path,
) -> None:
    content = write_clock_start(tmp_path, A_YEAR_AGO)
    assert content == {"spring": {"main": {"sources": [f"file:{tmp_path / 'clock.xml'}"]}}}
    root = ElementTree.parse(tmp_path / "clock.xml").getroot()  # noqa: S314 - just written here
    values = {one.get("value") for one in root.iter() if one.get("value")}
    assert {str(A_YEAR_AGO // timedelta(milliseconds=1)), "addTime"} <= values
    assert root.tag == f"{BEANS}beans"


@pytest.mark.engine
def test_a_broker_that_begins_in_the_past_goes_on_from_there(tmp_path: Path) -> None:
    write_offset(offset_path(tmp_path), A_YEAR_AGO)
    with receiver() as journal:
        broker = LocalBroker(_settings(tmp_path), journal.url)
        state = broker.start()
        try:
            broker.wait_ready(180)
            assert abs(engine_offset(state.management) - A_YEAR_AGO) <= timedelta(seconds=2)
            due = machine_now() + A_YEAR_AGO + timedelta(hours=12)
            _wait_in_process(state.rest, due.isoformat())
            until(lambda: journal.values("TIMER", "CREATED"))
            assert not journal.values("TIMER", "TRIGGERED")
            move_clock(offset_path(tmp_path), state.management, timedelta(days=1))
            until(lambda: journal.values("TIMER", "TRIGGERED"))
        finally:
            broker.stop()


def _settings(data_dir: Path) -> Settings:
    password = SecretStr("x")
    return Settings(data_dir=data_dir, engine_controlled_clock=True, journal_password=password)


def _wait_in_process(rest: str, due: str) -> None:
    """Start an instance that waits until then."""
    with httpx.Client(base_url=rest, timeout=30) as client:
        files = {"resources": ("wait.bpmn", WAITING)}
        client.post("/v2/deployments", files=files).raise_for_status()
        given = {"processDefinitionId": "wait", "variables": {"due": due}}
        client.post("/v2/process-instances", json=given).raise_for_status()
