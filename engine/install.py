"""Fetches a distribution once, checks it, unpacks it, and lets it appear by one rename."""

import fcntl
import hashlib
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import structlog

from engine.errors import EngineError
from engine.release import Release, home, is_installed, release

logger = structlog.get_logger(__name__)

Progress = Callable[[int, int], None]
"""Called with the bytes that have arrived and the bytes in all."""


class DownloadDamaged(EngineError):
    """The downloaded engine is not the published one."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(
            f"The downloaded engine has SHA-1 {found}, expected {expected}. "
            "It was removed; try again, and check what stands between here and Maven Central."
        )


class DownloadFailed(EngineError):
    """The engine could not be fetched."""

    def __init__(self, version: str, cause: str) -> None:
        super().__init__(
            f"Zeebe {version} could not be fetched from Maven Central: {cause}. "
            "Check the connection and try again, or use an existing Zeebe (XINFANG_ZEEBE_GRPC)."
        )


def _ignore(arrived: int, total: int) -> None:
    pass


def install(version: str, cache_dir: Path, on_progress: Progress = _ignore) -> Path:
    """Make sure that this version lies in the cache; returns its home.

    At once when it is there. Two that install at the same time wait for each other.
    Raises UnknownRelease, DownloadFailed, DownloadDamaged.
    """
    target = home(version, cache_dir)
    if is_installed(version, cache_dir):
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with exclusive(target.parent / f".{version}.lock"):
        if not is_installed(version, cache_dir):
            # Beside the target: a rename works only within one file system.
            with work_directory(target.parent, f".fetching-{version}-") as work:
                tarball = _fetch(release(version), work / "maven", on_progress)
                verify(tarball, release(version))
                _unpack(tarball, work / "unpacked").rename(target)
            logger.info("engine_installed", version=version)
    return target


def verify(tarball: Path, expected: Release) -> None:
    """Compare with the pinned SHA-1; a damaged file is removed. Raises DownloadDamaged."""
    with tarball.open("rb") as file:
        found = hashlib.file_digest(file, "sha1").hexdigest()
    if found != expected.sha1:
        tarball.unlink()
        raise DownloadDamaged(found, expected.sha1)


def _fetch(wanted: Release, repository: Path, on_progress: Progress) -> Path:
    # Imported here: jgo takes a while to load and is needed once.
    from jgo.maven import MavenContext, PythonResolver

    def report(_name: str, _size: int) -> AbstractContextManager[Callable[[int], None]]:
        return _counting(wanted.size, on_progress)

    resolver = PythonResolver(progress_callback=report)
    context = MavenContext(resolver=resolver, repo_cache=repository, timeout=60)
    component = context.project("io.camunda", "camunda-zeebe").at_version(wanted.version)
    try:
        return Path(component.artifact(packaging="tar.gz").resolve())
    except (OSError, RuntimeError) as error:  # requests' errors are OSError, jgo's RuntimeError
        raise DownloadFailed(wanted.version, str(error)) from error


@contextmanager
def _counting(total: int, on_progress: Progress) -> Iterator[Callable[[int], None]]:
    arrived = 0

    def add(count: int) -> None:
        nonlocal arrived
        arrived += count
        on_progress(arrived, total)

    yield add


def _unpack(tarball: Path, into: Path) -> Path:
    with tarfile.open(tarball) as archive:
        # Python before 3.11.4 knows no filters; what is in the archive its digest has settled.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(into)  # noqa: S202
    (unpacked,) = into.iterdir()
    shutil.rmtree(tarball.parent)
    return unpacked


@contextmanager
def work_directory(parent: Path, prefix: str) -> Iterator[Path]:
    """A directory for the length of the block; call under the lock that belongs to the prefix.

    What a killed predecessor left behind goes with it.
    """
    for left in parent.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent) as work:
        yield Path(work)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Wait until nobody else is in a block with this lock file."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
