"""The compose file as data."""

from typing import Any

import pytest

from settings import ROOT

yaml = pytest.importorskip("yaml", reason="needs PyYAML, which comes with yamllint")

DOCKER = ROOT / "docker"
COMPOSE = DOCKER / "compose.yml"
ENGINE = DOCKER / "zeebe.yaml"
EXAMPLE = DOCKER / ".env.example"


def read(path: Any) -> dict[str, Any]:
    """A YAML file; merge keys are resolved."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def services() -> dict[str, dict[str, Any]]:
    """Services by name."""
    found: dict[str, dict[str, Any]] = read(COMPOSE)["services"]
    return found


def ours() -> dict[str, dict[str, Any]]:
    """Services made from our image."""
    return {name: one for name, one in services().items() if "build" in one}
