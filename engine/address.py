"""Where the engine answers: an existing Zeebe named in the settings, or our own broker."""

from dataclasses import dataclass

from engine.errors import EngineUnavailable
from engine.local.state import BrokerState, live_state
from engine.release import release
from settings import Settings


class EngineNotRunning(EngineUnavailable):
    """No engine runs on this data directory and the settings name none: run ./start, or
    `xinfang engine start`, or set XINFANG_ZEEBE_REST and XINFANG_ZEEBE_GRPC."""

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


@dataclass(frozen=True)
class EngineAddress:
    """REST and management are URLs, gRPC is host:port; management may be unknown."""

    rest: str
    grpc: str
    management: str | None
    version: str
    controlled_clock: bool = False

    @property
    def rest_prefix(self) -> str:
        """`/v2`, or `/v1` on 8.5.8."""
        return release(self.version).rest_prefix

    @classmethod
    def of_broker(cls, state: BrokerState) -> "EngineAddress":
        """The address of a broker of our own."""
        return cls(state.rest, state.grpc, state.management, state.version, state.controlled_clock)


def resolve_address(settings: Settings) -> EngineAddress:
    """The engine these settings mean. Raises EngineNotRunning."""
    if settings.zeebe_rest and settings.zeebe_grpc:
        return EngineAddress(
            rest=settings.zeebe_rest.rstrip("/"),
            grpc=settings.zeebe_grpc,
            management=(settings.zeebe_management or "").rstrip("/") or None,
            version=settings.engine_version,
            controlled_clock=settings.engine_controlled_clock,
        )
    state = live_state(settings.data_dir)
    if state is None:
        raise EngineNotRunning
    return EngineAddress.of_broker(state)
