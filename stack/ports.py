"""Ports on this machine for our own processes."""

import socket

from engine.local.ports import choose_ports

# Below the engine's own range: both are chosen before either is listened on.
OURS = range(14_000, 20_000)


class PortTaken(Exception):
    """The port asked for is used by another program."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"Port {port} on {host} is used by another program. "
            "End it, or choose another with --port (0 picks a free one)."
        )


def check_port(host: str, port: int) -> None:
    """Raises PortTaken when a port other than 0 cannot be bound."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise PortTaken(host, port) from None


def free_ports(count: int) -> list[int]:
    """So many different free ports on loopback. Raises NoFreePort."""
    return choose_ports(count, OURS)


def free_port() -> int:
    """One free port on loopback. Raises NoFreePort."""
    return free_ports(1)[0]
