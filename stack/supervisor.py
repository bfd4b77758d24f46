"""Brings everything up in the quickest safe order, watches it, takes it down in the reverse one.

The broker starts first, because it takes longest; tables, receiver and application are made ready
while it boots. The workers wait for the engine: a moved clock must first have its time back.
"""

import contextlib
import threading
import time
from collections.abc import Callable

import httpx
import structlog
from pydantic import SecretStr

from engine.clock import offset_path, read_offset
from engine.clock_control import reapply_offset
from engine.errors import EngineError
from engine.local.broker import LocalBroker
from engine.release import WITHOUT_BINDINGS
from settings import Settings
from stack.child import Child
from stack.data_lock import DataLock
from stack.environment import child_environment
from stack.ports import free_ports
from stack.secrets import load_secrets
from stack.setup_process import DEPLOYED, PREPARED, SetupProcess

logger = structlog.get_logger(__name__)

READY_SECONDS = 180.0
LOOK_SECONDS = 0.1


TIME_WAS_MOVED = (
    "Time was moved in this data directory, and the engine would run on machine time: they would "
    "disagree. Start it with --demo again, or take another directory with --data."
)


NO_BINDINGS = (
    "engine 8.5.8: bindings to a deployment have no effect; running cases take the newest version "
    "of called processes, decisions and forms"
)


class NotReady(Exception):
    """Something did not come up; the message says what, and shows the end of its log."""


class Stopped(Exception):
    """A signal came while things were coming up."""


class Supervisor:
    """Everything `./start` runs. `start` brings it up, `watch` once in a while keeps it up."""

    def __init__(self, settings: Settings, tell: Callable[[str], None] = lambda _: None) -> None:
        """`tell` is told each step, for people. Takes the data directory: DataDirectoryHeld."""
        self._tell = tell
        self._lock = DataLock(settings.data_dir)
        self._lock.take()
        self.settings = settings.model_copy(update=_chosen(settings))
        self.url = f"http://{self.settings.api_host}:{self.settings.api_port}"
        self.broker = (
            None if settings.zeebe_rest else LocalBroker(self.settings, self._journal_url())
        )
        self._stop = threading.Event()
        self._log_dir = settings.data_dir / "logs"
        self._clock_file = offset_path(settings.data_dir)
        self.children: dict[str, Child] = {}

    def start(self, stop: threading.Event | None = None) -> None:
        """Everything up and the procedure deployed.

        Raises NotReady, Stopped (`stop` was set), and what the broker and migrations raise.
        """
        self._stop = stop or self._stop
        if read_offset(self._clock_file) and not self.settings.engine_controlled_clock:
            raise NotReady(TIME_WAS_MOVED)
        if self.broker:
            self._tell(f"engine {self.settings.engine_version}: starting")
            self.broker.start()
        self._tell("database: preparing")
        setup = SetupProcess(child_environment(self._engine_settings()), self._log_dir)
        try:
            self._wait_for(setup, PREPARED)
            self._start_child("journal")
            self._start_child("api")
            self._wait_for_engine()
            self._tell("procedure: deploying")
            if self.settings.engine_version == WITHOUT_BINDINGS:
                self._tell(NO_BINDINGS)
            self._wait_for(setup, DEPLOYED)
        finally:
            setup.stop()
        self._start_child("workers")
        self._wait_for_pages()
        self._announce()

    def watch(self) -> None:
        """Start again whatever has died. Call it every second or so."""
        if self.broker and self.broker.pid is None:
            logger.warning("broker_restarted")
            # Whatever stands in the way may pass (a port, the disk): the next look tries again.
            with contextlib.suppress(EngineError, NotReady, Stopped):
                self.broker.start()
                self._wait_for_broker(self.broker)
            self._announce()
        changed = [child for child in self.children.values() if child.keep_alive()]
        if changed:
            self._announce()

    def stop(self) -> None:
        """Everything down: first who asks, then the engine, last who listens to it."""
        for name in ("api", "workers"):
            if name in self.children:
                self.children[name].stop()
        if self.broker:
            self.broker.stop()
        if "journal" in self.children:
            self.children["journal"].stop()

    def _start_child(self, module: str) -> None:
        child = Child(module, child_environment(self._engine_settings()), self._log_dir)
        self.children[module] = child
        child.start()

    def _wait_for(self, setup: SetupProcess, word: str) -> None:
        end = time.monotonic() + READY_SECONDS
        while not setup.has_said(word):
            self._pause(end, f"Setting up did not get as far as '{word}'; see setup.log.")

    def _wait_for_engine(self) -> None:
        if self.broker is None:
            return
        self._tell("engine: waiting until it is ready")
        self._wait_for_broker(self.broker)

    def _wait_for_broker(self, broker: LocalBroker) -> None:
        end = time.monotonic() + READY_SECONDS
        while not broker.is_ready():
            self._pause(end, f"The engine was not ready in time:\n{broker.log_tail()}")
        self._reapply_clock()

    def _reapply_clock(self) -> None:
        if self.settings.engine_controlled_clock and self.broker and self.broker.state:
            reapply_offset(self._clock_file, self.broker.state.management)

    def _wait_for_pages(self) -> None:
        self._tell("application: waiting until it answers")
        end = time.monotonic() + READY_SECONDS
        while True:
            for child in self.children.values():
                if child.exit_code() is not None:
                    raise NotReady(f"{child.module} ended at start:\n{child.log_tail()}")
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/health", timeout=5).status_code == httpx.codes.OK:
                    return
            self._pause(end, f"The application did not answer:\n{self.children['api'].log_tail()}")

    def _pause(self, end: float, complaint: str) -> None:
        if self._stop.wait(LOOK_SECONDS):
            raise Stopped
        if time.monotonic() > end:
            raise NotReady(complaint)

    def _engine_settings(self) -> Settings:
        state = self.broker.state if self.broker else None
        if state is None:
            return self.settings
        return self.settings.model_copy(
            update={
                "zeebe_rest": state.rest,
                "zeebe_grpc": state.grpc,
                "zeebe_management": state.management,
            }
        )

    def _journal_url(self) -> str:
        return f"http://{self.settings.journal_host}:{self.settings.journal_port}"

    def _announce(self) -> None:
        pids = {name: child.pid for name, child in self.children.items()}
        if self.broker:
            pids["broker"] = self.broker.pid
        self._lock.tell(url=self.url, pids=pids)


def _chosen(settings: Settings) -> dict[str, object]:
    """Ports and secrets that the settings leave open."""
    secrets = load_secrets(settings.data_dir)
    api_port, journal_port = free_ports(2)
    return {
        "api_port": settings.api_port or api_port,
        "journal_port": settings.journal_port or journal_port,
        **{name: getattr(settings, name) or SecretStr(secrets[name]) for name in secrets},
    }
