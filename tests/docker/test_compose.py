"""The compose file runs the processes of ./start, with settings that exist and no known secret."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from commands.docs_settings import variable_names
from engine.local.config import application, journal_exporter
from engine.local.launch import JVM_OPTIONS
from engine.local.ports import free_ports
from engine.release import RELEASES
from settings import ROOT
from tests.docker.compose import COMPOSE, DOCKER, ENGINE, EXAMPLE, ours, read, services

SECRETS = ("POSTGRES_PASSWORD", "JOURNAL_PASSWORD")


def test_the_processes_of_start_are_there() -> None:
    commands = {name: one["command"] for name, one in ours().items()}
    assert commands == {
        "prepare": ["python", "-m", "commands", "database", "prepare"],
        "deploy": ["python", "-m", "commands", "engine", "deploy", "--wait"],
        "journal": ["python", "-m", "journal"],
        "workers": ["python", "-m", "workers"],
        "app": ["python", "-m", "api"],
    }
    for command in commands.values():
        assert (ROOT / command[2] / "__main__.py").is_file()


@pytest.mark.parametrize("name", ours())
def test_every_setting_of_a_service_exists(name: str) -> None:
    given = {key for key in ours()[name]["environment"] if key.startswith("XINFANG_")}
    assert given
    assert given <= variable_names()


def test_every_process_waits_for_the_tables() -> None:
    for name, one in ours().items():
        wanted = "database" if name == "prepare" else "prepare"
        assert set(one["depends_on"]) == {wanted}


def test_exporter_and_receiver_agree_on_address_user_and_password() -> None:
    args = read(ENGINE)["zeebe"]["broker"]["exporters"]["journal"]["args"]
    journal = services()["journal"]["environment"]
    assert args["url"] == f"http://journal:{journal['XINFANG_JOURNAL_PORT']}"
    password = services()["zeebe"]["environment"]["JOURNAL_PASSWORD"]
    assert password == journal["XINFANG_JOURNAL_PASSWORD"]
    assert args["authentication"]["password"] == "${JOURNAL_PASSWORD}"


def test_the_engine_has_the_settings_that_start_gives_it() -> None:
    exporter = journal_exporter(
        version="8.6.0", url="http://journal:9200", user="zeebe", bulk_size=20
    )
    local = application(
        ports=free_ports(), zeebe_dir=Path("data"), journal=exporter, controlled_clock=False
    )["zeebe"]["broker"]
    del local["data"]["directory"]
    # Addresses are the container's own.
    gateway = {"cluster": {"requestTimeout": local["gateway"]["cluster"]["requestTimeout"]}}
    assert read(ENGINE)["zeebe"] == {
        "broker": {name: local[name] for name in ("threads", "data", "exporters")}
        | {"gateway": gateway}
    }


def test_the_engine_s_java_has_the_options_that_start_gives_it() -> None:
    given = services()["zeebe"]["environment"]["JAVA_TOOL_OPTIONS"].split()
    assert set(given) <= set(JVM_OPTIONS)
    assert "-Duser.timezone=Asia/Shanghai" in given


def test_the_engine_reads_the_file_that_is_mounted() -> None:
    zeebe = services()["zeebe"]
    (mounted,) = [volume for volume in zeebe["volumes"] if volume.startswith("./")]
    source, target, mode = mounted.split(":")
    assert (DOCKER / source).is_file()
    assert zeebe["environment"]["SPRING_CONFIG_ADDITIONALLOCATION"] == f"file:{target}"
    assert mode == "ro"


def test_images_of_others_are_of_a_fixed_version() -> None:
    images = {n: one["image"] for n, one in services().items() if "build" not in one}
    assert set(images) == {"database", "zeebe"}
    for image in images.values():
        _, _, tag = image.partition(":")
        assert re.match(r"\d", tag), f"{image} has no fixed version"


def test_the_engine_is_a_known_release_and_the_one_the_settings_name() -> None:
    _, _, version = services()["zeebe"]["image"].partition(":")
    assert version in RELEASES
    for one in ours().values():
        assert one["environment"]["XINFANG_ENGINE_VERSION"] == version


def test_our_image_has_the_version_of_the_product() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert {one["image"] for one in ours().values()} == {f"xinfang:{version}"}


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_has_no_default_and_stops_the_start_when_it_is_missing(secret: str) -> None:
    uses = re.findall(rf"\$\{{{secret}([^}}]*)\}}", COMPOSE.read_text())
    assert uses
    assert {use[:2] for use in uses} == {":?"}
    assert f"{secret}=\n" in EXAMPLE.read_text()


def test_no_other_variable_is_asked_for() -> None:
    assert set(re.findall(r"\$\{([A-Z_]+)", COMPOSE.read_text())) == set(SECRETS)


def test_only_the_pages_are_reachable_and_from_this_machine_only() -> None:
    published = {name: one["ports"] for name, one in services().items() if "ports" in one}
    assert published == {"app": ["127.0.0.1:8000:8000"]}


@pytest.mark.skipif(
    shutil.which("docker-compose") is None,
    reason="needs docker-compose; Debian: apt-get install docker-compose",
)
def test_docker_compose_accepts_it_with_secrets_and_refuses_it_without(tmp_path: Path) -> None:
    filled = tmp_path / "env"
    filled.write_text("".join(f"{secret}=abc\n" for secret in SECRETS))
    assert _config(filled).returncode == 0
    empty = tmp_path / "empty"
    empty.touch()
    refused = _config(empty)
    assert refused.returncode != 0
    assert "set it in docker/.env" in refused.stderr


def _config(env_file: Path) -> "subprocess.CompletedProcess[str]":
    program = shutil.which("docker-compose")
    assert program is not None
    return subprocess.run(
        [program, "--env-file", str(env_file), "-f", str(COMPOSE), "config", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin"},
    )


@pytest.mark.parametrize(
    "path", [COMPOSE, ENGINE, ROOT / ".pre-commit-config.yaml"], ids=lambda path: path.name
)
def test_yamllint_has_nothing_to_say(path: Path) -> None:
    rules = "{extends: default, rules: {line-length: {max: 130}}}"
    result = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "-d", rules, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout == ""
    assert result.returncode == 0
