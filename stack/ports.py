"""Ports on this machine for our own processes."""

import socket

from engine.local.ports import free_ports


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


def free_port() -> int:
    """A free port on loopback, below the range of outgoing connections. Raises NoFreePort."""
    return free_ports().rest
