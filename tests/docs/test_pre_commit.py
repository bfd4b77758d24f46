"""The hooks are those of this tree: nothing is fetched, and each runs a tool of the environment."""

import pytest

from settings import ROOT

yaml = pytest.importorskip("yaml", reason="needs PyYAML, which comes with yamllint")
CONFIG = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())


def test_no_hook_is_fetched_from_elsewhere() -> None:
    assert [repo["repo"] for repo in CONFIG["repos"]] == ["local"]


def test_the_hooks_are_the_checks_of_the_test_command() -> None:
    (local,) = CONFIG["repos"]
    entries = [hook["entry"] for hook in local["hooks"]]
    assert {hook["language"] for hook in local["hooks"]} == {"system"}
    script = (ROOT / "test").read_text()
    for entry in entries:
        check = entry.removeprefix(".venv/bin/python -m ").removeprefix("./xinfang ")
        assert check in script
