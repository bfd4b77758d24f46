"""The command that becomes the broker: one Java process, no shell between it and us."""

import contextlib
import ctypes
import os
import shutil
import signal
from pathlib import Path

from engine.java import java_home
from engine.release import home, release

PR_SET_PDEATHSIG = 1

JVM_OPTIONS = (
    "-Xms128m",
    "-Xmx768m",
    "-XX:MaxDirectMemorySize=512m",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dfile.encoding=UTF-8",
    # now(), today() and cron in diagrams are local time, as the law counts it
    "-Duser.timezone=Asia/Shanghai",
    # Known notices of the vendor's libraries about Java 25; they change nothing.
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
)

KEPT_VARIABLES = ("PATH", "HOME", "USER", "LANG", "LC_ALL")


def broker_command(
    version: str, cache_dir: Path, engine_dir: Path, extra_options: tuple[str, ...] = ()
) -> list[str]:
    """The vendor's `bin/broker` without its shell script. Raises JavaMissing, UnknownRelease."""
    jars = sorted((home(version, cache_dir) / "lib").glob("*.jar"))
    return [
        str(java_home() / "bin" / "java"),
        *JVM_OPTIONS,
        *extra_options,
        f"-Dapp.home={engine_dir}",
        f"-Dbasedir={engine_dir}",
        # Unpacked native libraries: what a killed broker leaves behind, the next removes.
        f"-Djava.io.tmpdir={fresh_directory(engine_dir / 'tmp')}",
        f"-Dlog4j2.configurationFile={engine_dir / 'log4j2.xml'}",
        "-classpath",
        # The same order every time: the archive of engine.quick_boot is bound to it.
        os.pathsep.join(str(jar) for jar in jars),
        release(version).main_class,
        f"--spring.config.additional-location=file:{engine_dir}/",
    ]


def broker_environment(journal_password: str) -> dict[str, str]:
    """What the broker sees of the environment: Spring would read settings of its own from more."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return kept | {"JOURNAL_PASSWORD": journal_password}


def fresh_directory(path: Path) -> Path:
    """An empty directory at this path."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def die_with_parent() -> None:
    """For `preexec_fn`: Linux ends the child when the thread that started it is gone."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
