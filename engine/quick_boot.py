"""An archive of loaded and linked classes with which the broker boots more than twice as quickly.

Java 25 writes it when a broker ends that ran with `-XX:AOTCacheOutput` (JEP 483, 514, 515).
Measured on 2 cores: ready after 3.8 s instead of 9.0 s (8.6.0), 3.5 s instead of 7.0 s (8.5.8).
Writing it takes about half a minute once per version and machine, so it is never made on the way to
a first start: `xinfang engine install` makes it, and `./start` may make it in the background. An
archive that no longer fits the Java or the jars is ignored by Java.
"""

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import structlog

from engine.errors import EngineError
from engine.install import exclusive, install, work_directory
from engine.java import java_version
from engine.local.config import LOGGING, application, journal_exporter
from engine.local.health import is_ready
from engine.local.launch import broker_command, broker_environment, die_with_parent
from engine.local.ports import LOOPBACK, BrokerPorts, free_ports

logger = structlog.get_logger(__name__)

PATIENCE_SECONDS = 300.0


class ArchiveNotMade(EngineError):
    """The archive for quick boots could not be made; the broker boots without it, more slowly."""

    def __init__(self) -> None:
        super().__init__(self.__doc__)


def archive_path(version: str, cache_dir: Path) -> Path:
    """Where the archive of this version and this Java lies."""
    return cache_dir / "zeebe" / f"{version}-java-{java_version()}.aot"


def boot_options(version: str, cache_dir: Path) -> tuple[str, ...]:
    """Java options that use the archive; none when it was not made."""
    archive = archive_path(version, cache_dir)
    if not archive.exists():
        return ()
    # Java itself falls back to a plain boot; its notices about that would only alarm.
    return (f"-XX:AOTCache={archive}", "-Xlog:aot*=error,aot+codecache*=off")


def prepare_quick_boot(version: str, cache_dir: Path) -> Path:
    """Make the archive unless it is there, by booting and ending a broker of no consequence.

    Runs at the lowest priority and blocks for about half a minute; two at the same time wait for
    each other. Raises ArchiveNotMade, and the errors of `install`.
    """
    install(version, cache_dir)
    archive = archive_path(version, cache_dir)
    with exclusive(archive.parent / f".{version}-aot.lock"):
        if not archive.exists():
            with work_directory(archive.parent, f".booting-{version}-") as work:
                made = work / "archive.aot"
                _boot_once(version, cache_dir, work, made)
                if not made.exists():
                    raise ArchiveNotMade
                made.rename(archive)
            logger.info("quick_boot_prepared", version=version)
    return archive


def _boot_once(version: str, cache_dir: Path, work: Path, made: Path) -> None:
    ports = free_ports()
    _write_configuration(version, work, ports)
    options = (f"-XX:AOTCacheOutput={made}", "-Xlog:aot=off")
    with (work / "broker.out").open("wb") as out:
        process = subprocess.Popen(
            broker_command(version, cache_dir, work, options),
            cwd=work,
            env=broker_environment(""),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            preexec_fn=_humble,
        )
    try:
        _wait(process, version, ports)
        process.terminate()
        process.wait(PATIENCE_SECONDS)  # Java writes the archive now, in a process of its own
    except subprocess.TimeoutExpired:
        raise ArchiveNotMade from None
    finally:
        # Interrupted, nothing stays behind: it leads a group with that other process.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(process: subprocess.Popen[bytes], version: str, ports: BrokerPorts) -> None:
    rest, management = f"http://{LOOPBACK}:{ports.rest}", f"http://{LOOPBACK}:{ports.management}"
    end = time.monotonic() + PATIENCE_SECONDS
    while process.poll() is None and not is_ready(rest, management, version):
        if time.monotonic() > end:
            raise ArchiveNotMade
        time.sleep(0.2)


def _write_configuration(version: str, work: Path, ports: BrokerPorts) -> None:
    # Nobody listens at the exporter's address: its classes are loaded all the same.
    nowhere = f"http://{LOOPBACK}:{ports.internal}"
    exporter = journal_exporter(version=version, url=nowhere, user="nobody", bulk_size=1)
    content = application(
        ports=ports, zeebe_dir=work / "zeebe", journal=exporter, controlled_clock=False
    )
    (work / "application.yaml").write_text(json.dumps(content))
    (work / "log4j2.xml").write_text(LOGGING.format(log=work / "broker.log"))


def _humble() -> None:
    os.nice(19)
    die_with_parent()
