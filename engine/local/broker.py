"""A broker of our own: started, waited for, stopped."""

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import structlog

from engine.clock import offset_path, read_offset
from engine.errors import EngineError
from engine.install import install
from engine.local.checks import check_disk, check_version, check_writable
from engine.local.clock_start import write_clock_start
from engine.local.config import LOGGING, application, journal_exporter
from engine.local.health import is_ready
from engine.local.launch import broker_command, broker_environment, die_with_parent
from engine.local.ports import BrokerPorts, PortInUse, check_free, free_ports
from engine.local.state import BrokerState, Hold, engine_directory
from engine.quick_boot import boot_options
from settings import Settings

logger = structlog.get_logger(__name__)


class BrokerDied(EngineError):
    """The broker ended while it was starting."""

    def __init__(self, exit_code: int, log_tail: str) -> None:
        super().__init__(f"The broker ended with code {exit_code}. Its last words:\n{log_tail}")


class BrokerSilent(EngineError):
    """The broker did not become ready in time."""

    def __init__(self, seconds: float, log: Path) -> None:
        super().__init__(f"The broker was not ready after {seconds:.0f} s; see {log}.")


class LocalBroker:
    """The broker of one data directory.

    `journal_url` is host and port of the journal receiver; it need not be up, the broker keeps its
    records until it is. The password it signs in with is `settings.journal_password`.
    """

    def __init__(self, settings: Settings, journal_url: str) -> None:
        self._settings = settings
        self._journal_url = journal_url
        self._engine_dir = engine_directory(settings.data_dir)
        self._log = settings.data_dir / "logs" / "broker.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._state: BrokerState | None = None

    @property
    def state(self) -> BrokerState | None:
        """Process id, version and ports since the last start."""
        return self._state

    @property
    def pid(self) -> int | None:
        """Process id while it runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def start(self, *, detached: bool = False) -> BrokerState:
        """Start it and return at once; `wait_ready` tells when it can be used.

        Not detached, it ends with the thread that calls this: call from the main thread. The ports
        of the last start are used again when they are free; a second `start` of one LocalBroker
        keeps them in any case, since others have been told of them.
        Raises DataDirectoryHeld, MadeByAnotherVersion, DiskFull, NotWritable, PortInUse, and the
        errors of `install`.
        """
        settings = self._settings
        install(settings.engine_version, settings.cache_dir)
        check_writable(self._engine_dir)
        check_writable(self._log.parent)
        # `live_state` takes the lock for an instant: be patient that long.
        hold = Hold(self._engine_dir, patience_seconds=0.3)
        try:
            check_disk(self._engine_dir, settings.engine_min_free_mb)
            check_version(self._engine_dir, settings.engine_version)
            ports = self._ports()
            self._write_configuration(ports)
            self._process = self._launch(hold, detached=detached)
            self._state = BrokerState(
                pid=self._process.pid,
                version=settings.engine_version,
                ports=ports,
                controlled_clock=settings.engine_controlled_clock,
                journal_url=self._journal_url,
            )
            self._state.write(self._engine_dir)
        finally:
            hold.release()
        logger.info("broker_started", pid=self._process.pid, version=settings.engine_version)
        return self._state

    def is_ready(self) -> bool:
        """Whether it answers and leads its partition, asked once. Raises BrokerDied."""
        if self._process is None or self._state is None:
            return False
        exit_code = self._process.poll()
        if exit_code is not None:
            raise BrokerDied(exit_code, self.log_tail())
        return is_ready(self._state.rest, self._state.management, self._state.version)

    def wait_ready(self, timeout_seconds: float = 120.0) -> None:
        """Wait until `is_ready`. Raises BrokerDied, BrokerSilent."""
        end = time.monotonic() + timeout_seconds
        while not self.is_ready():
            if time.monotonic() > end:
                raise BrokerSilent(timeout_seconds, self._log)
            time.sleep(0.1)

    def stop(self, patience_seconds: float = 20.0) -> None:
        """Stop it cleanly, by force when it does not listen. Harmless when it does not run."""
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            self._process.wait(patience_seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def log_tail(self, lines: int = 15) -> str:
        """The last lines it wrote: what Java said, then what the broker logged."""
        tails = [
            path.read_text(errors="replace").splitlines()[-lines:]
            for path in (self._log.with_suffix(".out"), self._log)
            if path.exists()
        ]
        return "\n".join(line for tail in tails for line in tail)

    def _ports(self) -> BrokerPorts:
        if self._state is not None:
            check_free(self._state.ports)
            return self._state.ports
        last = BrokerState.read(self._engine_dir)
        if last is not None:
            with contextlib.suppress(PortInUse):
                check_free(last.ports)
                return last.ports
        return free_ports()

    def _write_configuration(self, ports: BrokerPorts) -> None:
        settings = self._settings
        exporter = journal_exporter(
            version=settings.engine_version,
            url=self._journal_url,
            user=settings.journal_user,
            bulk_size=settings.journal_bulk_size,
        )
        content = application(
            ports=ports,
            zeebe_dir=self._engine_dir / "zeebe",
            journal=exporter,
            controlled_clock=settings.engine_controlled_clock,
        )
        if settings.engine_controlled_clock:
            offset = read_offset(offset_path(settings.data_dir))
            content |= write_clock_start(self._engine_dir, offset)
        (self._engine_dir / "application.yaml").write_text(json.dumps(content, indent=1))
        (self._engine_dir / "log4j2.xml").write_text(LOGGING.format(log=self._log))

    def _launch(self, hold: Hold, *, detached: bool) -> subprocess.Popen[bytes]:
        settings = self._settings
        password = settings.journal_password
        command = broker_command(
            settings.engine_version,
            settings.cache_dir,
            self._engine_dir,
            boot_options(settings.engine_version, settings.cache_dir),
        )
        with self._log.with_suffix(".out").open("wb") as out:
            return subprocess.Popen(
                command,
                cwd=self._engine_dir,
                env=broker_environment(password.get_secret_value() if password else ""),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                pass_fds=(hold.fileno(),),
                start_new_session=True,
                preexec_fn=None if detached else die_with_parent,
            )
