"""Ports of the broker."""

import socket
from dataclasses import asdict

import pytest

from engine.local.ports import HIGHEST, LOWEST, BrokerPorts, PortInUse, check_free, free_ports


def test_five_different_ports_below_those_of_outgoing_connections_are_chosen() -> None:
    ports = set(asdict(free_ports()).values())
    assert len(ports) == 5
    assert all(LOWEST <= port < HIGHEST for port in ports)


def test_free_ports_pass_the_check() -> None:
    check_free(free_ports())


def test_a_port_used_by_another_program_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        ports = free_ports()
        with pytest.raises(PortInUse, match=f"Port {taken} .* End it"):
            check_free(BrokerPorts(taken, ports.grpc, ports.management, 1, 1))
