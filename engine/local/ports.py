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
    """No free port between 20000 and 32000 on loopback; end what holds them, then start again."""

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
    chosen: list[int] = []
    # Held until all are chosen, so that none is chosen twice.
    with contextlib.ExitStack() as held:
        for port in _shuffled():
            with contextlib.suppress(OSError):
                held.enter_context(_bound(port))
                chosen.append(port)
            if len(chosen) == 5:
                return BrokerPorts(*chosen)
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


def _shuffled() -> Iterator[int]:
    ports = list(range(LOWEST, HIGHEST))
    random.SystemRandom().shuffle(ports)
    return iter(ports)
