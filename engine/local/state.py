"""Which broker runs on a data directory, kept beside its data.

`<data>/engine/running.json` says who and where; the lock `<data>/engine/held` says whether it still
lives: the broker itself inherits it, so the kernel lets go of it when the broker ends, however it
ends, and nobody is misled by a process id that was given out again.
"""

import contextlib
import fcntl
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from engine.errors import EngineError
from engine.local.ports import LOOPBACK, BrokerPorts


class DataDirectoryHeld(EngineError):
    """Another broker runs on this data directory."""

    def __init__(self, holder: "BrokerState | None") -> None:
        self.holder = holder
        who = f"process {holder.pid} at {holder.rest}" if holder else "a broker that is starting"
        super().__init__(
            f"The engine's data is in use by {who}. Use that one, stop it "
            "(xinfang engine stop), or choose another directory with --data."
        )


@dataclass(frozen=True)
class BrokerState:
    """A started broker: process id, version, ports."""

    pid: int
    version: str
    ports: BrokerPorts
    controlled_clock: bool
    journal_url: str

    @property
    def rest(self) -> str:
        """REST address."""
        return f"http://{LOOPBACK}:{self.ports.rest}"

    @property
    def grpc(self) -> str:
        """gRPC address, host:port."""
        return f"{LOOPBACK}:{self.ports.grpc}"

    @property
    def management(self) -> str:
        """Address of health, metrics and the clock."""
        return f"http://{LOOPBACK}:{self.ports.management}"

    @classmethod
    def read(cls, engine_dir: Path) -> Self | None:
        """The broker last started here, living or not; None when there was none."""
        try:
            kept = json.loads((engine_dir / "running.json").read_text())
            return cls(**kept | {"ports": BrokerPorts(**kept["ports"])})
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            # A file cut short or of another shape: its only loss is the ports to use again.
            return None

    def write(self, engine_dir: Path) -> None:
        """Keep it for `status`, for a second start, and for the ports of the next one."""
        fresh = engine_dir / "running.json.new"
        fresh.write_text(json.dumps(asdict(self), indent=1))
        fresh.replace(engine_dir / "running.json")


class Hold:
    """The lock on the engine's data. Give `fileno()` to the broker, then `release()` ours."""

    def __init__(self, engine_dir: Path, *, patience_seconds: float = 0.0) -> None:
        """Raises DataDirectoryHeld when it is still held after `patience_seconds`."""
        self._descriptor = os.open(engine_dir / "held", os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + patience_seconds
        while not self._take():
            if time.monotonic() > end:
                os.close(self._descriptor)
                raise DataDirectoryHeld(BrokerState.read(engine_dir))
            time.sleep(0.02)

    def _take(self) -> bool:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def fileno(self) -> int:
        """The descriptor that the broker inherits."""
        return self._descriptor

    def release(self) -> None:
        """Close our descriptor; the lock stays while the broker has its own."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)


def engine_directory(data_dir: Path) -> Path:
    """Where the engine keeps its data, configuration and state."""
    return data_dir / "engine"


def live_state(data_dir: Path) -> BrokerState | None:
    """The broker that runs on this data directory now; None when none does."""
    engine_dir = engine_directory(data_dir)
    if not (engine_dir / "held").exists():
        return None
    try:
        Hold(engine_dir).release()
    except DataDirectoryHeld as held:
        return held.holder
    return None
