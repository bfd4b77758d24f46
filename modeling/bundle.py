"""Builds web/out: the scripts and styles of the pages, and the checks that Python runs itself.

The result is build output: made when sources or versions have changed, never committed.
"""

import fcntl
import hashlib
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from modeling.errors import BundleFailed
from modeling.node import find_node

WEB = Path(__file__).resolve().parent.parent / "web"
OUT = WEB / "out"
STAMP = OUT / ".stamp"
INSTALLED = WEB / "node_modules" / ".installed"
VERSION_FILES = ("package.json", "package-lock.json")


def build_bundle(force: bool = False, on_step: Callable[[str], object] | None = None) -> bool:
    """Build web/out when it is not current; True when something was built.

    on_step hears a short English line before each slow step. Two processes that build at once wait
    for each other. Raises NodeMissing, BundleFailed.
    """
    if not force and is_current():
        return False
    tell = on_step or (lambda _: None)
    with _alone():
        if not force and is_current():
            return False
        node, npm = find_node()
        versions = _digest(VERSION_FILES)
        if force or _read(INSTALLED) != versions:
            tell("installing the packages of web/package-lock.json")
            _run("npm ci", [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            INSTALLED.write_text(versions)
        wanted = _digest(_source_files())
        STAMP.unlink(missing_ok=True)
        tell("bundling scripts and styles")
        _run("the build", [*node, "build.mjs"])
        STAMP.write_text(wanted)
    return True


def is_current() -> bool:
    """Whether web/out was built from exactly these sources and versions (a few milliseconds)."""
    return _read(STAMP) == _digest(_source_files())


def _source_files() -> list[str]:
    sources = sorted(path.name for path in (WEB / "src").iterdir())
    return [*VERSION_FILES, "build.mjs", "form_words.mjs", *(f"src/{name}" for name in sources)]


def _digest(names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + b"\0" + (WEB / name).read_bytes() + b"\0")
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def _run(step: str, command: list[str]) -> None:
    result = subprocess.run(command, cwd=WEB, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise BundleFailed(step, result.stderr + result.stdout)


@contextmanager
def _alone() -> Iterator[None]:
    OUT.mkdir(exist_ok=True)
    with (OUT / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
