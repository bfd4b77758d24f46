"""The broker's configuration: on loopback only, and no more records than the journal reads."""

from pathlib import Path
from typing import Any

import pytest

from engine.local.config import EXPORTED, NOT_EXPORTED, application, journal_exporter
from engine.local.ports import BrokerPorts

PORTS = BrokerPorts(rest=1, grpc=2, management=3, command=4, internal=5)


def exporter(version: str = "8.6.0") -> dict[str, Any]:
    return journal_exporter(version=version, url="http://127.0.0.1:9", user="zeebe", bulk_size=20)


def addresses(node: object) -> list[object]:
    if not isinstance(node, dict):
        return []
    own = [node[name] for name in ("host", "address", "advertisedHost") if name in node]
    return own + [found for child in node.values() for found in addresses(child)]


def test_every_port_of_the_broker_is_bound_to_loopback() -> None:
    content = application(
        ports=PORTS, zeebe_dir=Path("zeebe"), journal=exporter(), controlled_clock=False
    )
    assert set(addresses(content)) == {"127.0.0.1"}
    assert len(addresses(content)) == 6


@pytest.mark.parametrize("controlled", [True, False])
def test_the_clock_is_movable_only_when_asked_for(controlled: bool) -> None:
    content = application(
        ports=PORTS, zeebe_dir=Path("zeebe"), journal=exporter(), controlled_clock=controlled
    )
    assert content["zeebe"]["clock"] == {"controlled": controlled}


def test_the_password_stands_in_the_environment_not_in_the_file() -> None:
    assert exporter()["args"]["authentication"] == {
        "username": "zeebe",
        "password": "${JOURNAL_PASSWORD}",
    }


def test_the_size_of_a_batch_is_the_one_of_the_settings() -> None:
    assert exporter()["args"]["bulk"] == {"size": 20, "delay": 1}


def test_only_events_are_sent_and_each_kind_is_decided() -> None:
    index = exporter()["args"]["index"]
    assert (index["event"], index["command"], index["rejection"]) == (True, False, False)
    assert all(index[name] is True for name in EXPORTED)
    assert all(index[name] is False for name in NOT_EXPORTED)
    assert not set(EXPORTED) & set(NOT_EXPORTED)


def test_8_5_8_is_not_told_of_kinds_it_does_not_know() -> None:
    new, old = (exporter(version)["args"]["index"] for version in ("8.6.0", "8.5.8"))
    assert set(new) - set(old) == {"authorization", "messageCorrelation", "user"}
