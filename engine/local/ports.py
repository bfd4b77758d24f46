"""Free ports on loopback for a broker.

Ports are taken from below the range that Linux uses for outgoing connections (32768 and up), so a
port kept for the next start is not lost to a passing connection meanwhile.
"""

import contextlib
import random
import socket
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from engine.errors import EngineError

LOOPBACK = "127.0.0.1"
LOWEST, HIGHEST = 20_000, 32_000


class NoFreePort(EngineError):
    """No free port is left on loopback below 32000; end what holds them, then start again."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class PortInUse(EngineError):
    """A port that the broker must keep is used by another program."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} on {LOOPBACK} is used by another program. End it, then start again."
        )


@dataclass(frozen=True)
class BrokerPorts:
    """The five ports of a broker; the first three are for us, the others for the broker itself."""

    rest: int
    grpc: int
    management: int
    command: int
    internal: int


def free_ports() -> BrokerPorts:
    """Five free ports. Raises NoFreePort."""
    return BrokerPorts(*choose_ports(5, range(LOWEST, HIGHEST)))


def choose_ports(count: int, among: range) -> list[int]:
    """So many different free ports of a range. Raises NoFreePort.

    Programs that are started together take theirs from ranges of their own: a port that one has
    chosen looks free to the others until it is listened on.
    """
    chosen: list[int] = []
    # Held until all are chosen, so that none is chosen twice.
    with contextlib.ExitStack() as held:
        for port in _shuffled(among):
            with contextlib.suppress(OSError):
                held.enter_context(_bound(port))
                chosen.append(port)
            if len(chosen) == count:
                return chosen
    raise NoFreePort


def check_free(ports: BrokerPorts) -> None:
    """Raises PortInUse for the first port that is not free."""
    for port in asdict(ports).values():
        try:
            _bound(port).close()
        except OSError:
            raise PortInUse(port) from None


def _bound(port: int) -> socket.socket:
    tried = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # As Java does: connections of the last broker that linger are no obstacle.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind((LOOPBACK, port))
    except OSError:
        tried.close()
        raise
    return tried


def _shuffled(among: range) -> Iterator[int]:
    ports = list(among)
    random.SystemRandom().shuffle(ports)
    return iter(ports)
